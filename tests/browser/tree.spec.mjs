/**
 * Accessibility tree, step by step and in the answer, with each browser's styles and states: one file for all of them, tree.yaml.
 * TAKEON_PIN=1 regenerates it, from Chromium.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { expectMounted, marks, stepByStep } from "./helpers.mjs";

const GOLDEN = fileURLToPath(new URL("tree.yaml", import.meta.url));

test("the accessibility tree is the same in every browser", async ({ page, browserName }) => {
  // Dates include the weekday.
  await page.clock.setFixedTime(new Date("2026-11-29T12:00:00"));
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/pages/plain.html");
  const calculator = page.locator("#a");
  await expectMounted(calculator);
  await page.getByRole("button", { name: "A simple blog for a writer" }).click();
  // The announcement after changes have settled is part of it.
  await expect(calculator.getByText("One moment.")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "The answer" }).getByRole("status")).not.toHaveText("");
  const seen = [`# Start\n${await page.getByRole("region", { name: "Your project" }).ariaSnapshot()}\n`];
  await stepByStep(page);
  for (let step = 0; step < 7; step++) {
    await marks(page).nth(step).click();
    seen.push(`# Step ${step + 1}\n${await page.getByRole("region", { name: "Your project" }).ariaSnapshot()}\n`);
  }
  seen.push(`# Answer\n${await page.getByRole("region", { name: "The answer" }).ariaSnapshot()}\n`);
  // Screen readers announce a drawing by its name. Browsers differ in the texts below it, which are not announced.
  const tree = seen.join("\n").replace(/(- '?img "[^"]*"'?):.*$/gm, "$1");
  if (process.env.TAKEON_PIN && browserName === "chromium") writeFileSync(GOLDEN, tree);
  expect(tree).toBe(readFileSync(GOLDEN, "utf8"));
});
