//! Answers of a brief that have a number or a name in them, in words.

use super::words::{Words, key};
use super::{names, quantity};
use crate::engine::{CareDuty, Costs, Pay, Rounds, Size, Terms, Want, Wish};

/// A wish with how many of it, how much it matters, and what else was said of it.
pub fn wished(words: &Words, terms: &Terms, asked: &Wish) -> String {
    let single = asked.count == 1;
    let mut said = words.with(
        if single {
            "letter.wish.one"
        } else {
            "letter.wish"
        },
        &[
            ("count", &words.number(f64::from(asked.count), 0)),
            ("name", &names::wish(words, terms, &asked.want)),
            ("priority", &words.of("priority.{}", asked.priority.name())),
        ],
    );
    let mut add = |key: &str, name: &str, value: &str| {
        said = words.with(key, &[("wish", &said), (name, value)]);
    };
    if let Want::Sized {
        size: Size::Unknown,
        ..
    } = asked.want
    {
        add("wish.unknown", "", "");
    }
    if let Some(like) = &asked.like {
        add("wish.like", "like", like);
    }
    if let Some(weeks) = asked.least_weeks {
        add("wish.weeks", "weeks", &quantity::weeks(words, weeks));
    }
    let costs = asked
        .costs
        .filter(|costs| costs.once > 0.0 || costs.monthly > 0.0);
    if let Some(costs) = costs {
        add("wish.costs", "costs", &self::costs(words, terms, costs));
    }
    said
}

/// Charges of others: once, a month, or both.
pub fn costs(words: &Words, terms: &Terms, costs: Costs) -> String {
    let money = |amount| words.money(amount, &terms.currency);
    let monthly = words.with("money.monthly", &[("amount", &money(costs.monthly))]);
    let is_both = costs.once > 0.0 && costs.monthly > 0.0;
    match costs {
        _ if is_both => words.list(&[money(costs.once), monthly]),
        Costs { once, .. } if once > 0.0 => money(once),
        _ => monthly,
    }
}

/// Care of a kind, `owned` by somebody in words: with its hours a month, and how soon it must be given.
pub fn care(words: &Words, owned: String, duty: CareDuty) -> String {
    let said = match duty.hours {
        Some(hours) => words.count("care.monthly", hours, &[("care", &owned)]),
        None => owned,
    };
    match duty.within {
        Some(within) => words.with(&key("care.within.{}", within.name()), &[("care", &said)]),
        None => said,
    }
}

/// When the money comes.
pub fn pay(words: &Words, pay: Pay) -> String {
    match pay {
        Pay::Deposit => words.say("pay.deposit"),
        Pay::Stages(n) => words.count("pay.staged", f64::from(n), &[]),
        Pay::End => words.say("pay.end"),
        Pay::Later => words.say("pay.later"),
        Pay::Share => words.say("pay.share"),
    }
}

/// How many rounds of changes are expected.
pub fn rounds(words: &Words, rounds: Rounds) -> String {
    match rounds.count() {
        Some(n) => words.count("rounds", f64::from(n), &[]),
        None => words.say("rounds.open"),
    }
}
