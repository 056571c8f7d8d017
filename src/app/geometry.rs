//! Where panes, tabs, menus and lists over the page lie: shared by the mouse and the view, so that a click hits what
//! is seen.

use std::ops::Range;

use ratatui::layout::Rect;

use super::{App, Focus, Mode, OpenDocument, SearchBar, Shell, Tab, View};
use crate::layout::{Areas, Panes, keep_in_view};
use crate::messages::user_message;
use crate::search::HitPart;
use crate::text;

/// From this height on, the search bar stays on the screen when it is closed.
const ROOM_FOR_SEARCH: u16 = 16;

/// A line of the list of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitLine {
    /// Another kind of hits begins.
    Title(HitPart),
    /// Where a hit is; its place among the hits.
    Where(usize),
    /// The words around it.
    Words(usize),
}

impl OpenDocument {
    /// The words of a tab: its title, and for Notes how many there are.
    #[must_use]
    pub fn tab_words(&self, shell: &Shell, tab: Tab) -> String {
        let title = shell.messages.say(&user_message(tab.title()));
        match (tab, self.note_count()) {
            (Tab::Notes, count) if count > 0 => format!("{title} {count}"),
            _ => title,
        }
    }

    /// The columns of each tab, its brackets or spaces included. What does not fit is drawn closer.
    #[must_use]
    pub fn tab_cells(&self, shell: &Shell) -> Vec<(Tab, Range<u16>)> {
        let words: Vec<usize> = Tab::ALL
            .iter()
            .map(|tab| text::width(&self.tab_words(shell, *tab), shell.ambiguous) + 2)
            .collect();
        let all: usize = words.iter().sum();
        let width = usize::from(shell.areas(Some(&self.view)).tabs.width);
        let gap = usize::from(all + 2 + words.len() <= width);
        let cut = |column: usize| u16::try_from(column).unwrap_or(u16::MAX);
        // Where there is no room for all, the first ones go until the open one is whole.
        let open = self.view.tab.place();
        let up_to_open = |from: usize| words.iter().take(open + 1).skip(from).sum::<usize>();
        let skipped = (0..=open).find(|&from| up_to_open(from) <= width).unwrap_or(open);
        let mut cells = Vec::new();
        let mut column = usize::from(all < width);
        for (tab, wide) in Tab::ALL.into_iter().zip(&words).skip(skipped) {
            let end = (column + wide).min(width);
            cells.push((tab, cut(column.min(end))..cut(end)));
            column = end + gap;
        }
        cells
    }
}

impl Shell {
    /// The panes as they are now.
    #[must_use]
    pub fn areas(&self, view: Option<&View>) -> Areas {
        Areas::of(self.size, self.panes(view))
    }

    /// What divides the screen now.
    pub(super) fn panes(&self, view: Option<&View>) -> Panes {
        let rows = self.size.height;
        let compose = match self.composing() {
            Some(compose) => {
                let wanted = u16::try_from(compose.field.lines()).unwrap_or(u16::MAX);
                (wanted.saturating_add(3)).clamp((rows / 3).max(5), (rows / 2).max(5))
            }
            None => 0,
        };
        let searching = matches!(self.mode, Mode::Search(_));
        Panes {
            reader_in_front: (view.is_some_and(|view| view.focus == Focus::Reader) || compose > 0)
                && !searching,
            wide: view.is_some_and(|view| view.wide) && !searching,
            compose,
            search: searching || (rows >= ROOM_FOR_SEARCH && compose == 0),
            measure: self.measure,
            list: view.map_or(0, |view| view.list_columns),
        }
    }

    /// The frame of the open palette, and its first visible command.
    #[must_use]
    pub fn palette_area(&self) -> Option<(Rect, usize)> {
        let Mode::Palette(palette) = &self.mode else { return None };
        let whole = self.areas(None).whole;
        let width = whole.width.min(60);
        let height = (whole.height - 2).min(16);
        let area = Rect::new((whole.width - width) / 2, whole.height - 1 - height, width, height);
        // The frame, and the line in which one types.
        let rows = usize::from(height.saturating_sub(3));
        Some((area, keep_in_view(0, palette.pick, rows, self.palette_items(palette).len())))
    }

    /// The command of the open palette at a cell.
    #[must_use]
    pub fn palette_row_at(&self, column: u16, row: u16) -> Option<usize> {
        let (area, top) = self.palette_area()?;
        row_inside(area, 2, column, row).map(|line| top + line)
    }

    /// The lines of the list of hits, in order: two for a hit, one for the word that says what the next ones are.
    #[must_use]
    pub fn hit_lines(&self, view: Option<&View>, bar: &SearchBar) -> Vec<HitLine> {
        let Some(found) = &bar.found else { return Vec::new() };
        let height = usize::from(self.areas(view).list.height);
        let mut lines = Vec::new();
        let mut above = bar.top.checked_sub(1).map_or(HitPart::Strict, |above| found.part(above));
        for place in bar.top..found.hits.len() {
            let part = found.part(place);
            if part != above && self.part_said(found, part).is_some() {
                lines.push(HitLine::Title(part));
            }
            above = part;
            lines.extend([HitLine::Where(place), HitLine::Words(place)]);
            if lines.len() >= height {
                break;
            }
        }
        // A hit is shown whole or not at all.
        lines.truncate(height);
        if matches!(lines.last(), Some(HitLine::Where(_))) {
            lines.pop();
        }
        lines
    }
}

impl App {
    /// The frame of the open menu and its first visible row.
    #[must_use]
    pub fn menu_area(&self) -> Option<(Rect, usize)> {
        let Mode::Menu(menu) = &self.shell.mode else { return None };
        let widest = menu
            .items
            .iter()
            .map(|item| text::width(&self.shell.messages.say(&item.label), self.shell.ambiguous))
            .max();
        let title = text::width(&self.shell.messages.say(&menu.title), self.shell.ambiguous) + 4;
        let width = (widest.unwrap_or(0) + 14).max(title);
        let areas = self.areas();
        let room = areas.whole.height.saturating_sub(4).max(3);
        let height = u16::try_from(menu.items.len() + 2).unwrap_or(u16::MAX).min(room);
        let width = u16::try_from(width).unwrap_or(u16::MAX).min(areas.whole.width);
        let x = if areas.reader.is_empty() { 0 } else { areas.reader.x };
        let x = x.min(areas.whole.width - width);
        let y = areas.whole.height.saturating_sub(1 + height);
        let rows = usize::from(height.saturating_sub(2));
        let top = keep_in_view(0, menu.pick, rows, menu.items.len());
        Some((Rect::new(x, y, width, height), top))
    }

    /// The row of the open menu at a cell.
    #[must_use]
    pub fn menu_row_at(&self, column: u16, row: u16) -> Option<usize> {
        let (area, top) = self.menu_area()?;
        row_inside(area, 1, column, row).map(|line| top + line)
    }
}

/// The row at a cell inside a frame, counted from 0 below the frame's first `head` lines.
fn row_inside(frame: Rect, head: u16, column: u16, row: u16) -> Option<usize> {
    let inner = Rect {
        x: frame.x + 1,
        y: frame.y + head,
        width: frame.width.saturating_sub(2),
        height: frame.height.saturating_sub(head + 1),
    };
    Areas::holds(inner, column, row).then(|| usize::from(row - inner.y))
}
