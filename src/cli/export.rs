//! `rapporteur export`: the Markdown that the screen writes, to standard output or to a file.

use std::path::Path;

use super::arguments::Export;
use super::choose::Picked;
use super::context::CommandContext;
use super::outcome::{Done, Failure};
use super::reviews;
use crate::export::{Options, markdown};
use crate::messages::{UserMessage, user_message};
use crate::model::Review;
use crate::store::{self, Drafts, Found};
use crate::text::{shown, shown_line};

/// Writes notes and statuses as a page of Markdown, to standard output or a file.
pub fn run(context: &CommandContext, asked: &Export) -> Result<Done, Failure> {
    let output = asked.output.as_deref().filter(|path| *path != Path::new("-"));
    if asked.force && output.is_none() {
        return Err(Failure::usage(user_message("cli-force-alone")));
    }
    if let Some(path) = output.filter(|path| is_for_others(path)) {
        let (name, markdown) = (path.display(), path.with_extension("md"));
        return Err(Failure::usage(
            user_message("cli-not-markdown").with("name", name).with("markdown", markdown.display()),
        ));
    }
    let picked = context.pick(asked.named.as_ref())?;
    let found = reviews::read(context, &picked)?;
    let reviews: Vec<&Review> = if asked.all { found.all().collect() } else { vec![&found.mine] };
    let remarks = if asked.all { found.remarks.clone() } else { Vec::new() };
    let say = |said: &UserMessage| context.say(said);
    let options = Options { say: &say, drafts: drafts(context, &picked), exported: context.now() };
    let text = markdown(&picked.document, &reviews, &options);
    let Some(path) = output else {
        let out = if context.style.terminal { shown(&text).as_str().to_owned() } else { text };
        return Ok(Done::new(out).remarking(remarks));
    };
    store::write_export(path, text.as_bytes(), asked.force)?;
    let line = context.say(&user_message("exported").with("name", path.display()));
    Ok(Done::new(format!("{}\n", shown_line(&line).as_str())).remarking(remarks))
}

/// Whether a name ends as that of a file which holds something else than Markdown: whoever opens it would be told that
/// it is damaged.
fn is_for_others(path: &Path) -> bool {
    const ENDINGS: [&str; 38] = [
        "7z", "adoc", "bib", "csv", "doc", "docm", "docx", "dot", "dotx", "eml", "epub", "gz", "htm", "html",
        "jpeg", "jpg", "json", "jsonl", "key", "odp", "ods", "odt", "pages", "pdf", "png", "pptx", "ps",
        "rst", "rtf", "svg", "tex", "toml", "tsv", "xls", "xlsx", "xml", "yaml", "zip",
    ];
    ENDINGS.iter().any(|ending| store::has_ending(path, ending))
}

/// How many notes on this document are being written or were left by an interruption.
fn drafts(context: &CommandContext, picked: &Picked) -> usize {
    let Ok(drafts) = Drafts::open(&context.paths.state, &picked.source.workspace) else { return 0 };
    let of_symbol = |found: &Found| match found {
        Found::Interrupted { draft, .. } | Found::Elsewhere { draft, .. } => {
            draft.symbol == *picked.document.symbol()
        }
        Found::Damaged(_) => false,
    };
    drafts.list().unwrap_or_default().iter().filter(|found| of_symbol(found)).count()
}
