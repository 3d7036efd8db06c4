//! Payment the client has in mind: the deal and its amount.

use serde::{Deserialize, Serialize};

/// Payment by the client, in the terms' currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Budget {
    /// One amount for all of it.
    Fixed(Amount),
    /// Retainer: a monthly fee for as long as the terms count care.
    Monthly(Amount),
    /// By the hour.
    Hourly {
        /// Price of an hour, above 0. If absent, the shop's rate.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rate: Option<f64>,
        /// Most it may come to, at least 0. If absent, there is no limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<f64>,
    },
    /// Nothing: the shop gives its own hours.
    Gift {
        /// Person-hours that are given, at least 0. Absent is not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hours: Option<f64>,
        /// Months over which care is given, at least 1. If absent, as long as the terms count it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        months: Option<f64>,
    },
}

/// Amount of money, at least 0: exact, a range, or not said.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, deny_unknown_fields)]
pub enum Amount {
    /// Exact amount.
    Exact(f64),
    /// Range, which counts as its lower end; offers start from its upper end.
    Range {
        /// Lower end.
        from: f64,
        /// Upper end, not below the lower.
        to: f64,
    },
    /// No amount: only the deal was said.
    Unsaid {},
}

impl Amount {
    /// Returns the amount that counts, or `None` if none was said.
    pub fn least(self) -> Option<f64> {
        match self {
            Amount::Exact(amount) | Amount::Range { from: amount, .. } => Some(amount),
            Amount::Unsaid {} => None,
        }
    }

    /// Returns the amount that offers start from, or `None` if none was said.
    pub fn most(self) -> Option<f64> {
        match self {
            Amount::Exact(amount) | Amount::Range { to: amount, .. } => Some(amount),
            Amount::Unsaid {} => None,
        }
    }
}

impl Budget {
    /// Work by the hour, at the shop's rate and without a limit.
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

    /// Returns the amount that can be raised: the fixed price, the monthly fee or the cap. `None`
    /// if it was not said, and for hourly work without a cap and gifts, which have none.
    pub fn amount(self) -> Option<f64> {
        match self {
            Budget::Fixed(amount) | Budget::Monthly(amount) => amount.least(),
            Budget::Hourly { cap, .. } => cap,
            Budget::Gift { .. } => None,
        }
    }

    /// Returns the amount that offers start from: as [`amount`](Budget::amount), but the upper end
    /// of a range.
    pub fn most(self) -> Option<f64> {
        match self {
            Budget::Fixed(amount) | Budget::Monthly(amount) => amount.most(),
            Budget::Hourly { .. } | Budget::Gift { .. } => self.amount(),
        }
    }

    /// Returns `true` for a range that goes up to this amount, although it counts at its lower end.
    pub fn ranges_to(self, amount: f64) -> bool {
        self.amount() < self.most() && Some(amount) <= self.most()
    }

    /// Returns the total over this many months, in the terms' currency, or `None` if there is no
    /// [`amount`](Budget::amount).
    pub fn over(self, months: f64) -> Option<f64> {
        let amount = self.amount()?;
        Some(match self {
            Budget::Monthly(_) => amount * months,
            Budget::Fixed(_) | Budget::Hourly { .. } | Budget::Gift { .. } => amount,
        })
    }

    /// Returns the same kind of deal for another amount. Hourly work without a cap and gifts have
    /// no amount and are returned unchanged.
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

    /// Returns `true` if nothing is missing: an amount, or the hours of a gift.
    pub fn is_said(self) -> bool {
        match self {
            Budget::Fixed(amount) | Budget::Monthly(amount) => amount.least().is_some(),
            Budget::Hourly { .. } => true,
            Budget::Gift { hours, .. } => hours.is_some(),
        }
    }
}
