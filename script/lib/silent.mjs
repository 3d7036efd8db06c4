/**
 * Which functions of a wasm only serve to say something about a panic: nobody hears it, and what they need is in nobody's
 * way. A panic traps and says nothing, and the shell goes on as after any crash.
 */

/** What only tells of a panic and never comes back, in core, alloc and std, and the hook that Yew sets. */
const PANICS = [
  "core::panicking",
  "core::cell::panic_already",
  "core::option::expect_failed",
  "core::option::unwrap_failed",
  "core::result::unwrap_failed",
  "core::slice::copy_from_slice_impl::len_mismatch_fail",
  "core::slice::index::slice_index_fail",
  "core::str::slice_error_fail",
  "alloc::raw_vec::capacity_overflow",
  "alloc::raw_vec::handle_error",
  "std::panicking::panic_with_hook",
  "console_error_panic_hook::hook",
];

/** How a value is written for a developer: by `Debug`, which tests/walls.rs keeps out of our own code for anything else. */
const DEBUG = / as core::fmt::Debug>::fmt|5Debug3fmt|core\.\.fmt\.\.Debug\$GT\$3fmt/;

/** Whether a function serves only that: its name is a path, or as the compiler has mangled it, `4core9panicking…`. */
export function isSilent(name) {
  const path = name.replace(/\[[0-9a-f]{16}\]/g, "");
  return DEBUG.test(path) || PANICS.some((panic) => path.startsWith(panic) || name.includes(mangled(panic)));
}

function mangled(path) {
  const words = path.split("::");
  return words.map((word) => word.length + word).join("");
}
