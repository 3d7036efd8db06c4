//! Questions: missing answers, ranked by their effect on the verdict and the figures.

use super::needed::roughly_alone;
use crate::appraise::offers::Shapes;
use crate::appraise::scenario::Scenario;
use crate::appraise::verdict::{Ruling, missing, ruling};
use crate::math::insert;
use crate::model::{
    AssumedAnswer, Assumption, Brief, Budget, CareKind, CareOwner, Conditions, Contact, Existing,
    Midpoint, Pay, Payer, Question, Relationship, Topic, Verdict,
};
use libm::log;

/// Weight of the answers that would turn a yes or make one, from which a question is decisive.
const DECISIVE: f64 = 0.25;

/// Least swing that is not noise of the quadrature.
const NOTICEABLE: f64 = 1e-6;

/// Factor between the figures of its answers from which a question is worth asking. Assumption.
const MOVES: f64 = 1.05;

impl Question {
    /// Returns `true` if an answer could decide between a yes and a no. Offers and letters settle
    /// contact, phases and pay.
    pub fn is_decisive(&self) -> bool {
        let is_settled = matches!(self.topic, Topic::Contact | Topic::Phased | Topic::Pay);
        self.flips >= DECISIVE && !is_settled
    }

    /// Returns `true` if an answer would turn a yes or make one, or move the figures enough to be asked
    /// for.
    pub fn is_worth_asking(&self) -> bool {
        self.flips > 0.0 || self.moves >= log(MOVES)
    }
}

/// Answer that is tried in place of a missing one.
#[derive(Clone, Copy)]
enum TriedAnswer {
    Owner(CareOwner),
    ContentReady(bool),
    Contact(Contact),
    Phased(bool),
    Existing(Existing),
    Pay(Pay),
    Depends(bool),
    Costs(Payer),
}

impl TriedAnswer {
    /// Returns `true` if it equals the assumption.
    fn is(self, assumed: Assumption) -> bool {
        match (self, assumed) {
            (TriedAnswer::Owner(owner), Assumption::Owner(assumed)) => owner == assumed,
            (
                TriedAnswer::ContentReady(yes) | TriedAnswer::Depends(yes),
                Assumption::YesOrNo(assumed),
            ) => yes == assumed,
            (TriedAnswer::Contact(contact), Assumption::Contact(assumed)) => contact == assumed,
            (TriedAnswer::Existing(existing), Assumption::Existing(assumed)) => existing == assumed,
            (TriedAnswer::Pay(pay), Assumption::Pay(assumed)) => pay == assumed,
            (TriedAnswer::Costs(payer), Assumption::Payer(assumed)) => payer == assumed,
            _ => false,
        }
    }
}

/// Answers with the weight of each. Every weight is an assumption.
type WeightedAnswers = &'static [(TriedAnswer, f64)];

/// Existing things that the job may build on.
const EXISTING: WeightedAnswers = &[
    (TriedAnswer::Existing(Existing::None), 0.6),
    (TriedAnswer::Existing(Existing::Seen), 0.2),
    (TriedAnswer::Existing(Existing::Unseen), 0.2),
];

/// Timings of the payments.
const PAYS: WeightedAnswers = &[
    (TriedAnswer::Pay(Pay::Deposit), 0.4),
    (TriedAnswer::Pay(Pay::Stages(3)), 0.3),
    (TriedAnswer::Pay(Pay::End), 0.3),
];

/// Dependence on somebody outside.
const DEPENDS: WeightedAnswers = &[
    (TriedAnswer::Depends(false), 0.8),
    (TriedAnswer::Depends(true), 0.2),
];

/// Payers of third-party charges.
const COSTS: WeightedAnswers = &[
    (TriedAnswer::Costs(Payer::Client), 0.7),
    (TriedAnswer::Costs(Payer::Us), 0.3),
];

/// Owners of a kind of care.
const OWNERS: WeightedAnswers = &[
    (TriedAnswer::Owner(CareOwner::UsUnpaid), 0.5),
    (TriedAnswer::Owner(CareOwner::Client), 0.3),
    (TriedAnswer::Owner(CareOwner::UsPaid), 0.2),
];

/// The same if the shop does not sell that care.
const OWNERS_UNSOLD: WeightedAnswers = &[
    (TriedAnswer::Owner(CareOwner::UsUnpaid), 0.5),
    (TriedAnswer::Owner(CareOwner::Client), 0.5),
];

/// Readiness of the content.
const CONTENT_READY: WeightedAnswers = &[
    (TriedAnswer::ContentReady(true), 0.5),
    (TriedAnswer::ContentReady(false), 0.5),
];

/// Availability of the client.
const CONTACTS: WeightedAnswers = &[
    (TriedAnswer::Contact(Contact::Daily), 0.2),
    (TriedAnswer::Contact(Contact::Weekly), 0.5),
    (TriedAnswer::Contact(Contact::Rarely), 0.3),
];

/// Delivery in phases or in one go.
const PHASED: WeightedAnswers = &[
    (TriedAnswer::Phased(true), 0.5),
    (TriedAnswer::Phased(false), 0.5),
];

/// Missing answer that moves the odds.
struct MissingAnswer {
    topic: Topic,
    /// Kind of care, if it is about one.
    kind: Option<CareKind>,
    answers: WeightedAnswers,
    assumed: Assumption,
}

/// Returns the missing answers that move the odds.
fn missing_answers(scenario: &Scenario) -> Vec<MissingAnswer> {
    let mut missing = Vec::new();
    let mut add = |topic, kind, answers, assumed| {
        missing.push(MissingAnswer {
            topic,
            kind,
            answers,
            assumed,
        });
    };
    for kind in CareKind::ALL {
        if scenario.owners[kind].is_none() && scenario.care[kind] > 0.0 {
            let answers = if scenario.terms.care[kind].offered {
                OWNERS
            } else {
                OWNERS_UNSOLD
            };
            let assumed = Assumption::Owner(CareOwner::UsUnpaid);
            add(Topic::of_care(kind), Some(kind), answers, assumed);
        }
    }
    let pace = scenario.pace;
    if pace.content_ready.is_none() {
        let assumed = Assumption::YesOrNo(true);
        add(Topic::ContentReady, None, CONTENT_READY, assumed);
    }
    if pace.contact.is_none() {
        let assumed = Assumption::Contact(Contact::Weekly);
        add(Topic::Contact, None, CONTACTS, assumed);
    }
    if pace.phased.is_none() {
        let assumed = Assumption::Midpoint(Midpoint::Usual);
        add(Topic::Phased, None, PHASED, assumed);
    }
    if scenario.existing.is_none() {
        let assumed = Assumption::Existing(Existing::None);
        add(Topic::Existing, None, EXISTING, assumed);
    }
    if scenario.pay.is_none() && !scenario.is_gift() {
        let assumed = Assumption::Pay(Pay::Deposit);
        add(Topic::Pay, None, PAYS, assumed);
    }
    if pace.depends.is_none() {
        let assumed = Assumption::YesOrNo(false);
        add(Topic::Depends, None, DEPENDS, assumed);
    }
    if scenario.payer.is_none() && scenario.has_charges() {
        let assumed = Assumption::Payer(Payer::Client);
        add(Topic::Costs, None, COSTS, assumed);
    }
    missing
}

/// Returns the questions, most decisive first. `now` is the ruling without further answers.
///
/// Those without which no job is taken come first, then those with weighted answers, by flips, by
/// swing and by their effect on the figures; then those that shape the job without moving the odds.
/// Questions that can change nothing are left out.
pub(crate) fn questions(
    brief: &Brief,
    scenario: &Scenario,
    shapes: &Shapes,
    now: Ruling,
) -> Vec<Question> {
    let mut questions = Vec::new();
    let ask = |questions: &mut Vec<Question>, is_open: bool, topic: Topic| {
        if is_open {
            questions.push(Question {
                topic,
                flips: 0.0,
                swing: 0.0,
                moves: 0.0,
            });
        }
    };
    ask(&mut questions, brief.wishes.is_empty(), Topic::Wishes);
    let missing = missing(scenario, shapes);
    let open = !now.is_final && !brief.wishes.is_empty();
    let changes_something = scenario.existing.is_none() && changes(brief, scenario, shapes);
    let is_first = open && (missing.existing || changes_something);
    ask(&mut questions, is_first, Topic::Existing);
    ask(&mut questions, open && missing.size, Topic::Size);
    ask(&mut questions, open && missing.budget, Topic::Budget);
    ask(&mut questions, open && missing.gift_hours, Topic::GiftHours);
    ask(&mut questions, open && missing.deadline, Topic::Deadline);
    let first = questions.len();
    let known = Known::new(scenario);
    let mut weighed = Vec::new();
    for open in missing_answers(scenario) {
        let question = weigh(&open, scenario, shapes, now, &known);
        let moves = question.moves >= log(MOVES) && is_about_the_job(question.topic);
        if is_first && question.topic == Topic::Existing {
            // Already asked; now the effect of its answers is known.
            if let Some(asked) = questions
                .iter_mut()
                .take(first)
                .find(|asked| asked.topic == question.topic)
            {
                *asked = question;
            }
        } else if question.flips > 0.0 || question.swing > NOTICEABLE || moves {
            insert(&mut weighed, question, |a, b| {
                let by = |question: &Question| [question.flips, question.swing, question.moves];
                by(a) > by(b)
            });
        }
    }
    questions.append(&mut weighed);
    let no_purpose = brief.purpose.is_none() && !scenario.terms.purposes.is_empty();
    let Conditions {
        decider, written, ..
    } = brief.conditions;
    ask(&mut questions, no_purpose, Topic::Purpose);
    ask(&mut questions, decider.is_none(), Topic::Decider);
    ask(&mut questions, written.is_none(), Topic::Written);
    questions
}

/// Returns `true` for a question that is not only about how to work together.
fn is_about_the_job(topic: Topic) -> bool {
    !matches!(topic, Topic::Contact | Topic::Phased)
}

/// Returns `true` if the purpose or a wished service is about an existing thing.
fn changes(brief: &Brief, scenario: &Scenario, shapes: &Shapes) -> bool {
    let terms = scenario.terms;
    let purpose = terms
        .purposes
        .iter()
        .find(|known| Some(&known.id) == brief.purpose.as_ref());
    let service = |at: Option<usize>| at.and_then(|at| terms.services.get(at));
    purpose.is_some_and(|purpose| purpose.changes)
        || shapes
            .items
            .iter()
            .any(|item| service(item.service).is_some_and(|service| service.changes))
}

/// Figures of a scenario without an answer, reused for answers that do not change them.
struct Known {
    odds: Option<f64>,
    price: Option<f64>,
    weeks: f64,
}

impl Known {
    fn new(scenario: &Scenario) -> Known {
        let job = scenario.job();
        Known {
            odds: job.both(),
            price: price(scenario, None),
            weeks: job.weeks_quantile(scenario.confidence),
        }
    }
}

/// Returns the approximate fixed price, or hours of a gift, that alone reaches the confidence, if
/// any.
fn price(scenario: &Scenario, guess: Option<f64>) -> Option<f64> {
    if scenario.is_share() {
        return None;
    }
    let deal = match scenario.deal {
        Some(gift @ Budget::Gift { .. }) => gift,
        _ => Budget::fixed(0.0),
    };
    let scenario = scenario.with_deal(Some(deal));
    roughly_alone(&scenario, deal, guess)
}

/// Returns the effect of the answers to a question.
fn weigh(
    open: &MissingAnswer,
    scenario: &Scenario,
    shapes: &Shapes,
    now: Ruling,
    known: &Known,
) -> Question {
    let mut flips = 0.0;
    let (mut odds, mut prices, mut weeks) = (Span::NONE, Span::NONE, Span::NONE);
    for (answer, weight) in open.answers {
        let is_assumed = answer.is(open.assumed);
        if is_assumed {
            odds.add(known.odds);
            prices.add(known.price);
            weeks.add(Some(known.weeks));
            if now.stands {
                continue;
            }
        }
        let answered = answered(scenario, open.kind, *answer);
        // A client who hopes for a yes does not care which no it is.
        let is_yes = |verdict| verdict == Verdict::Take;
        if is_yes(ruling(&answered, shapes).verdict) != is_yes(now.verdict) {
            flips += weight;
        }
        if is_assumed {
            continue;
        }
        let job = answered.job();
        odds.add(job.both());
        prices.add(if moves_money(open.topic) {
            price(&answered, known.price)
        } else {
            known.price
        });
        weeks.add(Some(if moves_time(open.topic) {
            job.weeks_quantile(scenario.confidence)
        } else {
            known.weeks
        }));
    }
    Question {
        topic: open.topic,
        flips,
        swing: odds.difference(),
        moves: prices.ratio().max(weeks.ratio()),
    }
}

/// Returns `true` if the answers to a question can change the money that a job needs.
fn moves_money(topic: Topic) -> bool {
    !matches!(topic, Topic::ContentReady | Topic::Depends)
}

/// Returns `true` if the answers to a question can change the weeks that a job needs.
fn moves_time(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::ContentReady | Topic::Depends | Topic::Contact | Topic::Phased | Topic::Existing
    )
}

/// Returns the scenario with an answer.
fn answered<'a>(
    scenario: &Scenario<'a>,
    kind: Option<CareKind>,
    answer: TriedAnswer,
) -> Scenario<'a> {
    let mut scenario = *scenario;
    match answer {
        TriedAnswer::Owner(owner) => {
            if let Some(kind) = kind {
                scenario.owners[kind] = Some(owner);
            }
        }
        TriedAnswer::ContentReady(ready) => scenario.pace.content_ready = Some(ready),
        TriedAnswer::Contact(contact) => scenario.pace.contact = Some(contact),
        TriedAnswer::Phased(phased) => scenario.pace.phased = Some(phased),
        TriedAnswer::Existing(existing) => scenario.existing = Some(existing),
        TriedAnswer::Pay(pay) => scenario.pay = Some(pay),
        TriedAnswer::Depends(depends) => scenario.pace.depends = Some(depends),
        TriedAnswer::Costs(payer) => scenario.payer = Some(payer),
    }
    scenario
}

/// Range of some values.
struct Span {
    least: f64,
    most: f64,
}

impl Span {
    const NONE: Span = Span {
        least: f64::INFINITY,
        most: f64::NEG_INFINITY,
    };

    fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value {
            self.least = self.least.min(value);
            self.most = self.most.max(value);
        }
    }

    fn difference(&self) -> f64 {
        if self.most > self.least {
            self.most - self.least
        } else {
            0.0
        }
    }

    /// Returns `ln` of the largest over the smallest, or 0 if none is above 0.
    fn ratio(&self) -> f64 {
        if self.least > 0.0 && self.most > self.least {
            log(self.most / self.least)
        } else {
            0.0
        }
    }
}

/// Returns the assumptions in place of missing answers.
pub(crate) fn assumed(brief: &Brief, scenario: &Scenario) -> Vec<AssumedAnswer> {
    let mut assumed = Vec::new();
    if !brief.wishes.is_empty() {
        // Without outstanding payments nothing is assumed about their timing.
        let is_assumed = |open: &MissingAnswer| open.topic != Topic::Pay || scenario.risk().0 > 0.0;
        for open in missing_answers(scenario).into_iter().filter(is_assumed) {
            assumed.push(AssumedAnswer {
                topic: open.topic,
                value: open.assumed,
            });
        }
    }
    if brief.relationship.is_none() {
        assumed.push(AssumedAnswer {
            topic: Topic::Relationship,
            value: Assumption::Relationship(Relationship::Stranger),
        });
    }
    assumed
}
