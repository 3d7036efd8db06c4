/**
 * Takeon's engine without its calculator, for scripts on a page and in Node.
 *
 *   import { load, appraise } from "…/engine.js";
 *   await load();
 *   const { verdict, odds } = appraise(brief, terms);
 *
 * A page that shows a calculator as well has loaded the same wasm already: it is
 * neither fetched nor started a second time. engine.d.ts beside this file says
 * what is in a brief, in terms and in an appraisal.
 */

/** What belongs to this build. `script/finish.mjs` replaces this line. */
const BUILD = { version: "dev", glue: "./takeon-widget.js", wasm: "./takeon-widget_bg.wasm" };

/** The version of this build. */
export const version = BUILD.version;

/** What is wrong with a brief or with terms: everything, each with its place. */
export class TakeonError extends Error {
  constructor(errors) {
    const lines = errors.map(({ at, message }) => `\n  ${at || "/"}: ${message}`);
    super(`${errors.length} ${errors.length === 1 ? "error" : "errors"}:${lines.join("")}`);
    this.name = "TakeonError";
    /** A list of `{ at, message }`: a JSON pointer, and what would be right there. */
    this.errors = errors;
  }
}

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
  const glue = await import(new URL(BUILD.glue, import.meta.url).href);
  await glue.default({ module_or_path: await wasm() });
  engine = glue;
}

/** The address of the wasm, or in Node, which fetches no files, what is in it. */
async function wasm() {
  const address = new URL(BUILD.wasm, import.meta.url);
  if (address.protocol !== "file:") return address;
  const { readFile } = await import("node:fs/promises");
  return readFile(address);
}

/** Should the shop take the project? Throws a `TakeonError` with every error in the two. */
export function appraise(brief, terms) {
  return JSON.parse(ask("appraise", { brief, terms }));
}

/** Checks terms: throws a `TakeonError` with every error in them, or does nothing. */
export function check(terms) {
  ask("check", terms);
}

/** What the engine says to a document. */
function ask(question, document) {
  if (!engine) throw new Error("Takeon's engine is not loaded yet: call `await load()` first");
  const { text, errors } = written(document);
  try {
    const answer = engine[question](text);
    if (errors.length === 0) return answer;
  } catch (error) {
    if (!Array.isArray(error.errors)) throw error;
    // Of one place, what was there counts, and not the null that stands for it.
    errors.push(...error.errors.filter(({ at }) => !errors.some((known) => known.at === at)));
  }
  throw new TakeonError(errors);
}

/**
 * The JSON text of a document, with null for each value that JSON cannot hold and
 * an error that says so. A member that is `undefined` is absent, as always in JSON.
 */
function written(document) {
  const places = new Map();
  const errors = [];
  function replace(key, value) {
    const parent = places.get(this);
    const at = parent === undefined ? "" : `${parent}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const absent = value === undefined && parent !== undefined && !Array.isArray(this);
    const problem = absent ? undefined : unfit(value);
    if (problem) errors.push({ at, message: problem });
    else if (value && typeof value === "object") places.set(value, at);
    return problem ? null : value;
  }
  try {
    return { text: JSON.stringify(document, replace), errors };
  } catch (error) {
    // Only an object that is part of itself cannot be written.
    if (!(error instanceof TypeError)) throw error;
    throw new TakeonError([...errors, { at: "", message: `this cannot be written as JSON: ${error.message}` }]);
  }
}

/** What is wrong with a value that JSON cannot hold; nothing if it can. */
function unfit(value) {
  switch (typeof value) {
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : `must be a finite number, not ${value}`;
    case "string":
      return value.isWellFormed?.() === false ? "holds half of a character" : undefined;
    case "object": {
      // JSON would make an empty object of a promise, a map and the like.
      const kind = Object.prototype.toString.call(value).slice(8, -1);
      return ["Object", "Array", "Null"].includes(kind) ? undefined : `must be a plain object or a list, not a ${kind}`;
    }
    default:
      return `must be a value that JSON can hold, not ${value === undefined ? "undefined" : `a ${typeof value}`}`;
  }
}
