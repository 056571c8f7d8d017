//! From the mark of a footnote to the footnote, and back.

use std::ops::Range;

use super::{Location, OpenDocument, Passage, Shell};
use crate::layout::{Block, Line};
use crate::model::{Footnote, ParagraphIndex, UnitPlace};

/// A footnote that was gone to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedFootnote {
    /// On what it is: a paragraph, or a heading.
    pub on: UnitPlace,
    /// Its place among the footnotes there.
    pub which: usize,
    /// Where one was before.
    pub back: Box<Location>,
}

impl OpenDocument {
    /// The footnotes of a paragraph, or of a heading.
    #[must_use]
    pub fn footnotes_on(&self, on: UnitPlace) -> &[Footnote] {
        match on {
            UnitPlace::Paragraph(at) | UnitPlace::Part { paragraph: at, .. } => {
                self.paragraph(at).map(|paragraph| &paragraph.footnotes[..]).unwrap_or_default()
            }
            UnitPlace::Heading(at) => {
                self.document.sections.get(at).map(|section| &section.footnotes[..]).unwrap_or_default()
            }
        }
    }

    /// Goes to the footnote whose mark is selected, or stands in what is selected; else to the first one of the paragraph;
    /// from a footnote to the next. `false` if there is none.
    pub(super) fn follow(&mut self, shell: &Shell) -> bool {
        let Some(at) = self.view.at else { return false };
        let heading = self.selected_unit().filter(|place| matches!(place, UnitPlace::Heading(_)));
        let (on, which, back) = match &self.view.passage {
            Some(Passage::Footnote(followed)) => (followed.on, followed.which + 1, followed.back.clone()),
            _ => {
                let on = heading.unwrap_or(UnitPlace::Paragraph(at));
                let selected = self.selected_range(at);
                let within = |footnote: &Footnote| match (&footnote.place, &selected) {
                    (Some(place), Some(range)) => range.start <= place.start && place.start <= range.end,
                    _ => false,
                };
                let which = self.footnotes_on(on).iter().position(within).unwrap_or(0);
                (on, which, Box::new(self.location(shell)))
            }
        };
        let count = self.footnotes_on(on).len();
        if count == 0 {
            return false;
        }
        self.view.passage = Some(Passage::Footnote(FollowedFootnote { on, which: which % count, back }));
        self.view.focus = super::Focus::Reader;
        self.reveal_passage(shell);
        true
    }

    /// Goes back to where one was before a footnote; `false` if one is at none.
    pub(super) fn follow_back(&mut self, shell: &Shell) -> bool {
        let Some(Passage::Footnote(followed)) = self.view.passage.take() else { return false };
        self.go_back(shell, &followed.back);
        true
    }

    /// The lines of the footnote that was gone to, in the block of the paragraph at a position.
    pub(super) fn footnote_lines(&self, at: ParagraphIndex, block: &Block) -> Option<Range<usize>> {
        let Some(Passage::Footnote(followed)) = &self.view.passage else { return None };
        let is_it = |line: &Line| is_footnote(line, at, followed);
        let first = block.lines.iter().position(is_it)?;
        Some(first..first + block.lines.iter().skip(first).take_while(|line| is_it(line)).count())
    }

    /// Whether a line of the block of the paragraph at a position is of the footnote that was gone to.
    #[must_use]
    pub fn is_followed(&self, at: ParagraphIndex, line: &Line) -> bool {
        matches!(&self.view.passage, Some(Passage::Footnote(followed)) if is_footnote(line, at, followed))
    }

    /// The words of the footnote that was gone to.
    #[must_use]
    pub fn followed_words(&self) -> Option<String> {
        let Some(Passage::Footnote(followed)) = &self.view.passage else { return None };
        self.footnotes_on(followed.on).get(followed.which).map(|footnote| footnote.text.clone())
    }
}

fn is_footnote(line: &Line, at: ParagraphIndex, followed: &FollowedFootnote) -> bool {
    match (line, followed.on) {
        (Line::Footnote(which, _), UnitPlace::Paragraph(on)) => on == at && *which == followed.which,
        (Line::HeadingFootnote { section, which, .. }, UnitPlace::Heading(on)) => {
            on == *section && *which == followed.which
        }
        _ => false,
    }
}
