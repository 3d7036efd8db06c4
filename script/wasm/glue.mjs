/** Transformation of wasm-bindgen's glue. */
import { SHARED } from "./split.mjs";

/** Replacements of DOM calls by tree.js of the shell, which allows for changes by others, such as translators and extensions. */
const TREE = [
  [/\barg0\.(insert)Before\(arg1, arg2\)/, "tree.$1(arg0, arg1, arg2)"],
  [/\barg0\.(remove)Child\(arg1\)/, "tree.$1(arg0, arg1)"],
  [/\barg0\.nodeValue = (.*);/, "tree.write(arg0, $1);"],
];

/**
 * Returns the glue as a module whose `create` makes an instance of it. The original has a single instance, so it can neither recover
 * from a crash nor load deferred parts.
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
  return `/** Returns the exports of Rust. \`guard\` wraps the exports of a wasm, and \`tree\` changes the DOM for Yew. */
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
