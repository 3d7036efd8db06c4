//! A brief as a link.

use super::read::is_date;
use super::word::encode;
use super::{CONDITIONS, KEY, MOST, in_fragment, stamp, without};
use crate::decimal;
use crate::engine::{
    Brief, Budget, CareKind, CareOwner, Contact, Deadline, Priority, Relationship, Size, Terms,
    Topic, Want, Wish,
};

/// The word of a link that opens this brief. None where it would be longer than [`MOST`].
///
/// `date` is the day that was asked for, as `2027-01-15`, where the brief's weeks come from one.
/// Leaves out if the shop needs the money.
///
/// ```
/// use takeon::engine::{Brief, Budget};
/// let terms = takeon::config::read_terms(
///     r#"{
///         "shop": { "name": "Studio Nord" }, "currency": "EUR", "rate": 85,
///         "team": { "hoursPerWeek": 25 }, "services": []
///     }"#,
/// )
/// .unwrap();
/// let brief = Brief { budget: Some(Budget::Monthly(150.0)), ..Brief::default() };
/// let link = takeon::share::link(&brief, None, &terms).unwrap();
/// assert!(link.starts_with("1.") && link.ends_with("~b_150_m~z"));
/// assert_eq!(takeon::share::read(&link, &terms).unwrap().brief, brief);
/// ```
pub fn link(brief: &Brief, date: Option<&str>, terms: &Terms) -> Option<String> {
    let mut link = format!("1.{}", stamp(terms));
    if let Some(purpose) = &brief.purpose {
        link.push_str("~p_");
        encode(&mut link, purpose);
    }
    for wish in &brief.wishes {
        push_wish(&mut link, wish);
    }
    let care: String = CareKind::ALL
        .into_iter()
        .map(|kind| match brief.care[kind] {
            None => '-',
            Some(CareOwner::Client) => 'c',
            Some(CareOwner::UsPaid) => 'p',
            Some(CareOwner::Partner) => 'x',
            Some(CareOwner::UsUnpaid) => 'u',
        })
        .collect();
    push_said(&mut link, 'c', &care);
    if !brief.promises.is_empty() {
        link.push_str("~e");
        for promise in &brief.promises {
            link.push('_');
            encode(&mut link, promise);
        }
    }
    push_said(&mut link, 'k', &conditions(brief));
    let relationship = brief.relationship.map(|relationship| match relationship {
        Relationship::Stranger => "s",
        Relationship::Referred => "r",
        Relationship::Client => "c",
        Relationship::Friend => "f",
    });
    let date = date.filter(|date| is_date(date));
    let deadline = brief.deadline.map(|deadline| match (deadline, date) {
        (Deadline::Open, _) => "open".to_owned(),
        (Deadline::Weeks(_), Some(date)) => date.to_owned(),
        (Deadline::Weeks(weeks), None) => number(weeks),
    });
    let budget = brief.budget.map(|budget| match budget {
        Budget::Fixed(amount) => number(amount),
        Budget::Monthly(amount) => format!("{}_m", number(amount)),
        Budget::Hourly { cap: None } => "h".to_owned(),
        Budget::Hourly { cap: Some(cap) } => format!("{}_h", number(cap)),
    });
    push_said(&mut link, 'r', relationship.unwrap_or_default());
    push_said(&mut link, 'd', &deadline.unwrap_or_default());
    push_said(&mut link, 'b', &budget.unwrap_or_default());
    link.push_str("~z");
    (link.len() <= MOST).then_some(link)
}

/// A number in digits: what is read gives the same to the bit. Nothing less than 0 is written.
fn number(value: f64) -> String {
    // A zero may have a sign.
    decimal::text(value.abs())
}

/// A part of which anything was said.
fn push_said(link: &mut String, key: char, value: &str) {
    if value.contains(|c| c != '-') {
        link.extend(['~', key, '_']);
        link.push_str(value);
    }
}

fn push_wish(link: &mut String, wish: &Wish) {
    match &wish.want {
        Want::Service { service } => {
            link.push_str("~w_");
            encode(link, service);
        }
        Want::Sized { name, size } => {
            link.push_str("~o_");
            encode(link, name);
            link.push_str(match size {
                Size::Small => "_s",
                Size::Medium => "_m",
                Size::Large => "_l",
            });
        }
        Want::Estimated { name, hours } => {
            link.push_str("~o_");
            encode(link, name);
            let points = [hours.low, hours.likely, hours.high].map(number);
            link.push('_');
            link.push_str(&points.join("-"));
        }
    }
    if wish.count != 1 {
        link.push_str(&format!("_{}", wish.count));
    }
    link.push_str(match wish.priority {
        Priority::Must => "_m",
        Priority::Should => "",
        Priority::Could => "_c",
    });
    link.push_str(match wish.serves_purpose {
        None => "",
        Some(true) => "_y",
        Some(false) => "_n",
    });
}

fn conditions(brief: &Brief) -> String {
    let letter = |topic| match (
        topic,
        brief.conditions.said(topic),
        brief.conditions.contact,
    ) {
        (Topic::Contact, _, Some(Contact::Daily)) => 'd',
        (Topic::Contact, _, Some(Contact::Weekly)) => 'w',
        (Topic::Contact, _, Some(Contact::Rarely)) => 'r',
        (_, Some(true), _) => 'y',
        (_, Some(false), _) => 'n',
        (_, None, _) => '-',
    };
    CONDITIONS.into_iter().map(letter).collect()
}

/// The address of a page with a link in it. What else stands in its fragment stays, but for a link
/// that is there already.
///
/// ```
/// use takeon::share::address;
/// assert_eq!(address("https://a.example/?q", "takeon", "1.z"), "https://a.example/?q#takeon=1.z");
/// assert_eq!(address("/b#top&takeon=1.old", "takeon", "1.z"), "/b#top&takeon=1.z");
/// ```
pub fn address(page: &str, key: &str, link: &str) -> String {
    let (page, fragment) = page.split_once('#').unwrap_or((page, ""));
    let others = if in_fragment(fragment, key).is_some() {
        without(fragment, key)
    } else {
        fragment.to_owned()
    };
    let between = if others.is_empty() { "" } else { "&" };
    format!("{page}#{others}{between}{key}={link}")
}

/// The key of the calculator with this name on its page: the first one has no name of its own.
pub fn key(name: &str) -> String {
    if name.is_empty() {
        return KEY.to_owned();
    }
    let mut key = format!("{KEY}-");
    encode(&mut key, name);
    key
}
