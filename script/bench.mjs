/**
 * Benchmark in Chromium: appraisals by dist/engine.js, next to criterion's native results; visits (visits.mjs); and other libraries
 * (peers.mjs). Run by script/bench.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { inChromium, isolate } from "./lib/chromium.mjs";
import { bundlePeers, lighthouse, sideBySide } from "./peers.mjs";
import { ANSWERED, visits } from "./visits.mjs";

/** Bounds of the median of an appraisal in Chromium, in milliseconds. A second one is an aim. */
const BOUNDS = { "12 wishes": [2, 1], "200 wishes": [10] };

/** Last recorded measurements, for docs/figures.md: `script/bench --record`. */
const RECORD = "benches/record.json";

const [target, option] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
const briefs = read("benches/briefs.json");
const terms = read("tests/cases/terms.json");

const folder = join(target, "peers");
await bundlePeers(folder);
const measured = await inChromium(
  async (browser, address) => ({
    version: browser.version(),
    ...(await appraised(browser, address)),
    visits: await visits(browser, address),
    peers: await sideBySide(browser, `${address}${ANSWERED}`, `${address}peers/`),
    scores: lighthouse(folder, address),
  }),
  `/peers=${join(folder, "pages")}`,
);
const { version, appraisals, simulation, peers } = measured;
const cores = cpus();
const report = {
  date: new Date().toISOString(),
  machine: {
    cpu: cores[0].model,
    cores: cores.length,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    // A load above the number of cores makes the medians unreliable.
    load: Number(loadavg()[1].toFixed(1)),
  },
  versions: {
    rustc: execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim(),
    node: process.version,
    chromium: version,
  },
  unit: "ms",
  chromium: appraisals,
  native: Object.fromEntries(
    Object.keys(briefs)
      .flatMap((name) => [name, `${name}, JSON to JSON`])
      .map((name) => [name, native(name)]),
  ),
  simulation,
  lighthouse: measured.scores,
  peers,
};
const growth = appraisals["500 wishes"].median / appraisals["200 wishes"].median;
report.bounds = [
  ...Object.entries(BOUNDS).flatMap(([name, bounds]) =>
    bounds.map((most, i) => [`appraisal of ${name}${i ? ", aim" : ""}`, appraisals[name].median, most, "ms"]),
  ),
  ["appraisal of 500 wishes over 200", growth, 500 / 200, "times"],
  ...measured.visits,
  [
    "Lighthouse on a phone: points missing from 100 in the lowest of its four scores",
    100 - Math.min(...Object.values(measured.scores)),
    0,
    "points",
  ],
].map(([what, is, most, unit]) => ({ what, is, most, unit, holds: is <= most }));

const text = reportText(report);
writeFileSync(`${target}/bench.txt`, text);
writeFileSync(`${target}/bench.json`, `${JSON.stringify(report, null, 2)}\n`);
if (option === "--record") writeFileSync(RECORD, `${JSON.stringify(report, null, 2)}\n`);
console.log(`\n${text}\nWritten to ${target}/bench.txt and ${target}/bench.json.`);

/** Returns the results of benches/page.js. */
async function appraised(browser, address) {
  const page = await browser.newPage();
  await isolate(page);
  await page.goto(`${address}benches/page.html`);
  const results = await page.evaluate(
    async ([briefs, terms]) => (await import("/benches/page.js")).measure(briefs, terms),
    [briefs, terms],
  );
  await page.close();
  return results;
}

/** Returns criterion's results for a benchmark, in milliseconds. */
function native(name) {
  const { iters, times } = JSON.parse(readFileSync(`${target}/criterion/${name}/new/sample.json`, "utf8"));
  const each = times.map((time, i) => time / iters[i] / 1e6).sort((a, b) => a - b);
  const at = (share) => each[Math.floor(share * (each.length - 1))];
  return { least: at(0), median: at(0.5), p90: at(0.9), rounds: iters.reduce((a, b) => a + b, 0) };
}

function reportText({ date, machine, versions, chromium, native, simulation, peers, bounds }) {
  const figures = ({ least, median, p90, rounds }) => [
    ...[least, median, p90].map((time) => time.toFixed(3)),
    rounds.toLocaleString("en"),
  ];
  const rows = [
    ["", "least, ms", "median, ms", "p90, ms", "rounds"],
    ...Object.entries(chromium).map(([name, times]) => [`Chromium: ${name}`, ...figures(times)]),
    ["Chromium: 10,000 random runs for one odds figure, in JavaScript", ...figures(simulation)],
    ...Object.entries(native).map(([name, times]) => [`native: ${name}`, ...figures(times)]),
  ];
  const comparison = [
    ["", "brotli, kB", "shown after, ms"],
    ...peers.map(({ name, bytes, time }) => [name, (bytes / 1000).toFixed(1), time.toFixed(0)]),
  ];
  const limits = [
    ["", "is", "at most", "", "holds"],
    ...bounds.map(({ what, is, most, unit, holds }) => [what, rounded(is), String(most), unit, holds ? "yes" : "NO"]),
  ];
  return `Takeon, ${date}

  ${machine.cpu}, ${machine.cores} cores, ${machine.memory}, load ${machine.load}
  ${versions.rustc}, Node ${versions.node}, Chromium ${versions.chromium}

Appraisals. Each brief has six missing answers that could change the verdict. In Chromium, from
plain objects to plain objects, after a warm-up. Natively, the engine alone, and from JSON to JSON;
both are optimised for size, like the wasm.

${aligned(rows)}

The odds are ${simulation.exact.toFixed(4)}; a simulation of a million runs gives ${simulation.odds.toFixed(4)}.

Comparison: the download of a page, and the time from the script's tag until its content is painted.

${aligned(comparison)}

Bounds of medians in Chromium.

${aligned(limits)}
`;
}

function rounded(figure) {
  return String(Number(figure.toPrecision(3)));
}

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  return rows.map((row) => `  ${line(row)}`.trimEnd()).join("\n");
}
