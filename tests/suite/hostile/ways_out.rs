//! Every way out to a terminal or a clipboard: hostile text in every field, name and variable, and the bytes that a
//! terminal gets of each command and of the screen.

#![expect(clippy::disallowed_methods, reason = "tests prepare files")]

use std::fs;
use std::path::Path;

use crate::session::Session;

/// What drives a terminal, turns text around, or does not show; as an argument may hold it.
const PAYLOAD: &str = "\u{1b}]0;owned\u{7}\u{1b}[201~\u{1b}[2J\u{8}\u{7f}\u{9b}31m\u{9d}0;x\u{9c}\u{202e}\u{202a}\u{202d}\u{2066}\u{2068}\u{2069}\u{61c}\u{200e}\u{200f}\u{e0041}\u{e007f}\u{2028}\u{2029}\u{200b}\u{2060}\u{feff}\u{85}\u{206a}\u{fff9}\u{180e}\u{3164}\r";

/// It as a TOML string has it.
fn in_toml() -> String {
    PAYLOAD.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect()
}

/// The reference document with it in every text.
fn document() -> String {
    let source = include_str!("../../../data/documents/CAC_COSP_WG.4_2019_L.1_Add.1.en.toml");
    let keys = [
        "organ",
        "body",
        "session",
        "dates",
        "place",
        "distribution",
        "date",
        "title",
        "part",
        "unofficial",
        "name",
        "acronym",
        "text",
        "job_number",
    ];
    let line = |line: &str| match line.split_once(" = \"") {
        Some((key, rest)) if keys.contains(&key) => format!("{key} = \"A{}{rest}", in_toml()),
        _ => line.to_owned(),
    };
    source.lines().map(|each| line(each) + "\n").collect()
}

/// What of a terminal's bytes may not be there. This list is written out here, and is not that of the program.
fn forbidden(bytes: &[u8], escapes: bool) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let bad = |c: &char| {
        let u = u32::from(*c);
        let control = u < 0x20 && !matches!(u, 0x09 | 0x0a | 0x0d) && !(escapes && matches!(u, 0x1b | 0x08));
        control
            || (0x7f..=0x9f).contains(&u)
            || matches!(u, 0x61c | 0x200b | 0x200e | 0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0x3164 | 0x180e)
            || matches!(u, 0xfeff | 0xfff9..=0xfffb | 0xe0000..=0xe007f | 0xfffe | 0xffff)
    };
    let mut found: Vec<String> =
        text.chars().filter(bad).map(|c| format!("U+{:04X}", u32::from(c))).collect();
    for sequence in ["\u{1b}]0", "\u{1b}[201~"] {
        found.extend(text.contains(sequence).then(|| format!("{sequence:?}")));
    }
    found.sort();
    found.dedup();
    found
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!(" '{}'", word.replace('\'', "'\\''"))).collect()
}

/// Runs a command in a terminal; gives its bytes and its code.
fn bytes_of(home: &Path, set: &str, args: &[&str]) -> (Vec<u8>, u32) {
    let script = format!("{set} exec \"$0\" {}", quoted(args));
    let mut session = Session::start(home, 100, 30, &["sh", "-c", &script]);
    let code = session.end();
    session.take_all();
    (session.bytes, code)
}

/// A home with a workspace `w` in which everything is hostile, also its files' names.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let path = |below: &str| home.path().join(below);
    // A file's name can hold no slash.
    let name = PAYLOAD.replace('/', "");
    fs::create_dir_all(path("w/documents")).unwrap();
    fs::write(path(&format!("w/documents/a{name}.toml")), document()).unwrap();
    fs::write(
        path(&format!("broken{name}.toml")),
        format!("format = 1\n# {PAYLOAD}\n[masthead]\nsymbol = \"A\" x{PAYLOAD}\n"),
    )
    .unwrap();
    fs::write(
        path("wrong.toml"),
        document().replace("section = \"iii-b\"", &format!("section = \"{}\"", in_toml())),
    )
    .unwrap();
    fs::create_dir_all(path(".config/rapporteur")).unwrap();
    fs::write(path(".config/rapporteur/config.toml"), format!("\"x{0}\" = 1\ntheme = \"{0}\"\n", in_toml()))
        .unwrap();
    home
}

#[test]
fn no_command_sends_a_terminal_what_a_file_a_name_or_an_argument_holds() {
    let home = home();
    let evil = format!("x{PAYLOAD}");
    let evil = evil.as_str();
    let name = PAYLOAD.replace('/', "");
    let broken = format!("broken{name}.toml");
    let out = format!("out{name}.md");
    let commands: Vec<Vec<&str>> = vec![
        vec!["note", "add", "-p", "18", evil, "-q", evil],
        vec!["note", "add", "-p", "18", evil],
        vec!["note", "add", "-p", "19", evil, "--kind", "question", "--reviewer", evil],
        vec!["note", "add", "-p", evil, "x"],
        vec!["note", "add", "-p", "18", "--kind", evil, "x"],
        vec!["note", "edit", evil, "x"],
        vec!["note", "delete", evil],
        vec!["note", "settle", evil],
        vec!["status", "set", "18", "amend"],
        vec!["status", "set", evil, "amend"],
        vec!["status", "set", "18", evil],
        vec!["status"],
        vec!["status", "--json"],
        vec!["show"],
        vec!["show", "--paragraph", "18"],
        vec!["show", "--json"],
        vec!["show", "--paragraph", evil],
        vec!["show", evil],
        vec!["show", &broken],
        vec!["search", "Myanmar"],
        vec!["search", "Myanmar", "--json"],
        vec!["search", evil],
        vec!["notes"],
        vec!["notes", "--json"],
        vec!["notes", "--reviewer", evil],
        vec!["export"],
        vec!["export", "--all"],
        vec!["export", "-o", &out],
        vec!["export", "-o", &out],
        vec!["check"],
        vec!["check", &broken],
        vec!["check", "wrong.toml"],
        vec!["check", evil],
        vec!["recover"],
        vec!["recover", "list", "--all"],
        vec!["recover", "show", evil],
        vec!["recover", "show", "previous"],
        vec!["keys"],
        vec!["keys", "--markdown"],
        vec!["man"],
        vec!["completions", "zsh"],
        vec!["completions", evil],
        vec!["--help"],
        vec!["note", "--help"],
        vec!["note"],
        vec![evil],
        vec!["--x", evil],
        vec![&out, "--color", evil],
        vec!["notes", "--text", evil],
        vec!["notes", "--language", evil],
        vec!["notes", "--document", evil],
        vec!["notes", evil, "--json", evil],
    ];
    for args in &commands {
        let mut args = args.clone();
        args.extend(["--workspace", "w"]);
        // Colors are our own escape sequences: without them there is none.
        let (bytes, _) = bytes_of(home.path(), "NO_COLOR=1", &args);
        let said = String::from_utf8_lossy(&bytes);
        assert_eq!(forbidden(&bytes, false), Vec::<String>::new(), "{args:?}: {said:?}");
        let (bytes, _) = bytes_of(home.path(), "", &args);
        assert_eq!(forbidden(&bytes, true), Vec::<String>::new(), "{args:?} in color");
    }
    for set in [
        format!("LANG={}", quoted(&[evil]).trim()),
        format!("USER={}", quoted(&[evil]).trim()),
        format!(
            "XDG_STATE_HOME={}",
            quoted(&["/dev/null/", evil].concat().as_str().split('\0').collect::<Vec<_>>()).trim()
        ),
        format!("TERM=dumb{}", quoted(&[evil]).trim()),
        format!("TMPDIR={} HOME=", quoted(&[&format!("/dev/null/{evil}")]).trim()),
        format!("TZ={}", quoted(&[evil]).trim()),
    ] {
        for args in [
            &["notes"][..],
            &["recover"],
            &["note", "add", "-p", "1", "x"],
            &["--workspace", evil],
            &["check"],
        ] {
            let (bytes, _) = bytes_of(home.path(), &format!("NO_COLOR=1 {set}"), args);
            let said = String::from_utf8_lossy(&bytes);
            assert_eq!(forbidden(&bytes, false), Vec::<String>::new(), "{set:?} {args:?}: {said:?}");
        }
    }
}

#[test]
fn the_screen_sends_nothing_of_a_file_raw_to_the_terminal_or_the_clipboard() {
    let home = home();
    let evil = format!("x{PAYLOAD}");
    let at = ["--workspace", "w"];
    for reviewer in ["amara", evil.as_str()] {
        bytes_of(
            home.path(),
            "",
            &[&["note", "add", "-p", "18", &evil, "--reviewer", reviewer][..], &at].concat(),
        );
    }
    let script = format!(
        "EDITOR={} exec \"$0\" --workspace w",
        quoted(&["/dev/null/x\u{1b}]0;owned\u{7}\u{202e}"]).trim()
    );
    let mut session = Session::start(home.path(), 120, 40, &["sh", "-c", &script]);
    session.see("Add.1");
    session.take_all();
    for (keys, seen) in [
        ("1\r", ""),
        ("18", "18"),
        ("gk", "[Speakers]"),
        ("gp", "[Panelists]"),
        ("gr", "[Recommendations]"),
        ("gn", "[Notes"),
        ("gs", "[Sections]"),
        ("/Myanmar", "Myanmar"),
        ("\x1b", ""),
        (":", "Commands"),
        ("\x1b", ""),
        ("?", ""),
        ("\x1b", ""),
        ("18y", "Paragraph 18 sent"),
        ("(y", "clipboard"),
        ("x", ".md"),
        ("18E", "/dev/null"),
    ] {
        session.keys(keys);
        session.see(seen);
        session.take_all();
    }
    session.keys("\x1b");
    session.take_all();
    session.signal("-TERM");
    session.end();
    assert_eq!(forbidden(&session.bytes, true), Vec::<String>::new());
    let sent = String::from_utf8_lossy(&session.bytes).into_owned();
    let copies: Vec<&str> = sent.split("\u{1b}]52;c;").skip(1).collect();
    assert_eq!(copies.len(), 2);
    for copy in copies {
        let copied = decoded(copy.split(['\u{1b}', '\u{7}']).next().unwrap());
        let wrong: Vec<char> =
            copied.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\t')).collect();
        assert!(wrong.is_empty() && forbidden(copied.as_bytes(), false).is_empty(), "{copied:?}");
        assert!(copied.contains("]0;owned"), "{copied:?}");
    }
}

/// Base64, as the clipboard gets it.
fn decoded(text: &str) -> String {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<usize> = text.chars().filter_map(|c| letters.find(c)).collect();
    let bytes = bits.chunks(4).flat_map(|four| {
        let number = four.iter().fold(0, |sum, six| (sum << 6) | six) << (6 * (4 - four.len()));
        let all = [(number >> 16) as u8, (number >> 8) as u8, number as u8];
        all.into_iter().take(four.len() * 3 / 4)
    });
    String::from_utf8(bytes.collect()).unwrap()
}
