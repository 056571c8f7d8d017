//! The lines of the About page and of help. `update` must know how many there are to scroll them, and `view` draws
//! them: so they are made here, once for both.

use super::{Mode, OpenDocument, Shell};
use crate::keymap::{Action, GROUPS, Group, KeyRow, Scope};
use crate::layout::footnote_mark;
use crate::messages::{UserMessage, user_message};
use crate::text;

/// What a line of a page looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageStyle {
    /// Running text, and keys with what they do.
    Plain,
    /// A title, or what stands out.
    Strong,
    /// Something that is wrong, in the color of trouble.
    Trouble,
}

/// A line of a page: a label, and words beside it. Safe to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLine {
    /// On the left; empty where the words go on.
    pub label: String,
    /// On the right; empty for a title.
    pub words: String,
    /// How both are drawn.
    pub look: PageStyle,
}

/// The six keys to know first.
const FIRST_KEYS: [(&[Action], &str); 6] = [
    (&[Action::Down, Action::Up], "about-key-move"),
    (&[Action::Annotate], "about-key-annotate"),
    (&[Action::StatusMenu], "about-key-status"),
    (&[Action::Search], "about-key-search"),
    (&[Action::Enter], "about-key-enter"),
    (&[Action::Help], "about-key-help"),
];

impl OpenDocument {
    /// What the document is, where notes are kept, the six keys to know; and the columns of the labels.
    #[must_use]
    pub fn about_lines(&self, shell: &Shell) -> (Vec<PageLine>, usize) {
        let document = &*self.document;
        let width = usize::from(shell.areas(Some(&self.view)).reader.width);
        let say = |said: &UserMessage| shell.messages.say(said);
        let masthead = &document.masthead;
        let title = match masthead.part.as_deref() {
            Some(part) => shell.messages.bracketed(&masthead.title, part),
            None => masthead.title.clone(),
        };
        let when = [masthead.dates.as_deref(), masthead.place.as_deref()];
        let when: Vec<&str> = when.into_iter().flatten().collect();
        let when = shell.messages.listed(when);
        let fields: [(&'static str, Option<&str>); 9] = [
            ("about-symbol", Some(masthead.symbol.0.as_str())),
            ("about-document", Some(&title)),
            ("about-organ", masthead.organ.as_deref()),
            ("about-body", masthead.body.as_deref()),
            ("about-session", masthead.session.as_deref()),
            ("about-meeting", Some(when.as_str()).filter(|when| !when.is_empty())),
            ("about-date", masthead.date.as_deref()),
            ("about-distribution", masthead.distribution.as_deref()),
            ("about-job", masthead.job_number.as_deref()),
        ];
        let mut rows: Vec<(String, String, PageStyle)> = Vec::new();
        if let Some(open) = self.deciding_said() {
            rows.push((say(&user_message("about-decide")), say(&open), PageStyle::Trouble));
        }
        for (actions, id) in FIRST_KEYS {
            let keys = actions.iter().map(|action| shell.keys.key_of(Scope::Reader, *action));
            let keys = keys.collect::<Vec<_>>().join(" ");
            rows.push((keys, shell.messages.word(id).unwrap_or_default(), PageStyle::Plain));
        }
        rows.push((String::new(), String::new(), PageStyle::Plain));
        rows.push((say(&user_message("about-reviewer")), shell.reviewer.clone(), PageStyle::Plain));
        rows.push((say(&user_message("about-kept")), self.kept_in.clone(), PageStyle::Plain));
        if let Some(why) = &self.read_only {
            rows.push((say(&user_message("about-read-only")), say(why), PageStyle::Trouble));
        }
        if let Some(why) = &self.stale {
            let stale = user_message("text-stale").and("why", why.clone());
            rows.push((say(&user_message("about-text")), say(&stale), PageStyle::Trouble));
        }
        rows.push((String::new(), String::new(), PageStyle::Plain));
        for (id, value) in fields {
            if let Some(value) = value {
                rows.push((shell.messages.word(id).unwrap_or_default(), value.to_owned(), PageStyle::Plain));
            }
        }
        let languages = match &masthead.original_languages[..] {
            originals if originals.iter().any(|original| *original != masthead.language) => {
                let names = originals.iter().map(|original| shell.language_name(original));
                user_message("about-translated")
                    .with("language", shell.language_name(&masthead.language))
                    .list("original", names)
            }
            _ => user_message("about-original").with("language", shell.language_name(&masthead.language)),
        };
        rows.push((say(&user_message("about-language")), say(&languages), PageStyle::Plain));
        if let Some(unofficial) = &masthead.unofficial {
            rows.push((say(&user_message("about-unofficial")), unofficial.clone(), PageStyle::Strong));
        }
        for footnote in &masthead.footnotes {
            rows.push((footnote_mark(&footnote.mark), footnote.text.clone(), PageStyle::Plain));
        }
        let labels = rows.iter().map(|(label, ..)| text::width(label, shell.ambiguous)).max().unwrap_or(0);
        let margin = (labels + 2).min(width / 2);
        let columns = width.saturating_sub(margin).max(2);
        let mut lines = Vec::new();
        for (label, value, role) in rows {
            let shown = text::shown_line(&value);
            let mut label = label;
            for row in text::lay_out_heading(shown.as_str(), columns, shell.ambiguous) {
                let words = shown.as_str().get(row.range).unwrap_or_default().to_owned();
                lines.push(PageLine { label: std::mem::take(&mut label), words, look: role });
            }
        }
        (lines, margin)
    }
}

impl Shell {
    /// The key table in words.
    #[must_use]
    pub fn help_lines(&self) -> Vec<PageLine> {
        let width = self.size.width;
        let margin = self.help_margin();
        let columns = usize::from(width.saturating_sub(margin + 2).max(2));
        let line = |label, words, look| PageLine { label, words, look };
        let wanted =
            if let Mode::Help(help) = &self.mode { help.wanted.trim().to_lowercase() } else { String::new() };
        let mut lines: Vec<PageLine> = Vec::new();
        for (group, id) in GROUPS {
            let in_group = self.keys.rows().iter().filter(|row| row.binding.group == group);
            let rows: Vec<&KeyRow> = in_group.filter(|row| self.has_to_do_with(row, &wanted)).collect();
            if rows.is_empty() {
                continue;
            }
            let mut place = None;
            if !lines.is_empty() {
                lines.push(line(String::new(), String::new(), PageStyle::Plain));
            }
            lines.push(line(self.messages.word(id).unwrap_or_default(), String::new(), PageStyle::Strong));
            for row in rows {
                // Keys of lists, questions and fields: where each of them holds.
                if group == Group::Choosing && place != Some(row.scope) {
                    place = Some(row.scope);
                    if let Some(title) = self.help_title(row.scope) {
                        lines.push(line(title, String::new(), PageStyle::Strong));
                    }
                }
                let keys = self.keys.shown(row);
                let words = self.messages.word(row.binding.about).unwrap_or_default();
                // Neither column is cut: what is too long goes on below.
                let room = usize::from(margin.saturating_sub(3)).max(2);
                let laid = |text: &str, columns| -> Vec<String> {
                    let rows = text::lay_out(text, columns, self.ambiguous);
                    rows.into_iter().map(|row| text.get(row.range).unwrap_or_default().to_owned()).collect()
                };
                let (keys, words) = (laid(&keys, room), laid(&words, columns));
                for at in 0..keys.len().max(words.len()) {
                    let part = |parts: &[String]| parts.get(at).cloned().unwrap_or_default();
                    lines.push(line(part(&keys), part(&words), PageStyle::Plain));
                }
            }
        }
        if lines.is_empty() {
            lines.push(line(
                String::new(),
                self.messages.word("help-nothing").unwrap_or_default(),
                PageStyle::Plain,
            ));
        }
        lines
    }

    /// Whether a row of the key table has all of these words in its keys or in what it does; English words find it in
    /// every language.
    fn has_to_do_with(&self, row: &KeyRow, wanted: &str) -> bool {
        if wanted.is_empty() {
            return true;
        }
        let words = self.messages.word(row.binding.about).unwrap_or_default();
        let source = self.messages.source_word(row.binding.about).unwrap_or_default();
        let all = format!("{} {words} {source}", self.keys.shown(row));
        let lower = all.to_lowercase();
        wanted.split_whitespace().all(|word| lower.contains(word) || all.contains(word))
    }

    /// The line above the keys of a scope that has a title.
    fn help_title(&self, scope: Scope) -> Option<String> {
        scope.title().map(|title| format!("  {}", self.messages.word(title).unwrap_or_default()))
    }

    /// The line of help at which it opens: where the keys of a scope begin, with the title of their group.
    #[must_use]
    pub fn help_of(&self, scope: Scope) -> usize {
        let Some(row) = self.keys.rows().iter().find(|row| row.scope == scope) else { return 0 };
        if matches!(scope, Scope::List | Scope::Reader | Scope::Browse) {
            // These are the keys of the page itself, and fill the beginning.
            return 0;
        }
        let lines = self.help_lines();
        let title = self.help_title(scope);
        let heads = |line: &PageLine| line.look == PageStyle::Strong && Some(&line.label) == title.as_ref();
        if let Some(at) = lines.iter().position(heads) {
            return at;
        }
        let keys = self.keys.shown(row);
        let words = self.messages.word(row.binding.about).unwrap_or_default();
        let begins = |line: &PageLine| line.label == keys && words.starts_with(&line.words);
        let first = lines.iter().position(begins).unwrap_or(0);
        let title = first
            .checked_sub(1)
            .filter(|at| lines.get(*at).is_some_and(|line| line.look == PageStyle::Strong));
        title.unwrap_or(first)
    }

    /// The columns of the key names in help: as many as the longest takes, and at most half of the width.
    #[must_use]
    pub fn help_margin(&self) -> u16 {
        let columns = |row: &KeyRow| text::width(&self.keys.shown(row), self.ambiguous) + 3;
        let longest = self.keys.rows().iter().map(columns).max().unwrap_or(0);
        u16::try_from(longest).unwrap_or(u16::MAX).min(self.size.width / 2)
    }

    /// Rows of the screen that help has for its lines.
    #[must_use]
    pub fn help_rows(&self) -> usize {
        usize::from(self.size.height.saturating_sub(3))
    }
}

impl Shell {
    /// Help ends where its last line is on the screen: what goes beyond would have to be scrolled back unseen.
    pub(super) fn settle_help(&mut self) {
        // The whole key table is laid out for this: not while nobody looks at it.
        if !matches!(self.mode, Mode::Help(_)) {
            return;
        }
        let most = self.help_lines().len().saturating_sub(self.help_rows());
        if let Mode::Help(help) = &mut self.mode {
            help.top = help.top.min(most);
        }
    }
}

impl OpenDocument {
    /// The About page ends where its last line is on the screen.
    pub(super) fn settle_about(&mut self, shell: &Shell) {
        if self.view.at.is_none() && self.view.about_top > 0 {
            let height = usize::from(shell.areas(Some(&self.view)).reader.height);
            let most = self.about_lines(shell).0.len().saturating_sub(height);
            self.view.about_top = self.view.about_top.min(most);
        }
    }
}
