//! Prices of the further services of a brief, and of its wishes.

use super::usual_jobs::{ballpark, prices, upper_odds};
use crate::model::{Brief, Service, Terms, Want, Wish};

/// Service with the price of adding one of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AddOnPrice {
    /// Id of the service.
    pub service: String,
    /// Increase of either end of the [price](super::Ballpark::price) at unchanged odds, in the terms'
    /// currency, as quoted to a client. At least 0.
    pub price: (f64, f64),
}

/// Returns the price increase for each service that is not wished for. For a brief without wishes
/// that is the whole price of the service alone, as in [`usual_jobs`](fn@super::usual_jobs);
/// missing answers are assumed as in [`ballpark`].
///
/// ```
/// # use takeon_engine::{Brief, Estimate, Service, Team, Terms, Want, Wish, add_on_prices, usual_jobs};
/// let services = vec![
///     Service::new("logo", Estimate::bare(10.0)),
///     Service::new("poster", Estimate::bare(5.0)),
/// ];
/// let terms = Terms::new("Studio Nord", "EUR", 85.0, Team::new(25.0), services);
/// let nothing = add_on_prices(&Brief::default(), &terms);
/// assert_eq!(nothing[1].price.0, usual_jobs(&terms)[1].price.p50);
/// let logo = Want::Service { service: "logo".to_owned() };
/// let brief = Brief { wishes: Wish::only(logo), ..Brief::default() };
/// let poster = &add_on_prices(&brief, &terms)[0];
/// assert_eq!(poster.service, "poster");
/// // Five hours in phases, of which half of such jobs take more than 1.15 · e^-0.12 times as many, at
/// // 0.85 of 85 an hour.
/// assert_eq!(poster.price.0.round(), 368.0);
/// ```
pub fn add_on_prices(brief: &Brief, terms: &Terms) -> Vec<AddOnPrice> {
    let is_wished = |service: &&Service| {
        let mut wishes = brief.wishes.iter();
        wishes.any(|wish| matches!(&wish.want, Want::Service { service: id } if *id == service.id))
    };
    let others = terms.services.iter().filter(|service| !is_wished(service));
    // The overhead of a job comes with the first of its wishes.
    let is_first = brief.wishes.is_empty();
    let odds = upper_odds(brief, terms);
    let before = prices(brief, terms, odds);
    let mut with = brief.clone();
    let added = others.map(|service| {
        with.wishes.push(Wish::new(Want::Service {
            service: service.id.clone(),
        }));
        let price = if is_first {
            ballpark(&with, terms).price
        } else {
            difference(prices(&with, terms, odds), before)
        };
        with.wishes.pop();
        AddOnPrice {
            service: service.id.clone(),
            price,
        }
    });
    added.collect()
}

/// Returns the part of each wish in the [price](super::Ballpark::price) of a brief: for the only one
/// the whole price, for one of several the decrease of either end without it, which is at least 0.
pub fn wish_prices(brief: &Brief, terms: &Terms) -> Vec<(f64, f64)> {
    if brief.wishes.len() < 2 {
        let prices = brief.wishes.iter().map(|_| ballpark(brief, terms).price);
        return prices.collect();
    }
    let odds = upper_odds(brief, terms);
    let whole = prices(brief, terms, odds);
    let without = (0..brief.wishes.len()).map(|index| {
        let mut rest = brief.clone();
        rest.wishes.remove(index);
        difference(whole, prices(&rest, terms, odds))
    });
    without.collect()
}

fn difference(more: (f64, f64), less: (f64, f64)) -> (f64, f64) {
    ((more.0 - less.0).max(0.0), (more.1 - less.1).max(0.0))
}
