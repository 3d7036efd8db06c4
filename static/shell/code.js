/** The calculator's code and style, once for all elements of the page. */
import { LoadError, withRetries } from "./fetching.js";
import { files } from "./files.js";

/** Elements with a calculator, to be notified of a crash. */
export const mounted = new Set();

let loading;
let known;

/**
 * Loads the calculator's code and style: `{ run, lazy }`, where `lazy` has the exports of lazy.js, including the style, and `run`
 * is the started wasm. A failure is forgotten: call it again.
 */
export async function load() {
  loading ??= withRetries(files);
  try {
    const { lazy, wasm, fetchPart } = await loading;
    const run = await lazy.start(() => wasm, fetchPart);
    if (run !== known) {
      known = run;
      run.crashed.then((error) => [...mounted].forEach((element) => element.crashed(error)));
    }
    return { run, lazy };
  } catch (error) {
    loading = undefined;
    throw error.kind ? error : new LoadError("load", error.message, { retryable: true, cause: error });
  }
}
