//! Price of each further service of a brief.

use super::usual_jobs::{TypicalRange, ballpark};
use crate::model::{Brief, Service, Terms, Want, Wish};
use serde::Serialize;

/// Service with the price of adding one of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddOnPrice {
    /// Id of the service.
    pub service: String,
    /// Increase of the fixed price that pays, in the terms' currency, as quoted to a client. At
    /// least 0.
    pub price: TypicalRange,
}

/// Returns the price increase for each service that is not wished for. For a brief without wishes
/// that is the whole price of the service alone, as in [`usual_jobs`](fn@super::usual_jobs); missing answers are
/// assumed as in [`ballpark`].
///
/// ```
/// # use takeon_engine::{Brief, Estimate, Service, Team, Terms, Want, Wish, add_on_prices, usual_jobs};
/// let services = vec![
///     Service::new("logo", Estimate::bare(10.0)),
///     Service::new("poster", Estimate::bare(5.0)),
/// ];
/// let terms = Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), services);
/// let nothing = add_on_prices(&Brief::default(), &terms);
/// assert_eq!(nothing[1].price, usual_jobs(&terms)[1].price);
/// let logo = Want::Service { service: "logo".to_owned() };
/// let brief = Brief { wishes: Wish::only(logo), ..Brief::default() };
/// let poster = &add_on_prices(&brief, &terms)[0];
/// assert_eq!(poster.service, "poster");
/// // Five hours in phases, of which half of such jobs take more than 1.15 · e^-0.12 times as many, at
/// // 0.85 of 85 an hour.
/// assert_eq!(poster.price.p50.round(), 368.0);
/// ```
pub fn add_on_prices(brief: &Brief, terms: &Terms) -> Vec<AddOnPrice> {
    let is_wished = |service: &&Service| {
        let mut wishes = brief.wishes.iter();
        wishes.any(|wish| matches!(&wish.want, Want::Service { service: id } if *id == service.id))
    };
    let others = terms.services.iter().filter(|service| !is_wished(service));
    // The overhead of a job comes with the first of its wishes.
    let before = if brief.wishes.is_empty() {
        TypicalRange { p50: 0.0, p80: 0.0 }
    } else {
        ballpark(brief, terms).0
    };
    let mut with = brief.clone();
    let added = others.map(|service| {
        with.wishes.push(Wish::new(Want::Service {
            service: service.id.clone(),
        }));
        let (after, _) = ballpark(&with, terms);
        with.wishes.pop();
        AddOnPrice {
            service: service.id.clone(),
            price: TypicalRange {
                p50: (after.p50 - before.p50).max(0.0),
                p80: (after.p80 - before.p80).max(0.0),
            },
        }
    });
    added.collect()
}
