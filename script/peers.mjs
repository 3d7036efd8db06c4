/**
 * Comparison of the calculator with other libraries, each bundled from npm into a minimal page and measured in the same run of
 * Chromium; and the Lighthouse scores of the demo page.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const PACKAGES = {
  "@quri/squiggle-lang": "0.10.0",
  altcha: "3.2.2",
  lighthouse: "12.8.2",
  "survey-core": "2.5.38",
  "survey-js-ui": "2.5.38",
};

/** Other libraries. Each program calls `shown` when its content is visible. */
const PEERS = [
  {
    name: "a form library: SurveyJS, two questions",
    program: `
      import { Model } from "survey-core";
      import { renderSurvey } from "survey-js-ui";
      import "survey-core/survey-core.css";
      const elements = [{ name: "wishes", type: "comment" }, { name: "budget", type: "text", inputType: "number" }];
      renderSurvey(new Model({ elements }), document.body);
      const look = () => (document.querySelector("textarea") ? shown() : requestAnimationFrame(look));
      look();`,
  },
  {
    name: "a captcha: ALTCHA, its box",
    program: `
      import "altcha";
      document.body.append(document.createElement("altcha-widget"));
      const look = () => (document.querySelector("altcha-widget input") ? shown() : requestAnimationFrame(look));
      look();`,
  },
  {
    name: "an estimation language: Squiggle, one odds figure",
    program: `
      import { run } from "@quri/squiggle-lang";
      const { result } = await run("cdf((6 to 24) * (1 to 2), 30)");
      if (!result.ok) throw new Error(String(result.value));
      shown();`,
  },
];

/** Number of measurements of each page. */
const TIMES = 7;

/** Installs the packages in a folder, and bundles a page for each program into its subfolder `pages`. */
export async function bundlePeers(folder) {
  mkdirSync(join(folder, "pages"), { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies: PACKAGES }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, stdio: "inherit" });
  for (const [index, { program }] of PEERS.entries()) {
    const stdin = { contents: program, resolveDir: folder };
    const out = { outdir: join(folder, "pages"), entryNames: String(index), metafile: true };
    const { metafile } = await build({ stdin, ...out, bundle: true, minify: true, format: "esm" });
    const styled = Object.keys(metafile.outputs).some((path) => path.endsWith(".css"));
    writeFileSync(join(folder, "pages", `${index}.html`), html(index, styled));
  }
}

const html = (index, styled) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Peer</title>
  <link rel="icon" href="data:," />
  ${styled ? `<link rel="stylesheet" href="${index}.css" />` : ""}
  <script>
    const start = performance.now();
    // A frame begins after the previous one was painted.
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const visible = new Promise((done) => (globalThis.shown = done));
    globalThis.painted = visible.then(frame).then(frame).then(() => performance.now() - start);
  </script>
  <script type="module" src="${index}.js"></script>
</html>
`;

/** Measures the calculator at the address `ours`, and each peer: `{ name, bytes, time }`. */
export async function sideBySide(browser, ours, address) {
  const pages = [["Takeon, a brief with its answer", ours], ...PEERS.map(({ name }, index) => [name, `${address}${index}.html`])];
  const rows = [];
  for (const [name, page] of pages) rows.push({ name, ...(await shown(browser, page)) });
  return rows;
}

/** Returns the transferred bytes, and the median of the milliseconds from the script's tag until the content is painted. */
async function shown(browser, address) {
  const times = [];
  let bytes;
  // The first visit does not count: the server compresses files on their first request.
  for (let i = 0; i <= TIMES; i++) {
    const page = await browser.newPage();
    await page.goto(address);
    times.push(await page.evaluate(() => globalThis.painted));
    bytes = await page.evaluate(() => {
      const loaded = performance.getEntriesByType("resource").filter(({ name }) => !name.endsWith("/visit.js"));
      return loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    });
    await page.close();
  }
  return { bytes, time: times.slice(1).sort((a, b) => a - b)[Math.floor(TIMES / 2)] };
}

/** Returns the Lighthouse scores of a page on a phone, by category: 0 to 100. */
export function lighthouse(folder, address) {
  const flags = ["--output=json", "--quiet", "--chrome-flags=--headless=new --no-sandbox"];
  const report = execFileSync(join(folder, "node_modules/.bin/lighthouse"), [address, ...flags], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, CHROME_PATH: process.env.CHROME },
  });
  const { categories } = JSON.parse(report);
  return Object.fromEntries(Object.values(categories).map(({ title, score }) => [title, Math.round(100 * score)]));
}
