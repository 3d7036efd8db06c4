/**
 * Last step of Trunk's build (see Trunk.toml): bundles style and scripts, splits the wasm, and writes messages, word lists and
 * ready-made shops as they are served.
 *
 * In a release, files have a hash of their content in their names, so that browsers may cache them for ever. Only files that pages
 * name themselves, such as takeon.js, engine.js and reader.js, keep their names.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, replaceModules, withBuild } from "./lib/bundle.mjs";
import { banner, license, repository, version } from "./lib/cargo.mjs";
import { deskWords, languageNames, locales, packWords, translateShops, writeWordLists } from "./lib/languages.mjs";
import { dist, integrity, json, minified, put, release } from "./lib/output.mjs";
import { CALCULATOR, DESK } from "./lib/parts.mjs";
import { program } from "./lib/programs.mjs";
import { fingerprint } from "./lib/words.mjs";

const calculatorWords = await json("static/locales/en.json");
const { english, ...widget } = await program("takeon-widget", "static/shell/lazy.js", CALCULATOR, calculatorWords);
const words = await locales();
/** Languages with a file of messages: English is in the wasm. */
const others = Object.keys(words).filter((tag) => tag !== "en");
const keys = english.flatMap((part) => ["", ...Object.keys(part)]);
await packWords(english, others);
const listsHash = await writeWordLists();
await entry("takeon.js", { version, ...widget, locales: words, words: fingerprint(keys), reads: listsHash });
const { glue, wasm } = await program("takeon-engine", "static/shell/instance.js");
await entry("engine.js", { version, glue, wasm });
const reader = await program("takeon-reader", "static/shell/instance.js");
await entry("reader.js", { version, glue: reader.glue, wasm: reader.wasm, reads: listsHash });
await translateShops(others);

// The desk, which no page with a calculator loads.
const deskStyle = (await bundle({ entryPoints: ["src/desk/style.css"], minify: release }))[0].contents;
await writeFile(join(dist, "desk.css"), deskStyle);
const { english: deskEnglish, ...desk } = await program("takeon-desk", "static/desk/run.js", DESK, {
  ...calculatorWords,
  ...(await json("static/desk/en.json")),
});
const tools = {
  glue: desk.glue,
  wasm: desk.wasm,
  later: desk["desk-later"],
  workbook: `./${await put("takeon-workbook.js", await minified(await readFile("static/desk/workbook.js", "utf8"), "static/desk"))}`,
  words: await deskWords(deskEnglish),
  // English is the first of the list.
  names: { en: "English", ...(await languageNames("static/desk")) },
};
const loader = await readFile("static/desk/desk.js", "utf8");
await writeFile(join(dist, "desk.js"), await minified(withBuild(loader, tools), "static/desk"));

// Integrity hashes of the scripts that pages load by name.
const named = await Promise.all(
  ["takeon.js", "engine.js", "reader.js"].map(async (name) => [name, integrity(await readFile(join(dist, name)))]),
);
await writeFile(join(dist, "integrity.json"), `${JSON.stringify(Object.fromEntries(named), null, 2)}\n`);

// Node.js treats the .js files as modules, wherever this folder is copied to.
const files = { ".": { types: "./engine.d.ts", default: "./engine.js" }, "./*": "./*" };
const description = { name: "takeon", version, license, type: "module", exports: files };
await writeFile(join(dist, "package.json"), `${JSON.stringify(description, null, 2)}\n`);

await writeFile(join(dist, "demo.js"), await minified(await readFile("static/desk/demo.js", "utf8")));

// Pages without the tags and comments that are for the build.
for (const [name, path] of [
  ["index.html", join(dist, "index.html")],
  ["desk.html", "static/desk/desk.html"],
]) {
  const html = (await readFile(path, "utf8")).replace(/^\s*<!--[^]*?-->\n/gm, "").replace(/^\s*(<link data-trunk .*>)?\n/gm, "");
  await writeFile(
    join(dist, name),
    html.replaceAll("@source", repository).replaceAll("@home", "./").replaceAll("@docs", "./docs/"),
  );
}

/** Writes a script that pages load by name, with the data of this build. */
async function entry(name, build) {
  const code = await readFile("static/shell/build.js", "utf8");
  const plugins = [replaceModules({ "build.js": withBuild(code, build) })];
  const [{ text }] = await bundle({ entryPoints: [`static/${name}`], plugins, minify: release });
  await writeFile(join(dist, name), `${banner}\n${text}`);
}
