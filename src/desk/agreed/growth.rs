//! Growth of an agreed job: what is wanted now, held against what was agreed.

use super::Agreed;
use super::record::likely;
use crate::config::read_brief;
use crate::desk::briefs::Card;
use crate::engine::rounding::{half_week_up, three_digits_up};
use crate::engine::{
    Amount, Brief, Budget, Change, ChangeEffect, Deadline, Offer, OfferKind, Terms, Wish, appraise,
};
use crate::i18n::{Words, speak};

/// An agreed job beside what is wanted now.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    /// Brief as it is wanted now, at the price and the date that were agreed.
    pub now: Brief,
    /// Wishes that came on top.
    pub added: Vec<Wish>,
    /// Wishes that are gone.
    pub gone: Vec<Wish>,
    /// True if something else than the wishes is another.
    pub is_otherwise: bool,
    /// Consequences for hours, money, date and odds.
    pub changed: ChangeEffect,
}

impl Growth {
    /// Returns `true` if the price and the date that were agreed are enough for it.
    pub fn is_enough(&self, terms: &Terms) -> bool {
        let odds = self.changed.odds.both;
        odds.is_none_or(|odds| odds >= terms.confidence)
    }
}

/// The growth of the job of a card on a day, in days from 1 January 1970. `None` where nothing is
/// another, or one of the briefs cannot be read under these terms.
pub fn growth(card: &Card, agreed: &Agreed, terms: &Terms, today: i64) -> Option<Growth> {
    let read = |brief: &serde_json::Value| read_brief(&brief.to_string(), terms).ok();
    let wanted = read(&card.brief)?;
    let then = Brief {
        so_far: wanted.so_far,
        ..agreed.brief_on(today, &read(&agreed.brief)?)
    };
    let now = Brief {
        budget: then.budget,
        deadline: then.deadline,
        pay: then.pay,
        ..wanted
    };
    if now == then {
        return None;
    }
    let same_wishes = Brief {
        wishes: now.wishes.clone(),
        ..then.clone()
    };
    let mut changed = terms.check(&then).ok()?.change_effect(&now).ok()?;
    // Offers go to the client, and are agreed with one: none of them may tell the floor rate.
    let offers = changed.offers.into_iter();
    let offers = offers.map(|offer| offer.at_published_rate(terms)).collect();
    let hours = |brief: &Brief| -> f64 { brief.wishes.iter().map(|it| likely(it, terms)).sum() };
    let more = hours(&now) - hours(&then);
    changed.offers = paid(offers, &now, (more, changed.weeks), terms);
    Some(Growth {
        added: beyond(&now.wishes, &then.wishes),
        gone: beyond(&then.wishes, &now.wishes),
        is_otherwise: same_wishes != now,
        changed,
        now,
    })
}

/// The offers for a job with so many likely hours and weeks more, none of which gives the hours away: the
/// contract says what an hour on top costs. With their price, and a later date if need be, everything else
/// stays as it was agreed; only where that is not enough, the offers ask for more.
fn paid(offers: Vec<Offer>, now: &Brief, (more, later): (f64, f64), terms: &Terms) -> Vec<Offer> {
    let Some(Budget::Fixed(Amount::Exact(agreed))) = now.budget else {
        return offers;
    };
    if offers.is_empty() || more <= 0.0 {
        return offers;
    }
    let exact = agreed + more * terms.rate / terms.net_factor();
    let least = three_digits_up(exact);
    let budget = Change::Budget {
        from: now.budget,
        to: Budget::fixed(least),
        exact,
    };
    let deadline = now.deadline.and_then(|deadline| match deadline {
        Deadline::Weeks { weeks, from } if later > 0.0 => {
            let exact = weeks + later;
            let weeks = half_week_up(exact);
            let to = Deadline::Weeks { weeks, from };
            let from = now.deadline;
            Some((to, Change::Deadline { from, to, exact }))
        }
        _ => None,
    });
    let same = Brief {
        budget: Some(Budget::fixed(least)),
        ..now.clone()
    };
    let price = (OfferKind::Price, same.clone(), vec![budget.clone()]);
    let both = deadline.map(|(to, change)| {
        let brief = Brief {
            deadline: Some(to),
            ..same
        };
        (OfferKind::Both, brief, vec![budget, change])
    });
    let enough = [Some(price), both]
        .into_iter()
        .flatten()
        .find_map(|(kind, brief, changes)| {
            let odds = appraise(&brief, terms).ok()?.odds;
            let is_enough = odds.both.is_some_and(|odds| odds >= terms.confidence);
            is_enough.then_some(Offer {
                kind,
                changes,
                brief,
                odds,
                within: true,
            })
        });
    let is_found = enough.is_some();
    let others = offers.into_iter().filter_map(|offer| match offer.kind {
        OfferKind::Less => Some(offer),
        OfferKind::Price | OfferKind::Both if !is_found => raised(offer, least, terms),
        _ => None,
    });
    enough.into_iter().chain(others).collect()
}

/// An offer for no less money.
fn raised(mut offer: Offer, least: f64, terms: &Terms) -> Option<Offer> {
    for change in &mut offer.changes {
        if let Change::Budget { to, exact, .. } = change
            && let Budget::Fixed(Amount::Exact(amount)) = to
            && *amount < least
        {
            (*to, *exact) = (Budget::fixed(least), least);
            offer.brief.budget = Some(*to);
        }
    }
    offer.odds = appraise(&offer.brief, terms).ok()?.odds;
    Some(offer)
}

/// Those of some wishes that others do not have, each as often as it is too many.
fn beyond(wishes: &[Wish], others: &[Wish]) -> Vec<Wish> {
    let more = |wish: &Wish| {
        let others = others.iter().filter(|other| other.want == wish.want);
        let count = wish
            .count
            .saturating_sub(others.map(|other| other.count).sum());
        (count > 0).then(|| Wish {
            count,
            ..wish.clone()
        })
    };
    wishes.iter().filter_map(more).collect()
}

/// The offers that bring a job back, as a client may read them: one price, one date, one second phase.
pub fn ways(offers: &[Offer]) -> impl Iterator<Item = &Offer> {
    let has_one = offers
        .iter()
        .any(|offer| matches!(offer.kind, OfferKind::Price | OfferKind::Time));
    // No two prices of the same work stand side by side.
    offers
        .iter()
        .filter(move |offer| !has_one || offer.kind != OfferKind::Both)
}

/// The changes of an offer in a line, without those that are taken for granted already.
pub fn changes(words: &Words, terms: &Terms, asked: &Brief, offer: &Offer) -> String {
    let is_new = |change: &&Change| !matches!(change, Change::Costs) || asked.costs.is_some();
    let changes = offer.changes.iter().filter(is_new).cloned().collect();
    let offer = Offer {
        changes,
        ..offer.clone()
    };
    speak::changes(words, terms, asked, &offer).join(" · ")
}

/// The names of wishes, each with how many of it where that is more than one.
pub fn names(words: &Words, terms: &Terms, wishes: &[Wish]) -> Vec<String> {
    let name = |wish: &Wish| {
        let name = words.format(
            "letter.name",
            &[("name", &speak::wish(words, terms, &wish.want))],
        );
        match wish.count {
            1 => name,
            count => {
                let count = words.number(f64::from(count), 0);
                words.format("agreement.counted", &[("count", &count), ("name", &name)])
            }
        }
    };
    wishes.iter().map(name).collect()
}

/// Letter to the client about what came on top, in the words of a language. `day` is that of the yes.
pub fn letter(words: &Words, terms: &Terms, growth: &Growth, day: &str) -> String {
    let names = |wishes: &[Wish]| words.list(&names(words, terms, wishes));
    let mut grown = Vec::new();
    for (key, wishes) in [
        ("agreed.letter.added", &growth.added),
        ("agreed.letter.gone", &growth.gone),
    ] {
        if !wishes.is_empty() {
            grown.push(words.format(key, &[("day", day), ("names", &names(wishes))]));
        }
    }
    if growth.is_otherwise {
        grown.push(words.format("agreed.letter.otherwise", &[("day", day)]));
    }
    let mut paragraphs = vec![words.get("letter.hello.sofar"), speak::sentences(&grown)];
    let ways: Vec<String> = ways(&growth.changed.offers)
        .map(|offer| ["– ", &changes(words, terms, &growth.now, offer)].concat())
        .collect();
    if growth.is_enough(terms) {
        paragraphs.push(words.get("agreed.letter.fits"));
    } else if ways.is_empty() {
        paragraphs.push(words.get("agreed.letter.talk"));
    } else {
        paragraphs.push([&words.get("agreed.letter.ways"), "\n", &ways.join("\n")].concat());
        paragraphs.push(words.get("agreed.letter.which"));
    }
    paragraphs.push([&words.get("letter.regards"), "\n", &terms.shop.name].concat());
    paragraphs.join("\n\n")
}
