//! The integration tests: one binary, one file per subject.
//!
//! `#[cfg(test)]` is always true here; it tells clippy that the helper functions too are tests, which may stop
//! loudly.

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod bursts;
#[cfg(test)]
mod catalog;
#[cfg(test)]
mod check;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod cli_errors;
#[cfg(test)]
mod deciding;
#[cfg(test)]
mod dependencies;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod export;
#[cfg(test)]
mod facades;
#[cfg(test)]
mod flows;
#[cfg(test)]
mod format_cases;
#[cfg(test)]
mod former;
#[cfg(test)]
mod ground;
#[cfg(test)]
mod help;
#[cfg(test)]
mod homeless;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod ids;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod keeping;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod lasting;
#[cfg(test)]
mod leaving;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod long;
#[cfg(test)]
mod meant;
#[cfg(test)]
mod palette;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod recover;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod rereading;
#[cfg(test)]
mod same_output;
#[cfg(test)]
mod same_search;
#[cfg(test)]
mod screens;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod sent;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod shelves;
#[cfg(test)]
mod sizes;
#[cfg(test)]
mod statuses;
#[cfg(test)]
#[expect(dead_code, reason = "the benches use the rest of it")]
#[path = "../support/mod.rs"]
mod support;
#[cfg(test)]
mod svg;
#[cfg(test)]
mod terminal;
#[cfg(test)]
mod times;
#[cfg(test)]
mod translation;
#[cfg(test)]
mod unit_commands;
#[cfg(test)]
mod units;
#[cfg(test)]
mod words;

#[cfg(test)]
use support::{desk, home, session, source, tree};
