/**
 * Splitter of a wasm into a primary part and deferred parts.
 *
 * It works on the output of wasm-bindgen and wasm-opt: functions may have been merged, inlined and renumbered, but table and memory
 * still have the linker's layout.
 */
import binaryen from "binaryen";
import { dataOf, elementsOf, emitted, exportsOf, functionsOf, globalsOf, opened, tablesOf } from "./modules.mjs";
import { DEAD, reachability } from "./reachability.mjs";

/** Module from which a deferred part imports: memory, tables, globals, and the functions of earlier parts. */
export const SHARED = "m";

/**
 * Cuts a wasm into its parts, the primary one first, and drops unreachable data.
 *
 * `linked` is the program that it was made from, with the linker's relocations. `deferred` describes the deferred parts, in loading
 * order: `roots` has their exports, by prefix of their names in the linked program, with their names in the wasm; `owns` the paths
 * of functions that no earlier part may reach, a sample of those that make the part worth its own file.
 */
export function split(wasm, linked, deferred = []) {
  const { slots, at, firstNeed } = reachability(
    linked,
    deferred.map(({ roots }) => Object.keys(roots)),
  );
  deferred.forEach(({ owns = [] }, index) => owns.forEach((path) => checkOwner(path, index + 1, firstNeed(path))));

  const exports = deferred.map(({ roots }) => Object.values(roots));
  checkExports(wasm, exports.flat());
  /** Part of each function, by name. */
  const owners = new Map();
  const modules = [undefined, ...exports].map((names, number) => {
    const module = opened(wasm);
    const { first, functions } = table(module);
    if (slots.size !== functions.length || functions.some((_, index) => !slots.has(first + index))) {
      throw new Error("the table of the wasm is not that of the linked program");
    }
    const partOf = (index) => slots.get(first + index);
    setTable(module, first, functions, (name, index) => partOf(index) === number && !owners.has(name));
    setData(module, (address) => at(address) === number);
    if (names) importShared(module, names, owners);
    else exportShared(module, exports.flat());
    module.runPasses(["remove-unused-module-elements"]);
    for (const { name, module: from } of functionsOf(module)) if (from !== SHARED && !owners.has(name)) owners.set(name, number);
    // Identical functions may have been merged, and then be in the table for a deferred part too.
    setTable(module, first, functions, (name, index) => partOf(index) !== DEAD && owners.get(name) === number);
    return module;
  });
  const shared = modules.flatMap((module) => functionsOf(module).filter(({ module: from }) => from === SHARED));
  for (const name of new Set(shared.map(({ name }) => name))) modules[owners.get(name)].addFunctionExport(name, name);
  return modules.map((module) => {
    module.runPasses(["memory-packing"]);
    return emitted(module, false);
  });
}

/** Throws if an earlier part reaches a function that this part should own, or if the function does not exist. */
function checkOwner(path, number, found) {
  if (!found) throw new Error(`the program has no function "${path}", which part ${number} is said to own`);
  if (found.part === number) return;
  const way = found.way.map((name) => `\n  ${name}`).join("");
  throw new Error(`part ${number} is to own "${path}", but part ${found.part} has it, by way of${way}`);
}

/** Throws unless a wasm exports all of these. */
function checkExports(wasm, names) {
  const module = opened(wasm);
  const exported = exportsOf(module).map(({ name }) => name);
  module.dispose();
  for (const name of names) if (!exported.includes(name)) throw new Error(`the wasm has no export "${name}"`);
}

/** Makes a module the primary part: without the exports of deferred parts, and with the functions that they import. */
function exportShared(module, later) {
  if (later.length === 0) return;
  for (const name of later) module.removeExport(name);
  for (const { name } of tablesOf(module)) module.addTableExport(name, `table${name}`);
  for (const { name } of globalsOf(module)) module.addGlobalExport(name, name);
}

/** Makes a module a deferred part with these exports alone, which imports everything in earlier parts. */
function importShared(module, exports, owners) {
  const memory = exportsOf(module).find(({ kind }) => kind === binaryen.ExternalMemory);
  for (const { name } of exportsOf(module)) if (!exports.includes(name)) module.removeExport(name);
  for (const { name } of tablesOf(module)) module.addTableImport(name, SHARED, `table${name}`);
  module.addMemoryImport("0", SHARED, memory.name);
  for (const { name, type, mutable } of globalsOf(module)) module.addGlobalImport(name, SHARED, name, type, mutable);
  for (const { name, module: from, params, results } of functionsOf(module)) {
    if (from || !owners.has(name)) continue;
    module.removeFunction(name);
    module.addFunctionImport(name, SHARED, name, params, results);
  }
}

/** Returns the table of functions: its first slot, and the names of the functions from there. */
function table(module) {
  const segments = elementsOf(module);
  if (segments.length !== 1) throw new Error("this wasm fills its table in a way that split.mjs cannot read");
  const [{ data, offset }] = segments;
  return { first: binaryen.getExpressionInfo(offset).value, functions: data };
}

/** Keeps in the table only the wanted ones of `functions`, whose slots begin at `first`. */
function setTable(module, first, functions, isWanted) {
  for (const { name } of elementsOf(module)) module.removeElementSegment(name);
  for (const [start, end] of runs(functions.length, (index) => isWanted(functions[index], index))) {
    module.addActiveElementSegment("0", `at${start}`, functions.slice(start, end), module.i32.const(first + start));
  }
}

/** Keeps in the memory only the bytes at wanted addresses. */
function setData(module, isWanted) {
  const { initial, max } = module.getMemoryInfo();
  const left = dataOf(module).flatMap(({ offset, data }) => {
    const bytes = new Uint8Array(data);
    return runs(bytes.length, (at) => isWanted(offset + at)).map(([start, end]) => ({
      offset: module.i32.const(offset + start),
      data: bytes.slice(start, end),
      passive: false,
    }));
  });
  module.setMemory(initial, max ?? -1, null, left);
}

/** Returns the runs of wanted indices below `length`: `[start, end]` each. */
function runs(length, isWanted) {
  const found = [];
  for (let index = 0; index < length; index++) {
    if (!isWanted(index)) continue;
    const last = found.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}
