//! The journal's lines: JSON, one event to a line, so that a line that a power cut tore harms no other. Each line ends
//! with a checksum of what stands before it, so that an altered line is not taken for genuine. Reading and writing of
//! text only; where the journal lies is `store`'s business.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use sha2::{Digest as _, Sha256};

use super::json::{record_in, record_out};
use crate::model::{EntryDiff, EntryKind, Event, Operation, OperationId, OperationKind};

/// What stands between a line's content and its checksum.
const SUM: &str = ",\"sum\":\"";

/// A line as it is written, but for its checksum.
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
    entries: Vec<WireDiff>,
    /// Notes, as lines without a checksum have them.
    #[serde(default, skip_serializing)]
    notes: Vec<WireDiff>,
    /// Marks, as lines without a checksum have them.
    #[serde(default, skip_serializing)]
    paragraphs: Vec<WireDiff>,
}

#[derive(Serialize, Deserialize)]
struct WireDiff {
    /// The kind's list in review files.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    kind: String,
    /// Its id or label.
    of: String,
    before: Option<Map<String, Json>>,
    after: Option<Map<String, Json>>,
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
    let text = serde_json::to_string(&line).map_err(|error| error.to_string())?;
    let content = text.strip_suffix('}').unwrap_or(&text);
    Ok(format!("{content}{SUM}{}\"}}\n", checksum(content)))
}

/// The first 16 hexadecimal digits of the SHA-256 of a line's content.
fn checksum(content: &str) -> String {
    Sha256::digest(content.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The event that a line of a journal tells; none if it cannot be understood: it is torn or altered, or of a newer
/// program.
#[must_use]
pub fn journal_event(line: &str) -> Option<Event> {
    let Some((content, sum)) = line.trim_end().rsplit_once(SUM) else {
        // As this program wrote lines before they had a checksum.
        return event_in(serde_json::from_str(line).ok()?);
    };
    if sum.strip_suffix("\"}") != Some(checksum(content).as_str()) {
        return None;
    }
    event_in(serde_json::from_str(&format!("{content}}}")).ok()?)
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
    let (deed, of) = match &operation.kind {
        OperationKind::Done => ("done", None),
        OperationKind::Undone(id) => ("undone", Some(id)),
        OperationKind::Redone(id) => ("redone", Some(id)),
        OperationKind::Outside => ("outside", None),
    };
    let entry = |diff: &EntryDiff| WireDiff {
        kind: diff.key.kind().table().list.to_owned(),
        of: diff.key.name().to_owned(),
        before: diff.before.as_ref().map(record_out),
        after: diff.after.as_ref().map(record_out),
    };
    WireOperation {
        id: operation.id.0.clone(),
        at: operation.at.to_string(),
        session: operation.session.clone(),
        deed: deed.to_owned(),
        of: of.map(|id| id.0.clone()),
        entries: operation.diffs.iter().map(entry).collect(),
        notes: Vec::new(),
        paragraphs: Vec::new(),
    }
}

fn operation_in(wire: WireOperation) -> Option<Operation> {
    let of = || wire.of.clone().map(OperationId);
    let kind = match wire.deed.as_str() {
        "done" => OperationKind::Done,
        "undone" => OperationKind::Undone(of()?),
        "redone" => OperationKind::Redone(of()?),
        "outside" => OperationKind::Outside,
        _ => return None,
    };
    let notes = wire.notes.into_iter().map(|diff| (EntryKind::Note, diff));
    let marks = wire.paragraphs.into_iter().map(|diff| (EntryKind::Mark, diff));
    let known = |list: &str| EntryKind::ALL.iter().copied().find(|kind| kind.table().list == list);
    let mut diffs = Vec::new();
    for diff in wire.entries {
        diffs.push(diff_in(known(&diff.kind)?, diff)?);
    }
    for (kind, diff) in notes.chain(marks) {
        diffs.push(diff_in(kind, diff)?);
    }
    let at = wire.at.parse().ok()?;
    Some(Operation { id: OperationId(wire.id), at, session: wire.session, kind, diffs })
}

fn diff_in(kind: EntryKind, wire: WireDiff) -> Option<EntryDiff> {
    // A side that is there and cannot be read makes the whole line unreadable.
    let side = |side: Option<Map<String, Json>>| match side {
        Some(fields) => record_in(kind, &wire.of, &fields).map(Some),
        None => Some(None),
    };
    Some(EntryDiff { key: kind.key(&wire.of), before: side(wire.before)?, after: side(wire.after)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Anchor, Change, EntryConflict, EntryKey, FieldValue, Label, Moment, Note, NoteId, NoteKind,
        Recommendation, Review, ReviewStatus, Symbol, Tag,
    };
    use proptest::prelude::*;

    fn operation(kind: OperationKind, body: &str) -> Operation {
        let at: Moment = "2026-11-23T14:02:00+01:00".parse().unwrap();
        let mut review = Review::new(Symbol("A/1".into()), "amara");
        let mut note = Note::new(NoteId("n1".into()), "18".into(), NoteKind::Point, body.into(), at);
        note.anchor = Anchor::new("zh", "并在 20 个联邦", 0..6);
        note.extra_tags = vec![Tag("首都".into())];
        note.deleted = Some(at);
        let two = |value| EntryConflict { value, from: "laptop".into() };
        note.conflicts = [
            FieldValue::new("body", body.to_owned()),
            FieldValue::new("kind", NoteKind::Editorial),
            FieldValue::new("settled", true),
            FieldValue::new("deleted", None::<Moment>),
            FieldValue::new("deleted", Some(at)),
            FieldValue::new("paragraph", Label::new("19")),
            FieldValue::new("anchor", None::<Anchor>),
            FieldValue::new("anchor", note.anchor.clone()),
        ]
        .map(two)
        .to_vec();
        let on_mark = [
            FieldValue::new("status", ReviewStatus::Query),
            FieldValue::new("recommendation", None::<Recommendation>),
        ];
        let on_mark = on_mark.map(|value| Change::KeepBoth {
            of: EntryKey::Mark("19".into()),
            conflict: two(value),
            place: 0,
            value: None,
        });
        let change = Change::Many(vec![
            Change::add_note(note),
            Change::set_status("18 bis".into(), ReviewStatus::Amend, None),
            Change::set_recommendation("19".into(), Some(Recommendation::Makes)),
            Change::Many(on_mark.to_vec()),
        ]);
        let diffs = review.apply(change, at).unwrap();
        Operation { id: OperationId("o1".into()), at, session: "s".into(), kind, diffs }
    }

    /// What a journal's text tells, and how many of its lines tell nothing.
    fn read_journal(text: &str) -> (Vec<Event>, usize) {
        let lines: Vec<Option<Event>> = text.lines().map(journal_event).collect();
        let damaged = lines.iter().filter(|event| event.is_none()).count();
        (lines.into_iter().flatten().collect(), damaged)
    }

    /// One event of each kind.
    fn events() -> Vec<Event> {
        let id = || OperationId("o0".into());
        let kinds = [
            OperationKind::Done,
            OperationKind::Undone(id()),
            OperationKind::Redone(id()),
            OperationKind::Outside,
        ];
        let words = "一\n二\u{2028}\u{1b}\r\n\"\\";
        let mut events: Vec<Event> =
            kinds.into_iter().map(|kind| Event::Operation(operation(kind, words))).collect();
        events.push(Event::Saved(vec![id(), OperationId("o1".into())]));
        events.push(Event::Refused(vec![id()]));
        events
    }

    #[test]
    fn every_event_is_one_line_and_comes_back() {
        let events = events();
        let text: String = events.iter().map(|event| journal_line(event).unwrap()).collect();
        assert_eq!(text.matches('\n').count(), events.len());
        let read: Vec<Event> = text.lines().filter_map(journal_event).collect();
        assert_eq!(read, events);
    }

    #[test]
    fn lines_that_were_written_before_they_had_a_checksum_are_read() {
        let text = include_str!("../../tests/fixtures/format-1/journal.jsonl");
        assert_eq!(read_journal(text), (events(), 0));
    }

    #[test]
    fn an_altered_line_is_not_taken_for_genuine() {
        for event in events() {
            let line = journal_line(&event).unwrap();
            let letters: Vec<char> = line.trim_end().chars().collect();
            for (at, letter) in letters.iter().enumerate() {
                let other = if *letter == '1' { '2' } else { '1' };
                let mut altered = letters.clone();
                altered[at] = other;
                let altered: String = altered.into_iter().collect();
                assert_eq!(read_journal(&altered), (vec![], 1), "{altered}");
            }
        }
    }

    #[test]
    fn a_torn_or_foreign_line_costs_no_other_line() {
        let saved = journal_line(&Event::Saved(vec![OperationId("o1".into())])).unwrap();
        let whole = journal_line(&Event::Operation(operation(OperationKind::Done, "字"))).unwrap();
        let torn: String = whole.chars().take(80).collect();
        let text = format!("{saved}{torn}\n\n{{\"told\":1}}\n{}{saved}", whole.replace("point", "poem"));
        let understood: Vec<bool> = text.lines().map(|line| journal_event(line).is_some()).collect();
        assert_eq!(understood, [true, false, false, false, false, true]);
    }

    proptest! {
        #[test]
        fn any_words_come_back(body in any::<String>()) {
            let event = Event::Operation(operation(OperationKind::Done, &body));
            let line = journal_line(&event).unwrap();
            prop_assert_eq!(journal_event(&line), Some(event));
        }
    }
}
