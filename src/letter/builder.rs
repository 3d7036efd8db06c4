//! Paragraphs of a letter, one after another.

use crate::i18n::{Words, speak};

/// Builder of the paragraphs of a letter.
pub(super) struct LetterBuilder<'a> {
    words: &'a Words,
    paragraphs: Vec<String>,
}

impl<'a> LetterBuilder<'a> {
    /// Returns a letter without paragraphs.
    pub fn new(words: &'a Words) -> LetterBuilder<'a> {
        LetterBuilder {
            words,
            paragraphs: Vec::new(),
        }
    }

    /// Adds a paragraph of whole sentences.
    pub fn sentences<S: AsRef<str>>(&mut self, sentences: &[S]) {
        let lines: Vec<String> = sentences
            .iter()
            .map(|line| one_line(line.as_ref()))
            .collect();
        let paragraph = speak::sentences(&lines);
        self.paragraphs
            .extend(Some(paragraph).filter(|it| !it.is_empty()));
    }

    /// Adds a title with a list below it.
    pub fn list(&mut self, title: &str, items: &[String]) {
        let mut paragraph = one_line(title);
        for item in items {
            paragraph.push_str("\n– ");
            paragraph.push_str(&one_line(item));
        }
        self.paragraphs.push(paragraph);
    }

    /// Adds the message of a key as a paragraph.
    pub fn say(&mut self, key: &str, values: &[(&str, &str)]) {
        self.sentences(&[self.words.format(key, values)]);
    }

    /// Returns `true` if it has a figure outside the link.
    pub fn has_figures(&self, link: Option<&str>) -> bool {
        self.paragraphs.iter().any(|paragraph| {
            let said = link.map_or_else(|| paragraph.clone(), |link| paragraph.replace(link, ""));
            said.contains(char::is_numeric)
        })
    }

    /// Adds a horizontal rule.
    pub fn rule(&mut self) {
        self.paragraphs.push("———".to_owned());
    }

    /// Adds a line below the last paragraph.
    pub fn below(&mut self, line: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push('\n');
            paragraph.push_str(&one_line(line));
        }
    }

    /// Adds the link, in the message of a key.
    pub fn link(&mut self, key: &str, link: Option<&str>) {
        if let Some(link) = link {
            self.say(key, &[("link", link)]);
        }
    }

    /// Returns the text of the letter.
    pub fn text(self) -> String {
        self.paragraphs.join("\n\n")
    }
}

/// Returns a text in one line: without line breaks and directional marks.
pub(super) fn one_line(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    text.chars()
        .map(|c| if c.is_control() || turns(c) { ' ' } else { c })
        .collect::<String>()
        .trim()
        .to_owned()
}
