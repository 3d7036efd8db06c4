//! Wishes: one list of rows, the chosen ones before the shop's other services, and one field that
//! searches and accepts lists.

use super::ask::{ask_in_step, is_answered, is_change};
use super::fold::{Fold, use_folds};
use super::index::Index;
use super::paste::{Paste, PasteProps};
use super::props::StepProps;
use super::wish::{Rows, is_for, key_after_removal, other_key, row_of, service_key, wanted};
use super::wish_details::does_serve;
use crate::draft::{DraftWish, is_prose, lines};
use crate::engine::{Priority, Service, Topic};
use crate::i18n::speak;
use crate::shared::Shared;
use crate::widget::element::{Element, button, component, el, group};
use crate::widget::parts::icon;
use std::cell::RefCell;
use std::iter;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Services that are shown before the others are unfolded. Assumption: as many as are seen at a
/// glance.
const FIRST: usize = 6;

/// Number of wishes from which marking all of them as musts says too little. Assumption.
const SEVERAL: usize = 3;

/// Characters added to the field at once that count as pasted. Assumption: nobody types so fast.
const PASTED: usize = 25;

/// Id of the field.
const FIELD: &str = "wishes-search";

/// Place that the focus goes to.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    /// Field, for the next wish.
    Field,
    /// Size of the wish at an index, which was just added.
    Size(usize),
    /// List, after a pasted one was accepted.
    List,
    /// First of the rows that were hidden.
    Row(usize),
}

/// Asks for the wishes.
#[component]
pub fn WishesStep(props: &StepProps) -> Html {
    let StepProps { speech, draft, .. } = props;
    let typed = &props.search;
    let on_search = &props.on_search;
    let pasted = use_state(|| None::<Rc<str>>);
    let is_full = use_state(|| false);
    let opened = use_state(Vec::<String>::new);
    let said = use_state(String::new);
    let next = use_state(|| None::<(u32, Next)>);
    let order = use_mut_ref(Vec::<String>::new);
    let place = use_node_ref();
    let folds = use_folds();
    let index = use_memo((props.terms.clone(), speech.clone()), |_| Index::of(props));
    let additions = use_memo(
        props
            .evaluation
            .as_ref()
            .map(|evaluation| evaluation.brief.clone()),
        |_| props.additions(),
    );
    {
        let place = place.clone();
        use_effect_with(*next, move |next| {
            if let Some((_, next)) = next {
                go(&place, *next);
            }
        });
    }
    let on_next = {
        let next = next.clone();
        Callback::from(move |place| {
            let turn = next.map_or(0, |(turn, _)| turn + 1);
            next.set(Some((turn, place)));
        })
    };
    if let Some(text) = &*pasted {
        let (pasted, order) = (pasted.clone(), Rc::clone(&order));
        let on_search = on_search.clone();
        return component::<Paste>(PasteProps {
            step: props.clone(),
            text: Rc::clone(text),
            index: Shared::from(Rc::clone(&index)),
            on_done: Callback::from(move |()| {
                order.borrow_mut().clear();
                on_search.emit(String::new());
                pasted.set(None);
                on_next.emit(Next::List);
            }),
        });
    }

    // A service chosen by its name moves to the chosen ones, and the field is ready for the next.
    let on_chosen = {
        let (typed, on_next, order) = (typed.clone(), on_next.clone(), Rc::clone(&order));
        let on_search = on_search.clone();
        Callback::from(move |id: String| {
            if !typed.trim().is_empty() {
                let key = ["service ", &id].concat();
                order.borrow_mut().retain(|known| *known != key);
                on_search.emit(String::new());
                on_next.emit(Next::Field);
            }
        })
    };
    let add_own = {
        let (typed, said, opened) = (typed.clone(), said.clone(), opened.clone());
        let on_search = on_search.clone();
        let own = others(props).len();
        let added = speech.format("wishes.added", &[("name", typed.trim())]);
        let terms = props.terms.clone();
        let on_add =
            props.edit(move |draft, name: String| draft.add(&terms, DraftWish::own(&name)));
        let on_next = on_next.clone();
        Callback::from(move |next| {
            on_add.emit(typed.trim().to_owned());
            said.set(added.clone());
            on_search.emit(String::new());
            // Typing on answers the question about the size well enough.
            if next != Next::Field {
                opened.set(opened.iter().cloned().chain([other_key(own)]).collect());
            }
            on_next.emit(next);
        })
    };
    let on_removed = {
        let (opened, order) = (opened.clone(), Rc::clone(&order));
        Callback::from(move |removed| {
            let after = |keys: &[String]| -> Vec<String> {
                let keys = keys.iter();
                keys.filter_map(|key| key_after_removal(key, removed))
                    .collect()
            };
            opened.set(after(&opened));
            let order = &mut *order.borrow_mut();
            *order = after(order);
        })
    };
    let rows = Rows {
        step: props,
        on_removed: &on_removed,
        additions: &additions,
        opened: &opened,
        on_chosen: &on_chosen,
    };
    let sought = typed.trim();
    let (list, after) = if sought.is_empty() {
        let (list, hidden) = all(&rows, &order, *is_full);
        let shown = list.len();
        let on_more = {
            let (is_full, on_next) = (is_full.clone(), on_next.clone());
            Callback::from(move |()| {
                is_full.set(true);
                on_next.emit(Next::Row(shown));
            })
        };
        let more = (hidden > 0).then(|| {
            let words = speech.plural("wishes.more", hidden as f64, &[]);
            el("button", "quiet")
                .attr("type", "button")
                .on_click(&on_more)
                .text(words)
        });
        (list, more)
    } else {
        let mut found: Vec<&Service> = Vec::new();
        for service in index.found(props, sought) {
            let row = row_of(&props.terms, service);
            if found.iter().all(|known| known.id != row.id) {
                found.push(row);
            }
        }
        let list = found.into_iter().map(|service| rows.service(service));
        let list = list.collect();
        let listed = index.listed(props, sought);
        let whole = listed.unwrap_or_else(|| sought.to_owned());
        (list, Some(ways(props, whole, typed, &pasted, &add_own)))
    };
    let on_typed = {
        let (typed, pasted, add_own) = (typed.clone(), pasted.clone(), add_own.clone());
        let (props, index, said) = (props.clone(), Rc::clone(&index), said.clone());
        let on_search = on_search.clone();
        let on_chosen = on_chosen.clone();
        Callback::from(move |text: String| {
            // This much at once was pasted.
            let is_pasted = text.contains(['\n', '\t'])
                || text.chars().count() > typed.chars().count() + PASTED;
            if is_pasted && is_prose(&text) {
                on_search.emit(String::new());
                return props.on_message.emit(text);
            }
            if !text.contains(['\n', '\t']) {
                said.set(String::new());
                on_search.emit(text);
                return;
            }
            // A trailing line break is the Enter key, one between words a list.
            let text = text.trim();
            let listed = text.lines().count() == 1;
            let listed = listed.then(|| index.listed(&props, text)).flatten();
            if let Some(list) = listed {
                pasted.set(Some(list.into()));
            } else if lines(text).len() > 1 {
                pasted.set(Some(text.into()));
            } else if text.is_empty() {
                on_search.emit(String::new());
            } else if let Some(service) = index.meant(&props, text) {
                let row = row_of(&props.terms, service);
                let mut wishes = props.draft.wishes.iter();
                if !wishes.any(|wish| is_for(&props.terms, wish, row)) {
                    let terms = props.terms.clone();
                    let add = props.edit(move |draft, id: String| {
                        draft.add(&terms, DraftWish::service(&id));
                    });
                    add.emit(service.id.clone());
                }
                let name = speak::name(&props.speech, &service.label, &service.id);
                said.set(props.speech.format("wishes.added", &[("name", &name)]));
                on_chosen.emit(row.id.clone());
            } else if text == typed.trim() {
                add_own.emit(Next::Field);
            } else {
                on_search.emit(text.to_owned());
            }
        })
    };
    let list = el("ul", "wishes")
        .attr("tabindex", "-1")
        .attr("aria-label", speech.get("wishes.list"))
        .children(list);
    let mut fold = folds.fold("wishes");
    let (first, last) = existing(props, &mut fold);
    let is_must = |wish: &DraftWish| wish.priority == Priority::Must;
    let all_musts = draft.wishes.len() >= SEVERAL && draft.wishes.iter().all(is_must);
    let all_musts = all_musts.then(|| el("p", "note").message(speech, "wishes.all-musts"));
    group()
        .maybe_child(first)
        .child(
            el("div", "wishing")
                .node_ref(&place)
                .child(search_field(props, &on_typed))
                .child(list)
                .maybe_child(after)
                .child(status(&said)),
        )
        .maybe_child(all_musts)
        .maybe_child(last)
        .maybe_child(fold.closed(speech))
        .content()
}

/// Field to search, or to paste a list.
fn search_field(props: &StepProps, on_typed: &Callback<String>) -> Element {
    let words = props.speech.get("wishes.search");
    let label = el("label", "for-listeners")
        .attr("for", FIELD)
        .text(words.clone());
    // A single-line field would join the lines of a list.
    let area = el("textarea", "")
        .attr("id", FIELD)
        .attr("rows", "1")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("placeholder", words)
        .value(props.search.clone())
        .on_input(on_typed);
    el("div", "search").child(label).child(area).child(icon(
        "",
        "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5l5 5",
    ))
}

/// Announcement of the wish that was just added.
fn status(said: &str) -> Element {
    el("p", "for-listeners")
        .attr("role", "status")
        .text(said.to_owned())
}

/// Buttons to turn the typed text into something else: a wish in these words, or several. `list` is
/// the text, as a list if there are several wishes in it.
fn ways(
    props: &StepProps,
    list: String,
    typed: &str,
    pasted: &UseStateHandle<Option<Rc<str>>>,
    add_own: &Callback<Next>,
) -> Element {
    let speech = &props.speech;
    let text = typed.trim();
    let count = lines(&list).len();
    let several = (count > 1).then(|| {
        let pasted = pasted.clone();
        let on_click = Callback::from(move |()| pasted.set(Some(list.as_str().into())));
        el("button", "own")
            .attr("type", "button")
            .on_click(&on_click)
            .text(speech.plural("wishes.several", count as f64, &[]))
    });
    let message = is_prose(text).then(|| {
        let on_click = props.on_message.reform({
            let text = text.to_owned();
            move |()| text.clone()
        });
        button("own", speech, "message.read", &on_click)
    });
    let own = props.draft.wishes.len();
    let add = el("button", "own")
        .attr("type", "button")
        .on_click(&add_own.reform(move |()| Next::Size(own)))
        .text(speech.format("wishes.add", &[("name", text)]));
    el("div", "own-ways")
        .maybe_child(message)
        .maybe_child(several)
        .child(add)
}

/// Returns the rows of all wishes and of the shop's other services, and the number of hidden ones.
///
/// Each stays where it was first shown: no row moves away from under a finger. New ones are
/// appended to the chosen ones at the beginning.
fn all(rows: &Rows, order: &RefCell<Vec<String>>, is_full: bool) -> (Vec<Element>, usize) {
    let StepProps { terms, draft, .. } = rows.step;
    let others = others(rows.step);
    let is_chosen = |service: &Service| {
        let mut wishes = draft.wishes.iter();
        wishes.any(|wish| is_for(terms, wish, service))
    };
    let serves = |service: &Service| {
        let purpose = draft.purpose.as_ref();
        purpose.is_none_or(|purpose| does_serve(service, purpose))
    };
    let mut services: Vec<&Service> = Vec::with_capacity(terms.services.len());
    for rank in [(true, true), (true, false), (false, true), (false, false)] {
        let ranked = terms.services.iter();
        let ranked = ranked.filter(|service| row_of(terms, service).id == service.id);
        services.extend(ranked.filter(|service| (serves(service), service.usual) == rank));
    }
    let mut order = order.borrow_mut();
    let mut known: Vec<String> = services
        .iter()
        .map(|service| service_key(service))
        .collect();
    known.extend((0..others.len()).map(other_key));
    order.retain(|key| known.contains(key));
    let chosen = |key: &String| {
        let mut services = services.iter();
        match services.find(|service| service_key(service) == *key) {
            Some(service) => is_chosen(service),
            None => true,
        }
    };
    let leading = order.iter().take_while(|key| chosen(key)).count();
    let (new, behind): (Vec<String>, Vec<String>) = known
        .into_iter()
        .filter(|key| !order.contains(key))
        .partition(chosen);
    // In the order of the wishes.
    let wished = draft.wishes.iter().enumerate();
    let wished =
        wished.filter_map(
            |(index, wish)| match others.iter().position(|other| *other == index) {
                Some(place) => Some(other_key(place)),
                None => wanted(terms, wish).map(|service| service_key(row_of(terms, service))),
            },
        );
    let new: Vec<String> = wished.filter(|key| new.contains(key)).collect();
    order.splice(leading..leading, new);
    order.extend(behind);
    let mut shown = Vec::new();
    let (mut open, mut hidden) = (0, 0);
    for key in order.iter() {
        let service = services.iter().find(|service| service_key(service) == *key);
        if let Some(service) = service {
            let is_first = open < FIRST || is_full;
            open += usize::from(!is_chosen(service));
            if is_first || is_chosen(service) {
                shown.push(rows.service(service));
            } else {
                hidden += 1;
            }
        } else {
            let mut others = others.iter().enumerate();
            let other = others.find(|(place, _)| other_key(*place) == *key);
            let wish = other.and_then(|(at, index)| Some((at, *index, draft.wishes.get(*index)?)));
            shown.extend(wish.map(|(place, index, wish)| rows.other(place, index, wish)));
        }
    }
    (shown, hidden)
}

/// Returns the indices of the wishes that no service of the list covers: those in the client's own
/// words, and second wishes for the same service.
fn others(step: &StepProps) -> Vec<usize> {
    let (terms, wishes) = (&step.terms, &step.draft.wishes);
    let is_other = |index: &usize| {
        let service = wishes.get(*index).and_then(|wish| wanted(terms, wish));
        let row = service.map(|service| row_of(terms, service));
        let mut all = wishes.iter();
        let first = row.and_then(|row| all.position(|wish| is_for(terms, wish, row)));
        first != Some(*index)
    };
    (0..wishes.len()).filter(is_other).collect()
}

/// Moves the focus within the wishes.
fn go(place: &NodeRef, next: Next) {
    let Some(place) = place.cast::<web_sys::Element>() else {
        return;
    };
    let found = match next {
        Next::Field => place.query_selector("textarea"),
        Next::Size(index) => {
            let checked = format!("input[name=wish-{index}-size]:checked");
            place.query_selector(&checked)
        }
        Next::List => place.query_selector("ul"),
        Next::Row(row) => place.query_selector(&format!("li:nth-child({}) input", row + 1)),
    };
    if let Ok(Some(found)) = found {
        let _ = found.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// Question about the existing thing: at the beginning if the purpose is about it, otherwise behind
/// the list, where it moves nothing under somebody who types; folded unless a wish is about it.
fn existing(props: &StepProps, fold: &mut Fold) -> (Option<Element>, Option<Element>) {
    let StepProps { terms, draft, .. } = props;
    let is_open = is_change(terms, draft)
        || props.asked.contains(&Topic::Existing)
        || is_answered(Topic::Existing, draft);
    let question = fold.put("existing", is_open, ask_in_step(Topic::Existing, props));
    if terms.is_change(draft.purpose.as_deref(), iter::empty()) {
        (question, None)
    } else {
        (None, question)
    }
}
