/** Bundling of scripts and styles. */
import { basename } from "node:path";
import * as esbuild from "esbuild";

/** Oldest supported browsers, for docs/embed.md. */
export const BROWSERS = { Chrome: "111", Firefox: "115", Safari: "16.4" };

const target = Object.entries(BROWSERS).map(([name, version]) => name.toLowerCase() + version);

/** Bundles a script or a style with its imports. */
export async function bundle(options) {
  const { outputFiles } = await esbuild.build({
    bundle: true,
    format: "esm",
    minify: true,
    // Browsers always decode modules as UTF-8, and the styles are in one.
    charset: "utf8",
    write: false,
    external: ["node:*"],
    target,
    ...options,
  });
  return outputFiles;
}

/** Returns a plugin that replaces modules, by their file names. Imports in the new texts are resolved from `folder`. */
export function replaceModules(texts, folder) {
  const namespace = "replaced";
  return {
    name: "replace-modules",
    setup(build) {
      const filter = new RegExp(`/(${Object.keys(texts).join("|")})$`);
      build.onResolve({ filter }, ({ path }) => ({ path: basename(path), namespace }));
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: texts[path], resolveDir: folder }));
    },
  };
}

/** Returns a script with this data in place of its `BUILD`. */
export function withBuild(script, data) {
  return script.replace(/(?<=const BUILD = )\{[^]*?\};$/m, () => `${JSON.stringify(data)};`);
}
