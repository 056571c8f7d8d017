//! `rapporteur man`: the manual page of the program, or of one of its commands, made from the definitions of the
//! parser; what stands in no definition (files, environment) is told here, in the catalog's words.

use std::io;

use clap::Command;
use clap_mangen::roff::{Roff, bold, italic, roman};

use super::arguments::Manual;
use super::context::CommandContext;
use super::help;
use super::meant::CommandLine;
use super::outcome::{Done, Failure};
use super::{reference, settings, syntax, usage};
use crate::messages::user_message;

/// A section of the page: the id of its heading, and its rows, each a term as it is typed and the id of what it means.
type Section = (&'static str, &'static [(&'static str, &'static str)]);

/// Where things are kept.
const FILES: Section = (
    "cli-man-files",
    &[
        ("documents/*.toml", "cli-man-file-documents"),
        ("reviews/DOCUMENT/REVIEWER.toml", "cli-man-file-reviews"),
        ("~/.local/share/rapporteur", "cli-man-file-data"),
        ("~/.config/rapporteur/config.toml", "cli-man-file-config"),
        ("~/.local/state/rapporteur", "cli-man-file-state"),
        ("~/.cache/rapporteur", "cli-man-file-cache"),
    ],
);

/// Every variable that the program reads.
const ENVIRONMENT: Section = (
    "cli-man-environment",
    &[
        ("HOME", "cli-man-env-home"),
        ("XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "cli-man-env-xdg"),
        ("TMPDIR", "cli-man-env-temporary"),
        ("USER, LOGNAME", "cli-man-env-user"),
        ("VISUAL, EDITOR", "cli-man-env-editor"),
        ("LC_ALL, LC_MESSAGES, LANG", "cli-man-env-language"),
        ("NO_COLOR, COLORTERM, TERM", "cli-man-env-color"),
        ("LINES, COLUMNS", "cli-man-env-size"),
        ("TZ", "cli-man-env-zone"),
    ],
);

/// The manual page.
///
/// # Errors
/// No command is called so.
pub fn run(context: &CommandContext, asked: &Manual, meant: &CommandLine<'_>) -> Result<Done, Failure> {
    let mut command = help::command(&context.messages);
    command.build();
    // `note add`, `note-add` and `rapporteur-note-add` are the page of one command.
    let words = asked.words.iter().flat_map(|word| word.split('-')).filter(|word| *word != "rapporteur");
    let mut path: Vec<&str> = Vec::new();
    for word in words {
        let Some(sub) = command.find_subcommand(word) else {
            return Err(usage::no_command(&asked.words.join(" "), word, meant));
        };
        command = sub.clone();
        path.push(word);
    }
    let page = render(context, command, &path);
    page.map(Done::new)
        .map_err(|error| Failure::files(user_message("cli-cannot-print").with("reason", error)))
}

fn render(context: &CommandContext, command: Command, path: &[&str]) -> io::Result<String> {
    let name = std::iter::once("rapporteur").chain(path.iter().copied()).collect::<Vec<_>>().join("-");
    let has_commands = command.get_subcommands().next().is_some();
    let version = command.get_version().unwrap_or_default();
    let source = format!("rapporteur {version}");
    let man = clap_mangen::Man::new(command.display_name(name)).source(source);
    // An empty one would not be written at all, and the source would stand in its place.
    let man = man.date(" ");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if has_commands {
        man.render_subcommands_section(&mut page)?;
    }
    if matches!(path, [] | ["search"]) {
        page.extend_from_slice(syntax::manual(&context.messages).as_bytes());
    }
    let mut roff = Roff::default();
    let sections: &[Section] = if path.is_empty() { &[FILES, ENVIRONMENT] } else { &[] };
    for (heading, rows) in sections {
        roff.control("SH", [context.word(heading).as_str()]);
        for (term, about) in *rows {
            roff.control("TP", []).text([bold(*term)]).text([roman(context.word(about))]);
        }
    }
    if path.is_empty() {
        settings::manual(&context.messages, &mut roff);
    }
    if matches!(path, [] | ["new"]) {
        reference::manual(&context.messages, &mut roff);
    }
    if path.is_empty() {
        roff.control("SH", [context.word("cli-man-exit").as_str()]);
        roff.text([roman(context.word("cli-after"))]);
    } else {
        roff.control("SH", [context.word("cli-man-see").as_str()]);
        roff.text([italic("rapporteur"), roman("(1)")]);
    }
    roff.to_writer(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
