//! Conditions of working together, care, payment and deadline as documents.

use super::describe::{boolean, count, document, name, number, whole_number};
use super::names::NameSet;
use super::ranges;
use super::read::Read;
use super::shapes::care_members;
use super::table::{Count, Either, Fallback, Kind, Number, OBJECT, Object, Sentence, Short};
use crate::engine::{
    CareDuty, CareOwner, Conditions, Contact, CountedFrom, Deadline, Pay, ResponseTime, Rounds,
};
use crate::json::Value;

document! {
    /// Conditions of working together. Absent is not said.
    pub static CONDITIONS: Conditions = Object {
        name: "Conditions",
        ..OBJECT
    };
    /// Texts and pictures are ready before the start.
    optional "contentReady" => content_ready: boolean();
    /// Availability of the client.
    optional "contact" => contact: name(NameSet::of::<Contact>());
    /// It may be delivered in phases.
    optional "phased" => phased: boolean();
    /// One person decides.
    optional "decider" => decider: boolean();
    /// The request is written down.
    optional "written" => written: boolean();
    /// The client is open to advice on what serves the purpose best.
    optional "openToAdvice" => open_to_advice: boolean();
    /// Part of version 1, which is only read without `pay`: true is a deposit before the start,
    /// false everything at the end.
    optional "deposit": boolean();
    /// A free sample is expected first.
    optional "freeSample" => free_sample: boolean();
    /// Rounds of changes expected in the price.
    optional "rounds" => rounds: count(&COUNT_OR_OPEN);
    /// Somebody outside must do their part first.
    optional "depends" => depends: boolean();
    /// A go-between asks: somebody who speaks for somebody else.
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
    words: NameSet::new(&["open"], &["As many as it takes."]),
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

/// Timing of the payments.
pub const PAY: Kind = Kind::Either(&TIME_OR_STAGES);

static TIME_OR_STAGES: Either = Either {
    name: "Pay",
    sentence: Sentence::new("Time at which the money comes."),
    short: Short::Name(NameSet::new(
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

/// Care of each kind.
pub static CARE_DUTIES: Object = Object {
    name: "CareDuties",
    sentence: Sentence::new("Care of each kind: who does it, and how much of it there is."),
    members: &care_members(Kind::Either(&OWNER_OR_DUTY)),
    ..OBJECT
};

static OWNER_OR_DUTY: Either = Either {
    name: "CareDuty",
    sentence: Sentence::new("Care of one kind, as far as it was said."),
    short: Short::Name(NameSet::of::<CareOwner>()),
    object: &DUTY,
};

document! {
    /// Owner of the care, amount of it, and how soon it must be given.
    static DUTY = Object {
        wanted: "{\"by\": …, \"hours\": …, \"within\": …}",
        ..OBJECT
    };
    /// Owner of the care. Absent: it falls to the shop, unpaid.
    optional "by": name(NameSet::of::<CareOwner>());
    /// Hours a month. Absent: those that the wishes bring.
    optional "hours": number(ranges::HOURS, " hours a month");
    /// Response time. Absent: there is no hurry.
    optional "within": name(NameSet::of::<ResponseTime>());
}

impl Read for CareDuty {
    fn read(value: &Value) -> CareDuty {
        let Value::Object(_) = value else {
            return CareDuty::by(CareOwner::read(value));
        };
        CareDuty {
            by: value.member("by").map(CareOwner::read),
            hours: value.member("hours").map(f64::read),
            within: value.member("within").map(ResponseTime::read),
        }
    }

    fn absent(_: Fallback) -> CareDuty {
        CareDuty::default()
    }
}

/// A date, or none.
pub const DEADLINE: Kind = Kind::Either(&WEEKS_OR_OPEN);

static WEEKS_OR_OPEN: Either = Either {
    name: "Deadline",
    sentence: Sentence::new("Deadline of the delivery."),
    short: Short::Name(NameSet::new(&["open"], &["There is no date."])),
    object: &WEEKS,
};

document! {
    /// Date in this many weeks, at least 0.
    static WEEKS = Object {
        wanted: "{\"weeks\": …}",
        ..OBJECT
    };
    /// Number of weeks, at least 0.
    required "weeks": number(ranges::WEEKS, " weeks");
    /// Day from which the weeks are counted.
    optional "from": name(NameSet::of::<CountedFrom>()).or(Fallback::Name(CountedFrom::Today.name()));
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
