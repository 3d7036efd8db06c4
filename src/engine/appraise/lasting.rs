//! Work that lasts for a time agreed on, such as a year of upkeep.

use crate::model::{Brief, Deadline, Terms, Want, Wish};

/// Least weeks from which a service is care for something rather than a thing. Assumption: half a
/// year.
pub(super) const LASTING: f64 = 26.0;

/// Returns `true` if there are wishes, and all of them are for work that lasts.
pub(super) fn lasts(brief: &Brief, terms: &Terms) -> bool {
    let lasts = |wish: &Wish| {
        let weeks = wish.least_weeks.or_else(|| match &wish.want {
            Want::Service { service } => terms.service(service).map(|known| known.least_weeks),
            Want::Sized { .. } | Want::Estimated { .. } => None,
        });
        weeks >= Some(LASTING)
    };
    !brief.wishes.is_empty() && brief.wishes.iter().all(lasts)
}

/// Returns the brief without its date if that can only be a start: nobody wants a year of upkeep
/// delivered in January.
pub fn without_start(brief: Brief, terms: &Terms) -> Brief {
    let is_start = brief.deadline.is_some() && lasts(&brief, terms);
    Brief {
        deadline: if is_start {
            Some(Deadline::Open)
        } else {
            brief.deadline
        },
        ..brief
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraise;
    use crate::model::{Estimate, Service, Team};

    #[test]
    fn beside_a_thing_work_that_lasts_moves_no_date() {
        let hours = Estimate {
            low: 12.0,
            likely: 24.0,
            high: 48.0,
        };
        let upkeep = Service {
            least_weeks: 48.0,
            ..Service::new("upkeep", hours)
        };
        let site = Service::new("site", hours);
        let terms = Terms::new("S", "EUR", 100.0, Team::new(40.0), vec![site, upkeep]);
        let weeks = |services: &[&str]| {
            let wish = |service: &&str| {
                let service = (*service).to_owned();
                Wish::only(Want::Service { service })
            };
            let brief = Brief {
                wishes: services.iter().flat_map(wish).collect(),
                ..Brief::default()
            };
            appraise(&brief, &terms).map(|answer| answer.weeks.p80)
        };
        assert!(weeks(&["upkeep"]).is_ok_and(|weeks| weeks >= 48.0));
        assert!(weeks(&["site", "upkeep"]).is_ok_and(|weeks| weeks < 26.0));
    }

    #[test]
    fn only_work_that_lasts_has_no_date() {
        let hours = Estimate {
            low: 12.0,
            likely: 24.0,
            high: 48.0,
        };
        let site = Service::new("site", hours);
        let upkeep = Service {
            least_weeks: 48.0,
            ..Service::new("upkeep", hours)
        };
        let services = vec![site, upkeep];
        let terms = Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), services);
        let date = |services: &[&str]| {
            let want = |service: &&str| Want::Service {
                service: (*service).to_owned(),
            };
            let brief = Brief {
                wishes: services.iter().map(want).map(Wish::new).collect(),
                deadline: Some(Deadline::within(4.0)),
                ..Brief::default()
            };
            without_start(brief, &terms).deadline
        };
        assert_eq!(date(&["upkeep"]), Some(Deadline::Open));
        assert_eq!(date(&["site", "upkeep"]), Some(Deadline::within(4.0)));
        assert_eq!(date(&[]), Some(Deadline::within(4.0)));
    }
}
