/** The start: a sentence with three blanks. In every place, a figure or a verdict and the way on are in view. */
import { readFileSync } from "node:fs";
import { expectMounted, frameOf, marks, openAnew, openMenu, recorded, stepByStep, toStep } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

const PAGE = "/pages/plain.html";
const ARABIC = JSON.parse(readFileSync(new URL("../../static/locales/ar.json", import.meta.url)));
const ENGLISH = JSON.parse(readFileSync(new URL("../../static/locales/en.json", import.meta.url)));
const SIZES = [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 720 },
];
const LINK = "1.000000~p_publish~w_blog_m~c_cccc~k_ywyyyyyn~r_s~d_6~b_2500~z";

const questions = (page) => page.locator("[part~=questions]");
const answer = (page) => page.locator("[part~=answer]");
const bar = (page) => page.locator("[part~=bar]");
const button = (page, name) => page.getByRole("button", { name: t(name), exact: true });
const blank = (page, name) => questions(page).getByRole("button", { name, exact: true });
/** Returns the button that leads on: to the next place, the answer or the letter. */
const wayOn = (page) => bar(page).getByRole("button").last();
const isWide = (page) => page.viewportSize().width > 800;
/** Returns the current answer on a phone: the bar's line, which toggles between answer and questions. */
const standing = (page) => bar(page).getByRole("button").first();

async function open(page, viewport) {
  if (viewport) await page.setViewportSize(viewport);
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
}

/** Returns true if the whole element is in the window, with nothing over it. */
const isInView = (target) =>
  target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = (x, y) => element.getRootNode().elementFromPoint(left + width * x, top + height * y);
    const hits = [at(0.5, 0.5), at(0.1, 0.3), at(0.9, 0.7)];
    const isFree = hits.every((hit) => hit && (element.contains(hit) || hit.contains(element)));
    return isFree && top >= 0 && top + height <= innerHeight + 1;
  });

async function expectInView(target, where) {
  await expect.poll(() => isInView(target), { message: where }).toBe(true);
}

/** Expects a visible status: the line of the bar, or the head of the answer. */
async function expectStanding(page, where) {
  if (!isWide(page)) return expectInView(standing(page), where);
  const heads = page
    .locator("[part~=verdict]")
    .or(answer(page).getByText(t("Not as it stands"), { exact: true }))
    .or(answer(page).getByText(t("Looks like a yes"), { exact: true }))
    .or(answer(page).getByText(t("Yes, with conditions"), { exact: true }));
  await expect
    .poll(async () => (await Promise.all((await heads.all()).map(isInView))).some(Boolean), { message: where })
    .toBe(true);
}

for (const viewport of SIZES) {
  const where = `${viewport.width} × ${viewport.height}`;

  test(`a figure is shown before the first tap, ${where}`, async ({ page }) => {
    await open(page, viewport);
    const figure = isWide(page) ? answer(page).getByRole("row").filter({ hasText: "€" }).first() : standing(page);
    await expect(figure).toContainText(/€\d/);
    await expectInView(figure, "figure");
    await expectInView(wayOn(page), "way on");
  });

  test(`the status and the way on are always in view, ${where}`, async ({ page }) => {
    await open(page, viewport);
    const look = async (place) => {
      await expectStanding(page, `where one stands: ${place}`);
      await expectInView(wayOn(page), `way on: ${place}`);
    };
    await page.getByRole("button", { name: t("A long list of features, to get more enquiries") }).click();
    await look("start");
    await blank(page, t("and …")).click();
    await look("wishes at the start");
    await stepByStep(page);
    for (let step = 0; step < 7; step++) {
      await look(`step ${step + 1}`);
      // A step starts at the top of the window.
      const top = await frameOf(page.locator("#a")).evaluate((frame) => frame.getBoundingClientRect().top);
      expect(Math.abs(top), `top of step ${step + 1}`).toBeLessThan(step === 0 ? 300 : 24);
      await page.mouse.wheel(0, 2000);
      await look(`step ${step + 1}, at its end`);
      if (step < 6) await wayOn(page).click();
      if (step < 6)
        await expect(page.getByText(t("{n} of {of} · {name}", { n: step + 2, of: 7, name: "" }).trim())).toBeVisible();
    }
  });

  test(`an offer that is tried on is shown where it was tapped, ${where}`, async ({ page }) => {
    await open(page, viewport);
    await page.getByRole("button", { name: t("A long list of features, to get more enquiries") }).click();
    if (!isWide(page)) await standing(page).click();
    await button(page, "Try it").first().click();
    await expectStanding(page, "where one stands");
    if (isWide(page)) return expectInView(wayOn(page), "way on");
    await expect(standing(page)).toContainText(t("With this: yes"));
    await expect(standing(page)).toContainText(
      t("{odds}, was {before}", { odds: t("{n} in 10", { n: 8 }), before: t("hardly ever") }),
    );
    await expectInView(button(page, "Send"), "send");
    // There and back by the same button.
    await standing(page).click();
    await expect(questions(page)).toBeVisible();
    await standing(page).click();
    await button(page, "Send").click();
    await expect(page.getByRole("textbox", { name: t("The letter") })).toBeVisible();
  });
}

test("a wish, a date and an amount take three taps and four keys to a verdict on a phone", async ({ page }) => {
  await open(page, SIZES[1]);
  let taps = 0;
  const tap = async (target) => {
    taps += 1;
    await target.click();
  };
  await tap(answer(page).getByRole("button", { name: t("Online shop on Shopify or similar") }));
  // The next blank of the sentence is at the top of the screen.
  await expect(questions(page).getByRole("heading", { name: t("When do you need it?") })).toBeFocused();
  await tap(questions(page).getByText(t("{n} weeks", { n: 4 }), { exact: true }));
  await tap(blank(page, t("how much?")));
  await page.keyboard.type("1500");
  await expect(standing(page)).toContainText(t("Not as it stands"));
  await expect(blank(page, t("about {money}", { money: "€1,500" }))).toBeVisible();
  expect(taps).toBe(3);
});

test("the price and the weeks of a usual job make a yes with conditions", { tag: "@english" }, async ({ page }) => {
  await open(page, SIZES[1]);
  const names = ["Website, about seven pages", "Landing page", "Custom online shop"];
  for (const name of names) {
    await openAnew(page);
    await expectMounted(page.locator("#a"));
    const row = answer(page).getByRole("row").filter({ hasText: name });
    const [, price, weeks] = await row.innerText().then((text) => /€([\d,]+)\s+([\d.]+) weeks/.exec(text));
    await row.click();
    await questions(page).getByLabel("A date or a number of weeks").fill(`${weeks} weeks`);
    await blank(page, "how much?").click();
    await page.keyboard.type(price);
    await expect(standing(page), name).toContainText("Yes, with conditions");
    await standing(page).click();
    await expect(page.locator("[part~=verdict]")).toContainText(
      `We would gladly take this on for €${price} within ${weeks} weeks, once a few points are settled.`,
    );
  }
});

test("everything that matters is answered in twelve taps on a phone", { tag: "@english" }, async ({ page }) => {
  await open(page, SIZES[1]);
  let taps = 0;
  const tap = async (target) => {
    taps += 1;
    await target.click();
  };
  await tap(answer(page).getByRole("button", { name: "Online shop on Shopify or similar" }));
  await tap(questions(page).getByText("4 weeks", { exact: true }));
  await tap(blank(page, "how much?"));
  await page.keyboard.type("1500");
  await tap(standing(page));
  const asked = answer(page)
    .locator("section", { has: page.getByRole("heading", { name: "Not said yet, so we assumed" }) })
    .getByRole("group")
    .filter({ visible: true });
  const takes = answer(page).getByText(/^(If these points stay open|As it stands)/);
  const before = await takes.innerText();
  const open_ = asked.filter({ hasNot: page.getByRole("radio", { checked: true }) });
  while (await open_.count()) {
    const first = open_.first();
    await first.scrollIntoViewIfNeeded();
    const count = await open_.count();
    // An answered question stays where it is, with its answer.
    await tap(first.locator("label").first());
    await expect.poll(() => open_.count()).not.toBe(count + 1);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(taps).toBeLessThan(20);
  }
  const { appraisal } = (await recorded(page, "takeon-change")).at(-1).detail;
  const moves = appraisal.questions.filter(({ flips, moves }) => flips > 0 || moves >= Math.log(1.05));
  expect(moves).toEqual([]);
  expect(await page.locator("[part~=verdict]").innerText()).not.toContain(before);
  expect(taps).toBeLessThanOrEqual(12);
});

test("the focus is never covered by the footer", async ({ page }) => {
  test.slow();
  for (const viewport of [SIZES[0], SIZES[2]]) {
    await open(page, viewport);
    await page.getByRole("button", { name: t("A long list of features, to get more enquiries") }).click();
    for (const step of ["Wish list", "Budget", "Working together"]) {
      await toStep(page, step);
      for (let press = 0; press < 25; press++) {
        await page.keyboard.press("Tab");
        const covered = await frameOf(page.locator("#a")).evaluate((frame) => {
          const focused = frame.getRootNode().activeElement;
          if (!focused) return "";
          // The target of a radio button includes its label.
          const target = focused.closest("label") ?? focused;
          const { left, top, width, height } = target.getBoundingClientRect();
          const hit = frame.getRootNode().elementFromPoint(left + width / 2, top + Math.min(height, 30) / 2);
          return hit && (target.contains(hit) || hit.contains(target)) ? "" : target.outerHTML.slice(0, 120);
        });
        expect(covered, `${step} at ${viewport.width} px`).toBe("");
      }
    }
  }
});

test("without a wish, the way to the answer leads to the wishes, and says why", async ({ page }) => {
  await open(page, SIZES[1]);
  await wayOn(page).click();
  await expect(page.getByRole("alert")).toHaveText(t("Choose at least one thing first."));
  await expect(questions(page).getByRole("heading", { name: t("What do you need?") })).toBeFocused();
  // From the last step, too.
  await toStep(page, "Working together");
  await wayOn(page).click();
  await expect(page.getByRole("alert")).toBeVisible();
});

test("the way to the answer first leads to fields with errors", async ({ page }) => {
  for (const viewport of SIZES) {
    await open(page, viewport);
    await blank(page, t("what?")).click();
    await questions(page).getByRole("checkbox").first().check();
    await blank(page, t("when?")).click();
    const field = questions(page).locator("#date-text");
    const problem = questions(page).locator("#date-text-problem");
    await field.fill("when it rains");
    // Nothing is announced while typing, but after a pause.
    await expect(problem).toBeHidden();
    await expect(problem).toBeVisible();
    await blank(page, t("how much?")).click();
    await questions(page).getByRole("textbox").first().fill("1500");
    for (let attempt = 0; attempt < 2; attempt++) {
      await wayOn(page).click();
      await expect(field).toBeFocused();
      await expect(problem).toBeVisible();
      await expect(field).toHaveAccessibleDescription(t("Tell us when, such as 6 weeks or 23 December."));
      await field.blur();
    }
    await field.fill("6 weeks");
    await expect(problem).toHaveCount(0);
    await page.goto("about:blank");
  }
});

test("the keyboard alone suffices for the sentence", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "tab order of radio buttons is the same; once is enough");
  await open(page, SIZES[2]);
  const tabTo = async (target) => {
    for (let tries = 0; tries < 60; tries++) {
      await page.keyboard.press("Tab");
      if (await target.evaluate((element) => element.matches(":focus"))) return;
    }
    throw new Error(`the keyboard does not get to ${target}`);
  };
  await tabTo(answer(page).getByRole("button", { name: t("Online shop on Shopify or similar") }));
  await page.keyboard.press("Enter");
  await expect(questions(page).locator("#date-text")).toBeFocused();
  await page.keyboard.type("9");
  await tabTo(button(page, "Next"));
  await page.keyboard.press("Enter");
  await page.keyboard.type("9000");
  await tabTo(button(page, "See where I stand"));
  await page.keyboard.press("Enter");
  await expect(page.locator("[part~=verdict]").getByRole("heading")).toBeFocused();
});

test("a blank is opened and closed by the same button, and only one is open", async ({ page }) => {
  await open(page, SIZES[2]);
  await blank(page, t("what?")).click();
  await blank(page, t("when?")).click();
  await expect(questions(page).getByRole("button", { expanded: true })).toHaveCount(1);
  await blank(page, t("when?")).click();
  await expect(questions(page).getByRole("button", { expanded: true })).toHaveCount(0);
  await expect(blank(page, t("when?"))).toBeFocused();
});

test("start and steps share one draft, and a visited step does not count as missed", async ({ page }) => {
  await open(page, SIZES[2]);
  await answer(page)
    .getByRole("button", { name: t("Landing page") })
    .click();
  // The first open step is shown.
  await stepByStep(page);
  await expect(page.getByRole("heading", { name: t("What should it do for you?") })).toBeFocused();
  await button(page, "Next").click();
  await expect(marks(page).nth(0)).toHaveAccessibleName(t("Purpose"));
  await expect(marks(page).nth(1)).toHaveAttribute("aria-current", "step");
  await toStep(page, "Deadline");
  await expect(marks(page).nth(1)).toHaveAccessibleName(`${t("Wish list")} (${t("answered")})`);
  for (const mark of await marks(page).all()) {
    const { width, height } = await mark.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await expect(mark).toHaveAttribute("title", /./);
  }
  await page.getByRole("radio", { name: t("{n} weeks", { n: 8 }), exact: true }).check();
  await button(page, "Back to one sentence").click();
  await expect(questions(page).getByRole("heading", { name: t("Your project in one sentence") })).toBeFocused();
  await expect(blank(page, t("in {weeks}", { weeks: t("{n} weeks", { n: 8 }) }))).toBeVisible();
  await expect(blank(page, t("Landing page"))).toBeVisible();
});

test("after a link and a reload, the start shows the known answers in its sentence", async ({ page }) => {
  await page.setViewportSize(SIZES[2]);
  await page.goto(`${PAGE}#takeon=${LINK}`);
  await expectMounted(page.locator("#a"));
  await expect(blank(page, t("about {money}", { money: "€2,500" }))).toBeVisible();
  await openMenu(page);
  await page.getByRole("checkbox", { name: t("Keep my answers on this device") }).check();
  await page.getByRole("button", { name: t("Close"), exact: true }).click();
  await page.reload();
  await expectMounted(page.locator("#a"));
  await expect(blank(page, t("about {money}", { money: "€2,500" }))).toBeVisible();
});

test("the field for a pasted list is shown at once", async ({ page }) => {
  await open(page, SIZES[1]);
  await button(page, "Paste a list or an email").click();
  await expect(questions(page).getByRole("textbox").first()).toBeFocused();
});

test("the shop has its own wording of questions", async ({ page }) => {
  await open(page, SIZES[2]);
  await page.locator("#a").evaluate((element) => (element.audience = "shop"));
  await expect(questions(page)).toContainText(t("They would like"));
  await stepByStep(page);
  await expect(page.getByRole("heading", { name: t("What should it do for them?") })).toBeVisible();
  await toStep(page, "Budget");
  await expect(page.getByRole("group", { name: t("How they would pay"), exact: true })).toBeVisible();
  await toStep(page, "Aftercare");
  const content = questions(page)
    .getByRole("group", { name: t("Text and images"), exact: true })
    .first();
  await toStep(page, "Wish list");
  await questions(page).getByRole("checkbox").first().check();
  await toStep(page, "Aftercare");
  await expect(content.getByRole("radio", { name: t("The client"), exact: true })).toBeVisible();
  await toStep(page, "Working together");
  await expect(questions(page)).toContainText(t("How often can you reach them?"));
  await expect(questions(page)).not.toContainText(t("How often can we reach you?"));
  await expect(answer(page)).toContainText(t("their budget"));
});

test("right to left, the way on is on the left", { tag: "@english" }, async ({ page }) => {
  await open(page, SIZES[0]);
  await page.locator("#a").evaluate((element) => (element.lang = "ar"));
  await expect(frameOf(page.locator("#a"))).toHaveAttribute("dir", "rtl");
  await questions(page)
    .getByRole("button", { name: ARABIC["start.wishes"] ?? ENGLISH["start.wishes"] })
    .click();
  const [line, next] = [await standing(page).boundingBox(), await wayOn(page).boundingBox()];
  expect(next.x).toBeLessThan(line.x);
  const wide = await frameOf(page.locator("#a")).evaluate((frame) => frame.scrollWidth - frame.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
