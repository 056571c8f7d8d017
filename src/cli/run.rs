//! From the arguments of the process to its exit code. The only file that prints.

use std::cell::LazyCell;
use std::io::{self, ErrorKind, IsTerminal, Write, stderr, stdout};
use std::ops::Deref;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{FromArgMatches, Parser, ValueEnum};

use super::arguments::{Arguments, Color, Command};
use super::context::{CommandContext, Surroundings};
use super::meant::CommandLine;
use super::outcome::{Done, Exit, Failure, rendered};
use super::{
    check, export, help, keys, made, manual, new, note, notes, recover, screen, search, show, status, usage,
};
use crate::config::{self, Environment};
use crate::messages::{Messages, UserMessage, choose, user_message};
use crate::runtime::outlive_size_limits;
use crate::store;
use crate::text::shown;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    // Where that cannot be had a limit ends the process, and the file stays as it was.
    let _ = outlive_size_limits();
    let around = Surroundings::read();
    let (language, wrong) = choose(
        asked("--language").as_deref(),
        around.config.language.as_deref(),
        around.environment.language.as_deref(),
    );
    let messages =
        Arc::new(Messages::of(language).unwrap_or_else(Messages::english).in_zone(crate::runtime::zone));
    let typed: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    // The words of help and guesses take ten times as long as reading the arguments, and are wanted when those are wrong.
    let tree = LazyCell::new(|| {
        let mut tree = help::command(&messages);
        tree.build();
        tree
    });
    let meant = LazyCell::new(|| CommandLine::of(&tree, &typed));
    let parsed = Arguments::try_parse_from(std::env::args_os()).or_else(|_| {
        let told = help::command(&messages).try_get_matches_from(std::env::args_os())?;
        Arguments::from_arg_matches(&told)
    });
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => {
            match usage::told(&error, &meant, &messages) {
                Some(said) => complain(&messages, &[said]),
                // Help and version too come this way.
                None => print_help(&error, &messages, &around.environment),
            }
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(Exit::Usage.code()));
        }
    };
    let Arguments { documents, command, global } = arguments;
    let context = match wrong {
        Some(said) => Err(Failure::usage(said)),
        None => CommandContext::new(Arc::clone(&messages), global, around),
    };
    let ended = context.and_then(|mut context| {
        if let Some(command) = &command {
            complain(&messages, &config::one_by_one(&context.warnings));
            if needs_folders(command) {
                context.own()?;
            }
        }
        perform(&mut context, &documents, command, &meant).map_err(|failure| usage::guessed(failure, &meant))
    });
    let say = |said: &UserMessage| messages.say(said);
    match ended {
        Ok(Done { out, remarks, exit }) => {
            complain(&messages, &remarks);
            match print(&out) {
                Ok(()) => ExitCode::from(exit.code()),
                Err(error) => {
                    complain(&messages, &[user_message("cli-cannot-print").with("reason", error)]);
                    ExitCode::from(Exit::Files.code())
                }
            }
        }
        Err(failure) => {
            match &failure {
                Failure::UserMessage(_, said) | Failure::Unknown { said, .. } => {
                    complain(&messages, std::slice::from_ref(&**said));
                }
                Failure::Document { name, source, problems } => {
                    let _ = writeln!(stderr().lock(), "{}", rendered(problems, name, source, &say));
                }
            }
            ExitCode::from(failure.exit().code())
        }
    }
}

/// Whether a command looks into the program's own folders.
fn needs_folders(command: &Command) -> bool {
    match command {
        Command::New(_) | Command::Keys(_) | Command::Completions(_) | Command::Man(_) => false,
        Command::Check(asked) => asked.files.is_empty(),
        _ => true,
    }
}

fn perform<'a>(
    context: &mut CommandContext,
    documents: &[String],
    command: Option<Command>,
    meant: &impl Deref<Target = CommandLine<'a>>,
) -> Result<Done, Failure> {
    if documents.first().is_some_and(|first| first == "help" && !store::exists(Path::new(first))) {
        return Err(usage::help_asked(meant));
    }
    // clap takes a command that comes after a document for another document.
    let is_command = |name: &String| help::is_command(name) && !store::exists(Path::new(name));
    let late = documents.iter().skip(1).any(is_command);
    if let Some(document) = documents.first().filter(|_| late || command.is_some()) {
        return Err(Failure::usage(user_message("cli-document-before-command").with("document", document)));
    }
    let Some(command) = command else { return screen::open(context, documents) };
    match command {
        Command::Show(asked) => show::run(context, &asked),
        Command::Search(asked) => search::run(context, &asked),
        Command::Note(asked) => note::run(context, asked.command),
        Command::Notes(asked) => notes::run(context, &asked),
        Command::Status(asked) => status::run(context, &asked),
        Command::Export(asked) => export::run(context, &asked),
        Command::New(asked) => new::run(context, &asked),
        Command::Check(asked) => check::run(context, &asked),
        Command::Recover(asked) => recover::run(context, asked.command.unwrap_or_default()),
        Command::Keys(asked) => Ok(keys::run(context, &asked)),
        Command::Completions(asked) => Ok(made::completions(context, &asked)),
        Command::Man(asked) => manual::run(context, &asked, meant),
    }
}

/// Prints the help that was asked for, or that is the answer to a command without its next word. Whoever closed the
/// pipe has seen enough.
fn print_help(error: &clap::Error, messages: &Messages, environment: &Environment) {
    let color = asked("--color").and_then(|when| Color::from_str(&when, false).ok()).unwrap_or_default();
    let text = |terminal: bool| help::text(&error.render(), color.holds(terminal, environment), messages);
    let _ = if error.use_stderr() {
        stderr().lock().write_all(text(stderr().is_terminal()).as_bytes())
    } else {
        print(&text(stdout().is_terminal()))
    };
}

/// The value of an option, before anything is understood: help is to heed it.
fn asked(option: &str) -> Option<String> {
    let mut arguments = std::env::args_os().skip(1).take_while(|argument| argument != "--");
    while let Some(argument) = arguments.next() {
        let Some(argument) = argument.to_str() else { continue };
        if argument == option {
            return arguments.next().and_then(|value| value.into_string().ok());
        }
        let value = argument.strip_prefix(option).and_then(|rest| rest.strip_prefix('='));
        if let Some(value) = value {
            return Some(value.to_owned());
        }
    }
    None
}

fn complain(messages: &Messages, sentences: &[UserMessage]) {
    let mut err = stderr().lock();
    for said in sentences {
        // There is nobody to tell that standard error is closed.
        let _ = writeln!(err, "{}", shown(&messages.say(said)).as_str());
    }
}

/// Prints at once. A reader that has seen enough and closed the pipe is no error.
fn print(out: &str) -> io::Result<()> {
    let mut stdout = stdout().lock();
    match stdout.write_all(out.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}
