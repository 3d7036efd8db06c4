/** The documentation site, and its snippets in pages. */
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { axe } from "./axe.mjs";
import { expectMounted, isMounted, listen } from "./helpers.mjs";

const docs = new URL("../../docs/", import.meta.url);
const names = readdirSync(docs)
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replace(".md", ""));

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds no violations on any page, and nothing is wider than the window, ${colorScheme}`, async ({
    page,
    browserName,
  }) => {
    test.skip(browserName === "firefox", "the same pages; once is enough");
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    for (const name of names) {
      await page.goto(`/docs/${name}.html`);
      for (const [width, height] of [
        [1280, 800],
        [360, 740],
      ]) {
        await page.setViewportSize({ width, height });
        const { violations, incomplete } = await axe(page, colorScheme).analyze();
        const found = [...violations, ...incomplete].map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join("; ")}`,
        );
        expect(found, `${name} at ${width}`).toEqual([]);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond, `${name} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });
}

test("every page is reachable from any other by keyboard, and makes no requests to other hosts", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/docs/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Your terms" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your terms");
  await expect(page.locator("[aria-current]")).toHaveText("Your terms");
  await page.getByRole("link", { name: "Next: Messages" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Messages");
  await page.getByRole("link", { name: "Demo", exact: true }).click();
  await expectMounted(page.locator("takeon-calculator").first());
  expect(heard.errors).toEqual([]);
  expect(heard.requests.filter((address) => new URL(address).origin !== new URL(page.url()).origin)).toEqual([]);
});

test("a button copies code, which is also there without scripts", async ({ browser, page, browserName, baseURL }) => {
  test.skip(browserName === "firefox", "Firefox asks before it lets a test read what was copied");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs/embed.html");
  await page.getByRole("button", { name: "Copy" }).first().click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("<takeon-calculator config-src=");
  const plain = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await plain.goto("/docs/embed.html");
  await expect(plain.locator("pre").first()).toContainText("<takeon-calculator");
  await expect(plain.getByRole("button")).toHaveCount(0);
  await plain.close();
});

/** Returns the HTML snippets of a page, each with its heading. */
function snippets(name) {
  const found = [];
  let heading = "";
  for (const [, title, code] of readFileSync(new URL(`${name}.md`, docs), "utf8").matchAll(
    /^#+ (.+)$|^```html\n([^]*?)^```$/gm,
  )) {
    if (title) heading = title;
    else found.push({ heading, code });
  }
  return found;
}

test("every HTML snippet shows a calculator with its terms", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  // The address of the reader's site is that of the test server.
  await page.route("https://your-site.example/**", async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const answer = await fetch(`${baseURL}${pathname}${search}`);
    const headers = Object.fromEntries(answer.headers);
    delete headers["content-encoding"];
    await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
  });
  const terms = readFileSync(new URL("../../static/terms/brand-design.json", import.meta.url), "utf8");
  await page.route(/\/takeon\/terms\.json/, (route) =>
    route.fulfill({ contentType: "application/json", headers: { "access-control-allow-origin": "*" }, body: terms }),
  );
  let tried = 0;
  for (const { heading, code } of [...snippets("embed"), ...snippets("recipes")]) {
    const script =
      code.includes("<script") || code.includes("<iframe") ? "" : '<script type="module" src="/takeon/takeon.js"></script>';
    await page.route("**/snippet", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><html lang="en"><title>Snippet</title><body>${script}${code}`,
      }),
    );
    const heard = listen(page);
    await page.goto("/snippet");
    const frame = code.includes("<iframe") ? page.frameLocator("iframe") : page;
    const calculator = frame.locator("takeon-calculator");
    await expect.poll(() => isMounted(calculator), { message: `${heading}: ${code}` }).toBe(true);
    // The shop of these terms is shown, and not the example.
    await expectMounted(calculator);
    await expect(frame.getByText(/^An example: /), heading).toHaveCount(0);
    expect(heard.errors, heading).toEqual([]);
    await page.unroute("**/snippet");
    tried += 1;
  }
  expect(tried).toBeGreaterThan(1);
});
