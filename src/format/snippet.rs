//! A problem as a person reads it in a terminal: the sentence with its place, the line, a caret under the
//! place, the hint. Text in, text out; safe to print, whatever the file holds.

use unicode_segmentation::UnicodeSegmentation;

use super::places::floor;
use super::{FileProblem, Severity, hidden};
use crate::messages::{UserMessage, user_message};
use crate::text::{Ambiguous, is_unseen, width};

/// The most terminal columns of the source line that are shown.
const COLUMNS: usize = 100;
/// Columns before the place that are kept when the line is cut.
const BEFORE: usize = 40;
/// Bytes on each side of the place that are looked at, more than the columns can hold of any ordinary text.
const WINDOW: usize = 1_000;
/// What stands for the part of a line that was cut off.
const CUT: &str = "...";
/// Columns before the source line.
const MARGIN: &str = "  ";

/// The problem in four lines: `file:line:column: sentence`, the source line, a caret, what to do; of an
/// empty line only the first and the last. The last one has no line end.
pub fn render_problem(
    problem: &FileProblem,
    file_name: &str,
    source: &str,
    say: impl Fn(&UserMessage) -> String,
) -> String {
    let sentence = match problem.severity {
        Severity::Error => say(&problem.said),
        Severity::Warning => say(&user_message("format-warning").and("problem", problem.said.clone())),
    };
    let place = format!("{file_name}:{}:{}: {sentence}", problem.line, problem.column);
    let (place, hint) = (safe(&place), safe(&say(&problem.hint)));
    let (before, after) = around(source, problem.span.start);
    if before.trim().is_empty() && after.trim().is_empty() {
        return format!("{place}\n{MARGIN}{hint}");
    }
    let (line, caret) = cut(before, after);
    let caret = " ".repeat(caret);
    format!("{place}\n{MARGIN}{line}\n{MARGIN}{caret}^\n{MARGIN}{hint}")
}

/// The line of a byte: what stands before it, and what from it on.
fn around(source: &str, byte: usize) -> (&str, &str) {
    let (before, after) = source.split_at(floor(source, byte));
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default();
    // A line end of two characters is no part of the line; a mark at the very beginning no character of it.
    (before.trim_start_matches('\u{feff}'), after.trim_start_matches('\u{feff}').trim_end_matches('\r'))
}

/// The line, cut around the place if it is long, and the terminal column (from 0) of that place in it.
fn cut(before: &str, after: &str) -> (String, usize) {
    let near = before.get(floor(before, before.len().saturating_sub(WINDOW))..).unwrap_or_default();
    let next = after.get(..floor(after, WINDOW)).unwrap_or_default();
    let mut head: Vec<(String, usize)> = near.graphemes(true).map(cell).collect();
    let mut tail: Vec<(String, usize)> = next.graphemes(true).map(cell).collect();
    let width = |cells: &[(String, usize)]| cells.iter().map(|(_, width)| width).sum::<usize>();
    let (mut cut_head, mut cut_tail) = (near.len() < before.len(), next.len() < after.len());
    if cut_head || cut_tail || width(&head) + width(&tail) > COLUMNS {
        let kept = fitting(head.iter().rev(), BEFORE);
        cut_head |= kept < head.len();
        head.drain(..head.len() - kept);
        let kept = fitting(tail.iter(), COLUMNS - width(&head));
        cut_tail |= kept < tail.len();
        tail.truncate(kept);
    }
    let caret = width(&head) + if cut_head { CUT.len() } else { 0 };
    let words: String = head.into_iter().chain(tail).map(|(shown, _)| shown).collect();
    (format!("{}{words}{}", if cut_head { CUT } else { "" }, if cut_tail { CUT } else { "" }), caret)
}

/// How many cells fit into `columns`.
fn fitting<'c>(cells: impl Iterator<Item = &'c (String, usize)>, columns: usize) -> usize {
    let mut used = 0;
    cells
        .take_while(|(_, width)| {
            used += width;
            used <= columns
        })
        .count()
}

/// What is shown of a grapheme, and its columns. Hidden characters are named, not replaced by a sign: whoever
/// mends the file must know which it is.
fn cell(grapheme: &str) -> (String, usize) {
    let shown = if grapheme == "\t" { "    ".to_owned() } else { safe(grapheme) };
    let width = width(&shown, Ambiguous::Narrow);
    (shown, width)
}

/// The text with what does not show made visible: `<U+202E>`.
fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unseen(c) {
            out.push_str(&format!("<{}>", hidden::code(c)));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FileProblems;
    use crate::format::findings::{FileKind, Findings};
    use crate::messages::Messages;

    fn problems(source: &str, what: &str) -> FileProblems {
        let mut findings = Findings::new(FileKind::Document, source);
        let start = source.find(what).unwrap();
        findings.error(
            start..start + what.len(),
            user_message("format-empty-file"),
            user_message("format-empty-file-hint"),
        );
        findings.into_problems()
    }

    /// The columns before what the caret points at, in the line that is shown, and that line.
    fn check(source: &str, what: &str) -> (String, String) {
        let messages = Messages::english();
        let problems = problems(source, what);
        let problem = problems.iter().next().unwrap();
        let text = render_problem(problem, "a.toml", source, |said| messages.say(said));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 4, "{text}");
        assert!(lines[0].starts_with(&format!("a.toml:{}:{}: ", problem.line, problem.column)));
        let caret = lines[2].find('^').unwrap();
        let mut columns = 0;
        let mut pointed = "";
        for grapheme in lines[1].graphemes(true) {
            if columns == caret {
                pointed = grapheme;
                break;
            }
            columns += width(grapheme, Ambiguous::Narrow);
        }
        assert!(width(lines[1], Ambiguous::Narrow) <= COLUMNS + MARGIN.len() + 2 * CUT.len(), "{text}");
        (lines[1].trim_start().to_owned(), pointed.to_owned())
    }

    #[test]
    fn the_caret_stands_under_its_place_in_columns() {
        for (source, what) in [
            ("title = \"报告草稿\" X", "X"),
            ("报告草稿X", "X"),
            ("\t报告\tX", "X"),
            ("e\u{301}e\u{301}👨‍👩‍👧X", "X"),
            ("\u{202e}\u{1b}[31mX", "X"),
            ("السلام X", "X"),
            ("a\r\n稿X\r\n", "X"),
            ("\u{feff}稿X", "X"),
        ] {
            assert_eq!(check(source, what).1, "X", "{source:?}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let long = "稿".repeat(500);
        let (line, pointed) = check(&format!("{long}X{long}"), "X");
        assert!(line.starts_with("...") && line.ends_with("..."), "{line}");
        assert_eq!(pointed, "X");
        let (line, _) = check(&format!("X{long}"), "X");
        assert!(line.starts_with('X') && line.ends_with("..."), "{line}");
        let (line, pointed) = check(&format!("{long}X"), "X");
        assert!(line.starts_with("...") && line.ends_with('X'), "{line}");
        assert_eq!(pointed, "X");
    }

    #[test]
    fn nothing_of_a_file_reaches_the_terminal_as_a_control() {
        let (line, _) = check("\u{1b}]0;x\u{7}\u{202e}X", "X");
        assert_eq!(line, "<U+001B>]0;x<U+0007><U+202E>X");
        let (line, _) = check("\u{61c}\u{200f}\u{200e}\u{e0041}\u{2066}\u{9b}X", "X");
        assert_eq!(line, "<U+061C><U+200F><U+200E><U+E0041><U+2066><U+009B>X");
    }
}
