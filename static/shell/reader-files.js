/**
 * Files of the reader for scripts, from the folder of the script. script/pack.mjs replaces this module in the npm package.
 */
import { BUILD } from "./build.js";
import { source } from "./source.js";

export { lazy, wasm } from "./engine-files.js";

/** Fetches the text of a language's list in a folder. */
export const list = async (folder, tag) => (await source(`./${folder}/${tag}.json?${BUILD.reads}`)).text();
