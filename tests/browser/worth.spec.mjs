/** Questions that are only asked if they matter, the needs of a yes, and content for the shop only. */
import { readFileSync } from "node:fs";
import { expectMounted, moreQuestions, openMenu, recorded, toStep, wish } from "./helpers.mjs";
import { expect, pattern, t, test } from "./pseudo.mjs";

const TERMS = JSON.parse(readFileSync(new URL("../cases/terms.json", import.meta.url)));
const ENGLISH = JSON.parse(readFileSync(new URL("../../static/locales/en.json", import.meta.url)));
const PAGE = "/pages/cases.html";

const next = (page) => page.getByRole("button", { name: t("Next"), exact: true }).click();
const group = (page, name) => page.getByRole("region", { name: t("Your project") }).getByRole("group", { name, exact: true });
const choose = (page, name, option) => group(page, name).getByRole("radio", { name: option, exact: true }).check();
const more = (page) => page.getByText(t("More details"), { exact: true });
const answer = (page) => page.getByRole("region", { name: t("The answer") });
const brief = async (page) => (await recorded(page, "takeon-change")).at(-1)?.detail.brief;
const EXISTING = "Does it build on something you already have?";

/** Opens the calculator with changes to the terms of the cases. */
async function open(page, terms = {}, audience = "visitor") {
  await page.route("**/cases-config.json", (route) => route.fulfill({ json: { terms: { ...TERMS, ...terms } } }));
  await page.goto(PAGE);
  const calculator = page.locator("#a");
  await calculator.evaluate((element, audience) => (element.audience = audience), audience);
  await expectMounted(calculator);
}

/** Chooses a blog with care, a date and a budget. */
async function wishForABlog(page, { weeks, money }, audience = "visitor") {
  const toShop = audience === "shop";
  await toStep(page, "Wish list");
  await wish(page, "Blog").check();
  await toStep(page, "Aftercare");
  for (const kind of ["Text and images", "Updates", "Hosting", "Answering questions"])
    await choose(page, t(kind), t(toShop ? "The client" : "You"));
  await toStep(page, "Deadline");
  await page.getByLabel(t("A date or a number of weeks")).fill(String(weeks));
  await toStep(page, "Budget");
  await choose(page, t(toShop ? "How they would pay" : "How you would pay"), t("A fixed price"));
  await page.getByLabel(t("Roughly how much, in {currency}", { currency: "EUR" })).fill(String(money));
}

test("the existing thing is asked about first if the purpose is to change it", async ({ page }) => {
  const purposes = TERMS.purposes.map((purpose) => (purpose.id === "inform" ? { ...purpose, changes: true } : purpose));
  await open(page, { purposes });
  await toStep(page, "Purpose");
  await choose(page, t("What should it do for you?"), "Inform");
  await next(page);
  const asked = group(page, t(EXISTING));
  await expect(asked).toBeVisible();
  const isFirst = await asked.evaluate((asked) => !asked.previousElementSibling);
  expect(isFirst).toBe(true);
});

test("questions without an effect are folded, and stay so after a look", async ({ page }) => {
  await open(page, { stops: ["goBetween"] });
  await toStep(page, "Working together");
  const forSomebody = group(page, t("Are you asking for someone else?"));
  await expect(forSomebody).toBeHidden();
  await moreQuestions(page).click();
  await expect(forSomebody).toBeVisible();
  const yes = forSomebody.getByRole("radio", { name: t("Yes"), exact: true });
  await yes.check();
  await expect(yes).toBeFocused();
  await expect.poll(async () => (await brief(page))?.conditions).toEqual({ goBetween: true });
  // After coming back, it is among the others.
  await toStep(page, "Deadline");
  await toStep(page, "Working together");
  await expect(yes).toBeChecked();
  await expect(yes).toBeVisible();
});

test("questions that would change the answer are not folded", async ({ page }) => {
  await open(page);
  await wishForABlog(page, { weeks: 7, money: 2500 });
  await toStep(page, "Working together");
  const depends = group(page, t("Does anyone else have to do their part first?"));
  await expect(depends).toBeVisible();
  await depends.getByRole("radio", { name: t("Yes"), exact: true }).check();
  await expect.poll(async () => (await brief(page)).conditions.depends).toBe(true);
});

test("hours of care, the start of the weeks, a rate and a gift are folded", async ({ page }) => {
  await open(page);
  await wishForABlog(page, { weeks: 7, money: 2500 });
  await choose(page, t("How you would pay"), t("By the hour"));
  await more(page).click();
  await page.getByLabel(t("Hourly rate in {currency} (leave empty for ours)", { currency: "EUR" })).fill("60");
  await expect.poll(async () => (await brief(page)).budget).toEqual({ hourly: { rate: 60, cap: 2500 } });
  await page.getByRole("radio", { name: t("As a gift"), exact: true }).check();
  await page.getByLabel(t("Hours given, at most (leave empty if not known)")).fill("40");
  await expect.poll(async () => (await brief(page)).budget).toEqual({ gift: { hours: 40 } });

  await toStep(page, "Deadline");
  await more(page).click();
  await choose(page, t("Counted from"), t("The start of the work"));
  await expect.poll(async () => (await brief(page)).deadline).toEqual({ weeks: 7, from: "start" });

  await toStep(page, "Aftercare");
  await more(page).click();
  const content = group(page, t("Text and images")).last();
  await content.getByLabel(t("Hours a month")).fill("4");
  await content.getByRole("radio", { name: t("Within a day"), exact: true }).check();
  await expect.poll(async () => (await brief(page)).care.content).toEqual({ by: "client", hours: 4, within: "day" });
  await content.getByLabel(t("Hours a month")).fill("4,");
  await expect(content.getByLabel(t("Hours a month"))).toHaveValue("4,");
  // Typing into a field is one step of undo.
  await content.getByLabel(t("Hours a month")).fill("12");
  await openMenu(page);
  await page.getByRole("button", { name: t("Undo"), exact: true }).click();
  await page.getByRole("button", { name: t("Undo"), exact: true }).click();
  await expect.poll(async () => (await brief(page)).care.content).toEqual({ by: "client", hours: 4 });
});

test("the budget and date named in a refusal turn it into a yes", async ({ page }) => {
  await open(page);
  // No remaining question could change the answer.
  await toStep(page, "Working together");
  await choose(page, t("Will text and images be ready before we start?"), t("Yes"));
  await moreQuestions(page).click();
  await choose(page, t("Does anyone else have to do their part first?"), t("No"));
  await wishForABlog(page, { weeks: 4, money: 1200 });
  await toStep(page, "Wish list");
  await choose(page, t(EXISTING), t("No, it starts from scratch"));
  await toStep(page, "Budget");
  const head = page.locator("[part~=verdict]");
  await expect(head).toContainText(t("Not for"));
  const row = (name) =>
    answer(page)
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: t(name) }) });
  // The head, the table and the triangle show the same.
  const [said] = /[\d,]+/.exec(await row("Money").getByRole("cell").last().innerText());
  const money = Number(said.replace(",", ""));
  expect(money).toBeGreaterThan(1200);
  await expect(head).toContainText(said);
  // The requested date is late enough for a yes.
  await expect(row("Time").getByRole("cell").last()).toHaveText(t("{n} weeks", { n: 4 }));
  await expect(answer(page).getByRole("slider", { name: t("Money"), exact: true })).toHaveAttribute(
    "aria-valuetext",
    t("{given}; {needed} needed", { given: "€1,200", needed: said }),
  );
  await page.getByLabel(t("Roughly how much, in {currency}", { currency: "EUR" })).fill(String(money));
  await expect(head.getByRole("heading")).toContainText(t("We would gladly take this on for"));
});

test("every offer that is tried on shows the brief that it promises", async ({ page }) => {
  await open(page);
  await wishForABlog(page, { weeks: 3, money: 900 });
  await toStep(page, "Working together");
  await moreQuestions(page).click();
  const written = group(page, t("Is what you want written down?"));
  await written.getByRole("radio", { name: t("No"), exact: true }).check();
  await expect.poll(async () => (await brief(page)).conditions.written).toBe(false);
  const { appraisal } = (await recorded(page, "takeon-change")).at(-1).detail;
  expect(appraisal.offers.map(({ id }) => id)).toContain("hourly");
  for (const summary of await answer(page)
    .getByText(pattern`\\d ${t("more ways")}`)
    .all())
    await summary.click();
  const ways = answer(page).getByRole("listitem");
  for (const offer of appraisal.offers) {
    const title = page.getByRole("heading", { name: t(ENGLISH[`offer.${offer.id}`]), exact: true });
    const way = ways.filter({ has: title });
    await way.getByRole("button", { name: t("Try it"), exact: true }).click();
    await expect.poll(async () => await brief(page)).toEqual(offer.brief);
    // The others stay in view.
    await expect(answer(page).getByRole("button", { name: t("Try it"), exact: true })).not.toHaveCount(0);
    await way.getByRole("button", { name: t("Undo") }).click();
    await expect.poll(async () => (await brief(page)).budget).toEqual({ fixed: 900 });
  }
});

test("a visitor neither sees nor is asked what only the shop knows", async ({ page }) => {
  await open(page);
  await wishForABlog(page, { weeks: 20, money: 9000 });
  await expect(page.locator("[part~=verdict]").getByRole("heading")).toContainText(t("We would gladly take this on for"));
  await toStep(page, "Working together");
  await expect(page.getByText(t("What only we know"))).toHaveCount(0);
  await expect(page.getByText(t("Has the work already started?"))).toHaveCount(0);
  await expect(page.getByText(t("What to put in writing"))).toHaveCount(0);
});

test("the shop is asked what only it knows, and links leave it out", async ({ page }) => {
  await open(page, {}, "shop");
  await wishForABlog(page, { weeks: 20, money: 9000 }, "shop");
  await toStep(page, "Working together");
  await page.getByText(t("What only we know"), { exact: true }).click();
  await choose(page, t("Who else is bidding?"), t("A few others"));
  await page.getByLabel(t("Hours the bid takes")).fill("6");
  await choose(page, t("Does anyone here have doubts?"), t("Yes"));
  await expect.poll(async () => (await brief(page)).ours).toEqual({ rivals: "few", bidHours: 6, doubt: true });
  await answer(page)
    .getByRole("button", { name: t("Write the reply") })
    .click();
  await answer(page)
    .getByRole("button", { name: t("Copy a link to this brief") })
    .click();
  const link = new URL(await answer(page).getByLabel(t("Copy a link to this brief")).inputValue());
  await page.goto("about:blank");
  await page.goto(link.pathname + link.hash);
  await expectMounted(page.locator("#a"));
  await expect(page.getByText(t("Opened from a link."))).toBeVisible();
  await toStep(page, "Working together");
  await expect(page.getByText(t("What only we know"))).toHaveCount(0);
  expect(decodeURIComponent(link.hash)).not.toMatch(/few|doubt|rivals/);
});

test("a job under way is answered as such", async ({ page }) => {
  await open(page, {}, "shop");
  await wishForABlog(page, { weeks: 20, money: 9000 }, "shop");
  await toStep(page, "Working together");
  await page.getByText(t("Has the work already started?"), { exact: true }).click();
  await page.getByLabel(t("Hours spent so far")).fill("7");
  await page.getByLabel(t("Done so far, in %")).fill("7");
  await page.getByLabel(t("Paid so far, in {currency}", { currency: "EUR" })).fill("500");
  await expect(page.getByLabel(t("Done so far, in %"))).toHaveValue("7");
  await expect.poll(async () => (await brief(page)).sofar).toEqual({ hours: 7, paid: 500, done: 0.07 });
  await expect(page.locator("[part~=verdict]").getByRole("heading")).toContainText(t("Finish it."));
  const done = page.getByLabel(t("Done so far, in %"));
  await done.fill("150");
  await done.blur();
  await expect(page.getByText(t("Enter a percentage from 0 to 99, such as 50."))).toBeVisible();
});

test("with a yes, the shop can copy the points of a written agreement", async ({ page, context, browserName }) => {
  await open(page, {}, "shop");
  await wishForABlog(page, { weeks: 20, money: 9000 }, "shop");
  await expect(page.locator("[part~=verdict]").getByRole("heading")).toContainText(t("Take it."));
  await expect(answer(page).getByRole("heading", { name: t("What to put in writing") })).toBeVisible();
  const lines = answer(page).getByRole("listitem");
  await expect(lines.first()).toHaveText(t("Included: {names}", { names: "Blog" }));
  await expect(lines.filter({ hasText: t("Payment {n}: {amount}, before the start").slice(0, 8) })).toHaveCount(2);
  await expect(answer(page).getByText(t("Everything is handed over once it is paid for"))).toBeVisible();
  if (browserName === "chromium") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await answer(page)
    .getByRole("button", { name: t("Copy"), exact: true })
    .click();
  await expect(answer(page).getByText(t("Copied."), { exact: true })).toBeVisible();
  if (browserName === "chromium") {
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n")[0]).toBe(t("What to put in writing"));
    expect(copied).toContain(`\n– ${t("Everything is handed over once it is paid for")}`);
  }
});

test("a stop is shown to the shop once", async ({ page }) => {
  await open(page, { stops: ["noDecider"] }, "shop");
  await wishForABlog(page, { weeks: 20, money: 9000 }, "shop");
  await toStep(page, "Working together");
  await moreQuestions(page).click();
  await choose(page, t("Can one person decide?"), t("No"));
  await choose(page, t("Is what they want written down?"), t("No"));
  await expect(answer(page).getByText(t("We need one person who can decide.")).filter({ visible: true })).toHaveCount(1);
  await expect(answer(page).getByText(t("It is not in writing."))).toBeVisible();
  await expect(answer(page).getByText(t("No one person can decide."))).toHaveCount(0);
});
