/** Chromium, with a server of dist/ at / and of benches/ at /benches. */
import { spawn } from "node:child_process";
import { chromium } from "@playwright/test";

/** Runs `work` with a browser and the address of the site. Further folders are served, too, each given as "/PREFIX=FOLDER". */
export async function inChromium(work, ...folders) {
  const places = ["dist", "/benches=benches", ...folders];
  const server = spawn(process.execPath, ["script/server.mjs", "0", ...places], { stdio: ["ignore", "pipe", "inherit"] });
  const browser = await chromium.launch({ executablePath: process.env.CHROME });
  try {
    const [, address] = /(http:\S+)/.exec(await new Promise((done) => server.stdout.once("data", (data) => done(String(data)))));
    return await work(browser, address);
  } finally {
    await browser.close();
    server.kill();
  }
}

/** Isolates a page: only isolated pages have a clock with microseconds, and can measure their memory. */
export async function isolate(page) {
  await page.route("**/*.html*", async (route) => {
    const response = await route.fetch();
    const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
    await route.fulfill({ response, headers: { ...response.headers(), ...isolated } });
  });
}
