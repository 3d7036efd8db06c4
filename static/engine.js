/**
 * Takeon's engine without its calculator, for scripts on a page and in Node.
 *
 *   import { load, appraise } from "…/engine.js";
 *   await load();
 *   const { verdict, odds } = appraise(brief, terms);
 *
 * Its wasm has the engine alone and is much smaller than a calculator's. engine.d.ts has the types of all documents.
 */

import { BUILD } from "./shell/build.js";
import { lazy, wasm } from "./shell/engine-files.js";
import { TakeonError } from "./shell/errors.js";
import { written } from "./shell/plain.js";

export { TakeonError };

/** The version of this build. */
export const version = BUILD.version;

let engine;
let loading;

/** Loads the engine, once. A failure is forgotten: ask again. */
export function load() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start() {
  const { start } = await lazy();
  const run = await start(wasm);
  engine = run;
  run.crashed.then(() => {
    if (engine === run) engine = loading = undefined;
  });
}

/** Decides whether the shop should take the project. Throws a `TakeonError` with every error in the two. */
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

/** Returns the verdict and the odds that would follow from each possible answer to a question. */
export function outcomes(brief, terms, question) {
  return ask("outcomes", { brief, terms, question });
}

/** Returns the effect of a change on a job that was agreed. */
export function changed(agreed, now, terms) {
  return ask("changed", { agreed, now, terms });
}

/** Returns the points to put in writing before the start. */
export function agreement(brief, terms) {
  return ask("agreement", { brief, terms });
}

/** Returns the single services that the money buys, each a yes. */
export function affordable(brief, terms) {
  return ask("affordable", { brief, terms });
}

/** Returns the engine's answer to a request. */
function ask(question, document) {
  if (!engine) throw new Error("Takeon's engine is not loaded yet: call `await load()` first");
  const { text, errors } = written(document);
  const answer = JSON.parse(engine[question](text));
  // For each place, the error about its value takes precedence over that about the null in its place.
  const found = (answer.errors ?? []).filter(({ at }) => !errors.some((known) => known.at === at));
  errors.push(...found);
  if (errors.length > 0) throw new TakeonError(errors);
  return answer;
}
