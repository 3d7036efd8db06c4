//! Order, in one place: the language's own sorts are compiled anew for every type that is sorted,
//! each in 3 kB.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// The positions of some keys, the smallest key first and of equal keys the first.
pub(crate) fn order(keys: &[f64]) -> Vec<usize> {
    let heap: BinaryHeap<(i64, usize)> = keys.iter().map(|key| whole(*key)).zip(0..).collect();
    heap.into_sorted_vec()
        .into_iter()
        .map(|(_, at)| at)
        .collect()
}

/// A whole number that compares as `f64::total_cmp` does.
fn whole(key: f64) -> i64 {
    let bits = key.to_bits().cast_signed();
    // Of negative numbers the larger bits are the smaller number.
    if bits < 0 { bits ^ i64::MAX } else { bits }
}

/// Puts an item where it belongs in a short list that is in order, behind its equals.
pub(crate) fn insert<T>(list: &mut Vec<T>, item: T, compare: impl Fn(&T, &T) -> Ordering) {
    let behind = list.iter().position(|known| compare(&item, known).is_lt());
    list.insert(behind.unwrap_or(list.len()), item);
}

/// The sum of some numbers, the same to the last bit in whatever order they come.
pub(crate) fn sum(numbers: &mut dyn Iterator<Item = f64>) -> f64 {
    let numbers: Vec<f64> = numbers.collect();
    order(&numbers)
        .into_iter()
        .filter_map(|at| numbers.get(at))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_ordered_as_total_cmp_orders_them_and_equals_stay() {
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
        let mut expected: Vec<usize> = (0..keys.len()).collect();
        expected.sort_by(|a, b| keys[*a].total_cmp(&keys[*b]));
        assert_eq!(order(&keys), expected);
        assert!(order(&[]).is_empty());
    }

    #[test]
    fn an_item_goes_behind_its_equals() {
        let mut list = vec![(1, 'a'), (2, 'b'), (3, 'c')];
        insert(&mut list, (2, 'd'), |a, b| a.0.cmp(&b.0));
        insert(&mut list, (4, 'e'), |a, b| a.0.cmp(&b.0));
        assert_eq!(list.iter().map(|item| item.1).collect::<String>(), "abdce");
    }
}
