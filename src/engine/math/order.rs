//! Order, in one place: the language's own sorts are compiled anew for every type that is sorted,
//! each in 3 kB.

use std::cell::Cell;

/// Puts an item where it belongs in a list of at most some hundreds that is in order, behind its equals.
pub(crate) fn insert<T>(list: &mut Vec<T>, item: T, is_before: impl Fn(&T, &T) -> bool) {
    list.push(item);
    let mut rest = list.as_mut_slice();
    while let [before @ .., item] = rest
        && let Some(last) = before.last_mut()
        && is_before(item, last)
    {
        std::mem::swap(last, item);
        rest = before;
    }
}

/// Puts a number where it belongs in a short list that rises.
pub(crate) fn insert_number(numbers: &mut Vec<f64>, number: f64) {
    insert(numbers, number, |a, b| a.total_cmp(b).is_lt());
}

/// A sum of numbers, the same to the last bit in whatever order they come.
#[derive(Default)]
pub(crate) struct Sum {
    numbers: Vec<f64>,
}

impl Sum {
    /// Adds a number.
    pub fn add(&mut self, number: f64) {
        self.numbers.push(number);
    }

    /// What the numbers add up to, the smallest first.
    pub fn total(mut self) -> f64 {
        raise(&mut self.numbers);
        self.numbers.iter().sum()
    }
}

/// Puts numbers in rising order: a comb sort, in hardly more time than any other where there are hundreds.
///
/// Source: S. Lacey & R. Box, A fast, easy sort, Byte, April 1991; the shrink factor of 1.3 is theirs.
fn raise(numbers: &mut [f64]) {
    let numbers = Cell::from_mut(numbers).as_slice_of_cells();
    let (mut gap, mut is_done) = (numbers.len(), numbers.len() < 2);
    while !is_done {
        gap = (gap * 10 / 13).max(1);
        is_done = gap == 1;
        for (lower, higher) in numbers.iter().zip(numbers.iter().skip(gap)) {
            if higher.get().total_cmp(&lower.get()).is_lt() {
                lower.swap(higher);
                is_done = false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered_as_total_cmp_orders_them() {
        let keys = [
            2.0,
            -0.0,
            f64::NEG_INFINITY,
            0.0,
            2.0,
            -1.5,
            f64::MIN_POSITIVE,
            f64::INFINITY,
            -1.5,
            5e-324,
        ];
        let bits = |numbers: &[f64]| numbers.iter().map(|key| key.to_bits()).collect::<Vec<_>>();
        let mut expected = keys;
        expected.sort_by(f64::total_cmp);
        let mut inserted = Vec::new();
        for key in keys {
            insert_number(&mut inserted, key);
        }
        assert_eq!(bits(&inserted), bits(&expected));
        let mut raised = keys;
        raise(&mut raised);
        assert_eq!(bits(&raised), bits(&expected));
        let mut many: Vec<f64> = (0..999).map(|i| f64::from(i * 7919 % 1000)).collect();
        raise(&mut many);
        assert!(many.is_sorted());
    }

    #[test]
    fn an_item_goes_behind_its_equals() {
        let mut list = vec![(1, 'a'), (2, 'b'), (3, 'c')];
        insert(&mut list, (2, 'd'), |a, b| a.0 < b.0);
        insert(&mut list, (4, 'e'), |a, b| a.0 < b.0);
        assert_eq!(list.iter().map(|item| item.1).collect::<String>(), "abdce");
    }

    #[test]
    fn a_sum_is_the_same_in_whatever_order_its_numbers_come() {
        let numbers = [1e16, 1.0, -1e16, 3.5, 0.1];
        let sum = |numbers: &mut dyn Iterator<Item = f64>| {
            let mut sum = Sum::default();
            numbers.for_each(|number| sum.add(number));
            sum.total()
        };
        let forwards = sum(&mut numbers.into_iter());
        assert_eq!(forwards, sum(&mut numbers.into_iter().rev()));
    }
}
