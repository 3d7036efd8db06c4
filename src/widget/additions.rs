//! Amounts that services and wishes add to the price, in words.

use crate::engine::{Brief, Budget, PriceDisplay, Terms, add_on_prices, wish_prices};
use crate::i18n::{Speech, amount};

/// Returns the ids of the services that are not wished for and the keys of the wishes, each with
/// the amount it adds to the price; for the first wish, its whole price. Empty if the shop discloses
/// no amounts.
pub fn additions(brief: &Brief, terms: &Terms, speech: &Speech) -> Vec<(String, String)> {
    let others = add_on_prices(brief, terms).into_iter();
    let mut prices: Vec<(String, (f64, f64))> =
        others.map(|added| (added.service, added.price)).collect();
    let wishes = wish_prices(brief, terms).into_iter().enumerate();
    prices.extend(wishes.map(|(index, price)| (wish_key(index), price)));
    let is_only = brief.wishes.len() == 1;
    let said = prices.into_iter().filter_map(|(id, price)| {
        let is_whole = brief.wishes.is_empty() || is_only && id == wish_key(0);
        let words = if is_whole {
            self::price(speech, terms, price, brief.budget)?
        } else {
            // A difference of prices is rounded anew.
            let price = amount::usually(speech, terms, shown(speech, price), brief.budget)?;
            speech.format("wishes.adds", &[("price", &price)])
        };
        (price.1 > 0.0).then_some((id, words))
    });
    said.collect()
}

/// Returns the key of a wish by its index in the draft.
pub fn wish_key(index: usize) -> String {
    ["wish ", &index.to_string()].concat()
}

/// Returns a price in words, as the shop discloses it: the sufficient amount, or the range, by the
/// month for a monthly deal. `None` if it discloses no amounts.
pub fn price(
    speech: &Speech,
    terms: &Terms,
    price: (f64, f64),
    deal: Option<Budget>,
) -> Option<String> {
    amount::ballpark(speech, terms, shown(speech, price), deal)
}

/// Returns the ends of a price that are shown: both of a range, otherwise twice the sufficient
/// amount.
fn shown(speech: &Speech, (low, high): (f64, f64)) -> (f64, f64) {
    match speech.show() {
        PriceDisplay::Ranges => (low, high),
        PriceDisplay::Prices | PriceDisplay::Ratios => (high, high),
    }
}
