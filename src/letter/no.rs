//! No of the shop with the way to a yes: why, who does it better, and what it takes.

use super::shop::{how_sure, partner};
use super::way::{self, Way};
use super::why::{Why, why};
use super::{Paper, Request, Tone};
use crate::engine::{Budget, OfferKind, PriceDisplay, Reason, Terms, Verdict};
use crate::i18n::{Words, amount, speak};

/// A no with the way to a yes: the answer with why, who does it better, and what it takes.
pub(super) fn no(request: &Request, paper: &mut Paper) {
    let Request {
        words,
        terms,
        appraisal,
        ..
    } = *request;
    let Why {
        sentences: why,
        said,
        mut has_bar,
    } = why(request);
    let mut answer = vec![opening(request)];
    answer.extend(why);
    paper.sentences(&answer);
    let referred = partner(request);
    if let Some(sentences) = &referred {
        paper.sentences(sentences);
        // In few words one way is enough.
        if request.tone == Tone::Brief {
            return;
        }
    }
    let Some(offer) = super::proposal(terms, appraisal) else {
        paper.sentences(&needed(request));
        return;
    };
    let Way {
        sentences: way,
        lines,
    } = way::way(request, &offer, &said);
    let mut sentences = Vec::new();
    if referred.is_some() {
        sentences.push(words.get("letter.rather"));
    }
    sentences.extend(way);
    // By the hour and for a start there is a range, and a study is no job.
    let is_open = matches!(
        offer.kind,
        OfferKind::Discovery | OfferKind::Hourly | OfferKind::Start
    );
    let odds = offer.odds.both.filter(|_| !is_open);
    let sure = odds.map(|odds| {
        let with_bar = !has_bar && request.tone != Tone::Brief;
        has_bar = true;
        how_sure(words, appraisal, odds, with_bar)
    });
    let key = match request.tone {
        Tone::Warm | Tone::Plain => "letter.link.yes",
        Tone::Brief => "letter.link.brief",
    };
    let link = request
        .link
        .map(|link| words.format(key, &[("link", link)]));
    if lines.is_empty() {
        sentences.extend(sure.into_iter().chain(link));
        paper.sentences(&sentences);
    } else {
        paper.list(&speak::sentences(&sentences), &lines);
        let after: Vec<String> = sure.into_iter().chain(link).collect();
        if !after.is_empty() {
            paper.sentences(&after);
        }
    }
}

/// Price and time of the brief as it stands, where no offer is near it.
pub(super) fn needed(request: &Request) -> Vec<String> {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        ..
    } = *request;
    let is_gift = matches!(brief.budget, Some(Budget::Gift { .. }));
    let is_ratio = words.show() == PriceDisplay::Ratios;
    let said = match speak::needed_of(words, terms, brief, appraisal) {
        (Some(hours), _) if is_gift => words.format("letter.way.gift", &[("hours", &hours)]),
        (Some(money), weeks) => {
            let money = if is_ratio {
                money
            } else {
                amount::taxed(words, terms, money)
            };
            let given = match weeks {
                Some(weeks) => {
                    words.format("letter.given.both", &[("money", &money), ("weeks", &weeks)])
                }
                None => money,
            };
            words.format("letter.way.price", &[("given", &given)])
        }
        (None, Some(weeks)) => words.format("letter.way.time.plain", &[("weeks", &weeks)]),
        (None, None) => return Vec::new(),
    };
    vec![said]
}

/// The answer with what would have to change, so that no two different answers begin alike.
fn opening(request: &Request) -> String {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        ..
    } = *request;
    // A no hands nothing over if nothing was paid.
    if brief.so_far.is_some() && (appraisal.verdict != Verdict::Decline || is_paid(request)) {
        return words.get_for("letter.sofar.{}", appraisal.verdict.name());
    }
    let broken = &appraisal.promises.broken;
    match appraisal.verdict {
        Verdict::Refer => words.get("letter.refer"),
        Verdict::Reshape if !broken.is_empty() => words.format(
            "letter.reshape.promise",
            &[("promise", &promises(words, terms, broken))],
        ),
        Verdict::Reshape if !appraisal.stops.is_empty() => words.get("letter.reshape.repair"),
        Verdict::Reshape => match super::proposal(terms, appraisal) {
            Some(offer) if way::raises_rate(brief, &offer) => words.get("letter.reshape.rate"),
            Some(offer) => words.get_for("letter.reshape.{}", offer.kind.name()),
            None => words.get("letter.reshape.repair"),
        },
        // A condition or the size of the job decides: the no spares nobody anything.
        _ if appraisal.reasons.iter().any(|reason| {
            matches!(
                reason,
                Reason::Stop { .. } | Reason::Smallest { .. } | Reason::Pay { lift: None, .. }
            )
        }) =>
        {
            words.get("letter.decline.stop")
        }
        _ => words.get("letter.decline"),
    }
}

/// Returns `true` if the client has paid for some of it already.
pub(super) fn is_paid(request: &Request) -> bool {
    let so_far = request.brief.so_far;
    so_far.is_some_and(|so_far| so_far.paid > 0.0)
}

/// Names promises within a sentence.
fn promises(words: &Words, terms: &Terms, ids: &[String]) -> String {
    let quoted = |id: &String| {
        let name = speak::promise(words, terms, id);
        words.format("letter.name", &[("name", &name)])
    };
    words.list(&ids.iter().map(quoted).collect::<Vec<_>>())
}
