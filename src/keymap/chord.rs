//! A key as the table names it, made from what the terminal sent. Text that is typed into a field does not
//! pass through here: only commands do.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::positions::key_of;

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character; capital letters are themselves, SHIFT is not kept (terminals disagree about it).
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Tab with Shift.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// A key with the modifiers that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key without what is held with it; a letter as Shift made it.
    pub key: Key,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

impl Chord {
    /// A character without modifiers.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self { key: Key::Char(c), ctrl: false, alt: false }
    }

    /// A named key without modifiers.
    #[must_use]
    pub const fn key(key: Key) -> Self {
        Self { key, ctrl: false, alt: false }
    }

    /// What the terminal sent, as it is. `None` for keys that nothing here is bound to.
    #[must_use]
    pub fn of(event: KeyEvent) -> Option<Self> {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        let key = match event.code {
            KeyCode::Char(c) if ctrl => Key::Char(c.to_ascii_lowercase()),
            KeyCode::Char(c) => Key::Char(c),
            KeyCode::Enter => Key::Enter,
            KeyCode::Esc => Key::Esc,
            KeyCode::Tab => Key::Tab,
            KeyCode::BackTab => Key::BackTab,
            KeyCode::Backspace => Key::Backspace,
            KeyCode::Delete => Key::Delete,
            KeyCode::Up => Key::Up,
            KeyCode::Down => Key::Down,
            KeyCode::Left => Key::Left,
            KeyCode::Right => Key::Right,
            KeyCode::Home => Key::Home,
            KeyCode::End => Key::End,
            KeyCode::PageUp => Key::PageUp,
            KeyCode::PageDown => Key::PageDown,
            KeyCode::F(n) => Key::F(n),
            _ => return None,
        };
        Some(Self { key, ctrl, alt })
    }

    /// The same key meant as a command: marks and letters of other keyboards are the keys they stand on.
    #[must_use]
    pub fn as_command(self) -> Self {
        match self.key {
            Key::Char(c) => Self { key: Key::Char(key_of(c)), ..self },
            _ => self,
        }
    }

    /// The character, if it is one without modifiers.
    #[must_use]
    pub fn plain_char(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_on_a_character_does_not_count() {
        let with = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        let without = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::NONE);
        assert_eq!(Chord::of(with), Chord::of(without));
    }
}
