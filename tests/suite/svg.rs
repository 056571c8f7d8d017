//! A screen as a picture: the cells of a buffer in, SVG out. Nothing of the program, no files.
//!
//! What a terminal does with a grid, the picture does with places: every wide glyph stands alone in the middle of
//! its two cells, so that no font's own advance can shift what follows.

use std::fmt::Write as _;

use rapporteur::text::{Ambiguous, width};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::Modifier;

use crate::ground::Ground;

/// Width of a cell, in SVG units.
const CELL: f32 = 9.0;
/// Height of a row.
const LINE: f32 = 19.2;
/// From the top of a row to the line the letters stand on.
const BASE: f32 = 14.4;
/// Around the screen, inside the frame.
const PAD: f32 = 15.0;
/// `DejaVu Sans Mono` advances 1233 of 2048 units: at this size one letter is one cell.
const LATIN: f32 = CELL * 2048.0 / 1233.0;
/// A Chinese glyph leaves a little air in its two cells.
const WIDE: f32 = 16.2;

/// How a glyph is drawn, with every color resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    ink: u32,
    paper: u32,
    under: Option<u32>,
    bold: bool,
    italic: bool,
    dim: bool,
    struck: bool,
    hidden: bool,
}

impl Look {
    fn of(cell: &Cell, ground: Ground) -> Self {
        let has = |modifier| cell.modifier.contains(modifier);
        let mut ink = ground.rgb(cell.fg).unwrap_or(ground.ink());
        let mut paper = ground.rgb(cell.bg).unwrap_or(ground.paper());
        if has(Modifier::REVERSED) {
            (ink, paper) = (paper, ink);
        }
        Self {
            ink,
            paper,
            under: has(Modifier::UNDERLINED).then(|| ground.rgb(cell.underline_color).unwrap_or(ink)),
            bold: has(Modifier::BOLD),
            italic: has(Modifier::ITALIC),
            dim: has(Modifier::DIM),
            struck: has(Modifier::CROSSED_OUT),
            hidden: has(Modifier::HIDDEN),
        }
    }
}

/// What stands in one cell, or in two.
struct Glyph<'a> {
    column: u16,
    columns: u16,
    symbol: &'a str,
    look: Look,
}

impl Glyph<'_> {
    /// Letters that one font draws one cell wide each, and that can stand together as a word.
    fn in_word(&self) -> bool {
        !self.look.hidden && self.symbol.chars().all(|c| c.is_ascii_graphic()) && !self.symbol.is_empty()
    }

    fn empty(&self) -> bool {
        self.look.hidden || self.symbol.chars().all(char::is_whitespace)
    }
}

fn glyphs<'a>(buffer: &'a Buffer, row: u16, cursor: Option<Position>, ground: Ground) -> Vec<Glyph<'a>> {
    let mut glyphs = Vec::new();
    let mut column = 0;
    while column < buffer.area.width {
        let cell = &buffer[(column, row)];
        let columns = u16::try_from(width(cell.symbol(), Ambiguous::Narrow).max(1)).unwrap();
        let mut look = Look::of(cell, ground);
        if cursor == Some(Position::new(column, row)) {
            (look.ink, look.paper) = (look.paper, look.ink);
        }
        glyphs.push(Glyph { column, columns, symbol: cell.symbol(), look });
        column += columns;
    }
    glyphs
}

/// A number as short as it can be written.
fn short(number: f32) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The left edge of a column.
fn left(column: u16) -> f32 {
    PAD + CELL * f32::from(column)
}

/// Text as it may stand in XML; what XML cannot hold is shown as U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// A filled rectangle over neighbouring glyphs of a row.
fn bar(out: &mut String, run: &[Glyph<'_>], top: f32, height: f32, color: u32) {
    let columns: u16 = run.iter().map(|glyph| glyph.columns).sum();
    let (x, wide) = (short(left(run[0].column)), short(CELL * f32::from(columns)));
    let (y, high) = (short(top), short(height));
    writeln!(out, r##"<rect x="{x}" y="{y}" width="{wide}" height="{high}" fill="#{color:06x}"/>"##).unwrap();
}

/// What makes a `<text>` look as it should.
fn attributes(look: Look) -> String {
    let mut out = format!("fill=\"#{:06x}\"", look.ink);
    for (on, attribute) in [
        (look.bold, " font-weight=\"bold\""),
        (look.italic, " font-style=\"italic\""),
        (look.dim, " fill-opacity=\"0.65\""),
    ] {
        if on {
            out.push_str(attribute);
        }
    }
    out
}

/// A word of one-cell letters, or a glyph by itself in the middle of its cells.
fn text(out: &mut String, run: &[Glyph<'_>], base: f32) {
    let first = &run[0];
    let (attributes, y) = (attributes(first.look), short(base));
    let words: String = run.iter().map(|glyph| glyph.symbol).collect();
    let words = escaped(&words);
    let columns: u16 = run.iter().map(|glyph| glyph.columns).sum();
    let across = CELL * f32::from(columns);
    if first.in_word() {
        let (x, length) = (short(left(first.column)), short(across));
        writeln!(out, r#"<text x="{x}" y="{y}" textLength="{length}" {attributes}>{words}</text>"#).unwrap();
    } else {
        let x = short(left(first.column) + across / 2.0);
        let class = if first.columns > 1 { "wide" } else { "one" };
        writeln!(out, r#"<text x="{x}" y="{y}" class="{class}" {attributes}>{words}</text>"#).unwrap();
    }
}

/// The picture of a screen, with the cursor where it stands.
pub fn svg(buffer: &Buffer, cursor: Option<Position>, ground: Ground) -> String {
    let wide = 2.0 * PAD + CELL * f32::from(buffer.area.width);
    let high = 2.0 * PAD + LINE * f32::from(buffer.area.height);
    let (w, h) = (short(wide), short(high));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\n\
         <style>text {{ font-family: 'DejaVu Sans Mono', 'Noto Sans CJK SC', monospace; font-size: {}px }} \
         .one, .wide {{ text-anchor: middle }} \
         .wide {{ font-family: 'Noto Sans CJK SC', 'DejaVu Sans Mono'; font-size: {}px }}</style>\n\
         <rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"#{:06x}\" stroke=\"#{:06x}\"/>\n\
         <g xml:lang=\"zh-Hans\">\n",
        short(LATIN),
        short(WIDE),
        short(wide - 1.0),
        short(high - 1.0),
        ground.paper(),
        ground.edge(),
    );
    let rows: Vec<_> = (0..buffer.area.height).map(|row| glyphs(buffer, row, cursor, ground)).collect();
    let tops = (0..buffer.area.height).map(|row| PAD + LINE * f32::from(row));
    // All backgrounds first: a glyph may reach a little into the row above.
    for (row, top) in rows.iter().zip(tops.clone()) {
        for run in row.chunk_by(|a, b| a.look.paper == b.look.paper) {
            if run[0].look.paper != ground.paper() {
                bar(&mut out, run, top, LINE, run[0].look.paper);
            }
        }
    }
    for (row, top) in rows.iter().zip(tops) {
        for run in row.chunk_by(|a, b| a.look.under == b.look.under) {
            if let Some(color) = run[0].look.under {
                bar(&mut out, run, top + BASE + 2.4, 1.2, color);
            }
        }
        for run in row.chunk_by(|a, b| a.in_word() && b.in_word() && a.look == b.look) {
            if !run[0].empty() {
                text(&mut out, run, top + BASE);
            }
        }
        for run in row.chunk_by(|a, b| (a.look.struck, a.look.ink) == (b.look.struck, b.look.ink)) {
            if run[0].look.struck {
                bar(&mut out, run, top + BASE - 5.4, 1.2, run[0].look.ink);
            }
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// What is wrong with the form of a picture: tags that do not match, bare marks, control characters.
pub fn fault(svg: &str) -> Option<String> {
    let mut open = Vec::new();
    let mut rest = svg;
    if let Some(c) = svg.chars().find(|c| c.is_control() && *c != '\n') {
        return Some(format!("{c:?}"));
    }
    while let Some((between, after)) = rest.split_once('<') {
        let entities = between.split('&').skip(1);
        let known =
            |text: &str| ["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| text.starts_with(entity));
        if between.contains('>') || !entities.into_iter().all(known) {
            return Some(format!("a bare mark in {between:?}"));
        }
        let Some((tag, after)) = after.split_once('>') else { return Some(format!("<{after} has no end")) };
        if tag.contains('<') || tag.matches('"').count() % 2 == 1 {
            return Some(format!("<{tag}>"));
        }
        let name = tag.split_whitespace().next().unwrap_or_default();
        if let Some(name) = name.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(format!("</{name}> closes nothing"));
            }
        } else if !tag.ends_with('/') {
            open.push(name);
        }
        rest = after;
    }
    (!open.is_empty() || !rest.trim().is_empty()).then(|| format!("open at the end: {open:?} {rest:?}"))
}

mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;

    /// The lines of the picture of one row of 12 columns, without its head and its end.
    fn picture(paint: &[(u16, &str, Style)], ground: Ground) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        for (column, words, style) in paint {
            buffer.set_string(*column, 0, words, *style);
        }
        let svg = svg(&buffer, None, ground);
        assert_eq!(fault(&svg), None, "{svg}");
        let lines = svg.lines().skip_while(|line| !line.starts_with("<g")).skip(1);
        lines.take_while(|line| *line != "</g>").map(ToOwned::to_owned).collect()
    }

    fn check(paint: &[(u16, &str, Style)], expected: &[&str]) {
        assert_eq!(picture(paint, Ground::Light), expected);
    }

    const PLAIN: Style = Style::new();

    #[test]
    fn a_wide_glyph_stands_in_the_middle_of_its_two_cells() {
        check(
            &[(1, "a毒b", PLAIN)],
            &[
                r##"<text x="24" y="29.4" textLength="9" fill="#1f2328">a</text>"##,
                r##"<text x="42" y="29.4" class="wide" fill="#1f2328">毒</text>"##,
                r##"<text x="51" y="29.4" textLength="9" fill="#1f2328">b</text>"##,
            ],
        );
    }

    #[test]
    fn a_sign_of_one_cell_stands_alone_and_words_stand_together() {
        check(
            &[(0, "ab cd ✎", PLAIN)],
            &[
                r##"<text x="15" y="29.4" textLength="18" fill="#1f2328">ab</text>"##,
                r##"<text x="42" y="29.4" textLength="18" fill="#1f2328">cd</text>"##,
                r##"<text x="73.5" y="29.4" class="one" fill="#1f2328">✎</text>"##,
            ],
        );
    }

    #[test]
    fn what_xml_reads_as_its_own_is_escaped() {
        check(
            &[(0, "<&\">", PLAIN)],
            &[r##"<text x="15" y="29.4" textLength="36" fill="#1f2328">&lt;&amp;&quot;&gt;</text>"##],
        );
        assert_eq!(escaped("a\u{1b}\u{ffff}"), "a\u{fffd}\u{fffd}");
    }

    #[test]
    fn backgrounds_and_underlines_that_touch_are_one() {
        let under = PLAIN.add_modifier(Modifier::UNDERLINED);
        check(
            &[(0, "  ", PLAIN.bg(Color::Red)), (2, "毒", PLAIN.bg(Color::Red).fg(Color::Red))],
            &[
                r##"<rect x="15" y="15" width="36" height="19.2" fill="#a40e26"/>"##,
                r##"<text x="42" y="29.4" class="wide" fill="#a40e26">毒</text>"##,
            ],
        );
        check(
            &[(0, "毒 ", under), (3, "b", under.bold())],
            &[
                r##"<rect x="15" y="31.8" width="36" height="1.2" fill="#1f2328"/>"##,
                r##"<text x="24" y="29.4" class="wide" fill="#1f2328">毒</text>"##,
                r##"<text x="42" y="29.4" textLength="9" fill="#1f2328" font-weight="bold">b</text>"##,
            ],
        );
    }

    #[test]
    fn reversed_text_changes_ink_and_paper_and_hidden_text_is_not_drawn() {
        check(
            &[(0, "a", PLAIN.add_modifier(Modifier::REVERSED)), (1, "b", PLAIN.hidden())],
            &[
                r##"<rect x="15" y="15" width="9" height="19.2" fill="#1f2328"/>"##,
                r##"<text x="15" y="29.4" textLength="9" fill="#ffffff">a</text>"##,
            ],
        );
    }

    #[test]
    fn looks_are_told_apart_word_by_word() {
        check(
            &[(0, "ab", PLAIN.italic()), (2, "c", PLAIN.dim()), (3, "d", PLAIN.crossed_out())],
            &[
                r##"<text x="15" y="29.4" textLength="18" fill="#1f2328" font-style="italic">ab</text>"##,
                r##"<text x="33" y="29.4" textLength="9" fill="#1f2328" fill-opacity="0.65">c</text>"##,
                r##"<text x="42" y="29.4" textLength="9" fill="#1f2328">d</text>"##,
                r##"<rect x="42" y="24" width="9" height="1.2" fill="#1f2328"/>"##,
            ],
        );
    }

    #[test]
    fn colors_of_the_terminal_follow_the_ground_and_fixed_ones_do_not() {
        let ink = |color: Color, ground: Ground| {
            let line = picture(&[(0, "a", PLAIN.fg(color))], ground).remove(0);
            line.split_once("fill=\"").unwrap().1.chars().take(7).collect::<String>()
        };
        for (color, light, dark) in [
            (Color::Reset, "#1f2328", "#e6edf3"),
            (Color::Red, "#a40e26", "#ff7b72"),
            (Color::Indexed(1), "#a40e26", "#ff7b72"),
            (Color::Indexed(16), "#000000", "#000000"),
            (Color::Indexed(117), "#87d7ff", "#87d7ff"),
            (Color::Indexed(231), "#ffffff", "#ffffff"),
            (Color::Indexed(248), "#a8a8a8", "#a8a8a8"),
            (Color::Rgb(1, 2, 255), "#0102ff", "#0102ff"),
        ] {
            assert_eq!((ink(color, Ground::Light), ink(color, Ground::Dark)), (light.into(), dark.into()));
        }
    }

    #[test]
    fn the_cursor_is_a_cell_reversed() {
        let buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        let svg = svg(&buffer, Some(Position::new(1, 0)), Ground::Dark);
        assert!(svg.contains(r##"<rect x="24" y="15" width="9" height="19.2" fill="#e6edf3"/>"##), "{svg}");
    }

    #[test]
    fn a_fault_in_the_form_is_found() {
        for bad in ["<a>", "<a></b>", "<a>&x;</a>", "<a>></a>", "<a b=\"></a>", "<a/>\u{1b}", "<a", "x"] {
            assert!(fault(bad).is_some(), "{bad}");
        }
        assert_eq!(fault("<a b=\"c\"><d/>&amp;&lt;</a>\n"), None);
    }
}
