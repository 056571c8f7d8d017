//! What was probably meant by something that is not known: a command, an option, a value, or a whole line with each
//! word in its place. Found in clap's own definitions, so that every command and option can be meant. Says nothing.
//!
//! # Files
//!
//! - `line`: A whole line with each word in its place, as a shell takes it

mod line;

use clap::{Arg, Command};

use crate::messages::{Messages, captions, nearest};
use crate::model::{NoteKind, ReviewStatus};
use line::is_label;
pub use line::shell_word;

/// Words that people bring from other programs, and what is called so here.
const HABITS: [(&str, &str); 19] = [
    ("add", "note add"),
    ("annotate", "note add"),
    ("cat", "show"),
    ("comments", "notes"),
    ("diff", "recover show"),
    ("find", "search"),
    ("grep", "search"),
    ("lint", "check"),
    ("list", "notes"),
    ("ls", "notes"),
    ("print", "show"),
    ("progress", "status"),
    ("remove", "note delete"),
    ("rm", "note delete"),
    ("save", "export"),
    ("set", "status set"),
    ("undo", "recover"),
    ("validate", "check"),
    ("view", "show"),
];

/// What was typed, and what there is.
#[derive(Debug)]
pub struct CommandLine<'a> {
    root: &'a Command,
    /// The command that was named, from below the program's name: `note`, `add`.
    path: Vec<&'a str>,
    /// Its words that are no options and no values of options.
    words: Vec<&'a str>,
    typed: &'a [String],
}

impl<'a> CommandLine<'a> {
    /// Reads the arguments as far as they can be understood.
    pub fn of(root: &'a Command, typed: &'a [String]) -> Self {
        let (mut path, mut words) = (Vec::new(), Vec::new());
        let mut command = root;
        let mut rest = typed.iter();
        while let Some(word) = rest.next() {
            if word == "--" {
                words.extend(rest.by_ref().map(String::as_str));
            } else if word.len() > 1 && word.starts_with('-') {
                let takes = |arg: &Arg| arg.get_action().takes_values() && is(arg, word);
                if root.get_arguments().chain(command.get_arguments()).any(takes) {
                    rest.next();
                }
            } else if let Some(sub) = command.find_subcommand(word).filter(|_| words.is_empty()) {
                path.push(sub.get_name());
                command = sub;
            } else {
                words.push(word);
            }
        }
        Self { root, path, words, typed }
    }

    fn command(&self) -> &'a Command {
        let mut command = self.root;
        for name in &self.path {
            command = command.find_subcommand(name).unwrap_or(command);
        }
        command
    }

    fn named(&self, path: &[&str]) -> String {
        let mut line = String::from("rapporteur");
        for word in path {
            line.push(' ');
            line.push_str(word);
        }
        line
    }

    /// How the command is used, in a line.
    pub fn usage(&self) -> String {
        let usage = self.command().clone().bin_name(self.named(&self.path)).render_usage().to_string();
        let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage).trim();
        usage.lines().next().unwrap_or_default().replace("[OPTIONS] ", "")
    }

    /// An option that was typed as no option is: with one hyphen, or with the dash that a word processor made of two.
    pub fn dashed(&self) -> Option<(&'a str, String)> {
        let options = || self.root.get_arguments().chain(self.command().get_arguments());
        let spelt = |word: &'a String| {
            let bare = word.trim_start_matches(['-', '–', '—', '―', '−', '－', '‐', '‑']);
            let name = bare.split('=').next().unwrap_or_default();
            let well = word.starts_with("--") && word.strip_prefix("--") == Some(bare);
            let long = options().filter_map(Arg::get_long).find(|long| *long == name)?;
            let typed_short = name.chars().count() < 2;
            (!well && bare.len() < word.len() && !typed_short).then(|| (word.as_str(), format!("--{long}")))
        };
        self.typed.iter().take_while(|word| *word != "--").find_map(spelt)
    }

    /// The option that was meant by one that is not known here.
    pub fn option(&self, typed: &str) -> Option<String> {
        let name = typed.trim_start_matches('-').split('=').next().unwrap_or_default();
        let known: Vec<&str> = self
            .root
            .get_arguments()
            .chain(self.command().get_arguments())
            .filter_map(Arg::get_long)
            .collect();
        if let Some(long) = close(name, &known) {
            return Some(format!("--{long}"));
        }
        // One that another command has.
        let all = paths(self.root);
        let bare = typed.split('=').next().unwrap_or_default();
        let has = |sub: &Command| sub.get_arguments().any(|arg| is(arg, bare));
        let (path, _) = all.iter().find(|(_, sub)| has(sub))?;
        Some(format!("{} {bare}", self.named(path)))
    }

    /// The command that was meant by a word that is none.
    pub fn command_named(&self, word: &str) -> Option<String> {
        let lower = word.to_lowercase();
        let here: Vec<&str> = self.command().get_subcommands().map(Command::get_name).collect();
        if let Some(name) = close(&lower, &here) {
            return Some(format!("{} {name}", self.named(&self.path)));
        }
        // A command called so lies elsewhere, or other programs call it so.
        let all = paths(self.root);
        let habit = HABITS.iter().find(|(habit, _)| *habit == lower).map(|(_, path)| self.named(&[path]));
        let last: Vec<&str> = all.iter().filter_map(|(path, _)| path.last().copied()).collect();
        let near = || close(&lower, &last).and_then(|name| all.iter().find(|(p, _)| p.last() == Some(&name)));
        if let Some(meant) = habit.or_else(|| near().map(|(path, _)| self.named(path))) {
            return Some(meant);
        }
        // An option without its hyphens.
        let options: Vec<&str> = self.root.get_arguments().filter_map(Arg::get_long).collect();
        close(&lower, &options).map(|long| format!("{} --{long}", self.named(&self.path)))
    }

    /// A command that is called nearly so, wherever it stands.
    pub fn any_command(&self, word: &str) -> Option<String> {
        let all = paths(self.root);
        let last: Vec<&str> = all.iter().filter_map(|(path, _)| path.last().copied()).collect();
        let near = close(&word.to_lowercase(), &last)?;
        all.iter().find(|(path, _)| path.last() == Some(&near)).map(|(path, _)| path.join(" "))
    }

    /// What `help` was to tell of.
    pub fn help(&self) -> String {
        let words = self.words.iter().skip_while(|word| **word != "help").skip(1);
        let mut path = self.path.clone();
        path.extend(words.take_while(|word| !word.starts_with('-')));
        let mut command = self.root;
        let known = path.iter().take_while(|name| {
            let sub = command.find_subcommand(name);
            command = sub.unwrap_or(command);
            sub.is_some()
        });
        let known: Vec<&str> = known.copied().collect();
        format!("{} --help", self.named(&known))
    }

    /// What was meant by a word that stands where a document is expected and is none.
    pub fn document(&self, word: &str) -> Option<String> {
        if word == "help" {
            return Some(self.help());
        }
        let first = self.path.first().copied();
        if is_label(word) {
            return Some(match first {
                Some("status") => format!("rapporteur status set {} STATUS", shell_word(word)),
                _ => format!("rapporteur show --paragraph {}", shell_word(word)),
            });
        }
        match first {
            Some("export") if word.contains('.') => {
                Some(format!("rapporteur export -o {}", shell_word(word)))
            }
            // A symbol and a path are no words, and no commands.
            _ if word.contains(['/', '.']) => None,
            Some("search") => Some(format!("rapporteur search {}", shell_word(&self.words.join(" ")))),
            Some(_) => None,
            None => self.command_named(word),
        }
    }
}

/// The value that was meant by one that is none of those known; also by its word in a language of the program.
pub fn value<'k>(messages: &Messages, typed: &str, known: &[&'k str]) -> Option<&'k str> {
    let caption = |known: &str| {
        let status = ReviewStatus::from_word(known).map(captions::status);
        status.or_else(|| NoteKind::from_word(known).map(captions::kind))
    };
    let spoken = known.iter().find(|known| caption(known).is_some_and(|said| messages.say(&said) == typed));
    spoken.copied().or_else(|| close(typed, known))
}

/// The nearest of some words, or the only one that begins so.
fn close<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    if typed.is_empty() {
        return None;
    }
    if let Some(near) = nearest(typed, known.iter().copied()) {
        return Some(near);
    }
    let mut begun = known.iter().filter(|known| typed.chars().count() > 1 && known.starts_with(typed));
    match (begun.next(), begun.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// Every command with the words that name it, the shorter ones first.
fn paths(root: &Command) -> Vec<(Vec<&str>, &Command)> {
    let mut all: Vec<(Vec<&str>, &Command)> = vec![(Vec::new(), root)];
    let mut at = 0;
    while let Some((path, command)) = all.get(at).cloned() {
        let below = command.get_subcommands().map(|sub| ([path.as_slice(), &[sub.get_name()]].concat(), sub));
        all.extend(below);
        at += 1;
    }
    all.remove(0);
    all
}

fn is(arg: &Arg, word: &str) -> bool {
    match word.strip_prefix("--") {
        Some(long) => {
            arg.get_long() == Some(long.split('=').next().unwrap_or_default()) && !word.contains('=')
        }
        None => {
            let mut letters = word.chars().skip(1);
            arg.get_short() == letters.next() && letters.next().is_none()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help;

    pub fn tree() -> Command {
        let mut tree = help::command(&Messages::english());
        tree.build();
        tree
    }

    pub fn typed(line: &str) -> Vec<String> {
        line.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }

    /// The word with two letters changed about.
    fn slip(word: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let at = letters.windows(2).rposition(|two| two.first() != two.last()).unwrap();
        letters.swap(at, at + 1);
        letters.into_iter().collect()
    }

    #[test]
    fn every_command_and_every_option_is_meant_by_a_slip_of_the_fingers() {
        let tree = tree();
        let mut all = paths(&tree);
        all.push((Vec::new(), &tree));
        for (path, command) in all {
            let options = tree.get_arguments().chain(command.get_arguments()).filter_map(Arg::get_long);
            for long in options {
                let wrong = format!("--{}", slip(long));
                let words: Vec<String> =
                    path.iter().map(|word| (*word).to_owned()).chain([wrong.clone()]).collect();
                let meant = CommandLine::of(&tree, &words).option(&wrong);
                assert_eq!(meant, Some(format!("--{long}")), "{path:?} {wrong}");
            }
            let Some((last, above)) = path.split_last() else { continue };
            let wrong = slip(last);
            let words: Vec<String> =
                above.iter().map(|word| (*word).to_owned()).chain([wrong.clone()]).collect();
            let meant = CommandLine::of(&tree, &words).command_named(&wrong);
            assert_eq!(meant, Some(format!("rapporteur {}", path.join(" "))), "{path:?} {wrong}");
        }
    }

    #[test]
    fn what_is_no_document_is_what_it_was_meant_to_be() {
        let tree = tree();
        for (words, name, meant) in [
            ("shwo", "shwo", Some("rapporteur show")),
            ("expo", "expo", Some("rapporteur export")),
            ("ls", "ls", Some("rapporteur notes")),
            ("add", "add", Some("rapporteur note add")),
            ("restore", "restore", Some("rapporteur recover restore")),
            ("help", "help", Some("rapporteur --help")),
            ("help note add", "help", Some("rapporteur note add --help")),
            ("show help", "help", Some("rapporteur show --help")),
            ("version", "version", Some("rapporteur --version")),
            ("18", "18", Some("rapporteur show --paragraph 18")),
            ("show 18b", "18b", Some("rapporteur show --paragraph 18b")),
            ("status 1-5", "1-5", Some("rapporteur status set 1-5 STATUS")),
            ("export n.md", "n.md", Some("rapporteur export -o n.md")),
            ("search rule of law", "of", Some("rapporteur search \"rule of law\"")),
            ("A/AC.1/L.1", "A/AC.1/L.1", None),
            ("show nothing", "nothing", None),
            ("qqqqqq", "qqqqqq", None),
        ] {
            let words = typed(words);
            assert_eq!(CommandLine::of(&tree, &words).document(name).as_deref(), meant, "{words:?}");
        }
    }

    #[test]
    fn dashes_of_word_processors_and_single_hyphens_are_seen() {
        let tree = tree();
        for (words, option) in [
            ("note add —paragraph 3 x", Some("--paragraph")),
            ("note add –quote x", Some("--quote")),
            ("show －－json", Some("--json")),
            ("note add -paragraph 3 x", Some("--paragraph")),
            ("show -text=zh", Some("--text")),
            ("note add --paragraph 3 -- —paragraph", None),
            ("note add -p 3 — x", None),
            ("note add -p 3 --quote x", None),
        ] {
            let words = typed(words);
            let meant = CommandLine::of(&tree, &words).dashed().map(|(_, option)| option);
            assert_eq!(meant.as_deref(), option, "{words:?}");
        }
    }

    #[test]
    fn a_value_is_meant_by_a_slip_and_by_its_word_in_the_language_of_the_program() {
        let chinese = Messages::of("zh").unwrap();
        let statuses = ["unreviewed", "accept", "query", "amend", "reserve"];
        for (typed, meant) in
            [("acept", Some("accept")), ("存疑", Some("query")), ("res", Some("reserve")), ("maybe", None)]
        {
            assert_eq!(value(&chinese, typed, &statuses), meant, "{typed}");
        }
    }
}
