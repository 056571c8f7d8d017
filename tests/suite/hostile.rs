//! Files, names, links and surroundings that nobody means well by: `reliability.md` 4.2. Each is refused with a
//! sentence, or borne; nothing is written that should not be, and nothing outside the workspace is touched.
//!
//! Time is not asserted here (a busy machine would fail a good program); `measure.rs` measures it. `large.rs` runs the program
//! where there is only so much memory.

mod barred;
mod editors;
mod files;
mod large;
mod measure;
mod network;
mod noise;
mod places;
mod samples;
mod ways_out;
