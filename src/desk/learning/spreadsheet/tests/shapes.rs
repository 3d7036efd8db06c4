//! Lists of other shapes: jobs in columns or in levels, averages, days of delivery, hours that are left, and units that
//! stand in cells.

#![allow(clippy::unwrap_used)]

use super::super::{Note, RowErrorKind, read};
use super::{assert_added_up, assert_left_out, assert_merged};
use crate::engine::OwnJobError;

#[test]
fn work_without_a_day_of_delivery_is_not_finished_where_others_have_one() {
    for (head, day) in [
        ("Name;Delivered;Estimate (h);Actual (h)", "2026-04-02"),
        ("Name;Done on;Estimate (h);Actual (h)", "April 2, 2026"),
        ("Projekt;Abgeschlossen am;Soll;Ist", "02.04.2026"),
        ("Sag;Faktisk levering;Estimat;Brugt", "02-04-2026"),
        ("Projet;Livré le;Prévu;Passé", "02/04/2026"),
    ] {
        assert_left_out(head, day, "");
    }
    for text in [
        // A column that is not kept up, or that says something else.
        "Project,Delivered,Estimate,Actual\nBakery,,40,52\nSchool,,40,10\n",
        "Project,Planned delivery,Estimate,Actual\nBakery,2026-04-02,40,52\nSchool,,40,10\n",
        "Project,Status,Delivered,Estimate,Actual\nBakery,Done,2026-04-02,40,52\nSchool,Done,,40,10\n",
        "Project,Delivered,Estimate,Actual\nBakery,2026-04-02,40,52\nBakery,,40,10\n",
    ] {
        let list = read(text);
        assert_eq!((list.jobs.len(), list.unfinished), (2, vec![]), "{text}");
    }
}

#[test]
fn work_with_hours_left_is_not_finished() {
    for (head, none, left) in [
        ("Task;Remaining;Estimate;Spent", "0h", "35h"),
        ("Task;Remaining;Estimate;Spent", "-12", "30"),
        ("Opgave;Resterende timer;Estimat;Brugt", "0", "15"),
        ("Aufgabe;Restaufwand;Soll;Ist", "0", "38"),
    ] {
        assert_left_out(head, none, left);
    }
    for text in [
        // The rest of the estimate of a job that took less.
        "Task,Estimate,Spent,Remaining\nBakery,40,52,0\nSchool,40,25,15\n",
        "Task,Estimate,Spent,Budget remaining\nBakery,40,52,0\nSchool,40,25,30\n",
        "Task,Estimate,Spent,Remaining\nBakery,40,52,0\nSchool,40,25,1500\n",
    ] {
        let list = read(text);
        assert_eq!((list.jobs.len(), list.unfinished), (2, vec![]), "{text}");
    }
}

#[test]
fn weeks_in_words_are_no_hours() {
    for text in [
        "Projekt;Geplante Dauer;Tatsächliche Dauer;Geschätzt h;Ist h\nBäckerei;3 Wochen;4,5 Wochen;40;52,5\n",
        "Sag;Planlagt varighed;Faktisk varighed;Estimat timer;Brugte timer\nBageren;3 uger;4,5 uger;40;52,5\n",
        "Job;Planned;Took;Estimated hours;Hours\nBakery;3 weeks;4.5 weeks;40;52.5\n",
    ] {
        let list = read(text);
        let job = list.jobs[0].job;
        let (hours, weeks) = (job.hours.unwrap(), job.weeks.unwrap());
        assert_eq!((hours.estimated(), hours.actual()), (40.0, 52.5), "{text}");
        assert_eq!((weeks.planned(), weeks.actual()), (3.0, 4.5), "{text}");
        assert_eq!(list.notes, [], "{text}");
    }
    let list = read(
        "Job,Planned duration,Actual duration\nBakery,3 weeks,4 weeks\nSchool,2 weeks,3 days\n",
    );
    assert_eq!((list.jobs.len(), list.jobs[0].job.hours), (1, None));
    assert_eq!(
        list.errors[0].kind,
        RowErrorKind::Figures(OwnJobError::ActualWeeks)
    );
    // Weeks of work stay hours beside hours.
    assert_merged(
        "Title,Budgeted hours,Logged hours\nBakery,1 week,52h\n",
        &[("Bakery", 40.0, 52.0)],
    );
}

#[test]
fn an_average_is_no_job() {
    for name in [
        "Durchschnitt",
        "Average:",
        "Gennemsnit",
        "Moyenne",
        "Media",
        "Mean",
        "Ø",
    ] {
        for last in ["", "Total,65,76\n"] {
            let text =
                format!("Job,Estimated,Actual\nBakery,40,52\nSchool,25,24\n{name},32.5,38\n{last}");
            assert_merged(&text, &[("Bakery", 40.0, 52.0), ("School", 25.0, 24.0)]);
            assert!(read(&text).sums.contains(&4), "{text}");
        }
    }
    assert_merged(
        "Job,Estimated,Actual\nMedia,40,52\nSchool,25,24\n",
        &[("Media", 40.0, 52.0), ("School", 25.0, 24.0)],
    );
}

#[test]
fn entries_of_a_job_have_its_budget_once_be_they_only_two() {
    let text = "Datum;Projekt;Person;Stunden;Budget (Std)\n\
                02.02.2026;Bäckerei;Mia;20;40\n03.02.2026;Bäckerei;Jon;32;40\n04.02.2026;Schule;Jon;24;25\n";
    assert_merged(text, &[("Bäckerei", 40.0, 52.0), ("Schule", 25.0, 24.0)]);
    assert_eq!(read(text).notes, [Note::Once]);
    // Two jobs of a name, each with a day of its delivery.
    assert_merged(
        "Job,Estimate,Actual,Delivered\nFlyer,10,12,2025-02-02\nFlyer,10,11,2026-02-02\n",
        &[("Flyer", 20.0, 23.0)],
    );
}

#[test]
fn of_a_client_and_its_projects_in_levels_the_project_is_the_job() {
    let head = "username,local_date,hours,jobcode_1,jobcode_2";
    assert_added_up(
        &format!(
            "{head}\nmia,2026-02-02,3.5,Holm,Shop\nmia,2026-02-03,2,Holm,News\nmia,2026-02-03,1,Nord,News\n\
             mia,2026-02-03,0.5,Internal,\n"
        ),
        &[
            ("Shop", 3.5),
            ("News (Holm)", 2.0),
            ("News (Nord)", 1.0),
            ("Internal", 0.5),
        ],
    );
    assert_added_up(
        &format!("{head}\nmia,2026-02-02,3.5,Bakery,\n"),
        &[("Bakery", 3.5)],
    );
}

#[test]
fn jobs_that_stand_in_columns_are_read() {
    for text in [
        ";Bageren;Skolen\nEstimeret;40;25\nBrugt;52,5;24\nPris;4.200,00;2.600,00\n",
        "Projekt;Bageren;Skolen\nKunde;Holm;Nord\nSoll (h);40;25\nIst (h);52,5;24\n",
        ",Bageren,Skolen\nActual hours,52.5,24\nEstimated hours,40,25\n",
    ] {
        assert_merged(text, &[("Bageren", 40.0, 52.5), ("Skolen", 25.0, 24.0)]);
        assert_eq!(read(text).notes, [Note::Turned], "{text}");
    }
    let list = read(";A;B\nEstimeret;40;\nBrugt;52,5;24\n");
    assert_eq!((list.jobs.len(), list.errors[0].line), (1, 3));
    // A job may be called like that.
    assert_merged(
        "Name,Estimated,Actual\nPlanning tool,40,52\nTime tracker,25,24\n",
        &[("Planning tool", 40.0, 52.0), ("Time tracker", 25.0, 24.0)],
    );
}

#[test]
fn each_row_has_its_unit_where_a_column_says_it() {
    let text = "Projekt;Soll;Ist;Einheit\nBäckerei;5;6,5;Tage\nSchule;25;24;Stunden\n";
    assert_merged(text, &[("Bäckerei", 40.0, 52.0), ("Schule", 25.0, 24.0)]);
    assert_eq!(read(text).notes, [Note::Days]);
    assert_added_up(
        "Project,Quantity,Unit,Hours\nBakery,1,h,90\n",
        &[("Bakery", 90.0)],
    );
    let list = read("Projekt;Soll;Ist;Einheit\nBäckerei;5;6;h\nSchule;3;4;Stk\n");
    assert_eq!((list.jobs.len(), list.errors[0].line), (1, 3));
    // A unit of a shop is none of its figures.
    assert_merged(
        "Project,Unit,Estimated,Actual\nBakery,Design,40,52\n",
        &[("Bakery", 40.0, 52.0)],
    );
}

#[test]
fn figures_that_may_be_minutes_are_asked_about() {
    let text = "Name,Estimated time,Actual time\nHome,480,510\nShop,1200,1530\n";
    assert_eq!(read(text).notes, [Note::Minutes]);
    // One heading that says so is enough.
    for head in [
        "Estimated time,Actual time (minutes)",
        "Estimated minutes,Actual time",
    ] {
        let list = read(&format!("Name,{head}\nHome,480,510\nShop,1200,1530\n"));
        let hours = list.jobs[1].job.hours.unwrap();
        assert_eq!((hours.estimated(), hours.actual()), (20.0, 25.5), "{head}");
        assert_eq!(list.notes, [], "{head}");
    }
    for text in [
        "Name,Estimated hours,Actual hours\nHome,480,510\nShop,1200,1530\n",
        "Name,Estimated,Actual\nHome,480,512\nShop,1200,1530\n",
        "Name,Estimated,Actual\nHome,40,50\nShop,120,130\n",
    ] {
        assert_eq!(read(text).notes, [], "{text}");
    }
}
