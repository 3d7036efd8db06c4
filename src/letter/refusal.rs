//! Refusal by the shop: reasons, referral, and an offer.

use super::builder::LetterBuilder;
use super::offer::{self, OfferText};
use super::phrases::{how_sure, partner};
use super::proposal::proposal;
use super::reasons::{ReasonsText, reasons_text};
use super::request::{Request, Tone};
use crate::engine::{Budget, OfferKind, PriceDisplay, Reason, Terms, Verdict};
use crate::i18n::speak::NeedInWords;
use crate::i18n::{Words, amount, speak};

/// Adds the refusal: the answer with its reasons, a referral, and an offer.
pub(super) fn refusal(request: &Request, letter: &mut LetterBuilder) {
    let Request {
        words,
        terms,
        appraisal,
        ..
    } = *request;
    let ReasonsText {
        sentences: why,
        said,
        mut has_bar,
    } = reasons_text(request);
    let mut answer = vec![opening(request)];
    answer.extend(why);
    letter.sentences(&answer);
    let referred = partner(request);
    if let Some(sentences) = &referred {
        letter.sentences(sentences);
        // A brief letter has one way to a yes.
        if request.tone == Tone::Brief {
            return;
        }
    }
    let Some(offer) = proposal(terms, appraisal) else {
        letter.sentences(&needed(request));
        return;
    };
    let OfferText {
        sentences: way,
        lines,
    } = offer::offer_text(request, &offer, &said);
    let mut sentences = Vec::new();
    if referred.is_some() {
        sentences.push(words.get("letter.rather"));
    }
    sentences.extend(way);
    // Hourly work and a start have a range of prices, and a study is another job.
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
        letter.sentences(&sentences);
    } else {
        letter.list(&speak::sentences(&sentences), &lines);
        let after: Vec<String> = sure.into_iter().chain(link).collect();
        if !after.is_empty() {
            letter.sentences(&after);
        }
    }
}

/// Returns the price and time of the unchanged brief, if no offer is close to it.
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
    let NeedInWords { money, weeks } = speak::needed_of(words, terms, brief, appraisal);
    let said = match (money, weeks) {
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

/// Formats the answer with what would have to change, so that different answers begin differently.
fn opening(request: &Request) -> String {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        ..
    } = *request;
    // Nothing is handed over if nothing was paid.
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
        Verdict::Reshape => match proposal(terms, appraisal) {
            Some(offer) if offer::raises_rate(brief, &offer) => words.get("letter.reshape.rate"),
            Some(offer) if offer.kind == OfferKind::Price && offer.is_within_range(brief) => {
                words.get("letter.reshape.repair")
            }
            Some(offer) => words.get_for("letter.reshape.{}", offer.kind.name()),
            None => words.get("letter.reshape.repair"),
        },
        // A condition or the size of the job decides: a softer no would raise false hopes.
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

/// Joins the names of promises, for a sentence.
fn promises(words: &Words, terms: &Terms, ids: &[String]) -> String {
    let quoted = |id: &String| {
        let name = speak::promise(words, terms, id);
        words.format("letter.name", &[("name", &name)])
    };
    words.list(&ids.iter().map(quoted).collect::<Vec<_>>())
}
