//! Walls between the modules: the imports that each may have.
//!
//! The compiler keeps most of them: the engine is a crate of its own, and without the feature `widget`
//! there is no web crate for the others to name. Clippy keeps clocks, chance and what differs between
//! platforms out of all code: see `clippy.toml`. What is left are the arrows between the modules of the
//! root crate, whose sources are read here.

#![allow(clippy::unwrap_used)]

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Module with the modules that it may import.
type Arrows = (&'static str, &'static [&'static str]);

/// Every module, highest first, with those below it that it may import.
#[rustfmt::skip]
const WALLS: [Arrows; 18] = [
    ("desk", &["host", "widget", "letter", "config", "draft", "picture", "share", "i18n", "mail", "calendar", "encoding", "shared", "engine"]),
    ("host", &["widget", "letter", "config", "share", "i18n", "json", "decimal", "shared", "engine"]),
    ("widget", &["letter", "config", "draft", "picture", "share", "i18n", "reader", "mail", "search", "decimal", "calendar", "shared", "engine"]),
    ("letter", &["i18n", "json", "encoding", "engine"]),
    ("config", &["draft", "json", "decimal", "engine"]),
    ("draft", &["reader", "decimal", "calendar", "engine"]),
    ("picture", &["decimal", "engine"]),
    ("share", &["decimal", "encoding", "engine"]),
    ("i18n", &["json", "encoding", "shared", "engine"]),
    ("reader", &["json", "decimal", "calendar", "engine"]),
    ("mail", &["calendar"]),
    ("search", &[]),
    ("json", &[]),
    ("decimal", &[]),
    ("calendar", &[]),
    ("encoding", &[]),
    ("shared", &[]),
    ("engine", &[]),
];

/// Modules that are not pure functions.
const OF_THE_PAGE: [&str; 3] = ["desk", "host", "widget"];

/// Parts of the standard library that make a function depend on a clock or the machine.
const MACHINE: [&str; 7] = ["env", "fs", "io", "net", "process", "thread", "time"];

/// Returns the list as in ARCHITECTURE.md, without modules that import none.
fn diagram() -> String {
    let arrows = WALLS.iter().filter(|(_, known)| !known.is_empty());
    let lines = arrows.map(|(module, known)| format!("{module:<7} ──► {}\n", known.join(", ")));
    lines.collect()
}

fn sources(path: &Path) -> Vec<PathBuf> {
    let file = path.with_extension("rs");
    let mut found: Vec<PathBuf> = file.exists().then_some(file).into_iter().collect();
    for entry in fs::read_dir(path).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// Collects every path in code, with the prefixes of those in the braces of a `use`.
fn paths(code: TokenStream, before: &[String], found: &mut Vec<Vec<String>>) {
    let mut path = before.to_vec();
    let mut colons = 2;
    for token in code {
        match token {
            // Another path follows, even if it begins with `::`.
            TokenTree::Ident(name) if name == "use" => {
                path.clear();
                colons = 2;
            }
            TokenTree::Ident(name) => {
                if colons != 2 {
                    found.push(std::mem::take(&mut path));
                }
                path.push(name.to_string());
                colons = 0;
            }
            TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
            TokenTree::Group(group) => {
                let is_branch = colons == 2 && group.delimiter() == Delimiter::Brace;
                let inner: &[String] = if is_branch { &path } else { &[] };
                paths(group.stream(), inner, found);
            }
            TokenTree::Punct(_) => {
                found.push(std::mem::replace(&mut path, before.to_vec()));
                colons = 2;
            }
            TokenTree::Literal(_) => {}
        }
    }
    found.push(path);
}

/// Collects the modules that a module imports, and forbidden parts of the standard library. `depth`
/// is the number of enclosing modules.
fn known(module: &str, code: &str, depth: usize) -> (BTreeSet<String>, Vec<String>) {
    let is_pure = !OF_THE_PAGE.contains(&module);
    let (mut modules, mut wrong, mut all) = (BTreeSet::new(), Vec::new(), Vec::new());
    paths(code.parse().unwrap(), &[], &mut all);
    for path in all {
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let ups = names.iter().take_while(|name| **name == "super").count();
        // Out of the module, into another one of this crate.
        let above = names.get(ups).filter(|_| ups >= depth);
        match names.as_slice() {
            ["crate" | "takeon", other, ..] => _ = modules.insert((*other).to_owned()),
            ["std" | "core", part, ..] if is_pure && MACHINE.contains(part) => {
                wrong.push(path.join("::"));
            }
            ["super", ..] => {
                modules.extend(
                    above
                        .filter(|above| WALLS.iter().any(|(name, _)| name == *above))
                        .map(|name| (*name).to_owned()),
                );
            }
            _ => {}
        }
    }
    modules.remove(module);
    (modules, wrong)
}

#[test]
fn every_module_imports_only_those_in_the_list() {
    // The engine is a crate of its own, and sees no other module.
    for (module, allowed) in WALLS.iter().filter(|(module, _)| *module != "engine") {
        let mut all = BTreeSet::new();
        for path in sources(&Path::new("src").join(module)) {
            let code = fs::read_to_string(&path).unwrap();
            let depth = path.components().count() - 1 - usize::from(path.ends_with("mod.rs"));
            let (modules, wrong) = known(module, &code, depth);
            assert!(wrong.is_empty(), "{} knows {wrong:?}", path.display());
            let behind: Vec<_> = modules
                .iter()
                .filter(|name| !allowed.contains(&name.as_str()))
                .collect();
            assert!(behind.is_empty(), "{} knows {behind:?}", path.display());
            all.extend(modules);
        }
        let unused: Vec<_> = allowed
            .iter()
            .filter(|name| !all.contains(**name))
            .collect();
        assert!(unused.is_empty(), "{module} does not know {unused:?}");
    }
}

#[test]
fn the_list_has_every_module_and_points_down() {
    for entry in fs::read_dir("src").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.trim_end_matches(".rs");
        let is_known = WALLS.iter().any(|(module, _)| *module == name);
        assert!(
            is_known || ["api", "lib", "main", "read"].contains(&name),
            "{name}"
        );
    }
    for (at, (module, known)) in WALLS.iter().enumerate() {
        let mut below = WALLS.iter().skip(at + 1);
        let is_down = known
            .iter()
            .all(|name| below.any(|(module, _)| module == name));
        assert!(
            is_down,
            "{module} points up, or not in the order of the list"
        );
    }
}

#[test]
fn the_diagram_of_the_modules_is_the_list() {
    let diagram = diagram();
    let is_there = include_str!("../ARCHITECTURE.md").contains(&format!("```text\n{diagram}```"));
    assert!(
        is_there,
        "ARCHITECTURE.md should have this under Walls:\n\n{diagram}\n"
    );
}

#[test]
fn every_form_of_a_forbidden_import_is_found() {
    for (code, behind) in [
        ("use crate::config::Config;", "config"),
        ("use crate::{engine::Brief, i18n::{speak, Words}};", "i18n"),
        ("fn f(x: &crate::draft::Draft) {}", "draft"),
        ("el! { <p>{ crate::widget::element(a) }</p> }", "widget"),
        ("use super::super::host;", "host"),
        ("use std::time::{Duration, Instant};", "std::time::Duration"),
        ("use ::std::{fmt, env};", "std::env"),
    ] {
        let (modules, wrong) = known("picture", code, 2);
        assert!(
            modules.iter().chain(&wrong).any(|found| found == behind),
            "{code}"
        );
    }
    for code in [
        "/// use crate::config::Terms; /* */\nfn f() {}",
        "let text = \"use yew::prelude \\\" crate::config::x\"; // crate::config::x",
        "let quote = '\"'; let x: &'static str = \"yew::\";",
        "use super::Spread;\nuse crate::picture::Shape;",
    ] {
        let (modules, wrong) = known("picture", code, 2);
        assert!(
            modules.is_empty() && wrong.is_empty(),
            "{code}: {modules:?} {wrong:?}"
        );
    }
}

#[test]
fn without_a_feature_there_is_no_web_crate_in_the_tree() {
    let tree = |of: &str| {
        let args = format!("tree {of} -e normal --target all --prefix none --format {{p}}");
        let mut cargo = Command::new(env!("CARGO"));
        let output = cargo
            .args(args.split(' '))
            .args(["--offline", "--locked"])
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let text = String::from_utf8(output.stdout).unwrap();
        let names = text
            .lines()
            .filter_map(|line| line.split(' ').next().map(str::to_owned));
        names.collect::<BTreeSet<String>>()
    };
    let crates = tree("-p takeon");
    assert!(
        crates.contains("takeon-engine") && crates.contains("libm"),
        "{crates:?}"
    );
    for web in ["yew", "web-sys", "js-sys", "wasm-bindgen", "getrandom"] {
        assert!(!crates.contains(web), "{web} is in the tree");
    }
    let engine = tree("-p takeon-engine --depth 1");
    assert_eq!(
        engine.iter().collect::<Vec<_>>(),
        ["libm", "serde", "takeon-engine"]
    );
}
