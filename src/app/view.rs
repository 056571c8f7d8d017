//! What of the open document is on the screen: where one is in it, its lists, what is selected, how its paragraphs are
//! set in rows. Nothing of what the document or a review says.

use super::rows::ListState;
use super::standing::Settled;
use super::{Filter, Goto, Grouping, Hits, ListRow, Passage, Tab};
use crate::layout::{Layouts, ScrollPosition};
use crate::model::{Document, NoteId, Paragraph, ParagraphIndex};
use crate::text::{self, Ambiguous};

/// Which pane the movement keys are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The list on the left.
    #[default]
    List,
    /// The text on the right.
    Reader,
}

/// What is folded away in the lists: of headings, speakers and groups nothing at first, of paragraphs their
/// sub-paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folds {
    /// Headings, speakers and groups whose paragraphs are not listed.
    pub folded: Vec<ListRow>,
    /// Positions of the paragraphs whose sub-paragraphs have rows of their own.
    pub unfolded: Vec<ParagraphIndex>,
}

/// The view on the open document.
#[derive(Debug, Default)]
pub struct View {
    /// The tab whose rows the list shows.
    pub tab: Tab,
    /// The list of each tab.
    pub lists: [ListState; 5],
    /// What is folded away in the lists.
    pub folds: Folds,
    /// By what the tab Recommendations is grouped.
    pub grouping: Grouping,
    /// What the lists show.
    pub filter: Filter,
    /// Which pane the movement keys are about.
    pub focus: Focus,
    /// The reader has the whole width.
    pub wide: bool,
    /// The paragraph that commands act on; none on the About page.
    pub at: Option<ParagraphIndex>,
    /// First visible line of the reader.
    pub top: ScrollPosition,
    /// First visible line of the About page.
    pub about_top: usize,
    /// How much of the text of `at` has been on the screen without a gap, in bytes.
    pub seen: (Option<ParagraphIndex>, usize),
    /// The text or note that is selected in the reader.
    pub passage: Option<Passage>,
    /// The note that was changed last: it is selected by what was done, not by a step that `q` would take back.
    pub changed: Option<NoteId>,
    /// A paragraph number that is being typed.
    pub goto: Option<Goto>,
    /// The hits through which `n` goes since the search bar was closed.
    pub hits: Option<Hits>,
    /// Paragraphs set in rows.
    pub layouts: Layouts,
    /// Where the reader stood, and in what size.
    pub(super) settled: Settled,
    /// The columns that the longest paragraph number takes, in a list.
    pub number_columns: usize,
    /// The columns that the lists have a use for, as far as the document decides it.
    pub list_columns: u16,
}

impl View {
    /// A view on a document, at nothing in it yet.
    pub(super) fn of(document: &Document, ambiguous: Ambiguous) -> Self {
        let mut view = Self::default();
        view.measure(document, ambiguous);
        view
    }

    /// Another text is to be shown: what was measured and seen of the one before is void.
    pub(super) fn measure(&mut self, document: &Document, ambiguous: Ambiguous) {
        let width = |p: &Paragraph| text::width(p.number.as_deref().unwrap_or_default(), ambiguous);
        self.number_columns = document.paragraphs.iter().map(width).max().unwrap_or(1).min(8);
        self.list_columns = list_columns(document, ambiguous);
        self.layouts.clear();
        self.folds.unfolded.clear();
        self.seen = (None, 0);
    }
}

/// The columns that lists have a use for: the longest heading and speaker with what stands beside them, and enough
/// of how a paragraph begins.
fn list_columns(document: &Document, ambiguous: Ambiguous) -> u16 {
    /// Of a paragraph: its number, how it begins, its notes and its status.
    const PARAGRAPH: usize = 64;
    /// Beside a heading its sign and how much is reviewed, beside a speaker the role.
    const BESIDE: usize = 16;
    let wide = |words: &str| text::width(words, ambiguous) + BESIDE;
    let headings = document.sections.iter().map(|s| wide(&s.heading()) + usize::from(s.level) * 2);
    let speakers = document.speakers.iter().map(|speaker| wide(&speaker.full_name()));
    let widest = headings.chain(speakers).max().unwrap_or(0).max(PARAGRAPH);
    u16::try_from(widest).unwrap_or(u16::MAX)
}
