//! Rapporteur: review the draft reports of intergovernmental working groups, paragraph by paragraph.
//!
//! This page is the architecture in short. Each room below is a folder with a facade that says what it is for
//! and what may not be in it; a test (`tests/suite/architecture.rs`) holds the arrows.
//!
//! # The rooms, and which way arrows run
//!
//! ```text
//! model      what a review is: documents, notes, statuses, and the changes that alter them
//! text       typography and safe display of multilingual text: widths, rows, sentences
//! messages   every sentence a user sees; what values are called    -> model
//! keymap     the one table of keys                                 -> model, messages
//! format     TOML <-> model, with every problem's line and column  -> model, text, messages
//! search     from what is typed to what is meant                   -> model, text
//! layout     screen geometry, shared by update and view            -> model, text
//! export     Markdown of notes and statuses                        -> model, messages
//! config     what a user can set, read once                        -> keymap, model, messages
//! store      the only access to the program's data on disk         -> format, model, messages
//! app        state, messages, effects, update: the functional core -> keymap, layout, search, export …
//! ui         what the state looks like                             -> app, layout, keymap, text
//! runtime    performs effects, owns the terminal, clock, threads   -> app, ui, store
//! cli        one file per command; the only room that prints       -> runtime and below
//! ```
//!
//! `store` and `app` do not know each other: `runtime` and `cli` see both.
//!
//! # What always holds
//!
//! - `app::update(&mut App, Msg) -> Vec<Effect>` reads no file, no clock and no terminal; times and ids come
//!   stamped on the message. `ui::view(&App, Theme, &mut Frame)` changes nothing.
//! - What belongs to the document that is open is in [`app::OpenDocument`] and in its [`app::View`]: leaving it drops
//!   them whole. What outlasts it is in [`app::Shell`].
//! - A review is a map of records ([`model::Record`]) of several kinds. Each kind lists its fields once
//!   ([`model::EntryField`]); differences, merges, second values, journal, files, undo and recovery are written over these
//!   lists and name no kind. [`model::Change`] is the only way to alter a review, for the screen and the command line
//!   alike; applying one says what it did ([`model::EntryDiff`]), and undo is the change that leads back
//!   ([`model::Review::change_towards`]). There is no other undo: no change has an inverse of its own.
//! - A change is on the screen at once and in [`app::Saving`] until the disk has it; "Saved" is said after that
//!   and not before. It goes to the disk as the operation that it was on the screen ([`model::PendingOperation`]), is
//!   in the journal as that, and is held against what its author saw. What the disk has is taken as it is, with what is
//!   not yet saved applied on top: so two screens, the command line and a hand in the file all keep their work.
//! - There are two reviews of one's own and no more: the one that is shown, with what is not yet saved ([`app::App`]),
//!   and the one that the file held when it was last read or written, with what is missing from it
//!   ([`store::ReviewStore::review`]). The second is sent to the first only where it holds something else.
//! - What is done is in the journal ([`store::Journal`], outside the reach of git) before the file is touched: as
//!   entries before and after ([`model::EntryDiff`]). Undo, also after a restart, what never arrived in the file, and
//!   what others took away ([`model::History`]) are read from it; no second record of them is kept.
//! - A file that cannot be understood is never written over: what was last known is shown, and new work goes to the
//!   journal and beside the file.
//! - The file of the open document is watched as reviews are: a new text comes in the place of the old one, and whether a
//!   note's passage stands in it is worked out where it is told ([`model::Document::standing`]), not stored.
//! - Files keep the offset at which something was written; people are told times by their own clock, which
//!   [`messages::Messages`] alone knows.
//! - A review is read entry by entry, and of one's own only what was not read before; only entries that change are held
//!   as they are written.
//! - What identifies is the label ([`model::Label`]), never what is printed: notes, statuses and drafts name their unit by
//!   it, in every language version the same. In the main series of numbers it is the number, so files written by number
//!   hold; a review that names any other label is written as `format = 2`, which older programs only read.
//! - A sub-paragraph is a stretch of its paragraph's text, a separately numbered one a paragraph of its own; marks of
//!   footnotes and emphasis stand beside the text as ranges. A passage counts in the text of its paragraph, always.
//! - A position ([`model::ParagraphIndex`]) holds for one reading of one language version and is never written down.
//! - The keys of a document file stand in one table ([`format::DOCUMENT_TABLES`]): what is read, what `new` writes and
//!   what README and manual page say come from it.
//! - Nothing that vanished, and neither of two values that two sides gave a field, is accepted silently: both stay
//!   until a person decides ([`app::OpenDocument::decisions`]). Time and `rev` decide nothing.
//! - What is typed is a draft on disk from the first letter; the draft goes when the note is on disk.
//! - Rooms below the screen return [`messages::UserMessage`] (an id and values), never a sentence.
//! - Text from files reaches a cell or a pipe only through [`text::shown`]; cells are written only by
//!   [`ui::Pen`] and sent only by [`runtime::Screen`], which compares whole frames; anchors and hits count in the
//!   stored text, which nothing alters.
//! - Text is measured by grapheme, cut only at byte positions that were computed, and never wrapped by anyone
//!   but [`text::lay_out`], which [`text::lay_out_heading`] asks too; with words put into it by [`text::Composed`].
//! - A row of the reader is runs ([`layout::TextRun`]): of the stored text, each byte once, or of what the text does not
//!   have (numbers, marks of footnotes, lines of tables), which nothing counts, selects or copies.
//! - Lines of the reader are counted at one size of the screen; what outlives a size is a [`layout::Point`]. Of the
//!   paragraph that commands act on something is on the screen whenever the reader is.
//! - Our own signs and borders are one column wide in every terminal, also where ambiguous characters are two.
//!
//! # Words
//!
//! The field's, the same on the screen, in the files and in the code:
//!
//! - **document**: one language version of a document of the United Nations; **symbol**: `CAC/COSP/WG.4/2019/L.1/Add.1`,
//!   which all its versions share.
//! - **section**: a heading with what stands below it; **paragraph**: numbered, or not, or a table, or the place of a
//!   picture; **sub-paragraph**: `(a)`, `(i)`, a part of a paragraph's text.
//! - **unit**: whatever a note can hang on: a heading, a paragraph, a sub-paragraph; **label**: its address in the document
//!   (`10 (a)`, `annex I/3`); **series**: numbers that begin anew under a name (`annex I`).
//! - **speaker**: whoever the report says spoke; **panelist**: a speaker on a panel, or in the discussion after it.
//! - **reviewer**: the person whose work it is; **review**: what one reviewer says of one symbol, in any version.
//! - **note**: what a reviewer writes on a paragraph or a passage; its **kind** is comment, question, point or editorial;
//!   it is **settled** when it is dealt with.
//! - **status**: the reviewer's own position on a paragraph: unreviewed, accept, query, amend, reserve.
//! - **outcome**: what the meeting does with a paragraph. It is not kept yet; what came of a save is a `SaveOutcome`.
//! - **recommendation**: a paragraph makes one, or discusses them, or neither; a reviewer can say otherwise. Its **facts**
//!   are what the document says of it: from whom, to whom, theme, the **position** of the State under review.
//!
//! The program's own:
//!
//! - **workspace**: a folder with documents and reviews.
//! - **entry**: what a review is made of, in the code a **record**: a note, or a **mark**, which holds the status of a
//!   paragraph and the reviewer's word on its recommendation.
//! - **anchor**: the **passage** that a note hangs on, stored so that it is found again in a text that has changed: it
//!   **stands** there surely, is to be checked, or is gone (an orphan).
//! - **change**: what a reviewer does; **difference**: an entry before and after; **operation**: a change that was made,
//!   with its differences, its time and its id.
//! - **journal**: all operations on a review in their order; **baseline**: what was last known of a review, against which
//!   its file is held.
//! - **draft**: a note that is being typed, or was when something interrupted.
//! - **conflict**: a second value of a field, which another side gave; **missing**: an entry that vanished without an
//!   operation. Both are **undecided** until a person decides.
//! - **segment**: up to 64k records of the index of the search, with their text and their postings.
//! - **scope**: where a key is pressed; **action**: what it means there; **effect**: what is to be done about it outside
//!   the core.
//! - **caption**: what a value of the model is called.
//!
//! # Where the design differs from the first sketch of it
//!
//! - Searching runs on a thread of its own ([`runtime::Finder`]) over an index of any number of documents
//!   ([`search::Index`]): a first screen of hits comes at once, the counts follow, a newer query ends an older one.
//!   Another thread reads documents ahead of it. It holds the index and few documents: what a hit shows is read from
//!   its place in the file and held against the index. Of large workspaces the index is kept ([`runtime::IndexCache`]) from one
//!   start to the next; it is disposable, and nothing that it says is believed before the files were looked at.
//! - The list of documents is made from the fronts of the files ([`format::Front`]), each looked at once; that a file is
//!   no document after all is told when it was read ([`app::Msg::Listed`]).
//! - The reader is one continuous text of blocks, laid out paragraph by paragraph as they come into view and
//!   remembered ([`layout::Layouts`]): the length of a document does not matter.
//! - A draft belongs to a session that holds a lock while its process lives: whether it was interrupted is
//!   decided by that lock, not by clocks or process numbers.

pub mod app;
pub mod cli;
pub mod config;
pub mod export;
pub mod format;
pub mod keymap;
pub mod layout;
pub mod messages;
pub mod model;
pub mod runtime;
pub mod search;
pub mod store;
pub mod text;
pub mod ui;
