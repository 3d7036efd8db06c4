/** Loader of the desk: a wasm of its own, which no page with a calculator loads. */

import { filled } from "./archive.js";

/** Files of this build. `script/postbuild.mjs` replaces this line. */
const BUILD = {
  glue: "./takeon-desk.js",
  wasm: "./takeon-desk_bg.wasm",
  later: "",
  workbook: "./workbook.js",
  words: {},
  names: {},
};

/** Milliseconds until the deferred part is requested again. */
const PAUSE = 30_000;

const root = document.getElementById("desk");
const beside = (path) => new URL(path, import.meta.url).href;

/** Returns the language that the owner has chosen, or else the first one of the browser that has messages. */
function language() {
  const known = (tag) => tag === "en" || Object.hasOwn(BUILD.words, tag);
  let chosen;
  try {
    chosen = localStorage.getItem("takeon-desk:1:lang");
  } catch {
    // Storage access denied.
  }
  return [chosen, ...navigator.languages.map((tag) => tag.split("-")[0])].find(known) ?? "en";
}

/** Fetches the messages of a language, or returns null. */
async function words(tag) {
  if (!Object.hasOwn(BUILD.words, tag)) return null;
  const response = await fetch(beside(BUILD.words[tag])).catch(() => null);
  return response?.ok ? response.text() : null;
}

/** Translates the page around the tools. */
function translatePage(tag, messages) {
  document.documentElement.lang = tag;
  if (!messages) return;
  const texts = JSON.parse(messages);
  const all = (selector) => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector));
  for (const element of all("[data-say]")) element.textContent = texts[element.dataset.say];
  for (const element of all("[data-label]")) element.setAttribute("aria-label", texts[element.dataset.label]);
}

/** Fills the list of languages. */
function listLanguages(tag) {
  const select = /** @type {HTMLSelectElement} */ (document.getElementById("language"));
  for (const [known, name] of Object.entries(BUILD.names)) select.add(new Option(name, known, known === tag, known === tag));
  select.hidden = false;
  select.addEventListener("change", () => {
    try {
      localStorage.setItem("takeon-desk:1:lang", select.value);
    } catch {
      // Storage access denied.
    }
    location.reload();
  });
}

/**
 * Fetches a part of the wasm.
 * @param {string} path
 * @param {RequestPriority} [priority]
 */
async function part(path, priority) {
  const response = await fetch(beside(path), { priority });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Starts the tools, and returns the function that adds their deferred part. */
async function start() {
  const tag = language();
  const [{ start }, wasm, messages] = await Promise.all([import(beside(BUILD.glue)), part(BUILD.wasm), words(tag)]);
  const spoken = messages ? tag : "en";
  translatePage(spoken, messages);
  listLanguages(spoken);
  return start(root, wasm, spoken, messages);
}

const started = start();
let joined;

/**
 * Adds the deferred part once. It can be called again after a failure.
 * @param {RequestPriority} [priority]
 */
function join(priority) {
  joined ??= started
    .then(async (join) => join(BUILD.later && (await part(BUILD.later, priority))))
    .catch((error) => {
      joined = undefined;
      throw error;
    });
  return joined;
}

// A tool of the deferred part was opened.
root.addEventListener("takeon-desk-later", async (/** @type {CustomEvent} */ { detail }) => {
  let outcome = null;
  try {
    await join();
    outcome = "joined";
  } catch (error) {
    console.error("A part of Takeon's tools did not load:", error);
  }
  detail.then(outcome);
});

// Letters to a client may be in another language than the tools.
root.addEventListener("takeon-desk-words", async (/** @type {CustomEvent} */ { detail }) => {
  detail.then(await words(detail.tag));
});

// The reader of clients' messages is the public script, loaded with the first message.
root.addEventListener("takeon-desk-message", async (/** @type {CustomEvent} */ event) => {
  const { message, terms, today, then } = event.detail;
  let found = null;
  try {
    const { read } = await import(beside("./reader.js"));
    found = JSON.stringify(await read(message, { terms: JSON.parse(terms), today }));
  } catch (error) {
    console.error("Takeon's reader of messages did not load:", error);
  }
  then(found);
});

// The reader of workbooks is loaded with the first one.
root.addEventListener("takeon-desk-workbook", async (/** @type {CustomEvent} */ event) => {
  const { bytes, then } = event.detail;
  let read = null;
  try {
    const { sheets } = await import(beside(BUILD.workbook));
    read = JSON.stringify(sheets(bytes));
  } catch (error) {
    console.error("Takeon could not read a workbook:", error);
  }
  then(read);
});

// The archive of the calculator's files, with the owner's files added.
root.addEventListener("takeon-desk-archive", async (/** @type {CustomEvent} */ event) => {
  const { files, then } = event.detail;
  let outcome = null;
  try {
    const response = await fetch(beside("./takeon.zip"));
    if (!response.ok) throw new Error(`takeon.zip: ${response.status}`);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(filled(new Uint8Array(await response.arrayBuffer()), JSON.parse(files)));
    link.download = "takeon.zip";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    outcome = "saved";
  } catch (error) {
    console.error("Takeon's archive could not be made:", error);
  }
  then(outcome);
});

/** Adds the deferred part when the page is idle, so that its tools open at once, even offline. */
function prepare() {
  // A failure is shown when a tool is opened.
  (globalThis.requestIdleCallback ?? setTimeout)(() => join("low").catch(() => setTimeout(prepare, PAUSE)));
}

started.then(
  prepare,
  // The page's fallback content stays.
  (error) => console.error("Takeon's tools did not load:", error),
);
