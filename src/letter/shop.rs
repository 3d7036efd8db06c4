//! From the shop to the client: thanks, the honest answer, why, what would make it a yes or who does
//! it better, what is still to be known, and an open door.

use super::{Letter, Paper, Request, Tone, has_own_grounds, proposal, reasons};
use crate::engine::{Change, Offer, OfferId, Verdict, agreement};
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
    let hello = match tone {
        _ if request.brief.so_far.is_some() => "letter.hello.sofar",
        Tone::Warm => "letter.hello.warm",
        Tone::Plain | Tone::Brief => "letter.hello",
    };
    paper.say(hello, &[]);
    let why = reasons(request);
    let mut answer = vec![verdict(request, why.is_empty())];
    answer.extend(why);
    paper.sentences(&answer);
    let referred = partner(request);
    if has_own_grounds(appraisal) {
        // A calculator that does not know them would answer otherwise: no figures, no link.
        if let (Some(sentences), Verdict::Refer) = (&referred, appraisal.verdict) {
            paper.sentences(sentences);
        }
    } else {
        way_on(request, &mut paper, referred.as_deref());
    }
    paper.sentences(&[&terms.shop.name]);
    Letter {
        subject: words.say("letter.subject.shop"),
        text: paper.text(),
    }
}

/// Adds all that may lead to a yes: who does it better, what it takes, what is still to be known, and
/// where to change it.
fn way_on(request: &Request, paper: &mut Paper, referred: Option<&[String]>) {
    let Request {
        appraisal, tone, ..
    } = *request;
    if request.odds {
        paper.odds(appraisal);
    }
    if let Some(sentences) = referred {
        paper.sentences(sentences);
    }
    if appraisal.verdict == Verdict::Ask {
        questions(request, paper);
    }
    if appraisal.verdict == Verdict::Take {
        written(request, paper);
    }
    offers(request, paper, referred.is_some());
    if appraisal.verdict != Verdict::Ask {
        questions(request, paper);
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
}

/// The honest answer. A no whose grounds are not said announces none.
fn verdict(request: &Request, without_grounds: bool) -> String {
    let Request {
        words,
        brief,
        appraisal,
        ..
    } = *request;
    let begun = brief.so_far.is_some();
    match (request.tone, appraisal.verdict) {
        (_, Verdict::Ask) => words.say("letter.ask"),
        (_, Verdict::Decline) if without_grounds && !begun => words.say("letter.decline.plain"),
        (Tone::Warm, Verdict::Reshape) => words.say(speak::begun(
            brief,
            "letter.reshape",
            "letter.sofar.reshape",
        )),
        (Tone::Warm, Verdict::Refer) => {
            words.say(speak::begun(brief, "letter.refer", "letter.sofar.refer"))
        }
        (Tone::Warm, Verdict::Decline) => words.say(speak::begun(
            brief,
            "letter.decline",
            "letter.sofar.decline",
        )),
        _ => speak::verdict(words, brief, appraisal),
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

/// Adds what to have in writing. In few words it is left for later.
fn written(request: &Request, paper: &mut Paper) {
    let Request {
        words,
        terms,
        brief,
        date,
        tone,
        ..
    } = *request;
    let clauses = agreement(brief, terms).unwrap_or_default();
    if tone != Tone::Brief && !clauses.is_empty() {
        let lines = speak::agreement(words, terms, brief, &clauses, &[], date);
        paper.list(&words.say("agreement.letter"), &lines);
    }
}

/// Adds the nearest offer, and in a longer letter another one; and the money and the date that a yes
/// takes of the brief as it stands, where no offer asks for others.
fn offers(request: &Request, paper: &mut Paper, referred: bool) {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        ..
    } = *request;
    // Beside a referral, or in few words, one way is enough.
    let is_short = referred || request.tone == Tone::Brief;
    let first = appraisal.offers.first();
    let another = appraisal.offers.get(1);
    let another = another.filter(|offer| offer.within && !is_short);
    let mut changes = first
        .into_iter()
        .chain(another)
        .flat_map(|offer| &offer.changes);
    let asks_for_others =
        changes.any(|change| matches!(change, Change::Budget { .. } | Change::Deadline { .. }));
    if appraisal.verdict != Verdict::Take && !asks_for_others {
        let needed = speak::needed(words, terms, brief, appraisal);
        needed
            .into_iter()
            .for_each(|needed| paper.sentences(&[needed]));
    }
    let mut put = |title: &str, offer: &Offer| {
        let title = match offer.id {
            OfferId::Start => "letter.start",
            OfferId::Discovery => "letter.discovery",
            _ => title,
        };
        let changes = speak::changes(words, terms, brief, offer);
        paper.list(&words.say(title), &changes);
        if let Some(odds) = offer.odds.both.filter(|_| request.odds) {
            let odds = speak::odds(words, odds);
            paper.below(&words.with("letter.sure", &[("odds", &odds)]));
        }
    };
    if let Some(first) = first {
        let title = if referred {
            "letter.rather"
        } else if first.within {
            "letter.yes"
        } else {
            "letter.far"
        };
        put(title, first);
    }
    if let Some(another) = another {
        put("letter.or", another);
    }
}

/// Adds the open questions: those that the answer waits for, and those that could turn it. Before there
/// is an answer also those that move its figures.
fn questions(request: &Request, paper: &mut Paper) {
    let Request {
        words, appraisal, ..
    } = *request;
    let asked: Vec<String> = appraisal
        .questions
        .iter()
        .filter(|question| {
            question.flips > 0.0
                || (appraisal.verdict == Verdict::Ask && question.moves > 0.0)
                || speak::is_missing(appraisal, question.id)
        })
        .take(QUESTIONS)
        .map(|question| speak::question(words, appraisal, question.id))
        .collect();
    if !asked.is_empty() {
        paper.list(&words.say("letter.questions"), &asked);
    }
}
