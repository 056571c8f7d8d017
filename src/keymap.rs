//! The one table of keys. Dispatch, footer, `?` help, menus, the README and `rapporteur keys` all read it, so
//! none of them can drift from the others; and what the user's configuration changes in it. Pure; knows no mode's data
//! and no screen.
//!
//! - `table`: every key of the program, where nobody has changed it
//! - `keys`: the table in force, and how a key is looked up in it
//! - `changes`: the user's rows merged over the table, or refused
//! - `action`, `scope`: what a key means, and where
//! - `chord`, `stroke`: a key as the terminal sends it, and as it is called
//! - `committed`, `positions`: what an input method wrote, and which key a character of another keyboard stands on

mod action;
mod changes;
mod chord;
mod committed;
mod keys;
mod positions;
mod scope;
mod stroke;
mod table;

pub use action::Action;
pub use changes::KeyChange;
pub use chord::{Chord, Key};
pub use committed::is_committed;
pub use keys::{KeyRow, Keys};
pub use positions::key_of;
pub use scope::Scope;
pub use stroke::{Stroke, key_named};
pub use table::{Binding, GROUPS, Group, TABLE};
