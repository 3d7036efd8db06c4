//! State of the tool: it keeps the hours and the ticks, and has the jobs worked out together.

use super::choice::{JobChoice, JobChoiceProps, Offered};
use super::hours::{Calendar, Hours};
use super::strip::{StripProps, strip};
use super::unlisted::Unlisted;
use crate::config::Config;
use crate::desk::browser;
use crate::desk::cards::AppraisedBrief;
use crate::desk::hooks::use_stored_elsewhere;
use crate::desk::parts::{ImportSource, NumberOf, allow_drop, on_drop, open_file};
use crate::desk::sheet::plain;
use crate::engine::{Prospect, portfolio};
use crate::i18n::Speech;
use std::rc::Rc;
use yew::prelude::*;

/// Name of the hours in storage.
const CAPACITY: &str = "capacity";

/// Props of [`CapacityTool`].
#[derive(Properties, Clone, PartialEq)]
pub struct CapacityProps {
    /// Words.
    pub speech: Speech,
    /// Configuration of the shop.
    pub config: Rc<Config>,
    /// Enquiries that are open, with their appraisals.
    pub asked: Vec<AppraisedBrief>,
    /// Jobs that are ours and not delivered yet.
    pub taken: Vec<AppraisedBrief>,
    /// Names of those that are open and in neither, with the reason.
    pub unlisted: Vec<(Unlisted, String)>,
    /// Today, in days from 1 January 1970.
    pub today: i64,
}

/// The hours that are stored on this device, and the way to change them.
#[hook]
fn use_hours(today: i64) -> (UseStateHandle<Hours>, Callback<Hours>) {
    let stored = move || {
        let mut hours: Hours = browser::stored(CAPACITY).unwrap_or_default();
        hours.forget_past(today);
        hours
    };
    let hours = use_state(stored);
    {
        let hours = hours.setter();
        use_stored_elsewhere(CAPACITY, move || hours.set(stored()));
    }
    let on_hours = {
        let hours = hours.setter();
        Callback::from(move |changed: Hours| {
            browser::store(CAPACITY, &changed);
            hours.set(changed);
        })
    };
    (hours, on_hours)
}

/// The tool itself: the enquiries to take, and their dates.
#[component]
pub fn CapacityTool(props: &CapacityProps) -> Html {
    let speech = &props.speech;
    let is_open = use_state(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let details = event.target_unchecked_into::<web_sys::Element>();
            is_open.set(details.has_attribute("open"));
        })
    };
    html! {
        <details class="more capacity" {ontoggle}>
            <summary>{ speech.get("capacity") }</summary>
            if *is_open {
                <Opened ..props.clone() />
            }
        </details>
    }
}

/// A list in numbers, without the briefs that the terms cannot name.
fn offered(briefs: &[AppraisedBrief], config: &Config) -> Vec<Offered> {
    let one = |brief: &AppraisedBrief| {
        let job = config.terms.check(&brief.brief).ok()?.prospect();
        Some(Offered {
            brief: brief.clone(),
            job,
        })
    };
    briefs.iter().filter_map(one).collect()
}

/// The tool, once it was opened.
#[component]
fn Opened(props: &CapacityProps) -> Html {
    let CapacityProps {
        speech,
        config,
        today,
        ..
    } = props;
    let (hours, on_hours) = use_hours(*today);
    let lists = (props.asked.clone(), props.taken.clone(), Rc::clone(config));
    let lists = use_memo(lists, |(asked, taken, config)| {
        (offered(asked, config), offered(taken, config))
    });
    let (asked, taken) = &*lists;
    // An index alone may be that of another enquiry, once one was deleted and one added.
    let ticked = use_state(Vec::<(usize, String)>::new);
    let known = |one: &&Offered| {
        let mut ticked = ticked.iter();
        ticked.any(|(index, name)| *index == one.brief.index && *name == one.brief.name)
    };
    let chosen: Vec<usize> = asked
        .iter()
        .filter(known)
        .map(|one| one.brief.index)
        .collect();
    let on_chosen = {
        let (ticked, lists) = (ticked.setter(), Rc::clone(&lists));
        Callback::from(move |chosen: Vec<usize>| {
            let asked = lists.0.iter().map(|one| &one.brief);
            let asked = asked.filter(|brief| chosen.contains(&brief.index));
            ticked.set(
                asked
                    .map(|brief| (brief.index, brief.name.clone()))
                    .collect(),
            );
        })
    };
    let most = config.terms.team.hours_per_week;
    let capacity = hours.capacity(most, *today);
    let is_chosen = |one: &&Offered| chosen.contains(&one.brief.index);
    let jobs: Vec<&Offered> = taken.iter().chain(asked.iter().filter(is_chosen)).collect();
    let all: Vec<Prospect> = jobs.iter().map(|one| one.job).collect();
    let portfolio = Rc::new(portfolio(&all, &capacity));
    let strip = strip(&StripProps {
        speech: speech.clone(),
        hours: (*hours).clone(),
        weeks: hours.strip(most, *today),
        first: capacity.first,
        names: jobs.iter().map(|one| one.brief.name.clone()).collect(),
        spread: portfolio.jobs.iter().map(|job| job.weeks.clone()).collect(),
        taken: taken.len(),
        on_hours: on_hours.clone(),
    });
    let on_files = {
        let (hours, on_hours, today) = ((*hours).clone(), on_hours.clone(), *today);
        Callback::from(move |files: Vec<ImportSource>| {
            let mut hours = hours.clone();
            for file in files {
                if let Some(text) = file.text.filter(|text| text.contains("BEGIN:VEVENT")) {
                    let calendar = Calendar::read(&text, today);
                    hours.calendars.insert(file.name, calendar);
                }
            }
            on_hours.emit(hours);
        })
    };
    let ondrop = {
        let on_drop = on_drop(on_files.clone());
        // An entry of a calendar that is dropped elsewhere is an enquiry.
        Callback::from(move |event: DragEvent| {
            event.stop_propagation();
            on_drop.emit(event);
        })
    };
    let choice = JobChoiceProps {
        speech: speech.clone(),
        config: Rc::clone(config),
        asked: asked.clone(),
        taken: taken.clone(),
        chosen,
        portfolio,
        capacity,
        on_chosen,
    };
    html! {
        <section class="capacity-of" aria-label={speech.get("capacity")} {ondrop} ondragover={allow_drop()}>
            <p class="hint">{ speech.get("capacity.lead") }</p>
            { usual(speech, &hours, most, &on_hours) }
            { strip }
            { calendars(speech, &hours, most, *today, &on_hours, &on_files) }
            <JobChoice ..choice />
            { unlisted(props) }
            { rule(speech, most) }
        </section>
    }
}

/// The field for the hours of a week.
fn usual(speech: &Speech, hours: &Hours, most: f64, on_hours: &Callback<Hours>) -> Html {
    let on_value = {
        let (hours, on_hours) = (hours.clone(), on_hours.clone());
        Callback::from(move |value: Option<serde_json::Value>| {
            let usual = value.as_ref().and_then(serde_json::Value::as_f64);
            if value.is_none() || usual.is_some_and(|usual| usual >= 0.0) {
                let hours = hours.clone();
                on_hours.emit(Hours { usual, ..hours });
            }
        })
    };
    let most = speech.number(most, 1);
    html! {
        <div class="field">
            <label for="capacity-usual">{ speech.get("capacity.usual") }</label>
            <NumberOf
                speech={speech.clone()} id="capacity-usual" value={hours.usual.map(plain)} {on_value} described="capacity-usual-hint"
            />
            <p class="hint" id="capacity-usual-hint">{ speech.format("capacity.usual.hint", &[("hours", &most)]) }</p>
        </div>
    }
}

/// The calendars that were opened, with the way to open one.
fn calendars(
    speech: &Speech,
    hours: &Hours,
    most: f64,
    today: i64,
    on_hours: &Callback<Hours>,
    on_files: &Callback<Vec<ImportSource>>,
) -> Html {
    let usual = hours.usual.unwrap_or(most);
    let line = |(name, calendar): (&String, &Calendar)| {
        let onclick = {
            let (mut hours, on_hours, name) = (hours.clone(), on_hours.clone(), name.clone());
            hours.calendars.remove(&name);
            on_hours.reform(move |_: MouseEvent| hours.clone())
        };
        let taken = speech.number(calendar.takes_in_all(usual, today), 0);
        let values = [("file", name.as_str()), ("hours", taken.as_str())];
        html! {
            <li class="row" key={name.clone()}>
                <span>{ speech.format("capacity.calendar", &values) }</span>
                <button type="button" class="quiet" {onclick}>{ speech.get("capacity.calendar.remove") }</button>
            </li>
        }
    };
    html! {
        <>
            <div class="row">
                { open_file(speech.get("capacity.open"), ".ics,text/calendar", true, on_files) }
                <span class="hint">{ speech.get("capacity.open.hint") }</span>
            </div>
            <div role="status"><ul class="lines">{ for hours.calendars.iter().map(line) }</ul></div>
        </>
    }
}

/// The names of those that are not in the list, a line for each reason.
fn unlisted(props: &CapacityProps) -> Html {
    let CapacityProps {
        speech,
        config,
        unlisted,
        ..
    } = props;
    let lines = Unlisted::ALL.into_iter().filter_map(|reason| {
        let names = unlisted.iter().filter(|(why, _)| *why == reason);
        let names: Vec<String> = names.map(|(_, name)| name.clone()).collect();
        (!names.is_empty()).then(|| reason.sentence(speech, &config.terms.currency, &names))
    });
    html! { for line in lines { <p class="hint">{ line }</p> } }
}

/// The rule by which it is worked out, with its assumptions.
fn rule(speech: &Speech, most: f64) -> Html {
    let most = speech.number(most, 1);
    html! {
        <details>
            <summary>{ speech.get("capacity.rule") }</summary>
            <ul class="lines">
                <li>{ speech.format("capacity.rule.order", &[("hours", &most)]) }</li>
                <li>{ speech.get("capacity.rule.shared") }</li>
                <li>{ speech.get("capacity.rule.best") }</li>
            </ul>
        </details>
    }
}
