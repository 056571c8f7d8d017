//! How long the program takes for each hostile file, and how much memory: a measurement, not a test.
//! `cargo test --release --test suite measure -- --ignored --nocapture`

#![expect(clippy::disallowed_methods, reason = "a measurement runs the program and reads the clock")]

use std::process::{Command, Stdio};

use super::samples::{REVIEWS, SYMBOL, Sample, documents, reviews};
use crate::cli::ENGLISH;
use crate::home::{Home, binary};

/// Seconds and MiB of one run, by GNU time.
fn measure(home: &Home, args: &[&str]) -> Option<(f64, f64)> {
    let figures = home.path("figures");
    let mut time = Command::new("/usr/bin/time");
    time.args(["-f", "%e %M", "-o"]).arg(&figures).arg(binary()).args(args);
    time.env_clear().envs(home.environment()).current_dir(home.path(""));
    time.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    let figures = std::fs::read_to_string(figures).ok()?;
    let (seconds, kib) = figures.lines().last()?.split_once(' ')?;
    Some((seconds.parse().ok()?, kib.parse::<f64>().ok()? / 1024.0))
}

fn worst(samples: Vec<Sample>, prepare: impl Fn(&Home, &[u8]), commands: &[&[&str]]) {
    for sample in samples {
        let home = Home::new();
        prepare(&home, &sample.bytes);
        let runs: Vec<(f64, f64)> = commands.iter().filter_map(|args| measure(&home, args)).collect();
        if runs.is_empty() {
            println!("skipped: there is no /usr/bin/time");
            return;
        }
        let seconds = runs.iter().map(|run| run.0).fold(0.0, f64::max);
        let mib = runs.iter().map(|run| run.1).fold(0.0, f64::max);
        let kind = if sample.refused.is_some() { "refused" } else { "borne" };
        println!("{seconds:6.2} s {mib:6.0} MiB  {kind:8} {}", sample.name);
    }
}

#[test]
#[ignore = "a measurement, not a test: run with --release --ignored --nocapture"]
fn each_hostile_file_in_seconds_and_memory() {
    println!("documents: show, check");
    let document = |home: &Home, bytes: &[u8]| drop(home.write("a.toml", bytes));
    worst(documents(), document, &[&["show", "a.toml"], &["check", "a.toml"]]);
    println!("reviews: notes, check, note add");
    let review = |home: &Home, bytes: &[u8]| {
        home.write(".local/share/rapporteur/documents/en.toml", ENGLISH);
        home.write(&format!("{REVIEWS}/amara.toml"), bytes);
    };
    let add = ["--document", SYMBOL, "note", "add", "--paragraph", "1", "x"];
    worst(reviews(), review, &[&["--document", SYMBOL, "notes"], &["check"], &add]);
}
