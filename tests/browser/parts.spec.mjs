/** A calculator whose parts come late, or not at all: what is there can be used, and nothing jumps when more comes. */
import { drawn, expectMounted, firstDetail, holdRest } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

const calculator = (page) => page.locator("#a");
const verdict = (page) => calculator(page).locator("[part~=verdict]");
const send = (page) => calculator(page).getByRole("button", { name: t("Send this to {shop}", { shop: "Studio Nord" }) });
const said = (page, text) => calculator(page).getByText(t(text)).filter({ visible: true });
const letter = (page) => calculator(page).getByRole("textbox", { name: t("The letter") });
const again = (page) =>
  calculator(page)
    .getByRole("button", { name: t("Try again") })
    .filter({ visible: true });
const example = (page) => calculator(page).getByRole("button", { name: t("A simple blog for somebody who writes") });

/** Notes every shift of the layout that the visitor has not caused. */
async function noteShifts(page) {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifts.push(value);
    }).observe({ type: "layout-shift", buffered: true });
  });
}

test("nothing jumps when what is folded or sent comes, and it opens where it was asked for", async ({ page, browserName }) => {
  if (browserName === "chromium") await noteShifts(page);
  const release = await holdRest(page, "rest");
  await page.goto("/pages/plain.html");
  await example(page).click();
  await expectMounted(calculator(page));
  await expect(verdict(page)).toBeVisible();
  const box = await calculator(page).boundingBox();
  release();
  await page.waitForResponse("**/takeon-rest-*");
  await drawn(page);
  expect(await calculator(page).boundingBox()).toEqual(box);
  if (browserName === "chromium") expect(await page.evaluate(() => globalThis.shifts)).toEqual([]);
});

test("the letter can be asked for before it is there", async ({ page }) => {
  const release = await holdRest(page, "rest");
  await page.goto("/pages/plain.html");
  await example(page).click();
  await expect(verdict(page)).toBeVisible();
  await send(page).click();
  await expect(said(page, "One moment.")).toBeVisible();
  release();
  await expect(letter(page)).toBeVisible();
  await expect(said(page, "One moment.")).toBeHidden();
});

test("where what is folded or sent does not come, that is said, and it is tried again", { tag: "@once" }, async ({ page }) => {
  await page.route("**/takeon-rest-*", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("/pages/plain.html");
  await example(page).click();
  const { kind, message } = await firstDetail(page, "takeon-error");
  expect(kind).toBe("load");
  expect(message).toContain("/takeon-rest-");
  // The answer is there all the same, and no button is in its way.
  await expect(verdict(page)).toBeVisible();
  await expect(again(page)).toBeHidden();
  await send(page).click();
  await expect(said(page, "This did not load. Please check your connection.")).toBeVisible();
  await again(page).click();
  await expect(again(page)).toBeVisible();
  await page.unroute("**/takeon-rest-*");
  await again(page).click();
  await expect(letter(page)).toBeVisible();
  await expect(again(page)).toBeHidden();
});

for (const lang of ["en", "da", "ar"]) {
  test(`the questions have all their words in ${lang} though nothing else comes`, { tag: "@once" }, async ({ page }) => {
    await page.route(/takeon-(answer|rest)-/, () => {});
    await page.goto("/pages/plain.html");
    await calculator(page).evaluate((element, lang) => (element.lang = lang), lang);
    await expect(calculator(page).locator(`[part~=calculator][lang=${lang}]`)).toBeVisible();
    const questions = calculator(page).locator("[part~=questions]");
    const steps = questions.locator("nav button, nav a");
    for (let step = 0; step < (await steps.count()); step++) {
      await steps.nth(step).click();
      // Whatever is pressed, filled in or read as a heading has a name.
      const nameless = questions.locator("button, h2, h3, legend, label").filter({ hasText: /^\s*$/ });
      await expect(nameless.and(page.locator(":not([aria-label])")).filter({ visible: true })).toHaveCount(0);
    }
  });
}
