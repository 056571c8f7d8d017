//! The one table of keys. Dispatch, footer, `?` help, menus, the README and `rapporteur keys` all read it, so
//! none of them can drift from the others; and what the user's configuration changes in it. Pure; knows no mode's data
//! and no screen.
//!
//! # Files
//!
//! - `action`: What a key, a menu row or a command of the palette means
//! - `changes`: What the user's configuration changes in the table of keys
//! - `chord`: A key as the table names it, made from what the terminal sent
//! - `committed`: Which characters are commands typed on a keyboard
//! - `keys`: The keys in force: the table with what the user's configuration changes in it
//! - `positions`: Which key a character stands on when it is meant as a command
//! - `scope`: Where a key is pressed: which rows of the table hold there
//! - `stroke`: What a row of the key table is pressed with, and the names of keys: those of the table
//! - `table`: The table of keys itself: what every key of the program does where nobody has changed it

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
