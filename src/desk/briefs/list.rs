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
    let opened = desk
        .opened
        .map(|index| (index, desk.cards[index].name.clone()));
    html! {
        <div class="briefs" ondrop={on_drop} ondragover={allow_drop()}>
            <PendingLink speech={speech.clone()} on_import={on_import.clone()} />
            <ImportForm speech={speech.clone()} {on_import} />
            <div class="notice" id="briefs-notice" role="status">
                { for messages.iter().map(|message| html! { <p>{ message }</p> }) }
            </div>
            <ExampleButtons speech={speech.clone()} config={Rc::clone(config)} on_add={on_add.clone()} />
            <Briefs speech={speech.clone()} config={Rc::clone(config)} desk={desk.clone()} on_action={on_action.clone()} />
            <BriefCalculator
                speech={speech.clone()} config={text.clone()} {opened} on_brief={on_brief(&desk, config)}
                on_opened={on_action.reform(|()| DeskAction::Opened)}
                on_put={on_add.reform(|brief| vec![Card::new(String::new(), brief)])}
                on_rewrite={on_action.reform(|(index, brief)| DeskAction::Rewrite(index, brief))}
            />
        </div>
    }
}

/// Returns a handler of the calculator's brief, which tells when it has opened the requested one.
///
/// A calculator with answers of its own asks before it opens a link: until then its brief is another.
fn on_brief(desk: &UseReducerHandle<DeskState>, config: &Rc<Config>) -> Callback<Value> {
    let (desk, config) = (desk.clone(), Rc::clone(config));
    Callback::from(move |brief: Value| {
        let requested = desk.requested.and_then(|index| desk.cards.get(index));
        let requested = requested.and_then(|card| link(&card.brief, &config));
        if requested.is_some() && requested == link(&brief, &config) {
            desk.dispatch(DeskAction::Opened);
        }
    })
}

/// Returns the link of a brief, which two briefs share if they ask for the same.
fn link(brief: &Value, config: &Config) -> Option<String> {
    let brief = read_brief(&brief.to_string(), &config.terms).ok()?;
    share::link(&brief, None, &config.terms)
}

#[derive(Properties, Clone, PartialEq)]
struct BriefsProps {
    speech: Speech,
    config: Rc<Config>,
    desk: UseReducerHandle<DeskState>,
    on_action: Callback<DeskAction>,
}

/// The briefs: their list, comparison and calendar, and the archive.
#[component]
fn Briefs(props: &BriefsProps) -> Html {
    let BriefsProps {
        speech,
        config,
        desk,
        on_action,
    } = props;
    let appraised = use_memo(
        (Rc::clone(&desk.cards), Rc::clone(config)),
        |(cards, config)| -> Vec<Option<AppraisedBrief>> {
            let cards = cards.iter().enumerate();
            cards
                .map(|(index, card)| card.appraised(index, config))
                .collect()
        },
    );
    let row = |(index, card): (usize, &Card)| {
        html! {
            <BriefRow
                key={index} speech={speech.clone()} config={Rc::clone(config)} {index} card={card.clone()}
                appraised={appraised[index].clone()} is_compared={desk.compared.contains(&index)}
                on_action={on_action.clone()}
            />
        }
    };
    let cards = || desk.cards.iter().enumerate();
    let active: Vec<Html> = cards()
        .filter(|(_, card)| !card.archived)
        .map(row)
        .collect();
    let archived: Vec<Html> = cards().filter(|(_, card)| card.archived).map(row).collect();
    let is_active = |brief: &&AppraisedBrief| !desk.cards[brief.index].archived;
    let briefs = appraised.iter().flatten();
    let briefs: Vec<AppraisedBrief> = briefs.filter(is_active).cloned().collect();
    let compared = desk.compared.iter();
    let compared: Vec<AppraisedBrief> = compared
        .filter_map(|index| appraised.get(*index)?.clone())
        .collect();
    let has_choice = active.len() > 1;
    html! {
        <>
            if active.is_empty() {
                <p class="empty">{ speech.say("briefs.empty") }</p>
            } else {
                <ul class="list">{ for active }</ul>
            }
            if compared.len() == 2 {
                <Comparison speech={speech.clone()} config={Rc::clone(config)} briefs={compared} />
            } else if has_choice {
                <p class="hint">{ speech.say("briefs.choose-two") }</p>
            }
            if briefs.len() > 1 {
                <Calendar speech={speech.clone()} config={Rc::clone(config)} {briefs} />
            }
            <Archive speech={speech.clone()} cards={Rc::clone(&desk.cards)} rows={archived} />
        </>
    }
}
