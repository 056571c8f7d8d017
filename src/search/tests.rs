//! Tests of the whole room on the reference document: the expected hits of the measurements, each row a line.
//! Test code only: a reader for the document's printed text that knows just enough of it.

use crate::model::{
    Attribution, Basis, Document, Masthead, Paragraph, Section, SectionId, Speaker, SpeakerContext,
    SpeakerId, SpeakerKind, SpeakerRole, Symbol,
};

use std::sync::Arc;

use super::*;

mod cached;
mod folding;
mod more;
mod plain;
mod six_languages;
mod twin;
mod units;

/// One document (one language version) and the notes on it, folded and ready to be searched.
#[derive(Debug, Clone)]
pub(in crate::search) struct OneDocument {
    document: Arc<Document>,
    index: Index,
}

impl OneDocument {
    /// Folds a document and notes.
    fn build(document: &Arc<Document>, notes: &[NoteText<'_>]) -> Self {
        let mut index = Index::default();
        index.put(document);
        let mut index = Self { document: Arc::clone(document), index };
        index.set_notes(notes);
        index
    }

    /// Takes these notes for those that it had; the document is not folded again.
    fn set_notes(&mut self, notes: &[NoteText<'_>]) {
        self.index.set_notes(self.document.symbol(), self.document.language(), notes);
    }

    /// The document that it was built of.
    fn document(&self) -> &Document {
        &self.document
    }

    /// Searches. Gives the best `limit` hits, and counts all.
    fn find(&self, query: &Query, limit: usize) -> SearchResults {
        let mut search = SearchRun::new(&self.index, query, limit);
        search.finish();
        search.found(|_, _, at| self.document.paragraph_at(at).map(|paragraph| paragraph.text().into()))
    }
}

/// An index of a document and notes.
pub(super) fn index_of(document: &Document, notes: &[NoteText<'_>]) -> OneDocument {
    OneDocument::build(&std::sync::Arc::new(document.clone()), notes)
}

const PRINTED: &str = include_str!("../../tests/fixtures/zh-CAC_COSP_WG.4_2019_L.1_Add.1.txt");

/// The numbered paragraphs of the printed text. Wrapped lines of Chinese are joined without a space.
fn paragraphs_of(printed: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for line in printed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let next = format!("{}. ", paragraphs.len() + 1);
        if let Some(text) = line.strip_prefix(&next) {
            paragraphs.push(text.to_owned());
            open = true;
        } else if line.starts_with("B. ") {
            open = false;
        } else if let (true, Some(last)) = (open, paragraphs.last_mut()) {
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            if latin(last.chars().next_back()) && latin(line.chars().next()) {
                last.push(' ');
            }
            last.push_str(line);
        }
    }
    paragraphs
}

fn speaker(id: &str, name: &str, english: Option<&str>, acronym: Option<&str>) -> Speaker {
    Speaker {
        id: SpeakerId(id.into()),
        name: name.into(),
        english: english.map(str::to_owned),
        acronym: acronym.map(str::to_owned),
        role: SpeakerRole::Panelist,
        kind: SpeakerKind::Organization,
        panelist: true,
        context: SpeakerContext::Panel,
    }
}

pub(super) fn document(language: &str, title: &str, texts: &[&str]) -> Document {
    let masthead = Masthead::new(Symbol("A/TEST/1".into()), language, title);
    let section = Section::new(SectionId("one".into()), "一般性意见 General remarks", 1);
    let paragraphs = texts.iter().enumerate().map(|(at, text)| {
        let number = (at + 1).to_string();
        Paragraph::new(number.as_str().into(), SectionId("one".into()), text, Vec::new())
    });
    let paragraphs = paragraphs.collect();
    Document::new(masthead, vec![section], Vec::new(), paragraphs)
}

/// The reference document.
pub(super) fn reference() -> Document {
    let texts = paragraphs_of(PRINTED);
    assert_eq!(texts.len(), 20);
    let mut document = document("zh", "报告草稿", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    document.masthead.symbol = Symbol("CAC/COSP/WG.4/2019/L.1/Add.1".into());
    document.masthead.session = Some("第十次会议".into());
    document.masthead.body = Some("预防腐败问题不限成员名额政府间工作组".into());
    let b = Section::new(SectionId("b".into()), "其他建议", 2);
    document.sections.push(Section { number: Some("B.".into()), ..b });
    document.speakers = vec![
        speaker("myanmar", "缅甸", Some("Myanmar"), None),
        speaker("ioc", "国际奥林匹克委员会", Some("International Olympic Committee"), Some("IOC")),
        speaker("iaca", "国际反腐败学院", Some("International Anti-Corruption Academy"), Some("IACA")),
    ];
    for (at, paragraph) in document.paragraphs.iter_mut().enumerate().skip(15) {
        paragraph.section = Some(SectionId("b".into()));
        if let Some(speaker) = at.checked_sub(17).and_then(|at| document.speakers.get(at)) {
            paragraph.speakers = vec![Attribution { speaker: speaker.id.clone(), basis: Basis::Named }];
        }
    }
    document
}

/// Paragraph hits as `6 4 3 | 8 14`: before the bar what is strict, after it what is loose.
fn paragraphs(index: &OneDocument, typed: &str) -> String {
    let found = index.find(&Query::parse(typed), 100);
    let mut shown: Vec<String> = Vec::new();
    let mut loose = false;
    for hit in found.hits.iter().filter(|hit| hit.field.is_paragraph()) {
        if !hit.tier.is_strict() && !loose {
            loose = true;
            shown.push("|".into());
        }
        shown.push(hit.paragraph.as_ref().unwrap().to_string());
    }
    assert_eq!(found.strict + found.sound + found.loose, shown.iter().filter(|s| *s != "|").count());
    shown.join(" ")
}

#[test]
fn the_expected_hits_on_the_reference_document() {
    let index = index_of(&reference(), &[]);
    let check = |typed: &str, expected: &str| assert_eq!(paragraphs(&index, typed), expected, "{typed}");
    check("缅甸", "18");
    check("举报人", "5 | 4");
    check("反腐败学术举措", "11");
    check("缅防腐", "| 18");
    check("国奥道德", "| 19");
    check("体育 举报", "19");
    check("第 7/5 号", "1 2");
    check("反学举", "| 11");
    check("公实", "| 6 4 3 8 14 19");
    check("议员", "6 7 | 18");
    check("技援", "| 3 6 9 14 17 18");
    check("学院 指南", "5");
    // By sound, below what stands there.
    check("miandian", "| 18");
    check("mian dian", "| 18");
    check("md", "| 4 16 17 18");
    check("jubaoren", "| 5");
    check("jbr", "| 5");
    check("aoweihui", "| 19");
    check("MianDian", "| 18");
    check("mian'dian", "| 18");
    check("jubaoren 指南", "| 5");
    // Traditional characters, in the query.
    check("緬甸", "18");
    check("舉報人", "5 | 4");
    check("反腐敗學術舉措", "11");
    check("緬防腐", "| 18");
    check("國奧道德", "| 19");
    // Names that the text has in another form.
    check("UNODC", "4 7 8 10 11 12 13 2 3 5 6 9 14 17 18 19");
    check("international olympic committee", "19");
}

#[test]
fn what_sounds_alike_comes_before_what_is_loose_and_after_what_stands_there() {
    let texts = ["Mdl is here.", "缅甸林", "Ministry of Defence, mdl.", "medial", "目的论"];
    let index = index_of(&document("zh", "", &texts), &[]);
    assert_eq!(paragraphs(&index, "mdl"), "1 3 | 2 5 4");
    let found = index.find(&Query::parse("mdl"), 9);
    let tiers: Vec<&str> = found.hits.iter().map(|hit| hit.tier.word()).collect();
    assert_eq!(tiers, ["literal", "literal", "pinyin", "pinyin", "loose"]);
    assert_eq!(found.hits[2].marks, vec![0..9; 1]);
    assert_eq!((found.strict, found.sound, found.loose), (2, 2, 1));
    // Where no Han text is, nothing is spelled.
    let index = index_of(&document("en", "", &["Medial, mid."]), &[]);
    assert_eq!(paragraphs(&index, "mdl"), "| 1");
}

#[test]
fn a_text_in_traditional_characters_is_found_by_simplified_ones_and_marked_as_it_stands() {
    let document = document("zh", "", &["緬甸設立防腐單位，保護舉報人。"]);
    let index = index_of(&document, &[]);
    let hit = index.find(&Query::parse("缅甸"), 1).hits.remove(0);
    assert_eq!((hit.tier, hit.best), (Tier::Literal, 0..6));
    assert_eq!(paragraphs(&index, "举报人"), "1");
    assert_eq!(paragraphs(&index, "jubaoren"), "| 1");
}

#[test]
fn every_key_typed_on_the_way_to_a_query_is_safe_and_keeps_the_paragraph() {
    let index = index_of(&reference(), &[]);
    let typed: Vec<char> = "反腐败学术举措".chars().collect();
    for length in 1..=typed.len() {
        let prefix: String = typed.iter().take(length).collect();
        assert!(paragraphs(&index, &prefix).split(' ').any(|n| n == "11"), "{prefix}");
    }
}

#[test]
fn spaces_case_width_and_punctuation_do_not_count() {
    let index = index_of(&reference(), &[]);
    let check = |typed: &str, expected: &str| assert_eq!(paragraphs(&index, typed), expected, "{typed}");
    check("第7/5号", "1 2");
    check("第７／５号", "1 2");
    check("　第 7/5　号 ", "1 2");
    check("\"促进预防腐败措施\"", "1");
    check("<公约>第二章", "3");
    check("20个联邦部委", "18");
    check("1,800", "11");
    check("1，800 多篇", "11");
}

#[test]
fn signs_narrow_a_query() {
    let index = index_of(&reference(), &[]);
    let check = |typed: &str, expected: &str| assert_eq!(paragraphs(&index, typed), expected, "{typed}");
    check("'举报人", "5");
    check("'公实", "");
    check("^秘书处", "2 3 17");
    check("^18", "18");
    check("^1", "1 10 11 12 13 14 15 16 17 18 19");
    check("联合讲习班$", "7");
    check("讲习班 !联合", "5");
    check("议员 !部委", "6 7");
    check("!毒品 !主席", "15 20");
    check("道德 !ioc", "8");
    check("！毒品　！主席", "15 20");
}

#[test]
fn a_speakers_names_lead_to_the_speakers_paragraphs() {
    let index = index_of(&reference(), &[]);
    let check = |typed: &str, expected: &str| assert_eq!(paragraphs(&index, typed), expected, "{typed}");
    check("Myanmar", "18");
    check("ioc", "19");
    check("olympic", "19");
    check("IACA", "20 5");
    check("ioc 操纵", "19");
    check("intacacad", "| 20");
    check("intl anti corr acad", "| 20");
    let found = index.find(&Query::parse("iaca"), 9);
    let hit = &found.hits[0];
    assert_eq!((hit.field, hit.tier), (HitField::Speaker, Tier::Literal));
    assert_eq!(hit.snippet.text, "国际反腐败学院 (IACA) · International Anti-Corruption…");
    assert_eq!(hit.snippet.ranges, vec![9..13; 1]);
    // The name stands in the text too: one hit, and it is the text's.
    let found = index.find(&Query::parse("缅甸"), 9);
    assert_eq!((found.hits.len(), found.strict, found.loose, found.total), (1, 1, 0, 20));
    assert_eq!(found.hits[0].field, HitField::Text);
}

#[test]
fn a_hit_marks_every_occurrence_and_selects_the_best() {
    let document = reference();
    let index = index_of(&document, &[]);
    let first = |typed: &str| {
        let hit = index.find(&Query::parse(typed), 1).hits.remove(0);
        let text = document.paragraph(hit.paragraph.as_ref().unwrap()).unwrap().text().to_owned();
        let marks: Vec<String> =
            hit.marks.iter().map(|mark| text.get(mark.clone()).unwrap().to_owned()).collect();
        (marks.join(" "), text.get(hit.best).unwrap().to_owned())
    };
    let check = |typed: &str, marks: &str, best: &str| {
        assert_eq!(first(typed), (marks.into(), best.into()), "{typed}")
    };
    check("缅甸", "缅甸 缅甸 缅甸 缅甸", "缅甸");
    check("第7/5号", "第 7/5 号", "第 7/5 号");
    check("国奥道德", "国 奥 道德", "国际奥委会内的道德");
    check("缅防腐", "缅 防腐", "缅甸努力加强廉正教育，组织青年廉洁营地，并在 20 个联邦部委设立防腐");
    check("体育 举报", "体育 体育 体育 体育 体育 体育 体育举报 体育", "体育举报");
    check("^18", "", "");
}
