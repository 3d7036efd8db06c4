/**
 * Panics that trap without a message. This does the same as `-Cpanic=immediate-abort` of nightly compilers:
 * https://doc.rust-lang.org/nightly/cargo/reference/unstable.html#panic-immediate-abort
 */
import binaryen from "binaryen";
import { emitted, opened } from "./modules.mjs";
import { hasPath } from "./names.mjs";

/** Functions of core, alloc and std that never return, and the hook that Yew sets. */
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

/** Returns true for the name of a function that only panics. */
export const isPanic = (name) => PANICS.some((panic) => hasPath(name, panic));

/** Returns the wasm with a trap in place of every panic. It must have the names of its functions. */
export function immediateAbort(bytes) {
  const module = opened(bytes);
  let panics = 0;
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const reference = module.getFunctionByIndex(index);
    const { name, module: from } = binaryen.getFunctionInfo(reference);
    if (from || !isPanic(name)) continue;
    binaryen.Function(reference).body = module.unreachable();
    panics += 1;
  }
  if (panics === 0) throw new Error("no panic was found in the wasm: does the compiler name them differently now?");
  return emitted(module, true);
}
