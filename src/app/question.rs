//! A question as it stands on the screen: its sentence, and where its window and its answers lie. Shared by the mouse
//! and the view, so that a click hits what is seen; what an answer does is in `update`.

use ratatui::layout::Rect;

use super::{Ask, Mode, OpenDocument, Shell};
use crate::keymap::{Action, Scope, Stroke};
use crate::layout::Areas;
use crate::messages::{UserMessage, captions, user_message};
use crate::text;

/// The open question, laid out in the middle of the lower half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionLayout {
    /// Its frame.
    pub area: Rect,
    /// The lines of the sentence, safe to draw; the answers stand on the line below those that there is room for.
    pub lines: Vec<String>,
    /// Yes and no.
    pub answers: Vec<Answer>,
}

/// An answer that a question offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What it means.
    pub action: Action,
    /// Its first key.
    pub key: String,
    /// Its second key behind a slash; empty if there is none.
    pub other_key: String,
    /// What it says.
    pub word: String,
    /// The cells from its key to the end of its word, as far as the frame has room.
    pub area: Rect,
}

impl OpenDocument {
    /// What is asked, in words.
    #[must_use]
    pub fn asked(&self, shell: &Shell, ask: &Ask) -> UserMessage {
        match ask {
            Ask::DeleteNote(id) => {
                let body = self.mine.note(id).map(|note| note.body.clone()).unwrap_or_default();
                let line = body.lines().next().unwrap_or_default();
                user_message("ask-delete").with("note", text::truncate(line, 40, shell.ambiguous))
            }
            Ask::DiscardText => user_message("ask-discard"),
            Ask::Overwrite { name, .. } => user_message("ask-overwrite").with("name", name),
            Ask::AcceptOver(at) => {
                let unit = self.target();
                let said = unit.as_ref().map(|label| self.unit_said_first(label));
                let status = unit.map(|label| captions::current_status(self.current_status_of(&label)));
                user_message("ask-accept-over")
                    .and("unit", said.unwrap_or_else(|| user_message("unit")))
                    .and("status", status.unwrap_or_else(|| self.status_words(*at)))
            }
            Ask::QuitUnsaved => match &self.saving.trouble {
                Some(why) => user_message("ask-quit-trouble").and("why", why.clone()),
                None => user_message("ask-quit"),
            },
        }
    }

    /// The open question; none if nothing is asked.
    #[must_use]
    pub fn question(&self, shell: &Shell) -> Option<QuestionLayout> {
        let Mode::Question { ask, .. } = &shell.mode else { return None };
        let words = shell.messages.say(&self.asked(shell, ask));
        let shown = text::shown_line(&words);
        let whole = shell.areas(None).whole;
        let width = whole.width.min(64);
        let columns = usize::from(width.saturating_sub(4)).max(2);
        let rows = text::lay_out_heading(shown.as_str(), columns, shell.ambiguous);
        let room = whole.height.saturating_sub(4);
        let count = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(room);
        let area = Rect::new(
            (whole.width - width) / 2,
            whole.height.saturating_sub(count + 4),
            width,
            (count + 3).min(whole.height.saturating_sub(1)),
        );
        let lines = rows.into_iter().take(usize::from(count));
        let lines = lines.map(|row| shown.as_str().get(row.range).unwrap_or_default().to_owned()).collect();
        Some(QuestionLayout { area, lines, answers: answers(shell, area, area.y + 1 + count) })
    }

    /// The answer of the open question at a cell.
    pub(super) fn answer_at(&self, shell: &Shell, column: u16, row: u16) -> Option<Action> {
        let answers = self.question(shell)?.answers;
        answers.into_iter().find(|answer| Areas::holds(answer.area, column, row)).map(|answer| answer.action)
    }
}

/// Yes and no with their keys in force, side by side on a line of the frame.
fn answers(shell: &Shell, frame: Rect, y: u16) -> Vec<Answer> {
    let right = frame.right().saturating_sub(1);
    let mut x = frame.x + 2;
    let mut answers = Vec::new();
    for (action, word) in [(Action::Yes, "key-yes-short"), (Action::No, "key-no-short")] {
        let row = shell.keys.of(Scope::Question).find(|row| row.binding.action == action);
        let mut keys = row.into_iter().flat_map(|row| row.keys.iter().map(Stroke::to_string));
        let key = keys.next().unwrap_or_default();
        let other_key = keys.next().map(|key| format!("/{key}")).unwrap_or_default();
        let word = shell.messages.word(word).unwrap_or_default();
        let wide = text::width(&format!("{key}{other_key} {word}"), shell.ambiguous);
        let width = u16::try_from(wide).unwrap_or(u16::MAX).min(right.saturating_sub(x));
        let area = Rect { x, y, width, height: 1 };
        answers.push(Answer { action, key, other_key, word, area });
        x = area.right() + 3;
    }
    answers
}
