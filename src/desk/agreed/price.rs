//! Price of an agreed job, which may be another than the client had offered.

use super::fields::{Texts, form, money, money_field, submit, typed};
use super::props::AgreedProps;
use super::then::{keep, print};
use crate::config::read_brief;
use crate::desk::cards::set_price;
use crate::engine::{Amount, Budget};
use crate::widget::element::el;
use yew::prelude::*;

/// The price of an agreed job, to change. Nothing for one that has no price as a whole.
#[component]
pub fn AgreedPrice(props: &AgreedProps) -> Html {
    let AgreedProps {
        speech,
        config,
        agreed,
        ..
    } = props;
    let brief = read_brief(&agreed.brief.to_string(), &config.terms).unwrap_or_default();
    let (has_price, price) = match brief.budget {
        None => (true, 0.0),
        Some(Budget::Fixed(amount)) => (true, Amount::most(amount).unwrap_or_default()),
        Some(_) => (false, 0.0),
    };
    let text: Texts<String> = use_state(|| typed(speech, price));
    {
        let (text, shown) = (text.setter(), typed(speech, price));
        use_effect_with(price, move |_| text.set(shown));
    }
    if !has_price {
        return Html::default();
    }
    let on_price = {
        let others = props.clone();
        props.renewing(move |card, price: f64| {
            let print = print(&others.text);
            keep(&print, &others.text);
            set_price(card, price);
            let agreed = others.agreed.at_price(price, &others.config.terms, &print);
            card.agreed = agreed.or(card.agreed.take());
        })
    };
    let on_done = {
        let text = text.clone();
        move || {
            if let Some(price) = money(&text).filter(|price| *price > 0.0) {
                on_price.emit(price);
            }
        }
    };
    let currency = [("currency", config.terms.currency.as_str())];
    let label = speech.format("agreed.price", &currency);
    let row = el("div", "pair")
        .child(money_field(
            speech,
            &text,
            |text| text,
            "agreed-price",
            label,
        ))
        .child(submit(speech, "agreed.price.keep"));
    form(on_done).child(row).into()
}
