//! The part of an enquiry's panel that is about the job once it is agreed.

use super::delivery::Delivery;
use super::grown::Grown;
use super::price::AgreedPrice;
use super::progress::ProgressForm;
use super::props::AgreedProps;
use super::then::{by_terms_of, keep, print};
use crate::config::Config;
use crate::desk::cards::{Agreed, Card, Cards, DeskAction};
use crate::engine::rounding;
use crate::i18n::{Speech, speak};
use crate::shared::Shared;
use crate::widget::element::{button, component, el};
use std::rc::Rc;
use yew::prelude::*;

/// Keeps the jobs of cards that were won, as they are agreed today.
#[hook]
pub fn use_agreed(
    cards: &Cards,
    config: &Rc<Config>,
    text: &AttrValue,
    today: i64,
    on_action: &Callback<DeskAction>,
) {
    let won = |(_, card): &(usize, &Shared<Card>)| card.is_won() && card.agreed.is_none();
    let new = cards.iter().enumerate().filter(won).map(|(index, _)| index);
    let new: Vec<usize> = new.collect();
    let (cards, config) = (Rc::clone(cards), Rc::clone(config));
    let (text, on_action) = (text.clone(), on_action.clone());
    use_effect_with(new, move |new| {
        for index in new {
            let print = print(&text);
            keep(&print, &text);
            let agreed = Agreed::new(&cards[*index], today, &config.terms, &print);
            if let Some(agreed) = agreed {
                on_action.emit(DeskAction::Agree(*index, Box::new(agreed)));
            }
        }
    });
}

/// The job as it was agreed: the answer of that day, its growth, its progress and its delivery.
#[component]
pub fn AgreedPanel(props: &AgreedProps) -> Html {
    let AgreedProps {
        speech,
        config,
        text,
        card,
        agreed,
        ..
    } = props;
    let print = use_memo(text.clone(), |text| print(text));
    let known = (agreed.terms.clone(), card.clone(), props.today);
    let then = use_memo(known, |(terms, card, today)| {
        by_terms_of(speech, terms, card, *today)
    });
    let brief = props.appraised.as_ref().map(|appraised| &*appraised.brief);
    let said = agreed_answer(speech, config, card, agreed);
    // Figures worked out from it would be in another currency.
    if card.is_foreign(&config.terms.currency) {
        return el("section", "agreed about")
            .child(el("p", "").text(said))
            .into();
    }
    let is_other = *print != agreed.terms;
    let delivered = card.is_delivered();
    let then = then.as_ref().clone().filter(|_| is_other && !delivered);
    let index = props.index;
    let on_forget = props
        .on_action
        .reform(move |()| DeskAction::Edit(index, Box::new(|card| card.agreed = None)));
    let fold = |key: &'static str, is_open: bool, content: Html| {
        let fold = el("details", "more").child(el("summary", "").message(speech, key));
        let fold = match is_open {
            true => fold.attr("open", ""),
            false => fold,
        };
        fold.key(key).node(content)
    };
    let begun = brief.is_some_and(|brief| brief.so_far.is_some());
    // A delivered job neither grows nor waits for an answer.
    let running = |key: &'static str, is_open: bool, content: Html| match delivered {
        true => Html::default(),
        false => fold(key, is_open, content).into(),
    };
    el("section", "agreed about")
        .attr("aria-labelledby", "agreed-title")
        .child(
            el("h4", "")
                .attr("id", "agreed-title")
                .text(speech.format("agreed.title", &[("day", &props.day())])),
        )
        .child(el("p", "").text(said))
        .maybe_child(then.map(|then| el("p", "").text(then)))
        .maybe_child(is_other.then(|| {
            el("p", "hint")
                .message(speech, "agreed.other-terms")
                .child(button("quiet", speech, "agreed.again", &on_forget))
        }))
        .node(if delivered {
            Html::default()
        } else {
            component::<AgreedPrice>(props.clone())
        })
        .node(running(
            "agreed.grew",
            true,
            component::<Grown>(props.clone()),
        ))
        .node(running(
            "agreed.where",
            begun,
            component::<ProgressForm>(props.clone()),
        ))
        .child(fold(
            "agreed.delivered",
            delivered,
            component::<Delivery>(props.clone()),
        ))
        .into()
}

/// The answer of the day of the yes.
fn agreed_answer(speech: &Speech, config: &Config, card: &Card, agreed: &Agreed) -> String {
    let currency = match card.currency.as_str() {
        "" => &config.terms.currency,
        own => own,
    };
    let odds = agreed.odds.map_or_else(
        || speech.get("test.unknown"),
        |odds| speak::odds(speech, odds),
    );
    let values = [
        (
            "verdict",
            speech.get_for("shop.verdict.{}", agreed.verdict.name()),
        ),
        ("odds", odds),
        (
            "price",
            speech.money(rounding::three_digits_up(agreed.price), currency),
        ),
        ("weeks", speak::weeks(speech, agreed.weeks)),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    speech.format("agreed.said", &values)
}
