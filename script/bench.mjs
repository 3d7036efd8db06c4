/**
 * Measures in Chromium, through dist/engine.js, what criterion has measured
 * natively, and prints both. It is run by script/bench.
 */
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { chromium } from "@playwright/test";

/** In milliseconds, as the median in Chromium. */
const BOUNDS = { "12 wishes": [2, 1], "200 wishes": [10] };

const [target] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
const briefs = read("benches/briefs.json");
const terms = read("tests/cases/terms.json");

const { version, appraisals, simulation } = await inChromium();
const cores = cpus();
const report = {
  date: new Date().toISOString(),
  machine: {
    cpu: cores[0].model,
    cores: cores.length,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    // Above the number of cores the machine was busy with other things, and the medians say little.
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
};
const growth = appraisals["500 wishes"].median / appraisals["200 wishes"].median;
report.bounds = [
  ...Object.entries(BOUNDS).flatMap(([name, bounds]) =>
    bounds.map((most, i) => bound(`${name}${i ? ", aim" : ""}, ms`, appraisals[name].median, most)),
  ),
  bound("500 wishes over 200 wishes, times", growth, 500 / 200),
  bound("12 wishes over one simulated figure, times", appraisals["12 wishes"].median / simulation.median, 1),
];

const text = written(report);
writeFileSync(`${target}/bench.txt`, text);
writeFileSync(`${target}/bench.json`, `${JSON.stringify(report, null, 2)}\n`);
console.log(`\n${text}\nLeft in ${target}/bench.txt and ${target}/bench.json.`);

function bound(what, is, most) {
  return { what, is, most, holds: is <= most };
}

/** Runs benches/page.js in Chromium. */
async function inChromium() {
  const server = spawn(process.execPath, ["script/server.mjs", "0", "dist", "/benches=benches"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const browser = await chromium.launch({ executablePath: process.env.CHROME });
  try {
    const [, address] = /(http:\S+)/.exec(await new Promise((done) => server.stdout.once("data", (data) => done(String(data)))));
    const page = await browser.newPage();
    // Only a page that is isolated may look at a clock that ticks in microseconds.
    await page.route("**/page.html", async (route) => {
      const response = await route.fetch();
      const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
      await route.fulfill({ response, headers: { ...response.headers(), ...isolated } });
    });
    await page.goto(`${address}benches/page.html`);
    const measured = await page.evaluate(
      async ([briefs, terms]) => (await import("/benches/page.js")).measure(briefs, terms),
      [briefs, terms],
    );
    return { version: browser.version(), ...measured };
  } finally {
    await browser.close();
    server.kill();
  }
}

/** What criterion has found, in milliseconds. */
function native(name) {
  const { iters, times } = JSON.parse(readFileSync(`${target}/criterion/${name}/new/sample.json`, "utf8"));
  const each = times.map((time, i) => time / iters[i] / 1e6).sort((a, b) => a - b);
  const at = (share) => each[Math.floor(share * (each.length - 1))];
  return { least: at(0), median: at(0.5), p90: at(0.9), rounds: iters.reduce((a, b) => a + b, 0) };
}

function written({ date, machine, versions, chromium, native, simulation, bounds }) {
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
  const limits = [
    ["", "is", "at most", "holds"],
    ...bounds.map(({ what, is, most, holds }) => [what, is.toFixed(2), String(most), holds ? "yes" : "NO"]),
  ];
  return `Appraisals, ${date}

  ${machine.cpu}, ${machine.cores} cores, ${machine.memory}, load ${machine.load}
  ${versions.rustc}, Node ${versions.node}, Chromium ${versions.chromium}

Every brief leaves six things unsaid that could change the answer. In Chromium from
plain objects to plain objects, warm; natively the engine alone, and with its JSON,
both built for size as the wasm is.

${lined(rows)}

The figure that was simulated is ${simulation.exact.toFixed(4)}; a million runs give ${simulation.odds.toFixed(4)}.

Bounds, on the median in Chromium

${lined(limits)}
`;
}

function lined(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  return rows.map((row) => `  ${line(row)}`.trimEnd()).join("\n");
}
