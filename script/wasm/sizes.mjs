/** Sizes of the sections and functions of a wasm. */
import { number, sections, text } from "./binary.mjs";

/** Returns the functions of a module, each with its size, and the sizes of its sections except that of names. */
export function sizes(bytes) {
  const names = new Map();
  const bodies = [];
  const bySection = {};
  let imported = 0;
  for (const { name, start, body, end } of sections(bytes)) {
    const reader = { bytes, at: body };
    if (name !== "name") bySection[name] = (bySection[name] ?? 0) + end - start;
    if (name === "import") imported = importedFunctions(reader);
    if (name === "code") {
      for (let left = number(reader); left > 0; left--) {
        const size = number(reader);
        bodies.push(size);
        reader.at += size;
      }
    }
    while (name === "name" && reader.at < end) {
      const kind = bytes[reader.at++];
      const after = number(reader) + reader.at;
      // 1: function names.
      for (let left = kind === 1 ? number(reader) : 0; left > 0; left--) names.set(number(reader), text(reader));
      reader.at = after;
    }
  }
  const functions = bodies.map((size, index) => {
    const name = readable(names.get(imported + index) ?? "(no name)");
    return { name, path: path(name), size };
  });
  return { functions, sections: bySection };
}

function importedFunctions(reader) {
  let functions = 0;
  for (let left = number(reader); left > 0; left--) {
    text(reader);
    text(reader);
    const kind = reader.bytes[reader.at++];
    if (kind !== 0) throw new Error("this module imports more than functions, which sizes.mjs cannot read");
    functions++;
    number(reader);
  }
  return functions;
}

/** Returns a name without hashes. The engine, a crate of ours, counts as a module. */
function readable(name) {
  const plain = name.replace(/\[[0-9a-f]{16}\]/g, "").replace(/::h[0-9a-f]{16}(?=\W|$)/g, "");
  return plain.replace(/\btakeon_engine(?=::)/g, "takeon::engine");
}

/** Returns crate and modules of a name: for a method those of its type, or of the trait if the type is foreign. */
function path(name) {
  const paths = name.match(/[a-z_]\w*(::[\w{}]+)+/g) ?? [];
  // Wrappers by wasm-bindgen of our exports, with everything inlined into them.
  if (/ multivalue shim$/.test(name)) return ["takeon", "host", "exports"];
  const first = paths.find((path) => !path.startsWith("_::"));
  if (!first) return ["(no crate)"];
  const steps = first.split("::");
  // Modules are in lower case. A type or the function itself follows them.
  const last = steps.findIndex((step) => !/^[a-z]\w*$/.test(step));
  return last < 0 ? (steps.length > 1 ? steps.slice(0, -1) : steps) : steps.slice(0, Math.max(last, 1));
}
