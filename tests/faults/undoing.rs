//! P12: undo returns exactly. Random operations with the program's own keys, all taken back: the same review is seen, and
//! what a hand has put into the file stands there byte for byte; also when the program is started anew in between.

#![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

use rapporteur::model::{Label, Note, Recommendation, Review, ReviewStatus, Symbol};
use rapporteur::store::Workspace;

use crate::desk::{Place, Program};
use crate::ground::{Random, figure, quick_folder, rounds};
use crate::trips::{BY_HAND, missing_of_hand};

/// The built-in document.
pub const SYMBOL: &str = "CAC/COSP/WG.4/2019/L.1/Add.1";

/// A review as it is seen: without tombstones, revisions and times.
type Seen = (Vec<Note>, Vec<(Label, ReviewStatus, Option<Recommendation>)>);

fn seen(review: &Review) -> Seen {
    let at = super::hand::moment();
    let plain = |note: &Note| Note { rev: 0, created: at, changed: at, ..note.clone() };
    let mut notes: Vec<Note> = review.live_notes().map(plain).collect();
    notes.sort_by(|one, other| one.id.cmp(&other.id));
    let marks = review.marks().map(|mark| (mark.paragraph.clone(), mark.status, mark.recommendation));
    let said = |mark: &(Label, ReviewStatus, Option<Recommendation>)| {
        mark.1 != ReviewStatus::Unreviewed || mark.2.is_some()
    };
    (notes, marks.filter(said).collect())
}

/// Does something by keys, on a paragraph of few, so that things happen to the same notes.
fn operate(program: &mut Program, random: &mut Random) {
    let number = random.below(6) + 1;
    let words = random.one::<&str>(&["why", "请核实", "and who pays", "«quoted»", "#ask-capital"]);
    let keys = match random.below(8) {
        0..3 => format!("{number}a{words} {}<Ctrl-s>", random.below(1000)),
        3..5 => format!("{number}s{}", random.one::<&str>(&["a", "q", "m", "r"])),
        5 => format!("{number}e more<Ctrl-s>"),
        6 => format!("{number}c"),
        _ => format!("{number}d"),
    };
    program.keys(&keys).keys("<Esc>");
}

#[test]
fn random_operations_are_all_taken_back_also_after_a_restart() {
    let mut random = Random::of("undo");
    let wanted = rounds(200, 1_000) / 2;
    let mut figures = Vec::new();
    for restart in [false, true] {
        let place = Place { folder: quick_folder() };
        let workspace = Workspace::default_at(&place.data());
        let path = workspace.review(&Symbol(SYMBOL.into()), "amara");
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, BY_HAND.replace("A/AC.105/C.2/L.339", SYMBOL)).unwrap();
        let mut program = place.start(100, 30, &[]);
        let before = seen(&program.open().mine);
        let (mut done, mut tries) = (0, 0);
        while done < wanted {
            let was = seen(&program.open().mine);
            operate(&mut program, &mut random);
            done += usize::from(seen(&program.open().mine) != was);
            tries += 1;
            assert!(tries < wanted * 4, "{done} of {tries}: {}", program.screen());
            if restart && tries % 70 == 0 {
                drop(program);
                program = place.start(100, 30, &[]);
            }
        }
        if restart {
            drop(program);
            program = place.start(100, 30, &[]);
        }
        let mut undone = 0;
        while seen(&program.open().mine) != before {
            let was = seen(&program.open().mine);
            program.keys("u");
            assert!(seen(&program.open().mine) != was, "after {undone} of {done}: {}", program.screen());
            undone += 1;
            assert!(undone <= done, "more is taken back than was done");
        }
        assert_eq!(undone, done);
        drop(program);
        let text = std::fs::read_to_string(&path).unwrap();
        let review = rapporteur::format::read_review(&text).unwrap().1;
        assert_eq!(seen(&review), before, "on the disk too");
        let (mine, missing) = missing_of_hand(&text, SYMBOL);
        assert!(mine >= 10 && missing.is_empty(), "{missing:?}\n{text}");
        let how = if restart { "with restarts" } else { "in one run" };
        figures.push(format!("{how} {done} done {undone} undone, comments and unknown lines kept {mine}"));
    }
    figure(&format!("P12 {} seed {}", figures.join("; "), random.seed));
}
