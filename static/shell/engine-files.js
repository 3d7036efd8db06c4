/**
 * The files of the engine for scripts, from beside the script. The npm package has another file in the place of this one:
 * see script/pack.mjs.
 */
import { BUILD, beside } from "./build.js";
import { bare } from "./fetching.js";
import { source } from "./source.js";

/** Exports of run.js. */
export const lazy = () => import(bare(beside(BUILD.glue)));

/** Returns the wasm. */
export const wasm = () => source(BUILD.wasm);
