//! The sentences of one language, each read when it is first said: a start says few of them, and all of them as they
//! are once read take ten times the memory of the file.

use std::ops::Range;
use std::sync::{PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// A Fluent file, and what of it was read.
pub(super) struct Sentences {
    file: &'static str,
    /// Where in the file each message stands, in the order of their ids.
    places: Vec<Range<u32>>,
    /// What was said so far.
    read: RwLock<FluentBundle<FluentResource>>,
}

impl Sentences {
    /// The sentences of a language by its code, in a file whose messages refer to no other message.
    pub(super) fn new(language: &str, file: &'static str) -> Self {
        let mut places = places(file);
        places.sort_by_key(|place| id_of(entry(file, place)));
        places.shrink_to_fit();
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap_or_default()]);
        // Isolation marks are for browsers; in cells they are invisible characters that break widths.
        bundle.set_use_isolating(false);
        Self { file, places, read: RwLock::new(bundle) }
    }

    /// The sentence with these values in it. `None` if this language has none of that id.
    pub(super) fn say(&self, id: &str, values: Option<&FluentArgs<'_>>) -> Option<String> {
        let at = self.places.binary_search_by_key(&id, |place| id_of(entry(self.file, place))).ok()?;
        let entry = entry(self.file, self.places.get(at)?);
        if let Some(text) = plain(entry) {
            return Some(text.to_owned());
        }
        let say = |bundle: &FluentBundle<FluentResource>| {
            let pattern = bundle.get_message(id)?.value()?;
            Some(bundle.format_pattern(pattern, values, &mut Vec::new()).into_owned())
        };
        let said = say(&self.read.read().unwrap_or_else(PoisonError::into_inner));
        if said.is_some() {
            return said;
        }
        // What is partly wrong still gives what is right in it; a test reads every file strictly.
        let resource = match FluentResource::try_new(entry.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = self.read.write().unwrap_or_else(PoisonError::into_inner);
        bundle.add_resource_overriding(resource);
        say(&bundle)
    }
}

/// The text of a message that is one line with nothing to fill in: Fluent would give the same.
fn plain(entry: &str) -> Option<&str> {
    let (_, text) = entry.split_once('=')?;
    let text = text.trim();
    (!text.is_empty() && !text.contains(['{', '}', '\n'])).then_some(text)
}

fn entry<'a>(file: &'a str, place: &Range<u32>) -> &'a str {
    let at = |byte: u32| usize::try_from(byte).unwrap_or(usize::MAX);
    file.get(at(place.start)..at(place.end)).unwrap_or_default()
}

fn id_of(entry: &str) -> &str {
    entry.split_once('=').map_or("", |(id, _)| id.trim_end())
}

/// Where each message stands: it begins with a letter at the start of a line, and goes on while lines are empty,
/// indented, or close what was opened.
fn places(file: &str) -> Vec<Range<u32>> {
    let mut places: Vec<Range<u32>> = Vec::new();
    let mut is_open = false;
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        let end = at + u32::try_from(line.len()).unwrap_or(u32::MAX);
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            places.push(at..end);
            is_open = true;
        } else if is_open && line.starts_with([' ', '}', '\n', '\r']) {
            if let Some(place) = places.last_mut() {
                place.end = end;
            }
        } else {
            is_open = false;
        }
        at = end;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::catalog::LANGUAGES;
    use super::*;

    #[test]
    fn each_message_alone_says_what_it_says_in_the_whole_file() {
        for (code, _, file) in LANGUAGES {
            let whole = FluentResource::try_new(file.to_owned()).unwrap();
            let mut bundle = FluentBundle::new_concurrent(vec![code.parse().unwrap()]);
            bundle.set_use_isolating(false);
            bundle.add_resource_overriding(whole);
            let sentences = Sentences::new(code, file);
            assert!(sentences.places.len() > 900, "{code}: {}", sentences.places.len());
            for place in &sentences.places {
                let entry = entry(file, place);
                let id = id_of(entry);
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
            assert_eq!(Sentences::new(code, file).places.len(), count.count(), "{code}");
        }
    }
}
