//! `[[speaker]]`.

use super::sections::{Known, remember};
use crate::format::findings::Findings;
use crate::format::table::Table;
use crate::model::{Context, Role, Speaker, SpeakerId, SpeakerKind};

/// The words of `role`.
const ROLES: [(&str, Role); 4] = [
    (Role::Chair.word(), Role::Chair),
    (Role::Secretariat.word(), Role::Secretariat),
    (Role::Panelist.word(), Role::Panelist),
    (Role::Speaker.word(), Role::Speaker),
];

/// The words of `kind`.
const KINDS: [(&str, SpeakerKind); 4] = [
    (SpeakerKind::State.word(), SpeakerKind::State),
    (SpeakerKind::Organization.word(), SpeakerKind::Organization),
    (SpeakerKind::Person.word(), SpeakerKind::Person),
    (SpeakerKind::Unnamed.word(), SpeakerKind::Unnamed),
];

/// The words of `context`.
const CONTEXTS: [(&str, Context); 2] =
    [(Context::Panel.word(), Context::Panel), (Context::Discussion.word(), Context::Discussion)];

/// The speakers, and every id that the file gives.
pub(super) struct Speakers {
    pub(super) list: Vec<Speaker>,
    pub(super) known: Known,
}

pub(super) fn read(root: &Table<'_>, findings: &mut Findings<'_>) -> Speakers {
    let mut speakers = Speakers { list: Vec::new(), known: Known::new() };
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
            let panelist = panelist.unwrap_or(role == Role::Panelist);
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
