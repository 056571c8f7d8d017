//! The program. Parses arguments, runs, ends with an exit code; everything else lives in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    rapporteur::cli::main()
}
