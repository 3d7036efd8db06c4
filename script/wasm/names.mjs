/** Mangled names of functions. */

/** Returns true if a name is in a path: `a::b` or, mangled, `1a1b`. */
export function hasPath(name, path) {
  return name.replace(/\[[0-9a-f]{16}\]/g, "").startsWith(path) || name.includes(mangled(path));
}

function mangled(path) {
  const words = path.split("::");
  return words.map((word) => word.length + word).join("");
}
