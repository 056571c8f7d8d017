//! Names of files and folders made from symbols, reviewers and ids. Whatever stands in those, the name is plain
//! ASCII, cannot leave its folder, and differs where they differ, on file systems that ignore case too.

use std::path::Path;

use sha2::{Digest, Sha256};

const LONGEST: usize = 80;

/// The folder of a document's reviews: a readable slug of its symbol, and 8 digits of a hash of the exact symbol.
#[must_use]
pub fn doc_key(symbol: &str) -> String {
    let kept = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    hashed(&slug(symbol, kept), symbol)
}

/// The name of a reviewer's file, without its ending: the name itself where that is a plain one, else a slug with
/// a hash, so that 张伟 and 李娜 differ. It has no full stop: `amara.rescue-….toml` is no reviewer's file.
#[must_use]
pub fn reviewer_slug(name: &str) -> String {
    plain_or_hashed(name)
}

/// The name of a file for a note, without its ending. Ids come from files that hands may edit.
#[must_use]
pub fn draft_name(id: &str) -> String {
    plain_or_hashed(id)
}

/// The name of a workspace's folder under the state folder. `workspace` is canonical.
#[must_use]
pub fn project_id(workspace: &Path) -> String {
    let name = workspace.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let kept = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let bytes = workspace.as_os_str().as_encoded_bytes();
    format!("{}--{}", slug(&name, kept), digits(bytes))
}

fn plain_or_hashed(name: &str) -> String {
    let kept = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    let slug = slug(&name.to_lowercase(), kept);
    // A name that looks like one with a hash gets a hash, so that the two cannot meet.
    let plain = slug == name && !name.contains("--") && !is_reserved(name);
    if plain { slug } else { hashed(&slug, name) }
}

/// Names that Windows gives to devices, in case the folder is shared with one.
fn is_reserved(name: &str) -> bool {
    let numbered = |word: &str| {
        name.strip_prefix(word)
            .is_some_and(|rest| rest.len() == 1 && rest.chars().all(|c| c.is_ascii_digit()))
    };
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Every character that is not kept becomes `_`, and so does one at the beginning that would hide the file or
/// look like an option. Never empty.
fn slug(text: &str, kept: impl Fn(char) -> bool) -> String {
    let plain = text.chars().take(LONGEST).enumerate();
    let slug: String =
        plain.map(|(at, c)| if kept(c) && !(at == 0 && matches!(c, '.' | '-')) { c } else { '_' }).collect();
    if slug.is_empty() { "_".to_owned() } else { slug }
}

fn hashed(slug: &str, exact: &str) -> String {
    format!("{slug}--{}", digits(exact.as_bytes()))
}

fn digits(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    const ODD: [&str; 26] = [
        "A/AC.105/C.2/L.339",
        "A_AC.105_C.2_L.339",
        "a/ac.105/c.2/l.339",
        "../../x",
        "..",
        ".",
        "",
        " ",
        "CON",
        "con",
        "-rf",
        "--",
        "张伟",
        "李娜",
        "\u{e9}",
        "e\u{301}",
        "a\0b",
        "a\nb",
        "trailing ",
        "trailing",
        "TRAILING",
        "А/AC.105",
        "A/AC.105",
        "amara--12345678",
        "~",
        "a\\b",
    ];

    /// Holds what every name must be, and gives them as a file system without case sees them.
    fn check(names: impl Iterator<Item = String>) -> HashSet<String> {
        names
            .map(|name| {
                let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
                assert!(name.chars().all(plain) && !name.is_empty() && name.len() <= 100, "{name}");
                assert!(!name.starts_with(['.', '-']) && !name.ends_with('.'), "{name}");
                assert!(!is_reserved(&name.to_lowercase()), "{name}");
                name.to_lowercase()
            })
            .collect()
    }

    #[test]
    fn odd_names_stay_apart_and_inside_their_folder() {
        let long = "字".repeat(100);
        let longer = format!("{long}x");
        let odd = || ODD.into_iter().chain([long.as_str(), longer.as_str()]);
        assert_eq!(check(odd().map(doc_key)).len(), odd().count());
        assert_eq!(check(odd().map(reviewer_slug)).len(), odd().count());
        check(odd().map(|name| project_id(&Path::new("/w").join(name))));
    }

    #[test]
    fn usual_names_can_be_read() {
        assert!(doc_key("CAC/COSP/WG.4/2019/L.1/Add.1").starts_with("CAC_COSP_WG.4_2019_L.1_Add.1--"));
        assert_eq!(reviewer_slug("amara"), "amara");
        assert_eq!(
            draft_name("019a2b3c-0000-7000-8000-000000000001"),
            "019a2b3c-0000-7000-8000-000000000001"
        );
        assert!(reviewer_slug("Amara Okafor").starts_with("amara_okafor--"));
        assert!(project_id(Path::new("/home/amara/wg4")).starts_with("wg4--"));
    }

    proptest! {
        #[test]
        fn any_two_names_stay_apart(one in any::<String>(), two in any::<String>()) {
            let names = || [one.as_str(), two.as_str()].into_iter();
            let different = names().collect::<HashSet<_>>().len();
            prop_assert_eq!(check(names().map(doc_key)).len(), different);
            prop_assert_eq!(check(names().map(reviewer_slug)).len(), different);
        }
    }
}
