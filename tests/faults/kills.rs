//! P1: "Saved" means on the disk. A writer is killed at any moment, again and again; what it had acknowledged is there,
//! word for word, nothing is torn, and nothing is left in the next one's way.

#![expect(clippy::disallowed_methods, reason = "a test waits before it kills")]

use std::time::Duration;

use rapporteur::store::Lock;

use crate::ground::{Place, Random, figure, long, rounds};
use crate::hand::{self, Harm};
use crate::twin::Flaw;
use crate::writer::{Orders, Writer, acknowledged};

/// How many kills one workspace sees before a new one is begun.
const KILLS_A_PLACE: usize = 20;

/// What came of the kills.
#[derive(Debug, Default)]
struct Tally {
    kills: usize,
    acknowledged: usize,
    harm: Harm,
    temporary: usize,
    swept: usize,
}

/// Kills writers of a kind until enough is seen: of the sound store all, of a twin until it is caught.
fn kill_writers(flaw: Option<Flaw>, kills: usize, enough: usize, random: &mut Random) -> Tally {
    let mut tally = Tally::default();
    let mut stale = 0;
    while tally.kills < kills || tally.acknowledged < enough {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::in_folder(folder.path());
        let mut all: Vec<String> = Vec::new();
        for round in 0..KILLS_A_PLACE {
            let mut writer = Writer::start(&Orders::new(&place, &format!("k{round}"), flaw, 100_000));
            // Most are killed while they save; some while they start.
            if random.below(5) > 0 {
                writer.ready().unwrap();
            }
            std::thread::sleep(random.millis(1, 60));
            all.extend(acknowledged(&writer.kill()));
            tally.kills += 1;
            let harm = if flaw.is_some() { Harm::to(&place, &all) } else { Harm::to_all(&place, &all) };
            tally.harm = tally.harm.and(harm);
            if flaw.is_some() {
                if harm.is_any() {
                    tally.acknowledged += all.len();
                    return tally;
                }
                continue;
            }
            for lock in place.locks() {
                Lock::acquire(&lock, Duration::ZERO).expect("the lock of a dead writer is free at once");
            }
            assert_eq!(place.unexpected(), Vec::<std::path::PathBuf>::new());
        }
        tally.acknowledged += all.len();
        // Those of backups go when the next one is made.
        let of_backups =
            |path: &std::path::PathBuf| path.components().any(|part| part.as_os_str() == "backups");
        stale += place.temporary().iter().filter(|path| !of_backups(path)).count();
        place.age_temporary();
        tally.swept += hand::workspace(&place).sweep();
        let mut left = place.temporary();
        left.retain(|path| !of_backups(path));
        assert_eq!(left, Vec::<std::path::PathBuf>::new(), "temporary files stay for ever");
        tally.temporary += left.len();
    }
    assert_eq!(tally.swept, stale, "every temporary file of a dead writer goes when it is old");
    tally
}

#[test]
fn what_was_saved_survives_every_kill_and_a_store_that_writes_in_place_is_caught() {
    let mut random = Random::of("kills");
    let tally = kill_writers(None, rounds(200, 1_000), rounds(400, 2_000), &mut random);
    figure(&format!(
        "P1 kills {} acknowledged {} {} temporary files left {} after the sweep {} seed {}",
        tally.kills, tally.acknowledged, tally.harm, tally.swept, tally.temporary, random.seed
    ));
    assert!(!tally.harm.is_any() && tally.temporary == 0, "{tally:?}");
    let twin = kill_writers(Some(Flaw::InPlace), 300, 0, &mut random);
    figure(&format!("P1 twin in-place caught after {} kills: {}", twin.kills, twin.harm));
    assert!(twin.harm.is_any(), "the twin that writes in place was not caught");
    let sound = kill_writers(Some(Flaw::None), if long() { 100 } else { 20 }, 0, &mut random);
    figure(&format!("P1 sound twin: kills {} {}", sound.kills, sound.harm));
    assert!(!sound.harm.is_any(), "a twin without a flaw is not to be caught");
}
