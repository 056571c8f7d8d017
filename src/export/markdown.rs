//! Notes and statuses as a Markdown page: what is on it and in which order. How a block looks is `page`'s
//! matter, every word is the catalog's.

use std::collections::BTreeSet;

use super::options::{Options, of_reviewer};
use super::page::MarkdownPage;
use super::{passage, progress, runs};
use crate::messages::{UserMessage, captions, differences, user_message};
use crate::model::{
    AnchorState, Document, EntryConflict, Label, Mark, Masthead, Note, Review, ReviewStatus, Section,
    UnitKind, UnitPlace, tags_in,
};

/// The notes and statuses of these reviews, one's own first, as a page of GitHub's Markdown. Everything that
/// comes from files shows as typed. Deleted notes are left out; notes on units that this version of the document does
/// not have stand at the end. What is said of a sub-paragraph stands with its paragraph.
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
    let runs = runs::of_document(document, reviews, options);
    let mut empty = runs.is_empty();
    page.list(runs);
    for unit in document.units() {
        let told = match unit.place {
            UnitPlace::Heading(_) => Told { label: &unit.label, parts: Vec::new(), heading: None },
            UnitPlace::Paragraph(at) => {
                let Some(paragraph) = document.paragraph_at(at) else { continue };
                let heading = document.section_of(paragraph).map(Section::heading_alone);
                Told { label: &paragraph.label, parts: paragraph.units().collect(), heading }
            }
            UnitPlace::Part { .. } => continue,
        };
        if !runs::is_quiet(told.label, &told.parts, reviews) {
            empty &= !on_unit(&mut page, document, &told, reviews, options);
        }
    }
    if empty {
        page.text(&say(&user_message("export-nothing")));
    }
    let strays = strays(document, reviews);
    if !strays.is_empty() {
        page.heading(2, &say(&user_message("export-strays")));
        let (quiet, told): (Vec<_>, Vec<_>) =
            strays.into_iter().partition(|label| runs::is_quiet(label, &[], reviews));
        page.list(runs::of_strays(document, &quiet, reviews, options));
        for label in told {
            let told = Told { label, parts: Vec::new(), heading: None };
            on_unit(&mut page, document, &told, reviews, options);
        }
    }
    page.finish()
}

fn title(page: &mut MarkdownPage, document: &Document, reviews: &[&Review], options: &Options<'_>) {
    let (head, say) = (&document.masthead, options.say);
    page.heading(
        1,
        &match symbols(head) {
            symbols if symbols.is_empty() => head.title.clone(),
            symbols if head.title.is_empty() => symbols,
            symbols => say(&user_message("export-title").with("symbol", symbols).with("title", &head.title)),
        },
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
        value(user_message("export-agenda-item"), &head.agenda_item),
        value(user_message("export-rapporteur"), &head.rapporteur),
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

/// The symbols as printed; of a document that has neither symbol nor title its id.
fn symbols(head: &Masthead) -> String {
    let printed: Vec<&str> = head.printed_symbols().map(|symbol| symbol.0.as_str()).collect();
    if printed.is_empty() && head.title.is_empty() { head.symbol.to_string() } else { printed.join(" – ") }
}

/// Of what something is told in one place.
struct Told<'t> {
    label: &'t Label,
    /// Its sub-paragraphs.
    parts: Vec<&'t Label>,
    /// The heading under which it stands.
    heading: Option<String>,
}

impl Told<'_> {
    /// It and its sub-paragraphs; each of these with its label, which goes before what is said of it.
    fn units(&self) -> impl Iterator<Item = (&Label, Option<&Label>)> {
        std::iter::once((self.label, None)).chain(self.parts.iter().map(|part| (*part, Some(*part))))
    }

    fn title(&self, document: &Document, say: &dyn Fn(&UserMessage) -> String) -> String {
        let kind = document.place(self.label).and_then(|place| document.unit(place)).map(|unit| unit.kind);
        let title = match kind {
            None | Some(UnitKind::Paragraph | UnitKind::Subparagraph) => {
                user_message("export-paragraph").with("number", self.label)
            }
            Some(_) => captions::unit_title(document, self.label),
        };
        match &self.heading {
            Some(heading) => {
                say(&user_message("export-paragraph-in").and("paragraph", title).with("heading", heading))
            }
            None => say(&title),
        }
    }
}

/// Says it of a sub-paragraph, if it is said of one.
fn of_part(part: Option<&Label>, said: String, say: &dyn Fn(&UserMessage) -> String) -> String {
    match part {
        Some(label) => say(&user_message("export-of-part").with("label", label).with("said", said)),
        None => said,
    }
}

/// What the reviews say of a unit and its sub-paragraphs; whether they say anything.
fn on_unit(
    page: &mut MarkdownPage,
    document: &Document,
    told: &Told<'_>,
    reviews: &[&Review],
    options: &Options<'_>,
) -> bool {
    let say = options.say;
    let mut lines: Vec<String> = Vec::new();
    let mut undecided: Vec<(Option<&Label>, &EntryConflict)> = Vec::new();
    let mut notes: Vec<(Option<&Label>, &Note, &Review)> = Vec::new();
    for (label, part) in told.units() {
        for review in reviews {
            let said = positions(document, review, label, reviews, say);
            lines.extend(said.into_iter().map(|said| of_part(part, said, say)));
            undecided.extend(review.mark(label).into_iter().flat_map(Mark::undecided).map(|one| (part, one)));
            notes.extend(review.notes_on(label).map(|note| (part, note, *review)));
        }
    }
    if lines.is_empty() && notes.is_empty() && undecided.is_empty() {
        return false;
    }
    page.heading(3, &told.title(document, say));
    page.list(lines);
    for (part, one) in undecided {
        other(page, part, one, options);
    }
    for (part, note, review) in notes {
        on_note(page, document, (part, note), review, options);
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
    (part, note): (Option<&Label>, &Note),
    review: &Review,
    options: &Options<'_>,
) {
    let say = options.say;
    let heading =
        user_message("export-note").and("kind", captions::kind(note.kind)).with("reviewer", &review.reviewer);
    let heading = heading.day("day", note.created).clock("clock", note.created);
    let heading = say(&heading.and("settled", captions::settled(note.settled)));
    page.heading(4, &of_part(part, heading, say));
    if let Some(anchor) = &note.anchor {
        if anchor.language != document.language() {
            let language = captions::language(&anchor.language);
            page.text(&say(&user_message("export-other-language").and("language", language)));
        }
        passage::quote(page, document, note);
        match document.standing(note).map_or(anchor.state, |(state, _)| state) {
            AnchorState::Sure => {}
            AnchorState::Check => page.text(&say(&user_message("export-passage-check"))),
            AnchorState::Orphan => page.text(&say(&user_message("export-passage-gone"))),
        }
    }
    page.text(&note.body);
    for one in note.undecided() {
        other(page, None, one, options);
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
fn other(page: &mut MarkdownPage, part: Option<&Label>, one: &EntryConflict, options: &Options<'_>) {
    let head = user_message("export-undecided").and("what", differences::other(one));
    page.text(&of_part(part, (options.say)(&head), options.say));
    if let Some(text) = differences::other_text(&one.value) {
        page.quote(text);
    }
}

/// Labels that the reviews speak of and the document does not have, in reading order.
fn strays<'r>(document: &Document, reviews: &[&'r Review]) -> BTreeSet<&'r Label> {
    let notes = reviews.iter().flat_map(|review| review.live_notes().map(|note| &note.paragraph));
    let marks = reviews.iter().flat_map(|review| review.marks().map(|mark| &mark.paragraph));
    let mut strays: BTreeSet<&Label> =
        notes.chain(marks).filter(|label| document.place(label).is_none()).collect();
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
