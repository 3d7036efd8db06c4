//! Answers of a brief that contain a number or a name, in words.

use super::words::{Words, key};
use super::{amount, names, quantity};
use crate::engine::{CareDuty, CareKind, CareOwner, Costs, Pay, Rounds, Size, Terms, Want, Wish};

/// Formats a wish with its count, priority and other answers.
pub fn wished(words: &Words, terms: &Terms, asked: &Wish) -> String {
    let single = asked.count == 1;
    let mut said = words.format(
        if single {
            "letter.wish.one"
        } else {
            "letter.wish"
        },
        &[
            ("count", &words.number(f64::from(asked.count), 0)),
            ("name", &names::wish(words, terms, &asked.want)),
            (
                "priority",
                &words.get_for("priority.{}", asked.priority.name()),
            ),
        ],
    );
    let mut add = |key: &str, name: &str, value: &str| {
        said = words.format(key, &[("wish", &said), (name, value)]);
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

/// Formats third-party charges: once, a month, or both.
pub fn costs(words: &Words, terms: &Terms, costs: Costs) -> String {
    let money = |amount| words.money(amount, &terms.currency);
    let monthly = words.format("money.monthly", &[("amount", &money(costs.monthly))]);
    let is_both = costs.once > 0.0 && costs.monthly > 0.0;
    match costs {
        _ if is_both => words.list(&[money(costs.once), monthly]),
        Costs { once, .. } if once > 0.0 => money(once),
        _ => monthly,
    }
}

/// Pattern of the messages about owners of care, and the message with the fee: for a page of the
/// shop's, which is "us".
pub const CARE_ON_PAGE: [&str; 2] = ["change.care.{}", "change.care.fee"];

/// The same for a letter to the shop, which is "you".
pub const CARE_IN_LETTER: [&str; 2] = ["letter.care.{}", "letter.care.fee"];

/// Formats a kind of care with its owner, and with the shop's fee if it is known.
pub fn owned(
    words: &Words,
    terms: &Terms,
    [plain, fee]: [&str; 2],
    kind: CareKind,
    owner: CareOwner,
) -> String {
    let price = terms.care[kind].price_per_month;
    let price = price.filter(|_| owner == CareOwner::UsPaid);
    let price = price.and_then(|price| amount::disclosed(words, terms, price));
    let kind = words.get_for("care.{}", kind.name());
    match price {
        Some(price) => words.format(fee, &[("kind", &kind), ("price", &price)]),
        None => words.format(&key(plain, owner.name()), &[("kind", &kind)]),
    }
}

/// Formats care of a kind, with its owner in words in `owned`: with its hours a month and response
/// time.
pub fn care(words: &Words, owned: String, duty: CareDuty) -> String {
    let said = match duty.hours {
        Some(hours) => words.plural("care.monthly", hours, &[("care", &owned)]),
        None => owned,
    };
    match duty.within {
        Some(within) => words.format(&key("care.within.{}", within.name()), &[("care", &said)]),
        None => said,
    }
}

/// Formats the timing of the payments.
pub fn pay(words: &Words, pay: Pay) -> String {
    match pay {
        Pay::Deposit => words.get("pay.deposit"),
        Pay::Stages(n) => words.plural("pay.staged", f64::from(n), &[]),
        Pay::End => words.get("pay.end"),
        Pay::Later => words.get("pay.later"),
        Pay::Share => words.get("pay.share"),
    }
}

/// Formats the expected rounds of changes.
pub fn rounds(words: &Words, rounds: Rounds) -> String {
    match rounds.count() {
        Some(n) => words.plural("rounds", f64::from(n), &[]),
        None => words.get("rounds.open"),
    }
}
