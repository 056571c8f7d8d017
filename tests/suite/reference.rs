//! The reference document says what the printed document says: nothing added, lost or changed.

use rapporteur::format::{BUILTINS, Builtin, REFERENCE, inspect_document, reference, write_document};
use rapporteur::messages::Messages;
use rapporteur::model::{Basis, Document, ParagraphIndex, Recommendation, SpeakerContext, SpeakerRole};

/// The printed document as extracted, unchanged.
const PRINTED: &str = include_str!("../fixtures/zh-CAC_COSP_WG.4_2019_L.1_Add.1.txt");

pub(crate) fn document() -> Document {
    let document = read(REFERENCE);
    assert_eq!(Some(&document), reference().ok().as_ref());
    document
}

/// A document that is compiled in, of which there is nothing to say.
pub(crate) fn read(builtin: Builtin) -> Document {
    let messages = Messages::english();
    let inspection = inspect_document(builtin.source);
    let problems: Vec<String> = inspection.problems.iter().map(|p| messages.say(&p.said)).collect();
    assert_eq!(problems, Vec::<String>::new(), "{}", builtin.file_name);
    inspection.document.unwrap()
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The document in the order of the print, with the print's own furniture: the name of the United Nations, the
/// labels and language names of the masthead, the two dates beside the job number, asterisks at the bar code.
fn as_printed(document: &Document) -> String {
    let head = &document.masthead;
    let or = |field: &Option<String>| field.clone().unwrap();
    let mut out = format!(
        "联合国{}{}Distr.:{}{}",
        head.symbol,
        or(&head.organ),
        or(&head.distribution),
        or(&head.date)
    );
    out += &format!("ChineseOriginal:English{}060919060919*{}*", or(&head.job_number), or(&head.barcode));
    out += &format!("{}{}{}，{}", or(&head.body), or(&head.session), or(&head.dates), or(&head.place));
    out += &format!("{}{}", head.title, or(&head.part));
    let mut paragraphs = document.paragraphs.iter().peekable();
    for section in &document.sections {
        out += &section.heading();
        while let Some(paragraph) = paragraphs.next_if(|p| p.section.as_ref() == Some(&section.id)) {
            out += &format!("{}. {}", paragraph.label, paragraph.text());
        }
    }
    assert!(paragraphs.next().is_none(), "a paragraph is out of the order of the sections");
    out
}

#[test]
fn the_document_is_the_printed_text_character_for_character() {
    let (ours, printed) = (without_space(&as_printed(&document())), without_space(PRINTED));
    let same = ours.chars().zip(printed.chars()).take_while(|(a, b)| a == b).count();
    let from = |text: &str| text.chars().skip(same.saturating_sub(5)).take(30).collect::<String>();
    assert_eq!(from(&ours), from(&printed), "they differ at character {same}");
    assert_eq!(ours.chars().count(), printed.chars().count());
    assert_eq!(ours, printed);
}

#[test]
fn spaces_inside_a_paragraph_are_the_printed_ones() {
    // A line of the print, without its ends, is found in the text as it stands: only line breaks were joined.
    let document = document();
    let texts: Vec<String> = document
        .paragraphs
        .iter()
        .map(|p| format!("{}. {}", p.label, p.text()))
        .chain(document.sections.iter().map(|s| s.heading()))
        .collect();
    let body = PRINTED.split("增编").nth(1).unwrap();
    for line in body.lines().map(str::trim).filter(|line| !line.is_empty()) {
        assert!(texts.iter().any(|text| text.contains(line)), "{line}");
    }
    for text in texts {
        assert!(!text.contains("  ") && text.trim() == text, "{text}");
    }
}

#[test]
fn headings_and_paragraphs_are_counted() {
    let document = document();
    let headings: Vec<(Option<&str>, u8)> =
        document.sections.iter().map(|s| (s.number.as_deref(), s.level)).collect();
    assert_eq!(headings, [(Some("三."), 1), (None, 2), (Some("B."), 2)]);
    let numbers: Vec<String> = document.paragraphs.iter().map(|p| p.label.to_string()).collect();
    assert_eq!(numbers, (1..=20).map(|n| n.to_string()).collect::<Vec<_>>());
    assert_eq!(document.paragraphs_below(0).len(), 20);
    assert_eq!(document.paragraphs_below(1), (0..15).map(ParagraphIndex).collect::<Vec<_>>());
    assert_eq!(document.paragraphs_below(2), (15..20).map(ParagraphIndex).collect::<Vec<_>>());
}

#[test]
fn each_speaker_speaks_where_the_text_says_so() {
    let document = document();
    let speaks = |id: &str| -> Vec<(String, Basis)> {
        let of = |p: &rapporteur::model::Paragraph| {
            let found = p.speakers.iter().find(|a| a.speaker.0 == id)?;
            Some((p.label.to_string(), found.basis))
        };
        document.paragraphs.iter().filter_map(of).collect()
    };
    let named = |numbers: &[u32]| -> Vec<(String, Basis)> {
        numbers.iter().map(|n| (n.to_string(), Basis::Named)).collect()
    };
    assert_eq!(speaks("chair"), named(&[1, 16]));
    let mut secretariat = named(&[2, 3]);
    secretariat.extend((4..=14).map(|n| (n.to_string(), Basis::Inferred)));
    secretariat.extend(named(&[17]));
    assert_eq!(speaks("secretariat"), secretariat);
    for (id, number) in [("unnamed", 15), ("myanmar", 18), ("ioc", 19), ("iaca", 20)] {
        assert_eq!(speaks(id), named(&[number]), "{id}");
    }
    assert!(document.paragraphs.iter().all(|p| p.speakers.len() == 1));
    let panelists: Vec<(String, SpeakerRole, SpeakerContext)> =
        document.speakers.iter().filter(|s| s.panelist).map(|s| (s.full_name(), s.role, s.context)).collect();
    assert_eq!(
        panelists,
        [
            ("缅甸".into(), SpeakerRole::Panelist, SpeakerContext::Panel),
            ("国际奥林匹克委员会 (IOC)".into(), SpeakerRole::Panelist, SpeakerContext::Panel),
            ("国际反腐败学院 (IACA)".into(), SpeakerRole::Speaker, SpeakerContext::Discussion),
        ]
    );
}

#[test]
fn no_paragraph_makes_a_recommendation_and_the_last_five_discuss_them() {
    for (at, paragraph) in document().paragraphs.iter().enumerate() {
        let expected = if at >= 15 { Recommendation::Discusses } else { Recommendation::None };
        assert_eq!(paragraph.recommendation, expected, "{}", paragraph.label);
    }
}

#[test]
fn every_name_of_a_speaker_stands_in_a_paragraph_that_names_it() {
    for document in BUILTINS.map(read) {
        for paragraph in &document.paragraphs {
            for attribution in paragraph.speakers.iter().filter(|a| a.basis == Basis::Named) {
                let speaker = document.speaker(&attribution.speaker).unwrap();
                assert!(paragraph.text().contains(&speaker.name), "{} {}", paragraph.label, speaker.name);
            }
        }
    }
}

#[test]
fn the_documents_are_written_as_their_files_are() {
    let comments =
        |source: &str| source.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    for builtin in BUILTINS {
        let written = write_document(&read(builtin));
        assert_eq!(written.trim(), comments(builtin.source).trim(), "{}", builtin.file_name);
    }
}
