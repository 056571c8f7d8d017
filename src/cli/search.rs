//! `rapporteur search`: what the screen's search finds, in one document or in all.

use std::collections::HashSet;

use super::arguments::SearchArguments;
use super::choose::Picked;
use super::context::CommandContext;
use super::json::{self, HitObject, SearchObject};
use super::outcome::{Done, Exit, Failure};
use super::page::{DOT, Page, TextKind};
use super::reviews;
use crate::app::{Field, LINE_LIMIT};
use crate::messages::{UserMessage, captions, user_message};
use crate::model::{Document, Label, ParagraphIndex, Review, Symbol};
use crate::search::{Hit, HitPart, Index, Query, SearchResults, SearchRun};
use crate::store::{Draft, Drafts, Found as FoundDraft};

/// Searches. No hit is exit code 1.
pub fn run(context: &CommandContext, asked: &SearchArguments) -> Result<Done, Failure> {
    // As much as the screen's field takes of what is pasted.
    let mut typed = Field::line("");
    let whole = typed.paste(&asked.query);
    let query = Query::parse(typed.text());
    if query.is_empty() {
        return Err(Failure::usage(user_message("cli-empty-query")));
    }
    let (picked, mut remarks) = context.pick_all(&asked.documents)?;
    if !whole {
        remarks.push(user_message("field-cut").count("count", LINE_LIMIT));
    }
    let meant: Vec<(Symbol, String)> = picked.iter().map(|picked| version(&picked.document)).collect();
    // Their other language versions are there too, as on the screen: for `lang:`, and for what only they have.
    let beside = context.versions_beside(&picked);
    let picked: Vec<Picked> = picked.into_iter().chain(beside).collect();
    let mut library = Index::default();
    for picked in &picked {
        let found = reviews::read(context, picked)?;
        library.put(&picked.document);
        let (symbol, language) = version(&picked.document);
        let drafts = drafts(context, picked, &found.mine);
        library.set_reviews(&symbol, &language, &found.mine, &found.others, drafts);
        for remark in found.remarks {
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
    }
    choose(context, &mut library, &picked, asked, &meant);
    let limit = usize::try_from(asked.limit).unwrap_or(usize::MAX);
    let found = find(&library, &query, limit, &picked);
    let count = found.all();
    let out = if asked.json {
        let hits = found.hits.iter().map(HitObject::from).collect();
        json::text(&SearchObject { query: &asked.query, count, hits })
    } else {
        human(context, &asked.query, &found, &picked)
    };
    let exit = if count == 0 { Exit::Found } else { Exit::Done };
    Ok(Done::new(out).remarking(remarks).ending(exit))
}

fn version(document: &Document) -> (Symbol, String) {
    (document.symbol().clone(), document.language().to_owned())
}

/// Whether a hit must say which document it is in.
fn several(picked: &[Picked]) -> bool {
    picked.len() > 1
}

/// Of several language versions of a text one is searched: the first, in the language that was asked for. Who names two
/// wants both.
fn choose(
    context: &CommandContext,
    library: &mut Index,
    picked: &[Picked],
    asked: &SearchArguments,
    meant: &[(Symbol, String)],
) {
    let named = !asked.documents.is_empty() || context.global.document.is_some();
    // Without one, that of the document that the screen would open first.
    let wanted = context.language().or_else(|| meant.first().map(|(_, language)| language.clone()));
    let mut chosen: HashSet<&Symbol> = HashSet::new();
    for symbol in picked.iter().map(|picked| picked.document.symbol()) {
        if !chosen.insert(symbol) {
            continue;
        }
        let all = picked.iter().filter(|picked| picked.document.symbol() == symbol);
        let versions: Vec<String> = all.map(|picked| picked.document.language().to_owned()).collect();
        library.choose(symbol, &versions, wanted.as_deref());
        for (symbol, language) in meant.iter().filter(|(of, _)| named && of == symbol) {
            library.set_aside(symbol, language, false);
        }
    }
}

/// The paragraphs on which drafts are that an interruption left.
fn drafts(context: &CommandContext, picked: &Picked, mine: &Review) -> Vec<Label> {
    let found = Drafts::look_through(&context.paths.state, &picked.source.workspace);
    let left = found.into_iter().filter_map(|found| match found {
        FoundDraft::Interrupted { draft, .. } => Some(draft),
        FoundDraft::Elsewhere { .. } | FoundDraft::Damaged(_) => None,
    });
    // One whose note was saved word for word is none any more.
    let saved = |draft: &Draft| mine.note(&draft.note).is_some_and(|note| note.body == draft.body.trim_end());
    let here = left.filter(|draft| draft.symbol == *picked.document.symbol() && !saved(draft));
    here.map(|draft| draft.paragraph).collect()
}

fn find(library: &Index, query: &Query, limit: usize, picked: &[Picked]) -> SearchResults {
    let run = |mut search: SearchRun<'_>| {
        search.finish();
        let text = |symbol: &Symbol, language: &str, at: ParagraphIndex| {
            let is = |document: &&Document| document.symbol() == symbol && document.language() == language;
            let document = picked.iter().map(|picked| &picked.document).find(is)?;
            document.paragraph_at(at).map(|paragraph| paragraph.text().into())
        };
        search.found_first(limit, || true, text).unwrap_or_default()
    };
    let found = run(SearchRun::new(library, query, usize::MAX));
    if found.is_in_text() || !library.has_aside() {
        return found;
    }
    found.with_elsewhere(run(SearchRun::aside(library, query, usize::MAX)), limit)
}

fn human(context: &CommandContext, query: &str, found: &SearchResults, picked: &[Picked]) -> String {
    let several = several(picked);
    let called = |hit: &Hit| -> Option<String> {
        let label = hit.unit.as_ref().or(hit.paragraph.as_ref())?;
        let is =
            |document: &&Document| *document.symbol() == hit.symbol && document.language() == hit.language;
        let document = picked.iter().map(|picked| &picked.document).find(is)?;
        Some(context.say(&captions::unit_title(document, label)))
    };
    let mut page = Page::new(context.style);
    if found.all() == 0 {
        page.text("", &context.say(&user_message("cli-no-hit").with("query", query)), TextKind::Plain);
    }
    let mut above = HitPart::Strict;
    for (at, hit) in found.hits.iter().enumerate() {
        let part = found.part(at);
        if let Some(said) = part_said(found, part).filter(|_| part != above) {
            page.gap();
            page.text("", &context.say(&said), TextKind::Quiet);
        }
        above = part;
        let number = called(hit);
        let field = context.say(&hit.field.user_message());
        let mut parts: Vec<&str> = Vec::new();
        let document = context.messages.bracketed(&hit.symbol.0, &hit.language);
        if several {
            parts.push(&document);
        }
        parts.extend(number.as_deref());
        parts.push(&field);
        page.pieces("", [(parts.join(DOT).as_str(), TextKind::Heading)]);
        page.marked("    ", &hit.snippet.text, &hit.snippet.ranges);
    }
    if found.hits.len() < found.all() {
        let more = user_message("cli-more-hits").count("shown", found.hits.len()).count("count", found.all());
        page.gap();
        page.text("", &context.say(&more), TextKind::Quiet);
    }
    page.finish()
}

/// What stands above the hits of a part.
fn part_said(found: &SearchResults, part: HitPart) -> Option<UserMessage> {
    Some(match part {
        HitPart::Strict => return None,
        HitPart::Elsewhere => {
            let languages = found.languages_elsewhere().into_iter();
            user_message("cli-elsewhere-hits")
                .list("languages", languages.map(|(code, _)| captions::language(code)))
        }
        HitPart::Sound => user_message("cli-pinyin-hits"),
        HitPart::Loose => user_message("cli-loose-hits"),
    })
}
