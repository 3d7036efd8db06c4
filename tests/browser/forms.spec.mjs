/** The other forms in which the calculator comes: one file, and a package for bundlers. */
import { expect, test } from "@playwright/test";
import { expectMounted, frameOf, listen, toStep } from "./helpers.mjs";

/** Puts a calculator on an empty page, by a script. */
async function open(page, content) {
  await page.goto("/pages/no-element.html");
  await page.addScriptTag({ type: "module", content });
  await expectMounted(page.locator("takeon-calculator"));
  await toStep(page, "Purpose");
  await page.getByRole("radio", { name: "Sell online" }).check();
}

const PLACE = 'document.body.append(Object.assign(document.createElement("takeon-calculator"), { loading: "eager" }));';

test("one file is all it needs, in other languages too", async ({ page }) => {
  const heard = listen(page);
  await open(page, `import "/takeon.single.js"; ${PLACE}`);
  await page.locator("takeon-calculator").evaluate((element) => (element.lang = "es"));
  await expect(frameOf(page.locator("takeon-calculator"))).toHaveAttribute("lang", "es");
  expect(heard.requests.filter((url) => /\/(takeon|terms|locales)/.test(new URL(url).pathname))).toHaveLength(1);
  expect(heard.errors).toEqual([]);
});

test("the package works as it is", async ({ page }) => {
  const heard = listen(page);
  await open(page, `import "/npm/index.js"; ${PLACE}`);
  expect(heard.errors).toEqual([]);
});
