/** The work in the tools is kept on this device: from one tool to another, from one tab to another, or not at all. */
import { expect, test } from "@playwright/test";
import { open } from "./desk.mjs";
import { expectMounted, toStep } from "./helpers.mjs";

test("what one tab keeps another one has", async ({ page, context }) => {
  await open(page, "Your desk");
  const other = await context.newPage();
  await open(other, "Your desk");
  const names = (tab) => tab.locator("#desk").getByRole("textbox", { name: "Name of the brief" });
  await other.locator("#desk").getByRole("button", { name: "A simple blog for somebody who writes", exact: true }).click();
  await expect(names(page)).toHaveCount(1);
  await names(page).fill("First");
  await expect(names(other)).toHaveValue("First");
  await page.getByRole("button", { name: "Your terms", exact: true }).click();
  await page.getByLabel("Name of the shop").fill("Mine");
  await other.getByRole("button", { name: "Your terms", exact: true }).click();
  await expect(other.getByLabel("Name of the shop")).toHaveValue("Mine");
});

test("what is typed into a tool is there after a look at another one", async ({ page }) => {
  await open(page, "Your desk");
  await page.getByText("Answer the questions yourself").click();
  const calculator = page.locator("#desk-calculator");
  await expectMounted(calculator);
  await toStep(calculator, "Purpose");
  await calculator.getByRole("radio", { name: "Sell online" }).check();
  await page.getByRole("button", { name: "What came of it", exact: true }).click();
  await expect(calculator).toBeHidden();
  await page.getByRole("button", { name: "Your desk", exact: true }).click();
  await toStep(calculator, "Purpose");
  await expect(calculator.getByRole("radio", { name: "Sell online" })).toBeChecked();
  await page.locator("#desk").getByRole("button", { name: "Put it on the desk" }).click();
  // Neither a budget nor a date: there are no odds to be held against anything.
  await expect(page.locator("#desk").getByRole("textbox", { name: "Name of the brief" })).toHaveCount(1);
  await expect(page.getByRole("button", { name: /^Note in the log/ })).toHaveCount(0);
});

test("where nothing can be kept it is said", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page);
  await expect(page.getByText("This browser keeps nothing more")).toHaveCount(0);
  await page.getByLabel("Name of the shop").fill("Mine");
  await expect(page.getByRole("alert").getByText("This browser keeps nothing more")).toBeVisible();
});
