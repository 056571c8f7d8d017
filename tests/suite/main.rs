//! The integration tests: one binary, one file per subject.
//!
//! `#[cfg(test)]` is always true here; it tells clippy that the helper functions too are tests, which may stop
//! loudly.

#[cfg(test)]
mod cli;
#[cfg(test)]
mod cli_errors;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod export;
#[cfg(test)]
mod home;
#[cfg(test)]
mod reference;
