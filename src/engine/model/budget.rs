//! What the client would pay: the deal, and its amount.

use serde::{Deserialize, Serialize};

/// Payment by the client, in the terms' currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Budget {
    /// One amount for all of it.
    Fixed(Amount),
    /// A retainer: so much a month for as long as the terms count care.
    Monthly(Amount),
    /// By the hour.
    Hourly {
        /// What an hour is paid with, above 0. Absent: the shop's rate.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rate: Option<f64>,
        /// The most it may come to, at least 0. Absent: no limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<f64>,
    },
    /// Nothing: the shop gives hours of its own.
    Gift {
        /// The person-hours that are given, at least 0. Absent: not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hours: Option<f64>,
        /// Over how many months care is given, at least 1. Absent: as long as the terms count it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        months: Option<f64>,
    },
}

/// An amount of money, at least 0: exact, a range, or not said.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Amount {
    /// This much.
    Exact(f64),
    /// Anything between the two: it counts as the first, and offers reach from the second.
    Range {
        /// The least.
        from: f64,
        /// The most, not below the least.
        to: f64,
    },
    /// The deal is said, and no amount.
    Unsaid {},
}

impl Amount {
    /// The amount that counts. None where none was said.
    pub fn least(self) -> Option<f64> {
        match self {
            Amount::Exact(amount) | Amount::Range { from: amount, .. } => Some(amount),
            Amount::Unsaid {} => None,
        }
    }

    /// The amount that offers reach from. None where none was said.
    pub fn most(self) -> Option<f64> {
        match self {
            Amount::Exact(amount) | Amount::Range { to: amount, .. } => Some(amount),
            Amount::Unsaid {} => None,
        }
    }
}

impl Budget {
    /// By the hour, at the shop's rate and without a limit.
    pub const HOURLY: Budget = Budget::Hourly {
        rate: None,
        cap: None,
    };

    /// Returns a fixed price of exactly this amount, at least 0.
    pub fn fixed(amount: f64) -> Budget {
        Budget::Fixed(Amount::Exact(amount))
    }

    /// Returns a monthly fee of exactly this amount, at least 0.
    pub fn monthly(amount: f64) -> Budget {
        Budget::Monthly(Amount::Exact(amount))
    }

    /// The amount that can be raised: fixed price, monthly fee or cap. None where none was said,
    /// by the hour without a cap, and of a gift.
    pub fn amount(self) -> Option<f64> {
        match self {
            Budget::Fixed(amount) | Budget::Monthly(amount) => amount.least(),
            Budget::Hourly { cap, .. } => cap,
            Budget::Gift { .. } => None,
        }
    }

    /// The amount that offers reach from: the same, but the upper end of a range.
    pub fn most(self) -> Option<f64> {
        match self {
            Budget::Fixed(amount) | Budget::Monthly(amount) => amount.most(),
            Budget::Hourly { .. } | Budget::Gift { .. } => self.amount(),
        }
    }

    /// Amount that it comes to over so many months, in the terms' currency. None where there is no
    /// [`amount`](Budget::amount).
    pub fn over(self, months: f64) -> Option<f64> {
        let amount = self.amount()?;
        Some(match self {
            Budget::Monthly(_) => amount * months,
            Budget::Fixed(_) | Budget::Hourly { .. } | Budget::Gift { .. } => amount,
        })
    }

    /// The same kind of deal for another amount. By the hour without a cap, and of a gift, it stays
    /// as it is.
    pub fn with_amount(self, amount: f64) -> Budget {
        match self {
            Budget::Fixed(_) => Budget::fixed(amount),
            Budget::Monthly(_) => Budget::monthly(amount),
            Budget::Hourly { rate, cap } => Budget::Hourly {
                rate,
                cap: cap.map(|_| amount),
            },
            Budget::Gift { .. } => self,
        }
    }

    /// Returns `true` if nothing of it is missing: an amount, a rate or the hours of a gift.
    pub fn is_said(self) -> bool {
        match self {
            Budget::Fixed(amount) | Budget::Monthly(amount) => amount.least().is_some(),
            Budget::Hourly { .. } => true,
            Budget::Gift { hours, .. } => hours.is_some(),
        }
    }
}
