//! Typography and safe display of multilingual text: widths, rows, sentences, words, and what may be drawn.
//!
//! Pure, and below everything: it takes `&str` and gives numbers, byte ranges and strings. It names nothing of
//! the crate, not even `model`; it knows no color, no screen and no file. Text goes through it in this order:
//! [`shown`] makes stored text safe, [`lay_out`] cuts what is shown into rows, [`graphemes_with_width`] and the
//! caret functions walk those rows. Columns are terminal cells, positions are byte offsets.

mod abbreviations;
mod breaks;
mod compatibility;
mod edges;
mod glue;
mod graphemes;
mod headings;
mod incoming;
mod invisible;
mod kinsoku;
mod sentences;
mod shown;
mod units;
mod width;
mod wrap;

pub use compatibility::{composed, meant_by, stands_for};
pub use edges::{column_to_byte, grapheme_after, grapheme_at, grapheme_before, row_of};
pub use graphemes::{Ambiguous, TAB, grapheme_width, graphemes_with_width};
pub use headings::lay_out_heading;
pub use incoming::{pasted, with_lf};
pub use invisible::{is_direction_mark, is_unseen};
pub use sentences::{sentences, words};
pub use shown::{Shown, bare, shown, shown_line};
pub use width::{pad, pad_start, truncate, width};
pub use wrap::{Row, lay_out};
