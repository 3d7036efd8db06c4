/**
 * Typed text across navigations: the browser restores it as the state of a form field after Back, and this script after a reload
 * and where one document swaps its pages.
 */

/** Saved state of a calculator without input. */
export const NOTHING = '{"takeon":1,"brief":{}}';

/** State of calculators that have left the page, by address and place. */
const left = new Map();

/** State of calculators in the page, by address and place. */
const here = new Map();

/** State of each element: its place among the calculators, its key in `left`, and its internals. */
const known = new WeakMap();

/** Returns the path of the page, as src/config/saved.rs normalises it too: `/ask/`, `/ask` and `/ask/index.html` are one. */
export const path = () => location.pathname.replace(/index\.html$/, "").replace(/\/[^/.]+$/, "$&/");

/** Returns the address, including the link of a brief, but no other fragment. */
const address = () => path() + location.search + (/[#&?](takeon([=-]|%3d)[^&]*)/i.exec(location.hash)?.[1] ?? "");

/**
 * Returns the initial state of a new calculator at this place: its `own`, or that of an equal one that left, which then loses it.
 * Elements that are still in the page keep theirs, so a copy starts anew.
 */
export function recalled(element, place, own) {
  const key = keyOf(element, place);
  const saved = own ?? left.get(key);
  left.delete(key);
  known.set(element, { ...known.get(element), place });
  if (saved) note(element, saved);
  return saved;
}

/** Records the state of a calculator: for this address, and as the value of a form field. */
export function note(element, saved) {
  const it = known.get(element);
  it.key = keyOf(element, it.place);
  here.set(it.key, saved);
  // Safari before 16.4 has no form-associated elements.
  it.internals ??= element.attachInternals?.();
  it.internals?.setFormValue?.(JSON.stringify(JSON.parse(saved).brief), saved);
}

/** Keeps the state of a calculator that leaves the page. */
export function leave(element, saved) {
  if (!saved) return;
  const { key } = known.get(element);
  here.delete(key);
  left.set(key, saved);
}

// Chromium forgets forms on a reload. So the tab keeps what is in the page from when it is hidden until the next one is loaded. A
// page in a sandbox has no storage.
try {
  const NAME = "takeon-reload";
  const saved = sessionStorage[NAME];
  delete sessionStorage[NAME];
  const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  // A visit by the address begins anew.
  if (saved && way?.type !== "navigate") for (const [key, state] of JSON.parse(saved)) left.set(key, state);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && here.size) sessionStorage[NAME] = JSON.stringify([...here]);
  });
} catch {
  // Begins anew, as other forms do.
}

const keyOf = (element, place) => JSON.stringify([address(), place, element.configSrc, element.audience]);
