//! Knowledge of organizations: whoever types a short form also means the name in full, in every language of the
//! text, and the other way round. Knows no records.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::search::query::dense::dense;
use crate::search::query::fold::is_han;
use crate::search::query::needle::Needle;

const LINES: &str = include_str!("../../../data/search/organizations.txt");

/// Words of the languages that a short form folds to: found only when typed.
const ORDINARY: [&str; 4] = ["who", "un", "pam", "мот"];

/// A form of an organization's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct OrganizationName {
    pub(in crate::search) needle: Needle,
    /// Found as a whole word only.
    pub(in crate::search) word: bool,
}

/// By each folded form, which organization it is; and the folded forms of each.
struct Names {
    by_form: HashMap<String, Vec<usize>>,
    forms: Vec<Vec<(String, bool)>>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { by_form: HashMap::new(), forms: Vec::new() };
    for line in LINES.lines().filter(|line| !line.starts_with('#')) {
        let at = names.forms.len();
        let mut forms: Vec<(String, bool)> = Vec::new();
        for form in line.split(" | ").flat_map(|forms| forms.split(" = ")).filter(|form| *form != "-") {
            let short =
                !form.contains(' ') && !form.chars().any(is_han) && form.chars().any(char::is_uppercase);
            let folded = dense(form);
            if !forms.iter().any(|(known, _)| *known == folded) {
                names.by_form.entry(folded.clone()).or_default().push(at);
                forms.push((folded, short));
            }
        }
        names.forms.push(forms);
    }
    names
});

/// The other forms of the name that a folded text is, if it is one.
pub(in crate::search) fn other_names(text: &str) -> Vec<OrganizationName> {
    // No form is a single letter, and none has a sign that texts do not have.
    if text.len() < 2 {
        return Vec::new();
    }
    let Some(known) = NAMES.by_form.get(text) else { return Vec::new() };
    let mut names: Vec<OrganizationName> = Vec::new();
    for (form, word) in known.iter().filter_map(|&at| NAMES.forms.get(at)).flatten() {
        // A form that has the text in it is found by the text itself.
        if form.contains(text) || ORDINARY.contains(&form.as_str()) {
            continue;
        }
        if let Some(needle) = Needle::new(form) {
            let name = OrganizationName { needle, word: *word };
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_organization_has_six_languages_and_forms_that_are_found() {
        for line in LINES.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split(" | ").count(), 6, "{line}");
            assert!(
                line.split(" | ").flat_map(|forms| forms.split(" = ")).all(|form| !form.trim().is_empty())
            );
        }
        assert!(NAMES.forms.len() >= 30);
    }

    #[test]
    fn a_short_form_leads_to_the_names_and_a_name_to_the_others() {
        let has = |typed: &str, other: &str| {
            other_names(&dense(typed)).iter().any(|name| name.needle.text() == dense(other))
        };
        for (typed, other) in [
            ("UNODC", "毒品和犯罪问题办公室"),
            ("ioc", "国际奥委会"),
            ("国际奥委会", "International Olympic Committee"),
            ("World Health Organization", "ВОЗ"),
            ("ООН", "联合国"),
            ("OHCHR", "人权高专办"),
            ("IACA", "国际反腐败学院"),
        ] {
            assert!(has(typed, other), "{typed} {other}");
        }
        assert!(!has("世卫组织", "who"));
        assert!(other_names("corruption").is_empty() && other_names("").is_empty());
    }
}
