//! The desk: sources of enquiries, their table with a panel, and the comparison of two or more.

use super::comparison::comparison;
use super::import::{heard, import_all, message};
use super::panel::BriefPanel;
use super::props::BriefPanelProps;
use super::row::row_id;
use super::samples::samples;
use super::sender::MailSender;
use super::sources::{ImportForm, PendingLink};
use super::table::{BriefTable, BriefTableProps};
use crate::config::{Config, read_config};
use crate::desk::agreed::use_agreed;
use crate::desk::browser;
use crate::desk::capacity::{CapacityProps, CapacityTool, Unlisted};
use crate::desk::cards::{
    AppraisedBrief, AppraisedProps, BRIEFS, Card, DeskAction, DeskState, Direction, EnquiryState,
    MOST_COMPARED, Panel, address, use_appraised, use_desk,
};
use crate::desk::parts::{ImportSource, allow_drop, on_drop_or_link};
use crate::desk::sheet::{GONE, with_removed};
use crate::i18n::Speech;
use crate::mail::Mail;
use crate::share;
use crate::widget::element::{button, component, el, group};
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`BriefList`].
#[derive(Properties, Clone, PartialEq)]
pub struct BriefListProps {
    /// Words.
    pub speech: Speech,
    /// Configuration without a problem.
    pub good: Rc<Value>,
    /// True if it is on the screen.
    pub is_shown: bool,
    /// Called when briefs are added: the ids in them are kept.
    pub on_publish: Callback<()>,
}

/// The desk, under the shop's terms.
#[component]
pub fn BriefList(props: &BriefListProps) -> Html {
    let BriefListProps {
        speech,
        good,
        is_shown,
        on_publish,
    } = props;
    // While the terms are edited elsewhere, nothing is appraised anew.
    let seen = use_mut_ref(|| Rc::clone(good));
    if *is_shown {
        seen.replace(Rc::clone(good));
    }
    let seen = Rc::clone(&seen.borrow());
    let read = use_memo(Rc::clone(&seen), |good| {
        let cards: Vec<Value> = browser::stored_list(BRIEFS);
        let briefs: Vec<&Value> = cards.iter().filter_map(|card| card.get("brief")).collect();
        let gone: Vec<Value> = browser::stored_list(GONE);
        let text = with_removed(good, &gone, &briefs).to_string();
        let config = read_config(&text).ok()?;
        Some((Rc::new(config), AttrValue::from(text)))
    });
    html! {
        if let Some((config, text)) = (*read).clone() {
            <Desk speech={speech.clone()} {config} {text} is_shown={*is_shown} {on_publish} />
        }
    }
}

#[derive(Properties, Clone, PartialEq)]
struct DeskProps {
    speech: Speech,
    config: Rc<Config>,
    /// The configuration as JSON text.
    text: AttrValue,
    is_shown: bool,
    on_publish: Callback<()>,
}

/// The desk.
#[component]
fn Desk(props: &DeskProps) -> Html {
    let DeskProps {
        speech,
        config,
        text,
        is_shown,
        on_publish,
    } = props;
    let desk = use_desk();
    let on_action = use_callback(desk.dispatcher(), |action, desk| desk.dispatch(action));
    {
        let on_action = on_action.clone();
        use_effect_with(*is_shown, move |is_shown| {
            let on_key = on_action.reform(|is_redo| {
                let direction = if is_redo {
                    Direction::Again
                } else {
                    Direction::Back
                };
                DeskAction::Step(direction)
            });
            let listener = is_shown.then(|| browser::on_undo(on_key));
            move || drop(listener)
        });
    }
    let on_add = {
        let on_publish = on_publish.clone();
        let (on_action, currency) = (on_action.clone(), config.terms.currency.clone());
        Callback::from(move |mut cards: Vec<Card>| {
            for card in &mut cards {
                // An enquiry without a currency is in that of the terms of today, and stays so.
                if card.currency.is_empty() {
                    card.currency.clone_from(&currency);
                }
            }
            if !cards.is_empty() {
                on_publish.emit(());
                on_action.emit(DeskAction::Add(cards));
            }
        })
    };
    let messages = use_state(Vec::<String>::new);
    // Messages are read one after the other: each adds its line.
    let notices = use_mut_ref(Vec::<String>::new);
    let on_tell = {
        let (messages, notices) = (messages.setter(), Rc::clone(&notices));
        Callback::from(move |message: String| {
            let mut notices = notices.borrow_mut();
            notices.push(message);
            messages.set(notices.clone());
        })
    };
    let on_import = {
        let (on_add, messages) = (on_add.clone(), messages.setter());
        let (config, speech) = (Rc::clone(config), speech.clone());
        let cards = Rc::clone(&desk.cards);
        let known: Value = serde_json::from_str(text).unwrap_or_default();
        let terms = known.get("terms").map(Value::to_string).unwrap_or_default();
        Callback::from(move |sources: Vec<ImportSource>| {
            let heard: Vec<_> = sources.iter().map(message).collect();
            let (heard, others): (Vec<_>, Vec<_>) = sources
                .into_iter()
                .zip(heard)
                .partition(|(_, mail)| mail.is_some());
            let others = others.into_iter().map(|(source, _)| source).collect();
            let report = import_all(others, &config, &speech);
            *notices.borrow_mut() = report.messages.clone();
            messages.set(report.messages);
            on_add.emit(report.cards);
            for (source, mail) in heard {
                let Some(mail) = mail else {
                    continue;
                };
                let words = mail.words();
                if let Some(card) = cards.iter().find(|card| card.message == words) {
                    on_tell
                        .emit(speech.format("briefs.already", &[("name", &card.title(&speech))]));
                    continue;
                }
                hear(mail, source, (&config, &terms), &on_add, &{
                    let (on_tell, speech) = (on_tell.clone(), speech.clone());
                    Callback::from(move |heard: Option<String>| {
                        on_tell.emit(match heard {
                            Some(name) if name.is_empty() => speech.get("briefs.added"),
                            Some(name) => speech.format("briefs.taken", &[("name", &name)]),
                            None => speech.get("briefs.unheard"),
                        });
                    })
                });
            }
            !report.has_error
        })
    };
    let on_drop = {
        let on_import = on_import.clone();
        on_drop_or_link(Callback::from(move |sources: Vec<ImportSource>| {
            on_import.emit(sources);
        }))
    };
    let on_put = {
        let on_publish = on_publish.clone();
        let (on_action, stamp) = (on_action.clone(), share::stamp(&config.terms));
        let currency = config.terms.currency.clone();
        Callback::from(move |brief: Value| {
            on_publish.emit(());
            let card = Card {
                stamp: stamp.clone(),
                currency: currency.clone(),
                ..Card::new(String::new(), browser::today(), brief)
            };
            on_action.emit(DeskAction::Put(card));
        })
    };
    html! {
        <div class="briefs" ondrop={on_drop} ondragover={allow_drop()}>
            <PendingLink speech={speech.clone()} on_import={on_import.clone()} />
            <ImportForm speech={speech.clone()} {on_import} />
            <div class="notice" id="briefs-notice" role="status">
                { for messages.iter().map(|message| html! { <p>{ message }</p> }) }
            </div>
            <Briefs
                speech={speech.clone()} config={Rc::clone(config)} text={text.clone()} desk={desk.clone()} {on_action}
                {on_add} {on_put}
            />
        </div>
    }
}

/// Has a message read, and puts its brief on the desk; without what reads it the message alone. Passes on the name it has
/// there, empty if nobody is named, or `None` where it could not be read.
fn hear(
    mail: Mail,
    source: ImportSource,
    (config, terms): (&Rc<Config>, &str),
    on_add: &Callback<Vec<Card>>,
    on_heard: &Callback<Option<String>>,
) {
    let (config, on_add, on_heard) = (Rc::clone(config), on_add.clone(), on_heard.clone());
    let sender = MailSender::of(&mail, browser::day());
    let day = sender.day.clone().unwrap_or_else(browser::today);
    let words = mail.words();
    browser::hear(
        &words,
        terms,
        &day.clone(),
        move |answer: Option<String>| {
            let read = heard(
                &mail,
                (&sender, &day),
                &source.name,
                answer.as_deref(),
                &config,
            );
            let card = Card {
                attached: source.attached,
                ..read
            };
            on_heard.emit(answer.map(|_| card.name.clone()));
            on_add.emit(vec![card]);
        },
    );
}

#[derive(Properties, Clone, PartialEq)]
struct BriefsProps {
    speech: Speech,
    config: Rc<Config>,
    text: AttrValue,
    desk: UseReducerHandle<DeskState>,
    on_action: Callback<DeskAction>,
    on_add: Callback<Vec<Card>>,
    on_put: Callback<Value>,
}

/// The enquiries: their table with the panel beside it, comparison and calendar.
#[component]
fn Briefs(props: &BriefsProps) -> Html {
    let BriefsProps {
        speech,
        config,
        text,
        desk,
        on_action,
        on_add,
        on_put,
    } = props;
    let today = browser::day();
    let appraised = use_appraised(speech, &desk.cards, config, today);
    let cards = &desk.cards;
    use_agreed(cards, config, text, today, on_action);
    {
        // After the panel is closed, one goes on where it was opened.
        let last = use_mut_ref(|| None::<usize>);
        use_effect_with(desk.panel, move |panel| match panel {
            Panel::Card(index) => {
                last.replace(Some(*index));
            }
            Panel::New => {}
            Panel::Closed => {
                if let Some(index) = last.take() {
                    browser::set_fragment("");
                    browser::focus(&row_id(index));
                }
            }
        });
    }
    // The same callback all the time: with another one every row would be rendered anew.
    let latest = use_mut_ref(|| (Rc::clone(cards), Rc::clone(config)));
    latest.replace((Rc::clone(cards), Rc::clone(config)));
    let on_open = use_callback((on_action.clone(), today), {
        move |index: usize, (on_action, today): &(Callback<DeskAction>, i64)| {
            let (cards, config) = &*latest.borrow();
            if let Some(card) = cards.get(index) {
                address(card, config, *today);
            }
            on_action.emit(DeskAction::Show(Panel::Card(index)));
        }
    });
    let on_new = on_action.reform(|()| {
        browser::set_fragment("");
        DeskAction::Show(Panel::New)
    });
    let on_samples = {
        let (speech, config) = (speech.clone(), Rc::clone(config));
        on_add.reform(move |()| samples(&speech, &config))
    };
    let on_save = {
        let cards = Rc::clone(cards);
        Callback::from(move |()| {
            let cards: Vec<&Card> = cards.iter().map(|card| &**card).collect();
            browser::save_value("briefs.json", &cards);
        })
    };
    let is_in = |card: &Card, states: &[EnquiryState]| {
        // A job that runs takes its hours, in sight or not.
        let is_here = !card.archived || card.state == EnquiryState::Won;
        is_here && card.delivered.is_none() && states.contains(&card.state)
    };
    let why_unlisted = |index: usize| {
        let card = cards.get(index)?;
        let brief = appraised.get(index)?.as_ref().map(|brief| &*brief.brief);
        Unlisted::of(card, brief, &config.terms.currency)
    };
    let in_state = |states: &[EnquiryState]| -> Vec<AppraisedBrief> {
        let is_listed = |brief: &&AppraisedBrief| {
            is_in(&cards[brief.index], states) && why_unlisted(brief.index).is_none()
        };
        let briefs = appraised.iter().flatten().filter(is_listed);
        briefs.cloned().collect()
    };
    let unlisted = cards.iter().enumerate().filter_map(|(index, card)| {
        let is_open = is_in(
            card,
            &[EnquiryState::New, EnquiryState::Answered, EnquiryState::Won],
        );
        let why = why_unlisted(index).filter(|_| is_open)?;
        Some((why, card.title(speech)))
    });
    let capacity = CapacityProps {
        speech: speech.clone(),
        config: Rc::clone(config),
        asked: in_state(&[EnquiryState::New, EnquiryState::Answered]),
        taken: in_state(&[EnquiryState::Won]),
        unlisted: unlisted.collect(),
        today,
    };
    let has_jobs = capacity.asked.len() + capacity.taken.len() > 0;
    let compared = desk.compared.iter();
    let compared: Vec<AppraisedBrief> = compared
        .filter_map(|index| appraised.get(*index)?.clone())
        .collect();
    let open = match desk.panel {
        Panel::Card(index) => Some(index),
        _ => None,
    };
    let card = open.and_then(|index| Some((index, Card::clone(cards.get(index)?))));
    let panel = (desk.panel != Panel::Closed).then(|| BriefPanelProps {
        speech: speech.clone(),
        config: Rc::clone(config),
        text: text.clone(),
        today,
        appraised: open.and_then(|index| appraised.get(index)?.clone()),
        card,
        opened: (desk.opened, desk.renewed),
        on_action: on_action.clone(),
        on_put: on_put.clone(),
    });
    let table = BriefTableProps {
        speech: speech.clone(),
        config: Rc::clone(config),
        today,
        cards: Rc::clone(cards),
        appraised: Rc::clone(&appraised),
        open,
        compared: desk.compared.clone(),
        on_action: on_action.clone(),
        on_open,
    };
    let step = |key: &str, direction: Direction| {
        let on_step = on_action.reform(move |()| DeskAction::Step(direction));
        desk.can_go(direction)
            .then(|| button("quiet", speech, key, &on_step))
    };
    let is_empty = cards.is_empty();
    let class = if panel.is_some() {
        "desk-of open"
    } else {
        "desk-of"
    };
    let content = el("div", class)
        .node(if is_empty {
            el("div", "empty")
                .child(el("p", "").message(speech, "briefs.empty"))
                .child(button("strong", speech, "briefs.samples", &on_samples))
                .into()
        } else {
            component::<BriefTable>(table)
        })
        .node(panel.map_or_else(Html::default, component::<BriefPanel>));
    let beside = (compared.len() > 1).then(|| AppraisedProps {
        speech: speech.clone(),
        config: Rc::clone(config),
        briefs: compared.clone(),
    });
    group()
        .child(
            el("div", "row")
                .child(button("", speech, "briefs.ask", &on_new))
                .maybe_child((!is_empty).then(|| button("", speech, "briefs.save", &on_save)))
                .maybe_child(step("undo", Direction::Back))
                .maybe_child(step("undo.again", Direction::Again)),
        )
        .child(content)
        .maybe_child(
            (cards.len() > 1 && beside.is_none())
                .then(|| el("p", "hint").message(speech, "briefs.choose")),
        )
        .maybe_child((compared.len() >= MOST_COMPARED).then(|| {
            el("p", "hint")
                .attr("role", "status")
                .message(speech, "briefs.choose.full")
        }))
        .node(beside.as_ref().map_or_else(Html::default, comparison))
        .node(if has_jobs {
            component::<CapacityTool>(capacity)
        } else {
            Html::default()
        })
        .content()
}
