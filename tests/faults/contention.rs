//! P5: several instances never lose work. Writers save into one file at once; half of what they do is to give the same
//! notes other words. Every note is there, and every value that nobody knowingly replaced.

use std::collections::BTreeSet;
use std::path::Path;

use crate::ground::{Place, figure, rounds};
use crate::hand::{self, Harm};
use crate::twin::Flaw;
use crate::writer::{Line, Orders, Writer, acknowledged};

/// How many notes all writers edit.
const SHARED: usize = 4;

/// What came of it.
#[derive(Debug, Default)]
struct Tally {
    added: usize,
    edited: usize,
    refused: usize,
    harm: Harm,
    values_lost: Vec<String>,
    conflicts: usize,
    micros: Vec<u64>,
}

impl Tally {
    /// Milliseconds within which a share of the saves were done.
    fn millis(&self, share: f64) -> u64 {
        let mut micros = self.micros.clone();
        micros.sort_unstable();
        let last = micros.len() - 1;
        let at = (0..=last).find(|at| *at as f64 >= last as f64 * share).unwrap_or(last);
        micros[at] / 1000
    }
}

/// Lets writers loose on one file.
fn contend(folder: &Path, flaw: Option<Flaw>, writers: usize, each: usize) -> Tally {
    let place = Place::in_folder(folder);
    let mut first = Writer::start(&Orders::new(&place, "shared", flaw, SHARED));
    first.hear(|line| *line == Line::Done);
    assert_eq!(acknowledged(&first.end().1).len(), SHARED);
    let mut all = Vec::new();
    for number in 0..writers {
        let mut orders = Orders::new(&place, &format!("w{number}"), flaw, each);
        orders.shared = SHARED;
        orders.rest = 20;
        orders.waits = true;
        all.push(Writer::start(&orders));
    }
    // All start from the same state.
    for writer in &mut all {
        writer.ready().unwrap();
    }
    all.iter_mut().for_each(Writer::go);
    let lines: Vec<Line> = all.into_iter().flat_map(|writer| writer.end().1).collect();
    let mut tally = Tally::default();
    let added = acknowledged(&lines);
    tally.added = added.len();
    tally.harm = if flaw.is_some() { Harm::to(&place, &added) } else { Harm::to_all(&place, &added) };
    let (mut values, mut replaced) = (BTreeSet::new(), BTreeSet::new());
    for line in &lines {
        match line {
            Line::Edited { id, value, saw, micros } => {
                values.insert((id.clone(), value.clone()));
                replaced.insert((id.clone(), saw.clone()));
                tally.micros.push(*micros);
                tally.edited += 1;
            }
            Line::Saved { micros, .. } => tally.micros.push(*micros),
            Line::Not { .. } | Line::Unsure { .. } => tally.refused += 1,
            _ => {}
        }
    }
    let (there, conflicts) = values_there(&place);
    tally.conflicts = conflicts;
    let lost = values.into_iter().filter(|value| !there.contains(value) && !replaced.contains(value));
    tally.values_lost = lost.map(|(id, value)| format!("{id}: {value}")).collect();
    tally
}

/// The values of notes in the file, as value or as conflict, and how many conflicts there are.
fn values_there(place: &Place) -> (BTreeSet<(String, String)>, usize) {
    let text = String::from_utf8_lossy(&hand::bytes(place)).into_owned();
    let file: toml::Table = text.parse().unwrap_or_default();
    let list = |table: &toml::Table, name: &str| -> Vec<toml::Table> {
        let items = table.get(name).and_then(toml::Value::as_array).cloned().unwrap_or_default();
        items.into_iter().filter_map(|item| item.as_table().cloned()).collect()
    };
    let word = |table: &toml::Table, name: &str| {
        table.get(name).and_then(toml::Value::as_str).unwrap_or_default().trim_end_matches('\n').to_owned()
    };
    let (mut there, mut count) = (BTreeSet::new(), 0);
    for note in list(&file, "note") {
        let id = word(&note, "id");
        there.insert((id.clone(), word(&note, "body")));
        let conflicts = list(&note, "conflict");
        count += conflicts.len();
        there.extend(conflicts.iter().map(|conflict| (id.clone(), word(conflict, "value"))));
    }
    (there, count)
}

#[test]
fn writers_at_one_file_lose_no_note_and_no_value_and_broken_twins_are_caught() {
    let mut met = 0;
    // What one writer alone takes here and now: P5's 100 ms are those of a machine that has nothing else to do.
    let alone = tempfile::tempdir().unwrap();
    let alone = contend(alone.path(), None, 1, rounds(60, 250)).millis(0.95);
    for (writers, each) in [(2, rounds(100, 1_000)), (4, rounds(25, 250))] {
        let folder = tempfile::tempdir().unwrap();
        let tally = contend(folder.path(), None, writers, each);
        figure(&format!(
            "P5 {writers}×{each} notes: added {} edited {} conflicts kept {} {} values lost {} p95 {} ms max {} ms",
            tally.added,
            tally.edited,
            tally.conflicts,
            tally.harm,
            tally.values_lost.len(),
            tally.millis(0.95),
            tally.millis(1.0)
        ));
        let p95 = tally.millis(0.95);
        let most = (6 * alone * u64::try_from(writers).unwrap()).max(100);
        assert!(p95 <= most, "p95 {p95} ms; a writer alone {alone} ms");
        assert_eq!(tally.refused, 0);
        assert_eq!(tally.added + tally.edited, writers * each);
        assert!(!tally.harm.is_any(), "{:?}", tally.harm);
        assert_eq!(tally.values_lost, Vec::<String>::new());
        met += tally.conflicts;
    }
    assert!(met > 0, "the writers did not meet");
    for flaw in [Flaw::NoLock, Flaw::LastWins] {
        let mut tries = (1..=10).map(|run| {
            let folder = tempfile::tempdir().unwrap();
            (run, contend(folder.path(), Some(flaw), 4, 25))
        });
        let caught = tries.find(|(_, tally)| tally.harm.is_any() || !tally.values_lost.is_empty());
        let Some((run, tally)) = caught else { panic!("the twin {flaw:?} was not caught") };
        figure(&format!(
            "P5 twin {flaw:?} caught in run {run}: of {} notes {}, values lost {}",
            tally.added,
            tally.harm,
            tally.values_lost.len()
        ));
    }
}
