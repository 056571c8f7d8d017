//! P9: nothing is altered silently. Random notes, nasty ones among them, go through the store into files and come back;
//! what the program does not know in a file stays byte for byte, whatever its line ends.

#![expect(clippy::disallowed_methods, reason = "a test prepares its own files")]

use rapporteur::model::{Anchor, Change, Note, NoteId, NoteKind, Recommendation, Review, ReviewStatus, Tag};
use rapporteur::store::SaveOutcome;

use crate::ground::{Place, Random, figure, quick_folder, rounds};
use crate::hand::{self, PATIENCE, REVIEWER};
use crate::twin::{Flaw, Twin};

/// Strings that something, somewhere, has stumbled over.
const NASTY: [&str; 27] = [
    "",
    "\n",
    "\nleading",
    "trailing\n\n",
    "trailing spaces   \n  ",
    "a\r\nb\rc\r\r\nd",
    "\"\"\"",
    "\"\"\"\"\"\"\"",
    "ends with \"\"",
    "'''",
    "back\\slash \\n \\",
    "line ends \\\n  next",
    "\u{0}\u{1}\u{7f}",
    "\u{1b}]52;c;eA==\u{7}",
    "\u{85}\u{9b}\u{2028}\u{2029}",
    "abc\u{202e}fed\u{2066}\u{2069}\u{200f}",
    "\u{feff}bom",
    "👩‍👩‍👧‍👦 🇰🇪",
    "e\u{301} é",
    "\ttab\t",
    "# not a comment = [x]",
    "<<<<<<< HEAD\n=======\n>>>>>>> x",
    "[[note]]\nid = \"n1\"",
    "请核实#问首都，再说 #a",
    "مرحبا \u{200c} #وسم",
    "\u{fffe}\u{ffff}\u{10ffff}",
    "=cmd|' /C calc'!A0",
];

/// Random text: of any characters, and of what is nasty.
pub fn text(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.below(6) {
        match random.below(3) {
            0 => text.push_str(random.one::<&str>(&NASTY)),
            1 => text.push_str(random.one::<&str>(&["word ", "并在", "\n", "\"", "\\", "#", "é", " "])),
            _ => text.extend(char::from_u32(u32::try_from(random.below(0x0011_0000)).unwrap())),
        }
    }
    text
}

/// A random note.
fn note(random: &mut Random, id: &str) -> Note {
    let number = (random.below(40) + 1).to_string();
    let kind = *random.one(&NoteKind::ALL);
    let mut note =
        Note::new(NoteId(id.to_owned()), number.as_str().into(), kind, text(random), hand::moment());
    note.settled = random.below(4) == 0;
    note.extra_tags = (0..random.below(3)).map(|at| Tag(format!("{}{at}", text(random)))).collect();
    if random.below(2) == 0 {
        let passage = format!("{}独立 passage{}", text(random), text(random));
        note.anchor = Anchor::new("zh", &passage, 0..passage.len());
    }
    note
}

/// What is compared: as a file can say it.
fn as_written(notes: &[Note]) -> Vec<Note> {
    let mut review = Review::new(hand::symbol(), REVIEWER);
    notes.iter().for_each(|note| review.insert(note.clone()));
    review.canonical().notes().cloned().collect()
}

fn saved(outcome: &SaveOutcome) -> bool {
    matches!(outcome, SaveOutcome::Saved(written) if written.refused.is_empty())
}

#[test]
fn random_notes_come_back_from_the_disk_as_they_went() {
    let mut random = Random::of("trips");
    let wanted = rounds(1_000, 10_000);
    let (mut trips, mut different) = (0, 0);
    let folder = quick_folder();
    while trips < wanted {
        let place = Place::in_folder(&folder.path().join(trips.to_string()));
        let mut store = hand::store(&place);
        let mut notes = Vec::new();
        for number in 0..10 {
            let id = format!("{}{number}", text(&mut random));
            let note = note(&mut random, &id);
            let change = Change::add_note(note.clone());
            assert!(saved(&store.save(&hand::done(&store, change, hand::moment()), PATIENCE)), "{note:?}");
            notes.push(note);
            let there = hand::store(&place).load();
            assert!(there.read_only.is_none(), "{there:?}");
            different += usize::from(!there.review.notes().eq(&as_written(&notes)));
            trips += 1;
        }
        std::fs::remove_dir_all(&place.root).unwrap();
    }
    figure(&format!("P9 round trips {trips} different {different} seed {}", random.seed));
    assert_eq!(different, 0);
}

/// A file as a hand has made it: comments, fields and tables that the program does not know.
pub const BY_HAND: &str = "# Mine, at the top.\nformat = 1\nsymbol = 'A/AC.105/C.2/L.339'   # the symbol\nreviewer = \"amara\"\nmood = { weather = \"fog\", cups = 3 }\n\n# About five.\n[[paragraph]]\nnumber = \"5\"\nstatus = \"query\" # asked\nrev = 1\nchanged = 2026-11-23T14:05:10+01:00\ncolour = [ 1,2,\n  3 ]\n\n[[note]]\nid = \"old\"\nparagraph = \"5\"\nkind = \"question\"\nsettled = false\nrev = 1\ncreated = 2026-11-23T14:00:00+01:00\nchanged = 2026-11-23T14:05:10+01:00\nbody = '''\nold words\n'''\nstars = 0x1F # of five\n\n[note.private]\nanything = true\n\n[annex]\nof = \"mine\"\n";

/// How many lines of [`BY_HAND`] are none of the program's business, and which of them are not there.
pub fn missing_of_hand(text: &str, symbol: &str) -> (usize, Vec<String>) {
    let words = ["#", "mood", "colour", "  3", "stars", "[note.private]", "anything", "[annex]", "of ="];
    let by_hand = BY_HAND.replace("A/AC.105/C.2/L.339", symbol);
    let mine = by_hand.lines().filter(|line| words.iter().any(|word| line.contains(word)));
    // What was said of the status when it was set stays beside it, whatever it is now.
    let mine: Vec<&str> = mine.map(|line| line.strip_prefix("status = \"query\" ").unwrap_or(line)).collect();
    let is_there = |mine: &&str| {
        text.lines().any(|line| line.trim_start_matches('\u{feff}').trim_end_matches('\r').ends_with(mine))
    };
    let missing = mine.iter().filter(|mine| !is_there(mine)).map(ToString::to_string).collect();
    (mine.len(), missing)
}

/// How many lines differ in two texts of as many lines.
fn lines_changed(before: &str, after: &str) -> usize {
    assert_eq!(before.lines().count(), after.lines().count(), "{after}");
    before.lines().zip(after.lines()).filter(|(one, other)| one != other).count()
}

#[test]
fn what_the_program_does_not_know_in_a_file_stays_byte_for_byte_whatever_its_line_ends() {
    let mut figures = Vec::new();
    for (name, made) in [
        ("LF", BY_HAND.to_owned()),
        ("CRLF", BY_HAND.replace('\n', "\r\n")),
        ("BOM", format!("\u{feff}{BY_HAND}")),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::in_folder(folder.path());
        let path = hand::file(&place);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &made).unwrap();
        let mut store = hand::store(&place);
        let before = store.load();
        assert!(
            before.read_only.is_none() && before.review.notes().next().unwrap().body.trim() == "old words",
            "{name}: {before:?}"
        );
        // Nothing to change: nothing is written.
        assert!(saved(&store.save(&[], PATIENCE)));
        assert_eq!(hand::bytes(&place), made.as_bytes(), "{name}");
        let status = Change::set_status("5".into(), ReviewStatus::Amend, None);
        assert!(saved(&store.save(&hand::done(&store, status, hand::moment()), PATIENCE)), "{name}");
        let after = String::from_utf8(hand::bytes(&place)).unwrap();
        let plain = after.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        // The status, the number of changes, and when.
        let changed = lines_changed(BY_HAND, &plain);
        assert!(changed <= 3, "{name}: {changed} lines changed\n{plain}");
        assert!(plain.contains("status = \"amend\" # asked"), "{plain}");
        let word = Change::set_recommendation("5".into(), Recommendation::from_word("makes"));
        let many = Change::Many(vec![word, hand::add("new"), hand::edit("old", "other words")]);
        assert!(saved(&store.save(&hand::done(&store, many, hand::moment()), PATIENCE)), "{name}");
        let after = String::from_utf8(hand::bytes(&place)).unwrap();
        let (_, missing) = missing_of_hand(&after, &hand::symbol().0);
        assert_eq!(missing, Vec::<String>::new(), "{name}: {after}");
        figures.push(format!("{name} {changed} lines changed by one status"));
    }
    let folder = tempfile::tempdir().unwrap();
    let place = Place::in_folder(folder.path());
    std::fs::create_dir_all(hand::file(&place).parent().unwrap()).unwrap();
    std::fs::write(hand::file(&place), BY_HAND).unwrap();
    Twin::new(&place, Flaw::LastWins).save(&hand::add("new")).unwrap();
    let (mine, missing) =
        missing_of_hand(&String::from_utf8(hand::bytes(&place)).unwrap(), &hand::symbol().0);
    assert!(!missing.is_empty(), "the twin that writes the whole file anew was not caught");
    figure(&format!("P9 twin LastWins caught: {} of {mine} lines of a hand are gone", missing.len()));
    figure(&format!("P9 unknown fields and comments byte-equal: {}", figures.join(", ")));
}
