//! What a person reads: lines with a margin, laid out to the terminal's width where there is one. Every text is
//! made safe here, so no command can print what a file holds as it stands. Nothing is printed here.

use std::ops::Range;

use crossterm::style::{Color, ContentStyle, Stylize, force_color_output};

use crate::model::ReviewStatus;
use crate::text::{Ambiguous, lay_out, lay_out_heading, shown, shown_line, width};

/// Between parts of a line: one column in every terminal.
pub const DOT: &str = " ∙ ";

/// How pages look here.
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// Whether there are colors and bold letters.
    pub color: bool,
    /// Whether standard output is a terminal.
    pub terminal: bool,
    /// The columns to lay out in; none: lines are as long as they are.
    pub columns: Option<u16>,
    /// How wide the terminal draws ambiguous characters.
    pub ambiguous: Ambiguous,
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    Plain,
    Heading,
    Quiet,
    Note,
    Matched,
    Status(ReviewStatus),
}

impl TextKind {
    fn style(self) -> ContentStyle {
        let plain = ContentStyle::new();
        match self {
            Self::Plain => plain,
            Self::Heading => plain.bold(),
            Self::Quiet | Self::Status(ReviewStatus::Unreviewed) => plain.dim(),
            Self::Note => plain.with(Color::DarkCyan),
            Self::Matched => plain.with(Color::DarkMagenta).bold(),
            Self::Status(ReviewStatus::Accept) => plain.with(Color::DarkGreen),
            Self::Status(ReviewStatus::Query) => plain.with(Color::DarkYellow),
            Self::Status(ReviewStatus::Amend) => plain.with(Color::DarkMagenta),
            Self::Status(ReviewStatus::Reserve) => plain.with(Color::DarkRed),
        }
    }
}

/// A page being written.
#[derive(Debug)]
pub struct Page {
    style: Style,
    out: String,
}

impl Page {
    /// An empty page.
    pub fn new(style: Style) -> Self {
        // The decision is made already: crossterm would ask NO_COLOR again, also after --color always.
        if style.color {
            force_color_output(true);
        }
        Self { style, out: String::new() }
    }

    /// The page, ready to be printed.
    pub fn finish(self) -> String {
        self.out
    }

    fn styled(&self, text: &str, look: TextKind) -> String {
        if self.style.color && look != TextKind::Plain && !text.is_empty() {
            look.style().apply(text).to_string()
        } else {
            text.to_owned()
        }
    }

    /// An empty line, unless the page begins or has one already.
    pub fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A text with its margin: `18. ` before its first row, as many spaces before the others.
    pub fn text(&mut self, margin: &str, text: &str, look: TextKind) {
        let margin = shown_line(margin).as_str().to_owned();
        let indent = width(&margin, self.style.ambiguous);
        let text = shown(text);
        let text = text.as_str();
        let rows: Vec<&str> = match self.style.columns {
            Some(columns) => {
                let columns = usize::from(columns).saturating_sub(indent).max(20);
                let rows = match look {
                    TextKind::Heading => lay_out_heading(text, columns, self.style.ambiguous),
                    _ => lay_out(text, columns, self.style.ambiguous),
                };
                rows.into_iter().map(|row| text.get(row.range).unwrap_or_default()).collect()
            }
            None => text.split('\n').collect(),
        };
        for (at, row) in rows.into_iter().enumerate() {
            let row = self.styled(row, look);
            let line = if at == 0 { format!("{margin}{row}") } else { format!("{:indent$}{row}", "") };
            self.out.push_str(line.trim_end_matches(' '));
            self.out.push('\n');
        }
    }

    /// A line of pieces, each with its look; not laid out.
    pub fn pieces<'t>(&mut self, margin: &str, pieces: impl IntoIterator<Item = (&'t str, TextKind)>) {
        let mut line = shown_line(margin).as_str().to_owned();
        for (text, look) in pieces {
            line.push_str(&self.styled(shown_line(text).as_str(), look));
        }
        self.out.push_str(line.trim_end_matches(' '));
        self.out.push('\n');
    }

    /// A line in which ranges of code points, in order and disjoint, stand out.
    pub fn marked(&mut self, margin: &str, text: &str, ranges: &[Range<usize>]) {
        let mut pieces: Vec<(String, TextKind)> = Vec::new();
        for (at, c) in text.chars().enumerate() {
            let matched = ranges.iter().any(|range| range.contains(&at));
            let look = if matched { TextKind::Matched } else { TextKind::Plain };
            match pieces.last_mut() {
                Some((piece, last)) if *last == look => piece.push(c),
                _ => pieces.push((c.to_string(), look)),
            }
        }
        self.pieces(margin, pieces.iter().map(|(piece, look)| (piece.as_str(), *look)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(columns: Option<u16>, write: impl FnOnce(&mut Page)) -> String {
        let mut page = Page::new(Style { columns, ..Style::default() });
        write(&mut page);
        page.finish()
    }

    #[test]
    fn a_text_hangs_from_its_margin_and_controls_are_pictures() {
        let text = "秘书处介绍了决议的最新执行情况。\n(a) \u{1b}[31m红";
        assert_eq!(
            page(Some(24), |page| page.text("18. ", text, TextKind::Plain)),
            "18. 秘书处介绍了决议的最\n    新执行情况。\n    (a) ␛[31m红\n"
        );
        assert_eq!(
            page(None, |page| page.text("18. ", text, TextKind::Heading)),
            "18. 秘书处介绍了决议的最新执行情况。\n    (a) ␛[31m红\n"
        );
        assert_eq!(page(None, |page| page.text("  ", "", TextKind::Plain)), "\n");
    }

    #[test]
    fn what_was_found_stands_out_only_in_color() {
        let hit = 1..3;
        assert_eq!(page(None, |page| page.marked("> ", "a防腐b", std::slice::from_ref(&hit))), "> a防腐b\n");
        let mut page = Page::new(Style { color: true, ..Style::default() });
        page.marked("> ", "a防腐\u{7}b", &[hit]);
        let out = page.finish();
        assert!(out.contains("\u{1b}[") && out.contains("防腐\u{1b}[0m") && out.contains('␇'), "{out:?}");
    }
}
