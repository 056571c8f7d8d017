//! Paragraphs for the benchmark: made from real sentences by a seeded generator, never kept.

use std::path::PathBuf;

use rapporteur::format;
use rapporteur::model::{Document, Paragraph, Symbol};

/// One sentence in so many is of the reference document, whose subject the queries have.
const ONE_IN: u64 = 16;
/// Paragraphs in a document.
const IN_DOCUMENT: usize = 200;

/// Documents with generated paragraphs.
pub struct Corpus {
    pub documents: Vec<Document>,
}

/// Steele, Lea, Flood: SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % below.max(1) as u64) as usize
    }
}

fn file(language: &str) -> PathBuf {
    let name = format!("UNv1.0.devset.{language}");
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/six-way").join(name)
}

/// The reference document in a language.
fn reference(language: &str) -> Document {
    let text = if language == "en" { format::ENGLISH } else { format::REFERENCE };
    format::read_document(text.source).unwrap_or_else(|problems| unreachable!("{problems:?}"))
}

impl Corpus {
    pub fn is_there() -> bool {
        file("zh").exists() && file("en").exists()
    }

    /// So many paragraphs; the first ones of a small corpus are those of the reference document.
    pub fn new(language: &str, count: usize) -> Self {
        let reference = reference(language);
        let own: Vec<String> = reference
            .paragraphs
            .iter()
            .flat_map(|paragraph| {
                paragraph
                    .text()
                    .split_inclusive(['。', '.'])
                    .map(|sentence| sentence.trim().to_owned())
                    .collect::<Vec<_>>()
            })
            .filter(|sentence| sentence.chars().count() > 4)
            .collect();
        let sentences: Vec<String> = std::fs::read_to_string(file(language))
            .map(|text| text.lines().map(str::to_owned).collect())
            .unwrap_or_else(|_| own.clone());
        let mut random = Random(0x5EED);
        let mut texts: Vec<String> =
            reference.paragraphs.iter().map(|p| p.text().to_owned()).take(count).collect();
        while texts.len() < count {
            let (least, more) = if language == "zh" { (120, 340) } else { (300, 900) };
            let length = least + random.next(more);
            let mut text = String::new();
            let mut taken = 0;
            while taken < length {
                let pool = if random.next(ONE_IN as usize) == 0 { &own } else { &sentences };
                let Some(sentence) = pool.get(random.next(pool.len())) else { break };
                if language != "zh" && !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(sentence);
                taken += sentence.chars().count().max(1);
            }
            texts.push(text);
        }
        let mut documents = Vec::new();
        for (number, chunk) in texts.chunks(IN_DOCUMENT).enumerate() {
            let mut document = reference.clone();
            let section = reference.paragraphs.first().map(|paragraph| paragraph.section.clone());
            let Some(section) = section else { continue };
            document.masthead.symbol = Symbol(format!("BENCH/{number}"));
            let make = |(at, text): (usize, &String)| {
                Paragraph::new((at + 1).to_string().as_str().into(), section.clone(), text, Vec::new())
            };
            document.paragraphs = chunk.iter().enumerate().map(make).collect();
            documents.push(document);
        }
        Self { documents }
    }

    pub fn texts(&self) -> Vec<String> {
        let texts = self.documents.iter().flat_map(|document| &document.paragraphs);
        texts.map(|paragraph| paragraph.text().to_owned()).collect()
    }

    /// The document with that symbol.
    pub fn document(&self, symbol: &Symbol) -> Option<&Document> {
        let number: usize = symbol.0.rsplit('/').next()?.parse().ok()?;
        self.documents.get(number)
    }
}
