//! The documents that are compiled in, so that the program does its main job with nothing else. No reading of
//! files here.

use super::{FileProblems, read_document};
use crate::model::Document;

/// A document file that is part of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Builtin {
    /// Its name in `data/documents`, for messages that name a file.
    pub file_name: &'static str,
    /// All of the file, as TOML.
    pub source: &'static str,
}

/// The draft report `CAC/COSP/WG.4/2019/L.1/Add.1` in Chinese.
pub const REFERENCE: Builtin = Builtin {
    file_name: "CAC_COSP_WG.4_2019_L.1_Add.1.zh.toml",
    source: include_str!("../../data/documents/CAC_COSP_WG.4_2019_L.1_Add.1.zh.toml"),
};

/// The same report in English: a working translation that the project made from the Chinese, marked as such in
/// its masthead.
pub const ENGLISH: Builtin = Builtin {
    file_name: "CAC_COSP_WG.4_2019_L.1_Add.1.en.toml",
    source: include_str!("../../data/documents/CAC_COSP_WG.4_2019_L.1_Add.1.en.toml"),
};

/// All of them, the issued text first.
pub const BUILTINS: [Builtin; 2] = [REFERENCE, ENGLISH];

/// The reference document in Chinese, read.
///
/// # Errors
/// Those of [`read_document`]; a test holds that there are none.
pub fn reference() -> Result<Document, FileProblems> {
    read_document(REFERENCE.source)
}
