//! Topics: what of a brief is asked, assumed or warned of.

use super::care::CareKind;

names! {
    /// Subject of a question or an assumption.
    pub enum Topic {
        /// What is wanted at all.
        Wishes = "wishes",
        /// What the client would pay.
        Budget = "budget",
        /// When it must be delivered.
        Deadline = "deadline",
        /// Who looks after texts and pictures.
        Content = "care.content",
        /// Who keeps the software up to date.
        Updates = "care.updates",
        /// Who hosts it.
        Hosting = "care.hosting",
        /// Who answers questions.
        Help = "care.help",
        /// Whether content is ready before the start.
        ContentReady = "conditions.contentReady",
        /// How often the client can be reached.
        Contact = "conditions.contact",
        /// Whether it may be delivered in phases.
        Phased = "conditions.phased",
        /// What the client wants to achieve.
        Purpose = "purpose",
        /// Whether one person decides.
        Decider = "conditions.decider",
        /// Whether it is written down.
        Written = "conditions.written",
        /// Whether the client is open to advice.
        OpenToAdvice = "conditions.openToAdvice",
        /// Whether a deposit is paid before the start.
        Deposit = "conditions.deposit",
        /// Whether a free sample is expected first.
        FreeSample = "conditions.freeSample",
        /// Who the client is to the shop.
        Relationship = "relationship",
        /// Whether the shop needs the money.
        CashNeeded = "cashNeeded",
    }
}

impl Topic {
    /// The conditions of working together, in the order in which they are asked.
    pub const CONDITIONS: [Topic; 8] = [
        Topic::ContentReady,
        Topic::Contact,
        Topic::Phased,
        Topic::Decider,
        Topic::Written,
        Topic::OpenToAdvice,
        Topic::Deposit,
        Topic::FreeSample,
    ];

    /// The topic of a kind of care.
    pub fn of_care(kind: CareKind) -> Topic {
        match kind {
            CareKind::Content => Topic::Content,
            CareKind::Updates => Topic::Updates,
            CareKind::Hosting => Topic::Hosting,
            CareKind::Help => Topic::Help,
        }
    }
}
