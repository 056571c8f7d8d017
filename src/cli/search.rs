//! `rapporteur search`: what the screen's search finds, in one document or in all.

use super::arguments::Search;
use super::context::Context;
use super::json::{self, HitObject, SearchObject};
use super::outcome::{Done, Exit, Failure};
use super::page::{DOT, Look, Page};
use super::reviews;
use crate::messages::said;
use crate::model::Document;
use crate::search::{Hit, Library, NoteText, Query, Search as Running};

/// Searches. No hit is exit code 1.
pub fn run(context: &Context, asked: &Search) -> Result<Done, Failure> {
    let query = Query::parse(&asked.query);
    if query.is_empty() {
        return Err(Failure::usage(said("cli-empty-query")));
    }
    let (picked, mut remarks) = context.pick_all(&asked.documents)?;
    let mut library = Library::default();
    for picked in &picked {
        let found = reviews::read(context, picked)?;
        let notes: Vec<NoteText<'_>> = found
            .all()
            .flat_map(|review| review.live_notes().map(|note| NoteText::of(&review.reviewer, note)))
            .collect();
        library.put(&picked.document);
        library.set_notes(picked.document.symbol(), picked.document.language(), &notes);
        for remark in found.remarks {
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
    }
    let mut search = Running::new(&library, &query, usize::MAX);
    search.finish();
    let places = search.hits();
    let count = places.len();
    let mut hits: Vec<Hit> = Vec::new();
    for place in places.iter().take(usize::try_from(asked.limit).unwrap_or(usize::MAX)) {
        let document = search.document_of(place).and_then(|(symbol, language)| {
            let is = |document: &&Document| document.symbol() == symbol && document.language() == language;
            picked.iter().map(|picked| &picked.document).find(is)
        });
        hits.extend(document.and_then(|document| search.hit(place, document)));
    }
    let out = if asked.json {
        let hits = hits.iter().map(HitObject::from).collect();
        json::text(&SearchObject { query: &asked.query, count, hits })
    } else {
        human(context, &asked.query, count, &hits, picked.len() > 1)
    };
    let exit = if count == 0 { Exit::Found } else { Exit::Done };
    Ok(Done::new(out).remarking(remarks).ending(exit))
}

fn human(context: &Context, query: &str, count: usize, hits: &[Hit], several: bool) -> String {
    let mut page = Page::new(context.style);
    if count == 0 {
        page.text("", &context.say(&said("cli-no-hit").with("query", query)), Look::Plain);
    }
    let mut loose = false;
    for hit in hits {
        if !hit.tier.is_strict() && !loose {
            loose = true;
            page.gap();
            page.text("", &context.say(&said("cli-loose-hits")), Look::Quiet);
        }
        let number = hit.paragraph.as_ref().map(ToString::to_string);
        let field = context.word(&format!("cli-field-{}", hit.field.word()));
        let mut parts: Vec<&str> = Vec::new();
        let document = context.messages.bracketed(&hit.symbol.0, &hit.language);
        if several {
            parts.push(&document);
        }
        parts.extend(number.as_deref());
        parts.push(&field);
        page.pieces("", [(parts.join(DOT).as_str(), Look::Heading)]);
        page.marked("    ", &hit.snippet.text, &hit.snippet.ranges);
    }
    if hits.len() < count {
        let more = said("cli-more-hits").count("shown", hits.len()).count("count", count);
        page.gap();
        page.text("", &context.say(&more), Look::Quiet);
    }
    page.finish()
}
