//! A document of the longest shapes that real ones have: opened, searched, annotated by label in all its series, exported,
//! opened again.

use rapporteur::format::read_document;
use rapporteur::model::{ParagraphForm, UnitKind};

use super::desk::{Place, write};
use super::home::Home;
use super::support::long;

/// Units in several series, and what is written on each.
const NOTED: [(&str, &str); 7] = [
    ("5 (a) (i)", "On half a point."),
    ("171", "Near the end."),
    ("annex I/5 (a)", "On a point."),
    ("annex II/57", "In the middle."),
    ("annex III/38+1", "On what has no number."),
    ("decision 80/1/5 (b)", "On the last point."),
    ("heading/3-7", "On a heading."),
];

#[test]
fn the_document_has_the_longest_shapes() {
    let document = read_document(&long::document(1_000)).unwrap();
    let count = |kind| document.units().filter(|unit| unit.kind == kind).count();
    assert_eq!(document.paragraphs.len(), 1_000);
    assert_eq!(
        (count(UnitKind::Heading), count(UnitKind::Table), count(UnitKind::Unnumbered)),
        (300, 25, 25)
    );
    let tables = document.paragraphs.iter().filter_map(|paragraph| match paragraph.form() {
        ParagraphForm::Table(table) => Some(table),
        _ => None,
    });
    assert!(tables.clone().count() == 25 && tables.clone().all(|table| table.rows.len() == long::ROWS));
    let footnotes: usize = document.paragraphs.iter().map(|paragraph| paragraph.footnotes.len()).sum();
    assert!((475..=500).contains(&footnotes), "{footnotes}");
    assert!(count(UnitKind::Subparagraph) > 700);
    for series in &long::SERIES[1..] {
        assert!(document.paragraphs.iter().any(|paragraph| paragraph.series.as_deref() == Some(series)));
    }
}

#[test]
fn it_is_searched_annotated_exported_and_opened_again() {
    let place = Place::new();
    let path = place.data().join("documents/long.toml");
    write(&path, &long::document(1_000));
    let path = path.to_str().unwrap();
    let mut program = place.start(120, 40, &[path]);
    for (label, note) in NOTED {
        program.keys(&format!(":{label}<Enter>a{note}<Esc><Esc><Esc>"));
    }
    program.keys(":annex I/9<Enter>sq");
    program.keys("/\"item 16\"<Enter>");
    assert!(program.screen().contains("item 16"), "{}", program.screen());
    drop(program);

    let mut again = place.start(120, 40, &[path]);
    let noted: Vec<(&str, &str)> =
        again.open().mine.live_notes().map(|note| (note.paragraph.as_str(), note.body.as_str())).collect();
    assert_eq!(noted.len(), NOTED.len());
    for pair in NOTED {
        assert!(noted.contains(&pair), "{pair:?} is not in {noted:?}");
    }
    // A number is first looked for in the series where one is.
    again.keys(":heading/0-0<Enter><Esc>");
    for (label, note) in NOTED {
        again.keys(&format!(":{label}<Enter>"));
        assert!(again.screen().contains(note), "{label}: {}", again.screen());
        again.keys("<Esc><Esc>");
    }

    let home = Home::new();
    let data = place.data().display().to_string();
    let export =
        home.run(&["--workspace", &data, "--document", "A/80/1000", "--reviewer", "amara", "export"]);
    export.says(&NOTED.map(|(_, note)| note.trim_end_matches('.')));
}
