//! `[[speaker]]`.

use super::sections::{KnownIds, remember};
use crate::format::findings::Findings;
use crate::format::table::Table;
use crate::model::{Speaker, SpeakerContext, SpeakerId, SpeakerKind, SpeakerRole};

/// The words of `role`.
const ROLES: [(&str, SpeakerRole); 4] = [
    (SpeakerRole::Chair.word(), SpeakerRole::Chair),
    (SpeakerRole::Secretariat.word(), SpeakerRole::Secretariat),
    (SpeakerRole::Panelist.word(), SpeakerRole::Panelist),
    (SpeakerRole::Speaker.word(), SpeakerRole::Speaker),
];

/// The words of `kind`.
const KINDS: [(&str, SpeakerKind); 4] = [
    (SpeakerKind::State.word(), SpeakerKind::State),
    (SpeakerKind::Organization.word(), SpeakerKind::Organization),
    (SpeakerKind::Person.word(), SpeakerKind::Person),
    (SpeakerKind::Unnamed.word(), SpeakerKind::Unnamed),
];

/// The words of `context`.
const CONTEXTS: [(&str, SpeakerContext); 2] = [
    (SpeakerContext::Panel.word(), SpeakerContext::Panel),
    (SpeakerContext::Discussion.word(), SpeakerContext::Discussion),
];

/// The speakers, and every id that the file gives.
pub(super) struct Speakers {
    pub(super) list: Vec<Speaker>,
    pub(super) known: KnownIds,
}

pub(super) fn read(root: &Table<'_>, findings: &mut Findings<'_>) -> Speakers {
    let mut speakers = Speakers { list: Vec::new(), known: KnownIds::new() };
    for (position, table) in findings.tables(root, "speaker").iter().enumerate() {
        findings.only(table, &["id", "name", "english", "acronym", "role", "kind", "panelist", "context"]);
        let id = findings.required(table, "id");
        if let Some(id) = &id {
            remember(&mut speakers.known, id, position, table.header, findings);
        }
        let name = findings.required(table, "name");
        let english = findings.text(table, "english").map(|text| text.value);
        let acronym = findings.text(table, "acronym").map(|text| text.value);
        let role = findings.required_word(table, "role", &ROLES);
        let kind = findings.required_word(table, "kind", &KINDS);
        let panelist = findings.flag(table, "panelist");
        let context = findings.word(table, "context", &CONTEXTS).unwrap_or_default();
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
