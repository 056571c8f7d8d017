//! The store's broken twin: it keeps reviews in the same files, and is wrong in one way that is chosen. A check that
//! does not catch it proves nothing.

#![expect(clippy::disallowed_methods, reason = "this is how a store must not write")]

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rapporteur::format::{new_review, read_review, write_into};
use rapporteur::model::{Change, Review};
use serde::{Deserialize, Serialize};

use crate::ground::Place;
use crate::hand::{self, REVIEWER};

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flaw {
    /// Nothing: the twin that must pass, so that the others are caught for their flaw and not for being twins.
    None,
    /// The file is emptied and written anew where it lies.
    InPlace,
    /// Nobody waits for anybody.
    NoLock,
    /// The copy that was read at the start is written back whole.
    LastWins,
    /// Nothing is synced.
    NoSync,
    /// The file is synced, its new name is not.
    NoFolderSync,
    /// The old file is removed before the new one is put in its place.
    UnlinkFirst,
    /// What the system says is not heard.
    ErrorsIgnored,
    /// What was done is written down after the file has been replaced.
    JournalLast,
    /// A save that may not survive a power cut is called saved when it is tried again and found done.
    ForgetsDoubt,
}

/// The store.
#[derive(Debug)]
pub struct Twin {
    path: PathBuf,
    lock: PathBuf,
    journal: PathBuf,
    flaw: Flaw,
    copy: Review,
    number: usize,
}

impl Twin {
    /// One with that flaw.
    pub fn new(place: &Place, flaw: Flaw) -> Self {
        let path = hand::file(place);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let copy = hand::on_disk(place).unwrap_or_else(|_| Review::new(hand::symbol(), REVIEWER));
        Self {
            lock: place.root.join("twin.lock"),
            journal: place.state.join("journal"),
            path,
            flaw,
            copy,
            number: 0,
        }
    }

    /// Saves a change, as far as its flaw lets it.
    pub fn save(&mut self, change: &Change) -> Result<(), String> {
        match self.try_save(change) {
            Err(_) if self.flaw == Flaw::ErrorsIgnored => Ok(()),
            Err(error) if self.flaw == Flaw::ForgetsDoubt && error.kind() == io::ErrorKind::InvalidInput => {
                Ok(())
            }
            ended => ended.map_err(|error| error.to_string()),
        }
    }

    /// The words of a note as it last saw them.
    pub fn seen(&self) -> &Review {
        &self.copy
    }

    fn try_save(&mut self, change: &Change) -> io::Result<()> {
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(&self.lock)?;
        let begun = Instant::now();
        while self.flaw != Flaw::NoLock && lock.try_lock().is_err() {
            if begun.elapsed() > hand::PATIENCE {
                return Err(io::ErrorKind::TimedOut.into());
            }
            std::thread::sleep(Duration::from_millis(3));
        }
        let (mut doc, disk) = match std::fs::read_to_string(&self.path) {
            Ok(text) => read_review(&text).map_err(|_| io::ErrorKind::InvalidData)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => new_review(&hand::symbol(), REVIEWER),
            Err(error) => return Err(error),
        };
        let mut after = if self.flaw == Flaw::LastWins { self.copy.clone() } else { disk.clone() };
        after.apply(change.clone(), hand::moment()).map_err(|_| io::ErrorKind::InvalidInput)?;
        let after = after.canonical();
        if self.flaw == Flaw::LastWins {
            doc = new_review(&hand::symbol(), REVIEWER).0;
            write_into(&mut doc, &Review::new(hand::symbol(), REVIEWER), &after);
        } else {
            write_into(&mut doc, &disk, &after);
        }
        self.copy = after;
        let text = doc.to_string();
        if self.flaw == Flaw::InPlace {
            return in_place(&self.path, &text);
        }
        self.number += 1;
        let folder = self.path.parent().unwrap();
        let temporary = folder.join(format!(".rapporteur-{}-{}.tmp", std::process::id(), self.number));
        let mut file = File::create(&temporary)?;
        let ignored = self.flaw == Flaw::ErrorsIgnored;
        let heard = |result: io::Result<()>| if ignored { Ok(()) } else { result };
        heard(file.write_all(text.as_bytes()))?;
        if self.flaw != Flaw::NoSync {
            heard(file.sync_all())?;
        }
        if self.flaw == Flaw::UnlinkFirst && self.path.exists() {
            std::fs::remove_file(&self.path)?;
        }
        heard(std::fs::rename(&temporary, &self.path))?;
        if !matches!(self.flaw, Flaw::NoSync | Flaw::NoFolderSync) {
            heard(File::open(folder)?.sync_all())?;
        }
        if self.flaw == Flaw::JournalLast {
            std::fs::create_dir_all(&self.journal)?;
            let journal = self.journal.join("twin.jsonl");
            let mut journal = OpenOptions::new().create(true).append(true).open(journal)?;
            journal.write_all(b"{}\n")?;
            journal.sync_data()?;
        }
        Ok(())
    }
}

/// Piece by piece, as a program does that writes to a file what it has got.
fn in_place(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create(path)?;
    for piece in text.as_bytes().chunks(40) {
        file.write_all(piece)?;
    }
    file.sync_all()
}
