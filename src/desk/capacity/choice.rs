//! The enquiries to tick, the odds of those that are, and the money that their hours bring.

use super::ladder::{Rung, ladder};
use crate::config::Config;
use crate::desk::cards::AppraisedBrief;
use crate::engine::{self, Capacity, MOST_CANDIDATES, Portfolio, Prospect, Verdict, rounding};
use crate::i18n::{Speech, speak};
use crate::widget::element::el;
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

/// Props of [`JobChoice`].
#[derive(Properties, Clone, PartialEq)]
pub struct JobChoiceProps {
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
    pub portfolio: Rc<Portfolio>,
    /// Hours of the shop.
    pub capacity: Capacity,
    /// Called with the indices that are ticked then.
    pub on_chosen: Callback<Vec<usize>>,
}

/// Outcome of a search for the best that fits.
#[derive(Clone, PartialEq)]
struct Found {
    /// Sets for less and less certainty, the first with that of the shop, by the indices in the list.
    rungs: Vec<Rung>,
    /// True if only some of the enquiries were tried.
    is_many: bool,
    /// Names of those that a no leaves out.
    refused: Vec<String>,
}

impl Found {
    /// The best set with the shop's confidence; empty if nothing more is in time.
    fn best(&self) -> &[usize] {
        self.rungs.first().map_or(&[], |rung| &rung.places)
    }
}

/// The list to tick, with its consequences.
#[component]
pub fn JobChoice(props: &JobChoiceProps) -> Html {
    let JobChoiceProps {
        speech,
        config,
        asked,
        taken,
        chosen,
        portfolio,
        on_chosen,
        ..
    } = props;
    let found = use_state(|| None::<(JobChoiceProps, Found)>);
    let on_best = {
        let (props, found) = (props.clone(), found.setter());
        Callback::from(move |_: MouseEvent| {
            let result = search(&props);
            if !result.best().is_empty() {
                props.on_chosen.emit(result.best().to_vec());
            }
            found.set(Some((props.clone(), result)));
        })
    };
    let answers = |(asked, _): &&(JobChoiceProps, Found)| is_same_question(asked, props);
    let known = found.as_ref().filter(answers).map(|(_, found)| found);
    let is_chosen = |one: &Offered| chosen.contains(&one.brief.index);
    let ticked = asked.iter().filter(|one| is_chosen(one));
    let mut chances = taken.iter().chain(ticked).zip(&portfolio.jobs);
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
            { known.map_or_else(Html::default, |found| more(props, found)) }
            <div class="choice-around">
                <table class="figures choice">
                    <thead><tr>{ for heads.map(head) }</tr></thead>
                    <tbody>{ for ours }{ for open }</tbody>
                </table>
            </div>
        </>
    }
}

/// Looks for the best sets of the enquiries that are no plain no: a condition that stops a job may be
/// settled.
fn search(props: &JobChoiceProps) -> Found {
    let is_refused = |one: &&Offered| one.brief.appraisal.verdict == Verdict::Decline;
    let (refused, mut asked): (Vec<&Offered>, Vec<&Offered>) =
        props.asked.iter().partition(is_refused);
    let is_many = asked.len() > MOST_CANDIDATES;
    if is_many {
        let per_hour = |one: &&Offered| one.job.per_hour().unwrap_or_default();
        asked.sort_by(|a, b| per_hour(b).total_cmp(&per_hour(a)));
        asked.truncate(MOST_CANDIDATES);
    }
    let taken: Vec<Prospect> = props.taken.iter().map(|one| one.job).collect();
    let jobs: Vec<Prospect> = asked.iter().map(|one| one.job).collect();
    let mut rungs = ladder(
        &taken,
        &jobs,
        &props.capacity,
        props.config.terms.confidence,
    );
    for rung in &mut rungs {
        let chosen = rung.places.iter().filter_map(|place| asked.get(*place));
        rung.places = chosen.map(|one| one.brief.index).collect();
        rung.places.sort_unstable();
    }
    Found {
        rungs,
        is_many,
        refused: refused.iter().map(|one| one.brief.name.clone()).collect(),
    }
}

/// Larger sets that are on time less often, to choose, and those that the search left out.
fn more(props: &JobChoiceProps, found: &Found) -> Html {
    let JobChoiceProps {
        speech,
        config,
        chosen,
        on_chosen,
        ..
    } = props;
    let terms = &config.terms;
    let rungs = found.rungs.iter().skip(1).map(|rung| {
        let all = rung.all.map_or_else(String::new, |all| {
            speak::odds_under(speech, all, terms.confidence)
        });
        let brings = speech.money(rounding::two_digits(rung.brings), &terms.currency);
        let values = [("money", &*brings), ("odds", &*all)];
        let text = speech.plural("capacity.more.set", rung.places.len() as f64, &values);
        let is_chosen = if rung.places == *chosen {
            "true"
        } else {
            "false"
        };
        let places = rung.places.clone();
        el("li", "").child(
            el("button", "")
                .attr("type", "button")
                .attr("aria-pressed", is_chosen)
                .on_click(&on_chosen.reform(move |()| places.clone()))
                .text(text),
        )
    });
    let has_more = found.rungs.len() > 1;
    let refused = (!found.refused.is_empty()).then(|| {
        let quoted = |name: &String| speech.format("letter.name", &[("name", name)]);
        let names: Vec<String> = found.refused.iter().map(quoted).collect();
        let names = speech.list(&names);
        el("p", "hint").text(speech.format("capacity.refused", &[("names", &names)]))
    });
    el("div", "about")
        .maybe_child(has_more.then(|| el("p", "hint").message(speech, "capacity.more")))
        .maybe_child(has_more.then(|| el("ul", "row").children(rungs)))
        .maybe_child(refused)
        .into()
}

/// Returns `true` if a search would have the same inputs.
fn is_same_question(a: &JobChoiceProps, b: &JobChoiceProps) -> bool {
    a.config == b.config && a.asked == b.asked && a.taken == b.taken && a.capacity == b.capacity
}

/// Sentence about the best set, as long as it is the one that is ticked.
fn said(speech: &Speech, config: &Config, found: Option<&Found>, chosen: &[usize]) -> Html {
    let odds = speak::odds(speech, config.terms.confidence);
    let text = match found {
        Some(found) if found.best() == chosen && !chosen.is_empty() => {
            let key = match found.is_many {
                true => "capacity.best.of-many",
                false => "capacity.best.said",
            };
            let most = MOST_CANDIDATES.to_string();
            speech.format(key, &[("odds", &odds), ("n", &most)])
        }
        Some(found) if found.best().is_empty() && chosen.is_empty() => {
            speech.format("capacity.best.nothing", &[("odds", &odds)])
        }
        _ => return Html::default(),
    };
    html! { <p class="hint">{ text }</p> }
}

/// Sum of the ticked jobs: odds, hours and income.
fn sum(props: &JobChoiceProps) -> Html {
    let JobChoiceProps {
        speech,
        config,
        portfolio,
        ..
    } = props;
    if portfolio.jobs.is_empty() {
        return Html::default();
    }
    // Of sums that are known so little nothing more is worth telling.
    let money = |amount: f64| speech.money(rounding::two_digits(amount), &config.terms.currency);
    let odds = |odds: f64| speak::odds_under(speech, odds, config.terms.confidence);
    // Jobs that are ours already have a risk of their own.
    let ours: Vec<Prospect> = props.taken.iter().map(|one| one.job).collect();
    let is_more = !ours.is_empty() && portfolio.jobs.len() > ours.len();
    let alone = is_more
        .then(|| engine::portfolio(&ours, &props.capacity).all)
        .flatten();
    let is_enough = portfolio
        .all
        .is_none_or(|all| all >= config.terms.confidence);
    let values = [
        ("hours", speech.number(portfolio.hours.round(), 0)),
        (
            "money",
            speech.money(portfolio.brings.round(), &config.terms.currency),
        ),
        ("hour", portfolio.per_hour.map(money).unwrap_or_default()),
        ("quarter", money(portfolio.quarter)),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let class = if is_enough { "all" } else { "all short" };
    html! {
        <>
            if let Some(all) = portfolio.all {
                <p class={class}><strong>{ speech.format("capacity.all", &[("odds", &odds(all))]) }</strong></p>
            }
            if let Some(alone) = alone {
                <p class="hint">{ speech.format("capacity.alone", &[("odds", &odds(alone))]) }</p>
            }
            <p>{ speech.plural("capacity.sum", portfolio.jobs.len() as f64, &values) }</p>
        </>
    }
}

/// A job of the list. `chance` is that of being in time, where it counts; `None` in it without a date.
fn row(props: &JobChoiceProps, one: &Offered, is_ours: bool, chance: Option<Option<f64>>) -> Html {
    let JobChoiceProps {
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
                if job.is_quoted() {
                    <span class="hint">{ speech.get("capacity.our-price") }</span>
                }
            </td>
            <td>{ job.per_hour().map_or_else(unsaid, money) }</td>
        </tr>
    }
}
