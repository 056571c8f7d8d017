//! Wrong usage in the program's own sentences: clap says what is wrong as data, the catalogue says it in words.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::messages::{Said, said};

/// The sentence for what clap found wrong; none for what is no mistake (help, version) and for what it shows
/// better itself (a command that needs another word shows its help).
pub fn told(error: &clap::Error) -> Option<Said> {
    let of = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    };
    let argument = of(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::MissingSubcommand => None,
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).concat().is_empty() => {
            Some(said("cli-usage-no-value").list("argument", argument))
        }
        ErrorKind::InvalidValue => Some(
            said("cli-usage-value")
                .list("value", of(ContextKind::InvalidValue))
                .list("argument", argument)
                .list("known", of(ContextKind::ValidValue)),
        ),
        ErrorKind::ValueValidation => Some(
            said("cli-usage-wrong").list("value", of(ContextKind::InvalidValue)).list("argument", argument),
        ),
        ErrorKind::UnknownArgument => Some(said("cli-usage-unknown").list("argument", argument)),
        ErrorKind::InvalidSubcommand => {
            Some(said("cli-usage-unknown").list("argument", of(ContextKind::InvalidSubcommand)))
        }
        ErrorKind::MissingRequiredArgument => Some(said("cli-usage-missing").list("argument", argument)),
        ErrorKind::ArgumentConflict => Some(
            said("cli-usage-conflict").list("argument", argument).list("other", of(ContextKind::PriorArg)),
        ),
        _ => Some(said("cli-usage-other")),
    }
}
