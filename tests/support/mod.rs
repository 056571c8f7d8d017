//! What tests stand on: programs with and without a terminal, homes of their own, an application with a document open,
//! and what is read off folders, the source and the line. The suite, the faults and the benches take it in whole, as
//! `support`, from here. No test stands here.

pub mod desk;
pub mod home;
pub mod long;
pub mod opened;
pub mod sent;
pub mod session;
pub mod source;
pub mod tree;
pub mod window;
