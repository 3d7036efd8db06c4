/** Reachability: which part of a program is the first to need a function or data. */
import { callGraph } from "./callgraph.mjs";
import { hasPath } from "./names.mjs";

/** The part that is there from the start. Those that are loaded later are 1, 2, … */
export const PRIMARY = 0;
/** Needed by no part. */
export const DEAD = Infinity;

/**
 * Finds the first part that needs what is in a linked program: that of each slot of the table, as `slots`; of the byte `at` an
 * address; and, as `firstNeed`, that of a function by its path, with the names on a way to it from an export. `texts` are data,
each read as a text, by part.
 *
 * `deferred` has the roots of each later part, in the order in which they are loaded: exports, by how their names begin.
 * All other exports are roots of the primary part. A part may use all that is in those before it.
 */
export function reachability(linked, deferred = []) {
  const { functions, data, exports, elements } = callGraph(linked);
  const partOfExport = ({ name }) => deferred.findIndex((roots) => roots.some((root) => name.startsWith(root))) + 1;
  /** The part of each node, and the node by which it is reached. */
  const reached = new Map();
  for (let part = PRIMARY; part <= deferred.length; part++) {
    const roots = exports.filter((given) => partOfExport(given) === part);
    if (roots.length === 0)
      throw new Error(`the program has no export of part ${part}: ${deferred[part - 1] ?? "all are deferred"}`);
    for (const { index } of roots) reach(functions[index], part, reached);
  }
  const partOf = (node) => reached.get(node)?.part ?? DEAD;
  // Data may overlap: its bytes go where they are needed first. Bytes without a symbol may be anybody's.
  const bytes = new Map();
  for (const node of data) {
    for (let at = node.from; at < node.to; at++) bytes.set(at, Math.min(bytes.get(at) ?? DEAD, partOf(node)));
  }
  return {
    slots: new Map(elements.map(([slot, index]) => [slot, partOf(functions[index])])),
    at: (address) => bytes.get(address) ?? PRIMARY,
    texts: [undefined, ...deferred].map((_, part) =>
      data.filter((node) => partOf(node) === part).map(({ content }) => String(content)),
    ),
    firstNeed: (path) => {
      const [first] = functions
        .filter(({ names }) => names.some((name) => hasPath(name, path)))
        .sort((a, b) => partOf(a) - partOf(b));
      return first && { part: partOf(first), way: way(first, reached) };
    },
  };
}

/**
 * Notes the part of all that a root reaches and no part before it. A panic traps (see panics.mjs): it needs nothing of what it
 * refers to, and the places that it would name are never looked up.
 */
function reach(root, part, reached) {
  const queue = [[root, undefined]];
  for (const [node, by] of queue) {
    if (reached.has(node) || node.isLocation) continue;
    reached.set(node, { part, by });
    if (!node.isPanic) for (const next of node.references) queue.push([next, node]);
  }
}

/** Names of the nodes from an export to this one. */
function way(node, reached) {
  const names = [];
  for (let next = node; next; next = reached.get(next)?.by) names.unshift(next.names?.[0] ?? "data");
  return names;
}
