//! The workbench: where the work begins, the form with the calculator beside it, and the way out.

use super::fields::{Field, LISTS, List, PARTS, Part, STOPS};
use super::form::{Examples, FormField, ListOf, Things};
use super::ready::Ready;
use super::take_away::TakeAway;
use crate::desk::parts::Preview;
use crate::desk::sheet::{self, Sheet};
use crate::host::browser;
use crate::i18n::Speech;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// The configurator.
#[derive(Properties, Clone, PartialEq)]
pub struct ConfiguratorProps {
    /// What is worked on.
    pub sheet: Sheet,
    /// The last configuration without a problem.
    pub good: Rc<Value>,
    /// What was worked on before everything was exchanged.
    pub before: Option<Rc<Value>>,
}

/// The part of the form that is shown.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Part(&'static Part),
    List(&'static List),
    Stops,
    Examples,
}

impl PartialEq for Part {
    fn eq(&self, other: &Part) -> bool {
        self.id == other.id
    }
}

impl PartialEq for List {
    fn eq(&self, other: &List) -> bool {
        self.id == other.id
    }
}

impl Shown {
    /// Every part, in the order in which they are worked through.
    const ALL: [Shown; 10] = [
        Shown::Part(&PARTS[0]),
        Shown::Part(&PARTS[1]),
        Shown::Part(&PARTS[2]),
        Shown::List(&LISTS[0]),
        Shown::List(&LISTS[1]),
        Shown::Part(&PARTS[3]),
        Shown::List(&LISTS[2]),
        Shown::Stops,
        Shown::List(&LISTS[3]),
        Shown::Examples,
    ];

    fn id(self) -> &'static str {
        match self {
            Shown::Part(part) => part.id,
            Shown::List(list) => list.id,
            Shown::Stops => "stops",
            Shown::Examples => "examples",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Shown::Part(part) => part.title,
            Shown::List(list) => list.title,
            Shown::Stops => "part.stops",
            Shown::Examples => "part.examples",
        }
    }

    fn lead(self) -> &'static str {
        match self {
            Shown::Part(part) => part.lead,
            Shown::List(list) => list.lead,
            Shown::Stops => "part.stops.lead",
            Shown::Examples => "part.examples.lead",
        }
    }

    /// Whether this is where something at a pointer is worked on.
    fn holds(self, pointer: &str) -> bool {
        let below = |at: &str| {
            let rest = pointer.strip_prefix(at);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        match self {
            Shown::Part(part) => part
                .fields
                .iter()
                .chain(part.more)
                .any(|field| below(field.at)),
            Shown::List(list) => below(list.at),
            Shown::Stops => below(STOPS.at),
            Shown::Examples => below("/examples"),
        }
    }
}

/// The configurator.
#[component]
pub fn Configurator(props: &ConfiguratorProps) -> Html {
    let ConfiguratorProps {
        sheet,
        good,
        before,
    } = props;
    let speech = &sheet.speech;
    let shown = use_state(|| Shown::ALL[0]);
    // Who goes on at the end of a part begins at the head of the next.
    let went_on = use_mut_ref(|| false);
    {
        let went_on = went_on.clone();
        use_effect_with(*shown, move |_| {
            if went_on.replace(false) {
                browser::focus("part-title");
            }
        });
    }
    let brief = use_state(|| None::<String>);
    let owner = use_state(|| false);
    let floor = use_state(|| false);

    let config = if *owner {
        (**good).clone()
    } else {
        sheet::public(good, *floor)
    };
    let text = use_memo((good.clone(), *owner, *floor), |_| config.to_string());
    let on_brief = {
        let brief = brief.clone();
        Callback::from(move |text| brief.set(Some(text)))
    };
    let audience = |value: &'static str, key: &str, is_owner: bool| {
        let (on, owner) = (*owner == is_owner, owner.clone());
        let onchange = Callback::from(move |_: Event| owner.set(is_owner));
        html! {
            <label class="option">
                <input type="radio" name="preview-audience" {value} checked={on} {onchange} />
                <span>{ speech.say(key) }</span>
            </label>
        }
    };
    html! {
        <div>
            <Ready sheet={sheet.clone()} before={before.clone()} />
            <div class="bench">
                <div>
                    <nav aria-label={speech.say("form.parts")}>
                        <ul class="parts">
                            { for Shown::ALL.map(|part| pill(sheet, part, *shown, &shown)) }
                        </ul>
                    </nav>
                    <Unplaced sheet={sheet.clone()} />
                    <section class="part" aria-labelledby="part-title" key={shown.id()}>
                        <div class="row">
                            <h3 id="part-title" tabindex="-1">{ speech.say(shown.title()) }</h3>
                            <span class="tag">{ speech.say("form.public") }</span>
                        </div>
                        <p class="hint">{ speech.say(shown.lead()) }</p>
                        { body(sheet, *shown, brief.as_deref()) }
                        { next(speech, *shown, Callback::from({ let shown = shown.clone(); move |part| {
                            went_on.replace(true);
                            shown.set(part);
                        } })) }
                    </section>
                </div>
                <aside class="beside" aria-label={speech.say("preview.title")}>
                    <div class="row between">
                        <p class="hint" role="status">{ state(sheet) }</p>
                        <fieldset class="options">
                            <legend class="for-listeners">{ speech.say("preview.audience") }</legend>
                            { audience("visitor", "preview.visitor", false) }
                            { audience("shop", "preview.shop", true) }
                        </fieldset>
                    </div>
                    <Preview
                        id="preview" config={(*text).clone()} audience={if *owner { "shop" } else { "visitor" }}
                        {on_brief} waiting={speech.say("preview.waiting")}
                    />
                </aside>
            </div>
            <TakeAway sheet={sheet.clone()} floor={*floor} on_floor={Callback::from(move |on| floor.set(on))} />
        </div>
    }
}

/// How many things are to be mended, in words.
pub fn state(sheet: &Sheet) -> String {
    match sheet.problems.len() {
        0 => sheet.speech.say("state.good"),
        n => sheet.speech.count("state.problems", n as f64, &[]),
    }
}

fn pill(sheet: &Sheet, part: Shown, on: Shown, shown: &UseStateHandle<Shown>) -> Html {
    let problems = sheet
        .problems
        .iter()
        .filter(|problem| part.holds(&problem.at))
        .count();
    let shown = shown.clone();
    let onclick = Callback::from(move |_: MouseEvent| shown.set(part));
    html! {
        <li key={part.id()}>
            <button type="button" class="pill" aria-current={(part == on).then_some("true")} {onclick}>
                { sheet.speech.say(part.title()) }
                if problems > 0 {
                    <span class="count">
                        { problems }<span class="for-listeners">{ " " }{ sheet.speech.say("state.to-mend") }</span>
                    </span>
                }
            </button>
        </li>
    }
}

fn next(speech: &Speech, shown: Shown, on_go: Callback<Shown>) -> Html {
    let at = Shown::ALL.iter().position(|part| *part == shown);
    let Some(next) = at.and_then(|at| Shown::ALL.get(at + 1).copied()) else {
        return Html::default();
    };
    let onclick = on_go.reform(move |_: MouseEvent| next);
    html! {
        <p class="next">
            <button type="button" {onclick}>{ speech.with("form.next", &[("part", &speech.say(next.title()))]) }</button>
        </p>
    }
}

/// The problems that belong to no field of the form.
#[derive(Properties, Clone, PartialEq)]
struct SheetProps {
    sheet: Sheet,
}

#[component]
fn Unplaced(props: &SheetProps) -> Html {
    let sheet = &props.sheet;
    let nowhere = |at: &str| !Shown::ALL.iter().any(|part| part.holds(at));
    let problems = sheet
        .problems
        .iter()
        .filter(|problem| nowhere(&problem.at))
        .map(|problem| {
            let at = if problem.at.is_empty() {
                "/"
            } else {
                &problem.at
            };
            html! { <li class="problem"><code>{ at }</code>{ " " }{ &problem.message }</li> }
        });
    let problems: Vec<Html> = problems.collect();
    html! {
        if !problems.is_empty() {
            <ul class="unplaced">{ for problems }</ul>
        }
    }
}

fn body(sheet: &Sheet, shown: Shown, brief: Option<&str>) -> Html {
    match shown {
        Shown::Part(part) => {
            // What a kind of care costs is only asked where it is sold.
            let is_asked = |field: &&Field| {
                let price = field.at.strip_suffix("/pricePerMonth");
                let kind = price.or_else(|| field.at.strip_suffix("/source"));
                kind.is_none_or(|kind| {
                    sheet::at(&sheet.config, &format!("{kind}/offered")) == Some(&Value::Bool(true))
                        || sheet::at(&sheet.config, field.at).is_some()
                })
            };
            let more = part.more;
            html! {
                <>
                    { for part.fields.iter().filter(is_asked).map(|field| html! { <FormField key={field.at} sheet={sheet.clone()} field={*field} /> }) }
                    if !more.is_empty() {
                        <details class="more">
                            <summary>{ sheet.speech.say("form.more") }</summary>
                            { for more.iter().map(|field| html! { <FormField key={field.at} sheet={sheet.clone()} field={*field} /> }) }
                        </details>
                    }
                </>
            }
        }
        Shown::Stops => html! { <FormField sheet={sheet.clone()} field={STOPS} /> },
        Shown::List(list) => html! { <Things sheet={sheet.clone()} list={ListOf(list)} /> },
        Shown::Examples => {
            html! { <Examples sheet={sheet.clone()} brief={brief.map(AttrValue::from)} /> }
        }
    }
}
