//! Case: a brief and its appraisal, with everything needed to put them into words.

use super::setup::Audience;
use crate::calendar;
use crate::engine::{Appraisal, Brief, Terms, appraise, settled_in_head, with_usual_answers};
use crate::i18n::Speech;
use crate::shared::Shared;
use yew::Properties;

/// Brief and its appraisal, for one audience in one language.
#[derive(Properties, Clone, PartialEq)]
pub struct Case {
    /// Terms that the brief is appraised by.
    pub terms: Shared<Terms>,
    /// The brief.
    pub brief: Shared<Brief>,
    /// Appraisal of the brief.
    pub appraisal: Shared<Appraisal>,
    /// Words of the visitor's language.
    pub speech: Speech,
    /// Reader of the answer.
    pub audience: Audience,
    /// Date asked for, such as `2027-01-15`, if it was a date rather than a number of weeks.
    pub date: Option<String>,
    /// Day from which weeks are counted, in days since 1 January 1970.
    pub today: i64,
}

impl Case {
    /// Returns the case that the figures of the head are about: where they count on it, the one with
    /// the open points settled as usual.
    pub fn in_head(&self) -> Case {
        let Case {
            terms,
            speech,
            brief,
            appraisal,
            ..
        } = self;
        let is_settled = appraisal.is_waiting()
            || settled_in_head(brief, terms, appraisal, speech.show()).is_some();
        let usual = is_settled.then(|| with_usual_answers(brief));
        let answered = usual.and_then(|brief| Some((appraise(&brief, terms).ok()?, brief)));
        match answered {
            Some((appraisal, brief)) => Case {
                brief: Shared::new(brief),
                appraisal: Shared::new(appraisal),
                ..self.clone()
            },
            None => self.clone(),
        }
    }

    /// Returns the day that is this many weeks from today, in words, if a date was asked for: an
    /// answer has the unit of its question.
    pub fn day_in(&self, weeks: f64) -> Option<String> {
        self.date.as_ref()?;
        let day = self.today + calendar::days_in_weeks(weeks);
        weeks.is_finite().then(|| self.speech.date(day, false))
    }
}
