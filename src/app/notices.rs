//! What is said on the last line: one sentence, those that wait for their turn, and the report of a change, which nothing
//! that is said afterwards takes the place of before it can have been read. No sentence is read back: what must be known
//! of one stands beside it.

use crate::messages::{UserMessage, user_message};

/// After so many milliseconds on the screen a report has been seen by whoever presses a key on purpose.
const GLANCE: u64 = 250;

/// And after so many by whoever meant to write and pressed keys without looking.
const READ: u64 = 1500;

/// What a sentence is about, as far as that decides what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// What was asked for last: it goes with the next key.
    Key,
    /// That keys are not taken, because an input method is on.
    InputMethod,
    /// That a document is opened, and where one is in it: another sentence about where one goes takes its place.
    Opening,
    /// That a note was written: where it is kept takes its place.
    Written,
    /// That all is on disk: void when it is not.
    AllSaved,
    /// What has become of the document's text: void when something else has.
    Text,
}

/// A sentence on the last line.
#[derive(Debug, Clone, PartialEq)]
struct Notice {
    said: UserMessage,
    about: About,
    /// The report that it says as well.
    report: Option<UserMessage>,
}

impl Notice {
    fn new(about: About, said: UserMessage) -> Self {
        Self { said, about, report: None }
    }
}

/// What a change said of itself.
#[derive(Debug, Clone, PartialEq)]
struct Report {
    said: UserMessage,
    /// When it was made, in the milliseconds of a stamp.
    at: u64,
    /// It was on the screen.
    shown: bool,
}

/// All that is said, and is to be said.
#[derive(Debug, Default)]
pub struct Notices {
    /// On the last line, until the next key.
    now: Option<Notice>,
    /// What was on the screen when it was last drawn.
    seen: Option<Notice>,
    /// Still to be said, one at a key.
    waiting: Vec<Notice>,
    /// What was last done to the review, from the key that did it until one that comes after it was shown.
    report: Option<Report>,
}

impl Notices {
    /// What a document begins with: what is to be heard, else where one is in it.
    pub(super) fn begin(&mut self, remarks: Vec<UserMessage>, place: Option<UserMessage>) {
        self.waiting = remarks.into_iter().map(|said| Notice::new(About::Key, said)).collect();
        self.now = place.filter(|_| self.waiting.is_empty()).map(|said| Notice::new(About::Opening, said));
        self.tell_next();
    }

    /// The sentence on the last line.
    #[must_use]
    pub fn user_message(&self) -> Option<&UserMessage> {
        self.now.as_ref().map(|notice| &notice.said)
    }

    /// Whether what stands there is about that.
    pub(super) fn is_about(&self, about: About) -> bool {
        self.now.as_ref().is_some_and(|notice| notice.about == about)
    }

    /// Says a sentence, in the place of the one that stands there.
    pub(super) fn tell(&mut self, about: About, said: UserMessage) {
        self.now = Some(Notice::new(about, said));
    }

    /// Takes away what stands there.
    pub(super) fn clear(&mut self) -> Option<UserMessage> {
        self.now.take().map(|notice| notice.said)
    }

    /// Says the first of the sentences that wait, if nothing else is said.
    pub(super) fn tell_next(&mut self) {
        if self.now.is_none() && !self.waiting.is_empty() {
            self.now = Some(self.waiting.remove(0));
        }
    }

    /// Says something that must be heard: at once, or, while something is being said that has not been on the screen
    /// yet, after it.
    pub(super) fn remark(&mut self, about: About, said: UserMessage) {
        if self.now.is_none() || self.now == self.seen {
            self.tell(about, said);
        } else {
            self.waiting.push(Notice::new(about, said));
        }
    }

    /// Says what has become of the document's text, now or after what is being said. What was said of the text before
    /// is not true any more.
    pub(super) fn tell_of_text(&mut self, said: UserMessage) {
        self.waiting.retain(|notice| notice.about != About::Text);
        if self.now.as_ref().is_none_or(|notice| notice.about == About::Text) {
            self.tell(About::Text, said);
        } else {
            self.waiting.push(Notice::new(About::Text, said));
        }
    }

    /// Says a sentence about where one went. What is said of the document itself comes with the next keys.
    pub(super) fn tell_arrival(&mut self, said: UserMessage) {
        let before = self.now.take().filter(|notice| notice.about != About::Opening);
        self.waiting.splice(0..0, before);
        self.tell(About::Key, said);
    }

    /// Says a sentence before what stands there.
    pub(super) fn tell_before(&mut self, first: Option<UserMessage>) {
        if let Some(said) = both(first, self.clear()) {
            self.tell(About::Key, said);
        }
    }

    /// A key is pressed: a report that was read by now goes.
    pub(super) fn age_report(&mut self, millis: u64) {
        self.report =
            self.report.take().filter(|report| !report.shown || millis.saturating_sub(report.at) < READ);
    }

    /// After every message: what is said of a change stays, and what else is said stands beside it.
    pub(super) fn keep_report(&mut self, changed: bool, millis: Option<u64>) {
        if changed {
            let at = millis.unwrap_or(self.report.as_ref().map_or(0, |report| report.at));
            self.report = self.user_message().map(|said| Report { said: said.clone(), at, shown: false });
            return;
        }
        let Some(Report { said, at, shown }) = self.report.clone() else { return };
        let seen = millis.is_some_and(|millis| shown && millis.saturating_sub(at) >= GLANCE);
        if seen && !self.is_about(About::InputMethod) {
            return;
        }
        match &self.now {
            None if !shown => self.tell(About::Key, said),
            Some(now) if now.said != said && now.report.as_ref() != Some(&said) => {
                let about = now.about;
                self.tell_before(Some(said.clone()));
                if let Some(now) = &mut self.now {
                    now.about = about;
                    now.report = Some(said);
                }
            }
            _ => {}
        }
    }

    /// The screen was drawn: what it says can be read.
    pub(super) fn note_shown(&mut self) {
        self.seen = self.now.clone();
        if let Some(report) = &mut self.report {
            report.shown = true;
        }
    }
}

/// Two sentences as one; whichever there is.
fn both(first: Option<UserMessage>, second: Option<UserMessage>) -> Option<UserMessage> {
    match (first, second) {
        (Some(first), Some(second)) => {
            Some(user_message("notice-both").and("first", first).and("second", second))
        }
        (first, second) => first.or(second),
    }
}
