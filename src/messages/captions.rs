//! What values of the model are called: a status, a kind of note, a role, a language … The one place where such a
//! value becomes words; nothing else asks the catalog for them. No sentence about what happened: that is who tells
//! it.

use super::{UserMessage, user_message};
use crate::model::{AnchorState, CurrentStatus, NoteKind, Recommendation, ReviewStatus, SpeakerRole};

/// A status.
#[must_use]
pub fn status(status: ReviewStatus) -> UserMessage {
    user_message(match status {
        ReviewStatus::Unreviewed => "status-unreviewed",
        ReviewStatus::Accept => "status-accept",
        ReviewStatus::Query => "status-query",
        ReviewStatus::Amend => "status-amend",
        ReviewStatus::Reserve => "status-reserve",
    })
}

/// A status beside the text that is read now: that the text has changed since is said with it.
#[must_use]
pub fn current_status(current: CurrentStatus) -> UserMessage {
    let words = status(current.given);
    if current.text_changed { user_message("status-text-changed").and("status", words) } else { words }
}

/// The same in a word, with a mark where the text has changed since.
#[must_use]
pub fn current_status_short(current: CurrentStatus) -> UserMessage {
    let words = status(current.given);
    if current.text_changed { user_message("status-text-changed-short").and("status", words) } else { words }
}

/// A kind of note.
#[must_use]
pub fn kind(kind: NoteKind) -> UserMessage {
    user_message(match kind {
        NoteKind::Comment => "kind-comment",
        NoteKind::Question => "kind-question",
        NoteKind::Point => "kind-point",
        NoteKind::Editorial => "kind-editorial",
    })
}

/// Whether a note is dealt with.
#[must_use]
pub fn settled(settled: bool) -> UserMessage {
    user_message(if settled { "note-is-settled" } else { "note-is-open" })
}

/// That a passage is gone or has to be looked at; nothing where it is sure.
#[must_use]
pub fn passage(state: AnchorState) -> Option<UserMessage> {
    match state {
        AnchorState::Sure => None,
        AnchorState::Check => Some(user_message("note-passage-check")),
        AnchorState::Orphan => Some(user_message("note-passage-gone")),
    }
}

/// A role.
#[must_use]
pub fn role(role: SpeakerRole) -> UserMessage {
    user_message(match role {
        SpeakerRole::Chair => "role-chair",
        SpeakerRole::Secretariat => "role-secretariat",
        SpeakerRole::Panelist => "role-panelist",
        SpeakerRole::Speaker => "role-speaker",
    })
}

/// Whether a paragraph makes a recommendation.
#[must_use]
pub fn recommendation(recommendation: Recommendation) -> UserMessage {
    user_message(match recommendation {
        Recommendation::Makes => "recommendation-makes",
        Recommendation::Discusses => "recommendation-discusses",
        Recommendation::None => "recommendation-none",
    })
}

/// A language of documents; its code, where the program has no name for it.
#[must_use]
pub fn language(code: &str) -> UserMessage {
    user_message(match code {
        "ar" => "language-ar",
        "en" => "language-en",
        "es" => "language-es",
        "fr" => "language-fr",
        "ru" => "language-ru",
        "zh" => "language-zh",
        _ => return user_message("value-text").with("text", code),
    })
}
