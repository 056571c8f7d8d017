//! The Markdown export of the reference document's review, as its readers get it.

use jiff::tz::TimeZone;
use rapporteur::export::{Options, markdown};
use rapporteur::format::reference;
use rapporteur::messages::Messages;
use rapporteur::model::{
    Anchor, AnchorState, Change, Document, Moment, Note, NoteId, NoteKind, Recommendation, Review,
    ReviewStatus, Tag,
};

fn at(clock: &str) -> Moment {
    format!("2026-11-23T{clock}:00+01:00").parse().unwrap()
}

fn note(document: &Document, id: &str, number: &str, body: &str, quote: Option<&str>) -> Note {
    let mut note = Note::new(NoteId(id.into()), number.into(), NoteKind::Question, body.into(), at("14:02"));
    note.anchor = quote.map(|quote| {
        let text = document.paragraph(&number.into()).unwrap().text();
        let start = text.find(quote).unwrap();
        Anchor::new("zh", text, start..start + quote.len()).unwrap()
    });
    note
}

fn review(document: &Document, reviewer: &str, changes: Vec<Change>) -> Review {
    let mut review = Review::new(document.symbol().clone(), reviewer);
    review.apply(Change::Many(changes), at("14:05")).unwrap();
    review
}

fn status(number: &str, status: ReviewStatus) -> Change {
    Change::set_status(number.into(), status, None)
}

fn export(document: &Document, reviews: &[&Review], drafts: usize) -> String {
    let messages = Messages::english().in_zone(|| TimeZone::fixed(jiff::tz::offset(1)));
    let say = |said: &rapporteur::messages::UserMessage| {
        let sentence = messages.say(said);
        assert_ne!(sentence, said.id, "no catalog has this sentence");
        sentence
    };
    markdown(document, reviews, &Options { say: &say, drafts, exported: at("15:30") })
}

#[test]
fn one_reviewers_notes_and_statuses_make_a_page() {
    let document = reference().unwrap();
    let mut tagged = note(
        &document,
        "1",
        "18",
        "Independent of the ministries?\n\n  1. Ask **them** #ask-capital",
        Some("20 个联邦部委设立防腐单位"),
    );
    tagged.extra_tags.push(Tag("second_round".into()));
    let review = review(
        &document,
        "amara",
        vec![
            status("1", ReviewStatus::Accept),
            status("18", ReviewStatus::Amend),
            Change::add_note(tagged),
            Change::add_note(note(&document, "2", "20", "去掉“**”。", None)),
            Change::settle_note(NoteId("2".into()), true),
            Change::add_note(note(&document, "3", "19", "a deleted word", None)),
            Change::delete_note(NoteId("3".into())),
            Change::set_recommendation("20".into(), Some(Recommendation::Makes)),
        ],
    );
    let expected = r"# CAC/COSP/WG.4/2019/L.1/Add.1 · 报告草稿

- Organ: 联合国反腐败公约缔约国会议
- Body: 预防腐败问题不限成员名额政府间工作组
- Session: 第十次会议
- Dates: 2019 年 9 月 4 日至 6 日
- Place: 维也纳
- Part: 增编
- Language: Chinese
- Reviewer: amara
- Exported: 2026-11-23 15:30

2 notes are still drafts and are not in this export.

## Progress

| Section | Reviewed | accept | query | amend | reserve | Notes |
| :-- | --: | --: | --: | --: | --: | --: |
| 三. 执行缔约国会议题为“促进预防腐败措施”的第 7/5 号决议和题为“《马拉喀什预防腐败宣言》的后续行动”的第 7/6 号决议以及工作组 2018 年 9 月举行的会议商定的建议 | 2/20 | 1 | 0 | 1 | 0 | 2 |
| &nbsp;&nbsp;口头报告执行缔约国会议第 7/5 号决议和第 7/6 号决议的最新情况 | 1/15 | 1 | 0 | 0 | 0 | 0 |
| &nbsp;&nbsp;B. 其他建议 | 1/5 | 0 | 0 | 1 | 0 | 2 |
| Whole document | 2/20 | 1 | 0 | 1 | 0 | 2 |

## Notes and statuses

- 1: accept

### Paragraph 18 · B. 其他建议

- Status: amend

#### question · amara · 2026-11-23 14:02 · open

> 20 个联邦部委设立防腐单位

Independent of the ministries?

&nbsp;&nbsp;1\. Ask \*\*them\*\* \#ask-capital

Tags: \#second\_round

### Paragraph 20 · B. 其他建议

- Marked: makes a recommendation

#### question · amara · 2026-11-23 14:02 · settled

去掉“\*\*”。
";
    assert_eq!(export(&document, &[&review], 2), expected);
}

#[test]
fn several_reviewers_are_told_apart() {
    let document = reference().unwrap();
    let own = review(&document, "amara", vec![status("18", ReviewStatus::Amend)]);
    let note = note(&document, "1", "18", "Welcome.", None);
    let theirs = review(&document, "李娜", vec![status("18", ReviewStatus::Accept), Change::add_note(note)]);
    let page = export(&document, &[&own, &theirs], 0);
    for line in [
        "- Reviewers: amara, 李娜",
        "## Progress: amara",
        "## Progress: 李娜",
        "- Status: amend (amara)",
        "- Status: accept (李娜)",
        "#### question · 李娜 · 2026-11-23 14:02 · open",
    ] {
        assert_eq!(page.lines().filter(|l| *l == line).count(), 1, "{line}\n{page}");
    }
    assert!(!page.contains("draft"), "{page}");
}

#[test]
fn paragraphs_without_notes_are_told_in_runs_with_the_words_of_the_screen() {
    let document = reference().unwrap();
    let mut changes: Vec<Change> =
        (1..=9).map(|number| status(&number.to_string(), ReviewStatus::Accept)).collect();
    changes.push(status("10", ReviewStatus::Query));
    changes.push(status("12", ReviewStatus::Query));
    let mut point = note(&document, "1", "8", "Say this.", None);
    point.kind = NoteKind::Point;
    changes.push(Change::add_note(point));
    changes.push(status("21", ReviewStatus::Accept));
    changes.push(status("22", ReviewStatus::Accept));
    let own = review(&document, "amara", changes);
    let page = export(&document, &[&own], 0);
    assert!(page.contains("## Notes and statuses\n\n- 1-7, 9: accept\n- 10, 12: query\n\n### Paragraph 8"));
    assert!(page.contains("#### point · amara") && page.matches("### Paragraph").count() == 1, "{page}");
    // Of numbers that this version does not have nobody knows what lies between them.
    assert!(page.contains("does not contain\n\n- 21, 22: accept\n"), "{page}");
    let theirs = review(&document, "李娜", vec![status("1", ReviewStatus::Reserve)]);
    let page = export(&document, &[&own, &theirs], 0);
    assert!(
        page.contains("- 1-7, 9: accept (amara)\n- 10, 12: query (amara)\n- 1: reserve (李娜)\n"),
        "{page}"
    );
    let chinese = Messages::of("zh").unwrap();
    let say = |said: &rapporteur::messages::UserMessage| chinese.say(said);
    let page = markdown(&document, &[&own], &Options { say: &say, drafts: 0, exported: at("15:30") });
    assert!(page.contains("- 1-7、9：可接受\n- 10、12：存疑\n") && page.contains("#### 发言要点"), "{page}");
}

#[test]
fn an_empty_review_says_that_it_is() {
    let document = reference().unwrap();
    let page = export(&document, &[&Review::new(document.symbol().clone(), "amara")], 0);
    assert!(page.ends_with("## Notes and statuses\n\nThere are no notes, and no paragraph has a status.\n"));
}

#[test]
fn a_note_whose_paragraph_or_passage_is_gone_is_not_lost() {
    let document = reference().unwrap();
    let mut gone = note(&document, "1", "18", "still here", Some("青年廉洁营地"));
    gone.paragraph = "21".into();
    let mut orphan = note(&document, "2", "18", "look", Some("青年廉洁营地"));
    if let Some(anchor) = &mut orphan.anchor {
        anchor.state = AnchorState::Orphan;
        anchor.language = "fr".into();
    }
    let changes = vec![
        Change::add_note(gone),
        Change::add_note(orphan),
        status("22", ReviewStatus::Reserve),
        status("23", ReviewStatus::Accept),
        status("23", ReviewStatus::Unreviewed),
    ];
    let page = export(&document, &[&review(&document, "amara", changes)], 0);
    let (before, after) = page.split_once("## On paragraphs that this version does not contain").unwrap();
    assert!(before.contains(
        "The passage is from the language version “French”:\n\n> 青年廉洁营地\n\nThis passage is no longer"
    ));
    assert!(after.contains("### Paragraph 21\n") && after.contains("still here"), "{after}");
    assert!(after.contains("- 22: reserve\n") && !after.contains("Paragraph 22"), "{after}");
    assert!(!after.contains("Paragraph 23") && !page.contains("\n\n\n"), "{after}");
}
