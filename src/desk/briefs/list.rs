//! The desk: sources of briefs, the list of those on it, and what two or more of them say.

use super::archive::Archive;
use super::calculator::BriefCalculator;
use super::calendar::Calendar;
use super::card::{AppraisedBrief, Card};
use super::comparison::Comparison;
use super::import::import_all;
use super::row::BriefRow;
use super::sources::{ExampleButtons, ImportForm, PendingLink};
use super::state::{DeskAction, DeskState};
use crate::config::{Config, read_brief, read_config};
use crate::desk::browser;
use crate::desk::hooks::use_stored_elsewhere;
use crate::desk::parts::{ImportSource, allow_drop, on_drop_or_link};
use crate::i18n::Speech;
use crate::share;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// Name of the briefs in storage.
const BRIEFS: &str = "briefs";

/// Props of [`BriefList`].
#[derive(Properties, Clone, PartialEq)]
pub struct BriefListProps {
    /// Words.
    pub speech: Speech,
    /// Configuration without a problem.
    pub good: Rc<Value>,
}

/// The desk, under the shop's terms.
#[component]
pub fn BriefList(props: &BriefListProps) -> Html {
    let BriefListProps { speech, good } = props;
    let config = use_memo(good.clone(), |good| {
        read_config(&good.to_string()).ok().map(Rc::new)
    });
    html! {
        if let Some(config) = (*config).clone() {
            <Desk speech={speech.clone()} {config} text={good.to_string()} />
        }
    }
}

/// The briefs that are stored on this device.
#[hook]
fn use_desk() -> UseReducerHandle<DeskState> {
    let stored = || browser::stored(BRIEFS).unwrap_or_default();
    let desk = use_reducer(|| DeskState::stored(stored()));
    {
        let desk = desk.dispatcher();
        use_stored_elsewhere(BRIEFS, move || desk.dispatch(DeskAction::Load(stored())));
    }
    let state = (Rc::clone(&desk.cards), desk.is_stored);
    use_effect_with(state, |(cards, is_stored)| {
        if !is_stored {
            browser::store(BRIEFS, &**cards);
        }
    });
    desk
}

#[derive(Properties, Clone, PartialEq)]
struct DeskProps {
    speech: Speech,
    config: Rc<Config>,
    /// The configuration as JSON text.
    text: AttrValue,
}

/// The desk.
#[component]
fn Desk(props: &DeskProps) -> Html {
    let DeskProps {
        speech,
        config,
        text,
    } = props;
    let desk = use_desk();
    let on_action = use_callback(desk.dispatcher(), |action, desk| desk.dispatch(action));
    let on_add = {
        let speech = speech.clone();
        on_action.reform(move |cards| DeskAction::Add(cards, speech.clone()))
    };
    let messages = use_state(Vec::<String>::new);
    let on_import = {
        let (on_add, messages) = (on_add.clone(), messages.setter());
        let (config, speech) = (Rc::clone(config), speech.clone());
        Callback::from(move |sources| {
            let report = import_all(sources, &config, &speech);
            messages.set(report.messages);
            on_add.emit(report.cards);
            !report.has_error
        })
    };
    let on_drop = {
        let on_import = on_import.clone();
        on_drop_or_link(Callback::from(move |sources: Vec<ImportSource>| {
            on_import.emit(sources);
        }))
    };
    let appraised: Vec<Option<AppraisedBrief>> = (0..)
        .zip(desk.cards.iter())
        .map(|(index, card)| card.appraised(index, config))
        .collect();
    let row = |(index, card): (usize, &Card)| {
        html! {
            <BriefRow
                key={index} speech={speech.clone()} config={Rc::clone(config)} {index} card={card.clone()}
                appraised={appraised[index].clone()} is_compared={desk.compared.contains(&index)}
                on_action={on_action.clone()}
            />
        }
    };
    let rows = |archived: bool| -> Vec<Html> {
        let cards = desk.cards.iter().enumerate();
        let cards = cards.filter(|(_, card)| card.archived == archived);
        cards.map(row).collect()
    };
    let on_brief = {
        let (desk, config) = (desk.clone(), Rc::clone(config));
        Callback::from(move |brief: Value| {
            let requested = desk.requested.and_then(|index| desk.cards.get(index));
            let requested = requested.and_then(|card| link(&card.brief, &config));
            // A calculator with answers of its own asks before it opens a link: then its brief is another.
            if requested.is_some() && requested == link(&brief, &config) {
                desk.dispatch(DeskAction::Opened);
            }
        })
    };
    let opened = desk
        .opened
        .map(|index| (index, desk.cards[index].name.clone()));
    let is_here = |brief: &&AppraisedBrief| !desk.cards[brief.index].archived;
    let here: Vec<AppraisedBrief> = appraised
        .iter()
        .flatten()
        .filter(is_here)
        .cloned()
        .collect();
    let compared = desk.compared.iter();
    let compared: Vec<AppraisedBrief> = compared
        .filter_map(|index| appraised.get(*index)?.clone())
        .collect();
    html! {
        <div class="briefs" ondrop={on_drop} ondragover={allow_drop()}>
            <PendingLink speech={speech.clone()} on_import={on_import.clone()} />
            <ImportForm speech={speech.clone()} {on_import} />
            <div class="notice" id="briefs-notice" role="status">
                { for messages.iter().map(|message| html! { <p>{ message }</p> }) }
            </div>
            <ExampleButtons speech={speech.clone()} config={Rc::clone(config)} on_add={on_add.clone()} />
            <Active speech={speech.clone()} config={Rc::clone(config)} briefs={here} {compared} rows={rows(false)} />
            <Archive speech={speech.clone()} cards={Rc::clone(&desk.cards)} rows={rows(true)} />
            <BriefCalculator
                speech={speech.clone()} config={text.clone()} {opened} {on_brief}
                on_opened={on_action.reform(|()| DeskAction::Opened)}
                on_put={on_add.reform(|brief| vec![Card::new(String::new(), brief)])}
                on_rewrite={on_action.reform(|(index, brief)| DeskAction::Rewrite(index, brief))}
            />
        </div>
    }
}

/// Returns the link of a brief, which two briefs share if they ask for the same.
fn link(brief: &Value, config: &Config) -> Option<String> {
    let brief = read_brief(&brief.to_string(), &config.terms).ok()?;
    share::link(&brief, None, &config.terms)
}

#[derive(Properties, Clone, PartialEq)]
struct ActiveProps {
    speech: Speech,
    config: Rc<Config>,
    /// Briefs with an appraisal.
    briefs: Vec<AppraisedBrief>,
    /// Briefs side by side, at most two.
    compared: Vec<AppraisedBrief>,
    /// Rows of all briefs, with or without an appraisal.
    rows: Vec<Html>,
}

/// The briefs that are not in the archive: their list, comparison and calendar.
#[component]
fn Active(props: &ActiveProps) -> Html {
    let ActiveProps {
        speech,
        config,
        briefs,
        compared,
        rows,
    } = props;
    html! {
        <>
            if rows.is_empty() {
                <p class="empty">{ speech.say("briefs.empty") }</p>
            } else {
                <ul class="list">{ for rows.iter().cloned() }</ul>
            }
            if compared.len() == 2 {
                <Comparison speech={speech.clone()} config={Rc::clone(config)} briefs={compared.clone()} />
            } else if rows.len() > 1 {
                <p class="hint">{ speech.say("briefs.choose-two") }</p>
            }
            if briefs.len() > 1 {
                <Calendar speech={speech.clone()} config={Rc::clone(config)} briefs={briefs.clone()} />
            }
        </>
    }
}
