//! How fast text is laid out and a screen drawn, as ratios in one run: `cargo bench --bench layout`.
//!
//! CPU time of this thread, the two sides in turn, medians. Nothing here is asserted: a number is for a person.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[expect(dead_code, clippy::panic, clippy::unwrap_used, reason = "the tests use more of it, and stop loudly")]
#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;

use rapporteur::format;
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
}
