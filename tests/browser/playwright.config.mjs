/**
 * The browser specs: npx playwright test -c tests/browser [NAME] [--project chromium]
 *
 * They test the built site in dist/, so run script/build first.
 */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = process.env.TAKEON_TEST_PORT ?? "41730";
const chrome = process.env.CHROME || find("chromium", "chromium-browser", "google-chrome");
const firefox = process.env.FIREFOX || find("firefox-esr", "firefox");

const projects = [
  {
    name: "chromium",
    use: { browserName: "chromium", launchOptions: { executablePath: chrome } },
  },
];
if (firefox) {
  projects.push({
    name: "firefox",
    // Tests of files, of what the wasm computes and writes, and of the markup and colours of pages, which are the same in every browser.
    testIgnore: /(config|desk-(a11y|agreed|capacity|jobs|log|proposal)|docs|examples|language|packages|pinned|site)\.spec\.mjs/,
    // An ordinary Firefox, controlled by WebDriver BiDi.
    use: { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath: firefox } },
  });
}

// A pseudo-locale, in Chromium: see pseudo.mjs. It has the specs of what visitors see and do, without tests tagged @english, which are
// about certain languages, and @once, whose result does not depend on the language.
projects.push({
  ...projects[0],
  name: "chromium, longer words from right to left",
  testMatch: /\/(a11y|answer|fields|isolation|journey|message|ongoing|parts|picture|reply|start|tried|wishes|worth)\.spec\.mjs/,
  grepInvert: /@english|@once/,
  use: { ...projects[0].use, pseudo: "dv" },
});

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  // Passed specs are also published: dist/statement.html.
  reporter: [["list"], ["../../script/statement.mjs"]],
  forbidOnly: Boolean(process.env.CI),
  // On a busy machine a test may time out. One that then passes is reported as flaky, which is a fault of the spec.
  retries: process.env.CI ? 2 : 0,
  fullyParallel: true,
  workers: 3,
  projects,
  use: { baseURL: `http://127.0.0.1:${port}` },
  webServer: {
    command: `node script/server.mjs ${port} dist /takeon=dist /pages=tests/browser/pages /examples=examples/pages`,
    cwd: "../..",
    url: `http://127.0.0.1:${port}/takeon.js`,
    reuseExistingServer: false,
  },
});

/** Returns the path of the first of these programs that is installed. */
function find(...names) {
  for (const name of names) {
    for (const folder of process.env.PATH.split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not in this folder.
      }
    }
  }
}
