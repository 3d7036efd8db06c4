/** Parts of the wasm that arrive late or never: the calculator is usable, and its layout does not shift. */
import { drawn, firstDetail, holdPart, wishField } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

const calculator = (page) => page.locator("#a");
const verdict = (page) => calculator(page).locator("[part~=verdict]");
const send = (page) => calculator(page).getByRole("button", { name: t("Send this to {shop}", { shop: "Studio Nord" }) });
const said = (page, text) => calculator(page).getByText(t(text)).filter({ visible: true });
const letter = (page) => calculator(page).getByRole("textbox", { name: t("The letter") });
const example = (page) => calculator(page).getByRole("button", { name: t("A simple blog for a writer") });

/** Records every layout shift that the visitor has not caused. */
async function noteShifts(page) {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifts.push(value);
    }).observe({ type: "layout-shift", buffered: true });
  });
}

test("late content causes no layout shift, and opens if it was requested", async ({ page, browserName }) => {
  if (browserName === "chromium") await noteShifts(page);
  const release = await holdPart(page, "rest");
  await page.goto("/pages/plain.html");
  await example(page).click();
  await expect(verdict(page)).toBeVisible();
  const before = await verdict(page).boundingBox();
  release();
  await page.waitForResponse("**/takeon-rest-*");
  await drawn(page);
  await expect(said(page, "One moment.")).toHaveCount(0);
  expect(await verdict(page).boundingBox()).toEqual(before);
  // Shifts below a hundredth are invisible; Lighthouse starts at a tenth.
  const shifted = () => globalThis.shifts.reduce((sum, shift) => sum + shift, 0);
  if (browserName === "chromium") expect(await page.evaluate(shifted)).toBeLessThan(0.01);
});

test("the letter can be requested before it has loaded", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const release = await holdPart(page, "rest");
  await page.goto("/pages/plain.html");
  await example(page).click();
  await calculator(page)
    .getByRole("button", { name: t("See the answer") })
    .click();
  await expect(verdict(page)).toBeVisible();
  await calculator(page)
    .getByRole("button", { name: t("Send"), exact: true })
    .click();
  await expect(said(page, "One moment.").first()).toBeVisible();
  release();
  await expect(letter(page)).toBeVisible();
  await expect(said(page, "One moment.")).toHaveCount(0);
});

test("a blank opens once its questions have loaded, and has the focus", async ({ page }) => {
  const release = await holdPart(page, "rest");
  await page.goto("/pages/plain.html");
  await expect(said(page, "What people come to us for")).toBeVisible();
  const blank = calculator(page).locator("button[aria-expanded]").first();
  await blank.click();
  await expect(said(page, "One moment.")).toBeVisible();
  release();
  const field = wishField(calculator(page));
  await expect(field).toBeVisible();
  await expect(said(page, "One moment.")).toHaveCount(0);
  await expect(calculator(page).locator("#blank-questions").locator(":focus")).toHaveCount(1);
});

test("the steps open once they have loaded, if they were requested", async ({ page }) => {
  const release = await holdPart(page, "rest");
  await page.goto("/pages/plain.html");
  await expect(said(page, "What people come to us for")).toBeVisible();
  await calculator(page)
    .getByRole("button", { name: t("or step by step") })
    .click();
  await expect(said(page, "One moment.")).toBeVisible();
  release();
  await expect(calculator(page).getByRole("navigation", { name: t("Steps") })).toBeVisible();
});

test("a failure of late content is reported, and can be retried", { tag: "@once" }, async ({ page }) => {
  await page.route("**/takeon-rest-*", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("/pages/plain.html");
  await example(page).click();
  const { kind, message } = await firstDetail(page, "takeon-error");
  expect(kind).toBe("load");
  expect(message).toContain("/takeon-rest-");
  // The answer is shown nonetheless.
  await expect(verdict(page)).toBeVisible();
  const again = calculator(page)
    .locator("[part~=answer]")
    .getByRole("button", { name: t("Try again") })
    .filter({ visible: true })
    .first();
  await expect(said(page, "This did not load. Please check your connection.").first()).toBeVisible();
  await again.click();
  await expect(again).toBeVisible();
  await page.unroute("**/takeon-rest-*");
  await again.click();
  await expect(send(page)).toBeVisible();
  await expect(said(page, "This did not load. Please check your connection.")).toHaveCount(0);
});

for (const lang of ["en", "da", "ar"]) {
  test(`the questions have all their texts in ${lang} even if nothing else loads`, { tag: "@once" }, async ({ page }) => {
    await page.route(/takeon-(answer|rest)-/, () => {});
    await page.goto("/pages/plain.html");
    await calculator(page).evaluate((element, lang) => (element.lang = lang), lang);
    await expect(calculator(page).locator(`[part~=calculator][lang=${lang}]`)).toBeVisible();
    const questions = calculator(page).locator("[part~=questions]");
    const blanks = questions.locator("button[aria-expanded]");
    await expect(blanks).toHaveCount(3);
    for (const blank of await blanks.all()) {
      await blank.click();
      await expect(blank).toHaveAttribute("aria-expanded", "true");
      // Every control and every heading has a name.
      const nameless = questions.locator("button, h2, h3, legend, label, summary").filter({ hasText: /^\s*$/ });
      await expect(nameless.and(page.locator(":not([aria-label])")).filter({ visible: true })).toHaveCount(0);
    }
  });
}
