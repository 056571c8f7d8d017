//! Text as Markdown that renders as it was typed, in GitHub's Markdown and in CommonMark. Knows characters and
//! lines, not documents.
//!
//! White space is kept as far as Markdown can show it: spaces at the beginning of a line become no-break spaces
//! (a tab four), a tab inside a line one space, spaces at its end go, and any number of empty lines is one
//! paragraph break. Characters that do not show are named: `<U+202E>`.

use std::fmt::Write;

use crate::text::{is_direction_mark, is_unseen};

/// What takes the place of a space that Markdown would drop.
const HARD_SPACE: &str = "&nbsp;";

/// A text on one line: for headings, list items and cells.
pub(super) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    characters(&mut out, &text.split_whitespace().collect::<Vec<_>>().join(" "));
    out
}

/// A text of several lines as paragraphs of lines; each line but a paragraph's last ends with a hard break.
pub(super) fn block(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    lines
        .split(|line| line.trim().is_empty())
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| {
            let last = paragraph.len() - 1;
            let escaped = paragraph.iter().enumerate().map(|(at, line)| {
                let mut out = String::new();
                indented(&mut out, line);
                if at < last {
                    out.push('\\');
                }
                out
            });
            escaped.collect()
        })
        .collect()
}

fn indented(out: &mut String, line: &str) {
    let words = line.trim_start_matches([' ', '\t']);
    let margin = line.strip_suffix(words).unwrap_or_default();
    let columns: usize = margin.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    out.push_str(&HARD_SPACE.repeat(columns));
    characters(out, words.trim_end_matches([' ', '\t']));
}

/// Escapes what means something in Markdown: some characters everywhere, some where a line begins.
fn characters(out: &mut String, line: &str) {
    escaped(line).for_each(|character| out.push_str(&character));
}

/// Each character of a line, escaped.
pub(super) fn escaped(line: &str) -> impl Iterator<Item = String> {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let all: Vec<char> = line.chars().collect();
    (0..all.len()).map(move |at| {
        let mut out = String::new();
        let c = all.get(at).copied().unwrap_or(' ');
        let next = all.get(at + 1).copied().unwrap_or(' ');
        let before = |word: &str| {
            let start = at.checked_sub(word.len());
            let span = start.and_then(|start| all.get(start..at)).unwrap_or_default();
            span.len() == word.len() && span.iter().zip(word.chars()).all(|(a, b)| a.eq_ignore_ascii_case(&b))
        };
        let special = match c {
            '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '|' | '#' | '$' | '^' => true,
            '+' | '-' | '=' => at == 0,
            ':' => at == 0 || next == '/',
            ')' => digits > 0 && at == digits,
            '.' => (digits > 0 && at == digits) || before("www"),
            '&' => next.is_ascii_alphanumeric(),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        match c {
            '\t' => out.push(' '),
            // Attributes at the end of a heading are looked for before escapes are.
            '{' => out.push_str("&#123;"),
            c if is_hidden(c) => {
                // Writing into a String cannot fail.
                let _ = write!(out, "\\<U+{:04X}\\>", u32::from(c));
            }
            c => out.push(c),
        }
        out
    })
}

/// What does not show and no text needs: in a file the direction marks of Arabic stay.
fn is_hidden(c: char) -> bool {
    is_unseen(c) && !is_direction_mark(c)
}
