/**
 * Files of a program for scripts, from the folder of the script. script/pack.mjs replaces this module in the npm package.
 */
import { BUILD, assetUrl } from "./build.js";
import { withoutCredentials } from "./fetching.js";
import { source } from "./source.js";

/** Imports instance.js with its glue. */
export const lazy = () => import(withoutCredentials(assetUrl(BUILD.glue)));

/** Fetches the wasm. */
export const wasm = () => source(BUILD.wasm);
