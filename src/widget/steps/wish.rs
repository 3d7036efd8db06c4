//! Row of a wish: a checkbox, its name and note, its priority, and foldable details.

use super::props::StepProps;
use super::wish_details::{AT_HAND, details, priority, unit};
use crate::draft::{Draft, DraftWish, FieldProblem};
use crate::engine::{Brief, Priority, Service, Terms, Want, ballpark};
use crate::i18n::speak;
use crate::widget::additions::{self, wish_key};
use crate::widget::element::{Element, el};
use yew::prelude::*;

/// Beginning of the keys of other wishes.
const OTHER: &str = "wish ";

/// Rows of a list.
pub struct Rows<'a> {
    /// Properties of the step.
    pub step: &'a StepProps,
    /// Amount that each further service and each wish adds to the price, by its id or the key of its
    /// row, in words.
    pub additions: &'a [(String, String)],
    /// Keys of the rows whose details are unfolded.
    pub opened: &'a UseStateHandle<Vec<String>>,
    /// Called with the id of a service that was chosen.
    pub on_chosen: &'a Callback<String>,
    /// Called with the place of another wish that was removed, among those.
    pub on_removed: &'a Callback<usize>,
}

/// Returns the key of the row of a service.
pub fn service_key(service: &Service) -> String {
    ["service ", &service.id].concat()
}

/// Returns the key of the row of another wish, by its place among those. Wishes for services come
/// and go without changing it.
pub fn other_key(place: usize) -> String {
    [OTHER, &place.to_string()].concat()
}

/// Returns the key of the same row after another wish is removed, or `None` if it was its own.
pub fn key_after_removal(key: &str, removed: usize) -> Option<String> {
    let place = key.strip_prefix(OTHER);
    match place.and_then(|place| place.parse::<usize>().ok()) {
        Some(place) if place == removed => None,
        Some(place) if place > removed => Some(other_key(place - 1)),
        _ => Some(key.to_owned()),
    }
}

/// Returns the service whose row a service is in: itself, or the one that it is a size of.
pub fn row_of<'a>(terms: &'a Terms, service: &'a Service) -> &'a Service {
    let size_of = service.size_of.as_ref();
    size_of
        .and_then(|id| terms.service(id))
        .filter(|base| base.size_of.is_none())
        .unwrap_or(service)
}

/// Returns a service with the other sizes of it.
fn sizes<'a>(terms: &'a Terms, row: &Service) -> Vec<&'a Service> {
    let services = terms.services.iter();
    services
        .filter(|service| row_of(terms, service).id == row.id)
        .collect()
}

/// Returns the service that a wish is for, if the shop knows it.
pub fn wanted<'a>(terms: &'a Terms, wish: &DraftWish) -> Option<&'a Service> {
    match &wish.want {
        Want::Service { service } => terms.service(service),
        Want::Sized { .. } | Want::Estimated { .. } => None,
    }
}

/// Returns `true` if a wish is in the row of a service: for it, in any of its sizes.
pub fn is_for(terms: &Terms, wish: &DraftWish, service: &Service) -> bool {
    wanted(terms, wish).is_some_and(|wanted| row_of(terms, wanted).id == service.id)
}

impl Rows<'_> {
    /// Row of a service, chosen or not.
    pub fn service(&self, service: &Service) -> Element {
        let step = self.step;
        let mut wishes = step.draft.wishes.iter().enumerate();
        let wish = wishes.find(|(_, wish)| is_for(&step.terms, wish, service));
        let name = speak::name(&step.speech, &service.label, &service.id);
        // The choice of its size has its note.
        let has_size = wish.is_some() && sizes(&step.terms, service).len() > 1;
        let note = note(step, service).filter(|_| !has_size);
        let on_tick = {
            let (id, is_chosen) = (service.id.clone(), wish.is_some());
            let on_chosen = self.on_chosen.clone();
            let (terms, service) = (step.terms.clone(), service.clone());
            let toggle = step.edit(move |draft: &mut Draft, id: String| {
                if is_chosen {
                    draft.wishes.retain(|wish| !is_for(&terms, wish, &service));
                } else {
                    draft.add(&terms, DraftWish::service(&id));
                }
            });
            Callback::from(move |()| {
                toggle.emit(id.clone());
                if !is_chosen {
                    on_chosen.emit(id.clone());
                }
            })
        };
        let adds = match wish {
            // The choice of its size has its price.
            Some(_) if has_size => None,
            Some((index, _)) => self.adds(&wish_key(index)),
            None => self.adds(&service.id),
        };
        self.row(service_key(service), wish, (name, note, adds), on_tick)
    }

    /// Row of a wish that no service of the list covers, by its place among those and its index in
    /// the draft.
    pub fn other(&self, place: usize, index: usize, wish: &DraftWish) -> Element {
        let StepProps { terms, speech, .. } = self.step;
        let remove = self.step.edit(move |draft: &mut Draft, ()| {
            if index < draft.wishes.len() {
                draft.wishes.remove(index);
            }
        });
        let on_removed = self.on_removed.clone();
        let on_tick = Callback::from(move |()| {
            on_removed.emit(place);
            remove.emit(());
        });
        let size = match &wish.want {
            Want::Sized { size, .. } => Some(speech.get_for("size.{}", size.name())),
            Want::Estimated { hours, .. } => Some(speak::hours(speech, hours.likely)),
            Want::Service { .. } => None,
        };
        let name = speak::wish(speech, terms, &wish.want);
        let said = (name, size, self.adds(&wish_key(index)));
        self.row(other_key(place), Some((index, wish)), said, on_tick)
    }

    /// Returns the amount that the service or wish with this key adds to the price.
    fn adds(&self, key: &str) -> Option<String> {
        let mut additions = self.additions.iter();
        let adds = additions.find(|(id, _)| id == key);
        adds.map(|(_, words)| words.clone())
    }

    fn row(
        &self,
        key: String,
        wish: Option<(usize, &DraftWish)>,
        (name, note, adds): (String, Option<String>, Option<String>),
        on_tick: Callback<()>,
    ) -> Element {
        let speech = &self.step.speech;
        // Errors are always visible.
        let is_open = wish.is_some_and(|(index, _)| {
            self.opened.contains(&key)
                || self.step.problems.contains(&FieldProblem::Count(index))
                || self.step.problems.contains(&FieldProblem::Name(index))
        });
        let id = key.replace(' ', "-");
        let note_id = note.as_ref().map(|_| [&id, "-note"].concat());
        let tick = el("input", "")
            .attr("type", "checkbox")
            .attr("id", id.clone())
            .checked(wish.is_some())
            .on_change(&on_tick)
            .maybe_attr("aria-describedby", note_id.clone());
        let label = el("label", "wish-name")
            .attr("for", id)
            .child(tick)
            .child(el("span", "").text(name.clone()));
        let note = note_id.zip(note);
        let note = note.map(|(id, note)| el("span", "wish-note").attr("id", id).text(note));
        let row = |class| el("li", class).key(&*key).child(label);
        let adds = adds.map(|adds| el("span", "adds").attr("translate", "no").text(adds));
        let Some((index, wish)) = wish else {
            return row("wish").maybe_child(note).maybe_child(adds);
        };
        let said = said(self.step, wish).map(|said| el("span", "wish-said").text(said));
        let change = {
            let (opened, key) = (self.opened.clone(), key.clone());
            let on_click = Callback::from(move |()| {
                let mut now = (*opened).clone();
                if is_open {
                    now.retain(|known| *known != key);
                } else {
                    now.push(key.clone());
                }
                opened.set(now);
            });
            el("button", "quiet")
                .attr("type", "button")
                .attr("aria-expanded", if is_open { "true" } else { "false" })
                .attr(
                    "aria-label",
                    speech.format("wishes.change", &[("name", &name)]),
                )
                .on_click(&on_click)
                .message(speech, "wishes.change.short")
        };
        let size = size(self.step, index, wish, &name);
        let class = if size.is_some() {
            "wish chosen sized"
        } else {
            "wish chosen"
        };
        // In a narrow row the price takes the place of the note, which is among the details. Without
        // its size the price of an own wish would have no reason.
        let is_service = matches!(wish.want, Want::Service { .. });
        let line_class = if is_service && adds.is_some() && !is_open {
            "wish-line priced"
        } else {
            "wish-line"
        };
        let line = el("span", line_class)
            .maybe_child(note)
            .maybe_child(size)
            .maybe_child(said)
            .maybe_child(adds)
            .child(change);
        let at_hand = (!is_open).then(|| priority(self.step, index, wish, &AT_HAND, &name));
        let details = is_open.then(|| details(self.step, index, wish, &name));
        row(class)
            .child(line)
            .maybe_child(at_hand)
            .maybe_child(details)
    }
}

/// Returns the note of a service.
fn note(step: &StepProps, service: &Service) -> Option<String> {
    let note = service.label.note.as_ref();
    note.map(|note| step.speech.text(note).to_owned())
}

/// Choice of the size of a service that has several, labelled by the shop's notes, with the total
/// price of each.
fn size(step: &StepProps, index: usize, wish: &DraftWish, name: &str) -> Option<Element> {
    let StepProps { terms, speech, .. } = step;
    let wished = wanted(terms, wish)?;
    let sizes = sizes(terms, row_of(terms, wished));
    if sizes.len() < 2 {
        return None;
    }
    let options = sizes.into_iter().map(|service| {
        let said = note(step, service);
        let said = said.unwrap_or_else(|| speak::name(speech, &service.label, &service.id));
        let price = price(step, index, service);
        el("option", "")
            .attr("value", service.id.clone())
            .selected(service.id == wished.id)
            .text(
                [Some(said), price]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" · "),
            )
    });
    let on_select = step.edit(move |draft: &mut Draft, service| {
        if let Some(wish) = draft.wishes.get_mut(index) {
            wish.want = Want::Service { service };
        }
    });
    Some(
        el("select", "wish-size")
            .attr("aria-label", speech.format("paste.size", &[("name", name)]))
            .attr("translate", "no")
            .on_select(&on_select)
            .children(options),
    )
}

/// Returns the total price with a service as the wish at an index, in words.
fn price(step: &StepProps, index: usize, service: &Service) -> Option<String> {
    let mut brief = Brief::clone(&step.evaluation.as_ref()?.brief);
    brief.wishes.get_mut(index)?.want = Want::Service {
        service: service.id.clone(),
    };
    let price = ballpark(&brief, &step.terms).price;
    additions::price(&step.speech, &step.terms, price, brief.budget)
}

/// Returns the differences of a wish from the default: its count, and a low priority.
fn said(step: &StepProps, wish: &DraftWish) -> Option<String> {
    let speech = &step.speech;
    let count = (wish.count != "1" && !wish.count.is_empty()).then(|| match unit(step, wish) {
        Some(unit) => [unit, &wish.count].join(": "),
        None => ["×", &wish.count].join(" "),
    });
    let could = (wish.priority == Priority::Could).then(|| speech.get("priority.could"));
    let said: Vec<String> = count.into_iter().chain(could).collect();
    (!said.is_empty()).then(|| said.join(" · "))
}
