//! Wrong usage in the program's own sentences: clap says what is wrong as data, the catalogue says it in words.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::messages::{Said, said};

/// The sentence for what clap found wrong; none for what is no mistake (help, version) and for what it shows
/// better itself (a command that needs another word shows its help).
pub fn told(error: &clap::Error) -> Option<Said> {
    let of = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let argument = of(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::MissingSubcommand => None,
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => {
            Some(said("cli-usage-no-value").with("argument", argument))
        }
        ErrorKind::InvalidValue => Some(
            said("cli-usage-value")
                .with("value", of(ContextKind::InvalidValue))
                .with("argument", argument)
                .with("known", of(ContextKind::ValidValue)),
        ),
        ErrorKind::ValueValidation => Some(
            said("cli-usage-wrong").with("value", of(ContextKind::InvalidValue)).with("argument", argument),
        ),
        ErrorKind::UnknownArgument => Some(said("cli-usage-unknown").with("argument", argument)),
        ErrorKind::InvalidSubcommand => {
            Some(said("cli-usage-unknown").with("argument", of(ContextKind::InvalidSubcommand)))
        }
        ErrorKind::MissingRequiredArgument => Some(said("cli-usage-missing").with("argument", argument)),
        ErrorKind::ArgumentConflict => Some(
            said("cli-usage-conflict").with("argument", argument).with("other", of(ContextKind::PriorArg)),
        ),
        _ => Some(said("cli-usage-other")),
    }
}
