//! How long a save takes in a review of 3,000 notes, with its journal and its backups, beside a bare atomic write of the
//! same file in the same run. The program saves on a thread of its own; nobody waits for this, and how long a key waits
//! for the screen meanwhile is measured too.

#![expect(clippy::disallowed_methods, reason = "a measurement has a clock and a folder of its own")]
#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "it measures or it stops")]

#[path = "saving/keys.rs"]
mod keys;
#[expect(dead_code, clippy::panic, reason = "the tests use more of it, and stop loudly")]
#[path = "../tests/support/mod.rs"]
mod support;

use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rapporteur::model::{
    Change, Moment, Note, NoteId, NoteKind, OperationId, OperationKind, PendingOperation, ReviewStatus,
    Symbol,
};
use rapporteur::store::{ReviewStore, SaveOutcome, Workspace};
use support::session;

const NOTES: usize = 3000;
const SAVES: usize = 200;

fn at() -> Moment {
    "2026-11-23T14:02:00+01:00".parse().unwrap()
}

fn note(id: &str, number: usize, body: &str) -> Note {
    let paragraph = format!("{}", number % 20 + 1);
    Note::new(NoteId(id.to_owned()), paragraph.as_str().into(), NoteKind::Comment, body.to_owned(), at())
}

fn save(store: &mut ReviewStore, id: &str, change: Change) {
    let id = OperationId(id.to_owned());
    // The screen has its own review, and has changed it when a save begins.
    let mut shown = store.review().clone();
    let done = PendingOperation::done(&mut shown, change, id, at(), OperationKind::Done).unwrap();
    match store.save(&[Arc::new(done)], Duration::ZERO) {
        SaveOutcome::Saved(_) => {}
        other => panic!("{other:?}"),
    }
}

/// What any program must do to write a file so that it is there afterwards.
fn bare(path: &Path, text: &[u8]) {
    let folder = path.parent().unwrap();
    let mut file = tempfile::NamedTempFile::new_in(folder).unwrap();
    file.write_all(text).unwrap();
    file.as_file().sync_all().unwrap();
    file.persist(path).unwrap();
    std::fs::File::open(folder).unwrap().sync_all().unwrap();
}

/// Time that the processor spent on this thread.
fn processor() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

fn of(times: &mut [Duration], share: usize) -> Duration {
    times.sort();
    times.get(times.len() * share / 100).or(times.last()).copied().unwrap()
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let (shelf, state) = (".local/share/rapporteur", ".local/state/rapporteur");
    std::fs::create_dir_all(folder.path().join(shelf)).unwrap();
    let workspace = Workspace::open(&folder.path().join(shelf)).unwrap();
    let symbol = Symbol("CAC/COSP/WG.4/2019/L.1/Add.1".into());
    let state = folder.path().join(state);
    let mut store = ReviewStore::new(&workspace, &symbol, "amara").keeping(&state, "bench");
    store.recall(at()).unwrap();
    store.load();
    let body = "独立于各部委？ #问首都\n".repeat(6);
    let all = (0..NOTES).map(|number| Change::add_note(note(&format!("n{number}"), number, &body)));
    save(&mut store, "first", Change::Many(all.collect()));
    let size = std::fs::metadata(store.path()).unwrap().len();
    let (mut ours, mut theirs, mut work) = (Vec::new(), Vec::new(), Vec::new());
    let beside = folder.path().join("beside.toml");
    for round in 0..SAVES {
        let change = match round % 3 {
            0 => Change::add_note(note(&format!("m{round}"), round, "new")),
            1 => Change::set_status(
                format!("{}", round % 20 + 1).as_str().into(),
                if round % 2 == 0 { ReviewStatus::Amend } else { ReviewStatus::Accept },
                None,
            ),
            _ => {
                Change::edit_note(NoteId(format!("n{round}")), format!("edited {round}"), NoteKind::Question)
            }
        };
        let (begun, worked) = (Instant::now(), processor());
        save(&mut store, &format!("o{round}"), change);
        ours.push(begun.elapsed());
        work.push(processor() - worked);
        let text = std::fs::read(store.path()).unwrap();
        let begun = Instant::now();
        bare(&beside, &text);
        theirs.push(begun.elapsed());
    }
    println!(
        "{NOTES} notes, {size} bytes, {SAVES} saves: median, 95 in 100, longest; and over a bare atomic write"
    );
    for share in [50, 95, 100] {
        let (ours, theirs) = (of(&mut ours, share), of(&mut theirs, share));
        let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
        let work = millis(of(&mut work, share));
        println!(
            "{share:>4}  {:>8.1} ms  {:>8.1} ms  {ratio:>6.2}  {work:>8.1} ms",
            millis(ours),
            millis(theirs)
        );
    }
    drop(store);
    let (mut idle, mut saving) = keys::measure(folder.path());
    println!(
        "\nfrom a key to the screen, {} keys: while nothing is saved, and while a save is under way",
        saving.len()
    );
    for share in [50, 95, 100] {
        let (idle, saving) = (of(&mut idle, share), of(&mut saving, share));
        println!("{share:>4}  {:>8.2} ms  {:>8.2} ms", millis(idle), millis(saving));
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
