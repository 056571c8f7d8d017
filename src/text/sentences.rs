//! Where the sentences and the words of a text are, in the six languages of the Organization.
//!
//! For `(` `)`, for `b` and `w`, and for whatever speaks of a sentence. Sentences by own rules, since UAX #29 knows
//! neither `；` nor abbreviations; words by UAX #29. Ranges of bytes only; nothing is changed or judged here.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviations::{LONGEST, Waits, waits};
use super::kinsoku::is_east_asian;

/// The sentences of a text as byte ranges without the white space around them, in order. Together they hold every
/// character that is not white space.
///
/// A sentence ends at a newline; at `。！？；` and Arabic `؟ ۔`; at `. ! ? …` where white space, an East Asian character
/// or the end follows and no small letter after that; at ASCII `;` only where a sub-paragraph's marker follows
/// (`; (b)`), since elsewhere it joins clauses. Closing quotes and brackets after its end belong to it. The stop of an
/// abbreviation, an initial, a number or a list's marker ends nothing.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut after = 0;
    for (at, c) in text.char_indices() {
        if at < after {
            continue;
        }
        if c == '\n' {
            push(text, start..at, &mut found);
            start = at;
            continue;
        }
        let Some((end, ends)) = run_of_enders(text, start, at, c) else { continue };
        if ends {
            push(text, start..end, &mut found);
            start = end;
        }
        // What a row of enders does not end, a part of it does not end either.
        after = end;
    }
    push(text, start..text.len(), &mut found);
    found
}

/// The words of a text as byte ranges (UAX #29), in order: punctuation and white space left out, Han by character.
#[must_use]
pub fn words(text: &str) -> Vec<Range<usize>> {
    text.unicode_word_indices().map(|(at, word)| at..at + word.len()).collect()
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let sentence = text.get(range.clone()).unwrap_or_default();
    let trimmed = sentence.trim();
    if !trimmed.is_empty() {
        let start = range.start + (sentence.len() - sentence.trim_start().len());
        found.push(start..start + trimmed.len());
    }
}

fn is_ender(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '؟' | '۔' | '｡' | '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉')
}

/// Closes a quotation or a bracket; footnote signs follow a stop like one.
fn is_closer(c: char) -> bool {
    matches!(
        c,
        '”' | '’'
            | '»'
            | '›'
            | '）'
            | ')'
            | ']'
            | '】'
            | '〕'
            | '」'
            | '』'
            | '》'
            | '〉'
            | '］'
            | '"'
            | '\''
            | '*'
            | '¹'
            | '²'
            | '³'
            | '⁰'
            | '⁴'..='⁹'
    )
}

/// Where the row of enders and closers that begins with the character `c` at `at` ends, and whether the sentence that
/// began at `start` ends there. None: it is no ender.
fn run_of_enders(text: &str, start: usize, at: usize, c: char) -> Option<(usize, bool)> {
    if c == ';' {
        let end = at + 1;
        return Some((end, starts_sub_paragraph(text.get(end..)?)));
    }
    if !is_ender(c) {
        return None;
    }
    let mut end = at + c.len_utf8();
    let mut firm = is_firm(c);
    let mut stops = 1;
    // A row of enders and closers, `？！”）`, is one end. A French closing mark has a no-break space before it.
    while let Some(next) = text.get(end..).and_then(|rest| rest.chars().next()) {
        if is_ender(next) && next != '；' {
            firm |= is_firm(next);
            stops += 1;
        } else if matches!(next, '\u{A0}' | '\u{202F}') {
            if !text.get(end + next.len_utf8()..).is_some_and(|rest| rest.starts_with(['»', '›'])) {
                break;
            }
        } else if !is_closer(next) {
            break;
        }
        end += next.len_utf8();
    }
    let rest = text.get(end..)?;
    let ends = firm || (soft_end(rest) && !(c == '.' && stops == 1 && stop_of_word(text, start, at, rest)));
    Some((end, ends))
}

/// Enders that mean nothing else, whatever follows.
fn is_firm(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '؟' | '۔' | '｡')
}

/// Whether what follows `. ! ? …` lets a sentence begin.
fn soft_end(rest: &str) -> bool {
    let Some(next) = rest.chars().next() else { return true };
    if is_east_asian(next) {
        return !matches!(next, '，' | '、' | '；' | '：');
    }
    if !next.is_whitespace() {
        return false;
    }
    // `«…?» — сказал он`: a dash does not hide that the sentence goes on.
    let goes_on = |c: char| {
        (c.is_whitespace() && c != '\n') || matches!(c, '—' | '–' | '-' | '«' | '“' | '"' | '(' | '[')
    };
    rest.trim_start_matches(goes_on)
        .chars()
        .next()
        .is_none_or(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ':'))
}

/// `(b)`, `b)`, `(ii)`, and `and (b)` in its languages.
fn starts_sub_paragraph(rest: &str) -> bool {
    let mut rest = rest.trim_start_matches([' ', '\u{A0}']);
    for word in ["and ", "or ", "et ", "ou ", "y ", "o ", "и ", "или "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let rest = rest.strip_prefix('(').unwrap_or(rest);
    let marker = rest.chars().take_while(|c| c.is_alphanumeric()).take(5).count();
    (1..=4).contains(&marker) && rest.chars().nth(marker) == Some(')')
}

/// Whether the stop at `at` belongs to the word before it: an abbreviation, an initial, a number's or a list's.
fn stop_of_word(text: &str, start: usize, at: usize, rest: &str) -> bool {
    let Some(next) = rest
        .trim_start()
        .chars()
        .next()
        .filter(|_| !rest.trim_start_matches([' ', '\u{A0}']).starts_with('\n'))
    else {
        return false;
    };
    let sentence = text.get(start..at).unwrap_or_default();
    let opens = |c: char| c.is_whitespace() || is_east_asian(c) || "([«“‘\"'".contains(c);
    let word = sentence.rsplit(opens).next().unwrap_or_default();
    if word.chars().count() > LONGEST {
        return false;
    }
    is_marker(sentence.trim().trim_start_matches('(')) || is_initial(word) || known(sentence, word, next)
}

/// `18`, `a`, `IV`: a sentence that is only this is the marker of the next.
fn is_marker(sentence: &str) -> bool {
    let all = |test: fn(char) -> bool| sentence.chars().all(test);
    (1..=5).contains(&sentence.chars().take(6).count())
        && (all(|c| c.is_numeric())
            || all(|c| "ivxlcIVXLC".contains(c))
            || (sentence.chars().count() == 1 && all(char::is_alphabetic)))
}

/// `J`, `А`, `د`, `U.S`, `Ph.D`: letters that stand for a name.
fn is_initial(word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or_default();
    let mut letters = last.chars();
    match (letters.next(), letters.next()) {
        (Some(c), None) => c.is_alphabetic() && !c.is_lowercase() && !is_east_asian(c),
        _ => false,
    }
}

/// Whether the abbreviation `word`, perhaps with the one before it (`p. ej`), waits for what follows.
fn known(sentence: &str, word: &str, next: char) -> bool {
    let pair = sentence.strip_suffix(word).and_then(|head| {
        let head = head.trim_end();
        let before = head.strip_suffix('.')?.rsplit(char::is_whitespace).next()?;
        Some(format!("{before}. {word}"))
    });
    let waiting = pair.as_deref().and_then(waits).or_else(|| waits(word));
    match waiting {
        Some(Waits::ForWord) => true,
        Some(Waits::ForNumber) => next.is_numeric() || "IVXLC(".contains(next),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `|` marks the end of every sentence but the last.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<&str> = sentences(&text).into_iter().filter_map(|range| text.get(range)).collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn chinese_sentences_end_at_their_stops_with_the_closing_marks() {
        check("秘书处介绍了情况。|他说：“应当如此。”|会议通过了决议；|委员会请各国注意！|是吗？！|是。");
        check("（见附件一。）|第 7/5 号决议（A/HRC/54/22）指出，1.5 万人……|她特别指出");
        check("各国、……，等等。");
    }

    #[test]
    fn abbreviations_initials_and_decimals_end_nothing() {
        for case in [
            "See para. 5 of No. 7/5. |It grew by 3.5 per cent. |Mr. X and Ms. Y spoke.",
            "The answer is no. |We agreed. |Cf. Annex II. |Art. IV applies, e.g. Article 5.",
            "J. R. Smith of the U.S. Government, Ph.D. candidate, spoke at 3 p.m. |The meeting rose.",
            "M. X a parlé. |Voir par. 12 et p. ex. Genève. |La séance est levée à 18 heures.",
            "«\u{a0}C’est fini.\u{a0}» |Il part\u{202f}! |Oui\u{202f}?",
            "El Sr. García, p. ej. Suiza, véase núm. 3. |¿Por qué? |¡Porque sí! |Excmo. Sr. Pérez habló.",
            "См. п. 5 и т.д. и т.п. |Комитет А. А. Иванова, т.е. Комитет. |В 2015 г. он принял 5 млн. долл.",
            "«Кто?» — спросил он. |Никто.",
            "انظر ص. 5 من التقرير. |هل هذا صحيح؟ |نعم.",
            "1. The group met. |2. It adopted… |Then it rose.",
            "It is... not so. |Wait... |What?",
            "Version 2.0 of the file www.un.org is here.",
        ] {
            check(case);
        }
    }

    #[test]
    fn a_newline_or_a_sub_paragraph_ends_a_sentence() {
        check("a line |\n another");
        check("The group: (a) met; |(b) spoke; |and (c) rose; it was late.");
        check("one;|\ntwo");
    }

    #[test]
    fn a_text_without_sentences_has_none() {
        assert!(sentences("").is_empty() && sentences(" \n\t ").is_empty());
        assert!(words("— … ，").is_empty());
    }

    #[test]
    fn long_texts_without_an_end_finish() {
        // Quadratic work would take minutes here.
        for piece in ["J. ", "a.", "? — ", "etc.) ", "(", ". ", "；"] {
            assert!(!sentences(&piece.repeat(60_000)).is_empty());
        }
    }

    #[test]
    fn words_leave_out_punctuation_and_white_space() {
        let text = "第 7/5 号, the State’s «Комитет» اللجنة";
        let found: Vec<&str> = words(text).into_iter().filter_map(|range| text.get(range)).collect();
        assert_eq!(found, ["第", "7", "5", "号", "the", "State’s", "Комитет", "اللجنة"]);
    }

    #[test]
    fn a_row_of_stops_is_gone_through_once() {
        // Gone through again from each of its stops, this would take 5,000,000,000 steps.
        for stop in [".", "…", ".)", "!"] {
            let text = format!("One{}two", stop.repeat(100_000));
            assert_eq!(sentences(&text).len(), 1, "{stop}");
        }
    }

    proptest! {
        #[test]
        fn sentences_hold_every_character_that_is_not_white_space(text in "[a-zA-Z0-9 .!?;。？！；…«»”）)\n\u{a0}汉字АбвпРس]{0,60}") {
            let found = sentences(&text);
            let mut at = 0;
            for range in &found {
                let gap = text.get(at..range.start);
                prop_assert!(gap.is_some_and(|gap| gap.trim().is_empty()), "{gap:?}");
                let sentence = text.get(range.clone()).unwrap();
                prop_assert!(!sentence.is_empty() && sentence.trim() == sentence);
                at = range.end;
            }
            prop_assert!(text.get(at..).is_some_and(|gap| gap.trim().is_empty()));
        }

        #[test]
        fn words_are_in_order_and_on_character_borders(text in "\\PC{0,40}") {
            let found = words(&text);
            prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
            prop_assert!(found.iter().all(|range| text.get(range.clone()).is_some_and(|word| !word.trim().is_empty())));
        }
    }
}
