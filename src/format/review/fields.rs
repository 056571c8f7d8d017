//! Single values of a review file, read with their place. Each getter notes what is wrong and goes on, so that
//! one reading finds every problem.

use toml_edit::{Item, TableLike};

use crate::messages::{Said, said};
use crate::model::{Anchor, AnchorState, Field, Moment, Need, Shape, Value};

use super::problem::{ProblemKind, Problems};

/// The problems found so far.
pub(super) struct Reader<'a> {
    pub problems: Problems<'a>,
}

/// A table and where it begins, for problems about what it does not have.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub table: &'a dyn TableLike,
    pub byte: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn problem(&mut self, byte: usize, said: Said) {
        self.problems.push(ProblemKind::Broken, byte, said);
    }

    /// Something that stands twice: the file can be read all the same.
    pub(super) fn twice(&mut self, byte: usize, said: Said) {
        self.problems.push(ProblemKind::TwoSides, byte, said);
    }

    fn wrong_type(&mut self, at: At<'_>, item: &Item, field: &str, expected: &'static str) {
        let expected = match expected {
            "text" => said("review-a-text"),
            "number" => said("review-a-number"),
            "truth" => said("review-a-truth"),
            "moment" => said("review-a-moment"),
            "texts" => said("review-a-list-of-texts"),
            _ => said("review-a-table"),
        };
        let byte = item.span().map_or(at.byte, |span| span.start);
        self.problem(byte, said("review-field-type").with("field", field).and("expected", expected));
    }

    fn missing(&mut self, at: At<'_>, field: &str) {
        self.problem(at.byte, said("review-field-missing").with("field", field));
    }

    /// Text, if the field is there.
    pub(super) fn text(&mut self, at: At<'a>, field: &str) -> Option<&'a str> {
        let item = at.table.get(field)?;
        if item.as_str().is_none() {
            self.wrong_type(at, item, field, "text");
        }
        item.as_str()
    }

    /// Text that must be there and must not be empty.
    pub(super) fn needed(&mut self, at: At<'a>, field: &str) -> Option<&'a str> {
        if at.table.get(field).is_none() {
            self.missing(at, field);
        }
        let text = self.text(at, field)?;
        if text.trim().is_empty() {
            let byte = self.byte_of(at, field);
            self.problem(byte, said("review-field-empty").with("field", field));
            return None;
        }
        Some(text)
    }

    /// Text that must be there, though it may be empty.
    pub(super) fn present(&mut self, at: At<'a>, field: &str) -> Option<&'a str> {
        if at.table.get(field).is_none() {
            self.missing(at, field);
        }
        self.text(at, field)
    }

    /// A paragraph's number. Whoever edits by hand may write `18` without quotes.
    pub(super) fn number_as_text(&mut self, at: At<'a>, field: &str) -> Option<String> {
        if let Some(number) = at.table.get(field).and_then(Item::as_integer) {
            return Some(number.to_string());
        }
        self.needed(at, field).map(str::to_owned)
    }

    /// A whole number from 0, if the field is there.
    pub(super) fn count(&mut self, at: At<'a>, field: &str) -> Option<u64> {
        let item = at.table.get(field)?;
        let count = item.as_integer().and_then(|number| u64::try_from(number).ok());
        if count.is_none() {
            self.wrong_type(at, item, field, "number");
        }
        count
    }

    /// A whole number from 0 that must be there.
    pub(super) fn needed_count(&mut self, at: At<'a>, field: &str) -> Option<usize> {
        if at.table.get(field).is_none() {
            self.missing(at, field);
        }
        self.count(at, field).and_then(|count| usize::try_from(count).ok())
    }

    /// `true` or `false`, if the field is there.
    pub(super) fn truth(&mut self, at: At<'a>, field: &str) -> Option<bool> {
        let item = at.table.get(field)?;
        if item.as_bool().is_none() {
            self.wrong_type(at, item, field, "truth");
        }
        item.as_bool()
    }

    /// A point in time with its offset, if the field is there.
    pub(super) fn moment(&mut self, at: At<'a>, field: &str) -> Option<Moment> {
        let item = at.table.get(field)?;
        let moment = item.as_datetime().filter(|time| time.offset.is_some());
        let moment = moment.and_then(|time| time.to_string().parse().ok());
        if moment.is_none() {
            self.wrong_type(at, item, field, "moment");
        }
        moment
    }

    /// A list of texts, if the field is there.
    pub(super) fn texts(&mut self, at: At<'a>, field: &str) -> Vec<&'a str> {
        let Some(item) = at.table.get(field) else { return Vec::new() };
        let texts: Option<Vec<&str>> =
            item.as_array().and_then(|array| array.iter().map(toml_edit::Value::as_str).collect());
        texts.unwrap_or_else(|| {
            self.wrong_type(at, item, field, "texts");
            Vec::new()
        })
    }

    /// A table inside the table, if it is there.
    pub(super) fn table(&mut self, at: At<'a>, field: &str) -> Option<At<'a>> {
        let item = at.table.get(field)?;
        let Some(table) = item.as_table_like() else {
            self.wrong_type(at, item, field, "table");
            return None;
        };
        Some(At { table, byte: item.span().map_or(at.byte, |span| span.start) })
    }

    /// One of these words, if the field is there.
    fn word(&mut self, at: At<'a>, field: &str, allowed: &[&str]) -> Option<&'a str> {
        let word = self.text(at, field)?;
        if allowed.contains(&word) {
            return Some(word);
        }
        let byte = self.byte_of(at, field);
        let said = said("review-word-unknown").with("field", field).with("word", word);
        self.problem(byte, said.list("allowed", allowed.iter().copied()));
        None
    }

    /// The value of a record's field; none if it is missing, which is told where it may not be, or wrong, which is told.
    pub(super) fn value(&mut self, at: At<'a>, field: &Field) -> Option<Value> {
        if at.table.get(field.name).is_none() {
            if matches!(field.need, Need::Filled | Need::Present) {
                self.missing(at, field.name);
            }
            return None;
        }
        self.shaped(at, field.name, field.shape, field.need == Need::Filled)
    }

    /// A value of that shape, which is there.
    pub(super) fn shaped(&mut self, at: At<'a>, name: &str, shape: Shape, filled: bool) -> Option<Value> {
        match shape {
            Shape::Text | Shape::Line if filled => {
                self.needed(at, name).map(|text| Value::Text(text.to_owned()))
            }
            Shape::Text | Shape::Line => self.text(at, name).map(|text| Value::Text(text.to_owned())),
            Shape::Label => self.number_as_text(at, name).map(Value::Text),
            Shape::Choice(words) => self.word(at, name, words).map(|word| Value::Text(word.to_owned())),
            Shape::Truth => self.truth(at, name).map(Value::Truth),
            Shape::Count => self.count(at, name).map(Value::Count),
            Shape::Moment => self.moment(at, name).map(Value::Moment),
            Shape::Texts => Some(Value::Texts(self.texts(at, name).into_iter().map(str::to_owned).collect())),
            Shape::Anchor => {
                let at = self.table(at, name)?;
                self.anchor(at).map(|anchor| Value::Anchor(Box::new(anchor)))
            }
        }
    }

    fn anchor(&mut self, at: At<'a>) -> Option<Anchor> {
        let language = self.needed(at, "language");
        let exact = self.present(at, "exact");
        let prefix = self.text(at, "prefix").unwrap_or_default();
        let suffix = self.text(at, "suffix").unwrap_or_default();
        let (start, end) = (self.needed_count(at, "start"), self.needed_count(at, "end"));
        let paragraph_hash = self.text(at, "paragraph_hash").unwrap_or_default();
        let state = self.word(at, "state", &AnchorState::ALL.map(AnchorState::word));
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            let byte = self.byte_of(at, "end");
            self.problem(byte, said("review-anchor-backwards"));
        }
        Some(Anchor {
            language: language?.to_owned(),
            exact: exact?.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            start: start?,
            end: end?,
            paragraph_hash: paragraph_hash.to_owned(),
            state: state.and_then(AnchorState::from_word).unwrap_or_default(),
        })
    }

    /// Where a field's value begins; where its table begins, if it is not there.
    pub(super) fn byte_of(&self, at: At<'_>, field: &str) -> usize {
        at.table.get(field).and_then(Item::span).map_or(at.byte, |span| span.start)
    }
}
