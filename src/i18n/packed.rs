//! Packed messages: lists in the order of English, without keys, one for each part of the program.
//! `script/lib/words.mjs` packs them.

use crate::encoding::fingerprint;
use crate::json::Value;

/// Returns the messages of a language by key, as far as the English parts are loaded. `texts` are
/// one or several consecutive texts. Messages that have keys already are kept; a list that was
/// packed for other messages is ignored.
pub(super) fn named(english: &[Value], texts: Vec<Value>) -> Value {
    let mut named = Vec::new();
    let mut parts = english.iter();
    for messages in texts {
        match messages {
            Value::Object(messages) => named.extend(messages),
            Value::List(lists) => {
                for (list, english) in lists.iter().zip(&mut parts) {
                    name(english, list, &mut named);
                }
            }
            _ => {}
        }
    }
    Value::Object(named)
}

/// Appends the messages of one part to those that have keys already.
fn name(english: &Value, list: &Value, named: &mut Vec<(String, Value)>) {
    let (Value::Object(known), Value::List(list)) = (english, list) else {
        return;
    };
    let names = || known.iter().map(|(name, _)| name.as_str());
    let mut list = list.iter();
    if list.next().and_then(Value::text) != Some(fingerprint(names()).as_str()) {
        return;
    }
    // Plural forms are packed together, in the position of the first one in English.
    for (name, value) in names().filter(|name| !name.ends_with("_other")).zip(list) {
        match value {
            Value::Object(forms) => {
                let base = name.strip_suffix("one").unwrap_or(name);
                for (form, text) in forms {
                    named.push((base.to_owned() + form, text.clone()));
                }
            }
            text => named.push((name.to_owned(), text.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::json::read;

    const ENGLISH: &str =
        r#"{"a": "A", "weeks_one": "{n} week", "weeks_other": "{n} weeks", "b": "B"}"#;

    const MORE: &str = r#"{"c": "C"}"#;

    #[test]
    fn an_unpacked_list_has_keys_and_the_plural_forms_of_its_language() {
        let english = [read(ENGLISH).unwrap()];
        let lists = r#"[["8361c2", "Á", {"few": "few", "other": "many"}, 0], ["later"]]"#;
        let expected = r#"{"a": "Á", "weeks_few": "few", "weeks_other": "many", "b": 0}"#;
        assert_eq!(
            named(&english, vec![read(lists).unwrap()]),
            read(expected).unwrap()
        );
    }

    #[test]
    fn a_list_for_other_messages_is_ignored() {
        let english = [read(ENGLISH).unwrap(), read(MORE).unwrap()];
        let of_c = fingerprint(["c"]);
        let lists = format!(r#"[["000000", "Á", {{}}, 0], ["{of_c}", "Ç"]]"#);
        assert_eq!(
            named(&english, vec![read(&lists).unwrap()]),
            read(r#"{"c": "Ç"}"#).unwrap()
        );
        let by_name = read(r#"{"a": "Á"}"#).unwrap();
        assert_eq!(named(&english, vec![by_name.clone()]), by_name);
    }

    #[test]
    fn each_text_begins_where_the_previous_one_ends() {
        let english = [read(ENGLISH).unwrap(), read(MORE).unwrap()];
        let [first, more] = [
            r#"[["8361c2", "Á", {"other": "many"}, 0]]"#.to_owned(),
            format!(r#"[["{}", "Ç"], ["later"]]"#, fingerprint(["c"])),
        ];
        let texts = vec![read(&first).unwrap(), read(&more).unwrap()];
        let expected = r#"{"a": "Á", "weeks_other": "many", "b": 0, "c": "Ç"}"#;
        assert_eq!(named(&english, texts), read(expected).unwrap());
    }
}
