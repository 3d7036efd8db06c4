/**
 * The deferred part of the calculator's wasm: it answers, and the visitor can begin with the questions before it is loaded.
 */
import { isLinked } from "./link.js";
import { compiled, start as begin } from "./run.js";

/** The compiled part, or a promise of it. One for every run. */
let loading;
let part;

/**
 * Starts the primary part, as run.js does, or gives the run that is there. It has `completed()` too, which loads the deferred
 * part into every calculator of the run. A failure is forgotten: ask again. `fetchPart()` gets it, if the wasm has parts.
 */
export async function start(source, fetchPart) {
  const run = await begin(source).catch(fail);
  run.completed ??= completing(run, fetchPart);
  // State must be restored before the first paint. And what is loaded need not be waited for.
  if (part || hasState()) await run.completed();
  return run;
}

/** Throws an error that has what a `Trouble` has (see fetching.js). */
function fail(cause) {
  if (cause.kind) throw cause;
  const refused = /security policy|\bcsp\b|unsafe-eval/i.test(cause.message);
  const message = refused
    ? "the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src."
    : `the wasm does not run: ${cause.message}`;
  throw Object.assign(new Error(message, { cause }), { kind: "load", passing: !refused });
}

/** Returns true if there may be a brief to restore: in a link, or stored on this device (see src/host/store.rs). */
function hasState() {
  try {
    return isLinked() || Object.keys(localStorage).some((name) => name.startsWith(`takeon:1:${location.pathname}:`));
  } catch {
    // Access to storage is denied.
    return false;
  }
}

/** Has calculators of a run completed as soon as the deferred part is there, and gives what loads it. */
function completing(run, fetchPart) {
  const { mount } = run;
  const incomplete = [];
  let isLoaded = !fetchPart;
  run.mount = (...given) => {
    const app = mount(...given);
    if (isLoaded) app.complete();
    else incomplete.push(app);
    return app;
  };
  const complete = async () => {
    if (fetchPart) await run.join(await fetched(fetchPart));
    isLoaded = true;
    for (const app of incomplete.splice(0)) app.complete();
  };
  let completed;
  return () => {
    completed ??= complete().catch((error) => {
      completed = undefined;
      fail(error);
    });
    return completed;
  };
}

async function fetched(fetchPart) {
  loading ??= fetchPart().then(compiled);
  try {
    part = await loading;
    return part;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
