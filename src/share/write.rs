//! Serialiser of links.

use super::format::{CONDITIONS, KEY, MOST, stamp};
use super::fragment::{in_fragment, without};
use super::name::encode;
use super::read::is_date;
use crate::decimal;
use crate::engine::{
    Amount, Brief, Budget, CareDuty, CareKind, CareOwner, Contact, CountedFrom, Deadline, Existing,
    Pay, Payer, Priority, Progress, Relationship, ResponseTime, Rounds, Size, Terms, Topic, Want,
    Wish,
};

/// Returns the word of a link that opens this brief, or `None` if it would be longer than [`MOST`].
///
/// `date` is the day asked for, as `2027-01-15`, if the brief's weeks come from one. The shop's
/// need for the money, and the facts that only the shop knows, are left out.
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
/// let brief = Brief { budget: Some(Budget::monthly(150.0)), ..Brief::default() };
/// let link = takeon::share::link(&brief, None, &terms).unwrap();
/// assert!(link.starts_with("2.") && link.ends_with("~b_150_m~z"));
/// assert_eq!(takeon::share::read(&link, &terms).unwrap().brief, brief);
/// ```
pub fn link(brief: &Brief, date: Option<&str>, terms: &Terms) -> Option<String> {
    word(brief, brief.so_far, date, terms)
}

/// Like [`link`], without the progress: beside a price, a client could compute what an hour earns.
///
/// ```
/// use takeon::engine::{Brief, Progress};
/// # let terms = takeon::config::read_terms(
/// #     r#"{
/// #         "shop": { "name": "Studio Nord" }, "currency": "EUR", "rate": 85,
/// #         "team": { "hoursPerWeek": 25 }, "services": []
/// #     }"#,
/// # )
/// # .unwrap();
/// let so_far = Progress { hours: 22.5, paid: 1500.0, done: 0.5 };
/// let begun = Brief { so_far: Some(so_far), ..Brief::default() };
/// let link = takeon::share::client_link(&begun, None, &terms);
/// assert_eq!(link, takeon::share::link(&Brief::default(), None, &terms));
/// ```
pub fn client_link(brief: &Brief, date: Option<&str>, terms: &Terms) -> Option<String> {
    word(brief, None, date, terms)
}

fn word(
    brief: &Brief,
    so_far: Option<Progress>,
    date: Option<&str>,
    terms: &Terms,
) -> Option<String> {
    let mut link = format!("2.{}", stamp(terms));
    if let Some(purpose) = &brief.purpose {
        link.push_str("~p_");
        encode(&mut link, purpose);
    }
    for wish in &brief.wishes {
        push_wish(&mut link, wish);
    }
    push_said(&mut link, "on", brief.existing.map_or("", Existing::name));
    let care: String = CareKind::ALL.map(|kind| duty(brief.care[kind])).concat();
    push_said(&mut link, "c", &care);
    if !brief.promises.is_empty() {
        link.push_str("~e");
        for promise in &brief.promises {
            link.push('_');
            encode(&mut link, promise);
        }
    }
    push_said(&mut link, "k", &conditions(brief));
    let rounds = brief.conditions.rounds.map(|rounds| match rounds {
        Rounds::Counted(count) => count.to_string(),
        Rounds::Open(_) => "open".to_owned(),
    });
    push_said(&mut link, "rounds", &rounds.unwrap_or_default());
    let pay = brief.pay.map(|pay| match pay {
        Pay::Deposit => "deposit".to_owned(),
        Pay::Stages(stages) => stages.to_string(),
        Pay::End => "end".to_owned(),
        Pay::Later => "later".to_owned(),
        Pay::Share => "share".to_owned(),
    });
    push_said(&mut link, "pay", &pay.unwrap_or_default());
    push_said(&mut link, "costs", brief.costs.map_or("", Payer::name));
    let relationship = brief.relationship.map(|relationship| match relationship {
        Relationship::Stranger => "s",
        Relationship::Referred => "r",
        Relationship::Client => "c",
        Relationship::Friend => "f",
    });
    push_said(&mut link, "r", relationship.unwrap_or_default());
    let date = date.filter(|date| is_date(date));
    let deadline = brief.deadline.map(|deadline| match (deadline, date) {
        (Deadline::Open, _) => "open".to_owned(),
        (Deadline::Weeks { .. }, Some(date)) => date.to_owned(),
        (Deadline::Weeks { weeks, from }, None) => match from {
            CountedFrom::Today => number(weeks),
            from => [&number(weeks), "_", from.name()].concat(),
        },
    });
    push_said(&mut link, "d", &deadline.unwrap_or_default());
    push_said(
        &mut link,
        "b",
        &brief.budget.map(budget).unwrap_or_default(),
    );
    let so_far = so_far.map(|so_far| {
        [so_far.hours, so_far.paid, so_far.done]
            .map(number)
            .join("-")
    });
    push_said(&mut link, "sofar", &so_far.unwrap_or_default());
    link.push_str("~z");
    (link.len() <= MOST).then_some(link)
}

/// Formats a number so that it is parsed as the same bits. Negative numbers are not expected.
fn number(value: f64) -> String {
    // A zero may have a sign.
    decimal::text(value.abs())
}

/// Appends a part that has any content.
fn push_said(link: &mut String, key: &str, value: &str) {
    if value.contains(|c| c != '-') {
        link.extend(["~", key, "_", value]);
    }
}

fn duty(duty: CareDuty) -> String {
    let owner = match duty.by {
        None => "-",
        Some(CareOwner::Client) => "c",
        Some(CareOwner::UsPaid) => "p",
        Some(CareOwner::Partner) => "x",
        Some(CareOwner::UsUnpaid) => "u",
    };
    let within = match duty.within {
        None => "",
        Some(ResponseTime::Day) => "d",
        Some(ResponseTime::Hours) => "h",
    };
    [owner, &or_nothing(duty.hours), within].concat()
}

/// Formats a budget: its amount, a `_`, and its deal, each if it has content.
fn budget(budget: Budget) -> String {
    let of = |amount| match amount {
        Amount::Exact(amount) => number(amount),
        Amount::Range { from, to } => [number(from), number(to)].join("-"),
        Amount::Unsaid {} => String::new(),
    };
    let (amount, deal, own) = match budget {
        Budget::Fixed(amount) => (of(amount), "f", None),
        Budget::Monthly(amount) => (of(amount), "m", None),
        Budget::Hourly { rate, cap } => (or_nothing(cap), "h", rate),
        Budget::Gift { hours, months } => (or_nothing(hours), "g", months),
    };
    let deal = [deal, &or_nothing(own)].concat();
    match (amount.as_str(), deal.as_str()) {
        ("", _) => deal,
        (_, "f") => amount,
        _ => [amount, deal].join("_"),
    }
}

fn or_nothing(value: Option<f64>) -> String {
    value.map(number).unwrap_or_default()
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
                Size::Unknown => "_u",
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
    if let Some(like) = &wish.like {
        link.push_str("_l-");
        encode(link, like);
    }
    if let Some(weeks) = wish.least_weeks {
        link.extend(["_t-", &number(weeks)]);
    }
    if let Some(costs) = wish.costs {
        link.extend(["_e-", &number(costs.once), "-", &number(costs.monthly)]);
    }
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

/// Returns the address of a page with a link in it. The rest of its fragment is kept, except an
/// earlier link.
///
/// ```
/// use takeon::share::address;
/// assert_eq!(address("https://a.example/?q", "takeon", "1.z"), "https://a.example/?q#takeon=1.z");
/// assert_eq!(address("/b#top&takeon=1.old", "takeon", "1.z"), "/b#top&takeon=1.z");
/// // A fragment may be the address of a page itself.
/// assert_eq!(address("/#/b", "takeon", "1.z"), "/#/b?takeon=1.z");
/// ```
pub fn address(page: &str, key: &str, link: &str) -> String {
    let (page, fragment) = page.split_once('#').unwrap_or((page, ""));
    let others = if in_fragment(fragment, key).is_some() {
        without(fragment, key)
    } else {
        fragment.to_owned()
    };
    let is_route = others.starts_with(['/', '!']) && !others.contains('?');
    let between = match (others.is_empty(), is_route) {
        (true, _) => "",
        (_, true) => "?",
        _ => "&",
    };
    format!("{page}#{others}{between}{key}={link}")
}

/// Returns the key of the calculator with this name on its page: the first one has no name.
pub fn key(name: &str) -> String {
    if name.is_empty() {
        return KEY.to_owned();
    }
    let mut key = format!("{KEY}-");
    encode(&mut key, name);
    key
}
