//! The brief as a document.

use super::describe::{
    boolean, count, document, ignored, like, list, name, number, object, reference, set, text,
    whole_number,
};
use super::error::ErrorKind;
use super::names::Words;
use super::ranges;
use super::read::{Members, Read};
use super::shapes::{ANY_TEXT, COSTS, ESTIMATE, TEXT, care_members};
use super::table::{
    Count, Either, Fallback, Kind, Misfit, Number, OBJECT, Object, Reference, Rule, Sentence, Set,
    Short, Things,
};
use crate::engine::{
    Amount, Brief, Budget, CareDuty, CareOwner, Conditions, Contact, CountedFrom, Deadline,
    Existing, Ours, Pay, Payer, Priority, Relationship, Rivals, Rounds, Size, SoFar, Want, Wish,
    Within,
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
    /// Thing that it goes on top of.
    optional "existing" => existing: name(Words::of::<Existing>());
    /// Care once it is live. A kind that nobody is named for is the shop's, unpaid.
    optional "care" => care: object(&CARE_DUTIES);
    /// Promises that the client expects: ids of the terms, each once.
    optional "promises" => promises: set(&Kind::Reference(&PROMISE));
    /// Conditions of working together.
    optional "conditions" => conditions: object(&CONDITIONS);
    /// Time at which the money comes. Not said: it counts as with a deposit.
    optional "pay": like(PAY);
    /// Payer of what others charge for the wishes. Not said: the client.
    optional "costs" => costs: name(Words::of::<Payer>());
    /// Relationship of the client to the shop. Not said: a stranger.
    optional "relationship" => relationship: name(Words::of::<Relationship>());
    /// Deadline of the delivery.
    optional "deadline" => deadline: like(DEADLINE);
    /// Budget of the client.
    optional "budget" => budget: object(&BUDGET);
    /// Work that was done already, where the shop is in it.
    optional "sofar" => so_far: object(&SO_FAR);
    /// Things that only the shop knows. They never leave the shop.
    optional "ours" => ours: object(&OURS);
    /// True if the shop needs the money. It never changes a verdict: it is answered with what the job would really earn
    /// an hour.
    optional "cashNeeded" => cash_needed: boolean();
    pay = pay;
}

/// When the money comes. Version 1 asked for a deposit or none, among the conditions.
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
    /// Thing that the client points at: it is to be like that.
    optional "like" => like: text(&TEXT);
    /// Weeks that it lasts however many work on it. Not said: those of the service.
    optional "leastWeeks" => least_weeks: number(ranges::WEEKS, " weeks");
    /// Costs: what others charge for one of it. Not said: those of the service.
    optional "costs" => costs: object(&COSTS);
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

/// Care of each kind.
static CARE_DUTIES: Object = Object {
    name: "CareDuties",
    sentence: Sentence::new("Care of each kind: who does it, and how much of it there is."),
    members: &care_members(Kind::Either(&OWNER_OR_DUTY)),
    ..OBJECT
};

static OWNER_OR_DUTY: Either = Either {
    name: "CareDuty",
    sentence: Sentence::new("Care of one kind, as far as it was said."),
    short: Short::Name(Words::of::<CareOwner>()),
    object: &DUTY,
};

document! {
    /// Owner of the care, amount of it, and how soon it must be given.
    static DUTY = Object {
        wanted: "{\"by\": …, \"hours\": …, \"within\": …}",
        ..OBJECT
    };
    /// Owner of the care. Not said: it comes to the shop, unpaid.
    optional "by": name(Words::of::<CareOwner>());
    /// Hours of it a month. Not said: those that the wishes bring.
    optional "hours": number(ranges::HOURS, " hours a month");
    /// Time within which it must be given. Not said: in its own time.
    optional "within": name(Words::of::<Within>());
}

impl Read for CareDuty {
    fn read(value: &Value) -> CareDuty {
        let Value::Object(_) = value else {
            return CareDuty::by(CareOwner::read(value));
        };
        CareDuty {
            by: value.member("by").map(CareOwner::read),
            hours: value.member("hours").map(f64::read),
            within: value.member("within").map(Within::read),
        }
    }

    fn absent(_: Fallback) -> CareDuty {
        CareDuty::default()
    }
}

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
    /// Of version 1, and read only where `pay` is not said: true is a deposit before the start, false all of it at the end.
    optional "deposit": boolean();
    /// A free sample is expected first.
    optional "freeSample" => free_sample: boolean();
    /// Rounds of changes that are expected in the price.
    optional "rounds" => rounds: count(&COUNT_OR_OPEN);
    /// Somebody outside must do their part first.
    optional "depends" => depends: boolean();
    /// Whoever asks speaks for somebody else.
    optional "goBetween" => go_between: boolean();
}

/// Rounds of changes, or no end of them.
static COUNT_OR_OPEN: Count = Count {
    name: "Rounds",
    sentence: Sentence::new("Rounds of changes."),
    number: Number {
        range: ranges::ROUNDS,
        unit: "",
        is_whole: true,
    },
    words: Words::new(&["open"], &["As many as it takes."]),
    wanted: "a whole number from 0 to 100 or \"open\"",
};

impl Read for Rounds {
    fn read(value: &Value) -> Rounds {
        match value {
            Value::Number(_) => Rounds::Counted(u32::read(value)),
            _ => Rounds::OPEN,
        }
    }

    fn absent(_: Fallback) -> Rounds {
        Rounds::OPEN
    }
}

/// When the money comes.
const PAY: Kind = Kind::Either(&TIME_OR_STAGES);

static TIME_OR_STAGES: Either = Either {
    name: "Pay",
    sentence: Sentence::new("Time at which the money comes."),
    short: Short::Name(Words::new(
        &["deposit", "end", "later", "share"],
        &[
            "A deposit before the start.",
            "All of it at the end.",
            "Later than that, such as when it earns.",
            "A share of what it will earn, in place of money.",
        ],
    )),
    object: &STAGES,
};

document! {
    /// In stages.
    static STAGES = Object {
        wanted: "{\"stages\": …}",
        ..OBJECT
    };
    /// Number of stages, a whole one.
    required "stages": whole_number(ranges::STAGES);
}

impl Read for Pay {
    fn read(value: &Value) -> Pay {
        match (value.text(), value.member("stages")) {
            (_, Some(stages)) => Pay::Stages(u32::read(stages)),
            (Some("end"), _) => Pay::End,
            (Some("later"), _) => Pay::Later,
            (Some("share"), _) => Pay::Share,
            _ => Pay::Deposit,
        }
    }

    fn absent(_: Fallback) -> Pay {
        Pay::Deposit
    }
}

document! {
    /// Work that was done already.
    static SO_FAR: SoFar = OBJECT;
    /// Person-hours spent.
    optional "hours" => hours: number(ranges::HOURS, " hours").or(Fallback::Number(0.0));
    /// Money received, in the terms' currency.
    optional "paid" => paid: number(ranges::MONEY, "").or(Fallback::Number(0.0));
    /// Share of the work that is done: 0.5 is half of it.
    optional "done" => done: number(ranges::DONE, "").or(Fallback::Number(0.0));
}

document! {
    /// Things that only the shop knows. They never leave the shop.
    static OURS: Ours = OBJECT;
    /// Rivals: who else is asked.
    optional "rivals" => rivals: name(Words::of::<Rivals>());
    /// Person-hours that a bid takes.
    optional "bidHours" => bid_hours: number(ranges::HOURS, " hours");
    /// It is what the shop does.
    optional "fit" => fit: boolean();
    /// It is lawful.
    optional "lawful" => lawful: boolean();
    /// Somebody of the shop has a doubt.
    optional "doubt" => doubt: boolean();
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
    /// Within so many weeks, at least 0.
    static WEEKS = Object {
        wanted: "{\"weeks\": …}",
        ..OBJECT
    };
    /// Within so many weeks, at least 0.
    required "weeks": number(ranges::WEEKS, " weeks");
    /// Day from which they are counted.
    optional "from": name(Words::of::<CountedFrom>()).or(Fallback::Name(CountedFrom::Today.name()));
}

impl Read for Deadline {
    fn read(value: &Value) -> Deadline {
        match value.member("weeks") {
            Some(weeks) => Deadline::Weeks {
                weeks: f64::read(weeks),
                from: value
                    .member("from")
                    .map(CountedFrom::read)
                    .unwrap_or_default(),
            },
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
    /// One amount for all of it.
    optional "fixed": like(AMOUNT);
    /// A retainer: so much a month for as long as the terms count care.
    optional "monthly": like(AMOUNT_A_MONTH);
    /// By the hour.
    optional "hourly": object(&HOURLY);
    /// Nothing: the shop gives hours of its own.
    optional "gift": object(&GIFT);
}

/// The kinds of budget, in an error.
const KINDS_OF_BUDGET: &str =
    "{\"fixed\": …}, {\"monthly\": …}, {\"hourly\": {…}} or {\"gift\": {…}}";

/// The kinds of budget.
static BUDGETS: [Set; 4] = [
    Set {
        members: &["fixed"],
        sentence: Sentence::new("One amount for all of it."),
    },
    Set {
        members: &["monthly"],
        sentence: Sentence::new("A retainer: so much a month for as long as the terms count care."),
    },
    Set {
        members: &["hourly"],
        sentence: Sentence::new("By the hour."),
    },
    Set {
        members: &["gift"],
        sentence: Sentence::new("Nothing: the shop gives hours of its own."),
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
        let number = |of: &Value, name: &str| of.member(name).map(f64::read);
        let kind = |name| value.member(name);
        match (kind("fixed"), kind("monthly"), kind("hourly"), kind("gift")) {
            (Some(amount), _, _, _) => Budget::Fixed(Amount::read(amount)),
            (_, Some(amount), _, _) => Budget::Monthly(Amount::read(amount)),
            (_, _, Some(hourly), _) => Budget::Hourly {
                rate: number(hourly, "rate"),
                cap: number(hourly, "cap"),
            },
            (_, _, _, Some(gift)) => Budget::Gift {
                hours: number(gift, "hours"),
                months: number(gift, "months"),
            },
            _ => Budget::HOURLY,
        }
    }

    fn absent(_: Fallback) -> Budget {
        Budget::HOURLY
    }
}

/// An amount: exact, a range, or not said.
const AMOUNT: Kind = Kind::Either(&EXACT_OR_RANGE);

static EXACT_OR_RANGE: Either = Either {
    name: "Amount",
    sentence: Sentence::new("An amount of money: exact, a range, or not said."),
    short: exact(""),
    object: &RANGE,
};

/// An amount a month, or not said.
const AMOUNT_A_MONTH: Kind = Kind::Either(&EXACT_OR_UNSAID);

static EXACT_OR_UNSAID: Either = Either {
    name: "AmountAMonth",
    sentence: Sentence::new("An amount of money a month: exact, or not said."),
    short: exact(" a month"),
    object: &UNSAID,
};

const fn exact(unit: &'static str) -> Short {
    let number = Number {
        range: ranges::MONEY,
        unit,
        is_whole: false,
    };
    Short::Number(number, Sentence::new("This much, at least 0."))
}

/// The deal is said, and no amount.
static UNSAID: Object = Object {
    sentence: Sentence::new("The deal is said, and no amount."),
    wanted: "a number, or {} where no amount was said",
    ..OBJECT
};

document! {
    /// A range: it counts as its least, and offers reach from its most. Empty: no amount is said.
    static RANGE = Object {
        rules: &[
            Rule::Sets(&RANGES, misfits_of_range),
            Rule::Rising(&["from", "to"], ""),
        ],
        wanted: "a number, {\"from\": …, \"to\": …}, or {} where no amount was said",
        ..OBJECT
    };
    /// Least.
    optional "from": number(ranges::MONEY, "");
    /// Most, not below the least.
    optional "to": number(ranges::MONEY, "");
}

/// Both ends of a range, or none.
static RANGES: [Set; 2] = [
    Set {
        members: &["from", "to"],
        sentence: Sentence::new("Anything between the two."),
    },
    Set {
        members: &[],
        sentence: Sentence::new("The deal is said, and no amount."),
    },
];

fn misfits_of_range(has: &dyn Fn(&str) -> bool) -> Vec<Misfit> {
    let missing = match (has("from"), has("to")) {
        (true, false) => Some("to"),
        (false, true) => Some("from"),
        _ => None,
    };
    Vec::from_iter(missing.map(|name| (Some(name), ErrorKind::Missing(name))))
}

impl Read for Amount {
    fn read(value: &Value) -> Amount {
        match (value.member("from"), value.member("to")) {
            (Some(from), Some(to)) => Amount::Range {
                from: f64::read(from),
                to: f64::read(to),
            },
            _ if matches!(value, Value::Number(_)) => Amount::Exact(f64::read(value)),
            _ => Amount::Unsaid {},
        }
    }

    fn absent(_: Fallback) -> Amount {
        Amount::Unsaid {}
    }
}

document! {
    /// By the hour.
    static HOURLY = OBJECT;
    /// Price of an hour. Absent: the shop's rate.
    optional "rate": number(ranges::RATE, " (money an hour)");
    /// Most that it may come to, at least 0. Absent: no limit.
    optional "cap": number(ranges::MONEY, "");
}

document! {
    /// Nothing: the shop gives hours of its own.
    static GIFT = OBJECT;
    /// Person-hours that are given. Absent: not said.
    optional "hours": number(ranges::HOURS, " hours");
    /// Number of months over which care is given. Absent: as long as the terms count it.
    optional "months": number(ranges::CARE_MONTHS, " months");
}
