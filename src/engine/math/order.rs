//! Insertion into sorted lists. The standard sorts are monomorphised for every type, at 3 kB each.

/// Inserts an item into a sorted list of at most some hundreds, behind its equals.
pub(crate) fn insert<T>(list: &mut Vec<T>, item: T, is_before: impl Fn(&T, &T) -> bool) {
    // `Vec::insert` with a binary search would be 600 bytes of brotli more.
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

/// Inserts a number into an ascending list.
pub(crate) fn insert_number(numbers: &mut Vec<f64>, number: f64) {
    insert(numbers, number, |a, b| a.total_cmp(b).is_lt());
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
    }

    #[test]
    fn an_item_is_inserted_after_its_equals() {
        let mut list = vec![(1, 'a'), (2, 'b'), (3, 'c')];
        insert(&mut list, (2, 'd'), |a, b| a.0 < b.0);
        insert(&mut list, (4, 'e'), |a, b| a.0 < b.0);
        assert_eq!(list.iter().map(|item| item.1).collect::<String>(), "abdce");
    }
}
