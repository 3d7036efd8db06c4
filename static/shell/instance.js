/**
 * Instance of a wasm, shared by the whole page: created once, and again after a crash.
 *
 * Any exception from the wasm is a crash: a panic, or a fault of the browser in the middle of a call. The state of its memory is then
 * unknown, so that instance is never called again, and the next one has its own memory.
 */
import { create } from "./glue.js";

let module;
let current;

/**
 * Creates an instance, or returns the current one: Rust's exports, its `module`, `crashed`, a promise of the error, and `failure()`,
 * its current value. `source` provides a response or bytes, for the first start only. `tree` has the DOM operations (see tree.js).
 */
export function start(source, tree) {
  current ??= begin(source, tree).catch((error) => {
    current = undefined;
    throw error;
  });
  return current;
}

async function begin(source, tree) {
  module ??= await compiled(await source());
  let failure;
  let report;
  const crashed = new Promise((done) => (report = done));
  const crash = (error) => {
    failure = error ?? new Error("crashed");
    current = undefined;
    report(error);
    throw failure;
  };
  /** Wraps a function of the wasm. After a crash it does nothing, since only stale timers call it. */
  const guarded =
    (run) =>
    (...args) => {
      if (failure) return undefined;
      try {
        return run(...args);
      } catch (error) {
        return crash(error);
      }
    };
  const guard = (exports) =>
    Object.fromEntries(
      Object.entries(exports).map(([name, value]) => [name, typeof value === "function" ? guarded(value) : value]),
    );
  const rust = create(guard, tree);
  await rust.begin(module);
  return { ...rust, module, crashed, failure: () => failure };
}

/** Compiles a module from a response or bytes. Servers with another content type are tolerated. */
export function compiled(source) {
  if (!(source instanceof Response)) return WebAssembly.compile(source);
  const known = source.headers.get("content-type") === "application/wasm";
  return known ? WebAssembly.compileStreaming(source) : source.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
}
