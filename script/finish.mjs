/**
 * Finishes what Trunk has built, as its last step (see Trunk.toml).
 *
 * Bundles the calculator's style, and writes into takeon.js which files and
 * languages belong to this build. In a release it minifies them as well and
 * names them by their content, so that browsers may keep them for ever;
 * takeon.js alone keeps its name, for the pages that embed it.
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

const glue = String(await take("takeon-widget.js")).replaceAll("takeon-widget_bg.wasm", wasmName);
const glueName = await put("takeon-widget.js", await script(glue));

const style = await esbuild.build({
  entryPoints: ["src/widget/style.css"],
  bundle: true,
  minify: release,
  write: false,
  target,
});
const cssName = await put("takeon-widget.css", style.outputFiles[0].contents);

const build = {
  version,
  glue: `./${glueName}`,
  wasm: `./${wasmName}`,
  css: `./${cssName}`,
  // English is part of the wasm and needs no file.
  locales: (await readdir(join(dist, "locales")))
    .filter((name) => name.endsWith(".json") && name !== "en.json")
    .map((name) => basename(name, ".json"))
    .sort(),
};
const line = /^const BUILD = .*$/m;
const shell = String(await take("takeon.js"));
if (!line.test(shell)) throw new Error("static/takeon.js has no line `const BUILD = …` to write into");
const named = shell.replace(line, () => `const BUILD = ${JSON.stringify(build)};`);
await writeFile(join(dist, "takeon.js"), banner + (await script(named)));

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
  return (await esbuild.transform(code, { format: "esm", minify: true, target })).code;
}
