//! Order of the rows of the table of enquiries, by each of its columns.

use super::column::Column;
use crate::desk::cards::{AppraisedBrief, Card, EnquiryState};
use crate::draft::days;
use crate::engine::{Amount, Budget, Terms};
use crate::i18n::Words;
use crate::shared::Shared;
use std::cmp::Ordering;

/// An order of the rows.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Order {
    /// Column.
    pub column: Column,
    /// True against the order in which the column is first sorted.
    pub is_reversed: bool,
}

impl Order {
    /// The order after a column was asked for: the other way round if it was that one's before.
    pub fn by(self, column: Column) -> Order {
        Order {
            column,
            is_reversed: column == self.column && !self.is_reversed,
        }
    }

    /// Returns `true` if the least is on top.
    pub fn is_ascending(self) -> bool {
        use Column::{By, Client, Flags, State};
        matches!(self.column, Client | By | Flags | State) != self.is_reversed
    }

    /// Sorts rows, each with its card and its appraisal. Those of which nothing is known are last.
    pub fn sort(self, rows: &mut [Row], terms: &Terms, words: &Words) {
        let value = |row: &Row| value(self.column, row, terms);
        let direction = |order: Ordering| {
            if self.is_ascending() {
                order
            } else {
                order.reverse()
            }
        };
        rows.sort_by(|a, b| match self.column {
            Column::Client => {
                let name = |row: &Row| row.card.title(words).to_lowercase();
                direction(name(a).cmp(&name(b)))
            }
            _ => match (value(a), value(b)) {
                (Some(a), Some(b)) => direction(a.total_cmp(&b)),
                (a, b) => b.is_some().cmp(&a.is_some()),
            },
        });
    }
}

/// A row of the table.
pub struct Row<'a> {
    /// Index in the list.
    pub index: usize,
    /// Brief as it is stored.
    pub card: &'a Shared<Card>,
    /// Its appraisal.
    pub appraised: Option<&'a AppraisedBrief>,
}

/// The number that a row is sorted by.
fn value(column: Column, row: &Row, terms: &Terms) -> Option<f64> {
    let appraisal = row.appraised.map(|appraised| &appraised.appraisal);
    match column {
        Column::Client => None,
        Column::Came => days(&row.card.day).map(|day| day as f64),
        Column::By => row.appraised?.wanted.map(|day| day as f64),
        Column::Offers => offered(row.appraised?.brief.budget?, terms),
        Column::Needs => row.appraised?.needs.map(|(_, most)| most),
        Column::Hour => Some(appraisal?.earns_per_hour?.p50),
        Column::Odds => row.appraised?.odds.both,
        Column::Flags => Some(row.appraised?.flags().len() as f64),
        Column::State => EnquiryState::ALL
            .iter()
            .position(|state| *state == row.card.state)
            .map(|place| place as f64),
    }
}

/// The money that is offered in all.
fn offered(budget: Budget, terms: &Terms) -> Option<f64> {
    match budget {
        Budget::Fixed(amount) => Amount::most(amount),
        Budget::Monthly(amount) => Some(amount.most()? * terms.care_months),
        Budget::Hourly { cap, .. } => cap,
        Budget::Gift { .. } => Some(0.0),
    }
}
