/**
 * Reader of Takeon without the calculator, for scripts in browsers and in Node.js: it turns a client's message into a brief.
 *
 *   import { read } from "…/reader.js";
 *   const { brief, found, unclear } = await read(message, { terms });
 *
 * It is rule-based and runs locally: nothing is sent. The word lists of a language are fetched with its first message; reader.d.ts
 * has the types of the output.
 */
import { table } from "./reader/intl.js";
import { BUILD } from "./shell/build.js";
import { TakeonError } from "./shell/errors.js";
import { toJson } from "./shell/serialise.js";
import { lazy, list, wasm } from "./shell/reader-files.js";

export { TakeonError };

/** Version of this build. */
export const version = BUILD.version;

/** Word lists by language, or promises of them. */
const lists = new Map();

/**
 * Reads a message, in the given language or else the identified one. If it is not identified, nothing is found, and `language` is
 * null. Throws a `TakeonError` with every error in the terms.
 */
export async function read(message, { terms, language, today = now() }) {
  const { text, errors } = toJson(terms ?? null);
  const refuse = (errors) => {
    throw new TakeonError(errors.map(({ at, message }) => ({ at: `/terms${at}`, message })));
  };
  if (errors.length > 0) refuse(errors);
  const { start } = await lazy();
  const instance = await start(wasm);
  const tag = language ?? instance.language(message);
  const lists = tag ? await wordsOf(tag) : ["", "", ""];
  const answer = JSON.parse(instance.read(message, tag ?? "", today, text, ...lists));
  if (answer.errors) refuse(answer.errors);
  return answer;
}

/** Returns the current local date. */
function now() {
  const date = new Date();
  return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

/** Fetches the lists of a language, as JSON texts. It can be called again after a failure. */
function wordsOf(tag) {
  if (!lists.has(tag)) {
    const loading = Promise.all([list("reader", tag), list("says", tag), JSON.stringify(table(tag))]);
    loading.catch(() => lists.delete(tag));
    lists.set(tag, loading);
  }
  return lists.get(tag);
}
