//! A document file to fill in: every key of the reference with what it is and may be, and an example of each table.
//! Without a mistake as it is written.

use super::reference::{
    DocumentKey, DocumentTable, FILE, FOOTNOTE, KeyValue, MASTHEAD, PARAGRAPH, RECOMMENDATION, SECTION,
    SPEAKER, SUBPARAGRAPH,
};
use super::write::quoted;
use crate::messages::{UserMessage, user_message};

/// A table of the file: its header, the sentence before it, and the keys that are given in it.
struct Block {
    table: &'static DocumentTable,
    header: &'static str,
    about: &'static str,
    given: Vec<(&'static str, String)>,
}

/// The text of a new document file with this symbol in this language; comments and examples in the words of `say`.
#[must_use]
pub fn blank_document(symbol: &str, language: &str, say: &dyn Fn(&UserMessage) -> String) -> String {
    let blocks = blocks(symbol, language, &|id| say(&user_message(id)));
    let mut out = String::new();
    comment(&mut out, &say(&user_message("document-new")));
    comment(&mut out, &say(&user_message("document-new-check")));
    let mut told: Vec<(&str, &str)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        out.push('\n');
        if !block.header.is_empty() {
            comment(&mut out, &say(&user_message(block.about)));
            out.push_str(&format!("{}\n", block.header));
        }
        for key in block.table.keys.iter().filter(|key| !key.example.is_empty()) {
            let given = block.given.iter().find(|(name, _)| *name == key.name);
            let name = (block.table.about, key.name);
            let later = || {
                blocks.iter().skip(at + 1).any(|other| {
                    other.table.about == block.table.about
                        && other.given.iter().any(|(name, _)| *name == key.name)
                })
            };
            // A key is told once: where it is first given, or among the first keys of its kind of table.
            if !told.contains(&name) && (given.is_some() || !later()) {
                tell(&mut out, key, say);
                told.push(name);
                if given.is_none() {
                    out.push_str(&format!("#{} = {}\n", key.name, key.example));
                }
            }
            if let Some((name, value)) = given {
                out.push_str(&format!("{name} = {value}\n"));
            }
        }
    }
    out
}

fn comment(out: &mut String, sentence: &str) {
    out.push_str(&format!("# {sentence}\n"));
}

/// What a key is and may be, and the keys of its entries.
fn tell(out: &mut String, key: &DocumentKey, say: &dyn Fn(&UserMessage) -> String) {
    let told = |key: &DocumentKey| {
        let about = user_message(key.about);
        let about = if key.required { user_message("document-required").and("about", about) } else { about };
        say(&user_message("document-told").and("about", about).and("allowed", key.value.allowed()))
    };
    comment(out, &told(key));
    if let KeyValue::Items(table) | KeyValue::Names(table) = key.value {
        for entry in table.keys {
            comment(out, &format!("  {}: {}", entry.name, told(entry)));
        }
    }
}

fn blocks(symbol: &str, language: &str, word: &dyn Fn(&'static str) -> String) -> Vec<Block> {
    let block = |table, header, about, given: &[(&'static str, String)]| Block {
        table,
        header,
        about,
        given: given.to_vec(),
    };
    let of = |table: &'static DocumentTable, given: &[(&'static str, String)]| {
        block(table, table.headers.first().copied().unwrap_or_default(), table.about, given)
    };
    let text = |id| quoted(&word(id));
    let plain = quoted;
    let length = |id| word(id).chars().count().to_string();
    let footnote = |header, at: Option<&'static str>| {
        let place = at.map(|at| ("at", length(at)));
        let given: Vec<_> = [("mark", plain(if at.is_some() { "1" } else { "*" }))]
            .into_iter()
            .chain([("text", text("document-new-word-footnote"))])
            .chain(place)
            .collect();
        block(&FOOTNOTE, header, FOOTNOTE.about, &given)
    };
    let bold = format!("[{{ style = \"bold\", start = 0, end = {} }}]", length("document-new-word-text"));
    let (year, meetings) = (text("document-new-word-year"), text("document-new-word-meetings"));
    vec![
        of(&FILE, &[("format", super::DOCUMENT_FORMAT.to_string())]),
        of(
            &MASTHEAD,
            &[
                ("symbol", plain(symbol)),
                ("language", plain(language)),
                ("title", text("document-new-word-title")),
            ],
        ),
        footnote("[[masthead.footnote]]", None),
        of(
            &SECTION,
            &[
                ("id", plain("i")),
                ("number", plain("I.")),
                ("title", text("document-new-word-heading")),
                ("level", "1".to_owned()),
            ],
        ),
        block(
            &SECTION,
            "[[section]]",
            "document-new-annex",
            &[
                ("id", plain("annex-i")),
                ("title", text("document-new-word-annex")),
                ("level", "1".to_owned()),
                ("series", plain("annex I")),
            ],
        ),
        footnote("[[section.footnote]]", Some("document-new-word-annex")),
        of(
            &SPEAKER,
            &[
                ("id", plain("chair")),
                ("name", text("document-new-word-chair")),
                ("role", plain("chair")),
                ("kind", plain("person")),
            ],
        ),
        of(
            &PARAGRAPH,
            &[
                ("number", plain("1")),
                ("section", plain("i")),
                ("speakers", "[\"chair\"]".to_owned()),
                ("recommendation", plain("makes")),
                ("text", text("document-new-word-text")),
                ("emphasis", bold),
            ],
        ),
        footnote("[[paragraph.footnote]]", Some("document-new-word-text")),
        of(
            &SUBPARAGRAPH,
            &[("label", plain("(a)")), ("level", "1".to_owned()), ("text", text("document-new-word-first"))],
        ),
        of(&SUBPARAGRAPH, &[("label", plain("(b)")), ("text", text("document-new-word-second"))]),
        block(
            &SUBPARAGRAPH,
            "[[paragraph.subparagraph]]",
            "document-new-going-on",
            &[("text", text("document-new-word-going-on"))],
        ),
        block(
            &PARAGRAPH,
            "[[paragraph]]",
            "document-new-unnumbered",
            &[
                ("label", plain("closing")),
                ("section", plain("i")),
                ("text", text("document-new-word-unnumbered")),
            ],
        ),
        block(
            &PARAGRAPH,
            "[[paragraph]]",
            "document-new-cells",
            &[
                ("section", plain("i")),
                ("caption", text("document-new-word-caption")),
                ("header_rows", "1".to_owned()),
                ("rows", format!("[[{year}, {meetings}], [\"2025\", \"3\"]]")),
            ],
        ),
        block(
            &PARAGRAPH,
            "[[paragraph]]",
            "document-new-restarted",
            &[
                ("number", plain("1")),
                ("section", plain("annex-i")),
                ("text", text("document-new-word-restarted")),
            ],
        ),
        of(
            &RECOMMENDATION,
            &[
                ("label", plain("1 (a)")),
                ("from", text("document-new-word-who")),
                ("to", text("document-new-word-whom")),
                ("verb", text("document-new-word-verb")),
                ("theme", text("document-new-word-theme")),
            ],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{DOCUMENT_TABLES, inspect_document};
    use crate::messages::Messages;
    use crate::model::UnitKind;

    #[test]
    fn a_new_document_has_no_mistake_and_tells_every_key() {
        for language in ["en", "zh"] {
            let messages = Messages::of(language).unwrap();
            let text = blank_document("A/80/\"L\".1", "fr", &|said| messages.say(said));
            let inspection = inspect_document(&text);
            assert!(inspection.problems.is_empty(), "{:?}\n{text}", inspection.problems);
            let document = inspection.document.unwrap();
            assert_eq!(document.masthead.symbol.0, "A/80/\"L\".1");
            assert_eq!(document.masthead.language, "fr");
            let kinds: Vec<UnitKind> = document.units().map(|unit| unit.kind).collect();
            for kind in [
                UnitKind::Heading,
                UnitKind::Paragraph,
                UnitKind::Subparagraph,
                UnitKind::Unnumbered,
                UnitKind::Table,
            ] {
                assert!(kinds.contains(&kind), "{kind:?}");
            }
            assert!(
                document.place(&"annex I/1".into()).is_some() && document.place(&"closing".into()).is_some()
            );
            for key in DOCUMENT_TABLES.iter().flat_map(|table| table.keys) {
                let told = messages.word(key.about).unwrap();
                assert!(text.contains(&told), "{} is not told", key.name);
                let stands =
                    |line: &str| line.trim_start_matches('#').starts_with(&format!("{} = ", key.name));
                assert!(key.example.is_empty() || text.lines().any(stands), "{} is not there", key.name);
            }
        }
    }

    #[test]
    fn every_key_that_is_left_out_can_be_used_by_deleting_its_sign() {
        let messages = Messages::english();
        let text = blank_document("A/1", "en", &|said| messages.say(said));
        for line in text.lines().filter(|line| line.starts_with('#') && !line.starts_with("# ")) {
            let used = text.replacen(line, line.trim_start_matches('#'), 1);
            let problems = inspect_document(&used).problems;
            let told: Vec<&str> = problems.iter().map(|problem| problem.said.id).collect();
            // A picture stands in place of a text; a parent must be there; a series gives the paragraph another label.
            let may = ["format-not-beside", "format-unknown-parent", "format-unknown-label"];
            assert!(told.iter().all(|id| may.contains(id)), "{line}: {told:?}");
        }
    }
}
