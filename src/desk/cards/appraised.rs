//! Appraisals of the briefs on the desk, under the shop's terms and as of today.

use super::card::Card;
use super::needs::{Needs, offered};
use super::state::{Cards, DeskAction};
use crate::config::{Config, read_brief};
use crate::engine::{Appraisal, Brief, Flag, Odds, Terms, appraise, odds_in_head};
use crate::i18n::{Speech, amount, speak};
use crate::shared::Shared;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// A brief on the desk with its appraisal.
///
/// The appraisal is compared by identity: a brief that is not new is not appraised anew, and a table of
/// hundreds is compared with every keystroke.
#[derive(Clone, PartialEq)]
pub struct AppraisedBrief {
    /// Index in the list.
    pub index: usize,
    /// Name.
    pub name: String,
    appraised: Shared<Appraised>,
}

impl Deref for AppraisedBrief {
    type Target = Appraised;

    fn deref(&self) -> &Appraised {
        &self.appraised
    }
}

/// An appraisal with its brief, in any place on the desk.
#[derive(Clone)]
pub struct Appraised {
    /// Brief, with the weeks that are left.
    pub brief: Rc<Brief>,
    /// Day by which it is wanted, in days from 1 January 1970.
    pub wanted: Option<i64>,
    /// Appraisal.
    pub appraisal: Rc<Appraisal>,
    /// Money that a yes takes, or the rest of a job that runs, from and to, in the terms' currency. `None` where nothing is asked for.
    pub needs: Option<(f64, f64)>,
    /// That money in words, as the panel says it. `None` while an answer is waited for.
    pub needed: Option<String>,
    /// Odds that the calculator beside it says.
    pub odds: Odds,
}

impl AppraisedBrief {
    /// The money that a yes takes, in words. `None` where nothing is asked for.
    pub fn needs_in_words(&self, speech: &Speech, terms: &Terms) -> Option<String> {
        let (least, most) = self.needs?;
        let range = (least < most)
            .then(|| amount::ballpark(speech, terms, (least, most), self.brief.budget));
        let said = range.flatten().or_else(|| self.needed.clone());
        Some(said.unwrap_or_else(|| amount::roughly(speech, terms, most)))
    }

    /// Returns the brief as if nothing of it was done or paid, appraised anew. Its day, money and odds stay.
    /// `None` if it cannot be appraised under the terms.
    pub fn without_progress(self, terms: &Terms) -> Option<AppraisedBrief> {
        if self.brief.so_far.is_none() {
            return Some(self);
        }
        let brief = Brief {
            so_far: None,
            ..Brief::clone(&self.brief)
        };
        let appraised = Appraised {
            appraisal: Rc::new(appraise(&brief, terms).ok()?),
            brief: Rc::new(brief),
            ..Appraised::clone(&self)
        };
        Some(AppraisedBrief {
            appraised: Shared::new(appraised),
            ..self
        })
    }

    /// Conditions that stop the job, and those that warn, each once.
    pub fn flags(&self) -> Vec<Flag> {
        let mut flags = self.appraisal.stops.clone();
        for flag in &self.appraisal.flags {
            if !flags.contains(flag) {
                flags.push(*flag);
            }
        }
        flags
    }
}

/// Key of an appraisal: a brief as JSON, the day of its arrival, that by which it is wanted, and its currency.
type CacheKey = (String, String, Option<String>, String);

/// Appraisals of earlier renders, under the same terms and as of the same day.
#[derive(Default)]
struct Appraisals {
    of: Option<(Rc<Config>, i64)>,
    /// Those of the last cards: most of these have not changed.
    last: Vec<(Shared<Card>, Option<Shared<Appraised>>)>,
    all: BTreeMap<CacheKey, Option<Shared<Appraised>>>,
}

/// The appraisals of all cards as of a day, in days from 1 January 1970: `None` for a brief with names
/// that the terms do not have, or in another currency. What is not new is not appraised anew.
#[hook]
pub fn use_appraised(
    speech: &Speech,
    cards: &Cards,
    config: &Rc<Config>,
    today: i64,
) -> Rc<Vec<Option<AppraisedBrief>>> {
    let appraisals = use_mut_ref(Appraisals::default);
    let state = (Rc::clone(cards), Rc::clone(config), today);
    use_memo(state, |(cards, config, today)| {
        let mut appraisals = appraisals.borrow_mut();
        let is_same = |(of, day): &(Rc<Config>, i64)| Rc::ptr_eq(of, config) && day == today;
        // Briefs that were answered anew leave those before behind.
        let is_full = appraisals.all.len() > 2 * cards.len() + 50;
        if is_full || !appraisals.of.as_ref().is_some_and(is_same) {
            appraisals.of = Some((Rc::clone(config), *today));
            appraisals.all.clear();
            appraisals.last.clear();
        }
        let Appraisals { all, last, .. } = &mut *appraisals;
        let before = std::mem::take(last);
        let appraised = |(index, card): (usize, &Shared<Card>)| {
            let same = before.get(index).filter(|(last, _)| last == card);
            let known = match same {
                Some((_, known)) => known.clone(),
                None => {
                    let (day, by) = (card.day.clone(), card.by.clone());
                    let asked = (card.brief.to_string(), day, by, card.currency.clone());
                    let known = all.entry(asked).or_insert_with_key(|(brief, ..)| {
                        appraise_card(speech, card, brief, config, *today).map(Shared::new)
                    });
                    known.clone()
                }
            };
            last.push((Shared::clone(card), known.clone()));
            Some(AppraisedBrief {
                index,
                name: card.title(speech),
                appraised: known?,
            })
        };
        cards.iter().enumerate().map(appraised).collect()
    })
}

fn appraise_card(
    speech: &Speech,
    card: &Card,
    brief: &str,
    config: &Config,
    today: i64,
) -> Option<Appraised> {
    if card.is_foreign(&config.terms.currency) {
        return None;
    }
    let asked = read_brief(brief, &config.terms).ok()?;
    let brief = card.brief_on(today, &asked);
    let appraisal = appraise(&brief, &config.terms).ok()?;
    let offered = offered(&brief, &appraisal).and_then(|offered| offered.budget);
    let needed = || {
        let needed = speak::needed_in_head(speech, &config.terms, &brief, &appraisal).money;
        let in_words = |budget| amount::offered(speech, &config.terms, brief.budget, budget);
        needed.or_else(|| offered.map(in_words))
    };
    Some(Appraised {
        wanted: card.wanted(&asked),
        needs: Needs::left(&brief, &appraisal, &config.terms).map(|needs| needs.money),
        needed: (!appraisal.is_waiting() && brief.so_far.is_none())
            .then(needed)
            .flatten(),
        odds: odds_in_head(&brief, &config.terms, &appraisal),
        brief: Rc::new(brief),
        appraisal: Rc::new(appraisal),
    })
}

/// Props of a component about several briefs.
#[derive(Properties, Clone, PartialEq)]
pub struct AppraisedProps {
    /// Words.
    pub speech: Speech,
    /// Configuration of the shop.
    pub config: Rc<Config>,
    /// Briefs with their appraisals.
    pub briefs: Vec<AppraisedBrief>,
}

/// Props of a component about one enquiry.
#[derive(Properties, Clone, PartialEq)]
pub struct EnquiryProps {
    /// Words.
    pub speech: Speech,
    /// Configuration of the shop.
    pub config: Rc<Config>,
    /// Today, in days from 1 January 1970.
    pub today: i64,
    /// The enquiry.
    pub appraised: AppraisedBrief,
    /// The enquiry as it is stored.
    pub card: Card,
    /// Called to change the desk.
    pub on_action: Callback<DeskAction>,
}
