//! Growth of an agreed job: its changes, their effect, and the ways back.

use super::fields::{FieldKind, Texts, field, form, hours, problem, submit, wrong};
use super::growth::{Growth, growth, letter, names, ways};
use super::props::AgreedProps;
use super::way::{sum, way};
use crate::desk::cards::{editing, said_day};
use crate::desk::client::use_client_words;
use crate::desk::parts::{Code, CodeProps};
use crate::i18n::speak;
use crate::widget::element::{Element, button, component, el};
use serde_json::{Value, json};
use std::rc::Rc;
use yew::prelude::*;

/// Value of the choice of a wish that is none of the services.
const OTHER: &str = "";

/// The growth of an agreed job.
#[component]
pub fn Grown(props: &AgreedProps) -> Html {
    let AgreedProps {
        speech,
        config,
        card,
        agreed,
        today,
        ..
    } = props;
    let known = (
        card.brief.clone(),
        agreed.clone(),
        Rc::clone(config),
        *today,
    );
    let growth = use_memo(known, |_| growth(card, agreed, &config.terms, *today));
    let on_lang = editing(&props.on_action, props.index, |card, lang| card.lang = lang);
    let client = use_client_words(speech, &card.lang, &on_lang);
    let content = match &*growth {
        Some(growth) => {
            let day = said_day(&client.words, &agreed.day);
            let text = letter(&client.words, &config.terms, growth, &day);
            let letter = CodeProps {
                speech: speech.clone(),
                title: speech.get("agreed.letter").into(),
                text: text.into(),
            };
            what(props, growth)
                .child(client.choice(speech, "agreed-language"))
                .node(component::<Code>(letter))
                .child(decided(props))
        }
        None => el("div", "about").child(el("p", "hint").message(speech, "agreed.grew.none")),
    };
    content.node(component::<AddWish>(props.clone())).into()
}

/// The changes, their effect, and the offers that bring the job back.
fn what(props: &AgreedProps, growth: &Growth) -> Element {
    let AgreedProps {
        speech,
        config,
        agreed,
        ..
    } = props;
    let terms = &config.terms;
    let changed = &growth.changed;
    let lists = [
        ("agreed.added", &growth.added),
        ("agreed.gone", &growth.gone),
    ];
    let lines = lists.iter().filter(|(_, wishes)| !wishes.is_empty());
    let lines = lines.map(|(key, wishes)| {
        let names = speech.list(&names(speech, terms, wishes));
        el("li", "").text(speech.format(key, &[("names", &names)]))
    });
    let otherwise = growth
        .is_otherwise
        .then(|| el("li", "").message(speech, "agreed.otherwise"));
    let signed = |value: f64, text: String| {
        let sign = if value < 0.0 { "−" } else { "+" };
        [sign, &text].concat()
    };
    let odds = |odds: Option<f64>| {
        odds.map_or_else(
            || speech.get("test.unknown"),
            |odds| speak::odds_under(speech, odds, terms.confidence),
        )
    };
    let rows = [
        (
            "briefs.row.hours",
            signed(changed.hours, speak::hours(speech, changed.hours.abs())),
        ),
        ("agreed.enough", sum(speech, terms, growth.enough)),
        (
            "briefs.row.weeks",
            signed(changed.weeks, speak::weeks(speech, changed.weeks.abs())),
        ),
        ("agreed.odds", odds(changed.odds.both)),
        ("agreed.odds.then", odds(agreed.odds)),
    ];
    let rows = rows.map(|(key, value)| {
        let head = el("th", "").attr("scope", "row").message(speech, key);
        el("tr", "").child(head).child(el("td", "").text(value))
    });
    let is_enough = growth.is_enough(terms);
    let verdict = match (is_enough, changed.offers.is_empty()) {
        (true, _) => "agreed.fits",
        (false, false) => "agreed.short",
        (false, true) => "agreed.short.no-way",
    };
    let class = if is_enough { "" } else { "problem" };
    el("div", "about")
        .child(el("ul", "lines").children(lines).maybe_child(otherwise))
        .child(el("table", "figures").child(el("tbody", "").children(rows)))
        .child(
            el("p", class)
                .attr("role", "status")
                .message(speech, verdict),
        )
        .child(
            el("ul", "lines")
                .children(ways(&changed.offers).map(|offer| way(props, &growth.now, offer))),
        )
}

/// The buttons that agree to the brief of now, or bring back the agreed one.
fn decided(props: &AgreedProps) -> Element {
    let AgreedProps { speech, agreed, .. } = props;
    let on_agree = {
        let others = props.clone();
        props.renewing(move |card, ()| {
            if let Some(now) = others.agreed_today(card) {
                now.keep_done(&others.agreed, card);
                card.agreed = Some(now);
            }
        })
    };
    let on_back = {
        let (agreed, terms) = (agreed.clone(), Rc::clone(&props.config));
        props.renewing(move |card, ()| agreed.bring_back(card, &terms.terms))
    };
    el("p", "row")
        .child(button("", speech, "agreed.now", &on_agree))
        .child(button("quiet", speech, "agreed.back", &on_back))
}

/// Texts of the form that adds a wish: those of one that is none of the services.
#[derive(Clone, Default)]
struct WishFields {
    name: String,
    hours: String,
}

/// The form that adds a wish.
#[component]
fn AddWish(props: &AgreedProps) -> Html {
    let AgreedProps { speech, config, .. } = props;
    let services = &config.terms.services;
    // The first choice adds nothing by a slip, because its hours have to be typed.
    let chosen = use_state(|| OTHER.to_owned());
    let texts: Texts<WishFields> = use_state(WishFields::default);
    let is_wrong = use_state(|| false);
    let on_chosen = {
        let chosen = chosen.setter();
        Callback::from(move |id: String| chosen.set(id))
    };
    let option = |id: &str, name: String| {
        let option = el("option", "").attr("value", id.to_owned()).text(name);
        option.selected(id == *chosen)
    };
    let options = services.iter().map(|service| {
        option(
            &service.id,
            speak::service(speech, &config.terms, &service.id),
        )
    });
    let select = el("select", "")
        .attr("id", "agreed-wish")
        .on_select(&on_chosen)
        .children(options)
        .child(option(OTHER, speech.get("agreed.other")));
    let is_other = *chosen == OTHER;
    let on_add = props.renewing(|card, wish: Value| card.add_wish(wish));
    let on_done = {
        let (chosen, texts, speech) = (chosen.clone(), texts.clone(), speech.clone());
        let is_wrong = is_wrong.clone();
        move || {
            let wish = match chosen.as_str() {
                OTHER => hours(&speech, &texts.hours, None)
                    .filter(|hours| *hours > 0.0)
                    .map(|hours| {
                        let hours =
                            json!({"low": hours / 2.0, "likely": hours, "high": hours * 2.0});
                        json!({"name": texts.name.trim(), "hours": hours})
                    }),
                service => Some(json!({ "service": service })),
            };
            is_wrong.set(wish.is_none());
            if let Some(wish) = wish {
                on_add.emit(wish);
                texts.set(WishFields::default());
            }
        }
    };
    let own = is_other.then(|| {
        el("div", "pair")
            .child(field(
                &texts,
                |texts| &mut texts.name,
                "agreed-name",
                FieldKind::Text,
                speech.get("agreed.other.name"),
            ))
            .child(field(
                &texts,
                |texts| &mut texts.hours,
                "agreed-hours",
                FieldKind::Number,
                speech.get("agreed.other.hours"),
            ))
    });
    let label = el("label", "")
        .attr("for", "agreed-wish")
        .message(speech, "agreed.add");
    form(on_done)
        .child(el("div", "field").child(label).child(select))
        .maybe_child(own)
        .maybe_child(problem(is_wrong.then(|| {
            wrong(
                speech,
                "agreed.wrong.hours",
                &speech.get("agreed.other.hours"),
            )
        })))
        .child(submit(speech, "agreed.add.it"))
        .into()
}
