//! The functional core: what the program shows and does, as data.
//!
//! [`update`] takes the state and what happened and returns what is to be done; it reads no file, no clock and
//! no terminal. Modes own their data, questions are values, times and ids come stamped on the message.
//!
//! # Files
//!
//! - `burst`: Keys that were readable together
//! - `compose`: The box in which a note is written
//! - `conflicts`: What is to be decided: what vanished or went back without a word
//! - `cross_document`: Hits in documents that are not open: they are opened by the hit, and one comes back to where one was
//! - `effect`: What is to be done: the only way out of the core
//! - `field`: A text field: a text, the caret in it, what can be taken back
//! - `filter`: Which paragraphs the lists show
//! - `follow`: From the mark of a footnote to the footnote, and back
//! - `geometry`: Where panes, tabs, menus and lists over the page lie: shared by the mouse and the view
//! - `goto`: A paragraph number as it is typed: one is there at each digit, and the next command acts on it
//! - `help_pages`: The lines of the About page and of help
//! - `known`: What the fields of a query can be asked for in the open document, in words
//! - `location`: Where one is in the open document, to come back to it: before a number was typed
//! - `menu`: Lists with a pick: the menu of the reader, the filter, the palette
//! - `mode`: What the keys are about at this moment
//! - `msg`: What happened: the only way into the core
//! - `navigation`: Moving: to a paragraph, through the list, through the reader
//! - `notes_beside`: Notes that stand beside the text on a wide screen, each at its paragraph: what is shown in that room
//! - `notices`: What is said on the last line: one sentence, those that wait for their turn
//! - `open_document`: The document that is open: its text, everyone's reviews of it, drafts, what can be undone
//! - `passage`: What is selected in the reader: a stretch of text, a unit, a footnote, or a note
//! - `question`: A question as it stands on the screen: its sentence, and where its window and its answers lie
//! - `recommendations`: The list of the tab Recommendations: by what they are grouped, and the rows of each group
//! - `rows`: The rows of the list on the left, for each tab
//! - `saving`: Operations on their way to the disk, and what the status line says of them
//! - `searching`: The search bar, and the hits that stay when it is closed
//! - `settings`: The list of settings on the screen
//! - `shelf`: The list of documents as it stands on the screen: parts of one report below its symbol
//! - `shell`: What outlasts a document: the sentences, the screen's size, the list of documents
//! - `standing`: Where the reader stands: what of the document is at its top
//! - `state`: The whole state of the screen: what outlasts a document, and the document that is open
//! - `status_table`: The table of paragraphs by reviewer: everyone's statuses side by side
//! - `tab`: The five tabs
//! - `units`: The unit that commands act on, where it is not the whole paragraph one is at: a sub-paragraph
//! - `update`: What happened becomes new state and effects
//! - `view`: What of the open document is on the screen: where one is in it, its lists, what is selected
//! - `visible`: What of the document is on the screen: the lines of paragraphs at the reader's width

mod burst;
mod compose;
mod conflicts;
mod cross_document;
mod effect;
mod field;
mod filter;
mod follow;
mod geometry;
mod goto;
mod help_pages;
mod known;
mod location;
mod menu;
mod mode;
mod msg;
mod navigation;
mod notes_beside;
mod notices;
mod open_document;
mod passage;
mod question;
mod recommendations;
mod rows;
mod saving;
mod searching;
mod settings;
mod shelf;
mod shell;
mod standing;
mod state;
mod status_table;
mod tab;
mod units;
mod update;
mod view;
mod visible;

pub use burst::{Burst, InputLock};
pub use compose::Compose;
pub use conflicts::{Decision, DecisionLine};
pub use cross_document::{DocumentLocation, PendingNavigation};
pub use effect::{DiskEffect, Effect, Save, SearchEffect, SearchNote, SearchRequest, TerminalEffect};
pub use field::{Caret, Field, LINE_LIMIT};
pub use filter::{Filter, FilterBy};
pub use follow::FollowedFootnote;
pub use geometry::HitLine;
pub use goto::{Goto, Meant};
pub use help_pages::{PageLine, PageStyle};
pub use location::Location;
pub use menu::{Menu, MenuAction, MenuItem, Palette, PaletteItem, THEMES};
pub use mode::{Ask, Help, Mode};
pub use msg::{Entry, LastPlace, Msg, Opened, Reach, SourceId, Stamp, Version};
pub use notices::{About, Notices};
pub use open_document::OpenDocument;
pub use passage::{Passage, Selection};
pub use question::{Answer, QuestionLayout};
pub use recommendations::{Grouping, RecommendationGroup};
pub use rows::{Emptiness, ListRow, ListState};
pub use saving::{Saving, Unsaved};
pub use searching::{Completing, Hits, Loosest, SearchBar};
pub use settings::{LiveSetting, SETTINGS_TOP, SettingLine, SettingsPage};
pub use shelf::ShelfLine;
pub use shell::{Mouse, Shell};
pub use state::{App, Setup};
pub use tab::Tab;
pub use update::update;
pub use view::{Focus, Folds, View};
pub use visible::Visible;
