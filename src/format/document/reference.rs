//! The document format as tables of keys: what each may hold, an example, and the sentence that says what it is. The
//! readers take from here which keys there are; the README, the manual page and new document files are made of it. Reads
//! nothing itself.

use crate::messages::{UserMessage, user_message};
use crate::model::{
    Basis, EmphasisStyle, Procedure, Recommendation, SpeakerContext, SpeakerKind, SpeakerRole, StatePosition,
};

/// What the value of a key may be.
#[derive(Debug, Clone, Copy)]
pub enum KeyValue {
    /// A text.
    Text,
    /// A text, or several as a list.
    Texts,
    /// One of these words.
    Words(fn() -> Vec<&'static str>),
    /// The version of the format.
    Version,
    /// How deep something stands, from 1 to 9.
    Level,
    /// A whole number from 0.
    Count,
    /// `true` or `false`.
    Flag,
    /// A list of rows, each a list of texts.
    Rows,
    /// A list of texts, or of tables in braces with these keys.
    Names(&'static DocumentTable),
    /// A list of tables in braces with these keys.
    Items(&'static DocumentTable),
    /// A table of its own.
    Table,
    /// A list of tables, each of its own.
    Tables,
}

impl KeyValue {
    /// What it may be, in words that stand by themselves.
    #[must_use]
    pub fn allowed(self) -> UserMessage {
        let key = |key: &DocumentKey| match key.value {
            Self::Words(words) => user_message("bracketed").with("words", key.name).list("inside", words()),
            _ => user_message("document-a-key").with("key", key.name),
        };
        let braces = |id, table: &DocumentTable| user_message(id).list("keys", table.keys.iter().map(key));
        match self {
            Self::Text => user_message("document-a-text"),
            Self::Texts => user_message("document-a-text-or-texts"),
            Self::Words(words) => user_message("document-a-word").list("words", words()),
            Self::Version => user_message("document-a-version"),
            Self::Level => user_message("document-a-level"),
            Self::Count => user_message("document-a-count"),
            Self::Flag => user_message("document-a-flag"),
            Self::Rows => user_message("document-a-rows"),
            Self::Names(table) => braces("document-a-names", table),
            Self::Items(table) => braces("document-a-items", table),
            Self::Table => user_message("document-a-table"),
            Self::Tables => user_message("document-a-tables"),
        }
    }
}

/// A key of a table.
#[derive(Debug, Clone, Copy)]
pub struct DocumentKey {
    /// As the file has it.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it may hold.
    pub value: KeyValue,
    /// A value, as the file writes it; empty for what is a table of its own.
    pub example: &'static str,
    /// The id of the sentence that says what it is.
    pub about: &'static str,
}

const fn key(name: &'static str, value: KeyValue, example: &'static str, about: &'static str) -> DocumentKey {
    DocumentKey { name, required: false, value, example, about }
}

impl DocumentKey {
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }
}

/// A table of the file.
#[derive(Debug, Clone, Copy)]
pub struct DocumentTable {
    /// How the file writes it, in each place where it may stand; none for the file itself.
    pub headers: &'static [&'static str],
    /// The id of the sentence that says what it is.
    pub about: &'static str,
    /// Its keys, in the order in which they are written.
    pub keys: &'static [DocumentKey],
}

impl DocumentTable {
    /// The names of its keys.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.keys.iter().map(|key| key.name)
    }
}

/// Every table of a document file that stands on lines of its own, in the order in which they are written.
pub const DOCUMENT_TABLES: [&DocumentTable; 8] =
    [&FILE, &MASTHEAD, &SECTION, &SPEAKER, &PARAGRAPH, &SUBPARAGRAPH, &FOOTNOTE, &RECOMMENDATION];

pub(super) static FILE: DocumentTable = DocumentTable {
    headers: &[],
    about: "document-file",
    keys: &[
        key("format", KeyValue::Version, "1", "document-file-format").required(),
        key("masthead", KeyValue::Table, "", "document-masthead").required(),
        key("section", KeyValue::Tables, "", "document-section"),
        key("speaker", KeyValue::Tables, "", "document-speaker"),
        key("paragraph", KeyValue::Tables, "", "document-paragraph").required(),
        key("recommendation", KeyValue::Tables, "", "document-recommendation"),
    ],
};

pub(super) static MASTHEAD: DocumentTable = DocumentTable {
    headers: &["[masthead]"],
    about: "document-masthead",
    keys: &[
        key("symbol", KeyValue::Texts, r#""A/80/L.1""#, "document-masthead-symbol"),
        key("id", KeyValue::Text, r#""letter-of-the-chair""#, "document-masthead-id"),
        key("organ", KeyValue::Text, r#""General Assembly""#, "document-masthead-organ"),
        key("body", KeyValue::Text, r#""Third Committee""#, "document-masthead-body"),
        key("session", KeyValue::Text, r#""Eightieth session""#, "document-masthead-session"),
        key("dates", KeyValue::Text, r#""New York, 3–7 November 2025""#, "document-masthead-dates"),
        key("place", KeyValue::Text, r#""New York""#, "document-masthead-place"),
        key("agenda_item", KeyValue::Text, r#""Agenda item 71 (b)""#, "document-masthead-agenda"),
        key("distribution", KeyValue::Text, r#""Limited""#, "document-masthead-distribution"),
        key("date", KeyValue::Text, r#""7 November 2025""#, "document-masthead-date"),
        key("language", KeyValue::Text, r#""en""#, "document-masthead-language").required(),
        key("original_language", KeyValue::Texts, r#"["en", "fr"]"#, "document-masthead-original"),
        key("job_number", KeyValue::Text, r#""25-00001""#, "document-masthead-job"),
        key("barcode", KeyValue::Text, r#""*2500001*""#, "document-masthead-barcode"),
        key("title", KeyValue::Text, r#""Draft report""#, "document-masthead-title"),
        key("kind", KeyValue::Text, r#""draft report""#, "document-masthead-kind"),
        key(
            "procedure",
            KeyValue::Words(|| Procedure::ALL.map(Procedure::word).to_vec()),
            r#""report""#,
            "document-masthead-procedure",
        ),
        key("rapporteur", KeyValue::Text, r#""Ms. A. Example (Fiji)""#, "document-masthead-rapporteur"),
        key("part", KeyValue::Text, r#""Addendum""#, "document-masthead-part"),
        key("unofficial", KeyValue::Text, r#""Working translation.""#, "document-masthead-unofficial"),
        key("footnote", KeyValue::Tables, "", "document-footnote"),
    ],
};

pub(super) static SECTION: DocumentTable = DocumentTable {
    headers: &["[[section]]"],
    about: "document-section",
    keys: &[
        key("id", KeyValue::Text, r#""ii-a""#, "document-section-id").required(),
        key("number", KeyValue::Text, r#""A.""#, "document-section-number"),
        key("title", KeyValue::Text, r#""Introduction""#, "document-section-title").required(),
        key("level", KeyValue::Level, "1", "document-section-level").required(),
        key("series", KeyValue::Text, r#""annex I""#, "document-section-series"),
        key("footnote", KeyValue::Tables, "", "document-footnote"),
    ],
};

pub(super) static SPEAKER: DocumentTable = DocumentTable {
    headers: &["[[speaker]]"],
    about: "document-speaker",
    keys: &[
        key("id", KeyValue::Text, r#""ioc""#, "document-speaker-id").required(),
        key("name", KeyValue::Text, r#""Comité international olympique""#, "document-speaker-name")
            .required(),
        key("english", KeyValue::Text, r#""International Olympic Committee""#, "document-speaker-english"),
        key("acronym", KeyValue::Text, r#""IOC""#, "document-speaker-acronym"),
        key(
            "role",
            KeyValue::Words(|| SpeakerRole::ALL.map(SpeakerRole::word).to_vec()),
            r#""speaker""#,
            "document-speaker-role",
        )
        .required(),
        key(
            "kind",
            KeyValue::Words(|| SpeakerKind::ALL.map(SpeakerKind::word).to_vec()),
            r#""organization""#,
            "document-speaker-kind",
        )
        .required(),
        key("panelist", KeyValue::Flag, "false", "document-speaker-panelist"),
        key(
            "context",
            KeyValue::Words(|| SpeakerContext::ALL.map(SpeakerContext::word).to_vec()),
            r#""panel""#,
            "document-speaker-context",
        ),
    ],
};

pub(super) static PARAGRAPH: DocumentTable = DocumentTable {
    headers: &["[[paragraph]]"],
    about: "document-paragraph",
    keys: &[
        key("number", KeyValue::Text, r#""12 bis""#, "document-paragraph-number"),
        key("label", KeyValue::Text, r#""12 (2nd)""#, "document-paragraph-label"),
        key("series", KeyValue::Text, r#""decision 80/1""#, "document-paragraph-series"),
        key("parent", KeyValue::Text, r#""12""#, "document-paragraph-parent"),
        key("section", KeyValue::Text, r#""ii-a""#, "document-paragraph-section"),
        key("speakers", KeyValue::Names(&ATTRIBUTION), r#"["ioc"]"#, "document-paragraph-speakers"),
        key(
            "recommendation",
            KeyValue::Words(|| Recommendation::ALL.map(Recommendation::word).to_vec()),
            r#""makes""#,
            "document-paragraph-recommendation",
        ),
        key("text", KeyValue::Text, r#""The Committee decided:""#, "document-paragraph-text"),
        key("image", KeyValue::Text, r#""Figure 1. Number of States""#, "document-paragraph-image"),
        key("caption", KeyValue::Text, r#""Table 1. Number of States""#, "document-paragraph-caption"),
        key("header_rows", KeyValue::Count, "1", "document-paragraph-header-rows"),
        key("rows", KeyValue::Rows, r#"[["State", "2025"], ["Fiji", "3"]]"#, "document-paragraph-rows"),
        key(
            "emphasis",
            KeyValue::Items(&EMPHASIS),
            r#"[{ style = "bold", start = 0, end = 3 }]"#,
            "document-paragraph-emphasis",
        ),
        key("footnote", KeyValue::Tables, "", "document-footnote"),
        key("subparagraph", KeyValue::Tables, "", "document-subparagraph"),
    ],
};

pub(super) static SUBPARAGRAPH: DocumentTable = DocumentTable {
    headers: &["[[paragraph.subparagraph]]"],
    about: "document-subparagraph",
    keys: &[
        key("label", KeyValue::Text, r#""(a)""#, "document-subparagraph-label"),
        key("level", KeyValue::Level, "1", "document-subparagraph-level"),
        key("text", KeyValue::Text, r#""To meet again;""#, "document-subparagraph-text").required(),
        key(
            "emphasis",
            KeyValue::Items(&EMPHASIS),
            r#"[{ style = "italic", start = 0, end = 7 }]"#,
            "document-paragraph-emphasis",
        ),
        key("footnote", KeyValue::Tables, "", "document-footnote"),
    ],
};

pub(super) static FOOTNOTE: DocumentTable = DocumentTable {
    headers: &[
        "[[masthead.footnote]]",
        "[[section.footnote]]",
        "[[paragraph.footnote]]",
        "[[paragraph.subparagraph.footnote]]",
    ],
    about: "document-footnote",
    keys: &[
        key("mark", KeyValue::Text, r#""1""#, "document-footnote-mark").required(),
        key("text", KeyValue::Text, r#""See A/80/1.""#, "document-footnote-text").required(),
        key("at", KeyValue::Count, "0", "document-footnote-at"),
        key("in_text", KeyValue::Flag, "false", "document-footnote-in-text"),
    ],
};

pub(super) static RECOMMENDATION: DocumentTable = DocumentTable {
    headers: &["[[recommendation]]"],
    about: "document-recommendation",
    keys: &[
        key("label", KeyValue::Text, r#""12 (a)""#, "document-recommendation-label").required(),
        key("from", KeyValue::Texts, r#"["Fiji", "Kenya"]"#, "document-recommendation-from"),
        key("to", KeyValue::Texts, r#""States parties""#, "document-recommendation-to"),
        key("verb", KeyValue::Text, r#""encourages""#, "document-recommendation-verb"),
        key("theme", KeyValue::Text, r#""asset recovery""#, "document-recommendation-theme"),
        key(
            "position",
            KeyValue::Words(|| StatePosition::ALL.map(StatePosition::word).to_vec()),
            r#""supported""#,
            "document-recommendation-position",
        ),
        key("source", KeyValue::Text, r#""A/HRC/60/1/Add.1""#, "document-recommendation-source"),
    ],
};

/// An entry of `emphasis`.
pub(super) static EMPHASIS: DocumentTable = DocumentTable {
    headers: &["emphasis = [{ … }]"],
    about: "document-paragraph-emphasis",
    keys: &[
        key(
            "style",
            KeyValue::Words(|| EmphasisStyle::ALL.map(EmphasisStyle::word).to_vec()),
            r#""bold""#,
            "document-emphasis-style",
        )
        .required(),
        key("start", KeyValue::Count, "0", "document-emphasis-start").required(),
        key("end", KeyValue::Count, "3", "document-emphasis-end").required(),
    ],
};

/// An entry of `speakers` that says more than who it is.
pub(super) static ATTRIBUTION: DocumentTable = DocumentTable {
    headers: &["speakers = [{ … }]"],
    about: "document-paragraph-speakers",
    keys: &[
        key("id", KeyValue::Text, r#""ioc""#, "document-attribution-id").required(),
        key(
            "basis",
            KeyValue::Words(|| Basis::ALL.map(Basis::word).to_vec()),
            r#""named""#,
            "document-attribution-basis",
        ),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::table::asked;
    use crate::format::{inspect_document, read_document};
    use crate::messages::Messages;

    /// Below which header as files write it the keys of a table stand, and how the readers name the place.
    fn places() -> Vec<(&'static DocumentTable, &'static str, String)> {
        let braces = [(&EMPHASIS, "emphasis"), (&ATTRIBUTION, "speakers")];
        let braces = braces.map(|(table, header)| (table, header, header.to_owned()));
        let lines = DOCUMENT_TABLES.into_iter().flat_map(|table| {
            let root = table.headers.is_empty().then_some("");
            root.into_iter().chain(table.headers.iter().copied()).map(move |header| {
                // A table within a table within a table is named by the last two.
                (table, header, header.replace("[[paragraph.subparagraph.", "[[subparagraph."))
            })
        });
        lines.chain(braces).collect()
    }

    /// A document in which one table has these keys, and everything else stands as it should.
    fn with(header: &str, keys: &str) -> String {
        let or = |own: &str, usual: &str| {
            format!(
                "{own}\n{}\n",
                if own == header || own.is_empty() && header.is_empty() { keys } else { usual }
            )
        };
        let in_braces = keys.trim().replace('\n', ", ");
        let entry = |name: &str| {
            if header == name { format!("{name} = [{{ {in_braces} }}]\n") } else { String::new() }
        };
        let marked = "mark = \"1\"\ntext = \"a\"\n";
        let footnote = |own: &str| if header == own { or(own, marked) } else { String::new() };
        let below = "[[paragraph.subparagraph";
        let sub = if header.starts_with(below) {
            or("[[paragraph.subparagraph]]", "text = \"b\"")
        } else {
            String::new()
        };
        let usual = format!("{}{}number = \"13\"\ntext = \"Words.\"", entry("emphasis"), entry("speakers"));
        [
            or("", "format = 1"),
            or("[masthead]", "symbol = \"A/1\"\nlanguage = \"en\""),
            footnote("[[masthead.footnote]]"),
            or("[[section]]", "id = \"ii-a\"\ntitle = \"A\"\nlevel = 1"),
            footnote("[[section.footnote]]"),
            or("[[speaker]]", "id = \"ioc\"\nname = \"A\"\nrole = \"chair\"\nkind = \"person\""),
            "[[paragraph]]\nnumber = \"12\"\ntext = \"It:\"\n".to_owned(),
            "[[paragraph.subparagraph]]\nlabel = \"(a)\"\ntext = \"b\"\n".to_owned(),
            or("[[paragraph]]", &usual),
            footnote("[[paragraph.footnote]]"),
            sub,
            footnote("[[paragraph.subparagraph.footnote]]"),
            or("[[recommendation]]", "label = \"12 (a)\""),
        ]
        .concat()
    }

    /// Lines of the keys that fit, with their examples.
    fn lines(table: &DocumentTable, fits: impl Fn(&DocumentKey) -> bool) -> String {
        let keys = table.keys.iter().filter(|key| !key.example.is_empty() && fits(key));
        keys.map(|key| format!("{} = {}\n", key.name, key.example)).collect()
    }

    /// The key that must stand beside one: a paragraph has words, or cells, or a picture; a document has one name.
    fn needed(header: &str, key: &str) -> &'static [&'static str] {
        match (header, key) {
            ("[masthead]", "id") | ("[[paragraph]]", "text" | "image" | "rows") => &[],
            ("[masthead]", _) => &["symbol"],
            ("[[paragraph]]", "caption" | "header_rows") => &["rows"],
            ("[[paragraph]]", _) => &["text"],
            _ => &[],
        }
    }

    #[test]
    fn every_key_takes_its_example_and_a_key_that_is_required_is_missed() {
        for (table, header, _) in places() {
            for key in table.keys.iter().filter(|key| !key.example.is_empty()) {
                let needs = needed(header, key.name);
                let own = lines(table, |other| {
                    other.required || other.name == key.name || needs.contains(&other.name)
                });
                let source = with(header, &own);
                let problems = inspect_document(&source).problems;
                assert!(problems.is_empty(), "{header} {}: {problems:?}\n{source}", key.name);
                let without = lines(table, |other| {
                    other.name != key.name && (other.required || needs.contains(&other.name))
                });
                let read = read_document(&with(header, &without));
                if key.required {
                    assert!(read.is_err(), "{header} can do without {}", key.name);
                } else if !needs.is_empty() || !matches!(key.name, "id" | "text" | "image" | "rows") {
                    assert!(read.is_ok(), "{header} needs {}: {read:?}", key.name);
                }
            }
        }
    }

    #[test]
    fn every_key_is_read_and_every_key_that_is_read_is_here() {
        let known = |asked: &str, key: &str| {
            places().iter().any(|(table, _, named)| named == asked && table.names().any(|name| name == key))
        };
        asked::taken();
        for (table, header, _) in places() {
            // The tables of the file are there in each document.
            for key in table.keys.iter().filter(|key| !header.is_empty() || !key.example.is_empty()) {
                // No value of the format is a date.
                let needs = needed(header, key.name);
                let beside = |other: &DocumentKey| other.required || needs.contains(&other.name);
                let others = lines(table, |other| beside(other) && other.name != key.name);
                let source = with(header, &format!("{others}{} = 2020-01-01", key.name));
                let problems = inspect_document(&source).problems;
                let line = source.lines().position(|line| line.contains("2020-01-01")).unwrap() + 1;
                let told: Vec<&str> = problems
                    .iter()
                    .filter(|problem| problem.line == line)
                    .map(|problem| problem.said.id)
                    .collect();
                assert!(!told.is_empty(), "{header}: {} is not read", key.name);
                assert!(
                    !told.iter().any(|id| id.starts_with("format-unknown-")),
                    "{header} {}: {told:?}",
                    key.name
                );
            }
        }
        let asked = asked::taken();
        assert!(asked.len() > 70, "{asked:?}");
        for (header, key) in asked {
            assert!(known(&header, &key), "{header} reads “{key}”, which the reference does not have");
        }
    }

    #[test]
    fn every_table_and_key_is_told_in_every_language() {
        for language in ["en", "zh"] {
            let messages = Messages::of(language).unwrap();
            for (table, _, _) in places() {
                assert!(messages.word(table.about).is_some(), "{}", table.about);
                for key in table.keys {
                    assert!(messages.word(key.about).is_some(), "{}", key.about);
                    assert!(!messages.say(&key.value.allowed()).contains('{'), "{}", key.name);
                }
            }
        }
    }
}
