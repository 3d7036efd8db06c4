//! Money that looks like hours: invoices, accounts, budgets, and prices however they are written.

#![allow(clippy::unwrap_used)]

use super::super::{RowErrorKind, read};
use super::{assert_added_up, assert_merged};

/// Asserts that nothing is read of a list but that it is about money.
#[track_caller]
fn assert_money(text: &str) {
    let list = read(text);
    let kinds: Vec<RowErrorKind> = list.errors.iter().map(|error| error.kind).collect();
    assert_eq!(kinds, vec![RowErrorKind::Money; list.rows], "{text}");
    assert_eq!((list.jobs.len(), list.tracked.len()), (0, 0), "{text}");
    assert!(list.unfinished.is_empty(), "{text}");
}

#[test]
fn invoices_are_no_jobs() {
    for text in [
        "Faktura nr.;Dato;Kunde;Tekst;Beløb ekskl. moms;Moms;I alt;Betalt\n\
         55;01-02-2026;Ravn;Logo;8.000,00;2.000,00;10.000,00;11-02-2026\n\
         56;03-02-2026;Lund;Skilte;4.000,00;1.000,00;5.000,00;\n",
        "Rechnungsnr.;Datum;Kunde;Projekt;Netto;USt;Brutto;Status\n\
         A-7;01.02.2026;Ravn;Logo;1.000,00;190,00;1.190,00;bezahlt\n\
         A-8;03.02.2026;Lund;Schilder;500,00;95,00;595,00;offen\n",
        "N° facture;Date;Client;Projet;Total HT;TVA;Total TTC\n\
         12;01/02/2026;Ravn;Logo;1 000,00;200,00;1 200,00\n",
        "Invoice No.,Issued,Customer,Subject,Qty,Unit price,Net,VAT,Total,Status\n\
         9,2026-02-01,Ravn,Logo,3,250,750,150,900,Open\n",
        "Factura,Fecha,Cliente,Concepto,Base,IVA,Total\n9,2026-02-01,Ravn,Logo,750,157.50,907.50\n",
        "Factuurnummer;Klant;Omschrijving;Subtotaal;Btw;Totaal\n9;Ravn;Logo;750;157,50;907,50\n",
        "Invoice,Client,Total,Paid,Outstanding\n9,Ravn,900,400,500\n10,Lund,300,300,0\n",
    ] {
        assert_money(text);
    }
    // A budget and what was spent of it may be hours.
    let list = read("Project,Budget,Spent,VAT\nLogo,9,12,180\nSigns,5,4,100\n");
    assert_eq!(list.jobs.len(), 2);
    assert_money("Job;Price;Paid\nLogo;4000;1000\nSigns;300;300\n");
    // A number of pieces is none of hours.
    let list = read("Item,Qty,Rate,Amount\nPosters,300,2,600\n");
    assert_eq!((list.jobs.len(), list.tracked.len()), (0, 0));
    // The hours of an invoice are hours.
    assert_added_up(
        "Invoice,Project,Hours,Rate,Amount,VAT,Total\n9,Logo,7.5,80,600,120,720\n",
        &[("Logo", 7.5)],
    );
    assert_merged(
        "Job;Estimat;Brugt;Moms;Fakturanr.\nLogo;7;8;2000;55\n",
        &[("Logo", 7.0, 8.0)],
    );
}

#[test]
fn an_account_has_no_hours() {
    for text in [
        "Dato;Tekst;Beløb;Saldo\n01-02-2026;Ravn faktura 55;10.000,00;90.000,00\n",
        "Datum;Text;Soll;Haben;Saldo\n01.02.2026;Miete;900,00;;4.100,00\n",
        "Date,Time,Description,Amount,Balance\n2026-02-01,09:30,Ravn,500.00,4100.00\n",
        "Date,Libellé,Débit,Crédit,Solde\n01/02/2026,Ravn,,500.00,4100.00\n",
        "Date,Description,Spent,Balance\n2026-02-01,Paper,40.00,4100.00\n",
    ] {
        assert_money(text);
    }
    // The balance of a time sheet is one of hours.
    assert_merged(
        "Projekt;Soll;Ist;Saldo\nLogo;7;8;-1\nSchilder;12;11;1\n",
        &[("Logo", 7.0, 8.0), ("Schilder", 12.0, 11.0)],
    );
}

#[test]
fn a_budget_far_above_the_hours_is_money() {
    for text in [
        "Project,Client,Budget,Hours,Spent,Remaining\nLogo,Ravn,9000,7.5,8400,600\n",
        "Projekt;Budget;Stunden;Verbraucht\nLogo;900;7,5;840\n",
        "Sag;Budget;Timer;Forbrug\nLogo;9000;7,5;8400\n",
        "Project,Estimate,Hours\nLogo,$900,7.5\n",
        "Project,Estimate,Hours\nLogo,900,7.5\n",
        // The same budget with each entry.
        "Date,Project,Budget,Hours\n2026-02-01,Logo,900,3\n2026-02-02,Logo,900,4.5\n",
    ] {
        assert_added_up(text, &[("Logo", 7.5)]);
    }
    // Budgets of hours, beside entries that are far below.
    assert_merged(
        "Date,Project,Budget,Hours\n2026-02-01,Logo,30,3\n2026-02-02,Logo,30,2\n2026-02-02,Logo,30,2\n",
        &[("Logo", 30.0, 7.0)],
    );
    // Beside a part of the hours, and in seconds or abbreviated units.
    for text in [
        "Project,Estimate,Spent,Meeting hours\nLogo,30,35,2\n",
        "Projekt,Soll,Ist,Überstunden\nLogo,30,35,2\n",
        "Project,Original estimate,Hours\nLogo,108000,35\n",
        "Project,Estimate,Spent\nLogo,30 HRS,35 HRS\n",
        "Projekt,Soll,Ist\nLogo,30 STD,35 STD\n",
    ] {
        assert_merged(text, &[("Logo", 30.0, 35.0)]);
    }
    // Nor is what was spent of a budget of hours an actual.
    let list = read("Project,Budget hours,Spent\nLogo,7.5,600\nSigns,12,900\n");
    let kinds: Vec<RowErrorKind> = list.errors.iter().map(|error| error.kind).collect();
    assert_eq!(kinds, [RowErrorKind::NoActual; 2]);
    assert_money("Project,Estimated,Actual\nLogo,$900,$840\nSigns,$400,$450\n");
}

#[test]
fn a_price_counts_however_it_is_written() {
    for (price, amount) in [
        ("68.000,- kr", 68_000.0),
        ("49.500,-", 49_500.0),
        ("\"kr 49,500\"", 49_500.0),
        ("49.500.-", 49_500.0),
        ("ca. 1.200 €", 1200.0),
        ("CHF 900.–", 900.0),
        ("1.200 € (netto)", 1200.0),
    ] {
        let list = read(&format!("Job;Estimat;Brugt;Pris\nLogo;7,5;8;{price}\n"));
        assert_eq!(list.jobs[0].price, Some(amount), "{price}");
    }
    let list = read("Job;Estimated;Actual;Price\nLogo;7;8;49,500\n");
    assert_eq!(list.jobs[0].price, Some(49_500.0));
    let list = read("Project,Estimated hours,Logged hours,Logged money\nLogo,7,8.5,680.00\n");
    assert_eq!(list.jobs[0].price, Some(680.0));
    let list = read("Task,Total time,Estimated time,Money\nLogo,8h 30m,7h,$680.00\n");
    assert_eq!(list.jobs[0].price, Some(680.0));
}

#[test]
fn hours_count_with_what_people_write_around_them() {
    for (estimated, actual) in [
        ("~7", "8,5 h (approx.)"),
        ("ca. 7 t", "8 t 30 min"),
        ("Ca 7", "≈ 8,5"),
        ("7 (gættet)", "omkring 8,5"),
        ("6-8", "ungefähr 8,5 Std."),
    ] {
        assert_merged(
            &format!("Job;Estimat;Brugt\nLogo;{estimated};{actual}\n"),
            &[("Logo", 7.0, 8.5)],
        );
    }
}
