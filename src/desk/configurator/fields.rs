//! Every field of the configurator: where it stands in the JSON, what kind it is, what it is called.

/// What can be said in a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A line of text.
    Text,
    /// A number, in the unit of the field.
    Number,
    /// One of some words, each with the key of its message. The first stands for nothing said
    /// where it is empty.
    Choice(&'static [(&'static str, &'static str)]),
    /// Low, likely and high hours.
    Estimate,
    /// A median and a P90.
    Spread,
    /// Hours a month for each kind of care.
    Care,
    /// Ids of the things of a list.
    Ids(&'static str),
    /// Some of these words, each with the key of its message.
    Some(&'static [(&'static str, &'static str)]),
    /// Yes or no; no is not said.
    Yes,
}

/// A field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// Where it stands, from the object that it belongs to.
    pub at: &'static str,
    /// What can be said in it.
    pub kind: Kind,
    /// The key of what it is called.
    pub label: &'static str,
    /// The key of what helps to fill it in, or nothing.
    pub hint: &'static str,
    /// The key of its unit, or nothing.
    pub unit: &'static str,
}

const fn field(at: &'static str, kind: Kind, label: &'static str) -> Field {
    Field {
        at,
        kind,
        label,
        hint: "",
        unit: "",
    }
}

impl Field {
    const fn hint(mut self, hint: &'static str) -> Field {
        self.hint = hint;
        self
    }

    const fn unit(mut self, unit: &'static str) -> Field {
        self.unit = unit;
        self
    }
}

use Kind::{Care, Choice, Estimate, Ids, Number, Some as SomeOf, Spread, Text, Yes};

/// The ready-made shops: the name of the file, and the key of what kind of shop it is.
pub const SHOPS: [(&str, &str); 6] = [
    ("web-studio", "shop.web-studio"),
    ("freelance-developer", "shop.freelance-developer"),
    ("shop-builder", "shop.shop-builder"),
    ("seo-content", "shop.seo-content"),
    ("brand-design", "shop.brand-design"),
    ("software-house", "shop.software-house"),
];

/// The kinds of care, each with the key of its name in the calculator.
pub const CARE: &[(&str, &str)] = &[
    ("content", "care.content"),
    ("updates", "care.updates"),
    ("hosting", "care.hosting"),
    ("help", "care.help"),
];

/// A part of the form about one object.
pub struct Part {
    /// Its name in addresses.
    pub id: &'static str,
    /// The key of its title.
    pub title: &'static str,
    /// The key of what it is about.
    pub lead: &'static str,
    /// What is asked at once.
    pub fields: &'static [Field],
    /// What is asked of those who open it.
    pub more: &'static [Field],
}

/// The parts about the terms themselves, in their order.
pub const PARTS: [Part; 4] = [
    Part {
        id: "shop",
        title: "part.shop",
        lead: "part.shop.lead",
        fields: &[
            field("/terms/shop/name", Text, "field.shop.name"),
            field("/terms/shop/email", Text, "field.shop.email").hint("field.shop.email.hint"),
            field("/terms/shop/url", Text, "field.shop.url"),
            field("/terms/shop/page", Text, "field.shop.page").hint("field.shop.page.hint"),
        ],
        more: &[],
    },
    Part {
        id: "rates",
        title: "part.rates",
        lead: "part.rates.lead",
        fields: &[
            field("/terms/currency", Text, "field.currency").hint("field.currency.hint"),
            field(
                "/terms/tax",
                Choice(&[
                    ("", "tax.unsaid"),
                    ("excluded", "tax.excluded"),
                    ("included", "tax.included"),
                ]),
                "field.tax",
            ),
            field("/terms/rate", Number, "field.rate").unit("unit.an-hour"),
            field("/terms/floorRate", Number, "field.floor")
                .hint("field.floor.hint")
                .unit("unit.an-hour"),
            field(
                "/terms/confidence",
                Choice(&[
                    ("", "confidence.unsaid"),
                    ("0.5", "confidence.5"),
                    ("0.6", "confidence.6"),
                    ("0.7", "confidence.7"),
                    ("0.75", "confidence.75"),
                    ("0.8", "confidence.8"),
                    ("0.9", "confidence.9"),
                ]),
                "field.confidence",
            )
            .hint("field.confidence.hint"),
            field(
                "/show",
                Choice(&[
                    ("", "show.prices"),
                    ("ranges", "show.ranges"),
                    ("ratios", "show.ratios"),
                ]),
                "field.show",
            )
            .hint("field.show.hint"),
        ],
        more: &[
            field("/terms/stretch/money", Number, "field.stretch.money")
                .hint("field.stretch.hint")
                .unit("unit.times"),
            field("/terms/stretch/time", Number, "field.stretch.time").unit("unit.times"),
        ],
    },
    Part {
        id: "team",
        title: "part.team",
        lead: "part.team.lead",
        fields: &[
            field("/terms/team/hoursPerWeek", Number, "field.team.hours")
                .hint("field.team.hours.hint")
                .unit("unit.hours-a-week"),
            field("/terms/team/startsInWeeks", Number, "field.team.starts").unit("unit.weeks"),
            field("/terms/overhead", Estimate, "field.overhead").hint("field.overhead.hint"),
        ],
        more: &[
            field("/terms/sizes/small", Estimate, "field.sizes.small").hint("field.sizes.hint"),
            field("/terms/sizes/medium", Estimate, "field.sizes.medium"),
            field("/terms/sizes/large", Estimate, "field.sizes.large"),
            field("/terms/overrun", Spread, "field.overrun").hint("field.overrun.hint"),
            field("/terms/schedule", Spread, "field.schedule").hint("field.schedule.hint"),
            field("/terms/contentWait", Spread, "field.wait").hint("field.wait.hint"),
        ],
    },
    Part {
        id: "care",
        title: "part.care",
        lead: "part.care.lead",
        fields: &[
            field("/terms/care/content/offered", Yes, "field.care.content"),
            field(
                "/terms/care/content/pricePerMonth",
                Number,
                "field.care.price",
            )
            .unit("unit.a-month"),
            field("/terms/care/content/source", Text, "field.care.source"),
            field("/terms/care/updates/offered", Yes, "field.care.updates"),
            field(
                "/terms/care/updates/pricePerMonth",
                Number,
                "field.care.price",
            )
            .unit("unit.a-month"),
            field("/terms/care/updates/source", Text, "field.care.source"),
            field("/terms/care/hosting/offered", Yes, "field.care.hosting"),
            field(
                "/terms/care/hosting/pricePerMonth",
                Number,
                "field.care.price",
            )
            .unit("unit.a-month"),
            field("/terms/care/hosting/source", Text, "field.care.source"),
            field("/terms/care/help/offered", Yes, "field.care.help"),
            field("/terms/care/help/pricePerMonth", Number, "field.care.price")
                .unit("unit.a-month"),
            field("/terms/care/help/source", Text, "field.care.source"),
        ],
        more: &[
            field("/terms/careMonths", Number, "field.care.months").unit("unit.months"),
            field("/terms/careSpread", Spread, "field.care.spread").hint("field.care.spread.hint"),
            field("/terms/ownCare", Care, "field.own-care").hint("field.own-care.hint"),
        ],
    },
];

/// What this shop never accepts.
pub const STOPS: Field = field(
    "/terms/stops",
    SomeOf(&[
        ("noDecider", "stop.noDecider"),
        ("notWritten", "stop.notWritten"),
        ("notOpenToAdvice", "stop.notOpenToAdvice"),
        ("noDeposit", "stop.noDeposit"),
        ("freeSample", "stop.freeSample"),
    ]),
    "field.stops",
);

/// A list of things, each with the same fields.
pub struct List {
    /// Its name in addresses.
    pub id: &'static str,
    /// Where it stands.
    pub at: &'static str,
    /// The key of its title.
    pub title: &'static str,
    /// The key of what it is about.
    pub lead: &'static str,
    /// The key of what adds one.
    pub add: &'static str,
    /// The fields of each.
    pub fields: &'static [Field],
}

const SOURCE: Field = field("/source", Text, "field.source").hint("field.source.hint");

/// The lists of the terms, in their order.
pub const LISTS: [List; 4] = [
    List {
        id: "purposes",
        at: "/terms/purposes",
        title: "part.purposes",
        lead: "part.purposes.lead",
        add: "add.purpose",
        fields: &[
            field("/name", Text, "field.name"),
            field("/note", Text, "field.note"),
        ],
    },
    List {
        id: "services",
        at: "/terms/services",
        title: "part.services",
        lead: "part.services.lead",
        add: "add.service",
        fields: &[
            field("/name", Text, "field.name"),
            field("/note", Text, "field.note").hint("field.note.hint"),
            field("/hours", Estimate, "field.hours").hint("field.hours.hint"),
            SOURCE,
            field("/serves", Ids("/terms/purposes"), "field.serves").hint("field.serves.hint"),
            field("/care", Care, "field.service.care").hint("field.service.care.hint"),
            field("/careScales", Yes, "field.service.scales"),
            field(
                "/alternatives",
                Ids("/terms/services"),
                "field.alternatives",
            )
            .hint("field.alternatives.hint"),
        ],
    },
    List {
        id: "promises",
        at: "/terms/promises",
        title: "part.promises",
        lead: "part.promises.lead",
        add: "add.promise",
        fields: &[
            field("/name", Text, "field.name"),
            field(
                "/keepable",
                Choice(&[
                    ("yes", "keepable.yes"),
                    ("priced", "keepable.priced"),
                    ("never", "keepable.never"),
                ]),
                "field.keepable",
            ),
            field("/hours", Estimate, "field.promise.hours").hint("field.promise.hours.hint"),
            SOURCE,
        ],
    },
    List {
        id: "partners",
        at: "/terms/partners",
        title: "part.partners",
        lead: "part.partners.lead",
        add: "add.partner",
        fields: &[
            field("/name", Text, "field.name"),
            field("/url", Text, "field.url"),
            field(
                "/services",
                Ids("/terms/services"),
                "field.partner.services",
            ),
            field("/care", SomeOf(CARE), "field.partner.care"),
            field("/disclosure", Text, "field.disclosure").hint("field.disclosure.hint"),
        ],
    },
];
