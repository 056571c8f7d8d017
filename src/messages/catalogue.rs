//! Fluent catalogues, and how a sentence is made from one.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Said, Value};

/// The source language.
const ENGLISH: &str = include_str!("../../data/locales/en.ftl");

/// The sentences of one language, with English behind it.
pub struct Messages {
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("languages", &self.bundles.len()).finish()
    }
}

impl Messages {
    /// The English catalogue.
    #[must_use]
    pub fn english() -> Self {
        Self { bundles: vec![bundle("en", ENGLISH)] }
    }

    /// The sentence. An id that no catalogue has gives the id itself: a test holds that this never happens.
    #[must_use]
    pub fn say(&self, said: &Said) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &said.values {
            let value: FluentValue<'_> = match value {
                Value::Text(text) => FluentValue::from(text.clone()),
                Value::Number(number) => FluentValue::from(*number),
                Value::Said(inner) => FluentValue::from(self.say(inner)),
            };
            args.set(*name, value);
        }
        for bundle in &self.bundles {
            if let Some(pattern) = bundle.get_message(said.id).and_then(|message| message.value()) {
                let mut errors = Vec::new();
                return bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
            }
        }
        said.id.to_owned()
    }

    /// A sentence without values, by an id that is built at run time (`key-…`, `kind-…`). `None` if there is none.
    #[must_use]
    pub fn word(&self, id: &str) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
        })
    }
}

fn bundle(language: &str, source: &str) -> FluentBundle<FluentResource> {
    // A resource that is partly wrong still gives what is right in it; a test reads every catalogue strictly.
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let language = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks are for browsers; in cells they are invisible characters that break widths.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}
