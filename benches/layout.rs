//! How fast text is laid out and a screen drawn, as ratios in one run: `cargo bench --bench layout`.
//!
//! CPU time of this thread, the two sides in turn, medians. Nothing here is asserted: a number is for a person.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[expect(dead_code, clippy::panic, clippy::unwrap_used, reason = "the tests use more of it, and stop loudly")]
#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rapporteur::app::{App, Burst, Msg, Stamp, update};
use rapporteur::format;
use rapporteur::model::{Document, NoteId};
use rapporteur::text::{Ambiguous, lay_out, shown, width};
use rapporteur::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use rustix::time::{ClockId, clock_gettime};
use unicode_segmentation::UnicodeSegmentation;

/// CPU time of this thread in nanoseconds.
fn cpu() -> i128 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    i128::from(time.tv_sec) * 1_000_000_000 + i128::from(time.tv_nsec)
}

/// Medians of two pieces of work done in turn, in microseconds.
fn compare(rounds: usize, mut ours: impl FnMut(), mut peer: impl FnMut()) -> (f64, f64) {
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        for (work, times) in
            [(&mut ours as &mut dyn FnMut(), &mut a), (&mut peer as &mut dyn FnMut(), &mut b)]
        {
            let start = cpu();
            work();
            times.push(cpu() - start);
        }
    }
    let median = |times: &mut Vec<i128>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or(0) as f64 / 1000.0
    };
    (median(&mut a), median(&mut b))
}

/// One pass of UAX #14 and of the widths of all graphemes: what any layout must do at least.
fn bare(text: &str) -> usize {
    let breaks = unicode_linebreak::linebreaks(text).count();
    breaks + text.graphemes(true).map(|grapheme| width(grapheme, Ambiguous::Narrow)).sum::<usize>()
}

/// What is done on 4,000 paragraphs of the longest shapes beside the same on 1,000: 4 is linear.
fn longest() {
    println!(
        "\n1,000 paragraphs in five series, 300 headings, 500 footnotes, tables of 40 rows; 4,000 of them"
    );
    let sources = [1_000, 4_000].map(support::long::document);
    let [Ok(small), Ok(large)] = sources.each_ref().map(|source| format::read_document(source)) else {
        return;
    };
    let row = |what: &str, (small, large): (f64, f64)| {
        println!("  {what:<40} {small:>9.0} us {large:>9.0} us, ratio {:.1}", large / small);
    };
    let read = |source: &str| {
        black_box(format::read_document(black_box(source)).is_ok());
    };
    row("read from its file", compare(5, || read(&sources[0]), || read(&sources[1])));
    let units = |document: &Document| {
        black_box(document.units().count());
    };
    row("its units", compare(15, || units(&small), || units(&large)));
    let size = Size::new(120, 40);
    let open = |document: &Document| support::opened::app(document.clone(), size);
    let start = |document: &Document| {
        black_box(open(document));
    };
    row("opened, without files", compare(5, || start(&small), || start(&large)));
    let [mut one, mut four] = [open(&small), open(&large)];
    let terminal = || Terminal::new(TestBackend::new(size.width, size.height));
    let (Ok(mut first), Ok(mut second)) = (terminal(), terminal());
    let [mut a, mut b] = [0, 0];
    let jumps = compare(15, || jump(&mut one, &mut first, &mut a), || jump(&mut four, &mut second, &mut b));
    row("a jump by label, and its frame", jumps);
    row("a frame of 120x40", compare(101, || draw(&one, &mut first), || draw(&four, &mut second)));
    let down = |app: &mut App, terminal: &mut Terminal<TestBackend>| {
        press(app, KeyCode::Char('j'));
        draw(app, terminal);
    };
    row(
        "a key j, and its frame",
        compare(51, || down(&mut one, &mut first), || down(&mut four, &mut second)),
    );
}

/// To the middle of the document or near its end, in turn, with the frame that follows.
fn jump(app: &mut App, terminal: &mut Terminal<TestBackend>, times: &mut usize) {
    *times += 1;
    let label = if times.is_multiple_of(2) { ":annex II/57" } else { ":decision 80/1/5 (b)" };
    label.chars().for_each(|c| press(app, KeyCode::Char(c)));
    press(app, KeyCode::Enter);
    draw(app, terminal);
}

fn draw(app: &App, terminal: &mut Terminal<TestBackend>) {
    let _ = terminal.draw(|frame| view(app, Theme::Auto, frame));
}

fn press(app: &mut App, code: KeyCode) {
    let Ok(at) = "2026-11-23T14:05:10+01:00".parse() else { return };
    let (id, burst) = (NoteId(String::new()), Burst::alone(0));
    let key = KeyEvent::new(code, KeyModifiers::NONE);
    black_box(update(app, Msg::Key(key, Stamp { at, id, millis: 0, burst })));
}

fn main() {
    let Ok(reference) = format::reference() else { return };
    let all: String = reference.paragraphs.iter().map(|paragraph| paragraph.text()).collect();
    let long: String = all.chars().cycle().take(75_000).collect();
    let (ours, peer) = compare(
        15,
        || {
            black_box(lay_out(black_box(&long), 80, Ambiguous::Narrow));
        },
        || {
            black_box(bare(black_box(&long)));
        },
    );
    println!(
        "75,000 characters at width 80: {ours:.0} us, bare UAX #14 + widths {peer:.0} us, ratio {:.2}",
        ours / peer
    );
    let (ours, peer) = compare(
        15,
        || {
            black_box(lay_out(shown(black_box(&long)).as_str(), 80, Ambiguous::Narrow));
        },
        || {
            black_box(bare(black_box(&long)));
        },
    );
    println!(
        "the same, made safe first:     {ours:.0} us, bare UAX #14 + widths {peer:.0} us, ratio {:.2}",
        ours / peer
    );

    let size = Size::new(200, 60);
    let Ok(document) = format::reference() else { return };
    let app = support::opened::app(document, size);
    let Ok(mut terminal) = Terminal::new(TestBackend::new(size.width, size.height));
    let Ok(mut empty) = Terminal::new(TestBackend::new(size.width, size.height));
    let mut draw = || {
        let _ = terminal.draw(|frame| view(&app, Theme::Auto, frame));
    };
    draw();
    let laid_out = || app.view().map_or(0, |view| view.layouts.laid_out());
    let before = laid_out();
    let (ours, peer) = compare(101, &mut draw, || {
        let _ = empty.draw(|_| {});
    });
    let again = laid_out() - before;
    println!(
        "a frame of 200x60:             {ours:.0} us, an empty frame {peer:.0} us; texts laid out again: {again}"
    );
    longest();
}
