//! P3: any error of the system is told and harms nothing. strace makes one system call of a save fail, each in its
//! turn, in a writer that has begun well and in the program's own `note add`.

#![expect(clippy::disallowed_methods, reason = "a test starts strace and reads what it wrote")]

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::ground::{Place, Random, figure, has, long, run, skipped};
use crate::hand::Harm;
use crate::twin::Flaw;
use crate::writer::{Line, Orders, Writer, acknowledged};

/// The errors.
pub const ERRORS: [&str; 6] = ["EIO", "ENOSPC", "EDQUOT", "EINTR", "EROFS", "ENOLCK"];

/// The calls, by the sets that strace is told: one is one thing done, under its several names.
pub const CALLS: [&str; 16] = [
    "openat",
    "read",
    "write",
    "fsync",
    "fdatasync",
    "rename,renameat,renameat2",
    "link,linkat",
    "unlink,unlinkat",
    "flock",
    "close",
    "getrandom",
    "mmap",
    "mkdir,mkdirat",
    "fchmod,ftruncate",
    "statx,newfstatat",
    "readlink,readlinkat,access,faccessat,faccessat2",
];

/// Those without which no save is whole.
const VITAL: [&str; 3] = ["fsync", "fdatasync", "rename,renameat,renameat2"];

/// One call that is made to fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    pub call: &'static str,
    pub error: &'static str,
    /// The how-manieth call of its set, from 1.
    pub index: usize,
}

impl Fault {
    /// What strace is told. `write` is always in its log: the acknowledgements are seen there, in order.
    pub fn arguments(self, log: &Path) -> Vec<String> {
        let Self { call, error, index } = self;
        let trace = format!("trace={call},write");
        let inject = format!("inject={call}:error={error}:when={index}");
        let texts = ["-qq", "-y", "-s", "200", "-o", &log.display().to_string(), "-e", &trace, "-e", &inject];
        texts.map(str::to_owned).to_vec()
    }

    /// Whether a failing of this call leaves no save whole: then it has to be told, not passed over. The line is
    /// strace's; what is kept besides (backups, the generation before) may fail without a save failing.
    fn is_vital(self, line: &str) -> bool {
        let of_a_save = VITAL.contains(&self.call);
        of_a_save && self.error != "EINTR" && (line.contains("/reviews/") || line.contains("/journal/"))
    }

    /// Whether a temporary file may stay: what would have removed it failed.
    pub fn may_leave(self) -> bool {
        self.call.starts_with("unlink")
    }
}

/// What a run with a fault was like.
#[derive(Debug)]
struct Ran {
    /// Whether the call was made at all.
    injected: bool,
    /// What is wrong.
    wrong: Option<String>,
    /// Saves of which the failing was told.
    told: usize,
}

/// Attaches strace to a thread, to let a call fail, and waits until it holds it.
pub fn attach(thread: u32, fault: Fault, log: &Path) -> Result<Child, String> {
    // Without -q: "attached" is said.
    attach_with(thread, fault.arguments(log).into_iter().filter(|argument| argument != "-qq"))
}

/// Attaches strace to a thread with these arguments, and waits until it holds it.
pub fn attach_with(thread: u32, arguments: impl IntoIterator<Item = String>) -> Result<Child, String> {
    let mut command = Command::new("strace");
    command.args(arguments);
    command.args(["-p", &thread.to_string()]).stderr(Stdio::piped()).stdin(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stderr.as_mut().unwrap()).read_line(&mut line).unwrap();
    if !line.contains("attached") {
        child.wait().unwrap();
        return Err(line.trim().to_owned());
    }
    Ok(child)
}

/// Lets a writer save a few notes while one call fails.
fn writer_with(flaw: Option<Flaw>, fault: Fault) -> Result<Ran, String> {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::in_folder(folder.path());
    let log = folder.path().join("log");
    // Something is there already: the old file has to stay whole.
    let mut first = Writer::start(&Orders::new(&place, "old", flaw, 1));
    first.hear(|line| *line == Line::Done);
    let (_, lines) = first.end();
    let mut all = acknowledged(&lines);
    assert_eq!(all.len(), 1, "{lines:?}");
    let mut orders = Orders::new(&place, "new", flaw, 3);
    orders.waits = true;
    let mut writer = Writer::start(&orders);
    let thread = writer.ready().ok_or("the writer did not start")?;
    let mut strace = attach(thread, fault, &log)?;
    writer.go();
    let (status, lines) = writer.end();
    strace.wait().unwrap();
    all.extend(acknowledged(&lines));
    let log = std::fs::read_to_string(&log).unwrap_or_default();
    let told = lines
        .iter()
        .filter(|line| matches!(line, Line::Not { .. } | Line::Unsure { .. } | Line::Told { .. }))
        .count();
    let harm = Harm::to(&place, &all);
    let left = place.temporary().len();
    let wrong = if harm.is_any() {
        Some(harm.to_string())
    } else if falsely_saved(fault, &log) {
        Some("false Saved".to_owned())
    } else if left > 0 && !fault.may_leave() {
        Some(format!("{left} temporary files left"))
    } else if !status.success() && fault.call != "mmap" && !is_asserted_by_std(fault, &log) {
        Some(format!("the writer ended with {status}"))
    } else if status.success()
        && fault.call != "write"
        && fault.call != "mmap"
        && lines.last() != Some(&Line::Done)
    {
        Some("the writer did not go on".to_owned())
    } else {
        None
    };
    Ok(Ran { injected: log.contains("(INJECTED)"), wrong, told })
}

/// Whether the first thing that was said after a vital call failed was that all was saved.
fn falsely_saved(fault: Fault, log: &str) -> bool {
    let mut after = log.lines().skip_while(|line| !line.contains("(INJECTED)"));
    let vital = after.next().is_some_and(|line| fault.is_vital(line));
    let said = after.find(|line| line.starts_with("write(1<") && line.contains("@@ "));
    vital && said.is_some_and(|line| line.contains("Saved"))
}

/// Whether it was the closing of a listed folder: Rust's own library holds that this cannot fail, and panics.
fn is_asserted_by_std(fault: Fault, log: &str) -> bool {
    let line = log.lines().find(|line| line.contains("(INJECTED)")).unwrap_or_default();
    let path = line.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(path, _)| path);
    fault.call == "close" && path.is_some_and(|path| Path::new(path).is_dir())
}

/// How often each set of calls is made in such a run, so that some can be chosen evenly.
fn counted(flaw: Option<Flaw>) -> Result<Vec<(&'static str, usize)>, String> {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::in_folder(folder.path());
    let log = folder.path().join("log");
    Writer::start(&Orders::new(&place, "old", flaw, 1)).end();
    let mut orders = Orders::new(&place, "new", flaw, 3);
    orders.waits = true;
    let mut writer = Writer::start(&orders);
    let thread = writer.ready().ok_or("the writer did not start")?;
    let mut strace = Command::new("strace");
    strace.args(["-o", &log.display().to_string(), "-p", &thread.to_string()]).stderr(Stdio::piped());
    let mut strace = strace.spawn().unwrap();
    let mut said = [0; 60];
    let _ = strace.stderr.as_mut().unwrap().read(&mut said).unwrap();
    writer.go();
    writer.end();
    strace.wait().unwrap();
    let log = std::fs::read_to_string(log).unwrap();
    Ok(CALLS.map(|call| (call, count(&log, call))).to_vec())
}

/// How many lines of a log are of these calls.
pub fn count(log: &str, calls: &str) -> usize {
    let of = |line: &str, name: &str| line.split_once('(').is_some_and(|(before, _)| before.ends_with(name));
    let exact = |line: &&str| {
        let word = line.split('(').next().unwrap_or_default().split(' ').next_back().unwrap_or_default();
        calls.split(',').any(|name| of(line, name) && word == name)
    };
    log.lines().filter(exact).count()
}

/// All faults of the counted calls; in the short form about `wanted` of them, evenly.
pub fn chosen(counted: &[(&'static str, usize)], wanted: usize, random: &mut Random) -> Vec<Fault> {
    let mut all = Vec::new();
    for (call, times) in counted {
        for index in 1..=*times {
            all.extend(ERRORS.map(|error| Fault { call, error, index }));
        }
    }
    if long() {
        return all;
    }
    // A step that has no factor in common with the errors, so that all of them have their turn.
    let step = (all.len() / wanted).max(1);
    let step = if step.is_multiple_of(2) || step.is_multiple_of(3) { step - 1 } else { step };
    let step = if step > 3 && (step.is_multiple_of(2) || step.is_multiple_of(3)) { step - 1 } else { step };
    let start = random.below(step.max(1));
    all.into_iter().skip(start).step_by(step.max(1)).collect()
}

/// Why strace cannot be used here, if it cannot.
pub fn no_strace() -> Option<String> {
    if !has("strace") {
        return Some("no strace on this machine".to_owned());
    }
    let ran = run("strace", &["-qq", "-o", "/dev/null", "-e", "inject=getuid:error=EPERM:when=1", "true"]);
    (!ran.status.success()).then(|| format!("strace may not trace: {}", String::from_utf8_lossy(&ran.stderr)))
}

#[test]
fn no_failing_system_call_of_a_save_harms_what_was_saved_or_goes_untold() {
    let test = "P3 system calls of a save";
    if let Some(why) = no_strace() {
        return skipped(test, &why);
    }
    let mut random = Random::of("calls");
    let counted = match counted(None) {
        Ok(counted) => counted,
        Err(why) => return skipped(test, &why),
    };
    let (mut runs, mut injected, mut told) = (0, 0, 0);
    let mut wrong = Vec::new();
    let beyond = counted.iter().map(|(call, times)| (*call, times + 1)).collect::<Vec<_>>();
    let mut faults = chosen(if long() { &beyond } else { &counted }, 110, &mut random);
    // Those that "Saved" hangs on have their turn in the short form too, each of them.
    for (call, times) in counted.iter().filter(|(call, _)| VITAL.contains(call)) {
        let all = (1..=*times).map(|index| Fault { call, error: "EIO", index });
        let missing: Vec<Fault> = all.filter(|fault| !faults.contains(fault)).collect();
        faults.extend(missing);
    }
    for fault in faults {
        let ran = writer_with(None, fault).unwrap();
        runs += 1;
        injected += usize::from(ran.injected);
        told += ran.told;
        wrong.extend(ran.wrong.map(|wrong| format!("{fault:?}: {wrong}")));
    }
    let calls: usize = counted.iter().map(|(_, times)| times).sum();
    figure(&format!(
        "P3 writer: {calls} calls in 3 saves, runs {runs} injections {injected} told {told} wrong {} seed {}",
        wrong.len(),
        random.seed
    ));
    assert_eq!(wrong, Vec::<String>::new());
    assert!(injected >= 100, "only {injected} injections");
}

#[test]
fn twins_that_do_not_hear_errors_or_remove_first_are_caught_by_a_failing_call() {
    let test = "P3 twins";
    if let Some(why) = no_strace() {
        return skipped(test, &why);
    }
    for (flaw, call) in [
        (Flaw::ErrorsIgnored, "fsync"),
        (Flaw::ErrorsIgnored, "write"),
        (Flaw::ErrorsIgnored, "rename,renameat,renameat2"),
        (Flaw::UnlinkFirst, "rename,renameat,renameat2"),
        (Flaw::InPlace, "write"),
    ] {
        let tries = (1..=12).map(|index| writer_with(Some(flaw), Fault { call, error: "EIO", index }));
        let mut tries = tries.enumerate();
        let caught = tries.find_map(|(index, ran)| match ran {
            Ok(ran) => ran.wrong.map(|wrong| Ok((index + 1, wrong))),
            Err(why) => Some(Err(why)),
        });
        match caught {
            Some(Ok((index, wrong))) => {
                figure(&format!("P3 twin {flaw:?} caught by {call} failing, in run {index}: {wrong}"));
            }
            Some(Err(why)) => return skipped(test, &why),
            None => panic!("the twin {flaw:?} was not caught by a failing {call}"),
        }
    }
}
