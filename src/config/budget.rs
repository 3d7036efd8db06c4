//! The budget as a document: the deal, and its amount.

use super::describe::{document, like, number, object};
use super::error::ErrorKind;
use super::ranges;
use super::read::Read;
use super::table::{
    Either, Fallback, Kind, Misfit, Number, OBJECT, Object, Rule, Sentence, Set, Short,
};
use crate::engine::{Amount, Budget};
use crate::json::Value;

document! {
    /// Budget of the client, in the terms' currency.
    pub static BUDGET = Object {
        name: "Budget",
        rules: &[Rule::Sets(&BUDGETS, misfits_of_budget)],
        wanted: KINDS_OF_BUDGET,
        ..OBJECT
    };
    /// One amount for all of it: exact, a range, or an empty object if it was not said.
    optional "fixed": like(AMOUNT);
    /// Retainer: a monthly fee for as long as the terms count care, or an empty object if it was
    /// not said.
    optional "monthly": like(AMOUNT_A_MONTH);
    /// By the hour.
    optional "hourly": object(&HOURLY);
    /// Nothing: the shop gives its own hours.
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
    /// Range, which counts as its lower end; offers start from its upper end. Empty if no amount
    /// was said.
    static RANGE = Object {
        rules: &[
            Rule::Sets(&RANGES, misfits_of_range),
            Rule::Rising(&["from", "to"], ""),
        ],
        wanted: "a number, {\"from\": …, \"to\": …}, or {} where no amount was said",
        ..OBJECT
    };
    /// Lower end.
    optional "from": number(ranges::MONEY, "");
    /// Upper end, not below the lower.
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
    /// Most it may come to, at least 0. Absent: no limit.
    optional "cap": number(ranges::MONEY, "");
}

document! {
    /// Nothing: the shop gives hours of its own.
    static GIFT = OBJECT;
    /// Person-hours that are given. Absent: not said.
    optional "hours": number(ranges::HOURS, " hours");
    /// Months over which care is given. Absent: as long as the terms count it.
    optional "months": number(ranges::CARE_MONTHS, " months");
}
