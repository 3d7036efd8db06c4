/**
 * Files of the reader for scripts, from the folder of the script. The npm package has another module in place of this one: see
 * script/pack.mjs.
 */
import { BUILD, assetUrl } from "./build.js";
import { withoutCredentials } from "./fetching.js";
import { source } from "./source.js";

/** Exports of run.js. */
export const lazy = () => import(withoutCredentials(assetUrl(BUILD.glue)));

/** Returns the wasm. */
export const wasm = () => source(BUILD.wasm);

/** Fetches the text of a language's list in a folder. */
export const list = async (folder, tag) => (await source(`./${folder}/${tag}.json?${BUILD.reads}`)).text();
