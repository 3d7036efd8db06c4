//! Amounts that services and wishes add to the price, in words.

use crate::engine::rounding::enclosing_range;
use crate::engine::{Brief, PriceDisplay, Terms, TypicalRange, add_on_prices, ballpark};
use crate::i18n::{Speech, amount};

/// Returns the ids of the services that are not wished for and the keys of the wishes, each with
/// the amount it adds to the price; for the first wish, its whole price. Empty if the shop discloses
/// no amounts.
pub fn additions(brief: &Brief, terms: &Terms, speech: &Speech) -> Vec<(String, String)> {
    let others = add_on_prices(brief, terms).into_iter();
    let mut prices: Vec<(String, TypicalRange)> =
        others.map(|added| (added.service, added.price)).collect();
    let (whole, _) = ballpark(brief, terms);
    let is_only = brief.wishes.len() == 1;
    for index in 0..brief.wishes.len() {
        let mut without = brief.clone();
        without.wishes.remove(index);
        let price = if is_only {
            whole
        } else {
            let (rest, _) = ballpark(&without, terms);
            TypicalRange {
                p50: whole.p50 - rest.p50,
                p80: whole.p80 - rest.p80,
            }
        };
        prices.push((wish_key(index), price));
    }
    let said = prices.into_iter().filter_map(|(id, price)| {
        let words = self::price(speech, terms, price)?;
        let is_whole = brief.wishes.is_empty() || is_only && id == wish_key(0);
        let words = if is_whole {
            words
        } else {
            speech.format("wishes.adds", &[("price", &words)])
        };
        (price.p50 > 0.0).then_some((id, words))
    });
    said.collect()
}

/// Returns the key of a wish by its index in the draft.
pub fn wish_key(index: usize) -> String {
    ["wish ", &index.to_string()].concat()
}

/// Returns a price in words, as the shop discloses it; `None` if it discloses no amounts.
pub fn price(speech: &Speech, terms: &Terms, price: TypicalRange) -> Option<String> {
    match speech.show() {
        PriceDisplay::Ratios => None,
        PriceDisplay::Ranges => {
            let range = (enclosing_range(price.p50).0, enclosing_range(price.p80).1);
            Some(amount::range(speech, terms, range))
        }
        PriceDisplay::Prices => Some(amount::roughly(speech, terms, price.p50)),
    }
}
