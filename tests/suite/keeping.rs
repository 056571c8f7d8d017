//! The index that is kept in the cache folder: there at the next start, right whatever happened to the files or to it,
//! and missed by nobody.

#![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use rapporteur::app::{Msg, SearchEffect, SearchRequest};
use rapporteur::runtime::{Catalog, Finder, IndexCache};
use rapporteur::search::Query;

use crate::desk::{Place, write};
use crate::shelves::{document, workspace};

/// A document of two paragraphs in a form that nobody writes: its paragraphs are not found from its look.
const UNUSUAL: &str = "format = 1\nmasthead = { symbol = \"A/WG/L.3\", language = \"en\", title = \"Draft\" }\n\
    section = [{ id = \"i\", title = \"Opening\", level = 1 }]\n\
    paragraph = [{ number = \"1\", section = \"i\", text = \"It spoke of walnuts.\" }]\n";

fn library(place: &Place) -> Catalog {
    Catalog::open(&[], None, &place.data(), "amara").unwrap()
}

fn kept(place: &Place) -> IndexCache {
    let workspace = Catalog::workspace(None, &place.data()).unwrap();
    IndexCache::at(&place.folder.path().join("cache"), &workspace)
}

/// A start with what was kept.
fn start(place: &Place) -> Finder {
    let library = library(place);
    Finder::over(library, Some(kept(place)))
}

/// Reads all that is to be read; how many documents the screen was told of.
fn read(finder: &mut Finder) -> usize {
    let mut told = 0;
    while let Some(message) = finder.read_next() {
        told += usize::from(message.is_some());
    }
    told
}

/// What is found: symbol, paragraph and what the snippet says; and how many files are still to be read.
fn find(finder: &mut Finder, query: &str) -> (Vec<String>, usize) {
    let answers = finder.perform(SearchEffect::Find(Box::new(SearchRequest {
        generation: 1,
        query: Query::parse(query),
        rows: 20,
    })));
    let Some(Msg::Found { found, reach, .. }) = answers.first() else { panic!("{answers:?}") };
    let hit = |hit: &rapporteur::search::Hit| {
        let number = hit.paragraph.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {} {number}: {}", hit.symbol, hit.language, hit.snippet.text)
    };
    (found.hits.iter().map(hit).collect(), reach.unread)
}

fn file(place: &Place, name: &str) -> PathBuf {
    place.data().join("documents").join(name)
}

fn cache_file(place: &Place) -> PathBuf {
    let folders: Vec<_> = fs::read_dir(place.folder.path().join("cache")).unwrap().flatten().collect();
    assert_eq!(folders.len(), 1);
    folders[0].path().join("index")
}

/// A workspace of which the index is kept.
fn workspace_kept() -> Place {
    let place = workspace();
    write(&file(&place, "unusual.toml"), UNUSUAL);
    let mut finder = start(&place);
    assert!(find(&mut finder, "walnuts").1 > 0, "nothing was kept before");
    read(&mut finder);
    finder.keep();
    place
}

const WALNUTS: [&str; 2] =
    ["A/WG/L.3 en 1: It spoke of walnuts.", "A/WG/L.1/Add.10 en 2: Delegates spoke of walnuts and of time."];

#[test]
fn what_was_kept_is_found_before_anything_is_read() {
    let place = workspace_kept();
    let mut finder = start(&place);
    let (mut found, unread) = find(&mut finder, "walnuts");
    found.sort_unstable();
    let mut wanted = WALNUTS;
    wanted.sort_unstable();
    assert_eq!(found, wanted);
    assert!(unread < 7, "only what is built in is still to be read: {unread}");
    let mut cold = Finder::over(library(&place), None);
    read(&mut cold);
    read(&mut finder);
    for query in
        ["walnuts", "delegates spoke", "noix lang:fr", "缅甸", "opening", "draft report", "para:2 time"]
    {
        assert_eq!(find(&mut finder, query).1, 0);
        let (mut warm, mut fresh) = (find(&mut finder, query).0, find(&mut cold, query).0);
        warm.sort();
        fresh.sort();
        assert_eq!(warm, fresh, "{query}");
    }
}

#[test]
fn files_that_changed_came_or_went_are_searched_as_they_are() {
    let place = workspace_kept();
    write(&file(&place, "a.toml"), &document("A/WG/L.1/Add.10", "en", "chestnuts"));
    write(&file(&place, "new.toml"), &document("A/WG/L.9", "en", "walnuts"));
    fs::remove_file(file(&place, "unusual.toml")).unwrap();
    for _ in 0..2 {
        let mut finder = start(&place);
        read(&mut finder);
        assert_eq!(
            find(&mut finder, "walnuts").0,
            ["A/WG/L.9 en 2: Delegates spoke of walnuts and of time."]
        );
        assert_eq!(find(&mut finder, "chestnuts").0.len(), 1);
        assert_eq!(find(&mut finder, "raisins").0.len(), 1, "what did not change is there");
        finder.keep();
    }
}

#[test]
fn a_file_that_changed_without_a_sign_is_seen_by_its_hash() {
    let place = workspace_kept();
    let path = file(&place, "a.toml");
    let modified = fs::metadata(&path).unwrap().modified().unwrap();
    write(&path, &document("A/WG/L.1/Add.10", "en", "wallabi"));
    fs::File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
    let mut finder = start(&place);
    assert_eq!(find(&mut finder, "walnuts").0, [WALNUTS[0]], "what is not there any more is not shown");
    read(&mut finder);
    assert_eq!(find(&mut finder, "wallabi").0.len(), 1);
}

#[test]
fn a_file_that_changes_while_one_searches_is_read_again() {
    let place = workspace_kept();
    let mut finder = start(&place);
    read(&mut finder);
    write(&file(&place, "a.toml"), &document("A/WG/L.1/Add.10", "en", "walnuts and pistachios"));
    fs::remove_file(file(&place, "unusual.toml")).unwrap();
    assert_eq!(find(&mut finder, "walnuts").0, [""; 0]);
    assert_eq!(read(&mut finder), 2);
    assert_eq!(find(&mut finder, "walnuts").0.len(), 1);
    assert_eq!(find(&mut finder, "pistachios").0.len(), 1);
}

#[test]
fn what_is_kept_and_damaged_is_made_again_in_silence() {
    let place = workspace_kept();
    let path = cache_file(&place);
    let whole = fs::read(&path).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 4;
    for damaged in [&whole[..whole.len() / 2], &flipped, b"", b"rubbish"] {
        fs::write(&path, damaged).unwrap();
        let mut finder = start(&place);
        assert!(find(&mut finder, "walnuts").1 >= 7);
        read(&mut finder);
        assert_eq!(find(&mut finder, "walnuts").0.len(), 2);
        finder.keep();
        assert_eq!(find(&mut start(&place), "walnuts").0.len(), 2, "kept again");
    }
}

#[test]
fn where_nothing_can_be_kept_everything_is_found() {
    let place = workspace();
    let cache = place.folder.path().join("cache");
    fs::write(&cache, "a file").unwrap();
    let mut finder = start(&place);
    read(&mut finder);
    finder.keep();
    assert_eq!(find(&mut finder, "walnuts").0.len(), 1);
    assert_eq!(fs::read(&cache).unwrap(), b"a file");
}

#[test]
fn notes_are_not_kept_and_are_found_as_they_are_now() {
    let place = workspace();
    let mut program = place.start(80, 24, &[]);
    program.keys("4aabout pecans<Esc>");
    let mut finder = start(&place);
    read(&mut finder);
    finder.keep();
    let bytes = fs::read(cache_file(&place)).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"pecans"));
    program.keys("aabout hazels<Esc>");
    let mut finder = start(&place);
    assert_eq!((find(&mut finder, "pecans").0.len(), find(&mut finder, "hazels").0.len()), (1, 1));
    let mode = fs::metadata(cache_file(&place)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
}

#[test]
fn few_paragraphs_and_documents_that_were_named_are_not_kept() {
    let place = workspace();
    assert!(!IndexCache::is_for(&library(&place)));
    let many: String = (3..2_100)
        .map(|number| format!("[[paragraph]]\nnumber = \"{number}\"\nsection = \"i\"\ntext = \"Of time.\"\n"))
        .collect();
    let long = file(&place, "long.toml");
    write(&long, &format!("{}{many}", document("A/WG/L.7", "en", "dates")));
    assert!(IndexCache::is_for(&library(&place)));
    let named = Catalog::open(&[long.display().to_string()], None, &place.data(), "amara").unwrap();
    assert!(!IndexCache::is_for(&named));
}

#[test]
fn a_document_that_is_left_is_searched_as_it_is_on_disk() {
    let place = workspace();
    let mut program = place.start(80, 24, &[]);
    program.keys("4/raisins");
    assert!(program.screen().contains("1 of 28"), "{}", program.screen());
    write(&file(&place, "e.toml"), &document("A/WG/L.2", "en", "currants"));
    program.keys("<Esc>/raisins<Enter>aabout figs<Esc>");
    assert!(program.app.open.is_some());
    program.keys("<Esc>:open<Enter>1/currants");
    assert!(program.screen().contains("1 of 28"), "{}", program.screen());
    program.keys("<Esc>/raisins");
    assert!(program.screen().contains("0 of 28"), "{}", program.screen());
    program.keys("<Esc>/figs");
    assert!(program.screen().contains("L.2 ∙ 2"), "notes stay found: {}", program.screen());
}

#[test]
fn of_two_files_with_one_document_the_second_is_searched_when_the_first_goes() {
    let place = workspace_kept();
    write(&file(&place, "z.toml"), &document("A/WG/L.2", "en", "sultanas"));
    let mut finder = start(&place);
    read(&mut finder);
    assert_eq!((find(&mut finder, "raisins").0.len(), find(&mut finder, "sultanas").0.len()), (1, 0));
    finder.keep();
    fs::remove_file(file(&place, "e.toml")).unwrap();
    let mut finder = start(&place);
    read(&mut finder);
    assert_eq!((find(&mut finder, "raisins").0.len(), find(&mut finder, "sultanas").0.len()), (0, 1));
}
