//! The report of a change: nothing that is said afterwards takes its place before it can have been read.

use super::{App, Mode, Shell};
use crate::messages::{Said, said};

/// After so many milliseconds on the screen a report has been seen by whoever presses a key on purpose.
const GLANCE: u64 = 250;

/// And after so many by whoever meant to write and pressed keys without looking.
const READ: u64 = 1500;

/// What a change said of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The sentence.
    pub said: Said,
    /// When it was made, in the milliseconds of a stamp.
    pub at: u64,
    /// It was on the screen.
    pub shown: bool,
}

/// Two sentences as one; whichever there is.
#[must_use]
pub fn both(first: Option<Said>, second: Option<Said>) -> Option<Said> {
    match (first, second) {
        (Some(first), Some(second)) => Some(said("notice-both").and("first", first).and("second", second)),
        (first, second) => first.or(second),
    }
}

impl Shell {
    /// A key is pressed: a report that was read by now goes.
    pub(super) fn age_report(&mut self, millis: u64) {
        self.report =
            self.report.take().filter(|report| !report.shown || millis.saturating_sub(report.at) < READ);
    }

    /// After every message: what is said of a change stays, and what else is said stands beside it.
    pub(super) fn keep_report(&mut self, changed: bool, millis: Option<u64>) {
        if changed {
            let at = millis.unwrap_or(self.report.as_ref().map_or(0, |report| report.at));
            self.report = self.notice.clone().map(|said| Report { said, at, shown: false });
            return;
        }
        let Some(report) = &self.report else { return };
        let own = Some(&report.said);
        let unaware = self.notice.as_ref().is_some_and(|notice| notice.id == "key-input-method");
        let seen = millis.is_some_and(|millis| report.shown && millis.saturating_sub(report.at) >= GLANCE);
        if seen && !unaware {
            return;
        }
        match &self.notice {
            None if !report.shown => self.tell(report.said.clone()),
            Some(notice) if own != Some(notice) && !is_beside(notice, &report.said) => {
                self.notice = both(Some(report.said.clone()), self.notice.take());
            }
            _ => {}
        }
    }

    /// The screen was drawn: what it says and asks can be read.
    pub(super) fn note_shown(&mut self) {
        self.told = self.notice.clone();
        if let Some(report) = &mut self.report {
            report.shown = true;
        }
        if let Mode::Question { seen, .. } = &mut self.mode {
            *seen = true;
        }
    }
}

impl App {
    /// A key was refused because an input method is on: what waited for a letter waits no longer, and a number is typed
    /// to its end.
    pub(super) fn hold_still(&mut self) {
        if matches!(self.shell.mode, Mode::Go | Mode::Status(..) | Mode::Refused(_)) {
            self.shell.mode = Mode::Browse;
        }
        if let Some(goto) = self.open.as_mut().and_then(|open| open.view.goto.as_mut()) {
            goto.done = true;
        }
        self.shell.quitting = false;
    }
}

/// Whether the notice says the report already, with something beside it.
fn is_beside(notice: &Said, report: &Said) -> bool {
    let first = notice.values.iter().find(|(name, _)| *name == "first");
    notice.id == "notice-both"
        && matches!(first, Some((_, crate::messages::Value::Said(first))) if **first == *report)
}
