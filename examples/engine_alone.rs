//! The engine alone, to be weighed by `script/size`: no JSON, no words, no page.
//!
//! It never runs, but the compiler cannot know that and keeps everything.

use std::hint::black_box;
use takeon::engine::{Brief, Terms, Topic, appraise, usual_jobs};

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    if let Some((brief, terms)) = black_box(None::<(&Brief, &Terms)>) {
        drop(black_box(appraise(brief, terms)));
        drop(black_box(usual_jobs(terms)));
        if let Ok(checked) = terms.check(brief) {
            drop(black_box(checked.outcomes(black_box(Topic::Pay))));
            drop(black_box(checked.change_effect(black_box(brief))));
            drop(black_box(checked.agreement()));
            drop(black_box(checked.affordable_services()));
        }
    }
}
