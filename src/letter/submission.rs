//! Submission of a letter to the shop's inbox, and of its sender to a booking page.

use super::request::Letter;
use super::sender::Sender;
use crate::encoding::percent::encode;
use crate::engine::{Appraisal, Brief, Inbox, InboxShape};
use crate::json;
use serde::Serialize;

/// Characters that queries and forms need not encode.
const PLAIN: &str = "-._";

/// Letter and everything that is sent to an inbox with it.
#[derive(Serialize)]
pub struct Submission<'a> {
    /// Version of this format: 1.
    pub schema: u8,
    /// Brief as it was typed.
    pub brief: &'a Brief,
    /// Appraisal of that brief.
    pub appraisal: &'a Appraisal,
    /// Letter as edited by the visitor.
    pub letter: &'a Letter,
    /// Sender, if it can be answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<&'a Sender>,
}

impl Submission<'_> {
    /// Returns the body of a request to an inbox.
    pub fn body(&self, inbox: &Inbox) -> String {
        match inbox.shape {
            InboxShape::Json | InboxShape::Text => json::written(self),
            InboxShape::Form => self.form(inbox.form.as_deref()),
            InboxShape::Hubspot => json::written(&HubspotSubmission {
                fields: self
                    .contact("firstname")
                    .map(|(name, value)| Field { name, value })
                    .collect(),
            }),
        }
    }

    /// Iterates over the fields of sender and letter that are present. Services differ in the name
    /// of the name.
    fn contact(&self, name: &'static str) -> impl Iterator<Item = (&'static str, &str)> {
        let sender = self.sender;
        [
            (name, sender.map(|sender| sender.name.as_str())),
            ("email", sender.and_then(|sender| sender.email.as_deref())),
            ("phone", sender.and_then(|sender| sender.phone.as_deref())),
            ("message", Some(self.letter.text.as_str())),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
    }

    /// Returns the fields of a form, with the verdict, and the brief as JSON.
    ///
    /// Source: the URL Standard, `application/x-www-form-urlencoded`; spaces as `%20` are read alike.
    fn form(&self, form: Option<&str>) -> String {
        let brief = json::written(self.brief);
        let named = form.map(|form| ("form-name", form));
        let more = [
            ("subject", self.letter.subject.as_str()),
            ("verdict", self.appraisal.verdict.name()),
            ("brief", brief.as_str()),
        ];
        query(named.into_iter().chain(self.contact("name")).chain(more))
    }
}

/// Returns the media type of a body. `None` for text, which browsers send without a preflight
/// request.
pub fn media_type(shape: InboxShape) -> Option<&'static str> {
    match shape {
        InboxShape::Json | InboxShape::Hubspot => Some("application/json"),
        InboxShape::Text => None,
        InboxShape::Form => Some("application/x-www-form-urlencoded"),
    }
}

/// Returns the address of a booking page with the sender's name and e-mail address filled in.
///
/// Source: Calendly, Cal.com and zcal document these two parameters.
///
/// ```
/// # use takeon::letter::{booked, sender};
/// let anna = sender("Anna Berg", "anna@berg.example").unwrap();
/// assert_eq!(
///     booked("https://cal.example/nord?month=2027-01", &anna),
///     "https://cal.example/nord?month=2027-01&name=Anna%20Berg&email=anna%40berg.example"
/// );
/// assert!(booked("https://cal.example/nord#book", &anna).ends_with("berg.example#book"));
/// ```
pub fn booked(page: &str, sender: &Sender) -> String {
    let (page, place) = page.split_at(page.find('#').unwrap_or(page.len()));
    let sign = if page.contains('?') { "&" } else { "?" };
    let email = sender.email.as_deref().map(|email| ("email", email));
    let fields = [("name", sender.name.as_str())].into_iter().chain(email);
    [page, sign, &query(fields), place].concat()
}

/// Returns names and values as a query string.
fn query<'a>(fields: impl Iterator<Item = (&'static str, &'a str)>) -> String {
    let mut query = String::new();
    for (name, value) in fields {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(name);
        query.push('=');
        encode(&mut query, value, PLAIN);
    }
    query
}

/// Message to a form of HubSpot, by the names of its contact properties.
#[derive(Serialize)]
struct HubspotSubmission<'a> {
    fields: Vec<Field<'a>>,
}

/// Field of a form of HubSpot.
#[derive(Serialize)]
struct Field<'a> {
    name: &'static str,
    value: &'a str,
}
