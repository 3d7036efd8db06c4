/** Optimiser of a wasm's size. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { without } from "./binary.mjs";
import { immediateAbort } from "./panics.mjs";

const wasmOpt = fileURLToPath(new URL("../../node_modules/.bin/wasm-opt", import.meta.url));
const run = (...options) => promisify(execFile)(wasmOpt, options);

/**
 * Optimises the wasm at `path`, which has the names of its functions, and keeps those: first without inlining, so that identical
 * functions are merged, then with it. Functions are laid out by name, so that similar code is close together and compresses well.
 * Rust's first kilobyte of memory only has the end of a stack of a megabyte, so small constant offsets may be folded into
 * addresses.
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
 * Gives short names to imports between the wasm at `path` and its glue: those of wasm-bindgen have a hash. Returns the glue with
 * the same names, without unused imports, and `exports`, the new names of the exports.
 */
export async function minifyNames(path, glue) {
  const passes = ["--minify-imports-and-exports-and-modules", "--strip-debug", "--strip-producers", "--strip-target-features"];
  const { stdout } = await run(...passes, path, "-o", path);
  const { imports, exports } = JSON.parse(stdout);
  const taken = new Map(imports.map(([, name, short]) => [name, short]));
  const given = new Map(exports);
  const [[from]] = imports;
  const short = glue
    .replaceAll(`"${from}": import0`, "a: import0")
    .replace(/^( +)(__wb\w+)(: function[^]*?^\1\}.*\n)/gm, (_, space, name, work) =>
      taken.has(name) ? space + taken.get(name) + work : "",
    )
    .replace(/(?<=\bwasm\.)\w+/g, (name) => given.get(name) ?? name);
  return { glue: short, exports: given };
}
