//! The keys of a document file, for the README and the manual page: made from the table from which the files are read.

use clap_mangen::roff::{Roff, bold, roman};

use crate::format::{DOCUMENT_TABLES, DocumentKey, DocumentTable};
use crate::messages::{Messages, user_message};

/// Keys that say something by themselves: what is a table of its own is told by that table.
fn keys(table: &DocumentTable) -> impl Iterator<Item = &'static DocumentKey> {
    table.keys.iter().filter(|key| !key.example.is_empty())
}

/// What a key is and whether it must be there.
fn about(messages: &Messages, key: &DocumentKey) -> String {
    let about = messages.word(key.about).unwrap_or_default();
    if !key.required {
        return about;
    }
    messages.say(&user_message("document-required").with("about", about))
}

/// As Markdown: a table for each table of the file.
#[must_use]
pub fn markdown(messages: &Messages) -> String {
    let word = |id: &str| messages.word(id).unwrap_or_default();
    let heads = ["document-key", "document-is", "document-may", "document-example"].map(word).join(" | ");
    let parts = DOCUMENT_TABLES.iter().filter(|table| !table.headers.is_empty()).map(|table| {
        let headers = messages.listed(table.headers.iter().map(|header| format!("`{header}`")));
        let rows = keys(table).map(|key| {
            let (about, may) = (about(messages, key), messages.say(&key.value.allowed()));
            format!("| `{}` | {about} | {may} | `{}` |\n", key.name, key.example)
        });
        let rows: String = rows.collect();
        format!("{headers}: {}\n\n| {heads} |\n| --- | --- | --- | --- |\n{rows}", word(table.about))
    });
    parts.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// As a section of the manual page.
pub fn manual(messages: &Messages, roff: &mut Roff) {
    let word = |id: &str| messages.word(id).unwrap_or_default();
    roff.control("SH", [word("document-heading").as_str()]);
    roff.text([roman(word("document-about"))]);
    for table in DOCUMENT_TABLES.iter().filter(|table| !table.headers.is_empty()) {
        roff.control("SS", [messages.listed(table.headers).as_str()]);
        roff.text([roman(word(table.about))]);
        for key in keys(table) {
            roff.control("TP", []).text([bold(format!("{} = {}", key.name, key.example))]);
            let may = messages.say(&key.value.allowed());
            let told = user_message("document-told").with("about", about(messages, key)).with("allowed", may);
            roff.text([roman(messages.say(&told))]);
        }
    }
}
