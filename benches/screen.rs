//! How long a person waits for the screen: `cargo bench --bench screen`. One frame of the open search bar, the start of
//! the whole program, the bytes that it sends, and its keys in the search bar, on the built-in document and on a
//! workspace of 100,000 paragraphs that is generated for it (`-- 5000` for as many as that, `-- workspaces` for nothing but
//! them). Nothing here is asserted: a number is for a person.

#![expect(clippy::disallowed_methods, reason = "a measurement has a clock and a folder of its own")]
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "it measures or it stops")]

#[path = "screen/bare.rs"]
mod bare;
#[expect(dead_code, reason = "the benchmark of search uses more of it")]
#[path = "search/corpus.rs"]
mod corpus;
#[path = "screen/frame.rs"]
mod frame;
#[expect(dead_code, clippy::panic, reason = "the tests use more of it, and stop loudly")]
#[path = "../tests/support/mod.rs"]
mod support;
#[path = "screen/terminal.rs"]
mod terminal;
#[path = "search/workspace.rs"]
mod workspace;

use std::path::Path;
use std::time::Duration;

use support::{sent, session};

const PARAGRAPHS: usize = 100_000;
/// How often a start is measured.
const STARTS: usize = 15;
const QUERIES: [&str; 9] = [
    "缅甸",
    "举报人",
    "反腐败学术举措",
    "第 7/5 号",
    "miandian",
    "unodc",
    "Myanmar",
    "corruption",
    "asset recovery",
];

fn share<T: Copy>(sorted: &[T], of_hundred: usize) -> Option<T> {
    sorted.get(sorted.len() * of_hundred / 100).or(sorted.last()).copied()
}

/// A row of median, 95 in 100 and longest, in milliseconds.
fn row(what: &str, times: &mut [Duration]) -> f64 {
    times.sort();
    let millis = |of| share(times, of).map_or(f64::NAN, |time: Duration| time.as_secs_f64() * 1e3);
    let (median, most, longest) = (millis(50), millis(95), millis(100));
    println!("  {what:<44} {median:>9.2} {most:>9.2} {longest:>9.2} ms  ({} times)", times.len());
    median
}

fn frames(language: &str, query: &str) {
    let Some((hits, measured)) = frame::measure(language, query) else { return };
    println!(
        "\none frame of 120x40, {language}: {hits} hits of “{query}”, 1,000 characters in the reader; CPU time"
    );
    println!("  {:<44} {:>9} {:>9}    {:>12} {:>9}", "", "median", "95 in 100", "empty frame", "ratio");
    for mut frames in measured {
        frames.ours.sort_by(f64::total_cmp);
        frames.empty.sort_by(f64::total_cmp);
        let of = |times: &[f64], of_hundred| share(times, of_hundred).unwrap_or(f64::NAN);
        let (median, most, empty) = (of(&frames.ours, 50), of(&frames.ours, 95), of(&frames.empty, 50));
        println!("  {:<44} {median:>9.0} {most:>9.0} us {empty:>12.0} {:>9.1}", frames.what, median / empty);
    }
}

/// What flows cost on the line, a frame for each key.
fn bytes(columns: u16, rows: u16) {
    println!("\nbytes sent on the built-in document at {columns}x{rows}, a frame for each key");
    println!(
        "  {:<44} {:>9} {:>9} {:>9} {:>15} {:>7}",
        "", "changed", "sent", "ratio", "ratatui's own", "ratio"
    );
    for (name, keys) in sent::FLOWS {
        let bytes = sent::flow(keys, columns, rows);
        let theirs = bytes.theirs as f64 / bytes.changed.max(1) as f64;
        let (changed, ours, ratio) = (bytes.changed, bytes.ours, bytes.ratio());
        println!("  {name:<44} {changed:>9} {ours:>9} {ratio:>9.2} {:>15} {theirs:>7.2}", bytes.theirs);
    }
}

/// What is seen on one home: its starts, and keys in its search bar.
fn program(home: &Path, what: &str, words: &str, open: &str, word: f64) {
    println!("\n{what}, the whole program in a terminal of 120x40; median, 95 in 100, longest");
    let median = row("start to first whole frame", &mut terminal::starts(home, words, STARTS));
    println!("  {:<44} {:>9.2}", "over a program that says one word", median / word);
    let mut keys = terminal::keys(home, words, open, &QUERIES);
    println!("  {:<44} {:>9.0} ms", "start to all documents searched", keys.searched.as_secs_f64() * 1e3);
    if !keys.again.is_empty() {
        row("the same from what was kept", &mut keys.again);
    }
    row("key in the search bar to its first byte", &mut keys.echo);
    row("key in the search bar to its first hits drawn", &mut keys.hits);
    if !keys.none.is_empty() {
        row("key in the search bar to the word of no hit", &mut keys.none);
    }
    println!("  {:<44} {:>9}", "keys that left the list as it was", keys.unchanged);
    if !keys.computed.is_empty() {
        row("computed until then, by all threads", &mut keys.computed);
        row("waited until then for a processor", &mut keys.queued);
    }
    if let Some((now, most)) = keys.memory {
        let mega = |bytes: u64| bytes as f64 / 1e6;
        println!(
            "  {:<44} {:>9.0} {:>9.0} MB",
            "memory when all is searched, and the most",
            mega(now),
            mega(most)
        );
    }
}

/// Starts beside those of a program of nothing but ratatui that draws the same text, in turn.
fn starts(home: &Path) {
    println!(
        "\nstart to the first frame, and memory; beside a bare program of ratatui that draws the same text"
    );
    let mut measured = terminal::beside_bare(home, "口头报告", STARTS);
    let ours = row("ours", &mut measured.ours);
    let bare = row("bare", &mut measured.bare);
    println!("  {:<44} {:>9.2}", "ratio of the medians", ours / bare);
    for (what, bytes) in [("most memory, ours", measured.memory.0), ("most memory, bare", measured.memory.1)]
    {
        println!("  {what:<44} {:>9.1} MB", bytes as f64 / 1e6);
    }
}

fn main() {
    if std::env::args().any(|argument| argument == bare::ARGUMENT) {
        return bare::run();
    }
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(PARAGRAPHS);
    if !corpus::Corpus::is_there() {
        println!(
            "skipped: sentences of shared/corpus/six-way, which is not there; the built-in document's instead"
        );
    }
    let home = tempfile::tempdir().unwrap();
    println!();
    let word = row("a program that says one word", &mut terminal::word(home.path(), STARTS));
    if !std::env::args().any(|argument| argument == "workspaces") {
        frames("zh", "国");
        frames("en", "state");
        bytes(80, 24);
        bytes(120, 40);
        starts(home.path());
        program(home.path(), "the built-in document", "口头报告", "", word);
    }
    for language in ["zh", "en"] {
        let home = tempfile::tempdir().unwrap();
        let shelf = home.path().join(".local/share/rapporteur");
        match workspace::write(&shelf, language, count) {
            Ok(documents) => {
                let what = format!("a workspace of {count} paragraphs ({language}) in {documents} documents");
                program(home.path(), &what, "A/AC.291/2004/L.1", "\r", word);
            }
            Err(why) => println!("{why}"),
        }
    }
}
