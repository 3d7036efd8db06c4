//! The answer: the verdict, the three tests, the figures, why, and what would make it a yes.

mod asked;
mod basis;
mod curves;
mod earnings;
mod figures;
mod notes;
mod offers;
mod questions;
mod three_tests;
mod triangle;
mod versions;

pub use versions::Aside;

use super::element::{Element, component, el, focus, group};
use super::host::Host;
use super::parts::mark;
use super::reply::Reply;
use super::setup::Audience;
use super::state::Tried;
use crate::config::Edited;
use crate::draft::Draft;
use crate::engine::{Appraisal, Brief, Offer, Terms, Verdict};
use crate::i18n::{Speech, speak};
use crate::shared::Shared;
use std::rc::Rc;
use yew::prelude::*;

/// The answer to one brief.
#[derive(Properties, Clone, PartialEq)]
pub struct AnswerProps {
    /// Who is spoken to.
    pub audience: Audience,
    /// What was typed.
    pub draft: Rc<Draft>,
    /// Called with what was typed now.
    pub on_edit: Callback<Draft>,
    /// What the shop works by.
    pub terms: Shared<Terms>,
    /// The words.
    pub speech: Speech,
    /// What was asked.
    pub brief: Shared<Brief>,
    /// The answer.
    pub appraisal: Shared<Appraisal>,
    /// The offer that is tried on.
    pub tried: Option<Shared<Tried>>,
    /// The letter, where it was changed.
    pub letter: Option<Shared<Edited>>,
    /// The version that was set aside.
    pub aside: Aside,
    /// Whether the terms are an example.
    pub example: bool,
    /// Whether the visitor asked to see the answer.
    pub shown: bool,
    /// Which step is shown, counted from 0.
    pub step: usize,
    /// Page around the calculator.
    pub page: Shared<dyn Host>,
    /// Called with the step to go to.
    pub on_go: Callback<usize>,
    /// Called with the letter as it was changed, or with none to have it as it is written.
    pub on_letter: Callback<Option<Edited>>,
    /// Called with the offer to try on.
    pub on_try: Callback<Offer>,
    /// Called to take it off.
    pub on_take_off: Callback<()>,
}

/// The whole answer. What is computed is not for page translators: they would leave an old number
/// standing.
#[component]
pub fn AnswerPanel(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        brief,
        appraisal,
        ..
    } = props;
    let heading = use_node_ref();
    {
        // Whoever asks to see the answer is taken to it.
        let heading = heading.clone();
        use_effect_with(props.shown, move |shown| {
            if *shown {
                focus(&heading);
            }
        });
    }
    let lead = speak::lead(speech, appraisal);
    let verdict = el("div", "")
        .child(
            el("h2", "")
                .attr("tabindex", "-1")
                .node_ref(&heading)
                .text(title(props)),
        )
        .maybe_child((!lead.is_empty()).then(|| el("p", "").text(lead)))
        .maybe_child(referred(props));
    let header = el("header", "verdict")
        .attr("part", "verdict")
        .child(mark(appraisal.verdict))
        .child(verdict);
    let announcer = component::<Announcer>(AnnouncerProps {
        text: spoken(speech, appraisal),
    });
    let details = if brief.wishes.is_empty() {
        Html::default()
    } else {
        let is_shop = props.audience == Audience::Shop;
        group()
            .child(asked::asked(props))
            .child(three_tests::three_tests(speech, appraisal))
            .child(triangle::triangle(props))
            .node(component::<curves::Curves>(props.clone()))
            .child(figures::figures(props))
            .maybe_child(is_shop.then(|| earnings::earnings(props)).flatten())
            .maybe_child(is_shop.then(|| earnings::flags(props)).flatten())
            .maybe_child(notes::reasons(props))
            .maybe_child(offers::offers(props))
            .maybe_child(questions::questions(props))
            .child(versions::versions(props))
            .maybe_child(notes::conflicts(props))
            .child(basis::basis(props))
            .content()
    };
    let note = if props.example {
        "example.note"
    } else {
        "basis.note"
    };
    let note = speech.with(note, &[("shop", &terms.shop.name)]);
    el("div", "")
        .attr("translate", "no")
        .child(header)
        .node(announcer)
        .node(details)
        .node(component::<Reply>(props.clone()))
        .child(el("footer", "basis").child(el("p", "").text(note)))
        .into()
}

/// The verdict as it is put to whoever reads it.
fn title(props: &AnswerProps) -> String {
    match props.audience {
        Audience::Visitor => speak::verdict(&props.speech, &props.appraisal),
        Audience::Shop => props
            .speech
            .of("shop.verdict.{}", props.appraisal.verdict.name()),
    }
}

/// Who is better placed, with the way there.
fn referred(props: &AnswerProps) -> Option<Element> {
    let AnswerProps {
        terms,
        speech,
        appraisal,
        ..
    } = props;
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

/// The answer in a sentence for those who listen.
fn spoken(speech: &Speech, appraisal: &Appraisal) -> String {
    let verdict = speak::verdict(speech, appraisal);
    let said = |key: &str, odds: Option<f64>| {
        odds.map(|odds| speech.with(key, &[("odds", &speak::odds(speech, odds))]))
    };
    let (time, money) = (
        said("status.time", appraisal.odds.time),
        said("status.money", appraisal.odds.money),
    );
    match (time, money) {
        (Some(time), Some(money)) if appraisal.verdict != Verdict::Ask => speech.with(
            "status",
            &[("verdict", &verdict), ("time", &time), ("money", &money)],
        ),
        _ => format!("{verdict} {}", speak::lead(speech, appraisal)),
    }
}

/// A sentence that is spoken once changes have settled.
#[derive(Properties, Clone, PartialEq)]
struct AnnouncerProps {
    /// The sentence.
    text: String,
}

/// How long nothing must change before the answer is spoken, in milliseconds.
const SETTLED: u32 = 900;

#[component]
fn Announcer(props: &AnnouncerProps) -> Html {
    let spoken = use_state(String::new);
    let first = use_mut_ref(|| true);
    {
        let spoken = spoken.clone();
        use_effect_with(props.text.clone(), move |text| {
            // Nothing is said on arrival.
            let timeout = (!first.replace(false)).then(|| {
                let text = text.clone();
                gloo::timers::callback::Timeout::new(SETTLED, move || spoken.set(text))
            });
            move || drop(timeout)
        });
    }
    el("p", "for-listeners")
        .attr("role", "status")
        .attr("aria-atomic", "true")
        .text((*spoken).clone())
        .into()
}
