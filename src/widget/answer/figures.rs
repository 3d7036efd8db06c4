//! The figures: price and weeks, as often more as less, and enough in 8 of 10 cases.

use super::AnswerProps;
use crate::engine::Show;
use crate::i18n::{openly, speak};
use yew::prelude::*;

/// The figures as a table.
pub fn figures(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        appraisal,
        ..
    } = props;
    let row = |key: &str, note: Option<String>, half: String, eight: String| {
        html! {
            <tr>
                <th scope="row">
                    { speech.say(key) }
                    if let Some(note) = note { <small>{ " " }{ note }</small> }
                </th>
                <td>{ half }</td>
                <td>{ eight }</td>
            </tr>
        }
    };
    let hours_shown = speech.show() != Show::Ratios;
    let care = (hours_shown && appraisal.care_hours > 0.0).then(|| {
        let months = speak::months(speech, terms.care_months);
        html! {
            <tr>
                <th scope="row">
                    { speech.say("figures.care") }
                    <small>{ " " }{ speech.with("figures.care.note", &[("months", &months)]) }</small>
                </th>
                <td colspan="2">{ speak::hours(speech, appraisal.care_hours) }</td>
            </tr>
        }
    });
    let (price, weeks, hours) = (appraisal.price, appraisal.weeks, appraisal.hours);
    let tax = openly::tax(speech, terms);
    let price = match speech.show() {
        Show::Prices => row(
            "figures.price",
            tax,
            speak::roughly(speech, terms, price.p50),
            speak::roughly(speech, terms, price.p80),
        ),
        Show::Ranges => html! {
            <tr>
                <th scope="row">
                    { speech.say("figures.price") }
                    if let Some(tax) = tax { <small>{ " " }{ tax }</small> }
                </th>
                <td colspan="2">
                    { openly::from_to(speech, terms, (openly::range(price.p50).0, openly::range(price.p80).1)) }
                </td>
            </tr>
        },
        Show::Ratios => Html::default(),
    };
    html! {
        <section class="figures">
            <h3>{ speech.say("figures.title") }<small>{ speech.say("figures.ballpark") }</small></h3>
            <table>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{ speech.say("figures.half") }</th>
                        <th scope="col">{ speech.say("figures.eight") }</th>
                    </tr>
                </thead>
                <tbody>
                    { price }
                    { row("figures.weeks", None, speak::weeks(speech, weeks.p50), speak::weeks(speech, weeks.p80)) }
                    if hours_shown {
                        { row("figures.hours", None, speak::hours(speech, hours.p50), speak::hours(speech, hours.p80)) }
                    }
                    { care }
                </tbody>
            </table>
        </section>
    }
}
