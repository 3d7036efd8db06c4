//! The whole of the desk: the ways in, the list of briefs, and below it what two or more of them say.

use super::asked::Asked;
use super::beside::Beside;
use super::calendar::Calendar;
use super::card::{Answered, Card, Row, RowProps};
use super::doors::{at_the_door, brought};
use super::pile::{Desk, KEPT, Move};
use crate::config::{read_brief, read_config};
use crate::desk::browser;
use crate::desk::parts::{Arrival, OpenFile, Typed, dropped_or_linked, over};
use crate::engine::appraise;
use crate::i18n::Speech;
use crate::share;
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

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
    let config = use_memo(good.clone(), |good| {
        read_config(&good.to_string()).ok().map(Rc::new)
    });
    let desk = use_reducer(Desk::kept);
    // What must be known of what has come, a line each.
    let notices = use_state(Vec::<String>::new);
    let pasted = use_state(String::new);
    let archive = use_state(|| false);
    let door = use_state(at_the_door);
    {
        let door = door.setter();
        use_effect_with((), move |()| {
            // What waits there waits on, wherever the page goes.
            let watching = browser::on_fragment(Callback::from(move |()| {
                at_the_door()
                    .into_iter()
                    .for_each(|word| door.set(Some(word)));
            }));
            move || drop(watching)
        });
    }
    {
        let desk = desk.dispatcher();
        use_effect_with((), move |()| {
            let read = Callback::from(move |()| desk.dispatch(Move::Elsewhere));
            let watching = browser::on_stored(KEPT, read);
            move || drop(watching)
        });
    }
    let Some(config) = (*config).clone() else {
        return Html::default();
    };

    let put = {
        let (desk, speech) = (desk.dispatcher(), speech.clone());
        Callback::from(move |cards: Vec<Card>| desk.dispatch(Move::Put(cards, speech.clone())))
    };
    // Whatever has come, by whichever way. Whether all of it lies on the desk now.
    let come = {
        let (put, notices, config) = (put.clone(), notices.setter(), Rc::clone(&config));
        let speech = speech.clone();
        Callback::from(move |arrivals: Vec<Arrival>| {
            let (mut all, mut said, mut whole) = (Vec::new(), Vec::new(), true);
            for Arrival { name, text } in arrivals {
                let key = match brought(&text.unwrap_or_default(), &config) {
                    Ok((cards, key)) => {
                        all.extend(cards);
                        key
                    }
                    Err(key) => {
                        whole = false;
                        key
                    }
                };
                if !key.is_empty() {
                    let notice = speech.say(key);
                    said.push(if name.is_empty() {
                        notice
                    } else {
                        speech.with("briefs.of-file", &[("name", &name), ("notice", &notice)])
                    });
                }
            }
            notices.set(said);
            put.emit(all);
            whole
        })
    };
    let on_arrival = {
        let come = come.clone();
        Callback::from(move |arrivals| {
            come.emit(arrivals);
        })
    };
    let on_link = {
        let (come, pasted) = (come.clone(), pasted.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if come.emit(vec![Arrival::link((*pasted).clone())]) {
                pasted.set(String::new());
            }
        })
    };
    let answered: Vec<Option<Answered>> = desk
        .cards
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
        let (choose, open, change) = (desk.dispatcher(), desk.dispatcher(), desk.dispatcher());
        let props = RowProps {
            speech: speech.clone(),
            config: Rc::clone(&config),
            index,
            card: desk.cards[index].clone(),
            answered: answered[index].clone(),
            chosen: desk.chosen.contains(&index),
            on_choose: Callback::from(move |()| choose.dispatch(Move::Choose(index))),
            on_open: Callback::from(move |()| {
                // The same link may be followed again.
                browser::remove_fragment();
                open.dispatch(Move::Ask(index));
            }),
            on_change: Callback::from(move |cards| change.dispatch(Move::Replace(index, cards))),
        };
        html! { <Row key={index} ..props /> }
    };
    let (away, here): (Vec<usize>, Vec<usize>) =
        (0..desk.cards.len()).partition(|index| desk.cards[*index].archived);
    let on_desk: Vec<Answered> = here
        .iter()
        .filter_map(|index| answered[*index].clone())
        .collect();
    let beside: Vec<Answered> = desk
        .chosen
        .iter()
        .filter_map(|index| answered.get(*index)?.clone())
        .collect();
    let examples = config.examples.iter().map(|example| {
        let name = speech.text(&example.name).to_owned();
        let brief = serde_json::to_value(&example.brief).unwrap_or_default();
        let onclick = {
            let (put, name) = (put.clone(), name.clone());
            Callback::from(move |_: MouseEvent| {
                put.emit(vec![Card::new(name.clone(), brief.clone())])
            })
        };
        html! { <button type="button" class="pill" {onclick}>{ name }</button> }
    });
    let export = {
        let text = serde_json::to_string_pretty(&desk.cards).unwrap_or_default() + "\n";
        Callback::from(move |_: MouseEvent| browser::save("briefs.json", &text))
    };
    let at_door = (*door).clone().map(|word| {
        let (come, door) = (come.clone(), door.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            come.emit(vec![Arrival::link(word.clone())]);
            door.set(None);
        });
        html! {
            <p class="row arrival">
                <span>{ speech.say("briefs.at-the-door") }</span>
                <button type="button" class="strong" {onclick}>{ speech.say("briefs.put") }</button>
            </p>
        }
    });
    let link_of = {
        let config = Rc::clone(&config);
        move |brief: &Value| {
            let brief = read_brief(&brief.to_string(), &config.terms).ok()?;
            share::link(&brief, None, &config.terms)
        }
    };
    // A calculator in which something was done asks first: it is open there once that is told.
    let on_brief = {
        let desk = desk.clone();
        Callback::from(move |brief: Value| {
            let asked = desk.asked.and_then(|index| desk.cards.get(index));
            let asked = asked.and_then(|card| link_of(&card.brief));
            if asked.is_some() && asked == link_of(&brief) {
                desk.dispatch(Move::Opened);
            }
        })
    };
    let on_opened = {
        let desk = desk.dispatcher();
        Callback::from(move |()| desk.dispatch(Move::Opened))
    };
    let under = desk
        .opened
        .map(|index| (index, desk.cards[index].name.clone()));
    html! {
        <div class="briefs" ondrop={dropped_or_linked(on_arrival.clone())} ondragover={over()}>
            { at_door }
            <form class="row" onsubmit={on_link}>
                <div class="field wide">
                    <label for="briefs-link">{ speech.say("briefs.link") }</label>
                    <Typed id="briefs-link" value={(*pasted).clone()} on_value={Callback::from(move |text| pasted.set(text))} described={Some(AttrValue::from("briefs-notice"))} />
                </div>
                <button class="strong">{ speech.say("briefs.open-link") }</button>
                <OpenFile label={speech.say("briefs.open-file")} accept=".json,application/json" {on_arrival} />
            </form>
            <div class="notice" id="briefs-notice" role="status">
                { for notices.iter().map(|notice| html! { <p>{ notice }</p> }) }
            </div>
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
                if !desk.cards.is_empty() {
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
            <Asked speech={speech.clone()} config={good.to_string()}
                {under} {on_brief} {on_opened}
                on_put={put.reform(|brief| vec![Card::new(String::new(), brief)])}
                on_rewrite={Callback::from({ let desk = desk.dispatcher(); move |(index, brief)| desk.dispatch(Move::Rewrite(index, brief)) })}
            />
        </div>
    }
}
