//! Frames of any content, one after another, are sent to a parser of terminals: it shows what the frames hold.

use std::num::NonZero;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};

use super::Screen;
use super::glyph::Glyph;

const SIZE: Size = Size::new(14, 4);

/// Graphemes of every kind: narrow, wide, ambiguous, put together, emoji, and what takes no column.
const GRAPHEMES: [&str; 28] = [
    "a",
    "b",
    "~",
    " ",
    " ",
    " ",
    "é",
    "Ж",
    "ب",
    "中",
    "文",
    "の",
    "글",
    "，",
    "（",
    "Ａ",
    "“",
    "”",
    "…",
    "—",
    "e\u{301}",
    "क्षि",
    "👍",
    "❤\u{fe0f}",
    "👩\u{200d}👩\u{200d}👧",
    "🇨🇭",
    "1\u{fe0f}\u{20e3}",
    "\u{200b}",
];

/// Something that is done to a frame.
#[derive(Debug, Clone)]
enum Stroke {
    Text(u16, u16, String, Style),
    Fill(Rect, Style),
    Symbol(u16, u16, &'static str),
    Clear(Rect),
}

fn style() -> impl Strategy<Value = Style> {
    let color = || {
        prop_oneof![
            4 => Just(Color::Reset),
            1 => Just(Color::Cyan),
            1 => Just(Color::LightRed),
            1 => Just(Color::Indexed(117)),
            1 => Just(Color::Rgb(1, 20, 255))
        ]
    };
    let modifier = prop_oneof![
        4 => Just(Modifier::empty()),
        1 => Just(Modifier::BOLD),
        1 => Just(Modifier::DIM),
        1 => Just(Modifier::REVERSED),
        1 => Just(Modifier::UNDERLINED),
        1 => Just(Modifier::BOLD | Modifier::ITALIC | Modifier::UNDERLINED)
    ];
    (color(), color(), modifier)
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

fn area() -> impl Strategy<Value = Rect> {
    (0..SIZE.width, 0..SIZE.height, 1..SIZE.width, 1..SIZE.height).prop_map(|(x, y, width, height)| {
        Rect { x, y, width, height }.intersection(Rect::from((Position::ORIGIN, SIZE)))
    })
}

fn stroke() -> impl Strategy<Value = Stroke> {
    let grapheme = || prop::sample::select(&GRAPHEMES[..]);
    let text = prop::collection::vec(grapheme(), 1..9).prop_map(|all| all.concat());
    prop_oneof![
        6 => (0..SIZE.width, 0..SIZE.height, text, style()).prop_map(|(x, y, text, style)| Stroke::Text(x, y, text, style)),
        1 => (area(), style()).prop_map(|(area, style)| Stroke::Fill(area, style)),
        2 => (0..SIZE.width, 0..SIZE.height, grapheme()).prop_map(|(x, y, symbol)| Stroke::Symbol(x, y, symbol)),
        1 => area().prop_map(Stroke::Clear),
    ]
}

/// The parser knows nothing of terminals that do not wrap: what it may take for too wide keeps off the right edge.
fn fits(x: u16, symbol: &str) -> bool {
    let mut cell = ratatui::buffer::Cell::default();
    cell.set_symbol(symbol);
    symbol.chars().count() == 1 || x + Glyph::of(&cell, 99).most <= SIZE.width
}

fn draw(strokes: &[Stroke], buffer: &mut Buffer) {
    for stroke in strokes {
        match stroke {
            Stroke::Text(x, y, text, style) => {
                buffer.set_string(*x, *y, text, *style);
            }
            Stroke::Fill(area, style) => buffer.set_style(*area, *style),
            Stroke::Symbol(x, y, symbol) => {
                buffer[(*x, *y)].set_symbol(symbol);
            }
            Stroke::Clear(area) => {
                for position in area.positions() {
                    buffer[position].reset();
                }
            }
        }
    }
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            if !fits(x, buffer[(x, y)].symbol()) {
                buffer[(x, y)].set_symbol("b");
            }
        }
    }
}

fn color(color: Color) -> vt100::Color {
    match color {
        Color::Cyan => vt100::Color::Idx(6),
        Color::LightRed => vt100::Color::Idx(9),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        _ => vt100::Color::Default,
    }
}

/// Where a terminal shows something else than the frame, if anywhere.
fn difference(frame: &Buffer, screen: &vt100::Screen) -> Option<String> {
    for y in 0..frame.area.height {
        let mut x = 0;
        while x < frame.area.width {
            let cell = &frame[(x, y)];
            let shown = screen.cell(y, x)?;
            let width = cell.cell_width();
            let (symbol, width) =
                if width == 0 || x + width > frame.area.width { (" ", 1) } else { (cell.symbol(), width) };
            let first = symbol.chars().next()?.to_string();
            let contents = if shown.has_contents() { shown.contents() } else { " " };
            let same =
                if symbol.chars().count() == 1 { contents == symbol } else { contents.starts_with(&first) };
            let seen = cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED);
            let modifiers = [
                (Modifier::BOLD, shown.bold()),
                (Modifier::DIM, shown.dim()),
                (Modifier::ITALIC, shown.italic()),
                (Modifier::REVERSED, shown.inverse()),
                (Modifier::UNDERLINED, shown.underline()),
            ];
            let looks = shown.bgcolor() == color(cell.bg)
                && (symbol == " " && !seen || shown.fgcolor() == color(cell.fg))
                && modifiers.iter().all(|(modifier, on)| {
                    let blank = symbol == " "
                        && !seen
                        && !Modifier::REVERSED.union(Modifier::UNDERLINED).contains(*modifier);
                    // The parser has one of bold and dim.
                    let both = Modifier::BOLD | Modifier::DIM;
                    let one = cell.modifier.contains(both) && both.contains(*modifier);
                    blank || one || cell.modifier.contains(*modifier) == *on
                });
            let whole =
                width < 2 || symbol.chars().count() > 1 || screen.cell(y, x + 1)?.is_wide_continuation();
            if !(same && looks && whole) {
                return Some(format!("({x}, {y}): {cell:?} is shown as {shown:?}"));
            }
            x += width;
        }
    }
    None
}

fn parser(size: Size) -> vt100::Parser {
    vt100::Parser::new(NonZero::new(size.height).unwrap(), NonZero::new(size.width).unwrap(), 0)
}

/// Draws a frame; the bytes that were sent for it.
fn sent(screen: &mut Screen<Vec<u8>>, size: Size, render: impl FnOnce(&mut ratatui::Frame<'_>)) -> Vec<u8> {
    screen.draw(size, render).unwrap();
    std::mem::take(&mut screen.out)
}

proptest! {
    #[test]
    fn a_terminal_shows_each_frame_whatever_was_there_before(
        frames in prop::collection::vec((prop::collection::vec(stroke(), 0..12), prop::option::of(area())), 1..6),
    ) {
        let mut parser = parser(SIZE);
        // Another program has left this here.
        parser.process("\u{1b}[7;31m中文中文\r\n中文".as_bytes());
        let mut screen = Screen::new(Vec::new(), SIZE).unwrap();
        for (strokes, cursor) in &frames {
            let mut frame = Buffer::default();
            let cursor = cursor.map(|area| Position::new(area.x, area.y));
            let bytes = sent(&mut screen, SIZE, |drawn| {
                draw(strokes, drawn.buffer_mut());
                frame = drawn.buffer_mut().clone();
                if let Some(cursor) = cursor {
                    drawn.set_cursor_position(cursor);
                }
            });
            parser.process(&bytes);
            prop_assert_eq!(difference(&frame, parser.screen()), None, "{}", String::from_utf8_lossy(&bytes).escape_debug());
            prop_assert_eq!(parser.screen().hide_cursor(), cursor.is_none());
            if let Some(cursor) = cursor {
                prop_assert_eq!(parser.screen().cursor_position(), (cursor.y, cursor.x));
            }
        }
    }
}

fn text(screen: &mut Screen<Vec<u8>>, words: &str, cursor: Option<u16>) -> String {
    let bytes = sent(screen, Size::new(40, 2), |frame| {
        frame.buffer_mut().set_string(0, 0, words, Style::new());
        if let Some(x) = cursor {
            frame.set_cursor_position((x, 0));
        }
    });
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_cursor_is_moved_only_behind_what_terminals_do_not_agree_on() {
    for (words, expected) in [
        ("中文, かな, 한글, Ｗ", "中文, かな, 한글, Ｗ"),
        ("说“中”", "说“\u{1b}[4G中”"),
        ("e\u{301}t", "e\u{301}\u{1b}[2Gt"),
        ("👍a", "  \u{1b}[1G👍\u{1b}[3Ga"),
        ("Право, été", "Право, été"),
    ] {
        let mut screen = Screen::new(Vec::new(), Size::new(40, 2)).unwrap();
        text(&mut screen, "", None);
        let all = text(&mut screen, words, None);
        assert!(all.contains(expected), "{words}: {all:?}");
    }
}

#[test]
fn a_letter_where_the_cursor_stands_is_sent_alone_and_nothing_if_nothing_changed() {
    let mut screen = Screen::new(Vec::new(), Size::new(40, 2)).unwrap();
    text(&mut screen, "缅", Some(2));
    assert_eq!(text(&mut screen, "缅甸", Some(4)), "甸");
    assert_eq!(text(&mut screen, "缅甸", Some(4)), "");
    assert_eq!(text(&mut screen, "缅甸", None), "\u{1b}[?25l");
}

#[test]
fn a_frame_of_several_pieces_is_shown_at_once() {
    let mut screen = Screen::new(Vec::new(), Size::new(40, 2)).unwrap();
    let first = text(&mut screen, "one", None);
    assert!(first.starts_with("\u{1b}[?2026h") && first.ends_with("\u{1b}[?2026l"), "{first:?}");
    let second = text(&mut screen, "one              two", Some(0));
    assert!(second.starts_with("\u{1b}[?2026h") && second.ends_with("\u{1b}[?2026l"), "{second:?}");
}

#[test]
fn what_goes_is_erased_to_the_end_of_its_row() {
    let mut screen = Screen::new(Vec::new(), Size::new(40, 2)).unwrap();
    text(&mut screen, "a long line of text", None);
    assert_eq!(text(&mut screen, "a", None), "\u{1b}[?2026h\u{1b}[3G\u{1b}[K\u{1b}[?2026l");
}

#[test]
fn after_forgetting_and_after_another_size_the_whole_frame_is_sent_to_an_empty_terminal() {
    let mut screen = Screen::new(Vec::new(), Size::new(40, 2)).unwrap();
    text(&mut screen, "words", None);
    screen.forget();
    let again = text(&mut screen, "words", None);
    assert!(again.contains("\u{1b}[2J") && again.contains("words"), "{again:?}");
    let other = sent(&mut screen, Size::new(30, 2), |frame| {
        frame.buffer_mut().set_string(0, 0, "words", Style::new());
    });
    let other = String::from_utf8(other).unwrap();
    assert!(other.contains("\u{1b}[2J") && other.contains("words"), "{other:?}");
}

/// A terminal that takes nothing.
#[derive(Debug, Default)]
struct Stuck(bool, Vec<u8>);

impl std::io::Write for Stuck {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0 {
            return Err(std::io::ErrorKind::BrokenPipe.into());
        }
        self.1.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn after_a_frame_that_could_not_be_sent_the_next_is_sent_whole() {
    let mut screen = Screen::new(Stuck(true, Vec::new()), SIZE).unwrap();
    let words = |frame: &mut ratatui::Frame<'_>| frame.buffer_mut().set_string(0, 0, "words", Style::new());
    assert!(screen.draw(SIZE, words).is_err());
    screen.out.0 = false;
    screen.draw(SIZE, words).unwrap();
    assert!(String::from_utf8_lossy(&screen.out.1).contains("words"));
}
