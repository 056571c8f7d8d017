//! Queries over real sentences in the six languages, with the hits that a reader of the language wants, chosen before
//! they were run (`tests/fixtures/search`). The sentences are not the program's own; where they are absent the test
//! says so and is passed over. Test code only.

#![expect(
    clippy::disallowed_methods,
    reason = "a test reads the sentences, which are not the program's data"
)]

use std::path::PathBuf;

use super::{document, index_of};
use crate::search::*;

fn sentences(language: &str) -> Option<Vec<String>> {
    let file = format!("../shared/corpus/six-way/UNv1.0.devset.{language}");
    let text = std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file)).ok()?;
    Some(text.lines().map(str::to_owned).collect())
}

fn check(language: &str, rows: &str) {
    let Some(sentences) = sentences(language) else {
        println!("skipped: the sentences of shared/corpus/six-way are not there ({language})");
        return;
    };
    let texts: Vec<&str> = sentences.iter().map(String::as_str).collect();
    let index = index_of(&document(language, "", &texts), &[]);
    let mut wrong: Vec<String> = Vec::new();
    let mut queries = 0;
    for row in rows.lines().filter(|row| !row.starts_with('#')) {
        let [typed, tier, wanted, unwanted] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row}")
        };
        queries += 1;
        let found = index.find(&Query::parse(typed), usize::MAX);
        let tier_of = |number: &str| {
            let here =
                |hit: &&Hit| hit.paragraph.as_ref().is_some_and(|paragraph| paragraph.as_str() == number);
            found.hits.iter().find(here).map(|hit| hit.tier)
        };
        for number in wanted.split_whitespace() {
            let right = match (tier, tier_of(number)) {
                ("s", Some(tier)) => tier.is_strict(),
                ("p", Some(tier)) => tier == Tier::Pinyin,
                ("l", Some(_)) => true,
                _ => false,
            };
            if !right {
                wrong.push(format!("{typed}: {number} is {:?}", tier_of(number)));
            }
        }
        for number in unwanted.split_whitespace() {
            if let Some(tier) = tier_of(number) {
                wrong.push(format!("{typed}: {number} should not be found, and is {tier:?}"));
            }
        }
        if wanted.is_empty() && found.strict > 0 {
            wrong.push(format!("{typed}: {} found where none is", found.strict));
        }
    }
    assert!(queries >= 20, "{language} has {queries} queries");
    assert_eq!(wrong, Vec::<String>::new(), "{language}");
}

#[test]
fn english_readers_find_what_they_want() {
    check("en", include_str!("../../../tests/fixtures/search/six-en.tsv"));
}

#[test]
fn french_readers_find_what_they_want() {
    check("fr", include_str!("../../../tests/fixtures/search/six-fr.tsv"));
}

#[test]
fn spanish_readers_find_what_they_want() {
    check("es", include_str!("../../../tests/fixtures/search/six-es.tsv"));
}

#[test]
fn russian_readers_find_what_they_want() {
    check("ru", include_str!("../../../tests/fixtures/search/six-ru.tsv"));
}

#[test]
fn arabic_readers_find_what_they_want() {
    check("ar", include_str!("../../../tests/fixtures/search/six-ar.tsv"));
}

#[test]
fn chinese_readers_find_what_they_want() {
    check("zh", include_str!("../../../tests/fixtures/search/six-zh.tsv"));
}
