//! Acceptance by the shop: scope, price and date, and the clauses to put in writing.

use super::builder::LetterBuilder;
use super::phrases::{given, how_sure, wishes};
use super::request::{Request, Tone};
use crate::engine::{Budget, Clause, Deadline, PriceDisplay};
use crate::i18n::{amount, speak};

/// Maximum number of clauses in a letter: those that are disputed most often. The desk has all of
/// them.
const WRITTEN: usize = 6;

/// Adds the acceptance: scope, price, date, odds, and the clauses to put in writing.
pub(super) fn acceptance(request: &Request, letter: &mut LetterBuilder) {
    let Request {
        words,
        brief,
        appraisal,
        ..
    } = *request;
    let mut sentences = vec![accepted(request)];
    // Hourly work without a limit and a date cannot fail.
    let can_fail = brief.budget.is_some_and(|budget| budget != Budget::HOURLY)
        || matches!(brief.deadline, Some(Deadline::Weeks { .. }));
    if let Some(odds) = appraisal.odds.both.filter(|_| can_fail) {
        sentences.push(how_sure(words, appraisal, odds, true));
    }
    letter.sentences(&sentences);
    if request.tone == Tone::Brief {
        return;
    }
    if brief.so_far.is_none() {
        written(request, letter);
    }
}

/// Formats the yes with the client's own conditions.
fn accepted(request: &Request) -> String {
    let Request {
        words,
        terms,
        brief,
        date,
        ..
    } = *request;
    let deal = brief.budget.filter(|budget| budget.is_said());
    if brief.so_far.is_some() {
        return match deal {
            Some(budget @ Budget::Fixed(_)) => {
                let price = amount::budget(words, terms, budget);
                words.format("letter.sofar.take", &[("money", &price)])
            }
            _ => words.get("verdict.sofar.take"),
        };
    }
    let what = wishes(request);
    let months = speak::months(words, terms.care_months);
    match deal {
        Some(budget @ Budget::Fixed(_)) => {
            let price = amount::budget(words, terms, budget);
            let price = amount::taxed(words, terms, price);
            let given = given(request, price, brief.deadline, date);
            words.format("letter.take.price", &[("what", &what), ("given", &given)])
        }
        Some(budget @ Budget::Monthly(_)) => {
            let price = amount::budget(words, terms, budget);
            let price = amount::taxed(words, terms, price);
            words.format(
                "letter.take.monthly",
                &[("what", &what), ("money", &price), ("months", &months)],
            )
        }
        Some(Budget::Hourly { rate, cap }) if words.show() != PriceDisplay::Ratios => {
            let rate = rate.unwrap_or(terms.quoted_rate());
            let rate = Some(rate);
            let deal = amount::budget(words, terms, Budget::Hourly { rate, cap });
            let deal = amount::taxed(words, terms, deal);
            words.format("letter.take.hourly", &[("what", &what), ("deal", &deal)])
        }
        Some(deal @ (Budget::Hourly { .. } | Budget::Gift { .. })) => {
            let deal = amount::budget(words, terms, deal);
            words.format("letter.take.deal", &[("what", &what), ("deal", &deal)])
        }
        None => words.format("letter.take", &[("what", &what)]),
    }
}

/// Adds the clauses that the yes itself does not state. They have no hours: beside a price those
/// would reveal what an hour brings.
fn written(request: &Request, letter: &mut LetterBuilder) {
    let Request {
        words,
        terms,
        brief,
        date,
        ..
    } = *request;
    let clauses = terms
        .check(brief)
        .map(|checked| checked.agreement())
        .unwrap_or_default();
    let by_the_hour = matches!(brief.budget, Some(Budget::Hourly { .. }));
    let matters = |clause: &Clause| match clause {
        // Hourly work is paid for with its changes.
        Clause::Changes { .. } | Clause::Rounds { .. } => !by_the_hour,
        _ => matches!(
            clause,
            Clause::Content { .. }
                | Clause::GiftEnds { .. }
                | Clause::ThirdParty { .. }
                | Clause::HandOver
        ),
    };
    let said = |clauses: &[Clause]| speak::agreement(words, terms, brief, clauses, &[], date);
    let (price, others): (Vec<Clause>, Vec<Clause>) = clauses
        .into_iter()
        .partition(|clause| matches!(clause, Clause::Price { .. }));
    let others: Vec<Clause> = others.into_iter().filter(matters).collect();
    // The yes itself states the price.
    let payments = said(&price).into_iter().skip(1);
    let mut lines: Vec<String> = payments.chain(said(&others)).collect();
    lines.truncate(WRITTEN);
    if !lines.is_empty() {
        letter.list(&words.get("agreement.letter"), &lines);
    }
}
