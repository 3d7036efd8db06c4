/** The engine for scripts, engine.js, in a page. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectMounted, listen } from "./helpers.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`../cases/${name}`, import.meta.url), "utf8"));
const terms = read("terms.json");
const [{ brief, expect: expected }] = read("cases.json");

/** Calls the engine in the page, and returns its answer or its errors. */
const ask = (page, brief, terms) =>
  page.evaluate(
    async ([brief, terms]) => {
      const { load, appraise, TakeonError } = await import("/engine.js");
      await load();
      try {
        return appraise(brief, terms);
      } catch (error) {
        return { isTakeonError: error instanceof TakeonError, errors: error.errors };
      }
    },
    [brief, terms],
  );

for (const name of ["no-element", "strict-csp"]) {
  test(`a brief is appraised on the page ${name}`, async ({ page }) => {
    const heard = listen(page);
    await page.goto(`/pages/${name}.html`);
    const { verdict, odds } = await ask(page, brief, terms);
    expect(verdict).toBe(expected.verdict);
    expect(odds.both).toBeCloseTo(expected.odds.both, 3);
    expect(heard.errors).toEqual([]);
  });
}

test("all functions of the engine work in a page", async ({ page }) => {
  await page.goto("/pages/no-element.html");
  const given = await page.evaluate(
    async ([brief, terms]) => {
      const { load, usual, outcomes, changed, agreement } = await import("/engine.js");
      await load();
      return {
        usual: usual(terms).length,
        outcomes: outcomes(brief, terms, "conditions.phased").map(({ answer }) => answer),
        hours: changed(brief, brief, terms).hours,
        first: agreement(brief, terms)[0].id,
      };
    },
    [brief, terms],
  );
  expect(given).toEqual({ usual: 5, outcomes: [true, false], hours: 0, first: "scope" });
});

test("errors are a list with places", async ({ page }) => {
  await page.goto("/pages/no-element.html");
  const { isTakeonError, errors } = await ask(page, { ...brief, deadline: { weeks: "6" } }, { ...terms, rate: -1 });
  expect(isTakeonError).toBe(true);
  expect(errors.map(({ at }) => at).sort()).toEqual(["/brief/deadline/weeks", "/terms/rate"]);
});

test("without a calculator, none of its files is loaded", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/no-element.html");
  for (const _ of "ab") expect((await ask(page, brief, terms)).verdict).toBe(expected.verdict);
  const loaded = heard.requests.map((url) => /[^/]*$/.exec(url)[0].replace(/-[0-9a-f]{16}/, ""));
  const own = ["engine.js", "takeon-engine.js", "takeon-engine.wasm"];
  expect(loaded.filter((name) => /takeon|engine/.test(name)).sort()).toEqual(own);
});

test("engine and calculator may start at the same time, and both work", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/no-element.html");
  const verdict = await page.evaluate(
    async ([brief, terms]) => {
      const { load, appraise } = await import("/engine.js");
      const loading = load();
      const { load: loadCalculator } = await import("/takeon.js");
      document.body.append(document.createElement("takeon-calculator"));
      await Promise.all([loading, loadCalculator(), load()]);
      await document.querySelector("takeon-calculator").ready;
      return appraise(brief, terms).verdict;
    },
    [brief, terms],
  );
  expect(verdict).toBe(expected.verdict);
  await expectMounted(page.locator("takeon-calculator"));
  expect(heard.errors).toEqual([]);
});

test("loading can be tried again after a failure", async ({ page }) => {
  await page.goto("/pages/no-element.html");
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 503, body: "" }), { times: 1 });
  const first = await page.evaluate(async () => {
    const { load } = await import("/engine.js");
    return load().then(
      () => "loaded",
      () => "failed",
    );
  });
  expect(first).toBe("failed");
  expect((await ask(page, brief, terms)).verdict).toBe(expected.verdict);
});
