//! What is searched: the documents that can be opened, with the notes on them. The open document comes from the screen
//! with what is not yet on disk; the others are as they are on disk. Of large workspaces only the index is held: what a
//! hit shows is read from the document's file then.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::ops::Range;
use std::sync::Arc;

use super::catalog::{Catalog, DocumentSource};
use super::index_cache::{CachedFile, IndexCache};
use super::loading::{FileIdentity, LoadAnswer, LoadRequest, LoadResult, LoadedDocument, Purpose, read};
use crate::app::{Msg, Reach, SearchNote, SourceId};
use crate::format;
use crate::model::{Document, ParagraphIndex, Review, Symbol};
use crate::search::{self, Marks, NoteText};
use crate::store;

/// So many bytes of documents that are not open are held as they are.
const ROOM: usize = 8 << 20;

/// A language version of a document.
type Version = (Symbol, String);

/// The documents that are searched, and those that are still to be read.
#[derive(Debug, Default)]
pub struct Corpus {
    searched: search::Index,
    catalog: Option<Catalog>,
    open: Option<(Version, Arc<Document>)>,
    /// Which version a place on the catalog has.
    at: HashMap<usize, Version>,
    /// From which place a version was read, and the file as it was then.
    read: HashMap<Version, (usize, Option<FileIdentity>)>,
    /// Documents that are held as they are, as far as there is room.
    held: HashMap<Version, Arc<Document>>,
    room: usize,
    /// The versions of each document, in the order in which they came.
    versions: HashMap<Symbol, Vec<String>>,
    requests: VecDeque<LoadRequest>,
    /// How many documents are still to be read, here or elsewhere.
    unread: usize,
    kept: Option<IndexCache>,
    /// What is searched is not what is kept.
    changed: bool,
    /// Places whose file is not as it was when it was read.
    stale: RefCell<Vec<usize>>,
    /// The last document that had to be read whole for a hit.
    last: RefCell<Option<(Version, Arc<Document>)>>,
}

impl Corpus {
    /// Nothing yet; what is on the catalog is to be read.
    #[must_use]
    pub fn of(catalog: Catalog) -> Self {
        let requests: VecDeque<LoadRequest> =
            (0..catalog.sources.len()).map(|place| LoadRequest { place, purpose: Purpose::First }).collect();
        Self { catalog: Some(catalog), unread: requests.len(), requests, room: ROOM, ..Self::default() }
    }

    /// The same, and what is searched is kept from one start to the next. What was kept is there at once, as far as it
    /// still fits the files.
    #[must_use]
    pub fn keeping(catalog: Catalog, mut kept: IndexCache) -> Self {
        let mut corpus = Self::of(catalog);
        if let Some((searched, files)) = kept.read() {
            corpus.take_kept(searched, files);
        }
        corpus.changed = corpus.unread > 0;
        corpus.kept = Some(kept);
        corpus
    }

    /// The index that is searched.
    #[must_use]
    pub fn searched(&self) -> &search::Index {
        &self.searched
    }

    /// How much is searched by now.
    #[must_use]
    pub fn reach(&self) -> Reach {
        Reach { documents: self.versions.len(), unread: self.unread }
    }

    /// Takes the open document with its notes and marks, as the screen has them.
    pub fn set_open(&mut self, document: &Arc<Document>, notes: &[SearchNote], marks: &Marks) {
        let version = (document.symbol().clone(), document.language().to_owned());
        let is = |(_, open): &(Version, Arc<Document>)| Arc::ptr_eq(open, document) || **open == **document;
        let same = self.open.as_ref().is_some_and(is);
        if !same && !self.searched.has(document) {
            self.put(document);
        }
        let notes: Vec<NoteText<'_>> = notes
            .iter()
            .map(|note| NoteText {
                id: &note.id,
                reviewer: &note.reviewer,
                paragraph: &note.paragraph,
                kind: note.kind,
                body: &note.body,
                tags: note.tags.clone(),
            })
            .collect();
        self.searched.set_notes(&version.0, &version.1, &notes);
        self.searched.set_marks(&version.0, &version.1, marks);
        if same {
            return;
        }
        let before = self.open.replace((version.clone(), Arc::clone(document)));
        if let Some((before, _)) = before.filter(|(before, _)| *before != version) {
            // From now on it is as it is on disk.
            self.read_again(&before);
        }
        self.choose_all();
    }

    /// The text of a paragraph that is searched.
    #[must_use]
    pub fn text(&self, symbol: &Symbol, language: &str, at: ParagraphIndex) -> Option<Cow<'_, str>> {
        let version = (symbol.clone(), language.to_owned());
        let open = self.open.as_ref().filter(|(open, _)| *open == version).map(|(_, open)| open);
        if let Some(document) = open.or_else(|| self.held.get(&version)) {
            return document.paragraph_at(at).map(|paragraph| paragraph.text().into());
        }
        let (place, seen) = self.read.get(&version)?;
        let text = self.text_on_disk(&version, *place, seen.as_ref()?, at);
        if text.is_none() {
            self.stale.borrow_mut().push(*place);
        }
        text.map(Cow::Owned)
    }

    fn text_on_disk(
        &self,
        version: &Version,
        place: usize,
        seen: &FileIdentity,
        at: ParagraphIndex,
    ) -> Option<String> {
        let catalog = self.catalog.as_ref()?;
        let DocumentSource::File(path) = &catalog.sources.get(place)?.origin else { return None };
        if let Some(piece) = piece(seen, at) {
            let (piece, stamp) = store::read_passage(path, piece)?;
            return format::passage_text(&piece).filter(|_| stamp.size_and_time() == seen.size_and_time);
        }
        let mut last = self.last.borrow_mut();
        if last.as_ref().is_none_or(|(last, _)| last != version) {
            let (document, file) = catalog.read(place).ok()?;
            let same = file.is_some_and(|(_, stamp)| stamp.size_and_time() == seen.size_and_time);
            *last = same.then(|| (version.clone(), Arc::new(document)));
        }
        let (_, document) = last.as_ref()?;
        document.paragraph_at(at).map(|paragraph| paragraph.text().to_owned())
    }

    /// What is still to be read, for whoever does it elsewhere: each request comes back by [`take`](Self::take).
    pub fn requests(&mut self) -> VecDeque<LoadRequest> {
        std::mem::take(&mut self.requests)
    }

    /// Runs one more request here; none if none is left. Gives what the screen is to know.
    pub fn read_next(&mut self) -> Option<Option<Msg>> {
        let request = self.requests.pop_front()?;
        let reading = read(self.catalog.as_ref()?, request);
        Some(self.take(reading))
    }

    /// Documents of which hits could not be shown, because their files have changed, are to be read again. Says whether
    /// there were any.
    pub fn read_stale_again(&mut self) -> bool {
        let mut stale = std::mem::take(&mut *self.stale.borrow_mut());
        stale.sort_unstable();
        stale.dedup();
        for &place in &stale {
            self.requests.push_front(LoadRequest { place, purpose: Purpose::Again });
        }
        !stale.is_empty()
    }

    /// Takes what was read. Gives what the screen is to know: that the list of documents is not as it seemed.
    pub fn take(
        &mut self,
        LoadAnswer { request: LoadRequest { place, purpose }, came }: LoadAnswer,
    ) -> Option<Msg> {
        let first = purpose == Purpose::First;
        self.unread = self.unread.saturating_sub(usize::from(first));
        let told = match came {
            LoadResult::Same => None,
            LoadResult::Document(whole) => self.take_whole(place, *whole),
            LoadResult::Nothing(why) => {
                self.changed |= self.at.contains_key(&place);
                self.forget(place);
                let known = self.catalog.as_ref().is_some_and(|catalog| catalog.front(place).is_none());
                (!known).then_some(Msg::Listed { source: SourceId(place), read: Err(why) })
            }
        };
        if self.unread == 0 && first {
            self.searched.shrink();
        }
        told
    }

    fn take_whole(&mut self, place: usize, whole: LoadedDocument) -> Option<Msg> {
        let LoadedDocument { document, seen, mine, others } = whole;
        let version = (document.symbol().clone(), document.language().to_owned());
        if self.read.get(&version).is_some_and(|(other, _)| *other != place) {
            // Another file is that version.
            self.forget(place);
            return None;
        }
        if self.at.get(&place).is_some_and(|before| *before != version) {
            self.forget(place);
        }
        let progress = mine.progress(&document, document.indices());
        let reviewed = (progress.reviewed(), progress.total);
        self.at.insert(place, version.clone());
        let is_open = self.open.as_ref().is_some_and(|(open, _)| *open == version);
        if !is_open {
            if !self.searched.has(&document) {
                self.put(&document);
                self.changed = true;
            }
            self.set_reviews(&version, &mine, &others);
        }
        let bytes: usize = document.paragraphs.iter().map(|paragraph| paragraph.text().len()).sum();
        let before = self.held.remove(&version);
        let before = before.map_or(0, |held| held.paragraphs.iter().map(|p| p.text().len()).sum());
        self.room += before;
        if seen.is_none() || bytes <= self.room {
            self.room = self.room.saturating_sub(bytes);
            self.held.insert(version.clone(), Arc::new(document));
        }
        self.read.insert(version, (place, seen));
        Some(Msg::Listed { source: SourceId(place), read: Ok(reviewed) })
    }

    /// Writes what is searched where it is kept, if that is worth it and not done. `go_on` is asked now and then; if it
    /// says no, that is for another time.
    pub fn keep(&mut self, go_on: impl FnMut() -> bool) {
        let Some(kept) = self.kept.as_ref().filter(|_| self.is_to_be_kept()) else { return };
        let Some(catalog) = &self.catalog else { return };
        let files = self.read.iter().filter_map(|(version, (place, seen))| {
            let DocumentSource::File(path) = &catalog.sources.get(*place)?.origin else { return None };
            CachedFile::of(path, version, seen.as_ref()?)
        });
        if kept.write(files.collect(), &self.searched, go_on) {
            self.changed = false;
        }
    }

    /// Whether [`keep`](Self::keep) has something to do.
    #[must_use]
    pub fn is_to_be_kept(&self) -> bool {
        self.changed && self.unread == 0 && self.kept.is_some()
    }

    /// Nothing is kept any more: writing failed, and would again.
    pub fn give_up_keeping(&mut self) {
        self.kept = None;
    }

    fn take_kept(&mut self, searched: search::Index, files: Vec<CachedFile>) {
        let Some(catalog) = self.catalog.clone() else { return };
        let known: HashMap<&str, &CachedFile> = files.iter().map(|file| (file.path.as_str(), file)).collect();
        self.searched = searched;
        let mut checks = VecDeque::new();
        let mut kept = 0;
        for (place, source) in catalog.sources.iter().enumerate() {
            let DocumentSource::File(path) = &source.origin else { continue };
            let Some(file) = path.to_str().and_then(|path| known.get(path)) else { continue };
            let version = (Symbol(file.symbol.clone()), file.language.clone());
            let same = store::stamp_of(path).is_some_and(|stamp| stamp.size_and_time() == file.size_and_time);
            if !same || self.read.contains_key(&version) {
                continue;
            }
            kept += 1;
            self.requests.retain(|request| request.place != place);
            checks.push_back(LoadRequest { place, purpose: Purpose::Check(file.hash.clone()) });
            if let Some(mut store) = catalog.store(place, &version.0) {
                self.set_reviews(&version, &store.load().review, &store.others().reviews);
            }
            self.note_version(&version);
            self.at.insert(place, version.clone());
            self.read.insert(version, (place, Some(file.seen())));
        }
        let gone: Vec<Version> = self.searched.versions().map(|(s, l)| (s.clone(), l.to_owned())).collect();
        for (symbol, language) in gone.into_iter().filter(|version| !self.read.contains_key(version)) {
            self.searched.remove(&symbol, &language);
            self.changed = true;
        }
        self.changed |= kept < files.len();
        self.unread = self.requests.len();
        self.requests.extend(checks);
        self.choose_all();
    }

    fn set_reviews(&mut self, version: &Version, mine: &Review, others: &[Review]) {
        self.searched.set_reviews(&version.0, &version.1, mine, others, Vec::new());
    }

    fn read_again(&mut self, version: &Version) {
        let Some((place, _)) = self.read.get(version) else { return };
        self.requests.push_front(LoadRequest { place: *place, purpose: Purpose::Again });
    }

    fn put(&mut self, document: &Document) {
        self.searched.put(document);
        let version = (document.symbol().clone(), document.language().to_owned());
        self.note_version(&version);
        self.choose(&version.0);
    }

    fn note_version(&mut self, (symbol, language): &Version) {
        let versions = self.versions.entry(symbol.clone()).or_default();
        if !versions.contains(language) {
            versions.push(language.clone());
        }
    }

    /// What was read from a place is no longer there. The open document stays, as the screen has it.
    fn forget(&mut self, place: usize) {
        let Some(version) = self.at.remove(&place) else { return };
        self.read.remove(&version);
        self.held.remove(&version);
        if self.open.as_ref().is_some_and(|(open, _)| *open == version) {
            return;
        }
        self.searched.remove(&version.0, &version.1);
        if let Some(versions) = self.versions.get_mut(&version.0) {
            versions.retain(|language| *language != version.1);
            if versions.is_empty() {
                self.versions.remove(&version.0);
            }
        }
        self.choose(&version.0);
    }

    fn choose_all(&mut self) {
        let all: Vec<Symbol> = self.versions.keys().cloned().collect();
        all.iter().for_each(|symbol| self.choose(symbol));
    }

    /// Of the versions of a document one is searched, unless a query asks for a language: the open one, one in the
    /// language of the open document, or the first.
    fn choose(&mut self, symbol: &Symbol) {
        let Some(versions) = self.versions.get(symbol) else { return };
        let wanted = self.open.as_ref().map(|((_, language), _)| language.as_str());
        self.searched.choose(symbol, versions, wanted);
    }
}

/// The bytes of a paragraph in its file.
fn piece(seen: &FileIdentity, at: ParagraphIndex) -> Option<Range<u64>> {
    let start = u64::from(*seen.starts.get(at.0)?);
    let end = seen.starts.get(at.next().0).map_or(seen.size_and_time.0, |&end| u64::from(end));
    Some(start..end)
}
