//! Where one is in the open document, to come back to it: before a number was typed, before the search bar was opened,
//! before a hit led into another document, before the text changed. What outlasts the program is a [`super::LastPlace`].

use super::{Focus, OpenDocument, Passage, Shell, Tab};
use crate::layout::Point;
use crate::model::ParagraphIndex;

/// Where one is in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The paragraph; none on the About page.
    pub at: Option<ParagraphIndex>,
    /// What stands at the reader's top.
    pub top: Option<Point>,
    /// The pane that had the keys.
    pub focus: Focus,
    /// The tab of the list that was open.
    pub tab: Tab,
    /// The text or note that was selected.
    pub passage: Option<Passage>,
}

impl OpenDocument {
    /// Where one is now, to come back to.
    pub(super) fn location(&self, shell: &Shell) -> Location {
        let view = &self.view;
        let (top, passage) = (self.standing(shell), view.passage.clone());
        Location { at: view.at, top, focus: view.focus, tab: view.tab, passage }
    }

    /// Goes back to where one was.
    pub(super) fn go_back(&mut self, shell: &Shell, location: &Location) {
        self.view.tab = location.tab;
        match location.at {
            Some(at) => self.go_to(shell, at),
            None if self.view.at.is_none() => {}
            None => self.open_about(shell),
        }
        if let Some(top) = location.top {
            self.stand(shell, top);
        }
        self.view.focus = location.focus;
        self.view.passage.clone_from(&location.passage);
    }
}
