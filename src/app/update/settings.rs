//! Keys in the list of settings: a choice goes to its next word, anything else is typed.

use super::help;
use crate::app::{
    DiskEffect, Effect, Field, LiveSetting, Mode, SettingLine, SettingsPage, Shell, THEMES, TerminalEffect,
};
use crate::keymap::{Action, Chord, Scope};
use crate::messages::UserMessage;

/// Opens the list; it is read outside.
pub fn open(shell: &mut Shell) -> Vec<Effect> {
    shell.mode = Mode::Settings(Box::default());
    vec![Effect::Disk(DiskEffect::ReadSettings)]
}

pub fn on_key(shell: &mut Shell, chord: Chord, action: Option<Action>) -> Vec<Effect> {
    let Mode::Settings(page) = &mut shell.mode else { return Vec::new() };
    if page.field.is_some() {
        return typed(shell, chord, action);
    }
    let last = page.lines.len().saturating_sub(1);
    match action {
        Some(Action::PickNext) => page.pick = (page.pick + 1).min(last),
        Some(Action::PickPrevious) => page.pick = page.pick.saturating_sub(1),
        Some(Action::Top) => page.pick = 0,
        Some(Action::Bottom) => page.pick = last,
        Some(Action::NextValue) => return step(page, true),
        Some(Action::PreviousValue) => return step(page, false),
        Some(Action::DefaultValue) => return change(page, None),
        Some(Action::Help) => help::open(shell, Scope::Settings),
        Some(Action::Back) => shell.mode = Mode::Browse,
        _ => shell.tell_dead_key(None, chord),
    }
    Vec::new()
}

/// The next word of a choice, or the one before; what is no choice is typed.
fn step(page: &mut SettingsPage, forward: bool) -> Vec<Effect> {
    let Some(line) = page.lines.get(page.pick) else { return Vec::new() };
    let count = line.choices.len();
    if count == 0 {
        if forward {
            page.field = Some(Field::line(&line.value));
        }
        return Vec::new();
    }
    let here = line.choices.iter().position(|word| *word == line.value).unwrap_or(count - 1);
    let next = if forward { here + 1 } else { here + count - 1 } % count;
    let value = line.choices.get(next).map(|word| (*word).to_owned());
    change(page, value)
}

fn change(page: &SettingsPage, value: Option<String>) -> Vec<Effect> {
    let line = page.lines.get(page.pick);
    line.map(|line| Effect::Disk(DiskEffect::ChangeSetting { name: line.name, value })).into_iter().collect()
}

fn typed(shell: &mut Shell, chord: Chord, action: Option<Action>) -> Vec<Effect> {
    let Mode::Settings(page) = &mut shell.mode else { return Vec::new() };
    let Some(field) = &mut page.field else { return Vec::new() };
    match action {
        Some(Action::Back) => page.field = None,
        Some(Action::Take) => {
            let value = field.text().trim().to_owned();
            // Nothing typed is nothing set.
            return change(page, Some(value).filter(|value| !value.is_empty()));
        }
        _ => {
            let whole = field.edit(chord, action).unwrap_or(true);
            shell.tell_cut(whole);
        }
    }
    Vec::new()
}

/// The settings were read.
pub fn take_in(shell: &mut Shell, lines: Vec<SettingLine>, file: String) {
    let page = match &mut shell.mode {
        Mode::Help(help) => &mut *help.back,
        mode => mode,
    };
    if let Mode::Settings(page) = page {
        page.pick = page.pick.min(lines.len().saturating_sub(1));
        page.lines = lines;
        page.file = file;
    }
}

/// A setting was changed: what a running program heeds holds at once.
pub fn changed(shell: &mut Shell, live: Option<LiveSetting>, said: UserMessage) -> Vec<Effect> {
    if let Mode::Settings(page) = &mut shell.mode {
        page.field = None;
    }
    shell.tell(said);
    match live {
        Some(LiveSetting::Language(code)) => {
            shell.speak(&code);
        }
        Some(LiveSetting::Measure(columns)) => shell.measure = columns,
        Some(LiveSetting::Mouse(ours)) => {
            shell.mouse.ours = ours;
            return vec![Effect::Terminal(TerminalEffect::Mouse(ours))];
        }
        Some(LiveSetting::Theme(name)) => {
            let known = THEMES.into_iter().find(|known| *known == name);
            return known.map(TerminalEffect::Theme).map(Effect::Terminal).into_iter().collect();
        }
        None => {}
    }
    Vec::new()
}
