//! Letter of the client to the shop: request, answer of the calculator, acceptable offers and
//! signature, and below a rule the details.

use super::builder::{LetterBuilder, one_line};
use super::phrases::{name, named};
use super::request::{Letter, Request};
use crate::engine::{
    Brief, Budget, Conditions, Contact, Deadline, Existing, Offer, OfferKind, Pay, Payer, Question,
    Relationship, Terms, Topic, Verdict, is_yes_once_settled, odds_in_head, once_settled,
};
use crate::i18n::{Phrasing, RowKind, Words, brief_rows, speak};

pub(super) fn letter(request: &Request) -> Letter {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        signature,
        ..
    } = *request;
    let shop = &[("shop", terms.shop.name.as_str())];
    let mut letter = LetterBuilder::new(words);
    letter.say("letter.client.hello", shop);
    let accepted: Vec<String> = appraisal
        .offers
        .iter()
        .filter(|offer| signature.accepts.iter().any(|id| id == offer.kind.name()))
        .map(|offer| changed(request, offer).join(" · "))
        .collect();
    let mut opening = wanted(request);
    match answered(request) {
        SETTLED => {
            let points = points(request);
            // Concessions may name the points themselves.
            let is_named = |point: &String| accepted.iter().any(|line| line.contains(&**point));
            let key = match points.iter().all(is_named) {
                true => SETTLED,
                false => "letter.client.says.points",
            };
            opening.push(words.get(key));
            match key {
                SETTLED => letter.sentences(&opening),
                _ => letter.list(&speak::sentences(&opening), &points),
            }
        }
        key => {
            opening.push(words.get(key));
            let to_settle = match appraisal.verdict {
                Verdict::Take => None,
                _ => speak::to_settle(words, terms, brief, appraisal),
            };
            let is_settled = to_settle.is_some();
            if appraisal.verdict != Verdict::Take {
                opening.extend(to_settle.or_else(|| speak::needed(words, terms, brief, appraisal)));
            }
            letter.sentences(&opening);
            let open = questions(request, |it| it.flips > 0.0 || it.moves > 0.0);
            // Concessions name the points themselves.
            if is_settled && accepted.is_empty() && !open.is_empty() {
                letter.list(&words.get("letter.client.points"), &open);
            }
        }
    }
    if !accepted.is_empty() {
        letter.list(&words.get("letter.client.accepts"), &accepted);
    }
    letter.say("letter.client.close", &[]);
    let signed: Vec<&str> = [signature.name, signature.reach]
        .into_iter()
        .filter(|line| !line.trim().is_empty())
        .collect();
    if !signed.is_empty() {
        letter.say("letter.regards", &[]);
        signed.into_iter().for_each(|line| letter.below(line));
    }
    letter.rule();
    list(request, &mut letter);
    letter.link("letter.client.link", request.link);
    Letter {
        subject: one_line(&words.format("letter.brief.subject", shop)),
        text: letter.text(),
    }
}

/// Key of a yes with conditions, which follow in the letter.
const SETTLED: &str = "letter.client.says.change";

/// Maximum number of questions in a letter.
const QUESTIONS: usize = 3;

/// Returns the points that make a yes: the changes of an offer, or the open questions, quoted.
fn points(request: &Request) -> Vec<String> {
    let Request {
        brief, appraisal, ..
    } = *request;
    if appraisal.verdict != Verdict::Ask {
        let offer = once_settled(brief, appraisal).or(appraisal.offers.first());
        return offer.map_or_else(Vec::new, |offer| changed(request, offer));
    }
    questions(request, |question| question.flips > 0.0)
}

/// Returns the open questions that matter most, quoted.
fn questions(request: &Request, matters: impl Fn(&Question) -> bool) -> Vec<String> {
    let Request {
        words, appraisal, ..
    } = *request;
    let questions = appraisal.questions.iter();
    questions
        .filter(|question| matters(question))
        .take(QUESTIONS)
        .map(|question| {
            let question = speak::question(words, appraisal, question.topic);
            words.format("letter.name", &[("name", &question)])
        })
        .collect()
}

/// Lists the changes of an offer, from the client to the shop.
fn changed(request: &Request, offer: &Offer) -> Vec<String> {
    let Request {
        words,
        terms,
        brief,
        ..
    } = *request;
    let offer = offer.clone().at_published_rate(terms);
    speak::accepted(words, terms, brief, &offer)
}

/// Formats the request in sentences: wishes, date and money.
fn wanted(request: &Request) -> Vec<String> {
    let Request {
        words,
        terms,
        brief,
        date,
        ..
    } = *request;
    if brief.wishes.is_empty() {
        return vec![words.get("letter.client.none")];
    }
    let what = brief.wishes.iter().map(|wish| name(words, terms, wish));
    let what = named(words, what.collect());
    let budget = brief.budget.filter(|budget| budget.amount() != Some(0.0));
    let money = budget.map(|budget| speak::budget(words, terms, budget));
    // The key of a sentence with the money in it and of one alone, the placeholder, and its value.
    let date = match (brief.deadline, date) {
        (Some(Deadline::Weeks { .. }), Some(date)) => Some((
            ["letter.client.by.date", "letter.client.date"],
            "date",
            date.to_owned(),
        )),
        (Some(weeks @ Deadline::Weeks { .. }), None) => Some((
            ["letter.client.by.weeks", "letter.client.weeks"],
            "weeks",
            speak::deadline(words, weeks),
        )),
        _ => None,
    };
    let is_amount = matches!(brief.budget, Some(Budget::Fixed(_)))
        && brief.budget.and_then(Budget::amount).is_some();
    if let (Some(([key, _], name, date)), Some(money), true) = (&date, &money, is_amount) {
        let values = [("what", what.as_str()), (name, date), ("money", money)];
        return vec![words.format(key, &values)];
    }
    let mut said = vec![words.format("letter.client.what", &[("what", &what)])];
    if let Some(([_, key], name, date)) = &date {
        said.push(words.format(key, &[(name, date)]));
    } else if brief.deadline == Some(Deadline::Open) {
        said.push(match request.date {
            Some(date) => words.format("letter.client.when", &[("date", date)]),
            None => words.get("letter.client.open"),
        });
    }
    if let Some(money) = &money {
        let is_sum = budget.is_some_and(|budget| budget.amount().is_some() && is_price(budget));
        let key = match is_sum {
            true => "letter.client.budget",
            false => "letter.client.deal",
        };
        said.push(words.format(key, &[("budget", money)]));
    }
    said
}

/// Returns `true` for a sum or a fee, which can be called a budget.
fn is_price(budget: Budget) -> bool {
    matches!(budget, Budget::Fixed(_) | Budget::Monthly(_))
}

/// Returns the key of the calculator's answer in the client's words.
fn answered(request: &Request) -> &'static str {
    let appraisal = request.appraisal;
    let odds = odds_in_head(request.brief, request.terms, appraisal);
    let is_short = |odds: Option<f64>| odds.is_some_and(|odds| odds < appraisal.confidence);
    // A gift and open-ended hours are no budget.
    let is_budget = !matches!(
        request.brief.budget,
        Some(Budget::Gift { .. } | Budget::HOURLY)
    );
    let (money, time) = (is_budget && is_short(odds.money), is_short(odds.time));
    match appraisal.verdict {
        Verdict::Take => "letter.client.says.take",
        _ if is_yes_once_settled(request.brief, appraisal) => SETTLED,
        Verdict::Ask => "letter.client.says.ask",
        Verdict::Refer => "letter.client.says.refer",
        Verdict::Reshape if !appraisal.stops.is_empty() => SETTLED,
        _ if !appraisal.stops.is_empty() => "letter.client.says.no",
        _ if !appraisal.promises.broken.is_empty() => "letter.client.says.promise",
        Verdict::Reshape if !time && is_within_range(request) => SETTLED,
        Verdict::Reshape | Verdict::Decline => match (money, time) {
            (true, true) => "letter.client.says.both",
            (true, false) => "letter.client.says.money",
            (false, true) => "letter.client.says.time",
            // Each alone would suffice, but not both together.
            (false, false) if appraisal.verdict == Verdict::Reshape => SETTLED,
            (false, false) => "letter.client.says.no",
        },
    }
}

/// Returns `true` if an offer asks for no more than the upper end of the client's range.
fn is_within_range(request: &Request) -> bool {
    let mut offers = request.appraisal.offers.iter();
    offers.any(|offer| offer.kind == OfferKind::Price && offer.is_within_range(request.brief))
}

/// Adds the purpose, the wishes, and of the other answers the unusual ones.
fn list(request: &Request, letter: &mut LetterBuilder) {
    let Request {
        words,
        terms,
        brief,
        date,
        ..
    } = *request;
    for row in brief_rows(words, terms, brief, date, Phrasing::Letter) {
        let label = words.get(&row.label);
        match (row.kind, row.values.as_slice()) {
            (RowKind::List, [_, ..]) => letter.list(&label, &row.values),
            (RowKind::Value, [value, ..]) => {
                let values = [("name", label.as_str()), ("value", value)];
                letter.sentences(&[words.format("letter.line", &values)]);
            }
            _ => {}
        }
    }
    let unusual = unusual(words, terms, brief);
    if !unusual.is_empty() {
        letter.list(&words.get("letter.client.unusual"), &unusual);
    }
}

/// Returns the unusual answers as sentences in the first person.
fn unusual(words: &Words, terms: &Terms, brief: &Brief) -> Vec<String> {
    let Conditions {
        contact, rounds, ..
    } = brief.conditions;
    let mut said: Vec<String> = Topic::CONDITIONS
        .into_iter()
        .filter(|topic| {
            let expected = !matches!(topic, Topic::FreeSample | Topic::Depends | Topic::GoBetween);
            brief.conditions.said(*topic) == Some(!expected)
        })
        .map(|topic| words.get_for("letter.client.{}", topic.name()))
        .collect();
    let mut add = |is_so: bool, key: &str| {
        if is_so {
            said.push(words.get(key));
        }
    };
    add(
        contact == Some(Contact::Rarely),
        "letter.client.conditions.contact",
    );
    add(
        brief.existing == Some(Existing::Seen),
        "letter.client.existing.seen",
    );
    add(
        brief.existing == Some(Existing::Unseen),
        "letter.client.existing.unseen",
    );
    add(brief.pay == Some(Pay::End), "letter.client.pay.end");
    add(brief.pay == Some(Pay::Later), "letter.client.pay.later");
    add(brief.pay == Some(Pay::Share), "letter.client.pay.share");
    add(brief.costs == Some(Payer::Us), "letter.client.costs");
    if let Some(known) = brief
        .relationship
        .filter(|it| *it != Relationship::Stranger)
    {
        said.push(words.get_for("letter.client.relationship.{}", known.name()));
    }
    if let Some(rounds) = rounds {
        match rounds.count() {
            None => said.push(words.get("letter.client.rounds.open")),
            Some(n) if n > terms.rounds.included => {
                said.push(words.plural("letter.client.rounds", f64::from(n), &[]));
            }
            Some(_) => {}
        }
    }
    said
}
