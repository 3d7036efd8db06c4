//! Row of a wish: a checkbox, its name and note, its priority, and foldable details.

use super::props::StepProps;
use crate::draft::{Draft, DraftWish, FieldProblem};
use crate::engine::bounds::{MOST_MONEY, MOST_WEEKS};
use crate::engine::{Brief, Costs, Priority, Service, Size, Terms, Want, ballpark};
use crate::i18n::speak;
use crate::widget::additions::{self, wish_key};
use crate::widget::element::{Element, component, el};
use crate::widget::parts::{
    Choice, InputField, NumberField, NumberFieldProps, choice, field, options,
};
use crate::widget::setup::Audience;
use yew::prelude::*;

/// Priorities that a row has at hand; all of them are among its details.
const AT_HAND: [Priority; 2] = [Priority::Must, Priority::Should];

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
                    draft.add(DraftWish::service(&id));
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
        // In a narrow row the price takes the place of the note, which is among the details.
        let line_class = if adds.is_some() && !is_open {
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
    let mut brief = Brief::clone(&step.ahead.as_ref()?.evaluation.brief);
    brief.wishes.get_mut(index)?.want = Want::Service {
        service: service.id.clone(),
    };
    let (price, _) = ballpark(&brief, &step.terms);
    additions::price(&step.speech, &step.terms, price)
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

/// Returns the unit in which the service of a wish is counted, if any.
fn unit<'a>(step: &'a StepProps, wish: &DraftWish) -> Option<&'a str> {
    match &wish.want {
        Want::Service { service } => {
            let unit = step.terms.service(service)?.unit.as_ref()?;
            Some(step.speech.text(unit))
        }
        Want::Sized { .. } | Want::Estimated { .. } => None,
    }
}

/// Details of the wish at an index.
fn details(step: &StepProps, index: usize, wish: &DraftWish, name: &str) -> Element {
    el("div", "wish-details")
        .maybe_child(own_name(step, index, wish))
        .maybe_child(own_size(step, index, wish))
        .maybe_child(count(step, index, wish))
        .child(priority(step, index, wish, &Priority::ALL, name))
        .maybe_child(purpose(step, index, wish))
        .maybe_child(like(step, index, wish))
        .maybe_child(lasts(step, index, wish))
        .maybe_child(costs(step, index, wish))
}

/// Returns the id of a part of a wish, to which errors link.
fn id(index: usize, part: &str) -> String {
    ["wish-", &index.to_string(), part].concat()
}

/// Name of a wish that is not for a service.
fn own_name(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    let name = match &wish.want {
        Want::Service { .. } => return None,
        Want::Sized { name, .. } | Want::Estimated { name, .. } => name,
    };
    Some(field(InputField {
        id: id(index, "-name"),
        label: step.speech.get("wishes.own-name"),
        value: name.clone(),
        problem: step.problem(FieldProblem::Name(index), "problem.name"),
        on_input: on_input(step, index, |wish, typed| match &mut wish.want {
            Want::Sized { name, .. } | Want::Estimated { name, .. } => *name = typed,
            Want::Service { .. } => {}
        }),
        ..InputField::default()
    }))
}

/// Size of a wish that is neither for a service nor estimated.
fn own_size(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    let Want::Sized { size, .. } = &wish.want else {
        return None;
    };
    let speech = &step.speech;
    Some(choice(Choice {
        id: id(index, "-size"),
        legend: speech.get("wishes.own-size"),
        options: options(speech, "size.{}", &Size::NAMES),
        chosen: size.name().into(),
        on_select: on_select(step, index, |wish, id| {
            let size = Size::from_name(id);
            if let (Some(chosen), Want::Sized { size, .. }) = (size, &mut wish.want) {
                *size = chosen;
            }
        }),
        ..Choice::default()
    }))
}

/// Priority of the wish, one of some.
fn priority(
    step: &StepProps,
    index: usize,
    wish: &DraftWish,
    some: &[Priority],
    name: &str,
) -> Element {
    let speech = &step.speech;
    let names: Vec<&'static str> = some.iter().map(|priority| priority.name()).collect();
    choice(Choice {
        id: id(index, "-priority"),
        legend: speech.format("wishes.matters", &[("name", name)]),
        quiet: some.len() == AT_HAND.len(),
        options: options(speech, "priority.{}", &names),
        chosen: wish.priority.name().into(),
        on_select: on_select(step, index, |wish, id| {
            wish.priority = Priority::from_name(id).unwrap_or(wish.priority);
        }),
        ..Choice::default()
    })
}

/// Count of the wish, if it is counted or has an answer.
fn count(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    let unit = unit(step, wish);
    if unit.is_none() && wish.count == "1" {
        return None;
    }
    Some(field(InputField {
        id: id(index, "-count"),
        label: step.speech.get("wishes.count"),
        value: wish.count.clone(),
        suffix: unit.unwrap_or_default().to_owned(),
        numeric: true,
        problem: step.problem(FieldProblem::Count(index), "problem.count"),
        on_input: on_input(step, index, |wish, typed| wish.count = typed),
        ..InputField::default()
    }))
}

/// Checkbox for serving the purpose, if there is one.
fn purpose(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    let purpose = step.draft.purpose.as_ref()?;
    let speech = &step.speech;
    let serves = wish
        .serves_purpose
        .unwrap_or_else(|| serves(step, wish, purpose));
    Some(choice(Choice {
        id: id(index, "-serves"),
        legend: speech.get("wishes.serves"),
        options: options(speech, "answer.{}", &["yes", "no"]),
        chosen: if serves { "yes" } else { "no" }.into(),
        on_select: on_select(step, index, |wish, id| {
            wish.serves_purpose = Some(id == "yes");
        }),
        ..Choice::default()
    }))
}

/// Model for a wish of the visitor's own.
fn like(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    if matches!(wish.want, Want::Service { .. }) && wish.like.is_empty() {
        return None;
    }
    Some(field(InputField {
        id: id(index, "-like"),
        label: step.speech.get("wishes.like"),
        value: wish.like.clone(),
        on_input: on_input(step, index, |wish, typed| wish.like = typed),
        ..InputField::default()
    }))
}

/// Least duration of a wish, as the shop knows it.
fn lasts(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    if step.audience == Audience::Visitor && wish.least_weeks.is_none() {
        return None;
    }
    let lasts = NumberFieldProps {
        problem: step.speech.get("problem.weeks"),
        range: 0.0..=MOST_WEEKS,
        on_change: on_change(step, index, |wish, weeks| wish.least_weeks = weeks),
        ..number(
            step,
            index,
            "-weeks",
            "wishes.least-weeks",
            wish.least_weeks,
        )
    };
    Some(el("div", "").node(component::<NumberField>(lasts)))
}

/// Third-party charges for a wish, as the shop knows them.
fn costs(step: &StepProps, index: usize, wish: &DraftWish) -> Option<Element> {
    if step.audience == Audience::Visitor && wish.costs.is_none() {
        return None;
    }
    let once = wish.costs.map(|costs| costs.once);
    let monthly = wish.costs.map(|costs| costs.monthly);
    let once = NumberFieldProps {
        on_change: on_change(step, index, |wish, once| {
            charge(wish, once, |costs| &mut costs.once)
        }),
        ..number(step, index, "-once", "wishes.costs.once", once)
    };
    let monthly = NumberFieldProps {
        on_change: on_change(step, index, |wish, monthly| {
            charge(wish, monthly, |costs| &mut costs.monthly);
        }),
        ..number(step, index, "-monthly", "wishes.costs.monthly", monthly)
    };
    Some(
        el("div", "")
            .node(component::<NumberField>(once))
            .node(component::<NumberField>(monthly)),
    )
}

/// Writes a part of the third-party charges into a wish. Two zeros count as no answer.
fn charge(wish: &mut DraftWish, value: Option<f64>, place: fn(&mut Costs) -> &mut f64) {
    let mut costs = wish.costs.unwrap_or_default();
    *place(&mut costs) = value.unwrap_or_default();
    wish.costs = (costs != Costs::default()).then_some(costs);
}

/// Field for an amount of money, without its callback. A zero counts as empty.
fn number(
    step: &StepProps,
    index: usize,
    part: &str,
    key: &str,
    value: Option<f64>,
) -> NumberFieldProps {
    let currency = [("currency", step.terms.currency.as_str())];
    NumberFieldProps {
        speech: step.speech.clone(),
        language: step.language.clone(),
        terms: step.terms.clone(),
        id: id(index, part),
        label: step.speech.format(key, &currency),
        suffix: String::new(),
        value: value.filter(|value| *value > 0.0),
        range: 0.0..=MOST_MONEY,
        problem: step.speech.get("problem.amount"),
        on_change: Callback::noop(),
    }
}

/// Returns `true` if a wish serves a purpose by the terms of the shop.
fn serves(step: &StepProps, wish: &DraftWish, purpose: &str) -> bool {
    match &wish.want {
        Want::Service { service } => {
            let service = step.terms.service(service);
            service.is_none_or(|service| does_serve(service, purpose))
        }
        Want::Sized { .. } | Want::Estimated { .. } => true,
    }
}

/// Returns `true` if a service serves a purpose.
pub fn does_serve(service: &Service, purpose: &str) -> bool {
    let serves = service.serves.as_ref();
    serves.is_none_or(|serves| serves.iter().any(|served| served == purpose))
}

/// Callback that changes the wish at an index by the text of a field.
fn on_input(step: &StepProps, index: usize, apply: fn(&mut DraftWish, String)) -> Callback<String> {
    step.edit(move |draft, typed: String| {
        if let Some(wish) = draft.wishes.get_mut(index) {
            apply(wish, typed);
        }
    })
}

/// Callback that changes the wish at an index by the number of a field.
fn on_change(
    step: &StepProps,
    index: usize,
    apply: fn(&mut DraftWish, Option<f64>),
) -> Callback<Option<f64>> {
    step.edit(move |draft, value: Option<f64>| {
        if let Some(wish) = draft.wishes.get_mut(index) {
            apply(wish, value);
        }
    })
}

/// Callback that changes the wish at an index by the value of a choice.
fn on_select(
    step: &StepProps,
    index: usize,
    apply: fn(&mut DraftWish, &str),
) -> Callback<AttrValue> {
    step.edit(move |draft, id: AttrValue| {
        if let Some(wish) = draft.wishes.get_mut(index) {
            apply(wish, &id);
        }
    })
}
