/** Leaving a page and coming back to it from the back/forward cache. */
import { expectMounted, isMounted, toStep } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

// Playwright disables the cache in Chromium by default, and Firefox never has it under automation.
test.use({
  launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
});

test("a page restored from the browser's cache shows it unchanged", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "this protocol waits for a load that such a page does not have");
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  const answer = page.getByRole("radio", { name: t("Sell online") });
  await answer.check();
  await page.evaluate(() => addEventListener("pageshow", ({ persisted }) => (globalThis.persisted = persisted)));
  await page.goto("/pages/no-element.html");
  await page.goBack({ waitUntil: "commit" });
  await expect.poll(() => page.evaluate(() => globalThis.persisted)).toBe(true);
  expect(await isMounted(page.locator("#a"))).toBe(true);
  await expect(answer).toBeChecked();
  await page.getByRole("button", { name: t("Next"), exact: true }).click();
  await expect(page.getByRole("button", { name: t("Back"), exact: true })).toBeVisible();
});
