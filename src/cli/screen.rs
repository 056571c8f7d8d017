//! `rapporteur [DOCUMENT]...`: opening the screen. All that can fail fails before the terminal is touched.

use std::io::{IsTerminal, stdin, stdout};
use std::sync::Arc;

use super::context::Context;
use super::outcome::{Done, Failure};
use crate::messages::said;
use crate::runtime::{Desk, Language, Start, run};

/// Opens the screen on the documents named.
pub fn open(context: &Context, named: &[String]) -> Result<Done, Failure> {
    let (library, language) = context.shelf(named)?;
    let entries = library.entries();
    if let [only] = entries.as_slice()
        && only.trouble.is_some()
    {
        // A document that is none is told with all its problems.
        library.load(only.versions.first().map_or(0, |version| version.source))?;
    }
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Err(Failure::usage(said("cli-no-terminal")));
    }
    let mut desk = Desk::new(library, context.paths.state.clone());
    let opened = match entries.as_slice() {
        [only] => {
            let asked = only.versions.iter().find(|version| Some(&version.language) == language.as_ref());
            let named_one = !named.is_empty();
            Some(match (asked, only.versions.first()) {
                (Some(version), _) => desk.open(version.source, Language::AsNamed),
                (None, Some(version)) if named_one => desk.open(version.source, Language::AsNamed),
                (None, first) => desk.open(first.map_or(0, |version| version.source), Language::AsLast),
            })
        }
        _ => None,
    };
    let mut opened = opened.transpose().map_err(Failure::files)?;
    if let Some(opened) = &mut opened {
        opened.remarks.extend(context.warnings.iter().cloned());
    }
    let start = Start {
        messages: Arc::clone(&context.messages),
        desk,
        opened,
        entries,
        reviewer: context.reviewer.clone(),
        mouse: context.config.mouse && !context.global.no_mouse,
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
