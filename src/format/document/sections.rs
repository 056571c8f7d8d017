//! `[[section]]`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::format::findings::Findings;
use crate::format::table::{Header, Table, TextValue};
use crate::messages::user_message;
use crate::model::{Section, SectionId};

/// Ids with the position of their table and the place where they are given.
pub(super) type KnownIds = BTreeMap<String, (usize, Range<usize>)>;

/// The sections, and every id that the file gives, also of sections that are otherwise wrong: what refers to
/// them is not wrong too.
pub(super) struct Sections {
    pub(super) list: Vec<Section>,
    pub(super) known: KnownIds,
}

pub(super) fn read(root: &Table<'_>, findings: &mut Findings<'_>) -> Sections {
    let mut sections = Sections { list: Vec::new(), known: KnownIds::new() };
    let mut above = 0;
    for (position, table) in findings.tables(root, "section").iter().enumerate() {
        findings.only(table, &["id", "number", "title", "level"]);
        let id = findings.required(table, "id");
        if let Some(id) = &id {
            remember(&mut sections.known, id, position, table.header, findings);
        }
        let number = findings.text(table, "number").map(|text| text.value);
        let title = findings.required(table, "title");
        if table.get("level").is_none() {
            findings.missing(table, "level");
        }
        let level = findings.level(table, "level");
        above = findings.step(table, above, level);
        if let (Some(id), Some(title), Some(level)) = (id, title, level) {
            sections.list.push(Section { id: SectionId(id.value), number, title: title.value, level });
        }
    }
    sections
}

/// Notes an id down, and tells when it was there.
pub(super) fn remember(
    known: &mut KnownIds,
    id: &TextValue,
    position: usize,
    table: Header,
    findings: &mut Findings<'_>,
) {
    if let Some((_, first)) = known.get(&id.value) {
        let what = user_message("format-id-twice").with("table", table).with("id", &id.value);
        let what = what.with("line", findings.line_of(first.start));
        findings.error(id.at.clone(), what, user_message("format-id-twice-hint"));
    } else {
        known.insert(id.value.clone(), (position, id.at.clone()));
    }
}
