//! The About page: what the document is, where notes are kept, the six keys to know.

use super::Pen;
use super::theme::Role;
use crate::app::App;
use crate::messages::{Said, said};
use crate::page::Areas;
use crate::text;

/// The six keys to know first.
const FIRST_KEYS: [(&str, &str); 6] = [
    ("j k", "about-key-move"),
    ("a", "about-key-annotate"),
    ("s", "about-key-status"),
    ("/", "about-key-search"),
    ("Enter", "about-key-enter"),
    ("?", "about-key-help"),
];

pub fn draw(app: &App, pen: &mut Pen<'_>, areas: &Areas) {
    let Some(document) = app.document.as_deref() else { return };
    let say = |said: &Said| app.messages.say(said);
    pen.text(areas.title.x, areas.title.y, areas.title.width, &say(&said("about-title")), Role::Strong);
    let masthead = &document.masthead;
    let part = masthead.part.as_deref().map(|part| format!(" ({part})")).unwrap_or_default();
    let title = format!("{}{part}", masthead.title);
    let when = [masthead.dates.as_deref(), masthead.place.as_deref()];
    let when: Vec<&str> = when.into_iter().flatten().collect();
    let when = when.join(", ");
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
    let mut rows: Vec<(String, String, Role)> = Vec::new();
    for (key, id) in FIRST_KEYS {
        rows.push((key.to_owned(), app.messages.word(id).unwrap_or_default(), Role::Plain));
    }
    rows.push((String::new(), String::new(), Role::Plain));
    rows.push((say(&said("about-reviewer")), app.reviewer.clone(), Role::Plain));
    rows.push((say(&said("about-kept")), app.kept_in.clone(), Role::Plain));
    if let Some(why) = &app.read_only {
        rows.push((say(&said("about-read-only")), say(why), Role::Trouble));
    }
    rows.push((String::new(), String::new(), Role::Plain));
    for (id, value) in fields {
        if let Some(value) = value {
            rows.push((app.messages.word(id).unwrap_or_default(), value.to_owned(), Role::Plain));
        }
    }
    let languages = match &masthead.original_language {
        Some(original) if *original != masthead.language => said("about-translated")
            .with("language", app.language_name(&masthead.language))
            .with("original", app.language_name(original)),
        _ => said("about-original").with("language", app.language_name(&masthead.language)),
    };
    rows.push((say(&said("about-language")), say(&languages), Role::Plain));
    if let Some(unofficial) = &masthead.unofficial {
        rows.push((say(&said("about-unofficial")), unofficial.clone(), Role::Strong));
    }
    let area = areas.reader;
    let labels = rows.iter().map(|(label, ..)| text::width(label, app.ambiguous)).max().unwrap_or(0);
    let margin = u16::try_from(labels + 2).unwrap_or(u16::MAX).min(area.width / 2);
    let columns = area.width.saturating_sub(margin).max(2);
    let mut lines: Vec<(String, String, Role)> = Vec::new();
    for (label, value, role) in rows {
        let shown = text::shown_line(&value);
        let mut label = label;
        for row in text::lay_out(shown.as_str(), usize::from(columns), app.ambiguous) {
            let words = shown.as_str().get(row.range).unwrap_or_default().to_owned();
            lines.push((std::mem::take(&mut label), words, role));
        }
    }
    let top = app.about_top.min(lines.len().saturating_sub(usize::from(area.height)));
    for (y, (label, words, role)) in (area.y..area.bottom()).zip(lines.iter().skip(top)) {
        pen.text(area.x, y, margin.saturating_sub(1), label, Role::Key);
        pen.text(area.x + margin, y, columns, words, *role);
    }
}
