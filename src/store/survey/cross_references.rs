//! Documents and reviews compared with each other. Pure: what was read goes in, what is wrong comes out.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::Finding;
use crate::format::Placed;
use crate::messages::user_message;
use crate::model::{Anchor, Document, EntryKey, EntryValue, Label, NoteId, Review, Symbol};

/// So many characters of a passage are told.
const SHOWN: usize = 60;

/// A document that can be used.
#[derive(Debug)]
pub(super) struct DocumentFile {
    /// Its file; none: it is part of the program.
    pub path: Option<PathBuf>,
    /// What the file says.
    pub document: Document,
}

/// A review that can be used.
#[derive(Debug)]
pub(super) struct ReviewFile {
    /// Where the file is.
    pub path: PathBuf,
    /// What the places of its outline count in.
    pub source: String,
    /// What the text says.
    pub review: Review,
    /// Where its notes and marks stand.
    pub outline: Vec<Placed>,
    /// Where a review of that symbol by that reviewer lies.
    pub meant: PathBuf,
}

/// All that is wrong between them.
pub(super) fn compare(documents: &[DocumentFile], reviews: &[ReviewFile]) -> Vec<Finding> {
    let mut findings = twice(documents);
    let shelves = Shelf::all(documents);
    let mut ids: HashMap<&NoteId, &Path> = HashMap::new();
    for file in reviews {
        if file.path != file.meant {
            let what = user_message("check-review-misplaced").with("reviewer", &file.review.reviewer);
            let hint = user_message("check-review-misplaced-hint").with("path", file.meant.display());
            let what = what.with("symbol", &file.review.symbol);
            findings.push(Finding::error(&file.path, None, what, hint));
            // It is not read where it lies. What it says besides is another's word, most often a copy.
            continue;
        }
        match shelves.get(&file.review.symbol) {
            Some(shelf) => against(shelf, file, &mut findings),
            None => {
                let what = user_message("check-review-no-document").with("symbol", &file.review.symbol);
                let hint = user_message("check-review-no-document-hint");
                findings.push(Finding::error(&file.path, None, what, hint));
            }
        }
        for placed in &file.outline {
            undecided(file, placed, &mut findings);
            if let EntryKey::Note(id) = &placed.key
                && let Some(other) = ids.insert(id, &file.path).filter(|other| *other != file.path)
            {
                let what = user_message("check-note-twice").with("id", id).with("other", other.display());
                let hint = user_message("check-note-twice-hint");
                findings.push(Finding::error(&file.path, Some(placed.at), what, hint));
            }
        }
    }
    findings
}

/// Documents that another file has in the same language.
fn twice(documents: &[DocumentFile]) -> Vec<Finding> {
    let mut seen: HashMap<(&Symbol, &str), &Path> = HashMap::new();
    let mut findings = Vec::new();
    for DocumentFile { path, document } in documents {
        let Some(path) = path else { continue };
        if let Some(other) = seen.insert((document.symbol(), document.language()), path) {
            let what = user_message("check-document-twice").with("symbol", document.symbol());
            let what = what.with("language", document.language()).with("other", other.display());
            findings.push(Finding::error(path, None, what, user_message("check-document-twice-hint")));
        }
    }
    findings
}

/// The versions of one document.
#[derive(Debug, Default)]
struct Shelf<'d> {
    numbers: HashSet<&'d Label>,
    /// The text of each paragraph in each language.
    texts: HashMap<(&'d str, &'d Label), &'d str>,
    languages: HashSet<&'d str>,
    /// The first and the last paragraph.
    ends: Option<(&'d Label, &'d Label)>,
}

impl<'d> Shelf<'d> {
    fn all(documents: &'d [DocumentFile]) -> HashMap<&'d Symbol, Self> {
        let mut shelves: HashMap<&Symbol, Self> = HashMap::new();
        for DocumentFile { document, .. } in documents {
            let shelf = shelves.entry(document.symbol()).or_default();
            shelf.languages.insert(document.language());
            let ends = document.paragraphs.first().zip(document.paragraphs.last());
            shelf.ends = shelf.ends.or(ends.map(|(first, last)| (&first.label, &last.label)));
            for paragraph in &document.paragraphs {
                shelf.numbers.insert(&paragraph.label);
                shelf.texts.insert((document.language(), &paragraph.label), paragraph.text());
            }
        }
        shelves
    }
}

fn against(shelf: &Shelf<'_>, file: &ReviewFile, findings: &mut Vec<Finding>) {
    for placed in &file.outline {
        let record = file.review.get(&placed.key);
        if record.is_some_and(|record| !record.is_live()) {
            continue;
        }
        let (number, byte) = &placed.paragraph;
        if !shelf.numbers.contains(number) {
            let what = user_message("check-no-paragraph").with("number", number);
            let what = what.with("symbol", &file.review.symbol);
            let hint = match shelf.ends {
                Some((first, last)) => {
                    user_message("check-no-paragraph-hint").with("first", first).with("last", last)
                }
                None => user_message("check-no-paragraphs-hint"),
            };
            findings.push(Finding::error(&file.path, Some(*byte), what, hint));
        } else if let Some(EntryValue::Anchor(anchor)) = record.and_then(|record| record.get("anchor"))
            && let Some(text) = shelf.texts.get(&(anchor.language.as_str(), number))
        {
            passage(&anchor, text, number, file, placed.anchor, findings);
        }
    }
}

/// Whether the passage of an anchor still stands where its writer put it.
fn passage(
    anchor: &Anchor,
    text: &str,
    number: &Label,
    file: &ReviewFile,
    byte: usize,
    findings: &mut Vec<Finding>,
) {
    let there = text.char_indices().nth(anchor.start).map(|(at, _)| at);
    let found = anchor.find(text);
    if found.is_some() && found.as_ref().map(|found| found.start) == there {
        return;
    }
    let (what, hint) = match found {
        None => (user_message("check-anchor-gone"), user_message("check-anchor-gone-hint")),
        Some(_) => (user_message("check-anchor-moved"), user_message("check-anchor-moved-hint")),
    };
    let mut shown: String = anchor.exact.chars().take(SHOWN).collect();
    if shown.len() < anchor.exact.len() {
        shown.push('…');
    }
    let what = what.with("passage", shown).with("number", number).with("language", &anchor.language);
    findings.push(Finding::warning(&file.path, Some(byte), what, hint));
}

fn undecided(file: &ReviewFile, placed: &Placed, findings: &mut Vec<Finding>) {
    for (field, byte) in &placed.undecided {
        let what = user_message("check-undecided").with("field", field);
        findings.push(Finding::warning(&file.path, Some(*byte), what, user_message("check-undecided-hint")));
    }
}
