//! The agreement about a card: made on a day, at another price, and brought back.

use super::card::Card;
use super::day::date;
use super::job::Agreed;
use super::needs::Needs;
use crate::config::read_brief;
use crate::draft::days;
use crate::engine::{Brief, Progress, Terms, Want, Wish, appraise, odds_in_head};
use serde_json::{Value, json};

/// Name of the progress in a brief.
pub const SO_FAR: &str = "sofar";

impl Agreed {
    /// The job of a card as it is agreed on a day, in days from 1 January 1970. `print` is the fingerprint
    /// of the terms. `None` for a brief that cannot be read under these terms.
    pub fn new(card: &Card, today: i64, terms: &Terms, print: &str) -> Option<Agreed> {
        let asked = read_brief(&card.brief.to_string(), terms).ok()?;
        let brief = card.brief_on(today, &asked);
        let said = appraise(&brief, terms).ok()?;
        let needs = Needs::of(&brief, &said, terms);
        let weeks = needs.and_then(|needs| needs.weeks);
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
            odds: odds_in_head(&brief, terms, &said).both,
            price: needs.map_or(said.price.p80, |needs| needs.money.1),
            weeks: weeks.unwrap_or(said.weeks.p80),
            estimated,
            planned: estimated / terms.team.hours_per_week,
            terms: print.to_owned(),
        })
    }

    /// Rescales the progress in the brief of a card whose agreement was another before: the same work is
    /// another share of it.
    pub fn keep_done(&self, before: &Agreed, card: &mut Card) {
        let so_far = card.brief.get_mut(SO_FAR);
        if let Some(done) = so_far.and_then(|so_far| so_far.get_mut("done"))
            && let Some(share) = done.as_f64()
            && self.estimated > 0.0
        {
            let progress = Progress {
                done: share,
                ..Progress::default()
            };
            *done = Value::from(progress.rescaled(before.estimated, self.estimated).done);
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
pub fn set_price(card: &mut Card, price: f64) {
    if let Some(members) = card.brief.as_object_mut() {
        members.insert("budget".to_owned(), json!({ "fixed": price }));
    }
}

/// Likely person-hours of a wish.
pub fn likely(wish: &Wish, terms: &Terms) -> f64 {
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
}
