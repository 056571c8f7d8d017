//! A whole program without a terminal: keys in, the screen and the files out. Effects are performed by the real
//! storage and finder in a folder of the test's own; nothing waits, nothing sleeps.

#![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};
use jiff::tz::TimeZone;
use rapporteur::app::{
    App, Burst, DiskEffect, Effect, Msg, OpenDocument, Setup, SourceId, Stamp, Unsaved, update,
};
use rapporteur::config::{Environment, Paths};
use rapporteur::keymap::{Chord, Key, Keys, Scope, key_named};
use rapporteur::messages::Messages;
use rapporteur::model::{Change, Moment, NoteId, OperationId, OperationKind, PendingOperation};
use rapporteur::runtime::{Catalog, Finder, Language, Settings, Storage};
use rapporteur::text::{Ambiguous, width};
use rapporteur::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::{Position, Size};
use ratatui::style::Modifier;

/// A program that is running.
pub struct Program {
    pub app: App,
    storage: Storage,
    finder: Finder,
    clock: u64,
    /// Effects that need a terminal, for the test to look at.
    pub left: Vec<Effect>,
    pub quit: bool,
    /// Ids of the rows of the key table that were used.
    pub used: BTreeSet<&'static str>,
}

/// A folder for the program's data, and programs in it.
pub struct Place {
    pub folder: tempfile::TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Starts the program on the built-in document, or on the documents named.
    pub fn start(&self, width: u16, height: u16, named: &[&str]) -> Program {
        self.start_as("amara", width, height, named)
    }

    pub fn start_as(&self, reviewer: &str, width: u16, height: u16, named: &[&str]) -> Program {
        self.start_with(Messages::english(), Keys::default(), reviewer, (width, height), named)
    }

    /// Starts the program on the built-in document with these keys.
    pub fn start_with_keys(&self, keys: Keys, width: u16, height: u16) -> Program {
        self.start_with(Messages::english(), keys, "amara", (width, height), &[])
    }

    /// Starts the program on the built-in document with its interface in a language.
    pub fn start_in(&self, language: &str, width: u16, height: u16) -> Program {
        self.start_with(Messages::of(language).unwrap(), Keys::default(), "amara", (width, height), &[])
    }

    /// Starts the program on documents, with its interface in a language.
    pub fn start_on(&self, named: &[&str], language: &str, width: u16, height: u16) -> Program {
        let messages = Messages::of(language).unwrap();
        self.start_with(messages, Keys::default(), "amara", (width, height), named)
    }

    fn start_with(
        &self,
        messages: Messages,
        keys: Keys,
        reviewer: &str,
        (width, height): (u16, u16),
        named: &[&str],
    ) -> Program {
        let named: Vec<String> = named.iter().map(ToString::to_string).collect();
        let library = Catalog::open(&named, None, &self.data(), reviewer).unwrap().with_versions().unwrap();
        let entries = library.entries();
        let finder = Finder::over(library.clone(), None);
        let mut storage =
            Storage::new(library, self.folder.path().join("state")).with_settings(self.settings(reviewer));
        let opened = (entries.len() == 1).then(|| storage.open(SourceId(0), Language::AsLast).unwrap());
        let app = App::new(Setup {
            // The clock of these tests stands an hour before UTC.
            messages: Arc::new(messages.in_zone(|| TimeZone::fixed(jiff::tz::offset(1)))),
            size: Size::new(width, height),
            ambiguous: Ambiguous::Narrow,
            measure: 100,
            mouse: true,
            keys: Arc::new(keys),
            reviewer: reviewer.to_owned(),
            entries,
            remarks: Vec::new(),
            opened,
        });
        let mut program =
            Program { app, storage, finder, clock: 0, left: Vec::new(), quit: false, used: BTreeSet::new() };
        let first = program.app.first_effects();
        program.perform(first);
        program.read_on();
        program
    }

    /// Where the settings are kept.
    pub fn config(&self) -> PathBuf {
        self.folder.path().join("config/rapporteur/config.toml")
    }

    fn settings(&self, reviewer: &str) -> Settings {
        let environment = Environment {
            home: Some(self.folder.path().to_owned()),
            user: Some(reviewer.to_owned()),
            xdg_config: Some(self.folder.path().join("config")),
            ..Environment::default()
        };
        Settings { paths: Paths::of(&environment), environment, given: Vec::new() }
    }

    /// All review files, as their text.
    pub fn reviews(&self) -> String {
        let mut text = String::new();
        for folder in read_dir(&self.data().join("reviews")) {
            for file in read_dir(&folder) {
                text.push_str(&std::fs::read_to_string(file).unwrap());
            }
        }
        text
    }

    /// All drafts, as their text.
    pub fn drafts(&self) -> String {
        self.state("drafts")
    }

    /// All journals, as their text.
    pub fn journal(&self) -> String {
        let mut text = String::new();
        for project in read_dir(&self.folder.path().join("state")) {
            for folder in read_dir(&project.join("journal")) {
                for file in read_dir(&folder) {
                    text.push_str(&std::fs::read_to_string(file).unwrap());
                }
            }
        }
        text
    }

    /// The only review file.
    pub fn review_file(&self) -> PathBuf {
        let files: Vec<PathBuf> =
            read_dir(&self.data().join("reviews")).iter().flat_map(|folder| read_dir(folder)).collect();
        assert_eq!(files.len(), 1, "{files:?}");
        files[0].clone()
    }

    /// All files of that kind in the state folder, as their text.
    pub fn state(&self, kind: &str) -> String {
        let mut text = String::new();
        for project in read_dir(&self.folder.path().join("state")) {
            for file in read_dir(&project.join(kind)) {
                if file.extension().is_some_and(|e| e == "toml") {
                    text.push_str(&std::fs::read_to_string(file).unwrap());
                }
            }
        }
        text
    }
}

/// Puts a file into a test's own folder.
pub fn write(path: &std::path::Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// The events of keys as [`Program::keys`] takes them.
fn events(keys: &str) -> Vec<KeyEvent> {
    let mut events = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|r| r.split_once('>')).filter(|(name, _)| name.len() > 1);
        let named = named.and_then(|(name, after)| key_named(name).map(|chord| (chord, after)));
        let Some((chord, after)) = named else {
            rest = rest.strip_prefix(c).unwrap();
            events.push(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
            continue;
        };
        rest = after;
        let code = match chord.key {
            Key::Char(c) => KeyCode::Char(c),
            Key::Enter => KeyCode::Enter,
            Key::Esc => KeyCode::Esc,
            Key::Tab => KeyCode::Tab,
            Key::BackTab => KeyCode::BackTab,
            Key::Backspace => KeyCode::Backspace,
            Key::Delete => KeyCode::Delete,
            Key::Up => KeyCode::Up,
            Key::Down => KeyCode::Down,
            Key::Left => KeyCode::Left,
            Key::Right => KeyCode::Right,
            Key::Home => KeyCode::Home,
            Key::End => KeyCode::End,
            Key::PageUp => KeyCode::PageUp,
            Key::PageDown => KeyCode::PageDown,
            Key::F(n) => KeyCode::F(n),
        };
        let mut modifiers = KeyModifiers::NONE;
        if chord.ctrl {
            modifiers |= KeyModifiers::CONTROL;
        }
        if chord.alt {
            modifiers |= KeyModifiers::ALT;
        }
        events.push(KeyEvent::new(code, modifiers));
    }
    events
}

fn read_dir(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

impl Program {
    fn stamp(&mut self) -> Stamp {
        self.clock += 1;
        let burst = Burst::alone(self.clock);
        let minute = self.clock / 60 % 60;
        let at: Moment = format!("2026-11-23T14:{minute:02}:{:02}+01:00", self.clock % 60).parse().unwrap();
        Stamp { at, id: NoteId(rapporteur::store::new_id().to_string()), millis: self.clock * 300, burst }
    }

    /// Presses keys, one after the other. Names stand in angle brackets (`<Enter>`, `<Ctrl-s>`, `<Space>`), everything
    /// else is typed as it stands.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.keys_and(keys, |_| {})
    }

    /// The same, and looks at the program after each of them.
    pub fn keys_and(&mut self, keys: &str, mut look: impl FnMut(&App)) -> &mut Self {
        for event in events(keys) {
            self.note_used(event);
            let stamp = self.stamp();
            let burst = Burst::of(stamp.burst.id, std::iter::once(&event));
            self.send(Msg::Key(event, Stamp { burst, ..stamp }));
            look(&self.app);
        }
        self
    }

    /// Presses keys of which nothing follows outside of the core: nothing is saved, nothing found.
    pub fn unheard(&mut self, keys: &str) -> &mut Self {
        for event in events(keys) {
            let stamp = self.stamp();
            let burst = Burst::of(stamp.burst.id, std::iter::once(&event));
            update(&mut self.app, Msg::Key(event, Stamp { burst, ..stamp }));
            update(&mut self.app, Msg::Drawn);
        }
        self
    }

    /// Keys that are readable together, as one write of a terminal gives them.
    pub fn burst(&mut self, keys: &str) -> &mut Self {
        let events = events(keys);
        let stamp = self.stamp();
        let burst = Burst::of(stamp.burst.id, events.iter());
        for event in events {
            let id = NoteId(rapporteur::store::new_id().to_string());
            self.send(Msg::Key(event, Stamp { burst, id, ..stamp.clone() }));
        }
        self
    }

    /// The same keys, each by itself and so many milliseconds after the one before.
    pub fn one_by_one(&mut self, keys: &str, millis: u64) -> &mut Self {
        let first = self.stamp();
        for (at, event) in (1..).zip(events(keys)) {
            let stamp = self.stamp();
            let burst = Burst::of(stamp.burst.id, std::iter::once(&event));
            let millis = first.millis + at * millis;
            self.send(Msg::Key(event, Stamp { millis, burst, ..stamp }));
        }
        self
    }

    /// Remembers which row of the key table a key stands in.
    fn note_used(&mut self, event: KeyEvent) {
        let Some(chord) = Chord::of(event) else { return };
        let small = self.app.areas().too_small() && !self.app.shell.mode.is_field();
        let scope = if small { Scope::Small } else { self.app.scope() };
        self.used.extend(self.app.shell.keys.find(scope, chord).map(|row| row.binding.id));
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(Msg::Paste(text.to_owned()));
        self
    }

    pub fn mouse(&mut self, kind: crossterm::event::MouseEventKind, column: u16, row: u16) -> &mut Self {
        let stamp = self.stamp();
        self.send(Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }, stamp));
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.send(Msg::Resize(Size::new(width, height)));
        self
    }

    /// What happens about once a second.
    pub fn look(&mut self) -> &mut Self {
        let at = self.stamp().at;
        for message in self.storage.look(at) {
            self.send(message);
        }
        self
    }

    /// An operation from now on waits for a disk that does not answer.
    pub fn wait_for_the_disk(&mut self) {
        let (id, at) = (OperationId("waits".into()), self.stamp().at);
        let open = self.app.open.as_mut().unwrap();
        let mut review = open.mine.clone();
        let nothing = Change::Many(Vec::new());
        let pending = PendingOperation::done(&mut review, nothing, id, at, OperationKind::Done).unwrap();
        open.saving.unsaved.push(Unsaved { sequence: 99, pending: Arc::new(pending) });
    }

    /// Takes a message in, performs what follows from it, and draws, as the program does.
    pub fn send(&mut self, message: Msg) {
        let effects = update(&mut self.app, message);
        self.perform(effects);
        update(&mut self.app, Msg::Drawn);
    }

    /// Reads all documents that are still to be read for the search.
    pub fn read_on(&mut self) {
        while let Some(told) = self.finder.read_next() {
            told.into_iter().for_each(|told| self.send(told));
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quit | Effect::Abandon => self.quit = true,
                Effect::Search(effect) => {
                    for answer in self.finder.perform(effect) {
                        self.send(answer);
                    }
                    self.read_on();
                }
                Effect::Terminal(_) | Effect::Disk(DiskEffect::Export { .. }) => self.left.push(effect),
                Effect::Disk(effect) => {
                    for answer in self.storage.perform(effect) {
                        self.send(answer);
                    }
                }
            }
        }
    }

    /// The open document.
    pub fn open(&self) -> &OpenDocument {
        self.app.open.as_ref().unwrap()
    }

    /// The screen, row by row, without the second halves of wide glyphs.
    pub fn rows(&self) -> Vec<String> {
        self.draw().0
    }

    /// The screen as one text.
    pub fn screen(&self) -> String {
        self.rows().join("\n")
    }

    /// The sentence that was just said, in one piece however the screen breaks it.
    pub fn notice(&self) -> String {
        self.app
            .shell
            .notices
            .user_message()
            .map(|said| self.app.shell.messages.say(said))
            .unwrap_or_default()
    }

    /// Where the terminal's cursor stands, if it is shown.
    pub fn cursor(&self) -> Option<Position> {
        self.draw().1
    }

    /// What stands on the screen with that look, run by run.
    pub fn with_modifier(&self, modifier: Modifier) -> Vec<String> {
        let mut terminal =
            Terminal::new(TestBackend::new(self.app.shell.size.width, self.app.shell.size.height)).unwrap();
        terminal.draw(|frame| view(&self.app, Theme::Auto, frame)).unwrap();
        let buffer = terminal.backend().buffer();
        let mut runs: Vec<String> = Vec::new();
        for y in 0..buffer.area.height {
            let mut open = false;
            let mut x = 0;
            while x < buffer.area.width {
                let cell = &buffer[(x, y)];
                if cell.modifier.contains(modifier) {
                    if !open {
                        runs.push(String::new());
                    }
                    runs.last_mut().unwrap().push_str(cell.symbol());
                }
                open = cell.modifier.contains(modifier);
                x += width(cell.symbol(), Ambiguous::Narrow).max(1) as u16;
            }
        }
        runs
    }

    fn draw(&self) -> (Vec<String>, Option<Position>) {
        let mut terminal =
            Terminal::new(TestBackend::new(self.app.shell.size.width, self.app.shell.size.height)).unwrap();
        let mut shown = None;
        terminal
            .draw(|frame| {
                view(&self.app, Theme::Auto, frame);
            })
            .unwrap();
        if terminal.backend().cursor_visible() {
            shown = Some(terminal.backend().cursor_position());
        }
        let buffer = terminal.backend().buffer();
        let mut rows = Vec::new();
        for y in 0..buffer.area.height {
            let mut row = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += width(symbol, Ambiguous::Narrow).max(1) as u16;
            }
            rows.push(row.trim_end().to_owned());
        }
        (rows, shown)
    }
}
