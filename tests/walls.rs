//! The walls between the modules: who may know whom, read from the sources themselves.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a module may know besides itself and the language's own library.
struct Walls {
    module: &'static str,
    /// Other modules of this crate.
    modules: &'static [&'static str],
    /// Other crates.
    crates: &'static [&'static str],
}

/// The engine knows only itself. Nothing points back from left to right:
///
/// ```text
/// host → widget → draft, letter, picture, share → engine
///   └──→ config, i18n ─────────────────────────→ engine
/// ```
///
/// `decimal`, `encoding`, `json` and `shared` know nothing of it all, and all others may know them.
///
/// The tools of the demo page, `desk`, stand before all of them and are a program of their own.
///
/// `schemars` stands beside `serde`: both only derive, and it only under the feature `schema`.
const WALLS: [Walls; 13] = [
    Walls {
        module: "engine",
        modules: &[],
        crates: &["libm", "schemars", "serde"],
    },
    Walls {
        module: "decimal",
        modules: &[],
        crates: &["zmij"],
    },
    Walls {
        module: "encoding",
        modules: &[],
        crates: &[],
    },
    Walls {
        module: "json",
        modules: &[],
        crates: &["serde", "zmij"],
    },
    Walls {
        module: "shared",
        modules: &[],
        crates: &[],
    },
    Walls {
        module: "draft",
        modules: &["decimal", "engine"],
        crates: &["libm", "serde"],
    },
    Walls {
        module: "letter",
        modules: &["encoding", "engine", "i18n"],
        crates: &["serde"],
    },
    Walls {
        module: "picture",
        modules: &["decimal", "engine"],
        crates: &["libm", "serde"],
    },
    Walls {
        module: "share",
        modules: &["decimal", "encoding", "engine"],
        crates: &["serde"],
    },
    Walls {
        module: "config",
        modules: &["decimal", "draft", "engine", "json"],
        crates: &["schemars", "serde", "serde_json", "strsim"],
    },
    Walls {
        module: "i18n",
        modules: &["encoding", "engine", "json", "shared"],
        crates: &["libm", "serde"],
    },
    Walls {
        module: "widget",
        modules: &[
            "config", "decimal", "draft", "engine", "i18n", "letter", "picture", "share", "shared",
        ],
        crates: &["gloo", "libm", "serde", "wasm_bindgen", "web_sys", "yew"],
    },
    Walls {
        module: "desk",
        modules: &[
            "config", "decimal", "draft", "engine", "host", "i18n", "json", "letter", "picture",
            "share", "shared", "widget",
        ],
        crates: &["csv", "gloo", "serde", "serde_json", "web_sys", "yew"],
    },
];

/// The one module that may know everything.
const OPEN: &str = "host";

/// The one file of the desk that may know the page.
const BROWSER: &str = "src/desk/browser.rs";

/// The modules that are a function of what goes in.
const PURE: [&str; 11] = [
    "decimal", "encoding", "json", "shared", "engine", "draft", "letter", "picture", "share",
    "config", "i18n",
];

/// Parts of the language's library that let a clock or the machine into a function.
const MACHINE: [&str; 7] = ["env", "fs", "io", "net", "process", "thread", "time"];

/// Words that let a function remember.
const MEMORY: [&str; 2] = ["thread_local", "unsafe"];

/// Words that let chance in: the order of these differs from run to run.
const CHANCE: [&str; 3] = ["HashMap", "HashSet", "RandomState"];

/// Functions of a number that give other last bits natively than in a browser. They come from `libm`.
const OTHER_BITS: [&str; 16] = [
    "acos", "asin", "atan", "atan2", "cbrt", "cos", "exp", "exp2", "ln", "log", "log10", "log2",
    "powf", "powi", "sin", "tan",
];

/// What only the host knows of.
const PAGE: [&str; 5] = ["document", "fetch", "local_storage", "navigator", "window"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    // A module of one file.
    found.extend(Some(folder.with_extension("rs")).filter(|file| file.is_file()));
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code without comments, texts and characters: names, numbers, `::` and single signs.
fn tokens(code: &str) -> Vec<String> {
    let c: Vec<char> = code.chars().collect();
    let is = |at: usize, text: &str| {
        text.chars()
            .enumerate()
            .all(|(n, t)| c.get(at + n) == Some(&t))
    };
    let word = |c: &char| c.is_alphanumeric() || *c == '_';
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < c.len() {
        if is(at, "//") {
            at += c[at..].iter().take_while(|c| **c != '\n').count();
        } else if is(at, "/*") {
            let mut depth = 0;
            loop {
                if is(at, "/*") {
                    (depth, at) = (depth + 1, at + 2);
                } else if is(at, "*/") {
                    (depth, at) = (depth - 1, at + 2);
                } else {
                    at += 1;
                }
                if depth == 0 || at >= c.len() {
                    break;
                }
            }
        } else if let Some(end) = end_of_text(&c, at) {
            at = end;
        } else if word(&c[at]) {
            let length = c[at..].iter().take_while(|c| word(c)).count();
            tokens.push(c[at..at + length].iter().collect());
            at += length;
        } else if is(at, "::") {
            tokens.push("::".to_owned());
            at += 2;
        } else {
            if !c[at].is_whitespace() {
                tokens.push(c[at].to_string());
            }
            at += 1;
        }
    }
    tokens
}

/// Where the text or character that begins here ends, if one does.
fn end_of_text(c: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|at| c[at]);
    let starts_word = !before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let mut open = at;
    if starts_word && matches!(c[open], 'b' | 'c') {
        open += 1;
    }
    let raw = starts_word && c.get(open) == Some(&'r');
    if raw {
        open += 1;
    }
    let hashes = if raw {
        c[open..].iter().take_while(|c| **c == '#').count()
    } else {
        0
    };
    open += hashes;
    match c.get(open)? {
        '"' => {
            let mut end = open + 1;
            while end < c.len() {
                if c[end] == '\\' && !raw {
                    end += 2;
                } else if c[end] == '"' && (0..hashes).all(|n| c.get(end + 1 + n) == Some(&'#')) {
                    return Some(end + 1 + hashes);
                } else {
                    end += 1;
                }
            }
            Some(end)
        }
        // A character, and not a lifetime.
        '\'' if !raw && c.get(open + 1) == Some(&'\\') => {
            let rest = c[open + 3..].iter().position(|c| *c == '\'')?;
            Some(open + 3 + rest + 1)
        }
        '\'' if !raw && c.get(open + 2) == Some(&'\'') => Some(open + 3),
        _ => None,
    }
}

/// Every path that begins at this token, braces multiplied out.
fn paths(tokens: &[String], at: usize) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    branch(tokens, at, &mut Vec::new(), &mut found);
    found
}

/// Follows one branch and gives the token after it.
fn branch(
    tokens: &[String],
    mut at: usize,
    path: &mut Vec<String>,
    found: &mut Vec<Vec<String>>,
) -> usize {
    let depth = path.len();
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at = branch(tokens, at, path, found);
                    while tokens
                        .get(at)
                        .is_some_and(|token| token != "," && token != "}")
                    {
                        at += 1;
                    }
                    at += usize::from(tokens.get(at).is_some_and(|token| token == ","));
                }
                at += 1;
                break;
            }
            Some(name) => {
                path.push(name.to_owned());
                at += 1;
            }
            None => break,
        }
        if tokens.get(at).is_some_and(|token| token == "::") {
            at += 1;
        } else {
            found.push(path.clone());
            break;
        }
    }
    path.truncate(depth);
    at
}

/// The crates that `Cargo.toml` names, as the code names them.
fn dependencies() -> BTreeSet<String> {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let mut found = BTreeSet::new();
    let mut listed = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            listed = line.contains("dependencies");
        } else if listed && let Some((name, _)) = line.split_once(" = ") {
            found.insert(name.replace('-', "_"));
        }
    }
    found
}

/// Whatever in this code lies behind a wall. `depth` is how many modules lie around the code.
fn trespasses(walls: &Walls, code: &str, depth: usize, crates: &BTreeSet<String>) -> Vec<String> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let token = tokens[at].as_str();
        let before = at.checked_sub(1).map_or("", |at| tokens[at].as_str());
        let after = tokens.get(at + 1).map_or("", String::as_str);
        if walls.module == "engine" && CHANCE.contains(&token) {
            found.push(token.to_owned());
        }
        if PURE.contains(&walls.module) {
            if MEMORY.contains(&token) {
                found.push(token.to_owned());
            }
            if OTHER_BITS.contains(&token) && before == "." && after == "(" {
                found.push(format!(".{token}()"));
            }
        } else if PAGE.contains(&token) {
            found.push(token.to_owned());
        }
        // Within a path, and not the beginning of one as in `use ::yew`.
        let outer = at.checked_sub(2).map_or("", |at| tokens[at].as_str());
        if before == "::" && outer != "use" && !outer.is_empty() {
            if outer == "f64" && OTHER_BITS.contains(&token) {
                found.push(format!("f64::{token}"));
            }
            continue;
        }
        match token {
            "crate" | "takeon" if after == "::" => {
                for path in paths(&tokens, at + 2) {
                    let module = path[0].as_str();
                    if module != walls.module && !walls.modules.contains(&module) {
                        found.push(format!("crate::{module}"));
                    }
                }
            }
            "std" if after == "::" && PURE.contains(&walls.module) => {
                let paths = paths(&tokens, at + 2).into_iter();
                let machine = paths.filter(|path| MACHINE.contains(&path[0].as_str()));
                found.extend(machine.map(|path| format!("std::{}", path[0])));
            }
            "super" if after == "::" => {
                for path in paths(&tokens, at) {
                    let ups = path.iter().take_while(|name| *name == "super").count();
                    // Out of the module, into another one of this crate.
                    let other = |name: &&String| {
                        *name == OPEN || WALLS.iter().any(|walls| walls.module == **name)
                    };
                    if ups >= depth
                        && let Some(module) = path.get(ups).filter(other)
                        && module != walls.module
                        && !walls.modules.contains(&module.as_str())
                    {
                        found.push(format!("super … ::{module}"));
                    }
                }
            }
            name if crates.contains(name)
                && (after == "::" || before == "use")
                && !walls.crates.contains(&name) =>
            {
                found.push(name.to_owned());
            }
            _ => {}
        }
    }
    found.dedup();
    found
}

/// How many modules lie around the code of a file: 1 for `src/engine/mod.rs`.
fn depth(path: &Path) -> usize {
    let below = path.strip_prefix("src").unwrap();
    let folders = below.components().count() - 1;
    folders + usize::from(below.file_name().unwrap() != "mod.rs")
}

#[test]
fn no_module_knows_what_lies_behind_its_walls() {
    let crates = dependencies();
    let mut read = 0;
    // The engine is a crate of its own, which sees no other module.
    for walls in WALLS.iter().skip(1) {
        for path in sources(&Path::new("src").join(walls.module)) {
            if path == Path::new(BROWSER) {
                continue;
            }
            let code = fs::read_to_string(&path).unwrap();
            let found = trespasses(walls, &code, depth(&path), &crates);
            assert!(
                found.is_empty(),
                "{} knows {}",
                path.display(),
                found.join(", ")
            );
            read += 1;
        }
    }
    assert!(read > 20, "{read} files");
    assert!(Path::new(BROWSER).exists());
}

#[test]
fn every_module_has_its_walls() {
    for entry in fs::read_dir("src").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let module = name.strip_suffix(".rs").unwrap_or(&name);
        let known = WALLS.iter().any(|walls| walls.module == module);
        assert!(
            known || name == OPEN || ["api.rs", "lib.rs", "main.rs"].contains(&name.as_str()),
            "{name}"
        );
    }
}

#[test]
fn a_trespass_is_seen_however_it_is_written() {
    let crates = dependencies();
    let found = |code| trespasses(&WALLS[0], code, 2, &crates);
    for (code, behind) in [
        ("use yew::prelude::*;", "yew"),
        ("use ::web_sys::Window;", "web_sys"),
        ("use js_sys as js;", "js_sys"),
        ("let json: serde_json::Value = todo;", "serde_json"),
        ("use crate::config::Config;", "crate::config"),
        (
            "use crate::{engine::Brief, i18n::{speak, Words}};",
            "crate::i18n",
        ),
        (
            "use crate::{engine::{Brief, Terms}, widget};",
            "crate::widget",
        ),
        ("fn f(x: &crate::draft::Draft) {}", "crate::draft"),
        ("use super::super::host;", "super … ::host"),
        ("use super::{Brief, super::config};", "super … ::config"),
        ("use std::time::{Duration, Instant};", "std::time"),
        ("use std::{fmt, env};", "std::env"),
        ("use std::collections::HashMap;", "HashMap"),
        ("let y = x.ln();", ".ln()"),
        ("let y = x.max(1.0).powf(2.0);", ".powf()"),
        ("xs.map(f64::exp)", "f64::exp"),
    ] {
        assert_eq!(found(code), [behind], "{code}");
    }
    for code in [
        "// use yew::prelude::*;",
        "/// use crate::config::Terms; /* */\nfn f() {}",
        "/* a /* b */ use yew; */ fn f() {}",
        "let text = \"use yew::prelude \\\" crate::config::x\";",
        "let text = r#\"\"use crate::config\"#;",
        "let quote = '\"'; let other = '\\''; let x: &'static str = \"yew::\";",
        "use libm::{exp, log};\nlet y = exp(x) + log(x);",
        "use crate::engine::Brief;\nuse super::super::engine::Terms;\nuse super::Spread;",
        "#[derive(serde::Serialize)]\nstruct Window(u8);",
        "let root = x.sqrt();",
        "let net = gross.min(io);",
    ] {
        assert!(found(code).is_empty(), "{code}: {:?}", found(code));
    }
}

#[test]
fn without_the_widget_there_is_no_web_crate_in_the_tree() {
    let tree = Command::new(env!("CARGO"))
        .args("tree -e normal --target all --prefix none --format {p}".split(' '))
        .args(["--offline", "--locked"])
        .output()
        .unwrap();
    let text = String::from_utf8(tree.stdout).unwrap();
    assert!(
        tree.status.success(),
        "{}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let crates: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(
        crates.contains(&"takeon") && crates.contains(&"libm"),
        "{crates:?}"
    );
    for web in ["yew", "web-sys", "js-sys", "wasm-bindgen", "getrandom"] {
        assert!(!crates.contains(&web), "{web} is in the tree");
    }
}
