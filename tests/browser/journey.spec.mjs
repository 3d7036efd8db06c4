/** The main journey: a visitor enters two briefs and reads the answers. */
import { readFileSync } from "node:fs";
import {
  expectMounted,
  firstDetail,
  holdPart,
  listen,
  moreQuestions,
  moreServices,
  openAnew,
  openMenu,
  recorded,
  toStep,
  wish,
  wishRow,
} from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

const CASES = JSON.parse(readFileSync(new URL("../cases/cases.json", import.meta.url)));
const TERMS = JSON.parse(readFileSync(new URL("../cases/terms.json", import.meta.url)));
const PAGE = "/pages/cases.html";

test.beforeEach(async ({ page }) => {
  await page.route("**/cases-config.json", (route) => route.fulfill({ json: { terms: TERMS } }));
});

/** Returns the odds in words. */
function spoken(odds) {
  const tenths = Math.round(odds * 10);
  return tenths === 0 ? t("hardly ever") : tenths === 10 ? t("nearly always") : t("about {n} in 10", { n: tenths });
}

const words = (id) => id[0].toUpperCase() + id.slice(1).replaceAll("-", " ");
const next = (page) => page.getByRole("button", { name: t("Next"), exact: true }).click();
const weeks = (page) => page.getByLabel(t("A date or a number of weeks"));
const budget = (page) => page.getByLabel(t("Roughly how much, in {currency}", { currency: "EUR" }));
const choose = (page, group, option) =>
  page
    .getByRole("region", { name: t("Your project") })
    .getByRole("group", { name: group, exact: true })
    .getByRole("radio", { name: option, exact: true })
    .check();

const OWNERS = { client: "You", "us-paid": "Us, for a fee", partner: "Someone else", "us-unpaid": "Us, included in the price" };
const KINDS = { content: "Text and images", updates: "Updates", hosting: "Hosting", help: "Answering questions" };
const CONTACT = { daily: "Daily", weekly: "Weekly", rarely: "Less often" };
/** Yes-or-no questions. Visitors are asked about decider and advice only by shops with such a stop, unlike this one. */
const QUESTIONS = {
  contentReady: "Will text and images be ready before we start?",
  written: "Is what you want written down?",
  freeSample: "Do you expect a free draft first?",
};

/** Conditions that this shop asks a visitor about. */
function asked({ decider: _decider, openToAdvice: _openToAdvice, ...conditions }) {
  return conditions;
}

/** Answers every step according to a brief, by visible names. */
async function fillIn(page, brief) {
  await toStep(page, "Purpose");
  await choose(page, t("What should it do for you?"), words(brief.purpose));
  await next(page);
  await moreServices(page).click();
  for (const { service, priority } of brief.wishes) {
    await wish(page, words(service)).check();
    const row = wishRow(page, words(service));
    if (priority === "could") await row.getByRole("button", { name: t("Change {name}", { name: words(service) }) }).click();
    await row.getByRole("radio", { name: t(words(priority)), exact: true }).check();
  }
  await next(page);
  await weeks(page).fill(String(brief.deadline.weeks));
  await next(page);
  await choose(page, t("How you would pay"), t("A fixed price"));
  await budget(page).fill(String(brief.budget.fixed));
  await next(page);
  for (const [kind, owner] of Object.entries(brief.care)) await choose(page, t(KINDS[kind]), t(OWNERS[owner]));
  await next(page);
  await next(page);
  const { contact, phased, deposit, ...rest } = asked(brief.conditions);
  await moreQuestions(page).click();
  await choose(page, t("How often can we reach you?"), t(CONTACT[contact]));
  await choose(page, t("May we deliver in phases?"), t(phased ? "In phases" : "In one go"));
  for (const [id, yes] of Object.entries(rest)) await choose(page, t(QUESTIONS[id]), t(yes ? "Yes" : "No"));
  await choose(page, t("Do we know each other?"), t("Not yet"));
  // The timing of payments is not folded if it has an effect.
  const pays = page.getByRole("group", { name: t("When would you pay?"), exact: true });
  await pays.getByRole("radio", { name: t(deposit ? "A deposit first, the rest at the end" : "All of it at the end") }).check();
  await toStep(page, "Budget");
}

/** Returns the odds in the row of a test. */
const odds = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

/** Returns the heading of the answer. */
const heading = (page) => page.locator("[part~=verdict]").getByRole("heading");
/** Returns the beginning of the heading for a verdict, up to its figures. */
const TITLES = {
  take: "We would gladly take this on for",
  refer: "Someone else would serve you better.",
  decline: "Not for",
  reshape: "Not for",
};

test("a blank can be opened before its content has loaded", { tag: "@once" }, async ({ page }) => {
  const release = await holdPart(page);
  await page.goto(PAGE);
  await page.getByRole("button", { name: "what?" }).click();
  await expect(page.getByRole("heading", { name: "What do you need?" })).toBeFocused();
  await page.getByRole("button", { name: "when?" }).click();
  await expect(page.getByRole("heading", { name: "When do you need it?" })).toBeFocused();
  await expect(page.locator("[part~=verdict]")).toBeHidden();
  release();
  await page.getByRole("radio", { name: "4 weeks", exact: true }).check();
  await expect(page.getByRole("button", { name: "in 4 weeks" })).toBeVisible();
});

for (const [index, wider] of [
  [0, "6000"],
  [3, "60000"],
]) {
  const { name, brief, expect: expected } = CASES[index];

  test(`a visitor enters this brief: ${name}`, async ({ page, baseURL }) => {
    const heard = listen(page);
    await page.goto(PAGE);
    await expectMounted(page.locator("#a"));
    await fillIn(page, brief);

    await expect(heading(page)).toContainText(t(TITLES[expected.verdict]));
    await expect(odds(page, t("Time"))).toContainText(spoken(expected.odds.time));
    await expect(odds(page, t("Money"))).toContainText(spoken(expected.odds.money));

    // The events have the same brief and answer.
    const heardLast = async () => (await recorded(page, "takeon-change")).at(-1).detail;
    await expect.poll(async () => (await heardLast()).brief.budget).toEqual(brief.budget);
    const { brief: typed, appraisal } = await heardLast();
    expect(typed.care).toEqual(brief.care);
    const { deposit, ...conditions } = asked(brief.conditions);
    expect(typed.conditions).toEqual(conditions);
    expect(typed.pay).toBe(deposit ? "deposit" : "end");
    expect(appraisal.verdict).toBe(expected.verdict);
    expect(Math.abs(appraisal.odds.both - expected.odds.both)).toBeLessThan(0.001);

    // Another budget moves the odds at once.
    const money = odds(page, t("Money"));
    const before = await money.innerText();
    await budget(page).fill(wider);
    await expect(money).not.toHaveText(before);
    await expect.poll(async () => (await heardLast()).appraisal.odds.money).toBeGreaterThan(appraisal.odds.money);

    expect(heard.errors).toEqual([]);
    expect(heard.messages).toEqual([]);
    expect(heard.requests.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
  });
}

test("an offer is tried on with one tap, and undone with another", async ({ page }) => {
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
  await fillIn(page, CASES[1].brief);
  await expect(heading(page)).toContainText(t(TITLES.reshape));
  const offer = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: t("A higher budget"), exact: true }) });
  await offer.getByRole("button", { name: t("Try it") }).click();
  await expect(heading(page)).toContainText(t(TITLES.take));
  await expect(budget(page)).toHaveValue("1770");
  await page.getByRole("button", { name: t("Undo") }).click();
  await expect(heading(page)).toContainText(t(TITLES.reshape));
  await expect(budget(page)).toHaveValue("1500");
});

test("an error is next to its field, and the text stays as typed", async ({ page }) => {
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
  await toStep(page, "Deadline");
  const problem = page.getByText(t("Tell us when, such as 6 weeks or 23 December."));
  for (const typed of ["when it rains", "-3", "1e999"]) {
    await weeks(page).fill(typed);
    await expect(problem).toBeHidden();
    await weeks(page).blur();
    await expect(problem).toBeVisible();
    await expect(weeks(page)).toHaveAttribute("aria-invalid", "true");
    await expect(weeks(page)).toHaveValue(typed);
  }
  await weeks(page).fill("2,5");
  await expect(problem).toBeHidden();
});

test("a count of zero is invalid", async ({ page }) => {
  const terms = structuredClone(TERMS);
  for (const service of terms.services) service.unit = "pieces";
  await page.route("**/cases-config.json", (route) => route.fulfill({ json: { terms } }));
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
  await toStep(page, "Wish list");
  await wish(page, "Blog").check();
  await page.getByRole("button", { name: t("Change {name}", { name: "Blog" }) }).click();
  const count = page.getByLabel(t("How many?"));
  await count.fill("0");
  await count.blur();
  await expect(page.getByText(t("Enter a whole number, 1 or more."))).toBeVisible();
  await expect(count).toHaveValue("0");
});

test("errors in terms are reported with their places, and typed text stays", async ({ page }) => {
  await page.goto(PAGE);
  const calculator = page.locator("#a");
  await expectMounted(calculator);
  await toStep(page, "Deadline");
  await weeks(page).fill("7");
  await calculator.evaluate((element) => element.setAttribute("config-src", "wrong-terms.json"));
  const { kind, errors } = await firstDetail(page, "takeon-error");
  expect(kind).toBe("config");
  const found = Object.fromEntries(errors.map(({ at, message }) => [at, message]));
  expect(found["/terms/rate"]).toContain("must be a number above 0");
  expect(found["/terms/services/0/hours"]).toContain("likely (12 h) is above high (8 h)");
  expect(found["/terms/services/1/alternatives/0"]).toContain('did you mean "blog"?');
  expect(found["/terms/team/hoursPerWeek"]).toContain("1e999");
  expect(found["/terms/confidance"]).toContain('did you mean "confidence"?');
  await expect(weeks(page)).toHaveValue("7");
});

test("stored input is there on the next visit, and deleted on request", async ({ page }) => {
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  await choose(page, t("What should it do for you?"), "Sell");
  await openAnew(page);
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  const sell = page.getByRole("radio", { name: "Sell", exact: true });
  await expect(sell).not.toBeChecked();
  await sell.check();
  const keep = page.getByRole("checkbox", { name: t("Keep my answers on this device") });
  await openMenu(page);
  await keep.check();
  await openAnew(page);
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  await expect(sell).toBeChecked();
  await openMenu(page);
  await expect(keep).toBeChecked();
  await keep.uncheck();
  await openAnew(page);
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  await expect(sell).not.toBeChecked();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("everything can be restored after a restart", async ({ page }) => {
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  await choose(page, t("What should it do for you?"), "Sell");
  await openMenu(page);
  await page.getByRole("button", { name: t("Start again") }).click();
  const sell = page.getByRole("radio", { name: "Sell", exact: true });
  await toStep(page, "Purpose");
  await expect(sell).not.toBeChecked();
  await openMenu(page);
  await page.getByRole("button", { name: t("Bring my answers back") }).click();
  await expect(sell).toBeChecked();
});

test("“See the answer” moves the focus to it", async ({ page }) => {
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
  await toStep(page, "Wish list");
  await wish(page, "Blog").check();
  await toStep(page, "Working together");
  await page.getByRole("button", { name: t("See the answer") }).click();
  await expect(page.locator("[part~=verdict]").getByRole("heading")).toBeFocused();
});

test("the example says that it is one", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await expect(page.getByText(t("An example: {shop} and its figures are made up.", { shop: "Studio Nord" }))).toBeVisible();
});

test("the keyboard alone suffices from the first step to the verdict", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "tab order of radio buttons is the same; once is enough");
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const button = (name) => page.getByRole("button", { name: t(name), exact: true });
  const tabTo = async (target) => {
    for (let tries = 0; tries < 40; tries++) {
      await press("Tab");
      if (await target.evaluate((element) => element.matches(":focus"))) return;
    }
    throw new Error(`the keyboard does not get to ${target}`);
  };
  /** Goes to the step with this question, which then has the focus. */
  const goOn = async (title) => {
    await tabTo(button("Next"));
    await press("Enter");
    await expect(page.getByRole("heading", { name: t(title) })).toBeFocused();
  };
  /** Chooses an answer, starting from the first of its group, which Tab focuses if none is chosen. */
  const choose = async (group, name) => {
    const radios = page.getByRole("group", { name: t(group), exact: true }).getByRole("radio");
    const wanted = page.getByRole("group", { name: t(group), exact: true }).getByRole("radio", { name: t(name), exact: true });
    await tabTo(radios.first());
    await press("Space");
    for (let tries = 0; tries < 10 && !(await wanted.isChecked()); tries++) await press("ArrowDown");
    await expect(wanted).toBeChecked();
    await expect(wanted).toBeFocused();
  };
  await tabTo(button("or step by step"));
  await press("Enter");
  await expect(page.getByRole("heading", { name: t("What should it do for you?") })).toBeFocused();
  await goOn("What do you need?");
  await tabTo(wish(page, "Blog"));
  await press("Space");
  await goOn("When do you need it?");
  await tabTo(weeks(page));
  await page.keyboard.type("3");
  await goOn("What is your budget?");
  await choose("How you would pay", "A fixed price");
  await tabTo(budget(page));
  await page.keyboard.type("1500");
  await goOn("Who looks after it once it is live?");
  for (const kind of Object.values(KINDS)) await choose(kind, OWNERS["us-unpaid"]);
  await goOn("What do you expect us to promise?");
  await goOn("How would we work together?");
  await tabTo(button("See the answer"));
  await press("Enter");
  const verdict = page.locator("[part~=verdict]").getByRole("heading");
  await expect(verdict).toBeFocused();
  await expect(verdict).toHaveText(t(TITLES.refer));
});

test("the blog story takes a practised visitor 16 taps on a phone, step by step", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  let taps = 0;
  const tap = async (target) => {
    taps += 1;
    await target.click();
  };
  const button = (name) => page.getByRole("button", { name: t(name), exact: true });
  const words = (text) => page.getByText(t(text), { exact: true });
  await tap(button("or step by step"));
  await tap(words("Publish what I write or make"));
  await tap(button("Next"));
  const wishes = page.getByRole("list", { name: t("Your wish list and our services") });
  await tap(wishes.getByRole("checkbox", { name: t("Custom blog"), exact: true }));
  await tap(wishes.getByRole("radio", { name: t("Must"), exact: true }));
  await tap(button("Next"));
  await tap(weeks(page));
  await page.keyboard.type("3");
  await tap(button("Next"));
  await tap(words("A fixed price"));
  await tap(budget(page));
  await page.keyboard.type("1500");
  await tap(button("Next"));
  for (const kind of Object.values(KINDS)) {
    const group = page.getByRole("group", { name: t(kind), exact: true });
    await tap(group.getByRole("radio", { name: t(OWNERS["us-unpaid"]), exact: true }));
  }
  await expect(page.locator("[part~=bar]")).toContainText(t("Better elsewhere"));
  await tap(page.locator("[part~=bar]").getByRole("button").first());
  await expect(page.locator("[part~=verdict]").getByRole("heading")).toHaveText(t(TITLES.refer));
  expect(taps).toBe(16);
});
