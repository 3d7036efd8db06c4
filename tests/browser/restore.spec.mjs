/** Restoration of typed text after Back, a reload and a page swap; and the calculator as a field of a form. */
import {
  drawn,
  expectMounted,
  holdPart,
  isMounted,
  leaveAndReturn,
  listen,
  openAnew,
  recorded,
  toStep,
  wishField,
} from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

const BLOG = "1.000000~p_publish~w_blog_m~c_cccc~k_ywyyyyyn~r_s~d_6~b_2500~z";
const SHOP = "Studio Nord";

const element = (page) => page.locator("#a");
const amount = (page) => page.getByLabel(t("Roughly how much, in {currency}", { currency: "EUR" }));
const title = (page) => page.getByRole("heading", { name: t("Your message to {shop}", { shop: SHOP }) });
const letter = (page) => page.getByRole("textbox", { name: t("The letter") });
const name = (page) => page.getByLabel(t("Your name"));

/** Types an amount, in the last step. */
async function type(page, text) {
  await expectMounted(element(page));
  await toStep(page, "Budget");
  await amount(page).fill(text);
  const budget = () => element(page).evaluate((element) => JSON.stringify(element.brief?.budget));
  await expect.poll(budget).toContain(text.replace(",", "").slice(0, 4));
}

test("Back restores draft, step, letter and sender on a reloaded page", async ({ page, browserName }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/pages/plain.html#takeon=${BLOG}`);
  await type(page, "2,000–3,000");
  await page.getByRole("button", { name: t("Send this to {shop}", { shop: SHOP }) }).click();
  await letter(page).fill("Mine, word for word.");
  await name(page).fill("Anna Berg");
  await expect(name(page)).toHaveValue("Anna Berg");
  const mine = await letter(page).inputValue();
  expect(mine).toContain("Mine, word for word.");
  const release = await holdPart(page);
  const asked = page.waitForRequest("**/takeon-answer-*");
  await leaveAndReturn(page, browserName);
  // No other content is shown before.
  await asked;
  await drawn(page);
  expect(await isMounted(element(page))).toBe(false);
  release();
  await expectMounted(element(page));
  await expect(amount(page)).toHaveValue("2,000–3,000");
  await expect(title(page)).toBeVisible();
  await expect(letter(page)).toHaveValue(mine);
  await expect(name(page)).toHaveValue("Anna Berg");
  // Restoration neither moves the focus nor counts as a change.
  expect(await page.evaluate(() => document.activeElement.localName)).toBe("body");
  expect(await recorded(page, "takeon-change")).toEqual([]);
});

test("text in the search for wishes is kept from step to step, and after Back", async ({ page, browserName }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(element(page));
  await toStep(page, "Wish list");
  await wishField(page).fill("chatbot");
  await toStep(page, "Budget");
  await toStep(page, "Wish list");
  await expect(wishField(page)).toHaveValue("chatbot");
  await leaveAndReturn(page, browserName);
  await expectMounted(element(page));
  await expect(wishField(page)).toHaveValue("chatbot");
});

test("the version kept to compare is there after Back, as it was typed", async ({ page, browserName }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/pages/plain.html#takeon=${BLOG}`);
  await type(page, "2,000–3,000");
  await page.getByRole("button", { name: t("Keep this version to compare") }).click();
  await amount(page).fill("9000");
  const budgets = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: t("Budget"), exact: true }) })
    .getByRole("cell");
  await expect(budgets).toHaveText([/2,000/, /9,000/]);
  const texts = await budgets.allInnerTexts();
  await leaveAndReturn(page, browserName);
  await expectMounted(element(page));
  await expect(budgets).toHaveText(texts);
  await page.getByRole("button", { name: t("Go back to the kept version") }).click();
  await expect(amount(page)).toHaveValue("2,000–3,000");
});

test("a reload restores typed text once, and leaves nothing behind", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await type(page, "1850");
  for (let reload = 0; reload < 2; reload++) {
    await page.reload();
    await expectMounted(element(page));
    await expect(amount(page)).toHaveValue("1850");
  }
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  await openAnew(page);
  await expectMounted(element(page));
  await expect(page.getByRole("button", { name: t("or step by step"), exact: true })).toBeVisible();
});

test("a visit by address starts empty, as in any form", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await type(page, "1800");
  await openAnew(page);
  await expectMounted(element(page));
  await expect(page.getByRole("button", { name: t("or step by step"), exact: true })).toBeVisible();
});

test("a single-page application restores typed text by address", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/plain.html");
  await type(page, "1900");
  // Like Turbo, Swup and htmx: the address first, then another body, and a copy of the old one on the way back.
  await page.evaluate(() => {
    const body = document.body.cloneNode(true);
    history.pushState(null, "", "/pages/other");
    document.body.replaceChildren(document.createElement("p"));
    globalThis.back = () => {
      history.replaceState(null, "", "/pages/plain.html");
      document.body.replaceWith(body);
    };
  });
  await expect(element(page)).toHaveCount(0);
  // Another address has another calculator.
  await page.evaluate(() => {
    const other = Object.assign(document.createElement("takeon-calculator"), { id: "a", loading: "eager" });
    document.body.append(other);
  });
  await expectMounted(element(page));
  await expect(page.getByRole("button", { name: t("or step by step"), exact: true })).toBeVisible();
  await page.evaluate(() => globalThis.back());
  await expectMounted(element(page));
  await expect(amount(page)).toHaveValue("1900");
  expect(heard.errors).toEqual([]);
});

test("a component that is rendered again keeps its input, and a copy starts empty", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await type(page, "1700");
  await element(page).evaluate((element) => {
    const copy = Object.assign(element.cloneNode(true), { id: "copy" });
    element.after(copy);
    element.replaceWith(element.cloneNode(true));
    return Promise.all([copy.ready, document.querySelector("#a").ready]);
  });
  await expect(amount(element(page))).toHaveValue("1700");
  await expect(page.locator("#copy").getByRole("button", { name: t("or step by step"), exact: true })).toBeVisible();
});

test("a link within a document opens, whatever was typed before", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await type(page, "1700");
  await element(page).evaluate((element, link) => {
    element.remove();
    history.pushState(null, "", `#takeon=${link}`);
    document.body.append(element.cloneNode(true));
  }, BLOG);
  await expectMounted(element(page));
  await expect(page.getByText(t("Opened from a link. Change whatever you like."))).toBeVisible();
});

test("a form submits the brief under the element's name, or nothing without one", async ({ page, browserName }) => {
  await page.goto("/pages/form.html");
  const submitted = () => page.evaluate(() => Object.fromEntries(new FormData(document.querySelector("form"))));
  expect(await submitted()).toEqual({ who: "Anna" });
  await type(page, "1600");
  const { who, brief } = await submitted();
  expect(who).toBe("Anna");
  expect(JSON.parse(brief).budget).toEqual({ fixed: 1600 });
  await element(page).evaluate((element) => element.removeAttribute("name"));
  expect(await submitted()).toEqual({ who: "Anna" });
  await element(page).evaluate((element) => element.setAttribute("name", "brief"));
  await amount(page).press("Enter");
  await expect(page).toHaveURL(/form\.html$/);
  await leaveAndReturn(page, browserName);
  await expectMounted(element(page));
  await toStep(page, "Budget");
  await expect(amount(page)).toHaveValue("1600");
  expect(JSON.parse((await submitted()).brief).budget).toEqual({ fixed: 1600 });
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/no-element\.html\?who=Anna&brief=%7B/);
});

test("resetting a form resets its calculator", async ({ page }) => {
  await page.goto("/pages/form.html");
  await type(page, "1600");
  await page.getByRole("button", { name: "Begin anew" }).click();
  await expectMounted(element(page));
  await expect(page.getByRole("button", { name: t("or step by step"), exact: true })).toBeVisible();
  expect(await element(page).evaluate((element) => element.brief)).toBe(null);
  await toStep(page, "Purpose");
  await page.getByRole("radio", { name: t("Sell online") }).check();
  await expect.poll(() => element(page).evaluate(({ brief }) => [brief?.purpose, brief?.budget])).toEqual(["sell", undefined]);
});

test("resetting a form before the answer has loaded works, too", async ({ page }) => {
  const release = await holdPart(page);
  await page.goto("/pages/form.html");
  const example = page.getByRole("button", { name: t("A simple blog for a writer") });
  await example.click();
  await expect(example).toHaveCount(0);
  await page.getByRole("button", { name: "Begin anew" }).click();
  await expect(example).toBeVisible();
  release();
  await expectMounted(element(page));
  await expect(example).toBeVisible();
  await toStep(page, "Budget");
  await expect(amount(page)).toHaveValue("");
});
