//! Step about wishes: services to tap, and a card for each wish.

use super::ask::{ask_in_step, is_answered};
use super::more::use_folds;
use super::props::StepProps;
use super::wish::card;
use crate::draft::DraftWish;
use crate::engine::{Priority, Service, Topic, Want};
use crate::i18n::speak;
use crate::widget::element::{Element, button, el, group};
use crate::widget::parts::{InputField, field};
use yew::prelude::*;

/// Number of services from which on they can be searched. Assumption: as many as are seen at a glance.
const MANY: usize = 12;

/// Wishes from which on it says too little that all of them are musts. Assumption.
const SEVERAL: usize = 3;

/// Asks for the wishes: services to tap, then how many of each and how much it matters.
#[component]
pub fn WishesStep(props: &StepProps) -> Html {
    let speech = &props.speech;
    let wishes = &props.draft.wishes;
    let search = use_state(String::new);
    let folds = use_folds();
    let mut fold = folds.fold("wishes");
    let changes = changes(props);
    let existing = fold.put(
        "existing",
        changes
            || props.asked.contains(&Topic::Existing)
            || is_answered(Topic::Existing, &props.draft),
        ask_in_step(Topic::Existing, props),
    );
    let (first, last) = if changes {
        (existing, None)
    } else {
        (None, existing)
    };
    let search_field = (props.terms.services.len() > MANY).then(|| {
        let search = search.clone();
        field(InputField {
            id: "wishes-search".to_owned(),
            label: speech.say("wishes.search"),
            value: (*search).clone(),
            on_input: Callback::from(move |typed| search.set(typed)),
            ..InputField::default()
        })
    });
    let found = found(props, &search);
    let not_found = found
        .is_empty()
        .then(|| el("p", "hint").message(speech, "wishes.not-found"));
    let on_own = props.edit(|draft, ()| draft.wishes.push(DraftWish::own()));
    let own = button("chip own", speech, "wishes.own", &on_own);
    let chips = found.into_iter().map(|service| chip(props, service));
    let chips = el("ul", "chips")
        .attr("aria-label", speech.say("wishes.services"))
        .children(chips)
        .child(el("li", "").child(own));
    let cards = (!wishes.is_empty()).then(|| {
        let wishes = wishes.iter().enumerate();
        el("ol", "wishes")
            .attr("aria-label", speech.say("wishes.yours"))
            .children(wishes.map(|(index, wish)| card(props, &folds, index, wish)))
    });
    let is_must = |wish: &DraftWish| wish.priority == Priority::Must;
    let all_musts = wishes.len() >= SEVERAL && wishes.iter().all(is_must);
    group()
        .maybe_child(first)
        .maybe_child(search_field)
        .maybe_child(not_found)
        .child(chips)
        .maybe_child(cards)
        .maybe_child(all_musts.then(|| el("p", "note").message(speech, "wishes.all-musts")))
        .maybe_child(last)
        .maybe_child(fold.closed(speech))
        .content()
}

/// Returns `true` if the purpose or a wished service is about something that is there already.
fn changes(props: &StepProps) -> bool {
    let StepProps { terms, draft, .. } = props;
    let purpose = |id: &String| {
        let mut purposes = terms.purposes.iter();
        purposes.any(|purpose| purpose.id == *id && purpose.changes)
    };
    let wish = |wish: &DraftWish| match &wish.want {
        Want::Service { service } => terms.service(service).is_some_and(|known| known.changes),
        Want::Sized { .. } | Want::Estimated { .. } => false,
    };
    draft.purpose.as_ref().is_some_and(purpose) || draft.wishes.iter().any(wish)
}

/// Returns the services whose name or note contains a text.
fn found<'a>(props: &'a StepProps, search: &str) -> Vec<&'a Service> {
    let speech = &props.speech;
    let sought = speech.lower(search.trim());
    let is_found = |service: &&Service| {
        let note = service.label.note.as_ref();
        let note = note.map_or("", |note| speech.text(note));
        let name = speak::name(speech, &service.label, &service.id);
        sought.is_empty() || speech.lower(&[&name, note].join(" ")).contains(&sought)
    };
    props.terms.services.iter().filter(is_found).collect()
}

/// Button that adds or removes the wish for a service.
fn chip(props: &StepProps, service: &Service) -> Element {
    let mut wishes = props.draft.wishes.iter();
    let chosen = wishes.any(|wish| is_for(wish, &service.id));
    let on_click = {
        let id = service.id.clone();
        props.edit(move |draft, ()| {
            if draft.wishes.iter().any(|wish| is_for(wish, &id)) {
                draft.wishes.retain(|wish| !is_for(wish, &id));
            } else {
                draft.wishes.push(DraftWish::service(&id));
            }
        })
    };
    let chip = el("button", "chip")
        .attr("type", "button")
        .attr("aria-pressed", if chosen { "true" } else { "false" })
        .on_click(&on_click)
        .text(speak::name(&props.speech, &service.label, &service.id));
    el("li", "").key(&*service.id).child(chip)
}

/// Returns `true` if a wish is for a service.
fn is_for(wish: &DraftWish, service: &str) -> bool {
    matches!(&wish.want, Want::Service { service: id } if id == service)
}
