/** Other languages: the visitor's choice, longer texts, and right-to-left layout. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectMounted, frameOf, listen, openMenu, toStep, unfold } from "./helpers.mjs";
import { longer } from "./pseudo.mjs";

const ENGLISH = JSON.parse(readFileSync(new URL("../../static/locales/en.json", import.meta.url)));

/** Returns the English messages with accents and 40 % longer, but with the same placeholders. */
const LONG = Object.fromEntries(Object.entries(ENGLISH).map(([key, message]) => [key, longer(message)]));

const TURKISH = JSON.parse(readFileSync(new URL("../../static/locales/tr.json", import.meta.url)));

const ARABIC = JSON.parse(readFileSync(new URL("../../static/locales/ar.json", import.meta.url)));

const questions = (page) => page.locator("[part~=questions]");
const steps = (page) => questions(page).getByRole("navigation").getByRole("button");
const question = (page) => questions(page).getByRole("heading", { level: 2 });
const button = (page, name) => page.getByRole("button", { name });
const amount = (page, words) => page.getByLabel(words["budget.label"].replace("{currency}", "EUR"));

/** Returns the texts of the ready-made shops in a language, by the English ones. */
const shop = (lang) => JSON.parse(readFileSync(new URL(`../../static/terms/words/${lang}.json`, import.meta.url)));
const EXAMPLE = "A simple blog for a writer";

/** Returns the elements that are wider than the calculator, or have a text that is not a message. */
async function faults(calculator) {
  return frameOf(calculator).evaluate((frame) => {
    const wide = frame.scrollWidth > frame.clientWidth ? ["wider than the calculator"] : [];
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    const english = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent.trim();
      // Names and sources come from the shop, amounts from the browser.
      const ours =
        walker.currentNode.parentElement.checkVisibility() &&
        !walker.currentNode.parentElement.closest(
          ".chip, .wish-name, .wish-note, .wish-said, .adds, .option, .tick, option, .assumed, .changes, select, textarea, .basis, svg, .referral, .verdict",
        );
      if (ours && /[a-z]{4}/i.test(text) && !/[áéíóúý]/i.test(text)) english.push(text);
    }
    return [...wide, ...english];
  });
}

test("the pseudo-locale, 40 % longer, fits everywhere, and no text is left out", async ({ page }) => {
  await page.route("**/locales/tr.json*", (route) => route.fulfill({ json: LONG }));
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/pages/plain.html");
    const calculator = page.locator("#a");
    await expectMounted(calculator);
    await calculator.evaluate((element) => (element.lang = "tr"));
    await expect(question(page)).toHaveText(LONG["start.title"]);
    await button(page, shop("tr")["A site with good content and enough time"]).click();
    await button(page, LONG["start.steps"]).click();
    for (let step = 0; step < 7; step++) {
      await steps(page).nth(step).click();
      expect(await faults(calculator), `step ${step + 1} at ${width} px`).toEqual([]);
    }
    const last = width < 1000 ? "bar.see" : "nav.last";
    await page.getByRole("button", { name: LONG[last], exact: true }).click();
    await page.getByText(LONG["basis.title"]).click();
    await button(page, LONG["reply.start.visitor"].replace("{shop}", "Studio Nord")).click();
    expect(await faults(calculator), `answer at ${width} px`).toEqual([]);
  }
});

test("a regional variant without a file uses the main language", async ({ page }) => {
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
    await expect(question(page)).toHaveText(words["start.title"] ?? ENGLISH["start.title"]);
  }
});

test("right to left, everything is mirrored and nothing is cut off", async ({ page }) => {
  await page.goto("/pages/plain.html");
  const calculator = page.locator("#a");
  await expectMounted(calculator);
  await page.setViewportSize({ width: 360, height: 740 });
  await calculator.evaluate((element) => (element.lang = "ar"));
  await expect(frameOf(calculator)).toHaveAttribute("dir", "rtl");
  await button(page, shop("ar")[EXAMPLE]).click();
  await button(page, ARABIC["start.steps"] ?? ENGLISH["start.steps"]).click();
  for (let step = 0; step < 7; step++) {
    await steps(page).nth(step).click();
    const [first, last] = [await steps(page).first().boundingBox(), await steps(page).last().boundingBox()];
    expect(first.x).toBeGreaterThan(last.x);
    const over = await frameOf(calculator).evaluate((frame) => frame.scrollWidth - frame.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
  }
});

test("after a change of language, typed text means the same", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await button(page, EXAMPLE).click();
  await toStep(page, "Budget");
  await openMenu(page);
  await amount(page, ENGLISH).fill("2,500.50");
  await unfold(page, "How jobs like this turn out");
  const curve = (words) => page.getByRole("img", { name: words["curve.price"] });
  await expect(curve(ENGLISH)).toContainText("€2,501");
  await page.getByRole("combobox", { name: ENGLISH["language.label"] }).selectOption("tr");
  await expect(question(page)).toHaveText(TURKISH["budget.title"]);
  await expect(frameOf(page.locator("#a"))).toHaveAttribute("lang", "tr");
  await expect(amount(page, TURKISH)).toHaveValue("2.500,50");
  await expect(amount(page, TURKISH)).not.toHaveAttribute("aria-invalid", "true");
  await expect(curve(TURKISH)).toContainText("€2.501");
  await page.getByRole("combobox", { name: TURKISH["language.label"] }).selectOption("en");
  await expect(amount(page, ENGLISH)).toHaveValue("2,500.50");
});

test("a language that failed to load can be chosen again", async ({ page }) => {
  const heard = listen(page);
  await page.route("**/locales/tr.json*", (route) => route.abort());
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await openMenu(page);
  const choice = page.getByRole("combobox", { name: ENGLISH["language.label"] });
  await choice.selectOption("tr");
  await expect.poll(() => heard.messages.join()).toContain("Takeon speaks English here");
  await expect(question(page)).toHaveText(ENGLISH["start.title"]);
  // Browsers fire no event when the chosen option is chosen again.
  await expect(choice).toHaveValue("en");
  await page.unroute("**/locales/tr.json*");
  await choice.selectOption("tr");
  await expect(question(page)).toHaveText(TURKISH["start.title"]);
  await expect(page.getByRole("combobox", { name: TURKISH["language.label"] })).toHaveValue("tr");
});

test("a notice about a link is in the language of the moment", async ({ page }) => {
  await page.goto("/pages/plain.html#takeon=1.000000~w_site_m~z");
  const calculator = page.locator("#a");
  await expect(calculator.getByText(ENGLISH["link.opened"])).toBeVisible();
  await calculator.evaluate((element) => (element.lang = "tr"));
  await expect(calculator.getByText(TURKISH["link.opened"])).toBeVisible();
  await expect(calculator.getByText(ENGLISH["link.opened"])).toHaveCount(0);
});
