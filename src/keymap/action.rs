//! What a key, a menu row or a command of the palette means. An intent, not yet an effect.

use crate::model::{NoteKind, ReviewStatus};

/// Everything that a user can ask for by a key or by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// One row down, in the list or the reader.
    Down,
    /// One row up.
    Up,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the top.
    Top,
    /// To the bottom.
    Bottom,
    /// Next paragraph from anywhere.
    NextParagraph,
    /// Previous paragraph from anywhere.
    PreviousParagraph,
    /// Into the reader; unfolds a folded row first.
    Right,
    /// Back to the list; folds a row.
    Left,
    /// Enter: into the reader, or its menu.
    Enter,
    /// Escape: one step back.
    Back,
    /// Reader at full width, and back.
    Wide,
    /// Next tab.
    NextTab,
    /// Previous tab.
    PreviousTab,
    /// The keys after `g`.
    GoMenu,
    /// The tab Sections.
    GoSections,
    /// The tab Speakers.
    GoSpeakers,
    /// The tab Panelists.
    GoPanelists,
    /// The tab Recommendations.
    GoRecommendations,
    /// The tab Notes.
    GoNotes,
    /// To what the mark of a footnote means.
    Follow,
    /// Back from there.
    FollowBack,
    /// Group recommendations by something else.
    GroupBy,
    /// A digit of a paragraph number.
    Digit,
    /// Next sentence, then the notes.
    NextSentence,
    /// Previous sentence.
    PreviousSentence,
    /// Select by characters and words.
    Select,
    /// The other end of the selection.
    SwapEnds,
    /// One character to the left, of a selection or a caret.
    CharLeft,
    /// One character to the right.
    CharRight,
    /// One word to the left.
    WordLeft,
    /// One word to the right.
    WordRight,
    /// Caret: to the beginning of the line.
    LineStart,
    /// Caret: to the end of the line.
    LineEnd,
    /// Text: begins a new line.
    NewLine,
    /// Text: deletes the character before the caret.
    DeleteBefore,
    /// Text: deletes the character after the caret.
    DeleteAfter,
    /// Text: deletes the word before the caret.
    DeleteWord,
    /// Text: deletes from the caret back to the beginning of the line.
    DeleteLine,
    /// Begin a note on what is selected, else on the paragraph.
    Annotate,
    /// Edit the selected note.
    EditNote,
    /// Delete the selected note.
    DeleteNote,
    /// Settle the selected note, or open it again.
    SettleNote,
    /// Write the note in the user's editor.
    Editor,
    /// The keys after `s`.
    StatusMenu,
    /// Give the paragraph or range this review status.
    SetStatus(ReviewStatus),
    /// Scroll on, then accept and go to the next unreviewed paragraph.
    AcceptNext,
    /// Take back the last change of the review; in a field, the last edit.
    Undo,
    /// Do again what was last taken back.
    Redo,
    /// Open the search bar; in help, its field.
    Search,
    /// Next hit.
    NextHit,
    /// Previous hit.
    PreviousHit,
    /// Next unreviewed paragraph.
    NextUnreviewed,
    /// Previous unreviewed paragraph.
    PreviousUnreviewed,
    /// Next paragraph with notes.
    NextNoted,
    /// Previous paragraph with notes.
    PreviousNoted,
    /// The filter menu.
    Filter,
    /// Filter: all paragraphs again.
    FilterAll,
    /// Filter: by the reviewer's own status.
    FilterStatus(ReviewStatus),
    /// Filter: those whose text changed since their status was given.
    FilterTextChanged,
    /// Filter: those with notes.
    FilterNotes,
    /// Filter: those with drafts.
    FilterDrafts,
    /// Filter: by the kind of a note.
    FilterKind(NoteKind),
    /// Filter: by one of the tags.
    FilterTag,
    /// Filter: by one of the speakers.
    FilterSpeaker,
    /// Filter: by one of the sections.
    FilterSection,
    /// Filter: by whose notes there are.
    FilterReviewer,
    /// Filter: by numbers, which are typed.
    FilterNumber,
    /// Filter: by a language, which is typed.
    FilterLanguage,
    /// Write notes and statuses into a file, without asking unless one is there.
    Export,
    /// Put what is selected, else the paragraph, on the clipboard.
    Copy,
    /// The panel in which one decides.
    Decide,
    /// Decide: what was seen comes back, or one's own value stands.
    KeepMine,
    /// Decide: what vanished is let go, or the other value is taken.
    TakeOther,
    /// Decide: the same as [`KeepMine`](Self::KeepMine) for all.
    KeepAllMine,
    /// Decide: the same as [`TakeOther`](Self::TakeOther) for all.
    TakeAllOther,
    /// Open the commands by name.
    Palette,
    /// Open help at the keys of where one is.
    Help,
    /// Leave the program.
    Quit,
    /// `Ctrl-c`.
    Interrupt,
    /// `Ctrl-z`.
    Suspend,
    /// Mark the paragraph as making a recommendation, or not.
    MarkRecommendation,
    /// The next language version.
    NextVersion,
    /// Another set of colors, by its name.
    Theme,
    /// The list of settings.
    Settings,
    /// Settings: the next word of a choice, or the field in which the value is typed.
    NextValue,
    /// Settings: the word before.
    PreviousValue,
    /// Settings: out of the file, so that the default holds.
    DefaultValue,
    /// The interface's next language.
    NextLanguage,
    /// Hand the mouse to the terminal, or take it back.
    HandMouse,
    /// The list of documents.
    Documents,
    /// Opens the table of everyone's statuses.
    StatusTable,
    /// Open the About page.
    About,
    /// Says that all is saved.
    SaySaved,
    /// Draw every cell again, whatever the terminal shows.
    Redraw,
    /// Save the note and leave the box.
    SaveNote,
    /// Leave the box without saving.
    Discard,
    /// The next kind of note.
    NextKind,
    /// Answer a question with yes.
    Yes,
    /// Answer a question with no.
    No,
    /// Takes the picked row.
    Take,
    /// Search: goes on with a field's name or value.
    Complete,
    /// Search: the completion before.
    CompleteBack,
    /// Search: the query before.
    FormerQuery,
    /// Search: the query after.
    LaterQuery,
    /// Search: reads the query more loosely.
    Loosen,
    /// Next row of a list with a pick.
    PickNext,
    /// Previous row of a list with a pick.
    PickPrevious,
}
