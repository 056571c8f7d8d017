//! The fault tests: what the program promises of people's work (`reliability.md` section 7), tried by breaking things.
//! Kills, power cuts, failing system calls, full disks, several writers, wrong clocks, other hands in the files.
//!
//! Each test prints its figures (`figure: …`); each check is also run on a twin of the store that is broken in one
//! way, and must catch it. What the machine does not allow (no root, no strace …) says `skipped: …` and why. The
//! short form is the default; `RAPPORTEUR_LONG=1` runs the long one. `RAPPORTEUR_SEED` repeats a run.
//!
//! `#[cfg(test)]` is always true here; it tells clippy that the helper functions too are tests, which may stop
//! loudly.

#[cfg(test)]
mod ground;
#[cfg(test)]
mod hand;
#[cfg(test)]
mod twin;
#[cfg(test)]
mod writer;

#[cfg(test)]
mod calls;
#[cfg(test)]
mod clocks;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod contention;
#[cfg(test)]
mod endings;
#[cfg(test)]
mod foreign;
#[cfg(test)]
mod full;
#[cfg(test)]
mod kills;
#[cfg(test)]
mod merges;
#[cfg(test)]
mod order;
#[cfg(test)]
mod power;
#[cfg(test)]
mod screens;
#[cfg(test)]
#[expect(dead_code, reason = "the other suite uses the rest of it")]
#[path = "../support/mod.rs"]
mod support;
#[cfg(test)]
mod trips;
#[cfg(test)]
mod undoing;

#[cfg(test)]
use support::{desk, session};
