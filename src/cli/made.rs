//! `rapporteur completions` and `rapporteur man`: made from the same definitions as the parser, so they cannot
//! drift from it.

use std::io;

use super::arguments::Completions;
use super::context::Context;
use super::help;
use super::outcome::{Done, Failure};
use super::syntax;
use crate::messages::said;

/// Completions for a shell.
pub fn completions(context: &Context, asked: &Completions) -> Done {
    let mut made = Vec::new();
    clap_complete::generate(asked.shell, &mut help::command(&context.messages), "rapporteur", &mut made);
    Done::new(String::from_utf8_lossy(&made).into_owned())
}

/// The manual page, with a section for each command.
pub fn man(context: &Context) -> Result<Done, Failure> {
    let mut page = Vec::new();
    let failed = |error: io::Error| Failure::files(said("cli-cannot-print").with("reason", error));
    let mut command = help::command(&context.messages);
    command.build();
    clap_mangen::Man::new(command).render(&mut page).map_err(failed)?;
    let page = String::from_utf8_lossy(&page).into_owned() + &syntax::manual(&context.messages);
    Ok(Done::new(page))
}
