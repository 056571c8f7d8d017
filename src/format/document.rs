//! Document files, `format = 1`: read with everything that is wrong told at once, and written. Documents only;
//! a document is never written by the reader of it, only by `import`.

mod front;
mod masthead;
mod paragraphs;
mod passages;
mod read;
mod sections;
mod speakers;
mod symbol;
mod write;

pub use front::{Front, read_front};
pub use passages::{passage_text, passages};
pub use read::{DOCUMENT_FORMAT, Inspection, MAX_DOCUMENT_BYTES, inspect_document, read_document};
pub use write::write_document;
