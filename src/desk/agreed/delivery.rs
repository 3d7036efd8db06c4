//! Delivery of an agreed job: one form, which feeds the list of finished jobs and the log.

use super::fields::{
    FieldKind, Texts, field, form, hours, money, money_field, problem, submit, typed, wrong,
};
use super::props::AgreedProps;
use crate::config::read_brief;
use crate::desk::cards::{Card, Delivered, DeskAction, EnquiryState, Outcome, date, said_day};
use crate::desk::learning::log::{LogEntry, settle};
use crate::draft::days;
use crate::engine::Brief;
use crate::i18n::{amount as sum, speak};
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// Texts of the form of a delivery.
#[derive(Clone)]
struct DeliveryFields {
    begun: String,
    day: String,
    hours: String,
    paid: String,
    care: String,
}

/// The delivery of an agreed job.
#[component]
pub fn Delivery(props: &AgreedProps) -> Html {
    let AgreedProps {
        speech,
        config,
        card,
        agreed,
        ..
    } = props;
    let texts: Texts<DeliveryFields> = use_state(|| {
        let so_far = props.appraised.as_ref().and_then(|it| it.brief.so_far);
        let so_far = so_far.unwrap_or_default();
        let delivered = card.delivered.clone().unwrap_or_else(|| Delivered {
            begun: agreed.day.clone(),
            day: date(props.today),
            hours: so_far.hours,
            paid: so_far.paid,
            care: 0.0,
        });
        DeliveryFields {
            begun: delivered.begun,
            day: delivered.day,
            hours: typed(speech, delivered.hours),
            paid: typed(speech, delivered.paid),
            care: typed(speech, delivered.care),
        }
    });
    let mistake = use_state(|| None::<String>);
    let on_done = {
        let (texts, props, mistake) = (texts.clone(), props.clone(), mistake.setter());
        move || match read(&props, &texts) {
            Ok(delivered) => {
                mistake.set(None);
                deliver(&props, delivered);
            }
            Err(problem) => mistake.set(Some(problem)),
        }
    };
    let currency = [("currency", config.terms.currency.as_str())];
    let fields = el("div", "pair")
        .child(field(
            &texts,
            |texts| &mut texts.begun,
            "delivered-begun",
            FieldKind::Date,
            speech.get("agreed.begun"),
        ))
        .child(field(
            &texts,
            |texts| &mut texts.day,
            "delivered-day",
            FieldKind::Date,
            speech.get("agreed.day"),
        ))
        .child(field(
            &texts,
            |texts| &mut texts.hours,
            "delivered-hours",
            FieldKind::Number,
            speech.get("agreed.took"),
        ))
        .child(money_field(
            speech,
            &texts,
            |texts| &mut texts.paid,
            "delivered-paid",
            speech.format("agreed.paid", &currency),
        ))
        .child(field(
            &texts,
            |texts| &mut texts.care,
            "delivered-care",
            FieldKind::Number,
            speech.get("agreed.care"),
        ));
    // An earlier outcome is no answer to a typing error.
    let delivered = card.delivered.as_ref().filter(|_| mistake.is_none());
    let came = delivered.map(|delivered| came(props, delivered));
    form(on_done)
        .child(fields)
        .maybe_child(problem((*mistake).clone()))
        .child(submit(speech, "agreed.keep"))
        .maybe_child(came)
        .into()
}

/// The delivery as it was typed, or its problem in words.
fn read(props: &AgreedProps, texts: &DeliveryFields) -> Result<Delivered, String> {
    let speech = &props.speech;
    let (begun, day) = (texts.begun.clone(), texts.day.clone());
    let is_ordered = days(&begun)
        .zip(days(&day))
        .is_some_and(|(begun, day)| begun <= day);
    if !is_ordered {
        return Err(speech.get("agreed.wrong"));
    }
    let currency = [("currency", props.config.terms.currency.as_str())];
    let said = |value: Option<f64>, key: &str, label: String| {
        value.ok_or_else(|| wrong(speech, key, &label))
    };
    let took = hours(speech, &texts.hours, None).filter(|hours| *hours > 0.0);
    let care = hours(speech, &texts.care, Some(0.0));
    let paid = speech.format("agreed.paid", &currency);
    Ok(Delivered {
        begun,
        day,
        hours: said(took, "agreed.wrong.hours", speech.get("agreed.took"))?,
        paid: said(money(&texts.paid), "agreed.wrong.number", paid)?,
        care: said(care, "agreed.wrong.hours", speech.get("agreed.care"))?,
    })
}

/// The brief that was agreed, as far as these terms know it.
fn brief(props: &AgreedProps) -> Brief {
    let text = props.agreed.brief.to_string();
    read_brief(&text, &props.config.terms).unwrap_or_default()
}

/// Keeps a delivery, and notes in the log the outcome beside the odds.
fn deliver(props: &AgreedProps, delivered: Delivered) {
    let AgreedProps { card, agreed, .. } = props;
    let outcome = delivered.outcome(agreed, &brief(props), &props.config.terms);
    if let Some(odds) = agreed.odds {
        settle(LogEntry {
            day: agreed.day.clone(),
            name: card.title(&props.speech),
            verdict: agreed.verdict.name().to_owned(),
            odds,
            came_true: outcome.came_true(),
            late: outcome.late,
            paid: Some(outcome.is_paid),
        });
    }
    let is_noted = agreed.odds.is_some();
    let deliver = move |card: &mut Card| {
        card.delivered = Some(delivered);
        card.state = EnquiryState::Delivered;
        card.noted |= is_noted;
    };
    props
        .on_action
        .emit(DeskAction::Edit(props.index, Box::new(deliver)));
}

/// Outcome of a job in a few sentences.
fn came(props: &AgreedProps, delivered: &Delivered) -> Element {
    let AgreedProps {
        speech,
        config,
        agreed,
        ..
    } = props;
    let terms = &config.terms;
    let Outcome {
        late,
        hourly,
        is_paid,
        ..
    } = delivered.outcome(agreed, &brief(props), terms);
    let day = said_day(speech, &delivered.day);
    let when = late.map(|late| match late {
        1.. => speech.plural("agreed.late", late as f64, &[("day", &day)]),
        _ => speech.format("agreed.in-time", &[("day", &day)]),
    });
    let (took, estimated) = (
        speak::exact_hours(speech, delivered.hours),
        speak::exact_hours(speech, agreed.estimated),
    );
    let hours = speech.format("agreed.hours", &[("took", &took), ("said", &estimated)]);
    let rate = sum::roughly(speech, terms, hourly.max(0.0));
    let floor = speech.money(terms.floor_rate, &terms.currency);
    let key = match is_paid {
        true => "agreed.paid.enough",
        false => "agreed.paid.short",
    };
    let paid = speech.format(key, &[("rate", &rate), ("floor", &floor)]);
    let said: Vec<String> = when.into_iter().chain([hours, paid]).collect();
    el("div", "about")
        .attr("role", "status")
        .child(el("p", "").text(speak::sentences(&said)))
        .child(el("p", "hint").message(speech, "agreed.fed"))
}
