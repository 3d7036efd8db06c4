//! Step about care: its owners after delivery.

use super::fold::{Fold, Folds};
use super::outcomes::ask_ahead;
use super::props::StepProps;
use crate::engine::bounds::MOST_HOURS;
use crate::engine::{CareKind, PriceDisplay, ResponseTime, Topic, Want};
use crate::i18n::speak;
use crate::widget::element::{Element, component, el, group};
use crate::widget::parts::{Choice, NumberField, NumberFieldProps, choice, options};
use yew::prelude::*;

/// Returns the kinds of care that the wishes bring or that have an answer.
pub fn kinds(props: &StepProps) -> Vec<CareKind> {
    let terms = &props.terms;
    let brings = |kind: &CareKind| {
        let mut wishes = props.draft.wishes.iter();
        !props.draft.care[*kind].is_unsaid()
            || wishes.any(|wish| match &wish.want {
                Want::Service { service } => terms
                    .service(service)
                    .is_some_and(|service| service.care[*kind] > 0.0),
                Want::Sized { .. } | Want::Estimated { .. } => terms.own_care[*kind] > 0.0,
            })
    };
    CareKind::ALL.into_iter().filter(brings).collect()
}

/// Asks for an owner of every one of these kinds.
pub fn care_step(props: &StepProps, folds: &Folds) -> Element {
    let (speech, terms) = (&props.speech, &props.terms);
    let kinds = kinds(props);
    if kinds.is_empty() {
        let key = if props.draft.wishes.is_empty() {
            "care.nothing"
        } else {
            "care.none"
        };
        return group().child(el("p", "note calm").message(speech, key));
    }
    let mut fold = folds.fold("care");
    let mut questions = Vec::new();
    for kind in kinds {
        questions.push(ask_ahead(Topic::of_care(kind), props));
        questions.extend(duty(props, kind, &mut fold));
    }
    let unpaid = props.care_hours;
    // A shop that discloses no hours shows none here.
    let is_said = unpaid > 0.0 && speech.show() != PriceDisplay::Ratios;
    let unpaid = is_said.then(|| {
        let months = speak::months(speech, terms.care_months);
        let note = speech.plural("care.unpaid", unpaid.round(), &[("months", &months)]);
        el("p", "note").attr("translate", "no").text(note)
    });
    group()
        .child(el("div", "questions-list").children(questions))
        .maybe_child(unpaid)
        .maybe_child(fold.closed(speech))
}

/// Hours a month of a kind, and its response time; folded unless they have an answer.
fn duty(props: &StepProps, kind: CareKind, fold: &mut Fold) -> Option<Element> {
    let (speech, name) = (&props.speech, kind.name());
    let said = props.draft.care[kind];
    let hours = component::<NumberField>(NumberFieldProps {
        speech: speech.clone(),
        language: props.language.clone(),
        terms: props.terms.clone(),
        id: ["care-hours-", name].concat(),
        label: speech.get("care.hours"),
        suffix: String::new(),
        value: said.hours,
        range: 0.0..=MOST_HOURS,
        problem: speech.get("problem.hours"),
        on_change: props.edit(move |draft, hours| draft.care[kind].hours = hours),
    });
    let within = choice(Choice {
        id: ["care-within-", name].concat(),
        legend: speech.get("within.legend"),
        options: options(speech, "within.{}", &["none", "day", "hours"]),
        chosen: said.within.map_or("none", ResponseTime::name).into(),
        on_select: props.edit(move |draft, id: AttrValue| {
            draft.care[kind].within = ResponseTime::from_name(&id);
        }),
        ..Choice::default()
    });
    let duty = el("fieldset", "duty")
        .key([name, "-duty"].concat())
        .child(el("legend", "").text(speech.get_for("care.{}", name)))
        .child(within)
        .node(hours);
    let is_said = said.hours.is_some() || said.within.is_some();
    fold.put(name, is_said, duty)
}
