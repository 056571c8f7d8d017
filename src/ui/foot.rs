//! The last line: what was just said, else the keys that work now; and whether all is saved.

use ratatui::layout::Rect;

use super::Pen;
use super::signs::DOT;
use super::theme::Role;
use crate::app::{App, Mode, OpenDocument, Shell};
use crate::keymap::{Action, KeyRow};
use crate::messages::{UserMessage, user_message};
use crate::model::{ParagraphIndex, ReviewStatus};
use crate::text;

/// The most lines that a sentence takes.
const MOST_LINES: u16 = 6;

pub fn draw(app: &App, pen: &mut Pen<'_>, area: Rect) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let saying = |said: &UserMessage| app.shell.messages.say(said);
    let nothing = Saving { short: String::new(), role: Role::Quiet, trouble: None };
    let saving = app.open.as_ref().map_or(nothing, |open| Saving::of(&app.shell, open));
    let trouble = saving.trouble;
    let taken = pen.right(inner.x, inner.y, inner.width, &[(&saving.short, saving.role)]);
    let room = inner.width.saturating_sub(taken + u16::from(taken > 0) * 2);
    let notice = app.shell.notices.user_message().map(saying);
    let fits = |words: &String| {
        text::width(text::shown_line(words).as_str(), app.shell.ambiguous) <= usize::from(room)
    };
    let beside = notice.as_ref().filter(|words| fits(words));
    let above = notice.as_ref().filter(|words| !fits(words));
    let mut bottom = inner.y;
    for (words, role) in [(above, Role::Strong), (trouble.as_ref(), Role::Trouble)] {
        if let Some(words) = words {
            bottom = whole(&app.shell, pen, inner, bottom, words, role);
        }
    }
    if let Some(words) = beside {
        pen.text(inner.x, inner.y, room, words, Role::Strong);
        return;
    }
    let mut x = inner.x;
    if let Some(typed) = typed(app) {
        let words = app.shell.messages.say(&user_message("goto-typed").with("typed", typed));
        x = pen.text(x, inner.y, room, &format!("{words}  "), Role::Strong);
    }
    let browsing = app.open.as_ref().filter(|_| matches!(app.shell.mode, Mode::Browse));
    if let Some(deciding) = browsing.and_then(OpenDocument::deciding_said) {
        let words = saying(&deciding);
        x = pen.text(x, inner.y, room.saturating_sub(x - inner.x), &words, Role::Trouble) + 2;
    }
    for row in keys(app) {
        let key = &row.first();
        let label = app.shell.messages.word(row.binding.short).unwrap_or_default();
        let wide = text::width(key, app.shell.ambiguous) + 1 + text::width(&label, app.shell.ambiguous);
        if usize::from(x - inner.x) + wide > usize::from(room) {
            break;
        }
        x = pen.text(x, inner.y, room, key, Role::Key);
        x = pen.text(x + 1, inner.y, room, &label, Role::Plain) + 2;
    }
}

/// What stands on the right, and why nothing can be saved, if so.
struct Saving {
    short: String,
    role: Role,
    trouble: Option<String>,
}

impl Saving {
    /// Of the open document.
    fn of(shell: &Shell, open: &OpenDocument) -> Self {
        let saying = |said: &UserMessage| shell.messages.say(said);
        if let Some(why) = &open.saving.trouble {
            // A file that cannot be used is told before there is anything to save.
            let (sentence, short) = if open.saving.unsaved.is_empty() {
                ("saving-file-trouble", "saving-file-trouble-short")
            } else {
                ("saving-trouble", "saving-trouble-short")
            };
            let trouble = Some(saying(&user_message(sentence).and("why", why.clone())));
            return Self { short: saying(&user_message(short)), role: Role::Trouble, trouble };
        }
        let saved = open.saving_said().map(|said| saying(&said));
        let (short, role) = match &open.stale {
            Some(_) => {
                let stale = saying(&user_message("text-stale-short"));
                let saved = saved.map(|saved| format!("{DOT}{saved}")).unwrap_or_default();
                (format!("{stale}{saved}"), Role::Trouble)
            }
            None => (saved.unwrap_or_default(), Role::Quiet),
        };
        Self { short, role, trouble: None }
    }
}

/// The number that is being typed, or the range that the letter behind it will be about.
fn typed(app: &App) -> Option<String> {
    let open = app.open.as_ref()?;
    if let Mode::Status(first, last) = app.shell.mode {
        let number = |at: ParagraphIndex| open.paragraph(at).map(|p| p.label.to_string()).unwrap_or_default();
        return (first != last).then(|| format!("{}-{}", number(first), number(last)));
    }
    open.view.goto.as_ref().map(|goto| goto.typed.clone()).filter(|typed| !typed.is_empty())
}

/// A sentence, whole, in the lines that end above `bottom`; returns where they begin.
fn whole(shell: &Shell, pen: &mut Pen<'_>, inner: Rect, bottom: u16, words: &str, role: Role) -> u16 {
    let shown = text::shown_line(words);
    let rows = text::lay_out_heading(shown.as_str(), usize::from(inner.width).max(2), shell.ambiguous);
    let count = u16::try_from(rows.len()).unwrap_or(MOST_LINES).min(MOST_LINES).min(bottom);
    let top = bottom - count;
    pen.clear(Rect { x: 0, y: top, width: inner.width + 2, height: count });
    for (y, row) in (top..bottom).zip(rows) {
        pen.text(inner.x, y, inner.width, shown.as_str().get(row.range).unwrap_or_default(), role);
    }
    top
}

/// The rows of the key table that are shown now, the most useful first.
fn keys(app: &App) -> Vec<&KeyRow> {
    let about = app.view().is_none_or(|view| view.at.is_none());
    let works = |row: &KeyRow| match row.binding.action {
        Action::Annotate | Action::StatusMenu => !about || !matches!(app.shell.mode, Mode::Browse),
        Action::SetStatus(ReviewStatus::Unreviewed) => true,
        Action::Yes | Action::No => true,
        Action::Loosen => app.shell.looser_query().is_some(),
        _ => true,
    };
    // What can be done with a selected note comes first: nothing else says it.
    let note = matches!(app.shell.mode, Mode::Browse)
        && app.open.as_ref().is_some_and(OpenDocument::is_note_selected);
    let of_note = |row: &KeyRow| {
        note && matches!(row.binding.action, Action::EditNote | Action::DeleteNote | Action::SettleNote)
    };
    let shown =
        |row: &&KeyRow| !row.keys.is_empty() && (row.binding.footer > 0 || of_note(row)) && works(row);
    let mut rows: Vec<&KeyRow> = app.shell.keys.of(app.scope()).filter(shown).collect();
    rows.sort_by_key(|row| (!of_note(row), row.binding.footer));
    rows
}
