/** Bundling of the scripts and styles of Takeon. */
import { basename } from "node:path";
import * as esbuild from "esbuild";

/** Oldest supported browsers. */
const target = ["chrome111", "firefox115", "safari16.4"];

/** Bundles a script or a style with its imports. */
export async function bundle(options) {
  const { outputFiles } = await esbuild.build({
    bundle: true,
    format: "esm",
    minify: true,
    // Modules and our styles are always read as UTF-8.
    charset: "utf8",
    write: false,
    external: ["node:*"],
    target,
    ...options,
  });
  return outputFiles;
}

/** Returns a plugin that replaces files of the shell by other text. Imports in it are resolved from `folder`. */
export function standIn(texts, folder) {
  return {
    name: "stand-in",
    setup(build) {
      build.onResolve({ filter: new RegExp(`/(${Object.keys(texts).join("|")})$`) }, ({ path }) => ({
        path: basename(path),
        namespace: "stand-in",
      }));
      build.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => ({ contents: texts[path], resolveDir: folder }));
    },
  };
}
