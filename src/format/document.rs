//! Document files, `format = 1`: read with everything that is wrong told at once, and written. Documents only;
//! a document is never written by the reader of it, only by `import`.
//!
//! # Files
//!
//! - `blank`: A document file to fill in: every key of the reference with what it is and may be
//! - `content`: What a `[[paragraph]]` says: words with sub-paragraphs, a table, or the place of a picture
//! - `facts`: `[[recommendation]]`: what the document says of recommendations as objects
//! - `front`: The front of a document file: its masthead, and how many paragraphs it seems to have
//! - `labels`: The labels of paragraphs: from what the file gives, else from the printed number
//! - `marks`: What stands at a place of a text and is no part of it: `emphasis` and `[[….footnote]]`
//! - `masthead`: `[masthead]`
//! - `paragraphs`: `[[paragraph]]`: where it stands, who speaks in it
//! - `passages`: Where the paragraphs of a document file lie, and the text of one without reading the rest
//! - `read`: A document file as a whole: its version, its tables, and whether they fit together
//! - `reference`: The document format as tables of keys: what each may hold, an example
//! - `sections`: `[[section]]`
//! - `speakers`: `[[speaker]]`
//! - `symbol`: Whether a symbol is one: it names the document in file names, searches and reviews
//! - `write`: A document as a file: the same words in the same order always give the same bytes

mod blank;
mod content;
mod facts;
mod front;
mod labels;
mod marks;
mod masthead;
mod paragraphs;
mod passages;
mod read;
mod reference;
mod sections;
mod speakers;
mod symbol;
mod write;

pub use blank::blank_document;
pub use front::{Front, read_front};
pub use passages::{passage_text, passages};
pub use read::{DOCUMENT_FORMAT, Inspection, MAX_DOCUMENT_BYTES, inspect_document, read_document};
pub use reference::{DOCUMENT_TABLES, DocumentKey, DocumentTable, KeyValue};
pub use write::write_document;
