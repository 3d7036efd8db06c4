/** Bundling of the scripts and styles of Takeon. */
import { basename } from "node:path";
import * as esbuild from "esbuild";

/** The oldest browsers we write for. */
const target = ["chrome111", "firefox115", "safari16.4"];

/** The files of a script or a style and of everything that it takes in. */
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

/** Puts other text in the place of files of the shell. What it imports is found in `folder`. */
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
