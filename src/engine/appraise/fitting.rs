//! Fitting a brief to other terms than it was made with: the names they lack, and the brief without
//! them.

use crate::model::{Brief, Terms, Want};

/// Name in the brief that the terms do not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownId {
    /// Its position in the brief.
    pub at: IdPosition,
    /// The name.
    pub id: String,
}

impl std::fmt::Display for UnknownId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "\"{}\" is not in the terms", self.id)
    }
}

impl std::error::Error for UnknownId {}

/// Position of a name in a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdPosition {
    /// The purpose.
    Purpose,
    /// The service of this wish, counted from 0.
    Wish(usize),
    /// This promise, counted from 0.
    Promise(usize),
}

/// Returns every name of the brief that the terms do not have.
pub(crate) fn unknown_ids(brief: &Brief, terms: &Terms) -> Vec<UnknownId> {
    let mut unknown = Vec::new();
    let mut note = |at, id: &String| unknown.push(UnknownId { at, id: id.clone() });
    if let Some(purpose) = &brief.purpose
        && !terms.purposes.iter().any(|known| known.id == *purpose)
    {
        note(IdPosition::Purpose, purpose);
    }
    for (index, wish) in brief.wishes.iter().enumerate() {
        if let Want::Service { service } = &wish.want
            && terms.service(service).is_none()
        {
            note(IdPosition::Wish(index), service);
        }
    }
    for (index, promise) in brief.promises.iter().enumerate() {
        if terms.promise(promise).is_none() {
            note(IdPosition::Promise(index), promise);
        }
    }
    unknown
}

/// Returns the brief without the names that these terms do not have, and those names without
/// duplicates. The result can be appraised.
pub fn fit_to_terms(mut brief: Brief, terms: &Terms) -> (Brief, Vec<String>) {
    let unknown = unknown_ids(&brief, terms);
    // From the last one on, so that the others keep their positions.
    for name in unknown.iter().rev() {
        match name.at {
            IdPosition::Purpose => brief.purpose = None,
            IdPosition::Wish(index) => drop(brief.wishes.remove(index)),
            IdPosition::Promise(index) => drop(brief.promises.remove(index)),
        }
    }
    let mut names = Vec::new();
    for name in unknown {
        if !names.contains(&name.id) {
            names.push(name.id);
        }
    }
    (brief, names)
}
