//! Where the notes and marks of a review file stand in it, for those who check it against other files.

use toml_edit::{Document, Item, Table};

use super::pieces::cut;
use super::write::key_of;
use crate::model::{EntryKey, EntryKind, ParagraphNumber};

/// An entry of the file. All places are bytes of the [`normal`](super::normal) text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Which entry.
    pub key: EntryKey,
    /// The paragraph that it names, and where.
    pub paragraph: (ParagraphNumber, usize),
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
    let mut outline = Vec::new();
    for piece in cut(source) {
        let Some(Ok(document)) = source.get(piece.clone()).map(Document::parse) else { return Vec::new() };
        for kind in EntryKind::ALL {
            let tables = document.get(kind.table().list).and_then(Item::as_array_of_tables);
            outline
                .extend(tables.into_iter().flatten().filter_map(|table| placed(table, piece.start, *kind)));
        }
    }
    outline.sort_by_key(|placed: &Placed| placed.key.kind());
    outline
}

fn placed(table: &Table, from: usize, kind: EntryKind) -> Option<Placed> {
    let start = |item: &Item| item.span().map(|span| from + span.start);
    let begin = from + table.span().map_or(0, |span| span.start);
    let key = key_of(table, kind)?;
    // An implied entry is named by its paragraph, and is the whole table.
    let implied = kind.table().implied;
    let item = table.get(if implied { kind.table().name } else { "paragraph" })?;
    let printed = item.as_integer().map(|number| number.to_string());
    let printed = printed.or_else(|| item.as_str().map(str::to_owned))?;
    let at = if implied { begin } else { table.get(kind.table().name).and_then(start).unwrap_or(begin) };
    let undecided = table.get("conflict").and_then(Item::as_array_of_tables).into_iter().flatten();
    let field = |table: &Table| table.get("field").and_then(Item::as_str).unwrap_or_default().to_owned();
    Some(Placed {
        key,
        paragraph: (ParagraphNumber::new(&printed), start(item).unwrap_or(begin)),
        at,
        anchor: table.get("anchor").and_then(start).unwrap_or(begin),
        undecided: undecided
            .map(|table| (field(table), table.span().map_or(begin, |span| from + span.start)))
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
