//! A search that is run in slices: first a screen of hits, then the rest, with the counts growing.
//!
//! Per segment the postings give candidates, and the text decides. What holds the whole query literally is looked for
//! first, in all segments, then all else. Loose hits are chosen by how little they spread, and only those that are kept
//! are scored.
//!
//! # Files
//!
//! - `progress`: How much of a search is done and what it counted
//! - `readable`: Hits made readable: what was matched, where in the source text, with an excerpt

mod progress;
mod readable;

use std::collections::HashMap;

pub use self::progress::SearchProgress;

use crate::model::Label;
use crate::search::index::Index;
use crate::search::index::segment::{IndexRecord, Segment};
use crate::search::index::set::Bits;
use crate::search::index::set::small;
use crate::search::index::units_meta::UnitMeta;
use crate::search::matching::RecordMatcher;
use crate::search::matching::candidates;
use crate::search::matching::filter::{FieldFilter, Versions, filters};
use crate::search::matching::hit::{Hit, Rank, Tier};
use crate::search::query::Query;
use crate::search::query::field::What;

/// How many texts are looked at for the first screen at most, for the whole query as it stands.
pub const FIRST_SCREEN: usize = 8192;
/// No query with more bytes is a label.
const LONGEST_LABEL: usize = 64;
/// A text in which a term is looked for in all other ways takes as long as so many.
const CLOSELY: usize = 8;

/// A hit that was ranked, not yet made readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankedHit {
    rank: Rank,
    segment: usize,
    id: u16,
}

impl RankedHit {
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

/// Candidates of a segment that are being looked at.
#[derive(Debug)]
struct Todo {
    bits: Bits,
    from: usize,
    /// Records that match loosely, as the postings say.
    loose: Option<Bits>,
}

/// One query, being run over an index.
#[derive(Debug)]
pub struct SearchRun<'a> {
    index: &'a Index,
    matcher: RecordMatcher<'a>,
    limit: usize,
    phase: Phase,
    segment: usize,
    todo: Option<Todo>,
    /// For each segment the records that hold the whole query literally.
    literal: Vec<Bits>,
    /// For each document its filter; empty without fields.
    filters: Vec<Option<FieldFilter<'a>>>,
    kept: Vec<RankedHit>,
    /// Hits that were made readable, by segment and record; none of those that could not be.
    readable: HashMap<(usize, u16), Option<Hit>>,
    /// The last that is kept, when there are enough.
    worst: Option<Rank>,
    progress: SearchProgress,
    /// Whether postings alone can say how many hold the whole query, and nothing that comes later ranks higher.
    by_postings: bool,
    /// Whether a term may be the beginning of a paragraph's number.
    numbered: bool,
    /// The units that the whole query is the label of, each with its document.
    named: Vec<(u32, &'a UnitMeta)>,
}

impl<'a> SearchRun<'a> {
    /// Begins a search that keeps the best `limit` hits. Nothing is looked at yet.
    #[must_use]
    pub fn new(index: &'a Index, query: &'a Query, limit: usize) -> Self {
        Self::among(index, query, limit, Versions::Chosen)
    }

    /// The same in the language versions that are otherwise set aside, without their notes: for a query that nothing else
    /// answers.
    #[must_use]
    pub fn aside(index: &'a Index, query: &'a Query, limit: usize) -> Self {
        Self::among(index, query, limit, Versions::Aside)
    }

    fn among(index: &'a Index, query: &'a Query, limit: usize, versions: Versions) -> Self {
        let segments = index.segments();
        let matcher = RecordMatcher::new(query, segments.iter().any(Segment::has_han));
        let fields = query.fields();
        let (filters, passed_over) = filters(index, fields, versions);
        let one = query.whole().is_some_and(|whole| is_one_part(whole.text()));
        let by_postings = one && filters.is_empty() && index.is_in_order();
        let phase = match (query.is_empty(), query.whole()) {
            (true, _) => Phase::Done,
            (false, Some(_)) => Phase::Literal,
            (false, None) => Phase::Rest,
        };
        let label = Label::new(query.typed());
        let is_label =
            fields.is_empty() && !label.as_str().is_empty() && query.typed().len() <= LONGEST_LABEL;
        let is_searched = |at: usize| filters.is_empty() || filters.get(at).is_some_and(Option::is_some);
        let named = index
            .documents()
            .enumerate()
            .filter(|(at, _)| is_label && is_searched(*at))
            .filter_map(|(at, meta)| Some((small(at), meta?.units.named(&label)?)))
            .collect();
        let progress = SearchProgress {
            total: index.paragraphs().saturating_sub(passed_over),
            done: phase == Phase::Done,
            ..SearchProgress::default()
        };
        Self {
            index,
            matcher,
            limit,
            phase,
            segment: 0,
            todo: None,
            literal: Vec::new(),
            filters,
            kept: Vec::new(),
            readable: HashMap::new(),
            worst: None,
            progress,
            by_postings,
            numbered: query.terms().iter().any(|term| term.start),
            named,
        }
    }

    /// Runs until `screen` paragraphs hold the whole query, or the most texts for a first screen were looked at.
    pub fn first_screen(&mut self, screen: usize) -> SearchProgress {
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

    /// Looks at some `texts` more texts at most, and at least one; reading postings of a segment goes with it.
    pub fn go_on(&mut self, texts: usize) -> SearchProgress {
        let mut left = texts.max(1);
        while left > 0 && self.phase != Phase::Done {
            left -= self.slice(left).max(1).min(left);
        }
        self.progress
    }

    /// Looks at all candidates that are left: the counts are whole then.
    pub fn finish(&mut self) -> SearchProgress {
        while self.phase != Phase::Done {
            self.slice(usize::MAX);
        }
        self.progress
    }

    /// How many hits it keeps so far: not fewer than it can show.
    #[must_use]
    pub fn ranked(&self) -> usize {
        (self.named.len() + self.kept.len()).min(self.limit)
    }

    /// What was counted so far, and whether that is all.
    #[must_use]
    pub fn progress(&self) -> SearchProgress {
        self.progress
    }

    /// Looks at candidates of one segment, so many at most. How many it looked at.
    fn slice(&mut self, most: usize) -> usize {
        let Some(segment) = self.index.segments().get(self.segment) else {
            self.next_phase();
            return 0;
        };
        let mut todo = match self.todo.take() {
            Some(todo) => todo,
            None => self.candidates(segment),
        };
        let mut looked = 0;
        let mut number = String::new();
        while let Some(id) = todo.bits.next(todo.from) {
            if looked >= most {
                self.todo = Some(todo);
                return looked;
            }
            if self.skips(segment, &todo) {
                break;
            }
            todo.from = usize::from(id) + 1;
            looked += 1;
            if let Some((record, pieces)) = segment.record(id) {
                number.clear();
                self.look(record, pieces, id, &mut number, todo.loose.as_ref());
            }
        }
        self.segment += 1;
        looked
    }

    fn next_phase(&mut self) {
        self.segment = 0;
        self.phase = match self.phase {
            Phase::Literal => Phase::Rest,
            Phase::Rest | Phase::Done => Phase::Done,
        };
        self.progress.done = self.phase == Phase::Done;
    }

    fn candidates(&mut self, segment: &Segment) -> Todo {
        let query = self.matcher.query();
        if self.phase == Phase::Literal {
            self.literal.resize_with(self.segment + 1, Bits::default);
            let whole = query.whole().map_or("", |whole| whole.text());
            let mut bits = candidates::literal(segment, whole, candidates::BROAD);
            bits.and(segment.alive());
            return Todo { bits, from: 0, loose: None };
        }
        let mut bits = segment.alive().clone();
        let single = query.terms().len() == 1;
        let mut loose = None;
        let mut counts_of: Vec<(usize, usize)> = Vec::new();
        for (at, term) in query.terms().iter().enumerate().filter(|(_, term)| !term.not) {
            if bits.is_empty() {
                break;
            }
            let sound = self.matcher.sound(at).filter(|_| segment.has_han());
            let of_term = candidates::of_term(segment, term, sound);
            counts_of.push((of_term.count(), at));
            bits.and(&of_term);
            let counts = single && sound.is_none() && term.also.is_empty() && self.filters.is_empty();
            if counts
                && self.is_settled(Tier::Loose)
                && term.shape == Some(crate::search::query::shape::TermShape::Letters)
            {
                loose = Some(candidates::in_word(segment, term.needle.text()));
            }
        }
        // What few records have is looked for first: most are done with then.
        counts_of.sort_unstable();
        let order: Vec<usize> = counts_of.into_iter().map(|(_, at)| at).collect();
        for name in query.also() {
            bits.or(&candidates::literal(segment, name.needle.text(), candidates::BROAD));
        }
        if let Some(sound) = self.matcher.joined() {
            bits.or(&candidates::spelled(segment, sound));
        }
        if query.terms().is_empty() && query.whole().is_some() {
            bits = Bits::default();
        }
        self.matcher.set_order(order);
        bits.and(segment.alive());
        if let Some(literal) = self.literal.get(self.segment) {
            bits.and_not(literal);
        }
        Todo { bits, from: 0, loose }
    }

    /// Whether no hit of the tier can come among those that are kept any more.
    fn is_settled(&self, tier: Tier) -> bool {
        self.worst.is_some_and(|worst| worst.tier < tier)
    }

    /// Counts the rest of a segment's candidates by the postings alone where nothing of them can be kept.
    fn skips(&mut self, segment: &Segment, todo: &Todo) -> bool {
        let Some(worst) = self.worst.filter(|_| self.by_postings && self.phase == Phase::Literal) else {
            return false;
        };
        if worst.tier != Tier::Literal || worst.group > 0 || Some(worst.score) != self.matcher.highest() {
            return false;
        }
        let whole = self.matcher.query().whole().map_or("", |whole| whole.text());
        let mut rest = candidates::literal(segment, whole, usize::MAX);
        rest.and(segment.alive());
        let mut before = Bits::all(todo.from);
        before.and(&rest);
        rest.and_not(&before);
        if let Some(literal) = self.literal.get_mut(self.segment) {
            literal.or(&rest);
        }
        let all = rest.count();
        rest.and(segment.paragraphs());
        let paragraphs = rest.count();
        self.progress.strict += paragraphs;
        match segment.is_of_notes() {
            true => self.progress.notes += all,
            false => self.progress.headings += all - paragraphs,
        }
        true
    }

    fn look(
        &mut self,
        record: &IndexRecord,
        pieces: &'a str,
        id: u16,
        number: &mut String,
        loose: Option<&Bits>,
    ) {
        if let Some(filter) = self.filters.get(record.document as usize)
            && !filter.as_ref().is_some_and(|filter| filter.passes(record))
        {
            return;
        }
        if self.phase == Phase::Literal {
            let text = self.index.text(record, pieces, self.numbered, number);
            let Some(score) = self.matcher.literal_score(text) else { return };
            if let Some(literal) = self.literal.get_mut(self.segment) {
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
        let text = self.index.text(record, pieces, self.numbered, number);
        let Some(found) = self.matcher.otherwise(text, false) else { return };
        self.progress.count(record.what, found.tier);
        // Loose hits are chosen by how little they spread.
        let score = match found.tier {
            Tier::Loose => -i64::try_from(found.span).unwrap_or(i64::MAX),
            _ => found.score,
        };
        self.keep(record, id, found.tier, score, found.spread);
    }

    fn keep(&mut self, record: &IndexRecord, id: u16, tier: Tier, score: i64, spread: usize) {
        let group = match record.what {
            What::Paragraph => 0,
            What::Note | What::Heading => 1,
            What::Masthead => 2,
        };
        let order = self.index.meta(record.document).map_or(u32::MAX, |meta| meta.order);
        let rank = Rank { tier, group, score, spread, position: (order, record.position) };
        if self.limit == 0 || self.worst.is_some_and(|worst| worst <= rank) {
            return;
        }
        self.kept.push(RankedHit { rank, segment: self.segment, id });
        if self.kept.len() >= self.limit.saturating_mul(2) || self.kept.len() == self.limit {
            self.cut();
        }
    }

    /// Drops what is beyond the limit, and notes the worst hit that stays.
    fn cut(&mut self) {
        if self.kept.len() > self.limit {
            self.kept.select_nth_unstable_by(self.limit - 1, in_order);
            self.kept.truncate(self.limit);
        }
        self.worst = self.kept.iter().map(|place| place.rank).max();
    }

    /// The best hits so far, best first. Loose ones are scored now, those that are kept.
    pub fn hits(&mut self) -> Vec<RankedHit> {
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
fn in_order(a: &RankedHit, b: &RankedHit) -> std::cmp::Ordering {
    a.rank.cmp(&b.rank).then((a.segment, a.id).cmp(&(b.segment, b.id)))
}

/// Whether postings alone say where the text stands: letters of one word, or one Han character.
fn is_one_part(text: &str) -> bool {
    crate::search::index::vocabulary::is_in_word(text)
        || text.chars().nth(1).is_none() && text.chars().all(crate::search::query::fold::is_han)
}
