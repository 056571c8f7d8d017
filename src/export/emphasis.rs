//! Words that stand out, as Markdown. Where its signs would not be read as such (beside Chinese punctuation, inside a
//! word, next to other signs) the tags of HTML that GitHub lets through are written. Knows characters, not documents.

use std::collections::BTreeSet;

use super::escape::escaped;
use crate::model::EmphasisStyle;

/// Words that are set in one way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Run {
    /// The words, as typed.
    pub(super) text: String,
    /// How they are set.
    pub(super) styles: BTreeSet<EmphasisStyle>,
}

/// Words with what they are besides text, line by line as [`block`](super::escape::block) has them.
pub(super) fn block(runs: &[Run]) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    for run in runs {
        for (at, piece) in run.text.replace("\r\n", "\n").replace('\r', "\n").split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(Run { text: piece.to_owned(), styles: run.styles.clone() });
            }
        }
    }
    let is_empty = |line: &Vec<Run>| line.iter().all(|run| run.text.trim().is_empty());
    let paragraphs = lines.split(is_empty).filter(|paragraph| !paragraph.is_empty());
    let written = |paragraph: &[Vec<Run>]| -> Vec<String> {
        let last = paragraph.len() - 1;
        let ending = |at: usize| if at < last { "\\" } else { "" };
        paragraph.iter().enumerate().map(|(at, line)| self::line(line) + ending(at)).collect()
    };
    paragraphs.map(written).collect()
}

/// Runs on one line, without the white space at its ends.
pub(super) fn line(runs: &[Run]) -> String {
    let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
    // What is trimmed is ASCII: as many characters as bytes.
    let lead = whole.len() - whole.trim_start_matches([' ', '\t']).len();
    // White space belongs to what stands out only between two of its words.
    let of_word = |c: char, run| if c.is_whitespace() { None } else { Some(run) };
    let styles = runs.iter().flat_map(|run| run.text.chars().map(move |c| of_word(c, &run.styles)));
    let (mut out, mut space) = (String::new(), String::new());
    let mut open: Option<Open> = None;
    for (written, styles) in escaped(whole.trim_matches([' ', '\t'])).zip(styles.skip(lead)) {
        let Some(styles) = styles else {
            space.push_str(&written);
            continue;
        };
        match open.take() {
            Some(mut now) if now.styles == *styles => {
                now.words.push_str(&space);
                now.words.push_str(&written);
                open = Some(now);
            }
            before => {
                let after = space.chars().next().or_else(|| written.chars().next());
                out.extend(before.map(|before| before.closed(after)));
                out.push_str(&space);
                if styles.is_empty() {
                    out.push_str(&written);
                } else {
                    open = Some(Open { styles: styles.clone(), before: out.chars().last(), words: written });
                }
            }
        }
        space.clear();
    }
    out.extend(open.map(|open| open.closed(space.chars().next())));
    out.push_str(&space);
    out
}

/// Words that stand out, until it is known what comes after them.
struct Open {
    styles: BTreeSet<EmphasisStyle>,
    before: Option<char>,
    words: String,
}

impl Open {
    fn closed(&self, after: Option<char>) -> String {
        let signs = |style: EmphasisStyle| match style {
            EmphasisStyle::Bold => Some("**"),
            EmphasisStyle::Italic => Some("*"),
            EmphasisStyle::Struck => Some("~~"),
            EmphasisStyle::Underline => None,
        };
        let mut styles = self.styles.iter();
        if let (Some(style), None) = (styles.next(), styles.next())
            && let Some(sign) = signs(*style)
            && self.takes_signs(after)
        {
            return format!("{sign}{}{sign}", self.words);
        }
        let tag = |style: &EmphasisStyle| match style {
            EmphasisStyle::Bold => "strong",
            EmphasisStyle::Italic => "em",
            EmphasisStyle::Struck => "del",
            EmphasisStyle::Underline => "ins",
        };
        let begun: String = self.styles.iter().map(|style| format!("<{}>", tag(style))).collect();
        let ended: String = self.styles.iter().rev().map(|style| format!("</{}>", tag(style))).collect();
        format!("{begun}{}{ended}", self.words)
    }

    /// Whether signs around the words are read as such by everyone: words begin and end in a letter or digit and stand
    /// between spaces or the like.
    fn takes_signs(&self, after: Option<char>) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || ".,;:!?)(，。；：、".contains(c));
        is_letter(self.words.chars().next())
            && is_letter(self.words.chars().last())
            && apart(self.before)
            && apart(after)
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    fn run(text: &str, styles: &[EmphasisStyle]) -> Run {
        Run { text: text.to_owned(), styles: styles.iter().copied().collect() }
    }

    #[track_caller]
    fn check(runs: &[Run], written: &str, seen: &str) {
        assert_eq!(line(runs), written);
        let dialect = Options::ENABLE_GFM | Options::ENABLE_STRIKETHROUGH;
        let read: String = Parser::new_ext(written, dialect).map(tagged).collect();
        assert_eq!(read, seen);
    }

    fn tagged(event: Event<'_>) -> String {
        match event {
            Event::Text(text) => text.replace('<', "&lt;").replace('>', "&gt;"),
            Event::InlineHtml(tag) => tag.to_string(),
            Event::Start(Tag::Strong) => "<strong>".to_owned(),
            Event::End(TagEnd::Strong) => "</strong>".to_owned(),
            Event::Start(Tag::Emphasis) => "<em>".to_owned(),
            Event::End(TagEnd::Emphasis) => "</em>".to_owned(),
            Event::Start(Tag::Strikethrough) => "<del>".to_owned(),
            Event::End(TagEnd::Strikethrough) => "</del>".to_owned(),
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => String::new(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_stands_out_is_read_back_as_that() {
        use EmphasisStyle::{Bold, Italic, Struck, Underline};
        check(
            &[run("The Committee recommends ", &[Bold]), run("that", &[]), run(" all", &[Italic])],
            "**The Committee recommends** that *all*",
            "<strong>The Committee recommends</strong> that <em>all</em>",
        );
        check(
            &[run("“重要”", &[Bold]), run("的", &[])],
            "<strong>“重要”</strong>的",
            "<strong>“重要”</strong>的",
        );
        check(
            &[run("a*", &[Bold]), run("b", &[Italic]), run("c", &[Bold, Italic])],
            "<strong>a\\*</strong><em>b</em><strong><em>c</em></strong>",
            "<strong>a*</strong><em>b</em><strong><em>c</em></strong>",
        );
        check(
            &[run("old", &[Struck]), run(" ", &[]), run("new", &[Underline]), run(" <b>", &[])],
            "~~old~~ <ins>new</ins> \\<b\\>",
            "<del>old</del> <ins>new</ins> &lt;b&gt;",
        );
        check(&[run("  x", &[])], "x", "x");
    }
}
