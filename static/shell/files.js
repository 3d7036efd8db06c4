/**
 * Files of this build, fetched from the folder of the script. script/pack.mjs replaces this module in the npm package.
 */
import { BUILD, assetUrl } from "./build.js";
import { LoadError, PATIENCE, withoutCredentials, get, json, withRetries, text } from "./fetching.js";
import { isLinked } from "./link.js";

/** Returns the address of a file of this build for `fetch`. */
const at = (path) => withoutCredentials(assetUrl(path));

/** Number of failed imports of the glue. */
let failures = 0;

/** Fetches a part of the wasm. */
const part = (name) => buildFile(get(at(BUILD[name]), "load", (response) => response, BUILD.integrity[name]));

/**
 * Returns the exports of lazy.js, the primary part of the wasm, and a function that fetches a deferred part by name, if there are any.
 */
export async function files() {
  const { glue, answer, integrity } = BUILD;
  /** Prefetched parts. */
  const early = {};
  const fetchPart = (name) => {
    const fetched = early[name] ?? withRetries(() => part(name));
    delete early[name];
    return fetched;
  };
  // A link opens with its answer. A failure is reported when the part is needed.
  if (answer && isLinked()) {
    for (const name of ["answer", "rest"]) (early[name] = fetchPart(name)).catch(() => {});
  }
  const [lazy, wasm] = await Promise.all([buildFile(script(at(glue), integrity.glue)), part("wasm")]);
  return { lazy, wasm, fetchPart: answer && fetchPart };
}

/**
 * Waits for a file of this build. If it does not exist, this script may be a stale copy from a cache, which is then refreshed for the
 * next load of the page.
 */
async function buildFile(file) {
  try {
    return await file;
  } catch (error) {
    if (error.retryable) throw error;
    const script = at("");
    const fresh = await fetch(script, { cache: "reload" }).then(text, () => BUILD.glue);
    if (fresh.includes(BUILD.glue.slice(2))) throw error;
    throw new LoadError("load", `${script} was kept from an older build, whose files are gone. Load the page again.`, {
      outdated: true,
    });
  }
}

const texts = new Map();

/** Fetches the text of a JSON file of this build, once for all callers. It can be called again after a failure. */
export async function asset(path, kind) {
  if (!texts.has(path)) texts.set(path, json(at(path), kind));
  try {
    return await texts.get(path);
  } catch (error) {
    texts.delete(path);
    throw error;
  }
}

async function script(url, integrity) {
  // Browsers may cache a failed import, so a retry needs another address: https://github.com/whatwg/html/issues/6768
  const address = failures ? `${url}?try=${failures}` : url;
  // Without a preload, a request checks the integrity before the script runs.
  if (!(await preload(address, integrity))) await get(address, "load", text, integrity);
  try {
    return await import(address);
  } catch (cause) {
    failures += 1;
    // An import does not say why it failed; a plain request does.
    const type = await get(url, "load", ({ headers }) => headers.get("content-type"), integrity);
    const message =
      `${url} cannot be imported. It is served as "${type}": the server must ` +
      `say "text/javascript", and the page's Content-Security-Policy must name its host in script-src.`;
    throw new LoadError("load", message, { retryable: true, cause });
  }
}

/** Preloads a module with its integrity, which an import cannot state. Returns true if it succeeded. */
async function preload(href, integrity) {
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return false;
  /** @type {HTMLElement} */
  const nonced = document.querySelector("script[nonce]") ?? link;
  const event = await new Promise((done) => {
    Object.assign(link, { rel: "modulepreload", href, integrity, nonce: nonced.nonce, onload: done, onerror: done });
    document.head.append(link);
    // A server may never answer.
    setTimeout(done, PATIENCE, link);
  });
  link.remove();
  return event.type === "load";
}
