//! One file, a document or a review, checked by itself.

use std::path::Path;

use super::lines::{block, line, of_journal};
use crate::cli::context::CommandContext;
use crate::cli::outcome::{Done, Exit, rendered};
use crate::format::{FileProblems, inspect_document, inspect_review, is_document, is_review, normal};
use crate::messages::{UserMessage, user_message};
use crate::runtime::CatalogError;
use crate::store::{self, Trouble, Workspace};

/// Adds what is wrong with a file.
pub fn check(context: &CommandContext, path: &Path, done: &mut Done) {
    let say = |said: &UserMessage| context.say(said);
    let name = path.display().to_string();
    let source = match store::read_document(path) {
        Ok(source) => source,
        Err(error) if matches!(error.trouble, Trouble::OtherFormat(_)) => {
            // It was read, and what is wrong with it is what it is.
            line(&context.say(&CatalogError::from(error).user_message()), done);
            done.exit = done.exit.max(Exit::Found);
            return;
        }
        Err(error) => {
            done.remarks.push(error.user_message());
            done.exit = Exit::Files;
            return;
        }
    };
    let review = !is_document(&source) && (lies_among_reviews(path) || is_review(&source));
    let (source, problems): (String, FileProblems) = if review {
        let source = normal(&source);
        let problems = inspect_review(&source);
        (source, problems)
    } else {
        let problems = inspect_document(&source).problems;
        (source, problems)
    };
    if review {
        check_journal(context, path, done);
    }
    if problems.is_empty() {
        let sentence =
            if review { user_message("cli-check-review-good") } else { user_message("cli-check-good") };
        line(&context.say(&sentence.with("name", &name)), done);
        return;
    }
    done.out.push_str(&rendered(&problems, &name, &source, &say));
    done.out.push_str("\n\n");
    let summary = user_message("cli-check-problems").with("name", &name).count("count", problems.len());
    line(&context.say(&summary), done);
    done.exit = done.exit.max(Exit::Found);
}

/// Adds what is wrong with the journal of a review that lies in a workspace.
fn check_journal(context: &CommandContext, path: &Path, done: &mut Done) {
    let root = path.ancestors().nth(3).filter(|_| lies_among_reviews(path));
    let root = root.map(|root| if root.as_os_str().is_empty() { Path::new(".") } else { root });
    let Some(Ok(workspace)) = root.filter(|_| context.own().is_ok()).map(Workspace::open) else { return };
    let (damaged, unread) = store::journal_damage(&context.paths.state, &workspace, Some(path));
    for damaged in &damaged {
        done.out.push_str(&block(context, None, &of_journal(damaged)));
        done.out.push_str("\n\n");
        done.exit = done.exit.max(Exit::Found);
    }
    for error in &unread {
        done.remarks.push(error.user_message());
        done.exit = Exit::Files;
    }
}

fn lies_among_reviews(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::parent).and_then(Path::file_name);
    folder.is_some_and(|folder| folder == "reviews")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_known_by_its_folder() {
        for (path, review) in
            [("w/reviews/A_1/amara.toml", true), ("w/reviews/amara.toml", false), ("amara.toml", false)]
        {
            assert_eq!(lies_among_reviews(Path::new(path)), review, "{path}");
        }
    }
}
