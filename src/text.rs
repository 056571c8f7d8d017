//! Typography and safe display of multilingual text: widths, rows, sentences, words, and what may be drawn.
//!
//! Pure, and below everything: it takes `&str` and gives numbers, byte ranges and strings. It names nothing of
//! the crate, not even `model`; it knows no color, no screen and no file. Text goes through it in this order:
//! [`shown`] makes stored text safe, [`lay_out`] cuts what is shown into rows, [`graphemes_with_width`] and the
//! caret functions walk those rows. Columns are terminal cells, positions are byte offsets.
//!
//! # Files
//!
//! - `abbreviations`: Abbreviations whose full stop does not end a sentence, by language
//! - `breaks`: Where a row may end: UAX #14 (Unicode 15, `unicode-linebreak`) with this program's tailoring
//! - `compatibility`: Characters that stand for others and look like them
//! - `edges`: Edges in a text: the caret's steps, columns to bytes and back
//! - `glue`: What stays together though UAX #14 would let it part: numbers with their units, symbols, references
//! - `graphemes`: A text grapheme by grapheme, with the columns of each
//! - `headings`: Cutting what stands by itself (a heading, a sentence that fills a place) into rows
//! - `incoming`: Text on its way in: from a paste, an editor, standard input, a key
//! - `inserted`: Words with others put between them that are no part of the text: the marks of footnotes
//! - `invisible`: Which characters must not reach the screen as they are, and what they are called
//! - `kinsoku`: Which characters may not begin a row and which may not end one (避头尾)
//! - `sentences`: Where the sentences and the words of a text are, in the six languages of the Organization
//! - `shown`: [`Shown`]: the only form in which text that others wrote may reach a screen or a terminal
//! - `units`: Units and classifiers that stay with the number before them
//! - `width`: How many terminal columns a text takes, and cutting or filling it to a number of columns
//! - `wrap`: Cutting a text into rows that fit a number of columns

mod abbreviations;
mod breaks;
mod compatibility;
mod edges;
mod glue;
mod graphemes;
mod headings;
mod incoming;
mod inserted;
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
pub use inserted::{Composed, Inserted};
pub use invisible::{is_direction_mark, is_unseen};
pub use sentences::{sentences, words};
pub use shown::{Shown, bare, shown, shown_line};
pub use width::{pad, pad_start, truncate, width};
pub use wrap::{Row, lay_out};
