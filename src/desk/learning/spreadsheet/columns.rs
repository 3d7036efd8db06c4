//! Columns of a spreadsheet of finished jobs: which of them means what.

use super::cells::Cells;
use csv::StringRecord;

/// Beginnings of words in the head of a column, in the languages of the shops that keep such lists.
const FORESEEN: [&str; 19] = [
    "estimat",
    "estimad",
    "estimé",
    "budgeted",
    "kalkul",
    "geschat",
    "gepland",
    "prévu",
    "presupuest",
    "planned",
    "plan",
    "soll",
    "geschätzt",
    "schätz",
    "geplant",
    "estimer",
    "perkiraan",
    "rencana",
    "previs",
];
const ACTUAL: [&str; 19] = [
    "actual",
    "logged",
    "tracked",
    "worked",
    "gebucht",
    "geleistet",
    "forbrug",
    "réel",
    "werkelijk",
    "besteed",
    "spent",
    "took",
    "real",
    "ist",
    "tatsächlich",
    "aufwand",
    "faktisk",
    "aktual",
    "brugt",
];
const PRICE: [&str; 8] = [
    "price", "amount", "preis", "betrag", "pris", "harga", "precio", "umsatz",
];
const NAME: [&str; 11] = [
    "name", "project", "projekt", "job", "title", "client", "kunde", "auftrag", "proyek", "opgave",
    "projet",
];

/// Beginnings of words in the head of a column of money or dates, or of what is left. It holds no
/// hours, whatever else is said of it.
const NO_HOURS: [&str; 26] = [
    "cost",
    "kost",
    "coût",
    "omkost",
    "biaya",
    "price",
    "preis",
    "pris",
    "prix",
    "precio",
    "harga",
    "amount",
    "betrag",
    "umsatz",
    "revenue",
    "rate",
    "start",
    "date",
    "datum",
    "dato",
    "fecha",
    "tanggal",
    "deadline",
    "due",
    "remaining",
    "rest",
];

/// Parts of words in the head of a column that is about weeks and not about hours.
const WEEKS: [&str; 7] = [
    "week", "woche", "uger", "semaine", "semana", "minggu", "settiman",
];

/// Indices of the columns.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    /// Estimated and actual hours.
    pub hours: Option<(usize, usize)>,
    /// Planned and actual weeks.
    pub weeks: Option<(usize, usize)>,
    /// Price.
    pub price: Option<usize>,
    /// Name.
    pub name: Option<usize>,
}

impl Columns {
    /// The columns, and the number of lines that are a head and no job: 0 or 1.
    pub fn of(cells: &Cells, first: &StringRecord) -> (Columns, usize) {
        let is_number = |column: &usize| cells.figure(&first[*column]).is_some();
        let numbers: Vec<usize> = (0..first.len()).filter(is_number).collect();
        if numbers.is_empty() {
            (by_head(first), 1)
        } else {
            let is_name = |column: &usize| !is_number(column) && !is_date(&first[*column]);
            let name = (0..first.len()).find(is_name);
            (by_content(&numbers, name), 0)
        }
    }
}

/// Columns by the words of the head line, or in the order estimated, actual, price, name.
fn by_head(head: &StringRecord) -> Columns {
    let heads: Vec<String> = head.iter().map(str::to_lowercase).collect();
    let is_of_weeks = |column: &usize| WEEKS.iter().any(|word| heads[*column].contains(word));
    let (of_weeks, others): (Vec<usize>, Vec<usize>) = (0..heads.len()).partition(is_of_weeks);
    let says = |column: usize, words: &[&str]| {
        let mut said = heads[column].split(|c: char| !c.is_alphanumeric());
        said.any(|said| words.iter().any(|word| said.starts_with(word)))
    };
    let find = |words: &[&str], columns: &[usize]| {
        let mut columns = columns.iter().copied();
        columns.find(|column| says(*column, words))
    };
    let pair = |columns: &[usize]| {
        let mut columns = columns.to_vec();
        columns.retain(|column| !says(*column, &NO_HOURS));
        let foreseen = find(&FORESEEN, &columns)?;
        columns.retain(|column| *column != foreseen);
        Some((foreseen, find(&ACTUAL, &columns)?))
    };
    let (hours, weeks) = (pair(&others), pair(&of_weeks));
    if hours.is_none() && weeks.is_none() {
        let mut free = (0..heads.len()).filter(|column| !says(*column, &NO_HOURS));
        let hours = free.next().zip(free.next());
        let is_free = |column: &usize| hours.is_none_or(|(a, b)| *column != a && *column != b);
        let mut others = (0..heads.len()).filter(is_free);
        return Columns {
            hours,
            weeks: None,
            price: others.next(),
            name: others.next(),
        };
    }
    let is_free = |column: &usize| hours.is_none_or(|(a, b)| *column != a && *column != b);
    let free: Vec<usize> = others.iter().copied().filter(is_free).collect();
    Columns {
        hours,
        weeks,
        price: find(&PRICE, &free),
        name: find(&NAME, &free),
    }
}

/// Returns `true` for a cell of digits with two separators between them, as dates are written.
fn is_date(cell: &str) -> bool {
    let is_between = |c: char| "./-".contains(c);
    cell.chars().all(|c| c.is_ascii_digit() || is_between(c))
        && cell.chars().filter(|c| is_between(*c)).count() == 2
}

/// Columns by the cells of the first line: the first two numbers are hours, a third one is the price.
/// Weeks are known by a head alone.
fn by_content(numbers: &[usize], name: Option<usize>) -> Columns {
    Columns {
        hours: Some((
            numbers.first().copied().unwrap_or(0),
            numbers.get(1).copied().unwrap_or(1),
        )),
        weeks: None,
        price: numbers.get(2).copied(),
        name,
    }
}
