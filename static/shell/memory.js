/**
 * What visitors typed, where a page goes and comes back: the browser keeps it as the state of a form's field over Back and a
 * reload, and this script where one document swaps its pages.
 */

/** What is saved of a calculator that nobody has typed into. */
export const NOTHING = '{"takeon":1,"brief":{}}';

/** What calculators held that have left the page, by address and place. */
const left = new Map();

/** What is known of an element: its place among the calculators, its key in `left`, and its internals. */
const known = new WeakMap();

/** The path of the page, as src/config/saved.rs writes it too: `/ask/`, `/ask` and `/ask/index.html` are one. */
export const path = () => location.pathname.replace(/index\.html$/, "").replace(/\/[^/.]+$/, "$&/");

/** The address, with the link of a brief in it, and without what is only a place in the page. */
const address = () => path() + location.search + (/[#&?](takeon([=-]|%3d)[^&]*)/i.exec(location.hash)?.[1] ?? "");

/**
 * What a new calculator at this place begins with: its `own`, or what an equal one held here when it left. It is that one's no
 * longer. Nobody who is still there gives anything away, so a copy begins anew.
 */
export function recalled(element, place, own) {
  const key = keyOf(element, place);
  const saved = own ?? left.get(key);
  left.delete(key);
  known.set(element, { ...known.get(element), place });
  if (saved) note(element, saved);
  return saved;
}

/** Notes what a calculator holds: for this address, and as the field of a form. */
export function note(element, saved) {
  const it = known.get(element);
  it.key = keyOf(element, it.place);
  // Only Safari before 16.4 has no forms with such elements.
  it.internals ??= element.attachInternals?.();
  it.internals?.setFormValue?.(JSON.stringify(JSON.parse(saved).brief), saved);
}

/** Keeps what a calculator held that leaves the page. */
export function leave(element, saved) {
  if (saved) left.set(known.get(element).key, saved);
}

const keyOf = (element, place) => JSON.stringify([address(), place, element.configSrc, element.audience]);
