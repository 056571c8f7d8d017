//! Units that are no numbered paragraphs of the main series are found, and lead to where they are shown. Test code only.

use crate::model::{
    Document, Footnote, Label, Masthead, NoteId, NoteKind, Paragraph, ReviewStatus, Section, SectionId,
    SubParagraph, Symbol, TableCells,
};
use crate::search::*;

fn document() -> Document {
    let footnote = |text: &str| Footnote { mark: "1".into(), text: text.into(), place: None };
    let section = |id: &str, title: &str| Section::new(SectionId(id.into()), title, 1);
    let sub = |label: &str, text: &str| SubParagraph { label: label.into(), level: 1, text: text.into() };
    let here = || SectionId("i".into());
    let mut masthead = Masthead::new(Symbol("A/80/1".into()), "en", "Report");
    masthead.further_symbols.push(Symbol("S/2026/1".into()));
    let mut first = section("i", "Decisions");
    first.footnotes.push(footnote("As orally revised."));
    let mut opening = Paragraph::new("0+1".into(), here(), "Recalling its mandate,", Vec::new());
    opening.number = None;
    let subs = vec![sub("(a)", "Ratify the treaty;"), sub("(b)", "Report on (a) every year.")];
    let mut ten = Paragraph::new("10".into(), here(), "The Committee recommends:", subs);
    ten.footnotes.push(footnote("See the treaty on 10 trees."));
    let rows = [["State", "Due"], ["Myanmar", "12"], ["Fiji", "7"]];
    let rows = rows.map(|row| row.map(str::to_owned).to_vec()).to_vec();
    let table = TableCells { caption: "Dues".into(), header_rows: 1, rows };
    let mut annex = Paragraph::new("annex I/3".into(), SectionId("annex".into()), "Places.", Vec::new());
    annex.series = Some("annex I".into());
    let paragraphs = vec![
        opening,
        Paragraph::new("PP2".into(), here(), "Noting the report,", Vec::new()),
        ten,
        Paragraph::table("10+1".into(), Some(here()), table),
        Paragraph::image("10+2".into(), Some(here()), "Flow of funds"),
        annex,
    ];
    let sections = vec![first, section("annex", "Annex"), section("last", "Left out")];
    Document::new(masthead, sections, Vec::new(), paragraphs)
}

fn index(notes: &[NoteText<'_>]) -> Index {
    let document = document();
    let mut index = Index::default();
    index.put(&document);
    index.set_notes(document.symbol(), "en", notes);
    index
}

/// Each hit as `paragraph unit field: excerpt`, what was matched in brackets.
fn found(index: &Index, typed: &str) -> Vec<String> {
    let (document, query) = (document(), Query::parse(typed));
    let mut search = SearchRun::new(index, &query, 10);
    search.finish();
    let found = search.found(|_, _, at| document.paragraph_at(at).map(|paragraph| paragraph.text().into()));
    assert_eq!(found.all(), found.hits.len(), "{typed}");
    let hit = |hit: &Hit| {
        let label = |label: &Option<Label>| label.as_ref().map_or("-".to_owned(), Label::to_string);
        let mut excerpt = String::new();
        for (at, c) in hit.snippet.text.chars().enumerate() {
            excerpt.extend(hit.snippet.ranges.iter().any(|range| range.start == at).then_some('['));
            excerpt.push(c);
            excerpt.extend(hit.snippet.ranges.iter().any(|range| range.end == at + 1).then_some(']'));
        }
        format!("{} {} {}: {excerpt}", label(&hit.paragraph), label(&hit.unit), hit.field.word())
    };
    found.hits.iter().map(hit).collect()
}

#[track_caller]
fn check(typed: &str, hits: &[&str]) {
    assert_eq!(found(&index(&[]), typed), hits, "{typed}");
}

#[test]
fn words_are_found_wherever_they_stand_and_name_their_unit() {
    check("mandate", &["0+1 - text: Recalling its [mandate],"]);
    check("ratify", &["10 10 (a) text: (a) [Ratify] the treaty;"]);
    check("recommends", &["10 - text: The Committee [recommends]:"]);
    check("fiji", &["10+1 - text: [Fiji] 7"]);
    check("dues", &["10+1 - text: [Dues]"]);
    check("funds", &["10+2 - text: Flow of [funds]"]);
    check("trees", &["10 - text: See the treaty on 10 [trees]."]);
    check("orally", &["0+1 - heading: As [orally] revised."]);
    check("S/2026", &["- - masthead: A/80/1 · Report · [S/2026]/1"]);
}

#[test]
fn a_label_finds_its_unit_first() {
    check("10 (a)", &["10 10 (a) text: (a) Ratify the treaty;"]);
    check("10(A)", &["10 10 (a) text: (a) Ratify the treaty;"]);
    check("pp2", &["PP2 - text: Noting the report,"]);
    check("Annex I/3", &["annex I/3 - text: Places."]);
    check("10+1", &["10+1 - text: Dues"]);
    check("10 (z)", &[]);
}

#[test]
fn a_note_on_a_unit_leads_to_where_it_is_shown() {
    let id = NoteId("n".into());
    for (label, hit) in [
        ("10 (b)", "10 10 (b) note: [zebra]"),
        ("10", "10 - note: [zebra]"),
        ("heading/annex", "annex I/3 heading/annex note: [zebra]"),
        ("heading/last", "annex I/3 heading/last note: [zebra]"),
        ("annex I/3", "annex I/3 - note: [zebra]"),
        ("77", "77 - note: [zebra]"),
    ] {
        let paragraph = Label::from(label);
        let (kind, tags) = (NoteKind::Comment, Vec::new());
        let note = NoteText { id: &id, reviewer: "amara", paragraph: &paragraph, kind, body: "zebra", tags };
        assert_eq!(found(&index(&[note]), "zebra"), [hit], "{label}");
    }
}

#[test]
fn a_paragraph_is_found_by_the_statuses_of_its_units() {
    let mut index = index(&[]);
    let mut check = |statuses: &[(&str, ReviewStatus)], typed: &str, count: usize| {
        let statuses = statuses.iter().map(|(label, status)| (Label::from(*label), *status)).collect();
        let marks = Marks { statuses, drafts: Vec::new() };
        index.set_marks(document().symbol(), "en", &marks);
        let has = found(&index, typed).iter().filter(|hit| hit.starts_with("10 ")).count();
        assert_eq!(has, count, "{typed} {marks:?}");
    };
    let (accept, amend) = (ReviewStatus::Accept, ReviewStatus::Amend);
    check(&[("10 (a)", accept)], "status:accept", 1);
    check(&[("10 (a)", accept)], "status:unreviewed", 1);
    check(&[("10 (a)", accept), ("10 (b)", amend)], "status:amend", 1);
    check(&[("10 (a)", accept), ("10 (b)", amend)], "status:unreviewed", 0);
    check(&[("10", amend), ("10 (b)", accept)], "status:unreviewed", 0);
    check(&[("10", amend), ("heading/i", accept)], "status:accept", 0);
}

#[test]
fn what_comes_back_from_bytes_knows_units_too() {
    let index = index(&[]);
    let mut loader = IndexLoader::default();
    let parts = (0..).map_while(|at| index.part(at).map(|part| part.into_owned()));
    assert!(parts.into_iter().all(|part| loader.take(part)));
    let back = loader.index().unwrap();
    assert!(back.has(&document()));
    for typed in ["10 (a)", "pp2", "ratify", "trees", "orally", "fiji"] {
        assert_eq!(found(&back, typed), found(&index, typed), "{typed}");
    }
    let mut other = document();
    other.paragraphs[2].footnotes[0].text.push('!');
    assert!(!back.has(&other));
}
