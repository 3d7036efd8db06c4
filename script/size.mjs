/**
 * Reports the download size of a first visit to dist/ and the sources of the bytes of the wasm, and checks the budgets. Run by
 * script/size, which builds its input.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { BOUNDS, tooLarge } from "./lib/bounds.mjs";
import { CALCULATOR } from "./lib/parts.mjs";
import { number, sections, text, without } from "./wasm/binary.mjs";
import { optimize } from "./wasm/optimize.mjs";
import { split } from "./wasm/split.mjs";

const [folder, option] = process.argv.slice(2);
const everything = option === "--all";
/** Last recorded weights, and the size of each module: `script/size --record`. */
const RECORD = new URL("size.json", import.meta.url);

// ---- Downloads of a first visit, until a visitor can begin, and then ------------

const dist = new URL("../dist/", import.meta.url);
const hashed = (program, extension) =>
  readdirSync(dist).find((name) => new RegExp(`^${program}-[0-9a-f]{16}\\${extension}$`).test(name));
const visit = [
  ["shell", "takeon.js"],
  ["glue and style", hashed("takeon-widget", ".js")],
  ["wasm", hashed("takeon-widget", ".wasm")],
  ["terms", "terms/web-studio.json"],
];

const weigh = (bytes) => [
  bytes.length,
  gzipSync(bytes, { level: 9 }).length,
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
];

const weights = visit.map(([what, name]) => [what, ...weigh(readFileSync(new URL(name, dist)))]);
function sumOf(what, ...rows) {
  return [what, ...[1, 2, 3].map((column) => sum(rows.map((row) => row[column])))];
}
const together = (rows) => sumOf("together", ...rows);
const total = together(weights);
const later = (what, part) => [what, ...weigh(readFileSync(new URL(hashed(`takeon-${part}`, ".wasm"), dist)))];
const deferred = later("the part of the wasm that answers", "answer");
const answered = sumOf("with its answer", total, deferred);
// Letter, steps, menu, and folded content of the answer: nothing of a visitor's first answer.
const rest = later("the rest of the wasm", "rest");
const all = sumOf("with all of it", answered, rest);
// The part that reads messages is loaded for the first of them, with the word lists of its language. The largest
// counts.
const message = later("the part of the wasm that reads messages", "message");
const lists = readdirSync(new URL("says/", dist)).map((name) => [
  `with the words of ${name.replace(".json", "")}`,
  ...weigh(readFileSync(new URL(`says/${name}`, dist))),
]);
const heard = sumOf("a first message", message, lists.sort((a, b) => b[3] - a[3])[0]);
const scripts = [
  ["engine.js", "engine.js"],
  ["its glue", hashed("takeon-engine", ".js")],
  ["its wasm", hashed("takeon-engine", ".wasm")],
].map(([what, name]) => [what, ...weigh(readFileSync(new URL(name, dist)))]);
const asked = together(scripts);
const tools = [
  ["loader", "desk.js"],
  ["glue", hashed("takeon-desk", ".js")],
  ["wasm", hashed("takeon-desk", ".wasm")],
  ["style", "desk.css"],
].map(([what, name]) => [what, ...weigh(readFileSync(new URL(name, dist)))]);
const desk = together(tools);
// All tools but the first.
const laterTools = later("the rest of the wasm", "desk-later");
const wholeDesk = sumOf("with all of it", desk, laterTools);
const linked = readFileSync(`${folder}/engine.wasm`);
await optimize(`${folder}/engine.wasm`);
const [engine] = split(readFileSync(`${folder}/engine.wasm`), linked);
// Without sections for tools.
const alone = weigh(without(engine, ({ id }) => id === 0));

/** English messages in a part of the wasm. */
const words = (part) => {
  const module = new WebAssembly.Module(readFileSync(new URL(hashed(`takeon-${part}`, ".wasm"), dist)));
  return Buffer.from(WebAssembly.Module.customSections(module, "words")[0]);
};
const english = ["widget", ...CALCULATOR.map(({ name }) => name)].map((part) => [`of the part ${part}`, ...weigh(words(part))]);
/** Messages of another language up to the first answer. The largest counts. */
const others = readdirSync(new URL("locales/", dist))
  .filter((name) => name !== "en.json")
  .map((name) => [name.replace(".json", ""), ...weigh(readFileSync(new URL(`locales/${name}`, dist)))])
  .sort((a, b) => b[3] - a[3]);
const is = {
  "first visit, until the first question": total[3],
  "first visit, until the first question, aim": total[3],
  "first visit, until the first answer": answered[3],
  "first visit, until the first answer, aim": answered[3],
  shell: weights[0][3],
  // Messages that a first visit waits for, without those that are only in the rest.
  English: english[0][3] + english[1][3],
  "another language": others[0][3],
  "engine alone, without JSON": alone[2],
  "a first message": heard[3],
  "desk, first screen": desk[3],
  "desk, all of it": wholeDesk[3],
};

table(
  "What a first visit loads, in bytes",
  ["", "raw", "gzip -9", "brotli -11"],
  [...weights, total, deferred, answered, rest, all],
);
table("What a first message loads, in bytes", ["", "raw", "gzip -9", "brotli -11"], [message, ...lists, heard]);
table("English in it, in bytes", ["", "raw", "gzip -9", "brotli -11"], english);
table("Another language in it, in bytes", ["", "raw", "gzip -9", "brotli -11"], others);
table("What a script loads that asks the engine, in bytes", ["", "raw", "gzip -9", "brotli -11"], [...scripts, asked]);
table("What the owner's tools load, in bytes", ["", "raw", "gzip -9", "brotli -11"], [...tools, desk, laterTools, wholeDesk]);
table(
  "Bounds, in bytes of brotli",
  ["", "is", "at most", "holds"],
  Object.entries(BOUNDS).map(([what, most]) => [what, is[what], most, is[what] <= most ? "yes" : "NO"]),
);
const recorded = JSON.parse(readFileSync(RECORD, "utf8"));
if (option === "--check") {
  const passed = tooLarge(is, recorded.weights);
  if (passed.length > 0) console.error(`\nerror: too large: ${passed.join(", ")}. script/size says what has grown.`);
  process.exit(passed.length > 0 ? 1 : 0);
}

// ---- Sources of the bytes of the wasm ------------------------------------

await optimize(`${folder}/widget.wasm`);
const widget = read(readFileSync(`${folder}/widget.wasm`));
const code = sum(widget.functions.map(({ size }) => size));
const share = (size) => `${((100 * size) / code).toFixed(1)} %`;

table("The wasm by section, in bytes", ["", "raw"], Object.entries(widget.sections));
table(
  "Its code by crate, in bytes",
  ["", "raw", "share", "functions"],
  grouped(widget.functions, ({ path }) => path[0]).slice(0, everything ? undefined : 16),
);
const own = widget.functions.filter(({ path }) => path[0] === "takeon");
table(
  "Its own code by module, in bytes",
  ["", "raw", "share", "functions"],
  grouped(own, ({ path }) => path.slice(1, everything ? 4 : 3).join("::")).slice(0, everything ? undefined : 20),
);
table(
  "Its largest functions, in bytes",
  ["", "raw", "share"],
  [...widget.functions]
    .sort((a, b) => b.size - a.size)
    .slice(0, everything ? 60 : 20)
    .map(({ name, size }) => [name, size, share(size)]),
);

// ---- Budgets ----------------------------------------------------

const record = { weights: is, modules: modules() };
if (option === "--record") {
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
} else {
  check(recorded);
}

/** Returns the bytes of code of each external crate and of each of our modules, the largest first. */
function modules() {
  const name = ({ path }) => (path[0] === "takeon" ? path.slice(0, 2).join("::") : path[0]);
  return Object.fromEntries(grouped(widget.functions, name).map(([name, size]) => [name, size]));
}

/** Fails if a weight is too large, and names the modules that grew. */
function check(known) {
  const passed = tooLarge(is, known.weights);
  if (passed.length === 0) return;
  const grown = Object.entries(record.modules)
    .map(([name, size]) => [name, known.modules[name] ?? 0, size, size - (known.modules[name] ?? 0)])
    .filter(([, , , more]) => more > 0)
    .sort((a, b) => b[3] - a[3]);
  table("What grew since it was recorded, in bytes of code", ["", "was", "is", "more"], grown.slice(0, 16));
  console.error(`\nerror: too large: ${passed.join(", ")}. Make it smaller, or say in the
commit why it must grow and run script/size --record.`);
  process.exitCode = 1;
}

/** Returns rows of the functions' groups, the largest first. */
function grouped(functions, key) {
  const groups = new Map();
  for (const member of functions) {
    const name = key(member);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(member);
  }
  return [...groups]
    .map(([name, members]) => [name || "(itself)", sum(members.map(({ size }) => size)), members.length])
    .sort((a, b) => b[1] - a[1])
    .map(([name, size, count]) => [name, size, share(size), count]);
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}

// ---- The format of wasm --------------------------------------------------------

/** Returns the functions of a module with their sizes, and the sizes of its sections except that of names. */
function read(bytes) {
  const names = new Map();
  const sizes = [];
  const weights = {};
  let imported = 0;
  for (const { name, start, body, end } of sections(bytes)) {
    const reader = { bytes, at: body };
    if (name !== "name") weights[name] = (weights[name] ?? 0) + end - start;
    if (name === "import") imported = importedFunctions(reader);
    if (name === "code") {
      for (let left = number(reader); left > 0; left--) {
        const size = number(reader);
        sizes.push(size);
        reader.at += size;
      }
    }
    while (name === "name" && reader.at < end) {
      const kind = bytes[reader.at++];
      const after = number(reader) + reader.at;
      // 1: function names.
      for (let left = kind === 1 ? number(reader) : 0; left > 0; left--) names.set(number(reader), text(reader));
      reader.at = after;
    }
  }
  const functions = sizes.map((size, i) => {
    const name = readable(names.get(imported + i) ?? "(no name)");
    return { name, path: path(name), size };
  });
  return { functions, sections: weights };
}

function importedFunctions(reader) {
  let functions = 0;
  for (let left = number(reader); left > 0; left--) {
    text(reader);
    text(reader);
    const kind = reader.bytes[reader.at++];
    if (kind === 0) {
      functions++;
      number(reader);
    } else {
      throw new Error("this module imports more than functions, which size.mjs cannot read");
    }
  }
  return functions;
}

// ---- Names ----------------------------------------------------------------------

/** Returns a name without hashes. The engine, a crate of ours, counts as a module. */
function readable(name) {
  const plain = name.replace(/\[[0-9a-f]{16}\]/g, "").replace(/::h[0-9a-f]{16}(?=\W|$)/g, "");
  return plain.replace(/\btakeon_engine(?=::)/g, "takeon::engine");
}

/** Returns crate and modules of a name: for a method those of its type, or of the trait if the type is foreign. */
function path(name) {
  const paths = name.match(/[a-z_]\w*(::[\w{}]+)+/g) ?? [];
  // Wrappers by wasm-bindgen of our exports, with everything inlined into them.
  if (/ multivalue shim$/.test(name)) return ["takeon", "host", "exports"];
  const found = paths.find((path) => !path.startsWith("_::"));
  if (!found) return ["(no crate)"];
  const steps = found.split("::");
  // Modules are in lower case; after them comes a type or the function itself.
  const last = steps.findIndex((step) => !/^[a-z]\w*$/.test(step));
  return last < 0 ? (steps.length > 1 ? steps.slice(0, -1) : steps) : steps.slice(0, Math.max(last, 1));
}

// ---- Tables ----------------------------------------------------------------------

function table(title, head, rows) {
  const written = [head, ...rows].map((row) => row.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell)));
  const widths = head.map((_, column) => Math.min(100, Math.max(...written.map((row) => row[column].length))));
  const line = (row) =>
    row.map((cell, i) => (i === 0 ? cell.slice(0, 100).padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  console.log(`\n${title}\n\n${written.map((row) => `  ${line(row)}`.trimEnd()).join("\n")}`);
}
