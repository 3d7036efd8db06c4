/**
 * Reports the downloads from dist/ and the sources of the bytes of the wasm, and checks their bounds. Run by script/size, which builds
 * its input: the engine alone and the calculator, in a folder.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { BOUNDS, tooLarge } from "./lib/bounds.mjs";
import { downloads, weigh } from "./lib/downloads.mjs";
import { without } from "./wasm/binary.mjs";
import { optimize } from "./wasm/optimize.mjs";
import { sizes } from "./wasm/sizes.mjs";
import { split } from "./wasm/split.mjs";

const [folder, option] = process.argv.slice(2);
const isLong = option === "--all";
/** Last recorded weights, and the size of each module: `script/size --record`. */
const RECORD = new URL("size.json", import.meta.url);
const recorded = JSON.parse(readFileSync(RECORD, "utf8"));

const { tables, weights: downloaded } = downloads();
const known = { ...downloaded, "engine alone, without JSON": await engineAlone() };
const weights = Object.fromEntries(Object.keys(BOUNDS).map((what) => [what, known[what]]));
for (const [title, rows] of Object.entries(tables)) print(`${title}, in bytes`, ["", "raw", "gzip -9", "brotli -11"], rows);
print(
  "Bounds, in bytes of brotli",
  ["", "is", "at most", "holds"],
  Object.entries(BOUNDS).map(([what, most]) => [what, weights[what], most, weights[what] <= most ? "yes" : "NO"]),
);
const exceeded = tooLarge(weights, recorded.weights);
if (option === "--check") {
  if (exceeded.length > 0) console.error(`\nerror: too large: ${exceeded.join(", ")}. script/size shows what has grown.`);
  process.exit(exceeded.length > 0 ? 1 : 0);
}

await optimize(`${folder}/widget.wasm`);
const widget = sizes(readFileSync(`${folder}/widget.wasm`));
const code = sum(widget.functions.map(({ size }) => size));
const modules = bytesByModule();
printSources();
if (option === "--record") {
  writeFileSync(RECORD, `${JSON.stringify({ weights, modules }, null, 2)}\n`);
} else if (exceeded.length > 0) {
  printGrowth();
  console.error(`\nerror: too large: ${exceeded.join(", ")}. Make it smaller, or say in the
commit why it must grow and run script/size --record.`);
  process.exitCode = 1;
}

/** Returns the bytes of brotli of the engine alone. */
async function engineAlone() {
  const path = `${folder}/engine.wasm`;
  const linked = readFileSync(path);
  await optimize(path);
  const [engine] = split(readFileSync(path), linked);
  // Custom sections are for tools.
  const [, , brotli] = weigh(without(engine, ({ id }) => id === 0));
  return brotli;
}

/** Prints the sources of the bytes of the calculator's wasm. */
function printSources() {
  const most = (count) => (isLong ? undefined : count);
  const grouped = ["", "raw", "share", "functions"];
  print("The wasm by section, in bytes", ["", "raw"], Object.entries(widget.sections));
  const crates = groups(widget.functions, ({ path }) => path[0]);
  print("Its code by crate, in bytes", grouped, crates.slice(0, most(16)));
  const own = widget.functions.filter(({ path }) => path[0] === "takeon");
  const byModule = groups(own, ({ path }) => path.slice(1, isLong ? 4 : 3).join("::"));
  print("Its own code by module, in bytes", grouped, byModule.slice(0, most(20)));
  const largest = [...widget.functions].sort((a, b) => b.size - a.size).slice(0, isLong ? 60 : 20);
  print(
    "Its largest functions, in bytes",
    ["", "raw", "share"],
    largest.map(({ name, size }) => [name, size, share(size)]),
  );
}

/** Prints the modules that have grown since they were recorded. */
function printGrowth() {
  const grown = Object.entries(modules)
    .map(([name, size]) => [name, recorded.modules[name] ?? 0, size, size - (recorded.modules[name] ?? 0)])
    .filter(([, , , more]) => more > 0)
    .sort((a, b) => b[3] - a[3]);
  print("Growth since it was recorded, in bytes of code", ["", "was", "is", "more"], grown.slice(0, 16));
}

/** Returns the bytes of code of each external crate and of each of our modules, the largest first. */
function bytesByModule() {
  const name = ({ path }) => (path[0] === "takeon" ? path.slice(0, 2).join("::") : path[0]);
  return Object.fromEntries(groups(widget.functions, name).map(([name, size]) => [name, size]));
}

/** Returns a row for each group of functions, the largest first. */
function groups(functions, key) {
  const members = new Map();
  for (const member of functions) {
    const name = key(member);
    members.set(name, [...(members.get(name) ?? []), member]);
  }
  return [...members]
    .map(([name, members]) => [name || "(itself)", sum(members.map(({ size }) => size)), members.length])
    .sort((a, b) => b[1] - a[1])
    .map(([name, size, count]) => [name, size, share(size), count]);
}

function share(size) {
  return `${((100 * size) / code).toFixed(1)} %`;
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}

/** Prints a table. Its first column is at most 100 characters wide. */
function print(title, head, rows) {
  const cells = [head, ...rows].map((row) => row.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell)));
  const widths = head.map((_, column) => Math.min(100, Math.max(...cells.map((row) => row[column].length))));
  const line = (row) =>
    row.map((cell, i) => (i === 0 ? cell.slice(0, 100).padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  console.log(`\n${title}\n\n${cells.map((row) => `  ${line(row)}`.trimEnd()).join("\n")}`);
}
