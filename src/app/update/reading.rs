//! Reading the open document and moving about in it.

use super::{conflicts, notes, passages, status, status_table};
use crate::app::{Effect, Focus, ListRow, Mode, OpenDocument, Shell, Stamp, Tab};
use crate::keymap::Action;
use crate::messages::user_message;
use crate::model::ParagraphIndex;

/// Does what is asked for of the open document.
pub fn act(shell: &mut Shell, open: &mut OpenDocument, action: Action, stamp: &Stamp) -> Vec<Effect> {
    let areas = shell.areas(Some(&open.view));
    let height = areas.reader.height.max(areas.list.height);
    let page = isize::try_from(height.max(2)).unwrap_or(10);
    match action {
        Action::Down => travel(shell, open, 1),
        Action::Up => travel(shell, open, -1),
        Action::HalfDown => travel(shell, open, page / 2),
        Action::HalfUp => travel(shell, open, -page / 2),
        Action::PageDown => travel(shell, open, page - 1),
        Action::PageUp => travel(shell, open, 1 - page),
        Action::Top => to_end(shell, open, false),
        Action::Bottom => to_end(shell, open, true),
        Action::NextParagraph => open.step_paragraph(shell, true),
        Action::PreviousParagraph => open.step_paragraph(shell, false),
        Action::Right => right(open),
        Action::Left => left(shell, open),
        Action::Enter => enter(shell, open),
        Action::Wide => {
            open.view.wide = !open.view.wide;
            if open.view.wide {
                open.view.focus = Focus::Reader;
            }
        }
        Action::NextTab => open.open_tab(shell, open.view.tab.turned(1)),
        Action::PreviousTab => open.open_tab(shell, open.view.tab.turned(-1)),
        Action::GoMenu => shell.mode = Mode::Go,
        Action::GoSections => open.open_tab(shell, Tab::Sections),
        Action::GoSpeakers => open.open_tab(shell, Tab::Speakers),
        Action::GoPanelists => open.open_tab(shell, Tab::Panelists),
        Action::GoRecommendations => open.open_tab(shell, Tab::Recommendations),
        Action::GoNotes => open.open_tab(shell, Tab::Notes),
        Action::NextSentence => passages::step_sentence(shell, open, true),
        Action::PreviousSentence => passages::step_sentence(shell, open, false),
        Action::Select => passages::begin(shell, open),
        Action::Annotate => return notes::annotate(shell, open, stamp),
        Action::EditNote => return notes::edit(shell, open),
        Action::DeleteNote => notes::ask_delete(shell, open),
        Action::SettleNote => return notes::settle(shell, open, stamp),
        Action::Editor => return notes::editor(shell, open, stamp),
        Action::StatusMenu => status::open_menu(shell, open),
        Action::SetStatus(status) => return status::set(shell, open, status, None, stamp),
        Action::AcceptNext => return status::accept_next(shell, open, stamp),
        Action::MarkRecommendation => return status::toggle_recommendation(shell, open, stamp),
        Action::Undo => return open.step_back(shell, false, stamp),
        Action::Redo => return open.step_back(shell, true, stamp),
        Action::NextUnreviewed => open.next_unreviewed(shell, true),
        Action::PreviousUnreviewed => open.next_unreviewed(shell, false),
        Action::NextNoted => open.next_noted(shell, true),
        Action::PreviousNoted => open.next_noted(shell, false),
        Action::Follow if !open.follow(shell) => shell.tell(user_message("follow-nothing")),
        Action::FollowBack if !open.follow_back(shell) => shell.tell(user_message("follow-no-way-back")),
        Action::GroupBy => group_by(shell, open),
        Action::Filter => shell.mode = open.filter_menu(shell),
        Action::Export => return notes::export(shell, open, stamp),
        Action::Copy => return passages::copy(shell, open),
        Action::Decide => conflicts::open(shell, open),
        Action::StatusTable => status_table::open(shell, open),
        Action::About => {
            open.view.tab = Tab::Sections;
            open.open_about(shell);
            open.view.focus = Focus::Reader;
        }
        _ => {}
    }
    Vec::new()
}

/// `b`: groups the recommendations by what is next, and says by what.
fn group_by(shell: &mut Shell, open: &mut OpenDocument) {
    if open.view.tab != Tab::Recommendations {
        open.open_tab(shell, Tab::Recommendations);
    } else {
        open.view.grouping = open.view.grouping.next();
        open.view.folds.folded.retain(|row| !matches!(row, ListRow::Group(_)));
    }
    let told = user_message("grouping-now").and("by", open.view.grouping.user_message());
    shell.tell(told);
}

fn travel(shell: &Shell, open: &mut OpenDocument, rows: isize) {
    match open.view.focus {
        Focus::List => open.move_list(shell, rows),
        Focus::Reader => open.scroll(shell, rows),
    }
}

fn to_end(shell: &Shell, open: &mut OpenDocument, bottom: bool) {
    if open.view.focus == Focus::List {
        open.move_list(shell, if bottom { isize::MAX / 2 } else { isize::MIN / 2 });
    } else if open.view.at.is_none() {
        open.view.about_top = if bottom { usize::from(u16::MAX) } else { 0 };
    } else if bottom {
        open.go_to(shell, open.document.indices().next_back().unwrap_or_default());
    } else {
        open.go_to(shell, ParagraphIndex(0));
    }
}

fn right(open: &mut OpenDocument) {
    let row = open.view.list().picked.clone();
    if open.view.focus == Focus::Reader || !(open.view.unfold(&row) || unfold_parts(open, &row)) {
        open.view.focus = Focus::Reader;
        open.leave_heading();
    }
}

/// Shows the sub-paragraphs of a paragraph's row; `false` if it has none, or they are shown.
fn unfold_parts(open: &mut OpenDocument, row: &ListRow) -> bool {
    let ListRow::Paragraph { at, .. } = *row else { return false };
    let unfolds = open.view.tab == Tab::Sections
        && open.parts_at(at).next().is_some()
        && !open.view.folds.unfolded.contains(&at);
    if unfolds {
        open.view.folds.unfolded.push(at);
    }
    unfolds
}

fn left(shell: &Shell, open: &mut OpenDocument) {
    if open.view.focus == Focus::Reader {
        open.view.focus = Focus::List;
        open.view.wide = false;
        return;
    }
    let row = open.view.list().picked.clone();
    if row.folds() && !open.view.folds.folded.contains(&row) {
        open.view.folds.folded.push(row);
    } else if let ListRow::Paragraph { at, .. } = row
        && open.view.folds.unfolded.contains(&at)
    {
        open.view.folds.unfolded.retain(|other| *other != at);
    } else if let ListRow::Part { at, .. } = row {
        open.pick_row(shell, |other| other.paragraph() == Some(at));
        open.view.passage = None;
    } else if !row.folds() {
        // From a paragraph to what it stands under.
        let rows = open.rows(shell);
        let above = rows.iter().take(open.view.list().index).rposition(ListRow::folds);
        if let Some(row) = above.and_then(|index| rows.get(index)).cloned() {
            open.pick_row(shell, |other| *other == row);
        }
    }
}

fn enter(shell: &mut Shell, open: &mut OpenDocument) {
    if open.view.focus == Focus::List {
        let row = open.view.list().picked.clone();
        if open.view.unfold(&row) {
            return;
        }
        if !matches!(row, ListRow::Empty { .. }) {
            open.show_row(shell, row);
        }
        open.view.focus = Focus::Reader;
        open.leave_heading();
    } else {
        shell.mode = open.reader_menu(shell);
    }
}

/// One step back in the document; `true` if there was one to go.
pub fn step_back(shell: &mut Shell, open: &mut OpenDocument) -> bool {
    if open.view.passage.take().is_some() || open.view.hits.take().is_some() {
        return true;
    }
    if open.view.wide {
        open.view.wide = false;
        return true;
    }
    if open.view.focus == Focus::Reader {
        open.view.focus = Focus::List;
        return true;
    }
    if open.view.filter.take().is_some() {
        shell.tell(user_message("filter-gone"));
        return true;
    }
    false
}
