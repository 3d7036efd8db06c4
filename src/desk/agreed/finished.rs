//! Delivered jobs as finished ones: their lessons about overrun, calendar and services.

use crate::config::read_brief;
use crate::desk::cards::{Agreed, Card, Delivered, likely};
use crate::desk::learning::spreadsheet::FinishedJob;
use crate::engine::{OwnHours, OwnJob, OwnWeeks, Terms, Want};

/// Jobs of cards that were delivered.
fn delivered(cards: &[Card]) -> impl Iterator<Item = (&Card, &Agreed, &Delivered)> {
    cards
        .iter()
        .filter_map(|card| Some((card, card.agreed.as_ref()?, card.delivered.as_ref()?)))
}

/// The delivered jobs among cards as finished ones: estimate and plan are those of the day of the yes.
pub fn finished(cards: &[Card]) -> Vec<FinishedJob> {
    let job = |(card, agreed, delivered): (&Card, &Agreed, &Delivered)| FinishedJob {
        line: 0,
        name: match card.name.as_str() {
            "" => format!("#{}", card.number),
            name => name.to_owned(),
        },
        price: Some(delivered.paid),
        job: OwnJob {
            hours: OwnHours::new(agreed.estimated, delivered.hours).ok(),
            weeks: delivered
                .weeks()
                .and_then(|weeks| OwnWeeks::new(agreed.planned, weeks).ok()),
        },
    };
    let jobs = delivered(cards).map(job);
    jobs.filter(|job| job.job != OwnJob::default()).collect()
}

/// Hours of a service in delivered jobs, beside those of the terms.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceHours {
    /// Id of the service.
    pub service: String,
    /// Number of it in all jobs.
    pub count: u32,
    /// Person-hours that one took on average.
    pub took: f64,
    /// Likely person-hours by the terms.
    pub said: f64,
}

/// The hours of each service in delivered jobs. Those of a job are shared by what the terms say of its
/// wishes, so one of several services tells less of each.
pub fn by_service(cards: &[Card], terms: &Terms) -> Vec<ServiceHours> {
    let mut services: Vec<ServiceHours> = Vec::new();
    for (_, agreed, delivered) in delivered(cards) {
        let Ok(brief) = read_brief(&agreed.brief.to_string(), terms) else {
            continue;
        };
        let all: f64 = brief.wishes.iter().map(|wish| likely(wish, terms)).sum();
        for wish in brief.wishes.iter().filter(|_| all > 0.0) {
            let Want::Service { service } = &wish.want else {
                continue;
            };
            let share = likely(wish, terms) / all;
            let took = delivered.hours * share;
            match services.iter_mut().find(|known| known.service == *service) {
                Some(known) => {
                    let (before, count) = (f64::from(known.count), wish.count);
                    known.count += count;
                    known.took = (known.took * before + took) / f64::from(known.count);
                }
                None => services.push(ServiceHours {
                    service: service.clone(),
                    count: wish.count,
                    took: took / f64::from(wish.count),
                    said: likely(wish, terms) / f64::from(wish.count),
                }),
            }
        }
    }
    services
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::engine::{Estimate, Service, Team, Verdict};
    use serde_json::json;

    #[test]
    fn hours_of_a_job_are_shared_among_its_services() {
        let services = vec![
            Service::new("site", Estimate::bare(60.0)),
            Service::new("blog", Estimate::bare(20.0)),
        ];
        let terms = Terms::new("Nord", "EUR", 85.0, Team::new(20.0), services);
        let card = |brief, hours| Card {
            agreed: Some(Agreed {
                day: "2026-03-03".into(),
                brief,
                by: None,
                verdict: Verdict::Take,
                odds: Some(0.8),
                price: 6000.0,
                weeks: 6.0,
                estimated: 80.0,
                planned: 4.0,
                terms: String::new(),
            }),
            delivered: Some(Delivered {
                begun: "2026-03-09".into(),
                day: "2026-04-20".into(),
                hours,
                paid: 7000.0,
                care: 0.0,
            }),
            ..Card::new("Museum".into(), "2026-03-01".into(), json!({}))
        };
        let both = card(
            json!({"wishes": [{"service": "site"}, {"service": "blog"}]}),
            100.0,
        );
        let blogs = card(json!({"wishes": [{"service": "blog", "count": 2}]}), 34.0);
        let open = Card {
            delivered: None,
            ..both.clone()
        };
        let cards = [both, open, blogs];
        let hours = by_service(&cards, &terms);
        let hours: Vec<_> = hours
            .iter()
            .map(|it| (&*it.service, it.count, it.took, it.said))
            .collect();
        assert_eq!(
            hours,
            [("site", 1, 75.0, 60.0), ("blog", 3, 59.0 / 3.0, 20.0)]
        );

        let jobs = finished(&cards);
        assert_eq!(jobs.len(), 2);
        assert_eq!(jobs[0].job.hours.map(OwnHours::ratio), Some(1.25));
        assert_eq!(
            jobs[0]
                .job
                .weeks
                .map(|weeks| (weeks.planned(), weeks.actual())),
            Some((4.0, 6.0))
        );
    }
}
