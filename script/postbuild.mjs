/**
 * Last step of Trunk's build (see Trunk.toml).
 *
 * Bundles the calculator's style and its scripts, takeon.js, engine.js and reader.js, and inserts the files and languages of this
 * build into them. Writes the ready-made shops in each language, as terms/da/web-studio.json. In a release it minifies everything
 * and names it by a hash of its content, so that browsers may cache it for ever; these three keep their names, for the pages that
 * load them.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { bundle, standIn } from "./lib/bundle.mjs";
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
const lists = await reads();
await entry("takeon.js", { version, ...widget, locales: words, words: fingerprint(keys), reads: lists });
const { glue, wasm } = await program("takeon-engine", "static/shell/run.js");
await entry("engine.js", { version, glue, wasm });
const reader = await program("takeon-reader", "static/shell/run.js");
await entry("reader.js", { version, glue: reader.glue, wasm: reader.wasm, reads: lists });
await translateShops(Object.keys(words).filter((tag) => tag !== "en"));

// The owner's tools, which no page with the calculator alone loads.
const toolsStyle = (await bundle({ entryPoints: ["src/desk/style.css"], minify: release }))[0].contents;
await writeFile(join(dist, "desk.css"), toolsStyle);
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
const told = loader.replace(/(?<=const BUILD = )\{[^]*?\n\}/, () => JSON.stringify(tools));
await writeFile(join(dist, "desk.js"), await minified(told, "static/desk"));

// Integrity hashes of the scripts that pages load by name.
const named = await Promise.all(
  ["takeon.js", "engine.js", "reader.js"].map(async (name) => [name, sri(await readFile(join(dist, name)))]),
);
await writeFile(join(dist, "integrity.json"), `${JSON.stringify(Object.fromEntries(named), null, 2)}\n`);

// For Node: .js files here are modules, wherever this folder is copied to.
const files = { ".": { types: "./engine.d.ts", default: "./engine.js" }, "./*": "./*" };
const description = { name: "takeon", version, license: "MIT OR Apache-2.0", type: "module", exports: files };
await writeFile(join(dist, "package.json"), `${JSON.stringify(description, null, 2)}\n`);

await writeFile(join(dist, "demo.js"), await minified(await readFile("static/desk/demo.js", "utf8")));

// A page keeps what is for its readers: not the tags and comments for the build.
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

/** Reads a file of Trunk's and removes it. */
async function take(name) {
  const path = join(dist, name);
  const content = await readFile(path);
  await rm(path);
  return content;
}

/**
 * Writes a wasm and the script that starts it, which has the style in it. Returns their addresses and integrity hashes, and the
 * messages of each part as `english`. In a release the wasm comes in parts.
 */
async function program(name, script, deferred, messages) {
  const { glue, wasm, english, ...parts } = await bound(name, deferred, messages);
  const plugins = [standIn({ "glue.js": instantiable(glue), "style.js": `export const css = ${JSON.stringify(style)};` })];
  const [{ contents }] = await bundle({ entryPoints: [script], plugins, minify: release });
  const files = { glue: contents, wasm, ...parts };
  const [addresses, integrity] = [{}, {}];
  for (const [what, content] of Object.entries(files)) {
    const start = what in parts ? `takeon-${what}` : name;
    const extension = what === "glue" ? "js" : "wasm";
    // One hash for all three, because they change together.
    addresses[what] = `./${await put(`${start}.${extension}`, content, Object.values(files))}`;
    integrity[what] = sri(content);
  }
  return { ...addresses, integrity, english };
}

/**
 * Returns a wasm and its glue as wasm-bindgen has written them; in a release optimised, and with the deferred parts, by name. Each
 * part of a program with `messages` has its own in it, which are returned as `english`. Removes Trunk's files.
 */
async function bound(name, deferred = [], messages = undefined) {
  const [path, given] = [join(dist, `${name}_bg.wasm`), String(await take(`${name}.js`))];
  let english = [messages];
  const speaking = (bytes, part) => (messages ? withSection(bytes, "words", JSON.stringify(english[part])) : bytes);
  if (!release) return { glue: given, wasm: speaking(await take(`${name}_bg.wasm`), 0), english };
  await optimize(path);
  const { glue, exports } = await minifyNames(path, given);
  const linked = await readFile(`${process.env.CARGO_TARGET_DIR ?? "target"}/wasm32-unknown-unknown/release/${name}.wasm`);
  const parts = deferred.map(({ roots, owns }) => {
    const begun = [...exports].filter(([name]) => roots.some((root) => name.startsWith(root)));
    return { roots: Object.fromEntries(begun), owns };
  });
  if (messages) {
    const { texts } = reachability(
      linked,
      parts.map(({ roots }) => Object.keys(roots)),
    );
    english = inParts(messages, texts);
  }
  const [wasm, ...later] = split(await take(`${name}_bg.wasm`), linked, parts).map(speaking);
  // Those that are left out come last.
  const kept = deferred.filter(({ isLeftOut }) => !isLeftOut);
  const named = kept.map(({ name }, index) => [name, later[index]]);
  return { glue, wasm, english: english.slice(0, kept.length + 1), ...Object.fromEntries(named) };
}

/** Writes a file and returns its name, which in a release has a hash of its content and of those that belong to it. */
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

/** Returns the languages with a file, each with the shell's own messages. */
async function locales() {
  const words = {};
  for (const name of (await readdir(join(dist, "locales"))).sort()) {
    const locale = JSON.parse(await readFile(join(dist, "locales", name), "utf8"));
    words[basename(name, ".json")] = locale["shell.again"];
  }
  return words;
}

/**
 * Writes the served word lists for reading, and returns a hash of them and of the other deferred data of languages.
 */
async function reads() {
  const sum = createHash("sha256");
  const shops = await Promise.all(
    (await readdir("static/terms")).filter((name) => name.endsWith(".json")).map((name) => json(`static/terms/${name}`)),
  );
  // The element loads the questions to Intl with its own script.
  await rm(join(dist, "reader", "intl.js"));
  for (const folder of ["reader", "says", "more"]) {
    for (const name of (await readdir(join(dist, folder))).sort()) {
      const path = join(dist, folder, name);
      const list = await json(path);
      if (folder === "says" && name !== "en.json") list.names = names(shops, await json(`static/terms/words/${name}`));
      const text = JSON.stringify(list);
      sum.update(text);
      await writeFile(path, text);
    }
  }
  return sum.digest("hex").slice(0, 6);
}

/** Writes the served messages of each language: those up to the first answer, and the others. */
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
 * Writes the messages of the owner's tools in each of their languages, with those of the calculator that they may say, and returns
 * their files. `english` has the messages of each part.
 */
async function deskWords(english) {
  const said = new Set(english.flatMap((part) => Object.keys(part).map(withoutForm)));
  const files = {};
  for (const name of (await readdir("static/desk")).filter((name) => name.endsWith(".json") && name !== "en.json")) {
    const tag = basename(name, ".json");
    const all = { ...(await json(`static/locales/${name}`)), ...(await json(`static/desk/${name}`)) };
    const own = Object.entries(all).filter(([key]) => said.has(withoutForm(key)));
    files[tag] = `./${await put(`takeon-desk-${tag}.json`, JSON.stringify(Object.fromEntries(own)))}`;
  }
  return files;
}

/** The languages that the owner's tools speak, by their tags, each in its own words. */
async function deskNames() {
  const names = { en: "English" };
  for (const name of (await readdir("static/desk")).filter((name) => /^(?!en)[\w-]+\.json$/.test(name))) {
    names[basename(name, ".json")] = (await json(join("static/locales", name)))["language.name"];
  }
  return names;
}

/** Writes the ready-made shops in each language, in place of the translations. */
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

/** A script, with what it takes in from a folder. */
async function minified(contents, resolveDir = ".") {
  return (await bundle({ stdin: { contents, loader: "js", resolveDir }, minify: release }))[0].text;
}

/** Writes a script that pages load by name, with the data of this build in it. */
async function entry(name, build) {
  const code = await readFile("static/shell/build.js", "utf8");
  const named = code.replace(/(?<=const BUILD = )\{[^]*?\n\}/, () => JSON.stringify(build));
  const plugins = [standIn({ "build.js": named })];
  const [{ text }] = await bundle({ entryPoints: [`static/${name}`], plugins, minify: release });
  await writeFile(join(dist, name), banner + text);
}
