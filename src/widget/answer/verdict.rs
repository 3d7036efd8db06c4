//! Head of the answer: the verdict with its mark, and who is better placed.

use super::agreement;
use crate::engine::Verdict;
use crate::i18n::speak;
use crate::widget::case::Case;
use crate::widget::element::{Element, el};
use crate::widget::parts::mark;
use crate::widget::setup::Audience;
use yew::NodeRef;

/// Head of the answer, whose `heading` can take the focus.
pub fn verdict(case: &Case, heading: &NodeRef) -> Element {
    let lead = speak::lead(&case.speech, &case.brief, &case.appraisal);
    let title = el("h2", "")
        .attr("tabindex", "-1")
        .node_ref(heading)
        .text(title(case));
    let words = el("div", "")
        .child(title)
        .maybe_child((!lead.is_empty()).then(|| el("p", "").text(lead)))
        .maybe_child(needed(case).map(|needed| el("p", "takes").text(needed)))
        .maybe_child(referral(case));
    el("header", "verdict")
        .attr("part", "verdict")
        .child(mark(case.appraisal.verdict))
        .child(words)
}

/// Returns the verdict as it is put to the audience.
fn title(case: &Case) -> String {
    let Case {
        speech,
        brief,
        appraisal,
        ..
    } = case;
    match case.audience {
        Audience::Visitor => speak::verdict(speech, brief, appraisal),
        Audience::Shop if agreement::is_shown(case) && brief.so_far.is_none() => {
            speech.say("shop.take.written")
        }
        Audience::Shop => speak::to_the_shop(speech, brief, appraisal.verdict),
    }
}

/// Money and date that a yes takes, where that is known and they fall short.
fn needed(case: &Case) -> Option<String> {
    let is_yes = case.appraisal.verdict == Verdict::Take;
    let needed = speak::needed(&case.speech, &case.terms, &case.brief, &case.appraisal);
    needed.filter(|_| !is_yes && !case.brief.wishes.is_empty())
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
    let link = partner.and_then(|partner| {
        let name = speak::name(speech, &partner.label, &partner.id);
        let link = el("a", "")
            .attr("href", partner.url.clone()?)
            // What was typed stays, and a frame shows nobody else.
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer");
        Some(link.text(speech.with("refer.link", &[("partner", &name)])))
    });
    let sentence = [&sentence, " "].concat();
    Some(el("p", "referral").text(sentence).maybe_child(link))
}
