//! The engine and nothing else, to be weighed by `script/size`: no JSON, no words, no page.
//!
//! It answers nothing. The compiler only cannot know that, and leaves everything in.

use std::hint::black_box;
use takeon::engine::{
    Brief, Terms, Topic, affordable_services, agreement, appraise, change_effect, outcomes,
    usual_jobs,
};

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    if let Some((brief, terms)) = black_box(None::<(&Brief, &Terms)>) {
        drop(black_box(appraise(brief, terms)));
        drop(black_box(usual_jobs(terms)));
        drop(black_box(outcomes(brief, terms, black_box(Topic::Pay))));
        drop(black_box(change_effect(brief, black_box(brief), terms)));
        drop(black_box(agreement(brief, terms)));
        drop(black_box(affordable_services(brief, terms)));
    }
}
