/** The triangle and the curves: they show the values of the events, and corners can be moved. */
import { readFileSync } from "node:fs";
import { expectMounted, listen, moreServices, recorded, toStep, unfold } from "./helpers.mjs";
import { expect, pattern, t, test } from "./pseudo.mjs";

const TERMS = JSON.parse(readFileSync(new URL("../cases/terms.json", import.meta.url)));
const PAGE = "/pages/cases.html";

test.beforeEach(async ({ page }) => {
  await page.route("**/cases-config.json", (route) => route.fulfill({ json: { terms: TERMS } }));
});

const next = (page) => page.getByRole("button", { name: t("Next"), exact: true }).click();
const last = async (page) => (await recorded(page, "takeon-change")).at(-1).detail;
/** Returns the line of text about a corner. */
const corner = (page, name) => page.getByRole("paragraph").filter({ has: page.getByText(t(name), { exact: true }) });
const slider = (page, name) => page.getByRole("slider", { name: t(name), exact: true });
const field = (page) => page.getByLabel(t("Money, in {currency}", { currency: "EUR" }), { exact: true });
const budget = (page) => page.getByLabel(t("Roughly how much, in {currency}", { currency: "EUR" }), { exact: true });
const triangle = (page) => page.getByRole("img", { name: t("Money, time and scope: what you have and what it would take") });
/** Returns the visible one of two curves, for narrow and for wide layouts. */
const curve = (page) => page.getByRole("img", { name: t("Curve of") });
const curves = (page) => page.getByRole("group", { name: t("How jobs like this turn out") });

/** Returns the two figures of a corner: the given and the needed one. */
async function figures(page, name) {
  const text = await corner(page, name).innerText();
  return text.match(/\d[\d,.]*/g).map((figure) => Number(figure.replaceAll(",", "")));
}

/** Chooses a blog, and enters a date and a budget if given. */
async function wish(page, { blog = "Blog", weeks, money } = {}) {
  await expectMounted(page.locator("#a"));
  await toStep(page, "Wish list");
  const service = page.getByRole("checkbox", { name: blog, exact: true });
  if (!(await service.isVisible())) await moreServices(page).click();
  await service.check();
  await next(page);
  if (weeks) {
    await page.getByLabel(t("A date or a number of weeks")).fill(weeks);
  }
  await next(page);
  if (money) {
    await page.getByRole("radio", { name: t("A fixed price") }).check();
    await budget(page).fill(money);
  }
}

/** Returns the centre of the handle of a corner, in the window. */
async function handle(page, index) {
  // eslint-disable-next-line no-restricted-syntax -- a drawing has one name, and its parts have none
  const box = await triangle(page).locator(".grip").nth(index).boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
const TIME = 1;
const MONEY = 2;

test("the lines of text show the values of the events", async ({ page }) => {
  await page.goto(PAGE);
  await wish(page, { weeks: "3", money: "1500" });
  await expect.poll(async () => (await last(page)).brief.budget).toEqual({ fixed: 1500 });
  const { triangle } = (await last(page)).appraisal;

  // One screen has one need: that of the table.
  const takes = async (name) => {
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: t(name) }) });
    return Number((await row.getByRole("cell").last().innerText()).match(/[\d,.]+/)[0].replaceAll(",", ""));
  };
  const [given, needed] = await figures(page, "Money");
  expect(given).toBe(1500);
  expect(needed).toBe(await takes("Money"));
  await expect(corner(page, "Money").getByText(t("not enough"))).toBeVisible();

  // A date that suffices has no second figure.
  const [has, weeks = has] = await figures(page, "Time");
  expect(has).toBe(3);
  expect(weeks).toBe(await takes("Time"));

  // No value reaches the confidence.
  expect(triangle.scope).toBe(0);
  await expect(corner(page, "Scope")).toContainText(t("nothing fits yet"));
});

test("a dragged corner moves the odds, the budget and its field", async ({ page }) => {
  await page.goto(PAGE);
  await wish(page, { weeks: "3", money: "1500" });
  await expect.poll(async () => (await last(page)).brief.budget).toEqual({ fixed: 1500 });
  const before = (await last(page)).appraisal;

  await triangle(page).scrollIntoViewIfNeeded();
  const from = await handle(page, MONEY);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // Also beyond the end of the axis, and beside it.
  for (const up of [10, 30, 60, 90, 200]) await page.mouse.move(from.x + up / 8, from.y - up);
  const { brief, appraisal } = await last(page);
  expect(brief.budget.fixed).toBeGreaterThan(1500);
  expect(appraisal.odds.money).toBeGreaterThan(before.odds.money);
  await expect(budget(page)).toHaveValue(String(brief.budget.fixed));
  await expect(field(page)).toHaveValue(String(brief.budget.fixed));
  await expect(slider(page, "Money")).toHaveValue(String(brief.budget.fixed));
  await page.mouse.up();

  // A dropped corner stays in place.
  await page.mouse.move(from.x, from.y);
  expect((await last(page)).brief.budget).toEqual(brief.budget);
});

test.describe("on a phone", () => {
  test.skip(({ browserName }) => browserName === "firefox", "only Chromium can be told to touch and drag");
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("a finger drags a corner without scrolling the page", async ({ page, context }) => {
    await page.goto(PAGE);
    await wish(page, { weeks: "3", money: "1500" });
    await page.locator("[part~=bar]").getByRole("button").first().click();
    await unfold(page, "Play with money, time and scope");
    await triangle(page).scrollIntoViewIfNeeded();
    const from = await handle(page, MONEY);
    const touches = await context.newCDPSession(page);
    const touch = (type, ...touchPoints) => touches.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", from);
    for (let up = 5; up <= 100; up += 5) await touch("touchMove", { x: from.x, y: from.y - up });
    await touch("touchEnd");
    const end = () => slider(page, "Money").evaluate((slider) => slider.value === slider.max);
    await expect.poll(end, "to the end of the axis").toBe(true);
  });
});

test("dragging a corner without a value sets it", async ({ page }) => {
  await page.goto(PAGE);
  await wish(page);
  await expect(corner(page, "Money")).toContainText(t("not said yet"));
  await expect(corner(page, "Time")).toContainText(t("not said yet"));
  await triangle(page).scrollIntoViewIfNeeded();
  const from = await handle(page, TIME);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 20, from.y + 12, { steps: 4 });
  await page.mouse.up();
  const { brief, appraisal } = await last(page);
  expect(brief.budget).toBeUndefined();
  expect(brief.deadline.weeks).toBeGreaterThan(appraisal.weeks.p50);
  expect(brief.deadline.weeks % 0.5).toBe(0);
  await expect(corner(page, "Time")).not.toContainText(t("not said yet"));
});

test("a tap on an axis sets it, and one on the scope leads to the wishes", async ({ page }) => {
  await page.goto(PAGE);
  await wish(page, { weeks: "3", money: "1500" });
  await triangle(page).scrollIntoViewIfNeeded();
  // In units of the drawing, because other odds may move it on the page.
  const tap = async (x, y) => {
    const drawing = await triangle(page).boundingBox();
    const unit = drawing.width / 240;
    await page.mouse.click(drawing.x + x * unit, drawing.y + y * unit);
  };
  await tap(120, 36);
  await expect.poll(async () => (await last(page)).brief.budget.fixed).toBeGreaterThan(1500);
  await tap(190, 158);
  await expect(page.getByRole("heading", { name: t("What do you need?") })).toBeVisible();
});

test("the arrow keys of the sliders do the same", async ({ page }) => {
  // The event follows soon after the key.
  const fixed = async () => (await last(page)).brief.budget.fixed;
  const deadline = async () => (await last(page)).brief.deadline;
  await page.goto(PAGE);
  await wish(page, { weeks: "3", money: "1500" });
  await expect.poll(async () => (await last(page)).brief.budget).toEqual({ fixed: 1500 });
  const before = (await last(page)).appraisal.odds.money;
  await slider(page, "Money").focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(fixed).toBeGreaterThan(1500);
  const one = await fixed();
  await page.keyboard.press("PageUp");
  await expect.poll(fixed).toBeGreaterThan(one);
  const more = await fixed();
  await page.keyboard.press("End");
  await expect.poll(fixed).toBeGreaterThan(more);
  const { brief, appraisal } = await last(page);
  expect(appraisal.odds.money).toBeGreaterThan(before);
  await expect(field(page)).toHaveValue(String(brief.budget.fixed));
  await expect(slider(page, "Money")).toHaveAttribute("aria-valuetext", pattern`^€[\d,]+$`);
  await page.keyboard.press("Home");
  await expect.poll(fixed).toBe(0);

  await slider(page, "Time").focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(deadline).toEqual({ weeks: 3.5 });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect.poll(deadline).toEqual({ weeks: 2.5 });
  await expect(slider(page, "Time")).toHaveAttribute("aria-valuetext", pattern`^2\.5 ${t("weeks")}; [\d.]+ ${t("needed")}$`);
});

test("nothing is announced while a slider moves", async ({ page }) => {
  await page.goto(PAGE);
  await wish(page, { weeks: "3", money: "1500" });
  const status = page
    .getByRole("region", { name: t("The answer") })
    .getByRole("status")
    .first();
  await expect(status).toHaveText(/./);
  const said = await status.innerText();
  await slider(page, "Money").focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press("ArrowRight");
  expect(await status.innerText()).toBe(said);
});

test("the typed field does the same, and keeps invalid text", async ({ page }) => {
  await page.goto(PAGE);
  await wish(page, { weeks: "3", money: "1500" });
  await field(page).fill("5,000");
  await expect.poll(async () => (await last(page)).brief.budget).toEqual({ fixed: 5000 });
  await expect(budget(page)).toHaveValue("5,000");
  await expect(field(page)).toHaveValue("5,000");
  await field(page).fill("a lot");
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  await expect(field(page)).toHaveValue("a lot");
  await expect(field(page)).toHaveAccessibleDescription(t("Enter an amount, such as 1,500 or 2k."));
});

test("the curve marks the given value, and the choice changes its subject", async ({ page }) => {
  await page.goto(PAGE);
  // Only the shop sees work as a figure.
  await page.locator("#a").evaluate((calculator) => (calculator.audience = "shop"));
  await wish(page, { weeks: "3", money: "1500" });
  await unfold(page, "How jobs like this turn out");
  await expect(curve(page)).toHaveCount(1);
  await expect(curve(page)).toContainText(`${t("Your")} €1,500`);
  await expect(curve(page)).toContainText(t("half"));
  await curves(page)
    .getByRole("radio", { name: t("Ready in"), exact: true })
    .check();
  await expect(curve(page)).toContainText(`${t("Your")} 3 ${t("weeks")}`);
  await curves(page)
    .getByRole("radio", { name: t("Work"), exact: true })
    .check();
  await expect(curve(page)).not.toContainText(t("Your"));

  // The same figures as in the table.
  const figures = page.getByRole("row", { name: pattern`^${t("Work")} ` }).getByRole("cell");
  await expect(figures).toHaveCount(2);
  for (const figure of await figures.allTextContents()) await expect(curve(page)).toContainText(figure);
});

test("without a delivery, the curve is that of the price, whatever was chosen", async ({ page }) => {
  await page.goto(PAGE);
  await wish(page, { money: "1500" });
  await unfold(page, "How jobs like this turn out");
  await curves(page)
    .getByRole("radio", { name: t("Ready in"), exact: true })
    .check();
  await page.getByRole("radio", { name: t("A monthly fee") }).check();
  await toStep(page, "Deadline");
  await page.getByRole("radio", { name: t("No deadline"), exact: true }).check();
  await expect(curves(page).getByRole("radio")).toHaveCount(1);
  await expect(curves(page).getByRole("radio")).toBeChecked();
  await expect(curve(page)).toHaveAccessibleName(pattern`^${t("Curve of what jobs like this cost")}`);
});

for (const colorScheme of ["light", "dark"]) {
  test(`text on pictures has enough contrast, ${colorScheme}`, async ({ page, browserName }) => {
    // axe cannot determine the background of text in a drawing.
    test.skip(browserName === "firefox", "the same style; once is enough");
    await page.emulateMedia({ colorScheme });
    await page.goto(PAGE);
    await wish(page, { weeks: "3", money: "1500" });
    await unfold(page, "How jobs like this turn out");
    const contrasts = await page.locator("[part~=answer] svg text:visible").evaluateAll((texts) => {
      const brightness = (color) => {
        const [r, g, b] = color.match(/[\d.]+/g).map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return texts.map((text) => {
        const behind = brightness(getComputedStyle(text.closest("[part~=answer]")).backgroundColor);
        const [high, low] = [brightness(getComputedStyle(text).fill), behind].sort((a, b) => b - a);
        return (high + 0.05) / (low + 0.05);
      });
    });
    expect(contrasts.length).toBe(6);
    for (const contrast of contrasts) expect(contrast).toBeGreaterThan(4.5);
  });
}

test("pictures do not violate a strict security policy", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/strict-csp.html");
  await wish(page, { blog: t("Custom blog"), weeks: "3", money: "1500" });
  await unfold(page, "How jobs like this turn out");
  await expect(curve(page)).toHaveCount(1);
  await slider(page, "Money").focus();
  await page.keyboard.press("ArrowRight");
  expect(await recorded(page, "securitypolicyviolation")).toEqual([]);
  expect(heard.messages).toEqual([]);
  expect(heard.errors).toEqual([]);
});
