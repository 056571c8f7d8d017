//! A note in the user's own editor. The text goes through a private file in the state folder that stays until
//! the note is saved; whatever the editor does, no text is lost.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::app::{Msg, Stamp};
use crate::messages::{UserMessage, user_message};
use crate::model::{Draft, Note};
use crate::store::{Handed, StoreError};
use crate::text::{shown_line, with_lf};

/// The line behind which stands what is there to be read.
const SCISSORS: &str = "------------------------ >8 ------------------------";

/// An editor that ends sooner, and has written nothing, has not waited for the person.
const AT_ONCE: Duration = Duration::from_secs(1);

/// Why the editor gave no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorError {
    /// Neither `$VISUAL` nor `$EDITOR` is set.
    NotSet,
    /// It could not be started.
    NotStarted {
        /// The command that was to be run.
        command: String,
        /// The system's reason.
        reason: String,
    },
    /// It ended with an error.
    Failed {
        /// The command that was run.
        command: String,
        /// How it ended.
        how: String,
    },
}

impl EditorError {
    /// The sentence that tells it to the user.
    #[must_use]
    pub fn user_message(&self) -> UserMessage {
        match self {
            Self::NotSet => user_message("editor-not-set"),
            Self::NotStarted { command, reason } => {
                user_message("editor-not-started").with("command", command).with("reason", reason)
            }
            Self::Failed { command, how } => {
                user_message("editor-failed").with("command", command).with("how", how)
            }
        }
    }
}

/// The words of a command as a shell would split them, quotes honoured and nothing else: no shell runs.
#[must_use]
pub fn command_words(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut chars = command.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some('\''), c) => word.get_or_insert_default().push(c),
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (_, '\\') => word.get_or_insert_default().extend(chars.next()),
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

/// The text for the editor: the note, then the scissors line, an explanation and the passage.
#[must_use]
pub fn with_passage(body: &str, explanation: &str, passage: &str) -> String {
    let mut text = format!("{body}\n\n{SCISSORS}\n{}\n", shown_line(explanation));
    for line in with_lf(passage).lines() {
        // In an editor's terminal, too, a document drives nothing.
        text.push_str(format!("> {}", shown_line(line)).trim_end());
        text.push('\n');
    }
    text
}

/// The note out of what the editor left of what it was given: everything but those lines behind the scissors that stand
/// there as they were given. Whatever else a person typed, above, below or between, is the note. White space at its end
/// goes.
#[must_use]
pub fn without_passage(given: &str, text: &str) -> String {
    let is_scissors = |line: &&str| line.trim_end() == SCISSORS;
    let given = with_lf(given);
    let given: Vec<&str> = given.lines().map(str::trim_end).collect();
    let cut = given.iter().rposition(is_scissors).unwrap_or(given.len());
    let read = given.get(cut..).unwrap_or_default();
    let text = with_lf(text);
    let lines: Vec<&str> = text.lines().collect();
    // Without its first line, from the second on: one who deletes a line does not mean to keep the others.
    let begins = read.iter().take(2).find_map(|first| {
        let place = lines.iter().rposition(|line| line.trim_end() == *first);
        place.filter(|_| !first.is_empty())
    });
    let (above, below) = lines.split_at(begins.unwrap_or(lines.len()));
    let mut kept: Vec<&str> = Vec::new();
    let mut rest = read;
    for line in below {
        match rest.iter().position(|given| *given == line.trim_end()) {
            Some(place) => rest = rest.get(place + 1..).unwrap_or_default(),
            None => kept.push(line),
        }
    }
    // What is written below stands on lines of its own.
    let above = above.join("\n");
    let kept = kept.join("\n");
    let kept = kept.trim_end();
    match (above.trim_end(), kept.trim_matches('\n')) {
        (above, "") => above.to_owned(),
        ("", below) => below.to_owned(),
        (above, below) => format!("{above}\n{below}"),
    }
}

/// What stands in a file that was handed out, when one looks.
#[derive(Debug, Clone, PartialEq)]
pub enum Back {
    /// What was given.
    Same,
    /// Nothing but white space.
    Blank,
    /// The words of a note.
    Words(String),
    /// The file is not there.
    Gone,
    /// More words than a note can have.
    Large,
    /// It cannot be read.
    Unreadable(StoreError),
}

/// Looks what came back from the editor.
#[must_use]
pub fn look(handed: &Handed) -> Back {
    match handed.read() {
        Err(error) if error.is_not_found() => Back::Gone,
        Err(error) => Back::Unreadable(error),
        Ok(text) if text == handed.given => Back::Same,
        Ok(text) => match without_passage(&handed.given, &text) {
            words if words.trim().is_empty() => Back::Blank,
            words if words.len() > Note::LIMIT => Back::Large,
            words => Back::Words(words),
        },
    }
}

/// Whether the editor ended so soon, with nothing written, that it cannot have waited for the person.
#[must_use]
pub fn is_at_once(ran: &Result<(), EditorError>, back: &Back, took: Duration) -> bool {
    ran.is_ok() && *back == Back::Same && took < AT_ONCE
}

/// That a file stays where it is, and why.
#[must_use]
pub fn stays(handed: &Handed, back: &Back) -> Option<UserMessage> {
    let path = handed.path.display();
    match back {
        Back::Large => Some(user_message("editor-large").with("path", path)),
        Back::Unreadable(error) => {
            Some(user_message("editor-unreadable").with("path", path).and("why", error.user_message()))
        }
        _ => None,
    }
}

/// What is told of an editor that came back. No words go: what it wrote is the note, or a draft beside the box with the
/// words from before, or it stays in its file, which is named. `beside` is the id of such a draft.
#[must_use]
pub fn judge(handed: &Handed, ran: Result<(), EditorError>, back: Back, at_once: bool, stamp: Stamp) -> Msg {
    let draft = handed.draft.clone();
    let failed = |beside: Option<Draft>, why: UserMessage| Msg::NotEdited {
        draft: Box::new(draft.clone()),
        beside: beside.map(Box::new),
        why,
    };
    let edited =
        |body: String| Msg::Edited { draft: Box::new(Draft { body, ..draft.clone() }), stamp: stamp.clone() };
    match (ran, back) {
        (Err(error), Back::Words(body)) if body != draft.body.trim_end() => {
            let beside = Draft { note: stamp.id.clone(), body, editing: false, ..draft.clone() };
            failed(Some(beside), user_message("editor-beside").and("why", error.user_message()))
        }
        (Err(error), back) => match stays(handed, &back) {
            Some(stays) => failed(
                None,
                user_message("editor-and-file").and("why", error.user_message()).and("file", stays),
            ),
            None => failed(None, error.user_message()),
        },
        (Ok(()), Back::Same) if at_once => failed(None, user_message("editor-at-once")),
        (Ok(()), Back::Same) => edited(draft.body.clone()),
        (Ok(()), Back::Words(body)) => edited(body),
        (Ok(()), Back::Blank) if draft.body.trim().is_empty() => edited(String::new()),
        (Ok(()), Back::Blank) => failed(None, user_message("editor-emptied")),
        (Ok(()), Back::Gone) => failed(None, user_message("editor-removed")),
        (Ok(()), back) => {
            failed(None, stays(handed, &back).unwrap_or_else(|| user_message("editor-emptied")))
        }
    }
}

/// Runs the editor on a file and waits for it.
///
/// # Errors
/// It is not set, cannot be started, or failed.
pub fn run(command: Option<&str>, file: &Path) -> Result<(), EditorError> {
    let command = command.filter(|command| !command.trim().is_empty()).ok_or(EditorError::NotSet)?;
    let words = command_words(command);
    let (program, arguments) = words.split_first().ok_or(EditorError::NotSet)?;
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that starts another program; no shell"
    )]
    let status = Command::new(program).args(arguments).arg(file).status();
    match status {
        Err(error) => Err(EditorError::NotStarted { command: command.to_owned(), reason: error.to_string() }),
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(EditorError::Failed { command: command.to_owned(), how: status.to_string() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_split_in_words_and_never_run_by_a_shell() {
        for (command, words) in [
            ("vim -u NONE", vec!["vim", "-u", "NONE"]),
            ("'/opt/my editor/ed' --wait", vec!["/opt/my editor/ed", "--wait"]),
            ("vi; rm -rf /", vec!["vi;", "rm", "-rf", "/"]),
            ("a\\ b \"c d\" ''", vec!["a b", "c d", ""]),
            ("   ", vec![]),
        ] {
            assert_eq!(command_words(command), words, "{command}");
        }
    }

    const PASSAGE: &str = "18. 缅甸……\n\n二\u{1b}[31m";

    /// What comes of what an editor makes of a note with the words `甲`.
    fn check(edit: impl Fn(&str) -> String, words: &str) {
        let given = with_passage("甲\n乙", "Left out.", PASSAGE);
        for edit in [&edit as &dyn Fn(&str) -> String, &|given: &str| edit(given).replace('\n', "\r\n")] {
            assert_eq!(without_passage(&given, &edit(&given)), words, "{:?}", edit(&given));
        }
    }

    #[test]
    fn everything_that_a_person_typed_is_the_note() {
        let scissors = format!("{SCISSORS}\n");
        check(str::to_owned, "甲\n乙");
        check(|given| format!("{given}丙\n"), "甲\n乙\n丙");
        check(|given| format!("{given}\n丙\n\n丁"), "甲\n乙\n丙\n\n丁");
        check(|given| format!("丙\n{given}"), "丙\n甲\n乙");
        check(|given| given.replace("Left out.\n", "Left out.\n丙\n"), "甲\n乙\n丙");
        check(|given| given.replace("> 二", "> 三"), "甲\n乙\n> 三␛[31m");
        check(|given| given.replace(&scissors, ""), "甲\n乙");
        check(
            |given| given.replace(&scissors, "").replace("Left out.\n", ""),
            "甲\n乙\n\n> 18. 缅甸……\n>\n> 二␛[31m",
        );
        check(|given| given.replace("> 18. 缅甸……\n", "") + "丙", "甲\n乙\n丙");
        check(|given| given.split(SCISSORS).next().unwrap().to_owned(), "甲\n乙");
        check(|given| given.replace("甲\n乙", "甲\n> 18. 缅甸……\n"), "甲\n> 18. 缅甸……");
        check(|_| "  丙\n".to_owned(), "  丙");
        check(|_| String::new(), "");
        check(|given| format!("\u{feff}{given}"), "甲\n乙");
        check(|given| given.replace('甲', "甲\u{2028}丙\u{b}"), "甲\n丙\n\n乙");
        // A note that holds such a text itself, from an earlier time.
        let inner = with_passage("老", "Left out.", PASSAGE);
        let given = with_passage(&inner, "Left out.", PASSAGE);
        assert_eq!(without_passage(&given, &given), inner.trim_end());
        assert_eq!(without_passage(&given, &format!("{given}新")), format!("{}\n新", inner.trim_end()));
    }

    #[test]
    fn a_document_drives_no_editors_terminal() {
        let given = with_passage("", "x\u{1b}]0;", "甲\u{1b}[2J\u{9b}1m\u{202e}乙");
        assert!(given.chars().all(|c| c == '\n' || !c.is_control()), "{given:?}");
    }
}
