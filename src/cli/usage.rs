//! Wrong usage in the program's own sentences: clap says what is wrong as data, the catalog says it in words, and
//! names what was probably meant.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::meant::{self, CommandLine};
use super::outcome::Failure;
use crate::messages::{Messages, UserMessage, user_message};

/// The sentence for what clap found wrong; none for what is no mistake (help, version) and for what it shows
/// better itself (a command that needs another word shows its help).
pub fn told(error: &clap::Error, meant: &CommandLine<'_>, messages: &Messages) -> Option<UserMessage> {
    let all = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    };
    let of = |kind: ContextKind| all(kind).concat();
    let (arguments, argument) = (all(ContextKind::InvalidArg), of(ContextKind::InvalidArg));
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::MissingSubcommand => return None,
        _ => {}
    }
    if let Some((typed, option)) = meant.dashed() {
        return Some(unknown(typed, Some(option)));
    }
    Some(match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if of(ContextKind::InvalidValue).trim().is_empty() =>
        {
            user_message("cli-usage-no-value").with("argument", argument)
        }
        ErrorKind::InvalidValue => {
            let (value, known) = (of(ContextKind::InvalidValue), all(ContextKind::ValidValue));
            let list: Vec<&str> = known.iter().map(String::as_str).collect();
            let near = meant::value(messages, &value, &list).map(str::to_owned);
            let sentence = user_message("cli-usage-value").with("value", value).with("argument", argument);
            with_guess(sentence.list("known", known.clone()), meant.line().or(near))
        }
        ErrorKind::ValueValidation => user_message("cli-usage-wrong")
            .with("value", of(ContextKind::InvalidValue))
            .with("argument", argument),
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            let guess = meant.option(&argument);
            unknown(&argument, guess)
        }
        ErrorKind::UnknownArgument => match meant.line() {
            Some(line) => unknown(&argument, Some(line)),
            None => {
                user_message("cli-usage-too-many").with("argument", argument).with("usage", meant.usage())
            }
        },
        ErrorKind::InvalidSubcommand => {
            let word = of(ContextKind::InvalidSubcommand);
            let guess = if word == "help" { Some(meant.help()) } else { meant.command_named(&word) };
            let guess = meant.line().or(guess);
            unknown(&word, guess)
        }
        ErrorKind::MissingRequiredArgument => match meant.line() {
            Some(line) => {
                with_guess(user_message("cli-usage-missing").list("argument", arguments), Some(line))
            }
            None => {
                user_message("cli-usage-missing-how").list("argument", arguments).with("usage", meant.usage())
            }
        },
        ErrorKind::ArgumentConflict => user_message("cli-usage-conflict")
            .list("argument", arguments)
            .list("other", all(ContextKind::PriorArg)),
        _ => user_message("cli-usage-other"),
    })
}

/// The same for a command that ran and did not find what a word means: with what was probably meant by it.
pub fn guessed(failure: Failure, meant: &CommandLine<'_>) -> Failure {
    if let Some((typed, option)) = meant.dashed() {
        return Failure::usage(unknown(typed, Some(option)));
    }
    match failure {
        Failure::Unknown { name, said } => match meant.document(&name) {
            Some(guess) => Failure::usage(unknown_document(&name, guess)),
            None => Failure::Unknown { name, said },
        },
        failure => failure,
    }
}

/// That a word is no command: `help` and what else is typed out of habit.
pub fn help_asked(meant: &CommandLine<'_>) -> Failure {
    Failure::usage(unknown("help", Some(meant.help())))
}

/// That no command is called so.
pub fn no_command(typed: &str, word: &str, meant: &CommandLine<'_>) -> Failure {
    Failure::usage(unknown(typed, meant.any_command(word)))
}

fn unknown_document(name: &str, guess: String) -> UserMessage {
    user_message("cli-unknown-meant").with("name", name).with("meant", guess)
}

fn unknown(typed: &str, guess: Option<String>) -> UserMessage {
    match guess {
        Some(guess) => user_message("cli-usage-unknown-meant").with("argument", typed).with("meant", guess),
        None => user_message("cli-usage-unknown").with("argument", typed),
    }
}

fn with_guess(sentence: UserMessage, guess: Option<String>) -> UserMessage {
    match guess {
        Some(guess) => user_message("cli-usage-meant").and("sentence", sentence).with("meant", guess),
        None => sentence,
    }
}
