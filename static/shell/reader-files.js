/**
 * Files of the reader for scripts, from the folder of the script. script/pack.mjs replaces this module in the npm package.
 */
import { BUILD, assetUrl } from "./build.js";
import { withoutCredentials } from "./fetching.js";
import { source } from "./source.js";

/** Imports instance.js with its glue. */
export const lazy = () => import(withoutCredentials(assetUrl(BUILD.glue)));

/** Fetches the wasm. */
export const wasm = () => source(BUILD.wasm);

/** Fetches the text of a language's list in a folder. */
export const list = async (folder, tag) => (await source(`./${folder}/${tag}.json?${BUILD.reads}`)).text();
