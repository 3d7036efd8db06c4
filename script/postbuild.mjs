/**
 * Last step of Trunk's build (see Trunk.toml): bundles style and scripts, splits the wasm, and writes messages, word lists and
 * ready-made shops as they are served.
 *
 * In a release, files have a hash of their content in their names, so that browsers may cache them for ever. Only files that pages
 * name themselves, such as takeon.js, engine.js and reader.js, keep their names.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { bundle, replaceModules } from "./lib/bundle.mjs";
import { CALCULATOR, DESK } from "./lib/parts.mjs";
import { names, translated } from "./lib/terms.mjs";
import { fingerprint, inParts, packed, withoutForm } from "./lib/words.mjs";
import { withSection } from "./wasm/binary.mjs";
import { instantiable } from "./wasm/glue.mjs";
import { minifyNames, optimize } from "./wasm/optimize.mjs";
import { reachability } from "./wasm/reachability.mjs";
import { split } from "./wasm/split.mjs";

const dist = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
const version = /^version = "(.+)"$/m.exec(await readFile("Cargo.toml", "utf8"))[1];
const banner = `/*! Takeon ${version} | MIT OR Apache-2.0 */\n`;

const style = (await bundle({ entryPoints: ["src/widget/style.css"], minify: release }))[0].text;
const calculatorWords = await json("static/locales/en.json");
const { english, ...widget } = await program("takeon-widget", "static/shell/lazy.js", CALCULATOR, calculatorWords);
const words = await locales();
const keys = english.flatMap((part) => ["", ...Object.keys(part)]);
await packWords(Object.keys(words).filter((tag) => tag !== "en"));
const listsHash = await writeWordLists();
await entry("takeon.js", { version, ...widget, locales: words, words: fingerprint(keys), reads: listsHash });
const { glue, wasm } = await program("takeon-engine", "static/shell/instance.js");
await entry("engine.js", { version, glue, wasm });
const reader = await program("takeon-reader", "static/shell/instance.js");
await entry("reader.js", { version, glue: reader.glue, wasm: reader.wasm, reads: listsHash });
await translateShops(Object.keys(words).filter((tag) => tag !== "en"));

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
  names: await deskNames(),
};
const loader = await readFile("static/desk/desk.js", "utf8");
const loaderOfBuild = loader.replace(/(?<=const BUILD = )\{[^]*?\n\}/, () => JSON.stringify(tools));
await writeFile(join(dist, "desk.js"), await minified(loaderOfBuild, "static/desk"));

// Integrity hashes of the scripts that pages load by name.
const named = await Promise.all(
  ["takeon.js", "engine.js", "reader.js"].map(async (name) => [name, sri(await readFile(join(dist, name)))]),
);
await writeFile(join(dist, "integrity.json"), `${JSON.stringify(Object.fromEntries(named), null, 2)}\n`);

// Node.js treats the .js files as modules, wherever this folder is copied to.
const files = { ".": { types: "./engine.d.ts", default: "./engine.js" }, "./*": "./*" };
const description = { name: "takeon", version, license: "MIT OR Apache-2.0", type: "module", exports: files };
await writeFile(join(dist, "package.json"), `${JSON.stringify(description, null, 2)}\n`);

await writeFile(join(dist, "demo.js"), await minified(await readFile("static/desk/demo.js", "utf8")));

// Pages without the tags and comments that are for the build.
const source = /^repository = "(.+)"$/m.exec(await readFile("Cargo.toml", "utf8"))[1];
for (const [name, path] of [
  ["index.html", join(dist, "index.html")],
  ["desk.html", "static/desk/desk.html"],
]) {
  const html = (await readFile(path, "utf8")).replace(/^\s*<!--[^]*?-->\n/gm, "").replace(/^\s*(<link data-trunk .*>)?\n/gm, "");
  await writeFile(join(dist, name), html.replaceAll("@source", source).replaceAll("@home", "./").replaceAll("@docs", "./docs/"));
}

/** Reads a JSON file. */
async function json(path) {
  return JSON.parse(await readFile(path, "utf8"));
}

/** Reads a file that Trunk has written, and removes it. */
async function take(name) {
  const path = join(dist, name);
  const content = await readFile(path);
  await rm(path);
  return content;
}

/**
 * Writes a program: its wasm, in a release split into parts, and the script that starts it, which includes the style. Returns their
 * addresses and integrity hashes, and the messages of each part as `english`.
 */
async function program(name, script, deferred, messages) {
  const { glue, wasm, english, ...parts } = await bindgenOutput(name, deferred, messages);
  const plugins = [replaceModules({ "glue.js": instantiable(glue), "style.js": `export const css = ${JSON.stringify(style)};` })];
  const [{ contents }] = await bundle({ entryPoints: [script], plugins, minify: release });
  const files = { glue: contents, wasm, ...parts };
  const [addresses, integrity] = [{}, {}];
  for (const [what, content] of Object.entries(files)) {
    const start = what in parts ? `takeon-${what}` : name;
    const extension = what === "glue" ? "js" : "wasm";
    addresses[what] = `./${await put(`${start}.${extension}`, content, Object.values(files))}`;
    integrity[what] = sri(content);
  }
  return { ...addresses, integrity, english };
}

/**
 * Returns the wasm and the glue that wasm-bindgen has written, and removes those files. In a release the wasm is optimised and split,
 * with the deferred parts by name. If the program has `messages`, each part contains its own, which are also returned as `english`.
 */
async function bindgenOutput(name, deferred = [], messages = undefined) {
  const [path, originalGlue] = [join(dist, `${name}_bg.wasm`), String(await take(`${name}.js`))];
  let english = [messages];
  const withMessages = (bytes, part) => (messages ? withSection(bytes, "words", JSON.stringify(english[part])) : bytes);
  if (!release) return { glue: originalGlue, wasm: withMessages(await take(`${name}_bg.wasm`), 0), english };
  await optimize(path);
  const { glue, exports } = await minifyNames(path, originalGlue);
  const linked = await readFile(`${process.env.CARGO_TARGET_DIR ?? "target"}/wasm32-unknown-unknown/release/${name}.wasm`);
  const parts = deferred.map(({ roots, owns }) => {
    const own = [...exports].filter(([name]) => roots.some((root) => name.startsWith(root)));
    return { roots: Object.fromEntries(own), owns };
  });
  if (messages) {
    const { texts } = reachability(
      linked,
      parts.map(({ roots }) => Object.keys(roots)),
    );
    english = inParts(messages, texts);
  }
  const [wasm, ...later] = split(await take(`${name}_bg.wasm`), linked, parts).map(withMessages);
  // Parts that are left out come last.
  const kept = deferred.filter(({ isLeftOut }) => !isLeftOut);
  const named = kept.map(({ name }, index) => [name, later[index]]);
  return { glue, wasm, english: english.slice(0, kept.length + 1), ...Object.fromEntries(named) };
}

/** Writes a file and returns its name. In a release, that has a hash of `all` files that change together. */
async function put(name, content, all = [content]) {
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

/** Integrity hash of a file. */
function sri(content) {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

/** Returns the languages of the calculator, each with its translation of "Try again". */
async function locales() {
  const words = {};
  for (const name of (await readdir(join(dist, "locales"))).sort()) {
    const locale = JSON.parse(await readFile(join(dist, "locales", name), "utf8"));
    words[basename(name, ".json")] = locale["shell.again"];
  }
  return words;
}

/** Writes the served word lists for reading, and returns a hash of them and of the deferred messages. */
async function writeWordLists() {
  const sum = createHash("sha256");
  const shops = await Promise.all(
    (await readdir("static/terms")).filter((name) => name.endsWith(".json")).map((name) => json(`static/terms/${name}`)),
  );
  const translatedShops = await readdir("static/terms/words");
  // The shell includes this module.
  await rm(join(dist, "reader", "intl.js"));
  for (const folder of ["reader", "says", "more"]) {
    for (const name of (await readdir(join(dist, folder))).sort()) {
      const path = join(dist, folder, name);
      const list = await json(path);
      if (folder === "says" && translatedShops.includes(name))
        list.names = names(shops, await json(`static/terms/words/${name}`));
      const text = JSON.stringify(list);
      sum.update(text);
      await writeFile(path, text);
    }
  }
  return sum.digest("hex").slice(0, 6);
}

/** Writes the served messages of each language in two files: messages up to the first answer, and all others. */
async function packWords(tags) {
  await mkdir(join(dist, "more"), { recursive: true });
  for (const tag of tags) {
    const path = join(dist, "locales", `${tag}.json`);
    const lists = packed(english, await json(path));
    await writeFile(path, JSON.stringify(lists.slice(0, 2)));
    await writeFile(join(dist, "more", `${tag}.json`), JSON.stringify(lists.slice(2)));
  }
}

/**
 * Writes the messages of the desk in each of its languages, with the calculator's messages that it uses, and returns the files by
 * language. `english` has the messages of each part.
 */
async function deskWords(english) {
  const used = new Set(english.flatMap((part) => Object.keys(part).map(withoutForm)));
  const files = {};
  for (const name of (await readdir("static/desk")).filter((name) => name.endsWith(".json") && name !== "en.json")) {
    const tag = basename(name, ".json");
    const all = { ...(await json(`static/locales/${name}`)), ...(await json(`static/desk/${name}`)) };
    const own = Object.entries(all).filter(([key]) => used.has(withoutForm(key)));
    files[tag] = `./${await put(`takeon-desk-${tag}.json`, JSON.stringify(Object.fromEntries(own)))}`;
  }
  return files;
}

/** Returns the languages of the desk: their own names by tag. */
async function deskNames() {
  const names = { en: "English" };
  for (const name of (await readdir("static/desk")).filter((name) => /^(?!en)[\w-]+\.json$/.test(name))) {
    names[basename(name, ".json")] = (await json(join("static/locales", name)))["language.name"];
  }
  return names;
}

/** Writes the ready-made shops in each language, as terms/da/web-studio.json. */
async function translateShops(tags) {
  const terms = join(dist, "terms");
  const shops = (await readdir(terms)).filter((name) => name.endsWith(".json"));
  const languages = await readdir(join(terms, "words"));
  for (const name of shops) await writeFile(join(terms, name), JSON.stringify(await json(join(terms, name))));
  for (const tag of tags) {
    // A language without translations shows the shops in English.
    const words = languages.includes(`${tag}.json`) && (await json(join(terms, "words", `${tag}.json`)));
    await mkdir(join(terms, tag));
    for (const name of shops) {
      const shop = await json(join(terms, name));
      await writeFile(join(terms, tag, name), JSON.stringify(words ? translated(shop, words) : shop));
    }
  }
}

/** Returns a script bundled with its imports, which are resolved from a folder, and in a release minified. */
async function minified(contents, resolveDir = ".") {
  return (await bundle({ stdin: { contents, loader: "js", resolveDir }, minify: release }))[0].text;
}

/** Writes a script that pages load by name, with the data of this build. */
async function entry(name, build) {
  const code = await readFile("static/shell/build.js", "utf8");
  const filled = code.replace(/(?<=const BUILD = )\{[^]*?\n\}/, () => JSON.stringify(build));
  const plugins = [replaceModules({ "build.js": filled })];
  const [{ text }] = await bundle({ entryPoints: [`static/${name}`], plugins, minify: release });
  await writeFile(join(dist, name), banner + text);
}
