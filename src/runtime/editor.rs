//! A note in the user's own editor. The text goes through a private file in the state folder that stays until
//! the note is saved; whatever the editor does, no text is lost.

use std::path::Path;
use std::process::Command;

use crate::messages::{Said, said};

/// The line below which nothing is taken over.
const SCISSORS: &str = "------------------------ >8 ------------------------";

/// Why the editor gave no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorError {
    /// Neither `$VISUAL` nor `$EDITOR` is set.
    NotSet,
    /// It could not be started.
    NotStarted {
        /// The command.
        command: String,
        /// The system's reason.
        reason: String,
    },
    /// It ended with an error.
    Failed {
        /// The command.
        command: String,
        /// How it ended.
        how: String,
    },
}

impl EditorError {
    /// The sentence.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::NotSet => said("editor-not-set"),
            Self::NotStarted { command, reason } => {
                said("editor-not-started").with("command", command).with("reason", reason)
            }
            Self::Failed { command, how } => said("editor-failed").with("command", command).with("how", how),
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
pub fn with_scissors(body: &str, explanation: &str, passage: &str) -> String {
    let passage: String = passage.lines().map(|line| format!("> {line}\n")).collect();
    format!("{body}\n\n{SCISSORS}\n{explanation}\n\n{passage}")
}

/// The note out of what the editor left: what stands above the scissors line, without white space at its end.
#[must_use]
pub fn without_scissors(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let above: Vec<&str> = text.lines().take_while(|line| line.trim_end() != SCISSORS).collect();
    above.join("\n").trim_end().to_owned()
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

    #[test]
    fn what_stands_below_the_scissors_is_not_taken_over() {
        let text = with_scissors("第一行\n第二行", "Everything below is left out.", "缅甸……\n二");
        assert_eq!(without_scissors(&text), "第一行\n第二行");
        assert_eq!(without_scissors("a\r\nb\r\n\r\n"), "a\nb");
        assert_eq!(without_scissors(&with_scissors("", "x", "y")), "");
    }
}
