/** The calculator's code and style, once for all elements of the page. */
import { BUILD, beside } from "./build.js";
import { Trouble, get, patiently } from "./fetching.js";

let loading;

/** Loads the calculator's code and style. A failure is forgotten: ask again. */
export function load() {
  loading ??= patiently(fetchAll).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchAll(tries) {
  if (typeof WebAssembly !== "object") {
    throw new Trouble("load", "this browser has WebAssembly switched off, as in a lockdown mode.");
  }
  const [glue, wasm, css] = await Promise.all([
    fetchGlue(beside(BUILD.glue), tries),
    get(beside(BUILD.wasm), "load"),
    get(beside(BUILD.css), "load").then((response) => response.text()),
  ]);
  try {
    await glue.default({ module_or_path: wasm });
  } catch (cause) {
    const refused = /security policy|\bcsp\b|unsafe-eval/i.test(cause.message);
    const advice = refused
      ? `the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src.`
      : `${beside(BUILD.wasm)} does not run: ${cause.message}`;
    throw new Trouble("load", advice, { cause });
  }
  return { mount: glue.mount, css };
}

async function fetchGlue(url, tries) {
  try {
    // Some browsers remember that an import failed: another address is a new try.
    return await import(tries ? `${url}?try=${tries}` : url);
  } catch (cause) {
    // An import does not say why it failed; a plain request does.
    const response = await get(url, "load");
    const message =
      `${url} cannot be imported. It is served as "${response.headers.get("content-type")}": the server must ` +
      `say "text/javascript", and the page's Content-Security-Policy must name its host in script-src.`;
    throw new Trouble("load", message, { passing: true, cause });
  }
}
