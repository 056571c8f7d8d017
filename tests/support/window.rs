//! What a test does with the window of a session and asks of it, beyond keys and words.

#![expect(clippy::disallowed_methods, reason = "a test waits up to a limit that only a fault reaches")]

use std::time::{Duration, Instant};

use portable_pty::PtySize;

use super::session::{LIMIT, Session};

impl Session {
    /// Gives the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().unwrap().resize(size).unwrap();
        let (rows, columns) =
            (std::num::NonZero::new(rows).unwrap(), std::num::NonZero::new(columns).unwrap());
        self.parser.screen_mut().set_size(rows, columns);
    }

    /// Waits until the last row of the window, counted from 1, shows the words.
    pub fn see_in_row(&mut self, row: usize, words: &str) {
        let until = Instant::now() + LIMIT;
        while !self.screen().lines().nth(row - 1).is_some_and(|line| line.contains(words)) {
            assert!(Instant::now() < until, "never in row {row}: {words}\n{}", self.screen());
            self.take(Duration::from_millis(50));
        }
    }

    /// Whether the terminal is set as it was before the program had it: it echoes, and lines are edited.
    pub fn is_cooked(&self) -> bool {
        format!("{:?}", self.master.as_ref().unwrap().get_termios()) == self.settings
    }

    /// Takes what was written so far, by a program that stands still.
    pub fn take_all(&mut self) {
        let mut before = usize::MAX;
        while before != self.bytes.len() {
            before = self.bytes.len();
            self.take(Duration::from_millis(50));
        }
    }
}
