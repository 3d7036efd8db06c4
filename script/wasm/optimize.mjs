/** Optimisation of a wasm for size. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { without } from "./binary.mjs";
import { immediateAbort } from "./panics.mjs";

const wasmOpt = fileURLToPath(new URL("../../node_modules/.bin/wasm-opt", import.meta.url));
const run = (...options) => promisify(execFile)(wasmOpt, options);

/**
 * Optimises the wasm at `path`. Its functions must have names, and keep them.
 *
 * The first pass does not inline, so that identical functions are merged. Ordering functions by name puts similar code together, which
 * compresses better. `--low-memory-unused` folds small offsets into addresses; Rust's stack ends in the first kilobyte of memory, so no
 * data is there.
 */
export async function optimize(path) {
  // Optimisations invalidate the linker's notes.
  const unlinked = without(await readFile(path), ({ id, name }) => id === 0 && /^(linking|reloc\..*)$/.test(name));
  await writeFile(path, immediateAbort(unlinked));
  const optimized = (...passes) => run("-g", "--low-memory-unused", ...passes, path, "-o", path);
  await optimized("-Oz", "--inline-max-combined-binary-size=0");
  await optimized("--flatten", "--rereloop", "-Oz", "-Oz", "--reorder-functions-by-name");
}

/**
 * Shortens the names of imports and exports between the wasm at `path` and its glue, because those of wasm-bindgen have a hash. Returns
 * the glue with the short names and without unused imports, and the short names of the exports.
 */
export async function minifyNames(path, glue) {
  const passes = ["--minify-imports-and-exports-and-modules", "--strip-debug", "--strip-producers", "--strip-target-features"];
  const { stdout } = await run(...passes, path, "-o", path);
  const { imports, exports } = JSON.parse(stdout);
  const shortImports = new Map(imports.map(([, name, short]) => [name, short]));
  const shortExports = new Map(exports);
  const [[from]] = imports;
  const short = glue
    .replaceAll(`"${from}": import0`, "a: import0")
    .replace(/^( +)(__wb\w+)(: function[^]*?^\1\}.*\n)/gm, (_, space, name, body) =>
      shortImports.has(name) ? space + shortImports.get(name) + body : "",
    )
    .replace(/(?<=\bwasm\.)\w+/g, (name) => shortExports.get(name) ?? name);
  return { glue: short, exports: shortExports };
}
