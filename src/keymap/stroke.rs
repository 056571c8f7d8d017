//! What a row of the key table is pressed with, and the names of keys: those of the table, and as people write them.

use std::fmt;

use super::chord::{Chord, Key};

/// A key of a row, or all digits at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stroke {
    /// This key with its modifiers.
    Chord(Chord),
    /// Any digit.
    AnyDigit,
}

/// What stands for any digit.
const ANY_DIGIT: &str = "0-9";

/// Keys by the names of the table, other than single characters.
const NAMES: [(&str, Key); 15] = [
    ("Enter", Key::Enter),
    ("Esc", Key::Esc),
    ("Tab", Key::Tab),
    ("Shift-Tab", Key::BackTab),
    ("Backspace", Key::Backspace),
    ("Delete", Key::Delete),
    ("Up", Key::Up),
    ("Down", Key::Down),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("Home", Key::Home),
    ("End", Key::End),
    ("PgUp", Key::PageUp),
    ("PgDn", Key::PageDown),
    ("Space", Key::Char(' ')),
];

/// Other names that people write for some of them.
const OTHER_NAMES: [(&str, Key); 6] = [
    ("Return", Key::Enter),
    ("Escape", Key::Esc),
    ("BackTab", Key::BackTab),
    ("Del", Key::Delete),
    ("PageUp", Key::PageUp),
    ("PageDown", Key::PageDown),
];

impl Stroke {
    /// The keys that the table calls by that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name == ANY_DIGIT { Some(Self::AnyDigit) } else { key_named(name).map(Self::Chord) }
    }

    /// Whether a chord is one of its keys.
    #[must_use]
    pub fn is(self, chord: Chord) -> bool {
        match self {
            Self::Chord(own) => own == chord,
            Self::AnyDigit => chord.plain_char().is_some_and(|c| c.is_ascii_digit()),
        }
    }
}

impl fmt::Display for Stroke {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chord(chord) => chord.fmt(f),
            Self::AnyDigit => f.write_str(ANY_DIGIT),
        }
    }
}

/// The chord of that name: `j`, `Ctrl-d`, `Space`, `PgDn`. Letters are large or small as they are typed; names and
/// modifiers may be written either way.
#[must_use]
pub fn key_named(name: &str) -> Option<Chord> {
    let modifier = |modifier: &str| {
        let (first, rest) = name.split_at_checked(modifier.len())?;
        (first.eq_ignore_ascii_case(modifier) && !rest.is_empty()).then_some(rest)
    };
    if let Some(chord) = modifier("Ctrl-").map(key_named) {
        return chord.map(|chord| {
            let key = match chord.key {
                Key::Char(c) => Key::Char(c.to_ascii_lowercase()),
                key => key,
            };
            Chord { key, ctrl: true, ..chord }
        });
    }
    if let Some(chord) = modifier("Alt-").map(key_named) {
        return chord.map(|chord| Chord { alt: true, ..chord });
    }
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(Chord::char(c));
    }
    let called = |(known, _): &&(&str, Key)| known.eq_ignore_ascii_case(name);
    if let Some((_, key)) = NAMES.iter().chain(&OTHER_NAMES).find(called) {
        return Some(Chord::key(*key));
    }
    let number = name.strip_prefix(['F', 'f']).and_then(|number| number.parse().ok());
    number.filter(|number| (1..=24).contains(number)).map(|number| Chord::key(Key::F(number)))
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match (NAMES.iter().find(|(_, key)| *key == self.key), self.key) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Key::Char(c)) => write!(f, "{c}"),
            (None, Key::F(n)) => write!(f, "F{n}"),
            (None, other) => write!(f, "{other:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_written_as_the_table_names_it() {
        for name in
            ["j", "G", "Ctrl-d", "Space", "PgDn", "Shift-Tab", "F1", "Esc", "Alt-u", "/", "-", "Ctrl--"]
        {
            assert_eq!(key_named(name).unwrap().to_string(), name);
        }
        assert_eq!(Stroke::named("0-9").unwrap().to_string(), "0-9");
    }

    #[test]
    fn names_may_be_written_as_people_write_them_and_what_is_none_is_none() {
        for (written, name) in [
            ("ctrl-j", "Ctrl-j"),
            ("CTRL-J", "Ctrl-j"),
            ("alt-M", "Alt-M"),
            ("enter", "Enter"),
            ("ctrl-space", "Ctrl-Space"),
            ("shift-tab", "Shift-Tab"),
            ("pagedown", "PgDn"),
            ("f12", "F12"),
        ] {
            assert_eq!(key_named(written).unwrap().to_string(), name);
        }
        for written in ["", "jj", "ctrl-", "ctrl-jj", "f0", "f99", "meta-x", "g s"] {
            assert_eq!(key_named(written), None, "{written}");
        }
    }
}
