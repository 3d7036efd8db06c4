//! Flags: conditions that warn, without a number.

use super::topic::Topic;

names! {
    /// A condition that warns; where the terms list it under `stops` the shop never accepts it.
    #[derive(PartialOrd, Ord)]
    pub enum Flag {
        /// Nobody decides alone.
        NoDecider = "noDecider",
        /// What is wanted is not written down.
        NotWritten = "notWritten",
        /// The client is not open to advice.
        NotOpenToAdvice = "notOpenToAdvice",
        /// No deposit is paid.
        NoDeposit = "noDeposit",
        /// A free sample is expected first.
        FreeSample = "freeSample",
        /// Care is sold for less than its hours must bring. Never a stop.
        CareUnderpriced = "careUnderpriced",
        /// The work is likely to be delivered after the months over which care is counted. Never a stop.
        LongerThanCareMonths = "longerThanCareMonths",
    }
}

impl Flag {
    /// Returns the condition that it is about, and the answer that warns. None for flags that come from figures.
    pub fn condition(self) -> Option<(Topic, bool)> {
        match self {
            Flag::NoDecider => Some((Topic::Decider, false)),
            Flag::NotWritten => Some((Topic::Written, false)),
            Flag::NotOpenToAdvice => Some((Topic::OpenToAdvice, false)),
            Flag::NoDeposit => Some((Topic::Deposit, false)),
            Flag::FreeSample => Some((Topic::FreeSample, true)),
            Flag::CareUnderpriced | Flag::LongerThanCareMonths => None,
        }
    }

    /// The flags that terms may list under `stops`.
    pub const STOPPABLE: [Flag; 5] = [
        Flag::NoDecider,
        Flag::NotWritten,
        Flag::NotOpenToAdvice,
        Flag::NoDeposit,
        Flag::FreeSample,
    ];
}
