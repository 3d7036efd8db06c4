//! A program in two parts, for the splitter: `ask` is there from the start, and `answer` comes later.
#![no_std]
#![no_main]

use core::hint::black_box;

static ANSWERS: [&str; 2] = ["this is only in the answer", "and this, too"];

fn length(text: &str) -> usize {
    text.len()
}

fn doubled(text: &str) -> usize {
    text.len() * 2
}

#[unsafe(no_mangle)]
pub extern "C" fn ask(number: usize) -> usize {
    let measure: fn(&str) -> usize = black_box(length);
    measure("this is what is asked") + number
}

/// Panics beyond the last answer.
#[unsafe(no_mangle)]
pub extern "C" fn answer(number: usize) -> usize {
    let measure: fn(&str) -> usize = black_box(if number == 0 { length } else { doubled });
    measure(ANSWERS[number])
}

#[panic_handler]
fn panic(panic: &core::panic::PanicInfo) -> ! {
    // Read, so that the compiler cannot leave out where it was.
    black_box(panic.location());
    core::arch::wasm32::unreachable()
}
