//! An offer for an agreed job: its changes, its odds, and the button that agrees to it.

use super::growth::changes;
use super::props::AgreedProps;
use crate::engine::{Amount, Brief, Budget, Change, Offer, Terms};
use crate::i18n::{Words, speak};
use crate::widget::element::{Element, button, el};

/// An offer to agree to, as a line of a list. `asked` is the brief that it changes.
pub fn way(props: &AgreedProps, asked: &Brief, offer: &Offer) -> Element {
    let AgreedProps { speech, config, .. } = props;
    let changes = changes(speech, &config.terms, asked, offer);
    let odds = offer
        .odds
        .both
        .map(|odds| speak::odds_under(speech, odds, config.terms.confidence));
    let dearer = offer.changes.iter().find_map(|change| match change {
        Change::Budget {
            from: Some(Budget::Fixed(Amount::Exact(from))),
            to: Budget::Fixed(Amount::Exact(to)),
            ..
        } => Some(sum(speech, &config.terms, (*from, *to))),
        _ => None,
    });
    let name = speech.get_for("offer.{}", offer.kind.name());
    let brief = serde_json::to_value(&offer.brief).unwrap_or_default();
    let on_agree = {
        let others = props.clone();
        props.renewing(move |card, ()| {
            card.rewrite(others.today, brief.clone());
            card.agreed = others.agreed_today(card).or(card.agreed.take());
        })
    };
    el("li", "way")
        .child(el("strong", "").text(name.clone()))
        .child(el("span", "").text(changes))
        .maybe_child(dearer.map(|sum| el("span", "hint").text(sum)))
        .maybe_child(odds.map(|odds| el("span", "hint").text(odds)))
        .child(
            button("small", speech, "agreed.take", &on_agree)
                .child(el("span", "for-listeners").text([": ", &name].concat())),
        )
}

/// A sum of money in words: the amount before, the change and the total.
pub fn sum(words: &Words, terms: &Terms, (then, now): (f64, f64)) -> String {
    let money = |amount: f64| words.money(amount, &terms.currency);
    let sign = if now < then { " − " } else { " + " };
    let more = money((now - then).abs());
    [&money(then), sign, &more, " = ", &money(now)].concat()
}
