/**
 * Loads the demo page's tools when somebody comes near them: their own wasm, which
 * no page with the calculator alone ever asks for.
 */

/** Files of this build. `script/finish.mjs` replaces this line. */
const BUILD = { glue: "./takeon-desk.js", wasm: "./takeon-desk_bg.wasm", words: {} };

const root = document.getElementById("desk");
const beside = (path) => new URL(path, import.meta.url).href;

/** Returns the language that the owner has chosen, or the browser's first one with messages. */
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

/** Fetches the messages of a language, if it has any. */
async function words(tag) {
  if (!Object.hasOwn(BUILD.words, tag)) return null;
  const response = await fetch(beside(BUILD.words[tag])).catch(() => null);
  return response?.ok ? response.text() : null;
}

async function start() {
  const tag = language();
  const [glue, messages] = await Promise.all([import(beside(BUILD.glue)), words(tag)]);
  await glue.default({ module_or_path: beside(BUILD.wasm) });
  root.lang = messages ? tag : "en";
  glue.start(root.lang, messages);
}

// Letters to a client may be in another language than the tools.
root.addEventListener("takeon-desk-words", async (/** @type {CustomEvent} */ { detail }) => {
  detail.then(await words(detail.tag));
});

// Clients' messages are read by the public reader script, loaded for the first of them.
root.addEventListener("takeon-desk-message", async (/** @type {CustomEvent} */ event) => {
  const { message, terms, then } = event.detail;
  try {
    const { read } = await import(beside("./reader.js"));
    then(JSON.stringify(await read(message, { terms: JSON.parse(terms) })));
  } catch (error) {
    console.error("Takeon's reader of messages did not load:", error);
    then(null);
  }
});

function come() {
  observer.disconnect();
  removeEventListener("hashchange", come);
  // The page's own words stay if the tools fail to load.
  start().catch((error) => console.error("Takeon's tools did not load:", error));
}

const observer = new IntersectionObserver(
  (entries) => {
    if (entries.some((entry) => entry.isIntersecting)) come();
  },
  { rootMargin: "200px" },
);
observer.observe(root);
addEventListener("hashchange", come);
// A link to one of the tools scrolls there.
if (/^#(terms|jobs|briefs|log|insight)\b/.test(location.hash)) root.scrollIntoView();
