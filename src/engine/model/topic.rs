//! Topics: the parts of a brief that can be asked, assumed or warned about.

use super::care::CareKind;

names! {
    /// Subject of a question or an assumption.
    pub enum Topic {
        /// Any wishes at all.
        Wishes = "wishes",
        /// Budget.
        Budget = "budget",
        /// Delivery date.
        Deadline = "deadline",
        /// Care of texts and pictures.
        Content = "care.content",
        /// Care of software and its updates.
        Updates = "care.updates",
        /// Hosting.
        Hosting = "care.hosting",
        /// Answers to questions.
        Help = "care.help",
        /// Content that is ready before the start.
        ContentReady = "conditions.contentReady",
        /// Availability of the client.
        Contact = "conditions.contact",
        /// Delivery in phases.
        Phased = "conditions.phased",
        /// Purpose.
        Purpose = "purpose",
        /// One person who decides.
        Decider = "conditions.decider",
        /// A request that is written down.
        Written = "conditions.written",
        /// Openness to advice.
        OpenToAdvice = "conditions.openToAdvice",
        /// Free sample that is expected first.
        FreeSample = "conditions.freeSample",
        /// Third party that must do its part first.
        Depends = "conditions.depends",
        /// Go-between who speaks for somebody else.
        GoBetween = "conditions.goBetween",
        /// Rounds of changes in the price.
        Rounds = "conditions.rounds",
        /// Existing thing that the job builds on.
        Existing = "existing",
        /// Size of a wish.
        Size = "size",
        /// Hours of a gift.
        GiftHours = "gift.hours",
        /// Timing of the payments.
        Pay = "pay",
        /// Payer of third-party charges.
        Costs = "costs",
        /// Relationship between client and shop.
        Relationship = "relationship",
        /// The shop's need for the money.
        CashNeeded = "cashNeeded",
    }
}

impl Topic {
    /// The conditions of working together, in the order in which they are asked.
    pub const CONDITIONS: [Topic; 9] = [
        Topic::ContentReady,
        Topic::Contact,
        Topic::Phased,
        Topic::Decider,
        Topic::Written,
        Topic::OpenToAdvice,
        Topic::FreeSample,
        Topic::Depends,
        Topic::GoBetween,
    ];

    /// Returns the topic of a kind of care.
    pub fn of_care(kind: CareKind) -> Topic {
        match kind {
            CareKind::Content => Topic::Content,
            CareKind::Updates => Topic::Updates,
            CareKind::Hosting => Topic::Hosting,
            CareKind::Help => Topic::Help,
        }
    }

    /// Returns the kind of care that it is about, if any.
    pub fn care_kind(self) -> Option<CareKind> {
        let mut kinds = CareKind::ALL.into_iter();
        kinds.find(|kind| Topic::of_care(*kind) == self)
    }
}
