//! `rapporteur check` of a whole workspace: each thing that can be wrong with it, told with its place and what to do;
//! and that looking changes nothing.

#![expect(clippy::disallowed_methods, reason = "tests prepare workspaces and look at them")]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::cli::{ENGLISH, version};
use crate::home::{Home, Ran, safe};
use crate::tree::tree;

const SYMBOL: &str = "A/AC.1/L.1";

/// A workspace with a document in two languages and a review by amara.
struct Ground {
    home: Home,
    review: PathBuf,
}

impl Ground {
    fn new() -> Self {
        let home = Home::new();
        home.write("w/documents/en.toml", ENGLISH);
        home.write("w/documents/zh.toml", version(SYMBOL, "zh"));
        let add =
            ["--workspace", "w", "--document", SYMBOL, "--text", "en", "note", "add", "--paragraph", "1"];
        home.run(&[&add[..], &["--quote", "adjourned", "Why?"]].concat()).says(&[]);
        home.run(&[&add[..], &["Whole."]].concat()).says(&[]);
        let set = ["--workspace", "w", "--document", SYMBOL, "status", "set", "1 bis", "query"];
        home.run(&set).says(&[]);
        let review = home.files("w/reviews").remove(0);
        Self { home, review }
    }

    fn source(&self) -> String {
        fs::read_to_string(&self.review).unwrap()
    }

    /// Writes the review with this instead of that.
    #[track_caller]
    fn alter(&self, from: &str, to: &str) {
        let source = self.source();
        let altered = source.replacen(from, to, 1);
        assert_ne!(altered, source, "{from} is not in {source}");
        fs::write(&self.review, altered).unwrap();
    }

    fn check(&self) -> Ran {
        let ran = self.home.run(&["check", "w"]);
        assert!(safe(&ran.out) && safe(&ran.err), "{ran:?}");
        ran
    }

    /// Holds that this is found, and nothing else: so many errors and warnings.
    #[track_caller]
    fn finds(&self, parts: &[&str], errors: usize, warnings: usize) {
        let ran = self.check();
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
        for part in parts {
            assert!(ran.out.contains(part), "no “{part}” in {}", ran.out);
        }
        let word = |count: usize, word: &str| match count {
            0 => format!("no {word}s"),
            1 => format!("one {word}"),
            _ => format!("{count} {word}s"),
        };
        let summary = format!("{}, {}.", word(errors, "error"), word(warnings, "warning"));
        assert!(ran.out.trim_end().ends_with(&summary), "not {summary}: {}", ran.out);
    }
}

#[test]
fn a_workspace_with_nothing_wrong_says_so() {
    let ground = Ground::new();
    ground.check().says(&["2 documents and one review: no problems."]);
    // Named by an option, by the settings, or by where one is: the same.
    ground.home.run(&["--workspace", "w", "check"]).says(&["no problems."]);
    ground.home.run(&["check", "w", "w/documents/en.toml"]).says(&["no problems.", "en.toml: no problems."]);
    ground.home.run(&["check"]).says(&["0 documents and 0 reviews: no problems."]);
    // The built-in document is one that reviews may speak of.
    ground
        .home
        .run(&["--document", "CAC/COSP/WG.4/2019/L.1/Add.1", "status", "set", "1", "accept"])
        .says(&[]);
    ground.home.run(&["check"]).says(&["0 documents and one review: no problems."]);
    ground.home.run(&["--workspace", "nowhere", "check"]).fails(3, &["nowhere: it does not exist"]);
    ground.home.run(&["check", "nowhere"]).fails(3, &["nowhere: it does not exist"]);
}

#[test]
fn documents_are_checked_with_their_places() {
    let ground = Ground::new();
    ground.home.write("w/documents/bad.toml", ENGLISH.replace("\"makes\"", "\"made\"").replace("L.1", "L.2"));
    ground.finds(&["w/documents/bad.toml:34:18: ", "“made”", "^", "3 documents"], 1, 0);
    fs::remove_file(ground.home.path("w/documents/bad.toml")).unwrap();
    ground.home.write("w/documents/again.toml", ENGLISH);
    ground.finds(&["en.toml", "again.toml", "in the language “en”", "Move one away"], 1, 0);
    fs::remove_file(ground.home.path("w/documents/again.toml")).unwrap();
    // One that lies beside the folder is the workspace's too; what is no document is nobody's business.
    ground.home.write("w/beside.toml", ENGLISH);
    ground.home.write("w/Cargo.toml", "[package]");
    ground.finds(&["beside.toml", "in the language “en”"], 1, 0);
}

#[test]
fn what_is_missing_or_no_word_is_told_with_what_it_can_be() {
    let home = Home::new();
    let without = |line: &str, text: &str| {
        assert!(text.contains(line), "{line}");
        text.replacen(line, "", 1)
    };
    let text = without("level = 1\n", ENGLISH);
    let text = without("role = \"chair\"\n", &text);
    let text = without("kind = \"person\"\n", &text);
    let text = text.replace("recommendation = \"makes\"", "recommendation = true");
    home.write("a.toml", text.replace("basis = \"inferred\"", "basis = 1"));
    let told = home.run(&["check", "a.toml"]);
    for part in [
        "[[section]] has no “level”",
        "level = 1 for the outermost headings",
        "role = … It can be “chair”, “secretariat”, “panelist”, “speaker”",
        "kind = … It can be “state”, “organization”, “person”, “unnamed”",
        "“recommendation” must be one of the words “makes”, “discusses”, “none”, but here it is true or false",
        "Write the word in quotes: recommendation = \"makes\"",
        "“basis” must be one of the words “named”, “inferred”, but here it is a whole number",
    ] {
        assert!(told.out.contains(part), "no {part} in {}", told.out);
    }
    let told = home.run(&["--language", "zh", "check", "a.toml"]);
    for part in [
        "[[section]] 缺少“level”",
        "level = 1 表示最外层标题",
        "kind = …… 可以是“state”、“organization”、“person”、“unnamed”",
        "“recommendation”应为下列词之一：“makes”、“discusses”、“none”；此处却是true 或 false",
        "请写一个加引号的词：recommendation = \"makes\"",
    ] {
        assert!(told.out.contains(part), "no {part} in {}", told.out);
    }
}

#[test]
fn a_review_that_cannot_be_read_is_told_with_its_places() {
    let ground = Ground::new();
    let good = ground.source();
    ground.alter("kind = \"comment\"", "kind = \"评论\"");
    ground.finds(&["amara.toml:9:8: ", "\"评论\"", "^", "Nothing in this file is shown"], 1, 0);
    fs::write(&ground.review, good.replace("format = 1", "format = 99")).unwrap();
    ground.finds(&["amara.toml:2:10: ", "format 99", "newer version"], 1, 0);
    fs::write(&ground.review, format!("<<<<<<< HEAD\n{good}=======\n{good}>>>>>>> theirs\n")).unwrap();
    ground.finds(&["amara.toml:1:1: ", "<<<<<<<", "the program reads both sides"], 0, 1);
    fs::write(&ground.review, format!("<<<<<<< HEAD\n{good}")).unwrap();
    ground.finds(&["amara.toml:1:1: ", "<<<<<<<"], 1, 0);
    let note = good.split("[[note]]").nth(1).unwrap();
    fs::write(&ground.review, format!("{good}\n[[note]]{note}")).unwrap();
    ground.finds(&["The file already has"], 0, 1);
}

#[test]
fn a_review_that_points_to_nothing_is_told() {
    let ground = Ground::new();
    ground.alter("number = \"1 bis\"", "number = \"99\"");
    ground.finds(
        &["no version of A/AC.1/L.1 has a paragraph “99”", "1 to 1 bis", "number = \"99\"", "^"],
        1,
        0,
    );
    ground.alter("number = \"99\"", "number = \"1 bis\"");
    ground.alter("paragraph = \"1\"", "paragraph = \"7\"");
    ground.finds(&["a paragraph “7”", "paragraph = \"7\""], 1, 0);
    ground.alter("paragraph = \"7\"", "paragraph = \"1\"");
    for name in ["en", "zh"] {
        fs::remove_file(ground.home.path(&format!("w/documents/{name}.toml"))).unwrap();
    }
    ground.finds(&["no document of this workspace has the symbol A/AC.1/L.1", "into documents/"], 1, 0);
}

#[test]
fn a_review_under_a_name_that_is_not_its_own_is_told() {
    let ground = Ground::new();
    let folder = ground.review.parent().unwrap();
    fs::copy(&ground.review, folder.join("chen.toml")).unwrap();
    ground.finds(&["chen.toml: ", "by amara", "Rename it to", "amara.toml"], 1, 0);
    fs::rename(folder.join("chen.toml"), folder.join("amara.rescue-1.toml")).unwrap();
    ground.finds(&["amara.rescue-1.toml: ", "not read as a review"], 0, 1);
    fs::remove_file(folder.join("amara.rescue-1.toml")).unwrap();
    fs::copy(&ground.review, folder.parent().unwrap().join("amara.toml")).unwrap();
    ground.finds(&["reviews/amara.toml: ", "not read as a review"], 0, 1);
    fs::remove_file(folder.parent().unwrap().join("amara.toml")).unwrap();
    fs::rename(folder, folder.with_file_name("A_AC.1_L.1")).unwrap();
    ground.finds(&["A_AC.1_L.1/amara.toml: ", "does not belong under this name"], 1, 0);
}

#[test]
fn an_id_that_two_files_use_is_told() {
    let ground = Ground::new();
    let other = ground.review.with_file_name("chen.toml");
    fs::write(&other, ground.source().replace("reviewer = \"amara\"", "reviewer = \"chen\"")).unwrap();
    ground.finds(&["chen.toml:", "the note id", "is also used in", "amara.toml.", "id = "], 2, 0);
}

#[test]
fn a_passage_that_is_gone_or_has_moved_is_told() {
    let ground = Ground::new();
    let document = ground.home.path("w/documents/en.toml");
    fs::write(&document, ENGLISH.replace("The Working Group met. ", "")).unwrap();
    ground.finds(&["amara.toml:", "“adjourned” is not where it was in paragraph 1 (en)"], 0, 1);
    fs::write(&document, ENGLISH.replace("adjourned", "rose")).unwrap();
    ground.finds(&["“adjourned” is no longer in paragraph 1 (en)", "[note.anchor]"], 0, 1);
    // Of a language that the workspace does not have nothing can be said.
    fs::remove_file(&document).unwrap();
    ground.check().says(&["no problems."]);
}

#[test]
fn what_nobody_has_decided_is_told() {
    let ground = Ground::new();
    let source = ground.source();
    let conflict =
        "\n[[paragraph.conflict]]\nfield = \"status\"\nvalue = \"amend\"\nfrom = \"2026-11-23T14:00:00Z\"\n";
    let at = source.find("[[paragraph]]").unwrap();
    let end = source.get(at + 1..).unwrap().find("[[note]]").map_or(source.len(), |end| at + 1 + end);
    let altered = format!("{}{conflict}\n{}", source.get(..end).unwrap(), source.get(end..).unwrap());
    fs::write(&ground.review, altered).unwrap();
    ground.finds(&["two versions of \"status\" have been kept", "[[paragraph.conflict]]", "choose"], 0, 1);
}

#[test]
fn a_damaged_journal_is_told_with_its_own_review_and_with_no_other() {
    let ground = Ground::new();
    let add = ["--workspace", "w", "--document", SYMBOL, "note", "add", "--paragraph", "1", "x"];
    ground.home.run(&[&["--reviewer", "li"][..], &add].concat()).says(&[]);
    let journals = ground.home.files(".local/state");
    let mine = journals.iter().find(|path| path.ends_with("amara.jsonl")).unwrap();
    let damaged = fs::read_to_string(mine).unwrap() + "no event\n";
    fs::write(mine, damaged).unwrap();
    let check = |reviewer: &str| {
        let review = ground.review.with_file_name(format!("{reviewer}.toml"));
        ground.home.run(&["check", review.to_str().unwrap()])
    };
    let told = check("amara");
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.out.contains("amara.jsonl") && told.out.contains("no problem"), "{told:?}");
    assert_eq!(check("li").code, Some(0));
    ground.finds(&["amara.jsonl"], 0, 1);
}

#[test]
fn who_else_may_read_and_write_is_told() {
    let ground = Ground::new();
    let chmod = |path: &Path, mode: u32| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    chmod(&ground.review, 0o646);
    let folder = ground.review.parent().unwrap().to_owned();
    // The folders above let nobody through, so nobody else can.
    ground.check().says(&["no problems."]);
    let root = ground.home.path("w");
    for folder in folder.ancestors().take_while(|above| above.starts_with(ground.home.path(""))) {
        chmod(folder, 0o755);
    }
    // Where the tests' own folder lets nobody through, nobody is warned of.
    let home = ground.home.path("");
    let closed = |above: &&Path| fs::metadata(above).unwrap().mode() & 0o001 == 0;
    if let Some(above) = home.ancestors().filter(|above| !above.as_os_str().is_empty()).find(closed) {
        return println!("skipped: who else may read: nobody else may enter {}", above.display());
    }
    ground.finds(&["amara.toml: others on this computer can change this review", "chmod go-w"], 1, 0);
    chmod(&ground.review, 0o644);
    ground.finds(&["amara.toml: Warning: others on this computer can read this review", "chmod go-r"], 0, 1);
    chmod(&ground.review, 0o600);
    chmod(&folder, 0o757);
    ground.finds(&["others on this computer can write to this folder"], 1, 0);
    chmod(&folder, 0o755);
    chmod(&root, 0o757);
    ground.finds(&["Anyone on this computer can write to the folder"], 0, 1);
    chmod(&root, 0o755);
    chmod(&ground.review, 0o400);
    ground.finds(&["write-protected", "cannot be saved until"], 1, 0);
    // Others' reviews need not be ours to write.
    ground.home.run(&["--reviewer", "chen", "check", "w"]).says(&["no problems."]);
}

#[test]
fn other_names_links_and_what_was_left_behind_are_told() {
    let ground = Ground::new();
    let folder = ground.review.parent().unwrap();
    fs::hard_link(&ground.review, ground.home.path("other")).unwrap();
    ground.finds(&["hard links", "Remove the other names"], 0, 1);
    fs::remove_file(ground.home.path("other")).unwrap();
    let away = ground.home.path("away.toml");
    fs::rename(&ground.review, &away).unwrap();
    symlink(&away, &ground.review).unwrap();
    ground.finds(&["somewhere outside the workspace", "away.toml"], 0, 1);
    fs::remove_file(&ground.review).unwrap();
    fs::rename(&away, &ground.review).unwrap();
    let left = folder.join(".rapporteur-abc.tmp");
    fs::write(&left, "half").unwrap();
    ground.check().says(&["no problems."]);
    let file = fs::File::options().write(true).open(&left).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(7200)).unwrap();
    ground.finds(&[".rapporteur-abc.tmp: ", "left this file behind"], 0, 1);
    assert!(left.exists());
}

#[test]
fn what_cannot_be_read_outranks_what_is_wrong() {
    let ground = Ground::new();
    ground.alter("kind = \"comment\"", "kind = \"poem\"");
    ground.home.write("w/documents/latin.toml", b"format = 1\n# \xe9");
    fs::create_dir(ground.home.path("w/documents/folder.toml")).unwrap();
    let fifo = ground.review.with_file_name("fifo.toml");
    rustix::fs::mknodat(rustix::fs::CWD, &fifo, rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR, 0)
        .unwrap();
    symlink("nowhere", ground.review.with_file_name("dangling.toml")).unwrap();
    let ran = ground.check();
    assert_eq!(ran.code, Some(3));
    for part in [
        "latin.toml, line 2, column 3",
        "folder.toml is not a regular file",
        "fifo.toml is not",
        "dangling.toml",
    ] {
        assert!(ran.err.contains(part), "no {part} in {}", ran.err);
    }
    assert!(ran.out.contains("\"poem\"") && ran.out.contains("4 files could not be read"), "{}", ran.out);
}

#[test]
fn looking_changes_nothing() {
    let ground = Ground::new();
    ground.alter("kind = \"comment\"", "kind = \"poem\"");
    ground.home.write("w/documents/latin.toml", b"\xe9");
    ground.home.write("w/reviews/x/.rapporteur-abc.tmp", "half");
    ground.home.write("w/reviews/x/amara.toml", "<<<<<<< HEAD\n");
    let left =
        fs::File::options().write(true).open(ground.home.path("w/reviews/x/.rapporteur-abc.tmp")).unwrap();
    left.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    let before = tree(&ground.home.path(""));
    assert_eq!(ground.check().code, Some(3));
    ground.home.run(&["check", "w/documents/en.toml"]).says(&[]);
    ground.home.run(&["check"]).says(&[]);
    assert_eq!(tree(&ground.home.path("")), before);
}

#[test]
fn characters_that_look_like_others_are_warned_of_with_their_place() {
    let home = Home::new();
    let text = ENGLISH.replace("The Working Group", "The eﬃcient ⼈⺠ group, Ⅲ, 5 ㎡, （１） ²");
    let file = home.write("d.toml", &text);
    let ran = home.run(&["check", &file]);
    let line = 1 + text.lines().position(|line| line.contains('ﬃ')).unwrap();
    let column = 1 + text.lines().nth(line - 1).unwrap().chars().position(|c| c == 'ﬃ').unwrap();
    assert!(ran.out.contains(&format!("{line}:{column}")), "{ran:?}");
    assert!(ran.out.contains("contains ﬃ (U+FB03), which looks like ffi"), "{ran:?}");
    assert!(ran.out.contains("12 such characters"), "{ran:?}");
    assert!(!home.run(&["check", &home.write("e.toml", ENGLISH)]).out.contains("looks like"));
}

#[test]
fn bad_rows_of_the_settings_are_problems_found() {
    let ground = Ground::new();
    let (home, settings) = (&ground.home, ".config/rapporteur/config.toml");
    home.write(settings, "measure = 72\n");
    assert_eq!(home.run(&["check", "w"]).code, Some(0));
    home.write(settings, "mesure = 72\n[keys.browse]\n\"a\" = \"exprot\"\n");
    for arguments in [&["check", "w"][..], &["check", "w/documents/en.toml"], &["--workspace", "w", "check"]]
    {
        let ran = home.run(arguments);
        assert!(ran.code == Some(1) && ran.out.contains("no problems"), "{ran:?}");
        assert!(
            ran.err.contains("config.toml, line 1:") && ran.err.contains("config.toml, line 3:"),
            "{ran:?}"
        );
    }
}
