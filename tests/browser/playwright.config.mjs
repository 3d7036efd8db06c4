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
    // Tests of files rather than of a browser run once.
    testIgnore: "site.spec.mjs",
    // An ordinary Firefox, by the protocol that all browsers will share.
    use: { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath: firefox } },
  });
}

// A language that nobody speaks, in the browser that is there everywhere: see pseudo.mjs. Left out is
// what is about certain languages (language, shell, tree), about files and not what they say (engine,
// examples, forms, pinned, site), and about pages without the calculator's words (desk-…, docs, no-script). So
// are tests with a tag: those with @english are about certain languages, and those with @once say
// nothing new in another one: of colours, memory, files that fail, and what developers and axe are told.
projects.push({
  ...projects[0],
  name: "chromium, longer words from right to left",
  testIgnore: /(desk-[a-z0-9]+|docs|engine|examples|forms|language|no-script|pinned|shell|site|tree)\.spec\.mjs/,
  grepInvert: /@english|@once/,
  use: { ...projects[0].use, pseudo: "dv" },
});

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  // Passed specs are also published: dist/statement.html.
  reporter: [["list"], ["../../script/statement.mjs"]],
  forbidOnly: Boolean(process.env.CI),
  // A machine that is busy with others may lose one. It is told as flaky, which is a fault of the spec.
  retries: process.env.CI ? 2 : 0,
  fullyParallel: true,
  workers: 2,
  projects,
  use: { baseURL: `http://127.0.0.1:${port}` },
  webServer: {
    command: `node script/server.mjs ${port} dist /takeon=dist /pages=tests/browser/pages /examples=examples/pages`,
    cwd: "../..",
    url: `http://127.0.0.1:${port}/takeon.js`,
    reuseExistingServer: false,
  },
});

/** The path of the first of these programs that is installed. */
function find(...names) {
  for (const name of names) {
    for (const folder of process.env.PATH.split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // The next folder may have it.
      }
    }
  }
}
