//! The terms: the figures and policies a shop works by.

use super::brief::{Costs, Relationship, Rivals, Size, Want};
use super::care::{CareKind, PerCareKind};
use super::defaults;
use super::estimate::Estimate;
use super::factors::{IncludedRounds, Schedule, Spread, Stretch};
use super::flag::Stop;
use super::shop::{Label, LocalizedText, Shop, Tax};

/// Figures and policies a shop works by: rates, team, confidence, services, partners.
///
/// Values that the terms leave out have the defaults of [`defaults`].
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// The shop and its addresses.
    pub shop: Shop,
    /// ISO 4217 code of the currency of all amounts.
    pub currency: String,
    /// Tax treatment of prices. If absent, nothing is said about tax.
    pub tax: Option<Tax>,
    /// Tax on prices, in per cent, at least 0. If prices include it, so do budgets and payments;
    /// the engine's figures exclude it.
    pub tax_rate: Option<f64>,
    /// Price of an hour, above 0.
    pub rate: f64,
    /// Least an hour must bring to leave a modest income: 0 to `rate`.
    pub floor_rate: f64,
    /// Odds at which this shop says yes: 0.5 to 0.9.
    pub confidence: f64,
    /// Distance an offer may go from the request and still be worth making.
    pub stretch: Stretch,
    /// Smallest amount for which a job is worth starting. If absent, any.
    pub smallest: Option<f64>,
    /// Hours of unpaid care included in an hourly job, at least 0.
    pub care_free: f64,
    /// Chance that outstanding payments never come. Defaults to none.
    pub unpaid: NonpaymentRisk,
    /// Chance of winning a job against rivals.
    pub wins: WinChances,
    /// Rounds of changes in the price.
    pub rounds: IncludedRounds,
    /// The team's capacity.
    pub team: Team,
    /// Hours that any job costs besides the work, once.
    pub overhead: Estimate,
    /// Months over which care is counted, at least 1.
    pub care_months: f64,
    /// Care actually needed, as a share of the expected.
    pub care_spread: Spread,
    /// Actual effort as a share of the estimate.
    pub overrun: Spread,
    /// Origin of the overrun, if it was learned. It is reported and changes no answer.
    pub learned: OwnRecord,
    /// Actual duration against the plan.
    pub schedule: Schedule,
    /// Delay by content that is not ready, in weeks.
    pub content_wait: Spread,
    /// Delay by somebody outside, in weeks.
    pub depend_wait: Spread,
    /// Hours for the sizes of the client's own wishes.
    pub sizes: Sizes,
    /// Care that each of the client's own wishes brings, in hours a month.
    pub own_care: PerCareKind<f64>,
    /// Purposes of the shop's clients.
    pub purposes: Vec<Purpose>,
    /// Services that the shop sells.
    pub services: Vec<Service>,
    /// Kinds of care that the shop sells.
    pub care: PerCareKind<CareOffer>,
    /// Promises that clients expect.
    pub promises: Vec<Promise>,
    /// Conditions that the shop never accepts.
    pub stops: Vec<Stop>,
    /// Partners for clients who are better served elsewhere.
    pub partners: Vec<Partner>,
}

impl Terms {
    /// Returns terms with the defaults for everything else.
    ///
    /// `currency` is an ISO 4217 code, `rate` the price of an hour, above 0. Override defaults with
    /// struct update syntax:
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
            unpaid: NonpaymentRisk::default(),
            wins: WinChances::default(),
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
            own_care: PerCareKind::default(),
            purposes: Vec::new(),
            services,
            care: PerCareKind::default(),
            promises: Vec::new(),
            stops: Vec::new(),
            partners: Vec::new(),
        }
    }

    /// Returns `true` if the purpose or one of the things that are wanted is about an existing thing.
    pub fn is_change<'a>(
        &self,
        purpose: Option<&str>,
        mut wants: impl Iterator<Item = &'a Want>,
    ) -> bool {
        let is_changed = |want: &Want| match want {
            Want::Service { service } => self.service(service).is_some_and(|known| known.changes),
            Want::Sized { .. } | Want::Estimated { .. } => false,
        };
        let mut purposes = self.purposes.iter();
        purposes.any(|known| known.changes && Some(&*known.id) == purpose) || wants.any(is_changed)
    }

    /// Returns the service with this id.
    pub fn service(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }

    /// Returns the promise with this id.
    pub fn promise(&self, id: &str) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.id == id)
    }

    /// Returns the partner with this id.
    pub fn partner(&self, id: &str) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.id == id)
    }

    /// Returns the factor from money with or without tax to money as quoted, above 0. `None` if the
    /// rate of tax is unknown.
    pub fn quoted_factor(&self, said: Tax) -> Option<f64> {
        let taxed = |rate: f64| 1.0 + rate / 100.0;
        match (self.tax, said) {
            (Some(Tax::Excluded), Tax::Included) => Some(1.0 / taxed(self.tax_rate?)),
            (Some(Tax::Included), Tax::Excluded) => Some(taxed(self.tax_rate?)),
            _ => Some(1.0),
        }
    }

    /// Returns the factor from money as quoted to money without tax: above 0, at most 1 if prices
    /// include tax, otherwise 1.
    pub fn net_factor(&self) -> f64 {
        match (self.tax, self.tax_rate) {
            (Some(Tax::Included), Some(rate)) => 1.0 / (1.0 + rate / 100.0),
            _ => 1.0,
        }
    }

    /// Returns the price of an hour as quoted to a client, in the terms' currency: including tax if
    /// prices include it.
    pub fn quoted_rate(&self) -> f64 {
        self.rate / self.net_factor()
    }

    /// Returns the effort for a wish of this size. An unknown size is taken as medium, with a range
    /// from half a small to two large ones.
    pub fn size(&self, size: Size) -> Estimate {
        let medium = self.sizes.medium.likely;
        match size {
            Size::Small => self.sizes.small,
            Size::Medium => self.sizes.medium,
            Size::Large => self.sizes.large,
            Size::Unknown => Estimate {
                low: (self.sizes.small.likely / 2.0).min(medium),
                likely: medium,
                high: (2.0 * self.sizes.large.likely).max(medium),
            },
        }
    }
}

/// The team's capacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Team {
    /// Hours a week the team gives to one such job, above 0.
    pub hours_per_week: f64,
    /// Weeks until it can start, at least 0.
    pub starts_in_weeks: f64,
}

impl Team {
    /// Returns a team that gives this many hours a week, above 0, and starts in
    /// [`defaults::STARTS_IN_WEEKS`].
    pub fn new(hours_per_week: f64) -> Team {
        Team {
            hours_per_week,
            starts_in_weeks: defaults::STARTS_IN_WEEKS,
        }
    }
}

/// Chance that outstanding payments never come, each from 0 to 0.5.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NonpaymentRisk {
    /// Chance with a stranger.
    pub stranger: f64,
    /// Chance with somebody the shop knows: referred, a client or a friend.
    pub known: f64,
}

impl NonpaymentRisk {
    /// Returns the chance with a client of this relationship.
    pub fn with(self, relationship: Relationship) -> f64 {
        match relationship {
            Relationship::Stranger => self.stranger,
            Relationship::Referred | Relationship::Client | Relationship::Friend => self.known,
        }
    }
}

/// Chance of winning a job, each above 0, at most 1. Absent means certain.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WinChances {
    /// Chance against a few others.
    pub few: Option<f64>,
    /// Chance in an open call.
    pub open: Option<f64>,
    /// Chance if somebody else has it already by all signs.
    pub insider: Option<f64>,
}

impl WinChances {
    /// Returns the chance against these rivals, 1 by default.
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

/// The shop's own finished jobs from which its overrun was learned, combined with borrowed data.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OwnRecord {
    /// Number of jobs, 0 if nothing was learned.
    pub jobs: u32,
    /// Weight relative to the borrowed data, from 0 to 1.
    pub own: f64,
}

/// Hours for the sizes of the client's own wishes, in person-hours.
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

/// Purpose that clients may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// Name in documents.
    pub id: String,
    /// Display name, note and source.
    pub label: Label,
    /// True if it is about an existing thing.
    pub changes: bool,
}

/// Service that the shop sells.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Name in documents.
    pub id: String,
    /// Display name, note and source.
    pub label: Label,
    /// Effort for one unit, in person-hours.
    pub hours: Estimate,
    /// Ids of the purposes that it serves. `None` means any.
    pub serves: Option<Vec<String>>,
    /// Care it brings, in likely hours a month.
    pub care: PerCareKind<f64>,
    /// True if that care grows with the count.
    pub care_scales: bool,
    /// Ids of services that serve the same purpose by other means, best first.
    pub alternatives: Vec<String>,
    /// Ids of services that it requires, in any of their sizes.
    pub needs: Vec<String>,
    /// Id of the service that it is another size of.
    pub size_of: Option<String>,
    /// Synonyms. The engine passes them through unread.
    pub also: Vec<LocalizedText>,
    /// Unit in which clients may want several, such as "pages". If absent, it is wanted once. The
    /// engine passes it through unread.
    pub unit: Option<LocalizedText>,
    /// Least duration in weeks, however many people work on it, at least 0.
    pub least_weeks: f64,
    /// True if it is one of the usual jobs.
    pub usual: bool,
    /// True if it is about an existing thing.
    pub changes: bool,
    /// Third-party charges for one unit.
    pub costs: Costs,
    /// Exclusions, for the written agreement.
    pub excludes: Vec<LocalizedText>,
}

impl Service {
    /// Returns a service of this effort that serves any purpose and brings no care.
    pub fn new(id: &str, hours: Estimate) -> Service {
        Service {
            id: id.to_owned(),
            label: Label::default(),
            hours,
            serves: None,
            care: PerCareKind::default(),
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

    /// Returns `true` if this is the named service or another size of it.
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

/// The shop's offer for a kind of care.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CareOffer {
    /// True if the shop sells it.
    pub offered: bool,
    /// Monthly price, if it is fixed.
    pub price_per_month: Option<f64>,
}

/// Promise that clients may expect.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// Name in documents.
    pub id: String,
    /// Display name, note and source.
    pub label: Label,
    /// Ability to keep it.
    pub keepable: Keepable,
}

/// Ability to keep a promise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Keepable {
    /// Kept as a matter of course.
    Yes,
    /// Kept for this much additional effort.
    Priced(Estimate),
    /// Kept by nobody.
    Never,
}

/// Somebody better placed for some wishes.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// Name in documents.
    pub id: String,
    /// Display name, note and source.
    pub label: Label,
    /// Address of the partner's site.
    pub url: Option<String>,
    /// Ids of the services that the partner provides.
    pub services: Vec<String>,
    /// Ids of the purposes for which the partner provides anything.
    pub purposes: Vec<String>,
    /// Kinds of care that the partner takes on.
    pub care: Vec<CareKind>,
    /// The shop's interest in a referral, stated in the same sentence as the partner's name.
    pub disclosure: Option<LocalizedText>,
}
