//! One frame with the search bar open: 300 hits in the list, a paragraph of 1,000 characters in the reader. CPU time of
//! this thread, beside an empty frame in turn.

use std::hint::black_box;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rapporteur::app::{Effect, Msg, Stamp, update};
use rapporteur::model::{Document, NoteId, Paragraph};
use rapporteur::runtime::Finder;
use rapporteur::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use rustix::time::{ClockId, clock_gettime};

use crate::corpus::Corpus;
use crate::support::opened::app;

const SIZE: Size = Size::new(120, 40);
/// Paragraphs of the document, and characters of each.
const PARAGRAPHS: usize = 400;
const CHARACTERS: usize = 1_000;
/// Hits that the list has.
const HITS: usize = 300;

/// CPU time of this thread in microseconds.
fn cpu() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e6 + time.tv_nsec as f64 / 1e3
}

/// A document whose paragraphs are all of that length.
fn document(language: &str) -> Option<Document> {
    let corpus = Corpus::new(language, PARAGRAPHS * 8);
    let all = corpus.texts().join(if language == "zh" { "" } else { " " });
    let characters: Vec<char> = all.chars().collect();
    let mut document = corpus.documents.into_iter().next()?;
    let section = document.sections.first()?.id.clone();
    let texts = characters.chunks_exact(CHARACTERS).take(PARAGRAPHS).enumerate();
    document.paragraphs = texts
        .map(|(at, text)| {
            let text: String = text.iter().collect();
            Paragraph::new((at + 1).to_string().as_str().into(), section.clone(), &text, Vec::new())
        })
        .collect();
    Some(document)
}

fn key(code: KeyCode) -> Option<Msg> {
    let at = "2026-11-23T14:02:00+01:00".parse().ok()?;
    let stamp =
        Stamp { at, id: NoteId("bench".to_owned()), millis: 0, burst: rapporteur::app::Burst::alone(0) };
    Some(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE), stamp))
}

/// What one kind of key costs, in microseconds: its frames, and the empty ones between them.
#[derive(Debug)]
pub struct Frames {
    pub what: &'static str,
    pub ours: Vec<f64>,
    pub empty: Vec<f64>,
}

/// Types the query, and then goes through the hits and types and deletes a letter. How many hits the list has, and what
/// the frames cost.
pub fn measure(language: &str, query: &str) -> Option<(usize, Vec<Frames>)> {
    let mut app = app(document(language)?, SIZE);
    let mut finder = Finder::default();
    let mut waiting = app.first_effects();
    for code in std::iter::once('/').chain(query.chars()).map(KeyCode::Char) {
        waiting.extend(update(&mut app, key(code)?));
    }
    let asked = waiting.into_iter().filter_map(|effect| match effect {
        Effect::Search(effect) => Some(effect),
        _ => None,
    });
    for answer in asked.flat_map(|effect| finder.perform(effect)) {
        update(&mut app, answer);
    }
    let hits = app.found().map_or(0, |found| found.hits.len());
    let Ok(mut terminal) = Terminal::new(TestBackend::new(SIZE.width, SIZE.height));
    let Ok(mut blank) = Terminal::new(TestBackend::new(SIZE.width, SIZE.height));
    let _ = terminal.draw(|frame| view(&app, Theme::Auto, frame));
    let mut measured = Vec::new();
    let kinds: [(&str, &dyn Fn(usize) -> KeyCode); 3] = [
        ("to the next hit, never shown before", &|_| KeyCode::Down),
        ("back to a hit that was shown", &|_| KeyCode::Up),
        ("a letter, and its deletion", &|at| {
            if at % 2 == 0 { KeyCode::Char('x') } else { KeyCode::Backspace }
        }),
    ];
    for (what, code) in kinds {
        let mut frames = Frames { what, ours: Vec::new(), empty: Vec::new() };
        for at in 1..HITS {
            let key = key(code(at - 1))?;
            let start = cpu();
            black_box(update(&mut app, key));
            let _ = terminal.draw(|frame| view(&app, Theme::Auto, frame));
            update(&mut app, Msg::Drawn);
            frames.ours.push(cpu() - start);
            let start = cpu();
            let _ = blank.draw(|_| {});
            frames.empty.push(cpu() - start);
        }
        measured.push(frames);
    }
    Some((hits, measured))
}
