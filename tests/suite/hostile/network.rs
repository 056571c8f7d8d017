//! Nothing is sent anywhere: no run of the program opens a socket. Seen by strace where there is one.

#![expect(clippy::disallowed_methods, reason = "a test runs the program under strace")]

use std::process::Command;

use crate::home::{Home, binary};
use crate::session::Session;

fn strace() -> Option<&'static str> {
    let there = Command::new("strace").arg("-V").output().is_ok_and(|ran| ran.status.success());
    // In some containers it is there and may not trace.
    let works = there
        && Command::new("strace")
            .args(["-o", "/dev/null", "true"])
            .status()
            .is_ok_and(|status| status.success());
    if !works {
        println!("skipped: there is no strace that may trace, so the system calls cannot be seen");
    }
    works.then_some("strace")
}

/// The calls that open a way out. Pairs of sockets within the process are none: signals come through one.
fn ways_out(trace: &str) -> Vec<&str> {
    trace
        .lines()
        .filter(|line| line.contains("(") && !line.contains("socketpair("))
        .filter(|line| {
            ["socket(", "connect(", "bind(", "sendto(AF", "accept"].iter().any(|call| line.contains(call))
        })
        .collect()
}

#[test]
fn no_command_opens_a_socket_whatever_the_environment_lacks() {
    let Some(strace) = strace() else { return };
    let home = Home::new();
    let trace = home.path("trace");
    let commands: [&[&str]; 7] = [
        &["note", "add", "--paragraph", "18", "x"],
        &["show"],
        &["search", "缅甸"],
        &["export"],
        &["check"],
        &["recover"],
        &["--help"],
    ];
    for command in commands {
        for lacking in ["", "HOME", "USER"] {
            let mut run = Command::new(strace);
            run.args(["-f", "-e", "trace=network", "-o"]).arg(&trace).arg(binary()).args(command).env_clear();
            run.envs(home.environment().into_iter().filter(|(name, _)| *name != lacking));
            run.output().unwrap();
            let seen = std::fs::read_to_string(&trace).unwrap();
            assert!(seen.contains("exited with"), "{seen}");
            assert_eq!(ways_out(&seen), Vec::<&str>::new(), "{command:?} without {lacking}");
        }
    }
}

#[test]
fn the_screen_opens_no_socket() {
    let Some(strace) = strace() else { return };
    let home = tempfile::tempdir().unwrap();
    let trace = home.path().join("trace");
    let wrap = [strace, "-f", "-e", "trace=network", "-o", trace.to_str().unwrap()];
    let mut session = Session::start(home.path(), 80, 24, &wrap);
    session.see("口头报告");
    session.keys("18aneu\x13");
    session.see("Saved ");
    session.keys(":q\r");
    session.end();
    let seen = std::fs::read_to_string(&trace).unwrap();
    assert!(seen.contains("exited with"), "{seen}");
    assert_eq!(ways_out(&seen), Vec::<&str>::new());
}

#[test]
fn a_socket_would_be_seen() {
    for line in [
        "12 socket(AF_INET, SOCK_STREAM, 0) = 3",
        "12 connect(3, {sa_family=AF_UNIX, sun_path=\"/var/run/nscd/socket\"}, 110) = -1 ENOENT",
    ] {
        assert_eq!(ways_out(line), [line]);
    }
    assert!(
        ways_out("12 socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0\n12 +++ exited with 0 +++").is_empty()
    );
}
