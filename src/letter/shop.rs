//! Letter of the shop to the client: thanks, answer, reasons, referral, an offer with its price and
//! odds, and a closing.

use super::acceptance::acceptance;
use super::builder::{LetterBuilder, one_line};
use super::phrases::{partner, wishes};
use super::proposal::has_own_grounds;
use super::refusal::{is_paid, needed, refusal};
use super::request::{Letter, Request, Tone};
use crate::engine::{Ballpark, Budget, Verdict, ballpark};
use crate::i18n::{amount, speak};

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
    match request.hello {
        Some(hello) => letter.sentences(&[hello]),
        None => letter.say(hello(request), &[]),
    }
    if has_own_grounds(appraisal) {
        // A calculator without them would answer otherwise: no figures, no link.
        let referred = partner(request).filter(|_| appraisal.verdict == Verdict::Refer);
        letter.say(
            if is_paid(request) {
                "letter.sofar.decline"
            } else {
                "letter.decline.plain"
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
    one_line(&match what {
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
        let Ballpark { price, weeks } = ballpark(brief, terms);
        let price = amount::ballpark(words, terms, price, brief.budget);
        let weeks = speak::weeks_range(words, weeks);
        let what = wishes(request);
        if let Some(price) = price {
            // A monthly fee has no date of delivery.
            let is_monthly = matches!(brief.budget, Some(Budget::Monthly(_)));
            let key = if is_monthly {
                "letter.usual.price"
            } else {
                "letter.usual"
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
            question.flips > 0.0 || question.moves > 0.0 || appraisal.is_missing(question.topic)
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
