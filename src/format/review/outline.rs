//! Where the notes and marks of a review file stand in it, for those who check it against other files.

use super::conflicts;
use super::pieces::cut;
use crate::format::findings::{FileKind, Findings};
use crate::format::table::Table;
use crate::format::{limits, syntax};
use crate::model::{EntryKey, EntryKind, Label};

/// An entry of the file. All places are bytes of the [`normal`](super::normal) text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Which entry it is.
    pub key: EntryKey,
    /// The paragraph that it names, and where.
    pub paragraph: (Label, usize),
    /// Where it says which it is.
    pub at: usize,
    /// Where its anchor begins; without an anchor: the entry.
    pub anchor: usize,
    /// The fields of which a second value was kept, and where.
    pub undecided: Vec<(String, usize)>,
}

/// The entries of a file, kind by kind; of a file that cannot be read none. `source` is [`normal`](super::normal).
#[must_use]
pub fn outline(source: &str) -> Vec<Placed> {
    let mut findings = Findings::new(FileKind::Review, source);
    let mut outline = Vec::new();
    for piece in cut(source) {
        let Some(parsed) = syntax::parse(&mut findings, &piece, limits::OF_EDITED_REVIEW) else {
            return Vec::new();
        };
        for kind in EntryKind::ALL {
            let tables = findings.headed_tables(&Table::file(&parsed), kind.table().list);
            outline
                .extend(tables.iter().filter_map(|table| placed(table, piece.start, *kind, &mut findings)));
        }
    }
    outline.sort_by_key(|placed: &Placed| placed.key.kind());
    outline
}

fn placed(table: &Table<'_>, from: usize, kind: EntryKind, findings: &mut Findings<'_>) -> Option<Placed> {
    let start = |table: &Table<'_>, key: &str| from + table.at(key).start;
    // An implied entry is named by its paragraph, and is the whole table.
    let (implied, name) = (kind.table().implied, kind.table().name);
    let paragraph = if implied { name } else { "paragraph" };
    let key = if implied { table.label(name)? } else { findings.any_text(table, name)?.value };
    let undecided = findings.headed_tables(table, conflicts::LIST);
    Some(Placed {
        key: kind.key(&key),
        paragraph: (Label::new(&table.label(paragraph)?), start(table, paragraph)),
        at: if implied { from + table.at.start } else { start(table, name) },
        anchor: start(table, "anchor"),
        undecided: undecided
            .iter()
            .map(|table| (table.label("field").unwrap_or_default(), from + table.at.start))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::normal;
    use super::*;

    const SOURCE: &str = r#"format = 1
symbol = "A/1"
reviewer = "amara"

[[note]]
id = "n1"
paragraph = 18
created = 2026-11-23T14:00:00Z
body = "x"
  [note.anchor]
  language = "zh"
  exact = "x"
  start = 0
  end = 1
  [[note.conflict]]
  field = "kind"
  value = "point"

[[paragraph]]
number = "18 bis"
changed = 2026-11-23T14:00:00Z
"#;

    #[test]
    fn each_entry_is_found_where_it_stands() {
        let source = normal(&format!("\u{feff}{}", SOURCE.replace('\n', "\r\n")));
        assert_eq!(source, SOURCE);
        let outline = outline(&source);
        let rest = |at: usize| source.get(at..).unwrap().lines().next().unwrap().trim();
        let [mark, note] = &outline[..] else { panic!("{outline:?}") };
        assert_eq!((mark.key.kind(), rest(mark.at)), (EntryKind::Mark, "[[paragraph]]"));
        assert_eq!((mark.paragraph.0.as_str(), rest(mark.paragraph.1)), ("18 bis", "\"18 bis\""));
        assert_eq!(
            (rest(note.at), rest(note.paragraph.1), rest(note.anchor)),
            ("\"n1\"", "18", "[note.anchor]")
        );
        assert_eq!(note.paragraph.0.as_str(), "18");
        let [(field, at)] = &note.undecided[..] else { panic!() };
        assert_eq!((field.as_str(), rest(*at)), ("kind", "[[note.conflict]]"));
    }

    #[test]
    fn a_file_that_cannot_be_read_has_no_outline() {
        assert_eq!(outline("<<<<<<< HEAD\n"), []);
        assert_eq!(outline("note = 1\nparagraph = [1]"), []);
    }
}
