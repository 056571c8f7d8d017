//! A table in columns where they fit, else as a list of `head: cell`.

use crate::cli::context::CommandContext;
use crate::cli::page::{Page, TextKind};
use crate::model::TableCells;
use crate::text::{pad, shown_line, width};

/// The columns that a table may have where standard output is no terminal.
const COLUMNS: usize = 120;

/// Between two columns.
const GAP: &str = "  ";

/// Writes a table under its caption.
pub fn write(page: &mut Page, context: &CommandContext, table: &TableCells) {
    const MARGIN: &str = "    ";
    if !table.caption.is_empty() {
        page.text(MARGIN, &table.caption, TextKind::Heading);
    }
    let ambiguous = context.style.ambiguous;
    let plain = |cell: &String| shown_line(&cell.replace(['\n', '\t'], " ")).as_str().to_owned();
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(plain).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell, ambiguous)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let room = context.style.columns.map_or(COLUMNS, usize::from).saturating_sub(MARGIN.len());
    if widths.iter().sum::<usize>() + GAP.len() * columns.saturating_sub(1) <= room {
        for (at, row) in rows.iter().enumerate() {
            let cells = row.iter().zip(&widths).map(|(cell, columns)| pad(cell, *columns, ambiguous));
            let line = cells.collect::<Vec<_>>().join(GAP);
            let look = if at < table.header_rows { TextKind::Heading } else { TextKind::Plain };
            page.pieces(MARGIN, [(line.as_str(), look)]);
        }
        return;
    }
    let head = |column: usize| -> String {
        let heads = rows.iter().take(table.header_rows).filter_map(|row| row.get(column));
        heads.filter(|head| !head.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    };
    for row in rows.iter().skip(table.header_rows) {
        for (column, cell) in row.iter().enumerate() {
            let margin = if column == 0 { format!("{MARGIN}- ") } else { format!("{MARGIN}  ") };
            let words = match head(column) {
                head if head.is_empty() => cell.clone(),
                head => format!("{head}: {cell}"),
            };
            page.text(&margin, &words, TextKind::Plain);
        }
    }
}
