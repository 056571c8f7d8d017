//! How one searches, for the help of `rapporteur search`, the manual page and the README: made from the table of signs
//! and fields that the screen shows, so that they cannot differ.

use crate::messages::Messages;
use crate::search::{FIELDS, SIGNS, Sign};
use crate::text::{Ambiguous, pad};

/// Columns of what is typed.
const TYPED: usize = 10;

/// Signs and fields with what they find, and the sentences before and after them.
fn parts(messages: &Messages) -> [(String, Vec<(&'static str, String)>); 2] {
    let word = |id: &str| messages.word(id).unwrap_or_default();
    let rows = |signs: &[Sign]| signs.iter().map(|sign| (sign.typed, word(sign.about))).collect();
    [(word("cli-syntax-signs"), rows(&SIGNS)), (word("cli-syntax-fields"), rows(&FIELDS))]
}

/// As help: a paragraph and a list for each part.
pub fn help(messages: &Messages) -> String {
    let mut out = String::new();
    for (sentence, rows) in parts(messages) {
        out.push_str(&format!("{sentence}\n"));
        for (typed, about) in rows {
            out.push_str(&format!("  {} {about}\n", pad(typed, TYPED, Ambiguous::Narrow)));
        }
        out.push('\n');
    }
    out.push_str(&messages.word("cli-syntax-loose").unwrap_or_default());
    out
}

/// As Markdown: a paragraph and a table for each part.
#[must_use]
pub fn markdown(messages: &Messages) -> String {
    let word = |id: &str| messages.word(id).unwrap_or_default();
    let mut out = String::new();
    for (sentence, rows) in parts(messages) {
        let head = (word("cli-syntax-typed"), word("cli-syntax-finds"));
        out.push_str(&format!("{sentence}\n\n| {} | {} |\n| --- | --- |\n", head.0, head.1));
        for (typed, about) in rows {
            out.push_str(&format!("| `{typed}` | {about} |\n"));
        }
        out.push('\n');
    }
    out.push_str(&word("cli-syntax-loose"));
    out
}

/// As a section of the manual page, in roff.
pub fn manual(messages: &Messages) -> String {
    let mut out = format!(".SH {}\n", roff(&messages.word("cli-syntax-heading").unwrap_or_default()));
    for (sentence, rows) in parts(messages) {
        out.push_str(&format!(".PP\n{}\n", roff(&sentence)));
        for (typed, about) in rows {
            out.push_str(&format!(".TP\n\\fB{}\\fR\n{}\n", roff(typed), roff(&about)));
        }
    }
    out.push_str(&format!(".PP\n{}\n", roff(&messages.word("cli-syntax-loose").unwrap_or_default())));
    out
}

/// Text that roff takes as it is.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-").replace('^', "\\(ha").replace('\'', "\\(aq");
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}
