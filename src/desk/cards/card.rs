//! A client's brief on the desk, as it is stored: the question, its day, and its fate.

use super::day::date;
use super::job::{Agreed, Delivered};
use crate::draft::days;
use crate::engine::{Brief, CountedFrom, Deadline, names};
use crate::i18n::Words;
use crate::share::SentAnswer;
use serde::{Deserialize, Serialize};
use serde_json::Value;

names! {
    /// State of an enquiry.
    #[derive(Default)]
    pub enum EnquiryState {
        /// Nobody has answered it.
        New = "new" #[default],
        /// It was answered.
        Answered = "answered",
        /// The job is ours.
        Won = "won",
        /// The job is delivered.
        Delivered = "delivered",
        /// It came to nothing.
        Lost = "lost",
    }
}

/// An answer that was given to a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenAnswer {
    /// Day on which it was given, as in 2026-03-31.
    pub day: String,
    /// Answer in brief, as said to the shop.
    pub said: String,
}

/// A brief as the client asked it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// Brief, as JSON.
    pub brief: Value,
    /// Day by which it was wanted, where that was said as a date and not as weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// Texts of the proposal for a brief.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// Words of the shop's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub intro: String,
    /// Last day on which it is valid, as in 2026-03-31; empty for some time from today.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub valid: String,
    /// True if it does not say how sure its date is.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unsure: bool,
}

impl Proposed {
    fn is_empty(&self) -> bool {
        *self == Proposed::default()
    }
}

/// A brief on the desk, as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Id among the cards of this device; empty until it is one of them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Name of the client; empty if nobody has said it.
    pub name: String,
    /// Number of an enquiry that has come without a name; 0 for any other.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub number: usize,
    /// Day on which it came, as in 2026-03-31. Weeks in the brief are counted from it.
    pub day: String,
    /// Brief, as JSON.
    pub brief: Value,
    /// Day by which it is wanted, where that was said as a date and not as weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// E-mail address, telephone number or both of the client; empty if not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reach: String,
    /// Currency of its amounts; empty where nobody has said it, and it is that of the terms.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub currency: String,
    /// Language of the client, as in `da`; empty if not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lang: String,
    /// Subject of the client's mail, to which an answer refers; empty if there was none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Budget in another currency, in the words of the message; empty if there was none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub elsewhere: String,
    /// Reply as the shop has changed it; empty while it is the one that is written for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reply: String,
    /// Texts of its proposal.
    #[serde(default, skip_serializing_if = "Proposed::is_empty")]
    pub proposed: Proposed,
    /// Message of the client, word for word; empty if there was none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// Names of the files attached to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attached: Vec<String>,
    /// State.
    #[serde(default, skip_serializing_if = "is_new")]
    pub state: EnquiryState,
    /// Notes of the shop.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Answers that were given, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<GivenAnswer>,
    /// Brief as the client asked it, where it was changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// Answer that its link carried.
    #[serde(rename = "told", default, skip_serializing_if = "Option::is_none")]
    pub sent_answer: Option<SentAnswer>,
    /// Job as it was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Agreed>,
    /// Job as it was delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered: Option<Delivered>,
    /// Fingerprint of the terms' names that it was made with; empty if not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stamp: String,
    /// True if it is in the archive.
    #[serde(default)]
    pub archived: bool,
    /// True if its verdict is in the log.
    #[serde(default)]
    pub noted: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}

fn is_new(state: &EnquiryState) -> bool {
    *state == EnquiryState::New
}

impl Card {
    /// A brief that comes on a day, as in 2026-03-31.
    pub fn new(name: String, day: String, brief: Value) -> Card {
        Card {
            name,
            day,
            brief,
            ..Card::default()
        }
    }

    /// Returns the name of the client, or else one that the tools give it in their language.
    pub fn title(&self, words: &Words) -> String {
        if self.name.is_empty() {
            words.format("briefs.unnamed", &[("n", &self.number.to_string())])
        } else {
            self.name.clone()
        }
    }

    /// Returns `true` if its amounts are in another currency: they say nothing under terms in this one.
    pub fn is_foreign(&self, currency: &str) -> bool {
        !self.currency.is_empty() && self.currency != currency
    }

    /// Returns `true` if the job is ours, delivered or not.
    pub fn is_won(&self) -> bool {
        matches!(self.state, EnquiryState::Won | EnquiryState::Delivered)
    }

    /// Returns `true` once the job is done: nothing about it is left to judge.
    pub fn is_delivered(&self) -> bool {
        self.delivered.is_some() || self.state == EnquiryState::Delivered
    }

    /// The day by which a brief is wanted, in days from 1 January 1970. `None` without one, and where
    /// weeks are counted from a day that nobody knows yet.
    pub fn wanted(&self, brief: &Brief) -> Option<i64> {
        let Deadline::Weeks {
            weeks,
            from: CountedFrom::Today,
        } = brief.deadline?
        else {
            return None;
        };
        let by = self.by.as_deref().and_then(days);
        by.or_else(|| Some(days(&self.day)? + (weeks * 7.0).round() as i64))
    }

    /// The brief as it is on a day, in days from 1 January 1970: with the weeks that are left then.
    ///
    /// ```
    /// # use takeon::desk::cards::Card;
    /// use takeon::engine::{Brief, Deadline};
    /// # use serde_json::json;
    /// let asked = Brief { deadline: Some(Deadline::within(10.0)), ..Brief::default() };
    /// let card = Card::new("Bakery".into(), "2026-09-20".into(), json!({}));
    /// let after = |day: &str| card.brief_on(takeon::draft::days(day).unwrap(), &asked).deadline;
    /// assert_eq!(after("2026-09-27"), Some(Deadline::within(9.0)));
    /// assert_eq!(after("2027-01-01"), Some(Deadline::within(0.0)));
    /// ```
    pub fn brief_on(&self, today: i64, brief: &Brief) -> Brief {
        let mut aged = brief.clone();
        let came = days(&self.day).unwrap_or(today);
        if let Some(wanted) = self.wanted(brief)
            && (self.by.is_some() || came != today)
        {
            aged.deadline = Some(Deadline::within(((wanted - today) as f64 / 7.0).max(0.0)));
        }
        aged
    }

    /// Replaces the brief by one that was answered anew on a day, in days from 1 January 1970: its
    /// weeks are counted from that day. What was asked first is kept, and so is what a calculator that
    /// was opened by a link cannot know.
    pub fn rewrite(&mut self, today: i64, mut brief: Value) {
        if let (Value::Object(new), Value::Object(old)) = (&mut brief, &self.brief) {
            for member in ["ours", "cashNeeded"] {
                if let (false, Some(said)) = (new.contains_key(member), old.get(member)) {
                    new.insert(member.to_owned(), said.clone());
                }
            }
        }
        let weeks = brief
            .pointer("/deadline/weeks")
            .and_then(Value::as_f64)
            .filter(|_| brief.pointer("/deadline/from").is_none());
        self.noted = self.noted && self.brief == brief;
        let by = weeks.map(|weeks| date(today + (weeks * 7.0).round() as i64));
        let asked = Asked {
            brief: std::mem::replace(&mut self.brief, brief),
            by: std::mem::replace(&mut self.by, by),
        };
        self.asked.get_or_insert(asked);
    }

    /// Adds a wish, as JSON, to the brief. What was asked first is kept.
    pub fn add_wish(&mut self, wish: Value) {
        let before = Asked {
            brief: self.brief.clone(),
            by: self.by.clone(),
        };
        let Some(members) = self.brief.as_object_mut() else {
            return;
        };
        let wishes = members
            .entry("wishes")
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Some(wishes) = wishes.as_array_mut() {
            wishes.push(wish);
            self.asked.get_or_insert(before);
        }
    }

    /// Brings back the brief that the client asked.
    pub fn restore(&mut self) {
        if let Some(Asked { brief, by }) = self.asked.take() {
            (self.brief, self.by) = (brief, by);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use serde_json::json;

    fn within(weeks: f64) -> Brief {
        Brief {
            deadline: Some(Deadline::within(weeks)),
            ..Brief::default()
        }
    }

    #[test]
    fn a_brief_on_the_desk_gets_older() {
        let today = days("2026-11-29").unwrap();
        let mut card = Card::new(String::new(), "2026-09-20".into(), json!({}));
        assert_eq!(card.brief_on(today, &within(10.0)), within(0.0));
        assert_eq!(card.brief_on(today, &within(12.0)), within(2.0));
        card.by = Some("2027-03-01".into());
        assert_eq!(card.wanted(&within(3.0)), days("2027-03-01"));
        assert_eq!(card.brief_on(today, &within(3.0)), within(92.0 / 7.0));
        // Weeks of the same day stay as they were said.
        let card = Card::new(String::new(), "2026-11-29".into(), json!({}));
        assert_eq!(card.brief_on(today, &within(8.5)), within(8.5));
    }

    #[test]
    fn weeks_from_the_start_and_no_date_at_all_wait_with_it() {
        let today = days("2026-11-29").unwrap();
        let card = Card::new(String::new(), "2026-09-20".into(), json!({}));
        for deadline in [
            None,
            Some(Deadline::Open),
            Some(Deadline::Weeks {
                weeks: 3.0,
                from: CountedFrom::Start,
            }),
        ] {
            let brief = Brief {
                deadline,
                ..Brief::default()
            };
            assert_eq!(card.brief_on(today, &brief), brief);
            assert_eq!(card.wanted(&brief), None);
        }
    }

    #[test]
    fn what_is_answered_anew_counts_from_that_day() {
        let today = days("2026-11-29").unwrap();
        let mut card = Card::new(String::new(), "2026-09-20".into(), json!({}));
        card.rewrite(today, json!({"deadline": {"weeks": 4}}));
        assert_eq!(card.by.as_deref(), Some("2026-12-27"));
        assert_eq!(card.brief_on(today + 7, &within(4.0)), within(3.0));
        card.rewrite(today, json!({"deadline": "open"}));
        assert_eq!(card.by, None);
        card.restore();
        assert_eq!((card.brief, card.by, card.asked), (json!({}), None, None));
    }

    #[test]
    fn what_only_the_shop_knows_outlives_a_calculator_that_does_not() {
        let ours = json!({"ours": {"lawful": false}, "cashNeeded": true, "pay": "end"});
        let mut card = Card::new(String::new(), "2026-09-20".into(), ours);
        card.rewrite(0, json!({"pay": "deposit"}));
        assert_eq!(
            card.brief,
            json!({"ours": {"lawful": false}, "cashNeeded": true, "pay": "deposit"})
        );
    }

    #[test]
    fn cards_of_earlier_versions_are_read() {
        let old = r#"{"name":"Bakery","day":"2026-09-20","brief":{},"archived":true}"#;
        let card: Card = serde_json::from_str(old).unwrap();
        assert_eq!((card.state, card.archived), (EnquiryState::New, true));
        assert_eq!(date(days(&card.day).unwrap()), card.day);
    }

    #[test]
    fn a_job_is_delivered_by_its_state_or_by_what_is_noted_of_it() {
        let card = |state| Card {
            state,
            ..Card::default()
        };
        assert!(!card(EnquiryState::Won).is_delivered());
        assert!(card(EnquiryState::Delivered).is_delivered());
        let noted = Card {
            delivered: Some(crate::desk::cards::Delivered {
                begun: "2026-03-09".into(),
                day: "2026-04-20".into(),
                hours: 152.5,
                paid: 13_500.0,
                care: 2.0,
            }),
            ..card(EnquiryState::Won)
        };
        assert!(noted.is_delivered());
    }
}
