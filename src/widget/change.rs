//! Changes of what the visitor types, before they are applied.

use crate::config::{EditedLetter, TypedSignature};
use std::fmt;
use std::rc::Rc;

/// Change of something that the visitor types. It is applied to the current state rather than to the
/// one that was rendered, because form fillers change several fields before the next rendering.
pub struct Change<T>(Box<dyn FnOnce(&mut T)>);

impl<T> Change<T> {
    /// Wraps a function.
    pub fn new(apply: impl FnOnce(&mut T) + 'static) -> Change<T> {
        Change(Box::new(apply))
    }

    /// Applies the change.
    pub fn apply(self, to: &mut T) {
        (self.0)(to);
    }
}

impl<T> fmt::Debug for Change<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Change")
    }
}

/// Function that merges a change of the signature into an edited letter: from the signature before
/// to the one after it.
pub type Merge =
    Rc<dyn Fn(&EditedLetter, &TypedSignature, &TypedSignature) -> Option<EditedLetter>>;
