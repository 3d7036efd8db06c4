/** The proposal of an enquiry: on the screen, on paper, and in the client’s language. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { axe } from "./axe.mjs";
import { open } from "./desk.mjs";

const KEY = "takeon-desk:1:briefs";

/** Returns the date a number of days from today, as in documents. */
function day(days) {
  const date = new Date(Date.now() + days * 86_400_000);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
}

/** A brief of the ready-made web studio that is a yes. */
const blog = {
  purpose: "publish",
  wishes: [{ service: "blog", priority: "must" }, { service: "newsletter" }],
  care: { content: "client", updates: "us-paid", hosting: "us-paid", help: "client" },
  conditions: { contentReady: true, contact: "weekly", phased: true, decider: true, written: true, openToAdvice: true },
  pay: { stages: 3 },
  relationship: "client",
  deadline: { weeks: 20 },
  budget: { fixed: 9000 },
};

/** Opens the proposal for an enquiry with this brief, by the ready-made web studio. */
async function proposal(page, brief = blog) {
  const shop = JSON.parse(readFileSync("static/terms/web-studio.json", "utf8"));
  await page.addInitScript(
    ([key, cards, shop]) => {
      if (sessionStorage.getItem("again")) return;
      sessionStorage.setItem("again", "yes");
      shop.terms.shop.page = `${location.origin}/desk.html`;
      localStorage.setItem(key, JSON.stringify(cards));
      localStorage.setItem("takeon-desk:1:config", JSON.stringify(shop));
    },
    [KEY, [{ name: "Museum", day: day(0), brief }], shop],
  );
  await open(page, "Enquiries");
  await page.getByRole("button", { name: "Museum", exact: true }).press("Enter");
  const panel = page.getByRole("region", { name: "Museum", exact: true });
  await panel.locator("summary", { hasText: "Proposal" }).click();
  return { panel, sheet: panel.getByRole("article") };
}

test("a proposal has scope, price, payments, date with its odds, care, validity and signatures", async ({ page }) => {
  const { panel, sheet } = await proposal(page);
  await expect(sheet.getByRole("heading", { name: "Proposal for Museum" })).toBeVisible();
  await expect(sheet).toHaveText(/What you get.*Custom blog.*Not included: writing posts/);
  await expect(sheet).toHaveText(
    /Price: €9,000.*Payment 1: €3,000, before the start: about \w+ \d+, 20\d\d.*Payment 3: €3,000, on delivery: \w+ \d+, 20\d\d/,
  );
  await expect(sheet).toHaveText(
    /When it is ready\s*Delivery by .*We (nearly always keep such a date|keep such a date in about)/,
  );
  await expect(sheet).toHaveText(/We take care of updates and hosting, for €[\d.]+ a month, for 12 months/);
  await panel.getByLabel("Say how sure the date is").uncheck();
  await expect(sheet).not.toHaveText(/such a date/);
  await panel.getByLabel("Say how sure the date is").check();
  await expect(sheet).toHaveText(/such a date/);
  // Nobody has the website of a ready-made shop.
  await expect(sheet).not.toHaveText(/studio-nord\.example/);
  await expect(sheet.getByText("Place, date, signature")).toHaveCount(2);
  await expect(sheet).not.toHaveText(/\d hours/);
  await panel.getByLabel("A few words of your own").fill("We liked the old reading room.");
  await expect(sheet.getByText("We liked the old reading room.")).toBeVisible();
  await panel.getByLabel("Valid until").fill("2031-05-17");
  await expect(sheet.getByText("This proposal is valid until May 17, 2031.")).toBeVisible();
  // The client's language differs from the owner's.
  await panel.getByLabel("Language of the client").selectOption("Deutsch");
  await expect(sheet).toHaveAttribute("lang", "de");
  await expect(sheet).toHaveText(/9\.000\s€/);
  await expect(panel.getByRole("button", { name: "Print or save as PDF" })).toBeVisible();
  // Everything is stored with the enquiry.
  await page.reload();
  await page.getByRole("button", { name: "Museum", exact: true }).press("Enter");
  await panel.locator("summary", { hasText: "Proposal" }).click();
  await expect(panel.getByLabel("A few words of your own")).toHaveValue("We liked the old reading room.");
  await expect(panel.getByLabel("Valid until")).toHaveValue("2031-05-17");
  await expect(sheet).toHaveAttribute("lang", "de");
});

test("a brief that is no yes is proposed as the nearest yes, or with a warning", async ({ page }) => {
  const { panel, sheet } = await proposal(page, { ...blog, budget: { fixed: 1900 } });
  const way = panel.getByLabel("What you propose");
  await expect(way).not.toHaveValue("");
  await way.selectOption("A higher budget");
  await expect(sheet).not.toHaveText(/€1,900/);
  await way.selectOption("What they asked for");
  await expect(sheet).toHaveText(/€1,900/);
  await expect(panel.getByText(/^As they asked for it, the answer is: /)).toBeVisible();
});

test("only the proposal is printed, on at most two pages", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "its driver puts nothing on paper");
  const { panel, sheet } = await proposal(page);
  await page.evaluate(() => {
    globalThis.print = () => (document.body.dataset.printed = document.title);
  });
  await panel.getByRole("button", { name: "Print or save as PDF" }).click();
  // The file is named after its content.
  await expect(page.locator("body")).toHaveAttribute("data-printed", `Proposal for Museum · Studio Nord · ${day(0)}`);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page).toHaveTitle(/Takeon/);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(sheet).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await expect(panel.getByLabel("Valid until")).toBeHidden();
  await expect(page.getByRole("table")).toBeHidden();
  expect(await sheet.evaluate((sheet) => getComputedStyle(sheet).color)).toBe("rgb(0, 0, 0)");
  const pdf = String(await page.pdf({ format: "A4" }));
  expect(pdf.match(/\/Type \/Page\b/g).length).toBeLessThanOrEqual(2);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds no violations in a proposal, ${colorScheme}, on a phone`, async ({ page, browserName }) => {
    test.skip(browserName === "firefox", "the same page; once is enough");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    const { panel, sheet } = await proposal(page);
    await expect(sheet).toBeVisible();
    await panel.locator("summary", { hasText: "Link with this answer" }).click();
    const { violations } = await axe(page).exclude("takeon-calculator").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
}

test("a link contains the answer as given, and the desk shows it next to the current one", async ({ page }) => {
  const { panel } = await proposal(page);
  await panel.locator("summary", { hasText: "Link with this answer" }).press("Enter");
  const link = await panel.getByRole("region", { name: "Link with this answer" }).innerText();
  expect(link).toMatch(new RegExp(`#takeon=2\\.[0-9a-f]{6}~.*~z~as_${day(0)}_take_(8|9|10)_[\\d.]+_[0-9a-f]{6}~z$`));
  // Later terms may give another answer.
  const later = link.replace(/_take_/, "_reshape_").replace(/[0-9a-f]{6}~z$/, "000000~z");
  await page.getByLabel("A client’s link or message").fill(later);
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByRole("button", { name: "Enquiry 2", exact: true }).click();
  const other = page.getByRole("region", { name: "Enquiry 2", exact: true });
  await expect(
    other.getByText(/^Said on .*, with the link: Reshape it\. On time and paid: .*Your terms have changed since then\.$/),
  ).toBeVisible();
  await expect(other.getByRole("button", { name: /^Mark as answered: “Take it\.”/ })).toBeVisible();
  // A calculator opens it like any other link.
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByText("This page was opened with a brief in its link.")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Add to the enquiries" }).click();
  const cards = await page.evaluate((key) => JSON.parse(localStorage.getItem(key)), KEY);
  expect(cards.at(-1).told.verdict).toBe("take");
});

test("an answer that was sent is appraised again by its own terms", async ({ page }) => {
  const { panel } = await proposal(page, { ...blog, sofar: { hours: 4, paid: 0, done: 0.1 } });
  await panel.locator("summary", { hasText: "Link with this answer" }).press("Enter");
  const link = await panel.getByRole("region", { name: "Link with this answer" }).innerText();
  // Hours spent and money received stay with the shop.
  expect(link).not.toContain("sofar");
  await page.evaluate(() => {
    const config = JSON.parse(localStorage.getItem("takeon-desk:1:config"));
    config.terms.rate = 300;
    config.terms.floorRate = 290;
    localStorage.setItem("takeon-desk:1:config", JSON.stringify(config));
  });
  await page.reload();
  await page
    .getByLabel("A client’s link or message")
    .fill(`From: Ada <ada@example.org>\nSent: ${day(-2)}\n\nHere it is:\n${link}`);
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByRole("button", { name: "Ada", exact: true }).click();
  const ada = page.getByRole("region", { name: "Ada", exact: true });
  await expect(ada.getByText(/Your terms have changed since then\. By your terms of then, as of today: Take it\./)).toBeVisible();
  await expect(ada.getByRole("button", { name: /^Mark as answered: “(?!Take it)/ })).toBeVisible();
  await expect(ada.getByLabel("Email or phone number")).toHaveValue("ada@example.org");
  await ada.locator("summary", { hasText: "The message, word for word" }).press("Enter");
  await expect(ada.getByText("Here it is:")).toBeVisible();
});

test("without a page of the shop, no link for clients leads to the desk", async ({ page }) => {
  await open(page, "Enquiries");
  await page.getByRole("button", { name: /made-up/ }).click();
  await page.getByRole("rowheader").getByRole("button").first().click();
  await expect(page.getByText("Links for clients need the page with your calculator")).toBeVisible();
  await expect(page.locator("summary", { hasText: "Link with this answer" })).toHaveCount(0);
});
