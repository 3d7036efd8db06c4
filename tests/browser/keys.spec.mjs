/** Keys in the sentence: each blank opens in its field, Enter goes on, Escape closes; and the Back of a phone. */
import { expectMounted, recorded } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

const PAGE = "/pages/plain.html";
const brief = async (page) => (await recorded(page, "takeon-change")).at(-1)?.detail.brief;
const blank = (page, name) => page.getByRole("button", { name: t(name), exact: true });
const field = (page) => page.locator("#blank-questions").getByRole("textbox").first();
const answer = (page) => page.getByRole("region", { name: t("The answer") });

/** Closes the open blank, once the handlers of keys are loaded. */
async function escape(page) {
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(page.locator("#blank-questions")).toHaveCount(0, { timeout: 500 });
  }).toPass();
}

async function open(page, viewport) {
  await page.setViewportSize(viewport);
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
}

test("a keyboard alone fills in the sentence", async ({ page }) => {
  await open(page, { width: 1280, height: 720 });
  await blank(page, "what?").focus();
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(t("Newsletter"));
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await brief(page))?.wishes.length).toBe(1);
  await escape(page);
  await blank(page, "when?").focus();
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("8");
  await page.keyboard.press("Enter");
  // The next blank is open, in its field.
  await expect(page.getByText(t("What is your budget?"))).toBeVisible();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("5000");
  await page.keyboard.press("Enter");
  await expect(answer(page).getByRole("heading", { level: 2 })).toBeFocused();
  await expect.poll(async () => (await brief(page)).budget).toEqual({ fixed: 5000 });
  expect((await brief(page)).deadline.weeks).toBe(8);
});

test("Escape leaves a blank as it is, and returns to it", async ({ page }) => {
  await open(page, { width: 1280, height: 720 });
  await blank(page, "how much?").click();
  await field(page).fill("900");
  await escape(page);
  await expect(page.getByRole("button", { name: t("about {money}", { money: "€900" }) })).toBeFocused();
});

test("what is found moves nothing above the field", async ({ page }) => {
  await open(page, { width: 1280, height: 720 });
  await blank(page, "what?").click();
  // From the top of the panel: a browser may scroll to what is pressed.
  const top = async () => (await field(page).boundingBox()).y - (await page.locator("#blank-questions").boundingBox()).y;
  const before = await top();
  await page
    .locator("#blank-questions")
    .getByRole("checkbox", { name: t("Website redesign") })
    .check();
  await expect(page.getByText(t("Does it build on something you already have?")).first()).toBeVisible();
  expect(await top()).toBeCloseTo(before, 0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("Back leads from the answer to the questions, and the bar does the same", async ({ page, browserName }) => {
    await page.goto("/pages/no-element.html");
    await page.goto(PAGE);
    await expectMounted(page.locator("#a"));
    await blank(page, "what?").click();
    await page.locator("#blank-questions").getByRole("checkbox").first().check();
    await expect.poll(async () => (await brief(page))?.wishes.length).toBe(1);
    const bar = page.locator("[part~=bar]").getByRole("button").first();
    const before = await page.evaluate(() => history.length);
    for (let turn = 0; turn < 2; turn++) {
      await bar.click();
      await expect(answer(page)).toBeVisible();
      expect(await page.evaluate(() => history.length)).toBe(before + 1);
      // Firefox's automation waits for a load that does not come.
      if (turn === 0) await page.evaluate(() => history.back());
      else await bar.click();
      await expect(answer(page)).toBeHidden();
      await expect(page.locator("#blank-questions")).toBeVisible();
    }
    expect(new URL(page.url()).pathname).toBe(PAGE);
    if (browserName === "firefox") return;
    await page.goBack();
    await expect(page).toHaveURL(/no-element/);
  });

  test("the page's own state stays in the entry", async ({ page }) => {
    await open(page, { width: 390, height: 844 });
    await page.evaluate(() => history.replaceState({ own: 7 }, ""));
    await blank(page, "what?").click();
    await page.locator("#blank-questions").getByRole("checkbox").first().check();
    await page.locator("[part~=bar]").getByRole("button").first().click();
    await expect(answer(page)).toBeVisible();
    expect(await page.evaluate(() => history.state.own)).toBe(7);
  });

  test("the answer begins at the top of the screen", async ({ page }) => {
    await open(page, { width: 360, height: 640 });
    await page.evaluate(() => document.body.prepend(Object.assign(document.createElement("div"), { style: "height: 400px" })));
    await blank(page, "what?").click();
    await page.locator("#blank-questions").getByRole("checkbox").first().check();
    await page.locator("[part~=bar]").getByRole("button").first().click();
    await expect.poll(async () => (await answer(page).getByRole("heading", { level: 2 }).boundingBox()).y).toBeLessThan(60);
    expect((await answer(page).getByRole("heading", { level: 2 }).boundingBox()).y).toBeGreaterThanOrEqual(0);
  });
});
