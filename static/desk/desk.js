/**
 * Loads the demo page's tools when somebody comes near them: their own wasm, which
 * no page with the calculator alone ever asks for.
 */

/** What belongs to this build. `script/finish.mjs` replaces this line. */
const BUILD = { glue: "./takeon-desk.js", wasm: "./takeon-desk_bg.wasm" };

const root = document.getElementById("desk");
const beside = (path) => new URL(path, import.meta.url).href;

async function start() {
  const glue = await import(beside(BUILD.glue));
  await glue.default({ module_or_path: beside(BUILD.wasm) });
}

function come() {
  observer.disconnect();
  removeEventListener("hashchange", come);
  // The page's own words stay where the tools cannot be.
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
// Who comes for one of the tools is taken there.
if (/^#(terms|jobs|briefs|log|insight)\b/.test(location.hash)) root.scrollIntoView();
