//! Phrases that several parts of a letter use: names, money with a date, odds, the referral.

use super::request::Request;
use crate::engine::{Appraisal, Deadline, Terms, Verdict, Wish, spoken_tenths};
use crate::i18n::{Words, speak};

/// Maximum number of names in a sentence. A longer list is cut to its first two.
const NAMED: usize = 3;

/// Formats a wish with its count, for a sentence.
pub(super) fn name(words: &Words, terms: &Terms, wish: &Wish) -> String {
    let name = speak::wish(words, terms, &wish.want);
    let name = words.format("letter.name", &[("name", &name)]);
    speak::counted(words, name, wish.count)
}

/// Joins names, for a sentence.
pub(super) fn named(words: &Words, mut names: Vec<String>) -> String {
    let left = names.len().saturating_sub(2);
    if names.len() > NAMED {
        names.truncate(2);
        names.push(words.plural("letter.more", left as f64, &[]));
    }
    words.list(&names)
}

/// Formats money with its date.
pub(super) fn given(
    request: &Request,
    money: String,
    deadline: Option<Deadline>,
    date: Option<&str>,
) -> String {
    let words = request.words;
    let deadline = deadline.filter(|deadline| deadline.weeks().is_finite());
    match (deadline, date) {
        (Some(_), Some(date)) => {
            words.format("letter.given.by", &[("money", &money), ("date", date)])
        }
        (Some(deadline), None) => {
            let weeks = speak::deadline(words, deadline);
            words.format("letter.given.both", &[("money", &money), ("weeks", &weeks)])
        }
        (None, _) => money,
    }
}

/// Joins the names of the wishes, for a sentence.
pub(super) fn wishes(request: &Request) -> String {
    let Request {
        words,
        terms,
        brief,
        ..
    } = *request;
    let wishes = brief.wishes.iter();
    named(words, wishes.map(|wish| name(words, terms, wish)).collect())
}

/// Formats odds, with the required ones unless those were stated or are far below.
pub(super) fn how_sure(words: &Words, appraisal: &Appraisal, odds: f64, with_bar: bool) -> String {
    let key = match with_bar {
        _ if spoken_tenths(odds) >= 10 => "letter.odds.all",
        true => "letter.odds.bar",
        false => "letter.odds",
    };
    let odds = speak::odds(words, odds);
    words.format(key, &[("odds", &odds), ("bar", &bar(words, appraisal))])
}

/// Formats the odds at which the answer is yes, in tenths.
pub(super) fn bar(words: &Words, appraisal: &Appraisal) -> String {
    words.number(appraisal.confidence * 10.0, 1)
}

/// Returns the referral: the partner, the shop's interest in it, and its address.
pub(super) fn partner(request: &Request) -> Option<Vec<String>> {
    let Request {
        words,
        terms,
        appraisal,
        ..
    } = *request;
    if !matches!(appraisal.verdict, Verdict::Refer | Verdict::Decline) {
        return None;
    }
    let partner = terms.partner(&appraisal.referral.as_ref()?.partner)?;
    let mut sentences = vec![speak::partner(words, partner)];
    if let Some(url) = &partner.url {
        sentences.push(words.format("letter.partner", &[("url", url)]));
    }
    Some(sentences)
}
