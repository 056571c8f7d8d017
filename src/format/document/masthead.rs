//! `[masthead]`.

use super::symbol;
use crate::format::findings::Findings;
use crate::format::table::{Table, TextValue};
use crate::messages::user_message;
use crate::model::{Masthead, Symbol};

/// The keys that may stand in it; any other is told.
const KEYS: [&str; 16] = [
    "symbol",
    "organ",
    "body",
    "session",
    "dates",
    "place",
    "distribution",
    "date",
    "language",
    "original_language",
    "job_number",
    "barcode",
    "title",
    "kind",
    "part",
    "unofficial",
];

pub(super) fn read(root: &Table<'_>, findings: &mut Findings<'_>) -> Option<Masthead> {
    if root.get("masthead").is_none() {
        findings.error(0..0, user_message("format-no-masthead"), user_message("format-no-masthead-hint"));
        return None;
    }
    let table = findings.table(root, "masthead")?;
    findings.only(&table, &KEYS);
    let symbol = findings.required(&table, "symbol");
    if let Some(symbol) = &symbol {
        symbol::check(symbol, findings);
    }
    let language = findings.required(&table, "language");
    let original = findings.text(&table, "original_language");
    let title = findings.required(&table, "title");
    for code in [&language, &original].into_iter().flatten() {
        check_language(code, findings);
    }
    let mut optional = |key| findings.text(&table, key).map(|text| text.value);
    Some(Masthead {
        organ: optional("organ"),
        body: optional("body"),
        session: optional("session"),
        dates: optional("dates"),
        place: optional("place"),
        distribution: optional("distribution"),
        date: optional("date"),
        job_number: optional("job_number"),
        barcode: optional("barcode"),
        kind: optional("kind"),
        part: optional("part"),
        unofficial: optional("unofficial"),
        original_language: original.map(|text| text.value),
        symbol: Symbol(symbol?.value),
        language: language?.value,
        title: title?.value,
    })
}

/// ISO 639: two or three small letters.
fn check_language(code: &TextValue, findings: &mut Findings<'_>) {
    let letters = code.value.chars().all(|c| c.is_ascii_lowercase());
    if !letters || !(2..=3).contains(&code.value.len()) {
        let what = user_message("format-language").with("language", &code.value);
        findings.error(code.at.clone(), what, user_message("format-language-hint"));
    }
}
