//! P2: "Saved" survives a power cut. A file system in a file is shut down under a writer as a power cut shuts it down:
//! nothing that the kernel still held back reaches the disk. Then it is mounted again and looked at.

#![expect(clippy::disallowed_methods, reason = "a test starts who pulls the plug, and looks at the clock")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::ground::{Mounted, Place, Random, figure, has, is_root, must, rounds, run, skipped, tried};
use crate::hand::{self, Harm};
use crate::twin::Flaw;
use crate::writer::{Line, Orders, Writer, acknowledged};

/// How many cuts one workspace sees before a new one is begun.
const CUTS_A_PLACE: usize = 10;

/// The power cut: `EXT4_IOC_SHUTDOWN` with "do not flush the journal", on a word from standard input.
const CUT: &str = r#"
open(my $f, "<", $ARGV[0]) or die "open: $!";
$| = 1; print "ready\n"; <STDIN>;
ioctl($f, 0x8004587d, my $how = pack("L", 2)) or die "ioctl: $!";
print "cut\n";"#;

/// A disk in a file.
struct Disk {
    image: PathBuf,
    at: PathBuf,
    options: &'static str,
}

impl Disk {
    fn new(folder: &Path, options: &'static str) -> Self {
        let (image, at) = (folder.join("disk"), folder.join("at"));
        must("truncate", &["-s", "32M", &image.display().to_string()]);
        must("mkfs.ext4", &["-q", "-F", &image.display().to_string()]);
        Self { image, at, options }
    }

    fn mount(&self) -> Result<Mounted, String> {
        let options = format!("loop,{}", self.options);
        Mounted::new(&self.at, &["-t", "ext4", "-o", &options, &self.image.display().to_string()])
    }

    /// Whether the file system is as one is that was never cut off.
    fn is_clean(&self) -> bool {
        run("fsck.ext4", &["-f", "-n", &self.image.display().to_string()]).status.success()
    }
}

/// Someone with a hand on the plug.
struct Plug {
    child: Child,
}

impl Plug {
    fn new(at: &Path) -> Self {
        let mut command = Command::new("perl");
        command.args(["-e", CUT]).arg(at).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut plug = Self { child: command.spawn().unwrap() };
        assert_eq!(plug.line(), "ready\n");
        plug
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        // One line at a time is said, so nothing is lost with this reader.
        let _ = BufReader::new(self.child.stdout.as_mut().unwrap()).read_line(&mut line);
        line
    }

    fn pull(mut self) {
        self.child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
        assert_eq!(self.line(), "cut\n");
        self.child.wait().unwrap();
    }
}

/// What came of the cuts.
#[derive(Debug, Default)]
struct Tally {
    cuts: usize,
    acknowledged: usize,
    drafts: usize,
    harm: Harm,
    drafts_lost: usize,
    /// Cuts after which something was missing.
    harmful: usize,
    unclean: usize,
}

/// Cuts the power under writers. Of a twin no more than until it is caught.
fn cut_power(flaw: Option<Flaw>, options: &'static str, cuts: usize, random: &mut Random) -> Tally {
    let folder = tempfile::tempdir().unwrap();
    let disk = Disk::new(folder.path(), options);
    let mut tally = Tally::default();
    let mut all: Vec<String> = Vec::new();
    let mut kept: BTreeMap<String, usize> = BTreeMap::new();
    while tally.cuts < cuts && (flaw.is_none() || tally.harmful == 0) {
        let round = tally.cuts;
        if round.is_multiple_of(CUTS_A_PLACE) {
            all.clear();
            kept.clear();
        }
        let name = format!("place{}", round / CUTS_A_PLACE);
        let mounted = disk.mount().unwrap();
        let place = Place::in_folder(&disk.at.join(&name));
        if round.is_multiple_of(CUTS_A_PLACE) {
            // The place itself was there before the power went.
            must("sync", &[]);
        }
        let mut orders = Orders::new(&place, &format!("c{round}"), flaw, 100_000);
        orders.drafts = flaw.is_none() && round % 3 == 2;
        // Every second cut comes in the middle of something, the others right after an acknowledgement.
        let in_the_middle = round.is_multiple_of(2);
        if !in_the_middle {
            orders.count = 1 + random.below(4);
            orders.stays = true;
        }
        let plug = Plug::new(&disk.at);
        let mut writer = Writer::start(&orders);
        writer.ready().unwrap();
        if in_the_middle {
            writer.hear(|line| matches!(line, Line::Saved { .. }));
            let until = std::time::Instant::now() + random.millis(1, 60);
            while std::time::Instant::now() < until {
                writer.hear(|_| true);
            }
        } else {
            writer.hear(|line| *line == Line::Done);
        }
        plug.pull();
        let lines = writer.kill();
        all.extend(acknowledged(&lines));
        let before = tally.acknowledged;
        tally.acknowledged += acknowledged(&lines).len();
        assert!(tally.acknowledged > before, "nothing was saved before the cut: {lines:?}");
        for line in &lines {
            if let Line::Kept { id, version } = line {
                kept.insert(id.clone(), *version);
                tally.drafts += 1;
            }
        }
        mounted.unmount().unwrap();
        tally.cuts += 1;
        let mounted = disk.mount().unwrap();
        let harm = if flaw.is_some() { Harm::to(&place, &all) } else { Harm::to_all(&place, &all) };
        let found = if kept.is_empty() { Some(BTreeMap::new()) } else { hand::drafts(&place) };
        // A draft that was being written when the power went may be newer than the last that was acknowledged.
        let lost = |found: &BTreeMap<String, usize>| {
            kept.iter().filter(|(id, version)| found.get(*id).is_none_or(|there| there < *version)).count()
        };
        let drafts_lost = found.as_ref().map_or(kept.len(), lost);
        tally.drafts_lost += drafts_lost;
        tally.harm = tally.harm.and(harm);
        tally.harmful += usize::from(harm.is_any() || drafts_lost > 0);
        mounted.unmount().unwrap();
        tally.unclean += usize::from(!disk.is_clean());
    }
    tally
}

#[test]
fn what_was_saved_survives_every_power_cut_and_stores_that_do_not_sync_are_caught() {
    let test = "P2 power cuts";
    if !is_root() {
        return skipped(test, "only root may mount a disk");
    }
    if let Some(missing) = ["mkfs.ext4", "fsck.ext4", "perl"].into_iter().find(|program| !has(program)) {
        return skipped(test, &format!("no {missing} on this machine"));
    }
    let folder = tempfile::tempdir().unwrap();
    if let Err(why) = Disk::new(folder.path(), "data=ordered").mount() {
        return skipped(test, &format!("no disk in a file can be mounted: {why}"));
    }
    let _ = tried("umount", &[&folder.path().join("at").display().to_string()]);
    let mut random = Random::of("power");
    for (options, cuts) in [("data=ordered", rounds(30, 200)), ("data=writeback", rounds(10, 50))] {
        let tally = cut_power(None, options, cuts, &mut random);
        figure(&format!(
            "P2 {options} cuts {} acknowledged {} {} drafts {} lost {} fsck unclean {} seed {}",
            tally.cuts,
            tally.acknowledged,
            tally.harm,
            tally.drafts,
            tally.drafts_lost,
            tally.unclean,
            random.seed
        ));
        assert!(tally.harmful == 0 && tally.unclean == 0, "{tally:?}");
    }
    for flaw in [Flaw::NoSync, Flaw::NoFolderSync] {
        let tally = cut_power(Some(flaw), "data=ordered", 40, &mut random);
        figure(&format!("P2 twin {flaw:?} caught after {} cuts: {}", tally.cuts, tally.harm));
        assert!(tally.harm.is_any(), "the twin {flaw:?} was not caught");
    }
}
