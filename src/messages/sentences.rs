//! The sentences of one language, each read when it is first said: a start says few of them, and all of them as they
//! are once read take ten times the memory of the file.

use std::sync::{PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// A Fluent file, and what of it was read.
pub(super) struct Sentences {
    file: &'static str,
    /// Where in the file each message stands, in the order of their ids.
    places: Vec<Place>,
    /// What was said so far.
    read: RwLock<FluentBundle<FluentResource>>,
}

/// Where a message stands in its file, in bytes: its id from `start` to `equals`, its text from there to `end`.
struct Place {
    start: u32,
    equals: u32,
    end: u32,
}

impl Sentences {
    /// The sentences of a language by its code, in a file whose messages refer to no other message.
    pub(super) fn new(language: &str, file: &'static str) -> Self {
        let mut places = places(file);
        places.sort_unstable_by_key(|place| id(file, place));
        places.shrink_to_fit();
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap_or_default()]);
        // Isolation marks are for browsers; in cells they are invisible characters that break widths.
        bundle.set_use_isolating(false);
        Self { file, places, read: RwLock::new(bundle) }
    }

    /// The sentence with these values in it. `None` if this language has none of that id.
    pub(super) fn say(&self, wanted: &str, values: Option<&FluentArgs<'_>>) -> Option<String> {
        let at = self.places.binary_search_by_key(&wanted, |place| id(self.file, place)).ok()?;
        let place = self.places.get(at)?;
        if let Some(text) = plain(part(self.file, place.equals + 1, place.end)) {
            return Some(text.to_owned());
        }
        let say = |bundle: &FluentBundle<FluentResource>| {
            let pattern = bundle.get_message(wanted)?.value()?;
            Some(bundle.format_pattern(pattern, values, &mut Vec::new()).into_owned())
        };
        let said = say(&self.read.read().unwrap_or_else(PoisonError::into_inner));
        if said.is_some() {
            return said;
        }
        // What is partly wrong still gives what is right in it; a test reads every file strictly.
        let entry = part(self.file, place.start, place.end).to_owned();
        let resource = match FluentResource::try_new(entry) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = self.read.write().unwrap_or_else(PoisonError::into_inner);
        bundle.add_resource_overriding(resource);
        say(&bundle)
    }
}

/// The text of a message that is one line with nothing to fill in: Fluent would give the same.
fn plain(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty() && !text.contains(['{', '}', '\n'])).then_some(text)
}

fn part(file: &str, from: u32, to: u32) -> &str {
    let at = |byte: u32| usize::try_from(byte).unwrap_or(usize::MAX);
    file.get(at(from)..at(to)).unwrap_or_default()
}

fn id<'a>(file: &'a str, place: &Place) -> &'a str {
    part(file, place.start, place.equals).trim_end()
}

/// Where each message stands: it begins with a letter at the start of a line, and goes on while lines are empty,
/// indented, or close what was opened.
fn places(file: &str) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut is_open = false;
    let mut start = 0;
    for line in file.split_inclusive('\n') {
        let length = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        let end = start + length(line);
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let name = line.split('=').next().map_or(0, length);
            places.push(Place { start, equals: start + name, end });
            is_open = true;
        } else if is_open && line.starts_with([' ', '}', '\n', '\r']) {
            if let Some(place) = places.last_mut() {
                place.end = end;
            }
        } else {
            is_open = false;
        }
        start = end;
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
                let id = id(file, place);
                let pattern = bundle.get_message(id).expect(id).value().expect(id);
                let wanted = bundle.format_pattern(pattern, None, &mut Vec::new());
                assert_eq!(sentences.say(id, None).as_deref(), Some(&*wanted), "{code}: {id}");
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
