//! Times of notes are told by the clock of the place where one is; files keep where they were written.

use super::home::{Home, ran};

const REVIEWS: &str = ".local/share/rapporteur/reviews/CAC_COSP_WG.4_2019_L.1_Add.1--12f30627";

#[test]
fn the_notes_of_people_in_different_places_are_told_by_one_clock() {
    let home = Home::new();
    for (name, created) in [("one", "15:30:00+08:00"), ("two", "09:00:00+01:00"), ("three", "04:00:00-05:00")]
    {
        let id = format!("019a2b3c-0000-7000-8000-{:0>12}", name.len());
        home.write(
            &format!("{REVIEWS}/{name}.toml"),
            format!(
                "format = 1\nsymbol = \"CAC/COSP/WG.4/2019/L.1/Add.1\"\nreviewer = \"{name}\"\n\n[[note]]\n\
                 id = \"{id}{name}\"\nparagraph = \"3\"\ncreated = 2026-11-23T{created}\nbody = \"from {name}\"\n"
            ),
        );
    }
    let run = |args: &[&str], zone: &str| ran(home.command(args).env("TZ", zone).output().unwrap());
    for (zone, times) in [("UTC0", ["07:30", "08:00", "09:00"]), ("<+07>-7", ["14:30", "15:00", "16:00"])] {
        for args in [&["notes"][..], &["export", "--all"], &["show", "--paragraph", "3"]] {
            let told = run(args, zone);
            assert_eq!(told.code, Some(0), "{args:?} {}", told.err);
            for time in times {
                assert!(told.out.contains(&format!("2026-11-23 {time}")), "{zone} {args:?}: {}", told.out);
            }
        }
    }
    // Late in the evening here is early on another day there.
    assert!(run(&["notes"], "<+16>-16").out.contains("2026-11-24 00:00"));
    let json = run(&["notes", "--json"], "UTC0").out;
    assert!(json.contains("2026-11-23T15:30:00+08:00"), "where it was written is kept: {json}");
}

#[test]
fn what_recover_tells_is_told_by_the_same_clock() {
    let home = Home::new();
    let run = |args: &[&str], zone: &str| ran(home.command(args).env("TZ", zone).output().unwrap());
    assert_eq!(run(&["note", "add", "-p", "3", "words"], "<+11>-11").code, Some(0));
    assert_eq!(run(&["note", "add", "-p", "3", "more"], "<-03>3").code, Some(0));
    let list = |zone: &str| {
        let out = run(&["recover", "list", "--all"], zone).out;
        let times = out.lines().filter(|line| line.starts_with("journal-"));
        // `journal-… ∙ 2026-11-23 14:05, 3: …`
        let hour = |line: &str| line.split(':').next().unwrap().rsplit(' ').next().unwrap().to_owned();
        times.map(hour).collect::<Vec<_>>()
    };
    let (here, there) = (list("UTC0"), list("<+05>-5"));
    assert_eq!((here.len(), there.len()), (2, 2));
    for (here, there) in here.iter().zip(&there) {
        let (here, there): (u8, u8) = (here.parse().unwrap(), there.parse().unwrap());
        assert_eq!((here + 5) % 24, there);
    }
}
