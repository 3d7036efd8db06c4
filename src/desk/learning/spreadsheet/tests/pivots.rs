//! Subtotals and outlines, as spreadsheets and pivot tables make them.

#![allow(clippy::unwrap_used)]

use super::super::{RowError, RowErrorKind, read};
use super::{assert_added_up, assert_merged};

#[test]
fn a_subtotal_is_no_job() {
    let jobs = [("Krume", 60.0, 71.75), ("Meier", 30.0, 33.0)];
    for sum in [
        "Zwischensumme Krume",
        "Zwischensumme: Krume",
        "Summe Krume",
        "Summe von Krume",
        "Subtotal Krume",
        "Subtotal for KRUME",
        "Total Krume",
        "Krume Total",
        "Krume Ergebnis",
        "Delsum Krume",
        "Sous-total Krume",
    ] {
        let text = format!(
            "Projekt;Soll;Ist\nKrume;20;21,75\nKrume;40;50\n{sum};60;71,75\nMeier;30;33\nGesamtergebnis;90;104,75\n"
        );
        assert_merged(&text, &jobs);
        assert_eq!(read(&text).sums, [4, 6], "{sum}");
    }
    // Of parts with names of their own it stands for the job.
    let text = "Projekt;Soll;Ist\nDesign;20;21,75\nEntwicklung;40;50\nSumme Krume;60;71,75\n\
                Entwicklung;30;33\nSumme Meier;30;33\n";
    assert_merged(text, &jobs);
    assert_eq!((read(text).parts, read(text).sums), (vec![2, 3, 5], vec![]));
    // Of columns before the job as well.
    assert_added_up(
        "Kunde;Projekt;Stunden\nHolm;Web;20\n;Shop;10\nHolm Ergebnis;;30\nNord;Foto;5\nNord Ergebnis;;5\nGesamtergebnis;;35\n",
        &[("Web", 20.0), ("Shop", 10.0), ("Foto", 5.0)],
    );
}

#[test]
fn a_total_that_is_called_like_its_column_is_no_job() {
    // Redmine, by project and month.
    let jobs = [("Bakery", 52.5), ("School", 24.0)];
    for (head, total) in [
        ("Project,2026-1,2026-2,2026-3,Total time", "Total time"),
        ("Projekt,2026-1,2026-2,2026-3,Gesamtzeit", "Gesamtzeit"),
        ("Projet,2026-1,2026-2,2026-3,Temps total", "Temps total"),
        ("プロジェクト,2026-1,2026-2,2026-3,合計時間", "合計時間"),
        ("Project,2026-1,2026-2,2026-3,Hours", "Total hours"),
    ] {
        let text = format!(
            "{head}\nBakery,10.0,20.0,22.5,52.5\nSchool,\"\",12.0,12.0,24.0\n{total},10.0,32.0,34.5,76.5\n"
        );
        assert_added_up(&text, &jobs);
        assert_eq!((read(&text).sums, read(&text).parts), (vec![4], vec![]));
    }
    // By project and user.
    let text = "Project,User,2026-1,2026-2,Total time\n\
                Bakery,\"\",30.0,22.5,52.5\n\"\",Mia,10.0,20.0,30.0\n\"\",Jon,20.0,2.5,22.5\n\
                School,\"\",12.0,12.0,24.0\n\"\",Mia,12.0,12.0,24.0\n\
                Total time,\"\",42.0,34.5,76.5\n";
    assert_added_up(text, &jobs);
    assert_eq!(read(text).sums, [2, 5, 7]);
    assert_added_up(
        "Project,User,2026-1,Total time\nBakery,,52.5,52.5\n,Mia,52.5,52.5\nSchool,,24,24\n,Jon,24,24\nTotal time,,76.5,76.5\n",
        &jobs,
    );
    assert_added_up(
        "Project,User,2026-1,Total time\nBakery,Mia,30,30\nBakery,Jon,22.5,22.5\nSchool,Jon,24,24\nTotal time,,76.5,76.5\n",
        &jobs,
    );
    let text = "User,Project,2026-1,Total time\nMia,,54,54\n,Bakery,30,30\n,School,24,24\n\
                Jon,,22.5,22.5\n,Bakery,22.5,22.5\nTotal time,,76.5,76.5\n";
    assert_added_up(text, &jobs);
    assert_eq!(read(text).sums, [2, 5, 7]);
}

#[test]
fn a_job_may_be_called_like_a_sum() {
    assert_merged(
        "Job;Estimated;Actual\nTotal Fitness;40;52\nSum Records;10;8\nSearch Result;5;7\n",
        &[
            ("Total Fitness", 40.0, 52.0),
            ("Sum Records", 10.0, 8.0),
            ("Search Result", 5.0, 7.0),
        ],
    );
}

#[test]
fn the_parts_of_an_outline_are_no_jobs() {
    let rows =
        "Krume;71,75;60\nDesign;21,75;20\nEntwicklung;50;40\nMeier;33;30\nEntwicklung;33;30\n";
    let jobs = [("Krume", 60.0, 71.75), ("Meier", 30.0, 33.0)];
    for (head, total) in [
        (
            "Zeilenbeschriftungen;Summe von Stunden;Summe von Soll",
            "Gesamtergebnis;104,75;90",
        ),
        (
            "Row Labels;Sum of Hours;Sum of Estimate",
            "Grand Total;104,75;90",
        ),
        (
            "Rækkenavne;Sum af Timer;Sum af Estimat",
            "Hovedtotal;104,75;90",
        ),
        // Copied without its total, and with heads of one's own.
        ("Zeilenbeschriftungen;Summe von Stunden;Summe von Soll", ""),
        ("Projekt;Ist;Soll", "Gesamtergebnis;104,75;90"),
        ("Projekt;Ist;Soll", ""),
    ] {
        let text = format!("{head}\n{rows}{total}\n");
        assert_merged(&text, &jobs);
        let list = read(&text);
        assert_eq!((list.jobs.len(), list.parts), (2, vec![3, 4, 6]), "{text}");
    }
    // Hours only, parts of one length, and one part that has parts.
    assert_added_up(
        "Row Labels,Sum of Hours\nBakery,6\nDesign,3\nCode,3\nSchool,2\nCode,2\nGrand Total,8\n",
        &[("Bakery", 6.0), ("School", 2.0)],
    );
    assert_added_up(
        "Row Labels,Sum of Hours\nHolm,10\nShop,6\nDesign,2\nCode,4\nBlog,4\nText,4\nGrand Total,10\n",
        &[("Holm", 10.0)],
    );
    // One job of a list by hand.
    assert_merged(
        "Projekt;Soll;Ist\nSchule;25;24\nKrume;60;71,75\n- Design;20;21,75\n- Code;40;50\nMeier;30;33\n",
        &[("Schule", 25.0, 24.0), jobs[0], jobs[1]],
    );
}

#[test]
fn jobs_that_add_up_to_the_total_are_no_outline() {
    assert_added_up(
        "Row Labels,Sum of Hours\nBakery,3\nSchool,1\nMuseum,2\nGrand Total,6\n",
        &[("Bakery", 3.0), ("School", 1.0), ("Museum", 2.0)],
    );
    assert_merged(
        "Projekt;Soll;Ist\nA;3;4\nB;1;2\nC;2;2\nSumme;6;8\n",
        &[("A", 3.0, 4.0), ("B", 1.0, 2.0), ("C", 2.0, 2.0)],
    );
    assert_added_up(
        "Project,Hours\nBakery,3\nSchool,1\nMuseum,2\n",
        &[("Bakery", 3.0), ("School", 1.0), ("Museum", 2.0)],
    );
    // An unreadable figure is no part.
    let list = read("Projekt;Soll;Ist\nA;10;12\nB;zehn;12\nC;10;\n");
    assert_eq!((list.jobs.len(), list.parts.len()), (1, 0));
    // Two jobs alike.
    assert_merged(
        "Projekt;Soll;Ist\nA;3;4\nB;3;4\n",
        &[("A", 3.0, 4.0), ("B", 3.0, 4.0)],
    );
}

#[test]
fn an_outline_that_cannot_be_told_is_not_answered() {
    for text in [
        "Row Labels,Sum of Hours\nBakery,5\nSchool,5\n",
        "Row Labels,Sum of Hours,Sum of Estimate\nBakery,9,8\nDesign,3,3\nCode,5,4\nGrand Total,9,8\n",
        "Project,Hours,Estimate\nDesign,3,3\nCode,6,5\nBakery,9,8\nTotal,9,8\n",
    ] {
        let list = read(text);
        assert_eq!((list.jobs.len(), list.tracked.len()), (0, 0), "{text}");
        let is_outline = |error: &RowError| error.kind == RowErrorKind::Outline;
        assert!(
            list.errors.iter().all(is_outline) && !list.errors.is_empty(),
            "{text}"
        );
    }
}

#[test]
fn columns_of_periods_or_people_are_no_estimate() {
    for head in [
        "Project,January 2026,February 2026,March 2026",
        "Project,2026-01,2026-02,2026-03",
        "Project,2026-01-01,2026-02-01,2026-03-01",
        "Project,Q1,Q2,Q3",
        "Projekt,KW 10,KW 11,KW 12",
        "Projekt,Januar,Februar,März",
        "Project,Anna,Bas,Carla",
        "Project,Q1,Q2",
    ] {
        let cells = ["10,20,12.5", "8,30,31"].map(|cells| match head.matches(',').count() {
            2 => &cells[..cells.rfind(',').unwrap()],
            _ => cells,
        });
        let [smit, zee] = cells;
        let list = read(&format!("{head}\nWebsite Smit,{smit}\nWebshop Zee,{zee}\n"));
        assert_eq!((list.jobs.len(), list.errors.len()), (0, 2), "{head}");
    }
}
