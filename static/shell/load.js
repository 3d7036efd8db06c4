/** Loading of the calculator's code and style, once for all elements of the page. */
import { LoadError, withRetries } from "./fetching.js";
import { files } from "./files.js";

/** Elements with a calculator, to be notified of a crash. */
export const mounted = new Set();

let loading;
/** Current instance of the wasm. */
let current;

/**
 * Loads the calculator's code and style: `{ instance, lazy }`, with the running wasm, and with the exports of lazy.js, which include the
 * style. It can be called again after a failure.
 */
export async function load() {
  loading ??= withRetries(files);
  try {
    const { lazy, wasm, fetchPart } = await loading;
    const instance = await lazy.start(() => wasm, fetchPart);
    if (instance !== current) {
      current = instance;
      instance.crashed.then((error) => [...mounted].forEach((element) => element.crashed(error)));
    }
    return { instance, lazy };
  } catch (error) {
    loading = undefined;
    throw error.kind ? error : new LoadError("load", error.message, { retryable: true, cause: error });
  }
}
