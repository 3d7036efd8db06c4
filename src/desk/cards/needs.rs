//! Money and weeks that a yes takes, and the appraisal that they are from: the same as in the head of the calculator.

use crate::engine::{
    Appraisal, Ballpark, Brief, Budget, Deadline, Needed, Offer, OfferKind, Terms, appraise,
    ballpark, settled_brief, sufficient, with_usual_answers,
};

/// Money and weeks that a yes takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Needs {
    /// Money from and to, in the terms' currency.
    pub money: (f64, f64),
    /// Weeks; `None` where no date is asked for, or none would do.
    pub weeks: Option<f64>,
}

impl Needs {
    /// Money and weeks of a yes to a brief: with the open points settled where the head of the calculator counts on
    /// that. `None` where nothing is asked for.
    pub fn of(brief: &Brief, appraisal: &Appraisal, terms: &Terms) -> Option<Needs> {
        if brief.wishes.is_empty() {
            return None;
        }
        if let Some(offered) = offered(brief, appraisal) {
            return Some(Needs::of_brief(offered, appraisal));
        }
        // Open points do not count against a client, there as here.
        if appraisal.is_waiting() {
            let Ballpark { price, weeks } = ballpark(brief, terms);
            return Some(Needs {
                money: price,
                weeks: Some(weeks.1),
            });
        }
        if let Some(settled) = settled_brief(brief, terms, appraisal) {
            return Some(Needs::of_brief(&settled, appraisal));
        }
        let is_price = matches!(brief.budget, None | Some(Budget::Fixed(_)));
        let needed = sufficient(brief, terms, appraisal).filter(|_| is_price);
        Some(Needs::of_needed(needed.as_ref(), appraisal))
    }

    /// Price of the rest of a job that runs; of any other one the money and weeks of a yes.
    pub fn left(brief: &Brief, appraisal: &Appraisal, terms: &Terms) -> Option<Needs> {
        match brief.so_far {
            Some(_) if !brief.wishes.is_empty() => Some(Needs::of_needed(None, appraisal)),
            _ => Needs::of(brief, appraisal, terms),
        }
    }

    fn of_brief(brief: &Brief, appraisal: &Appraisal) -> Needs {
        let weeks = brief.deadline.map(Deadline::weeks);
        let price = brief
            .budget
            .filter(|budget| matches!(budget, Budget::Fixed(_)));
        let needed = Needed {
            money: price.and_then(Budget::amount),
            weeks: weeks.filter(|weeks| weeks.is_finite()),
        };
        Needs::of_needed(Some(&needed), appraisal)
    }

    fn of_needed(needed: Option<&Needed>, appraisal: &Appraisal) -> Needs {
        let money = needed.and_then(|needed| needed.money);
        let money = money.unwrap_or(appraisal.price.p80);
        Needs {
            money: (money, money),
            weeks: needed.and_then(|needed| needed.weeks),
        }
    }
}

/// The brief of an offer that first lifts a condition or a promise, which no money can.
pub fn offered<'a>(brief: &Brief, appraisal: &'a Appraisal) -> Option<&'a Brief> {
    let is_stopped = !appraisal.stops.is_empty() || !appraisal.promises.broken.is_empty();
    let raises = |offer: &&Offer| matches!(offer.kind, OfferKind::Price | OfferKind::Both);
    let offer = appraisal.offers.iter().find(raises)?;
    let is_price = matches!(brief.budget, Some(Budget::Fixed(_)));
    Some(&offer.brief).filter(|offer| is_stopped && is_price && offer.budget.is_some())
}

/// Returns a brief with the open points settled as usual, if the head of the answer to `asked` counts on
/// that.
pub fn settled_as_in(asked: &Brief, brief: &Brief, terms: &Terms) -> Brief {
    let new = Brief {
        so_far: None,
        ..asked.clone()
    };
    let said = appraise(&new, terms);
    match said.is_ok_and(|said| settled_brief(&new, terms, &said).is_some()) {
        true => with_usual_answers(brief),
        false => brief.clone(),
    }
}

/// The brief and the appraisal that the figures below the head are about, where they are others than those of
/// the brief as it stands.
pub fn in_head(brief: &Brief, appraisal: &Appraisal, terms: &Terms) -> Option<(Brief, Appraisal)> {
    let is_settled = appraisal.is_waiting() || settled_brief(brief, terms, appraisal).is_some();
    let usual = is_settled.then(|| with_usual_answers(brief))?;
    let appraisal = appraise(&usual, terms).ok()?;
    Some((usual, appraisal))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::config::read_brief;
    use crate::desk::cards::{Agreed, Card};
    use crate::engine::{Team, odds_in_head};
    use serde_json::json;

    #[test]
    fn the_same_money_is_enough_everywhere() {
        let terms = Terms {
            floor_rate: 70.0,
            ..Terms::new("Nord", "EUR", 85.0, Team::new(20.0), vec![])
        };
        let mut settled = 0;
        for money in [4000.0, 5000.0, 6000.0, 7000.0, 9000.0] {
            for weeks in [4, 6, 8, 12, 20] {
                for said in [json!({}), json!({"phased": true, "contact": "weekly"})] {
                    let brief = json!({
                        "wishes": [{"name": "Fair", "hours": {"low": 30, "likely": 40, "high": 60}}],
                        "deadline": {"weeks": weeks}, "budget": {"fixed": money},
                        "conditions": said,
                    });
                    let card = Card::new("Fair".into(), "2026-03-03".into(), brief);
                    let read = read_brief(&card.brief.to_string(), &terms).unwrap();
                    let appraisal = appraise(&read, &terms).unwrap();
                    let today = crate::draft::days("2026-03-03").unwrap();
                    let agreed = Agreed::new(&card, today, &terms, "abc123").unwrap();
                    let needs = Needs::of(&read, &appraisal, &terms).unwrap();
                    assert_eq!(agreed.price, needs.money.1);
                    assert_eq!(agreed.odds, odds_in_head(&read, &terms, &appraisal).both);
                    if let Some(head) = settled_brief(&read, &terms, &appraisal) {
                        settled += 1;
                        assert_eq!(head.budget.and_then(Budget::amount), Some(agreed.price));
                        let (usual, basis) = in_head(&read, &appraisal, &terms).unwrap();
                        assert_eq!(usual, settled_as_in(&read, &read, &terms));
                        assert!(basis.hours.p80 <= appraisal.hours.p80);
                    }
                }
            }
        }
        assert!(settled > 0);
    }

    #[test]
    fn a_monthly_deal_takes_money_for_all_of_it() {
        let terms = Terms {
            floor_rate: 70.0,
            ..Terms::new("Nord", "EUR", 85.0, Team::new(20.0), vec![])
        };
        for monthly in [200.0, 400.0, 800.0] {
            let brief = json!({
                "wishes": [{"name": "Fair", "hours": {"low": 30, "likely": 40, "high": 60}}],
                "deadline": {"weeks": 12}, "budget": {"monthly": monthly},
            });
            let brief = read_brief(&brief.to_string(), &terms).unwrap();
            let appraisal = appraise(&brief, &terms).unwrap();
            let needs = Needs::of(&brief, &appraisal, &terms).unwrap();
            assert!(needs.money.1 > 2000.0, "{needs:?}");
        }
    }

    #[test]
    fn of_a_job_that_runs_the_rest_is_told() {
        let terms = Terms {
            floor_rate: 70.0,
            ..Terms::new("Nord", "EUR", 85.0, Team::new(20.0), vec![])
        };
        let left = |so_far: serde_json::Value| {
            let mut brief = json!({
                "wishes": [{"name": "Fair", "hours": {"low": 90, "likely": 100, "high": 120}}],
                "deadline": {"weeks": 20}, "budget": {"fixed": 9000}, "pay": "deposit",
            });
            if !so_far.is_null() {
                brief["sofar"] = so_far;
            }
            let brief = read_brief(&brief.to_string(), &terms).unwrap();
            let appraisal = appraise(&brief, &terms).unwrap();
            let left = Needs::left(&brief, &appraisal, &terms).unwrap();
            (left.money.1, appraisal.hours.p50)
        };
        let (whole, hours) = left(json!(null));
        let (half, rest) = left(json!({"hours": 50, "paid": 4500, "done": 0.5}));
        assert!(half < 0.6 * whole, "{half} of {whole}");
        assert!(rest < 0.6 * hours, "{rest} of {hours}");
    }
}
