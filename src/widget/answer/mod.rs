//! The answer: the verdict, the three tests, the figures, why, and what would make it a yes.

mod asked;
mod basis;
mod curves;
mod earnings;
mod figures;
mod notes;
mod offers;
mod questions;
mod tests;
mod triangle;
mod versions;

pub use versions::Aside;

use super::app::Audience;
use super::page::Page;
use super::parts::mark;
use super::reply::Reply;
use super::state::Tried;
use crate::draft::Draft;
use crate::engine::{Appraisal, Brief, Offer, Terms, Verdict};
use crate::i18n::{Speech, speak};
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
    pub terms: Rc<Terms>,
    /// The words.
    pub speech: Speech,
    /// What was asked.
    pub brief: Rc<Brief>,
    /// The answer.
    pub appraisal: Rc<Appraisal>,
    /// The offer that is tried on.
    pub tried: Option<Rc<Tried>>,
    /// The version that was set aside.
    pub aside: Aside,
    /// Whether the terms are an example.
    pub example: bool,
    /// Whether the visitor asked to see the answer.
    pub open: bool,
    /// Which step is shown, counted from 0.
    pub step: usize,
    /// What the page does.
    pub page: Page,
    /// Called with the name and the text of a file to save.
    pub on_save: Callback<(String, String)>,
    /// Called with the step to go to.
    pub on_go: Callback<usize>,
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
    let wished = !brief.wishes.is_empty();
    let heading = use_node_ref();
    {
        // Whoever asks to see the answer is taken to it.
        let heading = heading.clone();
        use_effect_with(props.open, move |open| {
            if *open && let Some(heading) = heading.cast::<web_sys::HtmlElement>() {
                // A heading that cannot take the focus leaves it where it was.
                let _ = heading.focus();
            }
        });
    }
    html! {
        <div translate="no">
            <header class="verdict" part="verdict">
                { mark(appraisal.verdict) }
                <div>
                    <h2 tabindex="-1" ref={heading}>{ title(props) }</h2>
                    if let Some(lead) = Some(speak::lead(speech, appraisal)).filter(|lead| !lead.is_empty()) {
                        <p>{ lead }</p>
                    }
                    { referred(props) }
                </div>
            </header>
            <Announcer speech={speech.clone()} text={spoken(speech, appraisal)} />
            if wished {
                { asked::asked(props) }
                { tests::tests(speech, appraisal) }
                { triangle::triangle(props) }
                <curves::Curves ..props.clone() />
                { figures::figures(props) }
                if props.audience == Audience::Shop {
                    { earnings::for_the_shop(props) }
                }
                { notes::reasons(props) }
                { offers::offers(props) }
                { questions::questions(props) }
                { versions::versions(props) }
                { notes::conflicts(props) }
                { basis::basis(props) }
            }
            <Reply ..props.clone() />
            <footer class="basis">
                if props.example {
                    <p>{ speech.with("example.note", &[("shop", &terms.shop.name)]) }</p>
                } else {
                    <p>{ speech.with("basis.note", &[("shop", &terms.shop.name)]) }</p>
                }
            </footer>
        </div>
    }
}

/// The verdict as it is put to whoever reads it.
fn title(props: &AnswerProps) -> String {
    match props.audience {
        Audience::Visitor => speak::verdict(&props.speech, &props.appraisal),
        Audience::Shop => props
            .speech
            .say(&format!("shop.verdict.{}", props.appraisal.verdict.id())),
    }
}

/// Who is better placed, with the way there.
fn referred(props: &AnswerProps) -> Html {
    let AnswerProps {
        terms,
        speech,
        appraisal,
        ..
    } = props;
    let Some(sentence) = speak::referral(speech, terms, appraisal) else {
        return Html::default();
    };
    let partner = appraisal
        .referral
        .as_ref()
        .and_then(|referral| terms.partner(&referral.partner));
    let link = partner.and_then(|partner| {
        let name = speak::name(speech, &partner.label, &partner.id);
        partner.url.clone().map(|url| {
            html! {
                <a href={url} rel="noopener noreferrer">{ speech.with("refer.link", &[("partner", &name)]) }</a>
            }
        })
    });
    html! { <p class="referral">{ sentence }{ " " }{ link }</p> }
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
    /// The words.
    speech: Speech,
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
    html! { <p class="for-listeners" role="status" aria-atomic="true">{ (*spoken).clone() }</p> }
}
