/**
 * The calculator's wasm, which comes in two parts: the first asks the questions, and the rest answers. So a visitor can
 * begin before all of it is there.
 */
import { isLinked } from "./link.js";
import { compiled, start as begin } from "./run.js";

/** The rest as it comes, and once it has come. */
let coming;
let rest;

/**
 * Starts the first part, as run.js does, or gives the run that is there. What it gives has `whole()` too, a promise that
 * all is there, for every calculator of the run. A failure is forgotten: ask again. `more()` gets the rest, if there is one.
 */
export async function start(source, more) {
  const run = await begin(source).catch(tell);
  run.whole ??= completing(run, more);
  // What was typed before must be there at the first look, and what has come need not be waited for.
  if (rest || isBack()) await run.whole();
  return run;
}

/** Says why a part has not started: an error that has what a `Trouble` has (see fetching.js). */
function tell(cause) {
  if (cause.kind) throw cause;
  const refused = /security policy|\bcsp\b|unsafe-eval/i.test(cause.message);
  const message = refused
    ? "the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src."
    : `the wasm does not run: ${cause.message}`;
  throw Object.assign(new Error(message, { cause }), { kind: "load", passing: !refused });
}

/** Whether somebody comes with something to be opened: a link, or what is kept on this device (see src/host/store.rs). */
function isBack() {
  try {
    return isLinked() || Object.keys(localStorage).some((name) => name.startsWith(`takeon:1:${location.pathname}:`));
  } catch {
    // What may not be looked at is not there.
    return false;
  }
}

/** Lets calculators of a run be there before the rest is, and gives what brings it to them. */
function completing(run, more) {
  const { mount, mountWhole } = run;
  const waiting = [];
  let isWhole = !more;
  run.mount = (...given) => {
    if (isWhole) return mountWhole(...given);
    const app = mount(...given);
    waiting.push(app);
    return app;
  };
  let completed;
  const complete = async () => {
    if (more) await run.join(await fetched(more));
    isWhole = true;
    for (const app of waiting.splice(0)) app.complete();
  };
  return () => {
    completed ??= complete().catch((error) => {
      completed = undefined;
      tell(error);
    });
    return completed;
  };
}

/** The rest, compiled once for every run. */
async function fetched(more) {
  coming ??= more().then(compiled);
  try {
    rest = await coming;
    return rest;
  } catch (error) {
    coming = undefined;
    throw error;
  }
}
