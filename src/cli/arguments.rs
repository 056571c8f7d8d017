//! What can be asked for, as types that clap fills. No help texts here: they come from the catalog (`help.rs`),
//! by the names of commands and arguments.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::{NoteKind, ReviewStatus};

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(NoteKind::ALL.map(NoteKind::word))
}

fn statuses() -> PossibleValuesParser {
    PossibleValuesParser::new(ReviewStatus::ALL.map(ReviewStatus::word))
}

/// A name that says something; how it is told that it does not is the catalog's.
fn named(typed: &str) -> Result<String, String> {
    if typed.trim().is_empty() { Err(String::new()) } else { Ok(typed.to_owned()) }
}

#[derive(Debug, Parser)]
#[command(name = "rapporteur", version, propagate_version = true)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Arguments {
    #[arg(value_name = "DOCUMENT")]
    pub documents: Vec<String>,
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub global: Global,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// What every command takes.
#[derive(Debug, Clone, Default, Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "FILE|SYMBOL")]
    pub document: Option<String>,
    #[arg(long, global = true, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME", value_parser = named)]
    pub reviewer: Option<String>,
    #[arg(long, global = true, value_name = "LANG")]
    pub text: Option<String>,
    #[arg(long, global = true, value_name = "LANG")]
    pub language: Option<String>,
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<Color>,
    #[arg(id = "no-mouse", long = "no-mouse", global = true)]
    pub no_mouse: bool,
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, global = true, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Show(Show),
    Search(SearchArguments),
    Note(NoteArguments),
    Notes(Notes),
    Status(Status),
    Export(Export),
    New(New),
    Check(Check),
    Recover(Recover),
    Keys(KeysArguments),
    Completions(Completions),
    Man(Manual),
}

#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub struct Manual {
    #[arg(value_name = "COMMAND")]
    pub words: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "DOCUMENT")]
    pub named: Option<String>,
    #[arg(short, long, value_name = "N")]
    pub paragraph: Option<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct SearchArguments {
    #[arg(value_name = "QUERY")]
    pub query: String,
    #[arg(value_name = "DOCUMENT")]
    pub documents: Vec<String>,
    #[arg(short = 'n', long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: u32,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub struct NoteArguments {
    #[command(subcommand)]
    pub command: NoteCommand,
}

#[derive(Debug, Subcommand)]
pub enum NoteCommand {
    Add(NoteAdd),
    Edit(NoteEdit),
    Delete(NoteDelete),
    Settle(NoteSettle),
}

#[derive(Debug, Args)]
pub struct NoteAdd {
    #[arg(value_name = "TEXT")]
    pub body: Option<String>,
    #[arg(short, long, value_name = "N")]
    pub paragraph: String,
    #[arg(short, long, value_name = "TEXT")]
    pub quote: Option<String>,
    #[arg(short, long, value_name = "KIND", default_value = "comment", value_parser = kinds())]
    pub kind: String,
}

#[derive(Debug, Args)]
pub struct NoteEdit {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(value_name = "TEXT")]
    pub body: Option<String>,
    #[arg(short, long, value_name = "KIND", value_parser = kinds())]
    pub kind: Option<String>,
}

#[derive(Debug, Args)]
pub struct NoteDelete {
    #[arg(value_name = "ID")]
    pub id: String,
}

#[derive(Debug, Args)]
pub struct NoteSettle {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long)]
    pub reopen: bool,
}

#[derive(Debug, Args)]
pub struct Notes {
    #[arg(value_name = "DOCUMENT")]
    pub named: Option<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(subcommand_precedence_over_arg = true)]
pub struct Status {
    #[arg(value_name = "DOCUMENT")]
    pub documents: Vec<String>,
    #[arg(long)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Option<StatusCommand>,
}

#[derive(Debug, Subcommand)]
pub enum StatusCommand {
    Set(StatusSet),
}

#[derive(Debug, Args)]
pub struct StatusSet {
    #[arg(value_name = "N[-M]")]
    pub range: String,
    #[arg(value_name = "STATUS", value_parser = statuses())]
    pub status: String,
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(value_name = "DOCUMENT")]
    pub named: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(short, long)]
    pub force: bool,
    #[arg(short, long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct New {
    #[arg(value_name = "SYMBOL")]
    pub symbol: String,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(short, long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    #[arg(value_name = "FILE|DIR")]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Recover {
    #[command(subcommand)]
    pub command: Option<RecoverCommand>,
}

#[derive(Debug, Subcommand)]
pub enum RecoverCommand {
    List(RecoverList),
    Show(RecoverShow),
    Restore(RecoverRestore),
}

impl Default for RecoverCommand {
    fn default() -> Self {
        Self::List(RecoverList::default())
    }
}

#[derive(Debug, Default, Args)]
pub struct RecoverList {
    #[arg(short, long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct RecoverShow {
    #[arg(value_name = "ITEM")]
    pub item: String,
}

#[derive(Debug, Args)]
pub struct RecoverRestore {
    #[arg(value_name = "ITEM")]
    pub item: String,
    #[arg(short, long)]
    pub keep: bool,
}

#[derive(Debug, Args)]
pub struct KeysArguments {
    #[arg(long, conflicts_with = "config")]
    pub markdown: bool,
    #[arg(long)]
    pub config: bool,
}
