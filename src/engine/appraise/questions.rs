//! Questions: missing answers, ranked by their effect on the verdict and the figures.

use crate::appraise::missing_answers::{MissingAnswer, missing_answers};
use crate::appraise::needed::roughly_alone;
use crate::appraise::offers::Shapes;
use crate::appraise::scenario::Scenario;
use crate::appraise::verdict::{Ruling, missing, ruling};
use crate::math::insert;
use crate::model::{Brief, Budget, Conditions, Question, Topic, Verdict};
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
    let changes_something = scenario.existing.is_none() && {
        let wants = brief.wishes.iter().map(|wish| &wish.want);
        scenario.terms.is_change(brief.purpose.as_deref(), wants)
    };
    let is_first = open && (missing.existing || changes_something);
    ask(&mut questions, is_first, Topic::Existing);
    ask(&mut questions, open && missing.size, Topic::Size);
    ask(&mut questions, open && missing.budget, Topic::Budget);
    ask(&mut questions, open && missing.gift_hours, Topic::GiftHours);
    ask(&mut questions, open && missing.deadline, Topic::Deadline);
    let first = questions.len();
    let baseline = Baseline::new(scenario);
    let mut weighed = Vec::new();
    for open in missing_answers(scenario) {
        let question = weigh(&open, scenario, shapes, now, &baseline);
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

/// Figures of a scenario without an answer, reused for answers that do not change them.
struct Baseline {
    odds: Option<f64>,
    price: Option<f64>,
    weeks: f64,
}

impl Baseline {
    fn new(scenario: &Scenario) -> Baseline {
        let job = scenario.job();
        Baseline {
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
    baseline: &Baseline,
) -> Question {
    let mut flips = 0.0;
    let (mut odds, mut prices, mut weeks) = (Span::NONE, Span::NONE, Span::NONE);
    for (answer, weight) in open.answers {
        let is_assumed = open.is_assumed(*answer);
        if is_assumed {
            odds.add(baseline.odds);
            prices.add(baseline.price);
            weeks.add(Some(baseline.weeks));
            if now.stands {
                continue;
            }
        }
        let answered = open.answered(scenario, *answer);
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
            price(&answered, baseline.price)
        } else {
            baseline.price
        });
        weeks.add(Some(if moves_time(open.topic) {
            job.weeks_quantile(scenario.confidence)
        } else {
            baseline.weeks
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
