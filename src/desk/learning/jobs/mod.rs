//! Finished jobs of the shop: a pasted or opened list, and the overrun and the calendar that it teaches.

mod curves;
mod hindsight;
mod lesson;
mod rows;
mod state;
mod subject;

use super::spreadsheet::{self, RowError, RowErrorKind};
use crate::desk::browser;
use crate::desk::hooks::use_stored_elsewhere;
use crate::desk::parts::{ImportSource, OpenFile, allow_drop, last_text, on_drop};
use crate::desk::sheet::Sheet;
use crate::engine::{OwnJob, OwnJobError, learned_overrun, learned_schedule, leave_one_out};
use crate::i18n::Speech;
use lesson::Lesson;
use state::{JobAction, JobText};
use subject::{Subject, wait};
use yew::prelude::*;

/// Name of the list in storage.
const JOBS: &str = "jobs";

/// Props of [`Jobs`].
#[derive(Properties, Clone, PartialEq)]
pub struct JobsProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
}

/// The list that is stored on this device.
#[hook]
fn use_job_text() -> UseReducerHandle<JobText> {
    let stored = || browser::stored_text(JOBS).unwrap_or_default();
    let text = use_reducer(|| JobText::stored(stored()));
    {
        let text = text.dispatcher();
        use_stored_elsewhere(JOBS, move || text.dispatch(JobAction::Load(stored())));
    }
    use_effect_with((text.text.clone(), text.is_stored), |(text, is_stored)| {
        if !is_stored {
            browser::store_text(JOBS, Some(text.as_str()).filter(|text| !text.is_empty()));
        }
    });
    text
}

/// The list of finished jobs and its lessons.
#[component]
pub fn Jobs(props: &JobsProps) -> Html {
    let sheet = &props.sheet;
    let speech = &sheet.speech;
    let text = use_job_text();
    let is_unreadable = use_state(|| false);
    let on_open = {
        let (text, is_unreadable) = (text.dispatcher(), is_unreadable.setter());
        last_text(Callback::from(move |file: Option<String>| {
            is_unreadable.set(file.is_none());
            if let Some(file) = file {
                text.dispatch(JobAction::Open(file));
            }
        }))
    };
    let oninput = {
        let text = text.dispatcher();
        Callback::from(move |event: InputEvent| {
            let area = event.target_unchecked_into::<web_sys::HtmlTextAreaElement>();
            text.dispatch(JobAction::Type(area.value()));
        })
    };
    let list = spreadsheet::read(&text.text);
    let jobs: Vec<OwnJob> = list.jobs.iter().map(|row| row.job).collect();
    let wait = wait(&sheet.config);
    let told = leave_one_out(&jobs, wait);
    html! {
        <div class="jobs">
            <div class="field" ondrop={on_drop(on_open.clone())} ondragover={allow_drop()}>
                <label for="jobs-text">{ speech.say("jobs.paste") }</label>
                <textarea
                    id="jobs-text" rows="8" spellcheck="false" value={text.text.clone()} {oninput}
                    aria-describedby="jobs-hint" placeholder={speech.say("jobs.example")}
                />
                <p class="hint" id="jobs-hint">{ speech.say("jobs.hint") }</p>
                <ListActions speech={speech.clone()} {text} {on_open} />
                if *is_unreadable {
                    <p class="problem" role="alert">{ speech.say("briefs.no-file") }</p>
                }
            </div>
            <RowErrors speech={speech.clone()} errors={list.errors} />
            if let Some(learned) = learned_overrun(&jobs) {
                <Lesson sheet={sheet.clone()} subject={Subject::Hours} {learned} backtest={told.hours} jobs={list.jobs.clone()} />
            }
            if let Some(learned) = learned_schedule(&jobs, wait) {
                <Lesson
                    sheet={sheet.clone()} subject={Subject::Weeks { wait }} learned={learned.map(|schedule| schedule.spread)}
                    backtest={told.weeks} jobs={list.jobs}
                />
            }
        </div>
    }
}

#[derive(Properties, Clone, PartialEq)]
struct ListActionsProps {
    speech: Speech,
    text: UseReducerHandle<JobText>,
    on_open: Callback<Vec<ImportSource>>,
}

/// The buttons below the list.
#[component]
fn ListActions(props: &ListActionsProps) -> Html {
    let ListActionsProps {
        speech,
        text,
        on_open,
    } = props;
    let on_save = {
        let text = text.text.clone();
        Callback::from(move |_: MouseEvent| browser::save("jobs.csv", &text))
    };
    let (on_clear, on_undo) = {
        let (clear, undo) = (text.dispatcher(), text.dispatcher());
        (
            Callback::from(move |_: MouseEvent| clear.dispatch(JobAction::Clear)),
            Callback::from(move |_: MouseEvent| undo.dispatch(JobAction::Undo)),
        )
    };
    html! {
        <div class="row">
            <OpenFile label={speech.say("jobs.open")} accept=".csv,.tsv,.txt,text/csv" {on_open} />
            if !text.text.is_empty() {
                <button type="button" onclick={on_save}>{ speech.say("jobs.save") }</button>
                <button type="button" class="quiet" onclick={on_clear}>{ speech.say("jobs.clear") }</button>
            }
            if text.previous.is_some() {
                <button type="button" class="quiet" onclick={on_undo}>{ speech.say("ready.undo") }</button>
            }
        </div>
    }
}

#[derive(Properties, Clone, PartialEq)]
struct RowErrorsProps {
    speech: Speech,
    errors: Vec<RowError>,
}

/// The errors in the rows of the list.
#[component]
fn RowErrors(props: &RowErrorsProps) -> Html {
    let RowErrorsProps { speech, errors } = props;
    let message = |kind: RowErrorKind| {
        speech.say(match kind {
            RowErrorKind::NoFigures => "jobs.wrong.none",
            RowErrorKind::Price => "jobs.wrong.price",
            RowErrorKind::Figures(OwnJobError::EstimatedHours) => "jobs.wrong.estimated",
            RowErrorKind::Figures(OwnJobError::ActualHours) => "jobs.wrong.actual",
            RowErrorKind::Figures(OwnJobError::HoursTooFarApart) => "jobs.wrong.apart",
            RowErrorKind::Figures(OwnJobError::PlannedWeeks) => "jobs.wrong.weeks.planned",
            RowErrorKind::Figures(OwnJobError::ActualWeeks) => "jobs.wrong.weeks.actual",
            RowErrorKind::Figures(OwnJobError::WeeksTooFarApart) => "jobs.wrong.weeks.apart",
        })
    };
    let row = |error: &RowError| {
        let line = error.line.to_string();
        html! { <li class="problem">{ speech.with("jobs.wrong", &[("line", &line), ("what", &message(error.kind))]) }</li> }
    };
    html! {
        <div role="status">
            if !errors.is_empty() {
                <ul class="unplaced">{ for errors.iter().map(row) }</ul>
            }
        </div>
    }
}
