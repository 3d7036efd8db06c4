//! The terms as a document.

use super::allowed::{names, ranges};
use super::ids;
use super::reader::{Place, Problems};
use super::things::{care_offers, partner, promise, purpose, service};
use super::values::{email, estimate, hours_per_kind, list, members, url};
use crate::decimal;
use crate::engine::{Estimate, Flag, Shop, Sizes, Spread, Stretch, Tax, Team, Terms, defaults};
use crate::json::Value;

/// Reads terms, filling in the defaults.
pub(super) fn terms(place: &Place, problems: &mut Problems) -> Option<Terms> {
    let terms = place.object(problems, names::TERMS)?;
    let schema = terms.read("schema", |place| place.number(problems, ranges::SCHEMA, ""));
    let shop = terms
        .required(problems, "shop")
        .and_then(|place| shop(&place, problems));
    let currency = terms
        .required(problems, "currency")
        .and_then(|place| currency(&place, problems));
    let tax = terms.read("tax", |place| {
        place.one_of(problems, &Tax::ALL.map(|tax| (tax.name(), tax)))
    });
    let rate = terms
        .required(problems, "rate")
        .and_then(|place| place.number(problems, ranges::RATE, " (money an hour)"));
    let floor_rate = terms.read("floorRate", |place| floor_rate(&place, problems, rate));
    let confidence = terms.number_or(
        problems,
        "confidence",
        ranges::CONFIDENCE,
        "",
        defaults::CONFIDENCE,
    );
    let stretch = terms.read("stretch", |place| stretch(&place, problems));
    let team = terms
        .required(problems, "team")
        .and_then(|place| team(&place, problems));
    let overhead = terms.read("overhead", |place| estimate(&place, problems));
    let care_months = terms.number_or(
        problems,
        "careMonths",
        ranges::CARE_MONTHS,
        " months",
        defaults::CARE_MONTHS,
    );
    let mut spread_or = |key, default| {
        Some(
            terms
                .read(key, |place| spread(&place, problems))?
                .unwrap_or(default),
        )
    };
    let care_spread = spread_or("careSpread", defaults::CARE_SPREAD);
    let overrun = spread_or("overrun", defaults::OVERRUN);
    let schedule = spread_or("schedule", defaults::SCHEDULE);
    let content_wait = spread_or("contentWait", defaults::CONTENT_WAIT);
    let sizes = terms.read("sizes", |place| sizes(&place, problems));
    let own_care = terms.read("ownCare", |place| hours_per_kind(&place, problems));
    let purposes = list(&terms, problems, "purposes", purpose);
    let services = terms
        .required(problems, "services")
        .and_then(|place| members(&place, problems, service));
    let care = terms.read("care", |place| care_offers(&place, problems));
    let promises = list(&terms, problems, "promises", promise);
    let stops = list(&terms, problems, "stops", |place, problems| {
        let words = Flag::STOPPABLE.map(|flag| (flag.name(), flag));
        place.one_of(problems, &words)
    });
    let partners = list(&terms, problems, "partners", partner);
    ids::check(&terms, problems);
    schema?;
    let (rate, floor_rate) = (rate?, floor_rate?);
    Some(Terms {
        shop: shop?,
        currency: currency?,
        tax: tax?,
        rate,
        floor_rate: floor_rate.unwrap_or(defaults::FLOOR_SHARE * rate),
        confidence: confidence?,
        stretch: stretch?.unwrap_or(defaults::STRETCH),
        team: team?,
        overhead: overhead?.unwrap_or(Estimate::NONE),
        care_months: care_months?,
        care_spread: care_spread?,
        overrun: overrun?,
        schedule: schedule?,
        content_wait: content_wait?,
        sizes: sizes?.unwrap_or(default_sizes()),
        own_care: own_care?.unwrap_or_default(),
        purposes: purposes?,
        services: services?,
        care: care?.unwrap_or_default(),
        promises: promises?,
        stops: stops?,
        partners: partners?,
    })
}

fn shop(place: &Place, problems: &mut Problems) -> Option<Shop> {
    let shop = place.object(problems, names::SHOP)?;
    let name = shop
        .required(problems, "name")
        .and_then(|place| place.text(problems));
    let email = shop.read("email", |place| email(&place, problems));
    let url = shop.read("url", |place| self::url(&place, problems));
    let page = shop.read("page", |place| self::url(&place, problems));
    let inbox = shop.read("inbox", |place| self::url(&place, problems));
    Some(Shop {
        name: name?,
        email: email?,
        url: url?,
        page: page?,
        inbox: inbox?,
    })
}

fn currency(place: &Place, problems: &mut Problems) -> Option<String> {
    match place.value {
        Value::Text(code)
            if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) =>
        {
            Some(code.clone())
        }
        _ => place.wants(problems, "an ISO 4217 code such as \"EUR\""),
    }
}

fn floor_rate(place: &Place, problems: &mut Problems, rate: Option<f64>) -> Option<f64> {
    let floor = place.number(problems, ranges::MONEY, " (money an hour)")?;
    match rate {
        Some(rate) if floor > rate => {
            problems.note(
                &place.at,
                format!(
                    "floorRate ({}) is above rate ({}); it must not be",
                    decimal::text(floor),
                    decimal::text(rate)
                ),
            );
            None
        }
        _ => Some(floor),
    }
}

fn stretch(place: &Place, problems: &mut Problems) -> Option<Stretch> {
    let stretch = place.object(problems, names::STRETCH)?;
    let range = ranges::STRETCH;
    let money = stretch.number_or(problems, "money", range, "", defaults::STRETCH.money);
    let time = stretch.number_or(problems, "time", range, "", defaults::STRETCH.time);
    Some(Stretch {
        money: money?,
        time: time?,
    })
}

fn team(place: &Place, problems: &mut Problems) -> Option<Team> {
    let team = place.object(problems, names::TEAM)?;
    let hours = team
        .required(problems, "hoursPerWeek")
        .and_then(|place| place.number(problems, ranges::HOURS_PER_WEEK, " hours a week"));
    let starts = team.number_or(
        problems,
        "startsInWeeks",
        ranges::WEEKS,
        " weeks",
        defaults::STARTS_IN_WEEKS,
    );
    Some(Team {
        hours_per_week: hours?,
        starts_in_weeks: starts?,
    })
}

fn spread(place: &Place, problems: &mut Problems) -> Option<Spread> {
    let spread = place.object(problems, names::SPREAD)?;
    let mut point = |key| {
        spread
            .required(problems, key)
            .and_then(|place| place.number(problems, ranges::SPREAD, ""))
    };
    let (median, p90) = (point("median"), point("p90"));
    let (median, p90) = (median?, p90?);
    if median > p90 {
        problems.note(
            &place.at,
            format!(
                "median ({}) is above p90 ({})",
                decimal::text(median),
                decimal::text(p90)
            ),
        );
        return None;
    }
    Some(Spread { median, p90 })
}

fn default_sizes() -> Sizes {
    let [small, medium, large] = defaults::SIZES.map(Estimate::bare);
    Sizes {
        small,
        medium,
        large,
    }
}

fn sizes(place: &Place, problems: &mut Problems) -> Option<Sizes> {
    let sizes = place.object(problems, names::SIZES)?;
    let mut size = |key, default| {
        Some(
            sizes
                .read(key, |place| estimate(&place, problems))?
                .unwrap_or(default),
        )
    };
    let default = default_sizes();
    let small = size("small", default.small);
    let medium = size("medium", default.medium);
    let large = size("large", default.large);
    Some(Sizes {
        small: small?,
        medium: medium?,
        large: large?,
    })
}
