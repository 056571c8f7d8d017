//! A text that git could not merge, taken apart again into the sides it was made of. Knows lines and markers, no TOML:
//! which of several readings is the right one is for the caller to say.

use std::collections::HashSet;
use std::ops::Range;

/// How often an ambiguous text is tried.
const MOST_READINGS: usize = 64;
/// How many bytes are read to find the right reading.
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// How many merges a text may have been left by, one in the other.
const MOST_NAMES: usize = 8;

/// The sides of a text with conflict markers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Split {
    /// What stands before `=======`, with all that is in no conflict: a whole text.
    pub ours: String,
    /// After `|||||||`, if every conflict tells it.
    pub base: Option<String>,
    /// What stands behind `=======`, with all that is in no conflict.
    pub theirs: String,
    /// What git calls our side.
    pub our_name: String,
    /// What git calls the other side.
    pub their_name: String,
    /// Whether the base is as it was. git's style `zdiff3` takes lines that both sides begin or end with out of the
    /// conflict, also when the base had none of them.
    pub base_is_exact: bool,
    /// The lines, from 0, that begin a conflict.
    pub begins: Vec<usize>,
}

/// A place that looks like a conflict, by lines.
#[derive(Debug, Clone)]
struct Place {
    begin: usize,
    base: Option<usize>,
    /// Lines that may part the sides: more than one if a side holds such a line itself.
    parts: Vec<usize>,
    end: usize,
    names: (String, String),
}

/// The reading of a text with conflict markers that `fits`, if it has any. A note may quote such markers: those of
/// one conflict have the same names everywhere in a file, so places with other names may stay as they are.
pub(super) fn split(text: &str, fits: impl Fn(&Split) -> bool) -> Option<Split> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let places = places(&lines);
    let mut names: Vec<&(String, String)> = Vec::new();
    for place in &places {
        if names.len() < MOST_NAMES && !names.contains(&&place.names) {
            names.push(&place.names);
        }
    }
    // Each reading reads the whole text again.
    let readings = (MOST_BYTES / text.len().max(1)).clamp(1, MOST_READINGS);
    let groups = names.iter().map(|names| places.iter().filter(|p| p.names == **names).collect::<Vec<_>>());
    let all = (names.len() > 1).then(|| places.iter().collect::<Vec<_>>());
    groups.chain(all).find_map(|group| {
        let most: usize = group.iter().map(|place| place.parts.len()).try_fold(1, usize::checked_mul)?;
        (0..most.min(readings)).map(|reading| take_apart(&lines, &group, reading)).find(&fits)
    })
}

/// Whether a text has places that look like a conflict.
pub(super) fn any(text: &str) -> bool {
    text.contains("<<<<<<<") && !places(&text.split_inclusive('\n').collect::<Vec<_>>()).is_empty()
}

/// The sides as they are known from elsewhere, with the names and places that the text gives them. `None` if the text
/// has a line that none of them has: then a person has begun to mend it.
pub(super) fn of_known(text: &str, ours: String, base: Option<String>, theirs: String) -> Option<Split> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let places = places(&lines);
    let (our_name, their_name) = places.first()?.names.clone();
    let known: HashSet<&str> =
        [&ours, &theirs].into_iter().chain(&base).flat_map(|side| side.lines()).collect();
    let is_marker = |line: &str| looks_like_marker(line);
    if !text.lines().all(|line| known.contains(line) || is_marker(line)) {
        return None;
    }
    let begins = places.iter().map(|place| place.begin).collect();
    Some(Split { ours, base, theirs, our_name, their_name, base_is_exact: true, begins })
}

/// Every place at which the markers stand in order.
fn places(lines: &[&str]) -> Vec<Place> {
    let mut places = Vec::new();
    let mut open: Option<Place> = None;
    for (at, line) in lines.iter().enumerate() {
        if let Some(name) = marker(line, '<') {
            let names = (name.to_owned(), String::new());
            open = Some(Place { begin: at, base: None, parts: Vec::new(), end: at, names });
        } else if let Some(place) = &mut open {
            if marker(line, '|').is_some() && place.parts.is_empty() && place.base.is_none() {
                place.base = Some(at);
            } else if marker(line, '=') == Some("") {
                place.parts.push(at);
            } else if let Some(name) = marker(line, '>')
                && !place.parts.is_empty()
            {
                place.end = at;
                name.clone_into(&mut place.names.1);
                places.extend(open.take());
            }
        }
    }
    places
}

/// The words behind a marker of seven signs.
fn marker(line: &str, sign: char) -> Option<&str> {
    let rest = line.trim_end_matches(['\n', '\r']).strip_prefix(sign.to_string().repeat(7).as_str())?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ').map(str::trim) }
}

fn take_apart(lines: &[&str], places: &[&Place], reading: usize) -> Split {
    let (our_name, their_name) = places.first().map(|place| place.names.clone()).unwrap_or_default();
    let with_base = places.iter().all(|place| place.base.is_some());
    let (mut ours, mut base, mut theirs) = (String::new(), String::new(), String::new());
    let mut base_is_exact = false;
    let (mut from, mut rest) = (0, reading);
    let pieces = |range: Range<usize>| lines.get(range).unwrap_or_default();
    for place in places {
        let part = place.parts.get(rest % place.parts.len().max(1)).copied().unwrap_or(place.end);
        rest /= place.parts.len().max(1);
        for side in [&mut ours, &mut base, &mut theirs] {
            side.extend(pieces(from..place.begin).iter().copied());
        }
        let mine = pieces(place.begin + 1..place.base.unwrap_or(part));
        let other = pieces(part + 1..place.end);
        ours.extend(mine.iter().copied());
        base.extend(pieces(place.base.map_or(part, |at| at + 1)..part).iter().copied());
        theirs.extend(other.iter().copied());
        base_is_exact |= (!mine.is_empty() && mine.first() == other.first())
            || (!mine.is_empty() && mine.last() == other.last());
        from = place.end + 1;
    }
    for side in [&mut ours, &mut base, &mut theirs] {
        side.extend(pieces(from..lines.len()).iter().copied());
    }
    Split {
        ours,
        base: with_base.then_some(base),
        theirs,
        our_name,
        their_name,
        base_is_exact,
        begins: places.iter().map(|place| place.begin).collect(),
    }
}

/// Whether a line of a text would look like a marker to whoever reads the file: `block` spells it so that it does not.
pub(super) fn looks_like_marker(line: &str) -> bool {
    ['<', '|', '=', '>'].into_iter().any(|sign| marker(line, sign).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each side of a text, shortened; the reading must have the word in both sides.
    fn check(text: &str, word: &str, ours: &str, base: Option<&str>, theirs: &str) {
        let split = split(text, |split| split.ours.contains(word) && split.theirs.contains(word)).unwrap();
        assert_eq!((split.ours.as_str(), split.theirs.as_str()), (ours, theirs), "{text}");
        assert_eq!(split.base.as_deref(), base, "{text}");
    }

    #[test]
    fn both_styles_are_taken_apart() {
        let two = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x y\nd\n<<<<<<< HEAD\n=======\ne\n>>>>>>> x y\n";
        check(two, "", "a\nb\nd\n", None, "a\nc\nd\ne\n");
        let three = "<<<<<<< HEAD\nb\n||||||| 1234\nz\n=======\nc\n>>>>>>> x\nd";
        check(three, "", "b\nd", Some("z\nd"), "c\nd");
        let split = split(two, |_| true).unwrap();
        assert_eq!((split.our_name.as_str(), split.their_name.as_str()), ("HEAD", "x y"));
        assert_eq!((split.begins, split.base_is_exact), (vec![1, 7], false));
    }

    #[test]
    fn what_merely_looks_like_a_marker_stays() {
        for text in [
            "<<<<<<< HEAD\na\n>>>>>>> x\n",
            "=======\n",
            "<<<<<<<<< HEAD\na\n=========\nb\n>>>>>>>>> x\n",
            "<<<<<<< HEAD\na\n=======\n",
            " <<<<<<< HEAD\na\n=======\n>>>>>>> x\n",
            "<<<<<<<HEAD\na\n=======\n>>>>>>>x\n",
        ] {
            assert_eq!(split(text, |_| true), None, "{text}");
        }
    }

    #[test]
    fn of_several_readings_the_one_that_fits_is_taken() {
        let fits = |word: &'static str| move |split: &Split| split.ours.ends_with(word);
        let heading = "<<<<<<< A\n1\n=======\n2\n=======\n3\n>>>>>>> B\n";
        assert_eq!(split(heading, fits("1\n")).unwrap().theirs, "2\n=======\n3\n");
        assert_eq!(split(heading, fits("2\n")).unwrap().theirs, "3\n");
        // A note quotes a conflict with other names than those of the conflict that is there.
        let quoted = "<<<<<<< quoted\n1\n=======\n2\n>>>>>>> so\n";
        let real = "<<<<<<< HEAD\n3\n=======\n4\n>>>>>>> x\n";
        let text = format!("{quoted}{real}");
        let found =
            split(&text, |split| split.ours.contains("quoted") && split.theirs.contains("quoted")).unwrap();
        assert_eq!((found.ours, found.theirs), (format!("{quoted}3\n"), format!("{quoted}4\n")));
        assert_eq!(split(&text, |split| !split.ours.contains("<<")).unwrap().begins, [0, 5]);
    }

    #[test]
    fn a_base_is_exact_where_both_sides_share_a_line_inside_a_conflict() {
        let text = "<<<<<<< A\nrev = 2\n1\n||||||| 0\nrev = 1\n=======\nrev = 2\n2\n>>>>>>> B\n";
        assert!(split(text, |_| true).unwrap().base_is_exact);
    }
}
