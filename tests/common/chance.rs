//! Deterministic pseudo-random numbers.

/// SplitMix64: the same seed gives the same numbers.
///
/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014).
pub struct Chance(pub u64);

impl Chance {
    /// Returns any 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below an end, which is at least 1.
    pub fn below(&mut self, end: u64) -> u64 {
        self.bits() % end
    }
}
