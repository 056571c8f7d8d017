//! What the user's configuration changes in the table of keys. Each row that cannot be is told, and the row as it was
//! stays: no row can take the last key of a command from it, nor the way out.

use super::keys::KeyRow;
use super::table::{Binding, TABLE};
use super::{Action, Key, Keys, Scope, Stroke, is_committed, key_of};
use crate::messages::{UserMessage, nearest, user_message};

/// What takes a key away from what it means.
const NOTHING: &str = "none";

/// A row of the configuration: in this place this key does this.
#[derive(Debug, Clone, Copy)]
pub struct KeyChange<'a> {
    /// The place whose table it is in.
    pub scope: Scope,
    /// The key, as it was written.
    pub key: &'a str,
    /// The id of a binding, or `none`; no value if something else than text was written.
    pub action: Option<&'a str>,
}

/// A row that can be read.
#[derive(Debug, Clone, Copy)]
struct Change {
    /// Which of the rows that were given.
    at: usize,
    scope: Scope,
    key: Stroke,
    /// None where the key is taken away.
    binding: Option<&'static Binding>,
}

impl Change {
    fn is_for(&self, row: &KeyRow) -> bool {
        self.scope == row.scope && self.binding.is_some_and(|binding| binding.id == row.binding.id)
    }
}

impl Keys {
    /// The table with these rows merged over it; and what is wrong with which of them, in their order.
    #[must_use]
    pub fn with(rows: &[KeyChange<'_>]) -> (Self, Vec<(usize, UserMessage)>) {
        let table = Self::default();
        let mut changes: Vec<Change> = Vec::new();
        let mut problems: Vec<(usize, UserMessage)> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            match table.read(at, row) {
                Ok(change) if changes.iter().any(|c| (c.scope, c.key) == (change.scope, change.key)) => {
                    let twice = user_message("keys-twice").with("key", row.key);
                    problems.push((at, twice.with("scope", row.scope.name())));
                }
                Ok(change) => changes.push(change),
                Err(said) => problems.push((at, said)),
            }
        }
        let keys = loop {
            let keys = table.changed(&changes);
            let Some((culprit, robbed)) = keys.robbed(&table, &changes) else { break keys };
            let change = changes.remove(culprit);
            let said = user_message("keys-last").with("key", change.key).with("action", robbed.id);
            problems
                .push((change.at, said.and("does", UserMessage { id: robbed.about, values: Vec::new() })));
        };
        problems.sort_by_key(|(at, _)| *at);
        (keys, problems)
    }

    fn read(&self, at: usize, row: &KeyChange<'_>) -> Result<Change, UserMessage> {
        let told = |said: UserMessage| said.with("key", row.key).with("scope", row.scope.name());
        let key = Stroke::named(row.key).ok_or_else(|| told(user_message("keys-no-key")))?;
        let action = row.action.ok_or_else(|| told(user_message("keys-no-text")))?;
        let here = self.rows.iter().find(|r| r.scope == row.scope && r.keys.contains(&key));
        let change = |binding| Change { at, scope: row.scope, key, binding };
        if let Some(as_it_is) = here.filter(|here| here.binding.id == action) {
            return Ok(change(Some(as_it_is.binding)));
        }
        if let Some(why) = fixed(self, row.scope, key) {
            return Err(told(why));
        }
        if action == NOTHING {
            return here.map(|_| change(None)).ok_or_else(|| told(user_message("keys-nothing")));
        }
        let Some(binding) = TABLE.iter().find(|binding| binding.id == action) else {
            let near = nearest(action, self.of(row.scope).map(|row| row.binding.id));
            return Err(told(match near {
                Some(near) => user_message("keys-no-action-near").with("action", action).with("near", near),
                None => user_message("keys-no-action").with("action", action),
            }));
        };
        if row.scope.chain().all(|scope| scope != binding.scope) {
            let elsewhere = user_message("keys-elsewhere").with("action", action);
            return Err(told(elsewhere.with("other", binding.scope.name())));
        }
        Ok(change(Some(binding)))
    }

    /// The table after these changes. A key that was added stands before those of the table: it is the one shown first.
    fn changed(&self, changes: &[Change]) -> Self {
        let mut keys = self.clone();
        for change in changes {
            let holds = |row: &KeyRow| change.is_for(row) && row.keys.contains(&change.key);
            if keys.rows.iter().any(holds) {
                continue;
            }
            for row in keys.rows.iter_mut().filter(|row| row.scope == change.scope) {
                row.keys.retain(|key| *key != change.key);
            }
            let Some(binding) = change.binding else { continue };
            if let Some(row) = keys.rows.iter_mut().find(|row| change.is_for(row)) {
                let own = |key: &Stroke| binding.keys.iter().any(|name| Stroke::named(name) == Some(*key));
                let added = row.keys.iter().position(own).unwrap_or(row.keys.len());
                row.keys.insert(added, change.key);
            } else {
                let row = KeyRow { scope: change.scope, binding, keys: vec![change.key] };
                let beside = keys.rows.iter().position(|row| row.binding.id == binding.id);
                keys.rows.insert(beside.map_or(keys.rows.len(), |at| at + 1), row);
            }
        }
        keys
    }

    /// A change by which a row of the table has no key left somewhere, and that row. A key can be taken away on purpose,
    /// except from what leads out or helps.
    fn robbed(&self, table: &Self, changes: &[Change]) -> Option<(usize, &'static Binding)> {
        for place in Scope::ALL.into_iter().filter(|scope| scope.is_place()) {
            for row in table.of(place).filter(|row| table.is_reached(place, row)) {
                let now = self.rows.iter().find(|r| r.scope == row.scope && r.binding.id == row.binding.id);
                if now.is_some_and(|now| self.is_reached(place, now)) {
                    continue;
                }
                let took = |change: &Change| {
                    !change.is_for(row)
                        && place.chain().any(|scope| scope == change.scope)
                        && row.keys.contains(&change.key)
                };
                let purpose = |change: &Change| change.binding.is_none() && change.scope == row.scope;
                let mut culprits = changes.iter().filter(|change| took(change));
                if !row.binding.action.is_needed() && culprits.clone().all(purpose) {
                    continue;
                }
                let last = culprits.next_back().map(|change| change.at);
                let culprit = changes.iter().position(|change| Some(change.at) == last);
                if let Some(culprit) = culprit {
                    return Some((culprit, row.binding));
                }
            }
        }
        None
    }

    /// Whether some key of a row leads to it in a place.
    fn is_reached(&self, place: Scope, row: &KeyRow) -> bool {
        row.keys.iter().any(|key| match key {
            Stroke::Chord(chord) => self.find(place, *chord) == Some(row),
            Stroke::AnyDigit => true,
        })
    }
}

impl Action {
    /// Whether it leads out, answers or helps: one can always ask for it by a key.
    const fn is_needed(self) -> bool {
        matches!(
            self,
            Self::Quit | Self::Back | Self::Help | Self::Interrupt | Self::Yes | Self::No | Self::SaveNote
        )
    }
}

/// Why the key means in that place what it means and nothing else, if so.
fn fixed(table: &Keys, scope: Scope, key: Stroke) -> Option<UserMessage> {
    let Stroke::Chord(chord) = key else { return Some(user_message("keys-digits")) };
    let Key::Char(c) = chord.key else { return None };
    if chord.ctrl && c == 'c' {
        return Some(user_message("keys-fixed"));
    }
    let same = [('i', Key::Tab), ('m', Key::Enter), ('[', Key::Esc)];
    if let Some((_, other)) = same.into_iter().find(|(letter, _)| chord.ctrl && *letter == c) {
        return Some(user_message("keys-same").with("other", Stroke::Chord(super::Chord::key(other))));
    }
    if chord.ctrl || chord.alt {
        return None;
    }
    if scope.is_text() {
        return Some(user_message("keys-typed"));
    }
    if is_committed(c, true) || key_of(c) != c {
        return Some(user_message("keys-committed"));
    }
    let digits = table.of(scope).any(|row| row.keys.contains(&Stroke::AnyDigit));
    (digits && c.is_ascii_digit()).then(|| user_message("keys-digits"))
}

#[cfg(test)]
mod tests {
    use super::super::{Chord, key_named};
    use super::*;
    use crate::messages::Messages;

    type Rows<'a> = &'a [(Scope, &'a str, &'a str)];

    fn with(rows: Rows<'_>) -> (Keys, Vec<(usize, UserMessage)>) {
        let change = |(scope, key, action): &(Scope, &'static str, &'static str)| KeyChange {
            scope: *scope,
            key,
            action: Some(action),
        };
        let rows: Vec<(Scope, &'static str, &'static str)> =
            rows.iter().map(|(s, k, a)| (*s, &*k.to_string().leak(), &*a.to_string().leak())).collect();
        Keys::with(&rows.iter().map(change).collect::<Vec<_>>())
    }

    fn means(keys: &Keys, scope: Scope, key: &str) -> Option<Action> {
        keys.resolve(scope, key_named(key).unwrap())
    }

    /// Holds that exactly these rows are refused, each for this reason, and nothing else is altered by them.
    fn refused(rows: Rows<'_>, why: &[(usize, &str)]) {
        let (keys, problems) = with(rows);
        let told: Vec<(usize, &str)> = problems.iter().map(|(at, said)| (*at, said.id)).collect();
        assert_eq!(told, why, "{rows:?}");
        for (_, said) in &problems {
            let sentence = Messages::english().say(said);
            assert!(!sentence.contains("{ $"), "{sentence}");
        }
        if why.len() == rows.len() {
            assert_eq!(keys, Keys::default(), "{rows:?}");
        }
    }

    #[test]
    fn a_row_gives_a_command_another_key_which_is_shown_first() {
        let (keys, problems) = with(&[
            (Scope::Browse, "ctrl-j", "next-paragraph"),
            (Scope::Browse, "ctrl-y", "documents"),
            (Scope::Reader, "Ctrl-k", "previous-paragraph"),
            (Scope::Palette, "ctrl-g", "palette-back"),
        ]);
        assert_eq!(problems, []);
        assert_eq!(means(&keys, Scope::List, "Ctrl-j"), Some(Action::NextParagraph));
        assert_eq!(means(&keys, Scope::List, "J"), Some(Action::NextParagraph), "the old one stays");
        assert_eq!(keys.key_of(Scope::Browse, Action::NextParagraph), "Ctrl-j");
        assert_eq!(means(&keys, Scope::Reader, "Ctrl-y"), Some(Action::Documents));
        assert_eq!(means(&keys, Scope::Reader, "Ctrl-k"), Some(Action::PreviousParagraph));
        assert_eq!(means(&keys, Scope::List, "Ctrl-k"), None);
        assert_eq!(means(&keys, Scope::Palette, "Ctrl-g"), Some(Action::Back));
    }

    #[test]
    fn keys_change_places_and_are_taken_away_on_purpose() {
        let (keys, problems) = with(&[
            (Scope::Browse, "j", "up"),
            (Scope::Browse, "k", "down"),
            (Scope::Browse, "x", "none"),
            (Scope::Browse, "Q", "quit"),
            (Scope::Browse, "q", "export"),
        ]);
        assert_eq!(problems, []);
        assert_eq!(means(&keys, Scope::Reader, "j"), Some(Action::Up));
        assert_eq!(means(&keys, Scope::Reader, "k"), Some(Action::Down));
        assert_eq!(means(&keys, Scope::Reader, "x"), None);
        assert_eq!(means(&keys, Scope::Reader, "q"), Some(Action::Export));
        assert_eq!(means(&keys, Scope::Reader, "Q"), Some(Action::Quit));
    }

    #[test]
    fn the_table_written_down_is_the_table() {
        let table = Keys::default();
        let written: Vec<(Scope, String, &str)> = table
            .rows
            .iter()
            .flat_map(|row| row.keys.iter().map(|key| (row.scope, key.to_string(), row.binding.id)))
            .collect();
        let rows: Vec<(Scope, &str, &str)> = written.iter().map(|(s, k, a)| (*s, k.as_str(), *a)).collect();
        let (keys, problems) = with(&rows);
        assert_eq!(problems, []);
        assert_eq!(keys, table);
    }

    #[test]
    fn what_cannot_be_is_told_row_by_row_and_the_row_stays_as_it_was() {
        refused(
            &[
                (Scope::Browse, "hyper-j", "down"),
                (Scope::Browse, "Ctrl-j", "next-paragrap"),
                (Scope::Browse, "Ctrl-j", "levitate"),
                (Scope::Browse, "Ctrl-j", "enter-reader"),
                (Scope::Browse, "Ctrl-j", "none"),
                (Scope::Browse, "5", "export"),
                (Scope::Browse, "0-9", "export"),
                (Scope::Browse, "改", "export"),
                (Scope::Browse, "Ctrl-i", "export"),
                (Scope::Search, "j", "search-next"),
            ],
            &[
                (0, "keys-no-key"),
                (1, "keys-no-action-near"),
                (2, "keys-no-action"),
                (3, "keys-elsewhere"),
                (4, "keys-nothing"),
                (5, "keys-digits"),
                (6, "keys-digits"),
                (7, "keys-committed"),
                (8, "keys-same"),
                (9, "keys-typed"),
            ],
        );
        refused(
            &[(Scope::Browse, "Ctrl-j", "export"), (Scope::Browse, "ctrl-J", "down")],
            &[(1, "keys-twice")],
        );
        let number = KeyChange { scope: Scope::Browse, key: "x", action: None };
        assert_eq!(Keys::with(&[number]).1[0].1.id, "keys-no-text");
    }

    #[test]
    fn no_row_takes_the_last_key_of_a_command_or_a_way_out() {
        refused(&[(Scope::Browse, "a", "export")], &[(0, "keys-last")]);
        refused(&[(Scope::Browse, "q", "down")], &[(0, "keys-last")]);
        refused(&[(Scope::Browse, "q", "none")], &[(0, "keys-last")]);
        refused(&[(Scope::List, "q", "down")], &[(0, "keys-last")]);
        refused(&[(Scope::Browse, "Ctrl-c", "down")], &[(0, "keys-fixed")]);
        refused(&[(Scope::Everywhere, "Ctrl-c", "none")], &[(0, "keys-fixed")]);
        refused(&[(Scope::Browse, "?", "down"), (Scope::Browse, "F1", "down")], &[(1, "keys-last")]);
        refused(&[(Scope::Question, "y", "no"), (Scope::Question, "1", "no")], &[(1, "keys-last")]);
        refused(
            &[(Scope::Compose, "Esc", "new-line"), (Scope::Compose, "Ctrl-s", "new-line")],
            &[(1, "keys-last")],
        );
    }

    #[test]
    fn whatever_the_rows_every_place_can_be_left_and_help_be_found() {
        let ids: Vec<&str> = TABLE.iter().map(|binding| binding.id).collect();
        let names: Vec<String> =
            Keys::default().rows.iter().flat_map(|row| row.keys.iter().map(Stroke::to_string)).collect();
        // A plain generator of numbers: the rows need not be good, only many.
        let mut seed = 1_usize;
        let mut next = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % most
        };
        for _ in 0..20 {
            let scope = Scope::ALL[next(Scope::ALL.len())];
            let rows: Vec<(Scope, &str, &str)> = (0..30)
                .map(|_| {
                    let action = if next(4) == 0 { "none" } else { ids[next(ids.len())] };
                    let scope = if next(2) == 0 { scope } else { Scope::ALL[next(Scope::ALL.len())] };
                    (scope, names[next(names.len())].as_str(), action)
                })
                .collect();
            let (keys, _) = with(&rows);
            for place in [Scope::List, Scope::Reader] {
                for action in [Action::Quit, Action::Help, Action::Back, Action::Interrupt] {
                    let key = keys.rows.iter().filter(|row| row.binding.action == action);
                    let chords = key.flat_map(|row| &row.keys).filter_map(|key| match key {
                        Stroke::Chord(chord) => Some(*chord),
                        Stroke::AnyDigit => None,
                    });
                    let mut chords: Vec<Chord> = chords.collect();
                    chords.retain(|chord| keys.resolve(place, *chord) == Some(action));
                    assert!(!chords.is_empty(), "{action:?} in {place:?}: {rows:?}");
                }
            }
        }
    }
}
