//! The text of a review file that is read and edited again and again, as one's own is. It knows which of its pieces is
//! which entry: pieces that were read before are not read again, and only those of entries that change are held as they
//! are written. What the text says is not in it.

use std::collections::{BTreeMap, HashMap};

use super::pieces::{KnownPieces, Piece, read_knowing};
use super::read::{editable, normal_cow};
use super::sides::{Stages, TwoSides, read_sides};
use super::write::{raise_format, write_entries, write_into};
use crate::format::FileProblem;
use crate::model::{EntryKey, Review};

/// The text of a review file, and where its entries stand in it.
#[derive(Debug)]
pub struct ReviewText {
    text: String,
    /// In their order, the head first; none if the text does not come apart at its entries.
    pieces: Vec<Piece>,
    /// It is a merge of two sides: whoever edits it writes over both.
    two_sides: Option<TwoSides>,
}

impl ReviewText {
    /// Reads a text. `known` is another one, with what it says: most of the two is the same in most cases. `stages` are
    /// the sides of a merge, where they are known.
    ///
    /// # Errors
    /// The first problem that keeps it from being read. That it is not too much to be edited was asked before
    /// ([`super::too_much_to_edit`]).
    pub fn read(
        text: String,
        stages: Option<Stages>,
        known: Option<(&Self, &Review)>,
    ) -> Result<(Self, Review), FileProblem> {
        let known = known.map(|(other, review)| other.known(review)).unwrap_or_default();
        let normal = normal_cow(&text);
        let (review, two_sides, mut pieces) = read_knowing(&normal, stages, known)?;
        let is_piece = |piece: &Piece| piece.at.start == 0 || piece.key.is_some();
        if *normal != *text || !pieces.iter().all(is_piece) {
            pieces.clear();
        }
        Ok((Self { text, pieces, two_sides }, review))
    }

    /// The text, exactly as it was read or is to be written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How it comes to hold two sides of a merge; none if it does not.
    #[must_use]
    pub fn two_sides(&self) -> Option<TwoSides> {
        self.two_sides
    }

    /// The text that says `after`; this one says `before`. All that this program does not know stays in it. `stages` are
    /// those with which it was read.
    ///
    /// # Errors
    /// The first problem that keeps it from being edited.
    pub fn edited(
        &self,
        stages: Option<Stages>,
        before: &Review,
        after: &Review,
    ) -> Result<String, FileProblem> {
        if let Some(text) = self.edited_in_pieces(before, after) {
            return Ok(text);
        }
        let mut doc = read_sides(&self.text, stages)?.doc;
        write_into(&mut doc, before, after);
        Ok(doc.to_string())
    }

    /// The same, where it does not take the whole: no entry goes, and none is the first of its kind.
    fn edited_in_pieces(&self, before: &Review, after: &Review) -> Option<String> {
        if self.pieces.is_empty() || before.entries().any(|(key, _)| after.get(key).is_none()) {
            return None;
        }
        let mut edits: BTreeMap<usize, (Review, Review)> = BTreeMap::new();
        let places: HashMap<&EntryKey, usize> =
            self.keys().enumerate().filter_map(|(place, key)| Some((key?, place))).collect();
        for (key, record) in after.entries() {
            let was = before.get(key);
            if was == Some(record) {
                continue;
            }
            // A new entry stands behind the others of its kind.
            let others =
                self.keys().enumerate().filter(|(_, other)| other.map(EntryKey::kind) == Some(key.kind()));
            let behind = || others.last().map(|(place, _)| place).filter(|_| was.is_none());
            let place = places.get(key).copied().or_else(behind)?;
            let nothing = || Review::new(after.symbol.clone(), &after.reviewer);
            let (old, new) = edits.entry(place).or_insert_with(|| (nothing(), nothing()));
            was.into_iter().for_each(|was| old.insert(was.clone()));
            new.insert(record.clone());
        }
        let mut text = String::with_capacity(self.text.len());
        for (place, piece) in self.pieces.iter().enumerate() {
            let source = self.text.get(piece.at.clone())?;
            let edit = edits.get(&place);
            if edit.is_none() && place > 0 {
                text.push_str(source);
                continue;
            }
            let mut doc = editable(source).ok()?;
            if place == 0 {
                raise_format(&mut doc, after);
            }
            edit.into_iter().for_each(|(old, new)| write_entries(&mut doc, old, new));
            text.push_str(&doc.to_string());
        }
        Some(text)
    }

    /// The entry of each piece.
    fn keys(&self) -> impl Iterator<Item = Option<&EntryKey>> {
        self.pieces.iter().map(|piece| piece.key.as_ref())
    }

    /// Its pieces with what they say, which is in `review`.
    fn known<'k>(&'k self, review: &'k Review) -> KnownPieces<'k> {
        let piece =
            |piece: &'k Piece| Some((self.text.get(piece.at.clone())?, review.get(piece.key.as_ref()?)?));
        KnownPieces::new(self.pieces.iter().filter_map(piece).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::write;
    use super::*;
    use crate::model::{Change, Moment, Note, NoteId, NoteKind, ReviewStatus};

    const HEAD: &str = "format = 1\nsymbol = \"A/1\"\nreviewer = \"chen\"\nmood = 1\n\n";
    const MARK: &str =
        "# of 2\n[[paragraph]]\nnumber = 2 # two\nstatus = \"amend\"\nchanged = 2026-11-23T14:00:00Z\n\n";

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    fn note(id: &str) -> String {
        format!(
            "# of {id}\n[[note]]\nid = \"{id}\"\nparagraph = 2\ncreated = 2026-11-23T14:00:00Z\nbody = '{id}'\n\n"
        )
    }

    fn read(text: &str) -> (ReviewText, Review) {
        ReviewText::read(text.to_owned(), None, None).unwrap()
    }

    fn after(review: &Review, change: Change) -> Review {
        let mut after = review.clone();
        after.apply(change, at()).unwrap();
        after.canonical()
    }

    fn add(id: &str) -> Change {
        Change::add_note(Note::new(NoteId(id.into()), "2".into(), NoteKind::Point, "x".into(), at()))
    }

    fn edit(id: &str) -> Change {
        Change::edit_note(NoteId(id.into()), "other".into(), NoteKind::Point)
    }

    #[test]
    fn only_the_pieces_of_what_changes_are_edited_and_the_file_is_the_same() {
        let file = [HEAD, &note("a"), MARK, &note("b"), "  # the end\n"].concat();
        let (text, before) = read(&file);
        let status = |number: &str| Change::set_status(number.into(), ReviewStatus::Query, None);
        for change in [edit("a"), edit("b"), add("c"), status("2"), status("3")] {
            let after = after(&before, change);
            let edited = text.edited_in_pieces(&before, &after).unwrap();
            assert_eq!(edited, write(&file, &after));
            let (_, read) = ReviewText::read(edited, None, Some((&text, &before))).unwrap();
            assert_eq!(read, after);
        }
    }

    #[test]
    fn what_takes_the_whole_is_edited_as_a_whole() {
        let file = [HEAD, &note("a"), &note("b")].concat();
        let (text, before) = read(&file);
        let mut gone = before.clone();
        gone.remove(&EntryKey::Note(NoteId("a".into())));
        let apart = [&file, "[extra]\nx = 1\n"].concat();
        let lines = file.replace('\n', "\r\n");
        let twice =
            [&file, "[[note]]\nid = 'a'\nparagraph = 2\ncreated = 2026-11-23T14:00:00Z\nbody = 'y'\n"]
                .concat();
        assert_eq!(text.edited_in_pieces(&before, &gone), None);
        assert_eq!(text.edited(None, &before, &gone).unwrap(), write(&file, &gone));
        for (file, change) in [
            (&file, Change::set_status("3".into(), ReviewStatus::Query, None)),
            (&apart, edit("a")),
            (&lines, edit("a")),
            (&twice, edit("b")),
        ] {
            let (text, before) = read(file);
            let after = after(&before, change);
            assert_eq!(text.edited_in_pieces(&before, &after), None, "{file}");
            assert_eq!(read_sides(&text.edited(None, &before, &after).unwrap(), None).unwrap().review, after);
        }
    }

    #[test]
    fn a_piece_that_another_file_says_otherwise_is_read() {
        let (one, other) = ([HEAD, &note("a"), &note("b")].concat(), [HEAD, &note("b"), &note("c")].concat());
        let (known, review) = read(&one);
        let again = ReviewText::read(other.clone(), None, Some((&known, &review))).unwrap().1;
        assert_eq!(again, read(&other).1);
        // Twice the same is a finding, known or not.
        let twice = [HEAD, &note("a"), &note("a")].concat();
        let (twice, _) = ReviewText::read(twice, None, Some((&known, &review))).unwrap();
        assert_eq!((twice.two_sides, twice.pieces.len()), (Some(TwoSides::Twice), 0));
        for broken in [one.replace("body = 'b'", "body = b"), one.replace("id = \"b\"", "id = 1")] {
            let alone = ReviewText::read(broken.clone(), None, None).map(|_| ()).unwrap_err();
            assert_eq!(ReviewText::read(broken, None, Some((&known, &review))).map(|_| ()), Err(alone));
        }
    }
}
