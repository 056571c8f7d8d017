//! `rapporteur keys`: the table of keys, for reading and for the README.

use super::arguments::Keys;
use super::context::Context;
use super::outcome::Done;
use super::page::{Look, Page};
use crate::keymap::{Binding, GROUPS, Scope, TABLE, said_key};
use crate::messages::said;
use crate::text::pad;

/// Columns of the key names.
const KEYS: usize = 24;

/// Prints the keys.
pub fn run(context: &Context, asked: &Keys) -> Done {
    Done::new(if asked.markdown { markdown(context) } else { human(context) })
}

/// The key that must come first.
fn before(binding: &Binding) -> &'static str {
    match binding.scope {
        Scope::Go => "g",
        Scope::Status => "s",
        _ => "",
    }
}

fn human(context: &Context) -> String {
    let mut page = Page::new(context.style);
    for (group, title) in GROUPS {
        page.gap();
        page.text("", &context.word(title), Look::Heading);
        for binding in TABLE.iter().filter(|binding| binding.group == group) {
            let keys = format!("{} {}", before(binding), said_key(binding));
            let keys = pad(keys.trim_start(), KEYS, context.style.ambiguous);
            page.text(&format!("  {keys} "), &context.word(binding.about), Look::Plain);
        }
    }
    page.finish()
}

fn markdown(context: &Context) -> String {
    let mut out = String::new();
    for (group, title) in GROUPS {
        if !out.is_empty() {
            out.push('\n');
        }
        let (keys, does) = (context.say(&said("cli-keys-key")), context.say(&said("cli-keys-does")));
        out.push_str(&format!("### {}\n\n| {keys} | {does} |\n| --- | --- |\n", context.word(title)));
        for binding in TABLE.iter().filter(|binding| binding.group == group) {
            let first = Some(before(binding)).filter(|key| !key.is_empty()).map(|key| format!("`{key}` "));
            let first = first.unwrap_or_default();
            let keys: Vec<String> = binding.shown_keys().map(|key| format!("{first}`{key}`")).collect();
            let does = context.word(binding.about).replace('\\', "\\\\").replace('|', "\\|");
            out.push_str(&format!("| {} | {does} |\n", keys.join(", ").replace('|', "\\|")));
        }
    }
    out
}
