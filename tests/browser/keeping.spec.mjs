/** Preservation of input: undo, files, two versions, storage, and errors that block a step. */
import { readFileSync } from "node:fs";
import {
  drawn,
  expectMounted,
  holdPart,
  isMounted,
  moreServices,
  openAnew,
  openMenu,
  recorded,
  toStep,
  wish,
  wishField,
} from "./helpers.mjs";
import { expect, pattern, t, test } from "./pseudo.mjs";

const EXAMPLE = "A simple blog for a writer";

test.beforeEach(async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
});

const button = (page, name) => page.getByRole("button", { name: t(name), exact: true });
const amount = (page) => page.getByLabel(t("Roughly how much, in {currency}", { currency: "EUR" }));
const chosen = (page) =>
  page.getByRole("list", { name: t("Your wish list and our services") }).getByRole("checkbox", { checked: true });
const answer = (page) => page.locator("[part~=answer]");
const keep = (page) => page.getByRole("checkbox", { name: t("Keep my answers on this device") });
const writeToShop = (page) => page.getByRole("button", { name: t("Send this to {shop}", { shop: "Studio Nord" }) });
/** Ticks or unticks the box for storage on the device. */
async function setKept(page, wanted) {
  await openMenu(page);
  await keep(page).setChecked(wanted);
}
async function undo(page) {
  await openMenu(page);
  await button(page, "Undo").click();
}
const kept = (page) => page.evaluate(() => Object.values(localStorage).join());

test("every change can be undone, typed text in one step", async ({ page }) => {
  await button(page, EXAMPLE).click();
  await toStep(page, "Budget");
  const before = await amount(page).inputValue();
  await amount(page).press("End");
  await amount(page).pressSequentially("00");
  await expect(amount(page)).toHaveValue(`${before}00`);
  await undo(page);
  await expect(amount(page)).toHaveValue(before);
  await openMenu(page);
  await button(page, "Start again").click();
  await button(page, "Bring my answers back").click();
  await toStep(page, "Budget");
  await expect(amount(page)).toHaveValue(before);
  await undo(page);
  await expect(button(page, "Undo")).toHaveCount(0);
});

test("text typed into one field is undone without that of another", async ({ page }) => {
  await button(page, EXAMPLE).click();
  await toStep(page, "Wish list");
  await moreServices(page).click();
  await wish(page, t("Landing page")).check();
  await wish(page, t("Another language")).check();
  for (const name of ["Landing page", "Another language"]) {
    await page.getByRole("button", { name: t("Change {name}", { name: t(name) }) }).click();
  }
  const counts = page.getByLabel(t("How many?"));
  const before = await Promise.all([0, 1].map((index) => counts.nth(index).inputValue()));
  await counts.nth(0).fill("12");
  await counts.nth(1).fill("34");
  await undo(page);
  await expect(counts.nth(1)).toHaveValue(before[1]);
  await expect(counts.nth(0)).toHaveValue("12");
});

test("a brief is saved to a file, with its text as typed", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "its driver tells nothing of downloads");
  await button(page, EXAMPLE).click();
  await toStep(page, "Budget");
  await amount(page).fill("2,000–3,000");
  await openMenu(page);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save to a file").click()]);
  expect(download.suggestedFilename()).toBe("brief.takeon.json");
  const { takeon, brief, typed } = JSON.parse(readFileSync(await download.path()));
  expect({ takeon, budget: brief.budget, typed: typed[4] }).toEqual({
    takeon: 1,
    budget: { fixed: { from: 2000, to: 3000 } },
    typed: "2,000–3,000",
  });
});

test("a file is opened, and its unknown content is named", async ({ page }) => {
  const saved = (brief, typed = []) => JSON.stringify({ takeon: 1, brief, typed });
  const open = (text) =>
    page.getByLabel(t("Open a file")).setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });

  const brief = { wishes: [{ service: "blog" }], deadline: { weeks: 9 }, budget: { fixed: 2000 } };
  await open(saved(brief, ["date", "", "2031-05-01", "fixed", "2,000–3,000"]));
  await toStep(page, "Budget");
  await expect(amount(page)).toHaveValue("2,000–3,000");
  await toStep(page, "Deadline");
  await expect(page.getByLabel(t("Date"), { exact: true })).toHaveValue("2031-05-01");

  await open(saved({ wishes: [{ service: "moon-base" }, { service: "blog" }] }));
  await expect(page.getByRole("alert")).toHaveText(
    t("We do not offer this here, so it was left out: {names}.", { names: "moon-base" }),
  );
  await toStep(page, "Wish list");
  await expect(chosen(page)).toHaveAccessibleName(pattern`^${t("Custom blog")}`);
  for (const text of ["no JSON", "[]", '{"takeon":1}', saved({ wishes: 7 }), "x".repeat(2e6)]) {
    // Reading a file removes the message about the previous one.
    await open(saved({ wishes: [{ service: "blog" }] }));
    await expect(page.getByRole("alert")).toHaveCount(0);
    await open(text);
    const words = t("This file does not come from this calculator. Your answers are unchanged.");
    await expect(page.getByRole("alert")).toHaveText(words);
    await toStep(page, "Wish list");
    await expect(chosen(page)).toHaveAccessibleName(pattern`^${t("Custom blog")}`);
  }
});

test("a brief that is too long for a link can be saved to a file there", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const wish = (_, index) => ({ name: `Something of its own, number ${index} `.repeat(3).trim(), size: "small" });
  const brief = { wishes: Array.from({ length: 60 }, wish) };
  await page.getByLabel(t("Open a file")).setInputFiles({
    name: "long.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ takeon: 1, brief })),
  });
  await writeToShop(page).click();
  await button(page, "Copy a link to this brief").click();
  await expect(page.getByText(t("This brief is too long for a link. Save it to a file instead."))).toBeVisible();
  await expect(answer(page).getByRole("button", { name: t("Save to a file") })).toBeVisible();
});

test("input stored on the device comes back as typed", async ({ page }) => {
  await setKept(page, true);
  await button(page, EXAMPLE).click();
  await toStep(page, "Budget");
  await amount(page).fill("2,000–3,000");
  await expect.poll(() => kept(page)).toContain("2,000–3,000");
  // No other content is shown before.
  const release = await holdPart(page);
  const asked = page.waitForRequest("**/takeon-answer-*");
  await openAnew(page);
  await asked;
  await drawn(page);
  expect(await isMounted(page.locator("#a"))).toBe(false);
  release();
  await expectMounted(page.locator("#a"));
  await toStep(page, "Budget");
  await expect(amount(page)).toHaveValue("2,000–3,000");
  await setKept(page, false);
  await openAnew(page);
  await expectMounted(page.locator("#a"));
  await expect(button(page, EXAMPLE)).toBeVisible();
});

test("stored input is there in the first frame with a question", async ({ page }) => {
  await setKept(page, true);
  await button(page, EXAMPLE).click();
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
  // Before each frame, the text of the sentence.
  await page.addInitScript(() => {
    globalThis.frames = [];
    const look = () => {
      // eslint-disable-next-line no-restricted-properties -- a locator does not look before each frame
      const root = document.querySelector("#a")?.shadowRoot;
      // The filled blanks of the sentence.
      if (root?.querySelector(".blank")) globalThis.frames.push(root.querySelectorAll(".blank.said").length);
      if (globalThis.frames.length < 20) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openAnew(page);
  await expect.poll(() => page.evaluate(() => globalThis.frames.length)).toBe(20);
  expect(await page.evaluate(() => Math.min(...globalThis.frames))).toBeGreaterThan(1);
});

test("an unnamed wish and an edited letter are stored, too", async ({ page }) => {
  await setKept(page, true);
  await button(page, EXAMPLE).click();
  await toStep(page, "Wish list");
  await wishField(page).fill("Archive");
  await page.getByRole("button", { name: t("Add “{name}”", { name: "Archive" }) }).click();
  await page.getByRole("textbox", { name: t("What is it?") }).fill("");
  await writeToShop(page).click();
  const letter = page.getByRole("textbox", { name: t("The letter") });
  const long = "Mine, word for word. ".repeat(250);
  await letter.fill(long);
  await expect.poll(() => kept(page)).toContain(long);
  await openAnew(page);
  await expectMounted(page.locator("#a"));
  await toStep(page, "Wish list");
  await expect(chosen(page)).toHaveCount(2);
  await expect(page.getByRole("textbox", { name: t("What is it?") })).toHaveValue("");
  await writeToShop(page).click();
  await expect(letter).toHaveValue(long);
});

test("stored input waits for late terms", async ({ page }) => {
  const terms = {
    shop: { name: "Late" },
    currency: "EUR",
    rate: 85,
    team: { hoursPerWeek: 25 },
    services: [{ id: "windmill", name: "A windmill", hours: 12 }],
  };
  const configure = () => page.locator("#a").evaluate((element, terms) => (element.config = { terms }), terms);
  await configure();
  await setKept(page, true);
  await toStep(page, "Wish list");
  await wish(page, "A windmill").check();
  await expect.poll(() => kept(page)).toContain("windmill");
  const before = await kept(page);
  await openAnew(page);
  await expectMounted(page.locator("#a"));
  await expect(page.getByText("windmill")).toBeVisible();
  expect(await kept(page)).toBe(before);
  await configure();
  await toStep(page, "Wish list");
  await expect(wish(page, "A windmill")).toBeChecked();
  expect(await kept(page)).toBe(before);
  expect(await recorded(page, "takeon-change")).toEqual([]);
});

test("stored input is deleted even if the page's address has changed", async ({ page }) => {
  await setKept(page, true);
  await button(page, EXAMPLE).click();
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
  await page.evaluate(() => history.pushState(null, "", "/pages/elsewhere"));
  await toStep(page, "Budget");
  await amount(page).fill("2750");
  await page.locator("#a").evaluate((element) => (element.audience = "shop"));
  await expect(page.getByRole("button", { name: t("Write the reply") })).toBeVisible();
  await setKept(page, false);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("restored input stays when its storage is switched off", async ({ page }) => {
  await setKept(page, true);
  await button(page, EXAMPLE).click();
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
  await openAnew(page);
  await expectMounted(page.locator("#a"));
  await setKept(page, false);
  const shop = { name: "Late" };
  const services = [{ id: "blog", name: "A blog of theirs", hours: 12 }];
  const terms = { shop, currency: "EUR", rate: 85, team: { hoursPerWeek: 25 }, services };
  await page.locator("#a").evaluate((element, terms) => (element.config = { terms }), terms);
  await toStep(page, "Wish list");
  await expect(wish(page, "A blog of theirs")).toBeChecked();
});

test("input deleted in one tab is not stored again by another", async ({ page, context }) => {
  await setKept(page, true);
  await button(page, EXAMPLE).click();
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
  const other = await context.newPage();
  await other.goto("/pages/plain.html");
  await expectMounted(other.locator("#a"));
  await setKept(other, false);
  await expect.poll(() => other.evaluate(() => localStorage.length)).toBe(0);
  await expect(keep(page)).not.toBeChecked();
  await toStep(page, "Budget");
  await amount(page).fill("2750");
  await expect.poll(async () => (await recorded(page, "takeon-change")).at(-1).detail.brief.budget).toEqual({ fixed: 2750 });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("a restart removes letter and name, and undo restores both with the answers", async ({ page }) => {
  const letter = page.getByRole("textbox", { name: t("The letter") });
  const name = page.getByLabel(t("Your name"));
  await button(page, EXAMPLE).click();
  await writeToShop(page).click();
  await name.fill("Anna Berg");
  await letter.fill("Mine, word for word.");
  await openMenu(page);
  await button(page, "Start again").click();
  await button(page, EXAMPLE).click();
  await writeToShop(page).click();
  await expect(name).toHaveValue("");
  await expect(letter).not.toHaveValue(/Mine/);
  await undo(page);
  await button(page, "Bring my answers back").click();
  await expect(name).toHaveValue("Anna Berg");
  await expect(letter).toHaveValue("Mine, word for word.");
});

test("two versions are compared side by side, and can be swapped", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await button(page, EXAMPLE).click();
  await button(page, "Keep this version to compare").click();
  await toStep(page, "Budget");
  await amount(page).fill("9000");
  const budgets = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: t("Budget"), exact: true }) })
    .getByRole("cell");
  await expect(budgets).toHaveText(["€1,500", "€9,000"]);
  await button(page, "Go back to the kept version").click();
  await expect(budgets).toHaveText(["€9,000", "€1,500"]);
  await expect(amount(page)).toHaveValue("1500");
  await button(page, "Discard it").click();
  await expect(button(page, "Keep this version to compare")).toBeVisible();
});

test("“Next” moves the focus to a field with an error", async ({ page }) => {
  await button(page, EXAMPLE).click();
  await toStep(page, "Budget");
  await amount(page).fill("soon");
  await button(page, "Next").click();
  const summary = page.getByRole("group", { name: t("Before you go on") });
  await expect(summary).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(amount(page)).toBeFocused();
  await amount(page).fill("3000");
  await expect(summary).toHaveCount(0);
  // After another error, the focus stays in the field.
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("soon");
  await expect(summary).toBeVisible();
  await expect(amount(page)).toBeFocused();
  await amount(page).fill("3000");
  await toStep(page, "Working together");
  await button(page, "See the answer").click();
  await expect(page.locator("[part~=verdict]").getByRole("heading")).toBeFocused();
});
