//! Messages of the tools, on top of those of the calculator. The build puts the English ones into the parts of the program.

use crate::i18n::{Numbers, Speech, Words};
use crate::shared::Shared;

/// Messages of the tools in English, as JSON.
pub const ENGLISH: &str = include_str!("../../static/desk/en.json");

/// Languages that the tools speak, by their tags, each in its own words. All but English have a file in `static/desk`.
pub const LANGUAGES: [(&str, &str); 4] = [
    ("en", "English"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("id", "Bahasa Indonesia"),
];

/// Returns the words of the tools in a language, by its messages as JSON; in English without them. `english` has those of English:
/// JSON texts, for each part of the program that is loaded.
pub fn speech(
    english: &[String],
    lang: &str,
    messages: Option<&str>,
    numbers: Box<dyn Numbers>,
) -> Speech {
    let messages: Vec<String> = messages.map(str::to_owned).into_iter().collect();
    Shared::new(Words::in_parts(english, lang, &messages, numbers))
}

/// Returns the first of these keys that has a message.
pub fn first<'a>(speech: &Speech, keys: &'a [String]) -> Option<&'a str> {
    let mut keys = keys.iter().map(String::as_str);
    keys.find(|key| speech.has(key))
}

/// Returns the first of a browser's tags that is of a language and says more than that, such as its region, or else the language.
///
/// ```
/// # use takeon::desk::words::in_region;
/// let tags = ["de-DE", "en-GB", "en"].map(str::to_owned);
/// assert_eq!(in_region("en", &tags), "en-GB");
/// assert_eq!(in_region("da", &tags), "da");
/// ```
pub fn in_region<'a>(lang: &'a str, tags: &'a [String]) -> &'a str {
    let is_of = |tag: &&String| {
        let parts = tag.split_at_checked(lang.len());
        parts.is_some_and(|(language, more)| {
            language.eq_ignore_ascii_case(lang) && more.starts_with('-')
        })
    };
    tags.iter().find(is_of).map_or(lang, String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_the_region_of_the_browser_does() {
        for (lang, tags, tag) in [
            ("en", &["en-GB", "en-US", "en"][..], "en-GB"),
            ("en", &["de-DE", "de", "en-AU"], "en-AU"),
            ("de", &["en-GB", "de"], "de"),
            ("de", &["de-AT"], "de-AT"),
            ("id", &["en-ID"], "id"),
            ("da", &["dav-KE"], "da"),
            ("en", &[], "en"),
        ] {
            let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
            assert_eq!(in_region(lang, &tags), tag, "{lang}: {tags:?}");
        }
    }
}
