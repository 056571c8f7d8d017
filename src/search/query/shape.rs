//! How a term may match other than literally. Looks at the term only.

use crate::search::query::fold::{is_han, is_word};
use crate::search::query::needle::Needle;

/// Longer terms match literally only: nobody abbreviates with so many characters.
pub(in crate::search) const LONGEST: usize = 32;

/// How a term may match with gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) enum TermShape {
    /// Each Han character, and each run of others as a whole, in this order; at least two.
    Han(Vec<Needle>),
    /// Letters, perhaps with digits.
    Letters,
    /// The same, and it is a form of a name that is known: nothing inside of words is guessed.
    Name,
}

impl TermShape {
    /// How the term, which is `named` if it is a form of a name that is known, may match with gaps, if at all. Digits alone
    /// may not: `75` is not `715`.
    pub(in crate::search) fn of(term: &str, named: bool) -> Option<Self> {
        if !(2..=LONGEST).contains(&term.chars().count()) {
            return None;
        }
        if term.chars().any(is_han) {
            let mut atoms: Vec<String> = Vec::new();
            let mut open = false;
            for c in term.chars() {
                match atoms.last_mut() {
                    Some(atom) if open && !is_han(c) => atom.push(c),
                    _ => atoms.push(c.to_string()),
                }
                open = !is_han(c);
            }
            let atoms: Vec<Needle> = atoms.iter().filter_map(|atom| Needle::new(atom)).collect();
            return (atoms.len() > 1).then_some(Self::Han(atoms));
        }
        let letters = term.chars().all(is_word) && term.chars().any(char::is_alphabetic);
        letters.then_some(if named { Self::Name } else { Self::Letters })
    }
}
