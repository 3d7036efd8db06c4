/** The calculator's code and style, once for all elements of the page. */
import { BUILD, beside } from "./build.js";
import { Trouble, get, patiently, text } from "./fetching.js";

/** The elements with a calculator: they hear of a crash. */
export const living = new Set();

let files;
let known;

/**
 * Loads the calculator's code and style: `{ run, css, late }`, where `late` is what
 * run.js exports, and `run` what it has started. A failure is forgotten: ask again.
 */
export async function load() {
  files ??= patiently(fetchAll);
  try {
    const { late, wasm, css } = await files;
    const run = await late.start(() => wasm);
    if (run !== known) {
      known = run;
      run.crashed.then((error) => [...living].forEach((element) => element.crashed(error)));
    }
    return { run, css, late };
  } catch (error) {
    files = undefined;
    throw Trouble.starting(error, beside(BUILD.wasm));
  }
}

async function fetchAll(tries) {
  if (typeof WebAssembly !== "object") {
    throw new Trouble("load", "this browser has WebAssembly switched off, as in a lockdown mode.");
  }
  const [late, wasm, css] = await Promise.all([
    fetchGlue(beside(BUILD.glue), tries),
    get(beside(BUILD.wasm), "load", (response) => response, BUILD.integrity.wasm),
    get(beside(BUILD.css), "load", text, BUILD.integrity.css),
  ]);
  return { late, wasm, css };
}

async function fetchGlue(url, tries) {
  // Some browsers remember that an import failed: another address is a new try.
  const address = tries ? `${url}?try=${tries}` : url;
  await preload(address, BUILD.integrity.glue);
  try {
    return await import(address);
  } catch (cause) {
    // An import does not say why it failed; a plain request does.
    const type = await get(url, "load", ({ headers }) => headers.get("content-type"), BUILD.integrity.glue);
    const message =
      `${url} cannot be imported. It is served as "${type}": the server must ` +
      `say "text/javascript", and the page's Content-Security-Policy must name its host in script-src.`;
    throw new Trouble("load", message, { passing: true, cause });
  }
}

/** Has the browser fetch a module and check it: an import cannot say what it must be. */
async function preload(href, integrity) {
  const link = document.createElement("link");
  if (!integrity || !link.relList.supports("modulepreload")) return;
  await new Promise((done) => {
    Object.assign(link, { rel: "modulepreload", href, integrity, onload: done, onerror: done });
    document.head.append(link);
  });
  link.remove();
}
