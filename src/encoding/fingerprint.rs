//! A fingerprint of names, to tell lists apart.

/// Returns the fingerprint of some names in their order, as six hexadecimal digits: FNV-1a of 32
/// bits over the names, each with a zero byte at its end, folded to 24 bits.
///
/// Two lists differ in it in all but one of 16 million cases. It is no defence against somebody who
/// wants them to be taken for one another.
///
/// `script/lib/words.mjs` computes the same for the build; `tests/fingerprints.json` ties the two.
///
/// Source: [Fowler, Noll and Vo](http://www.isthe.com/chongo/tech/comp/fnv/).
///
/// ```
/// # use takeon::encoding::fingerprint;
/// assert_eq!(fingerprint(["a", "b"]), "977b17");
/// assert_ne!(fingerprint(["a", "b"]), fingerprint(["ab"]));
/// ```
pub fn fingerprint<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = 0x811c_9dc5_u32;
    for name in names {
        for byte in name.bytes().chain([0]) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    format!("{:06x}", (hash >> 24) ^ (hash & 0x00ff_ffff))
}
