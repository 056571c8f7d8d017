//! `[masthead]`.

use super::{marks, reference, symbol};
use crate::format::findings::Findings;
use crate::format::table::{Table, TextValue};
use crate::messages::user_message;
use crate::model::{Masthead, Procedure, Symbol};

pub(super) fn read(root: &Table<'_>, findings: &mut Findings<'_>) -> Option<Masthead> {
    if root.get("masthead").is_none() {
        findings.error(0..0, user_message("format-no-masthead"), user_message("format-no-masthead-hint"));
        return None;
    }
    let table = findings.table(root, "masthead")?;
    findings.only(&table, reference::MASTHEAD.names());
    let symbols = findings.text_or_texts(&table, "symbol");
    for symbol in &symbols {
        symbol::check(symbol, findings);
    }
    let id = findings.text(&table, "id");
    let language = findings.required(&table, "language");
    let originals: Vec<TextValue> =
        findings.text_or_texts(&table, "original_language").into_iter().flat_map(split).collect();
    let title = findings.any_text(&table, "title").map(|text| text.value).unwrap_or_default();
    for code in language.iter().chain(&originals) {
        check_language(code, findings);
    }
    let procedure = findings
        .word(&table, "procedure", &Procedure::ALL.map(|procedure| (procedure.word(), procedure)))
        .unwrap_or_default();
    let footnotes = marks::footnotes(&table, findings, None);
    let mut symbols = symbols.into_iter().map(|text| Symbol(text.value));
    let (symbol, symbol_is_id) = match (symbols.next(), id) {
        (Some(symbol), _) => (Some(symbol), false),
        // A symbol that is there and wrong was told.
        (None, _) if table.get("symbol").is_some() => (None, false),
        (None, Some(id)) => {
            symbol::check(&id, findings);
            (Some(Symbol(id.value)), true)
        }
        (None, None) => {
            let id = derived_id(&title);
            let what = user_message("format-no-symbol").with("id", &id);
            let hint = user_message("format-no-symbol-hint").with("id", &id);
            findings.warn(table.at.clone(), what, hint);
            (Some(Symbol(id)), true)
        }
    };
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
        agenda_item: optional("agenda_item"),
        rapporteur: optional("rapporteur"),
        original_languages: originals.into_iter().map(|text| text.value).collect(),
        symbol: symbol?,
        symbol_is_id,
        further_symbols: symbols.collect(),
        procedure,
        footnotes,
        language: language?.value,
        title,
    })
}

/// `ar/en/fr` names three languages.
fn split(codes: TextValue) -> Vec<TextValue> {
    let at = codes.at;
    codes.value.split('/').map(|code| TextValue { value: code.trim().to_owned(), at: at.clone() }).collect()
}

/// What a document without symbol and id is called as long as nobody gives it one: its title, as file names have it.
fn derived_id(title: &str) -> String {
    let words: Vec<&str> =
        title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8).collect();
    if words.is_empty() { "document".to_owned() } else { words.join("-").to_lowercase() }
}

/// ISO 639: two or three small letters.
fn check_language(code: &TextValue, findings: &mut Findings<'_>) {
    let letters = code.value.chars().all(|c| c.is_ascii_lowercase());
    if !letters || !(2..=3).contains(&code.value.len()) {
        let what = user_message("format-language").with("language", &code.value);
        findings.error(code.at.clone(), what, user_message("format-language-hint"));
    }
}
