//! Files as tools and people write them, each with its result. All of it is made up; the heads are
//! those of the tools.

#![allow(clippy::unwrap_used)]

use super::super::{Chosen, Estimates, JobList, Note, RowErrorKind, read, read_as};
use crate::engine::OwnWeeks;

/// Name, estimated and actual hours of each job.
fn jobs(list: &JobList) -> Vec<(String, f64, f64)> {
    let jobs = list.jobs.iter().map(|row| {
        let hours = row.job.hours.unwrap();
        (row.name.clone(), hours.estimated(), hours.actual())
    });
    jobs.collect()
}

/// Asserts the name, the estimated and the actual hours of each job, without errors.
#[track_caller]
fn assert_jobs(text: &str, expected: &[(&str, f64, f64)]) {
    let list = read(text);
    let expected: Vec<(String, f64, f64)> = expected
        .iter()
        .map(|(name, a, b)| ((*name).to_owned(), *a, *b))
        .collect();
    assert_eq!(jobs(&list), expected, "{text}");
    assert_eq!(list.errors, [], "{text}");
    assert_eq!(list.tracked, [], "{text}");
}

/// Asserts the name, the hours and the price of each job that was added up, without errors.
#[track_caller]
fn assert_tracked(text: &str, expected: &[(&str, f64, Option<f64>)]) {
    let list = read(text);
    let tracked: Vec<(&str, f64, Option<f64>)> = list
        .tracked
        .iter()
        .map(|job| {
            (
                job.name.as_str(),
                (job.hours * 1e6).round() / 1e6,
                job.price,
            )
        })
        .collect();
    assert_eq!(tracked, expected, "{text}");
    assert_eq!(
        (list.jobs.len(), list.errors.len()),
        (0, 0),
        "{text} {:?}",
        list.errors
    );
}

/// Asserts the number of jobs, and the errors with their lines.
#[track_caller]
fn assert_errors(text: &str, jobs: usize, errors: &[(usize, RowErrorKind)]) {
    let list = read(text);
    let found: Vec<(usize, RowErrorKind)> = list
        .errors
        .iter()
        .map(|error| (error.line, error.kind))
        .collect();
    assert_eq!(
        (list.jobs.len(), found.as_slice()),
        (jobs, errors),
        "{text}"
    );
}

#[test]
fn toggl() {
    assert_tracked(
        "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)\n\
         Mia,mia@x.example,Holm,Bakery,,Wireframes,Yes,2026-03-02,09:00:00,2026-03-02,11:30:00,02:30:00,design,212.50\n\
         Jon,jon@x.example,Nord,School,,Kick-off,Yes,2026-03-02,09:00:00,2026-03-02,10:00:00,01:00:00,,85.00\n\
         Mia,mia@x.example,Holm,Bakery,,Layout,Yes,2026-03-03,12:00:00,2026-03-03,16:15:00,04:15:00,,361.25\n",
        &[("Bakery", 6.75, Some(573.75)), ("School", 1.0, Some(85.0))],
    );
    assert_tracked(
        "\"Description\",\"Billable\",\"Duration\",\"Member\",\"Email\",\"Project\",\"Tags\",\"Start date\",\"Start time\",\"Stop date\",\"Stop time\"\n\
         \"Layout\",\"No\",\"1:30:00\",\"Mia\",\"mia@x.example\",\"Bakery\",\"-\",\"2026-03-02\",\"09:00:00\",\"2026-03-02\",\"10:30:00\"\n",
        &[("Bakery", 1.5, None)],
    );
    assert_tracked(
        "Project,Client,Duration,Amount\nBakery,Holm,52:15:00,\nSchool,Nord,24:00:00,\nTotal,,76:15:00,\n",
        &[("Bakery", 52.25, None), ("School", 24.0, None)],
    );
}

#[test]
fn harvest() {
    assert_tracked(
        "Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?,Invoiced?,Approved?,First Name,Last Name,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,Cost Amount,Currency,External Reference URL\n\
         2026-02-02,Holm,Bakery,B1,Design,,3.5,3.5,Yes,No,No,Mia,Berg,,Yes,90.0,315.0,40.0,140.0,Euro - EUR,\n\
         2026-02-03,Holm,Bakery,B1,Code,,2.25,2.25,Yes,No,No,Jon,Dahl,,Yes,90.0,202.5,40.0,90.0,Euro - EUR,\n",
        &[("Bakery", 5.75, Some(517.5))],
    );
    let projects = "Client,Project,Project Code,Start Date,End Date,Project Notes,Total Hours,Billable Hours,Billable Amount,Budget By,Budget,Budget Spent,Budget Remaining,Total Costs\n\
         Holm,Bakery,B1,2026-01-05,,,52.5,50.0,4500.0,Hours Per Project,40.0,52.5,-12.5,2100\n\
         Nord,School,,2026-01-05,,,24.0,24.0,2160.0,Total Project Hours,25.0,24.0,1.0,960\n\
         Vest,Museum,,2026-01-05,,,70.0,70.0,6300.0,Total Project Fees,8000.0,6300.0,1700.0,2800\n";
    let list = read(projects);
    assert_eq!(
        jobs(&list),
        [("Bakery".into(), 40.0, 52.5), ("School".into(), 25.0, 24.0)]
    );
    assert_eq!(list.jobs[0].price, Some(4500.0));
    assert_errors(projects, 2, &[(4, RowErrorKind::MoneyBudget)]);
}

#[test]
fn clockify() {
    assert_tracked(
        "Project,Client,Description,Time (h),Time (decimal),Amount (USD)\nBakery,Holm,Layout,10:30:00,10.50,945.00\nBakery,Holm,Code,42:00:00,42.00,3780.00\n",
        &[("Bakery", 52.5, Some(4725.0))],
    );
    assert_tracked(
        "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD),Billable Amount (USD)\n\
         Bakery,Holm,Layout,,Mia,,mia@x.example,,Yes,03/02/2026,09:00:00 AM,03/02/2026,11:30:00 AM,02:30:00,2.50,90.00,225.00\n",
        &[("Bakery", 2.5, Some(225.0))],
    );
    assert_jobs(
        "Name,Client,Status,Visibility,Billability,Tracked (h),Estimated (h),Remaining (h),Overage (h),Progress (%),Billable (h),Non-billable (h),Billable Rate (USD),Amount (USD)\n\
         Bakery,Holm,Active,Public,Yes,52.50,40.00,0.00,12.50,131.25,50.00,2.50,90.00,4500.00\n\
         School,Nord,Active,Public,Yes,24.00,25.00,1.00,0.00,96.00,24.00,0.00,90.00,2160.00\n",
        &[("Bakery", 40.0, 52.5), ("School", 25.0, 24.0)],
    );
}

#[test]
fn everhour_and_others() {
    assert_jobs(
        "Project,Client,Time,Estimate,Remaining\nBakery,Holm,52h 15m,40h,0h\nSchool,Nord,24h,25h,1h\n",
        &[("Bakery", 40.0, 52.25), ("School", 25.0, 24.0)],
    );
    let jira = read(
        "Summary,Issue key,Issue Type,Original Estimate,Remaining Estimate,Time Spent\nBakery,AC-1,Epic,144000,0,188100\nSchool,AC-2,Epic,90000,0,86400\n",
    );
    assert_eq!(
        jobs(&jira),
        [
            ("Bakery".into(), 40.0, 52.25),
            ("School".into(), 25.0, 24.0)
        ]
    );
    assert_eq!(jira.notes, [Note::Seconds]);
    assert_jobs(
        "Title,Budgeted hours,Logged hours,Fee\nBakery,1w,1w 1d 4h 30m,\"4,500\"\n",
        &[("Bakery", 40.0, 52.5)],
    );
}

#[test]
fn trackers_of_tasks() {
    let clickup = "Username,Description,Start,Start Text,Stop,Time Tracked,Time Tracked Text,List Name,Task ID,Task Name,Task Time Estimated,Task Time Estimated Text\n\
         Mia,a,1767000000000,12/29/2025,1767005400000,5400000,1 h 30 m,Sites,abc,Bakery,144000000,40 h\n\
         Jon,b,1767000000000,12/29/2025,1767180000000,180000000,50 h,Sites,abc,Bakery,144000000,40 h\n\
         Jon,c,1767000000000,12/29/2025,1767003600000,3600000,1 h,Sites,abc,Bakery,144000000,40 h\n\
         Jon,d,1767000000000,12/29/2025,1767086400000,86400000,24 h,Sites,abd,School,90000000,25 h\n";
    let list = read(clickup);
    assert_eq!(list.notes, [Note::Milliseconds, Note::OnceEach]);
    let merged = list.merged().jobs;
    let hours = |place: usize| {
        merged[place]
            .job
            .hours
            .map(|hours| (hours.estimated(), hours.actual()))
    };
    assert_eq!(
        (hours(0), hours(1)),
        (Some((40.0, 52.5)), Some((25.0, 24.0)))
    );
    assert_jobs(
        "Task Name,Baseline Work,Actual Work,Remaining Work\nBakery,40 hrs,52.5 hrs,0 hrs\n",
        &[("Bakery", 40.0, 52.5)],
    );
    assert_jobs(
        "Job,Est. hrs,Act. hrs\nBakery,40,52.5\n",
        &[("Bakery", 40.0, 52.5)],
    );
    assert_tracked(
        "Date,From,To,Duration,Rate,Internal price,User,Customer,Project,Activity,Description,Billable\n2026-03-02,09:00,11:30,2:30,225.00,100.00,mia,Holm,Bakery,Design,,yes\n",
        &[("Bakery", 2.5, None)],
    );
    // Nobody has estimated the second and third.
    assert_errors(
        "Name,Tracked (h),Estimated (h)\nBakery,52.5,40\nSchool,24,0.00\nMuseum,70,-\n",
        1,
        &[(3, RowErrorKind::NoEstimate), (4, RowErrorKind::NoEstimate)],
    );
    // Phases that were estimated each on its own are added up.
    let phases = read("Job,Estimated,Actual\nA,10,12\nA,10,11\nA,10,9\nB,10,12\nB,20,25\n");
    assert_eq!(
        (
            phases.notes.len(),
            phases.merged().jobs[0].job.hours.unwrap().estimated()
        ),
        (0, 30.0)
    );
}

#[test]
fn spreadsheets_in_many_languages() {
    for (head, name) in [
        ("Project;Estimated hours;Actual hours", "en"),
        ("Opgave;Estimeret tid;Forbrugt tid", "da"),
        ("Sag;Anslåede timer;Brugte timer", "da"),
        ("Projekt;Kalkuliert;Gebucht", "de"),
        ("Auftrag;Geplante Stunden;Tatsächliche Stunden", "de"),
        ("Projekt;Plan-Std.;Ist-Std.", "de"),
        ("Proyek;Perkiraan jam;Jam aktual", "id"),
        ("Pekerjaan;Rencana;Realisasi", "id"),
        ("Proyecto;Horas estimadas;Horas reales", "es"),
        ("Proyecto;Presupuestado;Dedicado", "es"),
        ("Projet;Heures prévues;Heures réelles", "fr"),
        ("Projet;Temps estimé;Temps passé", "fr"),
        ("Project;Geschatte uren;Werkelijke uren", "nl"),
        ("Klus;Begroot;Besteed", "nl"),
        ("Projeto;Horas previstas;Horas trabalhadas", "pt"),
        ("Projeto;Orçado;Realizado", "pt"),
        ("Projekt;Szacowany czas;Rzeczywisty czas", "pl"),
        ("Zlecenie;Zaplanowane godziny;Przepracowane godziny", "pl"),
        ("Proje;Tahmini süre;Gerçek süre", "tr"),
        ("İş;Planlanan saat;Harcanan saat", "tr"),
        ("プロジェクト;見積時間;実績時間", "ja"),
        ("案件;予定工数;実際の工数", "ja"),
        ("المشروع;الساعات المقدرة;الساعات الفعلية", "ar"),
        ("مشروع;تقدير;الوقت المستغرق", "ar"),
    ] {
        let text = format!("{head}\nBakery;40;52,5\nSchool;25;24\n");
        assert_jobs(&text, &[("Bakery", 40.0, 52.5), ("School", 25.0, 24.0)]);
        // The same with what it took first.
        let mut turned: Vec<&str> = head.split(';').collect();
        turned.swap(1, 2);
        let text = format!("{}\nBakery;52,5;40\n", turned.join(";"));
        assert_jobs(&text, &[("Bakery", 40.0, 52.5)]);
        assert!(!name.is_empty());
    }
    for head in [
        "Projekt;Kunde;Dauer",
        "Projekt;Klient;Varighed",
        "Projet;Client;Durée",
        "Proyecto;Cliente;Duración",
        "Projeto;Cliente;Duração",
        "Project;Klant;Duur",
        "Projekt;Klient;Czas",
        "Proje;Müşteri;Süre",
        "Proyek;Klien;Durasi",
        "プロジェクト;顧客;時間",
        "المشروع;العميل;المدة",
    ] {
        assert_tracked(
            &format!("{head}\nBakery;Holm;1:30\nBakery;Holm;0:45\n"),
            &[("Bakery", 2.25, None)],
        );
    }
}

#[test]
fn what_stands_around_a_list() {
    let jobs = [("Bakery", 40.0, 52.5), ("School", 25.0, 24.0)];
    // As a browser reads two bytes a letter that nothing announces.
    let plain = "Project,Estimated,Actual\nBakery,40,52.5\nSchool,25,24\n";
    let two_bytes: String = plain.chars().flat_map(|c| [c, '\0']).collect();
    for text in [
        "sep=;\nProject;Estimated;Actual\nBakery;40;52.5\nSchool;25;24\n",
        "Report of our jobs\nJanuary to March 2026\n\nProject,Estimated,Actual\nBakery,40,52.5\nSchool,25,24\n",
        "Project | Estimated | Actual\nBakery | 40 | 52.5\nSchool | 25 | 24\n",
        "Project\tEstimated\tActual\r\nBakery\t40\t52.5\r\nSchool\t25\t24\r\n",
        "Project,Estimated,Actual\nBakery,40,52.5\nSchool,25,24\nTotal,65,76.5\n",
        "Project,Estimated,Actual\nBakery,40,52.5\nSchool,25,24\n,65,76.5\n",
        "Bakery,40,52.5\nSchool,25,24\n",
        "2026-03-01;Bakery;40;52,5\n2026-03-09;School;25;24\n",
        "Project,Estimated,Actual,Price\nBakery,30-50,52.5,\"€4,200\"\nSchool,25,24,\n",
        &two_bytes,
        "プロジェクト,見積,実績\nBakery,４０,５２.５\nSchool,２５,２４\n",
        "مشروع,تقدير,فعلي\nBakery,٤٠,٥٢.٥\nSchool,٢٥,٢٤\n",
        "Start,Ende,Projekt,Geschätzt,Ist\n01.02.2026,20.02.2026,Bakery,40,52.5\n01.02.2026,20.02.2026,School,25,24\n",
    ] {
        assert_jobs(text, &jobs);
    }
    assert_eq!(
        read("Project,Estimated,Actual\nBakery,30-50,52.5\n").notes,
        [Note::Ranges]
    );
    let days = read("Projekt;Soll (Tage);Ist (Tage)\nBakery;5;6,5\n");
    assert_eq!(self::jobs(&days), [("Bakery".into(), 40.0, 52.0)]);
    assert_eq!(days.notes, [Note::Days]);
    assert_jobs(
        "Job,Estimated (minutes),Actual (minutes)\nBakery,2400,3150\n",
        &[("Bakery", 40.0, 52.5)],
    );
}

#[test]
fn nothing_is_taken_for_hours_that_is_none() {
    for text in [
        "Project,Estimated cost,Estimated hours,Actual hours,Actual cost\nBakery,4200,40,52.5,5000\n",
        "Project,Planned start,Planned hours,Actual end,Actual hours\nBakery,2026-01-12,40,2026-02-12,52.5\n",
        "Project,Estimated,Actual,End time,Remaining hours,Billable hours\nBakery,40,52.5,17:30,0,50\n",
        "Project,Budget,Estimated hours,Actual hours\nBakery,\"€4,200\",40,52.5\n",
    ] {
        assert_jobs(text, &[("Bakery", 40.0, 52.5)]);
    }
    // An estimate in money is none.
    assert_errors(
        "Project,Estimated,Actual\nBakery,€4200,52.5\nSchool,25,24\n",
        1,
        &[(
            2,
            RowErrorKind::Figures(crate::engine::OwnJobError::EstimatedHours),
        )],
    );
    // Columns that nothing names are shown, and no entries are made of prices.
    let prices = read("Project,Price\nBakery,4200\nSchool,2600\n");
    assert_eq!((prices.jobs.len(), prices.tracked.len()), (0, 0));
}

#[test]
fn lines_that_lack_something_say_what() {
    let rows: Vec<String> = (0..57).map(|n| format!("Job {n},,10")).collect();
    let text = format!(
        "Project,Estimated,Actual\n{}\nA,1,2\nB,2,3\nC,,\n",
        rows.join("\n")
    );
    let list = read(&text);
    assert_eq!((list.rows, list.jobs.len(), list.errors.len()), (60, 2, 58));
    assert!(
        list.errors[..57]
            .iter()
            .all(|error| error.kind == RowErrorKind::NoEstimate)
    );
    assert_eq!(list.errors[57].kind, RowErrorKind::NoFigures);
    assert_errors(
        "Project,Duration\nBakery,1:30\n,2:00\nSchool,\nMuseum,soon\n",
        0,
        &[
            (3, RowErrorKind::NoName),
            (4, RowErrorKind::NoActual),
            (
                5,
                RowErrorKind::Figures(crate::engine::OwnJobError::ActualHours),
            ),
        ],
    );
}

#[test]
fn estimates_only_are_no_jobs() {
    assert_errors(
        "Project,Estimated\nBakery,40\n",
        0,
        &[(2, RowErrorKind::NoActual)],
    );
}

#[test]
fn an_estimate_of_an_entry_makes_a_job_of_it() {
    let text = "Client,Project,Hours\nHolm,Site,10\nNord,Site,20\nHolm,Site,5\nNord,Shop,1\n";
    let estimates = Estimates::from([("Site (Holm)".to_owned(), 12.0)]);
    let list = read_as(text, None, &estimates);
    let names: Vec<&str> = list.tracked.iter().map(|job| job.name.as_str()).collect();
    assert_eq!(names, ["Site (Holm)", "Site (Nord)", "Shop"]);
    assert_eq!(jobs(&list), [("Site (Holm)".into(), 12.0, 15.0)]);
    assert_eq!(read(text).with_estimates(&estimates), list);
}

#[test]
fn columns_that_were_chosen_are_taken() {
    let text = "one,two,three,four\n10,Bakery,40,52\n20,School,25,24\n";
    let chosen = Chosen {
        name: Some(1),
        estimated: Some(2),
        actual: Some(3),
        ..Chosen::default()
    };
    let list = read_as(text, Some(chosen), &Estimates::new());
    assert_eq!(
        jobs(&list),
        [("Bakery".into(), 40.0, 52.0), ("School".into(), 25.0, 24.0)]
    );
    assert_eq!(list.heads, ["one", "two", "three", "four"]);
    assert_eq!(list.sample[1], ["20", "School", "25", "24"]);
    let weeks = Chosen {
        name: Some(1),
        planned_weeks: Some(2),
        actual_weeks: Some(3),
        ..Chosen::default()
    };
    let list = read_as(text, Some(weeks), &Estimates::new());
    let bakery = list.jobs[0].job;
    assert_eq!(bakery.hours, None);
    assert_eq!(bakery.weeks, OwnWeeks::new(40.0, 52.0).ok());
    let none = Chosen::default();
    assert_eq!(read_as(text, Some(none), &Estimates::new()).jobs, []);
}

#[test]
fn a_year_of_a_tracker_is_added_up() {
    let rows = (0..10_000).map(|n| format!("Project {},Client,{}:30:00,note {n}\n", n % 80, n % 7));
    let text = format!(
        "Project,Client,Duration,Description\n{}",
        rows.collect::<String>()
    );
    let list = read(&text);
    assert_eq!(
        (list.tracked.len(), list.errors.len(), list.rows),
        (80, 0, 10_000)
    );
    let hours: f64 = list.tracked.iter().map(|job| job.hours).sum();
    let expected: f64 = (0..10_000).map(|n| f64::from(n % 7) + 0.5).sum();
    assert!((hours - expected).abs() < 1e-6);
}
