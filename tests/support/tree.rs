//! A folder with everything in it, for tests that hold that nothing was changed.

#![expect(clippy::disallowed_methods, reason = "a test looks at the files it prepared")]

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// A file or folder: where, its kind and mode, when it was changed, what it holds.
pub type Entry = (PathBuf, u32, i64, i64, Vec<u8>);

/// Every file and folder below a folder, and that. Of large files only the beginning is held.
pub fn tree(folder: &Path) -> Vec<Entry> {
    let mut tree = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(path) = left.pop() {
        let metadata = fs::symlink_metadata(&path).unwrap();
        let mut held = Vec::new();
        if metadata.is_file() && metadata.len() < 1 << 20 {
            held = fs::read(&path).unwrap();
        } else if metadata.is_symlink() {
            held = fs::read_link(&path).unwrap().into_os_string().into_encoded_bytes();
        } else if metadata.is_dir() {
            left.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
        tree.push((path, metadata.mode(), metadata.mtime(), metadata.mtime_nsec(), held));
    }
    tree.sort();
    tree
}
