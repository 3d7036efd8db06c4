//! From the shop to the client: thanks, the answer with what would have to change, one reason, who does it
//! better, one way to a yes with its price and how often it holds, and an open door.

use super::way::{self, Way};
use super::why::{Why, why};
use super::{Letter, Paper, Request, Tone, has_own_grounds, name, named};
use crate::engine::{
    Appraisal, Budget, Clause, Deadline, OfferId, Reason, Show, Terms, Verdict, agreement,
    ballpark, spoken_tenths,
};
use crate::i18n::{Words, amount, speak};

/// A letter names so many questions at most.
const QUESTIONS: usize = 3;

/// A letter puts so many lines in writing at most: those that people fall out over. The desk has all of
/// them.
const WRITTEN: usize = 6;

pub(super) fn letter(request: &Request) -> Letter {
    let Request {
        words,
        terms,
        appraisal,
        ..
    } = *request;
    let mut paper = Paper::new(words);
    paper.say(hello(request), &[]);
    if has_own_grounds(appraisal) {
        // A calculator that does not know them would answer otherwise: no figures, no link.
        let referred = partner(request).filter(|_| appraisal.verdict == Verdict::Refer);
        paper.say(
            match is_paid(request) {
                true => "letter.sofar.decline",
                false => "letter.decline.plain",
            },
            &[],
        );
        if let Some(sentences) = &referred {
            paper.sentences(sentences);
        }
    } else {
        match appraisal.verdict {
            Verdict::Take => yes(request, &mut paper),
            Verdict::Ask => ask(request, &mut paper),
            Verdict::Reshape | Verdict::Refer | Verdict::Decline => change(request, &mut paper),
        }
        // Whatever the answer is, what was said in two ways has to be asked.
        if appraisal.verdict != Verdict::Ask && !request.open.is_empty() {
            paper.list(
                &words.say("letter.questions"),
                &open(request).collect::<Vec<_>>(),
            );
        }
    }
    close(request, &mut paper);
    paper.say("letter.regards", &[]);
    paper.below(&terms.shop.name);
    Letter {
        subject: subject(request),
        text: paper.text(),
    }
}

/// Questions about what the client's message leaves open.
fn open<'a>(request: &Request<'a>) -> impl Iterator<Item = String> + 'a {
    request.open.iter().map(|(_, question)| question.clone())
}

/// Names the thing, so that fourteen letters have fourteen subjects.
fn subject(request: &Request) -> String {
    let Request {
        words,
        terms,
        brief,
        ..
    } = *request;
    let what = brief.wishes.first();
    let what = what.map(|wish| speak::wish(words, terms, &wish.want));
    super::one_line(&match what {
        Some(what) if brief.wishes.len() == 1 => words.with("letter.subject", &[("what", &what)]),
        Some(what) => words.with("letter.subject.more", &[("what", &what)]),
        None => words.say("letter.subject.none"),
    })
}

fn hello(request: &Request) -> &'static str {
    match request.tone {
        _ if request.brief.so_far.is_some() => "letter.hello.sofar",
        Tone::Warm => "letter.hello.warm",
        Tone::Plain | Tone::Brief => "letter.hello",
    }
}

/// A yes: to what, for how much, by when and how sure that is, and what to have in writing.
fn yes(request: &Request, paper: &mut Paper) {
    let Request {
        words,
        brief,
        appraisal,
        ..
    } = *request;
    let mut sentences = vec![accepted(request)];
    // By the hour without a limit and a date there is nothing that could fail.
    let can_fail = brief.budget.is_some_and(|budget| budget != Budget::HOURLY)
        || matches!(brief.deadline, Some(Deadline::Weeks { .. }));
    if let Some(odds) = appraisal.odds.both.filter(|_| can_fail) {
        sentences.push(how_sure(words, appraisal, odds, true));
    }
    paper.sentences(&sentences);
    if request.tone == Tone::Brief {
        return;
    }
    if brief.so_far.is_none() {
        written(request, paper);
    }
}

/// Says the yes with what the client offered.
fn accepted(request: &Request) -> String {
    let Request {
        words,
        terms,
        brief,
        date,
        ..
    } = *request;
    let deal = brief.budget.filter(|budget| budget.is_said());
    if brief.so_far.is_some() {
        return match deal {
            Some(budget @ Budget::Fixed(_)) => {
                let price = amount::budget(words, terms, budget);
                words.with("letter.sofar.take", &[("money", &price)])
            }
            _ => words.say("verdict.sofar.take"),
        };
    }
    let what = wishes(request);
    let months = speak::months(words, terms.care_months);
    match deal {
        Some(budget @ Budget::Fixed(_)) => {
            let price = amount::budget(words, terms, budget);
            let price = amount::taxed(words, terms, price);
            let given = given(request, price, brief.deadline, date);
            words.with("letter.take.price", &[("what", &what), ("given", &given)])
        }
        Some(budget @ Budget::Monthly(_)) => {
            let price = amount::budget(words, terms, budget);
            let price = amount::taxed(words, terms, price);
            words.with(
                "letter.take.monthly",
                &[("what", &what), ("money", &price), ("months", &months)],
            )
        }
        Some(Budget::Hourly { rate, cap }) if words.show() != Show::Ratios => {
            let rate = rate.unwrap_or(terms.rate / terms.without_tax());
            let rate = Some(rate);
            let deal = amount::budget(words, terms, Budget::Hourly { rate, cap });
            let deal = amount::taxed(words, terms, deal);
            words.with("letter.take.hourly", &[("what", &what), ("deal", &deal)])
        }
        Some(deal @ (Budget::Hourly { .. } | Budget::Gift { .. })) => {
            let deal = amount::budget(words, terms, deal);
            words.with("letter.take.deal", &[("what", &what), ("deal", &deal)])
        }
        None => words.with("letter.take", &[("what", &what)]),
    }
}

/// Says money with the date that goes with it.
pub(super) fn given(
    request: &Request,
    money: String,
    deadline: Option<Deadline>,
    date: Option<&str>,
) -> String {
    let words = request.words;
    let deadline = deadline.filter(|deadline| deadline.weeks().is_finite());
    match (deadline, date) {
        (Some(_), Some(date)) => {
            words.with("letter.given.by", &[("money", &money), ("date", date)])
        }
        (Some(deadline), None) => {
            let weeks = speak::deadline(words, deadline);
            words.with("letter.given.both", &[("money", &money), ("weeks", &weeks)])
        }
        (None, _) => money,
    }
}

/// Wishes, within a sentence.
pub(super) fn wishes(request: &Request) -> String {
    let Request {
        words,
        terms,
        brief,
        ..
    } = *request;
    let wishes = brief.wishes.iter();
    named(words, wishes.map(|wish| name(words, terms, wish)).collect())
}

/// Says how often something works out, and where the bar is unless that was said already. Far above it
/// nobody asks.
fn how_sure(words: &Words, appraisal: &Appraisal, odds: f64, with_bar: bool) -> String {
    let key = match with_bar {
        _ if spoken_tenths(odds) >= 10 => "letter.odds.all",
        true => "letter.odds.bar",
        false => "letter.odds",
    };
    let odds = speak::odds(words, odds);
    words.with(key, &[("odds", &odds), ("bar", &bar(words, appraisal))])
}

/// The odds, in tenths, at which the answer is yes.
pub(super) fn bar(words: &Words, appraisal: &Appraisal) -> String {
    words.number(appraisal.confidence * 10.0, 1)
}

/// Adds what to have in writing, of that what is not said by the yes itself. No hours: beside a price they
/// would say what an hour brings.
fn written(request: &Request, paper: &mut Paper) {
    let Request {
        words,
        terms,
        brief,
        date,
        ..
    } = *request;
    let clauses = agreement(brief, terms).unwrap_or_default();
    let by_the_hour = matches!(brief.budget, Some(Budget::Hourly { .. }));
    let matters = |clause: &Clause| match clause {
        // By the hour each change is paid for as it comes.
        Clause::Changes { .. } | Clause::Rounds { .. } => !by_the_hour,
        _ => matches!(
            clause,
            Clause::Content { .. }
                | Clause::GiftEnds { .. }
                | Clause::ThirdParty { .. }
                | Clause::HandOver
        ),
    };
    let said = |clauses: &[Clause]| speak::agreement(words, terms, brief, clauses, &[], date);
    let (price, others): (Vec<Clause>, Vec<Clause>) = clauses
        .into_iter()
        .partition(|clause| matches!(clause, Clause::Price { .. }));
    let others: Vec<Clause> = others.into_iter().filter(matters).collect();
    // The price itself is in the yes.
    let payments = said(&price).into_iter().skip(1);
    let mut lines: Vec<String> = payments.chain(said(&others)).collect();
    lines.truncate(WRITTEN);
    if !lines.is_empty() {
        paper.list(&words.say("agreement.letter"), &lines);
    }
}

/// Letter of an answer that is still open: the usual price of such work, and the questions.
fn ask(request: &Request, paper: &mut Paper) {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        ..
    } = *request;
    let mut sentences = vec![words.say("letter.ask")];
    let is_gift = matches!(brief.budget, Some(Budget::Gift { .. }));
    if !brief.wishes.is_empty() && !is_gift && brief.so_far.is_none() {
        let (price, weeks) = ballpark(brief, terms);
        let price = amount::usually(words, terms, (price.p50, price.p80), brief.budget);
        let weeks = speak::weeks_range(words, (weeks.p50, weeks.p80));
        let what = wishes(request);
        if let Some(price) = price {
            // What is paid by the month goes on.
            let is_monthly = matches!(brief.budget, Some(Budget::Monthly(_)));
            let key = match is_monthly {
                true => "letter.usual.price",
                false => "letter.usual",
            };
            let values = [
                ("what", what.as_str()),
                ("price", &price),
                ("weeks", &weeks),
            ];
            sentences.push(words.with(key, &values));
        }
    }
    paper.sentences(&sentences);
    let is_open = |topic| request.open.iter().any(|(known, _)| *known == topic);
    let others = appraisal
        .questions
        .iter()
        .filter(|question| !is_open(question.id))
        .filter(|question| {
            question.flips > 0.0
                || question.moves > 0.0
                || speak::is_missing(appraisal, question.id)
        })
        .map(|question| speak::question(words, appraisal, question.id));
    let asked: Vec<String> = open(request)
        .chain(others)
        .take(if request.tone == Tone::Brief {
            1
        } else {
            QUESTIONS
        })
        .collect();
    if !asked.is_empty() {
        paper.list(&words.say("letter.questions"), &asked);
    }
    paper.link("letter.link", request.link);
}

/// A no with the way to a yes: the answer with why, who does it better, and what it takes.
fn change(request: &Request, paper: &mut Paper) {
    let Request {
        words,
        terms,
        appraisal,
        ..
    } = *request;
    let Why {
        sentences: why,
        said,
        mut has_bar,
    } = why(request);
    let mut answer = vec![opening(request)];
    answer.extend(why);
    paper.sentences(&answer);
    let referred = partner(request);
    if let Some(sentences) = &referred {
        paper.sentences(sentences);
        // In few words one way is enough.
        if request.tone == Tone::Brief {
            return;
        }
    }
    let Some(offer) = super::proposal(terms, appraisal) else {
        paper.sentences(&needed(request));
        return;
    };
    let Way {
        sentences: way,
        lines,
    } = way::way(request, &offer, &said);
    let mut sentences = Vec::new();
    if referred.is_some() {
        sentences.push(words.say("letter.rather"));
    }
    sentences.extend(way);
    // By the hour and for a start there is a range, and a study is no job.
    let is_open = matches!(
        offer.id,
        OfferId::Discovery | OfferId::Hourly | OfferId::Start
    );
    let odds = offer.odds.both.filter(|_| !is_open);
    let sure = odds.map(|odds| {
        let with_bar = !has_bar && request.tone != Tone::Brief;
        has_bar = true;
        how_sure(words, appraisal, odds, with_bar)
    });
    let key = match request.tone {
        Tone::Warm | Tone::Plain => "letter.link.yes",
        Tone::Brief => "letter.link.brief",
    };
    let link = request.link.map(|link| words.with(key, &[("link", link)]));
    if lines.is_empty() {
        sentences.extend(sure.into_iter().chain(link));
        paper.sentences(&sentences);
    } else {
        paper.list(&speak::sentences(&sentences), &lines);
        let after: Vec<String> = sure.into_iter().chain(link).collect();
        if !after.is_empty() {
            paper.sentences(&after);
        }
    }
}

/// Price and time of the brief as it stands, where no offer is near it.
fn needed(request: &Request) -> Vec<String> {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        ..
    } = *request;
    let is_gift = matches!(brief.budget, Some(Budget::Gift { .. }));
    let is_ratio = words.show() == Show::Ratios;
    let said = match speak::needed_of(words, terms, brief, appraisal) {
        (Some(hours), _) if is_gift => words.with("letter.way.gift", &[("hours", &hours)]),
        (Some(money), weeks) => {
            let money = if is_ratio {
                money
            } else {
                amount::taxed(words, terms, money)
            };
            let given = match weeks {
                Some(weeks) => {
                    words.with("letter.given.both", &[("money", &money), ("weeks", &weeks)])
                }
                None => money,
            };
            words.with("letter.way.price", &[("given", &given)])
        }
        (None, Some(weeks)) => words.with("letter.way.time.plain", &[("weeks", &weeks)]),
        (None, None) => return Vec::new(),
    };
    vec![said]
}

/// The answer with what would have to change, so that no two different answers begin alike.
fn opening(request: &Request) -> String {
    let Request {
        words,
        terms,
        brief,
        appraisal,
        ..
    } = *request;
    // Where nothing was paid, a no hands nothing over.
    if brief.so_far.is_some() && (appraisal.verdict != Verdict::Decline || is_paid(request)) {
        return words.of("letter.sofar.{}", appraisal.verdict.name());
    }
    let broken = &appraisal.promises.broken;
    match appraisal.verdict {
        Verdict::Refer => words.say("letter.refer"),
        Verdict::Reshape if !broken.is_empty() => words.with(
            "letter.reshape.promise",
            &[("promise", &promises(words, terms, broken))],
        ),
        Verdict::Reshape if !appraisal.stops.is_empty() => words.say("letter.reshape.repair"),
        Verdict::Reshape => match super::proposal(terms, appraisal) {
            Some(offer) if way::raises_rate(brief, &offer) => words.say("letter.reshape.rate"),
            Some(offer) => words.of("letter.reshape.{}", offer.id.name()),
            None => words.say("letter.reshape.repair"),
        },
        // A condition or the size of the job decides: the no spares nobody anything.
        _ if appraisal.reasons.iter().any(|reason| {
            matches!(
                reason,
                Reason::Stop { .. } | Reason::Smallest { .. } | Reason::Pay { lift: None, .. }
            )
        }) =>
        {
            words.say("letter.decline.stop")
        }
        _ => words.say("letter.decline"),
    }
}

/// Returns `true` if the client has paid for some of it already.
fn is_paid(request: &Request) -> bool {
    let so_far = request.brief.so_far;
    so_far.is_some_and(|so_far| so_far.paid > 0.0)
}

/// Names promises within a sentence.
fn promises(words: &Words, terms: &Terms, ids: &[String]) -> String {
    let quoted = |id: &String| {
        let name = speak::promise(words, terms, id);
        words.with("letter.name", &[("name", &name)])
    };
    words.list(&ids.iter().map(quoted).collect::<Vec<_>>())
}

/// The referral: a partner with the shop's interest in them, and the way there.
fn partner(request: &Request) -> Option<Vec<String>> {
    let Request {
        words,
        terms,
        appraisal,
        ..
    } = *request;
    if !matches!(appraisal.verdict, Verdict::Refer | Verdict::Decline) {
        return None;
    }
    let partner = terms.partner(&appraisal.referral.as_ref()?.partner)?;
    let mut sentences = vec![speak::partner(words, partner)];
    if let Some(url) = &partner.url {
        sentences.push(words.with("letter.partner", &[("url", url)]));
    }
    Some(sentences)
}

/// Adds what the figures are, where there are any, and the open door.
fn close(request: &Request, paper: &mut Paper) {
    let Request {
        words,
        terms,
        appraisal,
        tone,
        ..
    } = *request;
    let mut sentences = Vec::new();
    if paper.has_figures(request.link) {
        sentences.push(words.say("letter.ballpark"));
    }
    let is_no = appraisal.offers.is_empty();
    let is_end = appraisal.verdict == Verdict::Decline
        && is_no
        && partner(request).is_none()
        && needed(request).is_empty();
    let door = match (appraisal.verdict, tone) {
        (_, Tone::Brief) => None,
        _ if is_end || has_own_grounds(appraisal) => Some("letter.close.no"),
        (Verdict::Ask, _) => Some("letter.next.ask"),
        (Verdict::Take, _) => Some("letter.next"),
        (Verdict::Reshape, _) if !is_no => Some("letter.next"),
        (_, Tone::Warm) => Some("letter.close.warm"),
        (_, Tone::Plain) => Some("letter.close"),
    };
    sentences.extend(door.map(|key| words.say(key)));
    if !sentences.is_empty() {
        paper.sentences(&sentences);
    }
    if let (Some("letter.next" | "letter.next.ask"), Some(page)) = (door, &terms.shop.booking) {
        paper.say("letter.booking", &[("link", page)]);
    }
}
