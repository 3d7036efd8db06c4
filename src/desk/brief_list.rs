//! The shop's desk: briefs in a list with their verdicts, two of them side by side, and what taking
//! one does to the calendar of the others.

use super::brief_parts::{Beside, Calendar};
use super::parts::{OpenFile, Typed};
use super::preview::Preview;
use super::record::{self, Said};
use crate::config::{Config, read_brief, read_config, read_saved};
use crate::engine::{Appraisal, Brief, Deadline, appraise};
use crate::host::browser;
use crate::i18n::{Speech, openly, speak};
use crate::share;
use crate::widget::parts::{dots, mark};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// Under which name the briefs are kept.
const KEPT: &str = "briefs";

/// A brief on the desk, as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// What it is called.
    pub name: String,
    /// The day on which it came, as in 2026-03-31.
    pub day: String,
    /// What is asked for, as JSON.
    pub brief: Value,
    /// Whether it is put away.
    #[serde(default)]
    pub archived: bool,
}

/// A brief on the desk with its answer.
#[derive(Clone, PartialEq)]
pub struct Answered {
    /// Where it stands in the list.
    pub index: usize,
    /// What it is called.
    pub name: String,
    /// What is asked for.
    pub brief: Rc<Brief>,
    /// The answer.
    pub appraisal: Rc<Appraisal>,
}

/// The shop's desk.
#[derive(Properties, Clone, PartialEq)]
pub struct BriefListProps {
    /// The words.
    pub speech: Speech,
    /// The configuration, without a problem.
    pub good: Rc<Value>,
}

/// The shop's desk.
#[component]
pub fn BriefList(props: &BriefListProps) -> Html {
    let BriefListProps { speech, good } = props;
    let config = use_memo(good.clone(), |good| read_config(&good.to_string()).ok());
    let cards = use_state(|| {
        let text = browser::kept(KEPT).unwrap_or_default();
        Rc::new(serde_json::from_str::<Vec<Card>>(&text).unwrap_or_default())
    });
    let chosen = use_state(Vec::<usize>::new);
    let notice = use_state(String::new);
    let asked = use_state(|| None::<String>);
    let pasted = use_state(String::new);
    let archive = use_state(|| false);
    let Some(config) = (*config).clone() else {
        return Html::default();
    };
    let config = Rc::new(config);

    let set = {
        let cards = cards.clone();
        Callback::from(move |changed: Vec<Card>| {
            browser::keep(KEPT, serde_json::to_string(&changed).ok().as_deref());
            cards.set(Rc::new(changed));
        })
    };
    let put = {
        let (set, cards, speech) = (set.clone(), cards.clone(), speech.clone());
        Callback::from(move |(name, brief): (String, Value)| {
            let mut changed = (**cards).clone();
            let n = (changed.len() + 1).to_string();
            let name = if name.is_empty() {
                speech.with("briefs.unnamed", &[("n", &n)])
            } else {
                name
            };
            changed.push(Card {
                name,
                day: browser::today(),
                brief,
                archived: false,
            });
            set.emit(changed);
        })
    };
    let on_file = {
        let (put, notice, config) = (put.clone(), notice.clone(), Rc::clone(&config));
        Callback::from(move |text: Option<String>| {
            let opened = text
                .ok_or("briefs.no-file")
                .and_then(|text| opened(&text, &config));
            match opened {
                Ok(brief) => {
                    notice.set(String::new());
                    put.emit((String::new(), brief));
                }
                Err(key) => notice.set(key.to_owned()),
            }
        })
    };
    let on_link = {
        let (put, notice, config, pasted) = (
            put.clone(),
            notice.clone(),
            Rc::clone(&config),
            pasted.clone(),
        );
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match linked(&pasted, &config) {
                Ok((brief, notice_)) => {
                    notice.set(notice_.to_owned());
                    pasted.set(String::new());
                    put.emit((String::new(), brief));
                }
                Err(key) => notice.set(key.to_owned()),
            }
        })
    };
    let on_asked = {
        let (put, asked) = (put.clone(), asked.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(brief) = asked
                .as_deref()
                .and_then(|text| serde_json::from_str(text).ok())
            {
                put.emit((String::new(), brief));
            }
        })
    };
    let answered: Vec<Option<Answered>> = cards
        .iter()
        .enumerate()
        .map(|(index, card)| {
            let brief = read_brief(&card.brief.to_string(), &config.terms).ok()?;
            let appraisal = appraise(&brief, &config.terms).ok()?;
            Some(Answered {
                index,
                name: card.name.clone(),
                brief: Rc::new(brief),
                appraisal: Rc::new(appraisal),
            })
        })
        .collect();
    let row = |index: usize| {
        let props = RowProps {
            speech: speech.clone(),
            config: Rc::clone(&config),
            card: cards[index].clone(),
            answered: answered[index].clone(),
            chosen: chosen.contains(&index),
            on_choose: {
                let chosen = chosen.clone();
                Callback::from(move |()| {
                    let mut now = (*chosen).clone();
                    if now.contains(&index) {
                        now.retain(|known| *known != index);
                    } else {
                        // Two have room side by side.
                        now.insert(0, index);
                        now.truncate(2);
                    }
                    chosen.set(now);
                })
            },
            on_change: {
                let (set, cards, chosen) = (set.clone(), cards.clone(), chosen.clone());
                Callback::from(move |cards_: Vec<Card>| {
                    if cards_.len() != 1 {
                        chosen.set(Vec::new());
                    }
                    let mut changed = (**cards).clone();
                    changed.splice(index..=index, cards_);
                    set.emit(changed);
                })
            },
        };
        html! { <Row key={index} ..props /> }
    };
    let (away, here): (Vec<usize>, Vec<usize>) =
        (0..cards.len()).partition(|index| cards[*index].archived);
    let on_desk: Vec<Answered> = here
        .iter()
        .filter_map(|index| answered[*index].clone())
        .collect();
    let beside: Vec<Answered> = chosen
        .iter()
        .filter_map(|index| answered.get(*index)?.clone())
        .collect();
    let examples = config.examples.iter().map(|example| {
        let name = speech.text(&example.name).to_owned();
        let brief = serde_json::to_value(&example.brief).unwrap_or_default();
        let onclick = {
            let (put, name) = (put.clone(), name.clone());
            Callback::from(move |_: MouseEvent| put.emit((name.clone(), brief.clone())))
        };
        html! { <button type="button" class="pill" {onclick}>{ name }</button> }
    });
    let export = {
        let cards = Rc::clone(&cards);
        Callback::from(move |_: MouseEvent| {
            browser::save(
                "briefs.json",
                &(serde_json::to_string_pretty(&*cards).unwrap_or_default() + "\n"),
            );
        })
    };
    html! {
        <div class="briefs">
            <form class="row" onsubmit={on_link}>
                <div class="field wide">
                    <label for="briefs-link">{ speech.say("briefs.link") }</label>
                    <Typed id="briefs-link" value={(*pasted).clone()} on_value={Callback::from(move |text| pasted.set(text))} />
                </div>
                <button class="strong">{ speech.say("briefs.open-link") }</button>
                <OpenFile label={speech.say("briefs.open-file")} accept=".json,application/json" on_text={on_file} />
            </form>
            <p class="notice" role="status">{ if notice.is_empty() { String::new() } else { speech.say(&notice) } }</p>
            if !config.examples.is_empty() {
                <p class="row"><span class="hint">{ speech.say("briefs.examples") }</span>{ for examples }</p>
            }
            if here.is_empty() {
                <p class="empty">{ speech.say("briefs.empty") }</p>
            } else {
                <ul class="list">{ for here.iter().copied().map(&row) }</ul>
            }
            if beside.len() == 2 {
                <Beside speech={speech.clone()} config={Rc::clone(&config)} briefs={beside} />
            } else if here.len() > 1 {
                <p class="hint">{ speech.say("briefs.choose-two") }</p>
            }
            if on_desk.len() > 1 {
                <Calendar speech={speech.clone()} config={Rc::clone(&config)} briefs={on_desk} />
            }
            <div class="row">
                if !cards.is_empty() {
                    <button type="button" onclick={export}>{ speech.say("briefs.save") }</button>
                }
                if !away.is_empty() {
                    <button type="button" class="quiet" aria-expanded={(*archive).to_string()}
                        onclick={Callback::from({ let archive = archive.clone(); move |_: MouseEvent| archive.set(!*archive) })}>
                        { speech.count("briefs.archive", away.len() as f64, &[]) }
                    </button>
                }
            </div>
            if *archive {
                <ul class="list">{ for away.iter().copied().map(&row) }</ul>
            }
            <details class="more">
                <summary>{ speech.say("briefs.ask") }</summary>
                <p class="hint">{ speech.say("briefs.ask.lead") }</p>
                <Preview id="desk-calculator" config={good.to_string()} audience="shop"
                    on_brief={Callback::from({ let asked = asked.clone(); move |text| asked.set(Some(text)) })}
                    waiting={speech.say("preview.waiting")} />
                <p class="row">
                    <button type="button" class="strong" disabled={asked.is_none()} onclick={on_asked}>{ speech.say("briefs.put") }</button>
                </p>
            </details>
        </div>
    }
}

/// The brief in a file: as the calculator saves it, or plain.
fn opened(text: &str, config: &Config) -> Result<Value, &'static str> {
    let brief = match read_saved(text) {
        Ok(saved) => saved.brief,
        Err(_) => read_brief(text, &config.terms).map_err(|_| "briefs.no-brief")?,
    };
    fitting(brief, config)
}

/// The brief of a link, and the key of what must be known of it.
fn linked(text: &str, config: &Config) -> Result<(Value, &'static str), &'static str> {
    let text = text.trim();
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    let word = fragment
        .split('&')
        .find_map(|part| part.strip_prefix(share::KEY)?.split_once('='))
        .map_or(fragment, |(_, word)| word);
    let linked = share::read(word, &config.terms).map_err(|refusal| match refusal {
        share::Refusal::Newer => "briefs.newer",
        share::Refusal::Broken => "briefs.broken",
    })?;
    let mut brief = linked.brief;
    if let Some(date) = linked.date.as_deref() {
        brief.deadline =
            browser::days_until(date).map(|days| Deadline::Weeks((days / 7.0).max(0.0)));
    }
    let notice = match (linked.unknown.is_empty(), linked.other_terms) {
        (false, _) => "briefs.unknown",
        (true, true) => "briefs.other-terms",
        (true, false) => "",
    };
    Ok((fitting(brief, config)?, notice))
}

/// The brief as JSON, if these terms know all of its names.
fn fitting(brief: Brief, config: &Config) -> Result<Value, &'static str> {
    appraise(&brief, &config.terms).map_err(|_| "briefs.unknown-names")?;
    serde_json::to_value(&brief).map_err(|_| "briefs.no-brief")
}

#[derive(Properties, Clone, PartialEq)]
struct RowProps {
    speech: Speech,
    config: Rc<Config>,
    card: Card,
    /// Its answer; none where the terms do not know its names.
    answered: Option<Answered>,
    chosen: bool,
    on_choose: Callback<()>,
    /// Called with what takes its place: itself, nothing, or more.
    on_change: Callback<Vec<Card>>,
}

/// One brief of the list.
#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps {
        speech,
        config,
        card,
        answered,
        chosen,
        on_choose,
        on_change,
    } = props;
    let noted = use_state(|| false);
    let replace = |change: fn(Card) -> Vec<Card>| {
        let card = card.clone();
        on_change.reform(move |_: MouseEvent| change(card.clone()))
    };
    let on_name = {
        let card = card.clone();
        on_change.reform(move |name| {
            vec![Card {
                name,
                ..card.clone()
            }]
        })
    };
    let save = {
        let card = card.clone();
        Callback::from(move |_: MouseEvent| {
            browser::save("brief.json", &(card.brief.to_string() + "\n"))
        })
    };
    let note = answered.clone().map(|answered| {
        let noted = noted.clone();
        Callback::from(move |_: MouseEvent| {
            let mut log = record::kept();
            log.push(Said {
                day: browser::today(),
                name: answered.name.clone(),
                verdict: answered.appraisal.verdict.id().to_owned(),
                odds: answered.appraisal.odds.both.unwrap_or_default(),
                came_true: None,
            });
            record::keep(&log);
            noted.set(true);
        })
    });
    let named = |key: &str| html! { <>{ speech.say(key) }<span class="for-listeners">{ ": " }{ &card.name }</span></> };
    html! {
        <li class="brief">
            if let Some(Answered { appraisal, .. }) = answered {
                { mark(appraisal.verdict) }
            }
            <div class="brief-body">
                <div class="brief-name"><Typed id={format!("brief-{}", card_id(answered, card))} value={card.name.clone()} on_value={on_name} label={Some(AttrValue::from(speech.say("briefs.name")))} /></div>
                if let Some(Answered { appraisal, .. }) = answered {
                    <p>
                        <strong>{ speech.say(&format!("shop.verdict.{}", appraisal.verdict.id())) }</strong>
                        { " " }
                        <span class="hint">
                            { speech.with("briefs.figures", &[
                                ("price", &price(speech, config, appraisal)),
                                ("weeks", &speak::weeks(speech, appraisal.weeks.p80)),
                                ("hours", &speak::hours(speech, appraisal.hours.p80)),
                            ]) }
                        </span>
                    </p>
                } else {
                    <p class="problem">{ speech.say("briefs.unknown-names") }</p>
                }
            </div>
            if let Some(odds) = answered.as_ref().and_then(|answered| answered.appraisal.odds.both) {
                <p class="brief-odds">{ dots(odds, odds >= config.terms.confidence) }{ speak::odds(speech, odds) }</p>
            }
            <div class="row brief-ways">
                if answered.is_some() && !card.archived {
                    <label class="tick"><input type="checkbox" checked={*chosen} onchange={on_choose.reform(|_: Event| ())} /><span>{ named("briefs.beside") }</span></label>
                }
                <button type="button" class="quiet" onclick={replace(|card| vec![card.clone(), card])}>{ named("briefs.duplicate") }</button>
                <button type="button" class="quiet" onclick={replace(|card| vec![Card { archived: !card.archived, ..card }])}>
                    { named(if card.archived { "briefs.take-out" } else { "briefs.put-away" }) }
                </button>
                <button type="button" class="quiet" onclick={save}>{ named("briefs.export") }</button>
                if let Some(note) = note {
                    <button type="button" class="quiet" onclick={note}>{ named(if *noted { "briefs.noted" } else { "briefs.note" }) }</button>
                }
                if card.archived {
                    <button type="button" class="quiet" onclick={replace(|_| Vec::new())}>{ named("briefs.remove") }</button>
                }
            </div>
        </li>
    }
}

fn card_id(answered: &Option<Answered>, card: &Card) -> String {
    answered
        .as_ref()
        .map_or_else(|| card.name.clone(), |answered| answered.index.to_string())
}

/// The price that pays in 8 of 10 cases, with or without tax.
fn price(speech: &Speech, config: &Config, appraisal: &Appraisal) -> String {
    let price = speak::roughly(speech, &config.terms, appraisal.price.p80);
    match openly::tax(speech, &config.terms) {
        Some(tax) => speech.with("change.taxed", &[("change", &price), ("tax", &tax)]),
        None => price,
    }
}
