//! What `check` says, line by line: for files and workspaces alike.

use crate::cli::context::CommandContext;
use crate::cli::outcome::Done;
use crate::format::Severity;
use crate::messages::user_message;
use crate::store::{Damaged, Remark};
use crate::text::{shown, shown_line};

/// Adds a line to what is printed, made safe.
pub fn line(text: &str, done: &mut Done) {
    done.out.push_str(shown_line(text).as_str());
    done.out.push('\n');
}

/// The remark on a damaged journal.
pub fn of_journal(damaged: &Damaged) -> Remark {
    Remark { severity: Severity::Warning, said: damaged.user_message(), hint: None }
}

/// A remark in one line, what to do in another.
pub fn block(context: &CommandContext, name: Option<&str>, remark: &Remark) -> String {
    let sentence = match remark.severity {
        Severity::Error => context.say(&remark.said),
        Severity::Warning => context.say(&user_message("format-warning").and("problem", remark.said.clone())),
    };
    let place = name.map(|name| format!("{name}: ")).unwrap_or_default();
    let hint = remark.hint.as_ref().map(|hint| format!("\n  {}", context.say(hint))).unwrap_or_default();
    shown(&format!("{place}{sentence}{hint}")).as_str().to_owned()
}
