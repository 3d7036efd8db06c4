/**
 * Run of a wasm, shared by the whole page: started once, and again after a crash.
 *
 * Any exception from the wasm is a crash: a panic, or a fault of the browser in the middle of a call. The state of its memory is
 * then unknown, so that run is never entered again, and the next one starts with a memory of its own.
 */
import { create } from "./glue.js";

let module;
let running;

/**
 * Starts the wasm, or returns the current run: Rust's exports, its `module`, `crashed`, a promise of the error, and `failure()`,
 * its current value. `source` provides a response or bytes, for the first start only. `tree` has the DOM operations (see tree.js).
 */
export function start(source, tree) {
  running ??= begin(source, tree).catch((error) => {
    running = undefined;
    throw error;
  });
  return running;
}

async function begin(source, tree) {
  module ??= await compiled(await source());
  let failure;
  let tell;
  const crashed = new Promise((done) => (tell = done));
  const crash = (error) => {
    failure = error ?? new Error("crashed");
    running = undefined;
    tell(error);
    throw failure;
  };
  /** Wraps a function of the wasm. After a crash only stale timers call it: they are ignored. */
  const guarded =
    (work) =>
    (...given) => {
      if (failure) return undefined;
      try {
        return work(...given);
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
