//! A job that was agreed: the brief and the answer of that day, and its outcome.

use crate::draft::days;
use crate::engine::{Brief, CountedFrom, Deadline, Terms, Verdict};
use serde::{Deserialize, Serialize};
use serde_json::Value;

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

/// End of a job, held against its agreement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// Days of delay, below 0 where it was early. `None` where there was no date, or nobody knows it.
    pub late: Option<i64>,
    /// True if there was a date.
    pub has_date: bool,
    /// Money for an hour of work and care, without tax and the charges of others, in the terms' currency.
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

/// Days of a week.
const WEEK: f64 = 7.0;

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
        let checked = terms.check(brief);
        let charges = checked.map_or(0.0, |checked| checked.charges());
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::config::read_brief;
    use crate::engine::Team;
    use serde_json::json;

    fn terms() -> Terms {
        Terms {
            floor_rate: 70.0,
            ..Terms::new("Nord", "EUR", 85.0, Team::new(20.0), vec![])
        }
    }

    fn agreed() -> (Agreed, Brief) {
        let brief = json!({
            "wishes": [{"name": "Fair", "hours": {"low": 40, "likely": 40, "high": 40}}],
            "deadline": {"weeks": 8}, "budget": {"fixed": 4000}
        });
        let read = read_brief(&brief.to_string(), &terms()).unwrap();
        let agreed = Agreed {
            day: "2026-03-03".into(),
            brief,
            by: Some("2026-04-26".into()),
            verdict: Verdict::Take,
            odds: Some(0.8),
            price: 4000.0,
            weeks: 6.0,
            estimated: 40.0,
            planned: 2.0,
            terms: "abc123".into(),
        };
        (agreed, read)
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
    fn third_party_charges_are_no_earnings() {
        let (agreed, _) = agreed();
        let delivered = Delivered {
            begun: "2026-03-08".into(),
            day: "2026-04-26".into(),
            hours: 40.0,
            paid: 4000.0,
            care: 0.0,
        };
        let hourly = |payer: &str| {
            let brief = json!({
                "wishes": [{
                    "name": "Fair", "count": 2, "hours": {"low": 20, "likely": 20, "high": 20},
                    "costs": {"once": 100, "monthly": 10},
                }],
                "budget": {"fixed": 4000}, "costs": payer,
            });
            let brief = read_brief(&brief.to_string(), &terms()).unwrap();
            delivered.outcome(&agreed, &brief, &terms()).hourly
        };
        assert_eq!(hourly("client"), 100.0);
        // Two wishes for 100 each, and 10 each in every month of care.
        let charges = 200.0 + 20.0 * terms().care_months;
        assert_eq!(hourly("us"), (4000.0 - charges) / 40.0);
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
        for (deadline, expected) in [
            (weeks(2.0, CountedFrom::Start), (Some(1), Some(false))),
            (weeks(3.0, CountedFrom::Start), (Some(-6), Some(true))),
            (weeks(2.0, CountedFrom::Content), (None, None)),
            (Some(Deadline::Open), (None, Some(true))),
            (None, (None, Some(true))),
        ] {
            assert_eq!(outcome(deadline, 4000.0), expected, "{deadline:?}");
        }
        let unpaid = outcome(weeks(2.0, CountedFrom::Content), 1000.0);
        assert_eq!(unpaid, (None, Some(false)));
    }
}
