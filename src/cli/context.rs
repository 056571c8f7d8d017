//! What every command knows: settings, sentences, who the reviewer is, how to print, what time it is.

use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arguments::{Color, Global};
use super::outcome::Failure;
use super::page::Style;
use crate::config::{self, AmbiguousWidth, Config, Environment, Paths};
use crate::messages::{Messages, UserMessage, user_message};
use crate::model::{Moment, NoteId};
use crate::store::{self, Workspace};
use crate::text::Ambiguous;
use crate::ui::Theme;

/// The most columns that text is laid out in.
const COLUMNS: u16 = 100;

/// Settings and surroundings of a command.
#[derive(Debug)]
pub struct CommandContext {
    /// The sentences in the language of this run.
    pub messages: Arc<Messages>,
    /// The settings as the file has them; the command line is in `global`.
    pub config: Config,
    /// What is wrong with the settings.
    pub warnings: Vec<UserMessage>,
    /// The variables of the environment that count.
    pub environment: Environment,
    /// The folders in which the program keeps things.
    pub paths: Paths,
    /// Whose notes these are.
    pub reviewer: String,
    /// What was said of all commands.
    pub global: Global,
    /// How a page looks.
    pub style: Style,
}

/// What is known before anything is asked for: help speaks the language that is set here.
#[derive(Debug)]
pub struct Surroundings {
    /// The variables of the environment that count.
    pub environment: Environment,
    /// The folders in which the program keeps things.
    pub paths: Paths,
    /// The settings as the file has them; the command line is in `global`.
    pub config: Config,
    /// What is wrong with the settings.
    pub warnings: Vec<UserMessage>,
}

impl Surroundings {
    /// Reads the environment and the settings.
    pub fn read() -> Self {
        let environment = Environment::read();
        let paths = Paths::of(&environment);
        let read = |file: PathBuf| match crate::store::read_settings(&file) {
            Ok(Some(text)) => Config::parse(&text, &file, environment.home.as_deref()),
            Ok(None) => (Config::default(), Vec::new()),
            Err(error) => {
                (Config::default(), vec![user_message("config-cannot-read").and("why", error.user_message())])
            }
        };
        let (config, warnings) = paths.config_file().map(read).unwrap_or_default();
        Self { environment, paths, config, warnings }
    }
}

impl Color {
    /// Whether what is printed has colors, on a terminal or elsewhere.
    pub fn holds(self, terminal: bool, environment: &Environment) -> bool {
        match self {
            Self::Auto => terminal && !environment.no_color && !environment.is_dumb(),
            Self::Always => true,
            Self::Never => false,
        }
    }
}

impl CommandContext {
    /// From what was asked for and the surroundings.
    pub fn new(messages: Arc<Messages>, global: Global, around: Surroundings) -> Result<Self, Failure> {
        let Surroundings { environment, paths, config, warnings } = around;
        let reviewer = config::reviewer(global.reviewer.as_deref(), &config, &environment);
        let style = style(&global, &config, &environment);
        Ok(Self { messages, config, warnings, environment, paths, reviewer, global, style })
    }

    /// Finds a place for what the screen keeps, and gives a warning of one that is not the usual: a home folder in which
    /// nothing can be made is as good as none.
    pub fn settle(&mut self) -> Result<Option<UserMessage>, Failure> {
        if self.paths.stand_in.is_none() && store::make_private_folder(&self.paths.state).is_err() {
            let homeless = Environment { home: None, ..self.environment.clone() };
            let stand_in = Paths::of(&homeless);
            // Where someone named that folder nothing else is meant; what cannot be kept is told.
            if stand_in.state != self.paths.state {
                // Notes that are there are shown, even if no more can be added.
                let data = if store::exists(&self.paths.data) { &self.paths.data } else { &stand_in.data };
                self.paths = Paths { data: data.clone(), ..stand_in };
            }
        }
        let Some(folder) = &self.paths.stand_in else { return Ok(None) };
        store::is_own_folder(folder)?;
        store::make_private_folder(&self.paths.state)?;
        let id = if self.paths.is_data_homeless() { "cli-stand-in" } else { "cli-stand-in-drafts" };
        Ok(Some(user_message(id).with("path", folder.display())))
    }

    /// Holds that nobody else made the folder that stands in for a home. One that is not there is nobody's.
    pub fn own(&self) -> Result<(), Failure> {
        self.paths.stand_in.iter().try_for_each(|folder| store::is_own_folder(folder).map_err(Failure::from))
    }

    /// Holds that what a command writes is kept where it will be found again: the screen says where it keeps things
    /// without a home, a command that a program runs would say it to nobody.
    pub fn keeps(&self, workspace: &Workspace) -> Result<(), Failure> {
        let default = Workspace::default_at(&self.paths.data);
        if self.paths.is_data_homeless() && workspace.root() == default.root() {
            return Err(Failure::files(user_message("cli-no-home")));
        }
        Ok(())
    }

    /// A sentence in the language of this run. Not yet safe to print: it can hold what a file holds.
    pub fn say(&self, said: &UserMessage) -> String {
        self.messages.say(said)
    }

    /// A word whose id is made of its parts.
    pub fn word(&self, id: &str) -> String {
        self.messages.word(id).unwrap_or_default()
    }

    /// The workspace that was asked for, on the command line or in the settings.
    pub fn workspace(&self) -> Option<&Path> {
        self.global.workspace.as_deref().or(self.config.workspace.as_deref())
    }

    /// The time now, with the zone of the place.
    pub fn now(&self) -> Moment {
        crate::runtime::now()
    }

    /// A point in time, by the clock of the place where one is.
    pub fn when(&self, at: Moment) -> String {
        format!("{} {}", self.messages.day(at), self.messages.clock(at))
    }

    /// An id for a new note.
    pub fn new_id(&self) -> NoteId {
        NoteId(crate::store::new_id().to_string())
    }

    /// The theme of the screen: the configuration's, unless colors are asked for or forbidden.
    pub fn theme(&self) -> Theme {
        let named = self.config.theme.as_deref().and_then(Theme::named).unwrap_or_default();
        match self.global.color.unwrap_or_default() {
            Color::Auto if self.environment.no_color => Theme::None,
            Color::Always if named == Theme::None => Theme::Auto,
            Color::Auto | Color::Always => named,
            Color::Never => Theme::None,
        }
    }
}

fn style(global: &Global, config: &Config, environment: &Environment) -> Style {
    let terminal = stdout().is_terminal();
    // Only of a terminal: where there is none crossterm would start a program called `tput` to find out.
    let columns = terminal.then(crossterm::terminal::size).and_then(Result::ok);
    Style {
        color: global.color.unwrap_or_default().holds(terminal, environment),
        terminal,
        // A terminal that says it has no columns has not said anything.
        columns: columns
            .map(|(columns, _)| if columns > 0 { columns } else { environment.window().0 })
            .map(|columns| columns.min(COLUMNS)),
        ambiguous: match config.ambiguous_width {
            AmbiguousWidth::Narrow => Ambiguous::Narrow,
            AmbiguousWidth::Wide => Ambiguous::Wide,
        },
    }
}
