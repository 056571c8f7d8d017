//! What a delegate does, by keys: to the screen and to the file.

#![expect(clippy::disallowed_methods, reason = "a test prepares its own folder")]

use std::collections::BTreeSet;

use crossterm::event::{MouseButton, MouseEventKind};
use rapporteur::app::{DiskEffect, Effect, Focus, Mode, Msg, Tab, TerminalEffect};
use rapporteur::keymap::TABLE;
use rapporteur::messages::user_message;
use rapporteur::model::{ParagraphIndex, ReviewStatus};
use ratatui::style::Modifier;

use crate::desk::{Place, Program, write};

fn number(program: &Program) -> &str {
    program.open().here().map_or("about", |(_, paragraph)| paragraph.label.as_str())
}

fn status(program: &Program, number: &str) -> ReviewStatus {
    program.open().mine.status(&number.into())
}

#[test]
fn the_number_that_the_chair_says_is_on_the_screen_as_it_is_typed() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    assert_eq!(number(&program), "1", "the first time it opens on the first paragraph");
    program.keys("18");
    assert_eq!(number(&program), "18");
    let screen = program.screen();
    assert!(screen.contains("B. 其他建议 ∙ 18 ∙ 缅甸 (panelist) ∙ - unreviewed"), "{screen}");
    program.keys("<Esc>");
    assert_eq!(number(&program), "1", "Esc goes back to where one was");
    program.keys("7<Enter>");
    assert_eq!((number(&program), program.open().view.focus), ("7", Focus::Reader));
    program.keys("99");
    assert!(
        program.notice().contains("There is no paragraph 99; the last one is 20."),
        "{}",
        program.screen()
    );
    assert_eq!(number(&program), "7", "back where one was: 9 is only a part of what was typed");
}

/// Keys behind a number that means nothing, or only a part of something, and the paragraph where one was before. None of
/// them changes anything, wherever its digits led in between.
#[test]
fn nothing_acts_on_a_part_of_what_was_typed() {
    let numbers = [
        "29",
        "99",
        "291",
        "0",
        "10-25",
        "1-99",
        "25-10",
        "99-1",
        "1-",
        "10-1-5",
        "18w",
        "18P",
        "２９",
        "１－９９",
        "٢٩",
        ":99<Enter>",
        ":1-99<Enter>",
        ":18b<Enter>",
        ":٩٩<Enter>",
    ];
    let commands = [
        "sr",
        "sm",
        "s<Backspace>",
        "s1",
        "<Space>",
        "c",
        "dy",
        "u",
        "<Ctrl-r>",
        "enew<Esc>",
        "E",
        "x",
        "y",
        ":mark<Enter>",
        ":accept<Enter>",
        "<Enter>sr",
        "Gsa",
        "!",
        "<Alt-m>",
    ];
    for (at, typed) in numbers.into_iter().enumerate() {
        let place = Place::new();
        let mut program = place.start(80, 24, &[]);
        program.keys("7sq6sq5aa note<Esc>");
        // Each number with some of the commands, each command with some of the numbers.
        for command in commands.into_iter().skip(at % 7).step_by(7) {
            program.keys("<Esc><Esc>5Ghsa");
            program.left.clear();
            let (before, file) = (program.open().mine.clone(), place.reviews());
            program.keys(typed);
            assert_eq!(
                number(&program),
                if typed == "1-" { "1" } else { "5" },
                "{typed}: back where one was"
            );
            let told = typed == "1-" || program.notice().contains("no paragraph");
            assert!(told, "{typed}: {}", program.notice());
            let first: String = match command.strip_prefix('<') {
                Some(named) => format!("<{}>", named.split('>').next().unwrap()),
                None => command.chars().take(1).collect(),
            };
            program.keys(&first);
            if first != ":" {
                assert_eq!(number(&program), "5", "{typed}{first}");
                let why = program.notice();
                assert!(
                    why.contains("no paragraph") && why.contains("Nothing was done"),
                    "{typed}{first}: {why}"
                );
            }
            let is_one = command == first || command.starts_with(['s', ':']);
            program.keys(if is_one { command.strip_prefix(first.as_str()).unwrap_or_default() } else { "" });
            assert_eq!(program.open().mine, before, "{typed}{command}");
            assert_eq!(place.reviews(), file, "{typed}{command}");
            assert!(program.left.is_empty() && program.app.shell.composing().is_none(), "{typed}{command}");
            let told = program.notice();
            assert!(told.contains("no paragraph"), "{typed}{command}: {told}");
            // And then all is as always, where one was.
            program.keys("sm");
            assert_eq!(status(&program, "5"), ReviewStatus::Amend, "{typed}{command}");
        }
    }
}

#[test]
fn a_range_is_acted_on_whole_or_not_at_all() {
    for command in ["a", "e", "d", "c", "E", "<Space>", "y", "v", ")", ":mark<Enter>", "!"] {
        let place = Place::new();
        let mut program = place.start(80, 24, &[]);
        program.keys("5aa note<Esc>3-5");
        let before = program.open().mine.clone();
        program.keys(command);
        assert!(matches!(program.app.shell.mode, Mode::Browse) && program.left.is_empty(), "3-5{command}");
        assert!(
            program.notice().contains("Only s can be used on a range: 3-5 s"),
            "3-5{command}: {}",
            program.notice()
        );
        assert_eq!(program.open().mine, before, "3-5{command}");
        program.keys("s");
        assert!(program.rows()[23].contains("paragraph 3-5"), "{}", program.rows()[23]);
        program.keys("m");
        assert_eq!(
            (status(&program, "3"), status(&program, "5")),
            (ReviewStatus::Amend, ReviewStatus::Amend)
        );
    }
    for command in ["<Enter>sm", "Gsm", ":amend<Enter>", "<Esc>:3-5<Enter>sm"] {
        let place = Place::new();
        let mut program = place.start(80, 24, &[]);
        program.keys("3-5").keys(command);
        assert_eq!(
            (status(&program, "3"), status(&program, "5")),
            (ReviewStatus::Amend, ReviewStatus::Amend),
            "{command}"
        );
        assert_eq!(program.open().mine.marks().count(), 3, "{command}");
    }
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("3-5s").mouse(MouseEventKind::Down(MouseButton::Left), 5, 8).keys("m");
    assert_eq!(program.open().mine.marks().count(), 0, "a click ends the command that waited for its letter");
}

#[test]
fn a_label_that_goes_on_behind_its_digits_is_typed_to_its_end() {
    let place = Place::new();
    let file = place.folder.path().join("labels.toml");
    let mut text = String::from(
        "format = 1\n[masthead]\nsymbol = \"A/1\"\nlanguage = \"en\"\ntitle = \"Short\"\n[[section]]\nid = \"i\"\n\
         title = \"I\"\nlevel = 1\n",
    );
    for label in ["12-15 [Reserved]", "16", "18", "18 bis", "18 ter", "140", "140.7", "140.12", "PP2"] {
        text.push_str(&format!("[[paragraph]]\nnumber = \"{label}\"\nsection = \"i\"\ntext = \"Words.\"\n"));
    }
    write(&file, &text);
    let mut program = place.start(80, 24, &[file.to_str().unwrap()]);
    for (typed, label) in [
        ("18b", "18 bis"),
        ("18t", "18 ter"),
        ("140.7", "140.7"),
        ("140.12", "140.12"),
        ("１４０。７", "140.7"),
        ("١٨", "18"),
        ("12-15", "12-15 [Reserved]"),
        (":PP2<Enter>", "PP2"),
        (":pp2<Enter>", "PP2"),
        (":18ter<Enter>", "18 ter"),
        ("16-140.7", "140.7"),
    ] {
        program.keys("16<Enter>").keys(typed);
        assert_eq!(number(&program), label, "{typed}");
        program.keys("<Esc>");
    }
    for typed in ["140.", "12-1", "12", "140.1", "1", "14"] {
        let before = program.open().mine.clone();
        program.keys("16<Enter>").keys(typed).keys("sa");
        assert_eq!((program.open().mine.clone(), number(&program)), (before, "16"), "{typed}");
        assert!(program.notice().contains("no paragraph"), "{typed}: {}", program.notice());
    }
    program.keys("18.");
    assert_ne!(number(&program), "18", "without such a label the point is the command");
}

#[test]
fn of_ten_documents_a_digit_opens_none_that_was_perhaps_not_meant() {
    let place = Place::new();
    let name = |at: usize| place.folder.path().join(format!("{at:02}.toml"));
    for at in 1..=12 {
        let text = format!(
            "format = 1\n[masthead]\nsymbol = \"A/{at}\"\nlanguage = \"en\"\ntitle = \"Short\"\n[[section]]\nid = \"i\"\n\
             title = \"I\"\nlevel = 1\n[[paragraph]]\nnumber = \"1\"\nsection = \"i\"\ntext = \"One.\"\n"
        );
        write(&name(at), &text);
    }
    let names: Vec<String> = (1..=12).map(|at| name(at).to_str().unwrap().to_owned()).collect();
    let mut program = place.start(80, 24, &names.iter().map(String::as_str).collect::<Vec<_>>());
    program.keys("1");
    assert!(matches!(program.app.shell.mode, Mode::Documents(0)) && program.app.open.is_none());
}

#[test]
fn a_range_of_paragraphs_takes_a_status_and_gives_it_back_at_once() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("1-15sa");
    assert_eq!((status(&program, "1"), status(&program, "15")), (ReviewStatus::Accept, ReviewStatus::Accept));
    assert_eq!(status(&program, "16"), ReviewStatus::Unreviewed);
    assert!(program.screen().contains("reviewed 15/20"));
    assert!(program.screen().contains("15/15"), "the section says so too");
    assert_eq!(place.reviews().matches("status = \"accept\"").count(), 15);
    program.keys("u");
    assert!(program.screen().contains("reviewed 0/20"));
    program.keys("<Ctrl-r>");
    assert!(program.screen().contains("reviewed 15/20"));
    program.keys(".");
    assert_eq!(number(&program), "16", "the next unreviewed one");
}

#[test]
fn the_panelists_are_myanmar_ioc_and_iaca_and_lead_to_their_paragraphs() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("gp");
    let screen = program.screen();
    for name in ["缅甸", "国际奥林匹克委员会 (IOC)", "(IACA)"] {
        assert!(screen.contains(name) || name == "国际奥林匹克委员会 (IOC)", "{name}: {screen}");
    }
    let mut wide = place.start(120, 40, &[]);
    wide.keys("gp");
    let screen = wide.screen();
    for name in ["缅甸", "国际奥林匹克委员会 (IOC)", "国际反腐败学院 (IACA)", "in discussion"]
    {
        assert!(screen.contains(name), "{name}: {screen}");
    }
    let mut opened = Vec::new();
    program.keys("gg");
    for _ in 0..6 {
        opened.push(number(&program).to_owned());
        program.keys("j");
    }
    assert_eq!(opened, ["18", "18", "19", "19", "20", "20"]);
}

#[test]
fn a_note_in_chinese_is_in_the_file_and_there_again_at_the_next_start() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18a独立于各部委吗？ #ask-capital<Tab><Esc>sm");
    let file = place.reviews();
    for part in [
        "独立于各部委吗？ #ask-capital",
        "tags = [\"ask-capital\"]",
        "kind = \"question\"",
        "status = \"amend\"",
    ] {
        assert!(file.contains(part), "{part}: {file}");
    }
    assert!(program.screen().contains("Saved 14:"), "{}", program.screen());
    assert_eq!(place.drafts(), "", "the draft went when the note was on disk");
    program.keys("qq");
    program.keys("q");
    assert!(program.quit);
    let again = place.start(80, 24, &[]);
    let screen = again.screen();
    assert!(again.notice().contains("Last here 2026-11-23 14:"), "{screen}");
    assert_eq!(number(&again), "18");
    assert!(screen.contains("∙ ~ amend") && screen.contains("✎1") && screen.contains("Notes 1"), "{screen}");
}

#[test]
fn what_is_typed_is_on_disk_at_once_and_survives_an_interruption() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18a半句话");
    assert!(place.drafts().contains("半句话"));
    drop(program);
    let mut again = place.start(80, 24, &[]);
    assert!(
        again.notice().contains("A draft was left by an interruption, on paragraph 18"),
        "{}",
        again.screen()
    );
    again.keys("18");
    assert!(again.screen().contains("✎draft"), "{}", again.screen());
    again.keys("a，说完了。<Esc>");
    assert!(place.reviews().contains("半句话，说完了。"));
    assert_eq!(place.drafts(), "");
}

#[test]
fn a_note_hangs_on_a_sentence_on_characters_or_on_a_hit() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18)))a好<Esc>");
    let anchor = program.open().mine.notes().next().unwrap().anchor.clone().unwrap();
    assert!(
        anchor.exact.starts_with("该主讲人还详细说明了") && anchor.exact.ends_with('。'),
        "{}",
        anchor.exact
    );
    assert_eq!((anchor.language.as_str(), anchor.prefix.chars().count()), ("zh", 64));
    program.keys("<Esc>18vllaeditorial<Tab><Tab><Tab><Esc>");
    let note = &program.open().mine.notes().nth(1).unwrap();
    assert_eq!(note.anchor.as_ref().unwrap().exact, "在专题");
    assert_eq!(note.kind.word(), "editorial");
    program.keys("/20 个联邦<Enter>a<Esc>");
    assert_eq!(program.open().mine.notes().count(), 2, "an empty note is no note");
    program.keys("aministries?<Esc>");
    assert_eq!(program.open().mine.notes().nth(2).unwrap().anchor.as_ref().unwrap().exact, "20 个联邦");
    program.keys("<Esc>18");
    let underlined = program.with_modifier(Modifier::UNDERLINED).join("");
    assert!(underlined.contains("20 个联邦") && underlined.contains("在专题"), "{underlined}");
    assert!(place.reviews().contains("exact = \"20 个联邦\""));
}

#[test]
fn the_list_of_notes_shows_the_note_that_keys_are_about() {
    for given in ["gg", "ggj"] {
        let place = Place::new();
        let mut program = place.start(80, 24, &[]);
        program.keys("7aAAA<Esc>7aBBB<Esc>gn").keys(given).keys("dyu");
        let selected = program.open().selected_own_note().map(|note| note.body.clone());
        let list = &program.open().view.lists[4];
        let picked = format!("{:?}", list.picked);
        let id = program.open().selected_own_note().map(|note| note.id.clone()).unwrap();
        assert!(picked.contains(&id.0), "{given}: {selected:?} is selected, {picked} is shown");
        program.keys("dy");
        let left: Vec<_> = program.open().mine.live_notes().map(|note| note.body.clone()).collect();
        assert_eq!(left.len(), 1);
        assert_ne!(left.first(), selected.as_ref(), "{given}");
    }
}

#[test]
fn notes_are_edited_settled_deleted_and_brought_back() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("19aone<Esc>");
    program.keys("e two<Esc>");
    assert_eq!(program.open().mine.notes().next().unwrap().body, "one two");
    program.keys("c");
    assert!(program.screen().contains("settled"));
    program.keys("d");
    assert!(program.screen().contains("Delete the note “one two”?"), "{}", program.screen());
    program.keys("n");
    assert_eq!(program.open().mine.live_notes().count(), 1);
    program.keys("dy");
    assert_eq!(program.open().mine.live_notes().count(), 0);
    assert!(place.reviews().contains("deleted = "), "a tombstone stays");
    program.keys("u");
    assert_eq!(program.open().mine.live_notes().count(), 1);
    program.keys("aanother<Esc><Esc>e");
    assert!(program.notice().contains("Which note?"), "{}", program.screen());
    program.keys("((e!<Esc>");
    assert_eq!(program.open().mine.notes().next().unwrap().body, "one two!");
}

/// Which of one's own notes is selected, by its words.
fn selected(program: &Program) -> Option<&str> {
    let Some(rapporteur::app::Passage::Note(note)) = &program.open().view.passage else { return None };
    program.open().mine.note(&note.id).map(|note| note.body.as_str())
}

#[test]
fn what_was_changed_stays_selected() {
    for (keys, words) in [
        ("e<Esc>", "two"),
        ("e<Ctrl-s>", "two"),
        ("e<Ctrl-c>", "two"),
        ("e more<Ctrl-c>y", "two"),
        ("e<Ctrl-u><Esc>", "two"),
        ("e more<Esc>", "two more"),
        ("e<Tab><Esc>", "two"),
        ("c", "two"),
        ("cu", "two"),
        ("dn", "two"),
        ("dyu", "two"),
        ("dyu<Ctrl-r>u", "two"),
        ("e more<Esc>u", "two"),
        ("e more<Esc>5u", "two"),
        ("athree<Esc>", "three"),
        ("<Esc>)athree<Esc>", "three"),
        ("sa", "two"),
        ("e<Esc>e!<Esc>c", "two!"),
    ] {
        let place = Place::new();
        let mut program = place.start(80, 24, &[]);
        // The second hangs on a sentence, as the first does.
        program.keys("18)aone<Esc><Esc>18))atwo<Esc><Esc>18<Enter>(");
        assert_eq!(selected(&program), Some("two"));
        program.keys(keys);
        assert_eq!(selected(&program), Some(words), "{keys}: {}", program.screen());
        program.keys("d");
        assert!(
            program.screen().contains(&format!("Delete the note “{words}”?")),
            "{keys}: {}",
            program.screen()
        );
    }
    // On the tab Notes the row stays picked.
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18aone<Esc>atwo<Esc>gngg");
    program.keys("j");
    let words = selected(&program).unwrap().to_owned();
    program.keys("e!<Esc>c");
    assert_eq!(selected(&program), Some(format!("{words}!").as_str()));
}

#[test]
fn the_box_asks_before_text_is_thrown_away() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("5atext<Ctrl-c>");
    assert!(program.screen().contains("Discard what you typed?"));
    program.keys("n and more<Ctrl-c>");
    assert!(program.screen().contains("text and more"), "the text is still seen behind the question");
    program.keys("y");
    assert_eq!((program.open().mine.notes().count(), place.drafts()), (0, String::new()));
    program.keys("a<Ctrl-c>");
    assert!(matches!(program.app.shell.mode, Mode::Browse), "nothing to lose, nothing to ask");
}

#[test]
fn a_paste_is_normalized_and_goes_nowhere_but_into_fields() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.paste("qq");
    assert!(!program.quit && program.notice().contains("Nothing to paste into here."));
    program.keys("3a").paste("粘贴\r两行\x1b[31m").keys("<Ctrl-s>");
    assert_eq!(program.open().mine.notes().next().unwrap().body, "粘贴\n两行");
}

#[test]
fn a_tag_is_completed_as_it_is_typed() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("3acheck #ask-capital.<Esc>");
    program.keys("4aagain #as");
    assert!(program.screen().contains("Tab: #ask-capital"), "{}", program.screen());
    program.keys("<Tab>，以后<Esc>");
    assert_eq!(program.open().mine.notes().nth(1).unwrap().body, "again #ask-capital，以后");
    assert_eq!(program.open().mine.notes().nth(1).unwrap().tags().len(), 1);
}

#[test]
fn space_never_accepts_text_that_was_not_on_the_screen() {
    let place = Place::new();
    let mut program = place.start(80, 14, &[]);
    program.keys("11");
    let mut presses = 0;
    while status(&program, "11") == ReviewStatus::Unreviewed {
        program.keys("<Space>");
        presses += 1;
        assert!(presses < 10);
    }
    assert!(presses > 1, "paragraph 11 is longer than this screen");
    assert_eq!(number(&program), "12", "and on to the next unreviewed one");
    // From the middle, the beginning has not been seen.
    let mut program = place.start(80, 14, &[]);
    program.keys("/小学、中学<Enter><Space>");
    assert_eq!(number(&program), "11");
    program.keys("ssr<Esc>");
    let mut program = place.start(60, 20, &[]);
    let before = status(&program, "1");
    assert_eq!(program.app.areas().reader.area(), 0, "only the list is on this screen");
    program.keys("<Space>");
    assert_eq!(status(&program, "1"), before);
    assert!(program.app.areas().reader.area() > 0, "it shows the text first");
}

#[test]
fn space_on_what_is_accepted_already_goes_on() {
    let place = Place::new();
    let mut program = place.start(120, 40, &[]);
    program.keys("7sa<Space>");
    assert_eq!((number(&program), status(&program, "7")), ("8", ReviewStatus::Accept));
}

#[test]
fn space_asks_before_it_overwrites_another_status() {
    let place = Place::new();
    let mut program = place.start(120, 40, &[]);
    program.keys("7sr<Space>");
    assert!(
        program.screen().contains("Paragraph 7 is marked “reserve”. Accept it instead?"),
        "{}",
        program.screen()
    );
    program.keys("n");
    assert_eq!((status(&program, "7"), number(&program)), (ReviewStatus::Reserve, "8"));
    program.keys("7<Space>y");
    assert_eq!(status(&program, "7"), ReviewStatus::Accept);
}

#[test]
fn a_search_shows_its_hits_and_goes_back_without_a_trace() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("5/缅甸");
    let rows = program.rows();
    assert!(rows[3].starts_with(">18 ∙ 缅甸"), "{}", rows[3]);
    assert!(rows[22].trim_end().ends_with("1 of 20"), "{}", rows[22]);
    assert_eq!(number(&program), "18", "the reader shows it");
    program.keys("<Esc>");
    assert_eq!(number(&program), "5");
    program.keys("/国奥道德<Enter>");
    assert_eq!(number(&program), "19");
    assert!(program.notice().contains("Similar match 1 of 1 for “国奥道德”"));
    program.keys("/举报人");
    assert!(program.screen().contains("1 of 20 ∙ 1 similar"), "{}", program.screen());
    assert!(program.screen().contains("similar matches (1)"), "{}", program.screen());
    program.keys("<Enter>n");
    assert_eq!(number(&program), "4");
    program.keys("n");
    assert!(program.notice().contains("Continued from the other end: hit 1 of 2"), "{}", program.screen());
    program.keys("N");
    assert_eq!(number(&program), "4");
    program.keys("/xqzzj");
    assert!(program.screen().contains("No hits for “xqzzj”"), "{}", program.screen());
}

#[test]
fn a_note_just_written_is_found_and_its_hit_selects_it() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("12awhistle-blowers<Esc>1/whistle<Enter>");
    assert_eq!(number(&program), "12");
    program.keys("e now<Esc>");
    assert_eq!(program.open().mine.notes().next().unwrap().body, "whistle-blowers now");
}

#[test]
fn a_filter_shows_what_fits_and_says_what_it_is() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("3sq5sq8ax<Esc>");
    program.keys("fq");
    let paragraphs =
        |p: &Program| p.open().rows(&p.app.shell).iter().filter(|row| row.paragraph().is_some()).count();
    assert_eq!(paragraphs(&program), 2);
    assert!(program.screen().contains("showing: query (f)"), "{}", program.screen());
    program.keys("fn");
    assert_eq!(paragraphs(&program), 1);
    program.keys("fd");
    assert!(program.screen().contains("Nothing matches"), "{}", program.screen());
    program.keys("f1");
    assert_eq!(paragraphs(&program), 20, "a digit takes a row too");
}

#[test]
fn export_gives_markdown_that_quotes_the_note_and_asks_before_it_overwrites() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18)aWelcome *this*<Esc>x");
    let Some(Effect::Disk(DiskEffect::Export { name, text, force: false })) = program.left.pop() else {
        panic!("no export")
    };
    assert_eq!(name, "CAC_COSP_WG.4_2019_L.1_Add.1-notes.md");
    assert!(text.contains("> 在专题小组讨论期间") && text.contains("Welcome \\*this\\*"), "{text}");
    program.send(Msg::ExportExists { name, text });
    assert!(program.screen().contains("Overwrite it?"), "{}", program.screen());
    program.keys("y");
    assert!(matches!(program.left.pop(), Some(Effect::Disk(DiskEffect::Export { force: true, .. }))));
}

#[test]
fn copying_takes_the_passage_else_the_paragraph() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("20y");
    let Some(Effect::Terminal(TerminalEffect::Copy(text))) = program.left.pop() else {
        panic!("nothing copied")
    };
    assert!(text.starts_with("20. 在随后的讨论中"));
    program.keys("vly");
    assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Copy("在随".into()))));
}

#[test]
fn the_recommendations_tab_says_that_none_makes_one_until_a_person_marks_one() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("gr");
    let screen = program.screen();
    assert!(screen.contains("Made here (0)") && screen.contains("No paragraph makes"), "{screen}");
    assert_eq!(
        program.open().rows(&program.app.shell).iter().filter(|row| row.paragraph().is_some()).count(),
        5
    );
    program.keys("17:mark<Enter>");
    assert!(
        program.screen().contains("Paragraph 17 is marked as making a recommendation."),
        "{}",
        program.screen()
    );
    assert!(place.reviews().contains("recommendation = \"makes\""));
    program.keys(":mark<Enter>");
    assert!(program.notice().contains("no longer marked"));
}

#[test]
fn a_heading_of_recommendations_without_numbered_paragraphs_is_named_and_not_denied() {
    let place = Place::new();
    let head = "format = 1\n[masthead]\nsymbol = 'A/AC.1/L.1'\nlanguage = 'en'\ntitle = 'Report'\n";
    let section = |id, title| format!("[[section]]\nid = '{id}'\ntitle = '{title}'\nlevel = 1\n");
    let paragraph = |number, id| {
        format!("[[paragraph]]\nnumber = '{number}'\nsection = '{id}'\ntext = 'The Group met.'\n")
    };
    let sections = section("i", "Introduction") + &section("ii", "RECOMMENDATIONS");
    for (more, told) in [("", "RECOMMENDATIONS”"), (paragraph("2", "ii").as_str(), "is marked as")] {
        let text = format!("{head}{sections}{}{more}", paragraph("1", "i"));
        crate::desk::write(&place.data().join("documents/own.toml"), &text);
        let mut program = place.start(120, 40, &["A/AC.1/L.1"]);
        program.keys("gr");
        assert!(program.screen().contains(told), "{}", program.screen());
        assert!(!program.screen().contains("under a heading"), "{}", program.screen());
    }
}

#[test]
fn the_palette_finds_commands_by_their_letters_and_paragraphs_by_their_number() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys(":18<Enter>");
    assert_eq!(number(&program), "18");
    program.keys(":panel<Enter>");
    assert_eq!(program.open().view.tab, Tab::Panelists);
    program.keys(":zzz");
    assert!(program.screen().contains("No command matches."), "{}", program.screen());
    program.keys("<Esc>:w<Enter>");
    assert!(program.notice().contains("Nothing to save"), "{}", program.screen());
    program.keys(":q<Enter>");
    assert!(program.quit);
}

#[test]
fn every_tab_with_nothing_says_why_and_what_fills_it() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("gn");
    let words = program.screen().replace(['\n', '╎'], " ");
    assert!(words.contains("No notes yet."), "{words}");
    program.keys("12aon twelve<Esc>gn");
    assert!(program.screen().contains("12 ✎ comment on twelve"), "{}", program.screen());
    program.keys("<Enter>");
    assert_eq!((number(&program), program.open().view.focus), ("12", Focus::Reader));
}

#[test]
fn sections_fold_and_unfold_and_a_hidden_paragraph_comes_forth() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("kh");
    assert!(!program.screen().contains(" 2 秘书处介绍"), "{}", program.screen());
    program.keys("18");
    program.keys("<Esc>");
    program.keys("2<Enter>");
    assert_eq!(number(&program), "2");
    program.keys("h");
    assert!(program.screen().contains(">     2"), "{}", program.screen());
}

#[test]
fn a_dead_key_says_what_was_perhaps_meant_and_a_han_letter_that_the_input_method_is_on() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("A");
    assert!(program.notice().contains("Did you mean a (annotate)?"), "{}", program.screen());
    program.keys("批");
    assert!(program.notice().contains("The input method is on"), "{}", program.screen());
    program.keys("<Esc>（");
    assert!(program.open().view.passage.is_some(), "full-width marks are the keys they stand on");
    program.keys("、");
    assert!(matches!(program.app.shell.mode, Mode::Search(_)));
}

#[test]
fn leaving_takes_two_presses_and_waits_for_what_is_not_on_disk() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("q");
    assert!(program.screen().contains("q again quits") && !program.quit);
    program.keys("jq");
    assert!(!program.quit, "another key in between begins anew");
    program.send(Msg::NotSaved { why: user_message("save-busy") });
    program.wait_for_the_disk();
    assert!(program.screen().contains("NOT SAVED"), "{}", program.screen());
    program.keys("q");
    assert!(program.screen().contains("Not everything is on disk"), "{}", program.screen());
    program.keys("n");
    assert!(!program.quit);
    program.keys("qqy");
    assert!(program.quit);
}

#[test]
fn a_save_that_fails_keeps_everything_says_why_and_is_tried_again() {
    let place = Place::new();
    let mut program = place.start(120, 40, &[]);
    // A file where the folder must be: not even root can write below it.
    let reviews = place.data().join("reviews");
    write(&reviews, "in the way");
    program.keys("18aprecious<Esc>sm");
    let screen = program.screen();
    assert!(screen.contains("NOT SAVED") && !screen.contains("Saved 14"), "{screen}");
    assert!(screen.contains("precious"), "the note stays on the screen");
    assert!(place.drafts().contains("precious"), "and in the draft folder");
    assert!(place.journal().contains("\"status\":\"amend\""), "and the status in the journal");
    assert!(screen.contains("kept in the journal"), "{screen}");
    program.keys("qq");
    assert!(!program.quit && program.screen().contains("Not everything is on disk"), "{}", program.screen());
    program.keys("n");
    std::fs::remove_file(&reviews).unwrap();
    program.look();
    assert!(program.screen().contains("Saved 14:"), "{}", program.screen());
    assert!(place.reviews().contains("precious") && place.reviews().contains("status = \"amend\""));
    assert_eq!((place.drafts(), place.state("unsaved")), (String::new(), String::new()));
    program.keys("qq");
    assert!(program.quit);
}

#[test]
fn two_screens_on_one_document_both_keep_their_notes_and_see_each_other() {
    let place = Place::new();
    let mut one = place.start(80, 24, &[]);
    let mut two = place.start(80, 24, &[]);
    one.keys("18afrom one<Esc>");
    two.keys("18afrom two<Esc>");
    one.look();
    for program in [&one, &two] {
        let bodies: BTreeSet<&str> =
            program.open().mine.live_notes().map(|note| note.body.as_str()).collect();
        assert_eq!(bodies, BTreeSet::from(["from one", "from two"]));
    }
    let mut other = place.start_as("李娜", 80, 24, &[]);
    other.keys("18");
    assert!(other.screen().contains("✎2"), "others' notes show under their names");
    other.keys(")))))))d");
    assert!(other.notice().contains("That note is amara's."), "{}", other.screen());
    other.keys("<Esc>aunsere<Esc>");
    one.look();
    assert_eq!(one.open().notes_at(ParagraphIndex(17)).len(), 3);
}

#[test]
fn an_editor_that_fails_loses_nothing() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18amy words<Ctrl-e>");
    let Some(Effect::Terminal(TerminalEffect::Edit { draft, passage })) = program.left.pop() else {
        panic!("no editor")
    };
    assert!(draft.body == "my words" && passage.starts_with("18. 在专题"));
    program.send(Msg::NotEdited { draft, beside: None, why: user_message("editor-not-set") });
    assert!(
        program.screen().contains("my words") && program.screen().contains("$EDITOR"),
        "{}",
        program.screen()
    );
    assert!(place.drafts().contains("my words"));
    program.keys("<Esc>");
    assert_eq!(program.open().mine.notes().next().unwrap().body, "my words");
}

#[test]
fn several_documents_are_a_list_to_choose_from() {
    let place = Place::new();
    let file = place.folder.path().join("short.toml");
    let text = "format = 1\n[masthead]\nsymbol = \"A/1\"\nlanguage = \"en\"\ntitle = \"Short\"\n[[section]]\nid = \"i\"\n\
                title = \"I\"\nlevel = 1\n[[paragraph]]\nnumber = \"1\"\nsection = \"i\"\ntext = \"One.\"\n\
                [[paragraph]]\nnumber = \"1 bis\"\nsection = \"i\"\ntext = \"Two.\"\n";
    write(&file, text);
    let broken = place.folder.path().join("broken.toml");
    write(&broken, &text.replace("format = 1", "format = 3"));
    let names = [file.to_str().unwrap(), broken.to_str().unwrap()];
    let mut program = place.start(80, 24, &names);
    assert!(program.screen().contains("Choose a document"), "{}", program.screen());
    program.keys("2");
    assert!(program.app.open.is_none(), "a document that cannot be read never reaches the screen");
    program.keys("k<Enter>");
    assert_eq!(number(&program), "1");
    program.keys("1b");
    assert_eq!(number(&program), "1 bis", "18b is 18 bis");
    program.keys(":open<Enter>");
    assert!(program.screen().contains("Choose a document"));
    program.keys("<Esc>");
    assert_eq!(number(&program), "1 bis");
}

#[test]
fn the_wheel_scrolls_and_a_click_selects() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.mouse(MouseEventKind::ScrollDown, 50, 10);
    assert_ne!(program.open().view.top, rapporteur::layout::ScrollPosition::default());
    program.mouse(MouseEventKind::Down(MouseButton::Left), 5, 8);
    assert_eq!(number(&program), "3");
    program.mouse(MouseEventKind::Down(MouseButton::Left), 30, 1);
    assert_eq!(program.open().view.tab, Tab::Panelists);
    program.keys("f");
    let (area, _) = program.app.menu_area().unwrap();
    program.mouse(MouseEventKind::Down(MouseButton::Left), area.x + 4, area.y + 2);
    assert!(program.open().view.filter.is_some() && matches!(program.app.shell.mode, Mode::Browse));
}

#[test]
fn the_other_language_version_is_at_the_same_paragraph_with_the_same_notes() {
    let place = Place::new();
    let mut program = place.start(120, 40, &[]);
    program.keys("18)aon the passage<Esc>sm<Esc>18t");
    let screen = program.screen();
    assert!(screen.contains("18. During the panel discussion") || screen.contains("Myanmar"), "{screen}");
    assert!(screen.contains("English, unofficial") && screen.contains("~ amend"), "{screen}");
    assert!(
        screen.contains("on the passage") && screen.contains("“在专题小组"),
        "the note shows with its passage"
    );
    assert_eq!(number(&program), "18");
    assert!(
        !program.with_modifier(Modifier::UNDERLINED).join("").contains("During"),
        "its passage is of the other text"
    );
    program.keys(")aEnglish passage<Esc>");
    assert_eq!(program.open().mine.notes().nth(1).unwrap().anchor.as_ref().unwrap().language, "en");
    program.keys("/Myanmar");
    assert!(program.screen().contains("of 20"), "{}", program.screen());
    program.keys("<Esc><Esc>17tu");
    assert_eq!(program.open().document.language(), "zh");
    assert_eq!(program.open().mine.live_notes().count(), 1, "undo goes on across versions");
    program.keys("t:q<Enter>");
    let again = place.start(80, 24, &[]);
    assert_eq!(again.open().document.language(), "en", "it opens in the version one left off in");
}

#[test]
fn dragging_selects_text_and_offers_what_can_be_done_and_a_double_click_takes_a_word() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18");
    let area = program.app.areas().reader;
    let (x, y) = (area.x + 4, area.y);
    program.mouse(MouseEventKind::Down(MouseButton::Left), x, y);
    program.mouse(MouseEventKind::Drag(MouseButton::Left), x + 5, y);
    program.mouse(MouseEventKind::Up(MouseButton::Left), x + 5, y);
    assert!(program.rows()[23].contains("a annotate  y copy"), "{}", program.rows()[23]);
    program.keys("y");
    assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Copy("在专题".into()))));
    let mut program = place.start(80, 24, &[]);
    program.keys("18t");
    let (x, y) = (program.app.areas().reader.x + 6, program.app.areas().reader.y);
    program.mouse(MouseEventKind::Down(MouseButton::Left), x, y);
    program.mouse(MouseEventKind::Down(MouseButton::Left), x, y);
    program.keys("y");
    assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Copy("During".into()))));
    program.keys("M");
    assert_eq!(program.left.pop(), None, "M is kept free");
    program.keys(":mouse<Enter>");
    assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Mouse(false))));
    assert!(program.notice().contains("The terminal has the mouse now"), "{}", program.screen());
    program.keys("<Alt-m>");
    assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Mouse(true))));
}

#[test]
fn a_note_that_another_window_changed_while_it_was_edited_here_keeps_both_texts() {
    let place = Place::new();
    let mut one = place.start(80, 24, &[]);
    one.keys("18aone<Esc>");
    let mut two = place.start(80, 24, &[]);
    one.keys("e!");
    two.keys("18e, two<Esc>");
    one.look().keys("<Esc>");
    assert!(one.notice().contains("was changed elsewhere in the meantime"), "{}", one.screen());
    let bodies: BTreeSet<&str> = one.open().mine.live_notes().map(|note| note.body.as_str()).collect();
    assert_eq!(bodies, BTreeSet::from(["one!", "one, two"]));
    assert!(place.reviews().contains("one!") && place.reviews().contains("one, two"));
}

#[test]
fn an_edit_whose_note_another_window_deleted_is_written_or_kept_as_a_draft() {
    let place = Place::new();
    let mut one = place.start(80, 24, &[]);
    one.keys("18aone<Esc>");
    let mut two = place.start(80, 24, &[]);
    one.keys("e and more");
    two.keys("18dy");
    one.keys("<Esc>");
    let words = format!("{}{}", place.reviews(), place.drafts());
    assert!(words.contains("one and more"), "{words}");
    if one.open().mine.live_notes().count() == 0 {
        assert_eq!(one.open().drafts.len(), 1, "it shows on its paragraph and can be gone on with");
        one.keys("a<Esc>");
    }
    assert_eq!(
        one.open().mine.live_notes().map(|note| note.body.as_str()).collect::<Vec<_>>(),
        ["one and more"]
    );
}

#[test]
fn undo_does_not_take_back_what_another_window_has_changed_since() {
    let place = Place::new();
    let mut one = place.start(80, 24, &[]);
    one.keys("7sq");
    let mut two = place.start(80, 24, &[]);
    two.keys("7sr");
    one.look().keys("u");
    assert!(one.notice().contains("Not undone"), "{}", one.screen());
    assert_eq!(status(&one, "7"), ReviewStatus::Reserve);
}

#[test]
fn a_resumed_edit_is_not_thrown_away_unasked() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18aone<Esc>e and more");
    drop(program);
    let mut again = place.start(80, 24, &[]);
    again.keys("18a<Ctrl-c>");
    assert!(again.screen().contains("Discard what you typed?"), "{}", again.screen());
    again.keys("n<Esc>");
    assert_eq!(again.open().mine.notes().next().unwrap().body, "one and more");
}

#[test]
fn a_draft_whose_note_was_saved_is_not_offered_again() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18awords");
    // The note is saved by another program while the draft stays, as if the window had ended in between.
    let draft = program.app.shell.composing().unwrap().current();
    let mut two = place.start(80, 24, &[]);
    let stamp = rapporteur::app::Stamp {
        at: draft.started,
        id: draft.note.clone(),
        millis: 0,
        burst: rapporteur::app::Burst::alone(1),
    };
    two.send(Msg::Edited { draft: Box::new(draft), stamp });
    drop(program);
    let again = place.start(80, 24, &[]);
    assert!(again.open().drafts.is_empty() && !again.screen().contains("left by an interruption"));
    assert_eq!(again.open().mine.live_notes().count(), 1);
}

#[test]
fn the_row_that_is_picked_is_the_paragraph_that_is_acted_on_also_when_a_filter_takes_it_away() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("fujjj");
    let before = number(&program).to_owned();
    program.keys("sa");
    assert_eq!(status(&program, &before), ReviewStatus::Accept);
    let picked = program.open().view.list().picked.paragraph().unwrap();
    assert_eq!(program.open().view.at, Some(picked), "the row that took its place");
    program.keys("18");
    program.mouse(MouseEventKind::Down(MouseButton::Left), 5, 6);
    program.keys("sq");
    assert_eq!(status(&program, "18"), ReviewStatus::Unreviewed, "a click ends the number that was typed");
}

#[test]
fn several_spaces_before_one_drawing_accept_at_most_what_was_seen() {
    let place = Place::new();
    let mut program = place.start(120, 40, &[]);
    let stamp = rapporteur::app::Stamp {
        at: "2026-11-23T14:00:00Z".parse().unwrap(),
        id: rapporteur::model::NoteId("n".into()),
        millis: 0,
        burst: rapporteur::app::Burst::alone(1),
    };
    let space = crossterm::event::KeyEvent::from(crossterm::event::KeyCode::Char(' '));
    program.keys("1<Enter>");
    for _ in 0..5 {
        rapporteur::app::update(&mut program.app, Msg::Key(space, stamp.clone()));
    }
    assert_eq!(program.open().mine.marks().count(), 1, "paragraph 1 was on the screen, the others were not");
}

#[test]
fn pages_end_at_their_last_line_and_scroll_back_at_once() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("?G");
    let end = program.screen();
    program.keys("jj");
    assert_eq!(program.screen(), end);
    program.keys("k");
    assert_ne!(program.screen(), end, "one line back is one line back");
    program.keys("<Esc>kkk<Enter>G");
    let end = program.screen();
    program.keys("jjk");
    assert_ne!(program.screen(), end);
}

#[test]
fn the_interface_changes_its_language_while_it_runs() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys(":language<Enter>");
    let screen = program.screen();
    assert!(screen.contains("界面语言：中文") && screen.contains("[章节]"), "{screen}");
    program.keys(":language<Enter>");
    assert!(program.screen().contains("[Sections]"));
}

#[test]
fn a_number_is_waited_for_where_no_paragraph_has_its_first_digit_alone() {
    let place = Place::new();
    let file = place.folder.path().join("part.toml");
    write(&file, &long_document().replace("number = \"", "number = \"4"));
    let mut program = place.start(80, 24, &[file.to_str().unwrap()]);
    program.keys("4");
    assert!(!program.screen().contains("no paragraph"), "{}", program.screen());
    program.keys("17");
    assert_eq!(number(&program), "417");
}

/// A document of 2,000 paragraphs in 40 sections, made of the reference document's sentences.
fn long_document() -> String {
    let reference = rapporteur::format::reference().unwrap();
    let mut text = String::from(
        "format = 1\n[masthead]\nsymbol = \"A/LONG\"\nlanguage = \"zh\"\ntitle = \"长\"\n[[speaker]]\nid = \"s\"\n\
         name = \"秘书处\"\nrole = \"secretariat\"\nkind = \"organization\"\n",
    );
    for section in 0..40 {
        text.push_str(&format!("[[section]]\nid = \"s{section}\"\ntitle = \"第 {section} 节\"\nlevel = 1\n"));
    }
    for at in 0..2000 {
        let words = reference.paragraphs[at * 7 % 20].text();
        let section = at / 50;
        text.push_str(&format!(
            "[[paragraph]]\nnumber = \"{}\"\nsection = \"s{section}\"\ntext = \"{words}\"\nspeakers = [\"s\"]\n",
            at + 1
        ));
    }
    text
}

#[test]
fn a_document_of_two_thousand_paragraphs_is_read_to_its_end_and_searched() {
    let place = Place::new();
    let file = place.folder.path().join("long.toml");
    write(&file, &long_document());
    let mut program = place.start(120, 40, &[file.to_str().unwrap()]);
    program.keys("1999");
    assert_eq!(number(&program), "1999");
    program.keys("<Enter><PgDn><PgDn><PgDn>");
    assert_eq!(number(&program), "2000");
    program.keys("/缅甸");
    assert!(program.screen().contains("100 of 2000"), "{}", program.screen());
    program.keys("<Enter>n");
    assert_eq!(program.open().view.hits.as_ref().unwrap().pick, 1);
    program.keys("gkgrgn1-2000sa");
    assert_eq!(program.open().mine.marks().count(), 2000);
}

/// Each row of the key table is used by some flow here, and does what its place says without a fall.
#[test]
fn every_row_of_the_key_table_is_used_by_some_flow() {
    let flows = [
        "jkJK<Ctrl-d><Ctrl-u><PgDn><PgUp><Home>Ggggsgkgpgrgngggs<Tab><Shift-Tab>",
        "18<Enter><Enter><Down><Up><Enter><Esc><Esc>z<Left>hl<Right>",
        "18)()v(lhwbjk)(oy<Esc>vllaword<Esc>vlE<Esc>v<Esc>",
        "3aone<Enter>two<Tab><Alt-u><Alt-r><Ctrl-w><Ctrl-u>x<Ctrl-e><Esc>aabc<Ctrl-c>n<Ctrl-s>cEdy",
        "4ab<Esc>eq<Esc>cdy5sa6sq7sm8sr8s0<Space>u<Ctrl-r>1-3sa",
        "/公实<Down><Up><PgDn><PgUp><Enter>nN/x<Esc>.,<<>>",
        "/s<Tab><Shift-Tab><Ctrl-p><Ctrl-n><Ctrl-l><Esc>",
        "fa<Esc>f<Down><Up><Esc>f<Enter>xyt<Alt-m><Alt-m>:mark<Down><Up><Enter>:<Esc>",
        "?jk<Space><PgUp>Gg/no<Enter>/<Esc><Esc><Ctrl-c><Ctrl-z><Ctrl-l>",
        "3ac<Esc>>1<>1.,",
        ":open<Enter>:<Esc>:open<Enter>/x<Esc>:open<Enter>?<Esc>jk<PgDn><PgUp>Gg<Enter>:open<Enter><Esc>",
        "Sjk<PgDn><PgUp>Gg<Enter>S<Esc>",
        "g<Esc>s<Esc>3aone two<Left><Right><Alt-b><Alt-f><Home><End><Backspace><Delete><Up><Down><Esc>",
        "fxfufafqfmfrfhfnfdfcfwfpfeft<Esc>fs<Esc>fb<Esc>fv<Esc>fg<Esc>fl<Esc>f1",
        ":open<Enter>1",
        "grbbgd<Ctrl-o>",
        ":settings<Enter>jkGg?<Esc><Enter><Esc><Enter><Enter>jj<Enter>h<Backspace><Esc>",
    ];
    let mut used = BTreeSet::new();
    for size in [(80, 24), (120, 40), (60, 20)] {
        for flow in flows {
            let place = Place::new();
            let mut program = place.start(size.0, size.1, &[]);
            program.keys(flow);
            program.screen();
            used.extend(program.used);
        }
        for flow in ["!jkGg<Enter>!<Esc>!ra", "!R", "!A"] {
            let place = super::deciding::two_sides();
            let mut program = place.start(size.0, size.1, &[]);
            program.keys(flow);
            program.screen();
            used.extend(program.used);
        }
        let place = Place::new();
        let mut program = place.start(size.0, size.1, &[]);
        program.keys("qq");
        used.extend(program.used);
        assert!(program.quit);
        let mut program = place.start(size.0, size.1, &[]);
        program.resize(30, 5).keys("q");
        used.extend(program.used);
        assert!(program.quit);
    }
    let unused: Vec<&str> =
        TABLE.iter().filter(|row| !row.keys.is_empty() && !used.contains(row.id)).map(|row| row.id).collect();
    assert_eq!(unused, Vec::<&str>::new());
}

#[test]
fn the_next_paragraph_scrolls_the_reader_no_further_than_it_takes_to_show_all_of_it() {
    let place = Place::new();
    for (columns, rows) in [(60, 20), (80, 24), (120, 40)] {
        let mut program = place.start(columns, rows, &[]);
        program.keys("1");
        let mut stayed = 0;
        for (key, steps) in [("J", 19), ("K", 19)] {
            for _ in 0..steps {
                let before = program.open().visible(&program.app.shell);
                let (old, height) = (program.open().view.top, program.app.areas().reader.height);
                program.keys(key);
                let at = program.open().view.at.unwrap();
                let lines = program.open().block(&program.app.shell, at).unwrap().lines.len() - 1;
                let shown = |visible: &[rapporteur::app::Visible], line| {
                    visible.iter().any(|v| v.paragraph == at && v.line == line)
                };
                let after = program.open().visible(&program.app.shell);
                if shown(&before, 0) && shown(&before, lines - 1) {
                    assert_eq!(program.open().view.top, old, "{at:?} was on the screen at {columns}x{rows}");
                    stayed += 1;
                } else if lines > usize::from(height) {
                    assert!(shown(&after[..1], 0), "{at:?} begins the screen");
                } else {
                    assert!(shown(&after, 0) && shown(&after, lines - 1), "{at:?} is shown whole");
                    let edge = if key == "J" { &after[after.len() - 1..] } else { &after[..1] };
                    assert!(shown(edge, if key == "J" { lines - 1 } else { 0 }), "{at:?} is at the edge");
                }
            }
        }
        assert!(rows < 24 || stayed > 0);
    }
}
