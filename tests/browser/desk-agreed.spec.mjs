/** Agreed jobs: the agreement, scope changes, progress and delivery. */
import { expect, test } from "@playwright/test";
import { axe } from "./axe.mjs";
import { open } from "./desk.mjs";
import { expectMounted } from "./helpers.mjs";

const KEY = "takeon-desk:1:briefs";
const kept = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key)), KEY);

/** Returns the date a number of days from today, as in documents. */
function day(days) {
  const date = new Date(Date.now() + days * 86_400_000);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
}

/** A brief of the ready-made web studio that is a yes. */
const blog = {
  purpose: "publish",
  wishes: [{ service: "blog", priority: "must" }],
  care: { content: "client", updates: "client", hosting: "client", help: "client" },
  conditions: { contentReady: true, contact: "weekly", phased: true, decider: true, written: true, openToAdvice: true },
  pay: "deposit",
  relationship: "client",
  deadline: { weeks: 14 },
  budget: { fixed: 6000 },
};

/** Adds an enquiry to the desk, and opens it as won. */
async function won(page, card) {
  await page.addInitScript(
    ([key, cards]) => localStorage.getItem(key) ?? localStorage.setItem(key, JSON.stringify(cards)),
    [KEY, [{ name: "Museum", day: day(0), brief: blog, ...card }]],
  );
  await open(page, "Enquiries");
  await page.getByRole("combobox", { name: "Status: Museum" }).selectOption("Won");
  await page.getByRole("button", { name: "Museum", exact: true }).click();
  const panel = page.getByRole("region", { name: "Museum", exact: true });
  await expect(panel.getByRole("heading", { name: /^Agreed on / })).toBeVisible();
  return panel;
}

test("a won job keeps the brief, the answer and the date", async ({ page }) => {
  const panel = await won(page);
  await expect(panel.getByText(/^The answer then: Take it\. On time and paid: .*Enough in 8 out of 10 cases: €/)).toBeVisible();
  await expect(panel.getByText("Nothing has changed since.")).toBeVisible();
  const [card] = await kept(page);
  expect(card.agreed).toMatchObject({ day: day(0), by: day(98), brief: blog, verdict: "take" });
  expect(card.agreed.terms).toMatch(/^[0-9a-f]{6}$/);
  // A new rate changes the current terms.
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  await page
    .getByRole("navigation", { name: "Parts of the terms" })
    .getByRole("button", { name: "Rates and limits", exact: true })
    .click();
  await page.getByLabel("Hourly rate").fill("90");
  await page.getByRole("button", { name: "Enquiries", exact: true }).click();
  await expect(panel.getByText("Your terms have changed since.")).toBeVisible();
  await expect(panel.getByText(/^By your terms of then, as of today: Take it\./)).toBeVisible();
  expect((await kept(page))[0].agreed).toEqual(card.agreed);
  await panel.getByRole("button", { name: "Agree anew by today’s terms" }).click();
  await expect(panel.getByText("Your terms have changed since.")).toHaveCount(0);
});

test("a service that is no longer sold stays in its jobs", async ({ page }) => {
  const panel = await won(page);
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page.locator("#desk [id$=head]", { hasText: "Custom blog" }).click();
  await page.getByRole("button", { name: "Remove Custom blog" }).click();
  await expect(page.getByText("It stays in the enquiry that asks for it.")).toBeVisible();
  await page.getByRole("button", { name: "Enquiries", exact: true }).click();
  await expect(page.getByText("It names things your terms do not have.")).toHaveCount(0);
  const row = page.getByRole("row").filter({ hasText: "Museum" });
  await expect(row).toContainText("Custom blog");
  await expect(row).toContainText("€6,000");
  await expect(panel.getByText("Nothing has changed since.")).toBeVisible();
});

test("a scope change is shown in work, money and weeks, with remedies and a letter", async ({ page }) => {
  const panel = await won(page, { brief: { ...blog, budget: { fixed: 3400 } } });
  // By keyboard only.
  await panel.getByLabel("They also want").focus();
  await panel.getByLabel("They also want").selectOption({ label: "Something else" });
  await expect(panel.locator("#agreed-name")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Map of the rooms");
  await expect(panel.locator("#agreed-name")).toHaveValue("Map of the rooms");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("alert")).toBeVisible();
  await page.keyboard.type("30");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("alert")).toHaveCount(0);
  await expect(panel.getByText("Added: “Map of the rooms”", { exact: true })).toBeVisible();
  await expect(panel.getByRole("row", { name: /^Work \+\d+ hours$/ })).toBeVisible();
  // The sum begins with the figure of the day of the yes.
  const sum = panel.getByRole("row", { name: /^Enough on the day you agreed €[\d,]+ \+ €[\d,]+ = €[\d,]+$/ });
  const [then, more, now] = (await sum.textContent()).match(/[\d,]+/g).map((n) => Number(n.replace(",", "")));
  expect(then + more).toBe(now);
  await expect(panel.getByText(`Enough in 8 out of 10 cases: €${then.toLocaleString("en")} and`)).toBeVisible();
  await expect(panel.getByRole("row", { name: /^Ready in \+[\d.]+ weeks?$/ })).toBeVisible();
  await expect(panel.getByText("The agreed price and date are no longer enough.")).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Agree to this ?: A higher budget$/ })).toBeVisible();
  // The agreement is unchanged, and the calculator has the current brief.
  const [card] = await kept(page);
  expect([card.agreed.brief.wishes.length, card.brief.wishes.length, card.asked.brief.wishes.length]).toEqual([1, 2, 1]);
  const calculator = page.locator("#desk-calculator");
  await expectMounted(calculator);
  await expect(calculator.getByText("Map of the rooms").first()).toBeAttached();

  const job = panel.getByRole("region", { name: /^Agreed on / });
  await expect(job.getByText("You pay third-party costs")).toHaveCount(0);

  // The letter has prices, no hours, and nothing that only the shop may know, in the client's language.
  const letter = panel.getByRole("region", { name: "Letter to the client" });
  await expect(letter).toHaveText(
    /has been added: “Map of the rooms”\.\s+That is more than[^]*Any one of these[^]*€[\d,]+ instead of €3,400/,
  );
  await expect(letter).not.toHaveText(/hour/);
  await job.getByLabel("Language of the client").selectOption("Deutsch");
  await expect(letter).toHaveText(/Mit freundlichen Grüßen|Viele Grüße|Herzliche Grüße/);

  await panel.getByRole("button", { name: /^Agree to this ?: A higher budget$/ }).click();
  await expect(panel.getByText("Nothing has changed since.")).toBeVisible();
  const [after] = await kept(page);
  expect(after.agreed.brief.wishes.length).toBe(2);
  expect(after.agreed.brief.budget.fixed).toBeGreaterThan(3400);
  expect(after.agreed.by).toBe(day(98));
});

test("the agreement can be restored, and a change that fits is called so", async ({ page }) => {
  const panel = await won(page, { brief: { ...blog, budget: { fixed: 20_000 }, deadline: "open" } });
  await panel.getByLabel("They also want").selectOption({ label: "Something else" });
  await panel.getByLabel("Likely hours").fill("2,5");
  await panel.getByRole("button", { name: "Add it" }).click();
  await expect(panel.getByRole("alert")).toHaveCount(0);
  await panel.getByRole("button", { name: "Go back to what was agreed" }).click();
  await expect(panel.getByText("Nothing has changed since.")).toBeVisible();
  await panel.getByLabel("Likely hours").fill("2.5");
  await panel.getByRole("button", { name: "Add it" }).click();
  await expect(panel.getByText("The agreed price and date are still enough.")).toBeVisible();
  await expect(panel.getByRole("region", { name: "Letter to the client" })).toHaveText(/stay as they are/);
});

test("a job under way is appraised by the remaining work", async ({ page }) => {
  const panel = await won(page);
  await panel.getByText("Where are we", { exact: true }).click();
  await panel.getByLabel("Hours spent so far").fill("20");
  await panel.getByLabel("Paid so far, in EUR").fill("2.000");
  await panel.getByLabel("Done so far, in %").fill("100");
  // Amounts have no thousandths.
  await expect(panel.getByLabel("Paid so far, in EUR")).toHaveValue("2,000");
  await panel.getByRole("button", { name: "See what to do" }).click();
  await expect(panel.getByRole("alert")).toHaveText("All of it is done? Then note it under “Delivered” below.");
  await panel.getByLabel("Done so far, in %").fill("150");
  await panel.getByRole("button", { name: "See what to do" }).click();
  await expect(panel.getByRole("alert")).toHaveText("“Done so far, in %” has to be a percentage from 0 to 99, such as 50.");
  await panel.getByLabel("Hours spent so far").fill("twenty");
  await panel.getByRole("button", { name: "See what to do" }).click();
  await expect(panel.getByRole("alert")).toHaveText("“Hours spent so far” has to be hours, such as 40, 1:30 or 40 h.");
  await panel.getByLabel("Hours spent so far").fill("20 h");
  await panel.getByLabel("Done so far, in %").fill("50");
  await panel.getByRole("button", { name: "See what to do" }).click();
  const job = panel.getByRole("region", { name: /^Agreed on / });
  await expect(job.getByText("Finish it.", { exact: true })).toBeVisible();
  await expect(panel.getByText(/^Still to do: at most \d+ hours in 5 out of 10 cases/)).toBeVisible();
  expect((await kept(page))[0].brief.sofar).toEqual({ hours: 20, paid: 2000, done: 0.5 });
  // Nearly all the money has arrived, and most of the work is still to do.
  await panel.getByLabel("Hours spent so far").fill("60");
  await panel.getByLabel("Paid so far, in EUR").fill("5,900");
  await panel.getByLabel("Done so far, in %").fill("30");
  await panel.getByRole("button", { name: "See what to do" }).click();
  await expect(
    job.getByText(/^(Finish it on different terms|Hand it over|Stop and hand over what has been paid for)\.$/),
  ).toBeVisible();
});

test("a delivery is recorded in the finished jobs, the hours of services and the log", async ({ page }) => {
  const panel = await won(page);
  await panel.getByText("Delivered", { exact: true }).click();
  await panel.getByRole("button", { name: "Keep it" }).click();
  await expect(panel.getByRole("alert")).toBeVisible();
  await panel.getByLabel("Work began on").fill(day(-40));
  await panel.getByLabel("Delivered on").fill(day(100));
  await panel.getByLabel("Hours it took").fill("60");
  await panel.getByLabel("Paid, in EUR").fill("6,000");
  await panel.getByLabel("Hours of unpaid care since").fill("4");
  await panel.getByRole("button", { name: "Keep it" }).click();
  await expect(
    panel.getByText(
      /^Delivered on .*, 2 days late\. It took 60 hours; the estimate was \d+ hours\. An hour brought €94; you need €/,
    ),
  ).toBeVisible();

  // It is not judged any more.
  await expect(panel.getByText("Where are we", { exact: true })).toHaveCount(0);
  await expect(panel.getByRole("button", { name: /^Mark as answered/ })).toHaveCount(0);
  await expect(page.locator("#desk-calculator")).toHaveCount(0);

  // It no longer counts as a current job.
  await expect(page.getByRole("combobox", { name: "Status: Museum" })).toHaveValue("delivered");
  const row = page.getByRole("row").filter({ hasText: "Museum" });
  await expect(row).toContainText("€94");
  await expect(row).not.toContainText("in 10");

  await page.getByRole("button", { name: "Learn from jobs", exact: true }).click();
  await expect(page.getByText("1 delivered enquiry is counted with them.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Custom blog 1 60 \d+$/ })).toBeVisible();
  await page.getByText("Weeks, job by job").click();
  await expect(page.getByRole("row", { name: /^Museum .* 20 / })).toBeVisible();

  await page.getByRole("button", { name: "Track record", exact: true }).click();
  const group = page.getByRole("group", { name: "How it turned out: Museum" });
  await expect(group.getByRole("radio", { name: "Not so" })).toBeChecked();
  await expect(page.getByText("2 days late.", { exact: true })).toBeVisible();

  // A mistake is corrected in one place.
  await page.getByRole("button", { name: "Enquiries", exact: true }).click();
  await panel.getByLabel("Delivered on").fill(day(90));
  await panel.getByRole("button", { name: "Keep it" }).click();
  await expect(panel.getByText(/, on time\./)).toBeVisible();
  await page.getByRole("button", { name: "Track record", exact: true }).click();
  await expect(group).toHaveCount(1);
  await expect(group.getByRole("radio", { name: "On time and paid" })).toBeChecked();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds no violations in an agreed job, ${colorScheme}, on a phone`, async ({ page, browserName }) => {
    test.skip(browserName === "firefox", "the same page; once is enough");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    const panel = await won(page, { brief: { ...blog, budget: { fixed: 3400 }, sofar: { hours: 10, paid: 1000, done: 0.2 } } });
    await panel.getByLabel("They also want").selectOption({ index: 0 });
    await panel.getByRole("button", { name: "Add it" }).click();
    await panel.getByText("Delivered", { exact: true }).click();
    await panel.getByLabel("Hours it took").fill("60");
    await panel.getByRole("button", { name: "Keep it" }).click();
    const { violations } = await axe(page).exclude("takeon-calculator").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
}

test("a job can be agreed at another price than offered", async ({ page }) => {
  const panel = await won(page, { brief: { ...blog, budget: undefined } });
  const price = panel.getByLabel("Agreed at what price, in EUR");
  await expect(price).toHaveValue("");
  await price.fill("5.500");
  await panel.getByRole("button", { name: "Note this price" }).click();
  await expect(price).toHaveValue("5,500");
  await expect(page.getByRole("row").filter({ hasText: "Museum" })).toContainText("€5,500");
  const [card] = await kept(page);
  expect(card.agreed).toMatchObject({ day: day(0), by: day(98), brief: { budget: { fixed: 5500 } } });
  expect(card.brief.budget).toEqual({ fixed: 5500 });
  // Only the agreement, without later additions.
  await expect(panel.getByText("Nothing has changed since.")).toBeVisible();
});
