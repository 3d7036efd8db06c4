/** Storage of the tools' work on the device: across tools, across tabs, or not at all. */
import { expect, test } from "@playwright/test";
import { toolsShown, open, saved } from "./desk.mjs";
import { expectMounted, toStep } from "./helpers.mjs";

test("input in one tab appears in the others", async ({ page, context }) => {
  await open(page, "Enquiries");
  const other = await context.newPage();
  await open(other, "Enquiries");
  const names = (tab) => tab.locator("[id^=enquiry-]");
  await other.locator("#desk").getByRole("button", { name: "Add three made-up enquiries" }).click();
  await expect(names(page)).toHaveCount(3);
  await names(page).first().click();
  await page.locator("#desk").getByLabel("Client", { exact: true }).fill("First");
  await expect(names(other).first()).toHaveText("First");
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  await page.getByLabel("Your shop’s name").fill("Mine");
  await other.getByRole("button", { name: "Set up", exact: true }).click();
  await expect(other.getByLabel("Your shop’s name")).toHaveValue("Mine");
});

test("input in a tool survives a visit to another", async ({ page }) => {
  await open(page, "Enquiries");
  await page.getByRole("button", { name: "Answer the questions yourself" }).click();
  const calculator = page.locator("#desk-calculator");
  await expectMounted(calculator);
  await toStep(calculator, "Purpose");
  await calculator.getByRole("radio", { name: "Sell online" }).check();
  await page.getByRole("button", { name: "Track record", exact: true }).click();
  await expect(calculator).toBeHidden();
  await page.getByRole("button", { name: "Enquiries", exact: true }).click();
  await toStep(calculator, "Purpose");
  await expect(calculator.getByRole("radio", { name: "Sell online" })).toBeChecked();
  await page.locator("#desk").getByRole("button", { name: "Add to the enquiries" }).click();
  // Without budget and date, there are no odds to compare.
  await expect(page.locator("#desk").getByRole("button", { name: "Enquiry 1", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Add to the log/ })).toHaveCount(0);
});

test("the owner is told if nothing can be stored", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page);
  await expect(page.getByText("This browser has no more room")).toHaveCount(0);
  await page.getByLabel("Your shop’s name").fill("Mine");
  await expect(page.getByRole("alert").getByText("This browser has no more room")).toBeVisible();
});

test("all stored data can be saved in one file, deleted, and restored", async ({ page }) => {
  await open(page);
  const desk = page.locator("#desk");
  await page.getByLabel("Your shop’s name").fill("Mine");
  await page.getByRole("button", { name: "Enquiries", exact: true }).click();
  await desk.getByRole("button", { name: "Add three made-up enquiries" }).click();
  const { text } = await saved(page, desk.getByRole("button", { name: "Save everything to one file" }));
  await desk.getByRole("button", { name: "Delete everything here" }).click();
  await desk.getByRole("button", { name: "Delete everything", exact: true }).click();
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => /briefs|config/.test(key)))).toEqual([]);
  await toolsShown(page);
  await expect(page.getByLabel("Your shop’s name")).not.toHaveValue("Mine");
  await desk
    .getByLabel("Open a backup")
    .setInputFiles({ name: "takeon-desk.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await desk.getByRole("button", { name: "Restore it" }).click();
  await expect.poll(() => page.evaluate(() => Boolean(localStorage.getItem("takeon-desk:1:briefs")))).toBe(true);
  await toolsShown(page);
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Mine");
  await page.getByRole("button", { name: "Enquiries", exact: true }).click();
  await expect(desk.getByRole("button", { name: /\(made up\)$/ })).toHaveCount(3);
});

test("a file opened in the wrong tool changes nothing, and can be passed to the right one", async ({ page }) => {
  await open(page);
  const desk = page.locator("#desk");
  const brief = JSON.stringify({ takeon: 1, brief: { wishes: [{ service: "blog" }] }, typed: [], signed: { name: "Anna" } });
  const file = { name: "brief.json", mimeType: "application/json", buffer: Buffer.from(brief) };
  await desk.getByLabel("Open a file").first().setInputFiles(file);
  await expect(desk.getByText("This is a client’s brief. Nothing was changed.")).toBeVisible();
  await expect(desk.getByText("Everything fits together.")).toBeVisible();
  await page.getByRole("button", { name: "Learn from jobs", exact: true }).click();
  const jobs = page.getByRole("region", { name: "What your own jobs teach" });
  await jobs.locator("input[type=file]").setInputFiles(file);
  await expect(jobs.getByLabel("Paste your list, or drop a file on it")).toHaveValue("");
  await jobs.getByRole("button", { name: "Add to the enquiries" }).click();
  await expect(desk.getByRole("button", { name: "Anna", exact: true })).toBeVisible();
});

test("a list of jobs is recognised anywhere, and a backup says what it would replace", async ({ page }) => {
  await open(page);
  const desk = page.locator("#desk");
  const door = desk.getByLabel("Open a backup");
  const csv = Buffer.from("job,estimated,actual\nBakery,40,52\n");
  await door.setInputFiles({ name: "jobs.csv", mimeType: "text/csv", buffer: csv });
  await desk.getByRole("button", { name: "Learn from it" }).click();
  await expect(page.getByRole("heading", { name: "1 job: yours took 1.3 times the estimate on average" })).toBeVisible();
  const backup = { takeonDesk: 1, day: "2026-11-03", kept: { briefs: JSON.stringify([{}, {}]) } };
  await door.setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(backup)) });
  await expect(desk.getByText("A backup of 2026-11-03: 2 enquiries in it, 0 here.")).toBeVisible();

  // Replaced data can be brought back, until it is deleted.
  const jobs = () => page.evaluate(() => localStorage.getItem("takeon-desk:1:jobs"));
  const before = await jobs();
  await desk.getByRole("button", { name: "Restore it" }).click();
  const undo = page.getByRole("button", { name: "Bring back what I had before", exact: true });
  await expect(undo).toBeVisible();
  expect(await jobs()).toBeNull();
  await undo.click();
  await expect.poll(jobs).toBe(before);
  await toolsShown(page);
  await expect(undo).toBeVisible();
  await page.getByRole("button", { name: "Delete everything here" }).click();
  await page.getByRole("button", { name: "Delete everything", exact: true }).click();
  await expect(undo).toBeHidden();
});
