//! What is wrong with a review file, and where. No file names: whoever read the file knows its path.

use crate::messages::Said;

/// So many problems of each kind are told; a file with more is not one that someone wrote.
const MOST: usize = 1_000;

/// Whether the file is wrong or only too new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// It cannot be understood.
    Broken,
    /// Two sides of a merge stand in it, and both can be read: it becomes one when it is next written.
    TwoSides,
    /// A later version of the program wrote it: it may be looked at by that version, never written by this one.
    Newer,
}

/// One problem of a review file.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewProblem {
    /// Wrong, or only too new.
    pub kind: ProblemKind,
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
    /// What is wrong and what to do, without the place.
    pub said: Said,
}

impl ReviewProblem {
    /// A problem at a byte of the source.
    pub(super) fn at(kind: ProblemKind, source: &str, byte: usize, said: Said) -> Self {
        let mut cursor = Cursor::new(source);
        cursor.go(byte);
        Self { kind, line: cursor.line, column: cursor.column, said }
    }
}

/// Problems by their bytes.
pub(super) type Found = Vec<(usize, ProblemKind, Said)>;

/// Problems of a source by their bytes; lines and columns are counted at the end, all at once.
#[derive(Debug)]
pub(super) struct Problems<'s> {
    source: &'s str,
    found: Found,
    /// How many of each kind.
    counts: [usize; 3],
}

impl<'s> Problems<'s> {
    /// None yet, of a source.
    pub fn of(source: &'s str) -> Self {
        Self { source, found: Vec::new(), counts: [0; 3] }
    }

    /// Adds one, unless there are more of its kind than anyone would read.
    pub fn push(&mut self, kind: ProblemKind, byte: usize, said: Said) {
        // By kind: of each that there is, one is there.
        let count = match kind {
            ProblemKind::Broken => self.counts.first_mut(),
            ProblemKind::TwoSides => self.counts.get_mut(1),
            ProblemKind::Newer => self.counts.last_mut(),
        };
        if let Some(count) = count.filter(|count| **count < MOST) {
            *count += 1;
            self.found.push((byte, kind, said));
        }
    }

    /// Takes over those of a piece of the source that begins at a byte of it.
    pub fn take_in(&mut self, found: Found, from: usize) {
        for (byte, kind, said) in found {
            self.push(kind, byte + from, said);
        }
    }

    /// By their bytes, in the order in which they were found.
    pub fn into_found(self) -> Found {
        self.found
    }

    /// In the order in which they were found.
    pub fn placed(self) -> Vec<ReviewProblem> {
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by_key(|at| self.found.get(*at).map(|(byte, ..)| *byte));
        let mut cursor = Cursor::new(self.source);
        let mut places = vec![(1, 1); self.found.len()];
        for at in order {
            if let (Some((byte, ..)), Some(place)) = (self.found.get(at), places.get_mut(at)) {
                cursor.go(*byte);
                *place = (cursor.line, cursor.column);
            }
        }
        let problem = |((_, kind, said), (line, column))| ReviewProblem { kind, line, column, said };
        self.found.into_iter().zip(places).map(problem).collect()
    }
}

/// A place in a source that only goes on.
struct Cursor<'s> {
    source: &'s str,
    byte: usize,
    line: usize,
    column: usize,
}

impl<'s> Cursor<'s> {
    fn new(source: &'s str) -> Self {
        Self { source, byte: 0, line: 1, column: 1 }
    }

    /// Goes on to a byte. Past the end is the end; inside a character is its beginning.
    fn go(&mut self, byte: usize) {
        let mut end = byte.min(self.source.len()).max(self.byte);
        while !self.source.is_char_boundary(end) {
            end -= 1;
        }
        let passed = self.source.get(self.byte..end).unwrap_or_default();
        self.line += passed.matches('\n').count();
        match passed.rsplit_once('\n') {
            Some((_, last)) => self.column = 1 + last.chars().count(),
            None => self.column += passed.chars().count(),
        }
        self.byte = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::said;

    #[test]
    fn places_are_counted_in_any_order() {
        let source = "稿x\n二y\n";
        let mut problems = Problems::of(source);
        for byte in [99, 0, 8, 3, 4, 5, 3] {
            problems.push(ProblemKind::Broken, byte, said("review-unreadable"));
        }
        let places: Vec<_> = problems.placed().iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(places, [(3, 1), (1, 1), (2, 2), (1, 2), (1, 3), (2, 1), (1, 2)]);
        let alone = ReviewProblem::at(ProblemKind::Broken, source, 6, said("review-unreadable"));
        assert_eq!((alone.line, alone.column), (2, 1));
    }

    #[test]
    fn of_each_kind_some_are_kept() {
        let mut problems = Problems::of("");
        for kind in [ProblemKind::TwoSides, ProblemKind::Broken] {
            for byte in 0..2 * MOST {
                problems.push(kind, byte, said("review-unreadable"));
            }
        }
        let placed = problems.placed();
        assert_eq!(placed.len(), 2 * MOST);
        assert_eq!(placed.iter().filter(|problem| problem.kind == ProblemKind::Broken).count(), MOST);
    }
}
