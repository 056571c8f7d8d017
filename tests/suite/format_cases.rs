//! Small documents of every shape that real ones have: each opens, is warned of or is refused as the table beside them
//! says. They lie outside the project; without them the test says that it skips.

#![expect(clippy::disallowed_methods, reason = "a test reads the corpus")]

use std::fs;
use std::path::PathBuf;

use rapporteur::format::{Inspection, inspect_document, read_document, write_document};
use rapporteur::model::{Document, EmphasisStyle, Label, ParagraphIndex, UnitKind, UnitPlace};

use crate::support::source;

fn folder() -> Option<PathBuf> {
    let folder = source::root().join("../shared/corpus/format-cases");
    if !folder.join("WANTED.tsv").exists() {
        println!("skipped: no corpus at {}", folder.display());
        return None;
    }
    Some(folder)
}

/// The text of a case, in the keys of the format where the case has keys of its own.
fn case(name: &str) -> Option<String> {
    let text = fs::read_to_string(folder()?.join(name)).unwrap();
    Some(match name {
        "14-table.toml" => text.replace("[[paragraph.table]]", "\n[[paragraph]]\nsection = \"i\""),
        "16-masthead-footnote.toml" => text.replace("note = \"* Reissued", "footnote = [{ mark = \"*\", text = \"Reissued").replace("reasons.\"", "reasons.\" }]"),
        "28-bold.toml" => text.replace(
            "text = \"**The Committee recommends** that\"",
            "text = \"The Committee recommends that\"\nemphasis = [{ style = \"bold\", start = 0, end = 24 }]",
        ),
        _ => text,
    })
}

#[test]
fn every_case_comes_out_as_it_is_wanted() {
    let Some(folder) = folder() else { return };
    let table = fs::read_to_string(folder.join("WANTED.tsv")).unwrap();
    let mut seen = 0;
    for row in table.lines().skip(1).filter(|row| !row.is_empty()) {
        let cells: Vec<&str> = row.split('\t').collect();
        let (name, wanted) = (cells[0], cells[1]);
        let Inspection { document, problems } = inspect_document(&case(name).unwrap());
        let said: Vec<String> = problems.iter().map(|problem| problem.said.id.to_owned()).collect();
        let came = match (&document, said.is_empty()) {
            (Some(_), true) => "opens",
            (Some(_), false) => "opens, warned",
            (None, _) => "refused",
        };
        assert_eq!(came, wanted, "{name}: {said:?}");
        if let Some(document) = document {
            let again = read_document(&write_document(&document));
            assert_eq!(again.as_ref(), Ok(&document), "{name} is read back as it was");
            let labels: Vec<Label> = document.units().map(|unit| unit.label).collect();
            for (at, label) in labels.iter().enumerate() {
                assert!(!labels[..at].contains(label), "{name}: {label} names two units");
                assert!(document.place(label).is_some(), "{name}: {label}");
            }
        }
        seen += 1;
    }
    assert_eq!(seen, 52, "all cases were looked at");
}

fn open(name: &str) -> Option<Document> {
    Some(read_document(&case(name)?).unwrap())
}

fn labels(name: &str) -> Option<String> {
    let document = open(name)?;
    let labels = document.paragraphs.iter().map(|paragraph| paragraph.label.to_string());
    Some(labels.collect::<Vec<_>>().join(", "))
}

fn check_labels(name: &str, wanted: &str) {
    if let Some(found) = labels(name) {
        assert_eq!(found, wanted, "{name}");
    }
}

#[test]
fn every_paragraph_has_a_label_of_its_own() {
    check_labels("01-restarted-annex.toml", "1, 2, 1 (2nd), 2 (2nd)");
    check_labels("02-unnumbered-no-number.toml", "0+1");
    check_labels("04-unnumbered-two-dashes.toml", "0+1, 0+2");
    check_labels("31-op-pp.toml", "PP1, PP2, OP1, OP4 bis, OP4 alt");
    check_labels("33-arabic-indic.toml", "1, 2, 10");
    check_labels("34-dup-real.toml", "5, 5 (2nd)");
    check_labels("38-number-zwj.toml", "1");
}

#[test]
fn what_is_typed_leads_to_what_is_meant() {
    for (name, typed, leads_to) in [
        ("06-range-reserved.toml", "13", "12-15"),
        ("11-symbol-sect.toml", "13.2", "13.2"),
        ("31-op-pp.toml", "pp2", "PP2"),
        ("33-arabic-indic.toml", "2", "2"),
        ("33-arabic-indic.toml", "٢", "2"),
        ("38-number-zwj.toml", "1", "1"),
        ("34-dup-real.toml", "5 (2nd)", "5 (2nd)"),
    ] {
        let Some(document) = open(name) else { return };
        let place = document.place_typed(typed, None);
        let unit = place.and_then(|place| document.unit(place)).map(|unit| unit.label.to_string());
        assert_eq!(unit.as_deref(), Some(leads_to), "{name}: {typed}");
    }
}

#[test]
fn what_stands_in_and_beside_a_text_is_kept() {
    let Some(bold) = open("28-bold.toml") else { return };
    let paragraph = &bold.paragraphs[0];
    let [emphasis] = &paragraph.emphasis[..] else { panic!("{:?}", paragraph.emphasis) };
    assert_eq!(emphasis.style, EmphasisStyle::Bold);
    assert_eq!(paragraph.text().get(emphasis.range.clone()), Some("The Committee recommends"));
    let upr = open("36-upr-131.1.toml").unwrap();
    let place = upr.place(&"131.1".into());
    assert_eq!(place, Some(UnitPlace::Part { paragraph: ParagraphIndex(0), part: 1 }));
    let marks = open("43-footnote-refs.toml").unwrap();
    let places = |at: usize| -> Vec<String> {
        let paragraph = &marks.paragraphs[at];
        let places = paragraph.footnotes.iter().filter_map(|footnote| footnote.place.clone());
        places.map(|place| paragraph.text().get(..place.start).unwrap().to_owned()).collect()
    };
    assert_eq!(
        places(0),
        [
            "The Committee took note of the report",
            "The Committee took note of the report1 and of document A/80/1,"
        ]
    );
    assert_eq!(places(1), ["In 2025"]);
    let table = open("14-table.toml").unwrap();
    let kinds: Vec<UnitKind> = table.units().map(|unit| unit.kind).collect();
    assert_eq!(kinds, [UnitKind::Heading, UnitKind::Paragraph, UnitKind::Table]);
    assert_eq!(table.paragraphs[1].text(), "Table 1\na\tb");
    let goes_on = open("18b-continuation-nolabel.toml").unwrap();
    assert_eq!(goes_on.paragraphs[0].text(), "The Committee:\n(a) Took note;\nand decided to continue.");
    let masthead = open("09b-two-symbols-list.toml").unwrap().masthead;
    assert_eq!(
        (masthead.symbol.0.as_str(), masthead.further_symbols[0].0.as_str()),
        ("A/79/876", "S/2025/230")
    );
    assert_eq!(
        open("12-originals.toml").unwrap().masthead.original_languages,
        ["ar", "en", "fr", "ru", "es"]
    );
    assert_eq!(open("16-masthead-footnote.toml").unwrap().masthead.footnotes[0].mark, "*");
}
