//! Choices stored beside the list: columns that were chosen, and estimates that were typed.

use crate::desk::browser;
use crate::desk::hooks::use_stored_elsewhere;
use crate::desk::learning::spreadsheet::{Chosen, Estimates};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// Name in storage.
const ESTIMATES: &str = "estimates";

/// Choices stored beside the list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Estimates, by the names of jobs.
    pub estimates: Estimates,
    /// Heads of a list whose columns were chosen, and those columns.
    pub columns: Option<(Vec<String>, Chosen)>,
}

impl Kept {
    /// The columns that were chosen for a list with these heads.
    pub fn chosen(&self, heads: &[String]) -> Option<Chosen> {
        let (known, chosen) = self.columns.as_ref()?;
        (known == heads).then_some(*chosen)
    }
}

/// Stored choices of this device, and the way to change them.
#[hook]
pub fn use_kept() -> (UseStateHandle<Kept>, Callback<Kept>) {
    let stored = || browser::stored::<Kept>(ESTIMATES).unwrap_or_default();
    let kept = use_state(stored);
    {
        let kept = kept.setter();
        use_stored_elsewhere(ESTIMATES, move || kept.set(stored()));
    }
    let on_kept = {
        let kept = kept.setter();
        Callback::from(move |changed: Kept| {
            browser::store(ESTIMATES, &changed);
            kept.set(changed);
        })
    };
    (kept, on_kept)
}
