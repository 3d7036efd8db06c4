//! JSON is parsed and serialised as by `serde_json`.

#![allow(clippy::unwrap_used)]

#[allow(dead_code, reason = "other tests need more of it")]
mod common;

use proptest::prelude::*;
use takeon::json::{Value, read, write};

const CORPUS: [&str; 5] = [
    include_str!("corpus/everything-said.json"),
    include_str!("corpus/by-the-hour.json"),
    include_str!("corpus/monthly.json"),
    r#"["\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\", -0, 1e9, 2.50, 1E-3, {}, [], null, true, false]"#,
    "{\"a\":{\"b\":[[[\"c\"]]],\"a\":1},\"\u{e9}\": \"\u{1F600}\"}",
];

/// Compares a value with that of the standard parser, which keeps the last of members with one
/// name.
fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
    match (ours, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(a), serde_json::Value::Bool(b)) => a == b,
        (Value::Number(a), serde_json::Value::Number(b)) => {
            a.parse::<f64>().unwrap() == b.to_string().parse::<f64>().unwrap()
        }
        (Value::Text(a), serde_json::Value::String(b)) => a == b,
        (Value::List(a), serde_json::Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), serde_json::Value::Object(b)) => {
            a.iter().all(|(name, _)| b.contains_key(name))
                && b.iter()
                    .all(|(name, b)| ours.member(name).is_some_and(|a| same(a, b)))
        }
        _ => false,
    }
}

fn check(text: &str) {
    let theirs = serde_json::from_str::<serde_json::Value>(text);
    match (read(text), theirs) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text}\n{ours:?}\n{theirs:?}"),
        (Err(_), Err(_)) => {}
        (ours, theirs) => panic!("{text}\n{ours:?}\n{theirs:?}"),
    }
}

proptest! {
    #![proptest_config(common::cases(4000))]

    #[test]
    fn mutated_documents_are_read_alike(
        which in 0..CORPUS.len(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4_u8, any::<prop::sample::Index>()), 0..4),
    ) {
        const PIECES: &str = "{}[]\",:\\u0019eE+-.truefalsn \n\tdD8\u{1}\u{e9}/";
        let mut text: Vec<char> = CORPUS[which].chars().collect();
        for (at, kind, piece) in edits {
            let piece = PIECES.chars().nth(piece.index(PIECES.chars().count())).unwrap();
            let at = at.index(text.len());
            match kind {
                0 => drop(text.remove(at)),
                1 => text.insert(at, piece),
                2 => text[at] = piece,
                _ => text.truncate(at.max(1)),
            }
            if text.is_empty() {
                text.push('1');
            }
        }
        check(&text.into_iter().collect::<String>());
    }

    #[test]
    fn any_characters_are_read_alike(text in "[\\[\\]{}\",:\\\\u0-9eE+.\\-dD a\n]{0,24}") {
        check(&text);
    }

    #[test]
    fn values_are_written_alike(
        numbers in prop::collection::vec(any::<f64>(), 0..8),
        bits in any::<u64>(),
        text in any::<String>(),
        member in any::<Option<i64>>(),
    ) {
        let map = std::collections::BTreeMap::from([(text.clone(), member), ("b".to_owned(), None)]);
        let value = (numbers, f64::from_bits(bits), &text, map, Ok::<_, ()>((1_u8, 'x', [true, false])));
        prop_assert_eq!(write(&value), Ok(serde_json::to_string(&value).unwrap()));
    }
}

#[test]
fn errors_have_their_places() {
    for (text, wrong) in [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("{\n \"a\": }", "expected value at line 2 column 7"),
        ("{\"a\" 1}", "expected `:` at line 1 column 6"),
        ("[1 2]", "expected `,` or `]` at line 1 column 4"),
        ("{\"a\": 1,}", "trailing comma at line 1 column 9"),
        ("{a: 1}", "key must be a string at line 1 column 2"),
        ("[] []", "trailing characters at line 1 column 4"),
        (
            "\"\n\"",
            "control character (\\u0000-\\u001F) found while parsing a string at line 2 column 0",
        ),
    ] {
        assert_eq!(read(text).unwrap_err(), wrong, "{text}");
    }
    let deep = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(read(&deep(127)).is_ok());
    assert!(read(&deep(128)).is_err());
}

#[test]
fn values_without_json_are_errors() {
    let map = std::collections::BTreeMap::from([(1, 2)]);
    assert!(write(&map).is_err());
    assert!(write(&vec![("a", map)]).is_err());
    let failing = std::cell::RefCell::new(1);
    let _borrowed = failing.borrow_mut();
    assert!(write(&failing).is_err());
    assert_eq!(
        write(&(i128::MIN, u128::MAX)),
        Ok(format!("[{},{}]", i128::MIN, u128::MAX))
    );
}
