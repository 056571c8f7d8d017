//! The open document has changed in its file: the new text comes in the place of the old one, and one stays where one was,
//! with what one is doing.

use std::sync::Arc;

use crate::app::{App, Ask, Effect, Mode, Passage};
use crate::messages::{Said, said};
use crate::model::{Anchor, Document, ParagraphNumber};
use crate::page::Point;
use crate::search::Query;

/// The new text is there.
pub fn reread(app: &mut App, source: usize, document: Arc<Document>) -> Vec<Effect> {
    let Some(before) = app.document.clone().filter(|_| app.source == Some(source)) else { return Vec::new() };
    if before == document {
        if app.stale.take().is_some() {
            say(app, said("text-readable"));
        }
        return Vec::new();
    }
    let place = |at: usize| place_in(&before, at, &document);
    let at = app.at.map(place);
    // What stood in a paragraph that is another one now is its beginning.
    let moved = |point: Point| {
        let paragraph = place(point.paragraph);
        let same = before.paragraphs.get(point.paragraph) == document.paragraphs.get(paragraph);
        if same { point.moved(paragraph) } else { Point::first(paragraph) }
    };
    let top = app.standing().map(moved);
    let passage = app.passage.take().and_then(|passage| carried(passage, &before, &document));
    if let Mode::Search(bar) = &mut app.mode {
        bar.back.0 = bar.back.0.map(place);
        bar.back.1 = bar.back.1.map(moved);
    }
    app.goto = None;
    app.folded.clear();
    leave_places(&mut app.mode);
    let changed = document.paragraphs_changed(&before);
    app.show(Arc::clone(&document));
    match at {
        Some(at) if at < app.count() => app.go_to(at),
        Some(_) => app.open_about(),
        None => {}
    }
    if let Some(top) = top {
        app.stand(top);
    }
    app.passage = passage;
    let sentence = if changed == 0 { said("text-changed-around") } else { said("text-changed") };
    say(app, sentence.count("count", changed));
    let mut effects: Vec<Effect> = app.index().into_iter().collect();
    // What was searched is searched in the new text.
    let search = match (&app.mode, &app.hits) {
        (Mode::Search(bar), _) => Some((bar.generation, bar.field.text().to_owned())),
        (_, Some(hits)) => Some((hits.generation, hits.query.clone())),
        _ => None,
    };
    effects.extend(search.map(|(generation, query)| app.find(generation, Query::parse(&query))));
    effects
}

/// The new text cannot be had: the one that was read stays, and that is said until it changes.
pub fn stale(app: &mut App, source: usize, why: Said) {
    if app.source == Some(source) {
        say(app, said("text-stale").and("why", why.clone()));
        app.stale = Some(why);
    }
}

/// Says it now, or after what is being said. What was said of the text before is not true any more.
fn say(app: &mut App, sentence: Said) {
    let of_the_text = |said: &Said| said.id.starts_with("text-");
    app.remarks.retain(|said| !of_the_text(said));
    if app.notice.as_ref().is_none_or(of_the_text) {
        app.notice = Some(sentence);
    } else {
        app.remarks.push(sentence);
    }
}

/// Where a paragraph of the former text is now; where it would be, if it is gone.
fn place_in(before: &Document, at: usize, now: &Document) -> usize {
    let numbers: Vec<&ParagraphNumber> =
        before.paragraphs.iter().take(at + 1).map(|paragraph| &paragraph.number).collect();
    numbers.iter().rev().find_map(|number| now.position(number)).unwrap_or(0)
}

/// A selection where its words are now; none if they are gone.
fn carried(passage: Passage, before: &Document, now: &Document) -> Option<Passage> {
    let Passage::Text { paragraph, range } = passage else { return Some(passage) };
    let old = before.paragraphs.get(paragraph)?;
    let at = now.position(&old.number)?;
    let text = now.paragraphs.get(at)?.text();
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
