/**
 * Writes the licences of the crates in the wasm, and fails if anything, tools included, has a licence that is not allowed in
 * .cargo/deny.toml.
 *
 *   node script/licences.mjs >dist/THIRD-PARTY.txt
 */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname } from "node:path";

const [, list] = /^allow = \[([^\]]*)\]/m.exec(readFileSync(".cargo/deny.toml", "utf8"));
const ALLOWED = list.match(/[\w.-]+/g).join(" ");
/** Further licences of development tools: axe-core has the MPL, and a part of ESLint that of Python. */
const ALLOWED_FOR_TOOLS = `${ALLOWED} MPL-2.0 PSF-2.0 Python-2.0`;

const cargo = (...flags) =>
  JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--locked", ...flags], { maxBuffer: 2 ** 28 }));

const tools = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages).filter(([path]) => path);
const wrong = [
  ...cargo("--all-features").packages.filter(({ license }) => !allowed(license, ALLOWED)),
  ...tools
    .map(([name, { version, license }]) => ({ name, version, license }))
    .filter(({ license }) => !allowed(license, ALLOWED_FOR_TOOLS)),
].map(({ name, version, license }) => `${name} ${version}: ${license ?? "no licence"}`);
if (wrong.length > 0) throw new Error(`licences that .cargo/deny.toml does not allow:\n  ${wrong.join("\n  ")}`);

const shipped = cratesOf(cargo("--filter-platform", "wasm32-unknown-unknown", "--features", "api,widget,desk"));
const texts = new Map();
for (const crate of shipped) {
  const folder = dirname(crate.manifest_path);
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name));
  for (const file of files.filter((name) => /\.(md|txt)$|^[^.]+$/i.test(name))) {
    const text = readFileSync(`${folder}/${file}`, "utf8").trim();
    texts.set(text, [...(texts.get(text) ?? []), crate.name]);
  }
}
console.log(`Takeon contains Rust's standard library (MIT OR Apache-2.0) and these crates:\n`);
for (const { name, version, license, repository } of shipped) console.log(`${name} ${version}: ${license}, ${repository}`);
// The desk reads workbooks with fflate.
const { version, license, homepage } = JSON.parse(readFileSync("node_modules/fflate/package.json", "utf8"));
console.log(`\nThe desk also contains this package:\n\nfflate ${version}: ${license}, ${homepage}`);
texts.set(readFileSync("node_modules/fflate/LICENSE", "utf8").trim(), ["fflate"]);
for (const [text, names] of texts) console.log(`\n${"=".repeat(80)}\n${names.join(", ")}\n\n${text}`);

/** Returns true if a licence expression is allowed: of each "OR" one licence, of each "AND" all. */
function allowed(expression, list) {
  if (!expression) return false;
  const plain = expression.replace(/[()]/g, "");
  const every = plain.split(" AND ");
  return every.every((part) => part.split(/ OR | ?\/ ?/).some((licence) => list.split(" ").includes(licence.trim())));
}

/** Returns the external crates in the wasm, without build and test dependencies. */
function cratesOf({ packages, resolve }) {
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  // Macros run at compile time only.
  const macros = new Set(
    packages.filter(({ targets }) => targets.some(({ kind }) => kind.includes("proc-macro"))).map(({ id }) => id),
  );
  const found = new Set();
  const visit = (id) => {
    if (found.has(id) || macros.has(id)) return;
    found.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
  };
  visit(resolve.root);
  return packages.filter(({ id, source }) => found.has(id) && source !== null).sort((a, b) => (a.name < b.name ? -1 : 1));
}
