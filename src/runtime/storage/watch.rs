//! The file of the text that is shown: looked at as reviews are, and read again when it is not as it was. What cannot be
//! read is told, and the text that was read stays.

use std::path::PathBuf;
use std::sync::Arc;

use super::Storage;
use crate::app::{Msg, SourceId};
use crate::messages::{UserMessage, user_message};
use crate::model::{Document, Symbol};
use crate::runtime::catalog::DocumentSource;
use crate::store::{self, FileStamp, StoreError};

/// A file of which the text is shown.
#[derive(Debug)]
pub(super) struct Watch {
    source: SourceId,
    path: PathBuf,
    symbol: Symbol,
    language: String,
    /// As it was when it was last read, or last told to be unreadable; none: it was not there.
    stamp: Option<FileStamp>,
    /// As it was when it could not be read for the first time. It may be half written: it is told when it is still so.
    doubtful: Option<Option<FileStamp>>,
}

impl Storage {
    /// What to look at for a document that was read; nothing if it is built in.
    pub(super) fn watch_of(
        &self,
        source: SourceId,
        document: &Document,
        file: Option<(String, FileStamp)>,
    ) -> Option<Watch> {
        let (_, stamp) = file?;
        let DocumentSource::File(path) = &self.library.sources.get(source.0)?.origin else { return None };
        Some(Watch {
            source,
            path: path.clone(),
            symbol: document.symbol().clone(),
            language: document.language().to_owned(),
            stamp: Some(stamp),
            doubtful: None,
        })
    }

    /// Looks whether the text that is shown is still what its file says.
    pub(super) fn look_at_text(&mut self) -> Vec<Msg> {
        let Some(watch) = &mut self.watch else { return Vec::new() };
        let now = store::stamp_of(&watch.path);
        if now == watch.stamp {
            return Vec::new();
        }
        let source = watch.source;
        let why: UserMessage = match self.library.read(source.0) {
            Ok((document, file)) => {
                let same = *document.symbol() == watch.symbol && document.language() == watch.language;
                if same {
                    watch.stamp = file.map(|(_, stamp)| stamp);
                    watch.doubtful = None;
                    return vec![Msg::Reread { source, document: Arc::new(document) }];
                }
                let other = user_message("text-other").with("path", watch.path.display());
                other.with("symbol", document.symbol()).with("language", document.language())
            }
            Err(_) if now.is_none() => StoreError::not_found(&watch.path).user_message(),
            Err(error) => error.user_message(),
        };
        if watch.doubtful.replace(now) != Some(now) {
            return Vec::new();
        }
        watch.stamp = now;
        vec![Msg::TextStale { source, why }]
    }
}
