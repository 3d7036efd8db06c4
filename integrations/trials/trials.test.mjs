/**
 * The npm package, dist/npm, in frameworks and bundlers. Each folder next to this file is a page: it is installed from the registry,
 * built and served by the framework's own tools, and checked in Chromium. Run by integrations/trials/test.
 *
 * Each page is in German and has two calculators: `#own` with terms of its own, and `#none` without. Its title becomes "heard" at the
 * first event of a calculator.
 */
import assert from "node:assert/strict";
import { execFile, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const root = join(here, "../..");
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const PORT = Number(process.env.TAKEON_TRIALS_PORT ?? 41780);
/** Time limit for the start of a server and of a calculator, in milliseconds: a dev server compiles on request. */
const PATIENCE = 60_000;

const manifests = Object.fromEntries(
  readdirSync(here)
    .filter((name) => existsSync(join(here, name, "package.json")))
    .map((name) => [name, json(join(here, name, "package.json"))]),
);
const requested = (process.env.TAKEON_TRIALS ?? "quick").split(" ").filter(Boolean);
const chosen = Object.keys(manifests).filter(
  (name) => requested.includes("all") || requested.includes(name) || (requested.includes("quick") && manifests[name].trial.quick),
);
const unknown = requested.find((name) => !["all", "quick", ...Object.keys(manifests)].includes(name));
if (unknown) throw new Error(`there is no trial ${unknown}`);

/** Folder for installations and builds. In the checkout, its own packages would be found. */
const work = join(tmpdir(), "takeon-trials");
/** Options of npm. Packages in its cache are not requested again. */
const FLAGS = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
const tarball = join(work, "takeon.tgz");
const terms = json(join(here, "terms.json")).terms;
const german = json(join(root, "static/locales/de.json"));
/** Returns the longest piece of a German message without a placeholder. */
const germanText = (key) => german[key].split(/\{\w+\}/).sort((a, b) => b.length - a.length)[0];

/** Promises of the installations, by trial. */
const installed = {};
let browser;
before(async () => {
  mkdirSync(work, { recursive: true });
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", work, join(root, "dist/npm")], work));
  cpSync(join(work, filename), tarball);
  browser = await chromium.launch({ executablePath: process.env.CHROME });
  // Three at a time, since they mostly wait for the registry. Each test reports its own failure.
  const waiting = [...chosen];
  const next = async () => {
    for (let name; (name = waiting.shift()); await installed[name].catch(() => {})) installed[name] = install(name);
  };
  for (const name of chosen) nodeFor(manifests[name].trial.node);
  await Promise.all([next(), next(), next()]);
});
after(() => browser?.close());

chosen.forEach((name, index) => {
  const { trial } = manifests[name];
  const folder = join(work, name);
  const port = PORT + index;
  test(trial.title, async (t) => {
    await installed[name];
    for (const step of trial.runs) {
      await t.test(step.how, async () => {
        if (step.build) command(step.build, name, port);
        if (step.output) assertNoAddress(join(folder, step.output), folder);
        if (step.serve)
          await served(step.serve, name, port, () => checkPage(`http://localhost:${port}${step.path ?? "/"}`, folder, step));
      });
    }
    record(name);
  });
});

/** Copies a trial, and installs its packages unless they are there already. */
async function install(name) {
  const [source, folder] = [join(here, name), join(work, name)];
  const stamp = join(folder, "node_modules/.takeon");
  const wanted = createHash("sha256")
    .update(readFileSync(join(source, "package.json")))
    .digest("hex");
  const isThere = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  for (const entry of existsSync(folder) ? readdirSync(folder) : []) {
    if (entry !== "node_modules" || !isThere) rmSync(join(folder, entry), { recursive: true, force: true });
  }
  // Dev servers cache the last build of the package.
  for (const cache of [".vite", ".cache"]) rmSync(join(folder, "node_modules", cache), { recursive: true, force: true });
  cpSync(source, folder, { recursive: true });
  for (const place of manifests[name].trial.terms ?? ["."]) cpSync(join(here, "terms.json"), join(folder, place, "terms.json"));
  await promisify(execFile)("npm", ["install", ...FLAGS, tarball], { cwd: folder, env: environment(name) });
  writeFileSync(stamp, wanted);
}

/** Returns the folder with the Node.js version that a trial needs, installed from the registry, or nothing. */
function nodeFor(version) {
  if (!version) return [];
  const folder = join(work, `node-${version}`);
  if (!existsSync(join(folder, "node_modules/.bin/node"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }');
    run("npm", ["install", ...FLAGS, `node@${version}`], folder);
  }
  return [join(folder, "node_modules/.bin")];
}

/** Returns the environment of a trial's commands: its own tools, no prompts, no telemetry. */
function environment(name, port) {
  const own = [join(work, name, "node_modules/.bin"), ...nodeFor(manifests[name].trial.node)];
  const { NODE_ENV: _, NODE_TEST_CONTEXT: __, ...rest } = process.env;
  return {
    ...rest,
    CI: "true",
    PORT: String(port),
    SERVER: join(root, "script/server.mjs"),
    PATH: [...own, process.env.PATH].join(delimiter),
    NEXT_TELEMETRY_DISABLED: "1",
    NUXT_TELEMETRY_DISABLED: "1",
    ASTRO_TELEMETRY_DISABLED: "1",
    NG_CLI_ANALYTICS: "false",
  };
}

/** Runs a program. Its failure is an error with all its output. */
function run(program, args, cwd, env = process.env) {
  try {
    return execFileSync(program, args, { cwd, env, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    throw new Error(`${program} ${args.join(" ")}\n${error.stdout}\n${error.stderr}`);
  }
}

const command = (line, name, port) => run("sh", ["-c", line], join(work, name), environment(name, port));

/** Calls a function while a server runs, then ends the server and its children. */
async function served(line, name, port, check) {
  let output = "";
  const server = spawn("sh", ["-c", `exec ${line}`], { cwd: join(work, name), env: environment(name, port), detached: true });
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (output += text));
  const gone = new Promise((done) => server.once("exit", done));
  try {
    await up(port, server);
    return await check();
  } catch (error) {
    throw new Error(`${error.message}\n--- the server's output:\n${output.slice(-4000)}`, { cause: error });
  } finally {
    try {
      process.kill(-server.pid);
    } catch {
      // It has already ended.
    }
    await gone;
  }
}

async function up(port, server) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end && server.exitCode === null) {
    const response = await fetch(`http://localhost:${port}/`).catch(() => {});
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("the server does not answer");
}

/** Opens a page, and checks its calculators, console, requests and responses. */
async function checkPage(url, folder, { how }) {
  const page = await browser.newPage();
  const wrong = [];
  page.on("console", (message) => {
    // Browsers request an icon that no page names.
    if (message.location().url.endsWith("/favicon.ico")) return;
    if (["error", "warning"].includes(message.type())) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.stack));
  page.on("request", (request) => {
    const address = request.url();
    // A dev server may serve local paths under its own address.
    const isOwn = address.startsWith(new URL(url).origin) || /^(data|blob):/.test(address);
    if (!isOwn || (how.startsWith("build") && address.includes(folder))) wrong.push(`requested ${address}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  try {
    await page.goto(url);
    const shown = async (id) => {
      const calculator = page.locator(`#${id} [part~="calculator"]`);
      await calculator.waitFor({ timeout: PATIENCE });
      // Wait for all parts.
      await page.evaluate((id) => document.getElementById(id).ready, id);
      return calculator.innerText();
    };
    // On server-rendered pages, a framework may set the property after the calculator has started.
    const isOwn = page.locator("#own").getByText(terms.services[0].name).first();
    await isOwn.waitFor({ timeout: PATIENCE }).catch(() => {});
    const [own, none] = [await shown("own"), await shown("none")];
    for (const text of [own, none]) assert.ok(text.includes(germanText("start.title")), `is not in German:\n${text}`);
    assert.ok(own.includes(terms.services[0].name), `does not show the page's own terms:\n${own}`);
    assert.ok(!own.includes(germanText("example.note")), "calls the page's own terms an example");
    assert.ok(none.includes(germanText("example.note")), `does not call the example one:\n${none}`);
    await page.waitForFunction(() => document.title === "heard", null, { timeout: 5000 });
    assert.deepEqual(wrong, []);
  } catch (error) {
    throw new Error(`${error.message}\n--- on the page:\n${wrong.join("\n")}`, { cause: error });
  } finally {
    await page.close();
  }
}

/** Fails if a built file contains a path of this machine. */
function assertNoAddress(output, folder) {
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.ok(files.length > 0, `${output} is empty`);
  for (const { name, parentPath, path } of files) {
    const content = readFileSync(join(parentPath ?? path, name), "latin1");
    for (const place of [folder, root, `${homedir()}/`]) assert.ok(!content.includes(place), `${name} contains ${place}`);
  }
}

/** Records that a trial has passed, for docs/developers.md. */
function record(name) {
  if (!process.env.TAKEON_TRIALS_RECORD) return;
  const file = join(here, "record.json");
  const { dependencies, trial } = manifests[name];
  const known = existsSync(file) ? json(file) : {};
  known[name] = { passed: trial.runs.map(({ how }) => how), with: dependencies };
  const sorted = Object.fromEntries(
    Object.entries(known)
      .filter(([name]) => name in manifests)
      .sort(),
  );
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}
