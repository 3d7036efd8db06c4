//! Answer appended to a link: a summary of the appraisal on the day when the link was sent.

use super::fragment::unescaped;
use super::read::is_date;
use crate::decimal;
use crate::engine::bounds::MOST_WEEKS;
use crate::engine::{Appraisal, Verdict, rounding, spoken_tenths};
use serde::{Deserialize, Serialize};

/// Separator of a link and its answer. Programs that know no answers read no further than the link.
const MARKER: &str = "~z~as_";

/// Answer on the day it was given. It has no price, because that would reveal the floor rate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentAnswer {
    /// Day on which it was given, as 2026-03-31.
    pub day: String,
    /// Verdict.
    pub verdict: Verdict,
    /// Odds of being on time and paid, in tenths. `None` if they were unknown.
    pub tenths: Option<u8>,
    /// Weeks that suffice in 8 of 10 cases, to the half, counted from the same day as the deadline of
    /// the brief; without one, from `day`.
    pub weeks: f64,
    /// Fingerprint of the public terms of that day, six hexadecimal digits.
    pub terms: String,
}

impl SentAnswer {
    /// Returns the answer of a day, as 2026-03-31, by the terms with a fingerprint.
    pub fn new(day: &str, appraisal: &Appraisal, terms: &str) -> SentAnswer {
        SentAnswer {
            day: day.to_owned(),
            verdict: appraisal.verdict,
            tenths: appraisal.odds.both.map(spoken_tenths),
            weeks: rounding::half_week(appraisal.weeks.p80).min(MOST_WEEKS),
            terms: terms.to_owned(),
        }
    }

    /// Returns a link with this answer appended.
    ///
    /// ```
    /// # use takeon::share::{SentAnswer, sent_answer};
    /// let link = "2.48b2c5~w_blog~z~as_2026-03-03_take_8_6.5_48b2c5~z";
    /// let answer = sent_answer(link).unwrap();
    /// assert_eq!((&*answer.day, answer.tenths, answer.weeks), ("2026-03-03", Some(8), 6.5));
    /// assert_eq!(answer.append_to("2.48b2c5~w_blog~z"), link);
    /// ```
    pub fn append_to(&self, link: &str) -> String {
        let tenths = self
            .tenths
            .map_or("-".to_owned(), |tenths| tenths.to_string());
        let weeks = decimal::text(self.weeks);
        let answer = [&self.day, self.verdict.name(), &tenths, &weeks, &self.terms].join("_");
        let link = link.strip_suffix("~z").unwrap_or(link);
        [link, MARKER, &answer, "~z"].concat()
    }
}

/// Returns the complete answer in a link, if there is one.
pub fn sent_answer(text: &str) -> Option<SentAnswer> {
    let text = unescaped(text);
    let (answer, _) = text.split_once(MARKER)?.1.split_once("~z")?;
    let mut parts = answer.split('_');
    let day = parts.next().filter(|day| is_date(day))?;
    let verdict = Verdict::from_name(parts.next()?)?;
    let tenths = match parts.next()? {
        "-" => None,
        tenths => Some(tenths.parse().ok().filter(|tenths| *tenths <= 10)?),
    };
    let weeks =
        decimal::number(parts.next()?).filter(|weeks| (0.0..=MOST_WEEKS).contains(weeks))?;
    let terms = parts.next()?;
    let is_print = terms.len() == 6 && terms.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_print && parts.next().is_none()).then(|| SentAnswer {
        day: day.to_owned(),
        verdict,
        tenths,
        weeks,
        terms: terms.to_owned(),
    })
}
