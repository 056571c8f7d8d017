//! `rapporteur new`: a document file to fill in, in which every key is told.

use std::path::{Path, PathBuf};

use super::arguments::New;
use super::context::CommandContext;
use super::outcome::{Done, Failure};
use crate::format::{blank_document, inspect_document};
use crate::messages::{UserMessage, user_message};
use crate::store;
use crate::text::shown_line;

/// Writes a new document file, or prints it.
///
/// # Errors
/// The symbol or the language is none, the name is not that of a document file, or the file is there.
pub fn run(context: &CommandContext, asked: &New) -> Result<Done, Failure> {
    if asked.symbol.trim().is_empty() {
        return Err(Failure::usage(user_message("cli-symbol-empty")));
    }
    let language = context.global.text.as_deref().unwrap_or_else(|| context.messages.language());
    let say = |said: &UserMessage| context.say(said);
    let text = blank_document(&asked.symbol, language, &say);
    if let Some(problem) = inspect_document(&text).problems.iter().next() {
        return Err(Failure::usage(problem.said.clone()));
    }
    if asked.output.as_deref() == Some(Path::new("-")) {
        return Ok(Done::new(text));
    }
    let path = asked.output.clone().unwrap_or_else(|| usual(context, &asked.symbol, language));
    if !store::has_ending(&path, "toml") {
        let (name, toml) = (path.display(), path.with_extension("toml"));
        return Err(Failure::usage(
            user_message("cli-not-toml").with("name", name).with("toml", toml.display()),
        ));
    }
    store::write_export(&path, text.as_bytes(), asked.force)?;
    let line = context.say(&user_message("cli-new-written").with("name", path.display()));
    Ok(Done::new(format!("{}\n", shown_line(&line).as_str())))
}

/// The name made from the symbol and the language: in the folder where one is, or among the documents of the workspace
/// that was named.
fn usual(context: &CommandContext, symbol: &str, language: &str) -> PathBuf {
    let name = format!("{}.{language}.toml", store::doc_key(symbol));
    match &context.global.workspace {
        Some(workspace) => workspace.join("documents").join(name),
        None => PathBuf::from(name),
    }
}
