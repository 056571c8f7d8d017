//! How fast search is, as ratios in one run: `cargo bench --bench search`, with a million paragraphs too
//! `cargo bench --bench search -- 1000000`, query by query `-- queries`. `-- workspace FOLDER PARAGRAPHS [zh|en]`
//! measures nothing: it writes such paragraphs as a workspace, for `rapporteur --workspace FOLDER`.
//!
//! CPU time of this thread, all engines in turn, medians, geometric means over the queries. Paragraphs are made
//! from the sentences of the six-language corpus beside the project (or of the built-in document, where it is
//! absent) by a seeded generator. Our search returns fewer matches by design: the parity row shows what the match
//! set of plain fuzzy-matcher costs. Nothing here is asserted: a number is for a person.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "it reads the corpus, which is not the program's data")]

#[path = "search/corpus.rs"]
mod corpus;
#[path = "search/parity.rs"]
mod parity;
#[path = "search/workspace.rs"]
mod workspace;

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;

use corpus::Corpus;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};
use parity::Parity;
use rapporteur::search::{Index, IndexLoader, Query, SearchRun};
use rustix::time::{ClockId, clock_gettime};

const CHINESE: [&str; 9] =
    ["缅甸", "举报人", "反腐败学术举措", "缅防腐", "国奥道德", "体育 举报", "第 7/5 号", "反腐败", "鑫犇"];
const ENGLISH: [&str; 9] = [
    "Myanmar",
    "corruption",
    "whistle",
    "unodc",
    "wbprot",
    "asset recovery",
    "intl anti corr acad",
    "resolution 7/5",
    "xqzzj",
];
const TYPED_CHINESE: [&str; 4] = ["缅甸", "举报人", "反腐败学术举措", "第 7/5 号"];
const TYPED_ENGLISH: [&str; 3] = ["Myanmar", "corruption", "asset recovery"];

/// Letters typed on Chinese text: looked for by sound, which no peer does; printed beside the ratios, not in them.
const BY_SOUND: [&str; 5] = ["miandian", "jubaoren", "md", "corruption", "asset recovery"];

/// Hits on a first screen, and the most that are kept.
const SCREEN: usize = 100;

/// CPU time of this thread in microseconds.
fn cpu() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e6 + time.tv_nsec as f64 / 1e3
}

fn timed(work: &mut dyn FnMut() -> usize, times: usize) -> f64 {
    let start = cpu();
    for _ in 0..times {
        black_box(work());
    }
    (cpu() - start) / times as f64
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_unstable_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(0.0)
}

fn geomean(values: &[f64]) -> f64 {
    let sum: f64 = values.iter().map(|value| value.max(1e-3).ln()).sum();
    (sum / values.len().max(1) as f64).exp()
}

/// The engines over one corpus.
struct Bench {
    texts: Vec<String>,
    utf32: Vec<Utf32String>,
    library: Index,
    parity: Parity,
}

/// First screen, full counts, as shown, and the peers.
const ENGINES: [&str; 7] =
    ["first screen", "full counts", "15 rows read", "frizbee", "nucleo", "fuzzy-matcher", "parity"];

impl Bench {
    fn ours_first(&self, typed: &str) -> usize {
        let query = Query::parse(typed);
        let mut search = SearchRun::new(&self.library, &query, SCREEN);
        search.first_screen(SCREEN);
        search.hits().len()
    }

    fn ours_full(&self, typed: &str) -> usize {
        let query = Query::parse(typed);
        let mut search = SearchRun::new(&self.library, &query, SCREEN);
        let progress = search.finish();
        search.hits().len() + progress.strict + progress.loose
    }

    /// A first screen, and the rows that a terminal shows made readable.
    fn ours_shown(&self, corpus: &Corpus, typed: &str) -> usize {
        let query = Query::parse(typed);
        let mut search = SearchRun::new(&self.library, &query, SCREEN);
        search.first_screen(SCREEN);
        let places = search.hits();
        let mut rows = 0;
        for place in places.iter().take(15) {
            let document = search.document_of(place).and_then(|(symbol, _)| corpus.document(symbol));
            rows +=
                document.and_then(|document| search.hit(place, document)).map_or(0, |hit| hit.marks.len());
        }
        rows
    }

    fn frizbee(&self, typed: &str) -> usize {
        let config = frizbee::Config::default().casing(frizbee::CaseMatching::Ignore);
        frizbee::Matcher::from_query(typed, &config).match_list(&self.texts).len()
    }

    fn nucleo(&self, matcher: &mut Matcher, typed: &str) -> usize {
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        let hits = self.utf32.iter().filter_map(|text| pattern.score(text.slice(..), matcher));
        let mut hits: Vec<u32> = hits.collect();
        hits.sort_unstable_by(|a, b| b.cmp(a));
        hits.len()
    }

    fn skim(&self, typed: &str) -> usize {
        let matcher = SkimMatcherV2::default().ignore_case();
        self.texts.iter().filter_map(|text| matcher.fuzzy_indices(text, typed)).count()
    }

    /// Medians of all engines for one query.
    fn query(&self, corpus: &Corpus, typed: &str) -> [f64; ENGINES.len()] {
        let count = self.texts.len();
        // Enough work in each measured stretch, and not minutes of it for the slow ones.
        let (rounds, times) = match count {
            0..=100 => (21, 20),
            101..=10_000 => (9, 3),
            10_001..=200_000 => (3, 1),
            _ => (1, 1),
        };
        let mut nucleo = Matcher::new(Config::DEFAULT);
        let mut all: [Vec<f64>; ENGINES.len()] = Default::default();
        for round in 0..rounds {
            let slow = count <= 10_000 || round == 0 && count <= 200_000;
            let mut works: [(&mut dyn FnMut() -> usize, bool); ENGINES.len()] = [
                (&mut || self.ours_first(typed), true),
                (&mut || self.ours_full(typed), true),
                (&mut || self.ours_shown(corpus, typed), true),
                (&mut || self.frizbee(typed), true),
                (&mut || self.nucleo(&mut nucleo, typed), slow),
                (&mut || self.skim(typed), slow),
                (&mut || self.parity.count(typed), slow),
            ];
            for (times_of, (work, wanted)) in all.iter_mut().zip(&mut works) {
                if *wanted {
                    times_of.push(timed(work, times));
                }
            }
        }
        all.each_mut().map(|times| median(times))
    }

    /// First screen, full counts, and frizbee, which compares letters only.
    fn by_sound(&self, typed: &str) -> [f64; 3] {
        let mut all: [Vec<f64>; 3] = Default::default();
        for _ in 0..3 {
            let mut works: [&mut dyn FnMut() -> usize; 3] =
                [&mut || self.ours_first(typed), &mut || self.ours_full(typed), &mut || self.frizbee(typed)];
            for (times, work) in all.iter_mut().zip(&mut works) {
                times.push(timed(work, 1));
            }
        }
        all.each_mut().map(|times| median(times))
    }

    /// Sums over all keys of a query typed letter by letter: first screens, full counts, frizbee, and the worst key.
    fn typed(&self, typed: &str) -> [f64; 4] {
        let rounds = if self.texts.len() > 10_000 { 1 } else { 7 };
        let mut sums = [0.0; 4];
        for (end, c) in typed.char_indices() {
            let Some(part) = typed.get(..end + c.len_utf8()) else { continue };
            let mut all: [Vec<f64>; 3] = Default::default();
            for _ in 0..rounds {
                let mut works: [&mut dyn FnMut() -> usize; 3] =
                    [&mut || self.ours_first(part), &mut || self.ours_full(part), &mut || self.frizbee(part)];
                for (times, work) in all.iter_mut().zip(&mut works) {
                    times.push(timed(work, 1));
                }
            }
            let medians = all.each_mut().map(|times| median(times));
            for (sum, median) in sums.iter_mut().zip(medians) {
                *sum += median;
            }
            let ([first, ..], [.., worst]) = (&medians, &mut sums);
            *worst = worst.max(*first);
        }
        sums
    }
}

fn run(language: &str, count: usize, queries: &[&str], typed: &[&str], verbose: bool) {
    let corpus = Corpus::new(language, count);
    let texts = corpus.texts();
    let bytes: usize = texts.iter().map(String::len).sum();
    let start = cpu();
    let mut library = Index::default();
    for document in &corpus.documents {
        library.put(document);
    }
    library.shrink();
    let built = cpu() - start;
    let memory = library.memory();
    let parts: Vec<Vec<u8>> =
        (0..).map_while(|part| library.part(part).map(|part| part.into_owned())).collect();
    let start = cpu();
    let mut loader = IndexLoader::default();
    let all = parts.into_iter().all(|part| loader.take(part));
    let library = loader.index().filter(|_| all).unwrap_or(library);
    let returned = cpu() - start;
    let peers = count <= 200_000;
    let utf32 = if peers { texts.iter().map(|text| text.as_str().into()).collect() } else { Vec::new() };
    let parity = if peers { Parity::new(&texts) } else { Parity::default() };
    let bench = Bench { texts, utf32, library, parity };
    println!(
        "\n{language}, {count} paragraphs of {} B: index built in {:.1} ms, back from its bytes in {:.1} ms, {} B a paragraph, {:.2} of the text",
        bytes / count.max(1),
        built / 1e3,
        returned / 1e3,
        memory / count.max(1),
        memory as f64 / bytes.max(1) as f64
    );
    let mut by_engine: [Vec<f64>; ENGINES.len()] = Default::default();
    for query in queries {
        let medians = bench.query(&corpus, query);
        if verbose {
            let shown: Vec<String> = medians.iter().map(|us| format!("{us:>11.1}")).collect();
            println!("  {}  {query}", shown.join(" "));
        }
        by_engine.iter_mut().zip(medians).for_each(|(all, one)| all.push(one));
    }
    let worst = by_engine.first().map_or(0.0, |all| all.iter().copied().fold(0.0, f64::max));
    let [first, full, shown, frizbee, nucleo, skim, parity] = by_engine.each_ref().map(|all| geomean(all));
    for (name, us) in ENGINES.iter().zip([first, full, shown, frizbee, nucleo, skim, parity]) {
        if us > 0.01 {
            println!("  {name:<14} {us:>12.1} us");
        }
    }
    let (nucleo_at_most, first_at_most, full_at_most, screen_ms) = match count {
        0..=100 => (0.10, 0.75, 0.75, 2.0),
        101..=10_000 => (0.02, 0.25, 0.25, 2.0),
        10_001..=200_000 => (0.005, 0.03, 0.10, 5.0),
        _ => (0.002, 0.02, 0.10, 16.0),
    };
    let row = |what: &str, figure: f64, target: f64| {
        let word = if figure <= target { "met" } else { "MISSED" };
        println!("  {what:<34} {figure:>9.4}  target {target:>7.3}  {word}");
    };
    if peers {
        row("first screen / nucleo", first / nucleo, nucleo_at_most);
    }
    row("first screen / frizbee", first / frizbee, first_at_most);
    row("full counts / frizbee", full / frizbee, full_at_most);
    row("worst first screen, ms", worst / 1e3, screen_ms);
    if peers {
        println!(
            "  {:<34} {:>9.4}  the match set of fuzzy-matcher, beside the claims above",
            "parity / frizbee",
            parity / frizbee
        );
    }
    if language == "zh" {
        for query in BY_SOUND {
            let [first, full, frizbee] = bench.by_sound(query);
            println!(
                "  by sound, {query:<14} first screen {first:>9.0} us, full counts {full:>9.0} us, frizbee {frizbee:>9.0} us"
            );
        }
    }
    let mut sums: [Vec<f64>; 4] = Default::default();
    for typed in typed {
        let each = bench.typed(typed);
        if verbose {
            println!(
                "  typed {typed}: first {:.0}, full {:.0}, frizbee {:.0}, worst key {:.0} us",
                each[0], each[1], each[2], each[3]
            );
        }
        sums.iter_mut().zip(each).for_each(|(all, one)| all.push(one));
    }
    let [first, full, frizbee, worst] = sums.each_ref().map(|all| geomean(all));
    println!(
        "  typed letter by letter, all keys: first screens {first:.0} us, full {full:.0} us, frizbee {frizbee:.0} us; \
         ratio {:.4}, full {:.4}; worst key {worst:.0} us",
        first / frizbee,
        full / frizbee
    );
}

/// Writes a workspace, as the words after `workspace` say.
fn write_workspace(words: &[String]) -> Result<String, String> {
    let usage = "cargo bench --bench search -- workspace FOLDER PARAGRAPHS [zh|en]";
    let (folder, count, language) = match words {
        [folder, count] => (folder, count, "zh"),
        [folder, count, language] if ["zh", "en"].contains(&language.as_str()) => {
            (folder, count, language.as_str())
        }
        _ => return Err(usage.to_owned()),
    };
    let count = count.parse().ok().filter(|count| *count > 0);
    let count = count.ok_or_else(|| format!("how many paragraphs? {usage}"))?;
    let folder = std::path::absolute(Path::new(folder)).map_err(|error| format!("{folder}: {error}"))?;
    let documents = workspace::write(&folder, language, count)?;
    Ok(format!("{documents} documents; rapporteur --workspace {}", folder.display()))
}

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if let Some(("workspace", words)) = arguments.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        return match write_workspace(words) {
            Ok(said) => {
                println!("{said}");
                ExitCode::SUCCESS
            }
            Err(said) => {
                eprintln!("{said}");
                ExitCode::from(2)
            }
        };
    }
    let verbose = arguments.iter().any(|argument| argument == "queries");
    let mut counts: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    if counts.is_empty() {
        counts = vec![20, 1_000, 100_000];
    }
    println!("CPU time of one thread, engines in turn, medians, geometric mean over the queries.");
    if !Corpus::is_there() {
        println!(
            "skipped: sentences of shared/corpus/six-way, which is not there; the built-in document's instead"
        );
    }
    for count in counts {
        run("zh", count, &CHINESE, &TYPED_CHINESE, verbose);
        run("en", count, &ENGLISH, &TYPED_ENGLISH, verbose);
    }
    ExitCode::SUCCESS
}
