/**
 * Last step of script/build: makes further packages of dist/: the npm package in dist/npm/, dist/takeon.single.js for hosts that
 * allow one file, dist/takeon.classic.js for pages without modules, dist/takeon-wordpress.zip, and dist/takeon.zip for any site.
 */
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { contract, cssData, htmlData, llms, manifest, templates, types, webTypes } from "./element-metadata.mjs";
import { bundle, standIn } from "./lib/bundle.mjs";
import { CALCULATOR } from "./lib/parts.mjs";

const dist = "dist";
const npm = `${dist}/npm`;
const cargo = await readFile("Cargo.toml", "utf8");
/** Returns a value of Cargo.toml, the first of its name. */
const said = (name) => JSON.parse(new RegExp(`^${name} = (.+)$`, "m").exec(cargo)[1]);
const version = said("version");
const banner = { js: `/*! Takeon ${version} | MIT OR Apache-2.0 */` };
const names = await readdir(dist);
/** Returns the path of a file of dist/ with a hash in its name. */
const built = (program, extension) => `${dist}/${names.find((name) => name.startsWith(program) && name.endsWith(extension))}`;
const words = {};
for (const name of (await readdir("static/locales")).sort()) {
  words[name.replace(".json", "")] = JSON.parse(await readFile(`static/locales/${name}`, "utf8"))["shell.again"];
}
const build = `export const BUILD = ${JSON.stringify({ version, locales: words })};`;

/** Optional peer dependencies: those whose templates get types, and what `takeon mcp` needs. */
const PEERS = {
  "@modelcontextprotocol/sdk": "1",
  ...Object.fromEntries(["@types/react", "preact", "solid-js", "svelte", "vue"].map((name) => [name, "*"])),
};
/** Deferred parts of the calculator's wasm. */
const LATER = CALCULATOR.map(({ name }) => name);

await rm(npm, { recursive: true, force: true });
await packed();
await single();
await classic();
await plugin();
await archive();

/**
 * Makes the npm package: scripts that import scripts by literal names, which every bundler follows. So each other file is text in a
 * script: the wasm packed and in base64, the style, and the messages of each language. No address is computed at run time.
 */
async function packed() {
  for (const folder of ["locales", "more", "reader", "says", "terms"]) await mkdir(`${npm}/parts/${folder}`, { recursive: true });
  const wasm = async (part) =>
    JSON.stringify(gzipSync(await readFile(built(`takeon-${part}`, ".wasm")), { level: 9 }).toString("base64"));
  await part("widget", `export * from "./${built("takeon-widget", ".js")}"; export const wasm = ${await wasm("widget")};`);
  await part("engine", `export * from "./${built("takeon-engine", ".js")}"; export const wasm = ${await wasm("engine")};`);
  await part("reader", `export * from "./${built("takeon-reader", ".js")}"; export const wasm = ${await wasm("reader")};`);
  for (const name of LATER) await part(name, `export const wasm = ${await wasm(name)};`);

  /** Import specifiers of JSON files. */
  const texts = {};
  const word = async (path, name) => {
    const text = JSON.stringify(JSON.parse(await readFile(`${dist}/${path}`, "utf8")));
    await part(name, `export default ${JSON.stringify(text)};`);
    texts[`./${path}`] = name;
  };
  for (const lang of Object.keys(words)) {
    for (const folder of ["reader", "says"]) await word(`${folder}/${lang}.json`, `${folder}/${lang}`);
    if (lang !== "en") for (const folder of ["locales", "more"]) await word(`${folder}/${lang}.json`, `${folder}/${lang}`);
    await word(`terms/${lang === "en" ? "" : `${lang}/`}web-studio.json`, `terms/${lang}`);
  }
  const imports = (names) =>
    Object.entries(names).map(([key, name]) => `${JSON.stringify(key)}: () => import("./parts/${name}.js")`);
  const files = `
    import { LoadError, withRetries } from "./fetching.js";
    import { unpacked } from "./packed.js";
    const texts = { ${imports(texts)} };
    const parts = { ${imports({ ...Object.fromEntries(LATER.map((name) => [name, name])), widget: "widget" })} };
    async function imported(part) {
      try {
        return await part();
      } catch (cause) {
        throw new LoadError("load", \`a file of takeon cannot be imported: \${cause.message}\`, { retryable: true, cause });
      }
    }
    export async function files() {
      const lazy = await imported(parts.widget);
      const fetchPart = async (name) => unpacked((await withRetries(() => imported(parts[name]))).wasm);
      return { lazy, wasm: await unpacked(lazy.wasm), fetchPart };
    }
    export const asset = async (path) => (await withRetries(() => imported(texts[path.split("?")[0]]))).default;`;
  const engineFiles = `
    import { unpacked } from "./packed.js";
    export const lazy = () => import("./parts/engine.js");
    export const wasm = async () => unpacked((await lazy()).wasm);`;
  const lists = Object.fromEntries(Object.entries(texts).filter(([path]) => /^\.\/(reader|says)\//.test(path)));
  const readerFiles = `
    import { unpacked } from "./packed.js";
    const texts = { ${imports(lists)} };
    export const lazy = () => import("./parts/reader.js");
    export const wasm = async () => unpacked((await lazy()).wasm);
    export const list = async (folder, tag) => (await texts[\`./\${folder}/\${tag}.json\`]()).default;`;
  const shell = `${process.cwd()}/static/shell`;
  const standIns = { "build.js": build, "files.js": files, "engine-files.js": engineFiles, "reader-files.js": readerFiles };
  const plugins = [standIn(standIns, shell)];
  const entryPoints = {
    index: "static/takeon.js",
    element: "static/element.js",
    engine: "static/engine.js",
    reader: "static/reader.js",
  };
  const options = { outdir: npm, minify: false, external: ["./parts/*"], plugins, banner };
  const modules = await bundle({ ...options, entryPoints, splitting: true });
  // For test runners and servers without modules: engine and reader include their wasm, because they could not import
  // it.
  const required = { ...options, format: "cjs", outExtension: { ".js": ".cjs" }, supported: { "dynamic-import": true } };
  const { engine, reader, ...calculator } = entryPoints;
  const scripts = [
    ...(await bundle({ ...required, entryPoints: calculator })),
    ...(await bundle({ ...required, entryPoints: { engine, reader }, external: [], plugins: [...plugins, found(npm)] })),
  ];
  for (const { path, text } of [...modules, ...scripts]) await writeFile(path, text);

  const declared = {
    engine: await readFile(`${dist}/engine.d.ts`, "utf8"),
    reader: await readFile(`${dist}/reader.d.ts`, "utf8"),
    element: types(contract),
    index: 'import "./templates.js";\nexport * from "./element.js";\n',
    templates: templates(contract),
  };
  for (const [name, text] of Object.entries(declared)) {
    await writeFile(`${npm}/${name}.d.ts`, text);
    await writeFile(`${npm}/${name}.d.cts`, text.replaceAll(/(?<="\.\/\w+\.)js(?=";)/g, "cjs"));
  }
  const told = {
    "custom-elements.json": manifest(contract),
    // For the editors of JetBrains, and for VS Code.
    "web-types.json": webTypes(contract, version),
    "html-data.json": htmlData(contract),
    "css-data.json": cssData(contract),
  };
  for (const [name, data] of Object.entries(told)) await writeFile(`${npm}/${name}`, `${JSON.stringify(data, null, 2)}\n`);
  await cp(`${dist}/schema`, `${npm}/schema`, { recursive: true });
  await cp("integrations/command", `${npm}/command`, { recursive: true });
  for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) await cp(name, `${npm}/${name}`);
  const places = { homepage: said("homepage"), repository: said("repository") };
  const guide = llms(contract, await readFile("README.md", "utf8"), places);
  for (const folder of [dist, npm]) await writeFile(`${folder}/llms.txt`, guide);
  const script = (name) => ({
    import: { types: `./${name}.d.ts`, default: `./${name}.js` },
    require: { types: `./${name}.d.cts`, default: `./${name}.cjs` },
  });
  const description = {
    name: "takeon",
    version,
    description: contract.description,
    license: said("license"),
    repository: { type: "git", url: `git+${places.repository}.git` },
    homepage: places.homepage,
    bugs: `${places.repository}/issues`,
    keywords: said("keywords"),
    type: "module",
    sideEffects: ["./index.js", "./index.cjs"],
    bin: { takeon: "command/takeon.js" },
    peerDependencies: PEERS,
    peerDependenciesMeta: Object.fromEntries(Object.keys(PEERS).map((name) => [name, { optional: true }])),
    engines: { node: ">=20" },
    // For tools that ignore `exports`.
    main: "./index.cjs",
    module: "./index.js",
    types: "./index.d.ts",
    exports: {
      ".": script("index"),
      "./element": script("element"),
      "./engine": script("engine"),
      "./reader": script("reader"),
      "./schema/*": "./schema/*",
      ...Object.fromEntries(Object.keys(told).map((name) => [`./${name}`, `./${name}`])),
      "./package.json": "./package.json",
    },
    customElements: "custom-elements.json",
    "web-types": "./web-types.json",
  };
  await writeFile(`${npm}/package.json`, `${JSON.stringify(description, null, 2)}\n`);
}

/** Writes a script of the npm package that is imported on demand. */
async function part(name, contents) {
  const [{ text }] = await bundle({ stdin: { contents, resolveDir: process.cwd() } });
  await writeFile(`${npm}/parts/${name}.js`, text);
}

/** Returns a plugin that resolves parts of the npm package for single-file builds. */
function found(folder) {
  const setup = ({ onResolve }) => onResolve({ filter: /^\.\/parts\// }, ({ path }) => ({ path: resolve(folder, path) }));
  return { name: "found", setup };
}

/** Makes a single file: the npm package with all its parts. It may be a module, a classic script, or a piece of one. */
async function single() {
  // It must work in any encoding of the page, and after a script without its last semicolon.
  const start = { js: `${banner.js}\n;` };
  const [{ text }] = await bundle({ entryPoints: [`${npm}/index.js`], format: "iife", charset: "ascii", banner: start });
  await writeFile(`${dist}/takeon.single.js`, text);
}

/** Makes the script for pages without modules. */
async function classic() {
  const [{ text }] = await bundle({ entryPoints: ["static/takeon.classic.js"], format: "iife", banner });
  await writeFile(`${dist}/takeon.classic.js`, text);
}

/** The plugin for WordPress, as it is uploaded there: with a calculator and a desk of its own in files/. */
async function plugin() {
  const source = "integrations/wordpress/takeon";
  const entries = [];
  for (const name of await readdir(source)) {
    const text = await readFile(`${source}/${name}`, "utf8");
    entries.push([`takeon/${name}`, text.replaceAll("0.0.0", version)]);
  }
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) entries.push([`takeon/${name}`, await readFile(name)]);
  for (const [name, content] of await house()) entries.push([`takeon/files/${name}`, content]);
  const languages = Object.keys(words).map(async (tag) => {
    const locale = JSON.parse(await readFile(`static/locales/${tag}.json`, "utf8"));
    return [tag, locale["language.name"] ?? "English"];
  });
  entries.push(["takeon/files/languages.json", JSON.stringify(Object.fromEntries(await Promise.all(languages)))]);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(`${dist}/takeon-wordpress.zip`, zip(entries));
}

/**
 * All that an owner needs on a site of any kind but the terms: the desk puts them in, and hands it out. It has no folder around it,
 * which would be one too many wherever a folder is made for it.
 */
async function archive() {
  const files = await house();
  for (const name of ["icon.svg", ...names.filter((name) => name.startsWith("frame."))]) {
    if (!files.has(name)) files.set(name, await readFile(`${dist}/${name}`));
  }
  const sizes = Object.fromEntries([...files].map(([name, content]) => [name, content.length]).sort());
  const spoken = {};
  for (const name of (await readdir("static/desk")).filter((name) => name.endsWith(".json"))) {
    const said = Object.entries(JSON.parse(await readFile(`static/desk/${name}`, "utf8")));
    spoken[name.replace(".json", "")] = Object.fromEntries(said.filter(([key]) => key.startsWith("test.")));
  }
  const build = JSON.stringify({ sizes, words: spoken });
  const script = (await readFile("static/desk/test.js", "utf8")).replace(/(?<=const BUILD = )\{.*\}/, () => build);
  files.set("test.html", await readFile("static/desk/test.html"));
  files.set("test.js", Buffer.from(script));
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(`${dist}/takeon.zip`, zip(entries));
}

/** The desk in one's own house, with all that it and a calculator may ask for: contents by their names. */
async function house() {
  const desk = names.filter((name) =>
    /^(takeon-(desk|reader|workbook)-|desk\.(js|css)$|page\.css$|icon\.svg$|integrity\.json$|reader\.js$)/.test(name),
  );
  const files = new Map();
  for (const name of [...(await needed()), ...desk]) files.set(name, await readFile(`${dist}/${name}`));
  const page = await readFile("static/desk/desk.html", "utf8");
  const places = { home: said("homepage"), docs: `${said("homepage")}docs/`, source: said("repository") };
  const placed = page.replaceAll(/@(home|docs|source)/g, (_, place) => places[place]);
  files.set("desk.html", Buffer.from(placed.replace('id="desk"', 'id="desk" data-own')));
  return files;
}

/** Returns the files that a page with the calculator may request, and their licences. */
async function needed() {
  const files = [
    "takeon.js",
    "takeon.classic.js",
    "THIRD-PARTY.txt",
    ...names.filter((name) => ["widget", ...LATER].some((part) => name.startsWith(`takeon-${part}-`))),
  ];
  for (const folder of ["locales", "more", "reader", "says", "terms"]) {
    for (const name of await readdir(`${dist}/${folder}`, { recursive: true })) {
      if (name.endsWith(".json")) files.push(`${folder}/${name}`);
    }
  }
  return files;
}

/** Returns a ZIP file of entries, pairs of a path and its content, without dates, so that it is reproducible. */
function zip(entries) {
  const files = entries.map(([path, content]) => [path, Buffer.from(content)]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 1) });
}
