//! Columns and rows that look like others: money like hours, a second estimate, a group like a job.

#![allow(clippy::unwrap_used)]

use super::super::{Chosen, Estimates, Note, RowErrorKind, read, read_as};
use super::{assert_added_up, assert_merged};

#[test]
fn money_is_not_taken_for_hours() {
    // Hubstaff.
    for text in [
        "Date,Project,Member,Time,Spent,Currency\n2026-03-02,Website,Amy,1:30:00,142.50,GBP\n",
        "Date,Project,Member,Spent,Currency,Time\n2026-03-02,Website,Amy,142.50,GBP,1:30:00\n",
        "Date,Project,Member,Time,Spent\n2026-03-02,Website,Amy,1:30:00,142.50\n",
        "Date,Project,Member,Time,Spent,Currency\n2026-03-02,Website,Amy,1.5,142.50,GBP\n",
        "Date,Project,Member,Hours,Spent,Cur.\n2026-03-02,Website,Amy,1.5,142.50,GBP\n",
        "Project,Regular hours,Total hours,Activity,Regular spent,Total spent,Currency\n\
         Website,1:00:00,1:30:00,50%,95.00,142.50,GBP\n",
        "Project,Regular hours,Total hours,Activity,Regular spent,Total spent,Currency\n\
         Website,1.0,1.5,50%,95.00,142.50,GBP\n",
        "Projekt;Budget (€);Verbraucht (€);Stunden\nWebsite;4.000,00;5.250,00;1,5\n",
        "Projekt;Budget;Forbrug;Timer;Valuta\nWebsite;4.000,00;5.250,00;1,5;DKK\n",
        "Date,Time,Project,Hours\n2026-03-02,09:00,Website,1.5\n",
        "Datum;Zeit;Projekt;Dauer\n02.03.2026;09:00;Website;1,5\n",
    ] {
        assert_added_up(text, &[("Website", 1.5)]);
    }
    for text in [
        "Project,Budget,Spent,Currency\nWebsite,4000.00,5250.00,GBP\n",
        "Projekt;Budget (EUR);Ist (EUR)\nWebsite;4.000,00;5.250,00\n",
        "Project,Estimated,Actual,Currency\nWebsite,4000.00,5250.00,GBP\n",
        "Projekt;Budget;Verbraucht;Währung\nWebsite;4.000,00;5.250,00;EUR\n",
    ] {
        let list = read(text);
        let kinds: Vec<RowErrorKind> = list.errors.iter().map(|error| error.kind).collect();
        assert_eq!(kinds, [RowErrorKind::Money], "{text}");
        assert_eq!((list.jobs.len(), list.tracked.len()), (0, 0), "{text}");
    }
    // The currency is that of the price, and what says that it is of time is.
    for text in [
        "Project,Estimated,Actual,Price,Currency\nWebsite,40,52.5,4200,GBP\n",
        "Project,Budget hours,Spent hours,Budget,Spent,Currency\nWebsite,40,52.5,4000,5250,GBP\n",
        "Project,Budget,Spent,Currency\nWebsite,40:00,52:30,GBP\n",
        "Project,Estimated (h),Time spent,Currency\nWebsite,40,52.5,GBP\n",
    ] {
        assert_merged(text, &[("Website", 40.0, 52.5)]);
    }
}

#[test]
fn the_estimate_from_before_the_work_began_wins() {
    for head in [
        "Job,Revised estimate,Original estimate,Actual",
        "Job,Updated estimate,Initial estimate,Actual",
        "Job,Updated,Initial,Actual",
        "Job,Estimate,Original estimate,Actual",
        "Job,Current estimate,Estimate,Actual",
        "Job,Revised hours,Original hours,Actual hours",
        "Job,New estimated hours,Original estimate,Actual hours",
        "Job,Forecast,Estimate,Actual",
        "Job,Original budget,Estimated hours,Actual hours",
        "Projekt,Neue Schätzung,Ursprünglich geschätzt,Ist",
        "Projekt,Aktualisierte Schätzung,Ursprüngliche Schätzung,Ist",
        "Projekt,Schätzung neu,Schätzung,Ist-Stunden",
        "Sag,Revideret estimat,Oprindeligt estimat,Brugt",
        "Sag,Rev. estimat,Opr. estimat,Brugt",
        "Sag,Nyt estimat,Første estimat,Brugte timer",
        "Projet,Estimation révisée,Estimation initiale,Temps passé",
        "Proyecto,Estimación revisada,Estimación inicial,Real",
        "Proyek,Estimasi baru,Estimasi awal,Aktual",
    ] {
        assert_merged(
            &format!("{head}\nBakery,60,40,52.5\n"),
            &[("Bakery", 40.0, 52.5)],
        );
    }
    let text = "Job,Revised planned weeks,Planned weeks,Actual weeks\nBakery,6,4,7\n";
    let weeks = read(text).jobs[0].job.weeks.unwrap();
    assert_eq!((weeks.planned(), weeks.actual()), (4.0, 7.0));
    // A revised estimate is nothing that it took.
    let list = read("Job,Original hours,Revised hours\nBakery,40,60\n");
    assert_eq!(list.errors[0].kind, RowErrorKind::NoActual);
}

#[test]
fn the_price_of_an_hour_is_not_that_of_the_job() {
    for rate in [
        "Price per hour",
        "Price/hour",
        "Price (per day)",
        "Hourly price",
        "Fee per month",
        "Unit price",
        "Preis pro Stunde",
        "Preis je Std.",
        "Preis/h",
        "Stundensatz",
        "Stundenhonorar",
        "Tagessatz",
        "Timepris",
        "Pris pr. time",
        "Prix par heure",
        "Prix horaire",
        "Tarif horaire",
        "Precio por hora",
        "Prijs per uur",
        "Preço por hora",
        "Harga per jam",
        "Satz (€/h)",
        "Price (EUR/h)",
    ] {
        let list = read(&format!(
            "Job;{rate};Estimated;Actual;Price\nBakery;90;40;52.5;4200\n"
        ));
        assert_eq!(list.jobs[0].price, Some(4200.0), "{rate}");
        let list = read(&format!("Job;Estimated;Actual;{rate}\nBakery;40;52.5;90\n"));
        assert_eq!((list.jobs.len(), list.jobs[0].price), (1, None), "{rate}");
        // Nor is it a length of time.
        assert_added_up(
            &format!("Job;{rate};Hours\nBakery;90;52.5\n"),
            &[("Bakery", 52.5)],
        );
    }
    for price in [
        "Price",
        "Price (€)",
        "Fee per project",
        "Amount (EUR)",
        "Zeithonorar",
        "Preis",
    ] {
        let list = read(&format!(
            "Job;Estimated;Actual;{price}\nBakery;40;52.5;4200\n"
        ));
        assert_eq!(list.jobs[0].price, Some(4200.0), "{price}");
    }
}

#[test]
fn the_job_is_the_project_and_nothing_about_it() {
    for text in [
        "Date,Person,Project Group,Project,Minutes,Description\n2026-03-02,Amy,Retail,Website,90,Home\n",
        "Date,Project Manager,Project Status,Project Name,Hours\n2026-03-02,Amy,Active,Website,1.5\n",
        "Projekttyp;Projektleiter;Projekt;Stunden\nIntern;Amy;Website;1,5\n",
        "Projektgruppe;Projektname;Stunden\nHandel;Website;1,5\n",
        "Project description,Project,Hours\nThe new one,Website,1.5\n",
        "Project Manager,Task,Hours\nAmy,Website,1.5\n",
        "Projektgruppe;Sag;Timer\nHandel;Website;1,5\n",
    ] {
        assert_added_up(text, &[("Website", 1.5)]);
    }
}

#[test]
fn an_effort_that_was_estimated_is_an_estimate() {
    for head in [
        // Redmine.
        "#,Projekt,Thema,Geschätzter Aufwand,Aufgewendete Zeit",
        "Nr,Projekt,Thema,Geplanter Aufwand,Tatsächlicher Aufwand",
        "Nr,Projekt,Thema,Schätzaufwand geplant,Aufwand",
        "Id,Project,Subject,Estimated effort,Effort",
        "Nr,Sag,Emne,Forventet forbrug,Forbrug",
        "Nr,Sag,Emne,Estimeret tidsforbrug,Faktisk tidsforbrug",
        "Nr,Projekt,Thema,Budget Stunden,Budget-Verbrauch",
        "Nr,Projekt,Thema,Soll,Verbraucht",
    ] {
        let text = format!("{head}\n7,Website,Home,40,52.5\n");
        assert_merged(&text, &[("Website", 40.0, 52.5)]);
    }
}

#[test]
fn names_that_differ_in_capitals_only_are_one_job() {
    assert_merged(
        "Job,Estimated,Actual\nBakery,40,52\nBAKERY,10,8\nbakery ,5,5\nSchool,1,2\n",
        &[("Bakery", 55.0, 65.0), ("School", 1.0, 2.0)],
    );
    assert_added_up(
        "Project,Client,Hours\nWeb  Shop,Holm,1\nweb shop,HOLM,2\nÄrzte,Nord,1\närzte,Nord,1\n",
        &[("Web  Shop", 3.0), ("Ärzte", 2.0)],
    );
}

#[test]
fn work_that_nobody_planned_is_part_of_the_overrun() {
    let text = "Project,Subject,Estimated time,Spent time\n\
         Website,Home,20,25\nWebsite,Shop,40,50\nWebsite,Bug after launch,,15\n\
         website,Extra wish,0.00,10\nBooking,Form,30,33\n";
    assert_merged(text, &[("Website", 60.0, 100.0), ("Booking", 30.0, 33.0)]);
    let list = read(text);
    assert_eq!((list.merged().rows, list.jobs.len()), (3, 3));
    // Each on its own has no estimate.
    let lines: Vec<usize> = list.errors.iter().map(|error| error.line).collect();
    assert_eq!(lines, [4, 5]);
    // It may stand before what was estimated, and in seconds.
    assert_merged(
        "Project name,Summary,Original Estimate,Time Spent\n\
         Website,Bug,,54000\nWebsite,Home,72000,90000\nWebsite,Shop,144000,180000\n",
        &[("Website", 60.0, 90.0)],
    );
    // The row of all of it is no job, by its name or without one.
    for last in ["Total,,60,90", ",,60,90"] {
        let text = format!(
            "Project,Subject,Estimated,Spent\nWebsite,Bug,-,15\nWebsite,Home,20,25\nWebsite,Shop,40,50\n{last}\n"
        );
        assert_merged(&text, &[("Website", 60.0, 90.0)]);
    }
    assert_merged(
        "Project,Estimated,Spent\nWebsite,20,25\nWebsite,,15\n,20,40\n",
        &[("Website", 20.0, 40.0)],
    );
}

#[test]
fn work_without_an_estimate_in_any_row_has_none() {
    for (rows, lines) in [
        (
            "Website,Home,20,25\nMuseum,Bug,,15\nMuseum,Form,0,5\n",
            vec![3, 4],
        ),
        // Nobody knows whose it is.
        ("Website,Home,20,25\n,Bug,,15\n", vec![3]),
        // Nor how much it was.
        (
            "Website,Home,20,25\nWebsite,Bug,,soon\nWebsite,Bug,,\n",
            vec![3, 4],
        ),
        // A typo, for all that is known.
        ("Website,Home,20,25\nWebsite,Bug,,5000\n", vec![3]),
    ] {
        let text = format!("Project,Subject,Estimated,Spent\n{rows}");
        let merged = read(&text).merged();
        let errors: Vec<usize> = merged.errors.iter().map(|error| error.line).collect();
        assert_eq!((merged.jobs.len(), errors), (1, lines), "{rows}");
        assert_eq!(merged.jobs[0].job.hours.unwrap().actual(), 25.0);
    }
}

#[test]
fn further_work_leaves_the_price_of_a_job() {
    let price = |rows: &str| {
        let list = read(&format!("Job,Estimated,Actual,Price\n{rows}"));
        list.merged().jobs[0].price
    };
    assert_eq!(price("A,40,52,4200\nA,,10,\n"), Some(4200.0));
    assert_eq!(price("A,40,52,4200\nA,,10,300\n"), Some(4500.0));
    assert_eq!(price("A,40,52,\nA,,10,300\n"), None);
}

#[test]
fn of_two_columns_of_one_name_none_is_guessed() {
    let text = "Job,Hours,Hours,Price\nBakery,40,52.5,4200\n";
    let list = read(text);
    let guess = Chosen {
        name: Some(0),
        price: Some(3),
        ..Chosen::default()
    };
    assert_eq!(
        (list.chosen, list.notes.as_slice()),
        (guess, [Note::Twins].as_slice())
    );
    assert_eq!((list.jobs.len(), list.tracked.len()), (0, 0));
    let twins: Vec<bool> = (0..4).map(|column| list.has_twin(column)).collect();
    assert_eq!(twins, [false, true, true, false]);
    // Until they are chosen.
    let chosen = Chosen {
        estimated: Some(1),
        actual: Some(2),
        ..guess
    };
    let list = read_as(text, Some(chosen), &Estimates::new());
    assert_eq!((list.jobs.len(), list.notes.len()), (1, 0));
    // An unclear estimate is not none.
    let list = read("Job,Estimated,estimated ,Actual\nBakery,40,45,52.5\n");
    assert_eq!((list.chosen.estimated, list.tracked.len()), (None, 0));
    assert_eq!(list.errors[0].kind, RowErrorKind::NoEstimate);
    let list = read("Job,Estimated,Actual,Price,Price\nBakery,40,52.5,4200,90\n");
    assert_eq!((list.jobs[0].price, list.notes.len()), (None, 1));
    // The same twice is no question, nor is a column of something else.
    assert_merged(
        "Job,Estimated,Actual,Actual,Job\nBakery,40,52.5,52.5,Bakery\n",
        &[("Bakery", 40.0, 52.5)],
    );
    assert_added_up(
        "Job,Hours,Hours\nBakery,52.5,billable\n",
        &[("Bakery", 52.5)],
    );
}

#[test]
fn the_offset_of_a_time_is_neither_a_job_nor_hours() {
    for text in [
        "Id,StartDate,StartTimeOffset,EndTimeOffset,Duration,ActivityID,Activity,Note\n\
         1,2026-02-02,+0100,+0100,07:30:00,8,Website,\n",
        "Day,Time zone,Duration,Activity\n2026-02-02,UTC+2,7:30,Website\n",
        "Date,UTC offset,Hours,Activity\n2026-02-02,-05:00,7.5,Website\n",
        "Date,tz,hours,Project\n2026-02-02,-5,7.5,Website\n",
        "Date,User,Zone,Hours,What\n2026-02-02,Amy,+02:00,7.5,Website\n",
    ] {
        assert_added_up(text, &[("Website", 7.5)]);
    }
    // Nor is the one who worked.
    let list = read("Date,User,Hours\n2026-02-02,Amy,7.5\n");
    assert_eq!(list.errors[0].kind, RowErrorKind::NoName);
}

#[test]
fn points_and_times_in_a_status_are_no_hours() {
    for text in [
        "ID,Title,Status,Estimate,Project,Time in current status (minutes)\n\
         W-1,Home,Done,3,Website,9000\nW-2,Shop,Done,5,Website,90\n",
        "Key,Summary,Estimate,Cycle time\nW-1,Home,3,40\nW-2,Shop,5,90\n",
        "Key,Summary,Estimate,Story points\nW-1,Home,30,5\nW-2,Shop,50,8\n",
        "Key,Summary,Estimate,Tid i status (timer)\nW-1,Home,3,40\nW-2,Shop,5,90\n",
    ] {
        let list = read(text);
        assert_eq!((list.jobs.len(), list.tracked.len()), (0, 0), "{text}");
        assert_eq!(list.errors[0].kind, RowErrorKind::NoActual, "{text}");
    }
    assert_merged(
        "Key,Summary,Story point estimate,Original estimate,Time spent\nW-1,Home,5,7,8\n",
        &[("Home", 7.0, 8.0)],
    );
}
