//! "Did you mean": the known word that is nearest to a misspelt one.

/// The known word that takes the fewest changed, added, dropped or swapped letters, if those are few for its
/// length (one in three, at least one).
#[must_use]
pub fn nearest<'w>(written: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let written: Vec<char> = written.to_lowercase().chars().collect();
    if written.len() > 64 {
        return None;
    }
    known
        .into_iter()
        .map(|word| (distance(&written, &word.to_lowercase().chars().collect::<Vec<char>>()), word))
        .filter(|(distance, word)| {
            let letters = word.chars().count();
            *distance < letters && *distance <= (letters / 3).max(1)
        })
        // Of words that are as near, the one with as many letters: two were swapped.
        .min_by_key(|(distance, word)| (*distance, word.chars().count().abs_diff(written.len())))
        .map(|(_, word)| word)
}

/// Optimal string alignment distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut older: Vec<usize> = Vec::new();
    let mut old: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let cost = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let mut best = cost(&old, j) + usize::from(x != y);
            best = best.min(cost(&old, j + 1) + 1).min(cost(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(cost(&older, j - 1) + 1);
            }
            row.push(best);
        }
        older = std::mem::replace(&mut old, row);
    }
    old.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_fingers_finds_its_word_and_another_word_finds_none() {
        let known = ["number", "section", "speakers", "text", "title"];
        for (written, meant) in [
            ("nubmer", Some("number")),
            ("sections", Some("section")),
            ("Speaker", Some("speakers")),
            ("txt", Some("text")),
            ("titel", Some("title")),
            ("paragraph", None),
            ("", None),
            ("标题", None),
        ] {
            assert_eq!(nearest(written, known), meant, "{written}");
        }
    }
}
