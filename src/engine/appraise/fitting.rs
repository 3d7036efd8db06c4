//! Names of a brief that the terms lack: the check for them, and the brief without them.

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

/// Brief whose services, promises and purpose the terms all have.
///
/// Everything that the engine works out for one shop starts from it, so that only
/// [`Terms::check`] can fail.
///
/// ```
/// use takeon_engine::{Brief, IdPosition, Team, Terms};
///
/// let terms = Terms::new("Studio Nord", "EUR", 85.0, Team::new(10.0), vec![]);
/// let unknown = Brief { purpose: Some("fame".to_owned()), ..Brief::default() };
/// assert_eq!(terms.check(&unknown).unwrap_err()[0].at, IdPosition::Purpose);
///
/// let empty = Brief::default();
/// let checked = terms.check(&empty).unwrap();
/// assert!(checked.affordable_services().is_empty());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CheckedBrief<'a> {
    /// The brief.
    pub(super) brief: &'a Brief,
    /// Terms that have all its names.
    pub(super) terms: &'a Terms,
}

impl Terms {
    /// Checks that these terms have every service, promise and purpose of a brief.
    ///
    /// # Errors
    /// All that they do not have.
    pub fn check<'a>(&'a self, brief: &'a Brief) -> Result<CheckedBrief<'a>, Vec<UnknownId>> {
        let unknown = unknown_ids(brief, self);
        if unknown.is_empty() {
            Ok(CheckedBrief { brief, terms: self })
        } else {
            Err(unknown)
        }
    }
}

/// Returns every name of the brief that the terms do not have.
fn unknown_ids(brief: &Brief, terms: &Terms) -> Vec<UnknownId> {
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
