//! Shared immutable values, compared by identity.

use std::ops::Deref;
use std::rc::Rc;

/// Shared immutable value, compared by identity.
///
/// To compare the contents would take longer than to render again, and need code for every type.
///
/// ```
/// # use takeon::shared::Shared;
/// let one = Shared::new(vec![1, 2]);
/// assert!(one == one.clone());
/// assert!(one != Shared::new(vec![1, 2]));
/// assert_eq!(one.len(), 2);
/// ```
///
/// A trait object is shared from an [`Rc`]:
///
/// ```
/// # use std::rc::Rc;
/// # use takeon::shared::Shared;
/// let double: Rc<dyn Fn(i32) -> i32> = Rc::new(|n| 2 * n);
/// let double = Shared::from(double);
/// assert_eq!(double(21), 42);
/// ```
#[derive(Debug)]
pub struct Shared<T: ?Sized>(Rc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Shared<T> {
        Shared(Rc::new(value))
    }
}

impl<T: ?Sized> From<Rc<T>> for Shared<T> {
    fn from(value: Rc<T>) -> Shared<T> {
        Shared(value)
    }
}

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Shared<T> {
    fn eq(&self, other: &Shared<T>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
