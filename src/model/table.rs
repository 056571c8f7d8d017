//! Tables, and what else than text a paragraph can be.

/// The cells of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableCells {
    /// What stands above it; empty if nothing does.
    pub caption: String,
    /// How many of the first rows say what the columns are.
    pub header_rows: usize,
    /// Its rows, from the top; a row may have fewer cells than another.
    pub rows: Vec<Vec<String>>,
}

/// What a paragraph is besides text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ParagraphForm {
    /// Words, with a number or without one.
    #[default]
    Text,
    /// A table: the stored text is the caption, if there is one, and a line for each row, cells with a tab between them.
    Table(TableCells),
    /// A picture: the stored text is its caption.
    Image,
}
