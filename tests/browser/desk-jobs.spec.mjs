/** The tool for finished jobs: a list out of a spreadsheet teaches the terms. */
import { expect, test } from "@playwright/test";
import { drop, open } from "./desk.mjs";

test("a list from a German spreadsheet teaches the terms", async ({ page }) => {
  await open(page, "Your own jobs");
  const buffer = Buffer.from(
    '\ufeffProjekt;Geschätzt;Ist;Preis\r\nBäckerei;40;52,5;4.200,00 €\r\n"Schule; Nord";25;24;2600\r\nMuseum;1.020;1.530;9.000\r\nLaden;zehn;3;\r\n',
  );
  const jobs = page.getByRole("region", { name: "What your own jobs teach" });
  await jobs.locator("input[type=file]").setInputFiles({ name: "jobs.csv", mimeType: "text/csv", buffer });
  await expect(page.getByText("Line 5: the estimate must be a number of hours above 0.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "3 jobs: yours took 1.24 times the estimate on the mean" })).toBeVisible();
  await page.getByText("The jobs, one by one").click();
  await expect(page.getByRole("row", { name: /^Museum 1,020 1,530 1.5/ })).toBeVisible();
  await page.getByRole("button", { name: "Put it into my terms" }).click();
  await expect(page.getByText("It is in your terms.")).toBeVisible();
  await page.getByRole("button", { name: "Your terms", exact: true }).click();
  await page.getByRole("button", { name: "Team and pace", exact: true }).click();
  await page.getByText("More, where the defaults do not fit").click();
  const learned = page.getByRole("group", { name: /How much longer work takes/ });
  await expect(learned.getByLabel("half the time at most")).toHaveValue("1.194");
});

test("a spreadsheet is dropped, and what it takes the place of can be brought back", async ({ page }) => {
  await open(page, "Your own jobs");
  const list = page.getByLabel("Paste your list, or drop a file on it");
  await list.fill("10,12\n");
  // As a spreadsheet in Germany saves it: Windows-1252, semicolons, decimal commas.
  const content = Buffer.from("Auftrag;Soll;Ist\r\nB\u00e4ckerei;1.040,5;1.200\r\n\u00d6lm\u00fchle;40;0\r\n", "latin1");
  await drop(list, { name: "jobs.csv", content });
  await expect(list).toHaveValue(/^Auftrag;Soll;Ist\s+Bäckerei;1\.040,5;1\.200\s+Ölmühle;40;0\s+$/);
  await expect(page.getByText("Line 3: the actual hours must be a number above 0.")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^1 job: yours took 1.15 times/ })).toBeVisible();
  // A second file takes the place of the first one, and not of what was typed.
  await drop(list, { name: "more.csv", content: "20,25\n" });
  await expect(list).toHaveValue("20,25\n");
  await page.getByRole("button", { name: "Bring back what was here before" }).click();
  await expect(list).toHaveValue("10,12\n");
  await drop(list, { name: "empty.csv", content: "" });
  await expect(page.getByText("This file cannot be read.")).toBeVisible();
  await expect(list).toHaveValue("10,12\n");
});
