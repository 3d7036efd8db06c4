//! Columns of a spreadsheet of finished jobs: which of them means what.

use super::cells::Cells;
use csv::StringRecord;

/// Beginnings of words in the head of a column, in the languages of the shops that keep such lists.
const FORESEEN: [&str; 11] = [
    "estimat",
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
const ACTUAL: [&str; 10] = [
    "actual",
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
const PRICE: [&str; 7] = [
    "price", "amount", "preis", "betrag", "pris", "harga", "precio",
];
const NAME: [&str; 9] = [
    "name", "project", "projekt", "job", "title", "client", "kunde", "auftrag", "proyek",
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
            let name = (0..first.len()).find(|column| !is_number(column));
            (by_content(&numbers, name), 0)
        }
    }
}

/// Columns by the words of the head line, or in the order estimated, actual, price, name.
fn by_head(head: &StringRecord) -> Columns {
    let heads: Vec<String> = head.iter().map(str::to_lowercase).collect();
    let is_of_weeks = |column: &usize| WEEKS.iter().any(|word| heads[*column].contains(word));
    let (of_weeks, others): (Vec<usize>, Vec<usize>) = (0..heads.len()).partition(is_of_weeks);
    let find = |words: &[&str], columns: &[usize]| {
        let is_known = |column: &&usize| {
            let mut said = heads[**column].split(|c: char| !c.is_alphanumeric());
            said.any(|said| words.iter().any(|word| said.starts_with(word)))
        };
        columns.iter().find(is_known).copied()
    };
    let pair = |columns: &[usize]| {
        let pair = find(&FORESEEN, columns).zip(find(&ACTUAL, columns));
        pair.filter(|(foreseen, actual)| foreseen != actual)
    };
    let (hours, weeks) = (pair(&others), pair(&of_weeks));
    if hours.is_none() && weeks.is_none() {
        return Columns {
            hours: Some((0, 1)),
            weeks: None,
            price: (heads.len() > 2).then_some(2),
            name: (heads.len() > 3).then_some(3),
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
