//! `rapporteur [DOCUMENT]...`: opening the screen. All that can fail fails before the terminal is touched.

use std::io::{IsTerminal, stdin, stdout};
use std::sync::Arc;

use super::arguments::Color;
use super::context::CommandContext;
use super::outcome::{Done, Failure};
use crate::config;
use crate::messages::user_message;
use crate::runtime::{IndexCache, Language, Settings, Start, Storage, run};

/// Opens the screen on the documents named.
pub fn open(context: &mut CommandContext, named: &[String]) -> Result<Done, Failure> {
    let is_terminal = stdin().is_terminal() && stdout().is_terminal();
    let stand_in = if is_terminal {
        if context.environment.is_dumb() {
            let term = context.environment.term.as_deref().unwrap_or_default();
            return Err(Failure::files(user_message("cli-dumb-terminal").with("term", term)));
        }
        context.settle()?
    } else {
        context.own()?;
        None
    };
    let context = &*context;
    let kept = context.kept(named);
    let (library, language) = context.shelf(named)?;
    let kept = kept.filter(|_| IndexCache::is_for(&library));
    let entries = library.entries();
    let only = match entries.as_slice() {
        [only] => only.versions.first().map(|version| version.source),
        _ => None,
    };
    if !is_terminal {
        // A document that is none is told with all its problems, here and below.
        only.map(|source| library.load(source.0)).transpose()?;
        return Err(Failure::usage(user_message("cli-no-terminal")));
    }
    let mut storage = Storage::new(library, context.paths.state.clone()).with_settings(settings(context));
    let opened = match entries.as_slice() {
        [only] => {
            let asked = only.versions.iter().find(|version| Some(&version.language) == language.as_ref());
            let named_one = !named.is_empty();
            let as_named = asked.is_some() || named_one;
            let language = if as_named { Language::AsNamed } else { Language::AsLast };
            asked.or(only.versions.first()).map(|version| storage.open(version.source, language))
        }
        _ => None,
    };
    let opened = match (opened, only) {
        (Some(Err(why)), Some(source)) => {
            storage.library().load(source.0)?;
            return Err(Failure::files(why));
        }
        (opened, _) => opened.and_then(Result::ok),
    };
    let start = Start {
        messages: Arc::clone(&context.messages),
        storage,
        opened,
        entries,
        // One sentence, since each takes a key to go on.
        remarks: stand_in.into_iter().chain(config::in_one(&context.warnings)).collect(),
        reviewer: context.reviewer.clone(),
        keys: Arc::new(context.config.keys.clone()),
        mouse: context.config.mouse && !context.global.no_mouse,
        window: context.environment.window().into(),
        theme: context.theme(),
        ambiguous: context.style.ambiguous,
        measure: context.config.measure,
        editor: context.environment.visual.clone().or(context.environment.editor.clone()),
        state: context.paths.state.clone(),
        kept,
    };
    match run(start) {
        Ok(()) => Ok(Done::new(String::new())),
        Err(error) => Err(Failure::files(user_message("cli-screen-failed").with("reason", error))),
    }
}

/// What decides on the settings of this run: the command line is stronger than the file.
fn settings(context: &CommandContext) -> Settings {
    let global = &context.global;
    let given: [(&'static str, Option<String>); 5] = [
        ("reviewer", global.reviewer.clone()),
        ("workspace", global.workspace.as_ref().map(|folder| folder.display().to_string())),
        ("language", global.language.as_ref().map(|_| context.messages.language().to_owned())),
        ("theme", (global.color == Some(Color::Never)).then(|| "none".to_owned())),
        ("mouse", global.no_mouse.then(|| "false".to_owned())),
    ];
    Settings {
        paths: context.paths.clone(),
        environment: context.environment.clone(),
        given: given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect(),
    }
}
