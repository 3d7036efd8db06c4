//! The configurator: a form for the terms, the real calculator beside it, and the way into a page.

use super::fields::{Field, LISTS, List, PARTS, Part, SHOPS, STOPS};
use super::form::{FormField, Sheet, id};
use super::parts::{Code, OpenFile, Typed};
use super::preview::Preview;
use super::sheet::{self, Edit};
use super::snippets::{Place, Way, folder, policy, snippet};
use crate::host::browser;
use crate::i18n::Speech;
use serde_json::{Value, json};
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
    let brief = use_state(|| None::<String>);
    let owner = use_state(|| false);
    let floor = use_state(|| false);
    let trouble = use_state(String::new);

    let exchange = {
        let (on_edit, trouble) = (sheet.on_edit.clone(), trouble.clone());
        Callback::from(move |text: Option<String>| {
            let read = text.and_then(|text| serde_json::from_str::<Value>(&text).ok());
            match read.filter(Value::is_object) {
                // Terms alone are as welcome as a whole configuration.
                Some(terms) if terms.get("terms").is_none() && terms.get("services").is_some() => {
                    on_edit.emit(Edit::All(json!({ "terms": terms })));
                    trouble.set(String::new());
                }
                Some(config) => {
                    on_edit.emit(Edit::All(config));
                    trouble.set(String::new());
                }
                None => trouble.set("import.trouble".to_owned()),
            }
        })
    };
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
    let undo = before.clone().map(|before| {
        let onclick = sheet.on_edit.reform(move |_: MouseEvent| Edit::All((*before).clone()));
        html! { <button type="button" class="quiet" {onclick}>{ speech.say("ready.undo") }</button> }
    });
    let export = {
        let config = sheet.config.clone();
        Callback::from(move |_: MouseEvent| browser::save("takeon-own.json", &pretty(&config)))
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
            <section class="ready" aria-labelledby="ready-title">
                <h3 id="ready-title">{ speech.say("ready.title") }</h3>
                <p class="hint">{ speech.say("ready.lead") }</p>
                <Ready speech={speech.clone()} name={sheet::text(&sheet.config, "/terms/shop/name").to_owned()} on_text={exchange.clone()} />
                <div class="row">
                    <OpenFile label={speech.say("import.open")} accept=".json,application/json" on_text={exchange} />
                    <button type="button" onclick={export}>{ speech.say("export.own") }</button>
                    { undo }
                </div>
                if !trouble.is_empty() {
                    <p class="problem" role="alert">{ speech.say(&trouble) }</p>
                }
            </section>
            <div class="bench">
                <div>
                    <nav aria-label={speech.say("form.parts")}>
                        <ul class="parts">
                            { for Shown::ALL.map(|part| pill(sheet, part, *shown, &shown)) }
                        </ul>
                    </nav>
                    <Unplaced sheet={sheet.clone()} />
                    <section class="part" aria-labelledby="part-title" key={shown.id()}>
                        <h3 id="part-title">{ speech.say(shown.title()) }</h3>
                        <p class="hint">{ speech.say(shown.lead()) }</p>
                        { body(sheet, *shown, brief.as_deref()) }
                        { next(speech, &shown) }
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

fn pretty(config: &Value) -> String {
    serde_json::to_string_pretty(config).unwrap_or_default() + "\n"
}

/// How many things are to be mended, in words.
fn state(sheet: &Sheet) -> String {
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

fn next(speech: &Speech, shown: &UseStateHandle<Shown>) -> Html {
    let at = Shown::ALL
        .iter()
        .position(|part| *part == **shown)
        .unwrap_or_default();
    let Some(next) = Shown::ALL.get(at + 1).copied() else {
        return Html::default();
    };
    let shown = shown.clone();
    let onclick = Callback::from(move |_: MouseEvent| shown.set(next));
    html! {
        <p class="next">
            <button type="button" {onclick}>{ speech.with("form.next", &[("part", &speech.say(next.title()))]) }</button>
        </p>
    }
}

/// The ready-made shops to begin with.
#[derive(Properties, Clone, PartialEq)]
struct ReadyProps {
    speech: Speech,
    /// The name of the shop that is worked on.
    name: String,
    on_text: Callback<Option<String>>,
}

#[component]
fn Ready(props: &ReadyProps) -> Html {
    let chosen = use_state(|| None::<&'static str>);
    let cards = SHOPS.map(|(file, key)| {
        let (on_text, chosen_) = (props.on_text.clone(), chosen.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            chosen_.set(Some(file));
            browser::own_file(&format!("./terms/{file}.json"), on_text.clone());
        });
        html! {
            <li key={file}>
                <button type="button" class="card" aria-pressed={(*chosen == Some(file)).to_string()} {onclick}>
                    <strong>{ props.speech.say(key) }</strong>
                    <span>{ props.speech.say(&format!("{key}.note")) }</span>
                </button>
            </li>
        }
    });
    html! { <ul class="cards">{ for cards }</ul> }
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
                let kind = field.at.strip_suffix("/pricePerMonth");
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

/// A list, as a property.
#[derive(Clone, Copy, PartialEq)]
struct ListOf(&'static List);

#[derive(Properties, Clone, PartialEq)]
struct ThingsProps {
    sheet: Sheet,
    list: ListOf,
}

/// The things of a list, one of them open at a time.
#[component]
fn Things(props: &ThingsProps) -> Html {
    let ThingsProps {
        sheet,
        list: ListOf(list),
    } = props;
    let speech = &sheet.speech;
    let open = use_state(|| None::<usize>);
    let things = sheet::list(&sheet.config, list.at);
    let rows = things.iter().enumerate().map(|(index, thing)| {
        let base = format!("{}/{index}", list.at);
        let problems = sheet.problems_at(&base).len();
        let is_open = *open == Some(index);
        let onclick = {
            let open = open.clone();
            Callback::from(move |_: MouseEvent| open.set((!is_open).then_some(index)))
        };
        let on_remove = {
            let (on_edit, at, open) = (sheet.on_edit.clone(), list.at.to_owned(), open.clone());
            Callback::from(move |_: MouseEvent| {
                open.set(None);
                on_edit.emit(Edit::Take(at.clone(), index));
            })
        };
        let thing_id = thing.get("id").and_then(Value::as_str).unwrap_or_default();
        let name = match sheet::text(&sheet.config, &format!("{base}/name")) {
            "" => thing_id,
            name => name,
        };
        let body_id = id(&format!("{base}/body"));
        html! {
            <li class={classes!("thing", is_open.then_some("open"))} key={format!("{thing_id}-{index}")}>
                <button type="button" class="thing-head" aria-expanded={is_open.to_string()} aria-controls={body_id.clone()} {onclick}>
                    <span class="thing-name">{ name }</span>
                    <span class="thing-note">{ summary(speech, thing) }</span>
                    if problems > 0 {
                        <span class="count">{ problems }<span class="for-listeners">{ " " }{ speech.say("state.to-mend") }</span></span>
                    }
                </button>
                <div id={body_id} hidden={!is_open}>
                    if is_open {
                        { for list.fields.iter().filter(|field| is_asked(thing, field)).map(|field| html! {
                            <FormField key={field.at} sheet={sheet.clone()} base={base.clone()} field={*field} />
                        }) }
                        <p class="row">
                            <button type="button" class="quiet" onclick={on_remove}>{ speech.with("form.remove", &[("name", name)]) }</button>
                        </p>
                    }
                </div>
            </li>
        }
    });
    let on_add = {
        let (sheet, open, count) = (sheet.clone(), open.clone(), things.len());
        let list = *list;
        Callback::from(move |_: MouseEvent| {
            let name = sheet.speech.say(&format!("{}.name", list.add));
            let id = sheet::new_id(&sheet.config, list.at, &name);
            let mut thing = json!({ "id": id, "name": name });
            match list.id {
                "services" => thing["hours"] = json!({ "low": 4, "likely": 8, "high": 16 }),
                "promises" => thing["keepable"] = json!("yes"),
                _ => {}
            }
            sheet.on_edit.emit(Edit::Add(list.at.to_owned(), thing));
            open.set(Some(count));
        })
    };
    html! {
        <>
            { for sheet.problems.iter().filter(|problem| problem.at == list.at).map(|problem| html! { <p class="problem">{ &problem.message }</p> }) }
            <ul class="things">{ for rows }</ul>
            <button type="button" onclick={on_add}>{ speech.say(list.add) }</button>
        </>
    }
}

/// Hours are asked for a promise only where it takes some.
fn is_asked(thing: &Value, field: &Field) -> bool {
    match thing.get("keepable").and_then(Value::as_str) {
        Some("yes" | "never") if field.at == "/source" => false,
        Some("yes" | "never") if field.at == "/hours" => thing.get("hours").is_some(),
        _ => true,
    }
}

/// What is seen of a thing that is closed.
fn summary(speech: &Speech, thing: &Value) -> String {
    let keepable = thing.get("keepable").and_then(Value::as_str);
    if let Some(word @ ("yes" | "never" | "priced")) = keepable {
        return speech.say(&format!("keepable.{word}.short"));
    }
    let hours = |name: &str| {
        thing
            .pointer(&format!("/hours/{name}"))
            .and_then(Value::as_f64)
    };
    match (hours("low"), hours("likely"), hours("high")) {
        (Some(low), Some(likely), Some(high)) => {
            let n = |value| speech.number(value, 1);
            speech.with(
                "summary.hours",
                &[("low", &n(low)), ("likely", &n(likely)), ("high", &n(high))],
            )
        }
        _ => String::new(),
    }
}

#[derive(Properties, Clone, PartialEq)]
struct ExamplesProps {
    sheet: Sheet,
    /// What the calculator beside it answers, as JSON text.
    brief: Option<AttrValue>,
}

/// The examples that a visitor can start from.
#[component]
fn Examples(props: &ExamplesProps) -> Html {
    let ExamplesProps { sheet, brief } = props;
    let speech = &sheet.speech;
    let rows = sheet::list(&sheet.config, "/examples").iter().enumerate().map(|(index, _)| {
        let base = format!("/examples/{index}");
        let field = format!("{base}/name");
        let on_value = {
            let (on_edit, field) = (sheet.on_edit.clone(), field.clone());
            Callback::from(move |text: String| on_edit.emit(Edit::Set(field.clone(), Value::String(text))))
        };
        let on_remove = sheet.on_edit.reform(move |_: MouseEvent| Edit::Take("/examples".to_owned(), index));
        let name = sheet::text(&sheet.config, &field).to_owned();
        html! {
            <li class="field" key={index}>
                <label for={id(&field)}>{ speech.say("field.example") }</label>
                <div class="typed">
                    <Typed id={id(&field)} value={name.clone()} {on_value} />
                    <button type="button" class="quiet" onclick={on_remove}>{ speech.with("form.remove", &[("name", &name)]) }</button>
                </div>
                { for sheet.problems_at(&base).iter().map(|problem| html! { <p class="problem">{ problem }</p> }) }
            </li>
        }
    });
    let add = brief.clone().map(|brief| {
        let (on_edit, name) = (sheet.on_edit.clone(), speech.say("add.example.name"));
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Ok(brief) = serde_json::from_str::<Value>(&brief) {
                on_edit.emit(Edit::Add(
                    "/examples".to_owned(),
                    json!({ "name": name, "brief": brief }),
                ));
            }
        });
        html! { <button type="button" {onclick}>{ speech.say("add.example") }</button> }
    });
    html! {
        <>
            <ul class="examples">{ for rows }</ul>
            { add.unwrap_or_else(|| html! { <p class="hint">{ speech.say("add.example.how") }</p> }) }
        </>
    }
}

#[derive(Properties, Clone, PartialEq)]
struct TakeAwayProps {
    sheet: Sheet,
    /// Whether the floor rate is for visitors too.
    floor: bool,
    on_floor: Callback<bool>,
}

/// The files and the snippet for a page, with what belongs to them.
#[component]
fn TakeAway(props: &TakeAwayProps) -> Html {
    let TakeAwayProps {
        sheet,
        floor,
        on_floor,
    } = props;
    let speech = &sheet.speech;
    let way = use_state(|| Way::Html);
    let typed = use_state(|| "/takeon/".to_owned());
    let integrity = use_state(|| None::<String>);
    {
        let integrity = integrity.clone();
        use_effect_with((), move |()| {
            browser::own_file(
                "./integrity.json",
                Callback::from(move |text: Option<String>| {
                    let known = text.and_then(|text| serde_json::from_str::<Value>(&text).ok());
                    integrity.set(
                        known.and_then(|known| Some(known.get("takeon.js")?.as_str()?.to_owned())),
                    );
                }),
            );
        });
    }
    let folder = folder(&typed);
    let email = sheet::text(&sheet.config, "/terms/shop/email");
    let fallback = if email.is_empty() {
        speech.say("snippet.fallback")
    } else {
        speech.with("snippet.fallback.email", &[("email", email)])
    };
    let place = Place {
        folder: &folder,
        integrity: integrity.as_deref(),
        fallback: &fallback,
    };
    let ways = Way::ALL.map(|one| {
        let (on, way) = (*way == one, way.clone());
        let onchange = Callback::from(move |_: Event| way.set(one));
        html! {
            <label class="option" key={one.id()}>
                <input type="radio" name="way" value={one.id()} checked={on} {onchange} />
                <span>{ speech.say(&format!("way.{}", one.id())) }</span>
            </label>
        }
    });
    let save = {
        let (config, floor) = (sheet.config.clone(), *floor);
        Callback::from(move |_: MouseEvent| {
            browser::save("terms.json", &pretty(&sheet::public(&config, floor)))
        })
    };
    let has_floor = sheet::at(&sheet.config, "/terms/floorRate").is_some();
    let on_value = Callback::from({
        let typed = typed.clone();
        move |text| typed.set(text)
    });
    let hint = speech.say(&format!("way.{}.hint", way.id()));
    html! {
        <section class="take-away" aria-labelledby="take-away-title">
            <h3 id="take-away-title">{ speech.say("take.title") }</h3>
            <ol class="steps">
                <li>
                    <h4>{ speech.say("take.files") }</h4>
                    <p class="hint">{ speech.say("take.files.lead") }</p>
                    if has_floor {
                        <label class="tick">
                            <input type="checkbox" checked={*floor} onchange={on_floor.reform({ let floor = *floor; move |_: Event| !floor })} />
                            <span>{ speech.say("take.floor") }</span>
                        </label>
                    }
                    <p class="row">
                        <button type="button" class="strong" disabled={!sheet.problems.is_empty()} onclick={save}>{ speech.say("take.save") }</button>
                        if !sheet.problems.is_empty() {
                            <span class="problem">{ state(sheet) }</span>
                        }
                    </p>
                    <p class="hint">{ speech.say("take.public") }</p>
                </li>
                <li>
                    <h4>{ speech.say("take.snippet") }</h4>
                    <div class="field">
                        <label for="take-folder">{ speech.say("take.folder") }</label>
                        <div class="typed"><Typed id="take-folder" value={(*typed).clone()} {on_value} described={Some(AttrValue::from("take-folder-note"))} /></div>
                        <p class="hint" id="take-folder-note">{ speech.say("take.folder.hint") }</p>
                    </div>
                    <fieldset class="options">
                        <legend class="for-listeners">{ speech.say("take.way") }</legend>
                        { for ways }
                    </fieldset>
                    <p class="hint">{ hint }</p>
                    <Code speech={speech.clone()} title={speech.say(&format!("way.{}", way.id()))} text={snippet(*way, &place)} />
                </li>
                <li>
                    <h4>{ speech.say("take.policy") }</h4>
                    <p class="hint">{ speech.say("take.policy.lead") }</p>
                    <Code speech={speech.clone()} title={speech.say("take.policy.code")} text={policy(&folder)} />
                    <p class="hint">{ speech.say("take.privacy.lead") }</p>
                    <Code speech={speech.clone()} title={speech.say("take.privacy.code")} text={speech.say("take.privacy")} />
                </li>
            </ol>
        </section>
    }
}
