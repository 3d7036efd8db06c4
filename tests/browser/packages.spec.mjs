/** Other packages of the calculator: a single file, a classic script, and the npm package. */
import { expect, test } from "@playwright/test";
import { expectMounted, frameOf, listen, toStep } from "./helpers.mjs";

/** Adds a calculator to an empty page, by a script. */
async function open(page, content) {
  await page.goto("/pages/no-element.html");
  await page.addScriptTag({ type: "module", content });
  await expectMounted(page.locator("takeon-calculator"));
  await toStep(page, "Purpose");
  await page.getByRole("radio", { name: "Sell online" }).check();
}

const PLACE = 'document.body.append(Object.assign(document.createElement("takeon-calculator"), { loading: "eager" }));';

test("the single file needs no other, in any language", async ({ page }) => {
  const heard = listen(page);
  await open(page, `import "/takeon.single.js"; ${PLACE}`);
  await page.locator("takeon-calculator").evaluate((element) => (element.lang = "es"));
  await expect(frameOf(page.locator("takeon-calculator"))).toHaveAttribute("lang", "es");
  expect(heard.requests.filter((url) => /\/(takeon|terms|locales)/.test(new URL(url).pathname))).toHaveLength(1);
  expect(heard.errors).toEqual([]);
});

test("the npm package works without a bundler", async ({ page }) => {
  const heard = listen(page);
  await open(page, `import "/npm/index.js"; ${PLACE}`);
  expect(heard.errors).toEqual([]);
});

test("a page without modules loads the classic script", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/no-element.html");
  await page.addScriptTag({ content: PLACE });
  await page.addScriptTag({ url: "/takeon.classic.js" });
  await expectMounted(page.locator("takeon-calculator"));
  expect(heard.errors).toEqual([]);
});

test("the single file may be merged with other scripts, in any encoding", async ({ page, request }) => {
  const heard = listen(page);
  const single = await (await request.get("/takeon.single.js")).text();
  await page.route("**/old.html", (route) => {
    const body = '<html lang="es"><script src="all.js"></script><takeon-calculator loading="eager"></takeon-calculator>';
    return route.fulfill({ contentType: "text/html; charset=windows-1252", body });
  });
  // Optimizers merge scripts without a separator, into a classic script.
  const body = `var before = function () {}\n${single}\nvar after = 1`;
  await page.route("**/all.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  await page.goto("/old.html");
  await expect(frameOf(page.locator("takeon-calculator"))).toHaveAttribute("lang", "es");
  await expect(page.locator("takeon-calculator").getByText("¿")).not.toHaveCount(0);
  expect(await page.evaluate("after")).toBe(1);
  expect(heard.errors).toEqual([]);
});

test("a merged script that cannot find its files names the file to use instead", async ({ page, request }) => {
  const heard = listen(page);
  const classic = await (await request.get("/takeon.classic.js")).text();
  await page.route("**/cache/all.js", (route) => route.fulfill({ contentType: "text/javascript", body: classic }));
  await page.goto("/pages/no-element.html");
  await page.addScriptTag({ url: "/cache/all.js" });
  await expect.poll(() => heard.messages.join()).toContain("takeon.single.js");
});
