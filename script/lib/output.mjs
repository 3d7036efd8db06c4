/** Files of a build, in the folder that Trunk moves to dist/. */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { bundle } from "./bundle.mjs";

export const dist = process.env.TRUNK_STAGING_DIR;
export const release = process.env.TRUNK_PROFILE === "release";

/** Reads a JSON file. */
export async function json(path) {
  return JSON.parse(await readFile(path, "utf8"));
}

/** Writes a file and returns its name. In a release, that has a hash of `all` files that change together. */
export async function put(name, content, all = [content]) {
  if (release) {
    const sum = createHash("sha256");
    for (const content of all) sum.update(content);
    const hash = sum.digest("hex").slice(0, 16);
    const extension = extname(name);
    name = `${basename(name, extension)}-${hash}${extension}`;
  }
  await writeFile(join(dist, name), content);
  return name;
}

/** Returns the integrity hash of a file. */
export function integrity(content) {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

/** Returns a script bundled with its imports, which are resolved from a folder, and in a release minified. */
export async function minified(contents, resolveDir = ".") {
  return (await bundle({ stdin: { contents, loader: "js", resolveDir }, minify: release }))[0].text;
}
