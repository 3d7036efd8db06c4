/**
 * Engine of Takeon without the calculator, for scripts in browsers and in Node.js.
 *
 *   import { load, appraise } from "…/engine.js";
 *   await load();
 *   const { verdict, odds } = appraise(brief, terms);
 *
 * Its wasm contains only the engine, and is much smaller than the calculator's. engine.d.ts has the types of all documents.
 */

import { BUILD } from "./shell/build.js";
import { lazy, wasm } from "./shell/engine-files.js";
import { TakeonError } from "./shell/errors.js";
import { toJson } from "./shell/serialise.js";

export { TakeonError };

/** Version of this build. */
export const version = BUILD.version;

let engine;
let loading;

/** Loads the engine, once. It can be called again after a failure. */
export function load() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start() {
  const { start } = await lazy();
  const instance = await start(wasm);
  engine = instance;
  instance.crashed.then(() => {
    if (engine === instance) engine = loading = undefined;
  });
}

/** Returns the appraisal of a brief. Throws a `TakeonError` with every error in the brief and the terms. */
export function appraise(brief, terms) {
  return ask("appraise", { brief, terms });
}

/** Checks terms, and throws a `TakeonError` with every error in them. */
export function check(terms) {
  ask("check", terms);
}

/** Returns the usual jobs of a shop, with their prices and weeks. */
export function usual(terms) {
  return ask("usual", terms);
}

/** Returns the verdict and the odds after each possible answer to a question. */
export function outcomes(brief, terms, question) {
  return ask("outcomes", { brief, terms, question });
}

/** Returns the effect of a change on an agreed job. */
export function changed(agreed, now, terms) {
  return ask("changed", { agreed, now, terms });
}

/** Returns the points of a written agreement. */
export function agreement(brief, terms) {
  return ask("agreement", { brief, terms });
}

/** Returns up to three services that the budget and the deadline allow, each with a brief that would be a yes. */
export function affordable(brief, terms) {
  return ask("affordable", { brief, terms });
}

/** Returns the engine's answer to a request. */
function ask(question, document) {
  if (!engine) throw new Error("Takeon's engine is not loaded yet: call `await load()` first");
  const { text, errors } = toJson(document);
  const answer = JSON.parse(engine[question](text));
  // For values that JSON cannot represent, the first error is right: the engine only sees null.
  const found = (answer.errors ?? []).filter(({ at }) => !errors.some((known) => known.at === at));
  errors.push(...found);
  if (errors.length > 0) throw new TakeonError(errors);
  return answer;
}
