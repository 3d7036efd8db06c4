//! A brief in the list: its name, its appraisal, and the actions on it.

use super::calculator::CALCULATOR;
use super::card::{AppraisedBrief, Card};
use super::state::DeskAction;
use crate::config::Config;
use crate::desk::browser;
use crate::desk::learning::log::{LogEntry, append};
use crate::desk::parts::Typed;
use crate::i18n::{Speech, amount, speak};
use crate::share;
use crate::widget::parts::{dots, mark};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`BriefRow`].
#[derive(Properties, Clone, PartialEq)]
pub struct BriefRowProps {
    /// Words.
    pub speech: Speech,
    /// Configuration of the shop.
    pub config: Rc<Config>,
    /// Index in the list.
    pub index: usize,
    /// Brief.
    pub card: Card,
    /// Appraisal; `None` if the brief has names that the terms do not have.
    pub appraised: Option<AppraisedBrief>,
    /// True if it is one of those side by side.
    pub is_compared: bool,
    /// Called to change the desk.
    pub on_action: Callback<DeskAction>,
}

impl BriefRowProps {
    /// Returns a handler that replaces the brief.
    fn replacing<E: 'static>(&self, cards: impl Fn(&Card) -> Vec<Card> + 'static) -> Callback<E> {
        let (index, card) = (self.index, self.card.clone());
        self.on_action
            .reform(move |_: E| DeskAction::Replace(index, cards(&card)))
    }

    /// The label of an action, which names the brief for those who cannot see which row it is in.
    fn label(&self, key: &str) -> Html {
        html! { <>{ self.speech.say(key) }<span class="for-listeners">{ ": " }{ &self.card.name }</span></> }
    }
}

/// A brief in the list.
#[component]
pub fn BriefRow(props: &BriefRowProps) -> Html {
    let BriefRowProps {
        speech,
        config,
        index,
        card,
        appraised,
        on_action,
        ..
    } = props;
    let appraisal = appraised.as_ref().map(|brief| &brief.appraisal);
    let on_name = {
        let (index, card) = (*index, card.clone());
        on_action.reform(move |name| {
            let card = card.clone();
            DeskAction::Replace(index, vec![Card { name, ..card }])
        })
    };
    let summary = match appraised {
        Some(appraised) => summary(speech, config, appraised),
        None => html! { <p class="problem">{ speech.say("briefs.unknown-names") }</p> },
    };
    let odds = appraisal.and_then(|appraisal| appraisal.odds.both);
    html! {
        <li class="brief">
            if let Some(appraisal) = appraisal {
                { mark(appraisal.verdict) }
            }
            <div class="brief-body">
                <div class="brief-name">
                    <Typed
                        id={format!("brief-{index}")} value={card.name.clone()} on_value={on_name}
                        label={Some(AttrValue::from(speech.say("briefs.name")))}
                    />
                </div>
                { summary }
            </div>
            if let Some(odds) = odds {
                <p class="brief-odds">
                    { dots(odds, config.terms.confidence, odds >= config.terms.confidence) }
                    { speech.with("briefs.odds", &[("odds", &speak::odds(speech, odds))]) }
                </p>
            }
            <Actions ..props.clone() />
        </li>
    }
}

/// The verdict, with price, weeks and hours.
fn summary(speech: &Speech, config: &Config, appraised: &AppraisedBrief) -> Html {
    let AppraisedBrief {
        brief, appraisal, ..
    } = appraised;
    let price = amount::roughly(speech, &config.terms, appraisal.price.p80);
    let price = match amount::tax(speech, &config.terms) {
        Some(tax) => speech.with("change.taxed", &[("change", &price), ("tax", &tax)]),
        None => price,
    };
    let weeks = speak::weeks(speech, appraisal.weeks.p80);
    let hours = speak::hours(speech, appraisal.hours.p80);
    html! {
        <p>
            <strong>{ speak::to_the_shop(speech, brief, appraisal.verdict) }</strong>
            { " " }
            <span class="hint">
                { speech.with("briefs.figures", &[("price", &price), ("weeks", &weeks), ("hours", &hours)]) }
            </span>
        </p>
    }
}

/// The actions on a brief.
#[component]
fn Actions(props: &BriefRowProps) -> Html {
    let BriefRowProps {
        index,
        card,
        appraised,
        on_action,
        ..
    } = props;
    let index = *index;
    let on_compare = on_action.reform(move |_: Event| DeskAction::Compare(index));
    let on_duplicate = props.replacing(|card: &Card| {
        let copy = Card {
            noted: false,
            ..card.clone()
        };
        vec![card.clone(), copy]
    });
    let on_archive = props.replacing(|card: &Card| {
        vec![Card {
            archived: !card.archived,
            ..card.clone()
        }]
    });
    let archive = if card.archived {
        "briefs.take-out"
    } else {
        "briefs.put-away"
    };
    let on_save = {
        let text = card.brief.to_string() + "\n";
        Callback::from(move |_: MouseEvent| browser::save("brief.json", &text))
    };
    html! {
        <div class="row brief-ways">
            if appraised.is_some() && !card.archived {
                <label class="tick">
                    <input type="checkbox" checked={props.is_compared} onchange={on_compare} />
                    <span>{ props.label("briefs.beside") }</span>
                </label>
            }
            { open_link(props) }
            <button type="button" class="quiet" onclick={on_duplicate}>{ props.label("briefs.duplicate") }</button>
            <button type="button" class="quiet" onclick={on_archive}>{ props.label(archive) }</button>
            <button type="button" class="quiet" onclick={on_save}>{ props.label("briefs.export") }</button>
            { log_button(props) }
            if card.archived {
                <button type="button" class="quiet" onclick={props.replacing(|_: &Card| Vec::new())}>
                    { props.label("briefs.remove") }
                </button>
            }
        </div>
    }
}

/// The link that opens the brief in the desk's calculator, as any link to a calculator does.
fn open_link(props: &BriefRowProps) -> Html {
    let link = props
        .appraised
        .as_ref()
        .and_then(|appraised| share::link(&appraised.brief, None, &props.config.terms));
    let index = props.index;
    let onclick = props.on_action.reform(move |_: MouseEvent| {
        // The same link may be followed again.
        browser::remove_fragment();
        DeskAction::Request(index)
    });
    html! {
        if let Some(link) = link {
            <a class="quiet" href={format!("#{}={link}", share::key(CALCULATOR))} {onclick}>
                { props.label("briefs.open") }
            </a>
        }
    }
}

/// The button that appends the verdict to the log. Only a verdict with odds has a calibration.
fn log_button(props: &BriefRowProps) -> Html {
    if props.card.noted {
        return html! { <span class="hint">{ props.speech.say("briefs.noted") }</span> };
    }
    let appraised = props.appraised.clone();
    let Some((odds, brief)) = appraised.and_then(|brief| Some((brief.appraisal.odds.both?, brief)))
    else {
        return Html::default();
    };
    let (on_action, index, card) = (props.on_action.clone(), props.index, props.card.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (name, verdict) = (brief.name.clone(), brief.appraisal.verdict);
        append(LogEntry::new(name, verdict, odds));
        let noted = Card {
            noted: true,
            ..card.clone()
        };
        on_action.emit(DeskAction::Replace(index, vec![noted]));
    });
    html! { <button type="button" class="quiet" {onclick}>{ props.label("briefs.note") }</button> }
}
