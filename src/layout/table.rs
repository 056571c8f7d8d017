//! Setting a table in rows: cells beside each other where they fit, else below each other with their heads.

use std::ops::Range;

use super::runs::{Emphases, RunRole, RunText, TextRun};
use super::set::{Look, SetRow, Setter};
use crate::model::{ParagraphPart, TableCells};
use crate::text;

/// Columns left free between two cells.
const GAP: usize = 2;

/// A word up to so many columns is not divided because its column is narrow; of Chinese so much is always beside each
/// other.
const WORD: usize = 16;

/// Columns that every cell has, if it has so many.
const LEAST: usize = 8;

/// Below a head. One column wide in every terminal.
const LINE: &str = "╌";

impl Setter<'_> {
    /// The rows of a table, each of which is one of `parts`.
    pub(super) fn table(&mut self, table: &TableCells, parts: &[ParagraphPart], indent: usize) {
        let cells: Vec<Vec<Range<usize>>> = parts.iter().map(|part| self.cells(part)).collect();
        let heads = table.header_rows.min(parts.len());
        let room = self.columns.saturating_sub(indent);
        match self.widths(&cells, room) {
            Some(widths) => self.beside(&cells, parts, heads, &widths, indent),
            None => self.below(table, &cells, parts, heads, indent),
        }
    }

    /// The cells of a row, in bytes of the safe text.
    fn cells(&self, part: &ParagraphPart) -> Vec<Range<usize>> {
        let mut start = part.body.start;
        let mut cells = Vec::new();
        for cell in self.stored(&part.body).split('\t') {
            cells.push(self.shown(start..start + cell.len()));
            start += cell.len() + 1;
        }
        cells
    }

    /// The columns of each column of a table; none if they have no room beside each other.
    fn widths(&self, cells: &[Vec<Range<usize>>], room: usize) -> Option<Vec<usize>> {
        let count = cells.iter().map(Vec::len).max()?;
        let mut needs = vec![(0, 0); count];
        for row in cells {
            for (cell, need) in row.iter().zip(&mut needs) {
                let (whole, word) = self.need(cell);
                *need = (need.0.max(whole), need.1.max(word));
            }
        }
        let room = room.checked_sub(GAP * (count - 1))?;
        let mut widths: Vec<usize> =
            needs.iter().map(|(whole, word)| (*word).clamp(LEAST, WORD).min(*whole).max(1)).collect();
        let mut left = room.checked_sub(widths.iter().sum())?;
        // What is left goes to those that want more, to each by how much it wants.
        let wanted: usize =
            needs.iter().zip(&widths).map(|((whole, _), width)| whole.max(width) - width).sum();
        let share = left;
        for ((whole, _), width) in needs.iter().zip(&mut widths) {
            let more = (*whole).max(*width) - *width;
            let given = if wanted <= share { more } else { more * share / wanted };
            *width += given;
            left -= given;
        }
        for ((whole, _), width) in needs.iter().zip(&mut widths) {
            let given = usize::from(left > 0 && *width < *whole);
            *width += given;
            left -= given;
        }
        Some(widths)
    }

    /// Cells beside each other. Where one takes several rows, a blank one parts the rows of the table.
    fn beside(
        &mut self,
        cells: &[Vec<Range<usize>>],
        parts: &[ParagraphPart],
        heads: usize,
        widths: &[usize],
        indent: usize,
    ) {
        let column = |at: usize| indent + widths.iter().take(at).map(|width| width + GAP).sum::<usize>();
        let set = |(at, row): (usize, &Vec<Range<usize>>)| -> Vec<Vec<SetRow>> {
            let look = Look { bold: at < heads, ..Look::default() };
            row.iter().zip(widths).map(|(cell, width)| self.flow(cell.clone(), *width, look)).collect()
        };
        let set: Vec<Vec<Vec<SetRow>>> = cells.iter().enumerate().map(set).collect();
        let height = |row: &Vec<Vec<SetRow>>| row.iter().map(Vec::len).max().unwrap_or(0);
        let parted = set.iter().skip(heads).any(|row| height(row) > 1);
        for (at, (row, part)) in set.into_iter().zip(parts).enumerate() {
            let start = part.body.start;
            if at == heads && at > 0 {
                let line = |(at, width): (usize, &usize)| {
                    let text = RunText::Added(LINE.repeat(*width));
                    let emphasis = Emphases::default();
                    TextRun { column: column(at), text, role: RunRole::Rule, emphasis }
                };
                let line = widths.iter().enumerate().map(line).collect();
                self.push(start, line);
            } else if at > heads && parted {
                self.push(start, Vec::new());
            }
            for line in 0..height(&row) {
                let cells = row.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.get(line)?)));
                let runs = cells.flat_map(|(at, set)| moved(set, column(at)));
                let runs = runs.collect();
                self.push(start, runs);
            }
        }
    }

    /// Cells below each other, each after the head of its column.
    fn below(
        &mut self,
        table: &TableCells,
        cells: &[Vec<Range<usize>>],
        parts: &[ParagraphPart],
        heads: usize,
        indent: usize,
    ) {
        let columns = self.columns.saturating_sub(indent);
        for (at, (row, part)) in cells.iter().zip(parts).enumerate() {
            let start = part.body.start;
            if at > 0 && at >= heads {
                self.push(start, Vec::new());
            }
            if at < heads {
                self.side_by_side(row, columns, indent, start);
                continue;
            }
            let mut start = start;
            let filled = row.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
            let mut none = true;
            for (at, cell) in filled {
                let head = head(table, at);
                let look = Look { head: head.as_deref(), ..Look::default() };
                self.lines(cell.clone(), columns, look, indent, start);
                (none, start) = (false, usize::MAX);
            }
            if none {
                self.push(start, Vec::new());
            }
        }
    }

    /// Heads one after the other, none of which is divided if a row has room for it.
    fn side_by_side(&mut self, cells: &[Range<usize>], columns: usize, indent: usize, start: usize) {
        let (mut runs, mut column) = (Vec::new(), 0);
        let (mut source, mut rows) = (start, Vec::new());
        for cell in cells.iter().filter(|cell| !cell.is_empty()) {
            let wide = self.need(cell).0;
            if column > 0 && column + wide > columns {
                rows.push((source, std::mem::take(&mut runs)));
                column = 0;
            }
            let look = Look { bold: true, ..Look::default() };
            for (line, set) in self.flow(cell.clone(), columns, look).iter().enumerate() {
                if line > 0 {
                    rows.push((source, std::mem::take(&mut runs)));
                    column = 0;
                }
                if column == 0 {
                    source = if rows.is_empty() { start } else { self.start_of(set) };
                }
                runs.extend(moved(set, indent + column));
            }
            column = if wide > columns { columns } else { column + wide + GAP };
        }
        rows.push((source, runs));
        for (source, runs) in rows {
            self.push(source, runs);
        }
    }

    /// Rows of a cell, of which the first begins at `start` or where its words do.
    fn lines(&mut self, cell: Range<usize>, columns: usize, look: Look<'_>, indent: usize, start: usize) {
        for (line, set) in self.flow(cell, columns, look).iter().enumerate() {
            let source = self.start_of(set);
            let runs = moved(set, indent).collect();
            self.push(if line == 0 { source.min(start) } else { source }, runs);
        }
    }
}

/// The runs of a row from a column on.
fn moved(set: &SetRow, column: usize) -> impl Iterator<Item = TextRun> {
    set.runs.iter().map(move |run| TextRun { column: run.column + column, ..run.clone() })
}

/// What stands before a cell: the heads of its column, with the colon of the script that they are in.
fn head(table: &TableCells, column: usize) -> Option<String> {
    let heads = table.rows.iter().take(table.header_rows).filter_map(|row| row.get(column));
    let heads: Vec<&str> = heads.map(|head| head.trim()).filter(|head| !head.is_empty()).collect();
    let words = heads.join(" ");
    let words = text::shown_line(&words);
    let last = words.as_str().chars().next_back()?;
    Some(format!("{words}{}", if last >= '\u{2E80}' { "：" } else { ": " }))
}
