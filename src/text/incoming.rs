//! Text on its way in: from a paste, an editor, standard input, a key. Every way in makes line ends the same here.
//!
//! What is stored is what comes out of here; how stored text is shown is `shown`'s.

use std::borrow::Cow;

/// The characters that end a line, beside LF: CR, VT, FF, NEL, line and paragraph separator.
const LINE_ENDS: [char; 6] = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Columns that a tab is in a pasted text.
const TAB: &str = "    ";

/// The text with LF for everything that ends a line (CR LF is one end), and without the byte order mark before it.
#[must_use]
pub fn with_lf(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.contains(LINE_ENDS) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') {
            continue;
        }
        clean.push(if LINE_ENDS.contains(&c) { '\n' } else { c });
    }
    Cow::Owned(clean)
}

/// A pasted text as words: line ends are LF, a tab is four spaces, escape sequences and other controls are gone.
///
/// A sequence goes only if it is whole: of one that does not end the introducer goes and what stands behind it
/// stays, for it may be words.
#[must_use]
pub fn pasted(text: &str) -> String {
    let text = with_lf(text);
    let mut clean = String::with_capacity(text.len());
    let mut rest = &*text;
    let mut reach = Reach::default();
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let gone = match c {
            '\n' => None,
            '\t' => {
                clean.push_str(TAB);
                Some(1)
            }
            c if c.is_control() => Some(reach.sequence(&text, at).unwrap_or(c.len_utf8())),
            _ => None,
        };
        let gone = gone.unwrap_or_else(|| {
            clean.push(c);
            c.len_utf8()
        });
        rest = rest.get(gone..).unwrap_or_default();
    }
    clean
}

/// Up to where ends of strings were looked for in vain: a paste of many that do not end is gone through once.
#[derive(Default)]
struct Reach {
    /// Before this byte there is no end of a string that ends with ST only.
    no_end: usize,
    /// Before this byte there is no end of one that BEL ends too.
    no_bell: usize,
}

impl Reach {
    /// How many bytes the escape sequence at `at` has; none if none begins there, or it does not end.
    fn sequence(&mut self, text: &str, at: usize) -> Option<usize> {
        let rest = text.get(at..)?;
        let mut chars = rest.chars();
        let kind = match chars.next()? {
            '\u{1b}' => chars.next()?,
            // The same in eight bits.
            c @ '\u{80}'..='\u{9f}' => char::from_u32(u32::from(c) - 0x40)?,
            _ => return None,
        };
        let head = rest.len() - chars.as_str().len();
        let body = rest.get(head..)?;
        let tail = match kind {
            '[' => control(body),
            'P' | 'X' | ']' | '^' | '_' => self.string(text, at + head, kind == ']'),
            // SS2 and SS3: one key of the keypad or the function keys.
            'N' | 'O' => body.chars().next().filter(|c| matches!(c, '@'..='~')).map(char::len_utf8),
            ' '..='/' => escape(body),
            '6'..='9' | '=' | '>' | '\\' | 'D' | 'E' | 'H' | 'M' | 'Z' | 'c' | '|' | '}' | '~' => Some(0),
            _ => None,
        };
        tail.map(|tail| head + tail)
    }

    /// The rest of OSC, DCS, SOS, PM or APC: up to ST, that of OSC also up to BEL, in one line.
    fn string(&mut self, text: &str, from: usize, bell: bool) -> Option<usize> {
        let body = text.get(from..)?;
        let known = if bell { &mut self.no_bell } else { &mut self.no_end };
        if from < *known {
            return None;
        }
        let mut before = None;
        for (at, c) in body.char_indices() {
            match c {
                '\u{9c}' => return Some(at + c.len_utf8()),
                '\u{7}' if bell => return Some(at + 1),
                '\\' if before == Some('\u{1b}') => return Some(at + 1),
                '\n' => {
                    *known = from + at;
                    return None;
                }
                _ => before = Some(c),
            }
        }
        *known = text.len();
        None
    }
}

/// The rest of CSI: parameters, intermediates, a final letter. The Linux console's F keys have a second bracket.
fn control(body: &str) -> Option<usize> {
    if let Some(key) = body.strip_prefix('[') {
        return key.starts_with(|c| matches!(c, 'A'..='E')).then_some(2);
    }
    let parameters = body.len() - body.trim_start_matches(|c| matches!(c, '0'..='?')).len();
    let rest = body.get(parameters..)?;
    let intermediates = rest.len() - rest.trim_start_matches(|c| matches!(c, ' '..='/')).len();
    let last = rest.get(intermediates..)?.chars().next()?;
    matches!(last, '@'..='~').then_some(parameters + intermediates + 1)
}

/// The rest of an escape with intermediates, such as a choice of character set.
fn escape(body: &str) -> Option<usize> {
    let intermediates = body.len() - body.trim_start_matches(|c| matches!(c, ' '..='/')).len();
    let last = body.get(intermediates..)?.chars().next()?;
    matches!(last, '0'..='~').then_some(intermediates + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn everything_that_ends_a_line_becomes_lf() {
        for end in ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
            assert_eq!(with_lf(&format!("一{end}二{end}")), "一\n二\n", "{end:?}");
            assert_eq!(pasted(&format!("一{end}二{end}")), "一\n二\n", "{end:?}");
        }
        assert_eq!(with_lf("\u{feff}a\r\r\n\nb\u{1b}"), "a\n\n\nb\u{1b}");
    }

    #[test]
    fn an_escape_sequence_in_a_paste_goes_whole() {
        for sequence in [
            "\u{1b}[31m",
            "\u{1b}[?2026h",
            "\u{1b}[38:2:1:2:3m",
            "\u{1b}[1 q",
            "\u{1b}[201~",
            "\u{1b}[[A",
            "\u{9b}1;2H",
            "\u{1b}]0;title\u{7}",
            "\u{1b}]8;;https://un.org\u{1b}\\",
            "\u{1b}]52;c;eA==\u{9c}",
            "\u{9d}0;标题\u{7}",
            "\u{1b}Pq#0;2;0\u{1b}\\",
            "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;eA==\u{7}\u{1b}\\",
            "\u{90}x\u{9c}",
            "\u{1b}_Gf=100;AAAA\u{1b}\\",
            "\u{9f}x\u{1b}\\",
            "\u{1b}^pm\u{1b}\\",
            "\u{1b}Xsos\u{1b}\\",
            "\u{1b}OP",
            "\u{8f}P",
            "\u{1b}(B",
            "\u{1b}#8",
            "\u{1b} F",
            "\u{1b}7",
            "\u{1b}=",
            "\u{1b}c",
            "\u{84}",
            "\u{7}\u{8}\u{0}\u{7f}\u{18}",
        ] {
            assert_eq!(pasted(&format!("甲{sequence}乙")), "甲乙", "{sequence:?}");
        }
    }

    #[test]
    fn of_a_sequence_that_does_not_end_the_words_stay() {
        for (text, words) in [
            ("甲\u{1b}[2019年乙", "甲[2019年乙"),
            ("甲\u{1b}", "甲"),
            ("甲\u{1b}[", "甲["),
            ("甲\u{1b}[31", "甲[31"),
            ("甲\u{1b}]0;题\n乙\u{7}", "甲]0;题\n乙"),
            ("甲\u{1b}]no end", "甲]no end"),
            ("甲\u{1b}Pa\u{7}b", "甲Pab"),
            ("甲\u{9b}年", "甲年"),
            ("甲\u{1b}O", "甲O"),
            ("甲\u{1b}O年", "甲O年"),
            ("甲\u{1b}第", "甲第"),
            ("甲\u{1b}\u{1b}[1m乙", "甲乙"),
            ("甲\u{1b}and", "甲and"),
            ("甲\t乙", "甲    乙"),
        ] {
            assert_eq!(pasted(text), words, "{text:?}");
        }
    }

    #[test]
    fn many_that_do_not_end_are_gone_through_once() {
        // Looked for anew for each, the end would take 20,000,000,000 steps.
        for opening in ["\u{1b}]", "\u{1b}P", "\u{9f}", "\u{1b}[1"] {
            let text = opening.repeat(200_000);
            assert!(!pasted(&text).contains('\u{1b}'));
        }
    }

    proptest! {
        #[test]
        fn a_paste_holds_no_control_but_lf_and_every_word(text in "([a-z汉字 ]|\r|\n|\u{2028}){0,60}") {
            let clean = pasted(&text);
            prop_assert!(clean.chars().all(|c| c == '\n' || !c.is_control()));
            let ink = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(ink(&clean), ink(&text));
        }
    }
}
