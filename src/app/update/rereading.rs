//! The open document has changed in its file: the new text comes in the place of the old one, and one stays where one was,
//! with what one is doing.

use std::sync::Arc;

use crate::app::{Ask, Effect, Location, Mode, OpenDocument, Passage, Shell, SourceId};
use crate::layout::Point;
use crate::messages::{UserMessage, user_message};
use crate::model::{Anchor, Document, Label, ParagraphIndex};
use crate::search::Query;

/// The new text is there.
pub fn reread(
    shell: &mut Shell,
    open: &mut OpenDocument,
    source: SourceId,
    document: Arc<Document>,
) -> Vec<Effect> {
    if open.source != source {
        return Vec::new();
    }
    let before = Arc::clone(&open.document);
    if before == document {
        if open.stale.take().is_some() {
            shell.notices.tell_of_text(user_message("text-readable"));
        }
        return Vec::new();
    }
    let place = |at: ParagraphIndex| place_in(&before, at, &document);
    // What stood in a paragraph that is another one now is its beginning.
    let point = |point: Point| {
        let paragraph = place(point.paragraph);
        let same = before.paragraph_at(point.paragraph) == document.paragraph_at(paragraph);
        if same { point.moved(paragraph) } else { Point::first(paragraph) }
    };
    let moved = |location: Location| Location {
        at: location.at.map(place).filter(|at| document.paragraph_at(*at).is_some()),
        top: location.top.map(point),
        passage: location.passage.and_then(|passage| carried(passage, &before, &document)),
        ..location
    };
    let here = moved(open.location(shell));
    if let Mode::Search(bar) = &mut shell.mode {
        bar.back = bar.back.take().map(moved);
    }
    open.view.goto = None;
    open.view.folds.folded.clear();
    leave_places(&mut shell.mode);
    let changed = document.paragraphs_changed(&before);
    open.show(Arc::clone(&document), shell.ambiguous);
    open.go_back(shell, &here);
    let sentence =
        if changed == 0 { user_message("text-changed-around") } else { user_message("text-changed") };
    shell.notices.tell_of_text(sentence.count("count", changed));
    let mut effects = vec![open.index()];
    // What was searched is searched in the new text.
    let search = match (&shell.mode, &open.view.hits) {
        (Mode::Search(bar), _) => Some((bar.generation, bar.field.text().to_owned())),
        (_, Some(hits)) => Some((hits.generation, hits.query.clone())),
        _ => None,
    };
    let find =
        |(generation, query): (u64, String)| shell.find(Some(&open.view), generation, Query::parse(&query));
    effects.extend(search.map(find));
    effects
}

/// The new text cannot be had: the one that was read stays, and that is said until it changes.
pub fn stale(shell: &mut Shell, open: &mut OpenDocument, source: SourceId, why: UserMessage) {
    if open.source == source {
        shell.notices.tell_of_text(user_message("text-stale").and("why", why.clone()));
        open.stale = Some(why);
    }
}

/// Where a paragraph of the former text is now; where it would be, if it is gone.
fn place_in(before: &Document, at: ParagraphIndex, now: &Document) -> ParagraphIndex {
    let numbers: Vec<&Label> =
        before.paragraphs.iter().take(at.next().0).map(|paragraph| &paragraph.label).collect();
    numbers.iter().rev().find_map(|number| now.position(number)).unwrap_or_default()
}

/// A selection where its words are now; none if they are gone.
fn carried(passage: Passage, before: &Document, now: &Document) -> Option<Passage> {
    let Passage::Text { paragraph, range } = passage else { return Some(passage) };
    let old = before.paragraph_at(paragraph)?;
    let at = now.position(&old.label)?;
    let text = now.paragraph_at(at)?.text();
    let range = Anchor::new(now.language(), old.text(), range)?.find(text)?;
    Some(Passage::Text { paragraph: at, range })
}

/// What speaks of places in the text that was there is left: a selection, a range, a question about a paragraph. What is
/// being written stays.
fn leave_places(mode: &mut Mode) {
    let leave = match mode {
        Mode::Select(_) | Mode::Status(..) | Mode::Menu(_) => true,
        Mode::Question { ask: Ask::AcceptOver(_), .. } => true,
        Mode::Question { back, .. } => {
            leave_places(back);
            false
        }
        _ => false,
    };
    if leave {
        *mode = Mode::Browse;
    }
}
