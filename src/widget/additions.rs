//! Amounts that each service adds to the price, in words.

use crate::engine::rounding::enclosing_range;
use crate::engine::{Brief, PriceDisplay, Terms, TypicalRange, add_on_prices};
use crate::i18n::{Speech, amount};

/// Returns the ids of the services that are not wished for, each with the amount it adds to the
/// price; for a brief without wishes, its whole price. Empty if the shop discloses no amounts.
pub fn additions(brief: &Brief, terms: &Terms, speech: &Speech) -> Vec<(String, String)> {
    let said = add_on_prices(brief, terms).into_iter().filter_map(|added| {
        let price = added.price;
        let words = self::price(speech, terms, price)?;
        let words = if brief.wishes.is_empty() {
            words
        } else {
            speech.format("wishes.adds", &[("price", &words)])
        };
        (price.p50 > 0.0).then_some((added.service, words))
    });
    said.collect()
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
