/**
 * DOM operations that tolerate translators and extensions, which replace text nodes by elements of their own. Yew's operations are
 * then applied to the replacements. glue.mjs calls these in place of the DOM's own.
 * Other frameworks crash: https://github.com/facebook/react/issues/11538
 */

/** Replacements of nodes that were removed by others. */
const successors = new WeakMap();
/** Nodes that were inserted by Yew. */
const ours = new WeakSet();
let watcher;

/** Observes a frame from now on. */
export function watch(frame) {
  watcher ??= new MutationObserver(noted);
  watcher.observe(frame, { childList: true, subtree: true });
}

function noted(records) {
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    const foreign = [...addedNodes, previousSibling, nextSibling].find((node) => node && !ours.has(node));
    if (foreign) removedNodes.forEach((node) => successors.set(node, foreign));
  }
}

/** Returns the child of `parent` in place of a node: itself, its wrapper, or its replacement; else null. */
function standing(parent, node) {
  if (!node || node.parentNode === parent) return node;
  noted(watcher?.takeRecords() ?? []);
  // A cycle must not be followed for ever.
  for (let steps = 0; node && steps < 50; steps += 1) {
    node = node.parentNode ?? successors.get(node);
    if (node?.parentNode === parent) return node;
  }
  return null;
}

export function insert(parent, node, before) {
  ours.add(node);
  return parent.insertBefore(node, standing(parent, before));
}

export function remove(parent, node) {
  const found = standing(parent, node);
  const isAround = found?.contains(node);
  node.remove();
  // Its replacement is removed with it; so is its wrapper, unless there is more in it.
  if (!isAround || !found.textContent) found?.remove();
  return node;
}

export function write(node, text) {
  if (!node.parentNode) {
    noted(watcher?.takeRecords() ?? []);
    let found = successors.get(node);
    for (let steps = 0; found && !found.parentNode && steps < 50; steps += 1) found = successors.get(found);
    // Outdated numbers must not stay: the translator will translate again.
    if (found?.parentNode) found.replaceWith(node);
  }
  node.nodeValue = text;
}
