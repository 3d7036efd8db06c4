//! The main language of a configuration, told by its words: no document says it.

use super::languages::{ENGLISH, spoken};
use serde_json::Value;

/// Frequent words of the languages that ready-made shops are written in, as far as no other of them has them.
const FREQUENT: [(&str, &str); 10] = [
    (ENGLISH, "the and with your you of we from our it that are"),
    (
        "da",
        "og til med af på ikke vi jer som er det eller hjemmeside",
    ),
    ("de", "und der die das mit für von wir sie ist oder nicht"),
    ("es", "y los las por su con el del una más sitio"),
    ("fr", "et les des vous pour avec une votre dans sur ou nous"),
    ("id", "dan untuk dengan yang di atau dari kami situs anda"),
    ("nl", "het van voor uw een wij niet of zijn maar naar"),
    ("pl", "i z do na dla w nie oraz strona się jest"),
    ("pt-BR", "e com uma seu não do da os para você um"),
    ("tr", "ve için ile bir biz web bu da olarak"),
];

/// Members of a configuration that hold texts for visitors.
const SAID: [&str; 6] = ["name", "note", "default", "also", "excludes", "disclosure"];

/// Returns the languages that visitors read, the main one first.
pub fn languages_of(config: &Value) -> Vec<String> {
    let others = spoken(config);
    let mut main = String::new();
    gather(config, false, &mut main);
    let main = main.to_lowercase();
    let words: Vec<&str> = main
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let count = |known: &str| {
        let is_known = |word: &&&str| known.split(' ').any(|one| one == **word);
        words.iter().filter(is_known).count()
    };
    let script =
        |range: std::ops::RangeInclusive<char>| main.chars().filter(|c| range.contains(c)).count();
    let by_words = FREQUENT.map(|(tag, known)| (tag, count(known)));
    let by_script = [
        ("ar", script('\u{600}'..='\u{6ff}')),
        ("ja", script('\u{3040}'..='\u{30ff}')),
    ];
    let found = by_words
        .into_iter()
        .chain(by_script)
        // In what stands beside the main one, that is not.
        .filter(|(tag, count)| *count > 0 && !others.iter().any(|other| other == tag))
        // The first of those that are as likely.
        .rev()
        .max_by_key(|(_, count)| *count);
    let main = found.map_or(ENGLISH, |(tag, _)| tag).to_owned();
    let others = others.into_iter().filter(|other| *other != main);
    [main.clone()].into_iter().chain(others).collect()
}

/// Gathers the texts of a configuration in its main language. `is_said` is true for a value that is one.
fn gather(value: &Value, is_said: bool, all: &mut String) {
    match value {
        Value::String(text) if is_said => {
            all.push(' ');
            all.push_str(text);
        }
        Value::Object(members) => {
            for (name, member) in members {
                gather(member, SAID.contains(&name.as_str()), all);
            }
        }
        Value::Array(list) => list.iter().for_each(|one| gather(one, is_said, all)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::languages::{READ, speak};
    use super::*;
    use std::rc::Rc;

    fn file(path: &str) -> Value {
        let path = format!("{}/static/terms/{path}.json", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    }

    #[test]
    fn the_main_language_of_every_ready_made_shop_is_told_by_its_words() {
        for shop in [
            "web-studio",
            "brand-design",
            "freelance-developer",
            "seo-content",
        ] {
            for main in READ {
                for beside in [None, Some(ENGLISH), Some("de")] {
                    let mut to = vec![main.to_owned()];
                    to.extend(beside.filter(|beside| *beside != main).map(str::to_owned));
                    let words = |tag: &String| {
                        let words = file(&format!("words/{tag}")).as_object().cloned();
                        (tag.clone(), Rc::new(words.unwrap()))
                    };
                    let dictionaries = to.iter().filter(|tag| *tag != ENGLISH).map(words).collect();
                    let mut config = file(shop);
                    speak(&mut config, &[ENGLISH.to_owned()], &to, &dictionaries);
                    assert_eq!(languages_of(&config), to, "{shop}");
                }
            }
        }
    }
}
