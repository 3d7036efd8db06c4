//! Confirmation of a pasted list: each line is a service of the shop, a wish in the client's own
//! words, or nothing.
//!
//! All lines become wishes at once, so that the answer updates and nothing is lost by going on; one
//! button takes them back.

use super::index::Index;
use super::props::StepProps;
use super::wish::{is_for, row_of};
use crate::config::limits::CHARACTERS;
use crate::draft::{Draft, DraftBudget, DraftWish, Line, lines, total};
use crate::engine::{Priority, Size, Terms, Want};
use crate::i18n::speak;
use crate::search::fold;
use crate::shared::Shared;
use crate::widget::element::{Element, button, el, focus};
use crate::widget::localized::typed;
use crate::widget::parts::{Choice, choice, icon, options, tick};
use crate::widget::state::Change;
use std::rc::Rc;
use yew::prelude::*;

/// Sizes to choose from at once; the unknown size is among the details of the wish.
const SIZES: [Size; 3] = [Size::Small, Size::Medium, Size::Large];

/// Properties of [`Paste`].
#[derive(Properties, Clone, PartialEq)]
pub struct PasteProps {
    /// Properties of the step.
    pub step: StepProps,
    /// List as it was pasted.
    pub text: Rc<str>,
    /// Services of the shop, to be searched.
    pub index: Shared<Index>,
    /// Called when the list is done.
    pub on_done: Callback<()>,
}

/// Line with its interpretation.
#[derive(Clone, PartialEq)]
struct LineReading {
    line: Line,
    /// `true` if it is wished for.
    is_taken: bool,
    /// Id of the service that it means, if any.
    service: Option<String>,
    /// Size, if it means no service.
    size: Size,
    /// Priority, if the list says which wishes are musts.
    priority: Option<Priority>,
}

/// Lines of a list, to be confirmed.
#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let PasteProps { step, on_done, .. } = props;
    let speech = &step.speech;
    // The other answers may be changed meanwhile, next to the list.
    let before = use_memo((), |()| step.draft.wishes.clone());
    let readings = use_state(|| read(props));
    let heading = use_node_ref();
    let wishes = taken(step, &before, &readings);
    // `true` once they are wishes.
    let is_wished = use_mut_ref(|| false);
    {
        let (heading, is_wished) = (heading.clone(), Rc::clone(&is_wished));
        let (on_edit, wishes) = (step.on_edit.clone(), wishes.clone());
        use_effect_with((), move |()| {
            is_wished.replace(true);
            on_edit.emit(wish_for(wishes));
            focus(&heading);
        });
    }
    {
        // After an undo or another change, the wishes are no longer those of the list.
        let is_other = *is_wished.borrow() && step.draft.wishes != wishes;
        let on_done = on_done.clone();
        use_effect_with(is_other, move |is_other| {
            if *is_other {
                on_done.emit(());
            }
        });
    }
    let known = readings.iter().filter(|reading| reading.service.is_some());
    let known = match known.count() {
        0 => speech.get("paste.none"),
        known => speech.plural("paste.known", known as f64, &[]),
    };
    let title = speech.plural("paste.read", readings.len() as f64, &[]);
    let title = el("h3", "")
        .attr("tabindex", "-1")
        .node_ref(&heading)
        .text([title, known].join(" "));
    let on_cancel = {
        let (on_edit, on_done) = (step.on_edit.clone(), on_done.clone());
        let before = Rc::clone(&before);
        Callback::from(move |()| {
            on_edit.emit(wish_for((*before).clone()));
            on_done.emit(());
        })
    };
    let ways = el("div", "paste-ways")
        .child(button("main", speech, "paste.use", on_done))
        .child(button("quiet", speech, "paste.cancel", &on_cancel));
    let budget = use_memo((), |()| step.draft.budget.clone());
    let sum = total(&props.text).map(|sum| sum_row(step, &budget, sum));
    let rows = readings.iter().enumerate();
    let rows = rows.map(|(index, reading)| {
        let change = {
            let (readings, step) = (readings.clone(), step.clone());
            let before = Rc::clone(&before);
            move |apply: fn(&mut LineReading, &str)| {
                let (readings, step) = (readings.clone(), step.clone());
                let before = Rc::clone(&before);
                Callback::from(move |value: AttrValue| {
                    let mut now = (*readings).clone();
                    if let Some(reading) = now.get_mut(index) {
                        apply(reading, &value);
                    }
                    let wishes = taken(&step, &before, &now);
                    readings.set(now);
                    step.on_edit.emit(wish_for(wishes));
                })
            }
        };
        row(step, index, reading, &change)
    });
    el("div", "paste")
        .child(title)
        .child(ways)
        .child(el("ul", "").children(rows).maybe_child(sum))
        .into()
}

/// Sum of the prices of a list, which may be the budget instead of the one `before`.
fn sum_row(step: &StepProps, before: &DraftBudget, sum: f64) -> Element {
    let StepProps { terms, speech, .. } = step;
    let amount = typed(speech, sum);
    let is_taken = step.draft.budget.amount == amount;
    let other = if is_taken {
        before.clone()
    } else {
        DraftBudget::default().typed(amount)
    };
    let on_tick = step.edit(move |draft: &mut Draft, ()| draft.budget = other.clone());
    let words = [
        ("name", speech.get("step.budget")),
        ("value", speech.money(sum, &terms.currency)),
    ];
    let words = words.each_ref().map(|(name, value)| (*name, &**value));
    let words = speech.format("letter.line", &words);
    el("li", "line").child(tick("line-text", is_taken, words, &on_tick))
}

/// Reads each line as the service that it means, or as a wish in the client's words.
fn read(
    PasteProps {
        step, text, index, ..
    }: &PasteProps,
) -> Vec<LineReading> {
    let lines = lines(text);
    let words = |keys: &[&str]| -> Vec<String> {
        let words = keys.iter().map(|key| step.speech.get(key));
        let words: Vec<String> = words.collect();
        let words = words.iter().flat_map(|words| words.split(','));
        words.map(fold).collect()
    };
    let musts = words(&["priority.must", "paste.must"]);
    let others = words(&["priority.should", "priority.could", "paste.others"]);
    let wont = words(&["paste.wont"]);
    let heads = words(&["paste.heads"]);
    let says = |line: &Line, words: &[String]| {
        let mut cells = line.others.iter().map(|cell| fold(cell));
        cells.any(|cell| words.contains(&cell))
    };
    let is_must = |line: &Line| says(line, &musts);
    let has_musts = lines.iter().any(is_must);
    let is_heading = match lines.as_slice() {
        [first, rows @ ..] => {
            let has_priority =
                |line: &Line| is_must(line) || says(line, &others) || says(line, &wont);
            // "Wish, Priority"
            let is_named = heads.contains(&fold(&first.text)) && says(first, &heads);
            !has_priority(first) && (is_named || has_musts && rows.iter().all(has_priority))
        }
        [] => false,
    };
    let reading = |line: Line| LineReading {
        priority: has_musts.then(|| match is_must(&line) {
            true => Priority::Must,
            false => Priority::Should,
        }),
        service: index
            .meant(step, &line.text)
            .map(|service| service.id.clone()),
        is_taken: !says(&line, &wont),
        size: Size::Medium,
        line,
    };
    let mut readings: Vec<LineReading> = lines.into_iter().map(reading).collect();
    if let Some(heading) = readings.first_mut().filter(|_| is_heading) {
        heading.is_taken = false;
    }
    readings
}

/// Change to these wishes.
fn wish_for(wishes: Vec<DraftWish>) -> Change<Draft> {
    Change::new(move |draft: &mut Draft| draft.wishes = wishes)
}

/// Returns the wishes with the accepted lines of a list.
fn taken(step: &StepProps, before: &[DraftWish], readings: &[LineReading]) -> Vec<DraftWish> {
    let mut draft = Draft {
        wishes: before.to_vec(),
        ..Draft::default()
    };
    for LineReading {
        line,
        service,
        size,
        priority,
        ..
    } in readings.iter().filter(|reading| reading.is_taken)
    {
        let Some(id) = service else {
            let name: String = line.whole.chars().take(CHARACTERS).collect();
            let mut wish = DraftWish::own(&name);
            if let Want::Sized { size: chosen, .. } = &mut wish.want {
                *chosen = *size;
            }
            add(&step.terms, &mut draft, wish, *priority);
            continue;
        };
        let terms = &step.terms;
        let row = terms.service(id).map(|service| row_of(terms, service));
        if row.is_some_and(|row| draft.wishes.iter().any(|wish| is_for(terms, wish, row))) {
            continue;
        }
        let mut wish = DraftWish::service(id);
        let is_counted = step
            .terms
            .service(id)
            .is_some_and(|service| service.unit.is_some());
        if is_counted {
            wish.count = line.count.to_string();
        }
        add(&step.terms, &mut draft, wish, *priority);
    }
    draft.wishes
}

/// Adds a wish with the priority in the list, or else with the usual one.
fn add(terms: &Terms, draft: &mut Draft, wish: DraftWish, priority: Option<Priority>) {
    match priority {
        Some(priority) => draft.wishes.push(DraftWish { priority, ..wish }),
        None => draft.add(terms, wish),
    }
}

/// Line with its interpretation. `change` makes a callback that changes it by a value.
fn row(
    step: &StepProps,
    index: usize,
    reading: &LineReading,
    change: &dyn Fn(fn(&mut LineReading, &str)) -> Callback<AttrValue>,
) -> Element {
    let StepProps { terms, speech, .. } = step;
    let LineReading {
        line,
        is_taken,
        service,
        size,
        ..
    } = reading;
    let on_tick = change(|reading, _| reading.is_taken = !reading.is_taken);
    let on_tick = on_tick.reform(|()| AttrValue::default());
    let tick = tick("line-text", *is_taken, line.whole.clone(), &on_tick);
    let made = is_taken.then(|| match service {
        Some(id) => {
            let name = speak::service(speech, terms, id);
            let on_not = change(|reading, _| reading.service = None);
            let on_not = on_not.reform(|()| AttrValue::default());
            let not = el("button", "quiet")
                .attr("type", "button")
                .attr("aria-label", speech.format("paste.not", &[("name", &name)]))
                .on_click(&on_not)
                .message(speech, "paste.not.short");
            el("p", "line-made")
                .child(icon("", "M4 12h15M13 6l6 6-6 6"))
                .child(el("span", "").text(name))
                .child(not)
        }
        None => choice(Choice {
            id: ["line-", &index.to_string()].concat(),
            legend: speech.format("paste.size", &[("name", &line.whole)]),
            quiet: true,
            options: options(speech, "size.{}.short", &SIZES.map(Size::name)),
            chosen: size.name().into(),
            on_select: change(|reading, id| {
                reading.size = Size::from_name(id).unwrap_or(reading.size);
            }),
            ..Choice::default()
        }),
    });
    let class = if *is_taken && service.is_some() {
        "line known"
    } else {
        "line"
    };
    el("li", class).key(index).child(tick).maybe_child(made)
}
