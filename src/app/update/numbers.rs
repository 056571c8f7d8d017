//! Paragraph numbers and ranges as they are typed, and the command that comes after one. A command acts on the whole
//! of what was typed, or it is refused with the reason.

use super::status;
use crate::app::{Effect, Focus, Goto, Meant, Mode, OpenDocument, Shell, Stamp};
use crate::keymap::{Action, Chord, key_of};
use crate::messages::{UserMessage, user_message};
use crate::model::{Paragraph, UnitPlace};

/// Whether the character goes on with the number that is being typed, whatever else it means: `.` and `-` if a label
/// or a range goes on so, `b` (bis) and `t` (ter) if there is such a paragraph, and other letters if they mean nothing.
pub fn goes_on(open: &OpenDocument, chord: Chord, action: Option<Action>) -> Option<char> {
    let goto = open.view.goto.as_ref().filter(|goto| !goto.done && !goto.typed.is_empty())?;
    let c = chord.as_command().plain_char()?;
    let meant = open.meant(&format!("{}{c}", goto.typed));
    let goes_on = match c {
        '-' => true,
        '.' => meant != Meant::Nothing,
        'b' | 't' => matches!(meant, Meant::Paragraphs(..)) || action.is_none(),
        c => c.is_ascii_digit() || (c.is_ascii_graphic() && action.is_none()),
    };
    goes_on.then_some(c)
}

/// A digit, or what goes on with a number: one is there at once, and back where one was if there is no such paragraph.
pub fn typed(shell: &mut Shell, open: &mut OpenDocument, c: char) -> Vec<Effect> {
    let before = open.view.goto.take().filter(|goto| !goto.typed.is_empty());
    let mut goto = match before {
        Some(goto) if c == '-' && goto.done => {
            open.view.goto = Some(goto);
            shell.tell(user_message("move-range-how"));
            return Vec::new();
        }
        Some(goto) if !goto.done => goto,
        _ => open.goto_from_here(shell),
    };
    if goto.typed.is_empty() && c == '-' {
        shell.tell(user_message("move-range-how"));
        return Vec::new();
    }
    goto.typed.push(c);
    match open.meant(&goto.typed) {
        Meant::Paragraphs(first, last) => {
            // Of a range one sees the end that is typed last.
            let at = if goto.typed.contains('-') { last } else { first };
            open.leave_unit();
            // The tab stays, also where its list has not that paragraph: the next digit may lead back into it.
            if !open.show_in_tab(shell, at) || shell.areas(Some(&open.view)).reader.is_empty() {
                open.view.focus = Focus::Reader;
            } else {
                open.view.focus = goto.back.focus;
            }
        }
        Meant::Part(place) => {
            open.go_to_unit(shell, place);
            open.view.focus = Focus::Reader;
        }
        Meant::Begun => {}
        Meant::Nothing => {
            open.go_back(shell, &goto.back);
            shell.tell(user_message("move-again").and("why", no_paragraph(open, &goto.typed)));
        }
    }
    open.view.goto = Some(goto);
    Vec::new()
}

/// That the document has no such paragraph, or range of them.
fn no_paragraph(open: &OpenDocument, typed: &str) -> UserMessage {
    // The last one of the series where one is: a number is meant in it.
    let series = open.here().and_then(|(_, paragraph)| paragraph.series.as_deref());
    let of_series = |p: &&Paragraph| p.number.is_some() && p.series.as_deref() == series;
    let last = open.document.paragraphs.iter().rev().find(of_series);
    let last = last.map(|paragraph| paragraph.label.to_string()).unwrap_or_default();
    user_message(if typed.contains('-') { "move-no-range" } else { "move-no-paragraph" })
        .with("typed", typed)
        .with("last", last)
}

/// What is typed behind `:`, if it is a number, a range or a label with a number in it; digits of other scripts and of
/// full width are the ones they stand for.
pub fn number_in(open: &OpenDocument, typed: &str) -> Option<String> {
    let plain = |c: char| Some(key_of(c)).filter(|key| matches!(key, '0'..='9' | '.' | '-')).unwrap_or(c);
    let number: String = typed.chars().map(plain).collect();
    let is_digit = |c: char| c.is_ascii_digit();
    let is_label = || {
        number.contains(|c: char| is_digit(c) || c == '/')
            && open.document.place_typed(&number, open.view.at).is_some()
    };
    // A label of a series that there is, or of a heading, is one also where there is no such unit: it is refused as one.
    let names_series = || {
        let Some((series, _)) = number.rsplit_once('/') else { return false };
        let known =
            |p: &Paragraph| p.series.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(series.trim()));
        series.is_empty() || series == "heading" || open.document.paragraphs.iter().any(known)
    };
    (begins_number(typed) || is_label() || names_series()).then_some(number)
}

/// Whether what is typed behind `:` begins with a digit, in whatever script.
pub fn begins_number(typed: &str) -> bool {
    typed.chars().next().is_some_and(|c| key_of(c).is_ascii_digit())
}

/// `:18`. A number that the document does not have holds up the next command like one that was typed without `:`.
pub fn go_to_typed(shell: &mut Shell, open: &mut OpenDocument, typed: &str) -> Vec<Effect> {
    let goto = Goto { typed: typed.to_owned(), done: true, ..open.goto_from_here(shell) };
    if let Some(place @ UnitPlace::Heading(_)) = open.document.place_typed(typed, open.view.at) {
        open.go_to_unit(shell, place);
        open.view.focus = Focus::List;
        return Vec::new();
    }
    match open.meant(typed) {
        Meant::Paragraphs(first, last) => {
            open.view.goto = (first != last).then_some(goto);
            open.leave_unit();
            open.go_to(shell, last);
            open.view.focus = Focus::Reader;
        }
        Meant::Part(place) => {
            open.go_to_unit(shell, place);
            open.view.focus = Focus::Reader;
        }
        Meant::Begun | Meant::Nothing => {
            shell.tell(no_paragraph(open, typed));
            open.view.goto = Some(goto);
        }
    }
    Vec::new()
}

/// A command after a number: `None` if it is to be done as always, from where the number led.
pub fn command(
    shell: &mut Shell,
    open: &mut OpenDocument,
    action: Action,
    stamp: &Stamp,
) -> Option<Vec<Effect>> {
    let goto = open.view.goto.take().filter(|goto| !goto.typed.is_empty())?;
    let done = Goto { done: true, ..goto };
    match (open.meant(&done.typed), action) {
        (_, Action::Back) => open.go_back(shell, &done.back),
        // These are about no paragraph.
        (_, Action::Search | Action::Help | Action::Interrupt | Action::Suspend | Action::Redraw) => {
            return None;
        }
        (Meant::Paragraphs(first, last), _) if first == last => match action {
            Action::Enter | Action::Bottom => open.view.focus = Focus::Reader,
            _ => return None,
        },
        (Meant::Part(_), Action::Enter | Action::Bottom) => open.view.focus = Focus::Reader,
        (Meant::Part(_), _) => return None,
        // The command that is chosen there is the one that acts, or is refused.
        (_, Action::Palette) => {
            open.view.goto = Some(done);
            shell.mode = Mode::palette("");
        }
        (Meant::Paragraphs(first, last), _) => match action {
            Action::StatusMenu => shell.mode = Mode::Status(first, last),
            Action::SetStatus(status) => {
                return Some(status::set(shell, open, status, Some((first, last)), stamp));
            }
            Action::Bottom => {
                open.view.focus = Focus::Reader;
                open.view.goto = Some(done);
            }
            action if is_about_one(action) => {
                let confirms = action == Action::Enter && open.view.focus != Focus::Reader;
                if confirms {
                    open.view.focus = Focus::Reader;
                } else {
                    shell.tell(user_message("move-range-only").with("typed", &done.typed));
                }
                open.view.goto = Some(done);
            }
            _ => return None,
        },
        (Meant::Begun | Meant::Nothing, _) => {
            open.go_back(shell, &done.back);
            let why = no_paragraph(open, &done.typed);
            let refused = user_message("move-refused").and("why", why);
            if matches!(action, Action::StatusMenu | Action::GoMenu) {
                // The letter behind it is a part of the command that is refused.
                shell.mode = Mode::Refused(refused.clone());
            }
            shell.tell(refused);
        }
    }
    Some(Vec::new())
}

/// The key after a prefix that was refused: it was to be the command, and is refused with it.
pub fn on_refused_key(shell: &mut Shell) -> Vec<Effect> {
    if let Mode::Refused(why) = std::mem::replace(&mut shell.mode, Mode::Browse) {
        shell.tell(why);
    }
    Vec::new()
}

/// Whether the action is about one paragraph, or what stands in it: a range is not to be taken for its last one.
fn is_about_one(action: Action) -> bool {
    matches!(
        action,
        Action::Annotate
            | Action::EditNote
            | Action::DeleteNote
            | Action::SettleNote
            | Action::Editor
            | Action::Select
            | Action::NextSentence
            | Action::PreviousSentence
            | Action::AcceptNext
            | Action::MarkRecommendation
            | Action::Copy
            | Action::Decide
            | Action::Enter
    )
}
