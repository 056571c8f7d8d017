//! The keys in force: the table with what the user's configuration changes in it, and how a key is looked up there.

use super::table::{Binding, TABLE};
use super::{Action, Chord, Scope, Stroke};
use crate::messages::{UserMessage, user_message};

/// A row of the table with the keys that it has now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// Where it holds: the place of the binding, or one within it for which the user asked.
    pub scope: Scope,
    /// What the keys do.
    pub binding: &'static Binding,
    /// The keys; none where the action is reached by its name or from a menu only.
    pub keys: Vec<Stroke>,
}

/// The keys in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    pub(super) rows: Vec<KeyRow>,
}

impl Default for Keys {
    fn default() -> Self {
        let row = |binding: &'static Binding| KeyRow {
            scope: binding.scope,
            binding,
            keys: binding.keys.iter().filter_map(|name| Stroke::named(name)).collect(),
        };
        Self { rows: TABLE.iter().map(row).collect() }
    }
}

impl KeyRow {
    /// The keys as they are shown, and the name: after a prefix the digits that stand for letters, when an input method
    /// swallows those, go without saying.
    pub fn shown(&self) -> impl Iterator<Item = String> {
        let prefixed = matches!(self.scope, Scope::Go | Scope::Status);
        let digit = |key: &&Stroke| matches!(key, Stroke::Chord(chord) if chord.plain_char().is_some_and(|c| c.is_ascii_digit()));
        let name = Some(self.binding.name).filter(|name| !name.is_empty()).map(str::to_owned);
        let keys = self.keys.iter().filter(move |key| !(prefixed && digit(key)));
        keys.map(Stroke::to_string).chain(name)
    }

    /// The first of its keys; empty if it has none.
    #[must_use]
    pub fn first(&self) -> String {
        self.keys.first().map(Stroke::to_string).unwrap_or_default()
    }
}

impl Keys {
    /// All rows, in the order of help.
    #[must_use]
    pub fn rows(&self) -> &[KeyRow] {
        &self.rows
    }

    /// The rows of a scope and of the scopes behind it.
    pub fn of(&self, scope: Scope) -> impl Iterator<Item = &KeyRow> {
        self.rows.iter().filter(move |row| scope.chain().any(|scope| scope == row.scope))
    }

    /// The row that a chord stands in, in a scope or in the scope behind it. Full-width marks are the keys they stand on,
    /// except where text is typed.
    #[must_use]
    pub fn find(&self, scope: Scope, chord: Chord) -> Option<&KeyRow> {
        let chord = if scope.is_text() { chord } else { chord.as_command() };
        let in_scope =
            |here: Scope| move |row: &&KeyRow| row.scope == here && row.keys.iter().any(|key| key.is(chord));
        scope.chain().find_map(|here| self.rows.iter().find(in_scope(here)))
    }

    /// What a chord means in a scope, or in the scope behind it.
    #[must_use]
    pub fn resolve(&self, scope: Scope, chord: Chord) -> Option<Action> {
        self.find(scope, chord).map(|row| row.binding.action)
    }

    /// The first key for an action in a scope or behind it; empty if it has none.
    #[must_use]
    pub fn key_of(&self, scope: Scope, action: Action) -> String {
        let rows = self.of(scope).filter(|row| row.binding.action == action);
        rows.map(KeyRow::first).find(|key| !key.is_empty()).unwrap_or_default()
    }

    /// The key that must come before those of a scope; empty if none must.
    #[must_use]
    pub fn before(&self, scope: Scope) -> String {
        match scope {
            Scope::Go => self.key_of(Scope::Browse, Action::GoMenu),
            Scope::Status => self.key_of(Scope::Browse, Action::StatusMenu),
            Scope::Filter => self.key_of(Scope::Browse, Action::Filter),
            _ => String::new(),
        }
    }

    /// The keys of a row as help shows them: `j Down`, with the one that must come before.
    #[must_use]
    pub fn shown(&self, row: &KeyRow) -> String {
        let before = self.before(row.scope);
        let keys = row.shown().collect::<Vec<_>>().join(" ");
        if before.is_empty() { keys } else { format!("{before} {keys}") }
    }

    /// What a key that does nothing was perhaps meant to be: the same letter in the other case, or a habit from
    /// other programs. The sentence names the key.
    #[must_use]
    pub fn similar(&self, scope: Scope, chord: Chord) -> UserMessage {
        let Some(typed) = chord.as_command().plain_char() else {
            return self.unknown(chord);
        };
        let other =
            if typed.is_lowercase() { typed.to_ascii_uppercase() } else { typed.to_ascii_lowercase() };
        let flipped = (other != typed).then(|| self.find(scope, Chord::char(other))).flatten();
        let habit = HABITS.iter().find(|(c, _)| *c == typed).map(|(_, action)| *action);
        let row = flipped
            .or_else(|| habit.and_then(|action| self.of(scope).find(|row| row.binding.action == action)));
        match row {
            Some(row) if row.keys.is_empty() => {
                user_message("key-similar-command").with("typed", typed).with("command", row.binding.name)
            }
            Some(row) => user_message("key-similar")
                .with("typed", typed)
                .with("key", row.first())
                .and("does", UserMessage { id: row.binding.told(), values: Vec::new() }),
            None => self.unknown(Chord::char(typed)),
        }
    }

    fn unknown(&self, chord: Chord) -> UserMessage {
        let help = self.key_of(Scope::Browse, Action::Help);
        user_message("key-unknown").with("key", chord).with("help", help)
    }
}

/// Letters that other programs use, and what they mean here.
const HABITS: [(char, Action); 9] = [
    ('i', Action::Annotate),
    ('o', Action::Annotate),
    ('A', Action::Annotate),
    ('r', Action::Redo),
    ('p', Action::PreviousParagraph),
    ('m', Action::MarkRecommendation),
    ('w', Action::SaySaved),
    ('D', Action::DeleteNote),
    ('S', Action::StatusMenu),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_is_known_and_means_one_thing_in_its_scope() {
        let keys = Keys::default();
        for row in &keys.rows {
            assert_eq!(
                row.keys.len(),
                row.binding.keys.len(),
                "{}: a key that has no such name",
                row.binding.id
            );
            for key in &row.keys {
                let with = keys.rows.iter().filter(|r| r.scope == row.scope && r.keys.contains(key));
                assert_eq!(with.count(), 1, "{key} stands twice in {:?}", row.scope);
            }
            let names = keys.rows.iter().filter(|r| r.binding.id == row.binding.id);
            assert_eq!(names.count(), 1, "{}", row.binding.id);
        }
    }

    #[test]
    fn the_reader_knows_the_keys_of_both_panes_and_its_own() {
        let keys = Keys::default();
        assert_eq!(keys.resolve(Scope::Reader, Chord::char('a')), Some(Action::Annotate));
        assert_eq!(keys.resolve(Scope::Reader, Chord::char('、')), Some(Action::Search));
        assert_eq!(keys.resolve(Scope::Reader, Chord::char('７')), Some(Action::Digit));
        assert_eq!(keys.resolve(Scope::Compose, Chord::char('a')), None);
        assert_eq!(keys.resolve(Scope::Question, Chord::char('ｙ')), Some(Action::Yes));
        assert_eq!(
            keys.resolve(Scope::Search, Chord { ctrl: true, ..Chord::char('w') }),
            Some(Action::DeleteWord)
        );
        assert_eq!(keys.resolve(Scope::Reader, Chord::char('M')), None, "kept free");
    }

    #[test]
    fn a_letter_that_does_nothing_is_told_its_neighbour() {
        let similar = |c: char| Keys::default().similar(Scope::Reader, Chord::char(c)).id;
        assert_eq!(similar('A'), "key-similar");
        assert_eq!(similar('w'), "key-similar-command");
        assert_eq!(similar('W'), "key-unknown");
    }
}
