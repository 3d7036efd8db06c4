//! Offers as cards: what changes, how sure it then is, and a tap that tries one on.

use super::AnswerProps;
use crate::engine::{Brief, Budget, Offer, Show, Verdict};
use crate::i18n::{Speech, openly, speak};
use yew::prelude::*;

/// The offers; the one that is tried on stays in sight until it is taken off.
pub fn offers(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        appraisal,
        ..
    } = props;
    let card = |offer: &Offer, asked: &Brief, on: bool| {
        let changes = speak::changes(speech, terms, asked, offer);
        let button = if on {
            let onclick = props.on_take_off.reform(|_: MouseEvent| ());
            html! { <button class="try on" type="button" {onclick}>{ speech.say("offers.off") }</button> }
        } else if speech.show() == Show::Ratios && offer.brief.budget != asked.budget {
            // To try it on is to be told the price.
            Html::default()
        } else {
            let (offer, on_try) = (tried_on(speech, offer, asked), props.on_try.clone());
            let onclick = Callback::from(move |_: MouseEvent| on_try.emit(offer.clone()));
            html! { <button class="try" type="button" {onclick}>{ speech.say("offers.try") }</button> }
        };
        let id = offer.id.id();
        html! {
            <li class={classes!("offer", on.then_some("on"))} part="offer" key={id}>
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

/// The offer as it is tried on: where only ranges are said, at the upper end of its range.
fn tried_on(speech: &Speech, offer: &Offer, asked: &Brief) -> Offer {
    let mut offer = offer.clone();
    if speech.show() == Show::Ranges && offer.brief.budget != asked.budget {
        let upper = |amount: f64| openly::range(amount).1;
        offer.brief.budget = offer.brief.budget.map(|budget| match budget {
            Budget::Fixed(amount) => Budget::Fixed(upper(amount)),
            Budget::Monthly(fee) => Budget::Monthly(upper(fee)),
            Budget::Hourly { cap } => Budget::Hourly {
                cap: cap.map(upper),
            },
        });
    }
    offer
}
