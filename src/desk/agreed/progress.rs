//! Progress of an agreed job: what was spent, paid and done of it, and whether to finish it.

use super::fields::{Texts, amount, field, form, money, money_field, problem, submit, typed};
use super::props::AgreedProps;
use super::way::way;
use crate::desk::cards::{AppraisedBrief, Card, SO_FAR};
use crate::engine::Progress;
use crate::i18n::{Speech, speak};
use crate::widget::element::{Element, el};
use serde_json::json;
use yew::prelude::*;

/// Offers that are shown, the nearest first. Assumption: more would hide the answer.
const OFFERS: usize = 3;

/// The progress of an agreed job.
#[component]
pub fn ProgressForm(props: &AgreedProps) -> Html {
    let AgreedProps { speech, config, .. } = props;
    let brief = props.appraised.as_ref().map(|appraised| &appraised.brief);
    let so_far = brief.and_then(|brief| brief.so_far);
    let texts: Texts = use_state(|| {
        let Progress { hours, paid, done } = so_far.unwrap_or_default();
        [hours, paid, done * 100.0]
            .map(|value| typed(speech, value))
            .to_vec()
    });
    let is_wrong = use_state(|| false);
    let is_done = use_state(|| false);
    let on_so_far = props.renewing(|card: &mut Card, so_far: Progress| {
        if let Some(members) = card.brief.as_object_mut() {
            members.remove(SO_FAR);
            if so_far != Progress::default() {
                members.insert(SO_FAR.to_owned(), json!(so_far));
            }
        }
    });
    let on_done = {
        let (texts, speech) = (texts.clone(), speech.clone());
        let (is_wrong, is_done) = (is_wrong.setter(), is_done.setter());
        move || {
            let value = |at| amount(&speech, &texts, at, Some(0.0));
            let so_far = value(0).zip(money(&texts, 1)).zip(value(2));
            let so_far = so_far
                .map(|((hours, paid), done)| Progress {
                    hours,
                    paid,
                    done: done / 100.0,
                })
                .filter(|so_far| so_far.done < 1.0);
            is_done.set(value(2) == Some(100.0));
            is_wrong.set(so_far.is_none());
            if let Some(so_far) = so_far {
                on_so_far.emit(so_far);
            }
        }
    };
    let currency = [("currency", config.terms.currency.as_str())];
    let fields = el("div", "pair")
        .child(field(
            &texts,
            0,
            "sofar-hours",
            "decimal",
            speech.get("sofar.hours"),
        ))
        .child(money_field(
            speech,
            &texts,
            1,
            "sofar-paid",
            speech.format("sofar.paid", &currency),
        ))
        .child(field(
            &texts,
            2,
            "sofar-done",
            "decimal",
            speech.get("sofar.done"),
        ));
    let judged = props.appraised.as_ref().filter(|_| so_far.is_some());
    form(on_done)
        .child(fields)
        .maybe_child(match *is_wrong && *is_done {
            true => Some(all_done(speech)),
            false => problem(speech, *is_wrong, "problem.done"),
        })
        .child(submit(speech, "agreed.judge"))
        .maybe_child(judged.map(|appraised| verdict(props, appraised)))
        .into()
}

/// The way to where a job is noted that is done.
fn all_done(speech: &Speech) -> Element {
    let delivered = speech.get("agreed.delivered");
    let said = speech.format("agreed.all-done", &[("delivered", &delivered)]);
    el("p", "problem").attr("role", "alert").text(said)
}

/// The answer to a job that was begun, with what would make it worth finishing.
fn verdict(props: &AgreedProps, appraised: &AppraisedBrief) -> Element {
    let speech = &props.speech;
    let AppraisedBrief {
        brief, appraisal, ..
    } = appraised;
    let odds = appraisal.odds.both.map_or_else(
        || speech.get("test.unknown"),
        |odds| speak::odds_under(speech, odds, appraisal.confidence),
    );
    let left = [
        ("p50", speak::hours(speech, appraisal.hours.p50)),
        ("p80", speak::hours(speech, appraisal.hours.p80)),
        ("odds", odds),
    ];
    let left = left.each_ref().map(|(name, value)| (*name, value.as_str()));
    let offers = appraisal.offers.iter().take(OFFERS);
    let offers = offers.map(|offer| {
        let offer = offer.clone().at_published_rate(&props.config.terms);
        way(props, brief, &offer)
    });
    el("div", "about")
        .attr("role", "status")
        .child(el("p", "").child(el("strong", "").text(speak::to_the_shop(
            speech,
            brief,
            appraisal.verdict,
        ))))
        .child(el("p", "").text(speech.format("agreed.left", &left)))
        .child(el("ul", "lines").children(offers))
        .child(el("p", "hint").message(speech, "agreed.reply"))
}
