//! What is to be decided: what vanished or went back without a word, and values on which two sides disagree. Read off
//! the state; nothing of it is accepted silently.

use super::state::App;
use super::{Look, Mode};
use crate::export::{field_said, other_said, other_text, value_said, whence_said};
use crate::messages::{Said, said};
use crate::model::{Disagreement, Entry, FieldValue, Lost, Mark, Note, NoteId, ParagraphNumber};
use crate::page::{NoteView, keep_in_view};
use crate::text;

use ratatui::layout::Rect;

/// Two sides say different things: signs of ASCII, since U+2260 is two columns wide in some terminals.
const DIFFERS: &str = "<>";

/// One thing to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// A note that vanished or went back, as it was seen.
    Note(Box<Note>),
    /// A mark that vanished or went back, as it was seen.
    Mark(ParagraphNumber, Mark),
    /// Two values of one field.
    Between {
        /// Of what.
        of: Entry,
        /// On which paragraph.
        paragraph: ParagraphNumber,
        /// The value that stands.
        stands: FieldValue,
        /// The other.
        other: Disagreement,
    },
}

impl Decision {
    /// The paragraph that it is about.
    #[must_use]
    pub fn paragraph(&self) -> &ParagraphNumber {
        match self {
            Self::Note(note) => &note.paragraph,
            Self::Mark(number, _) | Self::Between { paragraph: number, .. } => number,
        }
    }

    /// The note that it is about, if it is about one.
    #[must_use]
    pub fn note(&self) -> Option<&NoteId> {
        match self {
            Self::Note(note) => Some(&note.id),
            Self::Between { of: Entry::Note(id), .. } => Some(id),
            Self::Mark(..) | Self::Between { .. } => None,
        }
    }
}

/// A line of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionLine {
    /// Which decision it belongs to.
    pub which: usize,
    /// On the left.
    pub label: String,
    /// Its words.
    pub words: String,
    /// How it looks.
    pub look: Look,
}

impl App {
    /// What vanished or went back and is not there again.
    #[must_use]
    pub fn missing(&self) -> Lost {
        let mut missing = self.lost.clone();
        missing.keep_lost(&self.mine);
        missing
    }

    /// Everything that is to be decided, in the order of the paragraphs.
    #[must_use]
    pub fn decisions(&self) -> Vec<Decision> {
        let missing = self.missing();
        let notes = missing.notes.into_iter().map(|note| Decision::Note(Box::new(note)));
        let marks = missing.marks.into_iter().map(|(number, mark)| Decision::Mark(number, mark));
        let between = self.mine.undecided().filter_map(|one| {
            Some(Decision::Between {
                of: one.entry.entry(),
                paragraph: one.entry.paragraph().clone(),
                stands: one.entry.standing(&one.disagreement.value)?,
                other: one.disagreement.clone(),
            })
        });
        let mut all: Vec<Decision> = marks.chain(notes).chain(between).collect();
        all.sort_by(|a, b| a.paragraph().cmp(b.paragraph()));
        all
    }

    /// What the status line says as long as something is to be decided.
    #[must_use]
    pub fn deciding_said(&self) -> Option<Said> {
        if self.lost.is_empty() && self.mine.undecided().next().is_none() {
            return None;
        }
        let missing = self.missing();
        let (gone, differ) = (missing.notes.len() + missing.marks.len(), self.mine.undecided().count());
        match (gone, differ) {
            (0, 0) => None,
            (0, differ) => Some(said("decide-differ").count("count", differ)),
            (gone, 0) => Some(said("decide-gone").count("count", gone)),
            (gone, differ) => Some(said("decide-both").count("gone", gone).count("differ", differ)),
        }
    }

    /// The lines of the panel, before they are cut to its width.
    #[must_use]
    pub fn decision_lines(&self) -> Vec<DecisionLine> {
        let say = |said: &Said| self.messages.say(said);
        let mut lines = Vec::new();
        for (which, decision) in self.decisions().iter().enumerate() {
            let head = say(&self.decision_head(decision));
            lines.push(DecisionLine { which, label: String::new(), words: head, look: Look::Strong });
            let (mine, other) = match decision {
                Decision::Note(note) => {
                    let now = self.mine.note(&note.id).filter(|now| now.is_live());
                    (note.body.clone(), now.map(|now| now.body.clone()))
                }
                Decision::Mark(number, mark) => {
                    let status = |status| say(&super::status_said(status));
                    let now = self.mine.marks.get(number).map(|now| status(now.status));
                    (status(mark.status), now)
                }
                Decision::Between { stands, other, .. } => {
                    (say(&value_said(stands)), Some(say(&value_said(&other.value))))
                }
            };
            let between = matches!(decision, Decision::Between { .. });
            let labels = if between { ["decide-mine", "decide-other"] } else { ["decide-was", "decide-now"] };
            let none = say(&said("decide-nothing-there"));
            for (label, words) in labels.into_iter().zip([mine, other.unwrap_or(none)]) {
                let label = self.messages.word(label).unwrap_or_default();
                lines.push(DecisionLine { which, label, words, look: Look::Plain });
            }
        }
        lines
    }

    /// What a decision is about: the paragraph, the kind or field, and what happened.
    fn decision_head(&self, decision: &Decision) -> Said {
        let number = decision.paragraph();
        let back = |is_back: bool| said(if is_back { "decide-went-back" } else { "decide-vanished" });
        match decision {
            Decision::Note(note) => said("decide-note")
                .with("number", number)
                .and("kind", super::kind_said(note.kind))
                .and("what", back(self.mine.note(&note.id).is_some())),
            Decision::Mark(..) => said("decide-mark")
                .with("number", number)
                .and("what", back(self.mine.marks.contains_key(number))),
            Decision::Between { of, other, .. } => {
                let kind = match of {
                    Entry::Note(id) => self.mine.note(id).map(|note| super::kind_said(note.kind)),
                    Entry::Paragraph(_) => None,
                };
                let from = whence_said(&other.from);
                let sentence = match kind {
                    Some(kind) => said("decide-between-note").and("kind", kind),
                    None => said("decide-between-mark"),
                };
                sentence.with("number", number).and("field", field_said(&other.value)).and("from", from)
            }
        }
    }

    /// The frame of the panel, and the first of its lines that is visible.
    #[must_use]
    pub fn decide_area(&self) -> Option<(Rect, usize)> {
        let Mode::Decide(pick) = self.mode else { return None };
        let whole = self.areas().whole;
        let lines = self.decision_lines();
        let width = whole.width.min(100);
        let room = whole.height.saturating_sub(1);
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(room);
        let rows = usize::from(height.saturating_sub(2));
        let first = lines.iter().position(|line| line.which == pick).unwrap_or(0);
        let last = lines.iter().rposition(|line| line.which == pick).unwrap_or(0);
        let top = keep_in_view(keep_in_view(0, last, rows, lines.len()), first, rows, lines.len());
        let area = Rect::new((whole.width - width) / 2, room - height, width, height);
        Some((area, top))
    }

    /// The decision at a row of the screen.
    #[must_use]
    pub fn decision_at(&self, row: u16) -> Option<usize> {
        let (area, top) = self.decide_area()?;
        let line = usize::from(row.checked_sub(area.y + 1)?);
        let inside = line < usize::from(area.height.saturating_sub(2));
        self.decision_lines().get(top + line).filter(|_| inside).map(|line| line.which)
    }

    /// The columns of the labels in the panel.
    #[must_use]
    pub fn decision_margin(&self) -> u16 {
        let labels = self.decision_lines();
        let widest = labels.iter().map(|line| text::width(&line.label, self.ambiguous)).max().unwrap_or(0);
        u16::try_from(widest + 2).unwrap_or(u16::MAX)
    }

    /// What other sides say of the mark of the paragraph at a position.
    pub(super) fn others_of_mark(&self, at: usize) -> Vec<String> {
        let mark = self.paragraph(at).and_then(|paragraph| self.mine.marks.get(&paragraph.number));
        mark.into_iter().flat_map(Mark::undecided).map(|one| self.other_words(one)).collect()
    }

    /// What other sides say of each of the notes.
    pub(super) fn others_of_notes<'a>(&self, notes: &[NoteView<'a>]) -> Vec<Vec<(String, Option<&'a str>)>> {
        let of = |view: &NoteView<'a>| {
            let others = view.note.undecided();
            others.map(|one| (self.other_words(one), other_text(&one.value))).collect()
        };
        notes.iter().map(of).collect()
    }

    fn other_words(&self, one: &Disagreement) -> String {
        format!("{DIFFERS} {}", self.messages.say(&other_said(one)))
    }
}
