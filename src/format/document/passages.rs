//! Where the paragraphs of a document file lie, and the text of one without reading the rest: for whoever has to show
//! a line of each of many large documents. A guess from the look of the file, to be held against what is known.

use memchr::memmem;
use toml::de::DeTable;

use super::paragraphs;
use crate::format::findings::{FileKind, Findings};
use crate::format::limits;
use crate::format::table::Table;

const HEADER: &[u8] = b"[[paragraph]]";

/// The bytes at which paragraphs seem to begin: every line that begins with their header. A file may be written in
/// other ways, and a text may hold such a line.
pub fn passages(source: &[u8]) -> impl Iterator<Item = usize> {
    let begins_line = |at: &usize| at.checked_sub(1).is_none_or(|before| source.get(before) == Some(&b'\n'));
    memmem::find_iter(source, HEADER).filter(begins_line)
}

/// The text ([`Paragraph::text`](crate::model::Paragraph::text)) of the first paragraph in a piece of a file that
/// begins with its header. None if it is no such piece.
#[must_use]
pub fn passage_text(piece: &str) -> Option<String> {
    if limits::too_much(piece, limits::OF_DOCUMENT).is_some() {
        return None;
    }
    let parsed = DeTable::parse(piece).ok()?;
    let mut findings = Findings::new(FileKind::Document, piece);
    let text = paragraphs::first_text(&Table::file(&parsed), &mut findings)?;
    (findings.errors() == 0).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{BUILTINS, read_document};

    #[test]
    fn a_passage_has_the_text_of_its_paragraph() {
        let parts = "format = 1\n[masthead]\nsymbol = \"A\"\nlanguage = \"en\"\ntitle = \"t\"\n\
            [[section]]\nid = \"i\"\ntitle = \"O\"\nlevel = 1\n[[paragraph]]\nnumber = \"1\"\nsection = \"i\"\n\
            text = '''\nIt\nagreed:'''\n[[paragraph.subparagraph]]\nlabel = \"(a)\"\ntext = \"to \\u0041\"\n\
            [[paragraph]]\nnumber = \"2\"\nsection = \"i\"\ntext = \"Then.\"\n";
        for source in BUILTINS.map(|builtin| builtin.source).into_iter().chain([parts]) {
            let document = read_document(source).unwrap();
            let starts: Vec<usize> = passages(source.as_bytes()).collect();
            assert_eq!(starts.len(), document.paragraphs.len());
            for (at, paragraph) in document.paragraphs.iter().enumerate() {
                let end = starts.get(at + 1).copied().unwrap_or(source.len());
                let piece = source.get(starts[at]..end).unwrap();
                assert_eq!(passage_text(piece).as_deref(), Some(paragraph.text()));
            }
        }
    }

    #[test]
    fn what_is_no_passage_has_no_text() {
        let heavy = format!("[[paragraph]]\ntext = \"a\"\nx = [{}1]", "1,".repeat(20_000));
        assert_eq!(passage_text(&heavy), None);
        for piece in
            ["", "[[paragraph]]\ntext = 3", "[[paragraph]]\ntext = \"cut", "[[section]]\ntext = \"a\""]
        {
            assert_eq!(passage_text(piece), None, "{piece}");
        }
    }
}
