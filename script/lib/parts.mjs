/**
 * A wasm in two parts: what is there from the start, and the rest, which only some exports come to. The second part takes
 * its memory, its tables and what it calls of the first from there.
 */
import binaryen from "binaryen";
import { EARLY, LATE, reached } from "./linked.mjs";
import { each, opened } from "./wasm.mjs";

/** What the second part calls the first. */
export const FIRST = "m";

/**
 * The two parts of a wasm: `[first, rest]`. `linked` is the program as it was linked, whose memory and table are laid out
 * as the wasm's are, and `late` says which exports come with the rest: their names here by how their names there begin.
 */
export function parts(wasm, linked, late) {
  const { slots, at } = reached(linked, Object.keys(late));
  const names = Object.values(late);
  const first = firstPart(wasm, names, slots, at);
  const rest = secondPart(wasm, names, slots, at, new Set(functions(first).map(({ name }) => name)));
  for (const { name, module } of functions(rest)) if (module === FIRST) first.addFunctionExport(name, name);
  return [first, rest].map((module) => {
    module.runPasses(["memory-packing"]);
    binaryen.setDebugInfo(false);
    if (!module.validate()) throw new Error("a part of the wasm is not valid");
    const bytes = module.emitBinary();
    module.dispose();
    return bytes;
  });
}

/** The wasm without what is late, and with all that the rest may need of it. */
function firstPart(wasm, names, slots, at) {
  const module = opened(wasm);
  names.forEach((name) => module.removeExport(name));
  const { from, data } = table(module);
  const isAsLinked = slots.size === data.length && data.every((_, at) => slots.has(from + at));
  if (!isAsLinked) throw new Error("the table of the wasm is not that of the program as it was linked");
  setTable(module, from, data, (_, slot) => slots.get(slot) === EARLY);
  setData(module, (address) => at(address) === EARLY);
  for (const { name } of tables(module)) module.addTableExport(name, `table${name}`);
  for (const { name } of globals(module)) module.addGlobalExport(name, name);
  module.runPasses(["remove-unused-module-elements"]);
  // One that is twice in the program may have become one.
  const stays = new Set(functions(module).map(({ name }) => name));
  setTable(module, from, data, (name) => stays.has(name));
  return module;
}

/** What is late of the wasm. `stays` has the names of the functions that the first part has. */
function secondPart(wasm, names, slots, at, stays) {
  const module = opened(wasm);
  const memory = exported(module).find(({ kind }) => kind === binaryen.ExternalMemory);
  exported(module)
    .filter(({ name }) => !names.includes(name))
    .forEach(({ name }) => module.removeExport(name));
  const { from, data } = table(module);
  setTable(module, from, data, (name, slot) => !stays.has(name) && slots.get(slot) === LATE);
  setData(module, (address) => at(address) === LATE);
  for (const { name } of tables(module)) module.addTableImport(name, FIRST, `table${name}`);
  module.addMemoryImport("0", FIRST, memory.name);
  for (const { name, type, mutable } of globals(module)) module.addGlobalImport(name, FIRST, name, type, mutable);
  for (const { name, module: from, params, results } of functions(module)) {
    if (from || !stays.has(name)) continue;
    module.removeFunction(name);
    module.addFunctionImport(name, FIRST, name, params, results);
  }
  module.runPasses(["remove-unused-module-elements"]);
  return module;
}

// ---- What is where in a module ---------------------------------------------------

const functions = (module) =>
  each(module.getNumFunctions(), (index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)));
const globals = (module) => each(module.getNumGlobals(), (index) => binaryen.getGlobalInfo(module.getGlobalByIndex(index)));
const tables = (module) => each(module.getNumTables(), (index) => binaryen.getTableInfo(module.getTableByIndex(index)));
const exported = (module) => each(module.getNumExports(), (index) => binaryen.getExportInfo(module.getExportByIndex(index)));

const segment = (module, index) => binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(index));

/** The table of functions: which slot is the first, and the names of the functions from there. */
function table(module) {
  const { data, offset } = segment(module, 0);
  const { value } = binaryen.getExpressionInfo(offset);
  if (module.getNumElementSegments() !== 1) throw new Error("this wasm fills its table in a way that parts.mjs cannot read");
  return { from: value, data };
}

/** Leaves in the table what is `wanted` of the functions `names`, whose slots begin with `from`. */
function setTable(module, from, names, wanted) {
  for (const { name } of each(module.getNumElementSegments(), (index) => segment(module, index)))
    module.removeElementSegment(name);
  for (const [start, end] of runs(names.length, (at) => wanted(names[at], from + at))) {
    module.addActiveElementSegment("0", `at${start}`, names.slice(start, end), module.i32.const(from + start));
  }
}

/** Leaves in the memory what is `wanted` of it. */
function setData(module, wanted) {
  const segments = each(module.getNumDataSegments(), (index) => module.getDataSegmentInfo(module.getDataSegmentByIndex(index)));
  const { initial, max } = module.getMemoryInfo();
  const left = segments.flatMap(({ offset, data }) => {
    const bytes = new Uint8Array(data);
    return runs(bytes.length, (at) => wanted(offset + at)).map(([start, end]) => ({
      offset: module.i32.const(offset + start),
      data: bytes.slice(start, end),
      passive: false,
    }));
  });
  module.setMemory(initial, max ?? -1, null, left);
}

/** Where `wanted` holds, of so many: `[start, end]` of each run. */
function runs(length, wanted) {
  const found = [];
  for (let at = 0; at < length; at++) {
    if (!wanted(at)) continue;
    const last = found.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}
