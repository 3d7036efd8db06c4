/** The specs of the plugin, in the WordPress that `integrations/wordpress/try` has set up. */
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  forbidOnly: Boolean(process.env.CI),
  // One WordPress, one after the other.
  workers: 1,
  maxFailures: 1,
  timeout: 60_000,
  use: {
    baseURL: process.env.WORDPRESS_URL,
    browserName: "chromium",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROME },
  },
});
