//! How an export says what it says: in which language, when, and for one reviewer or several. No order of anything, no
//! Markdown.

use crate::messages::UserMessage;
use crate::model::{Moment, Review};

/// What an export needs to know besides the document and the reviews.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Makes a sentence: [`Messages::say`](crate::messages::Messages::say) of the language to export in.
    pub say: &'a dyn Fn(&UserMessage) -> String,
    /// How many drafts are left out, for the page to say so.
    pub drafts: usize,
    /// When it is exported.
    pub exported: Moment,
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { drafts, exported, .. } = self;
        f.debug_struct("Options").field("drafts", drafts).field("exported", exported).finish_non_exhaustive()
    }
}

/// One sentence for a review that stands alone, another that names its reviewer where there are several.
pub(super) fn of_reviewer(
    alone: UserMessage,
    named: UserMessage,
    review: &Review,
    reviews: &[&Review],
) -> UserMessage {
    if reviews.len() == 1 { alone } else { named.with("reviewer", &review.reviewer) }
}
