//! The step that asks: what do you want?

use super::StepProps;
use crate::draft::{DraftWish, FieldProblem};
use crate::engine::{Priority, Service, Size, Want};
use crate::i18n::speak;
use crate::widget::element::{Element, button, el, group};
use crate::widget::parts::{Choice, Field, choice, field, icon, options};
use yew::prelude::*;

/// More services than this can be searched.
const MANY: usize = 12;

/// Asks for the wishes: services to tap, then how many and how much each matters.
#[component]
pub fn WishesStep(props: &StepProps) -> Html {
    let speech = &props.speech;
    let wishes = &props.draft.wishes;
    let search = use_state(String::new);
    let on_search = {
        let search = search.clone();
        Callback::from(move |typed| search.set(typed))
    };
    let sought = speech.lower(search.trim());
    let found = |service: &&Service| {
        let note = service.label.note.as_ref();
        let note = note.map_or("", |note| speech.text(note));
        let name = speak::name(speech, &service.label, &service.id);
        sought.is_empty() || speech.lower(&[&name, note].join(" ")).contains(&sought)
    };
    let found: Vec<&Service> = props.terms.services.iter().filter(found).collect();
    let none_found = found.is_empty();
    let chips = found.into_iter().map(|service| {
        let is_it = |wish: &DraftWish| matches!(&wish.want, Want::Service { service: id } if *id == service.id);
        let chosen = wishes.iter().any(is_it);
        let on_click = toggle(props, &service.id);
        let chip = el("button", "chip")
            .attr("type", "button")
            .attr("aria-pressed", if chosen { "true" } else { "false" })
            .on_click(&on_click)
            .text(speak::name(speech, &service.label, &service.id));
        el("li", "").key(&*service.id).child(chip)
    });
    let add_own = props.edit(|draft, ()| draft.wishes.push(DraftWish::own()));
    let own = button("chip own", speech, "wishes.own", &add_own);
    let all_musts = wishes.len() > 2 && wishes.iter().all(|wish| wish.priority == Priority::Must);
    let search_field = (props.terms.services.len() > MANY).then(|| {
        field(Field {
            id: "wishes-search".to_owned(),
            label: speech.say("wishes.search"),
            value: (*search).clone(),
            on_input: on_search,
            ..Field::default()
        })
    });
    let cards = (!wishes.is_empty()).then(|| {
        let wishes = wishes.iter().enumerate();
        el("ol", "wishes")
            .attr("aria-label", speech.say("wishes.yours"))
            .children(wishes.map(|(index, wish)| card(props, index, wish)))
    });
    group()
        .maybe_child(search_field)
        .maybe_child(none_found.then(|| el("p", "hint").message(speech, "wishes.not-found")))
        .child(
            el("ul", "chips")
                .attr("aria-label", speech.say("wishes.services"))
                .children(chips)
                .child(el("li", "").child(own)),
        )
        .maybe_child(cards)
        .maybe_child(all_musts.then(|| el("p", "note").message(speech, "wishes.all-musts")))
        .content()
}

/// Wishes for a service, or not any more.
fn toggle(props: &StepProps, service: &str) -> Callback<()> {
    let service = service.to_owned();
    props.edit(move |draft, ()| {
        let is_it = |wish: &DraftWish| matches!(&wish.want, Want::Service { service: id } if *id == service);
        if draft.wishes.iter().any(is_it) {
            draft.wishes.retain(|wish| !is_it(wish));
        } else {
            draft.wishes.push(DraftWish::service(&service));
        }
    })
}

/// One wish: what it is called, how much it matters, how many of it.
fn card(step: &StepProps, index: usize, wish: &DraftWish) -> Element {
    let speech = &step.speech;
    let id = |part: &str| ["wish-", &index.to_string(), part].concat();
    let remove = step.edit(move |draft, ()| {
        if index < draft.wishes.len() {
            draft.wishes.remove(index);
        }
    });
    let name = speak::wish(speech, &step.terms, &wish.want);
    let remove = el("button", "remove")
        .attr("type", "button")
        .on_click(&remove)
        .attr(
            "aria-label",
            speech.with("wishes.remove", &[("name", &name)]),
        )
        .child(icon("", "M6 6l12 12M18 6L6 18"));
    let own_name = match &wish.want {
        Want::Service { .. } => None,
        Want::Sized { name, .. } | Want::Estimated { name, .. } => Some(field(Field {
            id: id("-name"),
            label: speech.say("wishes.own-name"),
            value: name.clone(),
            problem: step.problem(FieldProblem::Name(index), "problem.name"),
            on_input: change(step, index, |wish, typed| match &mut wish.want {
                Want::Sized { name, .. } | Want::Estimated { name, .. } => *name = typed,
                Want::Service { .. } => {}
            }),
            ..Field::default()
        })),
    };
    let own_size = match &wish.want {
        Want::Service { .. } | Want::Estimated { .. } => None,
        Want::Sized { size, .. } => Some(choice(Choice {
            id: id("-size"),
            legend: speech.say("wishes.own-size"),
            options: options(speech, "size.{}", &Size::NAMES),
            chosen: size.name().into(),
            on_select: choose(step, index, |wish, id| {
                let size = Size::from_name(id);
                if let (Some(chosen), Want::Sized { size, .. }) = (size, &mut wish.want) {
                    *size = chosen;
                }
            }),
            ..Choice::default()
        })),
    };
    let priority = choice(Choice {
        id: id("-priority"),
        legend: speech.say("wishes.priority"),
        options: options(speech, "priority.{}", &Priority::NAMES),
        chosen: wish.priority.name().into(),
        on_select: choose(step, index, |wish, id| {
            let priority = Priority::from_name(id);
            wish.priority = priority.unwrap_or(wish.priority);
        }),
        ..Choice::default()
    });
    let count = field(Field {
        id: id("-count"),
        label: speech.say("wishes.count"),
        value: wish.count.clone(),
        numeric: true,
        problem: step.problem(FieldProblem::Count(index), "problem.count"),
        on_input: change(step, index, |wish, typed| wish.count = typed),
        ..Field::default()
    });
    let serves = step.draft.purpose.as_ref().map(|purpose| {
        let serves = wish
            .serves_purpose
            .unwrap_or_else(|| serves(step, wish, purpose));
        choice(Choice {
            id: id("-serves"),
            legend: speech.say("wishes.serves"),
            options: options(speech, "answer.{}", &["yes", "no"]),
            chosen: if serves { "yes" } else { "no" }.into(),
            on_select: choose(step, index, |wish, id| {
                wish.serves_purpose = Some(id == "yes")
            }),
            ..Choice::default()
        })
    });
    let head = el("div", "wish-head")
        .child(el("h3", "").text(name))
        .child(remove);
    let answers = el("div", "wish-answers")
        .child(priority)
        .child(count)
        .maybe_child(serves);
    el("li", "wish")
        .key(index)
        .child(head)
        .maybe_child(own_name)
        .maybe_child(own_size)
        .child(answers)
}

/// Whether a wish serves a purpose, by what the shop says of it.
fn serves(step: &StepProps, wish: &DraftWish, purpose: &String) -> bool {
    match &wish.want {
        Want::Service { service } => {
            let serves = step
                .terms
                .service(service)
                .and_then(|service| service.serves.as_ref());
            serves.is_none_or(|serves| serves.contains(purpose))
        }
        Want::Sized { .. } | Want::Estimated { .. } => true,
    }
}

/// A callback that changes a wish to what was typed.
fn change(step: &StepProps, index: usize, apply: fn(&mut DraftWish, String)) -> Callback<String> {
    step.edit(move |draft, typed: String| {
        if let Some(wish) = draft.wishes.get_mut(index) {
            apply(wish, typed);
        }
    })
}

/// A callback that changes a wish to what was chosen.
fn choose(step: &StepProps, index: usize, apply: fn(&mut DraftWish, &str)) -> Callback<AttrValue> {
    step.edit(move |draft, id: AttrValue| {
        if let Some(wish) = draft.wishes.get_mut(index) {
            apply(wish, &id);
        }
    })
}
