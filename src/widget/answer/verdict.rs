//! Head of the answer: the verdict's mark, a sentence with the figures that matter, and its reason
//! in one line.

use super::editing::Editing;
use super::{affordable, needs, usual};
use crate::draft::days;
use crate::engine::{Partner, Shortfalls, Verdict, odds_in_head, shortfalls};
use crate::i18n::{Speech, amount, speak};
use crate::widget::case::Case;
use crate::widget::element::{Element, el};
use crate::widget::parts::{dots, mark};
use crate::widget::setup::Audience;
use crate::widget::steps::step_of;
use yew::NodeRef;

/// Placeholder of a link in a sentence.
const LINK: &str = "\u{1}";

/// Head of the answer, whose `heading` can take the focus.
pub fn verdict(case: &Case, editing: &Editing, heading: &NodeRef) -> Element {
    let title = title(case);
    let heading = el("h2", "")
        .attr("tabindex", "-1")
        .node_ref(heading)
        // Another sentence is another element, whose entry is animated.
        .child(el("span", "turn").key(&*title).text(title));
    let words = el("div", "")
        .child(heading)
        .maybe_child(referral(case))
        .maybe_child(takes(case))
        .maybe_child(reason(case, editing));
    el("header", "verdict")
        .attr("part", "verdict")
        .child(mark(case.appraisal.verdict))
        .child(words)
}

/// Verdict and odds in one line, which is sticky above a long answer. It repeats the head, so it is
/// hidden from screen readers.
pub fn strip(case: &Case) -> Element {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = case;
    let Shortfalls { money, time } = shortfalls(brief, terms, appraisal);
    let odds = odds_in_head(brief, terms, appraisal);
    let odds = [
        ("corner.money", odds.money, money),
        ("corner.time", odds.time, time),
    ];
    let odds = odds.into_iter().filter_map(|(key, odds, is_short)| {
        let dots = dots(odds?, appraisal.confidence, !is_short);
        let name = el("span", "").message(speech, key);
        Some(el("span", "strip-odds").child(name).child(dots))
    });
    let short = speak::short_verdict(speech, terms, brief, appraisal);
    el("div", "strip")
        .attr("aria-hidden", "true")
        .child(mark(appraisal.verdict))
        .child(el("strong", "").text(short))
        .child(el("span", "strip-all").children(odds))
}

/// Returns the verdict in words for the audience.
pub fn title(case: &Case) -> String {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        audience,
        ..
    } = case;
    if brief.wishes.is_empty() && usual::jobs(case).1 {
        return affordable::title(speech, terms, brief);
    }
    if *audience == Audience::Visitor || brief.wishes.is_empty() || appraisal.is_waiting() {
        // A date is said as a date rather than as weeks.
        let date = case.date.as_deref().and_then(days);
        let date = date.map(|day| speech.date(day, false));
        return speak::headline(speech, terms, brief, appraisal, date.as_deref());
    }
    let verdict = speak::to_the_shop(speech, brief, appraisal.verdict);
    match appraisal.earns_per_hour {
        None => verdict,
        Some(earned) => speech.format(
            "shop.head",
            &[
                ("verdict", &verdict),
                ("p50", &amount::roughly(speech, terms, earned.p50)),
                ("floor", &amount::roughly(speech, terms, terms.floor_rate)),
            ],
        ),
    }
}

/// Need of a yes, unless the heading has it.
fn takes(case: &Case) -> Option<Element> {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        audience,
        ..
    } = case;
    let is_said = *audience == Audience::Visitor && appraisal.verdict != Verdict::Refer;
    let is_no = !matches!(appraisal.verdict, Verdict::Take | Verdict::Ask);
    let takes = speak::to_settle(speech, terms, brief, appraisal)
        .or_else(|| speak::takes(speech, terms, brief, appraisal));
    let takes = takes.filter(|_| !is_said && is_no && !brief.wishes.is_empty());
    takes.map(|takes| el("p", "takes").text(takes))
}

/// Reason in one line, with a link to what the answer is waiting for.
fn reason(case: &Case, editing: &Editing) -> Option<Element> {
    let Case {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = case;
    if brief.wishes.is_empty() {
        return Some(el("p", "").message(speech, "usual.lead"));
    }
    if !appraisal.is_waiting() {
        let why = speak::main_reason(speech, terms, brief, appraisal);
        return (!why.is_empty()).then(|| el("p", "").text(why));
    }
    let topics: Vec<_> = appraisal.missing_topics().collect();
    let places: Vec<String> = topics.iter().map(|_| LINK.to_owned()).collect();
    let waits = speech.format("lead.waits", &[("missing", &speech.list(&places))]);
    let mut pieces = waits.split(LINK);
    let basis = speak::ballpark_basis(speech, brief);
    let line = el("p", "").text([&basis, " "].concat());
    let mut line = line.text(pieces.next().unwrap_or_default().to_owned());
    for (topic, after) in topics.into_iter().zip(pieces) {
        let there = step_of(topic, terms);
        let link = el("button", "link")
            .attr("type", "button")
            .on_click(&editing.on_go.reform(move |()| there))
            .text(needs::missing_words(case, topic));
        line = line.child(link).text(after.to_owned());
    }
    Some(line)
}

/// Sentence about the partner who is better placed, with a link to them.
fn referral(case: &Case) -> Option<Element> {
    let Case {
        terms,
        speech,
        appraisal,
        ..
    } = case;
    let sentence = speak::referral(speech, terms, appraisal)?;
    let referral = appraisal.referral.as_ref();
    let partner = referral.and_then(|referral| terms.partner(&referral.partner));
    let link = partner.and_then(|partner| link(speech, partner));
    let sentence = [&sentence, " "].concat();
    Some(el("p", "referral").text(sentence).maybe_child(link))
}

/// Link to a partner, if they have an address.
pub fn link(speech: &Speech, partner: &Partner) -> Option<Element> {
    let name = speak::name(speech, &partner.label, &partner.id);
    let link = el("a", "")
        .attr("href", partner.url.clone()?)
        // A link in the same tab would lose the draft, and in a frame show the partner inside it.
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer");
    Some(link.text(speech.format("refer.link", &[("partner", &name)])))
}
