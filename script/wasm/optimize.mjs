/** Optimiser: the same wasm in fewer bytes, which is what a visitor waits for. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { without } from "./binary.mjs";
import { immediateAbort } from "./panics.mjs";

const wasmOpt = fileURLToPath(new URL("../../node_modules/.bin/wasm-opt", import.meta.url));
const run = (...options) => promisify(execFile)(wasmOpt, options);

/**
 * Optimises the wasm at `path`, which has the names of its functions, and keeps those: first without inlining, so that
 * identical functions are found and merged, then with it. Functions are laid out by their names, so that similar code is
 * near to one another, where compression finds it. Rust has nothing in the first kilobyte of the memory but the end of a
 * stack of a megabyte, so an address may be put together in fewer steps.
 */
export async function optimize(path) {
  // Nobody keeps the linker's notes true to what is changed from here.
  const unlinked = without(await readFile(path), ({ id, name }) => id === 0 && /^(linking|reloc\..*)$/.test(name));
  await writeFile(path, immediateAbort(unlinked));
  const optimized = (...passes) => run("-g", "--low-memory-unused", ...passes, path, "-o", path);
  await optimized("-Oz", "--inline-max-combined-binary-size=0");
  await optimized("--flatten", "--rereloop", "-Oz", "-Oz", "--reorder-functions-by-name");
}

/**
 * Gives short names to what the wasm at `path` and its glue import from one another: those of wasm-bindgen have a hash behind
 * them. Returns the glue with the same names, without the imports that are gone, and `exports`, the new names of the exports.
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
