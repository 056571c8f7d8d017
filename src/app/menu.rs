//! Lists with a pick: the menu of the reader, the filter, the palette. What they offer comes from the key table.

use super::filter::{Filter, FilterBy};
use super::{Field, Mode, OpenDocument, Shell};
use crate::keymap::{Action, KeyRow, Scope, Stroke};
use crate::messages::{UserMessage, captions, languages, user_message};
use crate::model::ParagraphIndex;
use crate::search::FieldName;

/// What a row of a menu does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuAction {
    /// The same as the action's key in the mode below the menu.
    Do(Action),
    /// Shows only what passes this filter.
    Filter(Filter),
}

/// A row of a menu. Its digit is its place, since an input method swallows letters and not digits.
#[derive(Debug, Clone, PartialEq)]
pub struct MenuItem {
    /// The key that takes it; empty if it has none.
    pub key: String,
    /// What it does, in a few words.
    pub label: UserMessage,
    /// What happens when it is taken.
    pub action: MenuAction,
}

/// A list of things to do over the page, of which one is taken by key, digit, Enter or click.
#[derive(Debug, Clone, PartialEq)]
pub struct Menu {
    /// What stands in its upper edge.
    pub title: UserMessage,
    /// Which rows of the key table hold.
    pub scope: Scope,
    /// Its rows, from the top.
    pub items: Vec<MenuItem>,
    /// The place of the row that Enter takes.
    pub pick: usize,
}

/// A command that the palette offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaletteItem {
    /// What happens when it is taken.
    pub action: Action,
    /// With what: what stands behind the command's name.
    pub argument: Option<String>,
    /// Its name in the interface's language.
    pub name: String,
    /// Its key, if it has one.
    pub key: String,
}

/// The open palette.
#[derive(Debug)]
pub struct Palette {
    /// A part of the command's name, and what it takes behind it.
    pub field: Field,
    /// The picked one of the commands that fit.
    pub pick: usize,
}

/// The sets of colors by the names that the configuration knows.
pub const THEMES: [&str; 5] = ["auto", "light", "dark", "contrast", "none"];

/// The commands that take something behind their name.
const WITH_ARGUMENT: [(&str, Action); 3] =
    [("language", Action::NextLanguage), ("theme", Action::Theme), ("open", Action::Documents)];

impl OpenDocument {
    /// Everything that can be done in the reader here.
    pub(super) fn reader_menu(&self, shell: &Shell) -> Mode {
        let here = self.view.at.is_some();
        let note = self.selected_own_note().is_some();
        let offered = |action: Action| match action {
            Action::Annotate | Action::Editor | Action::StatusMenu | Action::AcceptNext | Action::Copy => {
                here
            }
            Action::Select | Action::NextSentence => here,
            Action::EditNote | Action::DeleteNote | Action::SettleNote => here && note,
            Action::Decide => self.deciding_said().is_some(),
            Action::Undo => !self.undo_stacks.undo.is_empty(),
            Action::NextUnreviewed | Action::Filter | Action::Export | Action::Help => true,
            _ => false,
        };
        let rows = shell.keys.rows().iter();
        let rows = rows.filter(|row| row.scope == Scope::Browse && offered(row.binding.action));
        let mut items: Vec<MenuItem> = rows
            .map(|row| MenuItem {
                key: Self::letter(shell, row),
                label: user_message(row.binding.short),
                action: MenuAction::Do(row.binding.action),
            })
            .collect();
        let order = |item: &MenuItem| match item.action {
            MenuAction::Do(Action::Annotate) => 0,
            MenuAction::Do(Action::Decide) => 0,
            MenuAction::Do(Action::EditNote | Action::DeleteNote | Action::SettleNote) => 1,
            MenuAction::Do(Action::StatusMenu | Action::AcceptNext) => 2,
            MenuAction::Do(Action::Select | Action::NextSentence | Action::Editor | Action::Copy) => 3,
            _ => 4,
        };
        items.sort_by_key(order);
        Mode::Menu(Menu { title: user_message("menu-title"), scope: Scope::Menu, items, pick: 0 })
    }

    /// The first key of a row that means nothing else in a menu.
    fn letter(shell: &Shell, row: &KeyRow) -> String {
        let free = |key: &&Stroke| matches!(key, Stroke::Chord(chord) if shell.keys.find(Scope::Menu, *chord).is_none());
        row.keys.iter().find(free).map(Stroke::to_string).unwrap_or_default()
    }

    /// What the lists can be filtered by.
    pub(super) fn filter_menu(&self, shell: &Shell) -> Mode {
        let item = |row: &KeyRow| {
            let action = row.binding.action;
            let label = self.filter_said(shell, action)?;
            Some(MenuItem { key: row.first(), label, action: MenuAction::Do(action) })
        };
        let rows = shell.keys.rows().iter().filter(|row| row.scope == Scope::Filter);
        let items = rows.filter_map(item).collect();
        Mode::Menu(Menu { title: user_message("filter-title"), scope: Scope::Filter, items, pick: 0 })
    }

    /// The words of a row of the filter; none where it is not offered.
    fn filter_said(&self, shell: &Shell, action: Action) -> Option<UserMessage> {
        if let Some(filter) = filter_of(action) {
            return Some(filter.map_or_else(|| user_message("filter-all"), |by| by.user_message()));
        }
        if values_of(action).is_some_and(|field| self.filter_values(shell, field).is_empty()) {
            return None;
        }
        Some(user_message(match action {
            Action::FilterTag => "filter-field-tag",
            Action::FilterSpeaker => "filter-field-speaker",
            Action::FilterSection => "filter-field-section",
            Action::FilterReviewer => "filter-field-by",
            Action::FilterNumber => "filter-field-para",
            Action::FilterLanguage => "filter-field-lang",
            _ => return None,
        }))
    }

    /// What a field can be asked for in the open document, to filter by.
    fn filter_values(&self, shell: &Shell, field: FieldName) -> Vec<FilterBy> {
        match field {
            FieldName::Tag => self.tags().into_iter().map(FilterBy::Tag).collect(),
            FieldName::Speaker => self
                .document
                .speakers
                .iter()
                .map(|s| FilterBy::Speaker(s.id.clone(), s.full_name()))
                .collect(),
            FieldName::Section => {
                self.document.sections.iter().map(|s| FilterBy::Section(s.id.clone(), s.heading())).collect()
            }
            FieldName::By => shell.known(Some(self)).reviewers.into_iter().map(FilterBy::By).collect(),
            _ => Vec::new(),
        }
    }

    /// The menu of what a field can be asked for.
    pub(super) fn values_menu(&self, shell: &Shell, field: FieldName) -> Mode {
        let row = |by: FilterBy| MenuItem {
            key: String::new(),
            label: by.user_message(),
            action: MenuAction::Filter(Some(by)),
        };
        let items = self.filter_values(shell, field).into_iter().map(row).collect();
        Mode::Menu(Menu { title: user_message("filter-title"), scope: Scope::Menu, items, pick: 0 })
    }

    /// The status of a paragraph in a word, with a mark where the text has changed since.
    #[must_use]
    pub fn status_words_short(&self, at: ParagraphIndex) -> UserMessage {
        captions::current_status_short(self.current_status_at(at))
    }

    /// The status of a paragraph in words, for a message.
    #[must_use]
    pub fn status_words(&self, at: ParagraphIndex) -> UserMessage {
        captions::current_status(self.current_status_at(at))
    }
}

impl Shell {
    /// The commands whose names fit what is typed in the palette, the best first.
    #[must_use]
    pub fn palette_items(&self, palette: &Palette) -> Vec<PaletteItem> {
        let typed = palette.field.text();
        let typed = typed.trim_start().trim_start_matches([':', '：']).to_lowercase();
        if let Some((word, argument)) = typed.split_once(char::is_whitespace)
            && let Some((_, action)) = WITH_ARGUMENT.iter().find(|(known, _)| *known == word)
        {
            return self.argument_items(*action, argument.trim());
        }
        let typed = typed.trim();
        let mut items: Vec<(usize, PaletteItem)> = Vec::new();
        let (named, others): (Vec<&KeyRow>, Vec<&KeyRow>) = self
            .keys
            .rows()
            .iter()
            .filter(|row| row.binding.command)
            .partition(|row| !row.binding.name.is_empty());
        for row in named.into_iter().chain(others) {
            let binding = row.binding;
            let name = self.messages.say(&user_message(binding.short));
            let rank = if !typed.is_empty() && binding.name.trim_start_matches(':') == typed {
                Some(0)
            } else {
                // English letters find a command in every language: an input method need not be switched on.
                let source = self.messages.source_word(binding.short).unwrap_or_default();
                let ranks = [&name, &source].map(|name| letters_in_order(typed, &name.to_lowercase()));
                ranks.into_iter().flatten().min()
            };
            let is_new = |action: Action| !items.iter().any(|(_, item)| item.action == action);
            let Some(rank) = rank.filter(|_| is_new(binding.action)) else { continue };
            let key = match binding.name {
                "" => format!("{} {}", self.keys.before(row.scope), row.first()).trim_start().to_owned(),
                name => name.to_owned(),
            };
            items.push((rank, PaletteItem { action: binding.action, argument: None, name, key }));
        }
        items.sort_by_key(|(rank, _)| *rank);
        items.into_iter().map(|(_, item)| item).collect()
    }

    /// What can stand behind the name of a command, as far as it fits what is typed there.
    fn argument_items(&self, action: Action, typed: &str) -> Vec<PaletteItem> {
        let ways: Vec<(String, String)> = match action {
            Action::NextLanguage => {
                languages().map(|(code, name)| (code.to_owned(), format!("{code} {name}"))).collect()
            }
            Action::Theme => THEMES.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).collect(),
            _ => {
                let entry = |(at, entry): (usize, &super::Entry)| {
                    (at.to_string(), format!("{} {}", entry.symbol, entry.title))
                };
                self.entries.iter().enumerate().map(entry).collect()
            }
        };
        let fits = |(_, name): &(String, String)| name.to_lowercase().contains(typed);
        let item =
            |(argument, name)| PaletteItem { action, argument: Some(argument), name, key: String::new() };
        ways.into_iter().filter(fits).map(item).collect()
    }
}

/// The filter that a row of the filter menu sets at once; none if it asks for more.
pub(super) const fn filter_of(action: Action) -> Option<Filter> {
    Some(Some(match action {
        Action::FilterAll => return Some(None),
        Action::FilterStatus(status) => FilterBy::Status(status),
        Action::FilterTextChanged => FilterBy::TextChanged,
        Action::FilterNotes => FilterBy::Notes,
        Action::FilterDrafts => FilterBy::Drafts,
        Action::FilterKind(kind) => FilterBy::Kind(kind),
        _ => return None,
    }))
}

/// The field among whose values a row of the filter menu lets one choose.
pub(super) const fn values_of(action: Action) -> Option<FieldName> {
    Some(match action {
        Action::FilterTag => FieldName::Tag,
        Action::FilterSpeaker => FieldName::Speaker,
        Action::FilterSection => FieldName::Section,
        Action::FilterReviewer => FieldName::By,
        _ => return None,
    })
}

/// Whether the letters typed occur in order in a name, and how far spread: 0 for the name's beginning.
fn letters_in_order(typed: &str, name: &str) -> Option<usize> {
    if let Some(at) = name.find(typed) {
        return Some(if at == 0 { 1 } else { 2 + at.min(50) });
    }
    let mut rest = name.chars().enumerate();
    let mut last = 0;
    for wanted in typed.chars().filter(|c| !c.is_whitespace()) {
        last = rest.find(|(_, c)| *c == wanted)?.0;
    }
    Some(100 + last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_its_letters_and_best_by_its_beginning() {
        assert!(letters_in_order("exp", "export notes") < letters_in_order("not", "export notes"));
        assert!(letters_in_order("not", "export notes") < letters_in_order("etn", "export notes"));
        assert_eq!(letters_in_order("zz", "export notes"), None);
    }
}
