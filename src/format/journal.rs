//! The journal's lines: JSON, one event to a line, so that a line that a power cut tore harms no other. Reading and
//! writing of text only; where the journal lies is `store`'s business.

use serde::{Deserialize, Serialize};

use crate::model::{
    Altered, Anchor, AnchorState, Deed, Disagreement, Event, FieldValue, Mark, Note, NoteId, NoteKind,
    Operation, OperationId, ParagraphNumber, Recommendation, ReviewStatus, Tag,
};

/// A line as it is written.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Line {
    Operation(WireOperation),
    Saved(Vec<String>),
    Refused(Vec<String>),
}

#[derive(Serialize, Deserialize)]
struct WireOperation {
    id: String,
    at: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    session: String,
    /// `done`, `undone`, `redone`, `outside`.
    deed: String,
    /// Which operation was undone or done again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<WireAltered<WireNote>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    paragraphs: Vec<WireAltered<WireMark>>,
}

#[derive(Serialize, Deserialize)]
struct WireAltered<T> {
    of: String,
    before: Option<T>,
    after: Option<T>,
}

#[derive(Serialize, Deserialize)]
struct WireNote {
    paragraph: String,
    kind: String,
    settled: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    rev: u64,
    created: String,
    changed: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deleted: Option<String>,
    body: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    anchor: Option<WireAnchor>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    disagreements: Vec<WireDisagreement>,
}

#[derive(Serialize, Deserialize)]
struct WireAnchor {
    language: String,
    exact: String,
    prefix: String,
    suffix: String,
    start: usize,
    end: usize,
    paragraph_hash: String,
    state: String,
}

#[derive(Serialize, Deserialize)]
struct WireMark {
    status: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recommendation: Option<String>,
    rev: u64,
    changed: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    disagreements: Vec<WireDisagreement>,
}

#[derive(Serialize, Deserialize)]
struct WireDisagreement {
    field: String,
    value: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    from: String,
    /// The value of `anchor`, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    anchor: Option<WireAnchor>,
}

/// An event as a line, its end included.
///
/// # Errors
/// It cannot be written as JSON: a fault of the program.
pub fn journal_line(event: &Event) -> Result<String, String> {
    let ids = |ids: &[OperationId]| ids.iter().map(|id| id.0.clone()).collect();
    let line = match event {
        Event::Operation(operation) => Line::Operation(operation_out(operation)),
        Event::Saved(which) => Line::Saved(ids(which)),
        Event::Refused(which) => Line::Refused(ids(which)),
    };
    let mut text = serde_json::to_string(&line).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text)
}

/// The event that a line of a journal tells; none if it cannot be understood: it is torn, or of a newer program.
#[must_use]
pub fn journal_event(line: &str) -> Option<Event> {
    serde_json::from_str(line).ok().and_then(event_in)
}

fn event_in(line: Line) -> Option<Event> {
    let ids = |ids: Vec<String>| ids.into_iter().map(OperationId).collect();
    Some(match line {
        Line::Operation(wire) => Event::Operation(operation_in(wire)?),
        Line::Saved(which) => Event::Saved(ids(which)),
        Line::Refused(which) => Event::Refused(ids(which)),
    })
}

fn operation_out(operation: &Operation) -> WireOperation {
    let (deed, of) = match &operation.deed {
        Deed::Done => ("done", None),
        Deed::Undone(id) => ("undone", Some(id)),
        Deed::Redone(id) => ("redone", Some(id)),
        Deed::Outside => ("outside", None),
    };
    let mut wire = WireOperation {
        id: operation.id.0.clone(),
        at: operation.at.to_string(),
        session: operation.session.clone(),
        deed: deed.to_owned(),
        of: of.map(|id| id.0.clone()),
        notes: Vec::new(),
        paragraphs: Vec::new(),
    };
    for altered in &operation.altered {
        match altered {
            Altered::Note { id, before, after } => wire.notes.push(WireAltered {
                of: id.0.clone(),
                before: before.as_deref().map(note_out),
                after: after.as_deref().map(note_out),
            }),
            Altered::Mark { number, before, after } => wire.paragraphs.push(WireAltered {
                of: number.to_string(),
                before: before.as_ref().map(mark_out),
                after: after.as_ref().map(mark_out),
            }),
        }
    }
    wire
}

fn operation_in(wire: WireOperation) -> Option<Operation> {
    let of = || wire.of.clone().map(OperationId);
    let deed = match wire.deed.as_str() {
        "done" => Deed::Done,
        "undone" => Deed::Undone(of()?),
        "redone" => Deed::Redone(of()?),
        "outside" => Deed::Outside,
        _ => return None,
    };
    let mut altered = Vec::with_capacity(wire.notes.len() + wire.paragraphs.len());
    for entry in wire.notes {
        let id = NoteId(entry.of);
        let (before, after) = both(entry.before, entry.after, |wire| note_in(&id, wire).map(Box::new))?;
        altered.push(Altered::Note { id, before, after });
    }
    for entry in wire.paragraphs {
        let (before, after) = both(entry.before, entry.after, mark_in)?;
        altered.push(Altered::Mark { number: ParagraphNumber::new(&entry.of), before, after });
    }
    let at = wire.at.parse().ok()?;
    Some(Operation { id: OperationId(wire.id), at, session: wire.session, deed, altered })
}

/// Both sides read; none if one of them is there and cannot be read.
fn both<W, T>(
    before: Option<W>,
    after: Option<W>,
    read: impl Fn(W) -> Option<T>,
) -> Option<(Option<T>, Option<T>)> {
    let side = |wire: Option<W>| match wire {
        Some(wire) => read(wire).map(Some),
        None => Some(None),
    };
    Some((side(before)?, side(after)?))
}

fn note_out(note: &Note) -> WireNote {
    WireNote {
        paragraph: note.paragraph.to_string(),
        kind: note.kind.word().to_owned(),
        settled: note.settled,
        tags: note.extra_tags.iter().map(|tag| tag.0.clone()).collect(),
        rev: note.rev,
        created: note.created.to_string(),
        changed: note.changed.to_string(),
        deleted: note.deleted.map(|at| at.to_string()),
        body: note.body.clone(),
        anchor: note.anchor.as_ref().map(anchor_out),
        disagreements: note.disagreements.iter().map(disagreement_out).collect(),
    }
}

fn anchor_out(anchor: &Anchor) -> WireAnchor {
    let Anchor { language, exact, prefix, suffix, start, end, paragraph_hash, state } = anchor.clone();
    let state = state.word().to_owned();
    WireAnchor { language, exact, prefix, suffix, start, end, paragraph_hash, state }
}

fn anchor_in(wire: WireAnchor) -> Option<Anchor> {
    let states = [AnchorState::Sure, AnchorState::Check, AnchorState::Orphan];
    let WireAnchor { language, exact, prefix, suffix, start, end, paragraph_hash, state } = wire;
    let state = states.into_iter().find(|known| known.word() == state)?;
    Some(Anchor { language, exact, prefix, suffix, start, end, paragraph_hash, state })
}

fn disagreement_out(disagreement: &Disagreement) -> WireDisagreement {
    let anchor = match &disagreement.value {
        FieldValue::Anchor(anchor) => anchor.as_deref().map(anchor_out),
        _ => None,
    };
    let (field, value) = (disagreement.value.field().to_owned(), disagreement.value.text());
    WireDisagreement { field, value, from: disagreement.from.clone(), anchor }
}

fn disagreement_in(wire: WireDisagreement) -> Option<Disagreement> {
    let value = match (wire.field.as_str(), wire.anchor) {
        ("anchor", None) => FieldValue::Anchor(None),
        ("anchor", Some(anchor)) => FieldValue::Anchor(Some(Box::new(anchor_in(anchor)?))),
        (field, _) => FieldValue::of_text(field, &wire.value)?,
    };
    Some(Disagreement { value, from: wire.from })
}

fn note_in(id: &NoteId, wire: WireNote) -> Option<Note> {
    let anchor = match wire.anchor {
        None => None,
        Some(anchor) => Some(anchor_in(anchor)?),
    };
    let deleted = match wire.deleted {
        None => None,
        Some(at) => Some(at.parse().ok()?),
    };
    Some(Note {
        id: id.clone(),
        paragraph: ParagraphNumber::new(&wire.paragraph),
        kind: NoteKind::from_word(&wire.kind)?,
        settled: wire.settled,
        extra_tags: wire.tags.into_iter().map(Tag).collect(),
        rev: wire.rev,
        created: wire.created.parse().ok()?,
        changed: wire.changed.parse().ok()?,
        deleted,
        body: wire.body,
        anchor,
        disagreements: wire.disagreements.into_iter().map(disagreement_in).collect::<Option<_>>()?,
    })
}

fn mark_out(mark: &Mark) -> WireMark {
    WireMark {
        status: mark.status.word().to_owned(),
        recommendation: mark.recommendation.map(|said| said.word().to_owned()),
        rev: mark.rev,
        changed: mark.changed.to_string(),
        disagreements: mark.disagreements.iter().map(disagreement_out).collect(),
    }
}

fn mark_in(wire: WireMark) -> Option<Mark> {
    let words = [Recommendation::Makes, Recommendation::Discusses, Recommendation::None];
    let recommendation = match wire.recommendation {
        None => None,
        Some(word) => Some(words.into_iter().find(|said| said.word() == word)?),
    };
    let status = ReviewStatus::from_word(&wire.status)?;
    let disagreements = wire.disagreements.into_iter().map(disagreement_in).collect::<Option<_>>()?;
    Some(Mark { status, recommendation, rev: wire.rev, changed: wire.changed.parse().ok()?, disagreements })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Change, Review, Symbol};
    use proptest::prelude::*;

    fn operation(deed: Deed, body: &str) -> Operation {
        let at = "2026-11-23T14:02:00+01:00".parse().unwrap();
        let before = Review::new(Symbol("A/1".into()), "amara");
        let mut after = before.clone();
        let mut note = Note::new(NoteId("n1".into()), "18".into(), NoteKind::Point, body.into(), at);
        note.anchor = Anchor::new("zh", "并在 20 个联邦", 0..6);
        note.extra_tags = vec![Tag("首都".into())];
        note.deleted = Some(at);
        let two = |value| Disagreement { value, from: "laptop".into() };
        note.disagreements = [
            FieldValue::Body(body.into()),
            FieldValue::Kind(NoteKind::Editorial),
            FieldValue::Settled(true),
            FieldValue::Deleted(None),
            FieldValue::Deleted(Some(at)),
            FieldValue::Paragraph("19".into()),
            FieldValue::Anchor(None),
            FieldValue::Anchor(note.anchor.clone().map(Box::new)),
        ]
        .map(two)
        .to_vec();
        let on_mark = [FieldValue::Status(ReviewStatus::Query), FieldValue::Recommendation(None)];
        let on_mark = on_mark.map(|value| Change::Disagree {
            of: crate::model::Entry::Paragraph("19".into()),
            disagreement: two(value),
            place: 0,
            value: None,
        });
        let change = Change::Many(vec![
            Change::AddNote(Box::new(note)),
            Change::SetStatus { paragraph: "18 bis".into(), status: ReviewStatus::Amend },
            Change::SetRecommendation { paragraph: "19".into(), recommendation: Some(Recommendation::Makes) },
            Change::Many(on_mark.to_vec()),
        ]);
        after.apply(change.clone(), at).unwrap();
        let altered = Altered::by(&change, &before, &after);
        Operation { id: OperationId("o1".into()), at, session: "s".into(), deed, altered }
    }

    #[test]
    fn every_event_is_one_line_and_comes_back() {
        let id = || OperationId("o0".into());
        let mut events: Vec<Event> = [Deed::Done, Deed::Undone(id()), Deed::Redone(id()), Deed::Outside]
            .into_iter()
            .map(|deed| Event::Operation(operation(deed, "一\n二\u{2028}\u{1b}\r\n\"\\")))
            .collect();
        events.push(Event::Saved(vec![id(), OperationId("o1".into())]));
        events.push(Event::Refused(vec![id()]));
        let text: String = events.iter().map(|event| journal_line(event).unwrap()).collect();
        assert_eq!(text.matches('\n').count(), events.len());
        let read: Vec<Event> = text.lines().filter_map(journal_event).collect();
        assert_eq!(read, events);
    }

    #[test]
    fn a_torn_or_foreign_line_costs_no_other_line() {
        let saved = journal_line(&Event::Saved(vec![OperationId("o1".into())])).unwrap();
        let whole = journal_line(&Event::Operation(operation(Deed::Done, "字"))).unwrap();
        let torn: String = whole.chars().take(80).collect();
        let text = format!("{saved}{torn}\n\n{{\"told\":1}}\n{}{saved}", whole.replace("point", "poem"));
        let understood: Vec<bool> = text.lines().map(|line| journal_event(line).is_some()).collect();
        assert_eq!(understood, [true, false, false, false, false, true]);
    }

    proptest! {
        #[test]
        fn any_words_come_back(body in any::<String>()) {
            let event = Event::Operation(operation(Deed::Done, &body));
            let line = journal_line(&event).unwrap();
            prop_assert_eq!(journal_event(&line), Some(event));
        }
    }
}
