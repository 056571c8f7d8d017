//! The table of keys itself: what every key of the program does where nobody has changed it.

use super::Action::{self, *};
use super::Scope::{self, *};
use crate::model::NoteKind::{Comment, Editorial, Point, Question as Asks};
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// The place in which the keys mean this.
    pub scope: Scope,
    /// The keys, by name; `0-9` stands for any digit.
    pub keys: &'static [&'static str],
    /// What the keys do there.
    pub action: Action,
    /// The word for the row: so it is called in the configuration too.
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

    /// The id of the words that say shortly what the row does: only rows that are shown somewhere have short ones.
    pub(super) const fn told(&self) -> &'static str {
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
    row!(Go, &["Esc"], Back, "go-back", G::Move),
    row!(Go, &["s", "1"], GoSections, "go-sections", G::Move).foot(1).cmd(),
    row!(Go, &["k", "2"], GoSpeakers, "go-speakers", G::Move).foot(2).cmd(),
    row!(Go, &["p", "3"], GoPanelists, "go-panelists", G::Move).foot(3).cmd(),
    row!(Go, &["r", "4"], GoRecommendations, "go-recommendations", G::Move).foot(4).cmd(),
    row!(Go, &["n", "5"], GoNotes, "go-notes", G::Move).foot(5).cmd(),
    row!(Go, &["d", "6"], Follow, "follow", G::Move).foot(7).cmd(),
    row!(Browse, &["Ctrl-o"], FollowBack, "follow-back", G::Move).cmd(),
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
    row!(Status, &["Esc"], Back, "status-back", G::Mark),
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
    row!(Browse, &["f"], Action::Filter, "filter", G::Find).cmd(),
    row!(Browse, &["b"], GroupBy, "group-by", G::Find).cmd(),
    row!(Scope::Filter, &["x"], FilterAll, "filter-all", G::Find),
    row!(Scope::Filter, &["u"], FilterStatus(Unreviewed), "filter-unreviewed", G::Find),
    row!(Scope::Filter, &["a"], FilterStatus(Accept), "filter-accept", G::Find),
    row!(Scope::Filter, &["q"], FilterStatus(Query), "filter-query", G::Find),
    row!(Scope::Filter, &["m"], FilterStatus(Amend), "filter-amend", G::Find),
    row!(Scope::Filter, &["r"], FilterStatus(Reserve), "filter-reserve", G::Find),
    row!(Scope::Filter, &["h"], FilterTextChanged, "filter-text-changed", G::Find),
    row!(Scope::Filter, &["n"], FilterNotes, "filter-notes", G::Find),
    row!(Scope::Filter, &["d"], FilterDrafts, "filter-drafts", G::Find),
    row!(Scope::Filter, &["c"], FilterKind(Comment), "filter-comment", G::Find),
    row!(Scope::Filter, &["w"], FilterKind(Asks), "filter-question", G::Find),
    row!(Scope::Filter, &["p"], FilterKind(Point), "filter-point", G::Find),
    row!(Scope::Filter, &["e"], FilterKind(Editorial), "filter-editorial", G::Find),
    row!(Scope::Filter, &["t"], FilterTag, "filter-tag", G::Find),
    row!(Scope::Filter, &["s"], FilterSpeaker, "filter-speaker", G::Find),
    row!(Scope::Filter, &["b"], FilterSection, "filter-section", G::Find),
    row!(Scope::Filter, &["v"], FilterReviewer, "filter-reviewer", G::Find),
    row!(Scope::Filter, &["g"], FilterNumber, "filter-number", G::Find),
    row!(Scope::Filter, &["l"], FilterLanguage, "filter-language", G::Find),
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
    row!(Browse, &[], Action::Settings, "settings", G::Program).named(":settings"),
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
    row!(Compose, &["Enter"], NewLine, "new-line", G::Writing).foot(2),
    row!(Compose, &["Tab"], NextKind, "next-kind", G::Writing).foot(3),
    row!(Compose, &["Ctrl-c"], Discard, "discard", G::Writing).foot(4),
    row!(Compose, &["Ctrl-e"], Editor, "compose-editor", G::Writing).foot(5),
    row!(Compose, &["Up"], Up, "note-up", G::Writing),
    row!(Compose, &["Down"], Down, "note-down", G::Writing),
    // Fields and lists.
    row!(Field, &["Left"], CharLeft, "field-left", G::Choosing),
    row!(Field, &["Right"], CharRight, "field-right", G::Choosing),
    row!(Field, &["Ctrl-Left", "Alt-b"], WordLeft, "field-word-left", G::Choosing),
    row!(Field, &["Ctrl-Right", "Alt-f"], WordRight, "field-word-right", G::Choosing),
    row!(Field, &["Home"], LineStart, "field-start", G::Choosing),
    row!(Field, &["End"], LineEnd, "field-end", G::Choosing),
    row!(Field, &["Backspace"], DeleteBefore, "field-delete", G::Choosing),
    row!(Field, &["Delete"], DeleteAfter, "field-delete-after", G::Choosing),
    row!(Field, &["Ctrl-w", "Alt-Backspace"], DeleteWord, "field-delete-word", G::Choosing),
    row!(Field, &["Ctrl-u"], DeleteLine, "field-delete-line", G::Choosing),
    row!(Field, &["Alt-u"], Undo, "field-undo", G::Choosing),
    row!(Field, &["Alt-r"], Redo, "field-redo", G::Choosing),
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
    row!(Scope::Menu, &["0-9"], Digit, "menu-digit", G::Choosing),
    row!(Scope::Menu, &["Down", "j", "Tab", "Ctrl-n"], PickNext, "menu-next", G::Choosing).foot(1),
    row!(Scope::Menu, &["Up", "k", "Shift-Tab", "Ctrl-p"], PickPrevious, "menu-previous", G::Choosing),
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
    row!(Scope::Documents, &["0-9"], Digit, "documents-digit", G::Choosing),
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
    row!(Scope::Settings, &["j", "Down", "Tab", "Ctrl-n"], PickNext, "settings-next", G::Choosing).foot(4),
    row!(
        Scope::Settings,
        &["k", "Up", "Shift-Tab", "Ctrl-p"],
        PickPrevious,
        "settings-previous",
        G::Choosing
    ),
    row!(Scope::Settings, &["Enter", "Space", "l", "Right"], NextValue, "settings-change", G::Choosing)
        .foot(1),
    row!(Scope::Settings, &["h", "Left"], PreviousValue, "settings-change-back", G::Choosing),
    row!(Scope::Settings, &["Backspace", "Delete"], DefaultValue, "settings-default", G::Choosing).foot(2),
    row!(Scope::Settings, &["g", "Home"], Top, "settings-top", G::Choosing),
    row!(Scope::Settings, &["G", "End"], Bottom, "settings-bottom", G::Choosing),
    row!(Scope::Settings, &["Esc", "q", "Ctrl-c"], Back, "settings-back", G::Choosing).foot(3),
    row!(Scope::Settings, &["?", "F1"], Help, "settings-help", G::Choosing).foot(5),
    row!(SettingValue, &["Enter"], Take, "setting-take", G::Choosing).foot(1),
    row!(SettingValue, &["Esc", "Ctrl-c"], Back, "setting-back", G::Choosing).foot(2),
    row!(Small, &["q", "Ctrl-c", "Ctrl-q"], Quit, "small-quit", G::Choosing),
];
