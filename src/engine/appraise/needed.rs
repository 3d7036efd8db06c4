//! The money and date that a yes to the unchanged brief needs.

use super::scenario::{self, Scenario};
use super::solver::{
    MoneyAndDate, amount, can_reach, changed, changed_deal, date_at, deal_or_fixed, pair,
};
use crate::math::smallest_within;
use crate::model::bounds::{MOST_MONEY, MOST_WEEKS};
use crate::model::{Appraisal, Brief, Budget, Deadline, Needed, Quantiles, Terms};
use crate::rounding::{half_week_up, three_digits_up};

/// Returns the money and date that turn the unchanged brief into a yes. `None` if no money and no
/// date suffice. `weeks` are those of the appraisal.
///
/// The pair has each test at the same odds if everything is paid, the least at which both together
/// reach the confidence. The money is the smaller of the pair's and the least for the date asked
/// for, and so are the weeks: a brief that falls short of neither is a yes, and raising what falls
/// short makes it one.
pub(crate) fn needed(scenario: &Scenario, weeks: Quantiles) -> Option<Needed> {
    let job = scenario.job();
    let target = scenario.confidence;
    let deal = deal_or_fixed(scenario);
    let raises = !matches!(deal, Budget::Hourly { cap: None, .. });
    if scenario.is_share() {
        return None;
    }
    let alone = job.with_deadline(None);
    let money_alone = || amount(scenario, &alone, deal, target);
    let (money, date) = match (job.budget, job.deadline) {
        (budget, None | Some(Deadline::Open)) => {
            let money = if raises {
                Some(money_alone()?)
            } else if budget.is_some() && alone.reaches(target) {
                None
            } else {
                return None;
            };
            (money, job.deadline.is_none().then_some(weeks.p90))
        }
        (None, Some(_)) => (
            Some(money_alone()?),
            Some(job.with_budget(None).weeks_quantile(target)),
        ),
        (Some(_), Some(_)) if !raises => (None, Some(date_at(scenario, target)?)),
        (Some(_), Some(_)) if !can_reach(&alone, deal, target) => return None,
        (Some(_), Some(_)) => {
            let pair = pair(scenario, &job, target)?;
            let money = least(pair.amount, amount(scenario, &job, deal, target))?;
            let date = least(pair.weeks, date_at(scenario, target))?;
            (Some(money), Some(date))
        }
    };
    let beyond = |figure: Option<f64>, most: f64| figure.is_some_and(|figure| figure > most);
    if beyond(money, MOST_MONEY) || beyond(date, MOST_WEEKS) {
        return None;
    }
    let reaches = job.reaches(target);
    let given = job.budget.and_then(said);
    let asked = job.deadline.map(Deadline::weeks);
    Some(Needed {
        money: money.map(|money| {
            let money = money.max(job.least_amount(deal));
            rounded(
                money,
                given,
                reaches && !job.is_too_small(),
                three_digits_up,
            )
        }),
        weeks: date.map(|weeks| rounded(weeks, asked, reaches, half_week_up)),
    })
}

/// Returns money and a date that together turn the unchanged brief into a yes. `None` if no money
/// and no date suffice, or if those that are missing have no odds in common. `appraisal` is that
/// of the brief.
///
/// [`Needed`] names, for each test, what falls short: less money suffices with a later date than it
/// names. Here the two belong together, so that exactly these make a yes. Answers are kept if they
/// can be: the money for the given date, the date for the given money. Missing ones are filled in:
/// a date for the given money or money for the given date, unless that is further than offers reach
/// from both tests at the same odds; then with those.
pub fn sufficient(brief: &Brief, terms: &Terms, appraisal: &Appraisal) -> Option<Needed> {
    let needed = appraisal.needed?;
    let items = scenario::items(brief, terms);
    let scenario = Scenario::new(brief, terms, &items);
    let job = scenario.job();
    let given = Needed {
        money: job.budget.and_then(said),
        weeks: job.deadline.map(Deadline::weeks),
    };
    if job.deadline == Some(Deadline::Open) {
        return Some(needed);
    }
    let target = scenario.confidence;
    let deal = deal_or_fixed(&scenario);
    if job.budget.is_some() && job.deadline.is_some() {
        let (at_date, for_money) = (
            Needed {
                weeks: given.weeks,
                ..needed
            },
            Needed {
                money: given.money,
                ..needed
            },
        );
        let is_yes = |pair: &Needed| {
            let with = MoneyAndDate {
                rate: None,
                amount: pair.money,
                weeks: pair.weeks,
            };
            let job = changed(&scenario, &job, with);
            !job.is_too_small() && job.reaches(target)
        };
        let mut pairs = [needed, at_date, for_money].into_iter();
        return pairs.find(is_yes).or(Some(needed));
    }
    let date = || date_at(&scenario, target).map(half_week_up);
    if needed.money.is_none() {
        // An hourly deal without a limit only needs a date.
        return Some(Needed {
            weeks: date(),
            ..needed
        });
    }
    let raised = |money: f64| three_digits_up(money.max(job.least_amount(deal)));
    let pair = pair(&scenario, &job, target).map(|pair| Needed {
        money: pair.amount.map(raised),
        weeks: pair.weeks.map(half_week_up),
    });
    let filled = if given.weeks.is_some() {
        amount(&scenario, &job, deal, target).map(|money| Needed {
            money: Some(raised(money)),
            ..given
        })
    } else {
        let is_below = pair.is_none_or(|pair| given.money < pair.money);
        date()
            .filter(|_| given.money.is_some() && is_below && !job.is_too_small())
            .map(|weeks| Needed {
                weeks: Some(weeks),
                ..given
            })
    };
    let is_far = |filled: &Needed, pair: Needed| {
        let beyond = |figure: Option<f64>, pair: Option<f64>, most: f64| {
            figure > pair.map(|pair| most * pair)
        };
        beyond(filled.money, pair.money, terms.stretch.money)
            || beyond(filled.weeks, pair.weeks, terms.stretch.time) && given.weeks.is_none()
    };
    filled
        .filter(|filled| pair.is_none_or(|pair| !is_far(filled, pair)))
        .or(pair)
}

/// Returns the figure of a budget that can be raised: its amount, or the hours of a gift.
fn said(budget: Budget) -> Option<f64> {
    match budget {
        Budget::Gift { hours, .. } => hours,
        _ => budget.amount(),
    }
}

fn least(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        _ => a.or(b),
    }
}

/// Rounds a figure up, but not above the given one if it was not above it before. For a yes no
/// figure is, whatever the last bits of a search say.
fn rounded(exact: f64, given: Option<f64>, is_enough: bool, up: impl Fn(f64) -> f64) -> f64 {
    match given {
        Some(given) if exact <= given || is_enough => up(exact).min(given),
        _ => up(exact),
    }
}

/// Returns the approximate fixed price, or hours of a gift, with which the money test alone reaches
/// the confidence: to a thousandth, which is enough to compare. `None` if no money suffices.
/// `guess` is the starting point.
pub(crate) fn roughly_alone(scenario: &Scenario, deal: Budget, guess: Option<f64>) -> Option<f64> {
    const CLOSE: f64 = 1e-3;
    let job = scenario.job().with_deadline(None);
    let target = scenario.confidence;
    if !can_reach(&job, deal, target) {
        return None;
    }
    let guess = guess.unwrap_or_else(|| job.rough_amount(target, deal));
    smallest_within(CLOSE, target, guess, &|amount| {
        let needed = MoneyAndDate {
            amount: Some(amount),
            ..MoneyAndDate::default()
        };
        job.with_budget(Some(changed_deal(deal, needed)))
            .odds_of_money()
    })
}
