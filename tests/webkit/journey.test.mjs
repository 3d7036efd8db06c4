/** The main journey in WebKitGTK: two lines in a page, a brief and its answer, the letter, a strict policy. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { open, start } from "./driver.mjs";

const PORT = Number(process.env.TAKEON_TEST_PORT ?? 41730);
const SITE = `http://127.0.0.1:${PORT}`;
const DRIVER = `http://127.0.0.1:${PORT + 1}`;
const [{ brief, expect }] = JSON.parse(readFileSync(new URL("../cases/cases.json", import.meta.url)));
const terms = JSON.parse(readFileSync(new URL("../cases/terms.json", import.meta.url)));
const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const OWNERS = { client: "You", "us-paid": "Us, for a fee", partner: "Someone else", "us-unpaid": "Us, included in the price" };
const KINDS = { content: "Text and images", updates: "Updates", hosting: "Hosting", help: "Answering questions" };
const words = (id) => id[0].toUpperCase() + id.slice(1).replaceAll("-", " ");

let page;
before(async () => {
  const folders = ["dist", "/pages=tests/browser/pages"];
  await start(process.execPath, ["script/server.mjs", PORT, ...folders], `${SITE}/takeon.js`);
  await start(process.env.WEBKIT_DRIVER || "WebKitWebDriver", [`--port=${PORT + 1}`], `${DRIVER}/status`);
  page = await open(DRIVER);
  await page.resize(1280, 900);
});
after(() => page?.close());

/** Opens a page, and waits for its calculator. */
async function visit(path) {
  await page.go(`${SITE}${path}`);
  await page.wait(
    "calculator",
    `return document.querySelector("takeon-calculator").shadowRoot?.querySelector(".takeon")?.firstElementChild != null`,
  );
}

const next = () => page.click("button", "Next");
const choose = (option, group) => page.click("input", option, group);
const heard = (type) => page.run(`return globalThis.recorded.filter(({ type }) => type === arguments[0])`, type);

/** Enters the first case of tests/cases, up to its answer. */
async function tell() {
  await page.run(`document.querySelector("takeon-calculator").config = { terms: arguments[0] }`, terms);
  // Once the shop's own jobs are shown, its terms are loaded, and nothing moves any more.
  await page.has("button", "Hosted blog: start with this");
  await page.click("button", "or step by step");
  await choose(words(brief.purpose), "What should it do for you?");
  await next();
  for (const { service } of brief.wishes) await page.click("input", words(service));
  await next();
  await page.type(String(brief.deadline.weeks), "input", "A date or a number of weeks");
  await next();
  await choose("A fixed price", "How you would pay");
  await page.type(String(brief.budget.fixed), "input", "Roughly how much, in EUR");
  await next();
  for (const [kind, owner] of Object.entries(brief.care)) await choose(OWNERS[owner], KINDS[kind]);
  for (let step = 0; step < 2; step++) await next();
  await page.click("button", "See the answer");
}

/** Opens the letter, and returns its text. */
async function letter() {
  await page.click("button", `Send this to ${terms.shop.name}`);
  await page.has("textarea");
  return page.run(`return found("textarea").value`);
}

test("two lines show the calculator in place of the page's own words", async () => {
  await visit("/pages/plain.html");
  assert.equal(await page.run(`return shown(document.querySelector("takeon-calculator p"))`), false);
  assert.deepEqual(await heard("takeon-error"), []);
});

test("a story is told to its answer and its letter", async () => {
  await visit("/pages/plain.html");
  await tell();
  const verdict = await page.run(`return document.querySelector("takeon-calculator").appraisal.verdict`);
  assert.equal(verdict, expect.verdict);
  await page.has("h2", "Someone else would serve you better.");
  assert.match(await letter(), new RegExp(terms.shop.name));
});

test("axe finds nothing in the questions and in the answer", async () => {
  await visit("/pages/plain.html");
  const findings = async () => {
    await page.run(`${axe}; globalThis.found = undefined;
      axe.run("takeon-calculator", { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })
        .then(({ violations }) => (globalThis.found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])));`);
    return page.wait("finding of axe", "return globalThis.found");
  };
  assert.deepEqual(await findings(), []);
  await tell();
  assert.deepEqual(await findings(), []);
});

test("a strict policy is kept to the letter", async () => {
  await visit("/pages/strict-csp.html");
  await tell();
  assert.match(await letter(), new RegExp(terms.shop.name));
  assert.deepEqual(await heard("securitypolicyviolation"), []);
  assert.deepEqual(await heard("takeon-error"), []);
});
