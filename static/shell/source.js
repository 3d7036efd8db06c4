/** Loads a file of a build for scripts, from the network, or in Node from the disk. */
import { beside } from "./build.js";
import { bare } from "./fetching.js";

export async function source(path) {
  const address = new URL(bare(beside(path)));
  if (address.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return new Response(await readFile(address));
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response;
}
