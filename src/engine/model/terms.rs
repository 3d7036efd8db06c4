//! The terms: what the shop works by.

use super::brief::{Costs, Rivals};
use super::care::{CareKind, PerKind};
use super::defaults;
use super::estimate::Estimate;
use super::factors::{Schedule, Spread, Stretch};
use super::flag::Stop;

/// What the shop works by: rates, team, confidence, services, partners.
///
/// Every value is what the terms say or, where they are silent, the default of
/// [`defaults`].
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Who the shop is.
    pub shop: Shop,
    /// The ISO 4217 code of the money in which everything is counted.
    pub currency: String,
    /// Whether prices are with tax. Absent: nothing is said of it.
    pub tax: Option<Tax>,
    /// The tax on prices, in per cent, at least 0. Where it is in the prices, all that a client says or
    /// has paid is with it; the engine's figures are without.
    pub tax_rate: Option<f64>,
    /// What an hour is sold at, above 0.
    pub rate: f64,
    /// The least an hour must bring to leave a modest income: 0 to `rate`.
    pub floor_rate: f64,
    /// The odds at which this shop says yes: 0.5 to 0.9.
    pub confidence: f64,
    /// How far an offer may go from what was asked and still be worth making.
    pub stretch: Stretch,
    /// The least money that a job must bring to be begun. Absent: none.
    pub smallest: Option<f64>,
    /// Hours of unpaid care that are given with a job by the hour, at least 0.
    pub care_free: f64,
    /// The chance that what is not yet paid never comes. Absent: none.
    pub unpaid: Unpaid,
    /// The chance to get a job that others are asked for too.
    pub wins: Wins,
    /// Rounds of changes in the price.
    pub rounds: RoundsInPrice,
    /// Who does the work.
    pub team: Team,
    /// The hours any job costs beside the work, once.
    pub overhead: Estimate,
    /// Over how many months care is counted, at least 1.
    pub care_months: f64,
    /// Care that was really needed, as a share of what was expected.
    pub care_spread: Spread,
    /// Actual effort as a share of the estimate.
    pub overrun: Spread,
    /// Origin of the overrun, where it was learned. It is said, and changes no answer.
    pub learned: OwnRecord,
    /// Actual duration against the plan.
    pub schedule: Schedule,
    /// How long content that is not ready keeps a job waiting, in weeks.
    pub content_wait: Spread,
    /// How long somebody outside keeps a job waiting, in weeks.
    pub depend_wait: Spread,
    /// What the sizes of the client's own wishes mean.
    pub sizes: Sizes,
    /// The care that each of the client's own wishes brings, in hours a month.
    pub own_care: PerKind<f64>,
    /// What clients want to achieve.
    pub purposes: Vec<Purpose>,
    /// What the shop sells.
    pub services: Vec<Service>,
    /// Which kinds of care the shop sells.
    pub care: PerKind<CareOffer>,
    /// What clients expect to be promised.
    pub promises: Vec<Promise>,
    /// What this shop never accepts.
    pub stops: Vec<Stop>,
    /// Where the shop sends clients who are better served elsewhere.
    pub partners: Vec<Partner>,
}

impl Terms {
    /// Returns the terms of a shop that says only what has no default.
    ///
    /// `currency` is an ISO 4217 code, `rate` what an hour is sold at, above 0. Everything else is
    /// as in [`defaults`], and can be said in the same breath:
    ///
    /// ```
    /// # use takeon_engine::{Estimate, Service, Team, Terms};
    /// let blog = Service::new("blog", Estimate::bare(12.0));
    /// let terms = Terms {
    ///     confidence: 0.9,
    ///     ..Terms::new("Studio Nord", "EUR", 80.0, Team::new(25.0), vec![blog])
    /// };
    /// assert_eq!(terms.floor_rate, 68.0); // 0.85 of the rate
    /// assert_eq!(terms.service("blog").unwrap().hours.high, 24.0);
    /// ```
    pub fn new(shop: &str, currency: &str, rate: f64, team: Team, services: Vec<Service>) -> Terms {
        Terms {
            shop: Shop {
                name: shop.to_owned(),
                ..Shop::default()
            },
            currency: currency.to_owned(),
            tax: None,
            tax_rate: None,
            rate,
            floor_rate: defaults::FLOOR_SHARE * rate,
            confidence: defaults::CONFIDENCE,
            stretch: defaults::STRETCH,
            smallest: None,
            care_free: defaults::CARE_FREE,
            unpaid: Unpaid::default(),
            wins: Wins::default(),
            rounds: defaults::ROUNDS,
            team,
            overhead: Estimate::NONE,
            care_months: defaults::CARE_MONTHS,
            care_spread: defaults::CARE_SPREAD,
            overrun: defaults::OVERRUN,
            learned: OwnRecord::default(),
            schedule: defaults::SCHEDULE,
            content_wait: defaults::CONTENT_WAIT,
            depend_wait: defaults::DEPEND_WAIT,
            sizes: Sizes::default(),
            own_care: PerKind::default(),
            purposes: Vec::new(),
            services,
            care: PerKind::default(),
            promises: Vec::new(),
            stops: Vec::new(),
            partners: Vec::new(),
        }
    }

    /// The service with this id.
    pub fn service(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }

    /// The promise with this id.
    pub fn promise(&self, id: &str) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.id == id)
    }

    /// The partner with this id.
    pub fn partner(&self, id: &str) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.id == id)
    }

    /// What money with tax comes to per unit without: above 0, at most 1 where prices are with tax,
    /// else 1.
    pub fn without_tax(&self) -> f64 {
        match (self.tax, self.tax_rate) {
            (Some(Tax::Included), Some(rate)) => 1.0 / (1.0 + rate / 100.0),
            _ => 1.0,
        }
    }
}

/// A text in one or more languages. The engine carries it and never reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text for every language that has none of its own.
    pub default: String,
    /// BCP 47 tags with the text in that language.
    pub translations: Vec<(String, String)>,
}

impl Text {
    /// The text in this very language, of several the last. None where there is none of its own.
    pub fn translation(&self, lang: &str) -> Option<&str> {
        self.in_language(|tag| tag.eq_ignore_ascii_case(lang))
    }

    /// The text in any form of this language, such as `pt-BR` for `pt`, of several the last.
    pub fn relative(&self, base: &str) -> Option<&str> {
        self.in_language(|tag| {
            let known = tag.split('-').next().unwrap_or_default();
            known.eq_ignore_ascii_case(base)
        })
    }

    fn in_language(&self, is_it: impl Fn(&str) -> bool) -> Option<&str> {
        let mut known = self.translations.iter().rev();
        known.find_map(|(tag, text)| is_it(tag).then_some(text.as_str()))
    }
}

/// What a named thing may carry besides its id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// What it is called.
    pub name: Option<Text>,
    /// What helps to choose it.
    pub note: Option<Text>,
    /// Where its figures come from.
    pub source: Option<Text>,
}

/// Who the shop is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shop {
    /// What the shop is called.
    pub name: String,
    /// Where a brief can be sent.
    pub email: Option<String>,
    /// The shop's own site.
    pub url: Option<String>,
    /// Where links in letters lead. Absent: the current page.
    pub page: Option<String>,
    /// Where a visitor's message is posted to, if the visitor agrees. Absent: it is mailed or copied.
    pub inbox: Option<String>,
}

names! {
    /// Whether prices are with tax.
    pub enum Tax {
        /// Tax comes on top.
        Excluded = "excluded",
        /// Tax is in the price.
        Included = "included",
    }
}

names! {
    /// How much of what the shop asks is said to a visitor. The engine carries it and never reads it.
    #[derive(Default)]
    pub enum Show {
        /// Prices.
        Prices = "prices" #[default],
        /// Ranges around the prices.
        Ranges = "ranges",
        /// No amounts and no hours, only how they compare with what was said.
        Ratios = "ratios",
    }
}

/// Who does the work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Team {
    /// Hours a week the team gives to one such job, above 0.
    pub hours_per_week: f64,
    /// In how many weeks it can start, at least 0.
    pub starts_in_weeks: f64,
}

impl Team {
    /// Returns a team that gives so many hours a week, above 0, and starts in
    /// [`defaults::STARTS_IN_WEEKS`].
    pub fn new(hours_per_week: f64) -> Team {
        Team {
            hours_per_week,
            starts_in_weeks: defaults::STARTS_IN_WEEKS,
        }
    }
}

/// The chance that what is not yet paid never comes, each from 0 to 0.5.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Unpaid {
    /// From a stranger.
    pub stranger: f64,
    /// From somebody the shop knows: referred, a client or a friend.
    pub known: f64,
}

/// The chance to get a job, each above 0, at most 1. Absent: certain.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wins {
    /// Chance against a few others.
    pub few: Option<f64>,
    /// Chance in a call that is open to anybody.
    pub open: Option<f64>,
    /// Chance where somebody has it already by all signs.
    pub insider: Option<f64>,
}

impl Wins {
    /// The chance against such rivals: 1 where none is said.
    pub fn against(self, rivals: Rivals) -> f64 {
        let chance = match rivals {
            Rivals::None => None,
            Rivals::Few => self.few,
            Rivals::Open => self.open,
            Rivals::Insider => self.insider,
        };
        chance.unwrap_or(1.0)
    }
}

/// Finished jobs of the shop's own that its overrun was learned from, together with borrowed ones.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OwnRecord {
    /// Number of them: 0 where nothing was learned.
    pub jobs: u32,
    /// Weight beside the borrowed ones, from 0 to 1.
    pub own: f64,
}

/// Rounds of changes in the price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoundsInPrice {
    /// How many.
    pub included: u32,
    /// Work that each further one adds, as a share of the wishes' hours, at least 0.
    pub share: f64,
}

/// What the sizes of the client's own wishes mean, in person-hours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// A day or so.
    pub small: Estimate,
    /// A few days.
    pub medium: Estimate,
    /// A couple of weeks.
    pub large: Estimate,
}

impl Default for Sizes {
    /// Returns the sizes of [`defaults::SIZES`], each half to double.
    fn default() -> Sizes {
        let [small, medium, large] = defaults::SIZES.map(Estimate::bare);
        Sizes {
            small,
            medium,
            large,
        }
    }
}

/// Something clients want to achieve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The name in documents.
    pub id: String,
    /// What to call it.
    pub label: Label,
    /// Whether it is about something that is there already.
    pub changes: bool,
}

/// A thing the shop sells.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// The name in documents.
    pub id: String,
    /// What to call it.
    pub label: Label,
    /// What one of it takes, in person-hours.
    pub hours: Estimate,
    /// The ids of the purposes that it serves. None: it serves any.
    pub serves: Option<Vec<String>>,
    /// The care it brings, in likely hours a month.
    pub care: PerKind<f64>,
    /// Whether that care grows with the count.
    pub care_scales: bool,
    /// The ids of services that serve the same purpose by other means, best first.
    pub alternatives: Vec<String>,
    /// The ids of services that it cannot be without, in any of their sizes.
    pub needs: Vec<String>,
    /// The id of the service that it is another size of.
    pub size_of: Option<String>,
    /// Other words for it. The engine carries them and never reads them.
    pub also: Vec<Text>,
    /// Units of which a client may want several, such as "pages". Absent: it is wanted once. The engine
    /// carries it and never reads it.
    pub unit: Option<Text>,
    /// The weeks that it lasts however many work on it, at least 0.
    pub least_weeks: f64,
    /// Whether it is one of the usual jobs.
    pub usual: bool,
    /// Whether it is about something that is there already.
    pub changes: bool,
    /// Charges of others for one of it.
    pub costs: Costs,
    /// Exclusions: all that is not in it, for what is put in writing.
    pub excludes: Vec<Text>,
}

impl Service {
    /// Returns a service that takes so many hours, serves any purpose and brings no care.
    pub fn new(id: &str, hours: Estimate) -> Service {
        Service {
            id: id.to_owned(),
            label: Label::default(),
            hours,
            serves: None,
            care: PerKind::default(),
            care_scales: false,
            alternatives: Vec::new(),
            needs: Vec::new(),
            size_of: None,
            also: Vec::new(),
            unit: None,
            least_weeks: 0.0,
            usual: false,
            changes: false,
            costs: Costs::default(),
            excludes: Vec::new(),
        }
    }

    /// Returns `true` if this is a service in one of its sizes.
    ///
    /// ```
    /// # use takeon_engine::{Estimate, Service};
    /// let size_of = Some("app".to_owned());
    /// let small = Service { size_of, ..Service::new("app-small", Estimate::bare(80.0)) };
    /// assert!(small.is_a("app") && small.is_a("app-small") && !small.is_a("shop"));
    /// ```
    pub fn is_a(&self, service: &str) -> bool {
        self.id == service || self.size_of.as_deref() == Some(service)
    }
}

/// Whether and how the shop sells a kind of care.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CareOffer {
    /// The shop sells it.
    pub offered: bool,
    /// At so much a month.
    pub price_per_month: Option<f64>,
}

/// Something clients expect to be promised.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The name in documents.
    pub id: String,
    /// What to call it.
    pub label: Label,
    /// Whether it can be kept.
    pub keepable: Keepable,
}

/// Whether a promise can be kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Keepable {
    /// As a matter of course.
    Yes,
    /// For so many hours more.
    Priced(Estimate),
    /// By nobody.
    Never,
}

/// Somebody better placed for some wishes.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// The name in documents.
    pub id: String,
    /// What they are called.
    pub label: Label,
    /// Where to find them.
    pub url: Option<String>,
    /// The ids of the services that they serve.
    pub services: Vec<String>,
    /// The ids of the purposes for which they serve whatever serves them.
    pub purposes: Vec<String>,
    /// The kinds of care that they take on.
    pub care: Vec<CareKind>,
    /// The shop's interest in them, said in the same sentence as their name.
    pub disclosure: Option<Text>,
}
