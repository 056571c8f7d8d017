//! What the file of a review says: read from it, and made anew to be written. Nothing is written here, and no lock taken.

use super::super::error::{StoreError, Trouble};
use super::super::read::{self, FileStamp, REVIEW_LIMIT};
use super::super::stages::stages;
use super::ReviewStore;
use crate::format::{FileProblem, ReviewText, TwoSides, new_review, too_much_to_edit, write_into};
use crate::model::Review;

/// The text of a file, exactly; none if there is no file.
#[derive(Debug)]
pub(super) struct FileText(pub(super) Option<ReviewText>);

impl FileText {
    pub(super) fn text(&self) -> Option<&str> {
        self.0.as_ref().map(ReviewText::text)
    }

    /// It is a merge of two sides: whoever writes writes over both.
    pub(super) fn two_sides(&self) -> Option<TwoSides> {
        self.0.as_ref().and_then(ReviewText::two_sides)
    }
}

/// A file that was read.
pub(super) struct Disk {
    pub source: FileText,
    /// What it holds; none: what the baseline is.
    pub review: Option<Review>,
}

impl ReviewStore {
    /// What the file holds now. Parsed anew only if its text is not the one that was last seen.
    pub(super) fn read(&mut self) -> Result<Disk, StoreError> {
        let (text, stamp) = match read::text(&self.path, REVIEW_LIMIT) {
            Ok((text, stamp)) => (Some(text), Some(stamp)),
            Err(error) if error.is_not_found() && !self.path.is_symlink() => (None, None),
            Err(error) => {
                self.stamp = FileStamp::at(&self.path);
                return Err(error);
            }
        };
        self.stamp = stamp;
        if let Some(source) = self.source.take_if(|source| source.text() == text.as_deref()) {
            return Ok(Disk { source, review: None });
        }
        let Some(text) = text else {
            let review = Review::new(self.symbol.clone(), &self.reviewer);
            return Ok(Disk { source: FileText(None), review: Some(review) });
        };
        let known = self.source.as_ref().and_then(|source| source.0.as_ref());
        let known = known.map(|text| (text, self.baseline.review()));
        self.can_be_edited(&text)?;
        let sides = stages(&self.path, &text);
        let (text, review) =
            ReviewText::read(text, sides, known).map_err(|problem| self.unreadable(problem))?;
        if review.symbol != self.symbol || review.reviewer != self.reviewer {
            let (symbol, reviewer) = (review.symbol.0, review.reviewer);
            return Err(StoreError::new(&self.path, Trouble::OtherReview { symbol, reviewer }));
        }
        Ok(Disk { source: FileText(Some(text)), review: Some(review) })
    }

    /// The file as it is to be written, if it reads back as what was meant.
    pub(super) fn text_of(
        &self,
        source: &FileText,
        disk: &Review,
        after: &Review,
    ) -> Result<ReviewText, StoreError> {
        let Some(known) = &source.0 else {
            let (mut doc, _) = new_review(&self.symbol, &self.reviewer);
            write_into(&mut doc, disk, after);
            return self.verified(doc.to_string(), None, after);
        };
        let text = known.edited(stages(&self.path, known.text()), disk, after);
        self.verified(text.map_err(|problem| self.unreadable(problem))?, Some((known, disk)), after)
    }

    /// The text as it is to be written, if it reads back as what was meant, which is canonical. `known` is another text
    /// and what it says.
    pub(super) fn verified(
        &self,
        text: String,
        known: Option<(&ReviewText, &Review)>,
        meant: &Review,
    ) -> Result<ReviewText, StoreError> {
        if u64::try_from(text.len()).is_ok_and(|length| length > self.limit) {
            let limit = self.limit / (1024 * 1024);
            return Err(StoreError::new(&self.path, Trouble::TooLarge { limit }));
        }
        self.can_be_edited(&text)?;
        match ReviewText::read(text, None, known) {
            Ok((text, review)) if text.two_sides().is_none() && review == *meant => Ok(text),
            _ => Err(StoreError::new(&self.path, Trouble::NotAsMeant)),
        }
    }

    /// One's own file is edited, and must not be too much for that.
    fn can_be_edited(&self, text: &str) -> Result<(), StoreError> {
        too_much_to_edit(text).map_or(Ok(()), |problem| Err(self.unreadable(problem)))
    }

    fn unreadable(&self, problem: FileProblem) -> StoreError {
        StoreError::new(&self.path, Trouble::Review(Box::new(problem)))
    }
}
