//! Link of a card's brief in the page's address.

use super::card::Card;
use crate::config::{Config, read_brief};
use crate::desk::browser;
use crate::share;

/// Id of the calculator, and key of the links that it opens.
pub const CALCULATOR: &str = "desk-calculator";

/// Puts the link of a card's brief as it is today into the page's address, where the next calculator
/// finds it.
pub fn address(card: &Card, config: &Config, today: i64) {
    let link = read_brief(&card.brief.to_string(), &config.terms)
        .ok()
        .and_then(|brief| {
            // A calculator takes no date that is past, but no time left.
            let is_ahead = card.wanted(&brief) >= Some(today);
            let by = card.by.as_deref().filter(|_| is_ahead);
            share::link(&card.brief_on(today, &brief), by, &config.terms)
        });
    // The first calculator of a page has no name in its links.
    let key = match browser::has_calculator_beside(CALCULATOR) {
        true => share::key(CALCULATOR),
        false => share::key(""),
    };
    browser::set_fragment(&link.map_or_else(String::new, |link| format!("{key}={link}")));
}
