/** Finished jobs: import from spreadsheets, and learning. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { drop, toolsShown, open } from "./desk.mjs";

test("the terms learn from a German spreadsheet", async ({ page }) => {
  await open(page, "Learn from jobs");
  const buffer = Buffer.from(
    '\ufeffProjekt;Geschätzt;Ist;Preis\r\nBäckerei;40;52,5;4.200,00 €\r\n"Schule; Nord";25;24;2600\r\nMuseum;1.020;1.530;9.000\r\nLaden;zehn;3;\r\n',
  );
  const jobs = page.getByRole("region", { name: "What your own jobs teach" });
  await jobs.locator("input[type=file]").setInputFiles({ name: "jobs.csv", mimeType: "text/csv", buffer });
  await expect(page.getByText("Line 5: the estimate must be a number of hours above 0.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "3 jobs: yours took 1.24 times the estimate on average" })).toBeVisible();
  await page.getByText("Hours, job by job").click();
  await expect(page.getByRole("row", { name: /^Museum 1,020 1,530 1.5/ })).toBeVisible();
  // No job has weeks.
  await expect(page.getByRole("button", { name: "Use this calendar in my terms" })).toBeHidden();
  await page.getByRole("button", { name: "Use this overrun in my terms" }).click();
  await expect(page.getByText("Your terms use this overrun.")).toBeVisible();
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  await page.getByRole("button", { name: "Team and pace", exact: true }).click();
  await page.getByText("More, where the defaults do not fit").click();
  const learned = page.getByRole("group", { name: /How far work runs over/ });
  await expect(learned.getByLabel("half take at most")).toHaveValue("1.194");
});

test("the calendar is learned from planned and actual weeks, and validated on past jobs", async ({ page }) => {
  await open(page, "Learn from jobs");
  // Each took two and a half times its plan and two weeks, longer than 9 in 10 of the borrowed projects.
  const rows = Array.from({ length: 8 }, (_, n) => `Job ${n},4,15,40,48`);
  const head = "name,planned weeks,actual weeks,estimated,actual";
  await page.getByLabel("Paste your list, or drop a file on it").fill([head, ...rows, "Short,2,", "Late,1,200"].join("\n"));
  await expect(page.getByText("Line 10: the actual weeks must be a number above 0.")).toBeVisible();
  await expect(page.getByText("Line 11: planned and actual weeks differ more than a hundredfold.")).toBeVisible();

  const hours = page.getByRole("region", { name: "8 jobs: yours took 1.2 times the estimate on average" });
  await expect(hours.getByText("With what your other jobs teach, 8 did; with borrowed figures alone, 8.")).toBeVisible();
  const weeks = page.getByRole("region", { name: "8 jobs: yours took 2.5 times the plan on average, after a wait of 2 weeks" });
  await expect(weeks.getByText("Yours count for 80 in 100, the borrowed ones for 20.")).toBeVisible();
  await expect(weeks.getByText("The borrowed calendar is provisional.")).toBeVisible();
  await expect(weeks.getByText(/^Of your 8 jobs, about 6 should .* 8 did; with borrowed figures alone, 0\.$/)).toBeVisible();
  await expect(weeks.getByRole("row", { name: "P50, half 4 0 of 8 0 of 8" })).toBeVisible();
  await expect(weeks.getByRole("row", { name: "P90, 9 in 10 7.2 8 of 8 0 of 8" })).toBeVisible();
  await weeks.getByText("Weeks, job by job").click();
  await expect(weeks.getByRole("row", { name: "Job 3 4 6 15 2.5" })).toBeVisible();

  await weeks.getByRole("button", { name: "Use this calendar in my terms" }).click();
  await expect(weeks.getByText("Your terms use this calendar.")).toBeVisible();
  // The wait is now in the terms, and the learned values stay the same.
  await expect(weeks).toBeVisible();
  const { terms } = await page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:config")));
  expect(terms.schedule).toEqual({ median: 2.176, p90: 3.829, wait: 2 });
  await weeks.getByRole("button", { name: "Stop using this calendar" }).click();
  await expect(weeks.getByRole("button", { name: "Use this calendar in my terms" })).toBeVisible();
});

test("the wait is that of the terms, and none if their schedule has none", async ({ page }) => {
  await page.addInitScript(() => {
    const terms = { shop: { name: "Mine" }, currency: "EUR", rate: 85, team: { hoursPerWeek: 25 }, services: [] };
    terms.schedule = { median: 1.3, p90: 2.4 };
    localStorage.setItem("takeon-desk:1:config", JSON.stringify({ terms }));
  });
  await open(page, "Learn from jobs");
  await page.getByLabel("Paste your list, or drop a file on it").fill("planned weeks;actual weeks\n4;6");
  const weeks = page.getByRole("region", { name: "1 job: yours took 1.5 times the plan on average" });
  // A single job cannot be predicted from others.
  await expect(weeks.getByRole("heading", { name: "How well this would have predicted your jobs" })).toBeHidden();
  await weeks.getByRole("button", { name: "Use this calendar in my terms" }).click();
  await expect(weeks.getByText("Your terms use this calendar.")).toBeVisible();
  // Without it in the terms, the default of two weeks applies.
  await weeks.getByRole("button", { name: "Stop using this calendar" }).click();
  await expect(
    page.getByRole("region", { name: "1 job: yours took 1 times the plan on average, after a wait of 2 weeks" }),
  ).toBeVisible();
});

test("a spreadsheet is dropped, and the list that it replaces can be restored", async ({ page }) => {
  await open(page, "Learn from jobs");
  const list = page.getByLabel("Paste your list, or drop a file on it");
  await list.fill("10,12\n");
  // As a spreadsheet in Germany saves it: Windows-1252, semicolons, decimal commas.
  const content = Buffer.from("Auftrag;Soll;Ist\r\nB\u00e4ckerei;1.040,5;1.200\r\n\u00d6lm\u00fchle;40;0\r\n", "latin1");
  await drop(list, { name: "jobs.csv", content });
  await expect(list).toHaveValue(/^Auftrag;Soll;Ist\s+Bäckerei;1\.040,5;1\.200\s+Ölmühle;40;0\s+$/);
  await expect(page.getByText("Line 3: the actual hours must be a number above 0.")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^1 job: yours took 1.15 times/ })).toBeVisible();
  // A second file replaces the first, and not typed jobs.
  await drop(list, { name: "more.csv", content: "20,25\n" });
  await expect(list).toHaveValue("20,25\n");
  await page.getByRole("button", { name: "Bring back what I had before" }).click();
  await expect(list).toHaveValue("10,12\n");
  await drop(list, { name: "empty.csv", content: "" });
  await expect(page.getByText("This file cannot be read.")).toBeVisible();
  await expect(list).toHaveValue("10,12\n");
});

test("ambiguous figures are reported, and asked about", async ({ page }) => {
  await open(page, "Learn from jobs");
  const list = page.getByLabel("Paste your list, or drop a file on it");
  const rows = ["job,estimated,actual,price", "Bakery,40,52,€4200", "Bakery,10,8,CHF 900", "School,25,24,", "Total,75,84,"];
  await list.fill(rows.join("\n"));
  await expect(page.getByText("Left out, because it sums up the others: line 5.")).toBeVisible();
  await expect(page.getByText("The prices are in several currencies (€ and CHF), so they are shown without one.")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^2 jobs: / })).toBeVisible();
  await page.getByLabel("Rows with the same name are one job (1 row is part of another)").uncheck();
  await expect(page.getByRole("heading", { name: /^3 jobs: / })).toBeVisible();
  // Implausible hours are confirmed before they enter the terms.
  await list.fill("first,second\n400,40\n250,25\n900,90");
  await expect(page.getByText("0.1 times the estimate is unusual. Are these the right columns?")).toBeVisible();
  await expect(page.getByRole("button", { name: "Use this overrun in my terms" })).toHaveCount(0);
  // One message for each cause.
  const lacking = Array.from({ length: 57 }, (_, n) => `P${n},,1`);
  await list.fill(["Project,Estimated,Actual", ...lacking, "A,10,12", "B,10,12", "C,20,"].join("\n"));
  await expect(page.getByText("57 of 60 lines (2–58): no estimate.")).toBeVisible();
  await expect(page.getByText("Line 61: no actual hours.")).toBeVisible();
});

test("exports of time trackers are added up, and the estimates are asked for", async ({ page }) => {
  await open(page, "Learn from jobs");
  const list = page.getByLabel("Paste your list, or drop a file on it");
  const entry = (project, time) =>
    `Mia,mia@x.example,Holm,${project},,Layout,Yes,2026-03-02,09:00:00,2026-03-02,11:30:00,${time},,0.00`;
  const content = [
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)",
    entry("Bakery", "30:30:00"),
    entry("School", "20:00:00"),
    entry("Bakery", "22:00:00"),
  ].join("\n");
  await drop(list, { name: "toggl.csv", content });
  const asked = page.getByRole("region", { name: "2 jobs (entries: 3): what had you estimated?" });
  await expect(asked.getByText("52.5 h, 2 entries")).toBeVisible();
  await expect(page.getByText(/^(Line \d+|\d+ of \d+ lines) ?[(:]/)).toHaveCount(0);
  await asked.getByLabel("Bakery").fill("40");
  await expect(page.getByRole("heading", { name: "1 job: yours took 1.31 times the estimate on average" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("25");
  await expect(page.getByRole("heading", { name: /^2 jobs: yours took 1\.0\d times the estimate on average$/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "How well this would have predicted your jobs" })).toBeVisible();
  // They are stored with the list.
  await page.reload();
  await toolsShown(page);
  await page.getByRole("button", { name: "Learn from jobs", exact: true }).click();
  await expect(asked.getByLabel("School")).toHaveValue("25");
});

test("wrongly detected columns can be chosen by hand", async ({ page }) => {
  await open(page, "Learn from jobs");
  const list = page.getByLabel("Paste your list, or drop a file on it");
  await list.fill("first,second,third\nBakery,52,40\nSchool,24,25\n");
  const columns = page.getByRole("group", { name: "What the columns mean" });
  await expect(columns.getByLabel("Estimated")).toHaveValue("1");
  await expect(columns.getByRole("row", { name: "Bakery 52 40" })).toBeVisible();
  await columns.getByLabel("Estimated").selectOption("third");
  await columns.getByLabel("Actual", { exact: true }).selectOption("second");
  await expect(columns.getByRole("row", { name: "Bakery 40 52" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 jobs: yours took 1.12 times the estimate on average" })).toBeVisible();
  // Columns of weeks, too.
  await columns.getByLabel("Estimated").selectOption("None");
  await columns.getByLabel("Actual", { exact: true }).selectOption("None");
  await columns.getByLabel("Planned weeks").selectOption("third");
  await columns.getByLabel("Actual weeks").selectOption("second");
  await page.getByText("Weeks, job by job").click();
  await expect(page.getByRole("row", { name: /^Bakery 40 .*52 / })).toBeVisible();
  // Columns of another list are detected again.
  await list.fill("job,estimated,actual\nBakery,40,52\n");
  await expect(page.getByRole("heading", { name: "1 job: yours took 1.3 times the estimate on average" })).toBeVisible();
});

test("a year of a time tracker is read quickly", async ({ page }) => {
  await open(page, "Learn from jobs");
  const list = page.getByLabel("Paste your list, or drop a file on it");
  const rows = Array.from({ length: 10_000 }, (_, n) => `Project ${n % 80},Client,${n % 7}:30:00,note ${n}`);
  const text = ["Project,Client,Duration,Description", ...rows].join("\n");
  const took = await list.evaluate(async (area, text) => {
    area.value = text;
    const begin = performance.now();
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begin;
  }, text);
  await expect(page.getByRole("heading", { name: "80 jobs (entries: 10,000): what had you estimated?" })).toBeVisible();
  await expect(page.getByText(/^(Line \d+|\d+ of \d+ lines) ?[(:]/)).toHaveCount(0);
  // Bound: 500; 200 on an idle machine. It is told, and no test: a busy machine takes longer.
  test.info().annotations.push({ type: "milliseconds", description: String(Math.round(took)) });
});

test("a workbook is read as displayed, one sheet at a time", async ({ page }) => {
  await open(page, "Learn from jobs");
  const list = page.getByLabel("Paste your list, or drop a file on it");
  await drop(list, { name: "budgets.xlsx", content: workbook("openpyxl") });
  // The cover sheet is skipped, and a hidden row and a hidden sheet stay hidden.
  await expect(page.getByRole("heading", { name: "3 jobs: yours took 1.25 times the estimate on average" })).toBeVisible();
  await expect(list).toHaveValue(/^"Bakery, with shop"\t2026-03-01\t40:00\t52:30\t€4200$/m);
  await expect(list).not.toHaveValue(/Private/);
  const sheets = page.getByLabel("Sheet");
  await expect(sheets.getByRole("option")).toHaveText(["Cover", "Jobs & hours"]);
  await sheets.selectOption("Cover");
  await expect(list).toHaveValue('"Budgets, with what was booked"');
  await page.getByRole("button", { name: "Bring back what I had before" }).click();
  await expect(list).toHaveValue(/Museum/);
  await list.fill("job,estimated,actual\nBakery,40,52\n");
  await expect(sheets).toBeHidden();
});

test("dates, durations and units of a workbook are read as displayed", async ({ page }) => {
  await open(page, "Learn from jobs");
  const list = page.getByLabel("Paste your list, or drop a file on it");
  await drop(list, { name: "formats.xlsx", content: workbook("xlsxwriter") });
  await expect(list).toHaveValue(/two looks/);
  const [head, ...rows] = (await list.inputValue()).split("\n").map((line) => line.split("\t"));
  expect(head).toEqual(["is", "shows"]);
  expect(rows.map(([is]) => is)).toEqual(rows.map(([, shows]) => shows));
  expect(rows).toHaveLength(17);
});

test("workbooks of other programs are read, and for other files there is advice", async ({ page }) => {
  await open(page, "Learn from jobs");
  const list = page.getByLabel("Paste your list, or drop a file on it");
  // Prefixes, absolute paths, inline strings, no cell names, no styles, and German numbers as text.
  const spreadsheet = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = (kind, target) =>
    strToU8(`<Relationships><Relationship Id="R1" Type="${office}/${kind}" Target="${target}"/></Relationships>`);
  const text = (said) => `<x:c t="inlineStr"><x:is><x:t>${said}</x:t></x:is></x:c>`;
  const row = (...cells) => `<x:row>${cells.join("")}</x:row>`;
  const rows = [
    row(text("Projekt"), text("Geplant"), text("Ist"), text("Preis")),
    row(text("Küche"), "<x:c><x:v>40.125</x:v></x:c>", "<x:c><x:v>60.25</x:v></x:c>", text("4.200,00 €")),
  ];
  const content = zipSync({
    "_rels/.rels": relations("officeDocument", "/xl/workbook.xml"),
    "xl/workbook.xml": strToU8(
      `<x:workbook ${spreadsheet} xmlns:r="${office}"><x:sheets><x:sheet name="Aufträge" sheetId="1" r:id="R1"/></x:sheets></x:workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": relations("worksheet", "/xl/worksheets/one.xml"),
    "xl/worksheets/one.xml": strToU8(`<x:worksheet ${spreadsheet}><x:sheetData>${rows.join("")}</x:sheetData></x:worksheet>`),
  });
  await drop(list, { name: "kunden.xlsx", content });
  await expect(list).toHaveValue('Projekt\tGeplant\tIst\tPreis\nKüche\t"40,1250"\t"60,25"\t"4.200,00 €"');
  await expect(page.getByRole("heading", { name: "1 job: yours took 1.5 times the estimate on average" })).toBeVisible();

  const refused = page.getByText("This file cannot be read as a workbook.");
  for (const [name, bytes] of [
    ["cut.xlsx", content.slice(0, 200)],
    ["other.docx", zipSync({ "word/document.xml": strToU8("<w/>") })],
    ["locked.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])],
  ]) {
    await list.fill("");
    await expect(refused).toBeHidden();
    await drop(list, { name, content: bytes });
    await expect(refused).toBeVisible();
    await expect(list).toHaveValue("");
    await drop(list, { name: "again.csv", content: "job,estimated,actual\nBakery,40,52\n" });
  }
});

/** Returns a workbook of `tests/workbooks/`. */
function workbook(writer) {
  return readFileSync(new URL(`../workbooks/${writer}.xlsx`, import.meta.url));
}
