/** Transformation of wasm-bindgen's glue. */
import { SHARED } from "./split.mjs";

/** Replacements of DOM calls by tree.js of the shell, because the tree may have been changed by others. */
const TREE = [
  [/\barg0\.(insert)Before\(arg1, arg2\)/, "tree.$1(arg0, arg1, arg2)"],
  [/\barg0\.(remove)Child\(arg1\)/, "tree.$1(arg0, arg1)"],
  [/\barg0\.nodeValue = (.*);/, "tree.write(arg0, $1);"],
];

/**
 * Returns the glue as a module whose `create` makes an instance of it. The original has a single memory for ever, so it could
 * neither recover from a crash nor load deferred parts.
 */
export function instantiable(glue) {
  const loading = /async function __wbg_load[^]*$/;
  const exported = [...glue.matchAll(/^export (?:class|function) (\w+)/gm)].map(([, name]) => name);
  const entering = "wasm = instance.exports;";
  if (!loading.test(glue) || !glue.includes(entering) || exported.length === 0 || /^import /m.test(glue)) {
    throw new Error("the glue does not look like that of wasm-bindgen 0.2.129");
  }
  const guarded = TREE.reduce((glue, [call, instead]) => glue.replace(call, instead), glue);
  const body = guarded
    .replace(loading, "")
    .replace(entering, "shared = instance.exports; wasm = guard(shared);")
    .replace(/^export (?=class|function)/gm, "");
  return `/** Exports of Rust. \`guard\` gets the exports of a wasm, and gives what is called instead; \`tree\` changes that of Yew. */
export function create(guard, tree) {
let shared;
${body}
  const begin = async (module) => {
    __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
  };
  const join = async (module) => {
    const { exports } = await WebAssembly.instantiate(module, { ...__wbg_get_imports(), ${SHARED}: shared });
    shared = { ...shared, ...exports };
    wasm = { ...wasm, ...guard(exports) };
  };
  return { begin, join, ${exported.join(", ")} };
}
`;
}
