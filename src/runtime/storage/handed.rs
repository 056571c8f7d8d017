//! Files that the user's editor came back from: removed once their words are in a note or in a draft, and not before.

use super::*;
use crate::runtime::editor::{Back, look, stays};
use crate::store::Left;

impl Storage {
    /// Takes over a file from which the editor came back. The lock says that it is in hand.
    pub fn take_handed(&mut self, (mut handed, lock): (Handed, Lock), at_once: bool) {
        if at_once {
            // Not written down, it is known to this window all the same.
            let _ = handed.came_back_at_once();
        }
        self.handed.push((handed, lock));
    }

    /// A note is saved, or its draft is given up: what was handed out for it goes, unless it holds words that are kept
    /// nowhere else. Those become a draft.
    pub(super) fn retire(&mut self, note: &NoteId) -> Vec<Msg> {
        let mut answers = Vec::new();
        let (of_note, others): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.handed).into_iter().partition(|(handed, _)| handed.draft.note == *note);
        self.handed = others;
        for (mut handed, lock) in of_note {
            match look(&handed) {
                Back::Same | Back::Blank | Back::Gone if !handed.at_once => handed.remove(),
                // Its editor may write yet.
                Back::Same | Back::Blank | Back::Gone => self.handed.push((handed, lock)),
                Back::Words(words) => {
                    let told = match self.is_kept(note, &words) {
                        true => Ok(None),
                        false => self.keep_words(&handed, words).map(Some),
                    };
                    match told {
                        Err(why) => {
                            answers.push(*why);
                            self.handed.push((handed, lock));
                            continue;
                        }
                        Ok(told) => answers.extend(told),
                    }
                    match handed.read() {
                        Ok(text) if handed.at_once => {
                            handed.given = text;
                            let _ = handed.came_back_at_once();
                            self.handed.push((handed, lock));
                        }
                        _ => handed.remove(),
                    }
                }
                // It stays where it is, and is told again at the next start.
                back => answers.extend(stays(&handed, &back).map(Msg::Remark)),
            }
        }
        answers
    }

    /// Whether words are in the note or in a draft on the disk.
    fn is_kept(&self, note: &NoteId, words: &str) -> bool {
        let Some(open) = &self.open else { return false };
        let same = |kept: &str| kept.trim_end() == words;
        open.store.review().note(note).is_some_and(|note| same(&note.body))
            || open.drafts.iter().flat_map(Drafts::own_words).any(|kept| same(&kept))
    }

    /// Makes a draft of words, on disk before anything says so; where that fails they stay in their file.
    fn keep_words(&mut self, handed: &Handed, body: String) -> Result<Msg, Box<Msg>> {
        let note = NoteId(store::new_id().to_string());
        let draft = Draft { note, body, editing: false, ..handed.draft.clone() };
        match self.keep(&draft).pop() {
            Some(why) => Err(Box::new(why)),
            None => Ok(Msg::Kept(Box::new(draft))),
        }
    }

    /// Files of windows that are gone, of which something is to be done or said, on a document: words that are kept
    /// nowhere else, with the file that holds them. What holds nothing new goes.
    pub(super) fn left_behind(&self, mine: &Review, remarks: &mut Vec<UserMessage>) -> Vec<(Handed, String)> {
        let mut words_left = Vec::new();
        for left in Handed::all(&self.state) {
            match left {
                Left::Behind(handed) if handed.draft.symbol == mine.symbol => match look(&handed) {
                    Back::Same | Back::Blank | Back::Gone => handed.remove(),
                    Back::Words(words) => words_left.push((handed, words)),
                    back => remarks.extend(stays(&handed, &back)),
                },
                Left::Behind(_) | Left::InHand(_) => {}
                Left::Stray(path) => remarks.push(user_message("editor-stray").with("path", path.display())),
            }
        }
        words_left
    }
}
