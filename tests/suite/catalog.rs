//! The catalog of sentences: every sentence that the source names is there, with the values that are given to
//! it, and none is there that nothing names; every language has all of them.

#![expect(clippy::disallowed_methods, reason = "a test reads the catalog")]

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use rapporteur::keymap::TABLE;
use rapporteur::messages::languages;
use rapporteur::model::EntryKind;

use crate::source;

/// The text of a language's file.
fn file(language: &str) -> String {
    std::fs::read_to_string(source::root().join(format!("data/locales/{language}.ftl"))).unwrap()
}

/// Ids and the names of their values, as the source has them.
fn catalog() -> BTreeMap<String, BTreeSet<String>> {
    catalog_of("en")
}

/// Ids and the names of their values, as a catalog has them.
fn catalog_of(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = file(language);
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in text.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            id = name.to_owned();
            assert!(messages.insert(id.clone(), BTreeSet::new()).is_none(), "{id} stands twice");
        }
        for part in line.split('$').skip(1) {
            // `$VISUAL` is a word of a sentence; a value is written in small letters inside braces.
            let name: String = part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            if !name.is_empty() {
                messages.get_mut(&id).unwrap().insert(name);
            }
        }
    }
    messages
}

/// Every `user_message("id")` of the source with the names of the values that are chained to it.
fn spoken() -> Vec<(String, String, BTreeSet<String>)> {
    let mut spoken = Vec::new();
    for (file, text) in source::files() {
        let code = source::code(&text);
        let mut rest = code.as_str();
        while let Some(at) = rest.find("user_message(\"") {
            let after = rest.get(at + "user_message(\"".len()..).unwrap_or_default();
            let id = after.split('"').next().unwrap_or_default().to_owned();
            let mut tail = after.get(id.len() + 2..).unwrap_or_default();
            let mut values = BTreeSet::new();
            loop {
                let trimmed = tail.trim_start();
                let Some((method, name)) = [".with(\"", ".count(\"", ".and(\"", ".list(\""]
                    .iter()
                    .find_map(|m| trimmed.strip_prefix(m).map(|name| (m, name)))
                else {
                    break;
                };
                let _ = method;
                values.insert(name.split('"').next().unwrap_or_default().to_owned());
                let mut depth = 1;
                let end = name.char_indices().find(|(_, c)| {
                    depth += match c {
                        '(' => 1,
                        ')' => -1,
                        _ => 0,
                    };
                    depth == 0
                });
                tail = end.and_then(|(at, _)| name.get(at + 1..)).unwrap_or_default();
            }
            spoken.push((file.clone(), id, values));
            rest = after;
        }
    }
    spoken
}

#[test]
fn every_sentence_that_the_source_names_is_in_the_catalog() {
    let catalog = catalog();
    for (file, id, values) in spoken() {
        let Some(wanted) = catalog.get(&id) else { panic!("{file}: the catalog has no {id}") };
        let unknown: Vec<&String> = values.difference(wanted).collect();
        assert!(unknown.is_empty(), "{file}: {id} takes no {unknown:?}");
    }
}

#[test]
fn every_row_of_the_key_table_has_its_sentence_and_those_that_are_shown_short_their_word() {
    let catalog = catalog();
    for row in TABLE {
        assert!(catalog.contains_key(row.about), "{}", row.about);
        if row.footer > 0 || row.command {
            assert!(catalog.contains_key(row.short), "{}", row.short);
        }
    }
}

/// The names of the fields of which two values can be kept.
fn captions() -> impl Iterator<Item = &'static str> {
    EntryKind::ALL.iter().flat_map(|kind| kind.disputable().map(|field| field.caption))
}

#[test]
fn every_field_that_can_have_two_values_has_its_name() {
    let catalog = catalog();
    captions().for_each(|caption| assert!(catalog.contains_key(caption), "{caption}"));
}

#[test]
fn nothing_is_in_the_catalog_that_nothing_says() {
    let source: String = source::files().into_iter().map(|(_, text)| source::code(&text)).collect();
    let keys = TABLE.iter().flat_map(|row| [row.about, row.short]);
    let keys: BTreeSet<&str> = keys.chain(captions()).collect();
    // Ids that are built at run time, by what they begin with.
    let built = ["cli-"];
    let unused: Vec<String> = catalog()
        .into_keys()
        .filter(|id| {
            let quoted = format!("\"{id}\"");
            !keys.contains(id.as_str())
                && !built.iter().any(|b| id.starts_with(b))
                && !source.contains(&quoted)
        })
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn what_a_value_is_called_is_said_in_one_file() {
    let files = source::files();
    let home = "messages/captions.rs";
    let (_, captions) = files.iter().find(|(file, _)| file == home).unwrap();
    let code = source::code(captions);
    let ids: Vec<&str> = code.split('"').skip(1).step_by(2).filter(|word| word.contains('-')).collect();
    assert!(ids.len() > 20, "{ids:?}");
    for (file, text) in files.iter().filter(|(file, _)| file != home) {
        let code = source::code(text);
        for id in ids.iter().filter(|id| **id != "value-text") {
            assert!(!code.contains(&format!("\"{id}\"")), "{file} names {id}: ask captions");
        }
    }
}

/// Each message's words as they stand in the file, without what comes from the program.
fn words(language: &str) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut id = String::new();
    for line in file(language).lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let words = match line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            Some((name, words)) => {
                id = name.to_owned();
                words
            }
            None => line,
        };
        messages.entry(id.clone()).or_default().push_str(words);
    }
    for words in messages.values_mut() {
        // `{ $name }`, and the head of a plural, whose words are kept.
        while let Some((before, after)) = words.split_once("{ $") {
            let after = after.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-').trim_start();
            let after = after.strip_prefix(['>', '}']).unwrap_or(after);
            *words = format!("{before}\u{fffc}{after}");
        }
        for form in ["[zero]", "[one]", "[two]", "[few]", "[many]", "*[other]", "{ \"", "\" }", "}"] {
            *words = words.replace(form, "");
        }
    }
    messages
}

#[test]
fn every_file_of_a_language_is_spoken_and_holds_no_error() {
    let folder = std::fs::read_dir(source::root().join("data/locales")).unwrap();
    let files: BTreeSet<String> =
        folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let spoken: BTreeSet<String> = languages().map(|(code, _)| format!("{code}.ftl")).collect();
    assert_eq!(files, spoken);
    for (language, name) in languages() {
        assert!(!name.is_empty());
        let errors = FluentResource::try_new(file(language)).err().map(|(_, errors)| errors);
        assert!(errors.is_none(), "{language}: {errors:?}");
    }
}

#[test]
fn every_language_has_every_message_with_the_same_values_in_the_same_order() {
    let source = catalog();
    let order = |language: &str| -> Vec<String> {
        let id = |line: &str| line.split_once(" =").map(|(id, _)| id.to_owned());
        let text = file(language);
        text.lines().filter(|line| !line.starts_with([' ', '}', '#'])).filter_map(id).collect()
    };
    for (language, _) in languages() {
        for (id, values) in catalog_of(language) {
            assert_eq!(source.get(&id), Some(&values), "{language}: {id}");
        }
        assert_eq!(order(language), order("en"), "{language}");
    }
}

#[test]
fn no_message_is_left_in_english_by_accident() {
    let english = words("en");
    for (language, _) in languages().filter(|(language, _)| *language != "en") {
        for (id, words) in words(language) {
            // A message that only puts values together has no letters of its own.
            let same = words.trim() == english[&id].trim() && words.contains(char::is_alphabetic);
            assert!(!same, "{language}: {id}: {words}");
        }
    }
}

/// The narrow mark that a Chinese sentence has where a full-width one belongs, with what stands around it. A mark
/// that is spaced on both sides, or stands after a full-width mark, is the name of a key.
fn narrow_mark(words: &str) -> Option<String> {
    let wide = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3001}' | '\u{3002}' | '\u{300a}'..='\u{3011}' | '\u{ff00}'..='\u{ff65}');
    let chars: Vec<char> = words.chars().collect();
    let at = |place: Option<usize>| place.and_then(|place| chars.get(place)).copied().unwrap_or('\u{2028}');
    let faulty = |&place: &usize| {
        let (before, mark) = (at(place.checked_sub(1)), at(Some(place)));
        let (after, next) = (at(Some(place + 1)), at(Some(place + 2)));
        let value = before == '\u{fffc}';
        match mark {
            // The name of a field of the query: `para:`.
            ':' if before.is_ascii_lowercase() => false,
            ',' | ';' | '?' | '!' | '(' | ')' | ':' if wide(before) || wide(after) => {
                // `: 列出` and `:18` after a full-width mark: a key, or a command, and what it does.
                !(matches!(before, '。' | '；' | '，' | '？')
                    && (after == ' ' || after.is_ascii_alphanumeric()))
            }
            // A value, a narrow mark, a space: English setting.
            ',' | ';' | '?' | '!' | ':' if value && after == ' ' => !"!:?".contains(next),
            '.' => matches!(before, '\u{4e00}'..='\u{9fff}'),
            _ => false,
        }
    };
    let place = (0..chars.len()).find(faulty)?;
    Some(chars.get(place.saturating_sub(2)..chars.len().min(place + 3))?.iter().collect())
}

#[test]
fn every_chinese_message_has_chinese_words_and_chinese_marks() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    // Only the name of a key.
    let only_a_name = ["box-complete"];
    // Signs of a query; and a place in a file, as every compiler writes it.
    let signs = ["cli-arg-query", "library-problem"];
    for (id, words) in words("zh") {
        if words.contains(char::is_alphabetic) && !only_a_name.contains(&id.as_str()) {
            assert!(words.contains(han), "{id}: {words}");
        }
        let narrow = narrow_mark(&words).filter(|_| !signs.contains(&id.as_str()));
        assert_eq!(narrow, None, "{id}: {words}");
        let mut before = ' ';
        for c in words.chars() {
            let mixed = han(before) && c.is_ascii_alphanumeric() || before.is_ascii_alphanumeric() && han(c);
            assert!(!mixed, "{id}: no space between {before} and {c}: {words}");
            before = c;
        }
    }
}

#[test]
fn a_narrow_mark_in_a_chinese_sentence_is_found_wherever_it_stands() {
    for faulty in [
        "可用,不可用",
        "可用, 不可用",
        "保存:否",
        "为什么?",
        "好!",
        "状态(存疑)",
        "（存疑)",
        "\u{fffc}, \u{fffc}",
        "\u{fffc}: 保存",
        "完。保存;",
        "保存.",
    ] {
        assert!(narrow_mark(faulty).is_some(), "{faulty}");
    }
    for good in [
        "按 ! 取舍",
        "没有此命令。: 列出命令。",
        "哪一条？按 ) 选",
        "写作 [[paragraph]]。",
        "没有“\u{fffc}:”",
        "第一、第二：（三）。",
    ] {
        assert_eq!(narrow_mark(good), None, "{good}");
    }
}

#[test]
fn one_chinese_word_stands_for_one_term() {
    let english = words("en");
    for (id, words) in words("zh") {
        // A section is 章节, a part of a report 部分, a recommendation 建议, a proposal 提案.
        let parts = ["documents-parts", "document-masthead-part", "export-part", "format-too-large-hint"];
        assert!(!words.contains("部分") || parts.contains(&id.as_str()), "{id}: 部分: {words}");
        // The group's own name stands under that of its tab.
        let named = english[&id].to_lowercase().contains("recommend") || id.starts_with("group-");
        assert!(!words.contains("建议") || named, "{id}: 建议: {words} / {}", english[&id]);
    }
}

#[test]
fn no_list_is_joined_by_hand() {
    // A document file and a table of keys are the same in every language.
    let same = ["format/document/write.rs", "cli/keys.rs", "search/tests/more.rs"];
    for (file, text) in source::files() {
        let by_hand = source::code(&text).contains("join(\", \")");
        assert!(
            !by_hand || same.iter().any(|end| file.ends_with(end)),
            "{file}: Messages::listed, UserMessage::list"
        );
    }
}

#[test]
fn no_english_sentence_uses_a_phrase_that_readers_stumbled_over() {
    let phrases = [
        "gone on with",
        "goes on with",
        "go on with",
        "round again",
        "loose",
        "there already",
        "any more",
        " stands in",
        "all the same",
        "makes one",
        "note is no note",
        "no value for",
        "brings it back",
        "done again",
        "values that two",
        "takes it back.",
        "nobody",
        "meanwhile:",
        "1 fields",
    ];
    for (id, words) in words("en") {
        let small = words.to_lowercase();
        let found: Vec<&&str> = phrases.iter().filter(|phrase| small.contains(**phrase)).collect();
        // A mouse is given and taken back.
        assert!(found.is_empty() || id == "mouse-terminals", "{id}: {found:?}: {words}");
    }
}
