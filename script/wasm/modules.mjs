/** Modules in binaryen, with lists of their contents. */
import binaryen from "binaryen";
import { each } from "./binary.mjs";

/** Features of the oldest supported browsers that a wasm may need. */
const FEATURES = ["BulkMemory", "BulkMemoryOpt", "CallIndirectOverlong", "Multivalue", "MutableGlobals"]
  .concat(["NontrappingFPToInt", "ReferenceTypes", "SignExt"])
  .reduce((all, name) => all | binaryen.Features[name], 0);

/** Opens a module. The caller disposes of it, as {@link emitted} does. */
export function opened(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  return module;
}

/** Returns the bytes of a module, with the names of its functions if `names`, and disposes of it. */
export function emitted(module, names) {
  if (!module.validate()) throw new Error("the changed module is invalid");
  binaryen.setDebugInfo(names);
  const bytes = Buffer.from(module.emitBinary());
  module.dispose();
  return bytes;
}

export const functionsOf = (module) =>
  each(module.getNumFunctions(), (index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)));
export const globalsOf = (module) =>
  each(module.getNumGlobals(), (index) => binaryen.getGlobalInfo(module.getGlobalByIndex(index)));
export const tablesOf = (module) => each(module.getNumTables(), (index) => binaryen.getTableInfo(module.getTableByIndex(index)));
export const exportsOf = (module) =>
  each(module.getNumExports(), (index) => binaryen.getExportInfo(module.getExportByIndex(index)));
export const elementsOf = (module) =>
  each(module.getNumElementSegments(), (index) => binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(index)));
export const dataOf = (module) =>
  each(module.getNumDataSegments(), (index) => module.getDataSegmentInfo(module.getDataSegmentByIndex(index)));
