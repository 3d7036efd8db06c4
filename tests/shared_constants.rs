//! Constants that Rust, the shell and the WordPress plugin each define and must agree on: a script
//! of 5 kB imports nothing, and PHP cannot.

#![allow(clippy::unwrap_used)]

use std::fs;
use takeon::config::{limits, storage_key};
use takeon::share;

/// Returns every script of the shell.
fn shell() -> String {
    let scripts = fs::read_dir("static/shell").unwrap();
    let scripts = scripts.map(|script| fs::read_to_string(script.unwrap().path()).unwrap());
    scripts.collect()
}

/// Fails unless this text occurs exactly once.
#[track_caller]
fn assert_once(text: &str, wanted: &str) {
    let found = text.matches(wanted).count();
    assert_eq!(found, 1, "times this is written: {wanted}");
}

#[test]
fn the_size_limits_of_documents_agree() {
    let bytes = limits::BYTES;
    // In the browser no text has more characters than bytes, so that Rust still says which are too many.
    assert_once(&shell(), &format!("const MOST = {bytes};"));
    let plugin = fs::read_to_string("integrations/wordpress/takeon/options.php").unwrap();
    assert_once(&plugin, &format!("const TAKEON_MOST_BYTES = {bytes};"));
}

#[test]
fn the_shell_recognises_links() {
    let key = share::key("");
    assert_eq!(share::key("second"), format!("{key}-second"));
    assert!(share::address("/", &key, "1.z").ends_with(&format!("#{key}=1.z")));
    assert_once(
        &shell(),
        &format!("/[#&?]({key}([=-]|%3d)[^&]*)/i.exec(location.hash)"),
    );
}

#[test]
fn the_shell_finds_saved_briefs() {
    let start = storage_key("/", "").replacen('/', "${path()}", 1);
    assert_once(&shell(), &format!("name.startsWith(`{start}`)"));
}
