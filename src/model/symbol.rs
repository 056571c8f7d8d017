//! Symbols of documents: their order, and which are parts of one report. Nothing of what a document says.

use std::cmp::Ordering;
use std::fmt;

/// A document's symbol (`CAC/COSP/WG.4/2019/L.1/Add.1`), shared by all its language versions.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(pub String);

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How the United Nations name what belongs to a document: addenda, corrigenda, revisions, amendments.
const PARTS: [&str; 4] = ["add", "corr", "rev", "amend"];

impl Symbol {
    /// The symbol of the report that this is a part of: itself without `/Add.1`, `/Corr.2`, `/Rev.1` at its end.
    #[must_use]
    pub fn report(&self) -> &str {
        let mut report = self.0.as_str();
        while let Some((before, last)) = report.rsplit_once('/') {
            if before.is_empty() || !is_part(last) {
                break;
            }
            report = before;
        }
        report
    }

    /// The symbol below its report's heading: from the report's last component on (`L.1/Add.1`).
    #[must_use]
    pub fn below_report(&self) -> &str {
        let start = self.report().rfind('/').map_or(0, |at| at + 1);
        self.0.get(start..).unwrap_or(&self.0)
    }

    /// The symbol without the components that it shares with another at their beginnings, for a place with little
    /// room: beside `A/WG.4/2019/L.1` it is `L.2`, and `L.1/Add.1`.
    #[must_use]
    pub fn beside(&self, other: &Self) -> &str {
        let shared = self.0.split('/').zip(other.0.split('/')).take_while(|(a, b)| a == b).count();
        let count = self.0.split('/').count();
        let mut from = shared.min(count.saturating_sub(1));
        // A part by itself does not say of what.
        while from > 0 && self.0.split('/').nth(from).is_some_and(is_part) {
            from -= 1;
        }
        let start: usize = self.0.split('/').take(from).map(|component| component.len() + 1).sum();
        self.0.get(start..).unwrap_or(&self.0)
    }

    /// Which comes first in a list: parts with their report, numbers by what they count, `L.2` before `L.10`.
    #[must_use]
    pub fn in_list(&self, other: &Self) -> Ordering {
        let key = |symbol: &Self| (chunks(symbol.report()), chunks(&symbol.0));
        key(self).cmp(&key(other)).then_with(|| self.cmp(other))
    }
}

fn is_part(component: &str) -> bool {
    let word = component.split('.').next().unwrap_or_default().to_ascii_lowercase();
    PARTS.contains(&word.as_str()) && component.contains('.')
}

/// A stretch of a symbol. In order: text before numbers.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Chunk {
    Text(String),
    /// How many digits without leading zeros, and these: of any size.
    Number(usize, String),
}

fn chunks(symbol: &str) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut rest = symbol;
    while !rest.is_empty() {
        let digits = rest.starts_with(|c: char| c.is_ascii_digit());
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (chunk, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        chunks.push(if digits {
            let number = chunk.trim_start_matches('0');
            Chunk::Number(number.len(), number.to_owned())
        } else {
            Chunk::Text(chunk.to_lowercase())
        });
        rest = after;
    }
    chunks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbol(text: &str) -> Symbol {
        Symbol(text.into())
    }

    #[test]
    fn parts_stand_below_their_report_in_the_order_of_their_numbers() {
        let mut symbols: Vec<Symbol> = [
            "A/2",
            "A/L.10",
            "A/L.1/Add.10",
            "A/L.1/Add.2/Corr.1",
            "A/L.2",
            "A/L.1/Add.2",
            "A/L.1",
            "A/L.1/2",
            "",
        ]
        .map(symbol)
        .to_vec();
        symbols.sort_by(Symbol::in_list);
        let shown: Vec<&str> = symbols.iter().map(|symbol| symbol.0.as_str()).collect();
        assert_eq!(
            shown,
            [
                "",
                "A/2",
                "A/L.1",
                "A/L.1/Add.2",
                "A/L.1/Add.2/Corr.1",
                "A/L.1/Add.10",
                "A/L.1/2",
                "A/L.2",
                "A/L.10"
            ]
        );
    }

    #[test]
    fn a_part_knows_its_report() {
        for (text, report, below) in [
            ("CAC/COSP/WG.4/2019/L.1/Add.1", "CAC/COSP/WG.4/2019/L.1", "L.1/Add.1"),
            ("CAC/COSP/WG.4/2019/L.1", "CAC/COSP/WG.4/2019/L.1", "L.1"),
            ("A/C.1/70/L.4/REV.1/Corr.2", "A/C.1/70/L.4", "L.4/REV.1/Corr.2"),
            ("A/Address", "A/Address", "Address"),
            ("Add.1", "Add.1", "Add.1"),
            ("/Add.1", "/Add.1", "Add.1"),
            ("", "", ""),
        ] {
            assert_eq!((symbol(text).report(), symbol(text).below_report()), (report, below), "{text}");
        }
    }

    #[test]
    fn beside_another_a_symbol_is_said_shortly() {
        let open = symbol("A/WG.4/2019/L.1/Add.1");
        for (text, short) in [
            ("A/WG.4/2019/L.1", "L.1"),
            ("A/WG.4/2019/L.1/Add.2", "L.1/Add.2"),
            ("A/WG.4/2019/L.2", "L.2"),
            ("A/WG.4/2020/L.1", "2020/L.1"),
            ("E/1", "E/1"),
            ("A/WG.4/2019/L.1/Add.1", "L.1/Add.1"),
            ("", ""),
        ] {
            assert_eq!(symbol(text).beside(&open), short, "{text}");
        }
    }
}
