//! The words of a paragraph with what is no part of them: emphasis as signs around it, marks of footnotes in brackets.
//! Alters nothing that is stored.

use std::ops::Range;

use crate::model::{EmphasisStyle, Footnote, Paragraph, Section};

/// The bytes `range` of a paragraph's text with their marks.
pub fn within(paragraph: &Paragraph, range: Range<usize>) -> String {
    let text = paragraph.text();
    let mut inserted = footnote_marks(&paragraph.footnotes);
    for emphasis in &paragraph.emphasis {
        let sign = match emphasis.style {
            EmphasisStyle::Bold => "**",
            EmphasisStyle::Italic => "*",
            EmphasisStyle::Underline => "_",
            EmphasisStyle::Struck => "~~",
        };
        let (start, end) = (emphasis.range.start.max(range.start), emphasis.range.end.min(range.end));
        if start < end {
            inserted.push((start, Side::Begins, sign.to_owned()));
            inserted.push((end, Side::Ends, sign.to_owned()));
        }
    }
    with(text, range, inserted)
}

/// Number and title of a section with the marks of its footnotes.
pub fn heading(section: &Section) -> String {
    let title = with(&section.title, 0..section.title.len(), footnote_marks(&section.footnotes));
    Section { title, ..section.clone() }.heading()
}

/// On which side of a place something stands: what ends there, the mark of a footnote, what begins there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Ends,
    Mark,
    Begins,
}

fn footnote_marks(footnotes: &[Footnote]) -> Vec<(usize, Side, String)> {
    let mut inserted = Vec::new();
    for footnote in footnotes {
        let Some(place) = &footnote.place else { continue };
        if place.is_empty() {
            inserted.push((place.start, Side::Mark, format!("[{}]", footnote.mark)));
        } else {
            inserted.push((place.start, Side::Begins, "[".to_owned()));
            inserted.push((place.end, Side::Ends, "]".to_owned()));
        }
    }
    inserted
}

fn with(text: &str, range: Range<usize>, mut inserted: Vec<(usize, Side, String)>) -> String {
    inserted.sort_by_key(|(at, side, _)| (*at, *side));
    let (mut out, mut upto) = (String::with_capacity(range.len()), range.start);
    for (at, _, words) in inserted.into_iter().filter(|(at, ..)| range.start <= *at && *at <= range.end) {
        out.push_str(text.get(upto..at).unwrap_or_default());
        out.push_str(&words);
        upto = at;
    }
    out.push_str(text.get(upto..range.end).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Emphasis;

    #[test]
    fn what_is_no_part_of_the_words_stands_at_its_place() {
        let mut paragraph = Paragraph::new("1".into(), None, "The Committee took note1 of it.", Vec::new());
        paragraph.emphasis = vec![
            Emphasis { style: EmphasisStyle::Bold, range: 0..13 },
            Emphasis { style: EmphasisStyle::Italic, range: 14..18 },
        ];
        let footnote = |place| Footnote { mark: "1".into(), text: "A note.".into(), place: Some(place) };
        paragraph.footnotes = vec![footnote(23..24), footnote(31..31)];
        assert_eq!(within(&paragraph, 0..31), "**The Committee** *took* note[1] of it.[1]");
        assert_eq!(within(&paragraph, 4..18), "**Committee** *took*");
    }
}
