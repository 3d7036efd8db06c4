//! One brief on the desk: its name, its answer, and what can be done with it.

use crate::config::Config;
use crate::desk::learning::record::{self, Said};
use crate::desk::parts::Typed;
use crate::engine::{Appraisal, Brief};
use crate::host::browser;
use crate::i18n::{Speech, amount, speak};
use crate::share;
use crate::widget::parts::{dots, mark};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// The id of the calculator that opens what lies on the desk.
pub const CALCULATOR: &str = "desk-calculator";

/// A brief on the desk, as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// What it is called; empty until it lies on the desk, if nobody said.
    pub name: String,
    /// The day on which it came, as in 2026-03-31.
    pub day: String,
    /// What is asked for, as JSON.
    pub brief: Value,
    /// Whether it is put away.
    #[serde(default)]
    pub archived: bool,
    /// Whether its answer is in the log.
    #[serde(default)]
    pub noted: bool,
}

impl Card {
    /// A brief that comes today.
    pub fn new(name: String, brief: Value) -> Card {
        Card {
            name,
            day: browser::today(),
            brief,
            archived: false,
            noted: false,
        }
    }
}

/// A brief on the desk with its answer.
#[derive(Clone, PartialEq)]
pub struct Answered {
    /// Where it stands in the list.
    pub index: usize,
    /// What it is called.
    pub name: String,
    /// What is asked for.
    pub brief: Rc<Brief>,
    /// The answer.
    pub appraisal: Rc<Appraisal>,
}

/// Some briefs of the desk.
#[derive(Properties, Clone, PartialEq)]
pub struct BriefsProps {
    /// The words.
    pub speech: Speech,
    /// What the shop works by.
    pub config: Rc<Config>,
    /// The briefs with their answers.
    pub briefs: Vec<Answered>,
}

/// One brief on the desk.
#[derive(Properties, Clone, PartialEq)]
pub struct RowProps {
    /// The words.
    pub speech: Speech,
    /// What the shop works by.
    pub config: Rc<Config>,
    /// Where it stands in the list.
    pub index: usize,
    /// The brief.
    pub card: Card,
    /// Its answer; none where the terms do not know its names.
    pub answered: Option<Answered>,
    /// Whether it is one of those side by side.
    pub chosen: bool,
    /// Called to put it beside another one, or not any more.
    pub on_choose: Callback<()>,
    /// Called when it is opened in the calculator.
    pub on_open: Callback<()>,
    /// Called with what takes its place: itself, nothing, or more.
    pub on_change: Callback<Vec<Card>>,
}

/// One brief on the desk.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps {
        speech,
        config,
        card,
        answered,
        ..
    } = props;
    let replace = |change: fn(Card) -> Vec<Card>| {
        let card = card.clone();
        props
            .on_change
            .reform(move |_: MouseEvent| change(card.clone()))
    };
    let on_name = {
        let card = card.clone();
        props.on_change.reform(move |name| {
            vec![Card {
                name,
                ..card.clone()
            }]
        })
    };
    let save = {
        let card = card.clone();
        Callback::from(move |_: MouseEvent| {
            browser::save("brief.json", &(card.brief.to_string() + "\n"))
        })
    };
    // Odds that are not known cannot be held against what came of it.
    let known = answered
        .clone()
        .and_then(|answered| Some((answered.appraisal.odds.both?, answered)));
    let note = known.map(|(odds, answered)| {
        let (on_change, card) = (props.on_change.clone(), card.clone());
        Callback::from(move |_: MouseEvent| {
            record::note(Said::new(
                answered.name.clone(),
                answered.appraisal.verdict,
                odds,
            ));
            on_change.emit(vec![Card {
                noted: true,
                ..card.clone()
            }]);
        })
    });
    // The calculator opens it as it opens every link.
    let link = answered
        .as_ref()
        .and_then(|answered| share::link(&answered.brief, None, &config.terms));
    let named = |key: &str| html! { <>{ speech.say(key) }<span class="for-listeners">{ ": " }{ &card.name }</span></> };
    html! {
        <li class="brief">
            if let Some(Answered { appraisal, .. }) = answered {
                { mark(appraisal.verdict) }
            }
            <div class="brief-body">
                <div class="brief-name"><Typed id={format!("brief-{}", props.index)} value={card.name.clone()} on_value={on_name} label={Some(AttrValue::from(speech.say("briefs.name")))} /></div>
                if let Some(Answered { appraisal, .. }) = answered {
                    <p>
                        <strong>{ speech.of("shop.verdict.{}", appraisal.verdict.name()) }</strong>
                        { " " }
                        <span class="hint">
                            { speech.with("briefs.figures", &[
                                ("price", &price(speech, config, appraisal)),
                                ("weeks", &speak::weeks(speech, appraisal.weeks.p80)),
                                ("hours", &speak::hours(speech, appraisal.hours.p80)),
                            ]) }
                        </span>
                    </p>
                } else {
                    <p class="problem">{ speech.say("briefs.unknown-names") }</p>
                }
            </div>
            if let Some(odds) = answered.as_ref().and_then(|answered| answered.appraisal.odds.both) {
                <p class="brief-odds">
                    { dots(odds, odds >= config.terms.confidence) }
                    { speech.with("briefs.odds", &[("odds", &speak::odds(speech, odds))]) }
                </p>
            }
            <div class="row brief-ways">
                if answered.is_some() && !card.archived {
                    <label class="tick"><input type="checkbox" checked={props.chosen} onchange={props.on_choose.reform(|_: Event| ())} /><span>{ named("briefs.beside") }</span></label>
                }
                if let Some(link) = link {
                    <a class="quiet" href={format!("#{}={link}", share::key(CALCULATOR))} onclick={props.on_open.reform(|_: MouseEvent| ())}>{ named("briefs.open") }</a>
                }
                <button type="button" class="quiet" onclick={replace(|card| vec![card.clone(), Card { noted: false, ..card }])}>{ named("briefs.duplicate") }</button>
                <button type="button" class="quiet" onclick={replace(|card| vec![Card { archived: !card.archived, ..card }])}>
                    { named(if card.archived { "briefs.take-out" } else { "briefs.put-away" }) }
                </button>
                <button type="button" class="quiet" onclick={save}>{ named("briefs.export") }</button>
                if card.noted {
                    <span class="hint">{ speech.say("briefs.noted") }</span>
                } else if let Some(note) = note {
                    <button type="button" class="quiet" onclick={note}>{ named("briefs.note") }</button>
                }
                if card.archived {
                    <button type="button" class="quiet" onclick={replace(|_| Vec::new())}>{ named("briefs.remove") }</button>
                }
            </div>
        </li>
    }
}

/// The price that pays in 8 of 10 cases, with or without tax.
fn price(speech: &Speech, config: &Config, appraisal: &Appraisal) -> String {
    let price = amount::roughly(speech, &config.terms, appraisal.price.p80);
    match amount::tax(speech, &config.terms) {
        Some(tax) => speech.with("change.taxed", &[("change", &price), ("tax", &tax)]),
        None => price,
    }
}
