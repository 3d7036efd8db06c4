//! Fingerprints of lists of names.

/// Returns the fingerprint of names in their order, as six hexadecimal digits: FNV-1a of 32 bits
/// over the names, each terminated by a zero byte, folded to 24 bits.
///
/// Two different lists collide once in 16 million cases. It is no protection against deliberate
/// collisions.
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
