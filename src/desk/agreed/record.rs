//! The record of a job that was agreed: the brief and the answer of that day, and what came of it.

use crate::config::read_brief;
use crate::desk::briefs::{Card, date};
use crate::draft::days;
use crate::engine::{
    Brief, Budget, CountedFrom, Deadline, Payer, Terms, Verdict, Want, Wish, appraise, sufficient,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A job as it was agreed, with the answer of that day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Agreed {
    /// Day of the yes, as in 2026-03-31.
    pub day: String,
    /// Brief that was agreed, as JSON.
    pub brief: Value,
    /// Day by which it must be delivered, where weeks are not counted from something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Verdict of that day.
    pub verdict: Verdict,
    /// Odds of that day of being on time and paid, from 0 to 1. `None` where they could not be told.
    pub odds: Option<f64>,
    /// Price that was enough in 8 of 10 cases, in the terms' currency.
    pub price: f64,
    /// Weeks that were enough in 8 of 10 cases.
    pub weeks: f64,
    /// Likely person-hours of the wishes, by the terms of that day.
    pub estimated: f64,
    /// Weeks that they take at the hours a week of that day.
    pub planned: f64,
    /// Fingerprint of the terms of that day, as far as they are public.
    pub terms: String,
}

/// A job as it was delivered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Delivered {
    /// Day on which the work began, as in 2026-03-31.
    pub begun: String,
    /// Day of the delivery, as in 2026-03-31.
    pub day: String,
    /// Person-hours that it took.
    pub hours: f64,
    /// Money that came in for it, in the terms' currency.
    pub paid: f64,
    /// Person-hours of unpaid care since, as far as they are known.
    #[serde(default)]
    pub care: f64,
}

/// End of a job, held against what was agreed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// Days of delay, below 0 where it was early. `None` where there was no date, or nobody knows it.
    pub late: Option<i64>,
    /// True if there was a date.
    pub has_date: bool,
    /// Money for an hour of work and care, without tax and what others charge, in the terms' currency.
    pub hourly: f64,
    /// True if every hour brought the least that one must.
    pub is_paid: bool,
}

impl Outcome {
    /// Returns `true` if it was on time, as far as that was agreed, and paid. `None` where the date is not
    /// known that decides.
    pub fn came_true(self) -> Option<bool> {
        match self.late {
            _ if !self.is_paid => Some(false),
            Some(late) => Some(late <= 0),
            None => (!self.has_date).then_some(true),
        }
    }
}

/// Name in a brief of what was done of it.
pub(super) const SO_FAR: &str = "sofar";

/// Days of a week.
const WEEK: f64 = 7.0;

impl Agreed {
    /// The job of a card as it is agreed on a day, in days from 1 January 1970. `print` is the fingerprint
    /// of the terms. `None` for a brief that cannot be read under these terms.
    pub fn new(card: &Card, today: i64, terms: &Terms, print: &str) -> Option<Agreed> {
        let asked = read_brief(&card.brief.to_string(), terms).ok()?;
        let brief = card.brief_on(today, &asked);
        let said = appraise(&brief, terms).ok()?;
        let is_fixed = matches!(brief.budget, Some(Budget::Fixed(_)));
        let enough = sufficient(&brief, terms, &said).filter(|_| is_fixed);
        let enough = enough.and_then(|enough| enough.money);
        let wishes = brief.wishes.iter();
        let estimated: f64 = wishes.map(|wish| likely(wish, terms)).sum();
        let mut kept = card.brief.clone();
        if let Some(members) = kept.as_object_mut() {
            members.remove(SO_FAR);
        }
        Some(Agreed {
            day: date(today),
            brief: kept,
            by: card.wanted(&asked).map(date),
            verdict: said.verdict,
            odds: said.odds.both,
            price: enough.unwrap_or(said.price.p80),
            weeks: said.weeks.p80,
            estimated,
            planned: estimated / terms.team.hours_per_week,
            terms: print.to_owned(),
        })
    }

    /// Scales what is done in the brief of a card whose agreement was another before: the same work is
    /// another share of it.
    pub fn keep_done(&self, before: &Agreed, card: &mut Card) {
        /// Upper limit of the share for a job that goes on.
        const NEARLY_ALL: f64 = 0.999;
        let so_far = card.brief.get_mut(SO_FAR);
        if let Some(done) = so_far.and_then(|so_far| so_far.get_mut("done"))
            && let Some(share) = done.as_f64()
            && self.estimated > 0.0
        {
            let now = share * before.estimated / self.estimated;
            *done = Value::from(now.min(NEARLY_ALL.max(share)));
        }
    }

    /// Brings back the agreed brief into a card. What is done of the job stays, as a share of less or more work.
    pub fn bring_back(&self, card: &mut Card, terms: &Terms) {
        let so_far = card.brief.get(SO_FAR).cloned();
        let before = read_brief(&card.brief.to_string(), terms).map(|brief| Agreed {
            estimated: brief.wishes.iter().map(|wish| likely(wish, terms)).sum(),
            ..self.clone()
        });
        (card.brief, card.by) = (self.brief.clone(), self.by.clone());
        if let (Some(so_far), Some(members)) = (so_far, card.brief.as_object_mut()) {
            members.insert(SO_FAR.to_owned(), so_far);
        }
        if let Ok(before) = before {
            self.keep_done(&before, card);
        }
    }

    /// The job as it is agreed at a price, in the terms' currency, on the same day.
    pub fn at_price(&self, price: f64, terms: &Terms, print: &str) -> Option<Agreed> {
        let mut card = Card {
            by: self.by.clone(),
            ..Card::new(String::new(), self.day.clone(), self.brief.clone())
        };
        set_price(&mut card, price);
        Agreed::new(&card, days(&self.day)?, terms, print)
    }

    /// The agreed brief with the weeks that are left on a day, in days from 1 January 1970.
    pub fn brief_on(&self, today: i64, agreed: &Brief) -> Brief {
        let card = Card {
            by: self.by.clone(),
            ..Card::new(String::new(), self.day.clone(), Value::Null)
        };
        card.brief_on(today, agreed)
    }
}

/// Sets the price of a card's brief.
pub(super) fn set_price(card: &mut Card, price: f64) {
    if let Some(members) = card.brief.as_object_mut() {
        members.insert("budget".to_owned(), json!({ "fixed": price }));
    }
}

impl Delivered {
    /// Weeks from the beginning of the work to the delivery. `None` where one of the days is none, or
    /// the first is not before the other.
    pub fn weeks(&self) -> Option<f64> {
        let weeks = (days(&self.day)? - days(&self.begun)?) as f64 / WEEK;
        (weeks > 0.0).then_some(weeks)
    }

    /// Outcome of the job. `brief` is the agreed one, and a price includes tax where the terms do.
    pub fn outcome(&self, agreed: &Agreed, brief: &Brief, terms: &Terms) -> Outcome {
        let by = agreed.by.as_deref().and_then(days);
        let by = by.or_else(|| match brief.deadline? {
            Deadline::Weeks {
                weeks,
                from: CountedFrom::Start,
            } => Some(days(&self.begun)? + (weeks * WEEK).round() as i64),
            _ => None,
        });
        let late = by.and_then(|by| Some(days(&self.day)? - by));
        let charges = brief.wishes.iter().map(|wish| {
            let of_service = || match &wish.want {
                Want::Service { service } => terms.service(service).map(|it| it.costs),
                _ => None,
            };
            let costs = wish.costs.or_else(of_service).unwrap_or_default();
            costs.once * f64::from(wish.count)
        });
        let charges = match brief.costs {
            Some(Payer::Us) => charges.sum(),
            _ => 0.0,
        };
        let hours = self.hours + self.care;
        let earned = self.paid * terms.net_factor() - charges;
        let hourly = if hours > 0.0 { earned / hours } else { 0.0 };
        let is_counted = matches!(brief.deadline, Some(Deadline::Weeks { .. }));
        Outcome {
            late,
            has_date: by.is_some() || is_counted,
            hourly,
            is_paid: hourly >= terms.floor_rate,
        }
    }
}

/// Likely person-hours of a wish.
pub(super) fn likely(wish: &Wish, terms: &Terms) -> f64 {
    let each = match &wish.want {
        Want::Service { service } => terms.service(service).map_or(0.0, |it| it.hours.likely),
        Want::Sized { size, .. } => terms.size(*size).likely,
        Want::Estimated { hours, .. } => hours.likely,
    };
    each * f64::from(wish.count)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::engine::{Deadline, Team};

    fn terms() -> Terms {
        Terms {
            floor_rate: 70.0,
            ..Terms::new("Nord", "EUR", 85.0, Team::new(20.0), vec![])
        }
    }

    fn agreed() -> (Agreed, Brief) {
        let brief = json!({
            "wishes": [{"name": "Fair", "hours": {"low": 40, "likely": 40, "high": 40}}],
            "deadline": {"weeks": 8}, "budget": {"fixed": 4000}, "sofar": {"hours": 5}
        });
        let text = brief.to_string();
        let read = read_brief(&text, &terms()).unwrap();
        let card = Card::new("Fair".into(), "2026-03-01".into(), brief);
        let today = days("2026-03-03").unwrap();
        (Agreed::new(&card, today, &terms(), "abc123").unwrap(), read)
    }

    #[test]
    fn a_job_is_kept_as_it_was_agreed_that_day() {
        let (agreed, brief) = agreed();
        assert_eq!(
            (&*agreed.day, agreed.by.as_deref()),
            ("2026-03-03", Some("2026-04-26"))
        );
        assert!(
            (agreed.estimated - 40.0).abs() < 1e-9,
            "{}",
            agreed.estimated
        );
        assert!((agreed.planned - 2.0).abs() < 1e-9);
        // Work done meanwhile is no part of it.
        assert_eq!(agreed.brief.get("sofar"), None);
        let left = agreed
            .brief_on(days("2026-04-12").unwrap(), &brief)
            .deadline;
        assert_eq!(left, Some(Deadline::within(2.0)));
    }

    #[test]
    fn work_that_is_done_is_less_of_a_job_that_grew() {
        let brief = |wishes: usize, done: f64| {
            let wish = json!({"name": "Fair", "hours": {"low": 40, "likely": 40, "high": 40}});
            json!({"wishes": vec![wish; wishes], "sofar": {"hours": 20, "done": done}})
        };
        let card = |brief| Card::new("Fair".into(), "2026-03-01".into(), brief);
        let of = |card: &Card| Agreed::new(card, 0, &terms(), "abc123").unwrap();
        for (was, is, done) in [(1, 2, 0.25), (2, 1, 0.999)] {
            let mut grown = card(brief(is, 0.5));
            of(&grown).keep_done(&of(&card(brief(was, 0.5))), &mut grown);
            assert_eq!(grown.brief, brief(is, done));
        }
    }

    #[test]
    fn work_that_is_done_is_more_of_a_job_that_is_brought_back() {
        let (agreed, _) = agreed();
        let mut brief = agreed.brief.clone();
        let wish = brief["wishes"][0].clone();
        brief["wishes"].as_array_mut().unwrap().push(wish);
        brief["sofar"] = json!({"hours": 20, "done": 0.25});
        let mut card = Card::new("Fair".into(), "2026-03-01".into(), brief);
        agreed.bring_back(&mut card, &terms());
        assert_eq!(card.brief["wishes"], agreed.brief["wishes"]);
        assert_eq!(card.brief["sofar"], json!({"hours": 20, "done": 0.5}));
    }

    #[test]
    fn another_price_is_agreed_on_the_same_day() {
        let (agreed, _) = agreed();
        let dearer = agreed.at_price(6000.0, &terms(), "abc123").unwrap();
        assert_eq!(dearer.brief["budget"], json!({"fixed": 6000.0}));
        assert_eq!((dearer.day, dearer.by), (agreed.day, agreed.by));
        assert!(dearer.odds > agreed.odds);
    }

    #[test]
    fn late_and_unpaid_are_two_things() {
        let (agreed, brief) = agreed();
        let delivered = |day: &str, hours: f64, care: f64| Delivered {
            begun: "2026-03-08".into(),
            day: day.into(),
            hours,
            paid: 4000.0,
            care,
        };
        let outcome = |it: Delivered| it.outcome(&agreed, &brief, &terms());
        let good = outcome(delivered("2026-04-26", 50.0, 0.0));
        assert_eq!(
            (good.late, good.hourly, good.came_true()),
            (Some(0), 80.0, Some(true))
        );
        let came_true = |it: Delivered| outcome(it).came_true();
        assert_eq!(came_true(delivered("2026-04-27", 50.0, 0.0)), Some(false));
        // Care since takes its part of every hour.
        assert_eq!(came_true(delivered("2026-04-20", 50.0, 8.0)), Some(false));
        assert_eq!(delivered("2026-03-22", 50.0, 0.0).weeks(), Some(2.0));
        assert_eq!(delivered("2026-03-01", 50.0, 0.0).weeks(), None);
    }

    #[test]
    fn weeks_are_counted_from_what_is_known() {
        let (agreed, brief) = agreed();
        let agreed = Agreed { by: None, ..agreed };
        let outcome = |deadline, paid| {
            let brief = Brief {
                deadline,
                ..brief.clone()
            };
            let delivered = Delivered {
                begun: "2026-03-08".into(),
                day: "2026-03-23".into(),
                hours: 50.0,
                paid,
                care: 0.0,
            };
            let outcome = delivered.outcome(&agreed, &brief, &terms());
            (outcome.late, outcome.came_true())
        };
        let weeks = |weeks, from| Some(Deadline::Weeks { weeks, from });
        for (deadline, told) in [
            (weeks(2.0, CountedFrom::Start), (Some(1), Some(false))),
            (weeks(3.0, CountedFrom::Start), (Some(-6), Some(true))),
            (weeks(2.0, CountedFrom::Content), (None, None)),
            (Some(Deadline::Open), (None, Some(true))),
            (None, (None, Some(true))),
        ] {
            assert_eq!(outcome(deadline, 4000.0), told, "{deadline:?}");
        }
        let unpaid = outcome(weeks(2.0, CountedFrom::Content), 1000.0);
        assert_eq!(unpaid, (None, Some(false)));
    }
}
