/** Recorded answers, in browsers: the same as natively, to the last byte. See tests/pinned.rs. */
import { expect, test } from "@playwright/test";
import { answers, build, requests } from "../pinned.mjs";

test("recorded requests have their recorded answers", async ({ page }) => {
  await page.goto("/pages/no-element.html");
  const run = await page.evaluateHandle(async (names) => {
    const glue = await import(`/${names.js}`);
    return glue.start(() => fetch(`/${names.wasm}`));
  }, build);
  for (const [i, request] of requests.entries()) {
    expect(await run.evaluate((run, request) => run.appraise(request), request), request).toBe(answers[i]);
  }
});
