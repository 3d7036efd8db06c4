/**
 * DOM operations that tolerate translators and extensions, which replace text nodes by their own elements. Yew's operations are then
 * applied to the replacements: script/wasm/glue.mjs makes Yew call these functions. Without them it would crash, as React does:
 * https://github.com/facebook/react/issues/11538
 */

/** Replacements of nodes that were removed by others. */
const successors = new WeakMap();
/** Nodes that were inserted by Yew. */
const ours = new WeakSet();
let watcher;

/** Observes a frame from now on. */
export function watch(frame) {
  watcher ??= new MutationObserver(recordReplacements);
  watcher.observe(frame, { childList: true, subtree: true });
}

function recordReplacements(records) {
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    const foreign = [...addedNodes, previousSibling, nextSibling].find((node) => node && !ours.has(node));
    if (foreign) removedNodes.forEach((node) => successors.set(node, foreign));
  }
}

/** Returns the child of `parent` in place of a node: itself, its wrapper, or its replacement; else null. */
function counterpart(parent, node) {
  if (!node || node.parentNode === parent) return node;
  recordReplacements(watcher?.takeRecords() ?? []);
  // The limit ends cycles.
  for (let steps = 0; node && steps < 50; steps += 1) {
    node = node.parentNode ?? successors.get(node);
    if (node?.parentNode === parent) return node;
  }
  return null;
}

export function insert(parent, node, before) {
  ours.add(node);
  return parent.insertBefore(node, counterpart(parent, before));
}

export function remove(parent, node) {
  const found = counterpart(parent, node);
  const isAround = found?.contains(node);
  node.remove();
  // A replacement is removed too, and so is a wrapper, unless it has other content.
  if (!isAround || !found.textContent) found?.remove();
  return node;
}

export function write(node, text) {
  if (!node.parentNode) {
    recordReplacements(watcher?.takeRecords() ?? []);
    let found = successors.get(node);
    for (let steps = 0; found && !found.parentNode && steps < 50; steps += 1) found = successors.get(found);
    // Outdated numbers must not stay. The translator will translate again.
    if (found?.parentNode) found.replaceWith(node);
  }
  node.nodeValue = text;
}
