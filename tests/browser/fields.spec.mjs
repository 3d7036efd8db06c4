/** Dates and amounts in words: their interpretation is next to the field, and many need no keyboard. */
import { readFileSync } from "node:fs";
import { expectMounted, openMenu, recorded, toStep, wish } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

const PAGE = "/pages/plain.html";
const wordsOf = (tag) => JSON.parse(readFileSync(new URL(`../../static/locales/${tag}.json`, import.meta.url)));
const date = (page) => page.locator("#date-text");
const money = (page) => page.locator("#budget-amount");
/** Returns the interpretation of a field, which is also announced. */
const echo = (page) => page.locator("[aria-live=polite]").filter({ hasText: /^= / });
const pick = (page, name) => page.getByRole("radio", { name, exact: true });

/** Opens a calculator in a language, on Sunday, 29 November 2026. */
async function open(page, lang) {
  await page.clock.setFixedTime(new Date("2026-11-29T12:00:00"));
  await page.goto(PAGE);
  if (lang) await page.evaluate((lang) => (document.documentElement.lang = lang), lang);
  await expectMounted(page.locator("#a"));
}

/** Returns the blanks of the sentence, in any language. */
const blank = (page, index) => page.locator("#a").locator("p button[aria-expanded]").nth(index);

/** Returns the brief of the last event. */
const brief = async (page) => (await recorded(page, "takeon-change")).at(-1)?.detail.brief;

const SAID = [
  ["en", "6 weeks", { weeks: 6 }, "2k", { fixed: 2000 }],
  ["en", "2 months", { weeks: 61 / 7 }, "about 2000", { fixed: 2000 }],
  ["en", "end of March", { weeks: 122 / 7 }, "1,500–2,000", { fixed: { from: 1500, to: 2000 } }],
  ["en", "23 December", { weeks: 24 / 7 }, "€400 a month", { monthly: 400 }],
  ["en", "23.12.", { weeks: 24 / 7 }, "max 3000", { fixed: 3000 }],
  ["en", "before Christmas", { weeks: 24 / 7 }, "80/h", { hourly: { rate: 80 } }],
  ["en", "asap", "open", "1,500", { fixed: 1500 }],
  ["da", "6 uger", { weeks: 6 }, "1.500", { fixed: 1500 }],
  ["de", "Ende März", { weeks: 122 / 7 }, "400 € im Monat", { monthly: 400 }],
  ["ar", "٦ أسابيع", { weeks: 6 }, "١٥٠٠", { fixed: 1500 }],
  ["ja", "６週間", { weeks: 6 }, "１，５００", { fixed: 1500 }],
];

for (const [lang, when, deadline, sum, budget] of SAID) {
  test(`"${when}" and "${sum}" are understood in ${lang}`, { tag: "@english" }, async ({ page }) => {
    await open(page, lang);
    await blank(page, 1).click();
    await date(page).fill(when);
    await expect(echo(page)).toHaveText(/^= ./);
    await blank(page, 2).click();
    await money(page).fill(sum);
    await expect(echo(page)).toHaveText(/^= ./);
    await expect(page.getByRole("status").getByRole("button")).toHaveCount(sum.includes("–") ? 1 : 0);
    const said = await brief(page);
    if (deadline === "open") expect(said.deadline).toBe("open");
    else expect(said.deadline.weeks).toBeCloseTo(deadline.weeks, 6);
    expect(said.budget).toEqual(budget);
  });
}

test(
  "figures of two days are asked about, and what is not understood looks like no answer",
  { tag: "@english" },
  async ({ page }) => {
    await open(page);
    await blank(page, 1).click();
    await date(page).fill("2/3/2027");
    const answers = page.getByRole("status").getByRole("button");
    await expect(answers).toHaveText(["February 3, 2027", "March 2, 2027"]);
    await expect(blank(page, 1)).not.toHaveClass(/said/);
    await answers.last().click();
    await expect(echo(page)).toHaveText(/^= Tuesday, March 2, 2027/);
    await expect(blank(page, 1)).toHaveClass(/said/);
    expect((await brief(page)).deadline.weeks).toBeCloseTo(93 / 7, 6);
  },
);

test(
  "money in another currency is named as such, and nobody is corrected who does not know yet",
  { tag: "@english" },
  async ({ page }) => {
    await open(page);
    await blank(page, 2).click();
    await money(page).fill("£2,000");
    await money(page).blur();
    await expect(page.getByText(t("That is another currency. Convert it to ours."))).toBeVisible();
    await money(page).fill("not sure yet");
    await money(page).blur();
    await expect(money(page)).not.toHaveAttribute("aria-invalid");
    await expect(blank(page, 2)).toHaveText("a budget to be decided");
    expect((await brief(page)).budget).toBe(undefined);
    await blank(page, 1).click();
    await date(page).fill("no idea");
    await expect(echo(page)).toHaveText("= not said yet");
    await expect(blank(page, 1)).toHaveText("when?");
  },
);

test(
  "an amount above the ballpark has good odds, and is not called more than enough before the date is known",
  { tag: "@english" },
  async ({ page }) => {
    await open(page);
    await blank(page, 0).click();
    await wish(page, "Website, about seven pages").check();
    await blank(page, 2).click();
    await money(page).fill("8000");
    const answer = page.getByRole("region", { name: "The answer" });
    await expect(answer.getByRole("row", { name: /^Money/ })).toContainText("about 9 in 10");
    await expect(answer.getByText("not said yet; ", { exact: false }).first()).toBeVisible();
    await expect(answer.getByText("is enough", { exact: false })).toHaveCount(0);
  },
);

test("whoever is in a hurry is not said to have no deadline", { tag: "@english" }, async ({ page }) => {
  await open(page);
  await blank(page, 0).click();
  await wish(page, "Website, about seven pages").check();
  await blank(page, 1).click();
  await date(page).fill("asap");
  await blank(page, 2).click();
  await money(page).fill("1500");
  const answer = page.getByRole("region", { name: "The answer" });
  await expect(answer.getByRole("row", { name: /^Time/ })).toContainText("asap");
  await page.getByRole("button", { name: "Send this to Studio Nord" }).click();
  const letter = page.getByRole("textbox", { name: "The letter" });
  await expect(letter).toHaveValue(/As for the date: “asap”\./);
  await expect(letter).not.toHaveValue(/no fixed date/);
});

test(
  "the interpretation shows the date, its distance and the amount in the page's language",
  { tag: "@english" },
  async ({ page }) => {
    await open(page, "en-GB");
    await blank(page, 1).click();
    await expect(page.getByText(/^For example 6 weeks/)).toBeVisible();
    await date(page).fill("23 Dec");
    await expect(echo(page)).toHaveText("= Wednesday 23 December, 3.5 weeks from today");
    await expect(blank(page, 1)).toHaveText("by 23 December");
    await date(page).fill("asap");
    await expect(echo(page)).toHaveText("= As soon as possible");
    await date(page).fill("");
    await expect(echo(page)).toBeHidden();
    await expect(blank(page, 1)).toHaveText("when?");
    await blank(page, 2).click();
    await money(page).fill("400 a month");
    await expect(echo(page)).toHaveText("= €400 a month");
    await expect(pick(page, "A monthly fee")).toBeChecked();
    // Another deal removes the words of this one.
    await pick(page, "A fixed price").check();
    await expect(money(page)).toHaveValue("400");
    await expect(echo(page)).toHaveText("= €400");
    await money(page).fill("nothing at all");
    await expect(money(page)).toHaveAccessibleDescription("Enter an amount, such as 1,500 or 2k.");
  },
);

test("many answers take one tap, and an empty field is no answer", async ({ page }) => {
  await open(page);
  await toStep(page, "Deadline");
  const mark = page.getByRole("navigation", { name: t("Steps") }).getByRole("button", { name: t("Deadline") });
  await pick(page, t("{n} weeks", { n: "4" })).check();
  await expect(date(page)).toHaveValue(t("{n} weeks", { n: "4" }));
  expect((await brief(page)).deadline).toEqual({ weeks: 4 });
  await pick(page, t("No deadline")).check();
  expect((await brief(page)).deadline).toBe("open");
  await toStep(page, "Budget");
  await expect(mark).toHaveAccessibleName(/\(/);
  await mark.click();
  await date(page).fill("5");
  await date(page).fill("");
  await toStep(page, "Budget");
  await expect(mark).not.toHaveAccessibleName(/\(/);
  await mark.click();
  await page.getByText(t("Pick a date"), { exact: true }).click();
  await page.locator("#date-day").fill("2027-01-10");
  expect((await brief(page)).deadline).toEqual({ weeks: 6 });
  await toStep(page, "Budget");
  await pick(page, t("I don’t know yet")).check();
  expect((await brief(page)).budget).toBeUndefined();
  await pick(page, t("By the hour, no limit")).check();
  expect((await brief(page)).budget).toEqual({ hourly: {} });
});

for (const lang of ["en", "da", "de", "fr"]) {
  test(`a picked answer means the same as its words in ${lang}`, { tag: "@english" }, async ({ page }) => {
    await open(page, lang);
    const words = wordsOf(lang)["date.christmas"];
    const weeks = async () => (await brief(page))?.deadline?.weeks;
    await blank(page, 1).click();
    await pick(page, words).check();
    await expect.poll(weeks).toBeCloseTo(24 / 7, 6);
    await expect(date(page)).toHaveValue(words);
    await expect(echo(page)).toContainText("23");
    await date(page).fill("");
    await expect(pick(page, words)).not.toBeChecked();
    await date(page).fill(words);
    await expect.poll(weeks).toBeCloseTo(24 / 7, 6);
    await expect(pick(page, words)).toBeChecked();
  });
}

test("a monthly amount is also picked with one tap", async ({ page }) => {
  await open(page);
  await toStep(page, "Budget");
  await pick(page, t("A monthly fee")).check();
  const sums = page.getByRole("group", { name: t("Or pick one"), exact: true }).getByRole("radio");
  await sums.first().check();
  const { budget } = await brief(page);
  expect(budget.monthly).toBeGreaterThan(0);
  await expect(sums.first()).toBeChecked();
  await expect(money(page)).toHaveValue(/^[\d.,]+$/);
  // A monthly fee is about a twelfth of the price.
  await pick(page, t("A fixed price")).check();
  await sums.first().check();
  expect((await brief(page)).budget.fixed).toBeGreaterThan(4 * budget.monthly);
});

test("an ambiguous amount is asked about once", { tag: "@english" }, async ({ page }) => {
  await open(page, "en");
  await blank(page, 2).click();
  await money(page).fill("1.500");
  await page.getByRole("button", { name: "€1.50", exact: true }).click();
  await expect(echo(page)).toHaveText("= €1.50");
  await money(page).fill("1.500");
  await page.getByRole("button", { name: "€1,500", exact: true }).click();
  await expect(echo(page)).toHaveText("= €1,500");
  await expect(page.getByText("Which of the two do you mean?")).toBeHidden();
});

test("a range asks for its upper end with a button, by keyboard alone", { tag: "@english" }, async ({ page }) => {
  await open(page, "en");
  await blank(page, 1).focus();
  await page.keyboard.press("Enter");
  await date(page).focus();
  await page.keyboard.type("3-4 weeks");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Yes, up to 4 weeks" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(date(page)).toHaveValue("4 weeks");
  expect((await brief(page)).deadline).toEqual({ weeks: 4 });
  await blank(page, 2).click();
  await money(page).fill("2k to 3k");
  await page.getByRole("button", { name: "Yes, up to €3,000" }).click();
  await expect(money(page)).toHaveValue("3,000");
  expect((await brief(page)).budget).toEqual({ fixed: 3000 });
});

test("a file of an earlier version opens with its text as typed", { tag: "@english" }, async ({ page }) => {
  const saved = {
    takeon: 1,
    brief: { wishes: [], deadline: { weeks: 3 }, budget: { fixed: { from: 2000, to: 3000 } } },
    typed: ["weeks", "3-4", "", "fixed", "2,000 to 3,000", "", "", "", "today"],
  };
  await open(page, "en");
  await openMenu(page);
  const buffer = Buffer.from(JSON.stringify(saved));
  await page.getByLabel("Open a file").setInputFiles({ name: "brief.json", mimeType: "application/json", buffer });
  await blank(page, 1).click();
  await expect(page.getByRole("button", { name: "Yes, up to 4 weeks" })).toBeVisible();
  await blank(page, 2).click();
  await expect(money(page)).toHaveValue("2,000 to 3,000");
});

test("typed text means the same in another language", { tag: "@english" }, async ({ page }) => {
  await open(page, "en");
  await blank(page, 1).click();
  await date(page).fill("6 weeks");
  await expect(echo(page)).toBeVisible();
  await page.evaluate(() => (document.documentElement.lang = "da"));
  await expect(date(page)).toHaveValue(wordsOf("da").weeks_other.replace("{n}", "6"));
});

test("without word lists it reads figures", { tag: "@english" }, async ({ page }) => {
  await page.route("**/reader/*.json*", (route) => route.abort());
  await open(page, "en");
  await blank(page, 1).click();
  await date(page).fill("6");
  await expect(echo(page)).toHaveText(/6 weeks from today/);
  await date(page).fill("6 weeks");
  await expect(date(page)).toHaveAttribute("aria-invalid", "true");
});
