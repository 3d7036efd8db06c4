//! The enquiries to tick, what is late with those that are, and what their hours bring.

use crate::config::Config;
use crate::desk::briefs::AppraisedBrief;
use crate::engine::{
    Capacity, MOST_CANDIDATES, Portfolio, Prospect, best_jobs, portfolio, rounding,
};
use crate::i18n::{Speech, speak};
use std::rc::Rc;
use yew::prelude::*;

/// An enquiry in numbers.
#[derive(Clone)]
pub struct Offered {
    /// Brief with its appraisal.
    pub brief: AppraisedBrief,
    /// Job.
    pub job: Prospect,
}

impl PartialEq for Offered {
    fn eq(&self, other: &Offered) -> bool {
        self.brief == other.brief
    }
}

/// Props of [`Choice`].
#[derive(Properties, Clone, PartialEq)]
pub struct ChoiceProps {
    /// Words.
    pub speech: Speech,
    /// Configuration of the shop.
    pub config: Rc<Config>,
    /// Enquiries that are open.
    pub asked: Vec<Offered>,
    /// Jobs that are ours.
    pub taken: Vec<Offered>,
    /// Indices in the list of those that are ticked.
    pub chosen: Vec<usize>,
    /// The jobs that are ours and those that are ticked, at once.
    pub told: Rc<Portfolio>,
    /// Hours of the shop.
    pub capacity: Capacity,
    /// Called with what is ticked then.
    pub on_chosen: Callback<Vec<usize>>,
}

/// Outcome of a search for the best that fits.
#[derive(Clone, PartialEq)]
enum Found {
    /// There is one; with it these are ticked.
    Best(Vec<usize>, bool),
    /// Nothing more is in time.
    Nothing,
}

/// The list to tick, with what comes of it.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let ChoiceProps {
        speech,
        config,
        asked,
        taken,
        chosen,
        told,
        on_chosen,
        ..
    } = props;
    let found = use_state(|| None::<(ChoiceProps, Found)>);
    let on_best = {
        let (props, found) = (props.clone(), found.setter());
        Callback::from(move |_: MouseEvent| {
            let result = search(&props);
            if let Found::Best(chosen, _) = &result {
                props.on_chosen.emit(chosen.clone());
            }
            found.set(Some((props.clone(), result)));
        })
    };
    let answers = |(asked, _): &&(ChoiceProps, Found)| is_same_question(asked, props);
    let known = found.as_ref().filter(answers).map(|(_, found)| found);
    let is_chosen = |one: &Offered| chosen.contains(&one.brief.index);
    let ticked = asked.iter().filter(|one| is_chosen(one));
    let mut chances = taken.iter().chain(ticked).zip(&told.jobs);
    let mut row = |one: &Offered, is_ours: bool| {
        let is_in = is_ours || is_chosen(one);
        let chance = is_in.then(|| chances.next()).flatten();
        let chance = chance.map(|(_, beside)| beside.in_time);
        row(props, one, is_ours, chance)
    };
    let ours: Vec<Html> = taken.iter().map(|one| row(one, true)).collect();
    let open: Vec<Html> = asked.iter().map(|one| row(one, false)).collect();
    let on_none = on_chosen.reform(|_: MouseEvent| Vec::new());
    let heads = ["job", "odds", "by", "hours", "brings", "hour"];
    let head =
        |name: &str| html! { <th scope="col">{ speech.get_for("capacity.column.{}", name) }</th> };
    html! {
        <>
            <div class="row">
                <button type="button" class="strong" onclick={on_best} disabled={asked.is_empty()}>
                    { speech.get("capacity.best") }
                </button>
                if !chosen.is_empty() {
                    <button type="button" class="quiet" onclick={on_none}>{ speech.get("capacity.none") }</button>
                }
            </div>
            <div role="status">
                { said(speech, config, known, chosen) }
                { sum(props) }
            </div>
            <div class="choice-around">
                <table class="figures choice">
                    <thead><tr>{ for heads.map(head) }</tr></thead>
                    <tbody>{ for ours }{ for open }</tbody>
                </table>
            </div>
        </>
    }
}

/// Looks for the best set of the enquiries that no condition stops.
fn search(props: &ChoiceProps) -> Found {
    let mut asked: Vec<&Offered> = props.asked.iter().collect();
    asked.retain(|one| one.brief.appraisal.stops.is_empty());
    let is_many = asked.len() > MOST_CANDIDATES;
    if is_many {
        let per_hour = |one: &&Offered| one.job.per_hour().unwrap_or_default();
        asked.sort_by(|a, b| per_hour(b).total_cmp(&per_hour(a)));
        asked.truncate(MOST_CANDIDATES);
    }
    let taken: Vec<Prospect> = props.taken.iter().map(|one| one.job).collect();
    let jobs: Vec<Prospect> = asked.iter().map(|one| one.job).collect();
    let confidence = props.config.terms.confidence;
    let found = best_jobs(&taken, &jobs, &props.capacity, confidence);
    let chosen = found.iter().filter_map(|place| asked.get(*place));
    let mut chosen: Vec<usize> = chosen.map(|one| one.brief.index).collect();
    chosen.sort_unstable();
    if chosen.is_empty() {
        return Found::Nothing;
    }
    Found::Best(chosen, is_many)
}

/// Returns `true` if a search would have the same inputs.
fn is_same_question(a: &ChoiceProps, b: &ChoiceProps) -> bool {
    a.config == b.config && a.asked == b.asked && a.taken == b.taken && a.capacity == b.capacity
}

/// Sentence about the best set, as long as it is the one that is ticked.
fn said(speech: &Speech, config: &Config, found: Option<&Found>, chosen: &[usize]) -> Html {
    let odds = speak::odds(speech, config.terms.confidence);
    let text = match found {
        Some(Found::Best(best, is_many)) if best == chosen => {
            let key = match is_many {
                true => "capacity.best.of-many",
                false => "capacity.best.said",
            };
            let most = MOST_CANDIDATES.to_string();
            speech.format(key, &[("odds", &odds), ("n", &most)])
        }
        Some(Found::Nothing) if chosen.is_empty() => {
            speech.format("capacity.best.nothing", &[("odds", &odds)])
        }
        _ => return Html::default(),
    };
    html! { <p class="hint">{ text }</p> }
}

/// Sum of the ticked jobs: odds, hours and income.
fn sum(props: &ChoiceProps) -> Html {
    let ChoiceProps {
        speech,
        config,
        told,
        ..
    } = props;
    if told.jobs.is_empty() {
        return Html::default();
    }
    // Of sums that are known so little nothing more is worth telling.
    let money = |amount: f64| speech.money(rounding::two_digits(amount), &config.terms.currency);
    let odds = |odds: f64| speak::odds_under(speech, odds, config.terms.confidence);
    // Jobs that are ours already have a risk of their own.
    let ours: Vec<Prospect> = props.taken.iter().map(|one| one.job).collect();
    let is_more = !ours.is_empty() && told.jobs.len() > ours.len();
    let alone = is_more
        .then(|| portfolio(&ours, &props.capacity).all)
        .flatten();
    let is_enough = told.all.is_none_or(|all| all >= config.terms.confidence);
    let values = [
        ("hours", speech.number(told.hours.round(), 0)),
        (
            "money",
            speech.money(told.brings.round(), &config.terms.currency),
        ),
        ("hour", told.per_hour.map(money).unwrap_or_default()),
        ("quarter", money(told.quarter)),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let class = if is_enough { "all" } else { "all short" };
    html! {
        <>
            if let Some(all) = told.all {
                <p class={class}><strong>{ speech.format("capacity.all", &[("odds", &odds(all))]) }</strong></p>
            }
            if let Some(alone) = alone {
                <p class="hint">{ speech.format("capacity.alone", &[("odds", &odds(alone))]) }</p>
            }
            <p>{ speech.plural("capacity.sum", told.jobs.len() as f64, &values) }</p>
        </>
    }
}

/// A job of the list. `chance` is that of being in time, where it counts; `None` in it without a date.
fn row(props: &ChoiceProps, one: &Offered, is_ours: bool, chance: Option<Option<f64>>) -> Html {
    let ChoiceProps {
        speech,
        config,
        chosen,
        on_chosen,
        ..
    } = props;
    let Offered { brief, job } = one;
    let index = brief.index;
    let is_chosen = chosen.contains(&index);
    let onchange = {
        let mut chosen = chosen.clone();
        match is_chosen {
            true => chosen.retain(|other| *other != index),
            false => chosen.push(index),
        }
        chosen.sort_unstable();
        on_chosen.reform(move |_: Event| chosen.clone())
    };
    let money = |amount: f64| speech.money(amount.round(), &config.terms.currency);
    let by = brief.wanted.map(|day| speech.date(day, false));
    let unsaid = || "–".to_owned();
    let confidence = config.terms.confidence;
    let odds = match chance {
        None => html! { <td></td> },
        Some(None) => html! { <td>{ speech.get("capacity.no-date") }</td> },
        Some(Some(_)) if job.due() <= 0.0 => {
            html! { <td class="short">{ speech.get("capacity.late") }</td> }
        }
        Some(Some(chance)) => html! {
            <td class={classes!((chance < confidence).then_some("short"))}>{ speak::odds_under(speech, chance, confidence) }</td>
        },
    };
    html! {
        <tr key={index}>
            <th scope="row">
                if is_ours {
                    <span>{ &brief.name }</span>
                    <span class="hint">{ speech.get("capacity.ours") }</span>
                } else {
                    <label class="tick">
                        <input type="checkbox" checked={is_chosen} {onchange} />
                        <span>{ &brief.name }</span>
                    </label>
                }
            </th>
            { odds }
            <td>{ by.unwrap_or_else(unsaid) }</td>
            <td>{ speech.number(job.hours().round(), 0) }</td>
            <td>
                { money(job.brings()) }
                if job.is_at_our_price() {
                    <span class="hint">{ speech.get("capacity.our-price") }</span>
                }
            </td>
            <td>{ job.per_hour().map_or_else(unsaid, money) }</td>
        </tr>
    }
}
