//! A Markdown page, block by block. Whatever comes in is escaped here: no caller can forget it, and no text from
//! a file or a catalog can make structure. Bold and italic are only what the document prints so.

use super::emphasis::{self, Run};
use super::escape;

/// A page being written.
#[derive(Debug, Default)]
pub(super) struct MarkdownPage {
    out: String,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// How far it is indented, in levels.
    pub(super) level: usize,
    /// Its words, as typed; signs of Markdown are escaped when it is written.
    pub(super) text: String,
}

impl Cell {
    pub(super) fn new(text: impl ToString) -> Self {
        Self { level: 0, text: text.to_string() }
    }
}

impl MarkdownPage {
    fn begin(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    fn put(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.out.push_str(piece);
        }
        self.out.push('\n');
    }

    /// A heading, level 1 to 6.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.begin();
        self.put(&["#".repeat(level.clamp(1, 6)).as_str(), " ", &escape::line(text)]);
    }

    /// A list; empty items are left out, and so is a list without items.
    pub(super) fn list<S: AsRef<str>>(&mut self, items: impl IntoIterator<Item = S>) {
        let items = items.into_iter().map(|item| escape::line(item.as_ref()));
        let items: Vec<String> = items.filter(|item| !item.is_empty()).collect();
        if !items.is_empty() {
            self.begin();
        }
        for item in items {
            self.put(&["- ", &item]);
        }
    }

    /// Adds words, each run of lines as a paragraph.
    pub(super) fn text(&mut self, text: &str) {
        for paragraph in escape::block(text) {
            self.begin();
            for line in paragraph {
                self.put(&[&line]);
            }
        }
    }

    /// Adds words as a block of quotation.
    pub(super) fn quote(&mut self, text: &str) {
        self.quote_blocks(&escape::block(text));
    }

    /// Adds words as a block of quotation, with what stands out in them, and the words of their footnotes below.
    pub(super) fn quote_rich(&mut self, runs: &[Run], footnotes: &[String]) {
        let mut blocks = emphasis::block(runs);
        blocks.extend(footnotes.iter().flat_map(|footnote| escape::block(footnote)));
        self.quote_blocks(&blocks);
    }

    fn quote_blocks(&mut self, blocks: &[Vec<String>]) {
        for (at, paragraph) in blocks.iter().enumerate() {
            if at == 0 {
                self.begin();
            } else {
                self.put(&[">"]);
            }
            for line in paragraph {
                self.put(&["> ", line]);
            }
        }
    }

    /// A table; the first column is set to the left, the others to the right.
    pub(super) fn table(&mut self, head: &[String], rows: &[Vec<Cell>]) {
        self.begin();
        let head: Vec<Cell> = head.iter().map(Cell::new).collect();
        self.row(&head);
        let rule: Vec<&str> =
            head.iter().enumerate().map(|(at, _)| if at == 0 { ":--" } else { "--:" }).collect();
        self.put(&["| ", &rule.join(" | "), " |"]);
        for row in rows {
            self.row(row);
        }
    }

    fn row(&mut self, cells: &[Cell]) {
        let cell = |cell: &Cell| "&nbsp;&nbsp;".repeat(cell.level) + &escape::line(&cell.text);
        let cells: Vec<String> = cells.iter().map(cell).collect();
        self.put(&["| ", &cells.join(" | "), " |"]);
    }

    /// Rows of a document's table; every column is set to the left. Without a head its cells are empty.
    pub(super) fn cells(&mut self, head: &[String], rows: &[Vec<String>]) {
        self.begin();
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
        let row = |cells: &[String]| -> Vec<Cell> {
            (0..columns).map(|at| Cell::new(cells.get(at).map_or("", String::as_str))).collect()
        };
        self.row(&row(head));
        self.put(&["| ", &vec![":--"; columns].join(" | "), " |"]);
        rows.iter().for_each(|cells| self.row(&row(cells)));
    }

    /// The page's text.
    pub(super) fn finish(self) -> String {
        self.out
    }
}
