//! `rapporteur [DOCUMENT]...`: opening the screen. All that can fail fails before the terminal is touched.

use std::io::{IsTerminal, stdin, stdout};
use std::sync::Arc;

use super::context::Context;
use super::outcome::{Done, Failure};
use crate::messages::said;
use crate::runtime::{Desk, Start, run};

/// Opens the screen on the documents named.
pub fn open(context: &Context, named: &[String]) -> Result<Done, Failure> {
    let library = context.shelf(named)?;
    if library.sources.len() == 1 {
        // A document that is none is told with all its problems.
        library.load(0)?;
    }
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Err(Failure::usage(said("cli-no-terminal")));
    }
    let entries = library.entries();
    let mut desk = Desk::new(library, context.paths.state.clone());
    let opened = match entries.len() {
        1 => Some(desk.open(0).map_err(Failure::files)?),
        _ => None,
    };
    let start = Start {
        messages: Arc::clone(&context.messages),
        desk,
        opened,
        entries,
        reviewer: context.reviewer.clone(),
        mouse: context.config.mouse,
        theme: context.theme(),
        ambiguous: context.style.ambiguous,
        editor: context.environment.visual.clone().or(context.environment.editor.clone()),
        state: context.paths.state.clone(),
    };
    match run(start) {
        Ok(()) => Ok(Done::new(String::new())),
        Err(error) => Err(Failure::files(said("cli-screen-failed").with("reason", error))),
    }
}
