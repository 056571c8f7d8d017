//! The one table of keys. Dispatch, footer, `?` help, menus, the README and `rapporteur keys` all read it, so
//! none of them can drift from the others. Pure; knows no mode's data and no screen.

mod action;
mod chord;
mod committed;
mod positions;
mod scope;
mod table;

pub use action::Action;
pub use chord::{Chord, Key, key_named};
pub use committed::is_committed;
pub use positions::key_of;
pub use scope::Scope;
pub use table::{Binding, GROUPS, Group, TABLE, bindings_of, resolve, said_key, similar};
