//! A workspace of generated documents, as `rapporteur --workspace` opens it: the paragraphs of the corpus, with
//! symbols of several reports and their parts, sections and speakers. No measuring.

use std::path::{Path, PathBuf};

use rapporteur::format;
use rapporteur::model::{Attribution, Basis, Document, Label, Paragraph, Section, SectionId, Symbol};

use crate::corpus::Corpus;

/// Parts of a report: itself and its addenda.
const PARTS: usize = 4;
/// Reports of a session.
const REPORTS: usize = 6;
/// The year of the first session.
const FIRST_YEAR: usize = 2004;
/// Paragraphs below one heading.
const BELOW: usize = 20;
/// One paragraph in so many says who spoke.
const SPOKEN: usize = 3;
/// Headings of the second level below one of the first.
const LETTERS: [&str; 5] = ["A.", "B.", "C.", "D.", "E."];

const ROMAN: [&str; 8] = ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII."];
const HAN: [&str; 8] = ["一.", "二.", "三.", "四.", "五.", "六.", "七.", "八."];

/// Writes a workspace of so many paragraphs into a folder, which is made or must be empty. How many documents it has,
/// or what is wrong, in a sentence.
pub fn write(folder: &Path, language: &str, count: usize) -> Result<usize, String> {
    let failed = |path: &Path, error| format!("{}: {error}", path.display());
    let documents = folder.join("documents");
    match std::fs::read_dir(folder).map(|mut entries| entries.next().is_some()) {
        Ok(false) => {}
        Ok(true) => return Err(format!("{} is not empty: name a new folder", folder.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(failed(folder, error)),
    }
    std::fs::create_dir_all(&documents).map_err(|error| failed(&documents, error))?;
    let corpus = Corpus::new(language, count);
    let written = corpus.documents.len();
    for (place, document) in corpus.documents.into_iter().enumerate() {
        let document = dressed(document, place);
        let path = documents.join(file_name(&document));
        std::fs::write(&path, format::write_document(&document)).map_err(|error| failed(&path, error))?;
    }
    Ok(written)
}

fn file_name(document: &Document) -> PathBuf {
    format!("{}.{}.toml", document.symbol().0.replace('/', "_"), document.language()).into()
}

/// A document of the corpus as the part of a report that stands at this place among all.
fn dressed(mut document: Document, place: usize) -> Document {
    let (report, part) = (place / PARTS, place % PARTS);
    let (year, number) = (FIRST_YEAR + report / REPORTS, report % REPORTS + 1);
    let chinese = document.language() == "zh";
    let addendum = match part {
        0 => String::new(),
        part => format!("/Add.{part}"),
    };
    let masthead = &mut document.masthead;
    masthead.symbol = Symbol(format!("A/AC.291/{year}/L.{number}{addendum}"));
    let said = if chinese {
        "为测量而生成，并非联合国文件。"
    } else {
        "Generated for measuring; not a United Nations document."
    };
    masthead.unofficial = Some(said.to_owned());
    if part == 0 {
        masthead.part = None;
    }
    (masthead.job_number, masthead.barcode) = (None, None);
    (masthead.dates, masthead.date) = (None, None);
    let titles: Vec<String> = document.sections.iter().map(|section| section.title.clone()).collect();
    let headings = document.paragraphs.len().div_ceil(BELOW);
    document.sections = sections(headings, &titles, if chinese { &HAN } else { &ROMAN });
    let mut below = document.sections.iter().filter(|section| section.level == 2).cycle();
    let speakers: Vec<_> = document.speakers.iter().map(|speaker| speaker.id.clone()).collect();
    let mut section = SectionId(String::new());
    for (at, paragraph) in document.paragraphs.iter_mut().enumerate() {
        if at % BELOW == 0 {
            section = below.next().map_or_else(|| section.clone(), |section| section.id.clone());
        }
        let number = Label::new(&(at + 1).to_string());
        *paragraph = Paragraph::new(number, section.clone(), paragraph.lead(), Vec::new());
        // The generated text does not name who spoke: a reader would infer it.
        let spoken = (at % SPOKEN == 0).then(|| speakers.get((at / SPOKEN + place) % speakers.len().max(1)));
        paragraph
            .speakers
            .extend(spoken.flatten().map(|id| Attribution { speaker: id.clone(), basis: Basis::Inferred }));
    }
    document
}

/// Headings for so many stretches of text: of the first level, and below each some of the second.
fn sections(stretches: usize, titles: &[String], numbers: &[&str]) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut title = titles.iter().cycle();
    let mut heading = |id: String, number: &str, level: u8| Section {
        number: Some(number.to_owned()),
        ..Section::new(SectionId(id), title.next().map_or("", String::as_str), level)
    };
    for stretch in 0..stretches {
        let (first, second) = (stretch / LETTERS.len(), stretch % LETTERS.len());
        if second == 0 {
            let number = numbers.get(first % numbers.len()).copied().unwrap_or_default();
            sections.push(heading(format!("s{}", first + 1), number, 1));
        }
        let letter = LETTERS.get(second).copied().unwrap_or_default();
        sections.push(heading(format!("s{}-{}", first + 1, second + 1), letter, 2));
    }
    sections
}
