//! Questions for the shop alone: facts that only it knows, and the progress of a job under way.

use super::fold::Folds;
use super::props::StepProps;
use crate::draft::Draft;
use crate::engine::bounds::{MOST_HOURS, MOST_MONEY};
use crate::engine::{Progress, Rivals, ShopFacts};
use crate::i18n::amount;
use crate::widget::element::{Element, component, el};
use crate::widget::parts::{Choice, NumberField, NumberFieldProps, choice, options};
use std::ops::RangeInclusive;
use yew::prelude::*;

/// Highest percentage done of a job that is not finished.
const MOST_DONE: f64 = 99.0;

/// Asks for the facts that only the shop knows.
pub fn shop_only(props: &StepProps, folds: &Folds) -> Element {
    let (speech, said) = (&props.speech, props.draft.ours);
    let rivals = choice(Choice {
        id: "ours-rivals".to_owned(),
        legend: speech.get("ours.rivals"),
        options: options(speech, "rivals.{}", &Rivals::NAMES),
        chosen: said.rivals.map_or("", Rivals::name).into(),
        on_select: props.choose(|draft, id| draft.ours.rivals = Rivals::from_name(id)),
        ..Choice::default()
    });
    let bid = number(
        props,
        "ours-bid",
        "ours.bidHours",
        said.bid_hours,
        0.0..=MOST_HOURS,
    );
    let bid = el("div", "choice").node(component::<NumberField>(NumberFieldProps {
        on_change: props.edit(|draft, hours| draft.ours.bid_hours = hours),
        ..bid
    }));
    let questions = el("div", "questions-list")
        .child(rivals)
        .child(bid)
        .child(yes_or_no(props, "ours-fit", "ours.fit", said.fit, |ours| {
            &mut ours.fit
        }))
        .child(yes_or_no(
            props,
            "ours-lawful",
            "ours.lawful",
            said.lawful,
            |ours| &mut ours.lawful,
        ))
        .child(yes_or_no(
            props,
            "ours-doubt",
            "ours.doubt",
            said.doubt,
            |ours| &mut ours.doubt,
        ));
    let fold = folds.fold("ours");
    fold.around(speech.get("ours.legend"), !said.is_empty(), questions)
}

/// Yes-or-no question.
fn yes_or_no(
    props: &StepProps,
    id: &str,
    key: &str,
    said: Option<bool>,
    place: fn(&mut ShopFacts) -> &mut Option<bool>,
) -> Element {
    choice(Choice {
        id: id.to_owned(),
        legend: props.speech.get(key),
        options: options(&props.speech, "answer.{}", &["yes", "no"]),
        chosen: said.map_or("", |yes| if yes { "yes" } else { "no" }).into(),
        on_select: props.edit(move |draft, id: AttrValue| {
            *place(&mut draft.ours) = Some(&*id == "yes");
        }),
        ..Choice::default()
    })
}

/// Asks for the progress of a job under way. If all fields are empty, it has not begun.
pub fn so_far(props: &StepProps, folds: &Folds) -> Element {
    let StepProps { speech, terms, .. } = props;
    let said = props.draft.so_far;
    let currency = [("currency", terms.currency.as_str())];
    let hours = said.map(|so_far| so_far.hours);
    let hours = number(props, "sofar-hours", "sofar.hours", hours, 0.0..=MOST_HOURS);
    let paid = NumberFieldProps {
        label: speech.format("sofar.paid", &currency),
        suffix: amount::tax(speech, terms).unwrap_or_default(),
        problem: speech.get("problem.amount"),
        ..number(
            props,
            "sofar-paid",
            "sofar.paid",
            said.map(|so_far| so_far.paid),
            0.0..=MOST_MONEY,
        )
    };
    // A share in per cent may differ slightly from the typed number.
    let done = said.map(|so_far| (so_far.done * 1e8).round() / 1e6);
    let done = NumberFieldProps {
        problem: speech.get("problem.done"),
        ..number(props, "sofar-done", "sofar.done", done, 0.0..=MOST_DONE)
    };
    let fields = [
        (
            hours,
            props.edit(|draft, hours| set_progress(draft, hours, |so_far| &mut so_far.hours)),
        ),
        (
            paid,
            props.edit(|draft, paid| set_progress(draft, paid, |so_far| &mut so_far.paid)),
        ),
        (
            done,
            props.edit(|draft, done: Option<f64>| {
                set_progress(draft, done.map(|done| done / 100.0), |so_far| {
                    &mut so_far.done
                });
            }),
        ),
    ];
    let fields = fields.map(|(field, on_change)| NumberFieldProps { on_change, ..field });
    let fields = fields.into_iter().fold(el("div", ""), |all, field| {
        all.node(component::<NumberField>(field))
    });
    let fold = folds.fold("sofar");
    fold.around(speech.get("sofar.legend"), said.is_some(), fields)
}

/// Writes a part of the progress into the draft.
fn set_progress(draft: &mut Draft, value: Option<f64>, place: fn(&mut Progress) -> &mut f64) {
    let mut so_far = draft.so_far.unwrap_or_default();
    *place(&mut so_far) = value.unwrap_or_default();
    draft.so_far = (so_far != Progress::default()).then_some(so_far);
}

/// Field for hours, without its callback. A zero counts as empty.
fn number(
    props: &StepProps,
    id: &str,
    key: &str,
    value: Option<f64>,
    range: RangeInclusive<f64>,
) -> NumberFieldProps {
    NumberFieldProps {
        speech: props.speech.clone(),
        language: props.language.clone(),
        terms: props.terms.clone(),
        id: id.to_owned(),
        label: props.speech.get(key),
        suffix: String::new(),
        value: value.filter(|value| *value > 0.0),
        range,
        problem: props.speech.get("problem.hours"),
        on_change: Callback::noop(),
    }
}
