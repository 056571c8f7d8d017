//! A document as a file: the same words in the same order always give the same bytes. Reading it back gives the
//! same document.

use std::fmt::Write;
use std::ops::Range;

use super::read::DOCUMENT_FORMAT;
use crate::format::hidden::is_hidden;
use crate::model::{
    Attribution, Basis, Document, Emphasis, Footnote, Label, Masthead, Paragraph, ParagraphForm,
    ParagraphPart, Procedure, Recommendation, RecommendationFacts, Speaker, SpeakerContext, SpeakerRole,
    code_points,
};

/// The file's text. What says nothing (an absent acronym, `recommendation = "none"`) is not written.
#[must_use]
pub fn write_document(document: &Document) -> String {
    let mut out = format!("format = {DOCUMENT_FORMAT}\n");
    masthead(&mut out, &document.masthead);
    for section in &document.sections {
        out.push_str("\n[[section]]\n");
        text(&mut out, "id", &section.id.0);
        maybe(&mut out, "number", section.number.as_deref());
        text(&mut out, "title", &section.title);
        pair(&mut out, "level", &section.level.to_string());
        maybe(&mut out, "series", section.series.as_deref());
        for footnote in &section.footnotes {
            write_footnote(&mut out, "section", footnote, &section.title, 0);
        }
    }
    for speaker in &document.speakers {
        write_speaker(&mut out, speaker);
    }
    for paragraph in &document.paragraphs {
        write_paragraph(&mut out, paragraph);
    }
    for facts in &document.recommendations {
        write_facts(&mut out, facts);
    }
    out
}

fn masthead(out: &mut String, masthead: &Masthead) {
    out.push_str("\n[masthead]\n");
    match &masthead.further_symbols[..] {
        _ if masthead.symbol_is_id => text(out, "id", &masthead.symbol.0),
        [] => text(out, "symbol", &masthead.symbol.0),
        further => {
            texts(out, "symbol", std::iter::once(&masthead.symbol).chain(further).map(|symbol| &symbol.0))
        }
    }
    maybe(out, "organ", masthead.organ.as_deref());
    maybe(out, "body", masthead.body.as_deref());
    maybe(out, "session", masthead.session.as_deref());
    maybe(out, "dates", masthead.dates.as_deref());
    maybe(out, "place", masthead.place.as_deref());
    maybe(out, "agenda_item", masthead.agenda_item.as_deref());
    maybe(out, "distribution", masthead.distribution.as_deref());
    maybe(out, "date", masthead.date.as_deref());
    text(out, "language", &masthead.language);
    match &masthead.original_languages[..] {
        [] => {}
        [one] => text(out, "original_language", one),
        several => texts(out, "original_language", several),
    }
    maybe(out, "job_number", masthead.job_number.as_deref());
    maybe(out, "barcode", masthead.barcode.as_deref());
    text(out, "title", &masthead.title);
    maybe(out, "kind", masthead.kind.as_deref());
    if masthead.procedure != Procedure::default() {
        text(out, "procedure", masthead.procedure.word());
    }
    maybe(out, "rapporteur", masthead.rapporteur.as_deref());
    maybe(out, "part", masthead.part.as_deref());
    maybe(out, "unofficial", masthead.unofficial.as_deref());
    for footnote in &masthead.footnotes {
        write_footnote(out, "masthead", footnote, "", 0);
    }
}

fn write_speaker(out: &mut String, speaker: &Speaker) {
    out.push_str("\n[[speaker]]\n");
    text(out, "id", &speaker.id.0);
    text(out, "name", &speaker.name);
    maybe(out, "english", speaker.english.as_deref());
    maybe(out, "acronym", speaker.acronym.as_deref());
    text(out, "role", speaker.role.word());
    text(out, "kind", speaker.kind.word());
    if speaker.panelist != (speaker.role == SpeakerRole::Panelist) {
        pair(out, "panelist", &speaker.panelist.to_string());
    }
    if speaker.context != SpeakerContext::default() {
        text(out, "context", speaker.context.word());
    }
}

fn write_paragraph(out: &mut String, paragraph: &Paragraph) {
    out.push_str("\n[[paragraph]]\n");
    maybe(out, "number", paragraph.number.as_deref());
    let printed = paragraph.number.as_deref().map(|number| match &paragraph.series {
        Some(series) => Label::in_series(series, number),
        None => Label::new(number),
    });
    if printed.as_ref() != Some(&paragraph.label) {
        text(out, "label", paragraph.label.as_str());
    }
    maybe(out, "series", paragraph.series.as_deref());
    maybe(out, "parent", paragraph.parent.as_ref().map(Label::as_str));
    maybe(out, "section", paragraph.section.as_ref().map(|id| id.0.as_str()));
    if !paragraph.speakers.is_empty() {
        let speakers: Vec<String> = paragraph.speakers.iter().map(attribution).collect();
        pair(out, "speakers", &format!("[{}]", speakers.join(", ")));
    }
    if paragraph.recommendation != Recommendation::None {
        text(out, "recommendation", paragraph.recommendation.word());
    }
    match paragraph.form() {
        ParagraphForm::Text => text(out, "text", paragraph.lead()),
        ParagraphForm::Image => text(out, "image", paragraph.lead()),
        ParagraphForm::Table(table) => {
            maybe(out, "caption", Some(table.caption.as_str()).filter(|caption| !caption.is_empty()));
            if table.header_rows != 1 {
                pair(out, "header_rows", &table.header_rows.to_string());
            }
            let row = |cells: &Vec<String>| format!("    [{}],\n", list(cells));
            let rows: String = table.rows.iter().map(row).collect();
            pair(out, "rows", &format!("[\n{rows}]"));
        }
    }
    let Some((lead, below)) = paragraph.parts().split_first() else { return };
    maybe_emphasis(out, "", paragraph, lead);
    // Before the sub-paragraphs, or TOML takes them for theirs.
    for footnote in footnotes_in(paragraph, lead) {
        write_footnote(out, "paragraph", footnote, paragraph.text(), 0);
    }
    for (sub, part) in paragraph.subparagraphs.iter().zip(below) {
        out.push_str("  [[paragraph.subparagraph]]\n");
        if !sub.label.is_empty() {
            indented(out, "label", &quoted(&sub.label));
            if sub.level != 1 {
                indented(out, "level", &sub.level.to_string());
            }
        }
        indented(out, "text", &quoted(&sub.text));
        maybe_emphasis(out, "  ", paragraph, part);
        for footnote in footnotes_in(paragraph, part) {
            out.push_str("  ");
            write_footnote(out, "paragraph.subparagraph", footnote, paragraph.text(), part.body.start);
        }
    }
}

/// The footnotes of a part. One without a place is among those of the paragraph's own words.
fn footnotes_in<'p>(paragraph: &'p Paragraph, part: &ParagraphPart) -> impl Iterator<Item = &'p Footnote> {
    let (body, lead) = (part.body.clone(), part.unit.is_none() && part.label.start == 0);
    let within = move |place: &Range<usize>| body.start <= place.start && place.end <= body.end;
    let belongs = move |footnote: &&Footnote| footnote.place.as_ref().map_or(lead, &within);
    paragraph.footnotes.iter().filter(belongs)
}

fn write_footnote(out: &mut String, of: &str, footnote: &Footnote, words: &str, start: usize) {
    out.push_str("  [[");
    out.push_str(of);
    out.push_str(".footnote]]\n");
    indented(out, "mark", &quoted(&footnote.mark));
    indented(out, "text", &quoted(&footnote.text));
    if let Some(place) = &footnote.place {
        let at = words.get(start..place.start).unwrap_or_default().chars().count();
        indented(out, "at", &at.to_string());
        if !place.is_empty() {
            indented(out, "in_text", "true");
        }
    }
}

fn maybe_emphasis(out: &mut String, before: &str, paragraph: &Paragraph, part: &ParagraphPart) {
    let inside = |one: &&Emphasis| part.body.start <= one.range.start && one.range.end <= part.body.end;
    let entry = |one: &Emphasis| {
        let words = paragraph.words_of(part);
        let of_part = one.range.start - part.body.start..one.range.end - part.body.start;
        let range = code_points(words, of_part);
        format!("{{ style = {}, start = {}, end = {} }}", quoted(one.style.word()), range.start, range.end)
    };
    let entries: Vec<String> = paragraph.emphasis.iter().filter(inside).map(entry).collect();
    if !entries.is_empty() {
        out.push_str(before);
        pair(out, "emphasis", &format!("[{}]", entries.join(", ")));
    }
}

fn write_facts(out: &mut String, facts: &RecommendationFacts) {
    out.push_str("\n[[recommendation]]\n");
    text(out, "label", facts.label.as_str());
    for (key, names) in [("from", &facts.from), ("to", &facts.to)] {
        if !names.is_empty() {
            texts(out, key, names);
        }
    }
    maybe(out, "verb", facts.verb.as_deref());
    maybe(out, "theme", facts.theme.as_deref());
    maybe(out, "position", facts.position.map(crate::model::StatePosition::word));
    maybe(out, "source", facts.source.as_deref());
}

fn texts<'t>(out: &mut String, key: &str, values: impl IntoIterator<Item = &'t String>) {
    pair(out, key, &format!("[{}]", list(values)));
}

fn list<'t>(values: impl IntoIterator<Item = &'t String>) -> String {
    values.into_iter().map(|value| quoted(value)).collect::<Vec<String>>().join(", ")
}

fn attribution(attribution: &Attribution) -> String {
    let id = quoted(&attribution.speaker.0);
    match attribution.basis {
        Basis::Named => id,
        Basis::Inferred => format!("{{ id = {id}, basis = {} }}", quoted(attribution.basis.word())),
    }
}

fn text(out: &mut String, key: &str, value: &str) {
    pair(out, key, &quoted(value));
}

fn maybe(out: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        text(out, key, value);
    }
}

fn pair(out: &mut String, key: &str, value: &str) {
    for piece in [key, " = ", value, "\n"] {
        out.push_str(piece);
    }
}

fn indented(out: &mut String, key: &str, value: &str) {
    out.push_str("  ");
    pair(out, key, value);
}

/// A TOML basic string on one line, always: the writer of the toml crate chooses the kind of string by its
/// words, and leaves the characters that turn directions as they are. Here what does not show is an escape.
pub(super) fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_hidden(c) => {
                // Writing into a String cannot fail.
                let _ = match u32::from(c) {
                    code @ ..=0xFFFF => write!(out, "\\u{code:04X}"),
                    code => write!(out, "\\U{code:08X}"),
                };
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    use super::*;
    use crate::format::{inspect_document, read_document};
    use crate::model::{Footnote, Label, Section, SectionId, SpeakerId, SpeakerKind, SubParagraph, Symbol};

    /// Words that a file may hold, quotes, backslashes, line ends and what does not show among them.
    fn words() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[a-zA-Z0-9]{1,6}",
            "[一-龥]{1,6}",
            Just("\\".to_owned()),
            Just("\"\"\"".to_owned()),
            Just("'''".to_owned()),
            Just("\r\n".to_owned()),
            Just("\r".to_owned()),
            Just(" # = [[x]]\n".to_owned()),
            Just("\u{202e}\u{feff}\u{7f}\u{85}\u{1}\t".to_owned()),
            any::<char>().prop_map(|c| c.to_string()),
        ];
        ("[a-z一-龥]", vec(piece, 0..6)).prop_map(|(first, rest)| first + &rest.concat())
    }

    fn masthead() -> impl Strategy<Value = Masthead> {
        let maybe = || option::of(words());
        let names = (maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), maybe());
        let rest = (maybe(), maybe(), maybe(), maybe(), option::of("[a-z]{2}"), maybe());
        ("[A-Z]{1,4}/[0-9]{1,3}", "[a-z]{2,3}", words(), names, rest).prop_map(
            |(symbol, language, title, names, rest)| Masthead {
                symbol: Symbol(symbol),
                organ: names.0,
                body: names.1,
                session: names.2,
                dates: names.3,
                place: names.4,
                distribution: names.5,
                date: names.6,
                language,
                original_languages: rest.4.into_iter().collect(),
                job_number: rest.0,
                barcode: rest.1,
                title,
                kind: rest.2,
                part: rest.3,
                unofficial: rest.5,
                ..Masthead::new(Symbol(String::new()), "", "")
            },
        )
    }

    fn speakers() -> impl Strategy<Value = Vec<Speaker>> {
        let role = prop::sample::select(vec![
            SpeakerRole::Chair,
            SpeakerRole::Secretariat,
            SpeakerRole::Panelist,
            SpeakerRole::Speaker,
        ]);
        let kind = prop::sample::select(vec![SpeakerKind::State, SpeakerKind::Person, SpeakerKind::Unnamed]);
        let context = prop::sample::select(vec![SpeakerContext::Panel, SpeakerContext::Discussion]);
        let speaker = (words(), option::of(words()), option::of(words()), role, kind, any::<bool>(), context);
        let build = |(name, english, acronym, role, kind, panelist, context)| {
            let id = SpeakerId(String::new());
            Speaker { id, name, english, acronym, role, kind, panelist, context }
        };
        vec(speaker.prop_map(build), 1..4).prop_map(|mut speakers| {
            for (at, speaker) in speakers.iter_mut().enumerate() {
                speaker.id = SpeakerId(format!("{at} {}", speaker.name));
            }
            speakers
        })
    }

    fn paragraph() -> impl Strategy<Value = Paragraph> {
        let sub = (words(), words()).prop_map(|(label, text)| SubParagraph { label, level: 1, text });
        let footnote = ("[†‡]{1,2}", words()).prop_map(|(mark, text)| Footnote { mark, text, place: None });
        let recommendation = prop::sample::select(vec![Recommendation::Makes, Recommendation::None]);
        (words(), vec(sub, 0..3), vec(footnote, 0..2), recommendation).prop_map(
            |(text, subs, footnotes, recommendation)| {
                let section = SectionId(String::new());
                let mut paragraph = Paragraph::new(Label::new(""), section, &text, subs);
                paragraph.footnotes = footnotes;
                paragraph.recommendation = recommendation;
                paragraph
            },
        )
    }

    prop_compose! {
        fn document()(
            masthead in masthead(),
            titles in vec((option::of(words()), words()), 1..4),
            speakers in speakers(),
            paragraphs in vec((paragraph(), vec((0..4_usize, any::<bool>()), 0..3)), 1..6),
        ) -> Document {
            let sections: Vec<Section> = titles.into_iter().enumerate().map(|(at, (number, title))| {
                let level = u8::try_from(at).unwrap() + 1;
                Section { number, ..Section::new(SectionId(format!("s{at}")), &title, level) }
            }).collect();
            let count = paragraphs.len();
            let paragraphs = paragraphs.into_iter().enumerate().map(|(at, (drawn, said))| {
                let section = sections[at * sections.len() / count].id.clone();
                let subs = drawn.subparagraphs.clone();
                let number = Label::new(&format!("{at} bis"));
                let mut paragraph = Paragraph::new(number, section, drawn.lead(), subs);
                paragraph.footnotes = drawn.footnotes;
                paragraph.recommendation = drawn.recommendation;
                for (who, inferred) in said {
                    let speaker = speakers[who % speakers.len()].id.clone();
                    let basis = if inferred { Basis::Inferred } else { Basis::Named };
                    if paragraph.speakers.iter().all(|other| other.speaker != speaker) {
                        paragraph.speakers.push(Attribution { speaker, basis });
                    }
                }
                paragraph
            }).collect();
            Document::new(masthead, sections, speakers, paragraphs)
        }
    }

    proptest! {
        #[test]
        fn a_document_that_was_written_is_read_back_the_same(document in document()) {
            let written = write_document(&document);
            prop_assert_eq!(read_document(&written), Ok(document), "{}", written);
        }

        #[test]
        fn a_written_document_has_only_characters_that_show(document in document()) {
            let written = write_document(&document);
            prop_assert!(!written.chars().any(|c| c != '\n' && is_hidden(c)), "{written}");
        }

        #[test]
        fn any_text_is_read_without_a_panic_and_its_problems_have_places(source in ".*|(\\PC|[\\[\\]=\"'\n#{}<>])*") {
            for problem in &inspect_document(&source).problems {
                prop_assert!(problem.line >= 1 && problem.column >= 1);
            }
        }
    }
}
