//! Exports whose rows are not simply jobs or entries: trees with sums, weeks, tasks with estimates of their own,
//! hours in two columns, and budgets of money beside those of time.

#![allow(clippy::unwrap_used)]

use super::super::{Note, read};
use super::{assert_added_up, assert_left_out, assert_merged};

#[test]
fn a_group_is_not_added_to_its_own_sum() {
    // Toggl, by project and description.
    let summary = "\"Project\",\"Client\",\"Description\",\"Duration\",\"Duration %\",\"Amount (EUR)\"\n\
         \"Bakery\",\"Holm\",\"\",\"52:15:00\",\"68.52%\",\"4441.25\"\n\
         \"Bakery\",\"Holm\",\"Layout\",\"30:15:00\",\"39.67%\",\"2571.25\"\n\
         \"Bakery\",\"Holm\",\"Code\",\"22:00:00\",\"28.85%\",\"1870.00\"\n\
         \"School\",\"Nord\",\"\",\"24:00:00\",\"31.48%\",\"2040.00\"\n\
         \"School\",\"Nord\",\"Photos\",\"24:00:00\",\"31.48%\",\"2040.00\"\n";
    assert_added_up(summary, &[("Bakery", 52.25), ("School", 24.0)]);
    assert_eq!(read(summary).sums, [2, 5]);
    assert_eq!(read(summary).tracked[0].price, Some(4441.25));
    // Everhour and others, where the rows below have no name.
    let tree = "Project,Task,Time,Estimate,Progress,Billable Amount\n\
         Bakery,,52:15,40:00,131%,\"€4,500.00\"\n\
         ,Layout,30:15,20:00,151%,\"€2,500.00\"\n\
         ,Code,22:00,20:00,110%,\"€2,000.00\"\n\
         School,,24:00,25:00,96%,\"€2,160.00\"\n\
         ,Photos,24:00,25:00,96%,\"€2,160.00\"\n\
         Total,,76:15,65:00,117%,\"€6,660.00\"\n";
    assert_merged(tree, &[("Bakery", 40.0, 52.25), ("School", 25.0, 24.0)]);
    assert_eq!(read(tree).sums, [2, 5, 7]);
    // Of Excel, behind the rows of each job.
    assert_merged(
        "Sag;Estimat;Brugt\nBageren;20;30\nBageren;20;22\nBageren i alt;40;52\nSkolen;25;24\nSkolen Resultat;25;24\n",
        &[("Bageren", 40.0, 52.0), ("Skolen", 25.0, 24.0)],
    );
}

#[test]
fn rows_that_are_no_sums_all_count() {
    // One job of the three is what the two others are, by chance.
    assert_added_up(
        "Project,Task,Hours\nBakery,a,3\nBakery,b,1\nBakery,c,2\nSchool,a,5\nSchool,b,1\n",
        &[("Bakery", 6.0), ("School", 6.0)],
    );
    assert_added_up(
        "Project,Task,Hours\nBakery,a,3\nBakery,b,1\nBakery,c,2\n",
        &[("Bakery", 6.0)],
    );
    // Two entries of a length are no sum.
    assert_added_up("Project,Hours\nBakery,3\nBakery,3\n", &[("Bakery", 6.0)]);
    // Rows without a name stay alone.
    let list = read("job,estimated,actual\nBakery,40,52\n,20,22\n,10,9\n");
    assert_eq!((list.jobs.len(), list.sums.len()), (3, 0));
    assert_eq!(
        read("Job,Est,Act\nBakery,40,52\nBakery Totally,1,2\n")
            .jobs
            .len(),
        2
    );
}

#[test]
fn days_of_a_week_are_no_estimates() {
    for (name, text) in [
        (
            "Toggl",
            "User,Email,Client,Project,Mon 2 Mar,Tue 3 Mar,Wed 4 Mar,Total\n\
             Mia,mia@x.example,Holm,Bakery,02:00:00,03:30:00,04:00:00,09:30:00\n\
             Mia,mia@x.example,Nord,School,01:00:00,02:30:00,05:00:00,08:30:00\n\
             Jon,jon@x.example,Holm,Bakery,04:00:00,01:30:00,00:00:00,05:30:00\n",
        ),
        (
            "Clockify",
            "\"Project\",\"Client\",\"Mar 2, 2026\",\"Mar 3, 2026\",\"Total\"\n\
             \"Bakery\",\"Holm\",\"06:00:00\",\"09:00:00\",\"15:00:00\"\n\
             \"School\",\"Nord\",\"01:00:00\",\"07:30:00\",\"08:30:00\"\n\
             \"Total\",\"\",\"07:00:00\",\"16:30:00\",\"23:30:00\"\n",
        ),
    ] {
        assert_added_up(text, &[("Bakery", 15.0), ("School", 8.5)]);
        assert!(!name.is_empty());
    }
    // Without a sum nothing is guessed.
    let list = read("Projekt;Mo;Di;Mi;Do;Fr\nBäckerei;2;3;4;1;2\n");
    assert_eq!((list.jobs.len(), list.tracked.len()), (0, 0));
}

#[test]
fn minutes_beside_whole_hours_count() {
    // Teamwork.
    assert_added_up(
        "Date,Project,Who,Hours,Minutes,Decimal hours,Estimated hours,Estimated minutes\n\
         02/03/2026,Bakery,Mia,2,45,2.75,,\n\
         03/03/2026,Bakery,Mia,1,30,1.5,,\n\
         03/03/2026,School,Jon,0,30,0.5,,\n",
        &[("Bakery", 4.25), ("School", 0.5)],
    );
    // Timeular in French.
    assert_added_up(
        "Date;Projet;Durée (heures);Durée (minutes)\n02/03/2026;Boulangerie;2;45\n",
        &[("Boulangerie", 2.75)],
    );
    assert_merged(
        "Project,Estimated hours,Estimated minutes,Actual hours,Actual minutes\nBakery,40,30,52,15\n",
        &[("Bakery", 40.5, 52.25)],
    );
    // The same length in minutes is no further one.
    assert_added_up(
        "Project,Hours,Minutes\nBakery,2.5,150\n",
        &[("Bakery", 2.5)],
    );
}

#[test]
fn an_estimate_in_each_entry_of_a_task_counts_once() {
    // Jira Tempo.
    let worklog = "Issue Key,Issue summary,Hours,Work date,Username,Project Key,Project Name,Billed Hours,Issue Original Estimate,Issue Remaining Estimate\n\
         BAK-1,Layout,2.5,2026-03-02 09:00,mia,BAK,Bakery,2.5,8,0\n\
         BAK-1,Layout,6,2026-03-03 09:00,mia,BAK,Bakery,6,8,0\n\
         BAK-2,Code,4,2026-03-04 09:00,jon,BAK,Bakery,4,10,0\n\
         BAK-2,Code,8,2026-03-05 09:00,jon,BAK,Bakery,8,10,0\n\
         SCH-1,Photos,3,2026-03-05 09:00,jon,SCH,School,3,4,0\n\
         SCH-1,Photos,3,2026-03-06 09:00,jon,SCH,School,3,4,0\n";
    assert_merged(worklog, &[("Bakery", 18.0, 20.5), ("School", 4.0, 6.0)]);
    assert_eq!(read(worklog).notes, [Note::OnceEach]);
    // Phases that were each estimated alike are each estimated.
    assert_merged(
        "Job,Task,Estimated,Actual\nA,one,10,12\nA,two,10,11\nB,one,10,12\nB,two,20,25\n",
        &[("A", 20.0, 23.0), ("B", 30.0, 37.0)],
    );
}

#[test]
fn an_estimate_of_a_task_counts_once_without_dates() {
    // ClickUp.
    let text = "Time Tracked,List Name,Task ID,Task Name,Task Time Estimated\n\
                2 h,Bakery,86a,Homepage,8 h\n8 h,Bakery,86a,Homepage,8 h\n";
    assert_merged(text, &[("Homepage", 8.0, 10.0)]);
    assert_eq!(read(text).notes, [Note::OnceEach]);
    // Milliseconds of a stopwatch.
    let text = "Time Tracked,Task ID,Task Name,Task Time Estimated\n\
                7200000,86a,Homepage,28800000\n5400500,86a,Homepage,28800000\n";
    let list = read(text);
    assert_eq!(list.notes, [Note::Milliseconds, Note::OnceEach]);
    assert!((list.jobs[0].job.hours.unwrap().actual() - 3.500139).abs() < 1e-6);
    for head in [
        "Ticket Nr,Ticket,Mitarbeiter,Ist,Soll",
        "Issue Key,Summary,User,Time Spent,Original Estimate",
        "Id,Aufgabe,Person,Gebucht,Schätzung der Aufgabe",
    ] {
        let text = format!("{head}\n12,Homepage,Mia,2,8\n12,Homepage,Jon,8,8\n13,Blog,Jon,3,4\n");
        let merged = read(&text).merged().jobs;
        let hours = merged[0].job.hours.unwrap();
        assert_eq!((hours.estimated(), hours.actual()), (8.0, 10.0), "{text}");
    }
    // Tasks of one name in several lists, and in lists of one name.
    let head =
        "Space Name,Folder Name,List Name,Task ID,Task Name,Time Tracked,Task Time Estimated";
    assert_merged(
        &format!(
            "{head}\nWork,hidden,Bakery,86a,Homepage,2 h,8 h\nWork,hidden,Bakery,86a,Homepage,8 h,8 h\n\
             Work,hidden,School,86b,Homepage,5 h,4 h\nWork,hidden,School,86c,Blog,5 h,4 h\n"
        ),
        &[
            ("Homepage (Bakery)", 8.0, 10.0),
            ("Homepage (School)", 4.0, 5.0),
            ("Blog", 4.0, 5.0),
        ],
    );
    assert_merged(
        &format!(
            "{head}\nWork,Bakery,Sprint 1,86a,Homepage,10 h,8 h\nWork,School,Sprint 1,86b,Homepage,5 h,4 h\n"
        ),
        &[
            ("Homepage (Sprint 1, Bakery)", 8.0, 10.0),
            ("Homepage (Sprint 1, School)", 4.0, 5.0),
        ],
    );
    assert_added_up(
        "List Name,Task Name,Time Tracked\nBakery,Homepage,2 h\nSchool,Homepage,5 h\nBakery,Homepage,1 h\n",
        &[("Homepage (Bakery)", 3.0), ("Homepage (School)", 5.0)],
    );
    assert_merged(
        "Project,Client,Estimate,Actual\nWebsite,Holm,10,12\nWebsite,Nord,20,18\nWebsite,Holm,5,6\n",
        &[
            ("Website (Holm)", 15.0, 18.0),
            ("Website (Nord)", 20.0, 18.0),
        ],
    );
    assert_merged(
        "Project,Client,Estimate,Actual\nWebsite,Holm,10,12\nWebsite,,5,6\n",
        &[("Website", 15.0, 18.0)],
    );
    // Three tasks of a project that were estimated alike, and a row that adds them up.
    let text = "Project,Issue Key,Issue Estimate,Time Spent\n\
                Bakery,B-1,8,2\nBakery,B-1,8,8\nBakery,B-2,8,7\nSchool,S-1,8,9\n";
    assert_merged(text, &[("Bakery", 16.0, 17.0), ("School", 8.0, 9.0)]);
    assert_merged(
        &format!("{text},,32,26\n"),
        &[("Bakery", 16.0, 17.0), ("School", 8.0, 9.0)],
    );
}

#[test]
fn each_period_of_a_job_has_a_budget_of_its_own() {
    for (head, periods) in [
        ("Client;Period;Budget h;Logged h", ["1", "2", "3"]),
        (
            "Client;Time period;Budget h;Logged h",
            ["1st", "2nd", "3rd"],
        ),
        ("Client;Month;Budget h;Logged h", ["Jan", "Feb", "Mar"]),
        ("Project;Sprint;Planned;Actual", ["S1", "S2", "S3"]),
        ("Project;Week;Planned;Actual", ["10", "11", "12"]),
        ("Kunde;Monat;Soll;Ist", ["2026-01", "2026-02", "2026-03"]),
        ("Kunde;Quartal;Soll;Ist", ["Q1", "Q2", "Q3"]),
        ("Kunde;Abrechnungszeitraum;Soll;Ist", ["1", "2", "3"]),
        ("Projekt;Phase;Soll;Ist", ["Entwurf", "Bau", "Test"]),
        ("Kunde;Måned;Estimat;Brugt", ["jan", "feb", "mar"]),
        ("Client;Mois;Prévu;Passé", ["janv", "févr", "mars"]),
        ("Cliente;Mes;Previsto;Real", ["ene", "feb", "mar"]),
        ("Klant;Maand;Begroot;Besteed", ["jan", "feb", "mrt"]),
        ("Cliente;Mês;Previsto;Realizado", ["jan", "fev", "mar"]),
        ("Klient;Miesiąc;Zaplanowane;Przepracowane", ["1", "2", "3"]),
        ("Müşteri;Ay;Tahmin;Gerçek", ["1", "2", "3"]),
        ("Klien;Bulan;Rencana;Realisasi", ["1", "2", "3"]),
        ("案件;月;見積;実績", ["1月", "2月", "3月"]),
        ("مشروع;الشهر;تقدير;فعلي", ["1", "2", "3"]),
    ] {
        let [a, b, c] = periods;
        let text = format!("{head}\nAcme;{a};20;22\nAcme;{b};20;18\nAcme;{c};20;25\n");
        assert_merged(&text, &[("Acme", 60.0, 65.0)]);
        assert_eq!(read(&text).notes, [], "{text}");
    }
    // Entries of a month are no months.
    let text = "Project,Month,Hours,Estimate\nAcme,Jan,12,40\nAcme,Jan,18,40\nAcme,Feb,15,40\n";
    assert_merged(text, &[("Acme", 40.0, 45.0)]);
    assert_eq!(read(text).notes, [Note::Once]);
    // Several rows of each month: once for all of them the budget would be far exceeded.
    let text = "Project,Month,Hours,Budget hours\nAcme,Jan,20,40\nAcme,Jan,18,40\nAcme,Feb,25,40\nAcme,Feb,21,40\nBrod,Feb,30,40\n";
    assert_merged(text, &[("Acme", 80.0, 84.0), ("Brod", 40.0, 30.0)]);
    assert_eq!(read(text).notes, [Note::OncePerPeriod]);
}

#[test]
fn the_time_of_subtasks_counts_once() {
    let text = "Issue key,Summary,Project,Parent,Σ Original estimate,Original estimate,Σ Time Spent,Time Spent\n\
        A-1,Build shop,Shop,,129600,72000,79200,14400\nA-2,Cart,Shop,A-1,28800,28800,32400,32400\n\
        A-3,Pay,Shop,A-1,28800,28800,32400,32400\nA-4,Blog,Site,,36000,36000,43200,43200\n";
    assert_merged(text, &[("Shop", 36.0, 22.0), ("Site", 10.0, 12.0)]);
    for (estimated, actual) in [
        ("Total estimated time", "Total spent time"),
        ("Estimated time (rolled up)", "Spent time rolled up"),
    ] {
        let text = format!(
            "Project,Parent task,{estimated},Estimated time,{actual},Spent time\n\
             Shop,,36,20,22,4\nShop,Build,16,16,18,18\nSite,,10,10,12,12\n"
        );
        assert_merged(&text, &[("Shop", 36.0, 22.0), ("Site", 10.0, 12.0)]);
    }
}

#[test]
fn work_that_is_not_finished_is_left_out() {
    for (head, finished, unfinished) in [
        ("Name;Status;Estimate (h);Actual (h)", "Done", "In progress"),
        (
            "Name;Status;Estimate (h);Actual (h)",
            "Completed",
            "IN_PROGRESS",
        ),
        ("Name;Status;Estimate (h);Actual (h)", "Archived", "Active"),
        ("Name;State;Estimate (h);Actual (h)", "Closed", "New"),
        ("Projekt;Status;Soll;Ist", "Abgeschlossen", "In Arbeit"),
        ("Projekt;Projektstatus;Soll;Ist", "Fertig", "Laufend"),
        ("Projekt;Status;Soll;Ist", "erledigt", "noch nicht fertig"),
        ("Sag;Status;Estimat;Brugt", "Afsluttet", "I gang"),
        ("Projet;Statut;Prévu;Passé", "Terminé", "En cours"),
        ("Proyecto;Estado;Previsto;Real", "Terminado", "En curso"),
        ("Klus;Status;Begroot;Besteed", "Afgerond", "Bezig"),
        (
            "Projeto;Estado;Previsto;Realizado",
            "Concluído",
            "Em andamento",
        ),
        (
            "Projekt;Stan;Zaplanowane;Przepracowane",
            "Zakończony",
            "W toku",
        ),
        ("Proje;Durum;Tahmin;Gerçek", "Tamamlandı", "Devam ediyor"),
        (
            "Proyek;Status;Rencana;Realisasi",
            "Selesai",
            "Sedang berjalan",
        ),
        ("案件;ステータス;見積;実績", "完了", "進行中"),
        ("مشروع;الحالة;تقدير;فعلي", "مكتمل", "قيد التنفيذ"),
        ("Projekt;Fortschritt;Soll;Ist", "100%", "50%"),
        ("Projekt;Fortschritt (%);Soll;Ist", "100", "50"),
        ("Projekt;Fortschritt;Soll;Ist", "1", "0,5"),
        ("Project;% complete;Estimate;Actual", "100", "50"),
        (
            "Project;Progress;Estimate;Actual",
            "Completed",
            "Not started",
        ),
        ("Project;Status;Estimate;Actual", "100 %", "20 %"),
        ("Project;Finished?;Estimate;Actual", "yes", "no"),
    ] {
        assert_left_out(head, finished, unfinished);
    }
    // The row of all of it is no job, and what is left out of a tracker is no entry.
    let list =
        read("Name,Status,Estimate,Actual\nA,Done,10,12\nB,Open,20,5\nC,Done,4,4\n,,34,21\n");
    assert_eq!(
        (list.jobs.len(), list.sums, list.unfinished),
        (2, vec![5], vec![3])
    );
    let list = read("Project,Status,Hours\nBakery,Done,12\nSchool,In progress,5\n");
    assert_eq!((list.tracked.len(), list.unfinished), (1, vec![3]));
}

#[test]
fn columns_of_something_else_leave_nothing_out() {
    for (head, a, b) in [
        ("Project;Invoice status;Estimate;Actual", "Paid", "Open"),
        ("Projekt;Rechnungsstatus;Soll;Ist", "bezahlt", "offen"),
        ("Project;Phase;Estimate;Actual", "Planning", "Testing"),
        ("Project;State;Estimate;Actual", "Texas", "New York"),
        ("Project;Status;Estimate;Actual", "Active", "Active"),
        ("Project;Finished on time;Estimate;Actual", "yes", "no"),
        // How much of the estimate is used up.
        ("Project;Progress (%);Estimate;Actual", "130", "25"),
        ("Project;Progress;Estimate;Actual", "130%", "25%"),
    ] {
        let text = format!("{head}\nBakery;{a};40;52\nSchool;{b};40;10\n");
        let list = read(&text);
        assert_eq!((list.jobs.len(), list.unfinished), (2, vec![]), "{text}");
    }
    let list = read("Project;Progress;Estimate;Actual\nBakery;75%;40;30\nSchool;25%;40;10\n");
    assert_eq!(list.jobs.len(), 2);
}

#[test]
fn a_budget_of_time_goes_before_one_of_money() {
    // Moco.
    assert_merged(
        "Projekt;Kunde;Status;Budget;Budget Stunden;Geleistete Stunden;Abrechenbare Stunden;Restbudget;Umsatz\n\
         Bäckerei;Holm;abgeschlossen;4.200,00;40,00;52,25;50,00;-1.102,00;4.200,00\n\
         Schule;Nord;abgeschlossen;2.600,00;25,00;24,00;24,00;105,00;2.600,00\n",
        &[("Bäckerei", 40.0, 52.25), ("Schule", 25.0, 24.0)],
    );
    // Productive.
    assert_merged(
        "Project,Company,Budget total,Budget used,Budgeted time,Worked time,Billable time,Scheduled time,Revenue,Cost,Profit\n\
         Bakery,Holm,4200,4500,40,52.25,50,0,4500,2100,2400\n",
        &[("Bakery", 40.0, 52.25)],
    );
}

#[test]
fn words_that_end_in_what_a_column_means_say_it() {
    let list = read(
        "Affaire;Client;Temps vendu (j);Temps passé (j);Écart;CA HT\nBoulangerie;Holm;5;6,5;1,5;4 200,00 €\n",
    );
    let row = &list.jobs[0];
    let hours = row.job.hours.unwrap();
    assert_eq!((hours.estimated(), hours.actual()), (40.0, 52.0));
    assert_eq!(
        (row.name.as_str(), row.price),
        ("Boulangerie", Some(4200.0))
    );
    assert_eq!(list.notes, [Note::Days]);
    let list = read(
        "Sag;Estimat (timer);Medgået tid;Afvigelse;Fakturabeløb\nBageren;37,5;46t 30m;9;35.625,00 kr.\n",
    );
    assert_eq!(list.jobs[0].price, Some(35_625.0));
    // The price of an hour is none of the job.
    let list = read("Projekt;Timepris;Arbejdstid;Fakturabeløb\nBageren;950;3,5;3.325,00\n");
    assert_eq!(
        (list.tracked[0].hours, list.tracked[0].price),
        (3.5, Some(3325.0))
    );
    assert_added_up(
        "Projekt;Gesamtstunden\nBäckerei;3,5\n",
        &[("Bäckerei", 3.5)],
    );
}
