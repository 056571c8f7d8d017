//! A whole workspace, checked: what [`Survey`] found, for people.

use std::path::Path;

use super::lines::{block, line, of_journal};
use crate::cli::context::CommandContext;
use crate::cli::outcome::{Done, Exit, rendered};
use crate::messages::{UserMessage, user_message};
use crate::store::{self, Survey, Workspace};

/// Adds what is wrong with a workspace.
pub fn check(context: &CommandContext, workspace: &Workspace, done: &mut Done) {
    let mut survey = match Survey::of(workspace, &context.reviewer) {
        Ok(survey) => survey,
        Err(error) => {
            done.remarks.push(error.user_message());
            done.exit = Exit::Files;
            return;
        }
    };
    let (damaged, unread) = store::journal_damage(&context.paths.state, workspace, None);
    survey.around.extend(damaged.iter().map(of_journal));
    survey.unread.extend(unread);
    let say = |said: &UserMessage| context.say(said);
    let mut blocks: Vec<String> = survey.around.iter().map(|remark| block(context, None, remark)).collect();
    for looked in &survey.files {
        // Paths as one would type them from where one is.
        let name = short(&looked.path).display().to_string();
        blocks.extend(looked.remarks.iter().map(|remark| block(context, Some(&name), remark)));
        if !looked.problems.is_empty() {
            blocks.push(rendered(&looked.problems, &name, &looked.source, &say));
        }
    }
    for block in &blocks {
        done.out.push_str(block);
        done.out.push_str("\n\n");
    }
    line(&context.say(&summary(workspace, &survey)), done);
    if !blocks.is_empty() {
        done.exit = done.exit.max(Exit::Found);
    }
    if !survey.unread.is_empty() {
        done.exit = Exit::Files;
    }
    done.remarks.extend(survey.unread.iter().map(crate::store::StoreError::user_message));
}

fn summary(workspace: &Workspace, survey: &Survey) -> UserMessage {
    let (errors, warnings) = survey.count();
    let sentence = match errors + warnings + survey.unread.len() {
        0 => user_message("check-good"),
        _ => user_message("check-found").count("errors", errors).count("warnings", warnings),
    };
    let sentence = if survey.unread.is_empty() {
        sentence
    } else {
        user_message("check-unread").and("found", sentence).count("count", survey.unread.len())
    };
    let sentence =
        user_message("check-summary").with("path", workspace.root().display()).and("found", sentence);
    sentence.count("documents", survey.documents).count("reviews", survey.reviews)
}

fn short(path: &Path) -> &Path {
    let here = std::env::current_dir().and_then(std::fs::canonicalize).unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path)
}
