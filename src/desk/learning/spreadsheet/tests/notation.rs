//! Single ways in which lists are written, and the notes on their mistakes.

#![allow(clippy::unwrap_used)]

use super::super::*;
use crate::engine::OwnJobError;

fn hours(text: &str) -> Vec<(f64, f64)> {
    let list = read(text);
    assert_eq!(list.errors, [], "{text}");
    list.jobs.iter().map(hours_of).collect()
}

fn hours_of(row: &FinishedJob) -> (f64, f64) {
    let hours = row.job.hours.unwrap();
    (hours.estimated(), hours.actual())
}

fn weeks_of(row: &FinishedJob) -> Option<(f64, f64)> {
    let weeks = row.job.weeks?;
    Some((weeks.planned(), weeks.actual()))
}

#[test]
fn cells_are_told_apart_however_they_were_saved() {
    for text in [
        "estimated,actual\n10,12.5\n1000,1200\n",
        "estimated;actual\r\n10;12,5\r\n1.000;1.200\r\n",
        "estimated\tactual\n10\t12.5\n1,000\t1,200",
        "\u{feff}\"estimated\",\"actual\"\n\"10\",\"12,5\"\n\n\"1000\",\"1200\"\n",
        "10;12,5\n1000;1200",
        "10 h;12,5 Std.\n1.000 h;1.200 h",
    ] {
        assert_eq!(hours(text), [(10.0, 12.5), (1000.0, 1200.0)], "{text}");
    }
}

#[test]
fn columns_are_known_by_their_head_or_by_what_is_in_them() {
    let list = read("Kunde;Ist-Stunden;Preis;Geschätzt\n\"Bäcker; Sohn\";52,5;4.200,00 €;40\n");
    let row = &list.jobs[0];
    assert_eq!(hours_of(row), (40.0, 52.5));
    assert_eq!(
        (row.price, row.name.as_str(), row.line),
        (Some(4200.0), "Bäcker; Sohn", 2)
    );
    let list = read("Bakery,40,52.5,4200\nSchool,10,8,900");
    assert_eq!(
        (list.jobs[1].name.as_str(), list.jobs[1].price),
        ("School", Some(900.0))
    );
}

#[test]
fn weeks_are_known_by_their_head_wherever_they_stand() {
    for head in [
        "job,estimated hours,actual hours,planned weeks,actual weeks,price",
        "Projekt,Soll,Ist,Geplante Wochen,Ist-Wochen,Preis",
        "Projekt,Geschätzt,Aufwand,Sollwochen,Istwochen,Betrag",
        "Client,Estimate (h),Spent (h),Weeks (planned),Weeks (actual),Amount",
    ] {
        let list = read(&format!("{head}\nBakery,40,52.5,4,6 weeks,4200\n"));
        let row = &list.jobs[0];
        assert_eq!(hours_of(row), (40.0, 52.5), "{head}");
        assert_eq!(weeks_of(row), Some((4.0, 6.0)), "{head}");
        assert_eq!((row.name.as_str(), row.price), ("Bakery", Some(4200.0)));
    }
    let list = read("planned weeks;actual weeks;estimated;actual\n4;6;40;52,5\n");
    assert_eq!(hours_of(&list.jobs[0]), (40.0, 52.5));
    assert_eq!(weeks_of(&list.jobs[0]), Some((4.0, 6.0)));
}

#[test]
fn a_row_may_have_hours_weeks_or_both() {
    let head = "name,estimated,actual,planned weeks,actual weeks\n";
    let list = read(&format!(
        "{head}A,40,52,,\nB,,,4,6\nC,40,52,4,6\nD,40,52\nE,,,,\nF,40,52,4,\n"
    ));
    let figures: Vec<(bool, bool)> = list
        .jobs
        .iter()
        .map(|row| (row.job.hours.is_some(), row.job.weeks.is_some()))
        .collect();
    assert_eq!(
        figures,
        [(true, false), (false, true), (true, true), (true, false)]
    );
    let errors: Vec<(usize, RowErrorKind)> = list
        .errors
        .iter()
        .map(|error| (error.line, error.kind))
        .collect();
    assert_eq!(
        errors,
        [
            (6, RowErrorKind::NoFigures),
            (7, RowErrorKind::Figures(OwnJobError::ActualWeeks)),
        ]
    );
    let weeks = read("job;planned weeks;actual weeks;price\nBakery;4;6,5;4200\n");
    let row = &weeks.jobs[0];
    assert_eq!((row.job.hours, weeks_of(row)), (None, Some((4.0, 6.5))));
    assert_eq!((row.name.as_str(), row.price), ("Bakery", Some(4200.0)));
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_stops_nothing() {
    let list = read(
        "name,estimated,actual,price\nA,10,12,500\nB,ten,12,500\nC,10\nD,10,0,1\nE,1,5000,1\nF,10,12,free\nG,8,9,\n",
    );
    assert_eq!(list.jobs.len(), 2);
    let errors: Vec<(usize, RowErrorKind)> = list
        .errors
        .iter()
        .map(|error| (error.line, error.kind))
        .collect();
    assert_eq!(
        errors,
        [
            (3, RowErrorKind::Figures(OwnJobError::EstimatedHours)),
            (4, RowErrorKind::NoActual),
            (5, RowErrorKind::Figures(OwnJobError::ActualHours)),
            (6, RowErrorKind::Figures(OwnJobError::HoursTooFarApart)),
            (7, RowErrorKind::Price),
        ]
    );
}

#[test]
fn a_quoted_cell_may_hold_anything_and_have_a_space_before_it() {
    let list = read("40, 52.5, 4200, \"Baker \"\"Son\"\", Ltd\nand daughter\"\n\"1,020\", \"980\"");
    assert_eq!(list.jobs[0].name, "Baker \"Son\", Ltd\nand daughter");
    assert_eq!(hours_of(&list.jobs[1]), (1020.0, 980.0));
}

#[test]
fn lines_are_counted_as_a_spreadsheet_counts_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = [
            "\nestimated,actual,,name",
            "",
            " ",
            "1,2,,\"a",
            "b\"",
            "",
            "x,2,,c",
            "",
        ]
        .join(end);
        let list = read(&text);
        assert_eq!((list.jobs[0].line, list.errors[0].line), (5, 8), "{text:?}");
    }
}

#[test]
fn no_column_of_money_or_dates_is_taken_for_hours() {
    for text in [
        "Project,Estimated cost,Estimated hours,Actual hours\nBakery,4200,40,52",
        "Planned start,Planned hours,Actual hours\n2026-01-12,40,52",
        "Job;Estimated price;Actual cost;Estimated;Actual\nBakery;4200;1;40;52",
        "Estimate,Remaining estimate,Spent\n40,0,52",
        "Kalkuliert;Gebucht;Umsatz\n40;52;4200",
        "Opgave;Estimeret tid;Forbrugt tid\nBageri;40;52",
        "sep=;\nestimated;actual\n40;52",
        "Budgeted hours|Logged hours\n40|52",
    ] {
        assert_eq!(hours(text), [(40.0, 52.0)], "{text}");
    }
    // Hours that cannot be told from money are asked for, and not guessed.
    let list = read("cost,hours\n4200,40\n2600,25");
    assert_eq!((list.jobs.len(), list.errors.len()), (0, 2));
    assert_eq!(read("12.1.2026;Bakery;40;52").jobs[0].name, "Bakery");
}

#[test]
fn durations_are_hours() {
    for text in ["40:30,52:15:00", "40h 30m,52h 15m", "40.5 h,52.25"] {
        assert_eq!(
            hours(&format!("estimated,actual\n{text}")),
            [(40.5, 52.25)],
            "{text}"
        );
    }
    assert_eq!(read("estimated,actual\n40:75,1h 99m").jobs, []);
}

#[test]
fn units_in_heads_are_those_of_the_figures() {
    for (head, figures, notes) in [
        ("Estimate (min),Actual (min)", "2400,3150", vec![]),
        ("Estimate [mins],Actual [mins]", "2400,3150", vec![]),
        ("Estimate (m),Actual (m)", "2400,3150", vec![]),
        ("Estimate (h),Actual (min)", "40,3150", vec![]),
        ("Soll (Minuten),Ist (Minuten)", "2400,3150", vec![]),
        ("Tahmin (dk),Fiili (dk)", "2400,3150", vec![]),
        ("Estimate (s),Actual (s)", "144000,189000", vec![]),
        ("Estimate (sec),Actual (sec)", "144000,189000", vec![]),
        ("Soll (Sek.),Ist (Sekunden)", "144000,189000", vec![]),
        ("Estimate (ms),Actual (ms)", "144000000,189000000", vec![]),
        (
            "Estimate (days),Actual (days)",
            "5,6.5625",
            vec![Note::Days],
        ),
        ("Soll (Tage),Ist (h)", "5,52.5", vec![Note::Days]),
        // Not minutes, or not clearly.
        ("Second estimate,Actual", "40,52.5", vec![]),
        ("Estimate (m),Actual (m)", "40,52.5", vec![]),
        ("Estimate (min),Estimate (max),Actual", "40,60,52.5", vec![]),
    ] {
        let text = format!("{head}\n{figures}\n");
        assert_eq!(hours(&text), [(40.0, 52.5)], "{text}");
        assert_eq!(read(&text).notes, notes, "{text}");
    }
}

#[test]
fn a_day_of_a_cell_is_one_of_work_and_that_is_said() {
    for (cells, actual) in [("40 h,3d 4h", 28.0), ("1w,52h", 52.0)] {
        let list = read(&format!("Estimated,Actual\n{cells}\n"));
        assert_eq!(hours_of(&list.jobs[0]), (40.0, actual), "{cells}");
        assert_eq!(list.notes, [Note::Days], "{cells}");
    }
    // Durations that only programs write have days of 24 hours.
    for (cell, actual) in [("PT52H30M", 52.5), ("P2DT4H30M", 52.5)] {
        let list = read(&format!("Estimated,Actual\nPT40H,{cell}\n"));
        assert_eq!(hours_of(&list.jobs[0]), (40.0, actual), "{cell}");
        assert_eq!(list.notes, [], "{cell}");
    }
}

#[test]
fn a_sum_is_no_job() {
    let rows = "name,estimated,actual\nA,40,52\nB,10,8\n";
    for last in ["Total,50,60", "I alt:,1,2", ",50,60"] {
        let list = read(&format!("{rows}{last}"));
        assert_eq!((list.jobs.len(), list.sums), (2, vec![4]), "{last}");
    }
    assert_eq!(read(&format!("{rows}C,50,61")).jobs.len(), 3);
    // Two jobs alike are no sum.
    assert_eq!(read("1,2\n1,2").jobs.len(), 2);
}

#[test]
fn rows_of_one_name_can_be_one_job() {
    let list = read(
        "job,estimated,actual,price\nBakery,40,52,4200\nBakery,10,8,900\nSchool,5,5,\n,1,1,\n,1,1,",
    );
    assert_eq!((list.jobs.len(), list.merged().jobs.len()), (5, 4));
    let merged = list.merged().jobs;
    assert_eq!(hours_of(&merged[0]), (50.0, 60.0));
    assert_eq!(merged[0].price, Some(5100.0));
    // The same weeks may be in both rows.
    let weeks = read("job,planned weeks,actual weeks\nA,2,3\nA,2,3");
    assert_eq!(weeks.merged().jobs.len(), 2);
}

#[test]
fn currencies_are_those_that_stand_there() {
    let list =
        read("a,estimated,actual,price\nA,1,2,\"€4,200\"\nB,1,2,CHF 5900\nC,1,2,900\nD,1,2,chf 1");
    assert_eq!(list.currencies, ["€", "CHF"]);
}

#[test]
fn any_text_can_be_read() {
    for text in [
        "",
        "\n\n",
        "\"",
        ";;;\n\"\"\"",
        "estimated;actual",
        "🙂,🙂\n1,🙂",
        ",",
        "1",
    ] {
        let _ = read(text);
    }
}

#[test]
fn dates_and_names_with_figures_do_not_decide_how_numbers_are_written() {
    let list = read("Datum;Projekt;Geschätzt;Ist;Preis\n12.03.2026;Küche;40;52,5;4.200 €\n");
    assert_eq!(hours_of(&list.jobs[0]), (40.0, 52.5));
    assert_eq!(list.jobs[0].price, Some(4200.0));
    let list = read("Projekt;Geschätzt;Ist;Preis\nShop 2.0;40;1.200;4.200 €\n");
    assert_eq!(hours_of(&list.jobs[0]), (40.0, 1200.0));
    assert_eq!(list.jobs[0].price, Some(4200.0));
}

#[test]
fn a_price_that_nobody_knows_has_no_currency() {
    let list = read("job,estimated,actual,price\nA,40,52,1200 EUR\nB,10,12,n/a\nC,10,9,later\n");
    assert_eq!(list.currencies, ["EUR"]);
}

#[test]
fn an_estimate_that_cannot_be_used_is_said_to_be_wrong() {
    let tracked = "Project,Client,Duration\nBakery,Holm,01:30:00\nSchool,Nord,2:00:00\n";
    let estimates = Estimates::from([("School".to_owned(), 0.0)]);
    let list = read_as(tracked, None, &estimates);
    assert_eq!((list.jobs.len(), list.errors.len()), (0, 1));
    assert_eq!(list.errors[0].line, 3);
    assert_eq!(
        list.errors[0].kind,
        RowErrorKind::Figures(OwnJobError::EstimatedHours)
    );
}
