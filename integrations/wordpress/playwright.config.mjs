/** Specs of the plugin, run in the WordPress that `integrations/wordpress/test` sets up. */
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  forbidOnly: Boolean(process.env.CI),
  // The specs share one WordPress.
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
