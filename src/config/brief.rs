//! The brief as a document.

use super::budget::BUDGET;
use super::conditions::{CARE_DUTIES, CONDITIONS, DEADLINE, PAY};
use super::describe::{
    boolean, document, ignored, like, list, name, number, object, reference, set, text,
    whole_number,
};
use super::error::ErrorKind;
use super::names::NameSet;
use super::ranges;
use super::read::{Members, Read};
use super::shapes::{ANY_TEXT, COSTS, ESTIMATE, TEXT};
use super::table::{
    Fallback, Kind, Misfit, OBJECT, Object, Reference, Rule, Sentence, Set, Things,
};
use crate::engine::{
    Brief, Existing, Pay, Payer, Priority, Progress, Relationship, Rivals, ShopFacts, Size, Want,
    Wish,
};

document! {
    /// Brief: everything that the client asks for.
    pub static BRIEF: Brief = Object {
        name: "Brief",
        ..OBJECT
    };
    /// Address of this schema, for editors.
    optional "$schema": ignored();
    /// Purpose that the client wants to achieve: the id of one of the terms.
    optional "purpose" => purpose: reference(&PURPOSE);
    /// Wishes of the client. Their order only breaks ties.
    optional "wishes" => wishes: list(&Kind::Object(&WISH));
    /// Existing thing that the job builds on.
    optional "existing" => existing: name(NameSet::of::<Existing>());
    /// Care after delivery. A kind without an owner falls to the shop, unpaid.
    optional "care" => care: object(&CARE_DUTIES);
    /// Promises that the client expects: ids of the terms, without duplicates.
    optional "promises" => promises: set(&Kind::Reference(&PROMISE));
    /// Conditions of working together.
    optional "conditions" => conditions: object(&CONDITIONS);
    /// Timing of the payments. Absent: a deposit is assumed.
    optional "pay": like(PAY);
    /// Payer of third-party charges. Absent: the client.
    optional "costs" => costs: name(NameSet::of::<Payer>());
    /// Relationship between client and shop. Absent: a stranger.
    optional "relationship" => relationship: name(NameSet::of::<Relationship>());
    /// Deadline of the delivery.
    optional "deadline" => deadline: like(DEADLINE);
    /// Budget of the client.
    optional "budget" => budget: object(&BUDGET);
    /// Progress of a job that is under way.
    optional "sofar" => so_far: object(&SO_FAR);
    /// Facts that only the shop knows. They never leave the shop.
    optional "ours" => ours: object(&OURS);
    /// True if the shop needs the money. It never changes the verdict; the answer then adds what an
    /// hour of this job would really earn.
    optional "cashNeeded" => cash_needed: boolean();
    pay = pay;
}

/// Returns the timing of the payments. Version 1 asked for a deposit or none, among the conditions.
fn pay(brief: &Members) -> Option<Pay> {
    let deposit = || {
        let deposit = brief.written("conditions")?.member("deposit")?;
        Some(if bool::read(deposit) {
            Pay::Deposit
        } else {
            Pay::End
        })
    };
    brief.get::<Option<Pay>>("pay").or_else(deposit)
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
    /// The client's name for it; empty if it has none yet.
    optional "name": text(&ANY_TEXT);
    /// Its size.
    optional "size": name(NameSet::of::<Size>());
    /// Its effort, in person-hours.
    optional "hours": like(ESTIMATE);
    /// Number of units, a whole number. Absent: 1.
    optional "count" => count: whole_number(ranges::COUNT).or(Fallback::Number(1.0));
    /// Importance to the client. Absent: `should`.
    optional "priority" => priority: name(NameSet::of::<Priority>()).or(Fallback::Name(Priority::Should.name()));
    /// True if it serves the purpose. Absent: derived from the purposes that the service serves, or
    /// true if the brief has no purpose.
    optional "servesPurpose" => serves_purpose: boolean();
    /// Model the client points at: something it is to be like.
    optional "like" => like: text(&TEXT);
    /// Least duration in weeks, however many people work on it. Absent: the service's.
    optional "leastWeeks" => least_weeks: number(ranges::WEEKS, " weeks");
    /// Third-party charges for one unit. Absent: the service's.
    optional "costs" => costs: object(&COSTS);
    want = want;
}

/// Sets of members that make a wish.
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

document! {
    /// Progress of a job that is under way.
    static SO_FAR: Progress = OBJECT;
    /// Person-hours spent.
    optional "hours" => hours: number(ranges::HOURS, " hours").or(Fallback::Number(0.0));
    /// Money received, in the terms' currency.
    optional "paid" => paid: number(ranges::MONEY, "").or(Fallback::Number(0.0));
    /// Share of the work that is done: 0.5 is half of it.
    optional "done" => done: number(ranges::DONE, "").or(Fallback::Number(0.0));
}

document! {
    /// Facts that only the shop knows. They never leave the shop.
    static OURS: ShopFacts = OBJECT;
    /// Rivals for the job.
    optional "rivals" => rivals: name(NameSet::of::<Rivals>());
    /// Person-hours that a bid takes.
    optional "bidHours" => bid_hours: number(ranges::HOURS, " hours");
    /// It is what the shop does.
    optional "fit" => fit: boolean();
    /// It is lawful.
    optional "lawful" => lawful: boolean();
    /// Somebody at the shop has a doubt.
    optional "doubt" => doubt: boolean();
}
