//! Rapporteur: review the draft reports of intergovernmental working groups, paragraph by paragraph.

pub mod app;
pub mod cli;
pub mod config;
pub mod export;
pub mod format;
pub mod keymap;
pub mod messages;
pub mod model;
pub mod page;
pub mod runtime;
pub mod search;
pub mod store;
pub mod text;
pub mod ui;
