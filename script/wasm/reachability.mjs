/** Reachability: the first part of a program that needs a function or data. */
import { callGraph } from "./callgraph.mjs";
import { hasPath } from "./names.mjs";

/** Number of the part that is loaded first. Deferred parts have 1, 2, … */
export const PRIMARY = 0;
/** Number for code and data that no part reaches. */
export const DEAD = Infinity;

/**
 * Finds the first part that needs each item of a linked program: each slot of the table, as `slots`; the byte at an address, as
 * `at`; and, as `firstNeed`, a function by its path, with the names on a way to it from an export. `texts` are the data of each
 * part, read as texts.
 *
 * `deferred` has the roots of each deferred part, in loading order: exports, by prefix of their names. All other exports are roots
 * of the primary part. A part may use everything in those before it.
 */
export function reachability(linked, deferred = []) {
  const { functions, data, exports, elements } = callGraph(linked);
  const partOfExport = ({ name }) => deferred.findIndex((roots) => roots.some((root) => name.startsWith(root))) + 1;
  /** Part of each node, and the node that reached it. */
  const reached = new Map();
  for (let part = PRIMARY; part <= deferred.length; part++) {
    const roots = exports.filter((given) => partOfExport(given) === part);
    if (roots.length === 0)
      throw new Error(`the program has no export of part ${part}: ${deferred[part - 1] ?? "all are deferred"}`);
    for (const { index } of roots) reach(functions[index], part, reached);
  }
  const partOf = (node) => reached.get(node)?.part ?? DEAD;
  // Data may overlap: its bytes belong to the earliest part. Bytes without a symbol stay in the primary part.
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
 * Records the part of all nodes reached from a root and from no earlier part. Edges out of panics are ignored, because they trap
 * (see panics.mjs), and so are the source locations that they would report.
 */
function reach(root, part, reached) {
  const queue = [[root, undefined]];
  for (const [node, by] of queue) {
    if (reached.has(node) || node.isLocation) continue;
    reached.set(node, { part, by });
    if (!node.isPanic) for (const next of node.references) queue.push([next, node]);
  }
}

/** Returns the names of the nodes from an export to this one. */
function way(node, reached) {
  const names = [];
  for (let next = node; next; next = reached.get(next)?.by) names.unshift(next.names?.[0] ?? "data");
  return names;
}
