//! Styles: every class in a style sheet is set somewhere, and every class that is set has a style.

#![allow(clippy::unwrap_used)]

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, Lit, Local, Pat, Token};

/// Returns the texts of all files of a folder with this extension.
fn texts(folder: &str, extension: &str) -> Vec<String> {
    fn read(folder: &Path, extension: &str, all: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, extension, all);
            } else if path.extension().is_some_and(|other| other == extension) {
                all.push(fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut all = Vec::new();
    read(Path::new(folder), extension, &mut all);
    all
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// Returns the classes in the selectors of a style sheet.
fn styled(css: &str) -> BTreeSet<String> {
    let comments_out: String = css
        .split("/*")
        .map(|part| part.split_once("*/").map_or(part, |(_, after)| after))
        .collect();
    let selectors = comments_out
        .split('{')
        .filter_map(|before| before.rsplit(['}', ';', '{']).next());
    let mut classes = BTreeSet::new();
    for selector in selectors.filter(|selector| !selector.trim_start().starts_with('@')) {
        for name in selector.split('.').skip(1) {
            let name: String = name.chars().take_while(|c| is_of_a_name(*c)).collect();
            classes.insert(name);
        }
    }
    classes
}

/// Collector of the classes that Rust sources set: texts in the place of a class in calls of `el`
/// or in `html!`, directly or through a variable, a parameter or a constant of the file.
#[derive(Default)]
struct Classes {
    found: BTreeSet<String>,
    /// The place of the parameter that is a class, counted from 0, by function.
    parameters: BTreeMap<String, usize>,
    /// The file that is being read.
    here: Names,
}

/// Names within one file.
#[derive(Default)]
struct Names {
    /// Variables, constants and functions that give one.
    values: BTreeSet<String>,
    /// The place of the parameter that is one, by closure.
    parameters: BTreeMap<String, usize>,
}

impl Classes {
    /// Returns the classes of these files.
    fn of(files: &[String]) -> BTreeSet<String> {
        let mut classes = Classes::default();
        classes.parameters.insert("el".to_owned(), 1);
        let files: Vec<syn::File> = files
            .iter()
            .map(|text| syn::parse_file(text).unwrap())
            .collect();
        let mut names: Vec<Names> = files.iter().map(|_| Names::default()).collect();
        let mut known = 0;
        // A class may stand before the call that shows it to be one.
        loop {
            let mut found = 0;
            for (file, names) in files.iter().zip(&mut names) {
                std::mem::swap(&mut classes.here, names);
                classes.visit_file(file);
                std::mem::swap(&mut classes.here, names);
                found += names.values.len() + names.parameters.len();
            }
            found += classes.found.len() + classes.parameters.len();
            if found == known {
                return classes.found;
            }
            known = found;
        }
    }

    /// Takes an expression for a class: every value that it may have, or of tuples the one at `place`.
    fn class(&mut self, expr: &Expr, place: Option<usize>) {
        match expr {
            Expr::Lit(lit) => {
                if let Lit::Str(text) = &lit.lit {
                    let words = text.value();
                    self.found
                        .extend(words.split_whitespace().map(str::to_owned));
                }
            }
            Expr::Path(path) => {
                let name = path.path.get_ident().map(ToString::to_string);
                self.here.values.extend(name);
            }
            Expr::Tuple(tuple) => {
                if let Some(expr) = place.and_then(|place| tuple.elems.get(place)) {
                    self.class(expr, None);
                }
            }
            Expr::Array(array) => array.elems.iter().for_each(|expr| self.class(expr, place)),
            Expr::Reference(reference) => self.class(&reference.expr, place),
            Expr::Paren(paren) => self.class(&paren.expr, place),
            Expr::Closure(closure) => self.class(&closure.body, place),
            Expr::Block(block) => self.result(&block.block, place),
            Expr::If(either) => {
                self.result(&either.then_branch, place);
                if let Some((_, expr)) = &either.else_branch {
                    self.class(expr, place);
                }
            }
            Expr::Match(cases) => cases
                .arms
                .iter()
                .for_each(|arm| self.class(&arm.body, place)),
            // Calls that give a class, or may: `class(true)`, `open.then_some("open")`, `WIDTHS.iter()`.
            Expr::Call(call) => self.class(&call.func, place),
            Expr::MethodCall(call) => {
                self.class(&call.receiver, place);
                call.args.iter().for_each(|expr| self.class(expr, place));
            }
            Expr::Macro(listed) => {
                let list = Punctuated::<Expr, Token![,]>::parse_terminated;
                if let Ok(list) = listed.mac.parse_body_with(list) {
                    list.iter().for_each(|expr| self.class(expr, place));
                }
            }
            _ => {}
        }
    }

    /// Takes the result of a block for a class.
    fn result(&mut self, block: &syn::Block, place: Option<usize>) {
        if let Some(syn::Stmt::Expr(expr, None)) = block.stmts.last() {
            self.class(expr, place);
        }
    }

    /// Returns the index of the class in a pattern that binds one: `Some(None)` unless it is a
    /// tuple.
    fn binds(&self, pat: &Pat) -> Option<Option<usize>> {
        match pat {
            Pat::Ident(pat) => {
                let is_class = self.here.values.contains(&pat.ident.to_string());
                is_class.then_some(None)
            }
            Pat::Type(pat) => self.binds(&pat.pat),
            Pat::Tuple(pat) => {
                let place = pat.elems.iter().position(|pat| self.binds(pat).is_some())?;
                Some(Some(place))
            }
            _ => None,
        }
    }

    /// Returns the place of the parameter that is a class.
    fn takes<'a>(&self, mut inputs: impl Iterator<Item = &'a Pat>) -> Option<usize> {
        inputs.position(|input| self.binds(input).is_some())
    }

    /// Looks for `class=` in the tokens of a macro.
    fn markup(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            if let TokenTree::Group(group) = token {
                self.markup(group.stream());
            }
            let is_class = matches!(token, TokenTree::Ident(name) if name == "class")
                && matches!(tokens.get(at + 1), Some(TokenTree::Punct(sign)) if sign.as_char() == '=');
            let value = tokens.get(at + 2).filter(|_| is_class).cloned();
            if let Some(Ok(expr)) = value.map(|value| syn::parse2::<Expr>(value.into())) {
                self.class(&expr, None);
            }
        }
    }
}

impl<'ast> Visit<'ast> for Classes {
    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let Expr::Path(path) = &*call.func
            && let Some(function) = path.path.segments.last()
        {
            let name = function.ident.to_string();
            let here = self.here.parameters.get(&name);
            let at = here.or_else(|| self.parameters.get(&name)).copied();
            if let Some(expr) = at.and_then(|at| call.args.get(at)) {
                self.class(expr, None);
            }
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        // `WIDTHS.iter().map(|(width, class)| …)`
        for arg in &call.args {
            if let Expr::Closure(closure) = arg
                && let Some(place) = closure.inputs.iter().find_map(|pat| self.binds(pat))
            {
                self.class(&call.receiver, place);
            }
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_local(&mut self, local: &'ast Local) {
        if let Some(init) = &local.init {
            if let Some(place) = self.binds(&local.pat) {
                self.class(&init.expr, place);
            }
            if let (Pat::Ident(name), Expr::Closure(closure)) = (&local.pat, &*init.expr)
                && let Some(at) = self.takes(closure.inputs.iter())
            {
                self.here.parameters.insert(name.ident.to_string(), at);
            }
        }
        visit::visit_local(self, local);
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        let name = function.sig.ident.to_string();
        if self.here.values.contains(&name) {
            self.result(&function.block, None);
        }
        let inputs = function.sig.inputs.iter();
        let inputs = inputs.filter_map(|input| match input {
            syn::FnArg::Typed(input) => Some(&*input.pat),
            syn::FnArg::Receiver(_) => None,
        });
        if let Some(at) = self.takes(inputs) {
            // `el` itself is known.
            self.parameters.entry(name).or_insert(at);
        }
        visit::visit_item_fn(self, function);
    }

    fn visit_item_const(&mut self, constant: &'ast syn::ItemConst) {
        if self.here.values.contains(&constant.ident.to_string()) {
            // Of its tuples, the text.
            for place in 0..2 {
                self.class(&constant.expr, Some(place));
            }
        }
    }

    fn visit_macro(&mut self, markup: &'ast syn::Macro) {
        self.markup(markup.tokens.clone());
    }
}

#[test]
fn a_class_is_where_classes_are_set_and_nowhere_else() {
    let code = r#"
        // A comment about "nothing".
        const SIZES: [(f64, &str); 2] = [(1.0, "small"), (2.0, "large")];
        fn tick(class: &'static str, said: &str) -> El { el("label", class).text(said) }
        fn state(open: bool) -> &'static str { if open { "open" } else { "" } }
        fn all() {
            let class = match verdict { Verdict::Take => "mark take", _ => "mark" };
            let line = |width, kind| el("path", kind).attr("d", width);
            el("p", class).with(tick("keep", "word")).with(el("i", state(kind == "other")));
            line("narrow", "thin");
            SIZES.iter().map(|(size, class)| el("svg", class));
            html! { <p class="row">{ "text" }<b class={classes!("thing", open.then_some("wide"))} /></p> }
        }
    "#;
    let found = [
        "keep", "large", "mark", "open", "row", "small", "take", "thin", "thing", "wide",
    ];
    let found = found.map(str::to_owned);
    assert_eq!(Classes::of(&[code.to_owned()]), BTreeSet::from(found));
}

/// Returns the classes that scripts set: the texts of every line with `className` or `classList`.
fn scripted(scripts: &[String]) -> BTreeSet<String> {
    let lines = scripts.iter().flat_map(|text| text.lines());
    lines
        .filter(|line| line.contains("className") || line.contains("classList"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

/// Fails unless every class in a style sheet is set.
fn assert_set(styled: &BTreeSet<String>, set: &BTreeSet<String>) {
    let unused: Vec<&String> = styled.difference(set).collect();
    assert!(unused.is_empty(), "nothing has the classes {unused:?}");
}

/// Fails unless every class that is set has a style.
fn assert_styled(set: &BTreeSet<String>, styled: &BTreeSet<String>) {
    let plain: Vec<&String> = set.difference(styled).collect();
    assert!(plain.is_empty(), "no style has the classes {plain:?}");
}

#[test]
fn the_calculator_s_styles_and_classes_are_the_same() {
    let styled = styled(&texts("src/widget", "css").concat());
    let set = &Classes::of(&texts("src/widget", "rs")) | &scripted(&texts("static/shell", "js"));
    assert!(styled.len() > 50);
    assert_set(&styled, &set);
    assert_styled(&set, &styled);
}

#[test]
fn the_styles_and_classes_of_the_owner_s_tools_are_the_same() {
    let page = fs::read_to_string("static/desk/desk.html").unwrap();
    let around = page.split("class=\"").skip(1);
    let around: BTreeSet<String> = around
        .flat_map(|rest| rest.split('"').next().unwrap().split_whitespace())
        .map(str::to_owned)
        .collect();
    let styled_here = styled(&texts("src/desk", "css").concat());
    let set = Classes::of(&texts("src/desk", "rs"));
    // Shared components bring their classes, some of which the tools restyle.
    let parts = Classes::of(&texts("src/widget/parts", "rs"));
    assert_set(&styled_here, &(&(&set | &parts) | &around));
    let shared = styled(&fs::read_to_string("static/page.css").unwrap());
    assert_styled(&set, &(&styled_here | &shared));
}
