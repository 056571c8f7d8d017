//! Rapporteur: review the draft reports of intergovernmental working groups, paragraph by paragraph.

pub mod keymap;
pub mod messages;
pub mod model;
pub mod text;
pub mod search;
