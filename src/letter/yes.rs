//! Yes of the shop: to what, for how much and by when, and what to have in writing.

use super::shop::{given, how_sure, wishes};
use super::{Paper, Request, Tone};
use crate::engine::{Budget, Clause, Deadline, PriceDisplay, agreement};
use crate::i18n::{amount, speak};

/// A letter puts so many lines in writing at most: those that people fall out over. The desk has all of
/// them.
const WRITTEN: usize = 6;

/// A yes: to what, for how much, by when and how sure that is, and what to have in writing.
pub(super) fn yes(request: &Request, paper: &mut Paper) {
    let Request {
        words,
        brief,
        appraisal,
        ..
    } = *request;
    let mut sentences = vec![accepted(request)];
    // By the hour without a limit and a date there is nothing that could fail.
    let can_fail = brief.budget.is_some_and(|budget| budget != Budget::HOURLY)
        || matches!(brief.deadline, Some(Deadline::Weeks { .. }));
    if let Some(odds) = appraisal.odds.both.filter(|_| can_fail) {
        sentences.push(how_sure(words, appraisal, odds, true));
    }
    paper.sentences(&sentences);
    if request.tone == Tone::Brief {
        return;
    }
    if brief.so_far.is_none() {
        written(request, paper);
    }
}

/// Says the yes with what the client offered.
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
            let rate = rate.unwrap_or(terms.rate / terms.without_tax());
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

/// Adds what to have in writing, of that what is not said by the yes itself. No hours: beside a price they
/// would say what an hour brings.
fn written(request: &Request, paper: &mut Paper) {
    let Request {
        words,
        terms,
        brief,
        date,
        ..
    } = *request;
    let clauses = agreement(brief, terms).unwrap_or_default();
    let by_the_hour = matches!(brief.budget, Some(Budget::Hourly { .. }));
    let matters = |clause: &Clause| match clause {
        // By the hour each change is paid for as it comes.
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
    // The price itself is in the yes.
    let payments = said(&price).into_iter().skip(1);
    let mut lines: Vec<String> = payments.chain(said(&others)).collect();
    lines.truncate(WRITTEN);
    if !lines.is_empty() {
        paper.list(&words.get("agreement.letter"), &lines);
    }
}
