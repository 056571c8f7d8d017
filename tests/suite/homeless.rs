//! No home folder: what does not need one works, and the screen says where it keeps things and keeps them there.

#![expect(clippy::disallowed_methods, reason = "a test prepares folders and runs the program")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::home::{Home, Ran, ran};
use crate::session::{Session, text_of, wait_for};

const DOCUMENT: &str = include_str!("../../data/documents/CAC_COSP_WG.4_2019_L.1_Add.1.zh.toml");

/// The ways not to have a home.
const NONE: [Option<&str>; 4] = [None, Some(""), Some("relative"), Some("../..")];

fn run(home: &Home, value: Option<&str>, args: &[&str]) -> Ran {
    let mut command = home.command(args);
    command.env_remove("HOME").env("TMPDIR", home.path("tmp"));
    value.map(|value| command.env("HOME", value));
    ran(command.output().unwrap())
}

#[test]
fn what_needs_no_home_works_without_one() {
    for value in NONE {
        let home = Home::new();
        fs::create_dir(home.path("tmp")).unwrap();
        home.write("w/documents/a.toml", DOCUMENT);
        for args in [
            &["keys"][..],
            &["man"],
            &["completions", "bash"],
            &["check", "w/documents/a.toml"],
            &["check"],
            &["show", "--paragraph", "18"],
            &["search", "缅甸"],
            &["notes"],
            &["status"],
            &["export"],
            &["show", "w/documents/a.toml"],
            &["--workspace", "w", "note", "add", "--paragraph", "18", "words"],
            &["--workspace", "w", "status", "set", "18", "amend"],
            &["--workspace", "w", "notes"],
        ] {
            let ran = run(&home, value, args);
            assert!(ran.code == Some(0) && ran.err.is_empty(), "{value:?} {args:?}: {ran:?}");
        }
        assert!(text_of(&home.path("w"), "reviews").contains("words"));
        // Nothing would say where it was kept.
        run(&home, value, &["note", "add", "--paragraph", "18", "lost?"])
            .fails(3, &["home folder", "--workspace"]);
        run(&home, value, &["status", "set", "18", "amend"]).fails(3, &["home folder"]);
        assert_eq!(text_of(&home.path("tmp"), "data"), "");
    }
}

#[test]
fn the_screen_without_a_home_says_where_it_keeps_things_and_keeps_them_there() {
    for how in ["-uHOME", "HOME=", "HOME=relative", "HOME=/proc", "HOME=/dev/null"] {
        let folder = tempfile::tempdir().unwrap();
        let temporary = format!("TMPDIR={}", folder.path().display());
        let wrap = ["env", how, &temporary];
        let start = || Session::start(folder.path(), 120, 40, &wrap);
        let mut session = start();
        session.see("There is no home folder to write in. Notes and drafts are kept in");
        session.see("rapporteur-");
        session.keys("18ahalf a");
        wait_for("the draft is on disk", || text_of(folder.path(), "drafts").contains("half a"));
        session.signal("-KILL");
        session.end();
        let mut again = start();
        again.see("There is no home folder");
        again.keys("J");
        again.see("A draft was left");
        again.keys("18a");
        again.see("half a");
        again.keys(" sentence\x13");
        again.see("Saved ");
        assert!(text_of(folder.path(), "/data/reviews").contains("half a sentence"), "{how}");
        again.keys(":q\r");
        assert_eq!(again.end(), 0);
        let own = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let own = own.into_iter().find(|path| path.to_string_lossy().contains("rapporteur-")).unwrap();
        assert_eq!(fs::metadata(&own).unwrap().permissions().mode() & 0o777, 0o700, "{how}");
    }
}

#[test]
fn a_folder_that_others_may_have_made_does_not_stand_in_for_a_home() {
    let uid = rustix::process::geteuid().as_raw();
    for make in ["mkdir -m 777", "ln -s /", "touch"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("rapporteur-{uid}"));
        let made =
            std::process::Command::new("sh").args(["-c", &format!("{make} {}", path.display())]).status();
        assert!(made.unwrap().success());
        let temporary = format!("TMPDIR={}", folder.path().display());
        let mut session = Session::start(folder.path(), 80, 24, &["env", "-uHOME", &temporary]);
        assert_eq!(session.end(), 3, "{make}");
        assert!(session.screen().contains("rapporteur-"), "{}", session.screen());
        assert!(!session.bytes.contains(&0x1b));
        assert_eq!(listed(&path), 0, "{make}");
    }
}

/// How many entries a folder has that was made here; a link leads elsewhere.
fn listed(path: &Path) -> usize {
    if path.is_symlink() { 0 } else { fs::read_dir(path).map_or(0, Iterator::count) }
}
