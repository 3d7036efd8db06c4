//! Props of the panel about an agreed job and of its parts, and how they change its card.

use super::then::{keep, print};
use crate::config::Config;
use crate::desk::cards::{Agreed, AppraisedBrief, Card, DeskAction, address, said_day};
use crate::i18n::Speech;
use std::rc::Rc;
use yew::prelude::*;

/// Props of the panel and of its parts.
#[derive(Properties, Clone, PartialEq)]
pub struct AgreedProps {
    /// Words.
    pub speech: Speech,
    /// Configuration of the shop.
    pub config: Rc<Config>,
    /// The configuration as JSON text.
    pub text: AttrValue,
    /// Today, in days from 1 January 1970.
    pub today: i64,
    /// Index of the enquiry.
    pub index: usize,
    /// The enquiry.
    pub card: Card,
    /// The job as it was agreed.
    pub agreed: Agreed,
    /// Appraisal of the enquiry as it is today.
    pub appraised: Option<AppraisedBrief>,
    /// Called to change the desk.
    pub on_action: Callback<DeskAction>,
}

impl AgreedProps {
    /// A callback that changes the card, whose calculator then begins anew.
    pub fn renewing<T: 'static>(&self, change: impl Fn(&mut Card, T) + 'static) -> Callback<T> {
        let props = self.clone();
        Callback::from(move |given: T| {
            let mut card = props.card.clone();
            change(&mut card, given);
            address(&card, &props.config, props.today);
            props.on_action.emit(DeskAction::Renew(props.index, card));
        })
    }

    /// The job of a card as it is agreed today.
    pub fn agreed_today(&self, card: &Card) -> Option<Agreed> {
        let print = print(&self.text);
        keep(&print, &self.text);
        Agreed::new(card, self.today, &self.config.terms, &print)
    }

    /// The day of the yes, in words.
    pub fn day(&self) -> String {
        said_day(&self.speech, &self.agreed.day)
    }
}
