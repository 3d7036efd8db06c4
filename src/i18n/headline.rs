//! Heading of the answer: a sentence with the figures that matter, and its reason in one line.

use super::need::{if_open, takes, to_settle};
use super::verdict::sentences;
use super::words::Words;
use super::{amount, quantity, reason};
use crate::engine::{
    self, Appraisal, Ballpark, Brief, Budget, CareKind, CareOwner, Deadline, Shortfalls, Terms,
    Verdict, falls_short, is_yes_once_settled, need_in_head, odds_in_head, once_settled,
    shortfalls,
};

/// Returns the answer in a sentence or two with the figures that matter: the money and date a yes
/// needs, or typical figures of such jobs if no answer can be given yet. `date` is the day asked
/// for, in words, if there was one.
pub fn headline(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
    date: Option<&str>,
) -> String {
    let verdict = || match appraisal.verdict {
        Verdict::Ask => super::verdict::leaning(words, appraisal),
        _ => super::verdict::verdict(words, brief, appraisal),
    };
    match appraisal.verdict {
        Verdict::Ask if brief.wishes.is_empty() => words.get("usual.title"),
        Verdict::Ask if appraisal.is_waiting() => ballpark(words, terms, brief),
        Verdict::Ask | Verdict::Reshape if is_yes_once_settled(brief, appraisal) => {
            let yes = ["head.settled", "head.settled.by", "head.settled.within"];
            given(words, terms, brief, date, yes).unwrap_or_else(verdict)
        }
        Verdict::Ask => verdict(),
        Verdict::Refer => verdict(),
        _ if brief.so_far.is_some() => {
            let takes = matches!(appraisal.verdict, Verdict::Reshape | Verdict::Decline)
                .then(|| takes(words, terms, brief, appraisal));
            sentences(&[verdict(), takes.flatten().unwrap_or_default()])
        }
        Verdict::Take => {
            let yes = ["head.take", "head.take.by", "head.take.within"];
            given(words, terms, brief, date, yes).unwrap_or_else(verdict)
        }
        Verdict::Reshape | Verdict::Decline => {
            let no = ["head.no", "head.no.by", "head.no.within"];
            let is_short = falls_short(brief, terms, appraisal);
            let no = (is_short && in_range(words, terms, brief, appraisal).is_none())
                .then(|| given(words, terms, brief, date, no))
                .flatten();
            let takes = to_settle(words, terms, brief, appraisal)
                .or_else(|| takes(words, terms, brief, appraisal));
            match (no, takes) {
                (None, Some(takes)) if is_short => takes,
                (no, takes) => sentences(&[no.unwrap_or_else(verdict), takes.unwrap_or_default()]),
            }
        }
    }
}

/// Returns the basis of the price and weeks of an unfinished brief, as far as nothing else was
/// answered.
pub fn ballpark_basis(words: &Words, brief: &Brief) -> String {
    let is_elsewhere = |kind| {
        let owner = brief.care[kind].by;
        owner.is_none_or(|owner| matches!(owner, CareOwner::Client | CareOwner::Partner))
    };
    let is_usual = CareKind::ALL.into_iter().all(is_elsewhere)
        && brief.conditions.content_ready != Some(false);
    words.get(match is_usual {
        true => "because.ballpark",
        false => "because.ballpark.plain",
    })
}

/// Returns the verdict in a word or two.
pub fn short_verdict(words: &Words, terms: &Terms, brief: &Brief, appraisal: &Appraisal) -> String {
    if appraisal.is_waiting() {
        return headline(words, terms, brief, appraisal, None);
    }
    verdict_in_bar(words, brief, appraisal)
}

/// Returns the verdict in a word or two, also while it waits for something.
pub fn verdict_in_bar(words: &Words, brief: &Brief, appraisal: &Appraisal) -> String {
    match is_yes_once_settled(brief, appraisal) {
        true => words.get("bar.settled"),
        false => words.get_for("bar.{}", appraisal.verdict.name()),
    }
}

/// Returns the main reason for the answer, in one line.
pub fn main_reason(words: &Words, terms: &Terms, brief: &Brief, appraisal: &Appraisal) -> String {
    let obstacle = || {
        let mut reasons = appraisal.reasons.iter();
        reasons.find_map(|reason| reason::obstacle(words, terms, reason))
    };
    let odds = odds_in_head(brief, terms, appraisal);
    let both = odds.both;
    let with = |key: &str| {
        let odds = both.map_or_else(String::new, |odds| {
            quantity::odds_under(words, odds, appraisal.confidence)
        });
        let bar = words.number(appraisal.confidence * 10.0, 1);
        words.format(key, &[("odds", &odds), ("n", &bar)])
    };
    match appraisal.verdict {
        Verdict::Ask if appraisal.is_waiting() => String::new(),
        Verdict::Ask => words.get("verdict.ask"),
        // Work by the hour without a limit has no budget to keep, and ongoing work no date.
        Verdict::Take if brief.budget == Some(Budget::HOURLY) || brief.is_ongoing() => {
            String::new()
        }
        Verdict::Take => with("because.holds"),
        _ if once_settled(brief, appraisal).is_some() => String::new(),
        Verdict::Reshape | Verdict::Refer | Verdict::Decline => {
            if let Some(obstacle) = obstacle() {
                return obstacle;
            }
            let short = |odds: Option<f64>| odds.is_some_and(|odds| odds < appraisal.confidence);
            if short(both) && odds.time.is_some() && !short(odds.money) && !short(odds.time) {
                return with("because.together");
            }
            if let Some(most) = in_range(words, terms, brief, appraisal) {
                let most = amount::needed(words, terms, brief.budget, most).unwrap_or_default();
                let least = brief.budget.and_then(Budget::amount).unwrap_or_default();
                let least = words.money(least, &terms.currency);
                return words.format("range.note", &[("low", &least), ("high", &most)]);
            }
            let Shortfalls { money, time } = shortfalls(brief, terms, appraisal);
            match (money, time) {
                (true, true) => words.get("because.both"),
                (true, false) => words.get("lead.money"),
                (false, true) => words.get("lead.time"),
                (false, false) => String::new(),
            }
        }
    }
}

/// Returns the money that makes a yes, if it is all that is missing and within the range that the
/// client named: only its lower end falls short.
fn in_range(words: &Words, terms: &Terms, brief: &Brief, appraisal: &Appraisal) -> Option<f64> {
    let needed = need_in_head(brief, terms, appraisal, words.show())?;
    let weeks = brief.deadline.map(Deadline::weeks);
    let is_in_time = needed
        .weeks
        .is_none_or(|needed| weeks.is_none_or(|weeks| needed <= weeks));
    let is_free = appraisal.stops.is_empty() && appraisal.promises.broken.is_empty();
    let ranges_to = |money: &f64| brief.budget.is_some_and(|budget| budget.ranges_to(*money));
    needed
        .money
        .filter(|money| is_free && is_in_time && ranges_to(money))
}

/// Formats the figures of the brief with its points open and their reason, if the heading has those of an
/// offer that settles the open points.
pub fn as_it_stands(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    appraisal: &Appraisal,
) -> Option<String> {
    if once_settled(brief, appraisal).is_none() {
        to_settle(words, terms, brief, appraisal)?;
    }
    let stays = if_open(words, terms, brief, appraisal)?;
    Some(sentences(&[stays, words.get("because.settled")]))
}

/// Formats the price and the weeks of an unfinished brief.
fn ballpark(words: &Words, terms: &Terms, brief: &Brief) -> String {
    let Ballpark { price, weeks } = engine::ballpark(brief, terms);
    let price = amount::ballpark(words, terms, price, brief.budget);
    let weeks = quantity::weeks_range(words, weeks);
    match price {
        Some(price) if matches!(brief.budget, Some(Budget::Monthly(_))) => {
            words.format("head.price", &[("price", &price)])
        }
        Some(price) => words.format("head.figures", &[("price", &price), ("weeks", &weeks)]),
        None => words.format("head.weeks", &[("weeks", &weeks)]),
    }
}

/// Returns the sentence with the client's figures: the first with money alone, the second with a
/// date, the third with weeks. `None` if the sentence of the verdict has no place for them.
fn given(
    words: &Words,
    terms: &Terms,
    brief: &Brief,
    date: Option<&str>,
    [alone, by, within]: [&str; 3],
) -> Option<String> {
    let budget = brief.budget.filter(|budget| budget.is_said());
    let money = match budget? {
        budget @ (Budget::Fixed(_) | Budget::Monthly(_)) => amount::budget(words, terms, budget),
        Budget::Hourly { .. } | Budget::Gift { .. } => return None,
    };
    let money = ("money", money.as_str());
    Some(match (brief.deadline, date) {
        (Some(_), Some(date)) => words.format(by, &[money, ("date", date)]),
        (Some(deadline), None) if deadline.weeks().is_finite() => {
            let weeks = words.plural("weeks", deadline.weeks(), &[]);
            let weeks = quantity::counted(words, weeks, deadline.from());
            words.format(within, &[money, ("weeks", &weeks)])
        }
        _ => words.format(alone, &[money]),
    })
}
