//! Which document a command means. Files and symbols are found by [`Catalog`]; what is decided here is what
//! happens when none or several are meant, and which language version.

use std::path::Path;

use super::context::CommandContext;
use super::outcome::Failure;
use crate::messages::{UserMessage, user_message};
use crate::model::{Document, Symbol};
use crate::runtime::{Catalog, CatalogError, DocumentSource, IndexCache, Source};

/// A document that was chosen.
#[derive(Debug)]
pub struct Picked {
    /// Where it comes from and where its reviews lie.
    pub source: Source,
    /// The document, read.
    pub document: Document,
}

/// A source of a library with what loading it gave.
type LoadedReview = (Source, Result<Document, CatalogError>);

impl CommandContext {
    fn library(&self, named: &[String]) -> Result<Catalog, CatalogError> {
        Catalog::open(named, self.workspace(), &self.paths.data, &self.reviewer)
    }

    /// The other language versions of documents, as far as they can be read.
    pub fn versions_beside(&self, documents: &[Picked]) -> Vec<Picked> {
        let mut beside: Vec<Picked> = Vec::new();
        let mut looked: Vec<&Path> = Vec::new();
        for root in documents.iter().map(|picked| picked.source.workspace.root()) {
            if looked.contains(&root) {
                continue;
            }
            looked.push(root);
            let Ok(around) = Catalog::open(&[], Some(root), &self.paths.data, &self.reviewer) else {
                continue;
            };
            for (source, loaded) in loaded(&around) {
                let Ok(document) = loaded else { continue };
                let same = |picked: &Picked| picked.document.symbol() == document.symbol();
                let known =
                    |picked: &Picked| same(picked) && picked.document.language() == document.language();
                if documents.iter().any(same) && !documents.iter().chain(&beside).any(known) {
                    beside.push(Picked { source, document });
                }
            }
        }
        beside
    }

    /// The language of documents that was asked for.
    pub fn language(&self) -> Option<String> {
        self.global.text.as_deref().map(|text| text.trim().to_lowercase())
    }

    /// The names of the documents that are meant: those of the command and that of `--document`.
    fn names(&self, named: &[String]) -> Vec<String> {
        named.iter().chain(&self.global.document).cloned().collect()
    }

    /// The one document that a command works on.
    pub fn pick(&self, named: Option<&String>) -> Result<Picked, Failure> {
        match (named, &self.global.document) {
            (Some(_), Some(_)) => Err(Failure::usage(user_message("cli-document-twice"))),
            (Some(name), None) | (None, Some(name)) => self.named(name),
            (None, None) => self.only(),
        }
    }

    /// The documents that a command goes through; none is named: all that there are. What cannot be read among
    /// all of them is remarked.
    pub fn pick_all(&self, named: &[String]) -> Result<(Vec<Picked>, Vec<UserMessage>), Failure> {
        let names = self.names(named);
        if !names.is_empty() {
            let picked = names.iter().map(|name| self.named(name)).collect::<Result<_, _>>()?;
            return Ok((picked, Vec::new()));
        }
        let mut picked = Vec::new();
        let mut remarks = Vec::new();
        for (source, loaded) in loaded(&self.library(&[])?) {
            match loaded {
                Ok(document) => picked.push(Picked { source, document }),
                Err(error) => remarks.push(error.user_message()),
            }
        }
        Ok((self.in_language(picked)?, remarks))
    }

    /// The documents that the screen offers, in all their language versions, and the language to begin with.
    pub fn shelf(&self, named: &[String]) -> Result<(Catalog, Option<String>), Failure> {
        if self.global.text.is_some() {
            // A version that is not there is told before the screen opens.
            self.pick_all(named)?;
        }
        let library = self.library(&self.names(named))?.with_versions()?;
        Ok((library, self.language()))
    }

    /// What is kept of the index of the workspace, if its documents are meant; reading it begins.
    pub fn kept(&self, named: &[String]) -> Option<IndexCache> {
        let workspace = Catalog::workspace(self.workspace(), &self.paths.data).ok()?;
        self.names(named).is_empty().then(|| IndexCache::begin(&self.paths.cache, &workspace))
    }

    fn named(&self, name: &str) -> Result<Picked, Failure> {
        let library = self.library(&[name.to_owned()])?;
        let document = library.load(0)?;
        let Some(source) = library.sources.into_iter().next() else { return self.only() };
        let Some(language) = self.language().filter(|language| language != document.language()) else {
            return Ok(Picked { source, document });
        };
        // Its other language versions are in its workspace.
        let root = source.workspace.root().to_owned();
        let around = Catalog::open(&[], Some(&root), &self.paths.data, &self.reviewer)?;
        let mut known = vec![document.language().to_owned()];
        for (source, loaded) in loaded(&around) {
            match loaded {
                Ok(other) if other.symbol() != document.symbol() => {}
                Ok(document) if document.language() == language => return Ok(Picked { source, document }),
                Ok(other) => known.push(other.language().to_owned()),
                Err(_) => {}
            }
        }
        Err(no_version(vec![document.symbol().0.clone()], &language, known))
    }

    /// The documents that are looked at side by side, each in one language version: those that are named, else all of
    /// the workspace. What cannot be read among several is remarked.
    pub fn pick_each(&self, named: &[String]) -> Result<(Vec<Picked>, Vec<UserMessage>), Failure> {
        let names = self.names(named);
        if let [name] = names.as_slice() {
            return Ok((vec![self.named(name)?], Vec::new()));
        }
        let (mut picked, mut remarks) = (Vec::new(), Vec::new());
        if names.is_empty() {
            let candidates = self.candidates()?;
            if different(&candidates).len() < 2 {
                return Ok((vec![self.only()?], remarks));
            }
            for (source, loaded) in candidates {
                match loaded {
                    Ok(document) => picked.push(Picked { source, document }),
                    Err(error) => remarks.push(error.user_message()),
                }
            }
            picked = self.in_language(picked)?;
        } else {
            for name in &names {
                picked.push(self.named(name)?);
            }
        }
        let mut seen: Vec<Symbol> = Vec::new();
        picked.retain(|picked| {
            let symbol = picked.document.symbol();
            let new = !seen.contains(symbol);
            seen.push(symbol.clone());
            new
        });
        picked.sort_by(|a, b| a.document.symbol().in_list(b.document.symbol()));
        Ok((picked, remarks))
    }

    /// What may be meant where nothing is named: the documents of the workspace; the built-in one counts only where
    /// there is no other.
    fn candidates(&self) -> Result<Vec<LoadedReview>, Failure> {
        let library = self.library(&[])?;
        let is_file = |source: &Source| matches!(source.origin, DocumentSource::File(_));
        let files = library.sources.iter().any(is_file);
        Ok(loaded(&library).into_iter().filter(|(source, _)| is_file(source) || !files).collect())
    }

    /// The only document of the workspace. Language versions of one symbol are one document.
    fn only(&self) -> Result<Picked, Failure> {
        let candidates = self.candidates()?;
        let names = different(&candidates);
        if names.len() > 1 {
            let said = user_message("cli-which").count("count", names.len()).list("names", names);
            return Err(Failure::usage(said));
        }
        let mut picked = Vec::new();
        for (source, loaded) in candidates {
            picked.push(Picked { source, document: loaded? });
        }
        let first = self.in_language(picked)?.into_iter().next();
        let workspace = self.workspace().unwrap_or(&self.paths.data).display().to_string();
        first.ok_or_else(|| Failure::usage(user_message("cli-no-document").with("workspace", workspace)))
    }

    /// Those in the language that was asked for.
    fn in_language(&self, mut picked: Vec<Picked>) -> Result<Vec<Picked>, Failure> {
        let Some(language) = self.language() else { return Ok(picked) };
        let known = picked.iter().map(|picked| picked.document.language().to_owned()).collect();
        let mut symbols: Vec<Symbol> = picked.iter().map(|picked| picked.document.symbol().clone()).collect();
        symbols.dedup();
        picked.retain(|picked| picked.document.language() == language);
        if picked.is_empty() {
            let symbols: Vec<String> = symbols.into_iter().map(|symbol| symbol.0).collect();
            return Err(no_version(symbols, &language, known));
        }
        Ok(picked)
    }
}

/// The symbols of documents, each once; of what is none its name.
fn different(candidates: &[LoadedReview]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (source, loaded) in candidates {
        let name = match loaded {
            Ok(document) => document.symbol().0.clone(),
            Err(_) => source.origin.name(),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Each source of a library with what loading it gave.
fn loaded(library: &Catalog) -> Vec<LoadedReview> {
    library.sources.iter().enumerate().map(|(at, source)| (source.clone(), library.load(at))).collect()
}

fn no_version(symbols: Vec<String>, language: &str, mut known: Vec<String>) -> Failure {
    known.sort();
    known.dedup();
    let said = user_message("cli-no-version").list("symbol", symbols).with("language", language);
    Failure::usage(said.list("known", known))
}
