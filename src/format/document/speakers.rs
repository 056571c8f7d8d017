//! `[[speaker]]`.

use super::reference;
use super::sections::{KnownIds, remember};
use crate::format::findings::Findings;
use crate::format::table::Table;
use crate::model::{Speaker, SpeakerContext, SpeakerId, SpeakerKind, SpeakerRole};

/// The speakers, and every id that the file gives.
pub(super) struct Speakers {
    pub(super) list: Vec<Speaker>,
    pub(super) known: KnownIds,
}

pub(super) fn read(root: &Table<'_>, findings: &mut Findings<'_>) -> Speakers {
    let mut speakers = Speakers { list: Vec::new(), known: KnownIds::new() };
    for (position, table) in findings.tables(root, "speaker").iter().enumerate() {
        findings.only(table, reference::SPEAKER.names());
        let id = findings.required(table, "id");
        if let Some(id) = &id {
            remember(&mut speakers.known, id, position, table.header, findings);
        }
        let name = findings.required(table, "name");
        let english = findings.text(table, "english").map(|text| text.value);
        let acronym = findings.text(table, "acronym").map(|text| text.value);
        let role = findings.required_word(table, "role", &SpeakerRole::ALL.map(|role| (role.word(), role)));
        let kind = findings.required_word(table, "kind", &SpeakerKind::ALL.map(|kind| (kind.word(), kind)));
        let panelist = findings.flag(table, "panelist");
        let contexts = SpeakerContext::ALL.map(|context| (context.word(), context));
        let context = findings.word(table, "context", &contexts).unwrap_or_default();
        if let (Some(id), Some(name), Some(role), Some(kind)) = (id, name, role, kind) {
            // Who is a panelist by function is on the Panelists tab unless the file says otherwise.
            let panelist = panelist.unwrap_or(role == SpeakerRole::Panelist);
            let id = SpeakerId(id.value);
            speakers.list.push(Speaker {
                id,
                name: name.value,
                english,
                acronym,
                role,
                kind,
                panelist,
                context,
            });
        }
    }
    speakers
}
