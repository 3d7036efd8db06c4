//! What README.md, ARCHITECTURE.md and CONTRIBUTING.md say is so.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::path::Path;
use takeon::config::{answer_line, read_config};
use takeon::engine::defaults;

const README: &str = include_str!("../README.md");
const ARCHITECTURE: &str = include_str!("../ARCHITECTURE.md");
const CONTRIBUTING: &str = include_str!("../CONTRIBUTING.md");

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    README
        .split(&format!("```{language}\n"))
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect()
}

#[test]
fn the_terms_in_the_readme_are_all_it_needs() {
    let config = read_config(blocks("json")[0]).unwrap();
    assert_eq!(config.terms.services.len(), 1);
}

#[test]
fn the_brief_in_the_readme_gets_the_answer_that_it_says() {
    let line = answer_line(blocks("json")[1]);
    let answer: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(answer["verdict"], "take");
    assert!(README.contains(r#"the answer is `"verdict":"take"`"#));
}

#[test]
fn the_commands_in_the_readme_can_be_run() {
    for line in blocks("sh").concat().lines() {
        let command = line.split_whitespace().next().unwrap();
        assert!(
            command == "cargo" || Path::new(command).is_file(),
            "{command}"
        );
    }
}

/// The names in the first column of the README's table with this heading.
fn table(heading: &str) -> Vec<&'static str> {
    let rows = README
        .split(&format!("| {heading} |"))
        .nth(1)
        .unwrap()
        .lines()
        .skip(2);
    rows.take_while(|row| row.starts_with('|'))
        .map(|row| row.split('`').nth(1).unwrap())
        .collect()
}

#[test]
fn the_tables_of_the_element_are_those_of_the_shell() {
    let shell = include_str!("../static/shell/element.js");
    let observed = shell
        .split("observedAttributes = [")
        .nth(1)
        .unwrap()
        .split(']')
        .next()
        .unwrap();
    let mut attributes: Vec<&str> = observed.split('"').skip(1).step_by(2).collect();
    let mut told = table("attribute");
    attributes.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, attributes);
    for event in table("event") {
        assert!(shell.contains(&format!("\"{event}\"")), "{event}");
    }
}

#[test]
fn what_the_readme_claims_is_checked_where_it_says() {
    let rows = README.split("| what checks it |").nth(1).unwrap();
    let claims: Vec<(&str, &str)> = rows
        .lines()
        .skip(2)
        .map_while(|row| {
            row.strip_suffix(" |")?
                .rsplit_once("| `")?
                .1
                .split_once("`: ")
        })
        .collect();
    assert_eq!(claims.len(), 5);
    for (file, test) in claims {
        let text = std::fs::read_to_string(file).unwrap();
        assert!(
            text.contains(&format!("test(\"{test}\"")) || text.contains(&format!("fn {test}(")),
            "{file} has no test {test}"
        );
    }
}

#[test]
fn the_names_that_the_readme_imports_are_exported() {
    let engine = include_str!("../static/engine.js");
    let import = blocks("js")[0].split('}').next().unwrap();
    for name in import.trim_start_matches("import {").split(',') {
        let exported = format!("function {}(", name.trim());
        assert!(
            engine
                .lines()
                .any(|line| line.starts_with("export") && line.contains(&exported)),
            "{name}"
        );
    }
}

#[test]
fn the_scripts_that_the_readme_names_are_there() {
    for name in README.split("`script/").skip(1) {
        let name = name.split(['`', ' ']).next().unwrap();
        assert!(Path::new("script").join(name).is_file(), "{name}");
    }
}

#[test]
fn the_figures_in_the_readme_are_the_defaults() {
    let (median, p90) = (defaults::OVERRUN.median, defaults::OVERRUN.p90);
    assert!(README.contains(&format!(
        "more than {median} times the estimate and one in ten more than {p90} times"
    )));
}

#[test]
fn the_ready_made_terms_can_be_read() {
    for entry in std::fs::read_dir("static/terms").unwrap() {
        let path = entry.unwrap().path();
        // Their words in other languages are in a folder beside them.
        if path.is_dir() {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(
            read_config(&text).is_ok(),
            "{}: {:?}",
            path.display(),
            read_config(&text).err()
        );
    }
}

/// The public constants of a file, each with the comment above it.
fn constants(code: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let mut comment = String::new();
    for line in code.lines() {
        if let Some(said) = line.strip_prefix("///") {
            comment += said;
        } else if let Some(constant) = line.strip_prefix("pub const ") {
            found.push((
                constant.split(':').next().unwrap(),
                std::mem::take(&mut comment),
            ));
        }
    }
    found
}

#[test]
fn every_default_has_a_source_or_is_called_an_assumption() {
    let english: Value = serde_json::from_str(takeon::i18n::ENGLISH).unwrap();
    let defaults = constants(include_str!("../src/engine/model/defaults.rs"));
    let bounds = constants(include_str!("../src/engine/model/bounds.rs"));
    assert!(defaults.len() > 10 && bounds.len() > 5);
    for (name, comment) in defaults.into_iter().chain(bounds) {
        if comment.contains("Source:") {
            // What is borrowed says so to visitors too.
            let mut words = name.split('_').map(str::to_lowercase);
            let first = words.next().unwrap();
            let id = words.fold(first, |id, word| {
                id + &word[..1].to_uppercase() + &word[1..]
            });
            let key = format!("sources.{id}.from");
            assert!(english.get(&key).is_some(), "no message {key}");
        } else {
            assert!(comment.contains("Assumption"), "{name} has no source");
        }
    }
}

/// Every folder of the checkout that is not ignored, as `src/engine/`, and every file at its top.
fn places() -> Vec<String> {
    fn folders(path: &Path, ignored: &[&str], found: &mut Vec<String>) {
        for entry in std::fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(".").unwrap().to_str().unwrap().to_owned();
            if ignored.contains(&name.as_str()) || name == ".git" {
                continue;
            }
            if path.is_dir() {
                folders(&path, ignored, found);
                found.push(name + "/");
            } else if !name.contains('/') {
                found.push(name);
            }
        }
    }
    let ignore = std::fs::read_to_string(".gitignore").unwrap();
    let ignored: Vec<&str> = ignore.lines().map(|line| &line[1..]).collect();
    let mut found = Vec::new();
    folders(Path::new("."), &ignored, &mut found);
    // A folder for each language.
    found.retain(|place| !place.starts_with("tests/letters/") || place == "tests/letters/");
    found
}

/// What stands between single backticks and looks like a path of this checkout.
fn paths(document: &str) -> Vec<&str> {
    let is_path = |code: &&str| {
        let top = code.split('/').next().unwrap();
        code.contains('/')
            && !code.contains(['<', ' ', '…', '{'])
            && !code.contains("TAG")
            && Path::new(top).exists()
    };
    let outside = document.split("```").step_by(2);
    outside
        .flat_map(|text| text.split('`').skip(1).step_by(2))
        .filter(is_path)
        .collect()
}

#[test]
fn the_map_has_every_folder_and_every_file_at_the_top() {
    let named: Vec<&str> = ARCHITECTURE.split('`').skip(1).step_by(2).collect();
    let missing: Vec<String> = places()
        .into_iter()
        .filter(|place| !named.contains(&place.as_str()) && place != "ARCHITECTURE.md")
        .collect();
    assert!(missing.is_empty(), "name in ARCHITECTURE.md: {missing:?}");
}

#[test]
fn the_paths_that_documents_name_are_there() {
    for (name, document) in [
        ("README.md", README),
        ("ARCHITECTURE.md", ARCHITECTURE),
        ("CONTRIBUTING.md", CONTRIBUTING),
    ] {
        let paths = paths(document);
        // What is built is not there yet.
        let kept = paths.iter().filter(|path| !path.starts_with("dist/"));
        for path in kept {
            assert!(Path::new(path).exists(), "{name} names {path}");
        }
    }
    assert!(paths(ARCHITECTURE).len() > 40);
}

#[test]
fn every_style_keeps_the_room_that_readme_speaks_of() {
    let kept = "var(--takeon-min-height, min(100vh, 1020px))";
    for (name, text) in [
        ("README.md", README),
        ("static/page.css", include_str!("../static/page.css")),
        (
            "static/shell/look.js",
            include_str!("../static/shell/look.js"),
        ),
        (
            "src/widget/base.css",
            include_str!("../src/widget/base.css"),
        ),
    ] {
        assert!(text.contains(kept), "{name} keeps another room");
    }
}
