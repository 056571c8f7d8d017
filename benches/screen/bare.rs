//! A program of nothing but ratatui that draws a text and waits to be ended: what a start costs at least. The benchmark
//! starts itself as this.

use std::io::Read;

/// Where the text lies, in the folder that it is started in.
pub const TEXT: &str = "bare.txt";
/// The argument that asks for it.
pub const ARGUMENT: &str = "--bare";

/// Draws the text and waits for a key.
pub fn run() {
    let text = std::fs::read_to_string(TEXT).unwrap();
    let mut terminal = ratatui::init();
    terminal
        .draw(|frame| {
            for (y, line) in (0..frame.area().height).zip(text.lines()) {
                frame.buffer_mut().set_string(0, y, line, ratatui::style::Style::new());
            }
        })
        .unwrap();
    let _ = std::io::stdin().read(&mut [0]);
    ratatui::restore();
}
