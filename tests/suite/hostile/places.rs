//! Links that someone planted where the program writes, symbols and names that want to be paths, and surroundings that
//! are not what they should be. What is told from the outside of the workspace is that nothing there changed.

#![expect(clippy::disallowed_methods, reason = "tests prepare hostile places")]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use super::samples::{REVIEW, REVIEWS, SYMBOL};
use crate::cli::{ENGLISH, version};
use crate::home::{Home, Ran, ran, safe};
use crate::tree::tree;

const DATA: &str = ".local/share/rapporteur";

/// A home with a document and a review that was saved twice, and a folder that nobody may touch.
struct Ground {
    home: Home,
    outside: tempfile::TempDir,
}

impl Ground {
    fn new() -> Self {
        let home = Home::new();
        home.write(&format!("{DATA}/documents/en.toml"), ENGLISH);
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("victim"), "precious").unwrap();
        let ground = Self { home, outside };
        for body in ["one", "two"] {
            assert_eq!(ground.add(body).code, Some(0));
        }
        ground
    }

    fn add(&self, body: &str) -> Ran {
        self.home.run(&["--document", SYMBOL, "note", "add", "--paragraph", "1", body])
    }

    /// The only file or folder below the home whose path ends so.
    #[track_caller]
    fn find(&self, end: &str) -> PathBuf {
        let mut found: Vec<PathBuf> = tree(&self.home.path(""))
            .into_iter()
            .map(|entry| entry.0)
            .filter(|path| path.to_string_lossy().ends_with(end))
            .collect();
        assert_eq!(found.len(), 1, "{end}: {found:?}");
        found.remove(0)
    }

    /// Puts a link in the place of what is there, to the victim or to the folder of it; then saves. Whatever becomes
    /// of it: the victim is whole, no file came to it, and no note is lost.
    #[track_caller]
    fn withstands(&self, place: &Path, folder: bool, refused: bool) {
        let before = tree(self.outside.path());
        if fs::symlink_metadata(place).is_ok_and(|metadata| metadata.is_dir()) {
            fs::remove_dir_all(place).unwrap();
        } else if fs::symlink_metadata(place).is_ok() {
            fs::remove_file(place).unwrap();
        }
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        let target = if folder { self.outside.path().to_owned() } else { self.outside.path().join("victim") };
        symlink(target, place).unwrap();
        let ran = self.add("three");
        assert!(safe(&ran.out) && safe(&ran.err), "{ran:?}");
        assert_eq!(ran.code, Some(if refused { 3 } else { 0 }), "{}: {ran:?}", place.display());
        assert_eq!(tree(self.outside.path()), before, "{}", place.display());
        let review = self.home.read(&format!("{REVIEWS}/amara.toml"));
        assert!(review.contains("one") && review.contains("two"), "{review}");
        assert_eq!(review.contains("three"), !refused, "{}", place.display());
    }
}

#[test]
fn a_link_planted_where_the_program_writes_leads_nowhere() {
    // Where the lock is, nothing may be another's: without a lock nothing is saved.
    for lock in ["amara.lock", "/locks", "/.rapporteur"] {
        let ground = Ground::new();
        let place = ground.find(lock);
        ground.withstands(&place, lock != "amara.lock", true);
    }
    // The generation before and the backups are kindnesses: the save goes on without.
    for kind in ["previous/A_AC.1_L.1--81a74957/amara.toml", "previous/A_AC.1_L.1--81a74957", "/previous"] {
        let ground = Ground::new();
        let place = ground.find(kind);
        ground.withstands(&place, !kind.ends_with(".toml"), false);
    }
    let ground = Ground::new();
    let backups = ground.find("/backups");
    ground.withstands(&backups, true, false);
    let ground = Ground::new();
    let backups = ground.find("backups/A_AC.1_L.1--81a74957");
    ground.withstands(&backups, true, false);
    // Names of temporary files cannot be foreseen; whoever guesses one is refused by the system. Planted links with
    // such names are not followed and not swept away at once.
    let ground = Ground::new();
    let planted = ground.home.path(&format!("{REVIEWS}/.rapporteur-abcdef.tmp"));
    ground.withstands(&planted, false, false);
    assert!(planted.is_symlink());
}

#[test]
fn a_journal_that_is_a_link_is_not_followed() {
    let ground = Ground::new();
    let before = tree(ground.outside.path());
    let journal = ground.find("/journal");
    fs::rename(&journal, ground.home.path("journal aside")).unwrap();
    symlink(ground.outside.path(), &journal).unwrap();
    let ran = ground.add("three");
    assert!(safe(&ran.out) && safe(&ran.err), "{ran:?}");
    assert_eq!(tree(ground.outside.path()), before, "{ran:?}");
    fs::remove_file(&journal).unwrap();
    fs::rename(ground.home.path("journal aside"), &journal).unwrap();
    for file in ground.home.files(".local/state").into_iter().filter(|path| path.starts_with(&journal)) {
        fs::remove_file(&file).unwrap();
        symlink(ground.outside.path().join("victim"), &file).unwrap();
    }
    ground.add("four");
    assert_eq!(tree(ground.outside.path()), before);
}

#[test]
fn an_export_writes_over_no_link_that_was_not_meant() {
    let ground = Ground::new();
    let victim = ground.outside.path().join("victim");
    symlink(&victim, ground.home.path("notes.md")).unwrap();
    symlink(ground.outside.path().join("new"), ground.home.path("new.md")).unwrap();
    for name in ["notes.md", "new.md"] {
        ground.home.run(&["--document", SYMBOL, "export", "-o", name]).fails(3, &[name, "already exists"]);
    }
    ground
        .home
        .run(&["--document", SYMBOL, "export", "-o", "new.md", "--force"])
        .fails(3, &["does not exist"]);
    assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    assert!(!ground.outside.path().join("new").exists());
    for name in ["/dev/null/x", "/proc/self/x", "folder/", "/"] {
        let ran = ground.home.run(&["--document", SYMBOL, "export", "-o", name]);
        assert_eq!(ran.code, Some(3), "{name}: {ran:?}");
    }
}

#[test]
fn symbols_that_want_to_be_paths_stay_apart_and_inside() {
    let long = "L".repeat(300);
    let symbols = [
        "../../.ssh/authorized_keys",
        "..",
        ".",
        "CON",
        "con",
        "NUL",
        &long,
        "-rf",
        "--help",
        "~/x",
        "/etc/passwd",
        "A/AC.105/L.1",
        "a/ac.105/l.1",
        "А/AC.105/L.1",
        "\u{e9}/1",
        "e\u{301}/1",
        "x\\y",
        "x/../y",
        "$(id)",
        "x;rm",
    ];
    let home = Home::new();
    let mut accepted = 0;
    for (at, symbol) in symbols.iter().enumerate() {
        let escaped = symbol.replace('\\', "\\\\");
        let file = home.write(&format!("w/documents/{at:02}.toml"), version(&escaped, "en"));
        let shown = home.run(&["show", &file]);
        if shown.code != Some(0) {
            // Refused with a sentence; then there is no review either.
            assert!(shown.code == Some(3) && shown.err.contains("symbol"), "{symbol}: {shown:?}");
            fs::remove_file(&file).unwrap();
            continue;
        }
        accepted += 1;
        let added = home.run(&["--document", &file, "note", "add", "--paragraph", "1", "x"]);
        assert_eq!(added.code, Some(0), "{symbol}: {added:?}");
        assert_eq!(home.files("w/reviews").len(), accepted, "{symbol} is another's");
    }
    assert!(accepted > 5);
    for path in home.files("w/reviews") {
        assert_eq!(
            path.strip_prefix(home.path("w/reviews")).unwrap().components().count(),
            2,
            "{}",
            path.display()
        );
    }
    let below = ["w", ".local"].map(|name| home.path(name));
    for (path, ..) in tree(&home.path("")) {
        assert!(
            path == home.path("")
                || path == home.path("").join("")
                || below.iter().any(|ours| path.starts_with(ours)),
            "{}",
            path.display()
        );
    }
    let checked = home.run(&["check", "w"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
}

#[test]
fn symbols_of_nothing_or_of_what_cannot_be_printed_are_refused() {
    for symbol in ["", " ", "\\u0000", "A/1\\n", "\\u001b[31m", "\\u202eA/1"] {
        let home = Home::new();
        let file = home.write("w/documents/a.toml", version(symbol, "en"));
        let before = tree(&home.path(""));
        let ran = home.run(&["show", &file]);
        assert!(safe(&ran.out) && safe(&ran.err), "{ran:?}");
        let checked = home.run(&["check", &file]);
        assert_eq!(checked.code, Some(1), "{symbol}: {checked:?}");
        assert_eq!(tree(&home.path("")), before, "{symbol}");
    }
}

#[test]
fn names_of_reviewers_that_want_to_be_paths_stay_apart_and_inside() {
    let long = "n".repeat(4000);
    let names = [
        "../../x",
        "..",
        "/etc/passwd",
        "CON",
        "con",
        "amara",
        "AMARA",
        "amara.toml",
        "amara.rescue-1",
        "-rf",
        &long,
        "张伟",
        "李娜",
        "\u{e9}",
        "e\u{301}",
        "a\nb",
        "\u{1b}[31m\u{202e}",
        "amara--12345678",
        "$(id)",
        "x\ty",
    ];
    let home = Home::new();
    home.write("w/documents/a.toml", ENGLISH);
    let add = |name: &str| {
        let reviewer = format!("--reviewer={name}");
        let note = ["note", "add", "--paragraph", "1", "x"];
        home.run(&[&["--workspace", "w", "--document", SYMBOL, &reviewer], &note[..]].concat())
    };
    for (at, name) in names.iter().enumerate() {
        let added = add(name);
        assert_eq!(added.code, Some(0), "{name:?}: {added:?}");
        assert_eq!(home.files("w/reviews").len(), at + 1, "{name:?} is another's");
    }
    let all = home.run(&["--workspace", "w", "--document", SYMBOL, "notes"]);
    assert!(all.code == Some(0) && safe(&all.out), "{}", all.err);
    assert_eq!(home.run(&["check", "w"]).code, Some(0));
    // A name of nothing is none, and no other is taken for it.
    for name in ["", " ", "\t"] {
        let ran = add(name);
        ran.fails(2, &["--reviewer <NAME> needs a value"]);
    }
    assert_eq!(home.files("w/reviews").len(), names.len());
}

#[test]
fn odd_surroundings_are_borne_or_told() {
    let run = |home: &Home, set: &[(&str, &str)], unset: &[&str], args: &[&str]| {
        let mut command = home.command(args);
        command.envs(set.iter().copied());
        for name in unset {
            command.env_remove(name);
        }
        ran(command.output().unwrap())
    };
    let add = ["note", "add", "--paragraph", "18", "x"];
    // Without a home there is no place for notes: said, not guessed.
    for (set, unset) in [
        (&[][..], &["HOME"][..]),
        (&[("HOME", "")], &[]),
        (&[("HOME", "relative")], &[]),
        (&[("HOME", "../..")], &[]),
    ] {
        let home = Home::new();
        run(&home, set, unset, &add).fails(3, &["home folder"]);
        assert_eq!(tree(&home.path("")).len(), 1, "{set:?}");
    }
    for folder in ["/dev/null", "/proc", "/dev/full"] {
        let home = Home::new();
        let ran = run(&home, &[("HOME", folder)], &[], &add);
        assert!(ran.code == Some(3) && ran.err.contains(folder) && safe(&ran.err), "{folder}: {ran:?}");
    }
    for (name, value) in [
        ("USER", "../../x"),
        ("USER", "\u{1b}]0;x\u{7}\u{202e}"),
        ("USER", ""),
        ("LANG", "../../etc/passwd"),
        ("LANG", "zz_ZZ.UTF-8"),
        ("LC_ALL", "%s%n\u{1b}"),
        ("TERM", "dumb"),
        ("TERM", "../../x"),
        ("TZ", "../../etc/passwd"),
        ("TZ", "No/Such"),
        ("COLUMNS", "0"),
        ("XDG_STATE_HOME", "relative"),
        ("XDG_CONFIG_HOME", "/dev/null"),
        ("PATH", ""),
        ("VISUAL", "; touch owned"),
        ("RUST_LOG", "trace"),
    ] {
        let home = Home::new();
        let ran = run(&home, &[(name, value)], &[], &add);
        assert!(ran.code == Some(0) && safe(&ran.out) && safe(&ran.err), "{name}={value}: {ran:?}");
        let listed = run(&home, &[(name, value)], &[], &["notes"]);
        assert!(listed.code == Some(0) && safe(&listed.out), "{name}={value}: {listed:?}");
        for (path, ..) in tree(&home.path("")) {
            let below = path.strip_prefix(home.path("")).unwrap();
            assert!(
                below.as_os_str().is_empty() || below.starts_with(".local"),
                "{name}={value}: {}",
                below.display()
            );
        }
    }
    // A state folder that cannot be had costs what is kept in it, not the save, and is told.
    let home = Home::new();
    let ran = run(&home, &[("XDG_STATE_HOME", "/dev/null/x")], &[], &add);
    assert!(ran.code == Some(0) && ran.err.contains("/dev/null/x"), "{ran:?}");
    // Names that are no UTF-8 are names all the same.
    use std::os::unix::ffi::OsStrExt;
    let odd = home.path("").join(std::ffi::OsStr::from_bytes(b"w\xe9"));
    fs::create_dir_all(odd.join("documents")).unwrap();
    fs::write(odd.join("documents/a.toml"), ENGLISH).unwrap();
    let mut command =
        home.command(&["--document", SYMBOL, "note", "add", "--paragraph", "1", "x", "--workspace"]);
    let added = ran_of(command.arg(&odd));
    assert_eq!(added.code, Some(0), "{added:?}");
    assert!(odd.join("reviews").is_dir());
}

fn ran_of(command: &mut std::process::Command) -> Ran {
    ran(command.output().unwrap())
}

#[test]
fn a_folder_that_everyone_may_write_in_is_told_when_it_is_opened() {
    let home = Home::new();
    home.write("w/documents/a.toml", ENGLISH);
    home.write("w/reviews/A_AC.1_L.1--81a74957/amara.toml", REVIEW);
    fs::set_permissions(home.path("w"), fs::Permissions::from_mode(0o777)).unwrap();
    let checked = home.run(&["check", "w"]);
    assert!(checked.code == Some(1) && checked.out.contains("Anyone on this computer"), "{checked:?}");
}

#[test]
fn a_repository_that_wants_programs_run_runs_none() {
    let git = |home: &Home, args: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.args(["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]).args(args);
        git.env_clear().envs(home.environment()).current_dir(home.path("w"));
        git.output().is_ok_and(|ran| ran.status.success())
    };
    let home = Home::new();
    home.write("w/documents/a.toml", ENGLISH);
    let file = home.path("w/reviews/A_AC.1_L.1--81a74957/amara.toml");
    home.write("w/reviews/A_AC.1_L.1--81a74957/amara.toml", REVIEW);
    if !git(&home, &["init", "-q"]) {
        println!("skipped: there is no git");
        return;
    }
    let commit = |words: &str| {
        fs::write(&file, REVIEW.replace("Why?", words)).unwrap();
        assert!(git(&home, &["add", "reviews"]) && git(&home, &["commit", "-q", "-m", words]));
    };
    commit("Why?");
    assert!(git(&home, &["checkout", "-q", "-b", "other"]));
    commit("How?");
    assert!(git(&home, &["checkout", "-q", "main"]));
    commit("When?");
    assert!(!git(&home, &["merge", "-q", "other"]), "there must be a conflict");
    let owned = home.path("owned");
    let run = format!("touch '{}'; false", owned.display());
    for (key, value) in [
        ("core.fsmonitor", run.as_str()),
        ("core.pager", &run),
        ("core.sshCommand", &run),
        ("core.editor", &run),
        ("core.alternateRefsCommand", &run),
        ("diff.external", &run),
        ("filter.x.smudge", &run),
        ("filter.x.clean", &run),
        ("filter.x.process", &run),
        ("credential.helper", &format!("!{run}")),
        ("extensions.partialClone", "origin"),
        ("remote.origin.url", &format!("ext::sh -c \"{run}\"")),
        ("remote.origin.promisor", "true"),
        ("alias.cat-file", &format!("!{run}")),
        ("include.path", "/dev/zero.config"),
    ] {
        assert!(git(&home, &["config", key, value]), "{key}");
    }
    home.write("w/.gitattributes", "*.toml filter=x diff=x merge=x\n");
    for hook in ["post-checkout", "pre-commit", "post-index-change", "fsmonitor-watchman"] {
        let hook = home.write(&format!("w/.git/hooks/{hook}"), format!("#!/bin/sh\n{run}\n"));
        fs::set_permissions(hook, fs::Permissions::from_mode(0o755)).unwrap();
    }
    for args in [&["notes"][..], &["check"], &["status", "set", "1", "accept"], &["notes"]] {
        let at = ["--workspace", "w", "--document", SYMBOL];
        let args: Vec<&str> = args.iter().chain(&at).copied().collect();
        let ran = home.run(&args);
        assert!(ran.code <= Some(1) && safe(&ran.out), "{args:?}: {ran:?}");
        assert!(!owned.exists(), "{args:?} ran a program of the repository");
    }
    let review = fs::read_to_string(&file).unwrap();
    assert!(review.contains("When?") && review.contains("How?") && !review.contains("<<<<<<<"), "{review}");
}
