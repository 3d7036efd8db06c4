//! Two versions of the brief side by side: one that was set aside, and the one at hand.

use super::AnswerProps;
use crate::engine::{Appraisal, Brief};
use crate::i18n::{openly, speak};
use yew::prelude::*;

/// What can be done with another version of the brief.
#[derive(Clone, PartialEq)]
pub struct Aside {
    /// The other version with its answer, if one was set aside.
    pub other: Option<(Brief, Appraisal)>,
    /// Called to set this version aside.
    pub on_set: Callback<()>,
    /// Called to change the two for one another.
    pub on_swap: Callback<()>,
    /// Called to forget the other.
    pub on_forget: Callback<()>,
}

/// The two versions in a table, or the way to set one aside.
pub fn versions(props: &AnswerProps) -> Html {
    let AnswerProps { speech, aside, .. } = props;
    let button = |key: &str, on_click: &Callback<()>| {
        html! {
            <button class="quiet" type="button" onclick={on_click.reform(|_: MouseEvent| ())}>{ speech.say(key) }</button>
        }
    };
    let Some((brief, appraisal)) = &aside.other else {
        return html! {
            <section class="versions">
                { button("versions.set", &aside.on_set) }
            </section>
        };
    };
    let before = told(props, brief, appraisal);
    let now = told(props, &props.brief, &props.appraisal);
    let rows = before
        .into_iter()
        .zip(now)
        .map(|((key, before), (_, now))| {
            html! {
                <tr key={key} class={classes!((before != now).then_some("other"))}>
                    <th scope="row">{ speech.say(key) }</th>
                    <td>{ before }</td>
                    <td>{ now }</td>
                </tr>
            }
        });
    html! {
        <section class="figures versions">
            <h3>{ speech.say("versions.title") }</h3>
            <table>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{ speech.say("versions.aside") }</th>
                        <th scope="col">{ speech.say("versions.now") }</th>
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
            <div class="kept-ways">
                { button("versions.swap", &aside.on_swap) }
                { button("versions.forget", &aside.on_forget) }
            </div>
        </section>
    }
}

/// What there is to tell of one version, by the key of what it is called.
fn told(props: &AnswerProps, brief: &Brief, appraisal: &Appraisal) -> Vec<(&'static str, String)> {
    let AnswerProps { speech, terms, .. } = props;
    let unsaid = || speech.say("test.unknown");
    let odds = |odds: Option<f64>| odds.map_or_else(unsaid, |odds| speak::odds(speech, odds));
    let wishes: Vec<String> = brief
        .wishes
        .iter()
        .map(|wish| speak::wish(speech, terms, &wish.want))
        .collect();
    let budget = brief
        .budget
        .map(|budget| speak::budget(speech, terms, budget));
    let deadline = brief
        .deadline
        .map(|deadline| speak::deadline(speech, deadline));
    let mut told = vec![
        ("step.wishes", speech.list(&wishes)),
        ("step.budget", budget.unwrap_or_else(unsaid)),
        ("step.date", deadline.unwrap_or_else(unsaid)),
        ("test.money", odds(appraisal.odds.money)),
        ("test.time", odds(appraisal.odds.time)),
        ("figures.weeks", speak::weeks(speech, appraisal.weeks.p80)),
    ];
    let price = openly::amount(speech, terms, speak::two_digits(appraisal.price.p80));
    told.extend(price.map(|price| ("figures.price", price)));
    told
}
