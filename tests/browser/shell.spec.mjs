/** Calls from the shell to the calculator, and events for the page, with a calculator made for the test. */
import { expect, test } from "@playwright/test";
import { expectMounted, firstDetail, frameOf, isMounted, recorded } from "./helpers.mjs";

/** Replacement of the wasm: records every call, and throws the errors that the test sets. */
const GLUE = `
  globalThis.calls = [];
  const call = (name, options) => {
    calls.push({ name, ...(options && { options: JSON.parse(options) }) });
    if (globalThis.problems) throw Object.assign(new Error("2 problems"), { errors: globalThis.problems });
  };
  const mount = (root, options) => {
    call("mount", options);
    root.append(document.createElement("p"));
    queueMicrotask(() => root.dispatchEvent(new CustomEvent("takeon-complete")));
    return { update: (options) => call("update", options), clear: () => call("clear") };
  };
  const loaded = async () => {};
  export const start = async () => ({
    mount,
    loadAnswer: loaded,
    loadRest: loaded,
    hasAnswer: () => true,
    crashed: new Promise(() => {}),
    failure: () => undefined,
  });
`;
const TERMS = "/terms/web-studio.json";
const PROBLEMS = [
  { at: "/rate", message: "is missing" },
  { at: "/team/0/hours", message: "is above 168" },
];

test.beforeEach(async ({ page }) => {
  await page.route("**/takeon-widget-*.js", (route) => {
    const real = `${route.request().url()}?real`;
    return route.fulfill({ contentType: "text/javascript", body: `export * from "${real}"; ${GLUE}` });
  });
  // The replaced calculator does not match the hashes of the build.
  await change(page, (shell) => shell.replace(/integrity:\{.*?\}/, "integrity:{}"));
});

/** Serves a changed shell. */
async function change(page, how) {
  await page.route("**/takeon.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: how(await response.text()) });
  });
}

const calls = (page) => page.evaluate(() => globalThis.calls);
const names = async (page) => (await calls(page)).map((call) => call.name);

/** Opens a page without the script, prepares the element, and loads the script. */
async function open(page, prepare = () => {}, argument) {
  await page.goto("/pages/late-script.html");
  await page.locator("#a").evaluate(prepare, argument);
  await page.getByRole("button", { name: "Load the script" }).click();
}

test("without terms it shows an example", async ({ page, request }) => {
  await open(page);
  await expectMounted(page.locator("#a"));
  const config = await (await request.get(TERMS)).text();
  const expected = {
    config,
    example: true,
    audience: "visitor",
    place: "a",
    further: false,
    spoken: "en",
    locale: [],
    lang: "en",
  };
  expect(await calls(page)).toEqual([
    {
      name: "mount",
      options: { ...expected, languages: expect.any(Array), reads: expect.any(Array), today: expect.any(String) },
    },
  ]);
});

test("terms are passed on as text, from an address relative to the page", async ({ page, request }) => {
  await open(page, (element) => element.setAttribute("config-src", "../terms/web-studio.json"));
  await expectMounted(page.locator("#a"));
  const [{ options }] = await calls(page);
  expect(options).toMatchObject({ config: await (await request.get(TERMS)).text(), example: false });
});

test("new terms reach the existing calculator", async ({ page }) => {
  await open(page);
  await expectMounted(page.locator("#a"));
  await page.locator("#a").evaluate((element, terms) => (element.configSrc = terms), TERMS);
  await expect.poll(() => names(page)).toEqual(["mount", "update"]);
});

test("errors in terms are listed, and the fallback content stays", async ({ page }) => {
  await open(page, (_, problems) => (globalThis.problems = problems), PROBLEMS);
  const detail = await firstDetail(page, "takeon-error");
  expect(detail).toEqual({ schema: 1, kind: "config", message: "2 problems", errors: PROBLEMS });
  await expect(page.getByText("Write to us instead.")).toBeVisible();
  expect(await isMounted(page.locator("#a"))).toBe(false);
});

test("new terms with errors do not change the calculator", async ({ page }) => {
  await open(page);
  await expectMounted(page.locator("#a"));
  await page.evaluate((problems) => (globalThis.problems = problems), PROBLEMS);
  await page.locator("#a").evaluate((element, terms) => (element.configSrc = terms), TERMS);
  expect(await firstDetail(page, "takeon-error")).toMatchObject({ kind: "config", errors: PROBLEMS });
  expect(await names(page)).toEqual(["mount", "update"]);
  expect(await isMounted(page.locator("#a"))).toBe(true);
});

test("a change is reported to the page, which cannot alter it", async ({ page }) => {
  await open(page);
  await expectMounted(page.locator("#a"));
  const frozen = await frameOf(page.locator("#a")).evaluate((frame) => {
    let frozen;
    document.addEventListener("takeon-change", ({ detail }) => {
      frozen = Object.isFrozen(detail) && Object.isFrozen(detail.appraisal.odds);
    });
    const detail = JSON.stringify({ brief: {}, appraisal: { verdict: "take", odds: { time: 0.9 } } });
    frame.dispatchEvent(new CustomEvent("takeon-change", { detail }));
    return frozen;
  });
  expect(frozen).toBe(true);
  const changes = await recorded(page, "takeon-change");
  expect(changes.map(({ detail }) => detail)).toEqual([
    { schema: 1, brief: {}, appraisal: { verdict: "take", odds: { time: 0.9 } } },
  ]);
});

test("an answer without further changes is reported once as a result", async ({ page }) => {
  await page.clock.install();
  await open(page);
  await expectMounted(page.locator("#a"));
  const change = (n) =>
    frameOf(page.locator("#a")).evaluate((frame, n) => {
      const detail = JSON.stringify({ brief: { n }, appraisal: { n } });
      frame.dispatchEvent(new CustomEvent("takeon-change", { detail }));
    }, n);
  // From here on, the test controls the clock.
  await page.clock.pauseAt(Date.now() + 60_000);
  for (const n of [1, 2, 3]) await change(n);
  await page.clock.runFor(1000);
  expect(await firstDetail(page, "takeon-result")).toEqual({ schema: 1, brief: { n: 3 }, appraisal: { n: 3 } });
  expect(await page.locator("#a").evaluate(({ brief, appraisal }) => [brief, appraisal])).toEqual([{ n: 3 }, { n: 3 }]);
  expect(await recorded(page, "takeon-change")).toHaveLength(3);
  await change(4);
  await page.locator("#a").evaluate((element) => element.remove());
  await page.clock.runFor(10_000);
  expect(await recorded(page, "takeon-result")).toHaveLength(1);
});

test("a removed calculator is cleared once", async ({ page }) => {
  await open(page);
  await expectMounted(page.locator("#a"));
  await page.locator("#a").evaluate((element) => element.remove());
  expect(await names(page)).toEqual(["mount", "clear"]);
});

test.describe("with an Arabic wording", () => {
  const WORDS = '{ "hello": "مرحبا" }';
  const MORE = '{ "bye": "مع السلامة" }';
  const SHOP = '{ "terms": { "shop": { "name": "مثال" } } }';

  test.beforeEach(async ({ page }) => {
    await change(page, (shell) => shell.replace(/integrity:\{.*?\},locales:\{.*?\}/, 'integrity:{},locales:{ar:"",en:""}'));
    await page.route("**/locales/ar.json*", (route) => route.fulfill({ contentType: "application/json", body: WORDS }));
    await page.route("**/more/ar.json*", (route) => route.fulfill({ contentType: "application/json", body: MORE }));
    await page.route("**/terms/ar/web-studio.json", (route) => route.fulfill({ contentType: "application/json", body: SHOP }));
  });

  for (const [what, prepare, expected] of [
    ["the element's own", (element) => (element.lang = "ar"), { lang: "ar", locale: [WORDS, MORE], dir: "rtl" }],
    ["a wider one", (element) => (element.lang = "ar-EG"), { lang: "ar-EG", locale: [WORDS, MORE], dir: "rtl" }],
    ["the page's", () => (document.documentElement.lang = "ar"), { lang: "ar", locale: [WORDS, MORE], dir: "rtl" }],
    ["English for want of it", (element) => (element.lang = "tlh"), { lang: "en", locale: [], dir: "ltr" }],
  ]) {
    test(`the language is ${what}`, async ({ page }) => {
      await open(page, prepare);
      await expectMounted(page.locator("#a"));
      const { dir, ...options } = expected;
      expect((await calls(page))[0].options).toMatchObject(options);
      // The built-in example is in that language, too.
      expect((await calls(page))[0].options.config === SHOP).toBe(options.lang !== "en");
      await expect(frameOf(page.locator("#a"))).toHaveAttribute("dir", dir);
      await expect(frameOf(page.locator("#a"))).toHaveAttribute("lang", options.lang);
    });
  }

  test("later texts are English if their translations cannot be loaded", async ({ page }) => {
    await page.route("**/more/ar.json*", (route) => route.abort());
    await open(page, (element) => (element.lang = "ar"));
    await expectMounted(page.locator("#a"));
    expect((await calls(page))[0].options).toMatchObject({ lang: "ar", locale: [WORDS] });
  });
});
