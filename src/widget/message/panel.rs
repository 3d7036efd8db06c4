//! Findings in a message, next to its text: each value is linked with its words, and can be taken
//! back.

use super::content::said;
use super::marks::{pieces, words};
use crate::draft::{Draft, DraftWish};
use crate::engine::Topic;
use crate::i18n::{Phrasing, brief_rows};
use crate::reader::{Finding, Findings, FoundValue};
use crate::widget::client_message::{ClientMessage, OpenQuestion, open_questions};
use crate::widget::deferred::ResultsProps;
use crate::widget::element::{Element, button, el, group, reveal};
use crate::widget::setup::Setup;
use crate::widget::state::{Action, Blank, BlankReason, Change, Place, dispatching};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Width of the calculator in pixels from which the text is unfolded next to the findings.
const WIDE: f64 = 760.0;

/// Most characters of a message that are read. Assumption: nobody writes so much about one project.
pub const MOST: usize = 40_000;

/// Finding in words.
struct Row {
    /// Index of the finding.
    index: usize,
    label: String,
    value: String,
    /// Wish, if it is one.
    wish: Option<DraftWish>,
    /// Reason why it cannot be part of the brief, if any.
    why_not: Option<String>,
}

/// Findings in a message, with its text.
#[component]
pub fn Panel(props: &ResultsProps) -> Html {
    let ResultsProps { setup, state, .. } = props;
    let speech = &setup.speech;
    let place = use_node_ref();
    let at = use_state(|| None::<(usize, u32, &'static str)>);
    {
        let place = place.clone();
        use_effect_with((), move |()| {
            let root = place.cast::<web_sys::Element>();
            let view = root.as_ref().and_then(|root| root.closest(".view").ok()?);
            let is_wide = view.is_some_and(|view| view.get_bounding_client_rect().width() >= WIDE);
            let fold = root.and_then(|root| root.query_selector("details").ok()?);
            if let Some(fold) = fold.filter(|_| is_wide) {
                let _ = fold.set_attribute("open", "");
            }
        });
    }
    {
        let place = place.clone();
        use_effect_with(*at, move |at| {
            if let Some((index, _, there)) = at {
                go(&place, there, *index);
            }
        });
    }
    let heard = state.message.as_ref();
    let Some((heard, read)) = heard.and_then(|heard| Some((heard, heard.read.as_ref()?))) else {
        return Html::default();
    };
    let to = |there: &'static str| {
        let at = at.clone();
        Callback::from(move |index: usize| {
            let turn = at.map_or(0, |(_, turn, _)| turn + 1);
            at.set(Some((index, turn, there)));
        })
    };
    let pointed = at.map(|(index, ..)| index);
    let rows = rows(setup, heard, read);
    let found = match rows.len() {
        0 => speech.get("message.none"),
        count => speech.plural("message.found", count as f64, &[]),
    };
    let language = read.language.as_ref().filter(|tag| **tag != setup.spoken);
    let language = language.and_then(|tag| setup.languages.iter().find(|(known, _)| known == tag));
    let language =
        language.map(|(_, name)| speech.format("message.language", &[("language", name)]));
    let is_cut = heard.text.chars().nth(MOST).is_some();
    let cut = is_cut.then(|| {
        let most = speech.number(MOST as f64, 0);
        el("p", "note").text(speech.format("message.cut", &[("n", &most)]))
    });
    let said = [Some(found), language].into_iter().flatten();
    let open = open_questions(heard, &state.draft, speech).into_iter();
    let notes = open.map(|question| note(props, question));
    // Values with the same name share one label.
    let label = |at: usize| rows.get(at).map(|row| &row.label);
    let again = |at: usize| at > 0 && label(at - 1) == label(at);
    let list = rows.iter().enumerate();
    let list =
        list.map(|(at, row)| reading(props, heard, row, (pointed, again(at)), &to("#mark-")));
    let fold = el("details", "fold message-words")
        .child(el("summary", "").child(el("h4", "").message(speech, "message.words")))
        .child(marked(heard, read, pointed, &to("#reading-")));
    el("div", "")
        .node_ref(&place)
        .child(
            el("p", "hint")
                .attr("role", "status")
                .text(said.collect::<Vec<_>>().join(" ")),
        )
        .maybe_child(cut)
        .children(notes)
        .maybe_child((!rows.is_empty()).then(|| {
            el("ul", "readings")
                .attr("aria-label", speech.get("message.list"))
                .children(list)
        }))
        .child(fold)
        .into()
}

/// Returns `true` if a value can be part of a draft: not an amount in another currency than the
/// shop's.
pub fn is_in_shop_currency(value: &FoundValue, setup: &Setup) -> bool {
    match value {
        FoundValue::Budget { currency, .. } => currency
            .as_ref()
            .is_none_or(|code| *code == setup.terms.currency),
        _ => true,
    }
}

/// Returns the findings in the order of the message.
fn rows(setup: &Setup, heard: &ClientMessage, read: &Findings) -> Vec<Row> {
    let Setup { speech, terms, .. } = setup;
    let mut wishes = heard.said.wishes.iter();
    let row = |(index, found): (usize, &Finding)| {
        let wish = match found.value {
            FoundValue::Wish(_) => wishes.next().cloned(),
            _ => None,
        };
        let one = Findings {
            found: vec![found.clone()],
            ..Findings::default()
        };
        let day = match found.value {
            FoundValue::Deadline { day: Some(day), .. } => Some(speech.date(day, false)),
            _ => None,
        };
        let brief = one.brief(terms);
        let told = brief_rows(speech, terms, &brief, day.as_deref(), Phrasing::Names);
        let told = told.into_iter().find(|row| !row.values.is_empty());
        let why_not = match &found.value {
            FoundValue::Budget {
                currency: Some(code),
                ..
            } if !is_in_shop_currency(&found.value, setup) => Some(speech.format(
                "message.currency",
                &[("currency", code), ("ours", &terms.currency)],
            )),
            _ => None,
        };
        let (label, value) = match (told, &why_not) {
            (Some(row), None) => (speech.get(&row.label), row.values.join(", ")),
            (_, Some(_)) => (
                speech.get("budget.title"),
                heard.words(found.from, found.to),
            ),
            (None, None) => return None,
        };
        Some(Row {
            index,
            label,
            value,
            wish,
            why_not,
        })
    };
    read.found.iter().enumerate().filter_map(row).collect()
}

/// Moves the focus to a value or to its words, unfolding them if necessary.
fn go(place: &NodeRef, there: &str, index: usize) {
    let Some(place) = place.cast::<web_sys::Element>() else {
        return;
    };
    let selector = [there, &index.to_string()].concat();
    let Some(found) = place.query_selector(&selector).ok().flatten() else {
        return;
    };
    reveal(found);
}

/// Row of a value, with links to its words and a button to take it back.
fn reading(
    ResultsProps { setup, state, .. }: &ResultsProps,
    heard: &ClientMessage,
    row: &Row,
    (pointed, is_again): (Option<usize>, bool),
    on_words: &Callback<usize>,
) -> Element {
    let speech = &setup.speech;
    let index = row.index;
    let field = heard.read.as_ref().and_then(|read| read.found.get(index));
    let field = field.map(|found| found.field.clone()).unwrap_or_default();
    let is_held = match &row.wish {
        Some(wish) => state.draft.wishes_for(wish),
        None => state.draft.agrees(&field, &heard.said),
    };
    let turn = row.why_not.is_none().then(|| {
        let (name, spoken) = if is_held {
            ("message.not", "message.not.of")
        } else {
            ("message.so", "message.so.of")
        };
        let what = [&row.label, " ", &row.value].concat();
        let heard = heard.clone();
        let (wish, terms) = (row.wish.clone(), setup.terms.clone());
        let on_edit = dispatching(state, Action::Edit);
        let on_click = Callback::from(move |()| {
            let (wish, field, heard) = (wish.clone(), field.clone(), heard.clone());
            let terms = terms.clone();
            on_edit.emit(Change::new(move |draft: &mut Draft| match wish {
                Some(wish) if is_held => draft.give_up(&wish),
                Some(wish) => draft.add(&terms, wish),
                None if !is_held => draft.take(&field, &heard.said),
                // The former answer is offered, unless it is the same.
                None if heard.before.agrees(&field, &heard.said) => {
                    draft.take(&field, &Draft::default());
                }
                None => draft.take(&field, &heard.before),
            }));
        });
        button("quiet", speech, name, &on_click)
            .attr("aria-label", speech.format(spoken, &[("what", &what)]))
    });
    let class = match (is_held && row.why_not.is_none(), pointed == Some(index)) {
        (true, true) => "reading pointed",
        (true, false) => "reading",
        (false, _) => "reading off",
    };
    let value = el("button", "reading-value")
        .attr("type", "button")
        .attr("id", ["reading-", &index.to_string()].concat())
        .maybe_attr("aria-current", (pointed == Some(index)).then_some("true"))
        .on_click(&on_words.reform(move |()| index))
        .child(
            el(
                "span",
                if is_again {
                    "for-listeners"
                } else {
                    "reading-label"
                },
            )
            .text(row.label.clone()),
        )
        .text(" ")
        .child(
            el("span", "reading-what")
                .attr("dir", "auto")
                .text(row.value.clone()),
        );
    let why_not = row.why_not.clone().map(|why| el("p", "hint").text(why));
    el("li", class)
        .key(index.to_string())
        .child(value)
        .maybe_child(turn)
        .maybe_child(why_not)
}

/// Question about a statement, with the values to choose from or else the way to its field.
fn note(
    ResultsProps { setup, state, .. }: &ResultsProps,
    OpenQuestion {
        topic,
        text,
        choices,
    }: OpenQuestion,
) -> Element {
    let Setup { speech, terms, .. } = setup;
    let is_known = choices
        .iter()
        .all(|value| is_in_shop_currency(value, setup));
    let choices = choices.into_iter().filter(|_| is_known);
    let choices = choices.filter_map(|value| {
        let field = match topic {
            Topic::Budget => "budget",
            _ => "deadline",
        };
        let one = Findings::of(field, value);
        let day = match one.found.first()?.value {
            FoundValue::Deadline { day: Some(day), .. } => Some(speech.date(day, false)),
            _ => None,
        };
        let rows = brief_rows(
            speech,
            terms,
            &one.brief(terms),
            day.as_deref(),
            Phrasing::Names,
        );
        let row = rows.into_iter().find(|row| !row.values.is_empty())?;
        let said = Rc::new(said(&one, setup));
        let on_edit = dispatching(state, Action::Edit);
        let on_click = Callback::from(move |()| {
            let said = Rc::clone(&said);
            on_edit.emit(Change::new(move |draft: &mut Draft| {
                draft.take(field, &said)
            }));
        });
        let choice = el("button", "").attr("type", "button").on_click(&on_click);
        Some(choice.text(row.values.join(", ")))
    });
    let place = Place::Start(Some(Blank {
        topic,
        reason: BlankReason::Chosen,
    }));
    let on_click = dispatching(state, Action::Go).reform(move |()| place);
    let say = button("", speech, "message.say", &on_click);
    el("div", "note calm query")
        .child(el("p", "").text(text))
        .child(el("div", "answers").children(choices).child(say))
}

/// Text of the message, with marked words.
fn marked(
    heard: &ClientMessage,
    read: &Findings,
    pointed: Option<usize>,
    on_value: &Callback<usize>,
) -> Element {
    let found = read.found.iter().map(|found| (found.from, found.to));
    let unclear = read.unclear.iter().map(|one| (one.from, one.to));
    let places: Vec<(usize, usize)> = found.chain(unclear).collect();
    let mut seen: Vec<usize> = Vec::new();
    let pieces = pieces(&heard.text, &places).into_iter();
    let marks = pieces.map(|piece| match piece.of {
        None => group().text(piece.text.to_owned()).content(),
        Some(index) if index >= read.found.len() => {
            el("mark", "unclear").text(piece.text.to_owned()).into()
        }
        Some(index) => {
            let is_first = !seen.contains(&index);
            seen.push(index);
            let number = index.to_string();
            let to_value = on_value.reform(move |()| index);
            let on_key = {
                let to_value = to_value.clone();
                Callback::from(move |event: Event| {
                    let event = event.unchecked_into::<KeyboardEvent>();
                    if matches!(&*event.key(), "Enter" | " ") {
                        event.prevent_default();
                        to_value.emit(());
                    }
                })
            };
            let class = if pointed == Some(index) {
                "found pointed"
            } else {
                "found"
            };
            el("mark", class)
                .maybe_attr("id", is_first.then(|| ["mark-", &number].concat()))
                .attr("role", "button")
                .attr("tabindex", if is_first { "0" } else { "-1" })
                .attr("aria-describedby", ["reading-", &number].concat())
                .on_click(&to_value)
                .on(ListenerKind::onkeydown, &on_key)
                .text(piece.text.to_owned())
                .into()
        }
    });
    let words = words().maybe_attr("lang", read.language.clone());
    marks.fold(words, Element::node)
}
