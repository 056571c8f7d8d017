//! The English version of the reference document says what the Chinese one says, as far as a program can tell:
//! bones, numbers, titles, sentences, she and he, names.

use std::collections::BTreeMap;

use crate::reference::{document, read};
use rapporteur::format::{BUILTINS, ENGLISH, REFERENCE};
use rapporteur::model::{Document, Section};

/// The two versions of the masthead, of every heading and of every paragraph, with a name for each.
fn pairs() -> Vec<(String, String, String)> {
    let (chinese, english) = (document(), read(ENGLISH));
    let head = |d: &Document| {
        let head = &d.masthead;
        let parts = [&head.organ, &head.body, &head.session, &head.dates];
        parts.map(|part| part.clone().unwrap()).join(" ")
    };
    let mut pairs = vec![("masthead".to_owned(), head(&chinese), head(&english))];
    for (ours, theirs) in chinese.sections.iter().zip(&english.sections) {
        let heading = |s: &Section| s.heading();
        pairs.push((ours.id.to_string(), heading(ours), heading(theirs)));
    }
    for (ours, theirs) in chinese.paragraphs.iter().zip(&english.paragraphs) {
        pairs.push((ours.label.to_string(), ours.text().to_owned(), theirs.text().to_owned()));
    }
    assert_eq!(pairs.len(), 1 + 3 + 20);
    pairs
}

#[test]
fn both_versions_have_the_same_bones() {
    let (chinese, english) = (document(), read(ENGLISH));
    assert_eq!(BUILTINS, [REFERENCE, ENGLISH]);
    assert_eq!((chinese.language(), english.language()), ("zh", "en"));
    assert_eq!(english.masthead.original_languages, ["zh"]);
    assert_eq!(chinese.masthead.unofficial, None);
    assert!(english.masthead.unofficial.as_ref().unwrap().contains("not a United Nations document"));
    let bones = |d: &Document| {
        let mut bones = vec![format!("{} {:?} {:?}", d.symbol(), d.masthead.distribution, d.masthead.date)];
        bones.extend(d.sections.iter().map(|s| format!("{} {} {}", s.id, s.level, s.number.is_some())));
        bones.extend(d.speakers.iter().map(|s| {
            format!("{} {:?} {:?} {} {:?} {:?}", s.id, s.role, s.kind, s.panelist, s.context, s.acronym)
        }));
        bones.extend(d.paragraphs.iter().map(|p| {
            let counts = (p.subparagraphs.len(), p.footnotes.len());
            format!("{} {:?} {:?} {:?} {counts:?}", p.label, p.section, p.speakers, p.recommendation)
        }));
        bones
    };
    assert_eq!(bones(&english), bones(&chinese));
    // What the Chinese file calls a speaker in English is the speaker's name in the English one.
    for (ours, theirs) in chinese.speakers.iter().zip(&english.speakers) {
        assert_eq!(ours.english.as_ref(), Some(&theirs.name));
    }
}

/// Numbers of a text: digits with the commas and strokes inside them (`1,800`, `7/5`).
fn digits(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '/')
        .map(|number| number.trim_matches([',', '/']).to_owned())
        .filter(|number| !number.is_empty())
        .collect()
}

/// What numbers that stand in words say: `words` as often as each stands in the text, taken as read there.
fn worded(text: &mut String, words: &[(&str, u32)]) -> Vec<String> {
    let mut found = Vec::new();
    for (word, number) in words {
        found.extend(text.matches(word).map(|_| number.to_string()));
        *text = text.replace(word, " ");
    }
    found
}

/// Numbers of a Chinese text. 一 is left out: it is an article, a level (一级), a step (进一步) far more often.
fn chinese_numbers(text: &str) -> Vec<String> {
    let mut rest = text.to_owned();
    let mut numbers = worded(&mut rest, &[("四十", 40), ("十", 10), ("两", 2), ("二", 2), ("三", 3)]);
    assert!(
        !rest.contains(['四', '五', '六', '七', '八', '九', '百', '千', '万']),
        "a number unread: {text}"
    );
    numbers.extend(digits(&rest));
    numbers.sort();
    numbers
}

/// Numbers of an English text, whose numbers below ten, months and chapters are words.
fn english_numbers(text: &str) -> Vec<String> {
    const WORDS: [(&str, u32); 7] =
        [("two", 2), ("three", 3), ("four", 4), ("II", 2), ("III", 3), ("Tenth", 10), ("September", 9)];
    let number = |word: &str| WORDS.iter().find(|(written, _)| *written == word).map(|(_, n)| n.to_string());
    let mut numbers: Vec<String> =
        text.split(|c: char| !c.is_alphabetic()).filter_map(number).chain(digits(text)).collect();
    numbers.sort();
    numbers
}

#[test]
fn every_number_of_the_chinese_stands_in_the_english_and_no_other() {
    for (name, chinese, english) in pairs() {
        assert_eq!(english_numbers(&english), chinese_numbers(&chinese), "{name}");
    }
    let all: Vec<String> = pairs().iter().flat_map(|(_, chinese, _)| chinese_numbers(chinese)).collect();
    for number in ["7/5", "7/6", "2018", "10", "2", "3", "4", "40", "400", "1,800", "20"] {
        assert!(all.iter().any(|found| found == number), "{number}");
    }
}

/// Titles of the Chinese that English sets without quotation marks.
const UNQUOTED: [&str; 3] = ["公约", "反腐败公约", "班加罗尔原则"];

/// How many quotations and titles stand in a Chinese text, those inside others not counted.
fn chinese_titles(text: &str) -> usize {
    let (mut open, mut title, mut count) = (Vec::new(), String::new(), 0);
    for c in text.chars() {
        match c {
            '“' | '《' => open.push(c),
            '”' | '》' => {
                let opened = open.pop();
                assert_eq!(opened, Some(if c == '”' { '“' } else { '《' }), "{text}");
                if open.is_empty() {
                    count += usize::from(!UNQUOTED.contains(&title.as_str()));
                    title.clear();
                }
            }
            c if !open.is_empty() => title.push(c),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{text}");
    count
}

#[test]
fn every_title_of_the_chinese_is_quoted_in_the_english() {
    for (name, chinese, english) in pairs() {
        let (opened, closed) = (english.matches('“').count(), english.matches('”').count());
        assert_eq!((opened, closed), (chinese_titles(&chinese), chinese_titles(&chinese)), "{name}");
        assert!(!english.contains(['"', '\'', '‘']), "{name}");
        assert!(english.chars().all(|c| c.is_ascii() || "“”’–ô".contains(c)), "{name}");
    }
}

#[test]
fn every_sentence_of_the_chinese_is_a_sentence_of_the_english() {
    for (name, chinese, english) in pairs().into_iter().skip(4) {
        let ends = english.matches(". ").count() + usize::from(english.ends_with('.'));
        assert_eq!(ends, chinese.matches('。').count(), "{name}");
        assert!(!english.contains("  ") && english.trim() == english, "{name}");
    }
}

#[test]
fn who_is_she_in_the_chinese_is_she_in_the_english() {
    let mut women = 0;
    for (name, chinese, english) in pairs() {
        let count = |words: &[&str]| {
            let said = |word: &&str| words.contains(&word.to_lowercase().as_str());
            english.split(|c: char| !c.is_alphabetic()).filter(said).count()
        };
        assert_eq!(count(&["she", "her", "hers"]), chinese.matches('她').count(), "{name}");
        assert_eq!(count(&["he", "him", "his"]), chinese.replace("其他", "").matches('他').count(), "{name}");
        women += chinese.matches('她').count();
    }
    assert_eq!(women, 1 + 2 + 5);
}

/// Names and terms that stand in the same paragraphs in both languages.
const TERMS: [(&str, &str); 38] = [
    ("公约》", "the Convention"),
    ("《反腐败公约》", "Convention against Corruption"),
    ("缔约国会议", "Conference of the States Parties"),
    ("缔约国", "States "),
    ("工作组", "Working Group"),
    ("主席", "Chair"),
    ("秘书处", "Secretariat"),
    ("毒品和犯罪问题办公室", "UNODC"),
    ("总部", "headquarters"),
    ("促进预防腐败措施", "Promoting preventive measures against corruption"),
    (
        "《马拉喀什预防腐败宣言》的后续行动",
        "Follow-up to the Marrakech declaration on the prevention of corruption",
    ),
    ("国际反贪局联合会", "International Association of Anti-Corruption Authorities"),
    (
        "预防腐败良好做法国际观察站",
        "international observatory of good practices in the prevention of corruption",
    ),
    ("技术援助", "technical assistance"),
    ("举报人", "reporting persons"),
    ("国际反腐败学院", "International Anti-Corruption Academy"),
    ("全球议员反腐败组织", "Global Organization of Parliamentarians against Corruption"),
    ("快速跟踪", "fast-track"),
    ("实施《多哈宣言》全球方案", "Global Programme for the Implementation of the Doha Declaration"),
    ("卡塔尔国", "State of Qatar"),
    ("班加罗尔原则", "Bangalore Principles"),
    ("科特迪瓦、佛得角、海地和厄瓜多尔", "Côte d’Ivoire, Cabo Verde, Haiti and Ecuador"),
    ("国际刑警组织", "INTERPOL"),
    ("透明国际", "Transparency International"),
    ("拉丁美洲", "Latin America"),
    ("加勒比", "Caribbean"),
    ("东南亚", "South-East Asia"),
    ("民间社会", "civil society"),
    ("反腐败学术举措", "Anti-Corruption Academic (ACAD) Initiative"),
    ("教育促进正义", "Education for Justice"),
    ("反腐败知识工具与资源库", "Tools and Resources for Anti-Corruption Knowledge"),
    ("实施情况审议机制", "Implementation Review Mechanism"),
    ("反腐败顾问", "anti-corruption advisers"),
    ("缅甸", "Myanmar"),
    ("反腐败委员会", "Anti-Corruption Commission"),
    ("国际奥委会", "IOC"),
    ("道德委员会", "Ethics Commission"),
    ("体育领域反腐败国际伙伴关系", "International Partnership against Corruption in Sport"),
];

#[test]
fn a_name_or_term_of_the_chinese_stands_in_the_same_paragraphs_of_the_english() {
    let pairs = pairs();
    let mut differing: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (chinese, english) in TERMS {
        assert!(pairs.iter().skip(4).any(|(_, text, _)| text.contains(chinese)), "{chinese}");
        for (name, ours, theirs) in pairs.iter().skip(4) {
            if ours.contains(chinese) != theirs.contains(english) {
                differing.entry(english).or_default().push(name);
            }
        }
    }
    assert_eq!(differing, BTreeMap::new());
}
