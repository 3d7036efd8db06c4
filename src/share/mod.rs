//! Links that hold a brief and that a person can read.
//!
//! A link has the client's request and nothing of the shop's; the need for the money, and the facts
//! that only the shop knows, are left out. It is one word after `#takeon=`, with parts separated by
//! a `~` between them:
//!
//! ```text
//! 2.48b2c5~p_publish~w_blog_m~on_unseen~c_u4d-uu~pay_3~d_3_start~b_1500-2000~z
//! ```
//!
//! | part | what it says |
//! | --- | --- |
//! | `2.48b2c5` | version 2, and which terms it was made with ([`stamp`]) |
//! | `p_ID` | the purpose |
//! | `w_ID_…`, `o_NAME_SIZE_…` | a wish: a service; or the client's own, small, medium, large or of unknown size (`s` `m` `l` `u`) or in low, likely and high hours (`4-8-16`). Then, where they are not as usual, the count, the priority (`m` must, `c` could), whether it serves the purpose (`y` `n`), and after a letter and a `-` what it is to be like (`l-TEXT`), the weeks that it lasts (`t-2`) and what others charge for it, once and a month (`e-120-15`) |
//! | `on_…` | what it goes on top of, by its name |
//! | `c_…` | who looks after content, updates, hosting and help: the client `c`, the shop unpaid `u` or paid `p`, another service `x`, not said `-`; after each, where they were said, the hours a month and whether it must be within a day `d` or hours `h`: `u4d` |
//! | `e_ID_ID` | the promises that are expected |
//! | `k_…` | contentReady, contact (`d` `w` `r`), phased, decider, written, openToAdvice, freeSample, depends, goBetween: yes `y`, no `n`, not said `-` |
//! | `rounds_…` | rounds of changes, or `open` |
//! | `pay_…` | when the money comes, by its name, or the number of stages |
//! | `costs_…` | who pays what others charge, by their name |
//! | `r_…` | a stranger `s`, referred `r`, a client `c` or a friend `f` |
//! | `d_…` | weeks, a date or `open`; weeks from the start of the work `3_start` or from the content `3_content` |
//! | `b_…` | a fixed price `1500` or `1500-2000`, a month `150_m`, by the hour `h`, at a rate `h60`, or up to `4000_h60`; a gift `g`, of hours `40_g`, for months `40_g3`; a fixed price or a month without an amount `f` `m` |
//! | `sofar_40-1500-0.5` | hours spent, money received, and the share that is done |
//! | `z` | the end: a link that was cut off on its way is not taken for a shorter brief |
//!
//! Behind its end there may be the answer as it was said on a day: `~as_2026-03-03_take_8_6.5_48b2c5~z` is
//! that day, the verdict, the odds in tenths, the weeks, and the fingerprint of the terms of then.
//!
//! In version 1 `k_…` has other conditions: after openToAdvice comes a deposit, after freeSample
//! nothing. It is read for ever: `tests/links.rs` holds links of every version.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod answer;
mod format;
mod fragment;
mod name;
mod read;
mod write;

pub use answer::{SentAnswer, sent_answer};
pub use format::{KEY, MOST, stamp};
pub use fragment::{in_fragment, without};
pub use read::{LinkContent, LinkError, read};
pub use write::{address, client_link, key, link};
