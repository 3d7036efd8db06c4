/**
 * A wasm in fewer bytes: laid out anew and optimised once more, and with short names for what it and its glue take
 * from one another. Those of wasm-bindgen tell what each is, with a hash behind it, and a visitor would load them in
 * both files.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Shortens the wasm at `path`, and gives its glue with the same names. */
export async function shortened(path, glue) {
  const layout = ["--flatten", "--rereloop", "-Oz"];
  const names = ["--minify-imports-and-exports-and-modules", "--strip-target-features"];
  const { stdout } = await promisify(execFile)("wasm-opt", [...layout, ...names, path, "-o", path]);
  const { imports, exports } = JSON.parse(stdout);
  const taken = new Map(imports.map(([, name, short]) => [name, short]));
  const given = new Map(exports);
  const [[from]] = imports;
  return glue
    .replaceAll(`"${from}": import0`, "a: import0")
    .replace(/(?<=^ +)__wb\w+(?=: function)/gm, (name) => taken.get(name) ?? name)
    .replace(/(?<=\bwasm\.)\w+/g, (name) => given.get(name) ?? name);
}
