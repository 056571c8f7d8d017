//! `[[section]]`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{marks, reference};
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

impl Sections {
    /// The series of numbers of what stands in a section: its own, else that of the headings above it.
    pub(super) fn series_of(&self, id: &SectionId) -> Option<&str> {
        let at = self.list.iter().position(|section| &section.id == id)?;
        let mut level = u8::MAX;
        for section in self.list.get(..=at)?.iter().rev().filter(|section| {
            let above = section.level < level;
            level = level.min(section.level);
            above
        }) {
            if section.series.is_some() {
                return section.series.as_deref();
            }
        }
        None
    }
}

pub(super) fn read(root: &Table<'_>, findings: &mut Findings<'_>) -> Sections {
    let mut sections = Sections { list: Vec::new(), known: KnownIds::new() };
    let mut above = 0;
    for (position, table) in findings.tables(root, "section").iter().enumerate() {
        findings.only(table, reference::SECTION.names());
        let id = findings.required(table, "id");
        if let Some(id) = &id {
            remember(&mut sections.known, id, position, table.header, findings);
        }
        let number = findings.text(table, "number").map(|text| text.value);
        let title = title(table, findings);
        let series = findings.text(table, "series").map(|text| text.value);
        let footnotes = marks::footnotes(table, findings, title.as_deref());
        if table.get("level").is_none() {
            findings.no_level(table);
        }
        let level = findings.level(table, "level");
        above = findings.step(table, above, level);
        if let (Some(id), Some(title), Some(level)) = (id, title, level) {
            sections.list.push(Section {
                number,
                series,
                footnotes,
                ..Section::new(SectionId(id.value), &title, level)
            });
        }
    }
    sections
}

/// A heading may have no words, where it has a number; it must say so.
fn title(table: &Table<'_>, findings: &mut Findings<'_>) -> Option<String> {
    if table.get("title").is_none() {
        findings.missing(table, "title");
    }
    findings.any_text(table, "title").map(|text| text.value)
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
