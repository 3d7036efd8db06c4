/** Loading of a build's files by scripts: from the network, or in Node.js from the disk. */
import { assetUrl } from "./build.js";
import { withoutCredentials } from "./fetching.js";

export async function source(path) {
  const address = new URL(withoutCredentials(assetUrl(path)));
  if (address.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return new Response(await readFile(address));
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response;
}
