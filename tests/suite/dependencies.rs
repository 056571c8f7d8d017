//! What the program is built of: licences, sources and doubled crates, as cargo tells them without a network, held to
//! the lists of `.deny.toml`.

#![expect(clippy::disallowed_methods, reason = "a test runs cargo and reads its configuration")]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::source;

/// What the configuration allows.
struct Allowed {
    licences: BTreeSet<String>,
    /// Further licences of single crates.
    exceptions: BTreeMap<String, BTreeSet<String>>,
    registries: BTreeSet<String>,
    doubled: BTreeSet<String>,
}

fn strings(value: &toml::Value) -> BTreeSet<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn allowed() -> Allowed {
    let text = std::fs::read_to_string(source::root().join(".deny.toml")).unwrap();
    let table: toml::Value = toml::from_str(&text).unwrap();
    let name = |entry: &toml::Value| entry["crate"].as_str().unwrap().to_owned();
    let exceptions = table["licenses"]["exceptions"].as_array().unwrap();
    Allowed {
        licences: strings(&table["licenses"]["allow"]),
        exceptions: exceptions.iter().map(|entry| (name(entry), strings(&entry["allow"]))).collect(),
        registries: strings(&table["sources"]["allow-registry"]),
        doubled: table["bans"]["skip"].as_array().unwrap().iter().map(name).collect(),
    }
}

/// What cargo prints; none where whoever runs the tests has no cargo, or not the sources of the crates.
fn cargo(args: &[&str]) -> Option<String> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(args).args(["--locked", "--offline"]).current_dir(source::root());
    match command.output() {
        Ok(output) if output.status.success() => Some(String::from_utf8(output.stdout).unwrap()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            println!("skipped: dependencies: cargo says: {}", said.lines().next().unwrap_or_default());
            None
        }
        Err(error) => {
            println!("skipped: dependencies: no cargo for this user: {error}");
            None
        }
    }
}

/// Names and versions of what is built.
fn built(edges: &str) -> Option<BTreeSet<(String, String)>> {
    let tree = cargo(&["tree", "--edges", edges, "--prefix", "none", "--format", "{p}"])?;
    let line = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
    };
    Some(tree.lines().filter_map(line).collect())
}

/// Whether one of the choices that a licence expression gives is allowed.
fn fits(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    if words.is_empty() {
        return false;
    }
    let mut at = 0;
    let fits = either(&words, &mut at, allowed);
    assert_eq!(at, words.len(), "this licence cannot be understood: {expression}");
    fits
}

fn either(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut fits = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        fits |= both(words, at, allowed);
    }
    fits
}

fn both(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut fits = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        fits &= one(words, at, allowed);
    }
    fits
}

fn one(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let word = words.get(*at).copied().unwrap_or_default();
    *at += 1;
    if word == "(" {
        let fits = either(words, at, allowed);
        assert_eq!(words.get(*at), Some(&")"));
        *at += 1;
        return fits;
    }
    let mut name = word.to_owned();
    if words.get(*at) == Some(&"WITH") {
        name = format!("{name} WITH {}", words.get(*at + 1).copied().unwrap_or_default());
        *at += 2;
    }
    allowed(&name)
}

/// What is wrong with the packages that cargo tells of.
fn wrong(packages: &[Value], built: &BTreeSet<(String, String)>, allowed: &Allowed) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for package in packages {
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let (name, version) = (text("name"), text("version"));
        if !built.contains(&(name.clone(), version.clone())) {
            continue;
        }
        seen += 1;
        let own = allowed.exceptions.get(&name);
        let licence =
            |word: &str| allowed.licences.contains(word) || own.is_some_and(|own| own.contains(word));
        if !fits(&text("license"), &licence) {
            wrong.push(format!("{name} {version}: licence {}", package["license"]));
        }
        let from = text("source");
        let known = from.strip_prefix("registry+").is_some_and(|from| allowed.registries.contains(from));
        if name != "rapporteur" && !known {
            wrong.push(format!("{name} {version}: from {}", package["source"]));
        }
    }
    assert_eq!(seen, built.len(), "cargo tells of the same crates in both ways");
    wrong
}

/// Crates that are there in several versions.
fn doubled(built: &BTreeSet<(String, String)>, allowed: &Allowed) -> Vec<String> {
    let mut versions: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in built {
        *versions.entry(name).or_default() += 1;
    }
    let several = versions.into_iter().filter(|(name, count)| *count > 1 && !allowed.doubled.contains(*name));
    several.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_crate_has_a_licence_and_a_source_that_are_allowed_and_none_is_built_twice() {
    let host = cargo(&["version", "--verbose"]);
    let Some(host) = host.as_deref().and_then(|text| text.lines().find_map(|l| l.strip_prefix("host: ")))
    else {
        return;
    };
    let told = cargo(&["metadata", "--format-version", "1", "--filter-platform", host]);
    let (Some(told), Some(all), Some(shipped)) = (told, built("normal,build,dev"), built("normal,build"))
    else {
        return;
    };
    let told: Value = serde_json::from_str(&told).unwrap();
    let allowed = allowed();
    assert!(shipped.len() > 50 && all.len() > shipped.len());
    assert_eq!(wrong(told["packages"].as_array().unwrap(), &all, &allowed), Vec::<String>::new());
    assert_eq!(doubled(&shipped, &allowed), Vec::<String>::new());
}

#[test]
fn what_is_not_allowed_is_seen() {
    let allowed = allowed();
    let package = |name: &str, licence: Option<&str>, source: Option<&str>| serde_json::json!({"name": name, "version": "1.0.0", "license": licence, "source": source});
    let registry = Some("registry+https://github.com/rust-lang/crates.io-index");
    let git = Some("git+https://github.com/a/b?rev=c");
    for (name, licence, source, fine) in [
        ("a", Some("MIT OR GPL-3.0-only"), registry, true),
        ("a", Some("Apache-2.0/MIT"), registry, true),
        ("a", Some("(MIT OR WTFPL) AND Unicode-3.0"), registry, true),
        ("a", Some("MIT AND GPL-3.0-only"), registry, false),
        ("a", Some("Apache-2.0 WITH LLVM-exception"), registry, false),
        ("a", Some("MPL-2.0"), registry, false),
        ("nucleo-matcher", Some("MPL-2.0"), registry, true),
        ("a", None, registry, false),
        ("a", Some("MIT"), git, false),
        ("a", Some("MIT"), Some("registry+https://example.org/index"), false),
        ("a", Some("MIT"), None, false),
    ] {
        let built = BTreeSet::from([(name.to_owned(), "1.0.0".to_owned())]);
        let found = wrong(&[package(name, licence, source)], &built, &allowed);
        assert_eq!(found.is_empty(), fine, "{name} {licence:?} {source:?}: {found:?}");
    }
    let twice = ["1.0.0", "2.0.0"].map(|version| ("a".to_owned(), version.to_owned()));
    assert_eq!(doubled(&BTreeSet::from(twice), &allowed), ["a"]);
}
