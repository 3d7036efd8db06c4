//! A fingerprint is the same in Rust and in the build.

#![allow(clippy::unwrap_used)]

use takeon::encoding::fingerprint;

/// Names and their fingerprint, which `tests/node/locales.test.mjs` reads too.
const FINGERPRINTS: &str = include_str!("fingerprints.json");

#[test]
fn fingerprints_equal_those_of_the_build() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(FINGERPRINTS).unwrap();
    assert!(cases.len() > 5);
    for case in cases {
        let names = case["names"].as_array().unwrap().iter();
        let found = fingerprint(names.map(|name| name.as_str().unwrap()));
        assert_eq!(found, case["fingerprint"].as_str().unwrap(), "{case}");
    }
}
