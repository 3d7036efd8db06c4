//! The triangle: money, time and scope, what is given on what is needed. Corners can be dragged,
//! tapped, slid and typed; what they say is said in the brief.

mod drawing;
mod slider;

use super::AnswerProps;
use crate::draft::{BudgetKind, DeadlineKind, Draft};
use crate::engine::{Budget, Deadline, Needed, Show, Topic, needed, rounding};
use crate::i18n::{Speech, amount};
use crate::picture::triangle::{Corner, farthest};
use crate::widget::element::{Element, button, component, el};
use crate::widget::steps::step_of;
use crate::widget::written::typed;
use drawing::{Drawing, DrawingProps};
use slider::{Slider, slider};
use std::rc::Rc;
use yew::prelude::*;

/// Weeks are dragged in halves.
const HALF_A_WEEK: f64 = 0.5;

/// How much of something is given.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Given {
    /// It was not said.
    Unsaid,
    /// As much as it takes.
    Unlimited,
    /// So much.
    Some(f64),
}

/// A corner that can be moved.
#[derive(Clone, PartialEq)]
struct Side {
    /// How much is given, in its unit.
    given: Given,
    /// How much is needed, in the same unit.
    needed: f64,
    /// In which steps it is moved.
    step: f64,
}

impl Side {
    /// What is given over what is needed. None where it was not said.
    fn ratio(&self) -> Option<f64> {
        match self.given {
            Given::Unsaid => None,
            Given::Unlimited => Some(f64::INFINITY),
            Given::Some(_) if self.needed <= 0.0 => Some(f64::INFINITY),
            Given::Some(given) => Some(given / self.needed),
        }
    }

    /// What a ratio on the axis means, in its unit.
    fn of_ratio(&self, ratio: f64) -> f64 {
        rounding::nearest_multiple(ratio * self.needed, self.step)
    }

    /// The farthest it can be moved.
    fn last(&self) -> f64 {
        farthest(self.needed, self.step)
    }

    /// Where the slider stands: on what is needed until something was said.
    fn slid(&self) -> f64 {
        match self.given {
            Given::Unsaid => self.of_ratio(1.0),
            Given::Unlimited => self.last(),
            Given::Some(given) => given,
        }
    }
}

/// Money and time as they stand, and how what is said of them comes into the draft.
fn sides(props: &AnswerProps, needed: &Needed) -> [Side; 2] {
    let amount = needed.amount(props.brief.budget);
    let money = Side {
        given: match props.brief.budget {
            None => Given::Unsaid,
            Some(budget) => budget.amount().map_or(Given::Unlimited, Given::Some),
        },
        needed: amount,
        step: rounding::drag_step(amount),
    };
    let time = Side {
        given: match props.brief.deadline {
            None => Given::Unsaid,
            Some(Deadline::Open) => Given::Unlimited,
            Some(Deadline::Weeks(weeks)) => Given::Some(weeks),
        },
        needed: needed.weeks,
        step: HALF_A_WEEK,
    };
    [money, time]
}

/// The draft in which a corner was given such a text.
fn said(draft: &Draft, corner: Corner, words: String) -> Draft {
    let mut draft = draft.clone();
    match corner {
        Corner::Money => {
            draft.budget.kind.get_or_insert(BudgetKind::Fixed);
            draft.budget.amount = words;
        }
        Corner::Time => {
            draft.deadline.kind = Some(DeadlineKind::Weeks);
            draft.deadline.weeks = words;
        }
        Corner::Scope => {}
    }
    draft
}

/// The triangle with its three lines.
pub fn triangle(props: &AnswerProps) -> Element {
    let speech = &props.speech;
    let needed = needed(&props.brief, &props.terms, &props.appraisal);
    let [money, time] = sides(props, &needed);
    let on_input = |corner: Corner| {
        let (draft, on_edit) = (Rc::clone(&props.draft), props.on_edit.clone());
        Callback::from(move |words: String| on_edit.emit(said(&draft, corner, words)))
    };
    let on_set = |corner: Corner| {
        let (speech, on_input) = (speech.clone(), on_input(corner));
        Callback::from(move |value: f64| on_input.emit(typed(&speech, value)))
    };
    let wishes = step_of(Topic::Wishes, &props.terms);
    let on_wishes = props.on_go.reform(move |()| wishes);
    let is_monthly = matches!(props.brief.budget, Some(Budget::Monthly(_)));
    let scope = props.appraisal.triangle.scope;
    let field = if is_monthly {
        "triangle.money.monthly"
    } else {
        "triangle.money"
    };
    let draft = &props.draft;
    let amount_typed = draft.budget.kind.map(|_| draft.budget.amount.clone());
    let weeks_typed = match draft.deadline.kind {
        Some(DeadlineKind::Weeks) => Some(draft.deadline.weeks.clone()),
        // A date counts in days: in weeks it has no end.
        Some(DeadlineKind::Date) => {
            exact(time.given).map(|weeks| typed(speech, rounding::nearest_multiple(weeks, 0.1)))
        }
        Some(DeadlineKind::Open) | None => None,
    };
    let drawing = component::<Drawing>(DrawingProps {
        name: speech.say("triangle.name"),
        labels: Corner::ALL.map(|corner| speech.say(label(corner))),
        money: money.clone(),
        time: time.clone(),
        scope,
        on_money: on_set(Corner::Money),
        on_time: on_set(Corner::Time),
        on_scope: on_wishes.clone(),
    });
    let money = Slider {
        id: "triangle-money",
        label: speech.say("corner.money"),
        words: money_words(props, &money),
        field: speech.with(field, &[("currency", &props.terms.currency)]),
        problem: speech.say("problem.amount"),
        side: money,
        typed: amount_typed.unwrap_or_default(),
        on_set: on_set(Corner::Money),
        on_input: on_input(Corner::Money),
    };
    let time = Slider {
        id: "triangle-time",
        label: speech.say("corner.time"),
        words: time_words(speech, &time),
        field: speech.say("triangle.time"),
        problem: speech.say("problem.weeks"),
        side: time,
        typed: weeks_typed.unwrap_or_default(),
        on_set: on_set(Corner::Time),
        on_input: on_input(Corner::Time),
    };
    let name = el("span", "corner-name").message(speech, "corner.scope");
    let is_short = is_short(scope);
    let scope_words = scope_words(speech, scope, needed.wishes);
    let scope = el("div", "corner")
        .child(
            el("p", "")
                .child(name)
                .child(stands(speech, scope_words, is_short)),
        )
        .child(button("quiet", speech, "triangle.wishes", &on_wishes));
    let corners = el("div", "corners")
        .child(slider(speech, money))
        .child(slider(speech, time))
        .child(scope);
    let title = el("h3", "").message(speech, "triangle.title");
    el("section", "triangle")
        .child(title.child(el("small", "").message(speech, "triangle.note")))
        .child(el("div", "triangle-sides").node(drawing).child(corners))
}

/// How the money stands, as openly as the shop says what it asks.
fn money_words(props: &AnswerProps, money: &Side) -> String {
    let speech = &props.speech;
    let amount = |value: f64| speech.money(value, &props.terms.currency);
    let deal = |value: f64| match props.brief.budget {
        Some(Budget::Monthly(_)) => speech.with("money.monthly", &[("amount", &amount(value))]),
        Some(Budget::Fixed(_) | Budget::Hourly { .. }) | None => amount(value),
    };
    let shown = rounding::comparable_amount(money.needed, exact(money.given));
    let ranged = || amount::disclosed(speech, &props.terms, money.needed).unwrap_or_default();
    match (speech.show(), money.given) {
        (Show::Ratios, Given::Unsaid) => speech.say("triangle.unsaid.ratio"),
        (Show::Ratios, Given::Unlimited) => speech.say("triangle.no-limit.ratio"),
        (Show::Ratios, Given::Some(_)) => {
            let share = money.ratio().unwrap_or_default();
            speech.with("triangle.ratio", &[("n", &amount::percent(speech, share))])
        }
        (Show::Ranges, Given::Some(given)) => beside(speech, money, &deal(given), &ranged()),
        (Show::Ranges, Given::Unsaid) => speech.with("triangle.unsaid", &[("needed", &ranged())]),
        (Show::Ranges, Given::Unlimited) => {
            speech.with("triangle.no-limit", &[("needed", &ranged())])
        }
        (Show::Prices, Given::Unsaid) => {
            speech.with("triangle.unsaid", &[("needed", &deal(shown))])
        }
        (Show::Prices, Given::Unlimited) => {
            speech.with("triangle.no-limit", &[("needed", &deal(shown))])
        }
        (Show::Prices, Given::Some(given)) => {
            beside(speech, money, &deal(given), &speech.number(shown, 2))
        }
    }
}

/// How the time stands.
fn time_words(speech: &Speech, time: &Side) -> String {
    let weeks = |value: f64| speech.count("weeks", value, &[]);
    let shown = rounding::comparable_weeks(time.needed, exact(time.given));
    match time.given {
        Given::Unsaid => speech.with("triangle.unsaid", &[("needed", &weeks(shown))]),
        Given::Unlimited => speech.with("triangle.no-date", &[("needed", &weeks(shown))]),
        Given::Some(given) => beside(speech, time, &weeks(given), &speech.number(shown, 3)),
    }
}

/// How much of what is wished for fits into money and time; `wished` is its hours.
fn scope_words(speech: &Speech, scope: Option<f64>, wished: f64) -> String {
    match scope {
        Some(share) if speech.show() == Show::Ratios => speech.with(
            "triangle.scope.ratio",
            &[("n", &amount::percent(speech, share.min(1.0)))],
        ),
        None if speech.show() == Show::Ratios => speech.say("triangle.unsaid.ratio"),
        None => speech.count("triangle.scope.unsaid", wished.round(), &[]),
        Some(share) => {
            let (hours, fitting) = rounding::comparable_hours(wished, share);
            let key = if share < 1.0 {
                "triangle.scope"
            } else {
                "triangle.scope.all"
            };
            speech.count(key, hours, &[("fits", &speech.number(fitting, 1))])
        }
    }
}

/// How a corner stands, and that it falls short where it does.
fn stands(speech: &Speech, words: String, is_short: bool) -> Element {
    let stands = el("span", "").text(words);
    if is_short {
        let short = el("span", "short").message(speech, "triangle.short");
        stands.text(" ").child(short)
    } else {
        stands
    }
}

/// The key of a corner's name.
fn label(corner: Corner) -> &'static str {
    match corner {
        Corner::Money => "corner.money",
        Corner::Time => "corner.time",
        Corner::Scope => "corner.scope",
    }
}

fn exact(given: Given) -> Option<f64> {
    match given {
        Given::Some(given) => Some(given),
        Given::Unsaid | Given::Unlimited => None,
    }
}

/// What is given of what is needed, in a sentence.
fn beside(speech: &Speech, side: &Side, given: &str, needed: &str) -> String {
    let key = if is_short(side.ratio()) {
        "triangle.of"
    } else {
        "triangle.of.enough"
    };
    speech.with(key, &[("given", given), ("needed", needed)])
}

fn is_short(ratio: Option<f64>) -> bool {
    ratio.is_some_and(|ratio| ratio < 1.0)
}
