//! The help texts: the catalog's sentences put into clap's command, by name. A command `note add` has
//! `cli-note-add-about`; an argument has `cli-note-add-arg-<name>`, else `cli-arg-<name>`. So help is translated by
//! a catalog alone.

use clap::builder::StyledStr;
use clap::{Arg, Command, CommandFactory};

use super::arguments::Arguments;
use super::syntax;
use crate::messages::Messages;

/// The command with all its help.
pub fn command(messages: &Messages) -> Command {
    let after = word(messages, "cli-after");
    dress(Arguments::command(), "cli", messages).after_help(after)
}

/// Help as it is printed, with or without colors and bold letters. clap ends every heading with a half-width colon; the
/// catalog has the one of its language.
pub fn text(help: &StyledStr, color: bool, messages: &Messages) -> String {
    let text = if color { help.ansi().to_string() } else { help.to_string() };
    let colon = word(messages, "cli-colon");
    let headings = ["cli-commands", "cli-arguments", "cli-options", "cli-everywhere"];
    headings
        .into_iter()
        .map(|id| word(messages, id))
        .fold(text, |text, heading| text.replace(&format!("{heading}:"), &format!("{heading}{colon}")))
}

/// Whether a command is called so.
pub fn is_command(name: &str) -> bool {
    Arguments::command().find_subcommand(name).is_some()
}

fn word(messages: &Messages, id: &str) -> String {
    messages.word(id).unwrap_or_default()
}

fn dress(command: Command, path: &str, messages: &Messages) -> Command {
    let template =
        format!("{{about}}\n\n{}{{usage}}\n\n{{all-args}}{{after-help}}", word(messages, "cli-usage"));
    command
        .about(word(messages, &format!("{path}-about")))
        .display_name("rapporteur")
        .help_template(template)
        .subcommand_help_heading(word(messages, "cli-commands"))
        .subcommand_value_name(word(messages, "cli-command"))
        .mut_args(|arg| dress_argument(arg, path, messages))
        .mut_subcommands(|sub| {
            let path = format!("{path}-{}", sub.get_name());
            let after = (path == "cli-search").then(|| syntax::help(messages));
            let sub = dress(sub, &path, messages);
            match after {
                Some(after) => sub.after_help(after),
                None => sub,
            }
        })
}

fn dress_argument(arg: Arg, path: &str, messages: &Messages) -> Arg {
    let heading = if arg.is_global_set() {
        "cli-everywhere"
    } else if arg.is_positional() {
        "cli-arguments"
    } else {
        "cli-options"
    };
    let own = messages.word(&format!("{path}-arg-{}", arg.get_id()));
    let help = own.unwrap_or_else(|| word(messages, &format!("cli-arg-{}", arg.get_id())));
    let arg = arg.help(help).help_heading(word(messages, heading));
    // What may be given and what is taken otherwise stand in the help itself, in its language.
    let takes = arg.get_action().takes_values();
    if takes { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(command: &Command, path: &str) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        assert!(!about.is_empty(), "{path}-about");
        for arg in command.get_arguments() {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(!help.is_empty(), "{path} {}", arg.get_id());
            assert!(arg.get_help_heading().is_some_and(|heading| !heading.is_empty()));
        }
        for sub in command.get_subcommands() {
            check(sub, &format!("{path}-{}", sub.get_name()));
        }
    }

    #[test]
    fn every_command_and_argument_has_its_help_in_the_catalog() {
        let command = command(&Messages::english());
        check(&command, "cli");
        assert!(command.get_after_help().is_some_and(|after| !after.to_string().is_empty()));
        command.clone().debug_assert();
    }
}
