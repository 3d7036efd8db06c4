//! One offer as a sentence, with its price and its assumptions.

use super::phrases::{given, name};
use super::request::{Request, Tone};
use crate::engine::{
    Brief, Budget, CareKind, CareOwner, Change, Offer, OfferKind, Pay, PriceDisplay, Reason,
    Verdict, Wish, ballpark,
};
use crate::i18n::{amount, speak};

/// Offer in words.
pub(super) struct OfferText {
    /// The offer itself, and an announcement of the lines if there are any.
    pub sentences: Vec<String>,
    /// Assumptions, line by line.
    pub lines: Vec<String>,
}

/// Returns an offer in words. `said` are the reasons that the letter has already given: a change
/// that merely reverses one of them is not repeated.
pub(super) fn offer_text(request: &Request, offer: &Offer, said: &[&Reason]) -> OfferText {
    let words = request.words;
    let settled = settled(request, offer, said);
    let sentence = sentence(request, offer, settled.is_empty());
    let mut lines = deal(request, offer, &sentence);
    lines.extend(settled);
    let is_few = request.tone == Tone::Brief && !lines.is_empty();
    if is_few {
        lines.clear();
    }
    // Beside a referral the main one is enough.
    let most = match request.appraisal.verdict {
        Verdict::Refer => 1,
        _ => LINES,
    };
    // All of them are at the link.
    if lines.len() > most && request.link.is_some() {
        lines.truncate(most.min(LINES - 1));
        lines.push(words.get("letter.counts-on.more"));
    }
    let mut sentences = vec![match is_few && only_settles(offer) {
        true => few(request, offer),
        false => sentence.text,
    }];
    let is_lifted = offer.changes.iter().any(|change| is_said(change, said));
    let is_introduced = matches!(request.appraisal.verdict, Verdict::Refer);
    if is_lifted && !is_introduced && !only_settles(offer) && offer.kind != OfferKind::Discovery {
        sentences.insert(0, words.get("letter.agreed"));
    }
    if !lines.is_empty() && !only_settles(offer) {
        sentences.push(words.get("letter.counts-on"));
    }
    OfferText { sentences, lines }
}

/// Maximum number of assumptions in a letter. The link has them all.
const LINES: usize = 3;

/// Returns `true` if a change merely reverses a reason that was given.
fn is_said(change: &Change, said: &[&Reason]) -> bool {
    let is_named = |stop| {
        said.iter()
            .any(|reason| matches!(reason, Reason::Stop { stop: named } if named == stop))
    };
    matches!(change, Change::Lift { stop } if is_named(stop))
}

/// Returns `true` if an offer only settles conditions of the work.
fn only_settles(offer: &Offer) -> bool {
    matches!(offer.kind, OfferKind::Repair | OfferKind::Conditions)
}

/// Returns `true` if an offer asks for a higher hourly rate than the client's.
pub(super) fn raises_rate(asked: &Brief, offer: &Offer) -> bool {
    match (offer.kind, asked.budget, offer.brief.budget) {
        (
            OfferKind::Price,
            Some(Budget::Hourly {
                rate: Some(asked), ..
            }),
            Some(Budget::Hourly {
                rate: Some(rate), ..
            }),
        ) => rate > asked,
        _ => false,
    }
}

/// Returns the money of an offer at the shop's level of disclosure, or `None` for hourly deals,
/// gifts and unstated amounts.
fn money(request: &Request, offer: &Offer) -> Option<String> {
    let Request { words, terms, .. } = *request;
    let asked = request.brief.budget.filter(|budget| budget.is_said());
    let is_sum = |budget: &Budget| {
        matches!(budget, Budget::Fixed(_) | Budget::Monthly(_)) && budget.is_said()
    };
    let to = offer.brief.budget.filter(is_sum)?;
    if asked == Some(to) {
        return Some(amount::taxed(
            words,
            terms,
            amount::budget(words, terms, to),
        ));
    }
    if words.show() != PriceDisplay::Ratios {
        let to = amount::offered(words, terms, asked, to);
        return Some(amount::taxed(words, terms, to));
    }
    let times = to.amount()? / asked.filter(is_sum)?.amount()?;
    let n = words.number(times, 1);
    let is_alike = asked.is_some_and(|asked| {
        std::mem::discriminant(&asked) == std::mem::discriminant(&to) && times.is_finite()
    });
    is_alike.then(|| words.format("needed.ratio", &[("n", &n)]))
}

/// Sentence of an offer, and the parts of the deal that need no line below it.
struct OfferSentence {
    text: String,
    /// True if it has the money, or what stands for it.
    has_money: bool,
    /// True if it has the date.
    has_date: bool,
}

/// Returns the sentence of an offer. `is_alone` is true if no line below it settles anything.
fn sentence(request: &Request, offer: &Offer, is_alone: bool) -> OfferSentence {
    let Request {
        words,
        terms,
        brief,
        date,
        ..
    } = *request;
    let deadline = offer.brief.deadline;
    // A later date is no longer the one that was asked for.
    let date = date.filter(|_| deadline == brief.deadline);
    let money = money(request, offer);
    let given = money
        .clone()
        .map(|money| given(request, money, deadline, date));
    let has_price = money.is_some();
    let told = |text, has_money, has_date| OfferSentence {
        text,
        has_money,
        has_date,
    };
    // Key of the message with a price and its date, and of the one without both.
    let with = |key: &str, plain: &str, values: &[(&str, &str)]| {
        let text = match &given {
            Some(given) => {
                let mut all = vec![("given", given.as_str())];
                all.extend_from_slice(values);
                words.format(key, &all)
            }
            None => words.format(plain, values),
        };
        told(text, has_price, has_price)
    };
    let is_later = offer
        .changes
        .iter()
        .any(|change| matches!(change, Change::Deadline { .. }));
    match offer.kind {
        OfferKind::Price | OfferKind::Both if given.is_some() => {
            with("letter.way.price", "letter.way", &[])
        }
        OfferKind::Price | OfferKind::Both if !is_later => {
            told(raised(request, offer), true, false)
        }
        OfferKind::Time | OfferKind::Price | OfferKind::Both => {
            let weeks = deadline.map(|deadline| speak::deadline(words, deadline));
            let weeks = weeks.unwrap_or_default();
            let text = match &money {
                Some(money) => {
                    words.format("letter.way.time", &[("weeks", &weeks), ("money", money)])
                }
                None => words.format("letter.way.time.plain", &[("weeks", &weeks)]),
            };
            told(text, has_price, true)
        }
        OfferKind::Less | OfferKind::Phase => {
            let later = later(request, offer);
            let now = names(request, &offer.brief.wishes);
            with(
                "letter.way.less",
                "letter.way.less.plain",
                &[("what", &now), ("later", &later)],
            )
        }
        OfferKind::Means => {
            let exchanged = |is_new: bool| {
                let services = offer.changes.iter().filter_map(|change| match change {
                    Change::Exchange { from, to, .. } => Some(if is_new { to } else { from }),
                    _ => None,
                });
                let quoted = services.map(|id| {
                    let name = speak::service(words, terms, id);
                    words.format("letter.name", &[("name", &name)])
                });
                words.list(&quoted.collect::<Vec<_>>())
            };
            let (to, from) = (exchanged(true), exchanged(false));
            let values = [("to", to.as_str()), ("from", &from)];
            with("letter.way.means", "letter.way.means.plain", &values)
        }
        OfferKind::Retainer => {
            let months = speak::months(words, terms.care_months);
            let text = match &money {
                Some(money) => words.format(
                    "letter.way.retainer",
                    &[("money", money), ("months", &months)],
                ),
                None => words.get("letter.way.retainer.plain"),
            };
            told(text, has_price, false)
        }
        OfferKind::Hourly => told(by_the_hour(request, offer), true, false),
        OfferKind::Plan => match offer.brief.pay {
            Some(Pay::Stages(n)) => {
                let text = words.plural("letter.way.plan", f64::from(n), &[]);
                told(text, has_price, false)
            }
            _ => with("letter.way.price", "letter.way", &[]),
        },
        OfferKind::Limit => with("letter.way.limit", "letter.way.limit.plain", &[]),
        OfferKind::Start => told(start(request, offer), true, false),
        OfferKind::Discovery => {
            let text = match study(request, offer) {
                Some(money) => words.format("letter.way.discovery", &[("money", &money)]),
                None => words.get("letter.way.discovery.plain"),
            };
            // A study is a job of its own: the deal for it is no assumption.
            told(text, true, true)
        }
        OfferKind::Repair | OfferKind::Conditions if !is_alone => {
            with("letter.way.settled", "letter.way.settled.plain", &[])
        }
        OfferKind::Repair | OfferKind::Conditions if request.appraisal.stops.is_empty() => {
            with("letter.way.promise", "letter.way.promise.plain", &[])
        }
        OfferKind::Repair | OfferKind::Conditions => {
            with("letter.way.repair", "letter.way.repair.plain", &[])
        }
    }
}

/// Formats a first step with its usual price, which is far below the budget for everything.
fn start(request: &Request, offer: &Offer) -> String {
    let Request { words, terms, .. } = *request;
    let what = names(request, &offer.brief.wishes);
    let price = ballpark(&offer.brief, terms).price;
    match amount::ballpark(words, terms, price, offer.brief.budget) {
        Some(price) => {
            let price = amount::taxed(words, terms, price);
            words.format("letter.way.start", &[("given", &price), ("what", &what)])
        }
        None => words.format("letter.way.start.plain", &[("what", &what)]),
    }
}

/// Formats an offer that only settles some conditions, which the link names.
fn few(request: &Request, offer: &Offer) -> String {
    let deadline = offer.brief.deadline;
    let date = request.date.filter(|_| deadline == request.brief.deadline);
    match money(request, offer) {
        Some(money) => {
            let given = given(request, money, deadline, date);
            request.words.format("letter.way.few", &[("given", &given)])
        }
        None => request.words.get("letter.way.few.plain"),
    }
}

/// Joins the names of wishes, for a sentence. None is left out: they are the scope of the offer.
fn names(request: &Request, wishes: &[Wish]) -> String {
    let Request { words, terms, .. } = *request;
    let names = wishes.iter().map(|wish| name(words, terms, wish));
    words.list(&names.collect::<Vec<_>>())
}

/// Formats the wishes left for a second phase.
fn later(request: &Request, offer: &Offer) -> String {
    let wishes = &request.brief.wishes;
    let later: Vec<Wish> = offer
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::LeaveOut { wish, count, .. } => {
                let wish = wishes.get(*wish)?.clone();
                Some(Wish {
                    count: *count,
                    ..wish
                })
            }
            _ => None,
        })
        .collect();
    names(request, &later)
}

/// Returns the price of an hour, which is published.
fn rate(request: &Request) -> String {
    let Request { words, terms, .. } = *request;
    let rate = Budget::Hourly {
        rate: Some(terms.quoted_rate()),
        cap: None,
    };
    amount::taxed(words, terms, amount::budget(words, terms, rate))
}

/// Formats a higher rate or limit of hourly work.
fn raised(request: &Request, offer: &Offer) -> String {
    let Request {
        words,
        terms,
        brief,
        ..
    } = *request;
    let rate = rate(request);
    let limit = offer.brief.budget.and_then(Budget::amount);
    let limit = limit
        .filter(|limit| brief.budget.and_then(Budget::amount) != Some(*limit))
        .and_then(|limit| amount::disclosed(words, terms, limit));
    match (raises_rate(brief, offer), limit) {
        _ if words.show() == PriceDisplay::Ratios => words.get("letter.way"),
        (true, Some(limit)) => {
            words.format("letter.way.rate.cap", &[("rate", &rate), ("money", &limit)])
        }
        (false, Some(limit)) => words.format("letter.way.cap", &[("money", &limit)]),
        (_, None) => words.format("letter.way.rate", &[("rate", &rate)]),
    }
}

/// Formats hourly work with its rate and likely total. Neither depends on the floor rate, and no
/// reason beside it names another price.
fn by_the_hour(request: &Request, offer: &Offer) -> String {
    let Request { words, terms, .. } = *request;
    let pays = offer.changes.iter().find_map(|change| match change {
        Change::Hourly { pays, .. } => Some(*pays),
        _ => None,
    });
    let rate = rate(request);
    match (words.show(), pays) {
        (PriceDisplay::Ratios, _) => words.get("letter.way.hourly.plain"),
        (PriceDisplay::Prices, Some(pays)) => words.format(
            "letter.way.hourly",
            &[
                ("rate", &rate),
                ("p50", &amount::roughly(words, terms, pays.p50)),
                ("p80", &amount::roughly(words, terms, pays.p80)),
            ],
        ),
        (PriceDisplay::Ranges, Some(pays)) => {
            let range = amount::usually(words, terms, (pays.p50, pays.p80), None);
            let range = range.unwrap_or_default();
            words.format("letter.way.hourly.range", &[("range", &range)])
        }
        (_, None) => words.get("letter.way"),
    }
}

/// Returns the price of a study. `None` if the shop shows no amounts.
fn study(request: &Request, offer: &Offer) -> Option<String> {
    let Request { words, terms, .. } = *request;
    let cost = offer.changes.iter().find_map(|change| match change {
        Change::Budget { exact, .. } => Some(*exact),
        _ => None,
    })?;
    let price = amount::usually(words, terms, (cost, cost), None)?;
    Some(amount::taxed(words, terms, price))
}

/// Returns the money and the date of an offer, one a line, unless its sentence has them.
fn deal(request: &Request, offer: &Offer, sentence: &OfferSentence) -> Vec<String> {
    let Request {
        words,
        terms,
        brief,
        ..
    } = *request;
    let is_left = |change: &&Change| match change {
        Change::Budget { .. } => !sentence.has_money,
        Change::Deadline { .. } => !sentence.has_date,
        _ => false,
    };
    let left = offer.changes.iter().filter(is_left);
    left.map(|change| speak::change(words, terms, brief, change))
        .collect()
}

/// Returns what an offer settles, weightiest first, one a line: conditions and payment, owners of
/// care, and ways of working together.
fn settled(request: &Request, offer: &Offer, said: &[&Reason]) -> Vec<String> {
    let Request {
        words,
        terms,
        brief,
        ..
    } = *request;
    if offer.kind == OfferKind::Discovery {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let is_weighty = |change: &&Change| match change {
        Change::Lift { .. } => !is_said(change, said),
        Change::Pay { .. } => offer.kind != OfferKind::Plan,
        _ => false,
    };
    let weighty = offer.changes.iter().filter(is_weighty);
    lines.extend(weighty.map(|change| speak::change(words, terms, brief, change)));
    for owner in CareOwner::ALL {
        let kinds: Vec<CareKind> = offer
            .changes
            .iter()
            .filter_map(|change| match change {
                Change::Care { kind, to, .. } if *to == owner => Some(*kind),
                _ => None,
            })
            .collect();
        if !kinds.is_empty() {
            lines.push(care(request, owner, &kinds));
        }
    }
    for change in &offer.changes {
        let is_manner = match change {
            // The start of a job that is under way has passed.
            Change::ContentReady { .. } | Change::Phased { .. } => brief.so_far.is_none(),
            Change::Contact { .. } | Change::Costs => true,
            _ => false,
        };
        if is_manner {
            lines.push(speak::change(words, terms, brief, change));
        }
    }
    // A sentence that only announces conditions needs the one that was named among them.
    if only_settles(offer) && !lines.is_empty() {
        let lifted = offer.changes.iter().filter(|change| is_said(change, said));
        let lifted = lifted.map(|change| speak::change(words, terms, brief, change));
        lines.splice(0..0, lifted);
    }
    lines
}

/// Formats the owner of some kinds of care, with the price of care that the shop sells, and without
/// hours.
fn care(request: &Request, owner: CareOwner, kinds: &[CareKind]) -> String {
    let Request { words, terms, .. } = *request;
    let names = kinds
        .iter()
        .map(|kind| words.get_for("care.{}.inline", kind.name()));
    let names = words.list(&names.collect::<Vec<_>>());
    let prices: Option<Vec<f64>> = kinds
        .iter()
        .map(|kind| terms.care[*kind].price_per_month)
        .collect();
    let price = prices
        .filter(|_| owner == CareOwner::UsPaid)
        .and_then(|prices| amount::disclosed(words, terms, prices.iter().sum()));
    match price {
        Some(price) => words.format(
            "letter.way.care.fee",
            &[("kinds", &names), ("price", &price)],
        ),
        None => words.format(
            &crate::i18n::key("letter.way.care.{}", owner.name()),
            &[("kinds", &names)],
        ),
    }
}
