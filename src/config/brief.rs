//! The brief as a document.

use super::describe::{
    boolean, document, ignored, like, list, name, number, object, reference, set, text,
    whole_number,
};
use super::error::ErrorKind;
use super::names::Words;
use super::ranges;
use super::read::{Members, Read};
use super::shapes::{ANY_TEXT, ESTIMATE, care_members};
use super::table::{
    Either, Fallback, Kind, Misfit, OBJECT, Object, Reference, Rule, Sentence, Set, Short, Things,
};
use crate::engine::{
    Brief, Budget, CareOwner, Conditions, Contact, Deadline, Priority, Relationship, Size, Want,
    Wish,
};
use crate::json::Value;

document! {
    /// A brief: everything that the client asks for.
    pub static BRIEF: Brief = Object {
        name: "Brief",
        ..OBJECT
    };
    /// Address of this schema, for editors.
    optional "$schema": ignored();
    /// Purpose that the client wants to achieve: the id of one of the terms.
    optional "purpose" => purpose: reference(&PURPOSE);
    /// Wishes of the client. Their order changes nothing but ties.
    optional "wishes" => wishes: list(&Kind::Object(&WISH));
    /// Owners of the care once it is live. A kind that nobody is named for is the shop's, unpaid.
    optional "care" => care: object(&CARE_OWNERS);
    /// Promises that the client expects: ids of the terms, each once.
    optional "promises" => promises: set(&Kind::Reference(&PROMISE));
    /// Conditions of working together.
    optional "conditions" => conditions: object(&CONDITIONS);
    /// Relationship of the client to the shop. Not said: a stranger.
    optional "relationship" => relationship: name(Words::of::<Relationship>());
    /// Deadline of the delivery.
    optional "deadline" => deadline: like(DEADLINE);
    /// Budget of the client.
    optional "budget" => budget: object(&BUDGET);
    /// True if the shop needs the money. It never changes a verdict: it is answered with what the job would really earn
    /// an hour.
    optional "cashNeeded" => cash_needed: boolean();
}

/// A purpose of the terms.
static PURPOSE: Reference = Reference {
    things: Things::Purposes,
    named: "purposes of the terms",
    is_free_if_empty: false,
    sentence: Sentence::new("The id of a purpose of the terms."),
};

/// A service of the terms.
static SERVICE: Reference = Reference {
    things: Things::Services,
    named: "services of the terms",
    is_free_if_empty: false,
    sentence: Sentence::new("The id of a service of the terms."),
};

/// A promise of the terms.
static PROMISE: Reference = Reference {
    things: Things::Promises,
    named: "promises of the terms",
    is_free_if_empty: false,
    sentence: Sentence::new("The id of a promise of the terms."),
};

document! {
    /// One thing the client wants.
    pub static WISH: Wish = Object {
        name: "Wish",
        rules: &[Rule::Sets(&WANTS, misfits_of_wish)],
        ..OBJECT
    };
    /// The id of a service of the terms.
    optional "service": reference(&SERVICE);
    /// Name that the client gives it. Empty: it has no name yet.
    optional "name": text(&ANY_TEXT);
    /// Size of it.
    optional "size": name(Words::of::<Size>());
    /// Work that it takes, in person-hours.
    optional "hours": like(ESTIMATE);
    /// Count: how many of it, a whole number. Not said: 1.
    optional "count" => count: whole_number(ranges::COUNT).or(Fallback::Number(1.0));
    /// Priority. Not said: `should`.
    optional "priority" => priority: name(Words::of::<Priority>()).or(Fallback::Name(Priority::Should.name()));
    /// True if it serves the purpose. Not said: taken from what the service serves where a purpose was said, else it does.
    optional "servesPurpose" => serves_purpose: boolean();
    want = want;
}

/// The sets of members that say what a wish is for.
static WANTS: [Set; 3] = [
    Set {
        members: &["service"],
        sentence: Sentence::new("A service of the terms."),
    },
    Set {
        members: &["name", "size"],
        sentence: Sentence::new(
            "Something of the client's own, as large as one of the terms' sizes.",
        ),
    },
    Set {
        members: &["name", "hours"],
        sentence: Sentence::new("Something of the client's own, with hours."),
    },
];

fn misfits_of_wish(has: &dyn Fn(&str) -> bool) -> Vec<Misfit> {
    let own = ["name", "size", "hours"].into_iter().find(|name| has(name));
    if has("service") {
        let both = own.map(|own| (Some(own), ErrorKind::WishOfBoth));
        return Vec::from_iter(both);
    }
    if own.is_none() {
        return vec![(None, ErrorKind::EmptyWish)];
    }
    let name = (!has("name")).then_some((Some("name"), ErrorKind::Missing("name")));
    let size = match (has("size"), has("hours")) {
        (true, true) => Some((Some("hours"), ErrorKind::WishOfTwoSizes)),
        (false, false) => Some((None, ErrorKind::WishWithoutSize)),
        _ => None,
    };
    name.into_iter().chain(size).collect()
}

fn want(wish: &Members) -> Want {
    match (wish.get("service"), wish.get("size")) {
        (Some(service), _) => Want::Service { service },
        (None, Some(size)) => Want::Sized {
            name: wish.get("name"),
            size,
        },
        (None, None) => Want::Estimated {
            name: wish.get("name"),
            hours: wish.get("hours"),
        },
    }
}

/// Owners of each kind of care.
static CARE_OWNERS: Object = Object {
    name: "CareOwners",
    sentence: Sentence::new("Owners of each kind of care."),
    members: &care_members(Kind::Name(Words::of::<CareOwner>())),
    ..OBJECT
};

document! {
    /// Conditions of working together. Absent is not said.
    pub static CONDITIONS: Conditions = Object {
        name: "Conditions",
        ..OBJECT
    };
    /// Texts and pictures are ready before the start.
    optional "contentReady" => content_ready: boolean();
    /// Contact: how often the client can be reached.
    optional "contact" => contact: name(Words::of::<Contact>());
    /// It may be delivered in phases.
    optional "phased" => phased: boolean();
    /// One person decides.
    optional "decider" => decider: boolean();
    /// The request is written down.
    optional "written" => written: boolean();
    /// The client is open to advice on what serves the purpose best.
    optional "openToAdvice" => open_to_advice: boolean();
    /// A deposit is paid before the start.
    optional "deposit" => deposit: boolean();
    /// A free sample is expected first.
    optional "freeSample" => free_sample: boolean();
}

/// A date, or none.
const DEADLINE: Kind = Kind::Either(&WEEKS_OR_OPEN);

static WEEKS_OR_OPEN: Either = Either {
    name: "Deadline",
    sentence: Sentence::new("Deadline of the delivery."),
    short: Short::Name(Words::new(&["open"], &["There is no date."])),
    object: &WEEKS,
};

document! {
    /// Within so many weeks from today, at least 0.
    static WEEKS = OBJECT;
    /// Within so many weeks from today, at least 0.
    required "weeks": number(ranges::WEEKS, " weeks");
}

impl Read for Deadline {
    fn read(value: &Value) -> Deadline {
        match value.member("weeks") {
            Some(weeks) => Deadline::Weeks(f64::read(weeks)),
            None => Deadline::Open,
        }
    }

    fn absent(_: Fallback) -> Deadline {
        Deadline::Open
    }
}

document! {
    /// Budget of the client, in the terms' currency.
    static BUDGET = Object {
        name: "Budget",
        rules: &[Rule::Sets(&BUDGETS, misfits_of_budget)],
        wanted: KINDS_OF_BUDGET,
        ..OBJECT
    };
    /// One amount for all of it, at least 0.
    optional "fixed": number(ranges::MONEY, "");
    /// A retainer: so much a month for as long as the terms count care, at least 0.
    optional "monthly": number(ranges::MONEY, " a month");
    /// By the hour, at the shop's rate.
    optional "hourly": object(&HOURLY);
}

/// The kinds of budget, in an error.
const KINDS_OF_BUDGET: &str = "{\"fixed\": …}, {\"monthly\": …} or {\"hourly\": {…}}";

/// The kinds of budget.
static BUDGETS: [Set; 3] = [
    Set {
        members: &["fixed"],
        sentence: Sentence::new("One amount for all of it, at least 0."),
    },
    Set {
        members: &["monthly"],
        sentence: Sentence::new(
            "A retainer: so much a month for as long as the terms count care, at least 0.",
        ),
    },
    Set {
        members: &["hourly"],
        sentence: Sentence::new("By the hour, at the shop's rate."),
    },
];

fn misfits_of_budget(has: &dyn Fn(&str) -> bool) -> Vec<Misfit> {
    let is_one = BUDGETS
        .iter()
        .filter(|set| set.members.iter().any(|name| has(name)))
        .count()
        == 1;
    Vec::from_iter((!is_one).then_some((None, ErrorKind::OneBudget(KINDS_OF_BUDGET))))
}

impl Read for Budget {
    fn read(value: &Value) -> Budget {
        let amount = |name| value.member(name).map(f64::read);
        match (amount("fixed"), amount("monthly")) {
            (Some(amount), _) => Budget::Fixed(amount),
            (_, Some(amount)) => Budget::Monthly(amount),
            _ => Budget::Hourly {
                cap: value
                    .member("hourly")
                    .and_then(|hourly| hourly.member("cap"))
                    .map(f64::read),
            },
        }
    }

    fn absent(_: Fallback) -> Budget {
        Budget::Hourly { cap: None }
    }
}

document! {
    /// By the hour, at the shop's rate.
    static HOURLY = OBJECT;
    /// Most that it may come to, at least 0. Absent: no limit.
    optional "cap": number(ranges::MONEY, "");
}
