//! The styles: every class that they name is set somewhere, and every class that is set has a style.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The texts of all files of a folder with this extension.
fn texts(folder: &str, extension: &str) -> String {
    fn read(folder: &Path, extension: &str, all: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, extension, all);
            } else if path.extension().is_some_and(|other| other == extension) {
                all.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut all = String::new();
    read(Path::new(folder), extension, &mut all);
    all
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The classes in the selectors of a style.
fn styled(css: &str) -> BTreeSet<String> {
    let comments_out: String = css
        .split("/*")
        .map(|part| part.split_once("*/").map_or(part, |(_, after)| after))
        .collect();
    let selectors = comments_out
        .split('{')
        .filter_map(|before| before.rsplit(['}', ';', '{']).next());
    let mut classes = BTreeSet::new();
    for selector in selectors {
        for name in selector.split('.').skip(1) {
            let name: String = name.chars().take_while(|c| is_of_a_name(*c)).collect();
            // No number such as `1.5em` in a condition.
            if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                classes.insert(name);
            }
        }
    }
    classes
}

/// The classes that the sources set by their names, as in `class="row"` and `el("p", "row")`.
fn set(sources: &str) -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    let written = sources.split("class=\"").skip(1);
    let built = sources.split("el(\"").skip(1);
    let built = built.filter_map(|rest| rest.split_once('"')?.1.strip_prefix(", \""));
    for rest in written.chain(built) {
        let names = rest.split('"').next().unwrap();
        classes.extend(names.split_whitespace().map(str::to_owned));
    }
    classes
}

/// Fails unless styles and sources name the same classes.
fn assert_same(css: &str, others: &str, sources: &str, shell: &str) {
    let words: BTreeSet<&str> = sources
        .split(|c| !is_of_a_name(c))
        .chain(shell.split(|c| !is_of_a_name(c)))
        .collect();
    // Put together from what it stands for: the mark of each verdict.
    let verdicts = takeon::engine::Verdict::NAMES;
    let styled_here = styled(css);
    let unused: Vec<&String> = styled_here
        .iter()
        .filter(|class| !words.contains(class.as_str()) && !verdicts.contains(&class.as_str()))
        .collect();
    assert!(unused.is_empty(), "nothing has the classes {unused:?}");
    let elsewhere = styled(others);
    let plain: Vec<String> = set(sources)
        .into_iter()
        .filter(|class| !styled_here.contains(class) && !elsewhere.contains(class))
        .collect();
    assert!(plain.is_empty(), "no style has the classes {plain:?}");
}

#[test]
fn the_calculator_s_styles_and_classes_are_the_same() {
    let (css, shell) = (texts("src/widget", "css"), texts("static/shell", "js"));
    assert!(styled(&css).len() > 50);
    assert_same(&css, "", &texts("src/widget", "rs"), &shell);
}

#[test]
fn the_styles_and_classes_of_the_owner_s_tools_are_the_same() {
    let (css, shell) = (texts("src/desk", "css"), texts("static/desk", "js"));
    let shared = texts("src/widget", "css") + &fs::read_to_string("static/page.css").unwrap();
    assert_same(&css, &shared, &texts("src/desk", "rs"), &shell);
}
