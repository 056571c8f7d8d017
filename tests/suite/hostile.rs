//! Files, names, links and surroundings that nobody means well by: `reliability.md` 4.2. Each is refused with a
//! sentence, or borne; nothing is written that should not be, and nothing outside the workspace is touched.
//!
//! Time and memory are not asserted here (a busy machine would fail a good program); `measure.rs` measures them.

mod editors;
mod files;
mod measure;
mod network;
mod noise;
mod places;
mod samples;
mod ways_out;
