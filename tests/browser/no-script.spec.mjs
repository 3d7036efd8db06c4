/** Fallback content without JavaScript. */
import { expect, test } from "@playwright/test";

test.use({ javaScriptEnabled: false });
test.skip(({ browserName }) => browserName === "firefox", "scripts cannot be switched off by this protocol");

test("the demo page has instructions without JavaScript", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("takeon-calculator").getByText("needs JavaScript")).toBeVisible();
});

test("an embedding page shows its fallback content", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expect(page.getByText("Write to us instead.")).toBeVisible();
});
