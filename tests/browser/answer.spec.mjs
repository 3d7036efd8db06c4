/** The answer: its order, and the agreement of its figures. */
import { readFileSync } from "node:fs";
import { expectMounted, recorded, unfold } from "./helpers.mjs";
import { expect, pattern, t, test } from "./pseudo.mjs";

const SHOP = JSON.parse(readFileSync(new URL("../../static/terms/web-studio.json", import.meta.url)));
const PAGE = "/pages/cases.html";

const CARE = { content: "client", updates: "client", hosting: "client", help: "client" };
const SETTLED = {
  purpose: "sell",
  wishes: [{ service: "hosted-shop", priority: "must" }],
  care: CARE,
  conditions: {
    contentReady: true,
    contact: "weekly",
    phased: true,
    decider: true,
    written: true,
    openToAdvice: true,
    freeSample: false,
    depends: false,
  },
  pay: "deposit",
  costs: "client",
  relationship: "stranger",
  existing: "none",
};
const brief = (more) => ({ ...SETTLED, ...more });

const answer = (page) => page.getByRole("region", { name: t("The answer") });
const heading = (page) => page.locator("[part~=verdict]").getByRole("heading");
const row = (page, name) =>
  answer(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: t(name) }) });
const last = async (page) => (await recorded(page, "takeon-change")).at(-1).detail;
const ways = (page) => answer(page).locator("[part~=offer]");

/** Opens a calculator at an example, for an audience, with as many figures as the shop shows. */
async function open(page, example, { audience = "visitor", show = "prices" } = {}) {
  const examples = example ? [{ name: "Zeta", brief: example }] : [];
  const config = { ...SHOP, examples, show };
  await page.route("**/cases-config.json", (route) => route.fulfill({ json: config }));
  await page.goto(PAGE);
  const calculator = page.locator("#a");
  await calculator.evaluate((element, audience) => (element.audience = audience), audience);
  await expectMounted(calculator);
  if (!example) return;
  await page.getByRole("button", { name: "Zeta" }).click();
  await expect.poll(async () => (await recorded(page, "takeon-change")).length).toBeGreaterThan(0);
}

/** Goes to the answer in a single-column layout. */
async function showAnswer(page) {
  if (await heading(page).isVisible()) return;
  await page.locator("[part~=bar]").getByRole("button").first().click();
  await expect(heading(page)).toBeVisible();
}

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("the answer comes first, and its basis is folded", async ({ page }) => {
    await open(page, brief({ deadline: { weeks: 8 }, budget: { fixed: 3400 } }));
    await showAnswer(page);
    const fold = (name) => answer(page).getByRole("heading", { name: t(name), exact: true });
    const order = [
      heading(page),
      row(page, "Money"),
      row(page, "Time"),
      row(page, "Both together"),
      ways(page).first(),
      answer(page).getByRole("button", { name: t("Send this to {shop}", { shop: "Studio Nord" }) }),
      fold("Play with money, time and scope"),
      fold("Why, and how much each point matters"),
      answer(page).getByRole("heading", { name: t("How jobs like this turn out"), exact: true }),
      fold("What you told us"),
      fold("What this is based on"),
    ];
    let before = -1;
    for (const part of order) {
      const { y } = await part.boundingBox();
      expect(y).toBeGreaterThan(before);
      before = y;
    }
    await expect(answer(page).getByRole("slider").first()).toBeHidden();
    expect(await ways(page).filter({ visible: true }).count()).toBeLessThanOrEqual(3);
  });

  test("an offer that is tried on is answered in view, and others can be tried on instead", async ({ page }) => {
    await open(page, brief({ deadline: { weeks: 8 }, budget: { fixed: 3400 } }));
    await showAnswer(page);
    const asked = (await last(page)).brief;
    const count = await ways(page).count();
    expect(count).toBeGreaterThan(1);
    const button = (index) => ways(page).nth(index).getByRole("button");
    await button(0).click();
    await expect(page.locator("[part~=bar]")).toContainText(t("With this: yes"));
    await expect(page.locator("[part~=bar]")).toBeInViewport();
    await expect(ways(page)).toHaveCount(count);
    await expect(button(0)).toContainText(t("Undo"));
    const first = (await last(page)).brief;
    expect(first).not.toEqual(asked);
    await button(1).click();
    await expect(button(0)).toHaveText(t("Try it"));
    await expect(button(1)).toContainText(t("Undo"));
    await expect.poll(async () => (await last(page)).brief).not.toEqual(first);
    await expect(button(1)).toBeFocused();
    await button(1).click();
    await expect.poll(async () => (await last(page)).brief).toEqual(asked);
  });
});

test("the needs of a yes stay above the ways to it and the open points, however the answer came about @english", async ({
  page,
}) => {
  await open(page);
  await page
    .getByRole("button", { name: /Custom online shop/ })
    .first()
    .click();
  await page.locator("[part~=questions] button[aria-expanded]").last().click();
  await page.keyboard.type("4000");
  await showAnswer(page);
  const parts = [
    answer(page).getByRole("table").first(),
    ways(page).first(),
    answer(page).getByRole("heading", { name: "Not said yet, so we assumed" }),
  ];
  for (const part of parts) await expect(part).toBeVisible();
  const tops = await Promise.all(parts.map(async (part) => (await part.boundingBox()).y));
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
});

test("the verdict stays in view above a long answer, and never covers the focus", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, brief({ deadline: { weeks: 8 }, budget: { fixed: 3400 } }));
  await unfold(page, "What this is based on");
  const strip = answer(page).getByText(t("Not as it stands"), { exact: true });
  await page.mouse.move(900, 400);
  await page.mouse.wheel(0, 600);
  await expect(strip).toBeInViewport({ ratio: 1 });
  const seen = () =>
    strip.evaluate((strip) => {
      const { left, top, width, height } = strip.getBoundingClientRect();
      return strip.getRootNode().elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2) === strip;
    });
  await expect.poll(seen).toBe(true);
  const bottom = async () => {
    const box = await strip.boundingBox();
    return box.y + box.height;
  };
  // In reverse order, so that the page scrolls up to each.
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press("Shift+Tab");
    const top = await strip.evaluate((strip) => {
      const { activeElement } = strip.getRootNode();
      return activeElement?.closest("[part~=answer]") ? activeElement.getBoundingClientRect().top : Infinity;
    });
    expect(top).toBeGreaterThan((await bottom()) - 1);
  }
});

for (const [name, more] of [
  [
    "of whether texts are ready",
    { conditions: { ...SETTLED.conditions, contentReady: undefined }, deadline: { weeks: 10 }, budget: { fixed: 6000 } },
  ],
  [
    "of how it is delivered",
    { conditions: { ...SETTLED.conditions, phased: undefined }, deadline: { weeks: 12 }, budget: { fixed: 5000 } },
  ],
]) {
  test(`an answer to the question ${name} has the effect on its button`, async ({ page }) => {
    await open(page, brief(more));
    const { appraisal } = await last(page);
    expect(appraisal.questions[0].flips).toBeGreaterThan(0);
    const group = answer(page)
      .getByRole("group")
      .filter({ has: page.getByRole("radio") })
      .first();
    const { y } = await group.boundingBox();
    expect(y).toBeLessThan((await row(page, "Money").boundingBox()).y);
    const options = await group.getByRole("radio").count();
    const outcomes = new Set();
    for (let index = 0; index < options; index++) {
      if (index > 0) await open(page, brief(more));
      const option = group.getByRole("radio").nth(index);
      const outcome = await option.evaluate((radio) => {
        const id = radio.getAttribute("aria-describedby");
        return radio.getRootNode().getElementById(id)?.textContent;
      });
      outcomes.add(outcome);
      await option.click();
      // The question is gone, and the head shows the result.
      await expect(heading(page)).toBeFocused();
      await expect.poll(async () => (await last(page)).appraisal.questions[0]?.id).not.toBe(appraisal.questions[0].id);
      const both = (await last(page)).appraisal.odds.both;
      const tenths = Math.round(both * 10);
      expect(outcome).toContain(tenths === 10 ? t("nearly always") : tenths === 0 ? t("hardly ever") : String(tenths));
    }
    expect(outcomes.size).toBeGreaterThan(1);
  });
}

for (const [what, more] of [
  ["money is too little", { deadline: { weeks: 12 }, budget: { fixed: 1500 } }],
  ["the date is too soon", { deadline: { weeks: 4 }, budget: { fixed: 6000 } }],
  ["both fall short", { deadline: { weeks: 4 }, budget: { fixed: 2000 } }],
  ["each would nearly do alone", { deadline: { weeks: 8.5 }, budget: { fixed: 4300 } }],
  ["it is paid by the month", { deadline: { weeks: 12 }, budget: { monthly: 150 } }],
]) {
  test(`the budget and date named in a refusal turn it into a yes: ${what}`, async ({ page }) => {
    await open(page, brief(more));
    expect(["reshape", "refer", "decline"]).toContain((await last(page)).appraisal.verdict);
    // The last cell of a row is the need.
    const needed = async (name) => (await row(page, name).getByRole("cell").last().innerText()).match(/[\d,.]+/)[0];
    const [money, weeks] = [await needed("Money"), await needed("Time")];
    // The head, the triangle and the table show the same need.
    await expect(page.locator("[part~=verdict]")).toContainText(money);
    await expect(page.locator("[part~=verdict]")).toContainText(t("{n} weeks", { n: weeks }));
    await unfold(page, "Play with money, time and scope");
    const slider = (name) => answer(page).getByRole("slider", { name: t(name), exact: true });
    await expect(slider("Money")).toHaveAttribute("aria-valuetext", pattern`${money}`);
    await expect(slider("Time")).toHaveAttribute("aria-valuetext", pattern`${weeks}`);
    const field = more.budget.monthly ? "Money a month, in {currency}" : "Money, in {currency}";
    await answer(page)
      .getByLabel(t(field, { currency: "EUR" }), { exact: true })
      .fill(money);
    await answer(page).getByLabel(t("Time, in weeks"), { exact: true }).fill(weeks);
    await expect(heading(page)).toContainText(t("We would gladly take this on for"));
    await expect.poll(async () => (await last(page)).appraisal.verdict).toBe("take");
  });
}

test("the start lists the usual jobs with their prices, and a tap begins with one", async ({ page }) => {
  await open(page, null);
  await expect(heading(page)).toHaveText(t("What people come to us for"));
  const job = answer(page).getByRole("row").filter({ hasText: "Landing page" });
  await expect(job).toContainText(/€\d/);
  await job.click({ position: { x: 200, y: 10 } });
  await expect(page.getByRole("textbox", { name: t("A date or a number of weeks") })).toBeFocused();
  await expect(heading(page)).toContainText(/€[\d,]+/);
  expect((await last(page)).brief.wishes).toMatchObject([{ service: "landing-page", priority: "must" }]);
});

test("a shop that hides prices shows none at the start", async ({ page }) => {
  await open(page, null, { show: "ratios" });
  await expect(answer(page).getByRole("row").filter({ hasText: "Landing page" })).toBeVisible();
  await expect(answer(page)).not.toContainText("€");
});

test("the topics that the answer waits for link to their questions", async ({ page }) => {
  await open(page, brief({ budget: { fixed: 4000 } }));
  await expect(heading(page)).toContainText(t("About {price}, ready in {weeks}.").split("{")[0]);
  await page
    .locator("[part~=verdict]")
    .getByRole("button", { name: t("your deadline"), exact: true })
    .click();
  await expect(page.getByRole("region", { name: t("Your project") }).getByLabel(t("A date or a number of weeks"))).toBeVisible();
});

test("a monthly deal has monthly figures", async ({ page }) => {
  await open(page, brief({ deadline: "open", budget: { monthly: 400 } }));
  const { appraisal } = await last(page);
  await expect(heading(page)).toContainText("€400");
  const needed = new Intl.NumberFormat("en").format(appraisal.needed.money);
  await expect(row(page, "Money")).toContainText(t("{amount} a month", { amount: `€${needed}` }));
  // Hours next to a price would give the shop's rate away.
  await expect(row(page, "Work")).toHaveCount(0);
  await expect(row(page, "Time")).toHaveCount(0);
  await expect(row(page, "Ready in")).toHaveCount(0);
  await unfold(page, "How jobs like this turn out");
  // No yearly amount is shown.
  const sum = appraisal.price.p80;
  const amounts = (await answer(page).innerText()).match(/€[\d,]+/g).map((amount) => Number(amount.slice(1).replaceAll(",", "")));
  for (const amount of amounts) expect(amount).toBeLessThan(sum / 2);
});

test("the shop sees earnings, questions and the reply on one screen", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, { ...brief({ deadline: { weeks: 8 }, budget: { fixed: 2000 } }), care: {} }, { audience: "shop" });
  await expect(heading(page)).toContainText(/€\d+.*€\d+/);
  await expect(answer(page).getByRole("heading", { name: t("Ask this first") })).toBeInViewport({ ratio: 1 });
  await expect(answer(page).getByRole("button", { name: t("Write the reply") })).toBeInViewport({ ratio: 1 });
});
