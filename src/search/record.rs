//! What is searched: one record for each paragraph (with its speakers), heading, note, and for the masthead.
//! Builds records; decides nothing about queries.

use crate::model::{Document, Masthead, NoteId, Paragraph, ParagraphNumber, Section, Speaker};

use super::dense::Dense;
use super::hit::Field;
use super::index::NoteText;

/// A text with its folded form.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) source: Box<str>,
    pub(super) dense: Dense,
    /// Whether loose matches count in it: not in labels.
    pub(super) loose: bool,
}

impl Piece {
    fn new(source: &str) -> Self {
        Self { source: source.into(), dense: Dense::new(source), loose: true }
    }

    fn label(source: &str) -> Self {
        Self { loose: false, ..Self::new(source) }
    }
}

/// What a record stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Paragraph,
    Heading,
    Note(NoteId),
    Masthead,
}

/// One thing that can be found.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) what: What,
    /// The paragraph that it leads to.
    pub(super) leads_to: Option<ParagraphNumber>,
    /// Where that paragraph stands in the document.
    pub(super) position: usize,
    /// The paragraph's number, folded, for `^18`; empty for all else.
    pub(super) number: Vec<char>,
    /// Its own text, then what else leads to it: the lines of its speakers, a note's tags and reviewer.
    pub(super) pieces: Vec<Piece>,
}

impl Record {
    /// What kind of text the piece is.
    pub(super) fn field(&self, piece: usize) -> Field {
        match (&self.what, piece) {
            (What::Paragraph, 0) => Field::Text,
            (What::Paragraph, _) => Field::Speaker,
            (What::Heading, _) => Field::Heading,
            (What::Note(_), _) => Field::Note,
            (What::Masthead, _) => Field::Masthead,
        }
    }

    /// The piece that marks speak of: a note's labels are not shown, its body is.
    pub(super) fn shown_piece(&self, piece: usize) -> Option<&Piece> {
        match self.what {
            What::Note(_) if piece > 0 => None,
            _ => self.pieces.get(piece),
        }
    }

    /// Paragraphs come first, then notes and headings, then the masthead.
    pub(super) fn group(&self) -> u8 {
        match self.what {
            What::Paragraph => 0,
            What::Note(_) | What::Heading => 1,
            What::Masthead => 2,
        }
    }

    pub(super) fn paragraph(document: &Document, paragraph: &Paragraph, position: usize) -> Self {
        let mut pieces = vec![Piece::new(paragraph.text())];
        pieces.extend(document.speakers_of(paragraph).map(|speaker| Piece::new(&speaker_line(speaker))));
        Self {
            what: What::Paragraph,
            leads_to: Some(paragraph.number.clone()),
            position,
            number: Dense::new(paragraph.number.as_str()).chars().to_vec(),
            pieces,
        }
    }

    pub(super) fn heading(document: &Document, section: &Section, at: usize) -> Self {
        let first = document.paragraphs_below(at).first().copied();
        Self {
            what: What::Heading,
            leads_to: first
                .and_then(|at| document.paragraphs.get(at))
                .map(|paragraph| paragraph.number.clone()),
            position: first.unwrap_or(usize::MAX),
            number: Vec::new(),
            pieces: vec![Piece::new(&section.heading())],
        }
    }

    pub(super) fn masthead(masthead: &Masthead) -> Self {
        Self {
            what: What::Masthead,
            leads_to: None,
            position: 0,
            number: Vec::new(),
            pieces: vec![Piece::new(&masthead_line(masthead))],
        }
    }

    pub(super) fn note(note: &NoteText<'_>, position: usize) -> Self {
        let mut pieces = vec![Piece::new(note.body)];
        pieces.extend(note.tags.iter().map(|tag| Piece::label(&format!("#{tag}"))));
        pieces.push(Piece::label(note.reviewer));
        Self {
            what: What::Note(note.id.clone()),
            leads_to: Some(note.paragraph.clone()),
            position,
            number: Vec::new(),
            pieces,
        }
    }
}

/// The text that is searched for a speaker, which marks of [`Field::Speaker`] count in:
/// `国际奥林匹克委员会 (IOC) · International Olympic Committee`.
#[must_use]
pub fn speaker_line(speaker: &Speaker) -> String {
    match &speaker.english {
        Some(english) if english != &speaker.name => format!("{} · {english}", speaker.full_name()),
        _ => speaker.full_name(),
    }
}

/// The text that is searched for the masthead, which marks of [`Field::Masthead`] count in:
/// symbol, organ, body, session, title and part, with ` · ` between them.
#[must_use]
pub fn masthead_line(masthead: &Masthead) -> String {
    let named = [
        Some(&masthead.symbol.0),
        masthead.organ.as_ref(),
        masthead.body.as_ref(),
        masthead.session.as_ref(),
    ];
    let titles = [Some(&masthead.title), masthead.part.as_ref()];
    let parts: Vec<&str> = named
        .into_iter()
        .chain(titles)
        .flatten()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}
