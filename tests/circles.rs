//! Imports: no files of a folder of `src` import one another in a circle.
//!
//! A circle makes its files one file: none of them can be understood, moved or tested without the
//! others. Imports are followed to the file that a name is declared or re-exported in.

#![allow(clippy::unwrap_used)]

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};

/// Module path below the crate, such as `widget::steps`.
type ModulePath = Vec<String>;

/// File that is a module.
struct Module {
    file: syn::File,
    /// Modules declared in it that other modules may name.
    public: BTreeSet<String>,
}

/// Imports by module: each with the modules that it imports from.
type Graph = BTreeMap<ModulePath, BTreeSet<ModulePath>>;

/// Returns the path of a name in a module.
fn below(module: &[String], name: &str) -> ModulePath {
    let mut path = module.to_vec();
    path.push(name.to_owned());
    path
}

/// Reads the modules below a folder of `src`.
fn read(folder: &Path, path: &[String], modules: &mut BTreeMap<ModulePath, Module>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap().path();
        let name = entry.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut path = path.to_vec();
        if name != "mod" {
            path.push(name);
        }
        if entry.is_dir() {
            read(&entry, &path, modules);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            modules.insert(path, module(&fs::read_to_string(&entry).unwrap()));
        }
    }
}

/// Parses a module.
fn module(text: &str) -> Module {
    let file = syn::parse_file(text).unwrap();
    let is_public = |item: &syn::ItemMod| !matches!(item.vis, syn::Visibility::Inherited);
    let public = file.items.iter().filter_map(|item| match item {
        syn::Item::Mod(item) if is_public(item) => Some(item.ident.to_string()),
        _ => None,
    });
    Module {
        public: public.collect(),
        file,
    }
}

/// Collects the paths that a module names.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl Paths {
    /// Adds every path of a tree such as `super::{a, b::{self, c}}`.
    fn add(&mut self, before: &[String], tree: &syn::UseTree) {
        let with = |name: &syn::Ident| below(before, &name.to_string());
        match tree {
            syn::UseTree::Path(path) => self.add(&with(&path.ident), &path.tree),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.add(before, tree))
            }
            syn::UseTree::Name(name) => self.0.push(with(&name.ident)),
            syn::UseTree::Rename(rename) => self.0.push(with(&rename.ident)),
            syn::UseTree::Glob(_) => self.0.push(before.to_vec()),
        }
    }
}

impl Paths {
    /// Adds every path among the tokens of a macro call.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let (mut path, mut colons) = (Vec::new(), 0);
        for token in tokens {
            let is_visibility = path == ["pub"];
            match token {
                // The path in `pub(in …)` imports nothing.
                TokenTree::Group(_) if is_visibility => {}
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.0.push(std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => self.add_tokens(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => colons = 0,
            }
        }
        self.0.push(path);
    }
}

impl<'a> Visit<'a> for Paths {
    fn visit_macro(&mut self, call: &'a syn::Macro) {
        self.add_tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        self.add(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let names = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.0.push(names.collect());
        visit::visit_path(self, path);
    }

    fn visit_visibility(&mut self, _: &'a syn::Visibility) {
        // The path in `pub(in …)` imports nothing.
    }

    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        // Tests in a file are not part of it.
        let is_test = item
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("cfg"));
        assert!(
            item.content.is_none() || is_test,
            "{} is a file",
            item.ident
        );
    }
}

/// Returns the module that a path leads to, as seen from the module `from`: the one that declares the
/// name or re-exports it. None outside of the modules.
fn resolve(
    path: &[String],
    from: &[String],
    modules: &BTreeMap<ModulePath, Module>,
) -> Option<ModulePath> {
    let mut names = path.iter();
    let mut at: ModulePath = Vec::new();
    let first = names.clone().next()?;
    let child = below(from, first);
    match first.as_str() {
        "crate" => drop(names.next()),
        "self" => {
            names.next();
            at = from.to_vec();
        }
        "super" => {
            at = from.to_vec();
            while names.clone().next().is_some_and(|name| name == "super") {
                names.next();
                at.pop();
            }
        }
        _ if path.len() > 1 && modules.contains_key(&child) => at = from.to_vec(),
        _ => return None,
    }
    for name in names {
        let child = below(&at, name);
        let inside = from.starts_with(&at);
        let parent = modules.get(&at);
        let is_seen = inside || parent.is_none_or(|parent| parent.public.contains(name));
        // The folder of modules itself has no file here, such as the crate's root.
        let is_module = modules.contains_key(&child);
        if !(is_module && is_seen) {
            break;
        }
        at = child;
    }
    modules.contains_key(&at).then_some(at)
}

/// Returns the imports of modules from one another.
fn graph(modules: &BTreeMap<ModulePath, Module>) -> Graph {
    let imports = modules.iter().map(|(from, module)| {
        let mut paths = Paths::default();
        paths.visit_file(&module.file);
        let imported = paths
            .0
            .iter()
            .filter_map(|path| resolve(path, from, modules));
        (
            from.clone(),
            imported.filter(|module| module != from).collect(),
        )
    });
    imports.collect()
}

/// Returns the modules that can be reached from one of them; itself only through a circle.
fn reachable<'a>(from: &'a ModulePath, graph: &'a Graph) -> BTreeSet<&'a ModulePath> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(module) = open.pop() {
        open.extend(graph[module].iter().filter(|next| seen.insert(*next)));
    }
    seen
}

/// Returns the groups of modules that can be reached from one another.
fn circles(graph: &Graph) -> Vec<String> {
    let group = |from| {
        let group = reachable(from, graph).into_iter();
        let group = group.filter(|module| reachable(module, graph).contains(from));
        let names: Vec<String> = group.map(|module| module.join("::")).collect();
        names.join(" ↔ ")
    };
    let groups: BTreeSet<String> = graph.keys().map(group).collect();
    groups
        .into_iter()
        .filter(|group| !group.is_empty())
        .collect()
}

/// Returns the circles among the files below a folder of `src`.
fn circles_in(folder: &str) -> Vec<String> {
    let mut all = BTreeMap::new();
    let path = Path::new("src").join(folder);
    read(&path, &[folder.to_owned()], &mut all);
    circles(&graph(&all))
}

#[test]
fn no_files_import_one_another_in_a_circle() {
    let folders = fs::read_dir("src").unwrap().map(|entry| entry.unwrap());
    let folders = folders.filter(|entry| entry.path().is_dir());
    let names = folders.map(|entry| entry.file_name().into_string().unwrap());
    let names: Vec<String> = names.collect();
    assert!(names.len() > 10, "{names:?}");
    for folder in names {
        assert_eq!(circles_in(&folder), [""; 0]);
    }
}

/// Circles among invented files: module paths with their texts.
fn circles_among(files: &[(&str, &str)]) -> Vec<String> {
    let path = |name: &str| name.split("::").map(str::to_owned).collect();
    let files = files.iter().map(|(name, text)| (path(name), module(text)));
    circles(&graph(&files.collect()))
}

#[test]
fn every_kind_of_circle_is_found() {
    let back = [
        "use super::b::B;",
        "use super::{c, b::{self, B}};",
        "pub use crate::a::b as other;",
        "fn f() { super::b::g() }",
        "type T = Vec<crate::a::b::B>;",
        "use super::b::*;",
        "fn f() -> String { format!(\"{}\", g(super::b::B)) }",
    ];
    for back in back {
        let files = [
            ("a", "pub mod b; mod c;"),
            ("a::b", "use super::c::C;"),
            ("a::c", back),
        ];
        assert_eq!(circles_among(&files), ["a::b ↔ a::c"], "{back}");
    }
}

#[test]
fn a_re_export_is_an_import() {
    // `b` is private: to other modules `a::b::B` is a name of `a`.
    let files = [
        ("x", "mod a; mod c;"),
        ("x::a", "mod b; pub use b::B;"),
        ("x::a::b", "use crate::x::c::C;"),
        ("x::c", "use super::a::B;"),
    ];
    assert_eq!(circles_among(&files), ["x::a ↔ x::a::b ↔ x::c"]);
    let own = [("a", "mod b; use b::B;"), ("a::b", "use super::A;")];
    assert_eq!(circles_among(&own), ["a ↔ a::b"]);
}

#[test]
fn references_that_are_no_imports_close_no_circle() {
    let files = [
        ("a", "mod b; mod c; pub use c::C;"),
        (
            "a::b",
            "use std::fmt; pub(super) fn b() { let c = c::of(1); }",
        ),
        (
            "a::c",
            "use super::b::B; #[cfg(test)] mod tests { use super::super::A; }",
        ),
    ];
    assert_eq!(circles_among(&files), [""; 0]);
}
