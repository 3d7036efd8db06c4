//! Columns that the table of enquiries is sorted by.

use crate::engine::names;

names! {
    /// Column of the table.
    #[derive(Default)]
    pub enum Column {
        /// Day on which it came.
        Came = "came" #[default],
        /// Name of the client.
        Client = "client",
        /// Day by which it is wanted.
        By = "by",
        /// Money that is offered.
        Offers = "offers",
        /// Money that pays in 8 of 10 cases.
        Needs = "needs",
        /// Earnings of an hour, as often more as less.
        Hour = "hour",
        /// Odds of being in time and paid.
        Odds = "odds",
        /// Conditions that warn.
        Flags = "flags",
        /// State.
        State = "state",
    }
}
