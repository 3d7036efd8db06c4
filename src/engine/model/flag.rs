//! Flags: conditions that warn, without a number.

use super::topic::Topic;

names! {
    /// Condition that warns; if the terms list it under `stops`, the shop never accepts it.
    #[derive(PartialOrd, Ord)]
    pub enum Flag {
        /// Nobody decides alone.
        NoDecider = "noDecider",
        /// The request is not written down.
        NotWritten = "notWritten",
        /// The client is not open to advice.
        NotOpenToAdvice = "notOpenToAdvice",
        /// No deposit is paid: the money comes at the end, later, or as a share.
        NoDeposit = "noDeposit",
        /// A free sample is expected first.
        FreeSample = "freeSample",
        /// A go-between asks: somebody who speaks for somebody else.
        GoBetween = "goBetween",
        /// The shop's care must be given within a day or hours.
        OnCall = "onCall",
        /// As many rounds of changes as it takes. Always a stop.
        OpenRounds = "openRounds",
        /// It is not lawful.
        Unlawful = "unlawful",
        /// It is not what the shop does.
        OutsideWhatWeDo = "outsideWhatWeDo",
        /// It is an open call: anybody who answers is considered.
        OpenCall = "openCall",
        /// Somebody else has it already by all signs.
        Insider = "insider",
        /// Nobody at the shop has looked at the existing thing. Never a stop.
        Unseen = "unseen",
        /// By the hour, without a limit. Never a stop.
        NoCap = "noCap",
        /// Work done so far has not been paid. Never a stop.
        UnpaidSoFar = "unpaidSoFar",
        /// Care is sold for less than its hours must bring. Never a stop.
        CareUnderpriced = "careUnderpriced",
        /// Delivery is likely to fall after the months over which care is counted. Never a stop.
        LongerThanCareMonths = "longerThanCareMonths",
    }
}

/// A condition that the shop never accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The condition.
    pub flag: Flag,
    /// True if the answer says what must change, rather than no.
    pub lift: bool,
}

impl Flag {
    /// Returns the condition it is about and the answer that raises it, or `None` if it is not
    /// about a condition.
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

    /// Returns `true` if only the shop knows of it, so that no offer can lift it.
    pub fn is_internal(self) -> bool {
        matches!(
            self,
            Flag::Unlawful | Flag::OutsideWhatWeDo | Flag::OpenCall | Flag::Insider
        )
    }

    /// Flags that terms may list under `stops`.
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
