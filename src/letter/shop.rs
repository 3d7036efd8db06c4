//! From the shop to the client: thanks, the honest answer, why, what would make it a yes or who does
//! it better, what is still to be known, and an open door.

use super::{Letter, Paper, Request, Tone, proposal, reasons};
use crate::engine::{Offer, Topic, Verdict};
use crate::i18n::speak;

/// A letter names so many questions at most.
const QUESTIONS: usize = 3;

pub(super) fn letter(request: &Request) -> Letter {
    let Request {
        words,
        terms,
        appraisal,
        tone,
        ..
    } = *request;
    let mut paper = Paper::new(words);
    paper.say(
        match tone {
            Tone::Warm => "letter.hello.warm",
            Tone::Plain | Tone::Brief => "letter.hello",
        },
        &[],
    );
    let mut answer = vec![verdict(request)];
    answer.extend(reasons(request));
    paper.sentences(&answer);
    if request.odds {
        paper.odds(appraisal);
    }
    let referred = partner(request);
    if let Some(sentences) = &referred {
        paper.sentences(sentences);
    }
    if appraisal.verdict == Verdict::Ask {
        questions(request, &mut paper);
    }
    offers(request, &mut paper, referred.is_some());
    if appraisal.verdict != Verdict::Ask {
        questions(request, &mut paper);
    }
    let link = match proposal(appraisal) {
        Some(_) => "letter.link.yes",
        None => "letter.link",
    };
    paper.link(link, request.link);
    paper.say("letter.ballpark", &[]);
    match (tone, appraisal.verdict) {
        (Tone::Brief, _) => {}
        // After a yes there is nothing left to choose.
        (Tone::Plain, _) | (Tone::Warm, Verdict::Take) => paper.say("letter.close", &[]),
        (Tone::Warm, _) => paper.say("letter.close.warm", &[]),
    }
    paper.sentences(&[&terms.shop.name]);
    Letter {
        subject: words.say("letter.subject.shop"),
        text: paper.text(),
    }
}

/// The honest answer.
fn verdict(request: &Request) -> String {
    let Request {
        words, appraisal, ..
    } = *request;
    match (request.tone, appraisal.verdict) {
        (_, Verdict::Ask) => words.say("letter.ask"),
        (Tone::Warm, Verdict::Reshape) => words.say("letter.reshape"),
        (Tone::Warm, Verdict::Refer) => words.say("letter.refer"),
        (Tone::Warm, Verdict::Decline) => words.say("letter.decline"),
        _ => speak::verdict(words, appraisal),
    }
}

/// The referral: a partner, the shop's interest in them and the way there.
fn partner(request: &Request) -> Option<Vec<String>> {
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
        sentences.push(words.with("letter.partner", &[("url", url)]));
    }
    Some(sentences)
}

/// Adds the nearest offer, and in a longer letter another one.
fn offers(request: &Request, paper: &mut Paper, referred: bool) {
    let Request {
        words, appraisal, ..
    } = *request;
    let Some(first) = proposal(appraisal).or(appraisal.offers.first()) else {
        return;
    };
    let title = if referred {
        "letter.rather"
    } else if first.within {
        "letter.yes"
    } else {
        "letter.far"
    };
    let mut put = |title: &str, offer: &Offer| {
        let changes = speak::changes(words, request.terms, request.brief, offer);
        paper.list(&words.say(title), &changes);
        if let Some(odds) = offer.odds.both.filter(|_| request.odds) {
            let odds = speak::odds(words, odds);
            paper.below(&words.with("letter.sure", &[("odds", &odds)]));
        }
    };
    put(title, first);
    // Beside a referral, or in few words, one way is enough.
    let is_short = referred || request.tone == Tone::Brief;
    let another = appraisal.offers.get(1).filter(|offer| offer.within);
    if let Some(another) = another.filter(|_| !is_short) {
        put("letter.or", another);
    }
}

/// Adds the open questions: those that the answer waits for, and those that could turn it.
fn questions(request: &Request, paper: &mut Paper) {
    let asked: Vec<String> = request
        .appraisal
        .questions
        .iter()
        .filter(|question| {
            question.flips > 0.0
                || matches!(question.id, Topic::Wishes | Topic::Budget | Topic::Deadline)
        })
        .take(QUESTIONS)
        .map(|question| request.words.of("topic.{}", question.id.name()))
        .collect();
    if !asked.is_empty() {
        paper.list(&request.words.say("letter.questions"), &asked);
    }
}
