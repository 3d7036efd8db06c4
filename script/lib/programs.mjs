/** Programs of a build: their wasm and the scripts that start it. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { withSection } from "../wasm/binary.mjs";
import { instantiable } from "../wasm/glue.mjs";
import { minifyNames, optimize } from "../wasm/optimize.mjs";
import { reachability } from "../wasm/reachability.mjs";
import { split } from "../wasm/split.mjs";
import { bundle, replaceModules } from "./bundle.mjs";
import { languageNames } from "./languages.mjs";
import { dist, integrity as integrityOf, put, release } from "./output.mjs";
import { inParts } from "./words.mjs";

/** Returns a style of the calculator. */
const styleOf = async (name) => (await bundle({ entryPoints: [`src/widget/${name}.css`], minify: release }))[0].text;

/** Style that the script of the calculator includes. */
const style = await styleOf("style");

/** Style that loads with the rest of the wasm. */
const restStyle = await styleOf("rest");

/**
 * Writes a program: its wasm, in a release split into parts, and the script that starts it, which includes the style. Returns their
 * addresses and integrity hashes, and the messages of each part as `english`.
 */
export async function program(name, script, deferred, messages) {
  const { glue, wasm, english, ...parts } = await bindgenOutput(name, deferred, messages);
  const modules = {
    "glue.js": instantiable(glue),
    "names.js": `export const languages = ${JSON.stringify(Object.entries(await languageNames("static/locales")))};`,
    "style.js": `export const css = ${JSON.stringify(style)};`,
  };
  const plugins = [replaceModules(modules)];
  const [{ contents }] = await bundle({ entryPoints: [script], plugins, minify: release });
  const files = { glue: contents, wasm, ...parts };
  const [addresses, integrity] = [{}, {}];
  for (const [what, content] of Object.entries(files)) {
    const start = what in parts ? `takeon-${what}` : name;
    const extension = what === "glue" ? "js" : "wasm";
    addresses[what] = `./${await put(`${start}.${extension}`, content, Object.values(files))}`;
    integrity[what] = integrityOf(content);
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
  const withStyle = (bytes) => withSection(bytes, "style", restStyle);
  if (!release) {
    const wasm = withMessages(await take(`${name}_bg.wasm`), 0);
    const isStyled = deferred.some(({ isStyled }) => isStyled);
    return { glue: originalGlue, wasm: isStyled ? withStyle(wasm) : wasm, english };
  }
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
  const named = kept.map(({ name, isStyled }, index) => [name, isStyled ? withStyle(later[index]) : later[index]]);
  return { glue, wasm, english: english.slice(0, kept.length + 1), ...Object.fromEntries(named) };
}

/** Reads a file that Trunk has written, and removes it. */
async function take(name) {
  const path = join(dist, name);
  const content = await readFile(path);
  await rm(path);
  return content;
}
