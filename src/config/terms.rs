//! The terms as a document.

use super::allowed::{names, ranges};
use super::reader::{At, LEAST, Object, Place, Problems, closest, quoted, shortened};
use crate::decimal;
use crate::engine::{
    CareKind, CareOffer, Estimate, Flag, Keepable, Label, Partner, PerKind, Promise, Purpose,
    Service, Shop, Sizes, Spread, Stretch, Tax, Team, Terms, Text, defaults,
};
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
        place.one_of(
            problems,
            &[("excluded", Tax::Excluded), ("included", Tax::Included)],
        )
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
        let words = Flag::STOPPABLE.map(|flag| (flag.id(), flag));
        place.one_of(problems, &words)
    });
    let partners = list(&terms, problems, "partners", partner);
    check_names(&terms, problems);
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

/// The members of a list; `None` where one of them is wrong.
fn members<'a, T>(
    place: &Place<'a>,
    problems: &mut Problems,
    mut read: impl FnMut(&Place<'a>, &mut Problems) -> Option<T>,
) -> Option<Vec<T>> {
    // Every member is read, so that every error is found.
    let read: Vec<Option<T>> = place
        .list(problems)?
        .iter()
        .map(|member| read(member, problems))
        .collect();
    read.into_iter().collect()
}

/// The members of a list that may be absent.
fn list<'a, T>(
    object: &Object<'a>,
    problems: &mut Problems,
    key: &'static str,
    read: impl FnMut(&Place<'a>, &mut Problems) -> Option<T>,
) -> Option<Vec<T>> {
    Some(
        object
            .read(key, |place| members(&place, problems, read))?
            .unwrap_or_default(),
    )
}

/// Every id is there once, and names that point at others point at something: as far as they can
/// be read, whatever else is wrong.
fn check_names(terms: &Object, problems: &mut Problems) {
    for list in ["purposes", "services", "promises", "partners"] {
        unique(terms, problems, list);
    }
    point_at(terms, problems, "services", "serves", "purposes");
    point_at(terms, problems, "services", "alternatives", "services");
    point_at(terms, problems, "partners", "services", "services");
}

/// The members of a list; none where it is not there or is no list.
fn things<'a>(place: Option<Place<'a>>) -> impl Iterator<Item = Place<'a>> {
    place
        .and_then(|place| place.list(&mut Problems::default()))
        .into_iter()
        .flatten()
}

fn unique(terms: &Object, problems: &mut Problems, list: &'static str) {
    let mut seen: Vec<&str> = Vec::new();
    for thing in things(terms.optional(list)) {
        let Some(id) = thing.value.member("id").and_then(Value::text) else {
            continue;
        };
        if seen.contains(&id) {
            problems.note(
                &thing.at.key("id"),
                format!("{} is there twice; every id must be its own", quoted(id)),
            );
        }
        seen.push(id);
    }
}

/// The ids of the things of a list. None where it is not there or one of them cannot be read.
fn ids<'a>(terms: &Object<'a>, list: &'static str) -> Option<Vec<&'a str>> {
    let Value::List(things) = terms.optional(list)?.value else {
        return None;
    };
    things
        .iter()
        .map(|thing| thing.member("id")?.text())
        .collect()
}

/// The names under `key` in each thing of a list must be ids of the things of another list.
fn point_at(
    terms: &Object,
    problems: &mut Problems,
    list: &'static str,
    key: &'static str,
    others: &'static str,
) {
    // Where no purposes are listed there is none to choose, and what serves which is no matter.
    let Some(ids) = ids(terms, others).filter(|ids| !(ids.is_empty() && others == "purposes"))
    else {
        return;
    };
    for thing in things(terms.optional(list)) {
        let names = thing.value.member(key).map(|value| Place {
            value,
            at: thing.at.key(key),
        });
        for name in things(names) {
            if let Some(text) = name.value.text().filter(|text| !text.trim().is_empty()) {
                known(problems, &name.at, text, others, &ids);
            }
        }
    }
}

/// Notes a name that is not one of those known.
pub(super) fn known(problems: &mut Problems, at: &At, name: &str, what: &str, known: &[&str]) {
    if !known.contains(&name) {
        let hint = match closest(name, known) {
            Some(meant) => format!("; did you mean {}?", quoted(meant)),
            None if known.is_empty() => format!("; there are no {what}"),
            None if known.len() <= 12 => {
                let known: Vec<String> = known.iter().map(|id| shortened(id)).collect();
                format!("; known: {}", known.join(", "))
            }
            None => String::new(),
        };
        let name = quoted(name);
        problems.note(at, format!("{name} is not one of the {what}{hint}"));
    }
}

fn shop(place: &Place, problems: &mut Problems) -> Option<Shop> {
    let shop = place.object(problems, names::SHOP)?;
    let name = shop
        .required(problems, "name")
        .and_then(|place| place.text(problems));
    let email = shop.read("email", |place| email(&place, problems));
    let url = shop.read("url", |place| url(&place, problems));
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

/// An address for letters: one `@` with something on both sides, and nothing that could begin
/// another header.
fn email(place: &Place, problems: &mut Problems) -> Option<String> {
    let text = place.text(problems)?;
    // A second `@` would be in what follows the first.
    let is_address = text
        .split_once('@')
        .is_some_and(|(name, host)| is_plain(name, ",;<>\"?&") && is_plain(host, "@,;<>\"?&"));
    if is_address {
        Some(text)
    } else {
        place.wants(problems, "an address such as hello@example.com")
    }
}

/// An address on the web. Other schemes are refused.
fn url(place: &Place, problems: &mut Problems) -> Option<String> {
    let text = place.text(problems)?;
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let plain = |rest: &str| !rest.starts_with(['/', '?', '#']) && is_plain(rest, "\\<>\"");
    if rest.is_some_and(plain) {
        Some(text)
    } else {
        place.wants(problems, "an address that begins with https:// or http://")
    }
}

/// Whether there is something, with no space, nothing unseen and none of these signs.
fn is_plain(text: &str, without: &str) -> bool {
    let is_wrong =
        |c: char| c.is_whitespace() || c.is_control() || without.chars().any(|sign| sign == c);
    !text.is_empty() && !text.chars().any(is_wrong)
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

/// Three points, or a bare number that means half to double.
pub(super) fn estimate(place: &Place, problems: &mut Problems) -> Option<Estimate> {
    if matches!(place.value, Value::Number(_)) {
        // Half of it must be told from nothing too, so that the estimate is the same read again.
        let bare = |hours| Estimate::bare(if hours < 2.0 * LEAST { 0.0 } else { hours });
        return place.number(problems, ranges::HOURS, " hours").map(bare);
    }
    if !matches!(place.value, Value::Object(_)) {
        return place.wants(problems, "a number of hours, or low, likely and high");
    }
    let points = place.object(problems, names::ESTIMATE)?;
    let mut point = |key| {
        points
            .required(problems, key)
            .and_then(|place| place.number(problems, ranges::POINT, " hours"))
    };
    let (low, likely, high) = (point("low"), point("likely"), point("high"));
    let (low, likely, high) = (low?, likely?, high?);
    if low > likely {
        problems.note(
            &place.at,
            format!(
                "low ({} h) is above likely ({} h)",
                decimal::text(low),
                decimal::text(likely)
            ),
        );
    }
    if likely > high {
        problems.note(
            &place.at,
            format!(
                "likely ({} h) is above high ({} h)",
                decimal::text(likely),
                decimal::text(high)
            ),
        );
    }
    (low <= likely && likely <= high).then_some(Estimate { low, likely, high })
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

fn hours_per_kind(place: &Place, problems: &mut Problems) -> Option<PerKind<f64>> {
    per_kind(place, problems, |place, problems| {
        place.number(problems, ranges::HOURS, " hours a month")
    })
}

fn care_offers(place: &Place, problems: &mut Problems) -> Option<PerKind<CareOffer>> {
    per_kind(place, problems, |place, problems| {
        let offer = place.object(problems, names::CARE_OFFER)?;
        let offered = offer
            .required(problems, "offered")
            .and_then(|place| place.yes_or_no(problems));
        let price = offer.read("pricePerMonth", |place| {
            place.number(problems, ranges::MONEY, " (money a month)")
        });
        let note = offer.read("note", |place| text(&place, problems));
        let source = offer.read("source", |place| text(&place, problems));
        note?;
        source?;
        Some(CareOffer {
            offered: offered?,
            price_per_month: price?,
        })
    })
}

/// One value for each kind of care that is there.
pub(super) fn per_kind<'a, T: Default>(
    place: &Place<'a>,
    problems: &mut Problems,
    mut read: impl FnMut(&Place<'a>, &mut Problems) -> Option<T>,
) -> Option<PerKind<T>> {
    let kinds = place.object(problems, names::CARE_KINDS)?;
    let mut values = PerKind::default();
    let mut right = true;
    for kind in CareKind::ALL {
        match kinds.read(kind.id(), |place| read(&place, problems)) {
            Some(value) => values[kind] = value.unwrap_or_default(),
            None => right = false,
        }
    }
    right.then_some(values)
}

/// An id: a text that names a thing within the document.
fn id(object: &Object, problems: &mut Problems) -> Option<String> {
    object
        .required(problems, "id")
        .and_then(|place| place.text(problems))
}

/// What any named thing may carry.
fn label(object: &Object, problems: &mut Problems) -> Option<Label> {
    let mut part = |key| object.read(key, |place| text(&place, problems));
    let (name, note, source) = (part("name"), part("note"), part("source"));
    Some(Label {
        name: name?,
        note: note?,
        source: source?,
    })
}

/// A text, or texts by language with a default.
pub(super) fn text(place: &Place, problems: &mut Problems) -> Option<Text> {
    let Value::Object(languages) = place.value else {
        return place.text(problems).map(|default| Text {
            default,
            ..Text::default()
        });
    };
    let mut text = Text::default();
    let mut right = true;
    for (language, value) in languages {
        let place = Place {
            value,
            at: place.at.key(language),
        };
        match place.text(problems) {
            Some(value) if language == "default" => text.default = value,
            Some(value) => text.translations.push((language.clone(), value)),
            None => right = false,
        }
    }
    if place.value.member("default").is_none() {
        problems.note(
            &place.at,
            "\"default\" is missing: the text for every other language",
        );
        right = false;
    }
    right.then_some(text)
}

fn purpose(place: &Place, problems: &mut Problems) -> Option<Purpose> {
    let purpose = place.object(problems, names::PURPOSE)?;
    let (id, label) = (id(&purpose, problems), label(&purpose, problems));
    Some(Purpose {
        id: id?,
        label: label?,
    })
}

fn service(place: &Place, problems: &mut Problems) -> Option<Service> {
    let service = place.object(problems, names::SERVICE)?;
    let (id, label) = (id(&service, problems), label(&service, problems));
    let hours = service
        .required(problems, "hours")
        .and_then(|place| estimate(&place, problems));
    let texts = |place: Place, problems: &mut Problems| {
        members(&place, problems, |member, problems| member.text(problems))
    };
    let serves = service.read("serves", |place| texts(place, problems));
    let care = service.read("care", |place| hours_per_kind(&place, problems));
    let care_scales = service.read("careScales", |place| place.yes_or_no(problems));
    let alternatives = service.read("alternatives", |place| texts(place, problems));
    Some(Service {
        id: id?,
        label: label?,
        hours: hours?,
        serves: serves?,
        care: care?.unwrap_or_default(),
        care_scales: care_scales?.unwrap_or(false),
        alternatives: alternatives?.unwrap_or_default(),
    })
}

fn promise(place: &Place, problems: &mut Problems) -> Option<Promise> {
    let promise = place.object(problems, names::PROMISE)?;
    let (id, label) = (id(&promise, problems), label(&promise, problems));
    let words = [("yes", "yes"), ("priced", "priced"), ("never", "never")];
    let keepable = promise
        .required(problems, "keepable")
        .and_then(|place| place.one_of(problems, &words));
    let hours = promise.read("hours", |place| estimate(&place, problems));
    match (keepable, promise.optional("hours")) {
        (Some("priced"), None) => drop(promise.required(problems, "hours")),
        (Some("yes" | "never"), Some(hours)) => problems.note(
            &hours.at,
            "hours are for a promise whose keepable is \"priced\"",
        ),
        _ => {}
    }
    let keepable = match (keepable?, hours?) {
        ("priced", hours) => Keepable::Priced(hours?),
        ("never", _) => Keepable::Never,
        _ => Keepable::Yes,
    };
    Some(Promise {
        id: id?,
        label: label?,
        keepable,
    })
}

fn partner(place: &Place, problems: &mut Problems) -> Option<Partner> {
    let partner = place.object(problems, names::PARTNER)?;
    let (id, label) = (id(&partner, problems), label(&partner, problems));
    let url = partner.read("url", |place| url(&place, problems));
    let services = list(&partner, problems, "services", |member, problems| {
        member.text(problems)
    });
    let care = list(&partner, problems, "care", |member, problems| {
        member.one_of(problems, &CareKind::ALL.map(|kind| (kind.id(), kind)))
    });
    let disclosure = partner.read("disclosure", |place| text(&place, problems));
    Some(Partner {
        id: id?,
        label: label?,
        url: url?,
        services: services?,
        care: care?,
        disclosure: disclosure?,
    })
}
