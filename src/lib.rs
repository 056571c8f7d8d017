//! Rapporteur: review the draft reports of intergovernmental working groups, paragraph by paragraph.

pub mod config;
pub mod format;
pub mod messages;
pub mod model;
pub mod store;
