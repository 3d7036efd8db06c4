/** Focus management: when the focused element is removed, the focus moves to the next element in the calculator. */

const HEADING = "h1, h2, h3, h4";
const FOCUSABLE = "button, input, select, textarea, a[href], summary";

// Safari before 17.4 has no `checkVisibility`.
const isThere = (node) => node.isConnected && (node.checkVisibility?.() ?? node.getClientRects().length > 0);

/** Keeps the focus in a frame when the focused element is removed, until the signal aborts. */
export function keepFocus(frame, signal) {
  /** Focused element and its ancestors up to the frame, each with its index among its siblings. */
  let trail = [];

  const record = ({ target }) => {
    trail = [];
    for (let node = target; node !== frame; node = node.parentNode) {
      trail.push({ node, parent: node.parentNode, index: [...node.parentNode.children].indexOf(node) });
    }
  };
  const forget = ({ target }) => {
    // If the element still exists, the focus has moved elsewhere.
    setTimeout(() => {
      if (trail[0]?.node === target && isThere(target)) trail = [];
    });
  };
  const moveOn = () => {
    if (!trail.length || isThere(trail[0].node)) return;
    const lost = trail;
    trail = [];
    const active = document.activeElement;
    if (active && active !== document.body) return;
    for (const { parent, index } of lost) {
      if (!isThere(parent)) continue;
      const { children } = parent;
      const next = [children[index], children[index - 1]].map((place) => place && target(place)).find(Boolean) ?? heading(parent);
      if (!next) continue;
      if (!next.matches(FOCUSABLE)) next.tabIndex = -1;
      return next.focus();
    }
  };
  const watcher = new MutationObserver(() => trail.length && requestAnimationFrame(moveOn));
  watcher.observe(frame, { childList: true, subtree: true, attributeFilter: ["class", "hidden"] });
  signal.addEventListener("abort", () => watcher.disconnect());
  frame.addEventListener("focusin", record, { signal });
  frame.addEventListener("focusout", forget, { signal });
}

const heading = (around) => [...around.querySelectorAll(HEADING)].find(isThere);

/** Returns the element to focus at a place: itself, its heading, or the first focusable element in it. */
function target(place) {
  if (!isThere(place)) return undefined;
  return place.matches(FOCUSABLE) ? place : (heading(place) ?? [...place.querySelectorAll(FOCUSABLE)].find(isThere));
}
