/** The tools of the demo page, as the owner of a shop meets them. */
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { expectMounted, listen } from "./helpers.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Goes to the tools, which the calculator above pushes down while it grows. */
async function near(page) {
  const tools = page.getByRole("navigation", { name: "Tools for your shop" });
  await expect(async () => {
    await page.locator("#desk").scrollIntoViewIfNeeded();
    await expect(tools).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 25_000 });
}

/** Opens the page and one of its tools. */
async function open(page, tool) {
  await page.goto("/index.html");
  await near(page);
  if (tool) await page.getByRole("button", { name: tool, exact: true }).click();
}

/** Drops files on something, as a hand does. A text is UTF-8, a buffer whatever it is. */
async function drop(target, ...files) {
  const data = await target.evaluateHandle(
    (_, files) => {
      const data = new DataTransfer();
      for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    },
    files.map(({ name, content }) => ({ name, bytes: [...Buffer.from(content)] })),
  );
  await target.dispatchEvent("dragover", { dataTransfer: data });
  await target.dispatchEvent("drop", { dataTransfer: data });
}

/** The text of the file that a click saves. */
async function saved(page, button) {
  // What came before has been tested there as well.
  test.skip(test.info().project.name === "firefox", "its driver tells nothing of downloads");
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("from a ready-made shop to a snippet that works", async ({ page }) => {
  const heard = listen(page);
  await open(page);
  await page.getByRole("button", { name: /^Shop builder/ }).click();
  const name = page.getByLabel("Name of the shop");
  await expect(name).toHaveValue("Kontor Commerce");
  await name.fill("My Shop");
  await page.getByRole("button", { name: "Rates and limits", exact: true }).click();
  await page.getByLabel("What you sell an hour at").fill("72,5");
  await page.getByLabel("The least an hour must bring").fill("60");
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page.getByRole("button", { name: "Add a service" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Gift cards");

  // The calculator beside it changes as it is typed, and what is private stays.
  const preview = page.locator("#preview");
  await preview.scrollIntoViewIfNeeded();
  await expectMounted(preview);
  await expect.poll(() => preview.evaluate(({ config }) => config.terms.services.at(-1).name)).toBe("Gift cards");
  expect(await preview.evaluate(({ config }) => [config.terms.rate, config.terms.floorRate])).toEqual([72.5, undefined]);

  const { name: file, text } = await saved(page, page.getByRole("button", { name: "Save terms.json" }));
  expect(file).toBe("terms.json");
  const { terms } = JSON.parse(text);
  expect([terms.shop.name, terms.rate, terms.floorRate]).toEqual(["My Shop", 72.5, undefined]);

  // The snippet, in a page that has the policy it says it needs.
  const code = (name) => page.getByRole("region", { name, exact: true }).textContent();
  const [snippet, policy] = [await code("HTML"), await code("Content-Security-Policy")];
  await page.route("**/takeon/**", (route) => {
    const path = new URL(route.request().url()).pathname.replace("/takeon/", "");
    if (path === "terms.json") return route.fulfill({ body: text, contentType: "application/json" });
    if (path === "page") {
      const body = `<!doctype html><html lang="en"><title>t</title><body>${snippet}`;
      return route.fulfill({
        body,
        contentType: "text/html",
        headers: { "content-security-policy": `default-src 'none'; ${policy}` },
      });
    }
    return route.continue({ url: new URL(`/${path}`, route.request().url()).href });
  });
  await page.goto("/takeon/page");
  await expectMounted(page.locator("takeon-calculator"));
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("button", { name: "Gift cards" })).toBeVisible();
  expect(heard.errors).toEqual([]);
  expect(heard.messages).toEqual([]);
});

test("the frame that is taken along shows the terms and is as high as they need", async ({ page }) => {
  const heard = listen(page);
  await open(page);
  await page.getByRole("button", { name: /^Shop builder/ }).click();
  await page.getByRole("radio", { name: "Frame", exact: true }).check({ force: true });
  const code = (name) => page.getByRole("region", { name, exact: true }).textContent();
  const [snippet, policy] = [await code("Frame"), await code("Content-Security-Policy")];
  const config = await page.locator("#preview").evaluate(({ config }) => JSON.stringify(config));
  await page.route("**/takeon/terms.json", (route) => route.fulfill({ body: config, contentType: "application/json" }));
  await page.route("**/page", (route) =>
    route.fulfill({
      body: `<!doctype html><html lang="en"><title>t</title><link rel="icon" href="/icon.svg"><body>${snippet}`,
      contentType: "text/html",
      headers: { "content-security-policy": `default-src 'none'; img-src 'self'; script-src 'unsafe-inline'; ${policy}` },
    }),
  );
  await page.goto("/page");
  const frame = page.frame({ url: /frame\.html/ });
  await expectMounted(frame.locator("takeon-calculator"));
  await frame.getByRole("button", { name: "I don’t know" }).click();
  await expect(frame.getByRole("button", { name: JSON.parse(config).terms.services[0].name, exact: true })).toBeVisible();
  const inside = () => frame.evaluate(() => document.body.getBoundingClientRect().height);
  const height = () => page.locator("iframe").evaluate((element) => element.clientHeight);
  await expect.poll(async () => Math.abs((await height()) - (await inside()))).toBeLessThanOrEqual(1);
  expect(heard.errors).toEqual([]);
  expect(heard.messages).toEqual([]);
});

test("a problem stands at its field, and nothing typed is lost", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page.getByRole("button", { name: /^Blog of your own/ }).click();
  const high = page.getByLabel("high");
  await high.fill("2");
  const group = page.getByRole("group", { name: "Hours it takes you" });
  await expect(group.getByText("likely (12 h) is above high (2 h)")).toBeVisible();
  await expect(high).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("button", { name: "Services 1 to mend" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save terms.json" })).toBeDisabled();
  await high.fill("soon");
  await expect(group.getByText(/must be a number from 0/)).toBeVisible();

  // It is all there again tomorrow.
  await open(page);
  await page.getByRole("button", { name: "Services 1 to mend" }).click();
  await page.getByRole("button", { name: /^Blog of your own/ }).click();
  await expect(high).toHaveValue("soon");
  await high.fill("24");
  await expect(page.getByRole("button", { name: "Save terms.json" })).toBeEnabled();

  // Another shop takes the place of the work, which can be brought back.
  await page.getByRole("button", { name: "Shop", exact: true }).click();
  await page.getByLabel("Name of the shop").fill("Mine");
  await page.getByRole("button", { name: /^Brand and design/ }).click();
  await expect(page.getByLabel("Name of the shop")).toHaveValue("Felt & Form");
  const back = page.getByRole("button", { name: "Bring back what was here before" });
  await back.click();
  await expect(page.getByLabel("Name of the shop")).toHaveValue("Mine");

  // However many shops are looked at, the way back leads to what is one's own.
  await page.getByRole("button", { name: /^Brand and design/ }).dblclick();
  await page.getByRole("button", { name: /^Shop builder/ }).click();
  await expect(page.getByLabel("Name of the shop")).toHaveValue("Kontor Commerce");
  await back.click();
  await expect(page.getByLabel("Name of the shop")).toHaveValue("Mine");
  await back.click();
  await expect(page.getByLabel("Name of the shop")).toHaveValue("Kontor Commerce");
});

test("of two shops that are chosen in a row the last one counts, however late the first is", async ({ page }) => {
  await open(page);
  let release;
  const released = new Promise((done) => (release = done));
  await page.route("**/terms/brand-design.json", async (route) => {
    await released;
    await route.continue();
  });
  await page.getByRole("button", { name: /^Brand and design/ }).click();
  await page.getByRole("button", { name: /^Shop builder/ }).click();
  await expect(page.getByLabel("Name of the shop")).toHaveValue("Kontor Commerce");
  const late = page.waitForResponse("**/terms/brand-design.json");
  release();
  await (await late).finished();
  await page.waitForTimeout(200);
  await expect(page.getByLabel("Name of the shop")).toHaveValue("Kontor Commerce");
});

test("a name that is emptied and typed anew keeps its translations", async ({ page }) => {
  await page.addInitScript(() => {
    const terms = { shop: { name: "Mine" }, currency: "EUR", rate: 85, team: { hoursPerWeek: 25 } };
    terms.services = [{ id: "blog", name: { default: "Blog", de: "Weblog" }, hours: 12 }];
    localStorage.setItem("takeon-desk:1:config", JSON.stringify({ terms }));
  });
  await open(page);
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page.locator("#desk .thing-head").filter({ hasText: "Blog" }).click();
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("");
  await expect(page.getByRole("button", { name: "Services 1 to mend" })).toBeVisible();
  await name.fill("Journal");
  await expect(page.getByRole("button", { name: "Services", exact: true })).toBeVisible();
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:config")));
  expect(kept.terms.services[0].name).toEqual({ default: "Journal", de: "Weblog" });
});

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
  await calculator.getByRole("radio", { name: "Sell online" }).check();
  await page.getByRole("button", { name: "What came of it", exact: true }).click();
  await expect(calculator).toBeHidden();
  await page.getByRole("button", { name: "Your desk", exact: true }).click();
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

test("the keyboard goes on where the work goes on", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Services", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Add a service" }).press("Enter");
  const name = page.getByLabel("Name", { exact: true });
  await expect(name).toBeFocused();
  await page.keyboard.type("Gift cards");
  await expect(name).toHaveValue("Gift cards");
  await page.getByRole("button", { name: "Remove Gift cards" }).press("Enter");
  await expect(page.getByRole("button", { name: "Add a service" })).toBeFocused();
  await page.getByRole("button", { name: "Next: Afterwards" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Afterwards", exact: true })).toBeFocused();

  // A figure is the ready-made shop's for as long as nobody changes it.
  const price = page.getByLabel("Its price", { exact: true }).first();
  await page.getByRole("button", { name: "Team and pace", exact: true }).click();
  await expect(page.getByText("our assumption", { exact: true }).filter({ visible: true })).toHaveCount(3);
  await page.getByLabel("Hours a week for one such job").fill("30");
  await expect(page.getByText("our assumption", { exact: true }).filter({ visible: true })).toHaveCount(2);
  const parts = page.getByRole("navigation", { name: "Parts of the terms" });
  await parts.getByRole("button", { name: "Afterwards", exact: true }).click();
  await expect(page.getByLabel("Where the price comes from").first()).toHaveValue("Our assumption.");
  await price.fill("75");
  await expect(page.getByLabel("Where the price comes from").first()).toHaveValue("");
});

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

test("logs are dropped together, and what is noted already stays once", async ({ page }) => {
  await open(page, "What came of it");
  const noted = (...names) => JSON.stringify(names.map((name) => ({ day: "2026-11-02", name, verdict: "take", odds: 0.8 })));
  await drop(
    page.getByLabel("Job", { exact: true }),
    { name: "photo.json", content: "{}" },
    { name: "verdicts.json", content: noted("Bakery", "School") },
    { name: "verdicts (1).json", content: noted("School", "Museum") },
  );
  const group = (name) => page.getByRole("group", { name: `What came of it: ${name}` });
  for (const name of ["Bakery", "School", "Museum"]) await expect(group(name)).toHaveCount(1);
  await expect(page.getByRole("alert")).toBeVisible();
});

test("the log tells whether 8 in 10 meant 8 in 10", async ({ page }) => {
  await open(page, "What came of it");
  for (const [index, outcome] of ["In time and paid", "Not", "Not", "Not", "Not", "Not known"].entries()) {
    await page.getByLabel("Job", { exact: true }).fill(`Job ${index}`);
    await page.getByRole("button", { name: "Note it" }).click();
    await page
      .getByRole("group", { name: `What came of it: Job ${index}` })
      .getByRole("radio", { name: outcome, exact: true })
      .check({ force: true });
  }
  await expect(page.getByRole("row", { name: /about 8 in 10 1 of 5 .* less often than was said/ })).toBeVisible();
  const { text } = await saved(page, page.getByRole("button", { name: "Save the log" }));
  expect(JSON.parse(text).map(({ cameTrue }) => cameTrue)).toEqual([true, false, false, false, false, undefined]);
});

test("a client's link and file open on the desk, and one moves the date of the other", async ({ page }) => {
  await open(page, "Your desk");
  const desk = page.locator("#desk");
  await desk.getByLabel("A client’s link").fill("https://studio-nord.example/#takeon=1.cut-off");
  await desk.getByRole("button", { name: "Open the link" }).click();
  await expect(desk.getByText("This link is not whole.")).toBeVisible();

  // The calculator above makes a link and a file of an example.
  const calculator = page.locator("main > takeon-calculator");
  const told = calculator.evaluate(
    (element) =>
      new Promise((done) => element.addEventListener("takeon-change", ({ detail }) => done(detail.brief), { once: true })),
  );
  await calculator.getByRole("button", { name: "A list of features, and enquiries as the aim" }).click();
  const brief = JSON.stringify(await told);
  await desk
    .locator("form input[type=file]")
    .setInputFiles({ name: "brief.json", mimeType: "application/json", buffer: Buffer.from(brief) });
  await expect(desk.getByRole("textbox", { name: "Name of the brief" })).toHaveValue("Brief 1");
  await expect(desk.getByText("Reshape it.").first()).toBeVisible();

  await desk.getByRole("button", { name: "A site with good content and time enough", exact: true }).click();
  for (const box of await desk.getByRole("checkbox", { name: "Side by side" }).all()) await box.check();
  await expect(desk.getByRole("row", { name: /^Verdict Take it. Reshape it./ })).toBeVisible();
  // The other starts when this one is ready in 8 of 10 cases, after half a year.
  await expect(
    desk.getByRole("row", {
      name: /^A site with good content .* 7.5 weeks in time: nearly always Take it. 3\d(\.5)? weeks in time: hardly ever \S/,
    }),
  ).toBeVisible();

  await desk.getByRole("button", { name: /^Put away ?: Brief 1$/ }).click();
  await expect(desk.getByRole("textbox", { name: "Name of the brief" })).toHaveCount(1);
  await open(page, "Your desk");
  await desk.getByRole("button", { name: "1 put away" }).click();
  await desk.getByLabel("A client’s link").fill("https://studio-nord.example/#takeon=1.000000~w_blog~z");
  await desk.getByRole("button", { name: "Open the link" }).click();
  await expect(desk.getByText("It was made with other terms than these.")).toBeVisible();
  await expect(desk.getByRole("textbox", { name: "Name of the brief" })).toHaveCount(3);
  const { text } = await saved(page, desk.getByRole("button", { name: /^Save as a file ?: Brief 1$/ }));
  expect(JSON.parse(text)).toEqual(JSON.parse(brief));
  await desk.getByRole("button", { name: /^Note in the log ?: Brief 1$/ }).click();
  await expect(desk.getByText("It is in the log.")).toBeVisible();
  await page.getByRole("button", { name: "What came of it", exact: true }).click();
  await expect(page.getByRole("group", { name: "What came of it: Brief 1" })).toBeVisible();
});

test("a brief in the page's address is put on the desk, and opened in the calculator again", async ({ page }) => {
  await page.goto("/index.html#takeon=1.000000~w_blog~b_1500~z");
  const desk = page.locator("#desk");
  await near(page);
  await expect(desk.getByText("The address of this page brings a brief.")).toBeVisible({ timeout: 20_000 });
  await desk.getByRole("button", { name: "Put it on the desk" }).first().click();
  await expect(desk.getByRole("textbox", { name: "Name of the brief" })).toHaveValue("Brief 1");
  await desk.getByRole("button", { name: "A site with good content and time enough", exact: true }).click();

  // Opened as every link is, and what is answered there takes its place.
  const calculator = page.locator("#desk-calculator");
  await desk.getByRole("link", { name: /^Open in the calculator ?: A site/ }).click();
  await expectMounted(calculator);
  await expect(calculator.getByText("Take it.", { exact: true }).first()).toBeVisible();
  const rewrite = desk.getByRole("button", { name: "Put it in the place of “Brief 1”" });
  await desk.getByRole("link", { name: /^Open in the calculator ?: Brief 1$/ }).click();
  await expect(rewrite).toBeDisabled();
  await expect(calculator.getByText("This came with a link.")).toBeVisible();
  await calculator.getByRole("button", { name: /^Budget/ }).click();
  await calculator.getByLabel("At most, in EUR").fill("9000");
  // Opened though the calculator has something of its own: it asks, and its own stays Brief 1's.
  await desk.getByRole("link", { name: /^Open in the calculator ?: A site/ }).click();
  await calculator.getByRole("button", { name: "Keep mine" }).click();
  await expect(desk.getByRole("button", { name: /^Put it in the place of/ })).toHaveText("Put it in the place of “Brief 1”");
  await rewrite.click();
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:briefs")));
  await expect.poll(async () => (await kept())[0].brief.budget).toEqual({ fixed: 9000 });

  // All that lies here can be saved, and dropped on another desk; so can what a client saved.
  const all = JSON.stringify(await kept());
  await page.evaluate(() => localStorage.removeItem("takeon-desk:1:briefs"));
  await page.goto("/index.html#briefs");
  await page.reload();
  await expect(desk.getByText("Nothing lies here yet.")).toBeVisible({ timeout: 20_000 });
  const client = { takeon: 1, brief: { wishes: [{ service: "blog" }] }, typed: ["", "", "", "", ""] };
  await drop(
    desk.getByText("Nothing lies here yet."),
    { name: "photo.json", content: "{}" },
    { name: "briefs.json", content: all },
    { name: "empty.json", content: "" },
    { name: "brief.takeon.json", content: JSON.stringify(client) },
  );
  await expect(desk.getByRole("textbox", { name: "Name of the brief" })).toHaveCount(3);
  // What goes well does not hide what does not.
  await expect(desk.getByText("photo.json: There is no brief in this file.")).toBeVisible();
  await expect(desk.getByText("empty.json: This file cannot be read.")).toBeVisible();
  await desk.getByRole("button", { name: /^Duplicate ?: Brief 1$/ }).click();
  await expect(desk.getByRole("textbox", { name: "Name of the brief" })).toHaveCount(4);
});

/** Gives a tool something to show. */
async function fill(page, tool) {
  if (tool === "Your own jobs") {
    await page.getByLabel("Paste your list, or drop a file on it").fill("a,10,12,900\nb,20,30,900\nc,5,ten");
    await page.getByText("The jobs, one by one").click();
  }
  if (tool === "Your desk") {
    for (const name of ["A simple blog for somebody who writes", "A site with good content and time enough"]) {
      await page.locator("#desk").getByRole("button", { name, exact: true }).click();
    }
    for (const box of await page.getByRole("checkbox", { name: "Side by side" }).all()) await box.check();
    await expect(page.getByRole("heading", { name: "Side by side" })).toBeVisible();
  }
  if (tool === "What came of it") {
    await page.getByRole("button", { name: "Note it" }).click();
    await page.getByRole("radio", { name: "Not", exact: true }).check({ force: true });
  }
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in the tools, ${colorScheme}`, async ({ page, browserName }) => {
    test.skip(browserName === "firefox", "the same page; once is enough");
    test.setTimeout(60_000);
    await page.emulateMedia({ colorScheme });
    await open(page);
    const look = async (what) => {
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).exclude("takeon-calculator").analyze();
      expect(
        violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`),
      ).toEqual([]);
    };
    const parts = page.getByRole("navigation", { name: "Parts of the terms" });
    for (const part of ["Shop", "Rates and limits", "Team and pace", "Services", "Afterwards", "Stops"]) {
      await parts.getByRole("button", { name: part, exact: true }).click();
      if (part === "Services") await page.getByRole("button", { name: /^Blog of your own/ }).click();
      await look(part);
    }
    for (const tool of await page
      .getByRole("navigation", { name: "Tools for your shop" })
      .getByRole("button")
      .allTextContents()) {
      await page.getByRole("button", { name: tool, exact: true }).click();
      await fill(page, tool);
      await look(tool);
    }
  });
}
