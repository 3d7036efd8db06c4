/**
 * The files of this build, fetched from beside the script. The npm package
 * has another in the place of this one: see script/pack.mjs.
 */
import { BUILD, beside } from "./build.js";
import { Trouble, get, json, patiently, text } from "./fetching.js";
import { isLinked } from "./link.js";

/** How often the script could not be imported. */
let failures = 0;

/** A part of the wasm. */
const part = (path, integrity) => get(beside(path), "load", (response) => response, integrity);

/**
 * The exports of lazy.js, the primary part of the wasm, the style, and what fetches a later part by its name, if there are
 * some.
 */
export async function files() {
  const { glue, wasm, answer, css, integrity } = BUILD;
  /** What answers, if it is fetched before it is asked for: it is the first of the later parts. */
  let early;
  const fetchPart = (name) => {
    const fetched = early ?? patiently(() => part(BUILD[name], integrity[name]));
    early = undefined;
    return fetched;
  };
  // If that fails, whoever waits for it is told.
  if (answer && isLinked()) (early = fetchPart("answer")).catch(() => {});
  const [lazy, response, style] = await Promise.all([
    script(beside(glue), integrity.glue),
    part(wasm, integrity.wasm),
    get(beside(css), "load", text, integrity.css),
  ]);
  return { lazy, wasm: response, css: style, fetchPart: answer && fetchPart };
}

const texts = new Map();

/** The text of a JSON file of this build, fetched once for everybody who asks. A failure is forgotten. */
export async function own(path, kind) {
  if (!texts.has(path)) texts.set(path, json(beside(path), kind));
  try {
    return await texts.get(path);
  } catch (error) {
    texts.delete(path);
    throw error;
  }
}

async function script(url, integrity) {
  // Some browsers remember that an import failed: another address is a new try.
  const address = failures ? `${url}?try=${failures}` : url;
  await preload(address, integrity);
  try {
    return await import(address);
  } catch (cause) {
    failures += 1;
    // An import does not say why it failed; a plain request does.
    const type = await get(url, "load", ({ headers }) => headers.get("content-type"), integrity);
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
