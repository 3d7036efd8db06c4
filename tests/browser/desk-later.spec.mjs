/** The deferred tools: they load by themselves, and failures are reported. */
import { expect, test } from "@playwright/test";
import { open } from "./desk.mjs";

const LATER = /\/takeon-desk-later-[^/]*\.wasm/;

const tab = (page, name) =>
  page.getByRole("navigation", { name: "Tools for your shop" }).getByRole("button", { name, exact: true });
const samples = (page) => page.getByRole("button", { name: "Add three made-up enquiries" });

test("the first tool is shown before the code of the others has loaded", async ({ page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(LATER, async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  await page.getByLabel("Your shop’s name").fill("Mine");
  for (const name of ["Enquiries", "Track record"]) {
    await tab(page, name).click();
    await expect(page.locator("section:not([hidden])").getByRole("status").getByText("One moment.")).toBeVisible();
  }
  release();
  await expect(page.getByText("One moment.")).toHaveCount(0);
  await tab(page, "Enquiries").click();
  await expect(samples(page)).toBeVisible();
  await tab(page, "Set up").click();
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Mine");
});

test("the first tool has all its texts without the others, except verdicts", async ({ page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(LATER, async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  const parts = page.getByRole("navigation", { name: "Parts of the terms" }).getByRole("button");
  const count = await parts.count();
  /** Returns the lines of all parts of the form. */
  const said = async () => {
    const all = [];
    for (let at = 0; at < count; at++) {
      await parts.nth(at).click();
      const part = page.locator("section[aria-labelledby=part-title]");
      await part.locator("details").evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
      all.push(...(await part.innerText()).split(/\n+/));
    }
    return all;
  };
  const verdict = /^By your terms: /;
  const before = await said();
  expect(before).toContain("Answering questions");
  release();
  await tab(page, "Enquiries").click();
  await expect(samples(page)).toBeVisible();
  await tab(page, "Set up").click();
  const after = await said();
  expect(after.some((line) => verdict.test(line))).toBe(true);
  expect(after.filter((line) => !verdict.test(line))).toEqual(before);
});

test("the code of all tools loads by itself, once", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => LATER.test(request.url()) && asked.push(request.url()));
  const later = page.waitForResponse(LATER);
  await open(page);
  await (await later).finished();
  // From here on, the network is down.
  await page.route("**/*", (route) => route.abort());
  for (const name of ["Enquiries", "Track record", "Analytics"]) await tab(page, name).click();
  await tab(page, "Enquiries").click();
  await samples(page).click();
  await expect(page.locator("[id^=enquiry-]")).toHaveCount(3);
  expect(asked).toHaveLength(1);
});

test("a failure to load a tool is reported, and can be retried", async ({ page }) => {
  let isDown = true;
  await page.route(LATER, (route) => (isDown ? route.abort() : route.continue()));
  await open(page);
  await page.getByLabel("Your shop’s name").fill("Mine");
  await tab(page, "Enquiries").click();
  const problem = page.getByRole("alert").filter({ hasText: "This did not load." });
  await expect(problem).toBeVisible();
  const again = problem.getByRole("button", { name: "Try again" });
  await again.click();
  await expect(problem).toBeVisible();
  isDown = false;
  await again.click();
  await expect(samples(page)).toBeVisible();
  await tab(page, "Set up").click();
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Mine");
});

test("an address opens a tool of the deferred part", async ({ page }) => {
  await page.goto("/desk.html#briefs");
  await expect(samples(page)).toBeVisible({ timeout: 25_000 });
});
