//! The front of a document file: its masthead, and how many paragraphs it seems to have. For whoever has to list or to
//! choose among many large documents. Decides nothing: whoever opens a document reads all of it.

use memchr::memmem;
use toml::de::DeTable;

use super::masthead;
use super::passages::passages;
use super::read::{DOCUMENT_FORMAT, read_document};
use crate::format::findings::{FileKind, Findings};
use crate::format::table::Table;
use crate::model::Masthead;

/// A longer front is nothing that anyone has written: all is read then, which has its own limits. In bytes.
const LONGEST: usize = 64 * 1024;

/// What stands at the front of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Front {
    /// What stands above the text, wholly read and without an error.
    pub masthead: Masthead,
    /// How many paragraphs it has, as far as can be told from the look of the file.
    pub paragraphs: usize,
}

/// Reads the front of a document file. Where it is not at the front, all is read. None if it is no document as far as
/// was read; what comes after may still be wrong.
#[must_use]
pub fn read_front(source: &[u8]) -> Option<Front> {
    quick(source).or_else(|| {
        let document = read_document(std::str::from_utf8(source).ok()?).ok()?;
        Some(Front { paragraphs: document.paragraphs.len(), masthead: document.masthead })
    })
}

/// From what stands before the first table of a list, as [`write_document`](super::write_document) writes it.
fn quick(source: &[u8]) -> Option<Front> {
    let end = if source.starts_with(b"[[") { 0 } else { memmem::find(source, b"\n[[")? + 1 };
    let head = std::str::from_utf8(source.get(..end).filter(|head| head.len() <= LONGEST)?).ok()?;
    let parsed = DeTable::parse(head).ok()?;
    let root = Table::file(&parsed);
    let mut findings = Findings::new(FileKind::Document, head);
    let is_ours = findings.number(&root, "format") == Some(DOCUMENT_FORMAT);
    let masthead = masthead::read(&root, &mut findings)?;
    let paragraphs = passages(source).count();
    (is_ours && findings.errors() == 0 && paragraphs > 0).then_some(Front { masthead, paragraphs })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::BUILTINS;

    #[test]
    fn the_front_is_that_of_the_document() {
        for source in BUILTINS.map(|builtin| builtin.source) {
            let document = read_document(source).unwrap();
            let front = Front { paragraphs: document.paragraphs.len(), masthead: document.masthead };
            assert_eq!(quick(source.as_bytes()).as_ref(), Some(&front));
        }
    }

    #[test]
    fn a_masthead_that_stands_elsewhere_is_found_and_none_is_made_up() {
        let paragraph = "[[section]]\nid = \"i\"\ntitle = \"O\"\nlevel = 1\n\
            [[paragraph]]\nnumber = \"1\"\nsection = \"i\"\ntext = \"a\"\n";
        let masthead = "[masthead]\nsymbol = \"A/1\"\nlanguage = \"en\"\ntitle = \"t\"\n";
        let last = format!("format = 1\n{paragraph}{masthead}");
        let front = read_front(last.as_bytes()).unwrap();
        assert_eq!((front.masthead.symbol.0.as_str(), front.paragraphs), ("A/1", 1));
        let inline = format!(
            "format = 1\nparagraph = [{{ number = \"1\", section = \"i\", text = \"\"\"\n[[x]]\"\"\" }}]\n\
             section = [{{ id = \"i\", title = \"O\", level = 1 }}]\n{masthead}"
        );
        assert_eq!(read_front(inline.as_bytes()).map(|front| front.paragraphs), Some(1));
        for wrong in
            ["", "[[paragraph]]", "format = 2\n[masthead]\n[[paragraph]]", masthead, "format = 1\n[["]
        {
            assert_eq!(read_front(wrong.as_bytes()), None, "{wrong}");
        }
        let heavy = format!("format = 1\nx = [{}1]\n{masthead}{paragraph}", "1,".repeat(200_000));
        assert_eq!((quick(heavy.as_bytes()), read_front(heavy.as_bytes())), (None, None));
        let newer = format!("format = 9\n{masthead}{paragraph}");
        assert_eq!(read_front(newer.as_bytes()), None);
    }
}
