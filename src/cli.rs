//! The command line: what was asked for, and one file per command. The only room that prints.

mod screen;

use std::process::ExitCode;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    screen::open(&std::env::args().skip(1).collect::<Vec<_>>())
}
