/** Work that is paid each month: everything is said by the month, and nothing is ever ready. */
import { expectMounted, recorded, unfold } from "./helpers.mjs";
import { expect, pattern, t, test } from "./pseudo.mjs";

const PAGE = "/pages/plain.html";
const answer = (page) => page.getByRole("region", { name: t("The answer") });
const bar = (page) => page.locator("[part~=bar]");
const blank = (page) => page.locator("#blank-questions");
const open = (page, name) => page.getByRole("button", { name: t(name), exact: true }).click();
const monthly = () => t("{amount} a month").replace("{amount}", "").trim();
/** The amounts of money in a text. */
const amounts = (text) => (text.match(/€[\d,]+/g) ?? []).map((amount) => Number(amount.slice(1).replaceAll(",", "")));

test.beforeEach(async ({ page }) => {
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
  await open(page, "how much?");
  await blank(page).getByRole("textbox").first().fill("400");
  await blank(page)
    .getByRole("radio", { name: t("A monthly fee") })
    .check();
  await expect.poll(async () => (await recorded(page, "takeon-change")).at(-1)?.detail.brief.budget).toEqual({ monthly: 400 });
});

test("before the first wish the usual jobs cost an amount a month", async ({ page }) => {
  await expect(answer(page).getByRole("row").nth(1)).toContainText(monthly());
  await expect(answer(page)).not.toContainText(t("ready in"));
  for (const price of await answer(page).getByRole("cell").filter({ hasText: "€" }).allTextContents())
    expect(price).toContain(monthly());
});

test("an answer about upkeep has no weeks, no total and no time to play with", async ({ page }) => {
  await open(page, "what?");
  await blank(page).getByRole("textbox").first().fill(t("A year of upkeep"));
  await blank(page).getByRole("checkbox").first().check();
  await expect(bar(page)).not.toContainText(t("weeks"));
  await expect(answer(page).getByRole("heading", { level: 2 })).toContainText("400");
  await unfold(page, "How jobs like this turn out");
  await unfold(page, "Why, and how much each point matters");
  await expect(answer(page).getByRole("slider")).toHaveCount(1);
  await expect(answer(page).getByRole("row").first()).toBeVisible();
  const said = await answer(page).innerText();
  expect(said).not.toMatch(pattern`\d ${t("weeks")}`);
  // A sum of a year is more than what is paid a month.
  for (const amount of amounts(said)) expect(amount).toBeLessThanOrEqual(400);
});
