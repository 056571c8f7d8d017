//! The sentences of one language, each read when it is first said: a start says few of them, and all of them as they
//! are once read take ten times the memory of the file.

use std::sync::{PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// A Fluent file, and what of it was read.
pub(super) struct Sentences {
    /// Id and entry of each message, by id.
    entries: Vec<(&'static str, &'static str)>,
    /// What was said so far.
    read: RwLock<FluentBundle<FluentResource>>,
}

impl Sentences {
    /// The sentences of a language by its code, in a file whose messages refer to no other message.
    pub(super) fn new(language: &str, file: &'static str) -> Self {
        let mut entries: Vec<_> = entries(file).collect();
        entries.sort_unstable_by_key(|(id, _)| *id);
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap_or_default()]);
        // Isolation marks are for browsers; in cells they are invisible characters that break widths.
        bundle.set_use_isolating(false);
        Self { entries, read: RwLock::new(bundle) }
    }

    /// The sentence with these values in it. `None` if this language has none of that id.
    pub(super) fn say(&self, id: &str, values: Option<&FluentArgs<'_>>) -> Option<String> {
        let say = |bundle: &FluentBundle<FluentResource>| {
            let pattern = bundle.get_message(id)?.value()?;
            Some(bundle.format_pattern(pattern, values, &mut Vec::new()).into_owned())
        };
        let said = say(&self.read.read().unwrap_or_else(PoisonError::into_inner));
        if said.is_some() {
            return said;
        }
        let at = self.entries.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        let (_, entry) = self.entries.get(at)?;
        // What is partly wrong still gives what is right in it; a test reads every file strictly.
        let resource = match FluentResource::try_new((*entry).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = self.read.write().unwrap_or_else(PoisonError::into_inner);
        bundle.add_resource_overriding(resource);
        say(&bundle)
    }
}

/// Id and text of each message: it begins with a letter at the start of a line, and goes on while lines are empty,
/// indented, or close what was opened.
fn entries(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut rest = file;
    std::iter::from_fn(move || {
        loop {
            let entry = rest;
            let mut lines = rest.split_inclusive('\n');
            let first = lines.next()?;
            let begins = first.starts_with(|c: char| c.is_ascii_alphabetic());
            let goes_on = |line: &&str| line.starts_with([' ', '}', '\n', '\r']);
            let end = first.len() + if begins { lines.take_while(goes_on).map(str::len).sum() } else { 0 };
            let (entry, after) = entry.split_at_checked(end)?;
            rest = after;
            if begins && let Some((id, _)) = entry.split_once('=') {
                return Some((id.trim_end(), entry));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::LANGUAGES;
    use super::*;

    #[test]
    fn each_message_alone_says_what_it_says_in_the_whole_file() {
        for (code, _, file) in LANGUAGES {
            let whole = FluentResource::try_new(file.to_owned()).unwrap();
            let mut bundle = FluentBundle::new_concurrent(vec![code.parse().unwrap()]);
            bundle.set_use_isolating(false);
            bundle.add_resource_overriding(whole);
            let sentences = Sentences::new(code, file);
            assert!(sentences.entries.len() > 900, "{code}: {}", sentences.entries.len());
            for (id, entry) in &sentences.entries {
                let pattern = bundle.get_message(id).expect(id).value().expect(id);
                let wanted = bundle.format_pattern(pattern, None, &mut Vec::new());
                assert_eq!(sentences.say(id, None).as_deref(), Some(&*wanted), "{code}: {entry}");
            }
            assert_eq!(sentences.say("no-such-sentence", None), None);
        }
    }

    #[test]
    fn nothing_that_the_whole_file_has_is_missing() {
        for (code, _, file) in LANGUAGES {
            let count = file
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()) && line.contains(" ="));
            assert_eq!(Sentences::new(code, file).entries.len(), count.count(), "{code}");
        }
    }
}
