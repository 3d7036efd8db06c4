//! Other means to the same purpose: every exchangeable wish for its first alternative.

use super::super::{Brief, Change, Terms, Want, scene};

/// The brief by other means, with what was exchanged. None without a purpose or an alternative
/// that serves it.
pub(crate) fn exchanged(brief: &Brief, terms: &Terms) -> Option<(Brief, Vec<Change>)> {
    let purpose = brief.purpose.as_deref()?;
    let first_alternative = |want: &Want| -> Option<String> {
        let Want::Service { service } = want else {
            return None;
        };
        terms
            .service(service)?
            .alternatives
            .iter()
            .find(|id| {
                let at = terms.services.iter().position(|known| known.id == **id);
                at.is_some_and(|at| scene::serves(terms, at, Some(purpose)))
            })
            .cloned()
    };
    // Looked for before anything is copied: most briefs have nothing to exchange.
    let alternatives: Vec<Option<String>> = brief
        .wishes
        .iter()
        .map(|wish| first_alternative(&wish.want))
        .collect();
    if alternatives.iter().all(Option::is_none) {
        return None;
    }
    let mut changed = brief.clone();
    let mut changes = Vec::new();
    for (index, (wish, to)) in changed.wishes.iter_mut().zip(alternatives).enumerate() {
        let (Some(to), Want::Service { service }) = (to, &wish.want) else {
            continue;
        };
        changes.push(Change::Exchange {
            wish: index,
            from: service.clone(),
            to: to.clone(),
        });
        wish.want = Want::Service { service: to };
        // The alternative was chosen because it serves the purpose.
        wish.serves_purpose = None;
    }
    Some((changed, changes))
}
