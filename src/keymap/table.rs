//! The table of keys itself, and how a key is looked up in it.

use super::Action::{self, *};
use super::Scope::{self, *};
use super::{Chord, Key, key_named};
use crate::messages::{Said, said};
use crate::model::ReviewStatus::{Accept, Amend, Query, Reserve, Unreviewed};

/// What the keys of a row are about, in the order in which help shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Moving about.
    Move,
    /// Selecting text.
    Passage,
    /// Writing notes.
    Note,
    /// Review status.
    Mark,
    /// Searching and filtering.
    Find,
    /// Documents, export, help, leaving.
    Program,
    /// Keys inside the box.
    Writing,
    /// Keys inside lists, questions and fields.
    Choosing,
}

/// The groups in the order of help and README, with the id of their title.
pub const GROUPS: [(Group, &str); 8] = [
    (Group::Move, "group-move"),
    (Group::Passage, "group-passage"),
    (Group::Note, "group-note"),
    (Group::Mark, "group-mark"),
    (Group::Find, "group-find"),
    (Group::Program, "group-program"),
    (Group::Writing, "group-writing"),
    (Group::Choosing, "group-choosing"),
];

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// The keys, by name; `0-9` stands for any digit.
    pub keys: &'static [&'static str],
    /// What they do.
    pub action: Action,
    /// One word for the row.
    pub id: &'static str,
    /// The id of the sentence that says what it does.
    pub about: &'static str,
    /// The id of a word or two for the footer, menus and the palette; every row that is shown there has them.
    pub short: &'static str,
    /// What it is about.
    pub group: Group,
    /// Place in the footer, 1 first; 0: not in the footer.
    pub footer: u8,
    /// Whether the palette offers it.
    pub command: bool,
    /// The name by which the palette takes it as it is typed, `:` included; empty if it has none.
    pub name: &'static str,
}

/// A row: the ids of its sentences are made from one word.
macro_rules! row {
    ($scope:expr, $keys:expr, $action:expr, $id:literal, $group:expr) => {
        Binding {
            scope: $scope,
            keys: $keys,
            action: $action,
            id: $id,
            about: concat!("key-", $id),
            short: concat!("key-", $id, "-short"),
            group: $group,
            footer: 0,
            command: false,
            name: "",
        }
    };
}

impl Binding {
    /// Shown in the footer at that place.
    const fn foot(mut self, place: u8) -> Self {
        self.footer = place;
        self
    }

    /// The keys as they are shown, and the name: after a prefix the digits that stand for letters, when an input method
    /// swallows those, go without saying.
    pub fn shown_keys(&self) -> impl Iterator<Item = &'static str> {
        let prefixed = matches!(self.scope, Go | Status);
        let digit = |key: &&str| key.len() == 1 && key.chars().all(|c| c.is_ascii_digit());
        let name = Some(self.name).filter(|name| !name.is_empty());
        self.keys.iter().copied().filter(move |key| !(prefixed && digit(key))).chain(name)
    }

    /// The id of the words that say shortly what the row does: only rows that are shown somewhere have short ones.
    const fn told(&self) -> &'static str {
        if self.footer > 0 || self.command { self.short } else { self.about }
    }

    /// Offered by the palette.
    const fn cmd(mut self) -> Self {
        self.command = true;
        self
    }

    /// Offered by the palette, and taken there by this name.
    const fn named(mut self, name: &'static str) -> Self {
        self.name = name;
        self.cmd()
    }
}

use Group as G;

/// Every key of the program.
pub const TABLE: &[Binding] = &[
    // Moving about.
    row!(Browse, &["j", "Down"], Down, "down", G::Move),
    row!(Browse, &["k", "Up"], Up, "up", G::Move),
    row!(Browse, &["Ctrl-d"], HalfDown, "half-down", G::Move),
    row!(Browse, &["Ctrl-u"], HalfUp, "half-up", G::Move),
    row!(Browse, &["PgDn"], PageDown, "page-down", G::Move),
    row!(Browse, &["PgUp"], PageUp, "page-up", G::Move),
    row!(Browse, &["Home"], Top, "top", G::Move),
    row!(Browse, &["G", "End"], Bottom, "bottom", G::Move),
    row!(Browse, &["J"], NextParagraph, "next-paragraph", G::Move).cmd(),
    row!(Browse, &["K"], PreviousParagraph, "previous-paragraph", G::Move).cmd(),
    row!(Browse, &["0-9"], Digit, "digit", G::Move),
    row!(Browse, &["-"], Digit, "range", G::Move),
    row!(Browse, &["Tab"], NextTab, "next-tab", G::Move).foot(9),
    row!(Browse, &["Shift-Tab"], PreviousTab, "previous-tab", G::Move),
    row!(Browse, &["g"], GoMenu, "go", G::Move),
    row!(Go, &["g"], Top, "go-top", G::Move).foot(6),
    row!(Go, &["s", "1"], GoSections, "go-sections", G::Move).foot(1).cmd(),
    row!(Go, &["k", "2"], GoSpeakers, "go-speakers", G::Move).foot(2).cmd(),
    row!(Go, &["p", "3"], GoPanelists, "go-panelists", G::Move).foot(3).cmd(),
    row!(Go, &["r", "4"], GoRecommendations, "go-recommendations", G::Move).foot(4).cmd(),
    row!(Go, &["n", "5"], GoNotes, "go-notes", G::Move).foot(5).cmd(),
    row!(Browse, &["l", "Right"], Right, "right", G::Move),
    row!(Browse, &["h", "Left"], Left, "left", G::Move),
    row!(List, &["Enter"], Enter, "enter-list", G::Move).foot(2),
    row!(Reader, &["Enter"], Enter, "enter-reader", G::Move).foot(4),
    row!(Browse, &["Esc"], Back, "back", G::Move),
    row!(Browse, &["z"], Wide, "wide", G::Move).cmd(),
    // Passages.
    row!(Browse, &[")"], NextSentence, "next-sentence", G::Passage),
    row!(Browse, &["("], PreviousSentence, "previous-sentence", G::Passage),
    row!(Browse, &["v"], Action::Select, "select", G::Passage).cmd(),
    row!(Scope::Select, &["l", "Right"], CharRight, "char-right", G::Passage).foot(1),
    row!(Scope::Select, &["h", "Left"], CharLeft, "char-left", G::Passage),
    row!(Scope::Select, &["w"], WordRight, "word-right", G::Passage).foot(2),
    row!(Scope::Select, &["b"], WordLeft, "word-left", G::Passage),
    row!(Scope::Select, &["j", "Down"], Down, "select-down", G::Passage),
    row!(Scope::Select, &["k", "Up"], Up, "select-up", G::Passage),
    row!(Scope::Select, &[")"], NextSentence, "select-sentence-end", G::Passage),
    row!(Scope::Select, &["("], PreviousSentence, "select-sentence-start", G::Passage),
    row!(Scope::Select, &["o"], SwapEnds, "swap-ends", G::Passage).foot(3),
    row!(Scope::Select, &["a"], Annotate, "select-annotate", G::Passage).foot(4),
    row!(Scope::Select, &["y"], Copy, "select-copy", G::Passage).foot(5),
    row!(Scope::Select, &["E"], Editor, "select-editor", G::Passage),
    row!(Scope::Select, &["v", "Esc"], Back, "select-end", G::Passage).foot(6),
    // Notes.
    row!(Browse, &["a"], Annotate, "annotate", G::Note).foot(1).cmd(),
    row!(Browse, &["!"], Action::Decide, "decide", G::Note).cmd(),
    row!(Browse, &["e"], EditNote, "edit", G::Note).cmd(),
    row!(Browse, &["d"], DeleteNote, "delete", G::Note).cmd(),
    row!(Browse, &["c"], SettleNote, "settle", G::Note).cmd(),
    row!(Browse, &["E"], Editor, "editor", G::Note).cmd(),
    // Status.
    row!(Browse, &["s"], StatusMenu, "status", G::Mark).foot(3),
    row!(Browse, &["S"], Action::StatusTable, "status-table", G::Mark).cmd(),
    row!(Status, &["a", "1"], SetStatus(Accept), "accept", G::Mark).foot(1).cmd(),
    row!(Status, &["q", "2"], SetStatus(Query), "query", G::Mark).foot(2).cmd(),
    row!(Status, &["m", "3"], SetStatus(Amend), "amend", G::Mark).foot(3).cmd(),
    row!(Status, &["r", "4"], SetStatus(Reserve), "reserve", G::Mark).foot(4).cmd(),
    row!(Status, &["Backspace", "5", "0"], SetStatus(Unreviewed), "clear", G::Mark).foot(5).cmd(),
    row!(Browse, &["Space"], AcceptNext, "accept-next", G::Mark).foot(5).cmd(),
    row!(Browse, &["u"], Undo, "undo", G::Mark).cmd(),
    row!(Browse, &["Ctrl-r"], Redo, "redo", G::Mark).cmd(),
    // Finding.
    row!(Browse, &["/"], Action::Search, "search", G::Find).foot(6).cmd(),
    row!(Browse, &["n"], NextHit, "next-hit", G::Find).cmd(),
    row!(Browse, &["N"], PreviousHit, "previous-hit", G::Find).cmd(),
    row!(Browse, &["."], NextUnreviewed, "next-unreviewed", G::Find).cmd(),
    row!(Browse, &[","], PreviousUnreviewed, "previous-unreviewed", G::Find).cmd(),
    row!(Browse, &[">"], NextNoted, "next-noted", G::Find).cmd(),
    row!(Browse, &["<"], PreviousNoted, "previous-noted", G::Find).cmd(),
    row!(Browse, &["f"], Filter, "filter", G::Find).cmd(),
    // The program.
    row!(Browse, &["t"], NextVersion, "version", G::Program).cmd(),
    row!(Browse, &["x"], Export, "export", G::Program).cmd(),
    row!(Browse, &["y"], Copy, "copy", G::Program).cmd(),
    // The first of those with a name changes nothing: it is what an Enter too many takes.
    row!(Browse, &[], Action::Documents, "documents", G::Program).named(":open"),
    row!(Browse, &[], About, "about", G::Program).named(":about"),
    row!(Browse, &[], SaySaved, "saved", G::Program).named(":w"),
    row!(Browse, &[], NextLanguage, "language", G::Program).named(":language"),
    row!(Browse, &[], Theme, "theme", G::Program).named(":theme"),
    row!(Browse, &[], MarkRecommendation, "mark", G::Program).named(":mark"),
    row!(Browse, &[":"], Action::Palette, "palette", G::Program).foot(7),
    row!(Browse, &["?", "F1"], Help, "help", G::Program).foot(8).cmd(),
    row!(Browse, &["q"], Quit, "quit", G::Program).named(":q"),
    row!(Everywhere, &["Ctrl-c"], Interrupt, "interrupt", G::Program),
    row!(Everywhere, &["Ctrl-z"], Suspend, "suspend", G::Program).cmd(),
    row!(Browse, &["Alt-m"], HandMouse, "mouse", G::Program).named(":mouse"),
    row!(Browse, &["Ctrl-l"], Redraw, "redraw", G::Program).cmd(),
    // The box.
    row!(Compose, &["Esc", "Ctrl-s"], SaveNote, "save-note", G::Writing).foot(1),
    row!(Compose, &["Enter"], Enter, "new-line", G::Writing).foot(2),
    row!(Compose, &["Tab"], NextKind, "next-kind", G::Writing).foot(3),
    row!(Compose, &["Ctrl-c"], Discard, "discard", G::Writing).foot(4),
    row!(Compose, &["Ctrl-e"], Editor, "compose-editor", G::Writing).foot(5),
    row!(Compose, &["Alt-u"], Undo, "compose-undo", G::Writing),
    row!(Compose, &["Alt-r"], Redo, "compose-redo", G::Writing),
    row!(Compose, &["Ctrl-w"], WordLeft, "compose-word", G::Writing),
    row!(Compose, &["Ctrl-u"], Top, "compose-line", G::Writing),
    // Fields and lists.
    row!(Scope::Search, &["Enter"], Take, "search-take", G::Choosing).foot(1),
    row!(Scope::Search, &["Down"], PickNext, "search-next", G::Choosing).foot(4),
    row!(Scope::Search, &["Up"], PickPrevious, "search-previous", G::Choosing),
    row!(Scope::Search, &["Tab"], Complete, "search-complete", G::Choosing).foot(2),
    row!(Scope::Search, &["Shift-Tab"], CompleteBack, "search-complete-back", G::Choosing),
    row!(Scope::Search, &["Ctrl-p"], FormerQuery, "search-former", G::Choosing).foot(6),
    row!(Scope::Search, &["Ctrl-n"], LaterQuery, "search-later", G::Choosing),
    row!(Scope::Search, &["Ctrl-l"], Loosen, "search-loosen", G::Choosing).foot(5),
    row!(Scope::Search, &["PgDn"], PageDown, "search-page-down", G::Choosing),
    row!(Scope::Search, &["PgUp"], PageUp, "search-page-up", G::Choosing),
    row!(Scope::Search, &["Esc", "Ctrl-c"], Back, "search-back", G::Choosing).foot(3),
    row!(Scope::Palette, &["Enter"], Take, "palette-take", G::Choosing).foot(1),
    row!(Scope::Palette, &["Down", "Tab", "Ctrl-n"], PickNext, "palette-next", G::Choosing).foot(2),
    row!(Scope::Palette, &["Up", "Shift-Tab", "Ctrl-p"], PickPrevious, "palette-previous", G::Choosing),
    row!(Scope::Palette, &["Esc", "Ctrl-c"], Back, "palette-back", G::Choosing).foot(3),
    row!(Scope::Menu, &["Enter", "Space"], Take, "menu-take", G::Choosing).foot(2),
    row!(Scope::Menu, &["Down", "Tab", "Ctrl-n"], PickNext, "menu-next", G::Choosing).foot(1),
    row!(Scope::Menu, &["Up", "Shift-Tab", "Ctrl-p"], PickPrevious, "menu-previous", G::Choosing),
    row!(Scope::Menu, &["Esc", "Ctrl-c"], Back, "menu-back", G::Choosing).foot(3),
    row!(Question, &["y", "1"], Yes, "yes", G::Choosing).foot(1),
    row!(Question, &["n", "2", "Esc", "Ctrl-c"], No, "no", G::Choosing).foot(2),
    row!(Scope::Decide, &["r", "m", "1"], KeepMine, "decide-mine", G::Choosing).foot(1),
    row!(Scope::Decide, &["a", "o", "2"], TakeOther, "decide-other", G::Choosing).foot(2),
    row!(Scope::Decide, &["R", "M", "3"], KeepAllMine, "decide-all-mine", G::Choosing).foot(5),
    row!(Scope::Decide, &["A", "O", "4"], TakeAllOther, "decide-all-other", G::Choosing).foot(6),
    row!(Scope::Decide, &["Enter", "l", "Right"], Take, "decide-go", G::Choosing).foot(3),
    row!(Scope::Decide, &["j", "Down", "Tab", "Ctrl-n"], PickNext, "decide-next", G::Choosing),
    row!(Scope::Decide, &["k", "Up", "Shift-Tab", "Ctrl-p"], PickPrevious, "decide-previous", G::Choosing),
    row!(Scope::Decide, &["g", "Home"], Top, "decide-top", G::Choosing),
    row!(Scope::Decide, &["G", "End"], Bottom, "decide-bottom", G::Choosing),
    row!(Scope::Decide, &["Esc", "q", "!", "Ctrl-c"], Back, "decide-back", G::Choosing).foot(4),
    row!(Scope::StatusTable, &["j", "Down", "Tab", "Ctrl-n"], PickNext, "table-next", G::Choosing).foot(1),
    row!(
        Scope::StatusTable,
        &["k", "Up", "Shift-Tab", "Ctrl-p"],
        PickPrevious,
        "table-previous",
        G::Choosing
    ),
    row!(Scope::StatusTable, &["Space", "PgDn", "Ctrl-d"], PageDown, "table-page-down", G::Choosing),
    row!(Scope::StatusTable, &["PgUp", "Ctrl-u"], PageUp, "table-page-up", G::Choosing),
    row!(Scope::StatusTable, &["g", "Home"], Top, "table-top", G::Choosing),
    row!(Scope::StatusTable, &["G", "End"], Bottom, "table-bottom", G::Choosing),
    row!(Scope::StatusTable, &["Enter", "l", "Right"], Take, "table-take", G::Choosing).foot(2),
    row!(Scope::StatusTable, &["Esc", "q", "S", "Ctrl-c"], Back, "table-back", G::Choosing).foot(3),
    row!(Scope::Documents, &["/"], Action::Search, "documents-search", G::Choosing).foot(5),
    row!(Scope::Documents, &[":"], Action::Palette, "documents-palette", G::Choosing),
    row!(Scope::Documents, &["j", "Down", "Ctrl-n"], PickNext, "documents-next", G::Choosing).foot(1),
    row!(Scope::Documents, &["k", "Up", "Ctrl-p"], PickPrevious, "documents-previous", G::Choosing),
    row!(Scope::Documents, &["Space", "PgDn", "Ctrl-d"], PageDown, "documents-page-down", G::Choosing),
    row!(Scope::Documents, &["PgUp", "Ctrl-u"], PageUp, "documents-page-up", G::Choosing),
    row!(Scope::Documents, &["g", "Home"], Top, "documents-top", G::Choosing),
    row!(Scope::Documents, &["G", "End"], Bottom, "documents-bottom", G::Choosing),
    row!(Scope::Documents, &["Enter", "l", "Right"], Take, "documents-take", G::Choosing).foot(2),
    row!(Scope::Documents, &["q", "Esc", "Ctrl-c"], Back, "documents-back", G::Choosing).foot(3),
    row!(Scope::Documents, &["?", "F1"], Help, "documents-help", G::Choosing).foot(4),
    row!(Page, &["j", "Down"], Down, "page-line-down", G::Choosing).foot(1),
    row!(Page, &["k", "Up"], Up, "page-line-up", G::Choosing),
    row!(Page, &["Space", "PgDn", "Ctrl-d"], PageDown, "page-on", G::Choosing).foot(2),
    row!(Page, &["PgUp", "Ctrl-u"], PageUp, "page-back", G::Choosing),
    row!(Page, &["g", "Home"], Top, "page-top", G::Choosing),
    row!(Page, &["G", "End"], Bottom, "page-bottom", G::Choosing),
    row!(Page, &["/"], Action::Search, "page-search", G::Choosing).foot(3),
    row!(Page, &["Esc", "q", "?", "F1", "Enter", "Ctrl-c"], Back, "page-close", G::Choosing).foot(4),
    row!(Scope::HelpSearch, &["Enter", "Down"], Take, "help-search-take", G::Choosing).foot(1),
    row!(Scope::HelpSearch, &["Esc", "Ctrl-c"], Back, "help-search-back", G::Choosing).foot(2),
];

/// Whether a key name of the table means this chord.
fn means(name: &str, chord: Chord) -> bool {
    match (name, chord) {
        ("0-9", Chord { key: Key::Char(c), ctrl: false, alt: false }) => c.is_ascii_digit(),
        _ => key_named(name) == Some(chord),
    }
}

/// What a chord means in a scope, or in the scope behind it. Full-width marks are the keys they stand on.
#[must_use]
pub fn resolve(scope: Scope, chord: Chord) -> Option<Action> {
    let chord = if matches!(scope, Scope::Search | Compose | Scope::Palette | Scope::HelpSearch) {
        chord
    } else {
        chord.as_command()
    };
    let mut scope = Some(scope);
    while let Some(here) = scope {
        let found = TABLE.iter().find(|b| b.scope == here && b.keys.iter().any(|name| means(name, chord)));
        if let Some(binding) = found {
            return Some(binding.action);
        }
        scope = here.parent();
    }
    None
}

/// The rows of a scope and of the scopes behind it.
pub fn bindings_of(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |b| std::iter::successors(Some(scope), |s| s.parent()).any(|s| s == b.scope))
}

/// The keys of a row as they are shown: `j Down`.
#[must_use]
pub fn said_key(binding: &Binding) -> String {
    binding.shown_keys().collect::<Vec<_>>().join(" ")
}

/// Letters that other programs use, and what they mean here.
const HABITS: [(char, Action); 9] = [
    ('i', Annotate),
    ('o', Annotate),
    ('A', Annotate),
    ('r', Redo),
    ('p', PreviousParagraph),
    ('m', MarkRecommendation),
    ('w', SaySaved),
    ('D', DeleteNote),
    ('S', StatusMenu),
];

/// What a key that does nothing was perhaps meant to be: the same letter in the other case, or a habit from
/// other programs. The sentence names the key.
#[must_use]
pub fn similar(scope: Scope, chord: Chord) -> Said {
    let Some(typed) = chord.as_command().plain_char() else {
        return said("key-unknown").with("key", chord);
    };
    let other: String =
        if typed.is_lowercase() { typed.to_uppercase().collect() } else { typed.to_lowercase().collect() };
    let flipped = bindings_of(scope).find(|b| b.keys.contains(&other.as_str()));
    let habit = HABITS.iter().find(|(c, _)| *c == typed).map(|(_, action)| *action);
    let binding =
        flipped.or_else(|| habit.and_then(|action| bindings_of(scope).find(|b| b.action == action)));
    match binding {
        Some(Binding { keys: [], name, .. }) => {
            said("key-similar-command").with("typed", typed).with("command", name)
        }
        Some(binding) => said("key-similar")
            .with("typed", typed)
            .with("key", binding.keys.first().copied().unwrap_or_default())
            .and("does", Said { id: binding.told(), values: Vec::new() }),
        None => said("key-unknown").with("key", typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_is_known_and_means_one_thing_in_its_scope() {
        for (at, binding) in TABLE.iter().enumerate() {
            for name in binding.keys {
                if *name == "0-9" {
                    continue;
                }
                let chord = key_named(name).unwrap_or_else(|| panic!("no key is called {name}"));
                let first = TABLE.iter().position(|b| b.scope == binding.scope && b.keys.contains(name));
                assert_eq!(first, Some(at), "{name} stands twice in {:?}", binding.scope);
                assert!(resolve(binding.scope, chord).is_some());
            }
        }
    }

    #[test]
    fn the_reader_knows_the_keys_of_both_panes_and_its_own() {
        assert_eq!(resolve(Reader, Chord::char('a')), Some(Annotate));
        assert_eq!(resolve(Reader, Chord::char('、')), Some(Action::Search));
        assert_eq!(resolve(Reader, Chord::char('７')), Some(Digit));
        assert_eq!(resolve(Compose, Chord::char('a')), None);
        assert_eq!(resolve(Question, Chord::char('ｙ')), Some(Yes));
    }

    #[test]
    fn a_letter_that_does_nothing_is_told_its_neighbour() {
        assert_eq!(similar(Reader, Chord::char('A')).id, "key-similar");
        assert_eq!(similar(Reader, Chord::char('w')).id, "key-similar-command");
        assert_eq!(similar(Reader, Chord::char('W')).id, "key-unknown");
    }
}
