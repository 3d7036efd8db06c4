/**
 * State of calculators across navigations. After Back, browsers restore it as that of a form field. This script does so after a
 * reload, and in single-page applications.
 */
import { link } from "./link.js";

/** Saved state of a calculator without input. */
export const NOTHING = '{"takeon":1,"brief":{}}';

/** State of calculators that have left the page, by address and place. */
const left = new Map();

/** State of calculators in the page, by address and place. */
const here = new Map();

/** Records of the elements: place among the calculators, key in `left`, and internals. */
const records = new WeakMap();

/** Returns the path of the page, as src/config/saved.rs normalises it too: `/ask/`, `/ask` and `/ask/index.html` are one. */
export const path = () => location.pathname.replace(/index\.html$/, "").replace(/\/[^/.]+$/, "$&/");

/** Returns the address, including the link of a brief, but no other fragment. */
const address = () => path() + location.search + (link() ?? "");

/**
 * Returns the initial state of a new calculator: its `own`, or else that of a calculator which has left this place, and which is then
 * forgotten. A copy of a calculator that is still in the page gets nothing.
 */
export function takeState(element, place, own) {
  const key = keyOf(element, place);
  const saved = own ?? left.get(key);
  left.delete(key);
  records.set(element, { ...records.get(element), place });
  if (saved) recordState(element, saved);
  return saved;
}

/** Records the state of a calculator, for this address and as that of a form field. */
export function recordState(element, saved) {
  const record = records.get(element);
  record.key = keyOf(element, record.place);
  here.set(record.key, saved);
  // jsdom does not support form-associated elements.
  record.internals ??= element.attachInternals?.();
  record.internals?.setFormValue?.(JSON.stringify(JSON.parse(saved).brief), saved);
}

/** Keeps the state of a calculator that leaves the page. */
export function keepState(element, saved) {
  if (!saved) return;
  const { key } = records.get(element);
  here.delete(key);
  left.set(key, saved);
}

// Chromium does not restore form-associated elements after a reload. So states are stored while the page is hidden, until the next
// page loads. In a sandbox there is no storage.
try {
  const NAME = "takeon-reload";
  const saved = sessionStorage[NAME];
  delete sessionStorage[NAME];
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  // A visit by address is no reload.
  if (saved && navigation?.type !== "navigate") for (const [key, state] of JSON.parse(saved)) left.set(key, state);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && here.size) sessionStorage[NAME] = JSON.stringify([...here]);
  });
} catch {
  // States are lost, as in other forms.
}

const keyOf = (element, place) => JSON.stringify([address(), place, element.configSrc, element.audience]);
