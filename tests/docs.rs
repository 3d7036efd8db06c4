//! Claims of README.md, ARCHITECTURE.md, CONTRIBUTING.md and the pages in docs/, checked.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::path::Path;
use std::process::Command;
use takeon::config::{answer_line, read_config};
use takeon::engine::defaults;

const README: &str = include_str!("../README.md");
const ARCHITECTURE: &str = include_str!("../ARCHITECTURE.md");
const CONTRIBUTING: &str = include_str!("../CONTRIBUTING.md");
const DEVELOPERS: &str = include_str!("../docs/developers.md");
const EMBED: &str = include_str!("../docs/embed.md");
const MODEL: &str = include_str!("../docs/model.md");
const WASM: &str = include_str!("../script/wasm/README.md");

/// Returns README.md and every page of the site, by path.
fn pages() -> Vec<(String, String)> {
    let mut paths = vec!["README.md".to_owned()];
    for entry in std::fs::read_dir("docs").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".md") {
            paths.push(format!("docs/{name}"));
        }
    }
    let read = |path: String| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

/// Returns the fenced blocks of a language in a document.
fn fenced<'a>(document: &'a str, language: &str) -> Vec<&'a str> {
    document
        .split(&format!("```{language}\n"))
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect()
}

#[test]
fn readme_is_short() {
    assert!(README.lines().count() <= 200);
}

#[test]
fn terms_in_the_documents_have_no_error() {
    let mut seen = 0;
    for (path, text) in pages() {
        for block in fenced(&text, "json") {
            let document: Value = serde_json::from_str(block).unwrap_or_else(|error| {
                panic!("{path} has JSON that is none: {error}\n{block}");
            });
            if document.get("terms").is_some() && document.get("brief").is_none() {
                let config = read_config(block);
                assert!(config.is_ok(), "{path}: {:?}\n{block}", config.err());
                seen += 1;
            }
        }
    }
    assert!(seen > 2);
}

#[test]
fn a_translated_text_in_the_documents_has_no_error() {
    let page = std::fs::read_to_string("docs/terms.md").unwrap();
    let code = page.split('`').skip(1).step_by(2);
    let texts: Vec<&str> = code.filter(|code| code.starts_with("{ ")).collect();
    assert!(!texts.is_empty());
    for text in texts {
        let terms = include_str!("cases/terms.json");
        let config: Value = serde_json::from_str(terms).unwrap();
        let mut config = serde_json::json!({ "terms": config });
        config["terms"]["services"][0]["name"] = serde_json::from_str(text).unwrap();
        let read = read_config(&config.to_string());
        assert!(read.is_ok(), "{text}: {:?}", read.err());
    }
}

#[test]
fn the_example_of_the_engine_has_the_documented_answer() {
    let lines = fenced(DEVELOPERS, "json");
    let line = answer_line(
        lines
            .iter()
            .find(|block| block.contains("\"brief\""))
            .unwrap(),
    );
    let answer: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(answer["verdict"], "take");
    assert!(DEVELOPERS.contains(r#"the answer is `"verdict":"take"`"#));
}

/// Returns the metadata of the packages of this checkout.
fn metadata() -> Value {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .output()
        .unwrap();
    assert!(
        cargo.status.success(),
        "{}",
        String::from_utf8_lossy(&cargo.stderr)
    );
    serde_json::from_slice(&cargo.stdout).unwrap()
}

/// Fails unless the features and targets of a cargo command exist, and the test that it selects by
/// a part of its name.
fn assert_cargo_can(words: &[&str], packages: &Value) {
    let list = |value: &Value, member: &str| value[member].as_array().cloned().unwrap_or_default();
    let packages = packages["packages"].as_array().unwrap();
    let known: Vec<&String> = packages
        .iter()
        .flat_map(|package| package["features"].as_object().unwrap().keys())
        .collect();
    let mut features = Vec::new();
    let mut named = Vec::new();
    let mut words = words.iter();
    match words.next() {
        Some(&("bench" | "build" | "doc" | "run" | "test")) => {}
        // Of another crate.
        Some(&("deny" | "install")) => return,
        other => panic!("nobody has checked cargo {other:?}"),
    }
    while let Some(word) = words.next() {
        match *word {
            "--features" => features.extend(words.next().unwrap().split(',')),
            "--bench" | "--bin" | "--example" | "--test" => {
                named.push((&word[2..], *words.next().unwrap()));
            }
            "--lib" | "--no-default-features" | "--open" | "--release" => {}
            filter if !filter.starts_with('-') => {
                let (_, file) = named.last().unwrap();
                let text = std::fs::read_to_string(format!("tests/{file}.rs")).unwrap();
                let picked = text.lines().any(|line| {
                    let name = line.trim_start().strip_prefix("fn ");
                    name.is_some_and(|name| name.split('(').next().unwrap().contains(filter))
                });
                assert!(picked, "no test in tests/{file}.rs is picked by {filter}");
            }
            other => panic!("nobody has checked {other}"),
        }
    }
    for feature in &features {
        assert!(
            known.iter().any(|known| known == feature),
            "no feature {feature}"
        );
    }
    for (kind, name) in named {
        let targets = packages
            .iter()
            .flat_map(|package| list(package, "targets"))
            .find(|target| target["name"] == name && list(target, "kind").contains(&kind.into()));
        let target = targets.unwrap_or_else(|| panic!("cargo has no {kind} {name}"));
        for needed in list(&target, "required-features") {
            assert!(
                features.iter().any(|feature| needed == *feature),
                "{kind} {name} needs the feature {needed}"
            );
        }
    }
}

/// Fails unless a script exists and knows its argument: a flag, or the name of a part.
fn assert_script_can(script: &str, given: &[&str]) {
    let text = std::fs::read_to_string(script).unwrap_or_else(|_| panic!("no script {script}"));
    assert!(text.starts_with("#!"), "{script} is no program");
    let usage: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
    for word in given {
        let is_known = if word.starts_with('-') {
            usage.iter().any(|line| line.contains(word))
        } else {
            text.contains(&format!("\n{word}() {{"))
        };
        assert!(is_known, "{script} does not know {word}");
    }
}

#[test]
fn the_commands_in_the_documents_can_be_run() {
    let packages = metadata();
    let is_there = |path: &str| assert!(Path::new(path).exists(), "no {path}");
    let mut seen = 0;
    let mut documents = pages();
    documents.push(("CONTRIBUTING.md".to_owned(), CONTRIBUTING.to_owned()));
    for (_, document) in &documents {
        let lines = fenced(document, "sh").into_iter().flat_map(str::lines);
        let lines = lines.map(|line| line.split(" # ").next().unwrap());
        for command in lines.flat_map(|line| line.split(" && ")) {
            let words = command.split_whitespace();
            // A variable before the program.
            let words: Vec<&str> = words.skip_while(|word| word.contains('=')).collect();
            match words[..] {
                ["cargo", ref given @ ..] => assert_cargo_can(given, &packages),
                ["node", "--test", file]
                | ["node", file]
                | ["node", file, _]
                | ["node", file, _, ">", _] => is_there(file),
                ["git", "diff", "--stat", path] | ["git", "diff", path] => is_there(path),
                ["npm", "audit"] => {}
                [
                    "npx",
                    "playwright",
                    "test",
                    "-c",
                    folder,
                    spec,
                    "--project",
                    project,
                ] => {
                    is_there(&format!("{folder}/{spec}.spec.mjs"));
                    let config = format!("{folder}/playwright.config.mjs");
                    let config = std::fs::read_to_string(config).unwrap();
                    assert!(
                        config.contains(&format!("name: \"{project}\"")),
                        "{project}"
                    );
                }
                ["npx", "takeon", command, ..] => {
                    let program = include_str!("../integrations/command/takeon.js");
                    assert!(
                        program.contains(&format!("\n  takeon {command} ")),
                        "{command}"
                    );
                }
                [script, ref given @ ..] if script.starts_with("script/") => {
                    assert_script_can(script, given);
                }
                _ => panic!("nobody has checked {command}"),
            }
            seen += 1;
        }
    }
    assert!(seen > 20);
}

#[test]
fn the_site_is_served_where_the_readme_says() {
    let serve = std::fs::read_to_string("script/serve").unwrap();
    let port = serve.split("port=${1:-").nth(1).unwrap();
    let port = port.split('}').next().unwrap();
    assert!(README.contains(&format!("<http://127.0.0.1:{port}>")));
}

/// Returns the names in the first column of the table below this heading.
fn table(heading: &str) -> Vec<&'static str> {
    let rows = EMBED
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
    // That of a form's field is read by the browser alone.
    attributes.push("name");
    let mut documented = table("attribute");
    attributes.sort_unstable();
    documented.sort_unstable();
    assert_eq!(documented, attributes);
    let frames = include_str!("../static/shell/frames.js");
    for event in table("event") {
        let name = format!("\"{event}\"");
        assert!(shell.contains(&name) || frames.contains(&name), "{event}");
    }
}

#[test]
fn the_tests_that_readme_names_exist() {
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
        // Patterns of a test: its beginning, its end, and its failure.
        let (begins, ends, fails) = if file.ends_with(".rs") {
            (format!("fn {test}("), "#[test]", "assert")
        } else {
            (format!("test(\"{test}\""), "test(", "expect(")
        };
        let (_, body) = text
            .split_once(&begins)
            .unwrap_or_else(|| panic!("{file} has no test {test}"));
        let body = body.split(ends).next().unwrap();
        assert!(
            body.contains(fails),
            "in {file} the test {test} checks nothing"
        );
    }
}

#[test]
fn the_scripts_that_documents_name_are_there() {
    for (path, text) in pages() {
        for name in text.split("`script/").skip(1) {
            let name = name.split(['`', ' ']).next().unwrap();
            assert!(Path::new("script").join(name).is_file(), "{path}: {name}");
        }
    }
}

/// Returns a text with its lines joined.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_figures_of_the_model_are_those_of_the_sources() {
    let model = flowing(MODEL);
    let (overrun, schedule) = (defaults::OVERRUN, defaults::SCHEDULE);
    let (median, p90) = (overrun.median, overrun.p90);
    for said in [
        format!("more than {median} times the estimate and one in ten more than {p90} times"),
        format!("ln {}", schedule.spread.median),
        format!(
            "Within a day it counts {} times, within hours {} times",
            defaults::CARE_WITHIN_A_DAY,
            defaults::CARE_WITHIN_HOURS
        ),
    ] {
        assert!(model.contains(&said), "docs/model.md does not say {said}");
    }
    // Private constants.
    let job = include_str!("../src/engine/appraise/job/mod.rs");
    for (constant, said) in [
        ("OVERRUN_ELASTICITY: f64 = 0.2;", "ln T = ln median + 0.2 ·"),
        ("PHASED: f64 = 0.12;", "± 0.12"),
        ("CONTACT: f64 = 0.05;", "± 0.05"),
    ] {
        assert!(job.contains(constant), "{constant} has changed");
        assert!(model.contains(said), "docs/model.md does not say {said}");
    }
    let learning = include_str!("../src/engine/record/learning.rs");
    let factors = include_str!("../src/engine/model/factors.rs");
    assert!(factors.contains("OVERRUN_WEIGHT: f64 = 2.8;"));
    assert!(model.contains("`done / (done + 2.8)`"));
    for said in [
        "w = n / (n + 2.8)",
        "0.34² + (1 − w)(0.20² + 0.12²)",
        "0.44² + (1 − w)(0.32² + 0.13²)",
    ] {
        assert!(learning.contains(said), "{said} has changed");
        assert!(model.contains(said), "docs/model.md does not say {said}");
    }
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

/// Returns the public constants of a file, each with its comment.
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
            // Borrowed figures are marked as such for visitors too.
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

/// Returns every folder of the checkout that is not ignored, as `src/engine/`, and every file at
/// the top.
fn places() -> Vec<String> {
    fn folders(path: &Path, ignored: &[&str], found: &mut Vec<String>) {
        for entry in std::fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(".").unwrap().to_str().unwrap();
            let name = name.replace(std::path::MAIN_SEPARATOR, "/");
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
    // A folder for each language, and one for each framework as it wants its files.
    for parent in ["tests/letters/", "integrations/trials/"] {
        found.retain(|place| !place.starts_with(parent) || place == parent);
    }
    found
}

/// Returns everything between single backticks that looks like a path of this checkout.
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
    let mut documents = pages();
    for (name, text) in [
        ("ARCHITECTURE.md", ARCHITECTURE),
        ("CONTRIBUTING.md", CONTRIBUTING),
        ("script/wasm/README.md", WASM),
    ] {
        documents.push((name.to_owned(), text.to_owned()));
    }
    for (name, document) in &documents {
        let paths = paths(document);
        // Build output does not exist yet.
        let kept = paths.iter().filter(|path| !path.starts_with("dist/"));
        for path in kept {
            assert!(Path::new(path).exists(), "{name} names {path}");
        }
    }
    assert!(paths(ARCHITECTURE).len() > 40);
}

/// Returns the names that a document places in a file, as in "`NAME` of `src/file.rs`".
fn placed(document: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for text in document.split("```").step_by(2) {
        let parts: Vec<&str> = text.split('`').collect();
        for part in parts.windows(3).skip(1).step_by(2) {
            let [name, between, path] = part else {
                continue;
            };
            let is_file = path.contains('/') && !path.ends_with('/') && !path.contains("TAG");
            if is_file && matches!(between.trim(), "in" | "of") && !name.contains(['/', '.', ' ']) {
                found.push((*name, *path));
            }
        }
    }
    found
}

#[test]
fn documented_names_are_in_their_documented_files() {
    let mut seen = 0;
    for (path, document) in [
        ("ARCHITECTURE.md", ARCHITECTURE),
        ("CONTRIBUTING.md", CONTRIBUTING),
    ] {
        for (name, file) in placed(document) {
            let text = std::fs::read_to_string(file).unwrap();
            assert!(text.contains(name), "{path}: {file} has no {name}");
            seen += 1;
        }
    }
    assert!(seen > 20);
}

/// Returns the files in a folder and the folders within.
fn files_in(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_in(&path));
        } else {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_page_about_the_wasm_names_each_of_its_steps() {
    for path in files_in(Path::new("script/wasm")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let is_named = WASM.contains(&format!("`{name}`"));
        assert!(is_named || name == "README.md", "{name}");
    }
}

#[test]
fn the_recipe_for_a_language_names_all_its_files() {
    let recipe = CONTRIBUTING.split("\n## Add a language\n").nth(1).unwrap();
    let recipe = recipe.split("\n## ").next().unwrap();
    let mut seen = 0;
    for folder in ["examples", "src", "static", "tests/reader"] {
        for path in files_in(Path::new(folder)) {
            let name = path.to_str().unwrap().replace('\\', "/");
            // A file of the language, or one with a list of languages.
            let place = if let Some(folder) = name.strip_suffix("pt-BR.json") {
                format!("{folder}TAG.json")
            } else if std::fs::read_to_string(&path).is_ok_and(|text| text.contains("\"pt-BR\"")) {
                name
            } else {
                continue;
            };
            assert!(recipe.contains(&place), "the recipe does not name {place}");
            seen += 1;
        }
    }
    assert!(seen > 10);
}

#[test]
fn every_style_reserves_the_documented_height() {
    let kept = "var(--takeon-min-height, min(100vh, 1020px))";
    for (name, text) in [
        ("docs/embed.md", EMBED),
        ("static/page.css", include_str!("../static/page.css")),
        (
            "static/shell/style-sheets.js",
            include_str!("../static/shell/style-sheets.js"),
        ),
        (
            "src/widget/base.css",
            include_str!("../src/widget/base.css"),
        ),
    ] {
        assert!(text.contains(kept), "{name} keeps another room");
    }
}
