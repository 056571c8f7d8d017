//! A search that is run in slices: first a screen of hits, then the rest, with the counts growing.
//!
//! Per block the postings give candidates, and the text decides. What holds the whole query literally is looked for
//! first, in all blocks, then all else. Loose hits are chosen by how little they spread, and only those that are kept
//! are scored.
//!
//! # Files
//!
//! - `readable`: Hits made readable: what was matched, where in the source text, with an excerpt

mod readable;

use std::collections::HashMap;

use super::block::{Block, Record};
use super::candidates;
use super::field::What;
use super::filter::{Filter, Versions, filters};
use super::hit::{Hit, Rank, Tier};
use super::library::Library;
use super::matching::Matcher;
use super::query::Query;
use super::set::Bits;

/// How many texts are looked at for the first screen at most, for the whole query as it stands.
pub const FIRST_SCREEN: usize = 8192;
/// A text in which a term is looked for in all other ways takes as long as so many.
const CLOSELY: usize = 8;

/// How far a search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// How many paragraphs hold what was typed ([`Tier::is_strict`]), so far.
    pub strict: usize,
    /// How many notes do, so far.
    pub notes: usize,
    /// How many headings and mastheads do, so far.
    pub headings: usize,
    /// How many more of all these match by their sound, so far.
    pub sound: usize,
    /// How many more match loosely, so far.
    pub loose: usize,
    /// All paragraphs of the library.
    pub total: usize,
    /// Whether the counts are whole and the hits the best there are.
    pub done: bool,
}

/// A hit that was ranked, not yet made readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    rank: Rank,
    block: usize,
    id: u16,
}

impl Place {
    /// How surely it is what was meant.
    #[must_use]
    pub const fn tier(&self) -> Tier {
        self.rank.tier
    }
}

/// What is looked for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Literal,
    Rest,
    Done,
}

/// Candidates of a block that are being looked at.
#[derive(Debug)]
struct Todo {
    bits: Bits,
    from: usize,
    /// Records that match loosely, as the postings say.
    loose: Option<Bits>,
}

/// One query, being run over a library.
#[derive(Debug)]
pub struct Search<'a> {
    library: &'a Library,
    matcher: Matcher<'a>,
    limit: usize,
    phase: Phase,
    block: usize,
    todo: Option<Todo>,
    /// For each block the records that hold the whole query literally.
    literal: Vec<Bits>,
    /// For each document its filter; empty without fields.
    filters: Vec<Option<Filter<'a>>>,
    kept: Vec<Place>,
    /// Hits that were made readable, by block and record; none of those that could not be.
    readable: HashMap<(usize, u16), Option<Hit>>,
    /// The last that is kept, when there are enough.
    worst: Option<Rank>,
    progress: Progress,
    /// Whether postings alone can say how many hold the whole query, and nothing that comes later ranks higher.
    by_postings: bool,
    /// Whether a term may be the beginning of a paragraph's number.
    numbered: bool,
}

impl Progress {
    fn count(&mut self, what: What, tier: Tier) {
        let count = match (tier, what) {
            (Tier::Pinyin, _) => &mut self.sound,
            (Tier::Loose, _) => &mut self.loose,
            (_, What::Paragraph) => &mut self.strict,
            (_, What::Note) => &mut self.notes,
            (_, What::Heading | What::Masthead) => &mut self.headings,
        };
        *count += 1;
    }
}

impl<'a> Search<'a> {
    /// Begins a search that keeps the best `limit` hits. Nothing is looked at yet.
    #[must_use]
    pub fn new(library: &'a Library, query: &'a Query, limit: usize) -> Self {
        Self::among(library, query, limit, Versions::Chosen)
    }

    /// The same in the language versions that are otherwise set aside, without their notes: for a query that nothing else
    /// answers.
    #[must_use]
    pub fn aside(library: &'a Library, query: &'a Query, limit: usize) -> Self {
        Self::among(library, query, limit, Versions::Aside)
    }

    fn among(library: &'a Library, query: &'a Query, limit: usize, versions: Versions) -> Self {
        let blocks = library.blocks();
        let matcher = Matcher::new(query, blocks.iter().any(Block::has_han));
        let fields = query.fields();
        let (filters, passed_over) = filters(library, fields, versions);
        let one = query.whole().is_some_and(|whole| is_one_part(whole.text()));
        let by_postings = one && filters.is_empty() && library.is_in_order();
        let phase = match (query.is_empty(), query.whole()) {
            (true, _) => Phase::Done,
            (false, Some(_)) => Phase::Literal,
            (false, None) => Phase::Rest,
        };
        let progress = Progress {
            total: library.paragraphs().saturating_sub(passed_over),
            done: phase == Phase::Done,
            ..Progress::default()
        };
        Self {
            library,
            matcher,
            limit,
            phase,
            block: 0,
            todo: None,
            literal: Vec::new(),
            filters,
            kept: Vec::new(),
            readable: HashMap::new(),
            worst: None,
            progress,
            by_postings,
            numbered: query.terms().iter().any(|term| term.start),
        }
    }

    /// Runs until `screen` paragraphs hold the whole query, or the most texts for a first screen were looked at.
    pub fn first_screen(&mut self, screen: usize) -> Progress {
        let mut left = FIRST_SCREEN;
        while left > 0 && self.phase == Phase::Literal && self.progress.strict < screen {
            left -= self.slice(left.min(256));
        }
        if self.phase == Phase::Rest {
            let terms = self.matcher.query().terms().len().max(1);
            self.go_on((left / CLOSELY / terms).max(1));
        }
        self.progress
    }

    /// Looks at some `texts` more texts at most, and at least one; reading postings of a block goes with it.
    pub fn go_on(&mut self, texts: usize) -> Progress {
        let mut left = texts.max(1);
        while left > 0 && self.phase != Phase::Done {
            left -= self.slice(left).max(1).min(left);
        }
        self.progress
    }

    /// Runs to the end.
    pub fn finish(&mut self) -> Progress {
        while self.phase != Phase::Done {
            self.slice(usize::MAX);
        }
        self.progress
    }

    /// How many hits it keeps so far: not fewer than it can show.
    #[must_use]
    pub fn ranked(&self) -> usize {
        self.kept.len().min(self.limit)
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Looks at candidates of one block, so many at most. How many it looked at.
    fn slice(&mut self, most: usize) -> usize {
        let Some(block) = self.library.blocks().get(self.block) else {
            self.next_phase();
            return 0;
        };
        let mut todo = match self.todo.take() {
            Some(todo) => todo,
            None => self.candidates(block),
        };
        let mut looked = 0;
        let mut number = String::new();
        while let Some(id) = todo.bits.next(todo.from) {
            if looked >= most {
                self.todo = Some(todo);
                return looked;
            }
            if self.skips(block, &todo) {
                break;
            }
            todo.from = usize::from(id) + 1;
            looked += 1;
            if let Some((record, pieces)) = block.record(id) {
                number.clear();
                self.look(record, pieces, id, &mut number, todo.loose.as_ref());
            }
        }
        self.block += 1;
        looked
    }

    fn next_phase(&mut self) {
        self.block = 0;
        self.phase = match self.phase {
            Phase::Literal => Phase::Rest,
            Phase::Rest | Phase::Done => Phase::Done,
        };
        self.progress.done = self.phase == Phase::Done;
    }

    fn candidates(&mut self, block: &Block) -> Todo {
        let query = self.matcher.query();
        if self.phase == Phase::Literal {
            self.literal.resize_with(self.block + 1, Bits::default);
            let whole = query.whole().map_or("", |whole| whole.text());
            let mut bits = candidates::literal(block, whole, candidates::BROAD);
            bits.and(block.alive());
            return Todo { bits, from: 0, loose: None };
        }
        let mut bits = block.alive().clone();
        let single = query.terms().len() == 1;
        let mut loose = None;
        let mut counts_of: Vec<(usize, usize)> = Vec::new();
        for (at, term) in query.terms().iter().enumerate().filter(|(_, term)| !term.not) {
            if bits.is_empty() {
                break;
            }
            let sound = self.matcher.sound(at).filter(|_| block.has_han());
            let of_term = candidates::of_term(block, term, sound);
            counts_of.push((of_term.count(), at));
            bits.and(&of_term);
            let counts = single && sound.is_none() && term.also.is_empty() && self.filters.is_empty();
            if counts && self.is_settled(Tier::Loose) && term.shape == Some(super::shape::Shape::Letters) {
                loose = Some(candidates::in_word(block, term.needle.text()));
            }
        }
        // What few records have is looked for first: most are done with then.
        counts_of.sort_unstable();
        let order: Vec<usize> = counts_of.into_iter().map(|(_, at)| at).collect();
        for name in query.also() {
            bits.or(&candidates::literal(block, name.needle.text(), candidates::BROAD));
        }
        if let Some(sound) = self.matcher.joined() {
            bits.or(&candidates::spelled(block, sound));
        }
        if query.terms().is_empty() && query.whole().is_some() {
            bits = Bits::default();
        }
        self.matcher.set_order(order);
        bits.and(block.alive());
        if let Some(literal) = self.literal.get(self.block) {
            bits.and_not(literal);
        }
        Todo { bits, from: 0, loose }
    }

    /// Whether no hit of the tier can come among those that are kept any more.
    fn is_settled(&self, tier: Tier) -> bool {
        self.worst.is_some_and(|worst| worst.tier < tier)
    }

    /// Counts the rest of a block's candidates by the postings alone where nothing of them can be kept.
    fn skips(&mut self, block: &Block, todo: &Todo) -> bool {
        let Some(worst) = self.worst.filter(|_| self.by_postings && self.phase == Phase::Literal) else {
            return false;
        };
        if worst.tier != Tier::Literal || worst.group > 0 || Some(worst.score) != self.matcher.highest() {
            return false;
        }
        let whole = self.matcher.query().whole().map_or("", |whole| whole.text());
        let mut rest = candidates::literal(block, whole, usize::MAX);
        rest.and(block.alive());
        let mut before = Bits::all(todo.from);
        before.and(&rest);
        rest.and_not(&before);
        if let Some(literal) = self.literal.get_mut(self.block) {
            literal.or(&rest);
        }
        let all = rest.count();
        rest.and(block.paragraphs());
        let paragraphs = rest.count();
        self.progress.strict += paragraphs;
        match block.is_of_notes() {
            true => self.progress.notes += all,
            false => self.progress.headings += all - paragraphs,
        }
        true
    }

    fn look(&mut self, record: &Record, pieces: &'a str, id: u16, number: &mut String, loose: Option<&Bits>) {
        if let Some(filter) = self.filters.get(record.document as usize)
            && !filter.as_ref().is_some_and(|filter| filter.passes(record))
        {
            return;
        }
        if self.phase == Phase::Literal {
            let text = self.library.text(record, pieces, self.numbered, number);
            let Some(score) = self.matcher.literal_score(text) else { return };
            if let Some(literal) = self.literal.get_mut(self.block) {
                literal.insert(id);
            }
            self.progress.count(record.what, Tier::Literal);
            let spread = self.matcher.query().whole().map_or(0, |whole| whole.count());
            self.keep(record, id, Tier::Literal, score, spread);
            return;
        }
        // Labels of notes are not matched loosely.
        if record.what != What::Note && loose.is_some_and(|loose| loose.contains(id)) {
            self.progress.loose += 1;
            return;
        }
        let text = self.library.text(record, pieces, self.numbered, number);
        let Some(found) = self.matcher.otherwise(text, false) else { return };
        self.progress.count(record.what, found.tier);
        // Loose hits are chosen by how little they spread.
        let score = match found.tier {
            Tier::Loose => -i64::try_from(found.span).unwrap_or(i64::MAX),
            _ => found.score,
        };
        self.keep(record, id, found.tier, score, found.spread);
    }

    fn keep(&mut self, record: &Record, id: u16, tier: Tier, score: i64, spread: usize) {
        let group = match record.what {
            What::Paragraph => 0,
            What::Note | What::Heading => 1,
            What::Masthead => 2,
        };
        let order = self.library.held(record.document).map_or(u32::MAX, |held| held.order);
        let rank = Rank { tier, group, score, spread, position: (order, record.position) };
        if self.limit == 0 || self.worst.is_some_and(|worst| worst <= rank) {
            return;
        }
        self.kept.push(Place { rank, block: self.block, id });
        if self.kept.len() >= self.limit.saturating_mul(2) || self.kept.len() == self.limit {
            self.cut();
        }
    }

    /// Keeps the best only.
    fn cut(&mut self) {
        if self.kept.len() > self.limit {
            self.kept.select_nth_unstable_by(self.limit - 1, in_order);
            self.kept.truncate(self.limit);
        }
        self.worst = self.kept.iter().map(|place| place.rank).max();
    }

    /// The best hits so far, best first. Loose ones are scored now, those that are kept.
    pub fn hits(&mut self) -> Vec<Place> {
        let mut hits = self.kept.clone();
        if hits.len() > self.limit && self.limit > 0 {
            hits.select_nth_unstable_by(self.limit - 1, in_order);
        }
        hits.truncate(self.limit);
        for place in hits.iter_mut().filter(|place| place.rank.tier == Tier::Loose) {
            if let Some((_, found)) = self.closely(place) {
                place.rank.score = found.score;
                place.rank.spread = found.spread;
            }
        }
        hits.sort_unstable_by(in_order);
        hits
    }
}

/// By rank; then in the order in which the records came.
fn in_order(a: &Place, b: &Place) -> std::cmp::Ordering {
    a.rank.cmp(&b.rank).then((a.block, a.id).cmp(&(b.block, b.id)))
}

/// Whether postings alone say where the text stands: letters of one word, or one Han character.
fn is_one_part(text: &str) -> bool {
    super::vocabulary::is_in_word(text)
        || text.chars().nth(1).is_none() && text.chars().all(super::fold::is_han)
}
