//! What is to be decided: what vanished or went back without a word, and values on which two sides disagree. Read off
//! the state; nothing of it is accepted silently.

use super::{Mode, OpenDocument, PageStyle, Shell};
use crate::layout::{NoteView, keep_in_view};
use crate::messages::{UserMessage, captions, differences, user_message};
use crate::model::{
    EntryConflict, EntryKey, FieldValue, Label, Mark, MissingEntries, ParagraphIndex, Record, ReviewStatus,
};
use crate::text;

use ratatui::layout::Rect;

/// Two sides say different things: signs of ASCII, since U+2260 is two columns wide in some terminals.
const DIFFERS: &str = "<>";

/// One thing to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// An entry that vanished or went back, as it was seen.
    Missing(Record),
    /// Two values of one field.
    Between {
        /// The entry whose field it is.
        of: EntryKey,
        /// The paragraph that the entry is on.
        paragraph: Label,
        /// The value that stands.
        stands: FieldValue,
        /// The other side's value, and which field it is of.
        other: EntryConflict,
    },
}

impl Decision {
    /// The paragraph that it is about.
    #[must_use]
    pub fn paragraph(&self) -> &Label {
        match self {
            Self::Missing(record) => record.paragraph(),
            Self::Between { paragraph, .. } => paragraph,
        }
    }

    /// The entry that it is about.
    #[must_use]
    pub fn key(&self) -> EntryKey {
        match self {
            Self::Missing(record) => record.key(),
            Self::Between { of, .. } => of.clone(),
        }
    }
}

/// A line of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionLine {
    /// Which decision it belongs to.
    pub which: usize,
    /// What stands on the left: whose value the words are, or when it was so; empty for what the decision is about.
    pub label: String,
    /// What stands beside the label.
    pub words: String,
    /// How both are drawn.
    pub look: PageStyle,
}

impl OpenDocument {
    /// What vanished or went back and is not there again.
    #[must_use]
    pub fn missing(&self) -> MissingEntries {
        let mut missing = self.lost.clone();
        missing.keep_missing(&self.mine);
        missing
    }

    /// Everything that is to be decided, in the order of the paragraphs.
    #[must_use]
    pub fn decisions(&self) -> Vec<Decision> {
        let missing = self.missing();
        let missing = missing.records().cloned().map(Decision::Missing);
        let between = self.mine.undecided().filter_map(|one| {
            let field = one.record.kind().field(one.conflict.value.field)?;
            Some(Decision::Between {
                of: one.record.key(),
                paragraph: one.record.paragraph().clone(),
                stands: field.value(one.record),
                other: one.conflict.clone(),
            })
        });
        let mut all: Vec<Decision> = missing.chain(between).collect();
        all.sort_by(|a, b| a.paragraph().cmp(b.paragraph()));
        all
    }

    /// What the status line says as long as something is to be decided.
    #[must_use]
    pub fn deciding_said(&self) -> Option<UserMessage> {
        if self.lost.is_empty() && self.mine.undecided().next().is_none() {
            return None;
        }
        let missing = self.missing();
        let (gone, reverted) = missing.gone_and_reverted(&self.mine);
        match (gone.len(), reverted.len(), self.mine.undecided().count()) {
            (0, 0, 0) => None,
            (gone, 0, 0) => Some(user_message("decide-gone").count("count", gone)),
            (0, reverted, 0) => Some(user_message("decide-reverted").count("count", reverted)),
            (0, 0, differ) => Some(user_message("decide-differ").count("count", differ)),
            (gone, reverted, differ) => {
                let parts = [
                    ("decide-part-gone", gone),
                    ("decide-part-reverted", reverted),
                    ("decide-part-differ", differ),
                ];
                let some = parts.into_iter().filter(|(_, count)| *count > 0);
                Some(
                    user_message("decide-several")
                        .list("what", some.map(|(id, count)| user_message(id).count("count", count))),
                )
            }
        }
    }

    /// The lines of the panel, before they are cut to its width.
    #[must_use]
    pub fn decision_lines(&self, shell: &Shell) -> Vec<DecisionLine> {
        let say = |said: &UserMessage| shell.messages.say(said);
        let mut lines = Vec::new();
        for (which, decision) in self.decisions().iter().enumerate() {
            let head = say(&self.decision_head(decision));
            lines.push(DecisionLine { which, label: String::new(), words: head, look: PageStyle::Strong });
            let (mine, other) = match decision {
                Decision::Missing(record) => {
                    let now = self.mine.get(&record.key()).filter(|now| now.is_live());
                    let words = |record: &Record| match record {
                        Record::Note(note) => note.body.clone(),
                        Record::Mark(mark) => say(&captions::status(mark.status)),
                    };
                    (words(record), now.map(words))
                }
                Decision::Between { stands, other, .. } => {
                    (say(&differences::value(stands)), Some(say(&differences::value(&other.value))))
                }
            };
            let between = matches!(decision, Decision::Between { .. });
            let labels = if between { ["decide-mine", "decide-other"] } else { ["decide-was", "decide-now"] };
            let none = say(&user_message("decide-nothing-there"));
            for (label, words) in labels.into_iter().zip([mine, other.unwrap_or(none)]) {
                let label = shell.messages.word(label).unwrap_or_default();
                lines.push(DecisionLine { which, label, words, look: PageStyle::Plain });
            }
        }
        lines
    }

    /// What a decision is about: the paragraph, the kind or field, and what happened.
    fn decision_head(&self, decision: &Decision) -> UserMessage {
        let number = decision.paragraph();
        let back = |is_back: bool| user_message(if is_back { "decide-went-back" } else { "decide-vanished" });
        match decision {
            Decision::Missing(record) => {
                let sentence = match record {
                    Record::Note(note) => user_message("decide-note").and("kind", captions::kind(note.kind)),
                    Record::Mark(_) => user_message("decide-mark"),
                };
                sentence.with("number", number).and("what", back(self.mine.get(&record.key()).is_some()))
            }
            Decision::Between { of, other, .. } => {
                let kind = match of {
                    EntryKey::Note(id) => self.mine.note(id).map(|note| captions::kind(note.kind)),
                    EntryKey::Mark(_) => None,
                };
                let from = differences::whence(&other.from);
                let sentence = match kind {
                    Some(kind) => user_message("decide-between-note").and("kind", kind),
                    None => user_message("decide-between-mark"),
                };
                sentence
                    .with("number", number)
                    .and("field", differences::field(&other.value))
                    .and("from", from)
            }
        }
    }

    /// The frame of the panel, and the first of its lines that is visible.
    #[must_use]
    pub fn decide_area(&self, shell: &Shell) -> Option<(Rect, usize)> {
        let Mode::Decide(pick) = shell.mode else { return None };
        let whole = shell.areas(Some(&self.view)).whole;
        let lines = self.decision_lines(shell);
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
    pub fn decision_at(&self, shell: &Shell, row: u16) -> Option<usize> {
        let (area, top) = self.decide_area(shell)?;
        let line = usize::from(row.checked_sub(area.y + 1)?);
        let inside = line < usize::from(area.height.saturating_sub(2));
        self.decision_lines(shell).get(top + line).filter(|_| inside).map(|line| line.which)
    }

    /// The columns of the labels in the panel.
    #[must_use]
    pub fn decision_margin(&self, shell: &Shell) -> u16 {
        let labels = self.decision_lines(shell);
        let widest = labels.iter().map(|line| text::width(&line.label, shell.ambiguous)).max().unwrap_or(0);
        u16::try_from(widest + 2).unwrap_or(u16::MAX)
    }

    /// What others say of the paragraph at a position as a whole: other sides of one's own mark, and the statuses that
    /// other reviewers gave it.
    pub(super) fn others_of_mark(&self, shell: &Shell, at: ParagraphIndex) -> Vec<String> {
        let mark = self.paragraph(at).and_then(|paragraph| self.mine.mark(&paragraph.label));
        let sides = mark.into_iter().flat_map(Mark::undecided).map(|one| shell.other_words(one));
        sides.chain(self.statuses_of_parts(shell, at)).chain(self.others_statuses(shell, at)).collect()
    }

    /// The statuses of other reviewers in a line; none if nobody else has given one.
    fn others_statuses(&self, shell: &Shell, at: ParagraphIndex) -> Option<String> {
        let statuses = self.statuses_at(at).into_iter().zip(self.reviews()).skip(1);
        let given = statuses.filter(|(status, _)| status.given != ReviewStatus::Unreviewed);
        let words = given.map(|(status, review)| {
            let words = captions::current_status(status);
            shell
                .messages
                .say(&user_message("status-of").with("reviewer", &review.reviewer).and("status", words))
        });
        let words: Vec<String> = words.collect();
        (!words.is_empty()).then(|| words.join(" ∙ "))
    }
}

impl Shell {
    /// What other sides say of each of the notes.
    pub(super) fn others_of_notes<'a>(&self, notes: &[NoteView<'a>]) -> Vec<Vec<(String, Option<&'a str>)>> {
        let of = |view: &NoteView<'a>| {
            let others = view.note.undecided();
            others
                .into_iter()
                .map(|one| (self.other_words(one), differences::other_text(&one.value)))
                .collect()
        };
        notes.iter().map(of).collect()
    }

    fn other_words(&self, one: &EntryConflict) -> String {
        format!("{DIFFERS} {}", self.messages.say(&differences::other(one)))
    }
}
