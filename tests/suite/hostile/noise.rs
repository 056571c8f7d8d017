//! Files with random damage: whatever a disk, a hand or an attacker does to a document, a review or the settings, the
//! program says something and does not fall over. Seeded: a run that fails fails again.

#![expect(clippy::disallowed_methods, reason = "the long run is asked for by a variable")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rapporteur::config::Config;
use rapporteur::format::{
    inspect_document, inspect_review, is_document, is_review, normal, outline, read_sides, render_problem,
};
use rapporteur::messages::Messages;

use super::samples::REVIEW;
use crate::cli::ENGLISH;

/// How many variants of each file: 1,000, or 20,000 if `RAPPORTEUR_LONG` is set.
fn rounds() -> u64 {
    if std::env::var_os("RAPPORTEUR_LONG").is_some() { 20_000 } else { 1_000 }
}

/// A small generator of its own (xorshift), so that a seed gives the same damage for ever.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }
}

/// What is put in: signs that mean something to a parser, and characters that mean something to a screen.
const PIECES: [&str; 40] = [
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ".",
    ",",
    "#",
    "\\",
    "\\u",
    "\\UFFFFFFFF",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{1b}",
    "\u{fffd}",
    "\u{10ffff}",
    "é",
    "e\u{301}",
    "字",
    "-1",
    "99999999999999999999",
    "1e400",
    "nan",
    "true",
    "1979-05-27T07:32:00Z",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "[[note]]\n",
];

/// The source with some damage.
fn damaged(source: &str, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = source.as_bytes().to_vec();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len() + 1);
        let to = (at + dice.roll(40)).min(bytes.len());
        match dice.roll(7) {
            0 => drop(bytes.drain(at..to)),
            1 => bytes.truncate(at),
            2 => drop(bytes.splice(at..at, PIECES[dice.roll(PIECES.len())].bytes())),
            3 => drop(bytes.splice(at..to, PIECES[dice.roll(PIECES.len())].bytes())),
            4 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.roll(256)).unwrap();
                }
            }
            // A piece of the file once more, elsewhere; a line gone.
            5 => {
                let piece = bytes[at..to].to_vec();
                let there = dice.roll(bytes.len() + 1);
                bytes.splice(there..there, piece);
            }
            _ => {
                let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
                if !lines.is_empty() {
                    lines.remove(dice.roll(lines.len()));
                }
                bytes = lines.concat();
            }
        }
    }
    bytes
}

/// Holds that nothing panics, however the source is damaged. What is no UTF-8 is refused before it comes here.
fn check(source: &str, seed: u64, look: impl Fn(&str)) {
    let mut dice = Dice(seed);
    for round in 0..rounds() {
        let bytes = damaged(source, &mut dice);
        let text = String::from_utf8_lossy(&bytes);
        let looked = catch_unwind(AssertUnwindSafe(|| look(&text)));
        assert!(looked.is_ok(), "seed {seed}, round {round}: {text}");
    }
}

#[test]
fn no_damage_to_a_document_is_a_panic() {
    let messages = Messages::english();
    check(ENGLISH, 0x5eed_0001, |source| {
        let looked = inspect_document(source);
        for problem in &looked.problems {
            let shown = render_problem(problem, "a.toml", source, |said| messages.say(said));
            assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
        }
        assert!(looked.document.is_some() || !looked.problems.is_empty(), "neither a document nor a word");
        let _ = (is_document(source), is_review(source));
    });
}

#[test]
fn no_damage_to_a_review_is_a_panic() {
    let messages = Messages::english();
    let sides = format!("<<<<<<< a\n{REVIEW}=======\n{}>>>>>>> b\n", REVIEW.replace("Why?", "How?"));
    for (source, seed) in [(REVIEW, 0x5eed_0002), (&sides, 0x5eed_0003)] {
        check(source, seed, |source| {
            let source = normal(source);
            let problems = inspect_review(&source);
            for problem in &problems {
                let shown = render_problem(problem, "a.toml", &source, |said| messages.say(said));
                assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
            }
            let read = read_sides(&source, None);
            assert!(read.is_ok() || !problems.is_empty(), "neither a review nor a word");
            for placed in outline(&source) {
                assert!(source.is_char_boundary(placed.at) && source.is_char_boundary(placed.paragraph.1));
            }
            // What was read is written and read again as what it was.
            if let Ok(read) = read {
                let again = read_sides(&read.doc.to_string(), None);
                assert!(again.is_ok_and(|again| again.review == read.review), "not read back");
            }
        });
    }
}

#[test]
fn no_damage_to_the_settings_is_a_panic() {
    let source = "reviewer = \"张伟\"\nlanguage = 'zh'\ntheme = \"light\"\nmouse = true\nambiguous_width = \"wide\"\n\
                  workspace = \"~/wg4\"\n";
    check(source, 0x5eed_0004, |source| {
        let _ = Config::parse(source, Path::new("c.toml"), Some(Path::new("/h")));
    });
}
