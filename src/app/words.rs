//! Statuses, kinds, roles and what was done, in words of the catalogue.

use crate::messages::{Said, said};
use crate::model::{AnchorState, EntryDiff, EntryKey, NoteKind, Record, ReviewStatus, Role};

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
pub fn diffs_said(diffs: &[EntryDiff]) -> Said {
    let [one] = diffs else { return said("change-many").count("count", diffs.len()) };
    let live = |side: &Option<Record>| side.as_ref().is_some_and(Record::is_live);
    let kept = |side: &Option<Record>| side.as_ref().map_or(0, |record| record.conflicts().len());
    let (before, after) = (&one.before, &one.after);
    match (&one.key, before, after) {
        (EntryKey::Note(_), ..) if !live(before) => said("change-note-back"),
        (EntryKey::Note(_), ..) if !live(after) => said("change-note-gone"),
        (EntryKey::Note(_), Some(Record::Note(before)), Some(Record::Note(after)))
            if before.settled != after.settled =>
        {
            said("change-note-settled")
        }
        _ if kept(before) != kept(after) => said("change-decided"),
        (EntryKey::Note(_), ..) => said("change-note-words"),
        (EntryKey::Mark(number), ..) => {
            let status = |side: &Option<Record>| match side {
                Some(Record::Mark(mark)) => mark.status,
                _ => ReviewStatus::Unreviewed,
            };
            if status(before) == status(after) {
                said("change-recommendation").with("number", number)
            } else {
                said("change-status").with("number", number).and("status", status_said(status(after)))
            }
        }
    }
}
