//! What the index knows of units that are no records of their own: sub-paragraphs, rows of tables, headings as what notes
//! hang on. Where a query that is a label leads is read from it, and the block of a text in which something was found.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::{Document, Label};

use super::set::small;

/// A unit that is no record of its own, or a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct UnitMeta {
    /// Its label; empty for what has none.
    pub(in crate::search) label: Label,
    /// The paragraph at which it is shown.
    pub(in crate::search) position: u32,
    /// Where it begins in that paragraph's text; `None` for a heading.
    pub(in crate::search) start: Option<u32>,
}

/// The units of a document that are no records of their own, and how those are called that have more than a number.
#[derive(Debug, Clone, Default)]
pub(in crate::search) struct UnitsMeta {
    /// Blocks of paragraphs in order, then headings.
    units: Vec<UnitMeta>,
    by_name: HashMap<String, UnitMeta>,
}

impl PartialEq for UnitsMeta {
    fn eq(&self, other: &Self) -> bool {
        self.units == other.units
    }
}

/// A label as it is compared with what is typed.
fn name(label: &Label) -> String {
    label.as_str().to_lowercase().replace(' ', "")
}

impl UnitsMeta {
    /// Those of a document. `section_of` gives for each paragraph its section.
    pub(in crate::search) fn of(document: &Document, section_of: &[u32]) -> Self {
        let mut units = Vec::new();
        for (at, paragraph) in document.paragraphs.iter().enumerate() {
            let parts = paragraph.parts().iter().skip(1);
            units.extend(parts.map(|part| UnitMeta {
                label: part.unit.clone().unwrap_or_else(|| Label::new("")),
                position: small(at),
                start: Some(small(part.label.start.min(part.body.start))),
            }));
        }
        // A heading is shown at the next paragraph that follows it, or at the last of all.
        let mut next = document.paragraphs.len().checked_sub(1);
        let mut first: HashMap<u32, usize> = HashMap::new();
        for (at, section) in section_of.iter().enumerate() {
            first.entry(*section).or_insert(at);
        }
        let mut headings = Vec::new();
        for (at, section) in document.sections.iter().enumerate().rev() {
            next = first.get(&small(at)).copied().or(next);
            let position = next.map_or(u32::MAX, small);
            headings.push(UnitMeta { label: section.label(), position, start: None });
        }
        units.extend(headings.into_iter().rev());
        Self::from_units(units, document.paragraphs.iter().map(|paragraph| &paragraph.label))
    }

    /// These units of a document whose paragraphs have these labels.
    pub(in crate::search) fn from_units<'l>(
        units: Vec<UnitMeta>,
        labels: impl Iterator<Item = &'l Label>,
    ) -> Self {
        let mut by_name = HashMap::new();
        for (at, label) in labels.enumerate() {
            // Numbers are known already.
            if !label.as_str().bytes().all(|byte| byte.is_ascii_digit()) {
                let unit = UnitMeta { label: label.clone(), position: small(at), start: Some(0) };
                by_name.entry(name(label)).or_insert(unit);
            }
        }
        for unit in units.iter().filter(|unit| !unit.label.as_str().is_empty()) {
            by_name.entry(name(&unit.label)).or_insert_with(|| unit.clone());
        }
        Self { units, by_name }
    }

    /// All of them, in order.
    pub(in crate::search) fn all(&self) -> &[UnitMeta] {
        &self.units
    }

    /// The unit that is called so.
    pub(in crate::search) fn named(&self, label: &Label) -> Option<&UnitMeta> {
        if self.by_name.is_empty() { None } else { self.by_name.get(&name(label)) }
    }

    /// The blocks of a paragraph's text after its own words.
    pub(in crate::search) fn blocks(&self, position: u32) -> &[UnitMeta] {
        let blocks = self.units.partition_point(|unit| unit.start.is_some());
        let blocks = self.units.get(..blocks).unwrap_or_default();
        let from = blocks.partition_point(|unit| unit.position < position);
        let to = blocks.partition_point(|unit| unit.position <= position);
        blocks.get(from..to).unwrap_or_default()
    }

    /// The bytes of the blocks of a paragraph's text of so many bytes in which `hit` stands, and the label of the first,
    /// if it has one of its own.
    pub(in crate::search) fn block_at(
        &self,
        position: u32,
        hit: &Range<usize>,
        bytes: usize,
    ) -> (Range<usize>, Option<&Label>) {
        let blocks = self.blocks(position);
        let start_of = |unit: &UnitMeta| unit.start.unwrap_or(0) as usize;
        let after = blocks.partition_point(|unit| start_of(unit) <= hit.start);
        let first = after.checked_sub(1).and_then(|at| blocks.get(at));
        let beyond = blocks.partition_point(|unit| start_of(unit) < hit.end).max(after);
        // A line end stands before each.
        let end = blocks.get(beyond).map_or(bytes, |unit| start_of(unit).saturating_sub(1));
        let range = first.map_or(0, start_of)..end;
        let label = first.map(|unit| &unit.label).filter(|label| !label.as_str().is_empty());
        if range.is_empty() { (0..bytes, label) } else { (range, label) }
    }
}
