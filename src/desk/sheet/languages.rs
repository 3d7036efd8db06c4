//! Texts of a configuration in the languages that a shop's visitors read, with the words of the ready-made shops in each.

use crate::config::CONFIG;
use crate::config::table::{Kind, Object};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Words of the ready-made shops in a language, by the English ones.
pub type Dictionary = Map<String, Value>;

/// Dictionaries by the tags of their languages. English has none.
pub type Dictionaries = BTreeMap<String, Rc<Dictionary>>;

/// Tag of the language that the ready-made shops are written in.
pub const ENGLISH: &str = "en";

/// Tags of the languages that calculators speak, and ready-made shops are written in.
pub const READ: [&str; 12] = [
    ENGLISH, "ar", "da", "de", "es", "fr", "id", "ja", "nl", "pl", "pt-BR", "tr",
];

/// Member of a translated text that holds wherever there is none in a language.
const DEFAULT: &str = "default";

/// Stands between the other words for a service in a dictionary.
const BETWEEN: &str = ", ";

/// Texts of a configuration on their way from some languages to others.
struct Passage<'a> {
    /// Languages that it is written in, the main one first.
    from: &'a [String],
    /// Languages that it is to be written in, the main one first.
    to: &'a [String],
    dictionaries: &'a Dictionaries,
}

/// Writes a configuration in other languages, the main one first. Texts of ready-made shops are said in each of them, others where
/// they have been typed in it.
pub fn speak(config: &mut Value, from: &[String], to: &[String], dictionaries: &Dictionaries) {
    let passage = Passage {
        from,
        to,
        dictionaries,
    };
    passage.members(config, &CONFIG);
}

/// Returns the languages in which a configuration has texts besides its main one.
pub fn spoken(config: &Value) -> Vec<String> {
    let mut tags = Vec::new();
    collect(config, &mut tags);
    tags
}

fn collect(value: &Value, tags: &mut Vec<String>) {
    match value {
        Value::Object(members) if members.get(DEFAULT).is_some_and(Value::is_string) => {
            for tag in members.keys().filter(|tag| *tag != DEFAULT) {
                if !tags.contains(tag) {
                    tags.push(tag.clone());
                }
            }
        }
        Value::Object(members) => members.values().for_each(|value| collect(value, tags)),
        Value::Array(list) => list.iter().for_each(|value| collect(value, tags)),
        _ => {}
    }
}

/// Returns a text in a language besides the main one.
pub fn text_in<'a>(config: &'a Value, pointer: &str, tag: &str) -> &'a str {
    let text = config.pointer(pointer).and_then(|text| text.get(tag));
    text.and_then(Value::as_str).unwrap_or_default()
}

/// Returns a text in a language, or else in the main one, which `None` stands for.
pub fn in_language(text: &Value, tag: Option<&str>) -> String {
    let said = tag.and_then(|tag| text.get(tag)).or(text.get(DEFAULT));
    said.unwrap_or(text).as_str().unwrap_or_default().to_owned()
}

/// Returns texts with the lines that were typed for them in a language, `None` being the main one. As many lines as before are the
/// texts in their order; of others, those that were there keep what they say in other languages.
///
/// ```
/// # use serde_json::json;
/// # use takeon::desk::sheet::languages::relined;
/// let texts = [json!("hosting"), json!({"default": "photos", "da": "fotos"})];
/// let lines = |lines: [&str; 2], tag| relined(&texts, &lines.map(str::to_owned), tag);
/// assert_eq!(lines(["drift", "fotos"], Some("da"))[0], json!({"default": "hosting", "da": "drift"}));
/// assert_eq!(lines(["hosting", "pictures"], None)[1], json!({"default": "pictures", "da": "fotos"}));
/// assert_eq!(relined(&texts, &["photos".to_owned()], None), texts[1..]);
/// ```
pub fn relined(texts: &[Value], lines: &[String], tag: Option<&str>) -> Vec<Value> {
    let is_same = texts.len() == lines.len();
    let text = |(index, line): (usize, &String)| {
        let old = match is_same {
            true => texts.get(index),
            false => texts.iter().find(|text| in_language(text, tag) == *line),
        };
        let Some(old) = old else {
            return Value::String(line.clone());
        };
        let mut text = old.clone();
        if in_language(old, tag) != *line {
            match (tag, &mut text) {
                (Some(tag), text) => say(text, tag, line.clone()),
                (None, Value::Object(languages)) => {
                    languages.insert(DEFAULT.to_owned(), Value::String(line.clone()));
                }
                (None, text) => *text = Value::String(line.clone()),
            }
        }
        text
    };
    lines.iter().enumerate().map(text).collect()
}

/// Says a text in a language besides the main one; an empty one is not said in it.
pub fn say(place: &mut Value, tag: &str, text: String) {
    let mut languages = match std::mem::take(place) {
        Value::Object(languages) => languages,
        Value::String(main) => Map::from_iter([(DEFAULT.to_owned(), Value::String(main))]),
        _ => Map::from_iter([(DEFAULT.to_owned(), Value::String(String::new()))]),
    };
    if text.is_empty() {
        languages.remove(tag);
    } else {
        languages.insert(tag.to_owned(), Value::String(text));
    }
    *place = whole(languages);
}

/// A text that is the same in all languages is a plain one.
fn whole(mut languages: Map<String, Value>) -> Value {
    match languages.len() {
        1 => languages.remove(DEFAULT).unwrap_or_default(),
        _ => Value::Object(languages),
    }
}

/// Returns the text of the main language.
fn main(text: &Value) -> &str {
    text.get(DEFAULT)
        .unwrap_or(text)
        .as_str()
        .unwrap_or_default()
}

impl Passage<'_> {
    fn members(&self, value: &mut Value, object: &'static Object) {
        for member in object.all() {
            let Some(inner) = value.get_mut(member.name) else {
                continue;
            };
            match (member.kind, inner) {
                (Kind::Translated, text) => self.text(text),
                (Kind::Object(object), value) => self.members(value, object),
                (Kind::List(Kind::Object(object), _), Value::Array(things)) => {
                    things
                        .iter_mut()
                        .for_each(|thing| self.members(thing, object));
                }
                (Kind::List(Kind::Translated, _), Value::Array(texts)) => self.texts(texts),
                _ => {}
            }
        }
    }

    /// Translates a list of texts, as a whole if it is one of synonyms.
    fn texts(&self, texts: &mut Vec<Value>) {
        if !self.synonyms(texts) {
            texts.iter_mut().for_each(|text| self.text(text));
        }
    }

    /// An English text in a language, if it is one of a ready-made shop.
    fn translated<'a>(&'a self, english: &'a str, tag: &str) -> Option<&'a str> {
        if tag == ENGLISH {
            let mut all = self.dictionaries.values();
            return all
                .any(|words| words.contains_key(english))
                .then_some(english);
        }
        self.dictionaries.get(tag)?.get(english)?.as_str()
    }

    /// The English text of a ready-made shop that a text is.
    fn english<'a>(&'a self, text: &'a Value) -> Option<&'a str> {
        let said = main(text);
        let known = |english: &str| self.translated(english, ENGLISH).is_some();
        if let Some(english) = text.get(ENGLISH).and_then(Value::as_str) {
            return known(english).then_some(english);
        }
        let from = self.from.first()?;
        if from == ENGLISH {
            return known(said).then_some(said);
        }
        let words = self.dictionaries.get(from)?;
        let (english, _) = words.iter().find(|(_, word)| word.as_str() == Some(said))?;
        Some(english)
    }

    fn text(&self, text: &mut Value) {
        if !text.is_string() && !text.is_object() {
            return;
        }
        let english = self.english(text);
        let said = |tag: &String| -> Option<String> {
            let own = text.get(tag).and_then(Value::as_str);
            let own = own.or_else(|| (self.from.first() == Some(tag)).then(|| main(text)));
            let own = own.or_else(|| self.translated(english?, tag));
            own.map(str::to_owned)
        };
        let Some((first, others)) = self.to.split_first() else {
            return;
        };
        let first = said(first).unwrap_or_else(|| main(text).to_owned());
        let mut languages = Map::from_iter([(DEFAULT.to_owned(), Value::String(first))]);
        languages.extend(
            others
                .iter()
                .filter_map(|tag| Some((tag.clone(), Value::String(said(tag)?)))),
        );
        *text = whole(languages);
    }

    /// Writes the other words for a service of a ready-made shop, which are not as many in each language: all of them are there for
    /// visitors of any. Returns `false` for lists of other texts.
    fn synonyms(&self, texts: &mut Vec<Value>) -> bool {
        let said: Vec<String> = texts.iter().map(|text| main(text).to_owned()).collect();
        let words = |english: &str, tag: &str| -> Vec<String> {
            let list = self.translated(english, tag).unwrap_or_default();
            let words = list.split(BETWEEN).filter(|word| !word.is_empty());
            words.map(str::to_owned).collect()
        };
        let all = self.dictionaries.values().flat_map(|words| words.keys());
        let has_all = |english: &&String| {
            english.contains(BETWEEN)
                && self.from.iter().all(|tag| {
                    let words = words(english, tag);
                    !words.is_empty() && words.iter().all(|word| said.contains(word))
                })
        };
        let mut all = all;
        let Some(english) = all.find(has_all) else {
            return false;
        };
        let mut now: Vec<String> = self.to.iter().flat_map(|tag| words(english, tag)).collect();
        let before: Vec<String> = self
            .from
            .iter()
            .flat_map(|tag| words(english, tag))
            .collect();
        now.extend(said.into_iter().filter(|word| !before.contains(word)));
        let mut known = Vec::new();
        now.retain(|word| {
            let is_new = !known.contains(word);
            known.push(word.clone());
            is_new
        });
        *texts = now.into_iter().map(Value::String).collect();
        true
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::config::read_config;
    use crate::desk::configurator::fields::SHOPS;
    use serde_json::json;

    fn dictionaries() -> Dictionaries {
        let read = |tag: &str| {
            let text = std::fs::read_to_string(format!("static/terms/words/{tag}.json")).unwrap();
            (
                tag.to_owned(),
                Rc::new(serde_json::from_str(&text).unwrap()),
            )
        };
        ["da", "de"].into_iter().map(read).collect()
    }

    fn tags<const N: usize>(tags: [&str; N]) -> Vec<String> {
        tags.map(str::to_owned).into()
    }

    fn shop(name: &str) -> Value {
        let text = std::fs::read_to_string(format!("static/terms/{name}.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn ready_made_shops_are_written_in_every_language_and_back_again() {
        let all = dictionaries();
        for (name, _) in SHOPS {
            let english = shop(name);
            let mut config = english.clone();
            speak(&mut config, &tags(["en"]), &tags(["da", "en"]), &all);
            assert!(read_config(&config.to_string()).is_ok(), "{name}");
            let purpose = config.pointer("/terms/purposes/0/name").unwrap();
            let said = english.pointer("/terms/purposes/0/name").unwrap();
            assert_eq!(purpose["en"], *said);
            assert_eq!(purpose["default"], all["da"][said.as_str().unwrap()]);
            speak(&mut config, &tags(["da", "en"]), &tags(["de"]), &all);
            let german = config.pointer("/terms/purposes/0/name").unwrap();
            assert_eq!(*german, all["de"][said.as_str().unwrap()]);
            let mut directly = english.clone();
            speak(&mut directly, &tags(["en"]), &tags(["de"]), &all);
            assert_eq!(config, directly, "{name}");
            // Two English words may be one in German, so the way back is told by the way there.
            speak(&mut config, &tags(["de"]), &tags(["en"]), &all);
            speak(&mut config, &tags(["en"]), &tags(["de"]), &all);
            assert_eq!(config, directly, "{name}");
        }
    }

    #[test]
    fn every_language_of_the_ready_made_shops_can_be_chosen() {
        let files = std::fs::read_dir("static/terms/words").unwrap();
        let name = |file: std::fs::DirEntry| file.file_name().into_string().unwrap();
        let mut tags: Vec<String> = files
            .map(|file| name(file.unwrap()).replace(".json", ""))
            .collect();
        tags.sort();
        assert_eq!(tags, READ[1..]);
    }

    #[test]
    fn typed_texts_stay_and_are_said_where_they_were_typed() {
        let all = dictionaries();
        let mut config = json!({"terms": {"services": [
            {"id": "a", "name": {"default": "Murals", "da": "Vægmalerier"}},
            {"id": "b", "name": "Wall paint"},
        ]}});
        speak(&mut config, &tags(["en", "da"]), &tags(["da", "en"]), &all);
        assert_eq!(
            config["terms"]["services"],
            json!([
                {"id": "a", "name": {"default": "Vægmalerier", "en": "Murals"}},
                {"id": "b", "name": {"default": "Wall paint", "en": "Wall paint"}},
            ])
        );
        assert_eq!(spoken(&config), tags(["en"]));
    }

    #[test]
    fn other_words_are_there_in_each_language_with_those_of_ones_own() {
        let all = dictionaries();
        let english = "logotype, logo design, company logo, emblem";
        let list: Vec<&str> = english.split(", ").chain(["our word"]).collect();
        let mut config = json!({"terms": {"services": [{"id": "a", "also": list}]}});
        speak(&mut config, &tags(["en"]), &tags(["da", "en"]), &all);
        let also = config.pointer("/terms/services/0/also").unwrap();
        let danish = all["da"][english].as_str().unwrap();
        for word in danish
            .split(", ")
            .chain(english.split(", "))
            .chain(["our word"])
        {
            assert!(also.as_array().unwrap().contains(&json!(word)), "{word}");
        }
        speak(&mut config, &tags(["da", "en"]), &tags(["en"]), &all);
        assert_eq!(config.pointer("/terms/services/0/also"), Some(&json!(list)));
    }

    #[test]
    fn an_emptied_text_is_shown_in_the_main_language() {
        let mut text = json!("Blog");
        say(&mut text, "da", "Dagbog".into());
        assert_eq!(text, json!({"default": "Blog", "da": "Dagbog"}));
        say(&mut text, "da", String::new());
        assert_eq!(text, json!("Blog"));
    }
}
