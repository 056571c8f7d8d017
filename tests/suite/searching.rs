//! The manners of the search bar, by keys: fields, completion, former queries, what an empty result offers, the hits
//! that stay.

use crate::desk::{Place, Program};

fn number(program: &Program) -> &str {
    program.open().here().map_or("", |(_, paragraph)| paragraph.label.as_str())
}

fn typed(program: &Program) -> String {
    match &program.app.shell.mode {
        rapporteur::app::Mode::Search(bar) => bar.field.text().to_owned(),
        _ => panic!("the bar is closed"),
    }
}

/// Paragraphs of the hits, in the order of the list.
fn hits(program: &Program) -> Vec<String> {
    let found = program.app.found().unwrap();
    found.hits.iter().map(|hit| hit.paragraph.as_ref().map_or("-".into(), ToString::to_string)).collect()
}

/// The list beside the reader, as one text without any space.
fn list(program: &Program) -> String {
    program.rows().iter().map(|row| row.split('╎').next().unwrap()).collect::<String>().replace(' ', "")
}

#[test]
fn tab_completes_a_field_and_then_its_value() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18sm/st<Tab>");
    assert_eq!(typed(&program), "status:");
    assert!(program.notice().contains("unreviewed, accept"), "{}", program.notice());
    program.keys("a<Tab>");
    assert_eq!(typed(&program), "status:accept ");
    assert!(program.notice().starts_with("1 of 2"), "{}", program.notice());
    program.keys("<Tab>");
    assert_eq!(typed(&program), "status:amend ");
    assert_eq!(hits(&program), ["18"]);
    program.keys("<Tab>");
    assert_eq!(typed(&program), "status:accept ", "around");
    program.keys("<Shift-Tab>缅");
    assert_eq!(typed(&program), "status:amend 缅");
    assert_eq!(hits(&program), ["18"]);
}

#[test]
fn tab_knows_the_speakers_tags_sections_and_reviewers_of_the_document() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18aWhy? #ask-capital<Tab><Esc>1/speaker:奥<Tab>");
    assert_eq!(typed(&program), "speaker:国际奥林匹克委员会 ");
    assert_eq!(hits(&program), ["19"]);
    program.keys("<Ctrl-u>tag:<Tab>");
    assert_eq!(typed(&program), "tag:ask-capital ");
    assert_eq!(hits(&program)[0], "18");
    program.keys("<Ctrl-u>by:<Tab>kind:qu<Tab>");
    assert_eq!(typed(&program), "by:amara kind:question ");
    assert_eq!(hits(&program)[0], "18");
    program.keys("<Ctrl-u>section:B<Tab>");
    assert!(typed(&program).starts_with("section:B"), "{}", typed(&program));
    assert_eq!(program.app.found().unwrap().strict, 5, "{}", program.screen());
    program.keys("<Ctrl-u>lang:<Tab>");
    assert_eq!(typed(&program), "lang:zh ");
    program.keys("<Ctrl-u>para:<Tab>");
    assert!(program.notice().contains("para:3-7"), "{}", program.notice());
    program.keys("<Ctrl-u>zebra<Tab>");
    assert!(program.notice().contains("No field begins with “zebra”"), "{}", program.notice());
    program.keys("<Ctrl-u><Shift-Tab>");
    assert_eq!(typed(&program), "has:");
}

#[test]
fn fields_find_what_was_set_just_now() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    let all = |program: &Program| program.app.found().unwrap().strict;
    program.keys("5sq7sq9sr/status:query");
    assert_eq!(hits(&program), ["5", "7"]);
    program.keys("<Esc>5s<Backspace>/status:query");
    assert_eq!(hits(&program), ["7"]);
    program.keys("<Ctrl-u>para:3-7 !status:query");
    assert_eq!(all(&program), 4);
    program.keys("<Ctrl-u>has:note");
    assert_eq!(all(&program), 0);
    program.keys("<Esc>12apage limits<Esc>1/has:note");
    assert_eq!(all(&program), 1);
    program.keys("<Ctrl-u>has:draft");
    assert_eq!(all(&program), 0);
}

#[test]
fn a_draft_that_was_left_is_found_until_it_is_taken_up() {
    let place = Place::new();
    let mut first = place.start(80, 24, &[]);
    first.keys("6ahalf a sen");
    drop(first);
    let mut program = place.start(80, 24, &[]);
    program.keys("/has:draft");
    assert_eq!(hits(&program), ["6"]);
    program.keys("<Enter>atence<Esc>1/has:draft");
    assert_eq!(hits(&program), [""; 0]);
}

#[test]
fn what_is_wrong_with_a_field_is_told() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("/state:amend");
    assert!(program.notice().contains("There is no field “state:”"), "{}", program.notice());
    assert!(program.notice().contains("status: kind: tag:"), "{}", program.notice());
    program.keys("<Ctrl-u>status:great");
    assert!(
        program.notice().contains("Nothing matches status:great. unreviewed, accept"),
        "{}",
        program.notice()
    );
    program.keys("<Ctrl-u>para:x");
    assert!(program.notice().contains("not “x”"), "{}", program.notice());
    program.keys("<Ctrl-u>tag:");
    assert!(program.notice().contains("tag: There are none here"), "{}", program.notice());
    program.keys("<Ctrl-u>speaker:ruritania 缅甸");
    assert!(list(&program).contains("Nothingmatchesspeaker:ruritania"), "{}", program.screen());
}

#[test]
fn an_empty_result_says_what_was_searched_and_offers_the_loosest_reading() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("/status:reserve 缅甸");
    let told = list(&program);
    assert!(told.contains("Nohitsfor“status:reserve缅甸”") && told.contains("20paragraphs"), "{told}");
    assert!(told.contains("Ctrl-lsearchesfor“缅甸”"), "{told}");
    assert!(program.rows()[23].contains("Ctrl-l broader"), "{}", program.rows()[23]);
    program.keys("<Ctrl-l>");
    assert_eq!((typed(&program), hits(&program)), ("缅甸".to_owned(), vec!["18".to_owned()]));
    program.keys("<Ctrl-l>");
    assert!(program.notice().contains("There is no broader search on offer"), "{}", program.notice());
    program.keys("<Ctrl-u>缅甸猫<Ctrl-l>");
    assert_eq!(typed(&program), "缅甸");
    program.keys("<Ctrl-u>ъъъ");
    assert!(list(&program).contains("Abroadersearchfindsnothing"), "{}", program.screen());
    program.keys("<Enter>");
    assert!(program.notice().contains("No hits for “ъъъ”"), "{}", program.notice());
}

#[test]
fn former_queries_come_back_also_after_a_restart() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("/<Ctrl-p>");
    assert!(program.notice().contains("There are no earlier searches"), "{}", program.notice());
    program.keys("<Esc>/缅甸<Enter>/举报人<Esc>/缅甸<Enter>/ab<Ctrl-p>");
    assert_eq!(typed(&program), "缅甸");
    assert_eq!(hits(&program), ["18"], "it is searched at once");
    program.keys("<Ctrl-p>");
    assert_eq!(typed(&program), "举报人");
    program.keys("<Ctrl-p>");
    assert!(program.notice().contains("oldest"), "{}", program.notice());
    program.keys("<Ctrl-n>");
    assert_eq!(typed(&program), "缅甸");
    program.keys("<Ctrl-n>");
    assert_eq!(typed(&program), "ab", "what was typed is not lost");
    program.keys("<Ctrl-n>");
    assert!(program.notice().contains("latest"), "{}", program.notice());
    drop(program);
    let mut again = place.start(80, 24, &[]);
    again.keys("/<Ctrl-p><Ctrl-p>");
    assert_eq!(typed(&again), "举报人");
}

#[test]
fn n_goes_on_in_the_order_of_the_text_from_where_one_is() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("/预防<Enter>");
    let first = number(&program).to_owned();
    let mut seen = vec![first.clone()];
    while {
        program.keys("n");
        number(&program) != first
    } {
        seen.push(number(&program).to_owned());
        assert!(seen.len() < 30);
    }
    let numbers: Vec<u32> = seen.iter().filter_map(|number| number.parse().ok()).collect();
    let falls = numbers.windows(2).filter(|pair| pair[0] > pair[1]).count();
    assert!(falls <= 1, "in the order of the text, around once: {numbers:?}");
    let mut order = numbers.clone();
    order.sort_unstable();
    order.dedup();
    assert_eq!(order.len(), numbers.len());
    let [least, next, ..] = order[..] else { panic!("{order:?}") };
    program.keys(&format!("{least}Jn"));
    let there: u32 = number(&program).parse().unwrap();
    assert_eq!(there, if least + 1 < next { next } else { order[2.min(order.len() - 1)] }, "{order:?}");
    program.keys("1<Esc>");
    program.keys("GN");
    assert!(program.notice().contains(" for “预防”"), "{}", program.notice());
}

#[test]
fn the_filter_menu_offers_the_same_fields() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    let shown = |p: &Program| {
        p.open()
            .rows(&p.app.shell)
            .iter()
            .filter_map(|row| row.paragraph())
            .map(|at| at.0 + 1)
            .collect::<Vec<_>>()
    };
    program.keys("12awhy #law<Esc>fs");
    assert!(program.screen().contains("speaker: 缅甸"), "{}", program.screen());
    program.keys("<Esc>fb");
    assert!(program.screen().contains("section: B."), "{}", program.screen());
    let rows = match &program.app.shell.mode {
        rapporteur::app::Mode::Menu(menu) => menu.items.len(),
        _ => panic!("no menu"),
    };
    program.keys(&rows.to_string());
    assert_eq!(shown(&program), [16, 17, 18, 19, 20]);
    program.keys("fs1");
    assert!(!shown(&program).is_empty() && shown(&program).len() < 20);
    program.keys("ft1");
    assert_eq!(shown(&program), [12]);
    assert!(program.screen().contains("#law"), "{}", program.screen());
    program.keys("fxfv1");
    assert_eq!(shown(&program), [12]);
    program.keys("fxfg");
    assert_eq!(typed(&program), "para:");
    program.keys("3-4");
    assert_eq!(hits(&program), ["3", "4"]);
    program.keys("<Esc>fl");
    assert_eq!(typed(&program), "lang:");
}

#[test]
fn of_very_many_hits_the_best_are_gone_through_and_that_is_said() {
    let place = Place::new();
    let paragraph =
        |number| format!("[[paragraph]]\nnumber = \"{number}\"\nsection = \"i\"\ntext = \"Of walnuts.\"\n");
    let many: String = (3..=400).map(paragraph).collect();
    let source = format!("{}{many}", crate::shelves::document("A/WG/L.7", "en", "walnuts"));
    crate::desk::write(&place.data().join("documents/many.toml"), &source);
    let mut program = place.start(80, 24, &[]);
    program.keys("1/walnuts<Enter>");
    assert!(program.notice().contains("Hit 1 of the best 300 for"), "{}", program.notice());
    program.keys("n");
    assert!(program.notice().contains("Hit 2 of the best 300 for"), "{}", program.notice());
    program.keys("/opened<Enter>");
    assert!(program.notice().contains("Hit 1 of 1 for"), "{}", program.notice());
}

#[test]
fn the_empty_search_bar_shows_its_signs_and_fields() {
    let place = Place::new();
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        let mut program = place.start(width, height, &[]);
        program.keys("/");
        let screen = program.screen();
        for shown in ["\"a b\"", "'a", "^a", "a$", "!a", "this phrase", "status:", "speaker:", "has:"] {
            assert!(screen.contains(shown), "no {shown} in\n{screen}");
        }
    }
    let mut chinese = place.start_in("zh", 80, 24);
    chinese.keys("/");
    assert!(chinese.screen().contains("整个短语"), "{}", chinese.screen());
}

/// What the search bar says of how much was found.
fn counter(program: &Program) -> String {
    let found = program.app.found().unwrap();
    let parts = program.app.shell.found_said(found);
    parts.iter().map(|said| program.app.shell.messages.say(said)).collect::<Vec<_>>().join(" ∙ ")
}

#[test]
fn counts_say_what_was_found() {
    let place = Place::new();
    let mut program = place.start(120, 40, &[]);
    program.keys("18aAsk them. #followup<Esc>");
    for (query, told) in [
        ("#followup", "1 note"),
        ("缅甸", "1 of 20"),
        ("miandian", "0 of 20 ∙ 1 by pinyin"),
        ("其他建议", "1 heading"),
        ("sport", "0 of 20 ∙ 2 in English"),
        ("zzzq", "0 of 20"),
        ("缅防腐", "0 of 20 ∙ 1 similar"),
        ("举报人", "1 of 20 ∙ 1 similar"),
    ] {
        program.keys("/<Ctrl-u>").paste(query);
        assert_eq!(counter(&program), told, "{query}");
        assert!(program.screen().contains(told), "{}", program.screen());
        program.keys("<Esc>");
    }
}

#[test]
fn what_sounds_so_is_not_called_loose() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("/miandian");
    assert!(list(&program).contains("bypinyin(1)"), "{}", program.screen());
    assert!(!program.screen().contains("similar"), "{}", program.screen());
    program.keys("<Enter>");
    assert!(program.notice().starts_with("Hit 1 of 1"), "{}", program.notice());
}

#[test]
fn what_only_another_language_version_has_is_told_and_gone_to() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    let language = |program: &Program| program.open().document.language().to_owned();
    program.keys("t3");
    assert_eq!(language(&program), "en");
    program.keys("/廉洁");
    assert!(list(&program).contains("inChinese(1)"), "{}", program.screen());
    assert!(program.screen().contains("0 of 20 ∙ 1 in Chinese"), "{}", program.screen());
    program.keys("<Enter>");
    assert_eq!((language(&program).as_str(), number(&program)), ("zh", "18"));
    program.keys("<Esc>");
    assert_eq!((language(&program).as_str(), number(&program)), ("en", "3"), "back where one was");
}

#[test]
fn loose_matches_of_words_have_a_floor() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("t");
    for (query, found) in [("IOC sport", &["19"][..]), ("zzzq", &[]), ("sport", &["13", "19"]), ("xqzj", &[])]
    {
        program.keys("/<Ctrl-u>").paste(query);
        assert_eq!(hits(&program), found, "{query}");
        program.keys("<Esc>");
    }
}
