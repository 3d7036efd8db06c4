//! Letter of the shop to the client: thanks, answer, reasons, referral, an offer with its price and
//! odds, and a closing.

use super::acceptance::acceptance;
use super::refusal::{is_paid, needed, refusal};
use super::{Letter, LetterBuilder, Request, Tone, has_own_grounds, name, named};
use crate::engine::{Appraisal, Budget, Deadline, Verdict, ballpark, spoken_tenths};
use crate::i18n::{Words, amount, speak};

/// Maximum number of questions in a letter.
const QUESTIONS: usize = 3;

pub(super) fn letter(request: &Request) -> Letter {
    let Request {
        words,
        terms,
        appraisal,
        ..
    } = *request;
    let mut letter = LetterBuilder::new(words);
    letter.say(hello(request), &[]);
    if has_own_grounds(appraisal) {
        // A calculator without them would answer otherwise: no figures, no link.
        let referred = partner(request).filter(|_| appraisal.verdict == Verdict::Refer);
        letter.say(
            match is_paid(request) {
                true => "letter.sofar.decline",
                false => "letter.decline.plain",
            },
            &[],
        );
        if let Some(sentences) = &referred {
            letter.sentences(sentences);
        }
    } else {
        match appraisal.verdict {
            Verdict::Take => acceptance(request, &mut letter),
            Verdict::Ask => ask(request, &mut letter),
            Verdict::Reshape | Verdict::Refer | Verdict::Decline => refusal(request, &mut letter),
        }
        // Ambiguities are asked about, whatever the answer is.
        if appraisal.verdict != Verdict::Ask && !request.open.is_empty() {
            letter.list(
                &words.get("letter.questions"),
                &open(request).collect::<Vec<_>>(),
            );
        }
    }
    close(request, &mut letter);
    letter.say("letter.regards", &[]);
    letter.below(&terms.shop.name);
    Letter {
        subject: subject(request),
        text: letter.text(),
    }
}

/// Iterates over the questions about ambiguities of the client's message.
fn open<'a>(request: &Request<'a>) -> impl Iterator<Item = String> + 'a {
    request.open.iter().map(|(_, question)| question.clone())
}

/// Returns a subject that names the job, so that letters can be told apart.
fn subject(request: &Request) -> String {
    let Request {
        words,
        terms,
        brief,
        ..
    } = *request;
    let what = brief.wishes.first();
    let what = what.map(|wish| speak::wish(words, terms, &wish.want));
    super::one_line(&match what {
        Some(what) if brief.wishes.len() == 1 => words.format("letter.subject", &[("what", &what)]),
        Some(what) => words.format("letter.subject.more", &[("what", &what)]),
        None => words.get("letter.subject.none"),
    })
}

fn hello(request: &Request) -> &'static str {
    match request.tone {
        _ if request.brief.so_far.is_some() => "letter.hello.sofar",
        Tone::Warm => "letter.hello.warm",
        Tone::Plain | Tone::Brief => "letter.hello",
    }
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

/// Adds an answer that is still open: the usual price of such work, and the questions.
fn ask(request: &Request, letter: &mut LetterBuilder) {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        ..
    } = *request;
    let mut sentences = vec![words.get("letter.ask")];
    let is_gift = matches!(brief.budget, Some(Budget::Gift { .. }));
    if !brief.wishes.is_empty() && !is_gift && brief.so_far.is_none() {
        let (price, weeks) = ballpark(brief, terms);
        let price = amount::usually(words, terms, (price.p50, price.p80), brief.budget);
        let weeks = speak::weeks_range(words, (weeks.p50, weeks.p80));
        let what = wishes(request);
        if let Some(price) = price {
            // A monthly fee has no date of delivery.
            let is_monthly = matches!(brief.budget, Some(Budget::Monthly(_)));
            let key = match is_monthly {
                true => "letter.usual.price",
                false => "letter.usual",
            };
            let values = [
                ("what", what.as_str()),
                ("price", &price),
                ("weeks", &weeks),
            ];
            sentences.push(words.format(key, &values));
        }
    }
    letter.sentences(&sentences);
    let is_open = |topic| request.open.iter().any(|(known, _)| *known == topic);
    let others = appraisal
        .questions
        .iter()
        .filter(|question| !is_open(question.topic))
        .filter(|question| {
            question.flips > 0.0
                || question.moves > 0.0
                || speak::is_missing(appraisal, question.topic)
        })
        .map(|question| speak::question(words, appraisal, question.topic));
    let asked: Vec<String> = open(request)
        .chain(others)
        .take(if request.tone == Tone::Brief {
            1
        } else {
            QUESTIONS
        })
        .collect();
    if !asked.is_empty() {
        letter.list(&words.get("letter.questions"), &asked);
    }
    letter.link("letter.link", request.link);
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

/// Adds the nature of the figures, if there are any, and the closing.
fn close(request: &Request, letter: &mut LetterBuilder) {
    let Request {
        words,
        terms,
        appraisal,
        tone,
        ..
    } = *request;
    let mut sentences = Vec::new();
    if letter.has_figures(request.link) {
        sentences.push(words.get("letter.ballpark"));
    }
    let is_no = appraisal.offers.is_empty();
    let is_end = appraisal.verdict == Verdict::Decline
        && is_no
        && partner(request).is_none()
        && needed(request).is_empty();
    let door = match (appraisal.verdict, tone) {
        (_, Tone::Brief) => None,
        _ if is_end || has_own_grounds(appraisal) => Some("letter.close.no"),
        (Verdict::Ask, _) => Some("letter.next.ask"),
        (Verdict::Take, _) => Some("letter.next"),
        (Verdict::Reshape, _) if !is_no => Some("letter.next"),
        (_, Tone::Warm) => Some("letter.close.warm"),
        (_, Tone::Plain) => Some("letter.close"),
    };
    sentences.extend(door.map(|key| words.get(key)));
    if !sentences.is_empty() {
        letter.sentences(&sentences);
    }
    if let (Some("letter.next" | "letter.next.ask"), Some(page)) = (door, &terms.shop.booking) {
        letter.say("letter.booking", &[("link", page)]);
    }
}
