/**
 * The files of the engine for scripts, from beside the script. The npm package has another file in the place of this one:
 * see script/pack.mjs.
 */
import { BUILD, beside } from "./build.js";
import { bare } from "./fetching.js";

/** What run.js exports. */
export const lazy = () => import(bare(beside(BUILD.glue)));

/** The wasm as the network, or in Node the disk, gives it. */
export async function wasm() {
  const address = new URL(bare(beside(BUILD.wasm)));
  if (address.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return readFile(address);
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response;
}
