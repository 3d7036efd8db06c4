/**
 * A wasm in fewer bytes, which is what a visitor waits for.
 *
 * What a panic would say is left out: it traps and says nothing, and the shell goes on as after any crash. The rest is
 * optimised twice and laid out by names, so that what is alike stands together, where compression finds it. What the
 * wasm and its glue take from one another gets short names; those of wasm-bindgen have a hash behind them.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import binaryen from "binaryen";

/** What only tells of a panic and never comes back, in core, alloc and std, and the hook that Yew sets. */
const PANICS = [
  "core::panicking",
  "core::cell::panic_already",
  "core::option::expect_failed",
  "core::option::unwrap_failed",
  "core::result::unwrap_failed",
  "core::slice::copy_from_slice_impl::len_mismatch_fail",
  "core::slice::index::slice_index_fail",
  "core::str::slice_error_fail",
  "alloc::raw_vec::capacity_overflow",
  "alloc::raw_vec::handle_error",
  "std::panicking::panic_with_hook",
  "console_error_panic_hook::hook",
];
/** What the oldest browsers that we write for can do, of what a wasm may need. */
const FEATURES = ["BulkMemory", "BulkMemoryOpt", "CallIndirectOverlong", "Multivalue", "MutableGlobals"]
  .concat(["NontrappingFPToInt", "ReferenceTypes", "SignExt"])
  .reduce((all, name) => all | binaryen.Features[name], 0);

const run = promisify(execFile);

/** Shortens the wasm at `path`, which has the names of its functions, and gives its glue with the same short names. */
export async function shortened(path, glue) {
  await slim(path);
  const names = ["--minify-imports-and-exports-and-modules", "--strip-debug", "--strip-producers", "--strip-target-features"];
  const { stdout } = await run("wasm-opt", [...names, path, "-o", path]);
  const { imports, exports } = JSON.parse(stdout);
  const taken = new Map(imports.map(([, name, short]) => [name, short]));
  const given = new Map(exports);
  const [[from]] = imports;
  return (
    glue
      .replaceAll(`"${from}": import0`, "a: import0")
      // What only a panic called is taken no more.
      .replace(/^( +)(__wb\w+)(: function[^]*?^\1\}.*\n)/gm, (_, space, name, work) =>
        taken.has(name) ? space + taken.get(name) + work : "",
      )
      .replace(/(?<=\bwasm\.)\w+/g, (name) => given.get(name) ?? name)
  );
}

/** Makes the wasm at `path` smaller and keeps the names of its functions. */
export async function slim(path) {
  await writeFile(path, silenced(await readFile(path)));
  await run("wasm-opt", ["-g", "-Oz", path, "-o", path]);
  await run("wasm-opt", ["-g", "--flatten", "--rereloop", "-Oz", "-Oz", "--reorder-functions-by-name", path, "-o", path]);
}

/** The wasm, whose panics trap at once. */
function silenced(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  let silent = 0;
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const reference = module.getFunctionByIndex(index);
    const { name, module: from } = binaryen.getFunctionInfo(reference);
    if (from || !isPanic(name)) continue;
    binaryen.Function(reference).body = module.unreachable();
    silent += 1;
  }
  if (silent === 0) throw new Error("no panic was found in the wasm: has the compiler other names for them?");
  binaryen.setDebugInfo(true);
  const silenced = module.emitBinary();
  module.dispose();
  return silenced;
}

/** Whether a function tells of a panic: its name is a path, or as the compiler has mangled it, `4core9panicking…`. */
function isPanic(name) {
  const path = name.replace(/\[[0-9a-f]{16}\]/g, "");
  const mangled = (words) =>
    words
      .split("::")
      .map((word) => word.length + word)
      .join("");
  return PANICS.some((panic) => path.startsWith(panic) || name.includes(mangled(panic)));
}
