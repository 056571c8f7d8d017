//! Notes and statuses as a Markdown page: what is on it and in which order. How a block looks is `page`'s
//! matter, every word is the catalog's.

use std::collections::BTreeSet;

use super::options::{Options, of_reviewer};
use super::page::MarkdownPage;
use super::{progress, runs};
use crate::messages::{UserMessage, captions, differences, user_message};
use crate::model::{AnchorState, Document, EntryConflict, Label, Mark, Note, Review, ReviewStatus, tags_in};

/// The notes and statuses of these reviews, one's own first, as a page of GitHub's Markdown. Everything that
/// comes from files shows as typed. Deleted notes are left out; notes on paragraphs that this version of the
/// document does not have stand at the end.
#[must_use]
pub fn markdown(document: &Document, reviews: &[&Review], options: &Options<'_>) -> String {
    let say = options.say;
    let mut page = MarkdownPage::default();
    title(&mut page, document, reviews, options);
    for review in reviews {
        let (alone, named) = (user_message("export-progress"), user_message("export-progress-of"));
        page.heading(2, &say(&of_reviewer(alone, named, review, reviews)));
        progress::table(&mut page, document, review, options);
    }
    page.heading(2, &say(&user_message("export-notes")));
    let numbers: Vec<&Label> = document.paragraphs.iter().map(|p| &p.label).collect();
    let runs = runs::lines(document, &numbers, true, reviews, options);
    let mut empty = runs.is_empty();
    page.list(runs);
    for paragraph in document.paragraphs.iter().filter(|p| !runs::is_quiet(&p.label, reviews)) {
        let heading = document.section_of(paragraph).map(crate::model::Section::heading);
        empty &= !on_paragraph(&mut page, document, &paragraph.label, heading.as_deref(), reviews, options);
    }
    if empty {
        page.text(&say(&user_message("export-nothing")));
    }
    let strays = strays(document, reviews);
    if !strays.is_empty() {
        page.heading(2, &say(&user_message("export-strays")));
        let (quiet, told): (Vec<_>, Vec<_>) =
            strays.into_iter().partition(|number| runs::is_quiet(number, reviews));
        page.list(runs::lines(document, &quiet, false, reviews, options));
        for number in told {
            on_paragraph(&mut page, document, number, None, reviews, options);
        }
    }
    page.finish()
}

fn title(page: &mut MarkdownPage, document: &Document, reviews: &[&Review], options: &Options<'_>) {
    let (head, say) = (&document.masthead, options.say);
    page.heading(
        1,
        &say(&user_message("export-title").with("symbol", &head.symbol).with("title", &head.title)),
    );
    let value = |sentence: UserMessage, value: &Option<String>| {
        value.as_ref().map(|value| say(&sentence.with("value", value)))
    };
    let mut lines: Vec<String> = [
        value(user_message("export-organ"), &head.organ),
        value(user_message("export-body"), &head.body),
        value(user_message("export-session"), &head.session),
        value(user_message("export-dates"), &head.dates),
        value(user_message("export-place"), &head.place),
        value(user_message("export-part"), &head.part),
    ]
    .into_iter()
    .flatten()
    .collect();
    lines.push(say(&user_message("export-language").and("value", captions::language(&head.language))));
    let reviewers: Vec<&str> = reviews.iter().map(|review| review.reviewer.as_str()).collect();
    if !reviewers.is_empty() {
        let line = user_message("export-reviewers").count("n", reviewers.len()).list("names", reviewers);
        lines.push(say(&line));
    }
    lines.push(say(&user_message("export-exported")
        .day("day", options.exported)
        .clock("clock", options.exported)));
    page.list(lines);
    if options.drafts > 0 {
        page.text(&say(&user_message("export-drafts").count("n", options.drafts)));
    }
}

/// What the reviews say of a paragraph; whether they say anything.
fn on_paragraph(
    page: &mut MarkdownPage,
    document: &Document,
    number: &Label,
    heading: Option<&str>,
    reviews: &[&Review],
    options: &Options<'_>,
) -> bool {
    let say = options.say;
    let positions: Vec<String> =
        reviews.iter().flat_map(|review| positions(document, review, number, reviews, say)).collect();
    let mut notes =
        reviews.iter().flat_map(|review| review.notes_on(number).map(move |n| (n, review))).peekable();
    let undecided =
        reviews.iter().filter_map(|review| review.mark(number)).any(|mark| !mark.undecided().is_empty());
    if positions.is_empty() && notes.peek().is_none() && !undecided {
        return false;
    }
    let title = user_message("export-paragraph").with("number", number);
    page.heading(
        3,
        &match heading {
            Some(heading) => {
                say(&user_message("export-paragraph-in").and("paragraph", title).with("heading", heading))
            }
            None => say(&title),
        },
    );
    page.list(positions);
    for one in reviews.iter().filter_map(|review| review.mark(number)).flat_map(Mark::undecided) {
        other(page, one, options);
    }
    for (note, review) in notes {
        on_note(page, document, note, review, options);
    }
    true
}

/// The status of a paragraph and the reviewer's word on recommendations, as far as there is any.
fn positions(
    document: &Document,
    review: &Review,
    number: &Label,
    reviews: &[&Review],
    say: &dyn Fn(&UserMessage) -> String,
) -> Vec<String> {
    let Some(mark) = review.mark(number) else { return Vec::new() };
    let mut lines = Vec::new();
    if mark.status != ReviewStatus::Unreviewed {
        let word = captions::current_status(review.current_status_in(document, number));
        let (alone, named) = (user_message("export-status"), user_message("export-status-of"));
        lines.push(say(&of_reviewer(alone, named, review, reviews).and("status", word)));
    }
    if let Some(recommendation) = mark.recommendation {
        let word = captions::recommendation(recommendation);
        let (alone, named) = (user_message("export-marked"), user_message("export-marked-of"));
        lines.push(say(&of_reviewer(alone, named, review, reviews).and("word", word)));
    }
    lines
}

fn on_note(
    page: &mut MarkdownPage,
    document: &Document,
    note: &Note,
    review: &Review,
    options: &Options<'_>,
) {
    let say = options.say;
    let heading =
        user_message("export-note").and("kind", captions::kind(note.kind)).with("reviewer", &review.reviewer);
    let heading = heading.day("day", note.created).clock("clock", note.created);
    page.heading(4, &say(&heading.and("settled", captions::settled(note.settled))));
    if let Some(anchor) = &note.anchor {
        if anchor.language != document.language() {
            let language = captions::language(&anchor.language);
            page.text(&say(&user_message("export-other-language").and("language", language)));
        }
        page.quote(&anchor.exact);
        match document.standing(note).map_or(anchor.state, |(state, _)| state) {
            AnchorState::Sure => {}
            AnchorState::Check => page.text(&say(&user_message("export-passage-check"))),
            AnchorState::Orphan => page.text(&say(&user_message("export-passage-gone"))),
        }
    }
    page.text(&note.body);
    for one in note.undecided() {
        other(page, one, options);
    }
    // Those of its words stand in them already.
    let written = tags_in(&note.body);
    let further = note.extra_tags.iter().filter(|tag| !written.contains(tag));
    let tags: Vec<String> = further.map(|tag| format!("#{tag}")).collect();
    if !tags.is_empty() {
        page.text(&say(&user_message("export-tags").with("tags", tags.join(" "))));
    }
}

/// A second value that nobody has decided on yet.
fn other(page: &mut MarkdownPage, one: &EntryConflict, options: &Options<'_>) {
    let head = user_message("export-undecided").and("what", differences::other(one));
    page.text(&(options.say)(&head));
    if let Some(text) = differences::other_text(&one.value) {
        page.quote(text);
    }
}

/// Numbers that the reviews speak of and the document does not have, in reading order.
fn strays<'r>(document: &Document, reviews: &[&'r Review]) -> BTreeSet<&'r Label> {
    let notes = reviews.iter().flat_map(|review| review.live_notes().map(|note| &note.paragraph));
    let marks = reviews.iter().flat_map(|review| review.marks().map(|mark| &mark.paragraph));
    let mut strays: BTreeSet<&Label> =
        notes.chain(marks).filter(|number| document.position(number).is_none()).collect();
    let speaks = |number: &&Label| {
        let of = |review: &&&'r Review| {
            let mark = review.mark(number);
            review.notes_on(number).next().is_some()
                || mark.is_some_and(|m| m.status != ReviewStatus::Unreviewed || m.recommendation.is_some())
        };
        reviews.iter().any(|review| of(&review))
    };
    strays.retain(speaks);
    strays
}
