//! The engine and nothing else, to be weighed by `script/size`: no JSON, no words, no page.
//!
//! It appraises nothing. The compiler only cannot know that, and leaves everything in.

use std::hint::black_box;
use takeon::engine::{Brief, Terms, appraise};

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    if let Some((brief, terms)) = black_box(None::<(&Brief, &Terms)>) {
        drop(black_box(appraise(brief, terms)));
    }
}
