//! Progress of an agreed job: the hours, the money and the share that is done, with the verdict on finishing it.

use super::fields::{
    FieldKind, Texts, field, form, hours, money, money_field, percentage, problem, submit, typed,
    wrong,
};
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

/// Texts of the form of a progress.
#[derive(Clone)]
struct ProgressFields {
    hours: String,
    paid: String,
    done: String,
}

/// The progress of an agreed job.
#[component]
pub fn ProgressForm(props: &AgreedProps) -> Html {
    let AgreedProps { speech, config, .. } = props;
    let brief = props.appraised.as_ref().map(|appraised| &appraised.brief);
    let so_far = brief.and_then(|brief| brief.so_far);
    let texts: Texts<ProgressFields> = use_state(|| {
        let Progress { hours, paid, done } = so_far.unwrap_or_default();
        ProgressFields {
            hours: typed(speech, hours),
            paid: typed(speech, paid),
            done: typed(speech, done * 100.0),
        }
    });
    let mistake = use_state(|| None::<String>);
    let on_so_far = props.renewing(|card: &mut Card, so_far: Progress| {
        if let Some(members) = card.brief.as_object_mut() {
            members.remove(SO_FAR);
            if so_far != Progress::default() {
                members.insert(SO_FAR.to_owned(), json!(so_far));
            }
        }
    });
    let on_done = {
        let (texts, props, mistake) = (texts.clone(), props.clone(), mistake.setter());
        move || match read(&props, &texts) {
            Ok(so_far) => {
                mistake.set(None);
                on_so_far.emit(so_far);
            }
            Err(problem) => mistake.set(Some(problem)),
        }
    };
    let currency = [("currency", config.terms.currency.as_str())];
    let fields = el("div", "pair")
        .child(field(
            &texts,
            |texts| &mut texts.hours,
            "sofar-hours",
            FieldKind::Number,
            speech.get("sofar.hours"),
        ))
        .child(money_field(
            speech,
            &texts,
            |texts| &mut texts.paid,
            "sofar-paid",
            speech.format("sofar.paid", &currency),
        ))
        .child(field(
            &texts,
            |texts| &mut texts.done,
            "sofar-done",
            FieldKind::Number,
            speech.get("sofar.done"),
        ));
    // The answer to what was typed before is no answer to what is typed wrongly.
    let is_answered = so_far.is_some() && mistake.is_none();
    let judged = props.appraised.as_ref().filter(|_| is_answered);
    form(on_done)
        .child(fields)
        .maybe_child(problem((*mistake).clone()))
        .child(submit(speech, "agreed.judge"))
        .maybe_child(judged.map(|appraised| verdict(props, appraised)))
        .into()
}

/// The progress as it was typed, or its problem in words.
fn read(props: &AgreedProps, texts: &ProgressFields) -> Result<Progress, String> {
    let speech = &props.speech;
    let currency = [("currency", props.config.terms.currency.as_str())];
    let hours = hours(speech, &texts.hours, Some(0.0))
        .ok_or_else(|| wrong(speech, "agreed.wrong.hours", &speech.get("sofar.hours")))?;
    let paid = money(&texts.paid).ok_or_else(|| {
        let label = speech.format("sofar.paid", &currency);
        wrong(speech, "agreed.wrong.number", &label)
    })?;
    match percentage(speech, &texts.done) {
        Some(done) if done < 100.0 => Ok(Progress {
            hours,
            paid,
            done: done / 100.0,
        }),
        Some(100.0) => Err(all_done(speech)),
        _ => Err(wrong(
            speech,
            "agreed.wrong.done",
            &speech.get("sofar.done"),
        )),
    }
}

/// The way to where a job is noted that is done.
fn all_done(speech: &Speech) -> String {
    let delivered = speech.get("agreed.delivered");
    speech.format("agreed.all-done", &[("delivered", &delivered)])
}

/// The reason why all of a job counts as still to do although hours were spent on it.
fn nothing_done(speech: &Speech, so_far: Option<Progress>) -> Option<String> {
    let spent = so_far.filter(|so_far| so_far.hours > 0.0 && so_far.done <= 0.0)?;
    let hours = speak::exact_hours(speech, spent.hours);
    let done = speech.get("sofar.done");
    let values = [("hours", &*hours), ("field", &*done)];
    Some(speech.format("agreed.left.all", &values))
}

/// The answer to a job that was begun, with the offers that would make it worth finishing.
fn verdict(props: &AgreedProps, appraised: &AppraisedBrief) -> Element {
    let speech = &props.speech;
    let (brief, appraisal) = (&appraised.brief, &appraised.appraisal);
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
        .maybe_child(nothing_done(speech, brief.so_far).map(|said| el("p", "hint").text(said)))
        .child(el("ul", "lines").children(offers))
        .child(el("p", "hint").message(speech, "agreed.reply"))
}
