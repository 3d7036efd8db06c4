/** The log of verdicts: odds against outcomes. */
import { expect, test } from "@playwright/test";
import { drop, open, saved } from "./desk.mjs";

test("several logs can be dropped at once, and duplicates are removed", async ({ page }) => {
  await open(page, "Track record");
  const noted = (...names) => JSON.stringify(names.map((name) => ({ day: "2026-11-02", name, verdict: "take", odds: 0.8 })));
  await drop(
    page.getByLabel("Job", { exact: true }),
    { name: "photo.json", content: "{}" },
    { name: "verdicts.json", content: noted("Bakery", "School") },
    { name: "verdicts (1).json", content: noted("School", "Museum") },
  );
  const group = (name) => page.getByRole("group", { name: `How it turned out: ${name}` });
  for (const name of ["Bakery", "School", "Museum"]) await expect(group(name)).toHaveCount(1);
  await expect(page.getByRole("alert")).toBeVisible();
});

test("the log shows whether 8 in 10 meant 8 in 10", async ({ page }) => {
  await open(page, "Track record");
  for (const [index, outcome] of ["On time and paid", "Not so", "Not so", "Not so", "Not so", "Not known yet"].entries()) {
    await page.getByLabel("Job", { exact: true }).fill(`Job ${index}`);
    await page.getByRole("button", { name: "Add to the log" }).click();
    await page
      .getByRole("group", { name: `How it turned out: Job ${index}` })
      .getByRole("radio", { name: outcome, exact: true })
      .check({ force: true });
  }
  await expect(page.getByRole("row", { name: /about 8 in 10 1 of 5 .* less often than was said/ })).toBeVisible();
  // One of five: off by (0.8 − 0.2)², and 0.2 · 0.8 is chance.
  await expect(page.getByRole("img", { name: /^Odds given, from left to right/ })).toBeVisible();
  await expect(page.getByText(/^Brier score 0\.52: .* added 0\.36, .* and 0\.16 is/)).toBeVisible();
  const { text } = await saved(page, page.getByRole("button", { name: "Save the log" }));
  expect(JSON.parse(text).map(({ cameTrue }) => cameTrue)).toEqual([true, false, false, false, false, undefined]);
});
