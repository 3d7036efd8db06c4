/**
 * The npm package in frameworks and bundlers, as their own tools build and serve it: what a folder beside this file holds is
 * installed from the registry with the package of dist/npm, built, served and looked at.
 *
 *   integrations/trials/test               all of them, and tells the table in docs/developers.md what has passed
 *   integrations/trials/test vite next     some
 *
 * Each page has two calculators and is in German: `#own` with terms of its own, `#none` with none. It says that it has heard
 * from its calculator in its title.
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
/** Milliseconds that a server has to come up, and a calculator to be ready: a dev server compiles while it is asked. */
const PATIENCE = 60_000;

const manifests = Object.fromEntries(
  readdirSync(here)
    .filter((name) => existsSync(join(here, name, "package.json")))
    .map((name) => [name, json(join(here, name, "package.json"))]),
);
const asked = (process.env.TAKEON_TRIALS ?? "quick").split(" ").filter(Boolean);
const chosen = Object.keys(manifests).filter(
  (name) => asked.includes("all") || asked.includes(name) || (asked.includes("quick") && manifests[name].trial.quick),
);
const stranger = asked.find((name) => !["all", "quick", ...Object.keys(manifests)].includes(name));
if (stranger) throw new Error(`there is no trial ${stranger}`);

/** Where everything is installed and built: not in the checkout, whose packages would be found. */
const work = join(tmpdir(), "takeon-trials");
/** Options of npm: what was fetched before is not asked for again. */
const FLAGS = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
const tarball = join(work, "takeon.tgz");
const terms = json(join(here, "terms.json")).terms;
const german = json(join(root, "static/locales/de.json"));
/** The longest piece of a message without a place for something else. */
const said = (key) => german[key].split(/\{\w+\}/).sort((a, b) => b.length - a.length)[0];

/** What installs each trial, by its name: a promise. */
const installed = {};
let browser;
before(async () => {
  mkdirSync(work, { recursive: true });
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", work, join(root, "dist/npm")], work));
  cpSync(join(work, filename), tarball);
  browser = await chromium.launch({ executablePath: process.env.CHROME });
  // Some at a time, since most of it is waiting for the registry. Each trial tells of its own failure.
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
          await served(step.serve, name, port, () => look(`http://localhost:${port}${step.path ?? "/"}`, folder, step));
      });
    }
    record(name);
  });
});

/** Lays out a trial with what it needs. What is there already stays: it is the same every time. */
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
  // Dev servers keep the last build of the package.
  for (const cache of [".vite", ".cache"]) rmSync(join(folder, "node_modules", cache), { recursive: true, force: true });
  cpSync(source, folder, { recursive: true });
  for (const place of manifests[name].trial.terms ?? ["."]) cpSync(join(here, "terms.json"), join(folder, place, "terms.json"));
  await promisify(execFile)("npm", ["install", ...FLAGS, tarball], { cwd: folder, env: environment(name) });
  writeFileSync(stamp, wanted);
}

/** The folder with a Node.js of the version that a trial needs: from the registry too. */
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

/** The environment of a trial's commands: its own tools, and nobody who is asked or told something. */
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

/** Runs a program, and fails with all that it has said. */
function run(program, args, cwd, env = process.env) {
  try {
    return execFileSync(program, args, { cwd, env, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    throw new Error(`${program} ${args.join(" ")}\n${error.stdout}\n${error.stderr}`);
  }
}

const command = (line, name, port) => run("sh", ["-c", line], join(work, name), environment(name, port));

/** Does something while a server runs, and ends the server with all that it has started. */
async function served(line, name, port, look) {
  let told = "";
  const server = spawn("sh", ["-c", `exec ${line}`], { cwd: join(work, name), env: environment(name, port), detached: true });
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (told += text));
  const gone = new Promise((done) => server.once("exit", done));
  try {
    await up(port, server);
    return await look();
  } catch (error) {
    throw new Error(`${error.message}\n--- the server said:\n${told.slice(-4000)}`, { cause: error });
  } finally {
    try {
      process.kill(-server.pid);
    } catch {
      // It has ended by itself.
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

/** Opens a page as a visitor does, and asks what is there. */
async function look(url, folder, { how }) {
  const page = await browser.newPage();
  const wrong = [];
  page.on("console", (message) => {
    // Browsers ask for an icon that no page has named.
    if (message.location().url.endsWith("/favicon.ico")) return;
    if (["error", "warning"].includes(message.type())) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.stack));
  page.on("request", (request) => {
    const address = request.url();
    // A dev server names the files of its own machine: those under its own address are meant so.
    const isOwn = address.startsWith(new URL(url).origin) || /^(data|blob):/.test(address);
    if (!isOwn || (how.startsWith("build") && address.includes(folder))) wrong.push(`asked for ${address}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  try {
    await page.goto(url);
    const shown = async (id) => {
      const calculator = page.locator(`#${id} [part~="calculator"]`);
      await calculator.waitFor({ timeout: PATIENCE });
      // All parts have come.
      await page.evaluate((id) => document.getElementById(id).ready, id);
      return calculator.innerText();
    };
    // A framework may set its property after the calculator of a server's page has begun.
    const isOwn = page.locator("#own").getByText(terms.services[0].name).first();
    await isOwn.waitFor({ timeout: PATIENCE }).catch(() => {});
    const [own, none] = [await shown("own"), await shown("none")];
    for (const text of [own, none]) assert.ok(text.includes(said("start.title")), `is not in German:\n${text}`);
    assert.ok(own.includes(terms.services[0].name), `does not show the page's own terms:\n${own}`);
    assert.ok(!own.includes(said("example.note")), "calls the page's own terms an example");
    assert.ok(none.includes(said("example.note")), `does not call the example one:\n${none}`);
    await page.waitForFunction(() => document.title === "heard", null, { timeout: 5000 });
    assert.deepEqual(wrong, []);
  } catch (error) {
    throw new Error(`${error.message}\n--- the page said:\n${wrong.join("\n")}`, { cause: error });
  } finally {
    await page.close();
  }
}

/** Fails if a file for visitors tells where it was built. */
function assertNoAddress(output, folder) {
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.ok(files.length > 0, `${output} is empty`);
  for (const { name, parentPath, path } of files) {
    const content = readFileSync(join(parentPath ?? path, name), "latin1");
    for (const place of [folder, root, `${homedir()}/`]) assert.ok(!content.includes(place), `${name} tells of ${place}`);
  }
}

/** Notes what has passed: docs/developers.md tells of it. */
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
