//! Prose: doc comments begin as those of std do, with a noun phrase or a third-person verb.
//!
//! A relative clause ("What is left", "Whether it fits") makes the reader look for the noun. std says
//! "Remainder" and "Returns `true` if it fits".

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// Words that begin a clause in place of a noun phrase.
const CLAUSES: [&str; 10] = [
    "What", "Whatever", "Whether", "Which", "Who", "Whoever", "Where", "Why", "How", "When",
];

/// Folders of handwritten sources.
const SOURCES: [&str; 7] = [
    "src",
    "tests",
    "static",
    "script",
    "benches",
    "examples",
    "integrations",
];

/// Marker of a doc comment in a language, by the extension of its files.
fn markers(extension: &str) -> &'static [&'static str] {
    match extension {
        "rs" => &["///", "//!"],
        "js" | "mjs" | "ts" | "php" => &["/**", "*"],
        _ => &[],
    }
}

/// Returns the text of a doc line, or `None` for a line of code.
fn prose<'a>(line: &'a str, extension: &str) -> Option<&'a str> {
    let line = line.trim_start();
    let text = markers(extension)
        .iter()
        .find_map(|marker| line.strip_prefix(marker))?;
    Some(text.trim_end_matches("*/").trim())
}

/// Returns the first lines of the paragraphs of doc comments, with their numbers.
fn beginnings<'a>(text: &'a str, extension: &str) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    let mut is_new = true;
    for (number, line) in text.lines().enumerate() {
        let prose = prose(line, extension).unwrap_or_default();
        if is_new && !prose.is_empty() {
            found.push((number + 1, prose));
        }
        is_new = prose.is_empty();
    }
    found
}

/// Returns `true` if a sentence begins with a clause.
fn is_clause(sentence: &str) -> bool {
    let word = sentence
        .split(|character: char| !character.is_alphabetic())
        .next();
    word.is_some_and(|word| CLAUSES.contains(&word))
}

/// Lists the places in a folder where a paragraph begins with a clause.
fn clauses(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let extension = path.extension().unwrap_or_default().to_str().unwrap();
        if path.is_dir() {
            clauses(&path, found);
        } else if !markers(extension).is_empty() {
            let text = fs::read_to_string(&path).unwrap();
            let begun = beginnings(&text, extension);
            let wrong = begun.iter().filter(|(_, prose)| is_clause(prose));
            found.extend(wrong.map(|(line, prose)| format!("{}:{line}: {prose}", path.display())));
        }
    }
}

#[test]
fn no_doc_comment_begins_with_a_clause() {
    let mut found = Vec::new();
    for folder in SOURCES {
        clauses(Path::new(folder), &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_clause_is_found_at_the_beginning_of_each_paragraph() {
    let rust =
        "/// Sum of them.\n/// What follows is fine.\n///\n/// Whether it is.\nfn sum() {}\n";
    assert_eq!(
        beginnings(rust, "rs"),
        [(1, "Sum of them."), (4, "Whether it is.")]
    );
    let script = "/** What is said. */\nconst said = 1;\n/**\n * How it is.\n */\n";
    assert_eq!(
        beginnings(script, "js"),
        [(1, "What is said."), (4, "How it is.")]
    );
    assert!(is_clause("What is said.") && is_clause("Whether it is."));
    assert!(!is_clause("Whole sum.") && !is_clause("Whenever"));
}
