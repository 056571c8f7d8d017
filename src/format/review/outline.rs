//! Where the notes and marks of a review file stand in it, for those who check it against other files.

use toml_edit::{Document, Item, Table};

use super::pieces::cut;
use crate::model::{NoteId, ParagraphNumber};

/// A note or mark of the file. All places are bytes of the [`normal`](super::normal) text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The note; none: it is a mark.
    pub note: Option<NoteId>,
    /// The paragraph that it names, and where.
    pub paragraph: (ParagraphNumber, usize),
    /// Where it says which it is.
    pub at: usize,
    /// Where its anchor begins; without an anchor: the note.
    pub anchor: usize,
    /// The fields of which a second value was kept, and where.
    pub undecided: Vec<(String, usize)>,
}

/// The notes and marks of a file, marks first; of a file that cannot be read none. `source` is [`normal`](super::normal).
#[must_use]
pub fn outline(source: &str) -> Vec<Placed> {
    let (mut marks, mut notes) = (Vec::new(), Vec::new());
    for piece in cut(source) {
        let Some(Ok(document)) = source.get(piece.clone()).map(Document::parse) else { return Vec::new() };
        let tables = |name: &str| document.get(name).and_then(Item::as_array_of_tables);
        let from = piece.start;
        marks.extend(
            tables("paragraph").into_iter().flatten().filter_map(|table| placed(table, from, None, "number")),
        );
        notes.extend(tables("note").into_iter().flatten().filter_map(|table| {
            let id = table.get("id").and_then(Item::as_str)?;
            placed(table, from, Some(NoteId(id.to_owned())), "paragraph")
        }));
    }
    marks.append(&mut notes);
    marks
}

fn placed(table: &Table, from: usize, note: Option<NoteId>, number: &str) -> Option<Placed> {
    let start = |item: &Item| item.span().map(|span| from + span.start);
    let at = from + table.span().map_or(0, |span| span.start);
    let item = table.get(number)?;
    let printed = item.as_integer().map(|number| number.to_string());
    let printed = printed.or_else(|| item.as_str().map(str::to_owned))?;
    let undecided = table.get("conflict").and_then(Item::as_array_of_tables).into_iter().flatten();
    let field = |table: &Table| table.get("field").and_then(Item::as_str).unwrap_or_default().to_owned();
    Some(Placed {
        paragraph: (ParagraphNumber::new(&printed), start(item).unwrap_or(at)),
        at: note.as_ref().and_then(|_| table.get("id").and_then(start)).unwrap_or(at),
        anchor: table.get("anchor").and_then(start).unwrap_or(at),
        undecided: undecided
            .map(|table| (field(table), table.span().map_or(at, |span| from + span.start)))
            .collect(),
        note,
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
        assert_eq!((mark.note.as_ref(), rest(mark.at)), (None, "[[paragraph]]"));
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
