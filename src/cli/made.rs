//! `rapporteur completions`: made from the same definitions as the parser, so they cannot drift from it.

use super::arguments::Completions;
use super::context::CommandContext;
use super::help;
use super::outcome::Done;

/// Completions for a shell.
pub fn completions(context: &CommandContext, asked: &Completions) -> Done {
    let mut made = Vec::new();
    clap_complete::generate(asked.shell, &mut help::command(&context.messages), "rapporteur", &mut made);
    Done::new(String::from_utf8_lossy(&made).into_owned())
}
