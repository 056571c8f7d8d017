//! The program. Parses arguments, runs, ends with an exit code; everything else lives in the library.

fn main() {}
