//! `rapporteur check`: every problem of document and review files, and of whole workspaces, with line, column and
//! what to do. Nothing is written.
//!
//! # Files
//!
//! - `file`: One file, a document or a review, checked by itself
//! - `lines`: What `check` says, line by line: for files and workspaces alike
//! - `workspace`: A whole workspace, checked: what [`Survey`] found, for people

mod file;
mod lines;
mod workspace;

use super::arguments::Check;
use super::context::CommandContext;
use super::outcome::{Done, Exit, Failure};
use crate::store::Workspace;

/// Checks each file, and each folder as a workspace; nothing named is the workspace that every command means. What is
/// found, warnings among it and what is wrong with the settings, is exit code 1; what cannot be read is 3.
pub fn run(context: &CommandContext, asked: &Check) -> Result<Done, Failure> {
    let mut done = Done::new(String::new());
    if !context.warnings.is_empty() {
        done.exit = Exit::Found;
    }
    if asked.files.is_empty() {
        let workspace = match context.workspace() {
            Some(folder) => Workspace::open(folder)?,
            None => Workspace::default_at(&context.paths.data),
        };
        workspace::check(context, &workspace, &mut done);
    }
    for path in &asked.files {
        if !path.is_dir() {
            file::check(context, path, &mut done);
            continue;
        }
        match Workspace::open(path) {
            Ok(workspace) => workspace::check(context, &workspace, &mut done),
            Err(error) => {
                done.remarks.push(error.user_message());
                done.exit = Exit::Files;
            }
        }
    }
    Ok(done)
}
