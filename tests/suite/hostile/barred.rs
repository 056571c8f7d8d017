//! Files and folders without permissions: each is named with the command that mends it, and that command mends it.

#![expect(clippy::disallowed_methods, reason = "a test takes permissions away and starts the program")]

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::samples::{REVIEW, REVIEWS, SYMBOL};
use crate::cli::ENGLISH;
use crate::home::{Home, Ran, binary, ran};

/// For whom permissions hold: not for root.
const NOBODY: u32 = 65_534;

/// The program and a shell as someone for whom permissions hold.
struct Someone {
    home: Home,
    program: PathBuf,
    user: Option<u32>,
}

impl Someone {
    fn new() -> Self {
        let home = Home::new();
        let root = rustix::process::geteuid().is_root();
        // Where the program was built nobody else may look.
        let program = if root { home.path("program") } else { binary().to_owned() };
        if root {
            fs::copy(binary(), &program).unwrap();
        }
        Self { home, program, user: root.then_some(NOBODY) }
    }

    fn own(&self) {
        if self.user.is_some() {
            fs::set_permissions(self.home.path(""), fs::Permissions::from_mode(0o755)).unwrap();
            own(&self.home.path(""));
        }
    }

    fn run(&self, program: &Path, args: &[&str]) -> Ran {
        let mut command = Command::new(program);
        command.args(args).env_clear().envs(self.home.environment()).current_dir(self.home.path(""));
        if let Some(user) = self.user {
            command.uid(user).gid(user);
        }
        ran(command.stdin(Stdio::null()).output().unwrap())
    }
}

/// Gives a folder and all that is in it away.
fn own(path: &Path) {
    chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    for entry in fs::read_dir(path).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { own(&path) } else { chown(&path, Some(NOBODY), Some(NOBODY)).unwrap() }
    }
}

#[test]
fn what_has_no_permissions_is_named_with_the_command_that_mends_it() {
    let someone = Someone::new();
    let home = &someone.home;
    let data = ".local/share/rapporteur";
    home.write(&format!("{data}/documents/en.toml"), ENGLISH);
    home.write("it's here/a document.toml", ENGLISH);
    home.write(&format!("{REVIEWS}/chen.toml"), REVIEW.replace("amara", "chen"));
    home.write(".config/rapporteur/config.toml", "mouse = false\n");
    someone.own();
    let add = ["--document", SYMBOL, "note", "add", "--paragraph", "1", "x"];
    assert_eq!(someone.run(&someone.program, &add).code, Some(0));
    let journals = home.files(".local/state/rapporteur");
    let journal = journals.iter().find(|path| path.extension().is_some_and(|end| end == "jsonl")).unwrap();
    let journal = journal.strip_prefix(home.path("")).unwrap().display().to_string();
    let (notes, check, recover) =
        (&["--document", SYMBOL, "notes"][..], &["check"][..], &["--document", SYMBOL, "recover"][..]);
    let named = home.arg("it's here/a document.toml");
    let show = &["show", &named][..];
    let document = format!("{data}/documents/en.toml");
    let documents = format!("{data}/documents");
    let (mine, chen) = (format!("{REVIEWS}/amara.toml"), format!("{REVIEWS}/chen.toml"));
    for (path, commands) in [
        ("it's here/a document.toml", vec![show, &["check", &named]]),
        ("it's here", vec![show]),
        (&document, vec![check]),
        (&documents, vec![check]),
        (&mine, vec![notes, &add, check]),
        (&chen, vec![notes, check]),
        (REVIEWS, vec![notes, &add]),
        (".config/rapporteur/config.toml", vec![notes]),
        (".config/rapporteur", vec![notes]),
        (&journal, vec![recover, check]),
    ] {
        let whole = home.path(path);
        let mode = fs::metadata(&whole).unwrap().permissions();
        for command in commands {
            fs::set_permissions(&whole, fs::Permissions::from_mode(0o000)).unwrap();
            let told = someone.run(&someone.program, command);
            let told = format!("{}{}", told.out, told.err);
            fs::set_permissions(&whole, fs::Permissions::from_mode(0o000)).unwrap();
            let mend = told.lines().find_map(|line| line.split_once("chmod u+")).map(|(_, mend)| mend);
            let Some(mend) = mend else { panic!("{path} {command:?}: {told}") };
            let end = mend.rfind('\'').map_or(mend.len(), |at| at + 1);
            let mend = format!("chmod u+{}", mend.get(..end).unwrap());
            let ran = someone.run(Path::new("/bin/sh"), &["-c", &mend]);
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{path}: {mend}");
            let now = fs::metadata(&whole).unwrap().permissions().mode();
            assert_eq!(now & 0o600, 0o600, "{path}: {mend}");
            let again = someone.run(&someone.program, command);
            assert!(
                !format!("{}{}", again.out, again.err).contains("permission denied"),
                "{path}: {}",
                again.err
            );
        }
        fs::set_permissions(&whole, mode).unwrap();
    }
}
