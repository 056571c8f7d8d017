//! What values of the model are called: a status, a kind of note, a role, a language … The one place where such a
//! value becomes words; nothing else asks the catalog for them. No sentence about what happened: that is who tells
//! it.

use super::{UserMessage, user_message};
use crate::model::{
    AnchorState, CurrentStatus, Document, Label, NoteKind, Paragraph, Recommendation, RecommendationFacts,
    ReviewStatus, SpeakerRole, StatePosition, UnitKind, UnitPlace,
};

/// The word for a review status.
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

/// What a unit is called in the middle of a sentence. One that has no number is called by how it begins: its label is no
/// number and is never shown as one.
#[must_use]
pub fn unit(document: &Document, label: &Label) -> UserMessage {
    unit_as(document, label, ["unit", "unit-part", "unit-heading", "unit-text", "unit-table", "unit-image"])
}

/// The same at the beginning of a sentence.
#[must_use]
pub fn unit_first(document: &Document, label: &Label) -> UserMessage {
    let ids = [
        "unit-first",
        "unit-part-first",
        "unit-heading-first",
        "unit-text-first",
        "unit-table-first",
        "unit-image-first",
    ];
    unit_as(document, label, ids)
}

fn unit_as(document: &Document, label: &Label, ids: [&'static str; 6]) -> UserMessage {
    let [paragraph, part, heading, text, table, image] = ids;
    let Some(unit) = document.place(label).and_then(|place| document.unit(place)) else {
        return user_message(paragraph).with("label", label);
    };
    let id = match unit.kind {
        UnitKind::Paragraph => return user_message(paragraph).with("label", label),
        UnitKind::Subparagraph => return user_message(part).with("label", label),
        UnitKind::Heading => heading,
        UnitKind::Unnumbered => text,
        UnitKind::Table => table,
        UnitKind::Image => image,
    };
    user_message(id).with("words", beginning(&unit.text))
}

/// The first words of a text, on one line.
fn beginning(text: &str) -> String {
    /// So many characters are enough to know a text again.
    const MOST: usize = 24;
    let line = text.lines().next().unwrap_or_default();
    let mut words: String = line.chars().take(MOST).collect();
    if words.len() < text.len() {
        words = words.trim_end().to_owned();
        words.push('…');
    }
    words
}

/// What a unit is called in a list or above what is said of it: its number; the words of a heading, the caption of a table
/// or of a picture; else where it stands, since a label that is no number is never shown as one.
#[must_use]
pub fn unit_title(document: &Document, label: &Label) -> UserMessage {
    let text = |words: &str| user_message("value-text").with("text", words);
    let Some(unit) = document.place(label).and_then(|place| document.unit(place)) else {
        return text(label.as_str());
    };
    let what = match unit.kind {
        UnitKind::Paragraph | UnitKind::Subparagraph => return text(label.as_str()),
        UnitKind::Heading => return text(&unit.text),
        UnitKind::Unnumbered => user_message("unit-is-text"),
        UnitKind::Table => user_message("unit-is-table"),
        UnitKind::Image => user_message("unit-is-image"),
    };
    if unit.kind != UnitKind::Unnumbered
        && let UnitPlace::Paragraph(at) = unit.place
        && let Some(caption) =
            document.paragraph_at(at).map(Paragraph::lead).filter(|words| !words.is_empty())
    {
        return text(caption);
    }
    // A label that was given by hand says nothing of its place.
    let (before, nth) = label.as_str().rsplit_once('+').unwrap_or((label.as_str(), ""));
    let said = match before.strip_suffix('0').map(|series| series.trim_end_matches('/')) {
        Some("") => user_message("unit-at-beginning"),
        Some(series) if before.ends_with("/0") => user_message("unit-at-beginning-of").with("series", series),
        _ if nth.is_empty() => user_message("unit-called").with("label", label),
        _ => user_message("unit-after").with("number", before),
    };
    let said = said.and("what", what);
    match nth.parse() {
        Ok(nth) if nth > 1 => user_message("unit-nth").and("unit", said).count("nth", nth),
        _ => said,
    }
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

/// The word for what a speaker is in the meeting.
#[must_use]
pub fn role(role: SpeakerRole) -> UserMessage {
    user_message(match role {
        SpeakerRole::Chair => "role-chair",
        SpeakerRole::Secretariat => "role-secretariat",
        SpeakerRole::Panelist => "role-panelist",
        SpeakerRole::Speaker => "role-speaker",
    })
}

/// What a document says of a recommendation, as far as it does: from whom, to whom, its theme, the answer and where it
/// stands.
#[must_use]
pub fn facts(facts: &RecommendationFacts) -> Vec<UserMessage> {
    let mut said = Vec::new();
    for (id, names) in [("facts-from", &facts.from), ("facts-to", &facts.to)] {
        if !names.is_empty() {
            said.push(user_message(id).list("names", names.iter().map(String::as_str)));
        }
    }
    for (id, words) in [("facts-verb", &facts.verb), ("facts-theme", &facts.theme)] {
        said.extend(words.as_deref().map(|words| user_message(id).with("words", words)));
    }
    said.extend(facts.position.map(|answer| match &facts.source {
        Some(source) => {
            user_message("facts-position-source").and("position", position(answer)).with("source", source)
        }
        None => user_message("facts-position").and("position", position(answer)),
    }));
    said
}

/// The answer of the State under review.
#[must_use]
pub fn position(position: StatePosition) -> UserMessage {
    user_message(match position {
        StatePosition::Supported => "position-supported",
        StatePosition::Noted => "position-noted",
        StatePosition::Pending => "position-pending",
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
        "mul" => "language-mul",
        _ => return user_message("value-text").with("text", code),
    })
}
