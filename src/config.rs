//! What a user can set, and what the environment says. Read once, by `runtime` and `cli`, before anything else.
//!
//! May import `model` and `messages`. A wrong setting is never fatal: it is told, and the default is taken.

mod environment;
mod paths;
mod reviewer;
mod settings;

pub use environment::Environment;
pub use paths::Paths;
pub use reviewer::{FALLBACK_REVIEWER, reviewer};
pub use settings::{AmbiguousWidth, Config};
