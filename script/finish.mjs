/**
 * Finishes what Trunk has built, as its last step (see Trunk.toml).
 *
 * Bundles the calculator's style and its scripts, takeon.js and engine.js, and tells
 * these which files and languages belong to this build. In a release it minifies
 * everything and names it by its content, so that browsers may keep it for ever;
 * takeon.js and engine.js keep their names, for the pages that load them.
 */
import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import * as esbuild from "esbuild";

const dist = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
/** The oldest browsers we write for. */
const target = ["chrome111", "firefox115", "safari16.4"];

const version = /^version = "(.+)"$/m.exec(await readFile("Cargo.toml", "utf8"))[1];
const banner = `/*! Takeon ${version} | MIT OR Apache-2.0 */\n`;

const wasm = await take("takeon-widget_bg.wasm");
const wasmName = await put("takeon-widget.wasm", wasm);

const glue = once(String(await take("takeon-widget.js"))).replaceAll("takeon-widget_bg.wasm", wasmName);
const glueName = await put("takeon-widget.js", await script(glue));

const style = await esbuild.build({
  entryPoints: ["src/widget/style.css"],
  bundle: true,
  minify: release,
  write: false,
  target,
});
const cssName = await put("takeon-widget.css", style.outputFiles[0].contents);

const build = { version, glue: `./${glueName}`, wasm: `./${wasmName}` };
// English is part of the wasm and needs no file.
const locales = (await readdir(join(dist, "locales")))
  .filter((name) => name.endsWith(".json") && name !== "en.json")
  .map((name) => basename(name, ".json"))
  .sort();
await entry("takeon.js", { ...build, css: `./${cssName}`, locales });
await entry("engine.js", build);

// For Node: what ends in .js here are modules, wherever this folder is copied to.
const files = { ".": { types: "./engine.d.ts", default: "./engine.js" }, "./*": "./*" };
const description = { name: "takeon", version, license: "MIT OR Apache-2.0", type: "module", exports: files };
await writeFile(join(dist, "package.json"), `${JSON.stringify(description, null, 2)}\n`);

// The page keeps what is for its readers: not the tags and comments for the build.
const page = join(dist, "index.html");
const html = await readFile(page, "utf8");
await writeFile(page, html.replace(/^\s*<!--[^]*?-->\n/gm, "").replace(/^\s*(<link data-trunk .*>)?\n/gm, ""));

/** Reads a file of Trunk's and takes it away. */
async function take(name) {
  const path = join(dist, name);
  const content = await readFile(path);
  await rm(path);
  return content;
}

/** Writes a file and gives its name, which in a release says what is in it. */
async function put(name, content) {
  if (release) {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
    const extension = extname(name);
    name = `${basename(name, extension)}-${hash}${extension}`;
  }
  await writeFile(join(dist, name), content);
  return name;
}

async function script(code) {
  if (!release) return code;
  return (await esbuild.transform(code, { format: "esm", minify: true, treeShaking: true, target })).code;
}

/** Writes a script that pages load by its name: one file, with what belongs to this build in it. */
async function entry(name, build) {
  const names = {
    name: "names",
    setup: ({ onLoad }) =>
      onLoad({ filter: /static\/shell\/build\.js$/ }, async ({ path }) => {
        const code = await readFile(path, "utf8");
        return { contents: code.replace(/(?<=const BUILD = )\{[^]*?\n\}/, () => JSON.stringify(build)) };
      }),
  };
  const bundled = await esbuild.build({
    entryPoints: [`static/${name}`],
    bundle: true,
    format: "esm",
    minify: release,
    write: false,
    external: ["node:*"],
    plugins: [names],
    target,
  });
  await writeFile(join(dist, name), banner + bundled.outputFiles[0].text);
}

/**
 * The glue, made to start the wasm once even when several ask at the same time: the
 * shell and engine.js share it, and a second start would pull the first one's
 * memory from under a calculator. A failure is forgotten.
 */
function once(glue) {
  const end = /export \{ initSync, __wbg_init as default \};\s*$/;
  if (!end.test(glue)) throw new Error("the glue does not end as that of wasm-bindgen 0.2.129 does");
  return glue.replace(
    end,
    `let starting;
export default (source) =>
  (starting ??= __wbg_init(source).catch((error) => {
    starting = undefined;
    throw error;
  }));
`,
  );
}
