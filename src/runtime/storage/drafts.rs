//! Drafts on the disk, as the screen asks for them: kept, taken up again, dropped. Not how they are written, which is the
//! store's.

use super::Storage;
use crate::app::Msg;
use crate::model::{Draft, NoteId};
use crate::store::Outcome;

impl Storage {
    /// Keeps a draft; what waits to be saved does not drop it any more.
    pub(super) fn keep(&mut self, draft: &Draft) -> Vec<Msg> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let drafts = match &open.drafts {
            Ok(drafts) => drafts,
            Err(error) => return vec![Msg::DraftNotKept(error.user_message())],
        };
        for waiting in self.waiting.iter_mut().filter(|waiting| waiting.draft.as_ref() == Some(&draft.note)) {
            waiting.draft = None;
        }
        match drafts.write(draft) {
            Outcome::Saved(_) => Vec::new(),
            Outcome::NotSaved(error) | Outcome::Unknown(error) => {
                vec![Msg::DraftNotKept(error.user_message())]
            }
        }
    }

    /// A draft that a dead session left is this session's from now on. If another window was quicker, both texts
    /// stay.
    pub(super) fn take_up(&mut self, draft: &Draft) -> Vec<Msg> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let Ok(drafts) = &open.drafts else { return Vec::new() };
        let Some(place) = open.left.iter().position(|(_, left)| left == draft) else { return Vec::new() };
        let (path, _) = open.left.remove(place);
        match drafts.resume(&path) {
            Ok(_) => Vec::new(),
            Err(error) => vec![Msg::Remark(error.user_message())],
        }
    }

    /// Drops a draft that a person gave up.
    pub(super) fn forget(&mut self, note: &NoteId) -> Vec<Msg> {
        // While the draft is there, its words are known to be kept: a person has seen them and gives them up.
        let mut answers = self.retire(note);
        let Some(Ok(drafts)) = self.open.as_ref().map(|open| &open.drafts) else { return answers };
        answers.extend(drafts.remove(note).err().map(|error| Msg::Remark(error.user_message())));
        answers
    }
}
