//! Debug builds only: a thread falls when a test asks for it, so that the ending by a panic can be tried in the whole
//! program. A release build has nothing of it.

#![expect(
    clippy::disallowed_methods,
    reason = "what the test asks for stands in a file that the environment names"
)]
#![expect(clippy::panic, reason = "to panic is what it is for")]

/// The environment variable that names the file.
const ASKED: &str = "RAPPORTEUR_TRIAL_PANIC";

/// Panics if the file that the environment names holds the name of this thread.
pub(super) fn fall_if_asked(thread: &str) {
    let Some(path) = std::env::var_os(ASKED) else { return };
    if std::fs::read_to_string(path).is_ok_and(|asked| asked.trim() == thread) {
        panic!("{thread} panics, as {ASKED} asks");
    }
}
