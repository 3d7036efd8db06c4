//! What a yes takes of a brief as it stands.

use super::scenario::Scenario;
use super::solver::{MoneyAndDate, amount, can_reach, changed_deal, date_at, fillable, pair};
use crate::math::smallest_within;
use crate::model::bounds::{MOST_MONEY, MOST_WEEKS};
use crate::model::{Budget, Deadline, Needed, Quantiles};
use crate::rounding::{half_week_up, three_digits_up};

/// Returns the money and the date that make a yes of the brief as it stands. None where no money and no
/// date would do. `weeks` are those of the answer.
///
/// The pair has each test at the same odds if all is paid, the least at which both together reach the
/// confidence. The money is the smaller of the pair's and the least at the date asked, and so are the
/// weeks: who lacks neither is told yes, and who raises what is lacking is.
pub(crate) fn needed(scenario: &Scenario, weeks: Quantiles) -> Option<Needed> {
    let job = scenario.job();
    let target = scenario.confidence;
    let deal = fillable(scenario);
    let raises = !matches!(deal, Budget::Hourly { cap: None, .. });
    if scenario.is_share() {
        return None;
    }
    let alone = job.due(None);
    let money_alone = || amount(scenario, &alone, deal, target);
    let (money, date) = match (job.budget, job.deadline) {
        (budget, None | Some(Deadline::Open)) => {
            let money = if raises {
                Some(money_alone()?)
            } else {
                let reaches = budget.is_some() && alone.reaches(target);
                reaches.then_some(None)?
            };
            (money, job.deadline.is_none().then_some(weeks.p90))
        }
        (None, Some(_)) => (
            Some(money_alone()?),
            Some(job.paid(None).weeks_quantile(target)),
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
    let given = job.budget.and_then(|budget| match budget {
        Budget::Gift { hours, .. } => hours,
        _ => budget.amount(),
    });
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

fn least(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        _ => a.or(b),
    }
}

/// A figure rounded up, but not above what was given where it is not above it before. Of a yes no figure
/// is, whatever the last bits of a search say.
fn rounded(exact: f64, given: Option<f64>, is_enough: bool, up: impl Fn(f64) -> f64) -> f64 {
    match given {
        Some(given) if exact <= given || is_enough => up(exact).min(given),
        _ => up(exact),
    }
}

/// About the fixed price, of a gift the hours, with which the money test alone reaches the confidence: to
/// a thousandth, which is enough to compare. None where no money does. `guess` is where to begin.
pub(crate) fn roughly_alone(scenario: &Scenario, deal: Budget, guess: Option<f64>) -> Option<f64> {
    const CLOSE: f64 = 1e-3;
    let job = scenario.job().due(None);
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
        job.paid(Some(changed_deal(deal, needed))).odds_of_money()
    })
}
