/**
 * Packages made of dist/, a step of script/build: the npm package in dist/npm/, takeon.single.js for hosts that allow one file,
 * takeon.classic.js for pages without modules, takeon-wordpress.zip, and takeon.zip for any site.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { contract, cssData, htmlData, llms, manifest, templates, types, webTypes } from "./element-metadata.mjs";
import { bundle, replaceModules, withBuild } from "./lib/bundle.mjs";
import { banner as comment, homepage, keywords, license, repository, version } from "./lib/cargo.mjs";
import { CALCULATOR } from "./lib/parts.mjs";

const dist = "dist";
const npm = `${dist}/npm`;
const banner = { js: comment };
const names = await readdir(dist);
/** Returns the path of a file in dist/ whose name has a hash. */
const built = (program, extension) => `${dist}/${names.find((name) => name.startsWith(program) && name.endsWith(extension))}`;
/** Languages of the calculator, each with its translation of "Try again", which the shell shows without the others. */
const words = {};
for (const name of (await readdir("static/locales")).sort()) {
  words[name.replace(".json", "")] = JSON.parse(await readFile(`static/locales/${name}`, "utf8"))["shell.again"];
}
const build = `export const BUILD = ${JSON.stringify({ version, locales: words })};`;

/** Optional peer dependencies: libraries whose templates get types, and the one that `takeon mcp` needs. */
const PEERS = {
  "@modelcontextprotocol/sdk": "1",
  ...Object.fromEntries(["@types/react", "preact", "solid-js", "svelte", "vue"].map((name) => [name, "*"])),
};
/** Names of the deferred parts of the calculator's wasm. */
const DEFERRED = CALCULATOR.map(({ name }) => name);

await rm(npm, { recursive: true, force: true });
await npmPackage();
await singleFile();
await classicScript();
await wordpressPlugin();
await siteArchive();

/**
 * Makes the npm package. Bundlers only follow imports with literal names, and copy no other files. So everything is a script: the
 * wasm as compressed base64, and each JSON file as a text.
 */
async function npmPackage() {
  for (const folder of ["locales", "more", "reader", "says", "terms"]) await mkdir(`${npm}/parts/${folder}`, { recursive: true });
  const wasm = async (part) =>
    JSON.stringify(gzipSync(await readFile(built(`takeon-${part}`, ".wasm")), { level: 9 }).toString("base64"));
  await writePart("widget", `export * from "./${built("takeon-widget", ".js")}"; export const wasm = ${await wasm("widget")};`);
  await writePart("engine", `export * from "./${built("takeon-engine", ".js")}"; export const wasm = ${await wasm("engine")};`);
  await writePart("reader", `export * from "./${built("takeon-reader", ".js")}"; export const wasm = ${await wasm("reader")};`);
  for (const name of DEFERRED) await writePart(name, `export const wasm = ${await wasm(name)};`);

  /** Parts with a JSON file, by its address in the shell. */
  const texts = {};
  const addJson = async (path, name) => {
    if (!existsSync(`${dist}/${path}`)) return;
    const text = JSON.stringify(JSON.parse(await readFile(`${dist}/${path}`, "utf8")));
    await writePart(name, `export default ${JSON.stringify(text)};`);
    texts[`./${path}`] = name;
  };
  for (const lang of Object.keys(words)) {
    // A new language may not have word lists yet.
    for (const folder of ["reader", "says"]) await addJson(`${folder}/${lang}.json`, `${folder}/${lang}`);
    if (lang !== "en") for (const folder of ["locales", "more"]) await addJson(`${folder}/${lang}.json`, `${folder}/${lang}`);
    await addJson(`terms/${lang === "en" ? "" : `${lang}/`}web-studio.json`, `terms/${lang}`);
  }
  const imports = (names) =>
    Object.entries(names).map(([key, name]) => `${JSON.stringify(key)}: () => import("./parts/${name}.js")`);
  const files = `
    import { LoadError, withRetries } from "./fetching.js";
    import { unpacked } from "./packed.js";
    const texts = { ${imports(texts)} };
    const parts = { ${imports({ ...Object.fromEntries(DEFERRED.map((name) => [name, name])), widget: "widget" })} };
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
    export async function asset(path) {
      const text = texts[path.split("?")[0]];
      if (!text) throw new LoadError("load", \`the package has no \${path}\`);
      return (await withRetries(() => imported(text))).default;
    }`;
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
  const replaced = { "build.js": build, "files.js": files, "engine-files.js": engineFiles, "reader-files.js": readerFiles };
  const plugins = [replaceModules(replaced, shell)];
  const entryPoints = {
    index: "static/takeon.js",
    element: "static/element.js",
    engine: "static/engine.js",
    reader: "static/reader.js",
  };
  const options = { outdir: npm, minify: false, external: ["./parts/*"], plugins, banner };
  const modules = await bundle({ ...options, entryPoints, splitting: true });
  // For test runners and servers without modules. Engine and reader include their wasm, because `require` cannot load it later.
  const required = { ...options, format: "cjs", outExtension: { ".js": ".cjs" }, supported: { "dynamic-import": true } };
  const { engine, reader, ...calculator } = entryPoints;
  const scripts = [
    ...(await bundle({ ...required, entryPoints: calculator })),
    ...(await bundle({ ...required, entryPoints: { engine, reader }, external: [], plugins: [...plugins, inlineParts(npm)] })),
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
  const metadata = {
    "custom-elements.json": manifest(contract),
    // For JetBrains editors, and for VS Code.
    "web-types.json": webTypes(contract, version),
    "html-data.json": htmlData(contract),
    "css-data.json": cssData(contract),
  };
  for (const [name, data] of Object.entries(metadata)) await writeFile(`${npm}/${name}`, `${JSON.stringify(data, null, 2)}\n`);
  await cp(`${dist}/schema`, `${npm}/schema`, { recursive: true });
  await cp("integrations/command", `${npm}/command`, { recursive: true });
  for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) await cp(name, `${npm}/${name}`);
  const guide = llms(contract, await readFile("README.md", "utf8"), { homepage, repository });
  for (const folder of [dist, npm]) await writeFile(`${folder}/llms.txt`, guide);
  const script = (name) => ({
    import: { types: `./${name}.d.ts`, default: `./${name}.js` },
    require: { types: `./${name}.d.cts`, default: `./${name}.cjs` },
  });
  const description = {
    name: "takeon",
    version,
    description: contract.description,
    license,
    repository: { type: "git", url: `git+${repository}.git` },
    homepage,
    bugs: `${repository}/issues`,
    keywords,
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
      ...Object.fromEntries(Object.keys(metadata).map((name) => [`./${name}`, `./${name}`])),
      "./package.json": "./package.json",
    },
    customElements: "custom-elements.json",
    "web-types": "./web-types.json",
  };
  await writeFile(`${npm}/package.json`, `${JSON.stringify(description, null, 2)}\n`);
}

/** Writes a part of the npm package: a script that is imported on demand. */
async function writePart(name, contents) {
  const [{ text }] = await bundle({ stdin: { contents, resolveDir: process.cwd() } });
  await writeFile(`${npm}/parts/${name}.js`, text);
}

/** Returns a plugin that includes the parts of the npm package in a `folder`, instead of importing them. */
function inlineParts(folder) {
  const setup = ({ onResolve }) => onResolve({ filter: /^\.\/parts\// }, ({ path }) => ({ path: resolve(folder, path) }));
  return { name: "inline-parts", setup };
}

/** Makes a single file of the npm package with all its parts. It runs as a module, as a classic script, and merged with others. */
async function singleFile() {
  // ASCII works in any encoding of the page, and the semicolon ends a preceding script that lacks its own.
  const start = { js: `${banner.js}\n;` };
  const [{ text }] = await bundle({ entryPoints: [`${npm}/index.js`], format: "iife", charset: "ascii", banner: start });
  await writeFile(`${dist}/takeon.single.js`, text);
}

/** Makes the script for pages without modules. */
async function classicScript() {
  const [{ text }] = await bundle({ entryPoints: ["static/takeon.classic.js"], format: "iife", banner });
  await writeFile(`${dist}/takeon.classic.js`, text);
}

/** Makes the WordPress plugin, with its own calculator and desk in files/. */
async function wordpressPlugin() {
  const source = "integrations/wordpress/takeon";
  const entries = [];
  for (const name of await readdir(source)) {
    const text = await readFile(`${source}/${name}`, "utf8");
    entries.push([`takeon/${name}`, text.replaceAll("0.0.0", version)]);
  }
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) entries.push([`takeon/${name}`, await readFile(name)]);
  for (const [name, content] of await siteFiles()) entries.push([`takeon/files/${name}`, content]);
  const languages = Object.keys(words).map(async (tag) => {
    const locale = JSON.parse(await readFile(`static/locales/${tag}.json`, "utf8"));
    return [tag, locale["language.name"] ?? "English"];
  });
  entries.push(["takeon/files/languages.json", JSON.stringify(Object.fromEntries(await Promise.all(languages)))]);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(`${dist}/takeon-wordpress.zip`, zip(entries));
}

/**
 * Makes the archive for any site. The desk adds the owner's terms before handing it out. It has no top folder, because owners unpack
 * it into one.
 */
async function siteArchive() {
  const files = await siteFiles();
  for (const name of ["icon.svg", ...names.filter((name) => name.startsWith("frame."))]) {
    if (!files.has(name)) files.set(name, await readFile(`${dist}/${name}`));
  }
  const sizes = Object.fromEntries([...files].map(([name, content]) => [name, content.length]).sort());
  const messages = {};
  for (const name of (await readdir("static/desk")).filter((name) => name.endsWith(".json"))) {
    const all = Object.entries(JSON.parse(await readFile(`static/desk/${name}`, "utf8")));
    messages[name.replace(".json", "")] = Object.fromEntries(all.filter(([key]) => key.startsWith("test.")));
  }
  const script = withBuild(await readFile("static/desk/test.js", "utf8"), { sizes, words: messages });
  files.set("test.html", await readFile("static/desk/test.html"));
  files.set("test.js", Buffer.from(script));
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(`${dist}/takeon.zip`, zip(entries));
}

/** Returns the files of a self-hosted calculator and desk: contents by name. */
async function siteFiles() {
  const desk = names.filter((name) =>
    /^(takeon-(desk|reader|workbook)-|desk\.(js|css)$|page\.css$|icon\.svg$|integrity\.json$|reader\.js$)/.test(name),
  );
  const files = new Map();
  for (const name of [...(await calculatorFiles()), ...desk]) files.set(name, await readFile(`${dist}/${name}`));
  const page = await readFile("static/desk/desk.html", "utf8");
  const places = { home: homepage, docs: `${homepage}docs/`, source: repository };
  const placed = page.replaceAll(/@(home|docs|source)/g, (_, place) => places[place]);
  files.set("desk.html", Buffer.from(placed.replace('id="desk"', 'id="desk" data-own')));
  return files;
}

/** Returns the files that a page with the calculator may request, and their licences. */
async function calculatorFiles() {
  const files = [
    "takeon.js",
    "takeon.classic.js",
    "THIRD-PARTY.txt",
    ...names.filter((name) => ["widget", ...DEFERRED].some((part) => name.startsWith(`takeon-${part}-`))),
  ];
  for (const folder of ["locales", "more", "reader", "says", "terms"]) {
    for (const name of await readdir(`${dist}/${folder}`, { recursive: true })) {
      if (name.endsWith(".json")) files.push(`${folder}/${name}`);
    }
  }
  return files;
}

/** Returns a ZIP file of entries: pairs of path and content. All have the same date, so that the file is reproducible. */
function zip(entries) {
  const files = entries.map(([path, content]) => [path, Buffer.from(content)]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 1) });
}
