//! Statuses, kinds and roles in words of the catalogue.

use crate::messages::{Said, said};
use crate::model::{NoteKind, ReviewStatus, Role};

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
