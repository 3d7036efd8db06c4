/**
 * A wasm in fewer bytes, which is what a visitor waits for.
 *
 * What a panic would say is left out, and where it was (see silent.mjs). The rest is optimised twice and laid out by names, so that what is alike stands together, where compression
 * finds it. What the wasm and its glue take from one another gets short names; those of wasm-bindgen have a hash behind
 * them.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import binaryen from "binaryen";
import { isSilent } from "./silent.mjs";
import { number, opened, sections } from "./wasm.mjs";

const run = promisify(execFile);

/**
 * Shortens the wasm at `path`, which has the names of its functions. Gives its glue with the same short names, and what its
 * exports are called now.
 */
export async function shortened(path, glue) {
  await slim(path);
  const names = ["--minify-imports-and-exports-and-modules", "--strip-debug", "--strip-producers", "--strip-target-features"];
  const { stdout } = await run("wasm-opt", [...names, path, "-o", path]);
  const { imports, exports } = JSON.parse(stdout);
  const taken = new Map(imports.map(([, name, short]) => [name, short]));
  const given = new Map(exports);
  const [[from]] = imports;
  const short = glue
    .replaceAll(`"${from}": import0`, "a: import0")
    // What only a panic called is taken no more.
    .replace(/^( +)(__wb\w+)(: function[^]*?^\1\}.*\n)/gm, (_, space, name, work) =>
      taken.has(name) ? space + taken.get(name) + work : "",
    )
    .replace(/(?<=\bwasm\.)\w+/g, (name) => given.get(name) ?? name);
  return { glue: short, exports: given };
}

/**
 * Makes the wasm at `path` smaller and keeps the names of its functions: first without putting any function into
 * another, so that what is alike is found, then anew. Rust has nothing in the first kilobyte of the memory but the end
 * of a stack of a megabyte, so an address may be put together in fewer steps.
 */
export async function slim(path) {
  await writeFile(path, silenced(unplaced(unlinked(await readFile(path)))));
  const optimized = (...passes) => run("wasm-opt", ["-g", "--low-memory-unused", ...passes, path, "-o", path]);
  await optimized("-Oz", "--inline-max-combined-binary-size=0");
  await optimized("--flatten", "--rereloop", "-Oz", "-Oz", "--reorder-functions-by-name");
}

/** The wasm without what was for the linker, which nobody keeps true to what has changed since. */
function unlinked(bytes) {
  const kept = [...sections(bytes)].filter(({ id, name }) => id !== 0 || !/^(linking|reloc\..*)$/.test(name));
  return Buffer.concat([bytes.subarray(0, 8), ...kept.map(({ start, end }) => bytes.subarray(start, end))]);
}

/**
 * The wasm without the places that panics would name: each is the address of a file's name, its length, a line and a
 * column, of four bytes each.
 */
function unplaced(bytes) {
  const segments = [...data(bytes)];
  /** Where in the file a text of the memory is. */
  const found = (address, length) => {
    const home = segments.find(({ from, size }) => address >= from && address + length <= from + size);
    return home && home.at + address - home.from;
  };
  const places = [];
  for (const { from, at, size } of segments) {
    for (let place = at + (-from & 3); place + 16 <= at + size; place += 4) {
      const [address, length, line, column] = [0, 4, 8, 12].map((further) => bytes.readUInt32LE(place + further));
      const name = line > 0 && line < 1e5 && column > 0 && column < 1e4 ? found(address, length) : undefined;
      if (name !== undefined && /\.rs$/.test(bytes.toString("latin1", name, name + length))) places.push({ place, name, length });
    }
  }
  for (const { place, name, length } of places) bytes.fill(0, place, place + 16).fill(0, name, name + length);
  return bytes;
}

/** What lies in the memory from the start: `size` bytes from the address `from`, in the file at `at`. */
function* data(bytes) {
  for (const { name, body } of sections(bytes)) {
    if (name !== "data") continue;
    const reader = { bytes, at: body };
    for (let left = number(reader); left > 0; left--) {
      const [kind, constant] = [number(reader), number(reader)];
      if (kind !== 0 || constant !== 0x41) throw new Error("this wasm has data in a way that shorten.mjs cannot read");
      const from = number(reader);
      // The end of the address.
      reader.at += 1;
      const size = number(reader);
      yield { from, size, at: reader.at };
      reader.at += size;
    }
  }
}

/** The wasm, where what only tells of a panic traps at once. */
function silenced(bytes) {
  const module = opened(bytes);
  let silent = 0;
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const reference = module.getFunctionByIndex(index);
    const { name, module: from } = binaryen.getFunctionInfo(reference);
    if (from || !isSilent(name)) continue;
    binaryen.Function(reference).body = module.unreachable();
    silent += 1;
  }
  if (silent === 0) throw new Error("no panic was found in the wasm: has the compiler other names for them?");
  binaryen.setDebugInfo(true);
  const silenced = module.emitBinary();
  module.dispose();
  return silenced;
}
