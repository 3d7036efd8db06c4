/**
 * Takes the picture for README.md, static/picture.webp: a whole brief and its answer, from the build in dist/.
 *
 *   node script/picture.mjs
 */
import { writeFileSync } from "node:fs";
import { inChromium } from "./lib/chromium.mjs";

/** A blog in three weeks for 2,500 euros, with a year of unpaid care. */
const brief = {
  purpose: "publish",
  wishes: [{ service: "blog", priority: "must" }],
  care: { content: "us-unpaid", updates: "us-unpaid", hosting: "us-unpaid", help: "us-unpaid" },
  conditions: { contentReady: true, contact: "weekly", phased: true, decider: true, written: true },
  relationship: "stranger",
  deadline: { weeks: 3 },
  budget: { fixed: 2500 },
};
const SAVED = { takeon: 1, brief, typed: ["weeks", "3", "", "fixed", "2500"] };

await inChromium(async (browser, address) => {
  const page = await browser.newPage({ viewport: { width: 1120, height: 860 }, colorScheme: "light", locale: "en" });
  await page.goto(address);
  const file = { name: "brief.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(SAVED)) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "about €2,500" }).click();
  await page.getByRole("textbox").first().waitFor();
  const box = await page.locator("takeon-calculator").boundingBox();
  // The page may have scrolled to the opened part.
  const y = box.y + (await page.evaluate(() => scrollY));
  const clip = { ...box, y, height: Math.min(box.height, 670), scale: 1 };
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 70,
    clip,
    captureBeyondViewport: true,
  });
  writeFileSync("static/picture.webp", Buffer.from(data, "base64"));
});
