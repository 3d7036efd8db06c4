/** The desk for clients’ briefs: opened, compared, kept and answered again. */
import { expect, test } from "@playwright/test";
import { drop, near, open, saved } from "./desk.mjs";
import { expectMounted, toStep } from "./helpers.mjs";

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
      name: /^A site with good content .* 1\d(\.5)? weeks in time: about 9 in 10 Take it. (3\d|4\d)(\.5)? weeks in time: hardly ever \S/,
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
  await expect(calculator.getByRole("heading", { name: /^Take it\./ })).toBeVisible();
  const rewrite = desk.getByRole("button", { name: "Put it in the place of “Brief 1”" });
  await desk.getByRole("link", { name: /^Open in the calculator ?: Brief 1$/ }).click();
  await expect(rewrite).toBeDisabled();
  await expect(calculator.getByText("Opened from a link.")).toBeVisible();
  await toStep(calculator, "Budget");
  await calculator.getByLabel("About how much, in EUR").fill("9000");
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
