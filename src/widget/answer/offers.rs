//! Offers as cards: what changes, how sure it then is, and a tap that tries one on.

use super::AnswerProps;
use crate::engine::{Offer, Verdict};
use crate::i18n::speak;
use yew::prelude::*;

/// The offers; the one that is tried on stays in sight until it is taken off.
#[component]
pub fn Offers(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        appraisal,
        ..
    } = props;
    let card = |offer: &Offer, asked: &crate::engine::Brief, on: bool| {
        let changes = speak::changes(speech, terms, asked, offer);
        let button = if on {
            let onclick = props.on_take_off.reform(|_: MouseEvent| ());
            html! { <button class="try on" type="button" {onclick}>{ speech.say("offers.off") }</button> }
        } else {
            let (offer, on_try) = (offer.clone(), props.on_try.clone());
            let onclick = Callback::from(move |_: MouseEvent| on_try.emit(offer.clone()));
            html! { <button class="try" type="button" {onclick}>{ speech.say("offers.try") }</button> }
        };
        let id = offer.id.id();
        html! {
            <li class={classes!("offer", on.then_some("on"))} key={id}>
                <div>
                    <h4>{ speech.say(&format!("offer.{id}")) }</h4>
                    <ul class="changes">{ for changes.into_iter().map(|change| html! { <li>{ change }</li> }) }</ul>
                    if let Some(odds) = offer.odds.both {
                        <p class="offer-odds">{ speak::odds(speech, odds) }</p>
                    }
                </div>
                { button }
            </li>
        }
    };
    let tried = props.tried.as_ref();
    let offers: Vec<&Offer> = appraisal.offers.iter().collect();
    if tried.is_none() && offers.is_empty() {
        return Html::default();
    }
    let near =
        appraisal.offers.iter().any(|offer| offer.within) || appraisal.verdict == Verdict::Ask;
    let title = if near || tried.is_some() {
        "offers.title"
    } else {
        "offers.far"
    };
    html! {
        <section class="offers">
            <h3>{ speech.say(title) }</h3>
            <ul>
                if let Some(tried) = tried {
                    { card(&tried.offer, &tried.asked, true) }
                }
                { for offers.into_iter().map(|offer| card(offer, &props.brief, false)) }
            </ul>
        </section>
    }
}
