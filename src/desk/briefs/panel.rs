//! The panel beside the table: one enquiry with its dates, state, notes and answers, and the
//! calculator with its brief.

use super::folds::Folds;
use super::props::BriefPanelProps;
use super::row::{elsewhere, unjudged};
use super::tax::other_tax;
use crate::config::read_brief;
use crate::desk::browser;
use crate::desk::cards::{CALCULATOR, Card, DeskAction, EnquiryState, Panel, address, editing};
use crate::desk::learning::log::{LogEntry, append};
use crate::desk::parts::{OnPage, Preview, PreviewProps};
use crate::draft::days;
use crate::i18n::{Speech, speak};
use crate::share;
use crate::widget::element::{Element, button, component, el};
use gloo::timers::callback::Timeout;
use serde_json::Value;
use std::cmp::Ordering;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// Id of the heading of the panel.
pub const TITLE: &str = "panel-title";

/// Time for the panel to be painted, in milliseconds.
const PAINT: u32 = 30;

/// The panel with an enquiry.
#[component]
pub fn BriefPanel(props: &BriefPanelProps) -> Html {
    let BriefPanelProps {
        speech,
        card,
        on_action,
        ..
    } = props;
    // The panel is painted before its calculator begins.
    let (opened, renewed) = props.opened;
    let begun = use_state(|| None::<usize>);
    {
        let begun = begun.setter();
        use_effect_with(opened, move |opened| {
            browser::focus(TITLE);
            let opened = *opened;
            let wait = Timeout::new(PAINT, move || begun.set(Some(opened)));
            move || drop(wait)
        });
    }
    let led = use_memo(props.text.clone(), led);
    let answered = use_state(|| None::<Value>);
    {
        let answered = answered.setter();
        use_effect_with(opened, move |_| answered.set(None));
    }
    // A calculator that begins with a brief goes to its answer: whoever opens an enquiry stays at its head, or
    // wherever they type meanwhile.
    use_effect_with(props.opened, |_| {
        let listeners = browser::keep_focus(CALCULATOR, TITLE);
        move || drop(listeners)
    });
    let on_brief = {
        let (props, answered) = (props.clone(), answered.setter());
        Callback::from(move |text: String| {
            let Ok(brief) = serde_json::from_str::<Value>(&text) else {
                return;
            };
            if let Some((index, card)) = &props.card
                && is_changed(card, &brief, &props)
            {
                props
                    .on_action
                    .emit(DeskAction::Rewrite(*index, brief.clone()));
            }
            answered.set(Some(brief));
        })
    };
    let on_close = on_action.reform(|()| DeskAction::Show(Panel::Closed));
    let title = match card {
        Some((_, card)) => card.title(speech),
        None => speech.get("briefs.ask"),
    };
    let head = el("div", "row between")
        .child(
            el("h3", "")
                .attr("id", TITLE)
                .attr("tabindex", "-1")
                .text(title),
        )
        .child(button("small", speech, "briefs.close", &on_close));
    let put = card.is_none().then(|| {
        let (on_put, brief) = (props.on_put.clone(), (*answered).clone());
        let on_click = Callback::from(move |()| {
            if let Some(brief) = brief.clone() {
                on_put.emit(brief);
            }
        });
        let put = button("strong", speech, "briefs.put", &on_click);
        match answered.is_none() {
            true => put.attr("disabled", ""),
            false => put,
        }
    });
    let calculator = PreviewProps {
        id: CALCULATOR.into(),
        config: (*led).clone(),
        audience: "shop".into(),
        on_brief,
        on_page: OnPage::default(),
        waiting: speech.get("preview.waiting").into(),
    };
    let calculator = VComp::new::<Preview>(
        Rc::new(calculator),
        Some(format!("{opened}-{renewed}").into()),
    );
    // A job that is done is not judged any more.
    let is_over = card.as_ref().is_some_and(|(_, card)| card.is_delivered());
    let is_known = card.is_none() || props.appraised.is_some() && !is_over;
    let is_begun = *begun == Some(opened);
    el("section", "panel")
        .attr("aria-labelledby", TITLE)
        .child(head)
        .child(match card {
            Some((index, card)) => about(props, *index, card),
            None => el("div", ""),
        })
        .node(component::<Folds>(props.clone()))
        .maybe_child(
            card.is_none()
                .then(|| el("p", "hint").message(speech, "briefs.ask.lead")),
        )
        .node(if is_known && is_begun {
            calculator.into()
        } else {
            Html::default()
        })
        .maybe_child(put.map(|put| el("p", "row").child(put)))
        .into()
}

/// The configuration, as JSON text, of a calculator whose letters lead to the shop's site where nobody has said on which page of
/// it the calculator is: they would lead to this one.
fn led(text: &AttrValue) -> AttrValue {
    let mut config: Value = serde_json::from_str(text).unwrap_or_default();
    let Some(Value::Object(shop)) = config.pointer_mut("/terms/shop") else {
        return text.clone();
    };
    match shop.get("url").cloned() {
        Some(url) if !shop.contains_key("page") => {
            shop.insert("page".to_owned(), url);
            config.to_string().into()
        }
        _ => text.clone(),
    }
}

/// Returns `true` if a brief asks for something else than a card does today. What a link does not
/// carry counts as the same.
fn is_changed(card: &Card, brief: &Value, props: &BriefPanelProps) -> bool {
    let terms = &props.config.terms;
    let link = |card: &Card, brief: &Value| {
        let brief = read_brief(&brief.to_string(), terms).ok()?;
        share::link(&card.brief_on(props.today, &brief), None, terms)
    };
    link(card, &card.brief) != link(&Card::default(), brief)
}

/// Everything about an enquiry but its brief.
fn about(props: &BriefPanelProps, index: usize, card: &Card) -> Element {
    let speech = &props.speech;
    let editing = |change| editing(&props.on_action, index, change);
    let name = el("input", "")
        .attr("type", "text")
        .attr("id", "panel-name")
        .attr("autocomplete", "off")
        .maybe_attr(
            "placeholder",
            card.name.is_empty().then(|| card.title(speech)),
        )
        .value(card.name.clone().into())
        .on_input(&editing(|card, name| card.name = name));
    let notes = el("textarea", "")
        .attr("id", "panel-notes")
        .attr("rows", "2")
        .value(card.notes.clone().into())
        .on_input(&editing(|card, notes| card.notes = notes));
    let reach = el("input", "")
        .attr("type", "text")
        .attr("id", "panel-reach")
        .attr("autocomplete", "off")
        .value(card.reach.clone().into())
        .on_input(&editing(|card, reach| card.reach = reach));
    let message = (!card.message.is_empty()).then(|| {
        el("details", "more")
            .child(el("summary", "").message(speech, "briefs.message"))
            .child(el("p", "message").text(card.message.clone()))
    });
    let attached = (!card.attached.is_empty()).then(|| {
        let names = speech.list(&card.attached);
        let said = speech.format("briefs.attached", &[("names", &names)]);
        el("p", "hint").text(said)
    });
    let changed = card.asked.is_some().then(|| {
        let (card, config, today) = (card.clone(), Rc::clone(&props.config), props.today);
        let on_restore = props.on_action.reform(move |()| {
            let mut card = card.clone();
            card.restore();
            address(&card, &config, today);
            DeskAction::Restore(index)
        });
        el("p", "row hint")
            .message(speech, "briefs.changed")
            .child(button("quiet", speech, "briefs.restore", &on_restore))
    });
    let elsewhere = elsewhere(speech, card, &props.config, "briefs.elsewhere");
    let taxed = other_tax(card, &props.config.terms);
    let taxed = taxed.map(|said| speech.format("briefs.taxed", &[("said", said)]));
    let unknown = props
        .appraised
        .is_none()
        .then(|| el("p", "problem").text(unjudged(speech, card, &props.config)));
    let stamp = share::stamp(&props.config.terms);
    let is_other = !card.stamp.is_empty() && card.stamp != stamp;
    let others = is_other.then(|| el("p", "hint").message(speech, "briefs.other-terms"));
    [
        Some(el("p", "hint").text(dates(props, card))),
        unknown,
        elsewhere
            .or(taxed)
            .map(|said| el("p", "problem").text(said)),
        others,
        Some(
            el("div", "pair")
                .child(field(speech, "panel-name", "briefs.name").child(name))
                .child(field(speech, "panel-reach", "briefs.reach").child(reach)),
        ),
        Some(flags(props, card)),
        Some(answers(props, index, card)),
        Some(field(speech, "panel-notes", "briefs.notes").child(notes)),
        message,
        attached,
        Some(actions(props, index, card)),
        changed,
    ]
    .into_iter()
    .fold(el("div", "about"), Element::maybe_child)
}

fn field(speech: &Speech, id: &'static str, key: &str) -> Element {
    let label = el("label", "").attr("for", id).message(speech, key);
    el("div", "field").child(label)
}

/// Day of arrival, and day by which it is wanted.
fn dates(props: &BriefPanelProps, card: &Card) -> String {
    let BriefPanelProps { speech, today, .. } = props;
    let day = |day: i64| speech.date(day, false);
    let mut said = Vec::new();
    if let Some(came) = days(&card.day) {
        let ago = match (today - came).max(0) {
            0 => speech.get("briefs.today"),
            ago => speech.plural("briefs.ago", ago as f64, &[]),
        };
        said.push(speech.format("briefs.came.ago", &[("day", &day(came)), ("ago", &ago)]));
    }
    if let Some(wanted) = props.appraised.as_ref().and_then(|brief| brief.wanted) {
        let weeks = speak::weeks(speech, (wanted - today).max(0) as f64 / 7.0);
        let key = match wanted.cmp(today) {
            Ordering::Less => "briefs.wanted.past",
            Ordering::Equal => "briefs.wanted.today",
            Ordering::Greater => "briefs.wanted",
        };
        let values = [("day", &*day(wanted)), ("weeks", &weeks)];
        said.push(speech.format(key, &values));
    }
    said.join(" · ")
}

/// Conditions that warn, of a job that is still to be done.
fn flags(props: &BriefPanelProps, card: &Card) -> Element {
    let judged = props.appraised.iter().filter(|_| !card.is_delivered());
    let flags = judged.flat_map(|brief| brief.flags());
    el("ul", "lines").children(
        flags.map(|flag| el("li", "problem").text(props.speech.get_for("flag.{}", flag.name()))),
    )
}

/// The answers that were given, and the button that notes another one while there is something to answer.
fn answers(props: &BriefPanelProps, index: usize, card: &Card) -> Element {
    let speech = &props.speech;
    let given = card.answers.iter().map(|answer| {
        let day =
            days(&answer.day).map_or_else(|| answer.day.clone(), |day| speech.date(day, false));
        let values = [("day", day.as_str()), ("said", &answer.said)];
        el("li", "").text(speech.format("briefs.answer", &values))
    });
    let judged = props.appraised.as_ref().filter(|_| !card.is_delivered());
    let note = judged.map(|appraised| {
        let said = speak::to_the_shop(speech, &appraised.brief, appraised.appraisal.verdict);
        let label = speech.format("briefs.answer.note", &[("said", &said)]);
        let on_answer = props
            .on_action
            .reform(move |()| DeskAction::Answer(index, said.clone()));
        el("button", "")
            .attr("type", "button")
            .on_click(&on_answer)
            .text(label)
    });
    el("div", "answers")
        .child(el("ul", "lines").children(given))
        .maybe_child(note)
}

/// The actions on an enquiry.
fn actions(props: &BriefPanelProps, index: usize, card: &Card) -> Element {
    let speech = &props.speech;
    let replacing = |cards: fn(&Card) -> Vec<Card>| {
        let card = card.clone();
        props
            .on_action
            .reform(move |()| DeskAction::Replace(index, cards(&card)))
    };
    let duplicate = replacing(|card| {
        // It is no second job.
        let state = if card.is_won() {
            EnquiryState::New
        } else {
            card.state
        };
        let copy = Card {
            id: String::new(),
            noted: false,
            state,
            agreed: None,
            delivered: None,
            ..card.clone()
        };
        vec![card.clone(), copy]
    });
    let archive = replacing(|card| {
        let archived = !card.archived;
        vec![Card {
            archived,
            ..card.clone()
        }]
    });
    let away = match card.archived {
        true => "briefs.take-out",
        false => "briefs.put-away",
    };
    let on_save = {
        let cards = [card.clone()];
        Callback::from(move |()| browser::save_value("enquiry.json", &cards[..]))
    };
    let remove = card
        .archived
        .then(|| button("quiet", speech, "briefs.remove", &replacing(|_| Vec::new())));
    el("div", "row")
        .child(button("quiet", speech, "briefs.duplicate", &duplicate))
        .child(button("quiet", speech, away, &archive))
        .child(button("quiet", speech, "briefs.export", &on_save))
        .maybe_child(note(props, index, card))
        .maybe_child(remove)
}

/// The button that appends the verdict to the log. Only a verdict with odds has a calibration.
fn note(props: &BriefPanelProps, index: usize, card: &Card) -> Option<Element> {
    if card.noted {
        return Some(el("span", "hint").message(&props.speech, "briefs.noted"));
    }
    let brief = props.appraised.clone().filter(|_| !card.is_delivered())?;
    let odds = brief.odds.both?;
    let on_click = props.on_action.reform(move |()| {
        let (name, verdict) = (brief.name.clone(), brief.appraisal.verdict);
        append(LogEntry::new(name, verdict, odds));
        DeskAction::Edit(index, Box::new(|card| card.noted = true))
    });
    Some(button("quiet", &props.speech, "briefs.note", &on_click))
}
