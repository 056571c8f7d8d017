//! What is known of a document as bytes, and back; without notes, statuses and drafts, which have files of their own.

use std::collections::{HashMap, HashSet};

use crate::model::{Label, Symbol};
use crate::search::cache::bytes::{ByteReader, put_count, put_text, put_u32, put_u32s};
use crate::search::index::document_meta::{DocumentMeta, SectionMeta};
use crate::search::index::units_meta::{UnitMeta, UnitsMeta};

impl DocumentMeta {
    /// Appends it as bytes. `segment` gives the new number of a segment.
    pub(in crate::search) fn write(&self, out: &mut Vec<u8>, segment: impl Fn(usize) -> usize) {
        put_text(out, &self.symbol.0);
        put_text(out, &self.language);
        put_text(out, &self.masthead);
        put_u32(out, self.order);
        put_count(out, self.numbers.len());
        self.numbers.iter().for_each(|number| put_text(out, number.as_str()));
        put_count(out, self.sections.len());
        for (section, leads_to) in self.sections.iter().zip(&self.leads_to) {
            let SectionMeta { number, heading, id, printed, above, footnotes } = section;
            [number, heading, id, printed].into_iter().for_each(|text| put_text(out, text));
            put_count(out, above.unwrap_or(usize::MAX));
            put_u32(out, leads_to.unwrap_or(u32::MAX));
            put_count(out, footnotes.len());
            footnotes.iter().for_each(|words| put_text(out, words));
        }
        put_u32s(out, &self.section_of);
        put_count(out, self.speakers.len());
        for (folded, line) in &self.speakers {
            [folded, line].into_iter().for_each(|text| put_text(out, text));
        }
        self.speakers_of.iter().for_each(|speakers| put_u32s(out, speakers));
        let mut noted: Vec<(&u32, &Vec<String>)> = self.footnotes_of.iter().collect();
        noted.sort_unstable();
        put_count(out, noted.len());
        for (at, footnotes) in noted {
            put_u32(out, *at);
            put_count(out, footnotes.len());
            footnotes.iter().for_each(|words| put_text(out, words));
        }
        put_count(out, self.units.all().len());
        for UnitMeta { label, position, start } in self.units.all() {
            put_text(out, label.as_str());
            put_u32(out, *position);
            put_u32(out, start.unwrap_or(u32::MAX));
        }
        put_count(out, self.spans.len());
        for &(at, first, last) in &self.spans {
            put_count(out, segment(at));
            put_u32(out, u32::from(first) << 16 | u32::from(last));
        }
    }

    /// What [`write`](Self::write) wrote.
    pub(in crate::search) fn read(from: &mut ByteReader<'_>) -> Option<Self> {
        let owned = |from: &mut ByteReader<'_>| from.text().map(str::to_owned);
        let (symbol, language, masthead) = (Symbol(owned(from)?), owned(from)?, owned(from)?);
        let order = from.u32()?;
        let count = from.count(4)?;
        let mut numbers = Vec::with_capacity(count);
        for _ in 0..count {
            numbers.push(Label::new(from.text()?));
        }
        let by_number: HashMap<Label, u32> = numbers.iter().cloned().zip(0..).collect();
        let several = from.count(24)?;
        let (mut sections, mut leads_to) = (Vec::with_capacity(several), Vec::with_capacity(several));
        for at in 0..several {
            let (number, heading, id) = (owned(from)?, owned(from)?, owned(from)?);
            let printed = owned(from)?;
            let above = Some(from.u32()?).filter(|&above| above != u32::MAX).map(|above| above as usize);
            let to = Some(from.u32()?).filter(|&to| to != u32::MAX);
            if above.is_some_and(|above| above >= at) || to.is_some_and(|to| to as usize >= count) {
                return None;
            }
            let footnotes = texts(from)?;
            sections.push(SectionMeta { number, heading, id, printed, above, footnotes });
            leads_to.push(to);
        }
        let section_of = from.u32s().filter(|of| of.len() == count)?;
        let of_document = from.count(8)?;
        let mut speakers = Vec::with_capacity(of_document);
        for _ in 0..of_document {
            speakers.push((owned(from)?, owned(from)?));
        }
        let mut speakers_of = Vec::with_capacity(count);
        for _ in 0..count {
            let of = from.u32s()?;
            if of.iter().any(|&speaker| speaker as usize >= speakers.len()) {
                return None;
            }
            speakers_of.push(of);
        }
        let mut footnotes_of = HashMap::new();
        for _ in 0..from.count(8)? {
            let at = Some(from.u32()?).filter(|&at| (at as usize) < count)?;
            footnotes_of.insert(at, texts(from)?);
        }
        let of_units = from.count(12)?;
        let mut units: Vec<UnitMeta> = Vec::with_capacity(of_units);
        for _ in 0..of_units {
            let label = Label::new(from.text()?);
            let position = from.u32()?;
            let start = Some(from.u32()?).filter(|&start| start != u32::MAX);
            let is_there = (position as usize) < count || position == u32::MAX && start.is_none();
            let follows = units.last().is_none_or(|last| {
                let of = |unit: &UnitMeta| (unit.start.is_none(), unit.position, unit.start);
                of(last) <= (start.is_none(), position, start)
            });
            if !is_there || !follows {
                return None;
            }
            units.push(UnitMeta { label, position, start });
        }
        let units = UnitsMeta::from_units(units, numbers.iter());
        let of_spans = from.count(8)?;
        let mut spans = Vec::with_capacity(of_spans);
        for _ in 0..of_spans {
            let (segment, ends) = (from.u32()? as usize, from.u32()?);
            spans.push((segment, u16::try_from(ends >> 16).ok()?, u16::try_from(ends & 0xFFFF).ok()?));
        }
        Some(Self {
            symbol,
            language,
            masthead,
            numbers,
            by_number,
            sections,
            section_of,
            speakers,
            speakers_of,
            footnotes_of,
            units,
            statuses: HashMap::new(),
            drafts: HashSet::new(),
            notes: Vec::new(),
            notes_of: HashMap::new(),
            leads_to,
            spans,
            order,
            aside: false,
        })
    }
}

/// Some texts, after how many they are.
fn texts(from: &mut ByteReader<'_>) -> Option<Vec<String>> {
    let count = from.count(4)?;
    let mut texts = Vec::with_capacity(count);
    for _ in 0..count {
        texts.push(from.text()?.to_owned());
    }
    Some(texts)
}
