//! Layout of a message: sentences and clauses, list items, quotations, and the signature.

use super::cues::{Cues, Hit};
use super::senses::Role;
use super::text::Text;
use super::token::{Class, Tokens};

/// Maximum number of tokens from "and" to the "no" that it leads to: "and we definitely don't".
/// Assumption.
const AND_NO: usize = 3;

/// Maximum number of tokens from "but" to the "no" that it leads to. Assumption.
const BUT_NO: usize = 16;

/// Position of a token in the layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    /// Index of the sentence.
    pub sentence: u32,
    /// Index of the clause in the message.
    pub clause: u32,
    /// True in a list item.
    pub is_listed: bool,
    /// True for quotations and the signature.
    pub is_aside: bool,
}

/// Header lines above a quoted or forwarded message.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    None,
    /// Header lines follow.
    Expected,
    Inside,
}

/// Determines the layout of a message. `hits` are its phrases, in the order of their first tokens.
pub(super) fn positions(message: &str, text: &Text, cues: &Cues, hits: &[Hit]) -> Vec<Position> {
    let tokens = &text.tokens;
    let named = |at: usize, name: &str| {
        hits.iter()
            .skip(hits.partition_point(|hit| hit.from < at))
            .take_while(|hit| hit.from == at)
            .any(|hit| cues.keys.get(hit.key).is_some_and(|key| key == name))
    };
    let mut positions = Vec::with_capacity(tokens.all.len());
    let mut position = Position::default();
    let (mut line, mut is_below, mut is_quoted) = (0, false, false);
    let (mut line_is_aside, mut head) = (false, Head::None);
    let mut written = 0;
    for at in 0..tokens.all.len() {
        let starts = at == 0 || tokens.class(at - 1) == Some(Class::Break);
        if starts {
            line = at;
            let length = (at..tokens.all.len())
                .take_while(|at| tokens.class(*at) != Some(Class::Break))
                .count();
            let quotes = tokens.is_sign(at, '>') || tokens.is_sign(at, '|');
            let is_note = matches!(tokens.word(at), "ps" | "p")
                && length > 3
                && (tokens.word(at) == "ps"
                    || tokens.is_sign(at + 1, '.') && tokens.word(at + 2) == "s");
            // Two hyphens alone begin the signature.
            let is_mark = length == 2 && tokens.is_sign(at, '-') && tokens.is_sign(at + 1, '-');
            if is_note {
                is_below = false;
            } else if is_mark || named(at, "closing") && length <= 9 && written > 12 {
                is_below = true;
            }
            let has = |name: &str| length < 40 && (at..at + length).any(|at| named(at, name));
            let is_head_line = named(at, "head");
            let follows = named(at + length + 1, "head");
            if has("forwarded") {
                // A forwarded message is the client's.
                (head, is_below, is_quoted) = (Head::Expected, false, false);
            } else if is_head_line && (head == Head::Expected || follows && written <= 3) {
                head = Head::Inside;
            } else if head == Head::Inside && length == 0 {
                head = Head::None;
            } else if head != Head::Inside && is_head_line && follows
                || named(at, "quoted") && length < 40
                || tokens.is_sign((at + length).wrapping_sub(1), ':') && has("quoted")
            {
                is_quoted = true;
            }
            // After a quotation with a mark in each line, text without it is the writer's own.
            is_quoted &= !quotes;
            line_is_aside = quotes || head == Head::Inside;
            position.is_listed = is_list_item(tokens, at, length);
            if position.is_listed {
                position.sentence += 1;
                position.clause += 1;
            }
        }
        let class = tokens.class(at);
        position.clause += u32::from(begins_refusal(text, cues, hits, at));
        position.is_aside = is_below || is_quoted || line_is_aside;
        written += u32::from(class == Some(Class::Word) && !position.is_aside);
        positions.push(position);
        match class {
            Some(Class::Sign('(' | ')' | '[' | ']')) => position.clause += 1,
            Some(Class::Sign('!' | '?' | '。' | '！' | '？' | '؟')) => {
                position.sentence += 1;
                position.clause += 1;
            }
            Some(Class::Sign('.')) if is_full_stop(message, text, at) => {
                position.sentence += 1;
                position.clause += 1;
            }
            Some(Class::Sign(',' | ';' | ':' | '、' | '…')) => {
                let is_inside = tokens.digits(at + 1).is_some()
                    && tokens.is_glued(at + 1)
                    && tokens.digits(at.wrapping_sub(1)).is_some();
                if !is_inside {
                    position.clause += 1;
                    if class == Some(Class::Sign(';')) {
                        position.sentence += 1;
                    }
                }
            }
            Some(Class::Sign('-')) if !tokens.is_glued(at) && !tokens.is_glued(at + 1) => {
                position.clause += 1
            }
            Some(Class::Break) => {
                let is_wrapped = !position.is_listed && is_wrapped(tokens, line, at);
                position.sentence += u32::from(!is_wrapped);
                position.clause += 1;
            }
            _ => {}
        }
    }
    positions
}

/// Returns `true` where a part of a sentence begins that refuses something, unlike the part before
/// it: "a website | without a shop", "a website | and definitely no shop".
fn begins_refusal(text: &Text, cues: &Cues, hits: &[Hit], at: usize) -> bool {
    let is = |hit: &Hit, name: &str| cues.keys.get(hit.key).is_some_and(|key| key == name);
    let near = |from: usize, to: usize| {
        let begin = hits.partition_point(|hit| hit.from < from);
        let rest = hits.get(begin..).unwrap_or_default().iter();
        rest.take_while(move |hit| hit.from < to)
    };
    let begins = |name: &str| near(at, at + 1).any(|hit| is(hit, name));
    let leads = |most: usize| {
        let is_inside = |at: &usize| matches!(text.tokens.class(*at), Some(Class::Word));
        let end = (at + 1..=at + most).take_while(is_inside).count() + at + 1;
        near(at + 1, end).find(|hit| is(hit, "not"))
    };
    if begins("without") {
        return true;
    }
    if begins("but") {
        // "We can't pay yet | but offer shares".
        return leads(BUT_NO).is_some()
            || near(at.saturating_sub(BUT_NO), at).any(|hit| is(hit, "not"));
    }
    if text.role(at, Role::And).is_none() {
        return false;
    }
    // "We need a site and want no shop", unlike "a site and a shop we do not need".
    let is_wish = |hit: &Hit| {
        cues.keys
            .get(hit.key)
            .is_some_and(|key| key.starts_with("wish:"))
    };
    let is_asked = near(at.saturating_sub(4), at).any(|hit| hit.to == at && is(hit, "ask"));
    is_asked && leads(BUT_NO).is_some()
        || leads(AND_NO).is_some_and(|not| !near(at + 1, not.from).any(is_wish))
}

/// Returns `true` for a line, given its first token and its length, that is an item of a list.
fn is_list_item(tokens: &Tokens, at: usize, length: usize) -> bool {
    const BULLETS: [char; 14] = [
        '-', '*', '•', '·', '–', '◦', '▪', '・', '●', '■', '□', '✓', '✔', '+',
    ];
    let is_numbered = tokens.digits(at).is_some_and(|digits| digits.len() <= 2)
        && (tokens.is_sign(at + 1, '.') || tokens.is_sign(at + 1, ')'))
        && !tokens.is_glued(at + 2);
    let is_bullet = BULLETS.iter().any(|bullet| tokens.is_sign(at, *bullet));
    length > 1 && (is_bullet && tokens.digits(at + 1).is_none() || is_numbered)
}

/// Returns `true` if the token after an index ends the line.
fn ends_line(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.class(at + 1), None | Some(Class::Break))
}

/// Returns `true` for a point that ends a sentence: not between letters or digits, nor after an
/// abbreviation.
fn is_full_stop(message: &str, text: &Text, at: usize) -> bool {
    let tokens = &text.tokens;
    if ends_line(tokens, at) {
        return true;
    }
    // "Excl. VAT"
    let phrase = text.longest_around(at);
    if phrase.is_some_and(|(_, end)| end > at) {
        return false;
    }
    if tokens.is_glued(at + 1) {
        return false;
    }
    let last = at.wrapping_sub(1);
    let length = tokens.word(last).len();
    let next = tokens
        .all
        .get(at + 1)
        .and_then(|next| message.get(next.bytes.0..)?.chars().next());
    let is_small = next.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    // An ordinal day, an initial, or a title before a name.
    let is_title = matches!(
        tokens.word(last),
        "dr" | "mr" | "ms" | "st" | "hr" | "fr" | "ir" | "bu" | "rp" | "rs"
    );
    // "Zzgl. MwSt. bitte"
    let is_tax =
        phrase.is_some_and(|(from, _)| text.any(from, &[Role::Taxed, Role::Untaxed]).is_some());
    let is_abbreviation = tokens.class(last) == Some(Class::Digits) && length <= 2
        || length == 1
        || is_title
        || (length <= 3 || is_tax) && is_small;
    !(tokens.is_glued(at) && is_abbreviation)
}

/// Returns `true` for a line break within a sentence: after a long line that does not end with a
/// sign. `line` is its first token.
fn is_wrapped(tokens: &Tokens, line: usize, at: usize) -> bool {
    at - line > 8
        && !ends_line(tokens, at)
        && matches!(
            tokens.class(at - 1),
            Some(Class::Word | Class::Digits | Class::Sign(','))
        )
}
