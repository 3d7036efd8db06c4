//! The terms as a document.

use super::describe::{
    boolean, document, ignored, like, list, name, number, object, reference, set, text, things,
    translated, whole_number,
};
use super::inbox::INBOX;
use super::names::NameSet;
use super::ranges;
use super::read::{Members, Read};
use super::shapes::{
    COSTS, CURRENCY, EMAIL, ESTIMATE, HOURS_PER_KIND, SCHEDULE, SPREAD, TEXT, URL, care_members,
};
use super::stops::STOP;
use super::table::{Fallback, Kind, OBJECT, Object, Reference, Rule, Sentence, Things};
use crate::engine::{
    CareKind, CareOffer, IncludedRounds, Keepable, Label, NonpaymentRisk, OwnRecord, Partner,
    Promise, Purpose, Service, Shop, Sizes, Stretch, Tax, Team, Terms, WinChances, defaults,
};

document! {
    /// Terms of a shop: rates, team, confidence, services, partners. Hours are person-hours, weeks and months are
    /// calendar ones, money is in the currency named here.
    pub static TERMS: Terms = Object {
        name: "Terms",
        rules: &[Rule::NotAbove("floorRate", "rate")],
        ..OBJECT
    };
    /// Address of this schema, for editors.
    optional "$schema": ignored();
    /// Version of this format: always 1.
    optional "schema": number(ranges::VERSION, "");
    /// The shop itself.
    required "shop" => shop: object(&SHOP);
    /// ISO 4217 code of the currency of all amounts, such as EUR.
    required "currency" => currency: text(&CURRENCY);
    /// Tax treatment of prices. Absent: nothing is said about tax.
    optional "tax" => tax: name(NameSet::of::<Tax>());
    /// Tax in per cent. If prices include it, so do the client's budgets and payments; costs and
    /// earnings exclude it. An amount that a client names the other way about is converted.
    optional "taxRate" => tax_rate: number(ranges::TAX_RATE, " per cent");
    /// Price of an hour: money an hour.
    required "rate" => rate: number(ranges::RATE, " (money an hour)");
    /// Least that an hour must bring to leave a modest income: money an hour, not above the rate. Absent: 0.85 times the rate.
    optional "floorRate": number(ranges::MONEY, " (money an hour)");
    /// Odds at which this shop says yes: 0.8 is 8 in 10.
    optional "confidence" => confidence: number(ranges::CONFIDENCE, "").or(Fallback::Number(defaults::CONFIDENCE));
    /// Limits of an offer, relative to the request: beyond them it is not worth making.
    optional "stretch" => stretch: object(&STRETCH);
    /// Smallest job that is worth starting. Absent: any.
    optional "smallest": object(&SMALLEST);
    /// Hours of unpaid care included in an hourly job.
    optional "careFree" => care_free: number(ranges::HOURS, " hours").or(Fallback::Number(defaults::CARE_FREE));
    /// Chance that outstanding payments never come. Absent: none.
    optional "unpaid" => unpaid: object(&UNPAID);
    /// Chance of winning a job against rivals. Absent: certain.
    optional "wins" => wins: object(&WINS);
    /// Rounds of changes in the price.
    optional "rounds" => rounds: object(&ROUNDS);
    /// The team that does the work.
    required "team" => team: object(&TEAM);
    /// Person-hours that any job costs besides the work, once.
    optional "overhead" => overhead: like(ESTIMATE).or(Fallback::Number(0.0));
    /// Months over which care is counted.
    optional "careMonths" => care_months: number(ranges::CARE_MONTHS, " months").or(Fallback::Number(defaults::CARE_MONTHS));
    /// Care actually needed, as a share of the expected: 1 is as expected.
    optional "careSpread" => care_spread: like(SPREAD).or(Fallback::Spread(defaults::CARE_SPREAD));
    /// Actual effort as a share of the estimate: 1 is as estimated.
    optional "overrun" => overrun: like(SPREAD).or(Fallback::Spread(defaults::OVERRUN));
    /// Finished jobs of the shop's own from which the overrun was learned. They are reported and
    /// change no answer.
    optional "learned" => learned: object(&LEARNED);
    /// Actual duration as a share of the plan: 1 is as planned. Without `wait` it has none.
    optional "schedule" => schedule: like(SCHEDULE).or(Fallback::Schedule(defaults::SCHEDULE));
    /// Wait for content that is not ready, in weeks.
    optional "contentWait" => content_wait: like(SPREAD).or(Fallback::Spread(defaults::CONTENT_WAIT));
    /// Wait for somebody outside who must do their part first, in weeks.
    optional "dependWait" => depend_wait: like(SPREAD).or(Fallback::Spread(defaults::DEPEND_WAIT));
    /// Sizes of the client's own wishes, in person-hours.
    optional "sizes" => sizes: object(&SIZES);
    /// Care that each of the client's own wishes brings, in hours a month. Absent: none.
    optional "ownCare" => own_care: like(HOURS_PER_KIND);
    /// Purposes: things that clients want to achieve.
    optional "purposes" => purposes: things(&Kind::Object(&PURPOSE));
    /// Services: things that the shop sells.
    required "services" => services: things(&Kind::Object(&SERVICE));
    /// Kinds of care that the shop sells. A kind left out is not sold.
    optional "care" => care: object(&CARE);
    /// Promises that clients expect.
    optional "promises" => promises: things(&Kind::Object(&PROMISE));
    /// Conditions that this shop never accepts.
    optional "stops" => stops: set(&STOP);
    /// Partners to whom the shop sends clients who are better served elsewhere.
    optional "partners" => partners: things(&Kind::Object(&PARTNER));
    floor_rate = floor_rate;
    smallest = smallest;
}

fn floor_rate(terms: &Members) -> f64 {
    let said: Option<f64> = terms.get("floorRate");
    said.unwrap_or_else(|| defaults::FLOOR_SHARE * terms.get::<f64>("rate"))
}

fn smallest(terms: &Members) -> Option<f64> {
    terms.written("smallest")?.member("price").map(f64::read)
}

document! {
    /// The shop itself.
    pub static SHOP: Shop = OBJECT;
    /// Name of the shop.
    required "name" => name: text(&TEXT);
    /// Address for briefs that visitors mail.
    optional "email" => email: text(&EMAIL);
    /// The shop's own site.
    optional "url" => url: text(&URL);
    /// Page that links in letters lead to. Absent: the current page.
    optional "page" => page: text(&URL);
    /// Address that a visitor's message is posted to with consent. Absent: it is mailed or copied.
    optional "inbox" => inbox: like(INBOX);
    /// Page where a call can be booked, such as one of Calendly or Cal.com, which fill in name and address.
    optional "booking" => booking: text(&URL);
}

document! {
    /// Limits of an offer, relative to the request: beyond them it is not worth making.
    pub static STRETCH: Stretch = OBJECT;
    /// Highest price, as a multiple of the budget.
    optional "money" => money: number(ranges::STRETCH, "").or(Fallback::Number(defaults::STRETCH.money));
    /// Latest date, as a multiple of the weeks asked for.
    optional "time" => time: number(ranges::STRETCH, "").or(Fallback::Number(defaults::STRETCH.time));
    /// Largest share of the likely hours that may be left out if no wish is a must: 0.5 is half of
    /// them.
    optional "scope" => scope: number(ranges::SHARE, "").or(Fallback::Number(defaults::STRETCH.scope));
}

document! {
    /// Smallest job that is worth starting.
    static SMALLEST = OBJECT;
    /// Least revenue: its price, its fees, or the price of its hours. Absent: any.
    optional "price": number(ranges::MONEY, "");
}

document! {
    /// Chance that outstanding payments never come: 0.05 is 1 in 20.
    pub static UNPAID: NonpaymentRisk = OBJECT;
    /// Chance with a stranger.
    optional "stranger" => stranger: number(ranges::UNPAID, "").or(Fallback::Number(0.0));
    /// Chance with somebody the shop knows: referred, a client or a friend.
    optional "known" => known: number(ranges::UNPAID, "").or(Fallback::Number(0.0));
}

document! {
    /// Chance of winning a job against rivals: 0.1 is 1 in 10.
    pub static WINS: WinChances = OBJECT;
    /// Chance against a few others. Absent: certain.
    optional "few" => few: number(ranges::CHANCE, "");
    /// Chance in an open call. Absent: certain.
    optional "open" => open: number(ranges::CHANCE, "");
    /// Chance if somebody else has it already by all signs. Absent: certain.
    optional "insider" => insider: number(ranges::CHANCE, "");
}

document! {
    /// Rounds of changes in the price.
    pub static ROUNDS: IncludedRounds = OBJECT;
    /// Number of rounds, a whole number.
    optional "included" => included: whole_number(ranges::ROUNDS).or(Fallback::Number(defaults::ROUNDS.included as f64));
    /// Work that each further round adds, as a share of the wished hours: 0.1 is a tenth.
    optional "share" => share: number(ranges::SHARE_OF_A_ROUND, "").or(Fallback::Number(defaults::ROUNDS.share));
}

document! {
    /// Finished jobs of the shop's own from which the overrun was learned.
    pub static LEARNED: OwnRecord = OBJECT;
    /// Number of jobs.
    optional "jobs" => jobs: whole_number(ranges::JOBS).or(Fallback::Number(0.0));
    /// Weight relative to the borrowed data: 0.9 is 90 in 100.
    optional "own" => own: number(ranges::SHARE, "").or(Fallback::Number(0.0));
}

document! {
    /// The team that does the work.
    pub static TEAM: Team = OBJECT;
    /// Hours a week the team gives to one such job.
    required "hoursPerWeek" => hours_per_week: number(ranges::HOURS_PER_WEEK, " hours a week");
    /// Weeks until it can start.
    optional "startsInWeeks" => starts_in_weeks: number(ranges::WEEKS, " weeks").or(Fallback::Number(defaults::STARTS_IN_WEEKS));
}

document! {
    /// Sizes of the client's own wishes, in person-hours.
    pub static SIZES: Sizes = OBJECT;
    /// A day or so, in person-hours.
    optional "small" => small: like(ESTIMATE).or(Fallback::Number(defaults::SIZES[0]));
    /// A few days, in person-hours.
    optional "medium" => medium: like(ESTIMATE).or(Fallback::Number(defaults::SIZES[1]));
    /// A couple of weeks, in person-hours.
    optional "large" => large: like(ESTIMATE).or(Fallback::Number(defaults::SIZES[2]));
}

document! {
    /// A named thing.
    static NAMED: Label = OBJECT;
    /// Name in documents, unique in its list.
    required "id": text(&TEXT);
    /// Name for visitors. Absent: the id.
    optional "name" => name: translated();
    /// A few words that help to choose it.
    optional "note" => note: translated();
    /// Source of its figures.
    optional "source" => source: translated();
}

fn id(thing: &Members) -> String {
    thing.get("id")
}

fn label(thing: &Members) -> Label {
    thing.all()
}

/// An object with an id and what any named thing may carry.
const LABELLED: Object = Object {
    common: NAMED.members,
    ..OBJECT
};

document! {
    /// Purpose that clients may have.
    pub static PURPOSE: Purpose = LABELLED;
    /// True if it is about an existing thing.
    optional "changes" => changes: boolean().or(Fallback::No);
    id = id;
    label = label;
}

document! {
    /// Service that the shop sells.
    pub static SERVICE: Service = LABELLED;
    /// Effort for one unit, in person-hours.
    required "hours" => hours: like(ESTIMATE);
    /// Purposes that it serves. Absent: any.
    optional "serves" => serves: list(&Kind::Reference(&OWN_PURPOSE));
    /// Care that it brings, in likely hours a month. Absent: none.
    optional "care" => care: like(HOURS_PER_KIND);
    /// True if that care grows with the count.
    optional "careScales" => care_scales: boolean().or(Fallback::No);
    /// Services that serve the same purpose by other means, best first.
    optional "alternatives" => alternatives: list(&Kind::Reference(&OWN_SERVICE));
    /// Services that it requires, in any of their sizes.
    optional "needs" => needs: list(&Kind::Reference(&OWN_SERVICE));
    /// Service that it is another size of: clients wish for either, and its note tells them apart.
    optional "sizeOf" => size_of: reference(&OWN_SERVICE);
    /// Synonyms, by which it is found.
    optional "also" => also: list(&Kind::Translated);
    /// Unit in which clients may want several, such as "pages". Absent: it is wanted once.
    optional "unit" => unit: translated();
    /// Least duration in weeks, however many people work on it.
    optional "leastWeeks" => least_weeks: number(ranges::WEEKS, " weeks").or(Fallback::Number(0.0));
    /// True if it is one of the usual jobs, whose prices are shown before any question.
    optional "usual" => usual: boolean().or(Fallback::No);
    /// True if it is about an existing thing.
    optional "changes" => changes: boolean().or(Fallback::No);
    /// Third-party charges for one unit. Absent: none.
    optional "costs" => costs: object(&COSTS);
    /// Exclusions, for the written agreement.
    optional "excludes" => excludes: list(&Kind::Translated);
    id = id;
    label = label;
}

/// A purpose of the same terms.
static OWN_PURPOSE: Reference = Reference {
    things: Things::Purposes,
    named: "purposes",
    // Without a list there is none to choose, and nothing depends on it.
    is_free_if_empty: true,
    sentence: Sentence::new("The id of a purpose."),
};

/// A service of the same terms.
static OWN_SERVICE: Reference = Reference {
    things: Things::Services,
    named: "services",
    is_free_if_empty: false,
    sentence: Sentence::new("The id of a service."),
};

document! {
    /// Promise that clients may expect.
    pub static PROMISE: Promise = Object {
        rules: &[Rule::OnlyWith("hours", "keepable", "priced")],
        ..LABELLED
    };
    /// Ability to keep it.
    required "keepable": name(KEEPABLE);
    /// Additional effort for keeping it, in person-hours, if it is priced.
    optional "hours": like(ESTIMATE);
    id = id;
    label = label;
    keepable = keepable;
}

const KEEPABLE: NameSet = NameSet::new(
    &["yes", "priced", "never"],
    &[
        "As a matter of course.",
        "For so many hours more.",
        "By nobody.",
    ],
);

fn keepable(promise: &Members) -> Keepable {
    match promise.get::<String>("keepable").as_str() {
        "priced" => Keepable::Priced(promise.get("hours")),
        "never" => Keepable::Never,
        _ => Keepable::Yes,
    }
}

document! {
    /// Somebody better placed for some wishes.
    pub static PARTNER: Partner = LABELLED;
    /// Address of the partner's site.
    optional "url" => url: text(&URL);
    /// Services that the partner provides.
    optional "services" => services: list(&Kind::Reference(&OWN_SERVICE));
    /// Purposes for which the partner provides anything.
    optional "purposes" => purposes: list(&Kind::Reference(&OWN_PURPOSE));
    /// Kinds of care that the partner takes on.
    optional "care" => care: list(&Kind::Name(NameSet::of::<CareKind>()));
    /// The shop's interest in a referral, stated in the same sentence as the partner's name.
    optional "disclosure" => disclosure: translated();
    id = id;
    label = label;
}

document! {
    /// Kind of care, and whether the shop sells it.
    pub static CARE_OFFER: CareOffer = OBJECT;
    /// True if the shop sells it.
    required "offered" => offered: boolean();
    /// Price: money a month.
    optional "pricePerMonth" => price_per_month: number(ranges::MONEY, " (money a month)");
    /// A few words that help to choose it.
    optional "note": translated();
    /// Source of its figures.
    optional "source": translated();
}

/// The kinds of care that the shop sells.
static CARE: Object = Object {
    members: &care_members(Kind::Object(&CARE_OFFER)),
    ..OBJECT
};
