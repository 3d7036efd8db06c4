/**
 * The files of the reader for scripts, from beside the script. The npm package has another file in the place of this one:
 * see script/pack.mjs.
 */
import { BUILD, beside } from "./build.js";
import { bare } from "./fetching.js";
import { source } from "./source.js";

/** Exports of run.js. */
export const lazy = () => import(bare(beside(BUILD.glue)));

/** Returns the wasm. */
export const wasm = () => source(BUILD.wasm);

/** Fetches the text of a language's list in a folder. */
export const list = async (folder, tag) => (await source(`./${folder}/${tag}.json?${BUILD.reads}`)).text();
