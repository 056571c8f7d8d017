//! The oracle: what was typed, cut into terms: signs and text between white space, no phrases and no fields.

use super::folding::PlainText;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlainTerm {
    pub(super) chars: Vec<char>,
    /// `!`
    pub(super) absent: bool,
    /// `^`
    pub(super) first: bool,
    /// `$`
    pub(super) last: bool,
    /// No sign stands at it: it may match loosely.
    pub(super) bare: bool,
}

#[derive(Debug)]
pub(in crate::search) struct PlainQuery {
    /// All that was typed; nothing if it is only white space.
    pub(super) whole: Vec<char>,
    pub(super) terms: Vec<PlainTerm>,
}

impl PlainQuery {
    pub(in crate::search) fn read(typed: &str) -> Self {
        let whole: String = PlainText::of(typed).chars.into_iter().collect();
        let mut terms: Vec<PlainTerm> = Vec::new();
        for token in typed.split_whitespace() {
            let mut chars = PlainText::of(token).chars;
            let length = chars.len();
            let mut sign = |sign: char| {
                let stands = chars.first() == Some(&sign);
                chars.drain(..usize::from(stands));
                stands
            };
            let (absent, _, first) = (sign('!'), sign('\''), sign('^'));
            let last = chars.pop_if(|c| *c == '$').is_some();
            let bare = chars.len() == length;
            let term = PlainTerm { chars, absent, first, last, bare };
            if !term.chars.is_empty() && !terms.contains(&term) {
                terms.push(term);
            }
        }
        Self { whole: whole.trim_matches(' ').chars().collect(), terms }
    }
}
