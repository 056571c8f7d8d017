//! The labels of paragraphs: from what the file gives, else from the printed number, its series and what stood before.

use std::collections::HashMap;

use crate::format::findings::Findings;
use crate::format::hidden::code;
use crate::format::table::{Table, TextValue};
use crate::format::typed::meant;
use crate::messages::user_message;
use crate::model::Label;

/// Labels that were given so far.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// On which line each stands.
    lines: HashMap<Label, usize>,
    /// The last numbered paragraph, and how many unnumbered ones came after it, in each series.
    last: HashMap<Option<String>, (Option<Label>, usize)>,
    /// The highest number in each series.
    highest: HashMap<Option<String>, Label>,
}

/// What is printed where other paragraphs have a number, in documents that number only some: a dash or a bullet.
const NO_NUMBER: [&str; 8] = ["-", "–", "—", "―", "•", "·", "*", "–"];

impl Labels {
    /// The label of the next paragraph, and its number as printed; none for an unnumbered one.
    pub(super) fn next(
        &mut self,
        table: &Table<'_>,
        series: Option<&str>,
        findings: &mut Findings<'_>,
    ) -> (Label, Option<String>) {
        let number = number(table, findings);
        let given = findings.text(table, "label");
        let line = findings.line_of(table.at.start);
        let key = series.map(str::to_owned);
        let label = match (&given, &number) {
            (Some(given), _) => self.given(given, findings),
            (None, Some(number)) => self.numbered(number, series, findings),
            (None, None) => {
                let (last, count) = self.last.entry(key.clone()).or_default();
                *count += 1;
                let zero = || series.map_or_else(|| Label::new("0"), |series| Label::in_series(series, "0"));
                let label = last.clone().unwrap_or_else(zero).after(*count);
                self.not_yet(label)
            }
        };
        if number.is_some() {
            self.last.insert(key, (Some(label.clone()), 0));
        }
        self.lines.entry(label.clone()).or_insert(line);
        (label, number.map(|number| number.value))
    }

    /// The unit below which a paragraph stands, of which it is no part.
    pub(super) fn parent(&self, table: &Table<'_>, findings: &mut Findings<'_>) -> Option<Label> {
        let text = findings.text(table, "parent")?;
        let label = Label::new(&text.value);
        if !self.lines.contains_key(&label) {
            let what = user_message("format-unknown-parent").with("label", &label);
            findings.error(text.at, what, meant(label.as_str(), self.lines.keys().map(Label::as_str)));
            return None;
        }
        Some(label)
    }

    fn given(&self, text: &TextValue, findings: &mut Findings<'_>) -> Label {
        let label = Label::new(&text.value);
        if let Some(first) = self.lines.get(&label) {
            let what = user_message("format-label-twice").with("label", &label).with("line", first);
            findings.error(text.at.clone(), what, user_message("format-label-twice-hint"));
        }
        label
    }

    fn numbered(&mut self, number: &TextValue, series: Option<&str>, findings: &mut Findings<'_>) -> Label {
        let plain = Label::new(&number.value);
        let label = series.map_or_else(|| plain.clone(), |series| Label::in_series(series, plain.as_str()));
        if let Some(first) = self.lines.get(&label) {
            let own = self.not_yet(label.clone());
            let what = user_message("format-number-twice").with("number", &label).with("line", first);
            let hint = user_message("format-number-twice-hint").with("label", &own);
            findings.warn(number.at.clone(), what, hint);
            return own;
        }
        let counts = plain.as_str().starts_with(|c: char| c.is_ascii_digit());
        if counts {
            let highest = self.highest.entry(series.map(str::to_owned)).or_insert_with(|| plain.clone());
            if plain < *highest {
                let what = user_message("format-number-order").with("number", &number.value);
                let hint = user_message("format-number-order-hint");
                findings.warn(number.at.clone(), what.with("before", &*highest), hint);
            } else {
                *highest = plain;
            }
        }
        label
    }

    /// The label, or that of its next repetition that nothing has.
    fn not_yet(&self, label: Label) -> Label {
        if !self.lines.contains_key(&label) {
            return label;
        }
        let next = (2..).map(|nth| label.repeated(nth)).find(|label| !self.lines.contains_key(label));
        next.unwrap_or(label)
    }
}

/// The number as printed. A dash, or nothing, is none.
fn number(table: &Table<'_>, findings: &mut Findings<'_>) -> Option<TextValue> {
    let mut text = findings.any_text(table, "number")?;
    text.value = text.value.trim().to_owned();
    let label = Label::new(&text.value);
    if label.as_str().is_empty() {
        let what = user_message("format-empty-text").with("key", "number");
        findings.warn(text.at, what, user_message("format-empty-number-hint"));
        return None;
    }
    if NO_NUMBER.contains(&label.as_str()) {
        return None;
    }
    if let Some(bare) = label.as_str().strip_suffix(['.', '。']) {
        let what = user_message("format-number-stop").with("number", &text.value);
        findings.error(text.at.clone(), what, user_message("format-number-stop-hint").with("number", bare));
    }
    let shows = |c: &char| !Label::new(&c.to_string()).as_str().is_empty() || c.is_whitespace();
    if let Some(c) = text.value.chars().find(|c| !shows(c)) {
        let what = user_message("format-number-hidden").with("number", &label).with("code", code(c));
        findings.warn(text.at.clone(), what, user_message("format-number-hidden-hint"));
        text.value.retain(|c| shows(&c));
    }
    Some(text)
}
