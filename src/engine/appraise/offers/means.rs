//! Other means to the same purpose: every exchangeable wish for its first alternative.

use super::amended::Amended;
use crate::appraise::scenario;
use crate::model::{Brief, Change, Terms, Want};

/// Returns the brief by other means, with the exchanges. `None` without a purpose or an alternative
/// that serves it.
pub(crate) fn exchanged(brief: &Brief, terms: &Terms) -> Option<Amended> {
    let purpose = brief.purpose.as_ref()?;
    let mut amended = Amended::unchanged(brief);
    for (index, wish) in amended.brief.wishes.iter_mut().enumerate() {
        if let Want::Service { service } = &mut wish.want
            && let Some(to) = first_alternative(terms, service, purpose)
        {
            amended.changes.push(Change::Exchange {
                wish: index,
                from: std::mem::replace(service, to.clone()),
                to: to.clone(),
            });
            // The alternative was chosen because it serves the purpose.
            wish.serves_purpose = None;
        }
    }
    (!amended.changes.is_empty()).then_some(amended)
}

/// Returns the first alternative to a service that serves the purpose.
fn first_alternative<'a>(terms: &'a Terms, service: &str, purpose: &String) -> Option<&'a String> {
    for id in &terms.service(service)?.alternatives {
        if let Some(service) = terms.service(id)
            && scenario::serves(service, Some(purpose))
        {
            return Some(id);
        }
    }
    None
}
