//! Growth of an agreed job: the brief of now, held against the agreed one.

use crate::config::read_brief;
use crate::desk::cards::{Agreed, Card, Needs, likely, settled_as_in};
use crate::draft::days;
use crate::engine::rounding::{half_week_up, three_digits_up};
use crate::engine::{
    Amount, Brief, Budget, Change, ChangeEffect, Deadline, Offer, OfferKind, Terms, Wish, appraise,
};
use crate::i18n::{Words, speak};

/// An agreed job beside the brief of now.
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
    /// Money that was enough on the day of the yes, and what would have been enough then for what is wanted
    /// now, as it is shown.
    pub enough: (f64, f64),
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
    let said = read(&agreed.brief)?;
    let then = Brief {
        so_far: wanted.so_far,
        ..agreed.brief_on(today, &said)
    };
    let at_terms_of = |then: &Brief| Brief {
        budget: then.budget,
        deadline: then.deadline,
        pay: then.pay,
        so_far: then.so_far,
        ..wanted.clone()
    };
    let now = at_terms_of(&then);
    if now == then {
        return None;
    }
    let is_otherwise = now
        != Brief {
            wishes: now.wishes.clone(),
            ..then.clone()
        };
    let that_day = agreed.brief_on(days(&agreed.day)?, &said);
    let enough = |brief: &Brief| {
        let appraisal = appraise(brief, terms).ok()?;
        let needs = Needs::of(brief, &appraisal, terms);
        Some(three_digits_up(
            needs.map_or(appraisal.price.p80, |needs| needs.money.1),
        ))
    };
    let enough = (enough(&that_day)?, enough(&at_terms_of(&that_day))?);
    let settled = |brief: &Brief| settled_as_in(&then, brief, terms);
    let (agreed, changing) = (settled(&then), settled(&now));
    let mut changed = terms.check(&agreed).ok()?.change_effect(&changing).ok()?;
    // Offers go to the client, and are agreed with one: none of them may tell the floor rate.
    let offers = changed.offers.into_iter();
    let offers: Vec<Offer> = offers.map(|offer| offer.at_published_rate(terms)).collect();
    let hours = |brief: &Brief| -> f64 { brief.wishes.iter().map(|it| likely(it, terms)).sum() };
    let more = hours(&now) - hours(&then);
    changed.offers = paid(&offers, &changing, (more, changed.weeks), terms);
    Some(Growth {
        added: beyond(&now.wishes, &then.wishes),
        gone: beyond(&then.wishes, &now.wishes),
        is_otherwise,
        enough,
        changed,
        now,
    })
}

/// Factors of the price of the hours on top, the least first. Assumption: beyond twice of it people talk.
const DEARER: [f64; 4] = [1.0, 1.25, 1.6, 2.0];

/// Factors of the weeks on top, the least first. Assumption as above.
const LATER: [f64; 5] = [0.0, 1.0, 1.5, 2.0, 3.0];

/// The offers for a job with so many likely hours and weeks more. None of them gives the hours away: the
/// contract has a rate for hours on top. None asks for anything but money, time or less: the rest was agreed.
fn paid(offers: &[Offer], now: &Brief, (more, weeks): (f64, f64), terms: &Terms) -> Vec<Offer> {
    let less = offers.iter().filter(|it| it.kind == OfferKind::Less);
    let less = less.filter_map(|offer| plain(offer, now, terms));
    match now.budget {
        _ if offers.is_empty() => Vec::new(),
        Some(Budget::Fixed(Amount::Exact(agreed))) if more > 0.0 => {
            let priced = DEARER.into_iter().find_map(|dearer| {
                let exact = agreed + more * dearer * terms.rate / terms.net_factor();
                LATER.into_iter().find_map(|later| {
                    let offer = dearer_and_later(now, exact, weeks * later, terms)?;
                    is_enough(&offer, terms).then_some(offer)
                })
            });
            priced.into_iter().chain(less).collect()
        }
        _ => offers
            .iter()
            .filter_map(|offer| plain(offer, now, terms))
            .collect(),
    }
}

fn is_enough(offer: &Offer, terms: &Terms) -> bool {
    offer.odds.both.is_some_and(|odds| odds >= terms.confidence)
}

/// An offer for a price and some weeks more; `None` for weeks where no date is to move.
fn dearer_and_later(now: &Brief, exact: f64, more: f64, terms: &Terms) -> Option<Offer> {
    let budget = Budget::fixed(three_digits_up(exact));
    let mut changes = vec![Change::Budget {
        from: now.budget,
        to: budget,
        exact,
    }];
    let mut brief = Brief {
        budget: Some(budget),
        ..now.clone()
    };
    if more > 0.0 {
        let from = now.deadline;
        let Some(Deadline::Weeks { weeks, from: start }) = from else {
            return None;
        };
        let exact = weeks + more;
        let to = Deadline::Weeks {
            weeks: half_week_up(exact),
            from: start,
        };
        brief.deadline = Some(to);
        changes.push(Change::Deadline { from, to, exact });
    }
    let kind = match changes.len() {
        1 => OfferKind::Price,
        _ => OfferKind::Both,
    };
    Some(Offer {
        kind,
        changes,
        odds: appraise(&brief, terms).ok()?.odds,
        brief,
        within: true,
    })
}

/// An offer without its changes of anything but money, time and wishes. `None` if nothing is left of it, or that is not
/// enough.
fn plain(offer: &Offer, now: &Brief, terms: &Terms) -> Option<Offer> {
    let is_plain = |change: &&Change| {
        matches!(
            change,
            Change::Budget { .. } | Change::Deadline { .. } | Change::LeaveOut { .. }
        )
    };
    let changes: Vec<Change> = offer.changes.iter().filter(is_plain).cloned().collect();
    let is_same = changes.len() == offer.changes.len();
    let brief = Brief {
        wishes: offer.brief.wishes.clone(),
        budget: offer.brief.budget,
        deadline: offer.brief.deadline,
        ..now.clone()
    };
    let plain = Offer {
        changes,
        odds: appraise(&brief, terms).ok()?.odds,
        brief,
        ..offer.clone()
    };
    let is_good = is_same || is_enough(&plain, terms);
    (is_good && !plain.changes.is_empty()).then_some(plain)
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
        speak::counted(words, name, wish.count)
    };
    wishes.iter().map(name).collect()
}

/// Letter to the client about the growth, in the words of a language. `day` is that of the yes.
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
