//! Finished jobs of the shop: a pasted or opened list, and the overrun and the calendar that it teaches.

mod choice;
mod curves;
mod errors;
mod estimates;
mod hindsight;
mod kept;
mod lesson;
mod rows;
mod state;
mod subject;
mod tables;

use super::spreadsheet::{Chosen, Estimates, JobList, read, read_as};
use crate::desk::agreed::{finished, service_hours};
use crate::desk::browser;
use crate::desk::cards::use_cards;
use crate::desk::door::kind::Kind;
use crate::desk::door::{Misplaced, misplaced_notice};
use crate::desk::hooks::use_stored_elsewhere;
use crate::desk::parts::{ImportSource, Table, allow_drop, on_drop, open_file};
use crate::desk::sheet::{self, Sheet};
use crate::engine::{OwnJob, learned_overrun, learned_schedule, leave_one_out};
use crate::i18n::Speech;
use choice::column_choice;
use errors::{lines, row_errors};
use estimates::asked_estimates;
use kept::{Kept, use_kept};
use lesson::{LessonProps, lesson};
use serde_json::Value;
use state::{JobAction, JobText};
use std::rc::Rc;
use subject::{Subject, wait};
use tables::{filled, table_choice};
use yew::prelude::*;

/// Name of the list in storage.
const JOBS: &str = "jobs";

/// Props of [`Jobs`].
#[derive(Properties, Clone, PartialEq)]
pub struct JobsProps {
    /// Configuration in the editor.
    pub sheet: Sheet,
    /// True if it is on the screen.
    pub is_shown: bool,
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
    let cards = use_cards(props.is_shown);
    let is_unreadable = use_state(|| false);
    let misplaced = use_state(|| None::<Misplaced>);
    let tables = use_state(Vec::<Table>::new);
    let on_open = {
        let (text, is_unreadable) = (text.dispatcher(), is_unreadable.setter());
        let (misplaced, tables) = (misplaced.setter(), tables.setter());
        Callback::from(move |mut sources: Vec<ImportSource>| {
            let Some(source) = sources.pop() else {
                return;
            };
            let file = match filled(&source.tables) {
                Some(table) => Some(table.text.clone()),
                None => source.text,
            };
            is_unreadable.set(file.is_none());
            let other = file
                .as_deref()
                .and_then(|file| Misplaced::unless(file, |kind| kind == Kind::Text));
            if let (Some(file), None) = (file, &other) {
                text.dispatch(JobAction::Open(file));
                tables.set(source.tables);
            }
            misplaced.set(other);
        })
    };
    let on_table = {
        let text = text.dispatcher();
        Callback::from(move |table: String| text.dispatch(JobAction::Open(table)))
    };
    let oninput = {
        let text = text.dispatcher();
        Callback::from(move |event: InputEvent| {
            let area = event.target_unchecked_into::<web_sys::HtmlTextAreaElement>();
            text.dispatch(JobAction::Type(area.value()));
        })
    };
    let (kept, on_kept) = use_kept();
    // A long text is not read again for each estimate that is typed.
    let columns = Kept {
        estimates: Estimates::new(),
        ..(*kept).clone()
    };
    let plain = use_memo((text.text.clone(), columns), |(text, columns)| {
        let guessed = read(text);
        match columns.chosen(&guessed.heads) {
            None => guessed,
            chosen => read_as(text, chosen, &columns.estimates),
        }
    });
    let list = use_memo(
        (Rc::clone(&plain), kept.estimates.clone()),
        |(plain, estimates)| plain.with_estimates(estimates),
    );
    let is_one_each = use_state(|| false);
    let merged = use_memo(Rc::clone(&list), |list: &Rc<JobList>| list.merged());
    let repeated = merged.rows;
    let (mut rows, wrong) = match *is_one_each {
        true => (list.jobs.clone(), &list.errors),
        false => (merged.jobs.clone(), &merged.errors),
    };
    let on_chosen = {
        let (kept, heads) = ((*kept).clone(), list.heads.clone());
        on_kept.reform(move |chosen: Chosen| Kept {
            columns: Some((heads.clone(), chosen)),
            ..kept.clone()
        })
    };
    let on_estimates = {
        let kept = (*kept).clone();
        on_kept.reform(move |estimates: Estimates| Kept {
            estimates,
            ..kept.clone()
        })
    };
    let delivered = finished(&cards);
    let count = delivered.len();
    rows.extend(delivered);
    let jobs: Vec<OwnJob> = rows.iter().map(|row| row.job).collect();
    let currency = currency(&list.currencies, &sheet.config);
    let wait = wait(&sheet.config);
    let backtests = leave_one_out(&jobs, wait);
    html! {
        <div class="jobs">
            <div class="field" ondrop={on_drop(on_open.clone())} ondragover={allow_drop()}>
                <label for="jobs-text">{ speech.get("jobs.paste") }</label>
                <textarea
                    id="jobs-text" rows="8" spellcheck="false" value={text.text.clone()} {oninput}
                    aria-describedby="jobs-hint" placeholder={speech.get("jobs.example")}
                />
                <p class="hint" id="jobs-hint">{ speech.get("jobs.hint") }</p>
                { list_actions(speech, &text, &on_open) }
                { table_choice(speech, &tables, &text.text, &on_table) }
                { misplaced_notice(speech, &misplaced) }
                if *is_unreadable {
                    <p class="problem" role="alert">{ speech.get("briefs.no-file") }</p>
                }
            </div>
            { column_choice(speech, &list, &on_chosen) }
            <div role="status">
                if !list.sums.is_empty() {
                    <p class="hint">{ speech.format("jobs.sums", &[("lines", &lines(&list.sums))]) }</p>
                }
                if !list.parts.is_empty() {
                    <p class="hint">{ speech.format("jobs.parts", &[("lines", &lines(&list.parts))]) }</p>
                }
                if !list.unfinished.is_empty() {
                    <p class="hint">{ speech.format("jobs.unfinished", &[("lines", &lines(&list.unfinished))]) }</p>
                }
                if list.currencies.len() > 1 {
                    <p class="hint">{ speech.format("jobs.currencies", &[("currencies", &speech.list(&list.currencies))]) }</p>
                }
            </div>
            if repeated > 0 {
                <label class="tick">
                    <input type="checkbox" checked={!*is_one_each} onchange={let is_one_each = is_one_each.clone(); move |_: Event| is_one_each.set(!*is_one_each)} />
                    <span>{ speech.plural("jobs.repeated", repeated as f64, &[]) }</span>
                </label>
            }
            { row_errors(speech, wrong, list.rows) }
            { asked_estimates(speech, &list, &kept.estimates, &on_estimates) }
            if count > 0 {
                <p class="hint">{ speech.plural("jobs.delivered", count as f64, &[]) }</p>
            }
            { service_hours(speech, &cards, &sheet.config).map(Html::from).unwrap_or_default() }
            if let Some(learned) = learned_overrun(&jobs) {
                { lesson(&LessonProps {
                    sheet: sheet.clone(), subject: Subject::Hours, learned, backtest: backtests.hours, jobs: rows.clone(),
                    currency: currency.clone(),
                }) }
            }
            if let Some(learned) = learned_schedule(&jobs, wait) {
                { lesson(&LessonProps {
                    sheet: sheet.clone(), subject: Subject::Weeks { wait }, learned: learned.map(|schedule| schedule.spread),
                    backtest: backtests.weeks, jobs: rows, currency,
                }) }
            }
        </div>
    }
}

/// The buttons below the list.
fn list_actions(
    speech: &Speech,
    text: &UseReducerHandle<JobText>,
    on_open: &Callback<Vec<ImportSource>>,
) -> Html {
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
            { open_file(speech.get("jobs.open"), ".csv,.tsv,.txt,.xlsx,text/csv", false, on_open) }
            if !text.text.is_empty() {
                <button type="button" onclick={on_save}>{ speech.get("jobs.save") }</button>
                <button type="button" class="quiet" onclick={on_clear}>{ speech.get("jobs.clear") }</button>
            }
            if text.previous.is_some() {
                <button type="button" class="quiet" onclick={on_undo}>{ speech.get("jobs.undo") }</button>
            }
        </div>
    }
}

/// Code of the currency that prices are said in: that of the terms where they say none. Empty where
/// they say several.
fn currency(said: &[String], config: &Value) -> String {
    match said {
        [] => sheet::text(config, "/terms/currency").to_owned(),
        [one] => match one.as_str() {
            "€" => "EUR".to_owned(),
            "$" => "USD".to_owned(),
            "£" => "GBP".to_owned(),
            code if code.len() == 3 && code.is_ascii() => code.to_owned(),
            _ => sheet::text(config, "/terms/currency").to_owned(),
        },
        _ => String::new(),
    }
}
