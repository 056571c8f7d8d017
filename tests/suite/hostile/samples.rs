//! Hostile texts, made when they are needed: nothing large is kept. They are as large as the limits ask for, and of the
//! sizes of `reliability.md` if `RAPPORTEUR_LONG` is set.

#![expect(clippy::disallowed_methods, reason = "the long run is asked for by a variable")]

use crate::cli::ENGLISH;

/// The folder of reviews of [`SYMBOL`], in a home.
pub const REVIEWS: &str = ".local/share/rapporteur/reviews/A_AC.1_L.1--81a74957";
pub const SYMBOL: &str = "A/AC.1/L.1";

const MIB: usize = 1024 * 1024;

/// A size: the full one if the long run is asked for.
fn size(short: usize, full: usize) -> usize {
    if std::env::var_os("RAPPORTEUR_LONG").is_some() { full } else { short }
}

/// A review file with one note.
pub const REVIEW: &str = r#"format = 1
symbol = "A/AC.1/L.1"
reviewer = "amara"

[[paragraph]]
number = "1 bis"
status = "query"
rev = 1
changed = 2026-11-23T14:05:10+01:00

[[note]]
id = "019a2b3c-0000-7000-8000-000000000001"
paragraph = "1"
kind = "question"
settled = false
tags = ["首都"]
rev = 1
created = 2026-11-23T14:00:00+01:00
changed = 2026-11-23T14:00:00+01:00
body = """
Why? #首都"""

[note.anchor]
language = "en"
exact = "adjourned"
prefix = "The Working Group "
suffix = "."
start = 41
end = 50
paragraph_hash = "0011223344556677"
state = "sure"
"#;

/// What a file of either kind can be made of: its name, its bytes, and whether it is still one that can be used.
pub struct Sample {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    /// A part of the sentence that refuses it; none: it is borne.
    pub refused: Option<&'static str>,
}

fn sample(name: &'static str, text: impl Into<Vec<u8>>, refused: &'static str) -> Sample {
    Sample { name, bytes: text.into(), refused: Some(refused) }
}

fn borne(name: &'static str, text: impl Into<Vec<u8>>) -> Sample {
    Sample { name, bytes: text.into(), refused: None }
}

/// What is as bad for a document as for a review, after `head`, which is one.
fn common(head: &str, too_much: &'static str, newer: &'static str) -> Vec<Sample> {
    let after = |text: String| format!("{head}\n{text}");
    let before = |text: String| format!("{text}\n{head}");
    let nested =
        |open: &str, close: &str| format!("x = {}1{}\n", open.repeat(100_000), close.repeat(100_000));
    let keys: String = (0..size(200_000, 500_000)).map(|key| format!("k{key} = 1\n")).collect();
    vec![
        sample("tiny values", after(format!("x = [{}]", "1,".repeat(size(MIB / 4, 10 * MIB)))), too_much),
        sample(
            "tiny values first",
            before(format!("x = [{}]", "1,".repeat(size(MIB / 4, 10 * MIB)))),
            too_much,
        ),
        sample("keys", before(keys), too_much),
        sample(
            "tables in a list",
            after("x = [".to_owned() + &"{a=1},".repeat(size(MIB / 8, MIB)) + "]"),
            too_much,
        ),
        sample("empty lines", after("\n".repeat(size(MIB + MIB / 4, 20 * MIB)) + "broken"), too_much),
        sample("lines that are nothing", after("broken\n".repeat(size(MIB, 3 * MIB))), too_much),
        sample("many tables", after((0..200_000).map(|at| format!("[[x{at}]]\n")).collect()), too_much),
        sample("nested lists", after(nested("[", "]")), "not valid TOML"),
        sample("nested tables", after(nested("{a=", "}")), "not valid TOML"),
        sample("a long dotted key", before("a.".repeat(100_000) + "a = 1"), "not valid TOML"),
        sample("a long dotted table", after(format!("[{}a]", "a.".repeat(100_000))), "not valid TOML"),
        sample("a key twice", before("format = 1".into()), ""),
        sample("Latin-1", [head.as_bytes(), b"# \xe9t\xe9\n"].concat(), "not UTF-8"),
        sample("UTF-16", head.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(), ""),
        sample("zeros", vec![0; MIB], ""),
        sample("an open conflict", before("<<<<<<< HEAD".into()), ""),
        sample("nothing", "", ""),
        sample("white space", " \n\t\n", ""),
        sample("only a mark", "\u{feff}", ""),
        sample("format 99", head.replace("format = 1", "format = 99"), newer),
        sample("format as text", head.replace("format = 1", "format = \"1\""), "format"),
        sample("format of a thousand digits", head.replace("= 1", &format!("= {}", "9".repeat(1000))), ""),
        sample("no format", head.replace("format = 1", ""), "format"),
        sample("format 0", head.replace("format = 1", "format = 0"), "format"),
        sample("another kind of file", "{\"json\": [1, 2]}", ""),
        sample("a text that does not end", after("x = \"\"\"".to_owned() + &"y".repeat(MIB)), ""),
        borne("a byte order mark", format!("\u{feff}{head}")),
        borne("CRLF", head.replace('\n', "\r\n")),
        borne("a large comment", after("# ".to_owned() + &"=".repeat(size(2 * MIB, 20 * MIB)))),
    ]
}

/// Documents.
pub fn documents() -> Vec<Sample> {
    let paragraph = "[[paragraph]]\nnumber = \"1\"\nsection = \"zz\"\ntext = 1\n";
    let mut samples = common(ENGLISH, "more tables, values or lines", "99");
    samples.extend([
        sample(
            "paragraphs without end",
            ENGLISH.to_owned() + &paragraph.repeat(size(51_000, 100_000)),
            "more tables",
        ),
        sample(
            "many wrong paragraphs",
            ENGLISH.to_owned() + &paragraph.repeat(size(4_000, 40_000)),
            "1 occurs",
        ),
        sample("a text of another kind", ENGLISH.replace("level = 1", "level = [1]"), "level"),
        sample("a level of its own", ENGLISH.replace("level = 1", "level = 99999999999999999999"), "level"),
        sample("two sides", format!("<<<<<<< a\n{ENGLISH}=======\n{ENGLISH}>>>>>>> b\n"), "conflict"),
        borne(
            "a large paragraph",
            ENGLISH.replace("The Chair spoke.", &"字 x, ".repeat(size(MIB / 8, 2 * MIB))),
        ),
    ]);
    samples
}

/// Review files.
pub fn reviews() -> Vec<Sample> {
    let entry = "[[note]]\nid = 1\nkind = 2\n";
    let note = REVIEW.split("[[note]]").nth(1).unwrap();
    let mut samples = common(REVIEW, "more tables, values or lines", "format 99");
    samples.extend([
        sample("notes without end", REVIEW.to_owned() + &entry.repeat(size(151_000, 300_000)), "more tables"),
        sample(
            "many wrong notes",
            REVIEW.to_owned() + &entry.repeat(size(4_000, 40_000)),
            "has no “paragraph”",
        ),
        sample("a date as words", REVIEW.replace("2026-11-23T14:00:00+01:00", "\"yesterday\""), "created"),
        sample("a negative place", REVIEW.replace("start = 41", "start = -1"), "start"),
        sample("a place beyond numbers", REVIEW.replace("end = 50", &format!("end = {}", i64::MIN)), "end"),
        sample("an anchor backwards", REVIEW.replace("end = 50", "end = 1"), "before it begins"),
        sample("a note that is no table", format!("note = 1\n{}", head(REVIEW)), "note"),
        sample("markers only", REVIEW.to_owned() + &"<<<<<<< a\n=======\n".repeat(size(20_000, 200_000)), ""),
        borne("a note twice", format!("{REVIEW}\n[[note]]{note}")),
        borne("a place at the end of numbers", REVIEW.replace("end = 50", &format!("end = {}", i64::MAX))),
        borne("a large note", REVIEW.replace("Why?", &"字, ".repeat(size(MIB / 8, 2 * MIB)))),
        borne(
            "a note of tags",
            REVIEW
                .replace("Why?", &(0..size(5_000, 50_000)).map(|at| format!("#t{at} ")).collect::<String>()),
        ),
        borne("a note like a file", REVIEW.replace("Why?", "<<<<<<< HEAD\n=======\n[[note]]\nid = 1\n")),
    ]);
    samples
}

fn head(review: &str) -> &str {
    review.split("[[").next().unwrap()
}
