/**
 * Makes more forms of what is in dist/, as script/build's last step: the npm package in
 * dist/npm/, dist/takeon.single.js for hosts that allow one file, dist/takeon-wordpress.zip, and
 * dist/takeon.zip with what any site needs.
 */
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { contract, jsx, manifest, types } from "./contract.mjs";
import { bundle, standIn } from "./lib/bundle.mjs";

const dist = "dist";
const npm = `${dist}/npm`;
const cargo = await readFile("Cargo.toml", "utf8");
/** A value of Cargo.toml, the first of its name. */
const said = (name) => JSON.parse(new RegExp(`^${name} = (.+)$`, "m").exec(cargo)[1]);
const version = said("version");
const banner = { js: `/*! Takeon ${version} | MIT OR Apache-2.0 */` };
const names = await readdir(dist);
/** A file of dist/, whose name says what is in it. */
const built = (program, extension) => `${dist}/${names.find((name) => name.startsWith(program) && name.endsWith(extension))}`;
const words = {};
for (const name of (await readdir("static/locales")).sort()) {
  words[name.replace(".json", "")] = JSON.parse(await readFile(`static/locales/${name}`, "utf8"))["shell.again"];
}
const build = `export const BUILD = ${JSON.stringify({ version, locales: words })};`;

await rm(npm, { recursive: true, force: true });
await mkdir(npm);
await single();
await packed();
await plugin();
await archive();

/** One file that needs no other. */
async function single() {
  const texts = { "./terms/web-studio.json": await readFile(`${dist}/terms/web-studio.json`, "utf8") };
  for (const lang of Object.keys(words).filter((lang) => lang !== "en")) {
    for (const path of [`locales/${lang}.json`, `terms/${lang}/web-studio.json`]) {
      texts[`./${path}`] = await readFile(`${dist}/${path}`, "utf8");
    }
  }
  for (const lang of Object.keys(words)) texts[`./reader/${lang}.json`] = await readFile(`${dist}/reader/${lang}.json`, "utf8");
  const packed = async (name) => gzipSync(await readFile(built(name, ".wasm")), { level: 9 }).toString("base64");
  const css = await readFile(built("takeon-widget", ".css"), "utf8");
  const files = `
    import * as lazy from "${process.cwd()}/${built("takeon-widget", ".js")}";
    const css = ${JSON.stringify(css)};
    const texts = ${JSON.stringify(texts)};
    export async function files() {
      const unpacked = (text) => {
        const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
        return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
      };
      const wasm = await unpacked("${await packed("takeon-widget")}");
      return { lazy, wasm, css, fetchPart: (name) => unpacked(parts[name]) };
    }
    const parts = { answer: "${await packed("takeon-answer")}", rest: "${await packed("takeon-rest")}" };
    export const own = async (path) => texts[path.split("?")[0]];`;
  const plugins = [standIn({ "build.js": build, "files.js": files }, process.cwd())];
  const [{ text }] = await bundle({ entryPoints: ["static/takeon.js"], plugins, banner });
  await writeFile(`${dist}/takeon.single.js`, text);
}

/** The npm package. Its files are named so that bundlers find them. */
async function packed() {
  const wasms = ["widget", "answer", "rest", "engine"].map((part) => `takeon-${part}.wasm`);
  for (const name of ["takeon-widget.js", "takeon-engine.js", ...wasms]) {
    await cp(built(...name.split(/(?=\.)/)), `${npm}/${name}`);
  }
  await cp(built("takeon-widget", ".css"), `${npm}/takeon-widget.css`);
  for (const folder of ["locales", "reader", "schema"]) await cp(`${dist}/${folder}`, `${npm}/${folder}`, { recursive: true });
  for (const folder of ["", ...Object.keys(words).filter((lang) => lang !== "en")]) {
    await cp(`${dist}/terms/${folder}/web-studio.json`, `${npm}/terms/${folder}/web-studio.json`);
  }
  const json = (address) => `json(new URL(${address}, import.meta.url).href, kind)`;
  const files = `
    import { get, json, patiently, text } from "./fetching.js";
    const part = (url) => get(url.href, "load", (response) => response);
    export async function files() {
      const [code, response, css] = await Promise.all([
        import("./takeon-widget.js"),
        part(new URL("./takeon-widget.wasm", import.meta.url)),
        get(new URL("./takeon-widget.css", import.meta.url).href, "load", text),
      ]);
      const parts = {
        answer: new URL("./takeon-answer.wasm", import.meta.url),
        rest: new URL("./takeon-rest.wasm", import.meta.url),
      };
      const fetchPart = (name) => patiently(() => part(parts[name]));
      return { lazy: code, wasm: response, css, fetchPart };
    }
    export function own(path, kind) {
      const [, folder, name] = /^\\.\\/(\\w+)\\/(.*)\\.json/.exec(path);
      if (folder === "reader") return ${json("`./reader/${name}.json`")};
      return folder === "locales" ? ${json("`./locales/${name}.json`")} : ${json("`./terms/${name}.json`")};
    }
    export const lazy = () => import("./takeon-engine.js");
    export const wasm = () => new URL("./takeon-engine.wasm", import.meta.url);`;
  const shell = `${process.cwd()}/static/shell`;
  const plugins = [standIn({ "build.js": build, "files.js": files }, shell)];
  const outputs = await bundle({
    entryPoints: { index: "static/takeon.js", element: "static/element.js", engine: "static/engine.js" },
    outdir: npm,
    splitting: true,
    minify: false,
    external: ["node:*", "*/takeon-widget.js", "*/takeon-engine.js"],
    plugins,
    banner,
  });
  for (const { path, text } of outputs) await writeFile(path, text);

  await cp(`${dist}/engine.d.ts`, `${npm}/engine.d.ts`);
  await writeFile(`${npm}/element.d.ts`, types(contract));
  await writeFile(`${npm}/index.d.ts`, 'export * from "./element.js";\n');
  await writeFile(`${npm}/jsx.d.ts`, jsx(contract));
  await writeFile(`${npm}/custom-elements.json`, `${JSON.stringify(manifest(contract), null, 2)}\n`);
  for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) await cp(name, `${npm}/${name}`);
  const script = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  const description = {
    name: "takeon",
    version,
    description: contract.description,
    license: said("license"),
    repository: { type: "git", url: `git+${said("repository")}.git` },
    homepage: said("homepage"),
    bugs: `${said("repository")}/issues`,
    keywords: said("keywords"),
    type: "module",
    sideEffects: ["./index.js"],
    exports: {
      ".": script("index"),
      "./element": script("element"),
      "./engine": script("engine"),
      "./jsx": { types: "./jsx.d.ts" },
      "./locales/*": "./locales/*",
      "./schema/*": "./schema/*",
      "./custom-elements.json": "./custom-elements.json",
      "./package.json": "./package.json",
    },
    customElements: "custom-elements.json",
  };
  await writeFile(`${npm}/package.json`, `${JSON.stringify(description, null, 2)}\n`);
}

/** The plugin for WordPress, as it is uploaded there: with a calculator of its own in files/. */
async function plugin() {
  const source = "integrations/wordpress/takeon";
  const entries = [];
  for (const name of await readdir(source)) {
    const text = await readFile(`${source}/${name}`, "utf8");
    entries.push([`takeon/${name}`, text.replaceAll("0.0.0", version)]);
  }
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) entries.push([`takeon/${name}`, await readFile(name)]);
  for (const name of await needed()) entries.push([`takeon/files/${name}`, await readFile(`${dist}/${name}`)]);
  const languages = Object.keys(words).map(async (tag) => {
    const locale = JSON.parse(await readFile(`static/locales/${tag}.json`, "utf8"));
    return [tag, locale["language.name"] ?? "English"];
  });
  entries.push(["takeon/files/languages.json", JSON.stringify(Object.fromEntries(await Promise.all(languages)))]);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(`${dist}/takeon-wordpress.zip`, zip(entries));
}

/** What an owner unpacks into a folder of any site: the demo page hands it out. */
async function archive() {
  const files = [...(await needed()), "icon.svg", ...names.filter((name) => name.startsWith("frame."))];
  const entries = files.sort().map(async (name) => [`takeon/${name}`, await readFile(`${dist}/${name}`)]);
  await writeFile(`${dist}/takeon.zip`, zip(await Promise.all(entries)));
}

/** The files that a page with the calculator may ask for, and the licences of what they are made of. */
async function needed() {
  const files = ["takeon.js", "THIRD-PARTY.txt", ...names.filter((name) => /^takeon-(widget|answer|rest)/.test(name))];
  for (const folder of ["locales", "reader", "terms"]) {
    for (const name of await readdir(`${dist}/${folder}`, { recursive: true })) {
      if (name.endsWith(".json")) files.push(`${folder}/${name}`);
    }
  }
  return files;
}

/** A ZIP file of these entries, pairs of a path and its content. It has no dates, so that the same entries give the same bytes. */
function zip(entries) {
  const files = entries.map(([path, content]) => [path, Buffer.from(content)]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 1) });
}
