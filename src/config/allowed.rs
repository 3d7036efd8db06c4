//! What documents may hold: names and ranges, one list for the readers and for the schemas.

/// The names of the members of each object.
pub(super) mod names {
    /// Names of members.
    pub type Names = &'static [&'static str];

    pub const CONFIG: Names = &["$schema", "terms", "examples", "show"];
    pub const EXAMPLE: Names = &["name", "brief"];
    pub const SAVED: Names = &["takeon", "brief", "typed", "letter"];
    pub const LETTER: Names = &["text", "of"];
    pub const TERMS: Names = &[
        "$schema",
        "schema",
        "shop",
        "currency",
        "tax",
        "rate",
        "floorRate",
        "confidence",
        "stretch",
        "team",
        "overhead",
        "careMonths",
        "careSpread",
        "overrun",
        "schedule",
        "contentWait",
        "sizes",
        "ownCare",
        "purposes",
        "services",
        "care",
        "promises",
        "stops",
        "partners",
    ];
    pub const SHOP: Names = &["name", "email", "url", "page", "inbox"];
    pub const STRETCH: Names = &["money", "time"];
    pub const TEAM: Names = &["hoursPerWeek", "startsInWeeks"];
    pub const ESTIMATE: Names = &["low", "likely", "high"];
    pub const SPREAD: Names = &["median", "p90"];
    pub const SIZES: Names = &["small", "medium", "large"];
    pub const CARE_KINDS: Names = &["content", "updates", "hosting", "help"];
    pub const CARE_OFFER: Names = &["offered", "pricePerMonth", "note", "source"];
    pub const PURPOSE: Names = &["id", "name", "note", "source"];
    pub const SERVICE: Names = &[
        "id",
        "name",
        "note",
        "source",
        "hours",
        "serves",
        "care",
        "careScales",
        "alternatives",
    ];
    pub const PROMISE: Names = &["id", "name", "note", "source", "keepable", "hours"];
    pub const PARTNER: Names = &[
        "id",
        "name",
        "note",
        "source",
        "url",
        "services",
        "care",
        "disclosure",
    ];

    pub const BRIEF: Names = &[
        "$schema",
        "purpose",
        "wishes",
        "care",
        "promises",
        "conditions",
        "relationship",
        "deadline",
        "budget",
        "cashNeeded",
    ];
    pub const WISH: Names = &[
        "service",
        "name",
        "size",
        "hours",
        "count",
        "priority",
        "servesPurpose",
    ];
    pub const CONDITIONS: Names = &[
        "contentReady",
        "contact",
        "phased",
        "decider",
        "written",
        "openToAdvice",
        "deposit",
        "freeSample",
    ];
    pub const DEADLINE: Names = &["weeks"];
    pub const BUDGET: Names = &["fixed", "monthly", "hourly"];
    pub const HOURLY: Names = &["cap"];
}

/// From where to where the numbers may lie. What only documents hold has its bound here, which is an
/// assumption; the others are the engine's.
pub(super) mod ranges {
    use crate::config::reader::Range::{self, Above0, Within};
    use crate::engine::bounds::{
        CONFIDENCE_RANGE, MOST_HOURS, MOST_MONEY, MOST_OF_A_POINT, MOST_OF_A_WISH, MOST_WEEKS,
    };

    /// The version of the terms' shape.
    pub const SCHEMA: Range = Within(1.0, 1.0);
    /// What an hour is sold at.
    pub const RATE: Range = Above0(MOST_MONEY);
    /// An amount of money: in all, a month or an hour.
    pub const MONEY: Range = Within(0.0, MOST_MONEY);
    /// The odds at which the shop says yes.
    pub const CONFIDENCE: Range = Within(CONFIDENCE_RANGE.0, CONFIDENCE_RANGE.1);
    /// How many times as much an offer may be.
    pub const STRETCH: Range = Within(1.0, 1e3);
    /// Hours a week that the team gives.
    pub const HOURS_PER_WEEK: Range = Above0(MOST_HOURS);
    /// Hours of work, or of care a month.
    pub const HOURS: Range = Within(0.0, MOST_HOURS);
    /// One point of an estimate.
    pub const POINT: Range = Within(0.0, MOST_OF_A_POINT);
    /// Weeks from today.
    pub const WEEKS: Range = Within(0.0, MOST_WEEKS);
    /// Over how many months care is counted: at most fifty years.
    pub const CARE_MONTHS: Range = Within(1.0, 600.0);
    /// One end of a spread.
    pub const SPREAD: Range = Above0(1e3);
    /// How many of one wish.
    pub const COUNT: Range = Within(1.0, MOST_OF_A_WISH);
}
