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
        /// No deposit is paid: the money comes at the end, later, or as a share.
        NoDeposit = "noDeposit",
        /// A free sample is expected first.
        FreeSample = "freeSample",
        /// A go-between asks: somebody who speaks for somebody else.
        GoBetween = "goBetween",
        /// Care of the shop's must be given within a day or hours.
        OnCall = "onCall",
        /// As many rounds of changes as it takes. Always a stop.
        OpenRounds = "openRounds",
        /// It is not lawful.
        Unlawful = "unlawful",
        /// It is not what the shop does.
        OutsideWhatWeDo = "outsideWhatWeDo",
        /// Anybody who answers is asked.
        OpenCall = "openCall",
        /// Somebody else has it already by all signs.
        Insider = "insider",
        /// Nobody of the shop has looked at what is there. Never a stop.
        Unseen = "unseen",
        /// By the hour, without a limit. Never a stop.
        NoCap = "noCap",
        /// What was worked so far was not paid. Never a stop.
        UnpaidSoFar = "unpaidSoFar",
        /// Care is sold for less than its hours must bring. Never a stop.
        CareUnderpriced = "careUnderpriced",
        /// The work is likely to be delivered after the months over which care is counted. Never a stop.
        LongerThanCareMonths = "longerThanCareMonths",
    }
}

/// A condition that the shop never accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The condition.
    pub flag: Flag,
    /// Whether the answer says what must change, instead of no.
    pub lift: bool,
}

impl Flag {
    /// Returns the condition that it is about, and the answer that warns. None for flags that come from
    /// something else.
    pub fn condition(self) -> Option<(Topic, bool)> {
        match self {
            Flag::NoDecider => Some((Topic::Decider, false)),
            Flag::NotWritten => Some((Topic::Written, false)),
            Flag::NotOpenToAdvice => Some((Topic::OpenToAdvice, false)),
            Flag::FreeSample => Some((Topic::FreeSample, true)),
            Flag::GoBetween => Some((Topic::GoBetween, true)),
            _ => None,
        }
    }

    /// Returns `true` if it is about what only the shop knows: no offer lifts it.
    pub fn is_ours(self) -> bool {
        matches!(
            self,
            Flag::Unlawful | Flag::OutsideWhatWeDo | Flag::OpenCall | Flag::Insider
        )
    }

    /// The flags that terms may list under `stops`.
    pub const STOPPABLE: [Flag; 12] = [
        Flag::NoDecider,
        Flag::NotWritten,
        Flag::NotOpenToAdvice,
        Flag::NoDeposit,
        Flag::FreeSample,
        Flag::GoBetween,
        Flag::OnCall,
        Flag::OpenRounds,
        Flag::Unlawful,
        Flag::OutsideWhatWeDo,
        Flag::OpenCall,
        Flag::Insider,
    ];
}
