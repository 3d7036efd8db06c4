/** Other languages: chosen by the visitor, longer than English, and from right to left. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectMounted } from "./helpers.mjs";
import { longer } from "./pseudo.mjs";

const ENGLISH = JSON.parse(readFileSync(new URL("../../static/locales/en.json", import.meta.url)));

/** The English messages as a language of accents, 40 % longer. What is filled in stays. */
const LONG = Object.fromEntries(Object.entries(ENGLISH).map(([key, message]) => [key, longer(message)]));

const steps = (page) => page.locator(".progress button");

/** What is wider than the calculator, or has a text that is in none of the messages. */
async function faults(calculator) {
  return calculator.evaluate((element) => {
    const frame = element.shadowRoot.querySelector(".takeon");
    const wide = frame.scrollWidth > frame.clientWidth ? ["wider than the calculator"] : [];
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    const english = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent.trim();
      // Names and sources are the shop's own, amounts the browser's.
      const ours =
        walker.currentNode.parentElement.checkVisibility() &&
        !walker.currentNode.parentElement.closest(
          ".chip, .wish h3, .option, .tick, option, .assumed, .changes, select, textarea, .basis, svg, .referral, .verdict",
        );
      if (ours && /[a-z]{4}/i.test(text) && !/[áéíóúý]/i.test(text)) english.push(text);
    }
    return [...wide, ...english];
  });
}

test("a language of accents that is 40 % longer fits everywhere, and no text is left out", async ({ page }) => {
  await page.route("**/locales/tr.json*", (route) => route.fulfill({ json: LONG }));
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/pages/plain.html");
    const calculator = page.locator("#a");
    await expectMounted(calculator);
    await calculator.evaluate((element) => (element.lang = "tr"));
    await expect(page.locator(".question")).toHaveText(LONG["purpose.title"]);
    await page.locator(".examples .chip").nth(1).click();
    for (let step = 0; step < 7; step++) {
      await steps(page).nth(step).click();
      expect(await faults(calculator), `step ${step + 1} at ${width} px`).toEqual([]);
    }
    await page.locator(".ways .main").click();
    await page.locator(".assumed summary").click();
    await page.locator(".reply button").click();
    expect(await faults(calculator), `answer at ${width} px`).toEqual([]);
  }
});

test("a language whose place has no file of its own is spoken as elsewhere", async ({ page }) => {
  const PORTUGUESE = JSON.parse(readFileSync(new URL("../../static/locales/pt-BR.json", import.meta.url)));
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  for (const [lang, words] of [
    ["pt", PORTUGUESE],
    ["p", ENGLISH],
    ["pt-PT", PORTUGUESE],
    ["en-GB", ENGLISH],
  ]) {
    await page.locator("#a").evaluate((element, lang) => (element.lang = lang), lang);
    await expect(page.locator(".question")).toHaveText(words["purpose.title"]);
  }
});

test("from right to left, everything is mirrored and nothing is cut off", async ({ page }) => {
  await page.goto("/pages/plain.html");
  const calculator = page.locator("#a");
  await expectMounted(calculator);
  await page.setViewportSize({ width: 360, height: 740 });
  await calculator.evaluate((element) => (element.lang = "ar"));
  await expect(calculator.locator(".takeon")).toHaveAttribute("dir", "rtl");
  await page.locator(".examples .chip").first().click();
  for (let step = 0; step < 7; step++) {
    await steps(page).nth(step).click();
    const [first, last, frame] = await calculator.evaluate((element) => {
      const box = (selector) => element.shadowRoot.querySelector(selector).getBoundingClientRect();
      const { left, right, width } = box(".takeon");
      const { scrollWidth, clientWidth } = element.shadowRoot.querySelector(".takeon");
      return [
        box(".progress li:first-child").left,
        box(".progress li:last-child").left,
        { left, right, width, over: scrollWidth - clientWidth },
      ];
    });
    expect(first).toBeGreaterThan(last);
    expect(frame.over).toBeLessThanOrEqual(0);
  }
});

test("a visitor chooses a language, and what was typed means the same in it", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await page.locator(".examples .chip").first().click();
  await steps(page).nth(6).click();
  await page.locator("#budget-amount").fill("2,500.50");
  const answered = await page.locator(".test .dots").count();
  await page.getByRole("combobox", { name: "Language" }).selectOption("tr");
  await expect(page.locator(".question")).not.toHaveText(ENGLISH["budget.title"]);
  await expect(page.locator("#a .takeon")).toHaveAttribute("lang", "tr");
  await expect(page.locator("#budget-amount")).toHaveValue("2.500,50");
  await expect(page.locator(".problem")).toHaveCount(0);
  expect(await page.locator(".test .dots").count()).toBe(answered);
  await page.locator(".language select").selectOption("en");
  await expect(page.locator("#budget-amount")).toHaveValue("2,500.50");
});
