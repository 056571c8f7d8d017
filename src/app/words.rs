//! Statuses, kinds, roles and what was done, in words of the catalogue.

use crate::messages::{Said, said};
use crate::model::{Altered, AnchorState, Mark, Note, NoteKind, ReviewStatus, Role};

/// A status in words.
#[must_use]
pub fn status_said(status: ReviewStatus) -> Said {
    said(match status {
        ReviewStatus::Unreviewed => "status-unreviewed",
        ReviewStatus::Accept => "status-accept",
        ReviewStatus::Query => "status-query",
        ReviewStatus::Amend => "status-amend",
        ReviewStatus::Reserve => "status-reserve",
    })
}

/// That a passage is gone or has to be looked at; nothing where it is sure.
#[must_use]
pub fn standing_said(state: AnchorState) -> Option<Said> {
    match state {
        AnchorState::Sure => None,
        AnchorState::Check => Some(said("note-passage-check")),
        AnchorState::Orphan => Some(said("note-passage-gone")),
    }
}

/// A kind of note in words.
#[must_use]
pub fn kind_said(kind: NoteKind) -> Said {
    said(match kind {
        NoteKind::Comment => "kind-comment",
        NoteKind::Question => "kind-question",
        NoteKind::Point => "kind-point",
        NoteKind::Editorial => "kind-editorial",
    })
}

/// A role in words.
#[must_use]
pub fn role_said(role: Role) -> Said {
    said(match role {
        Role::Chair => "role-chair",
        Role::Secretariat => "role-secretariat",
        Role::Panelist => "role-panelist",
        Role::Speaker => "role-speaker",
    })
}

/// What an operation did, in a word or two.
#[must_use]
pub fn altered_said(altered: &[Altered]) -> Said {
    let [one] = altered else { return said("change-many").count("count", altered.len()) };
    match one {
        Altered::Note { before, after, .. } => {
            let live = |side: &Option<Box<Note>>| side.as_ref().is_some_and(|note| note.is_live());
            match (live(before), live(after), before, after) {
                (false, ..) => said("change-note-back"),
                (_, false, ..) => said("change-note-gone"),
                (_, _, Some(before), Some(after)) if before.settled != after.settled => {
                    said("change-note-settled")
                }
                (_, _, Some(before), Some(after)) if before.disagreements != after.disagreements => {
                    said("change-decided")
                }
                _ => said("change-note-words"),
            }
        }
        Altered::Mark { number, before, after } => {
            let status = |mark: &Option<Mark>| mark.as_ref().map(|mark| mark.status).unwrap_or_default();
            let kept = |mark: &Option<Mark>| mark.as_ref().map_or(0, |mark| mark.disagreements.len());
            if kept(before) != kept(after) {
                said("change-decided")
            } else if status(before) == status(after) {
                said("change-recommendation").with("number", number)
            } else {
                let status = status_said(status(after));
                said("change-status").with("number", number).and("status", status)
            }
        }
    }
}
