/** The pages in examples/pages/, as copies of them would run. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import * as esbuild from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";
import { expectMounted, listen, toStep } from "./helpers.mjs";

/** Plugin that compiles Vue components, as Vite does. */
const components = {
  name: "components",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, "utf8"), { filename: path });
      const compilerOptions = { isCustomElement: (tag) => tag.startsWith("takeon-") };
      const options = { id: "calculator", inlineTemplate: true, templateOptions: { compilerOptions } };
      return { contents: compileScript(descriptor, options).content };
    }),
};

/** Bundles and serves an example app. */
async function serve(page, name) {
  const entryPoints = [fileURLToPath(new URL(`../../examples/pages/${name}`, import.meta.url))];
  const define = { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false" };
  define.__VUE_PROD_HYDRATION_MISMATCH_DETAILS__ = "false";
  const alias = { takeon: fileURLToPath(new URL("../../dist/npm/index.js", import.meta.url)) };
  const built = await esbuild.build({
    entryPoints,
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    define,
    alias,
    plugins: [components],
  });
  await page.route(`**/${name}`, (route) => route.fulfill({ contentType: "text/javascript", body: built.outputFiles[0].text }));
}

test("the plain page shows the shop of its file", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/examples/plain.html");
  await expectMounted(page.locator("takeon-calculator"));
  await toStep(page, "Purpose");
  await page.getByRole("radio", { name: "Sell online" }).check();
  expect(heard.errors).toEqual([]);
  expect(heard.messages).toEqual([]);
});

for (const [name, script] of [
  ["React", "react.jsx"],
  ["Vue", "vue.js"],
]) {
  test(`${name} sets its properties and receives its events`, async ({ page }) => {
    const heard = listen(page);
    await serve(page, script);
    await page.goto(`/examples/${script.split(".")[0]}.html`);
    await expectMounted(page.locator("takeon-calculator"));
    await toStep(page, "Purpose");
    await page.getByRole("radio", { name: "Sell online" }).check();
    await expect.poll(() => heard.messages).toEqual([expect.stringMatching(/^log: The answer is: [a-z]+$/)]);
    expect(heard.errors).toEqual([]);
  });
}

test("a tag manager receives the steps, and the letter", async ({ page }) => {
  await page.goto("/examples/plain.html");
  await page.addScriptTag({ path: fileURLToPath(new URL("../../examples/insight/datalayer.js", import.meta.url)) });
  const entries = () =>
    page.evaluate(() => (globalThis.dataLayer ?? []).map(({ event, takeon }) => [event, takeon.said ?? null]));
  await expectMounted(page.locator("takeon-calculator"));
  await toStep(page, "Purpose");
  await page.getByRole("radio", { name: "Sell online" }).check();
  await expect.poll(entries).toContainEqual(["takeon_said", "purpose"]);
  await toStep(page, "Wish list");
  await page.getByRole("checkbox").first().check();
  await expect.poll(entries).toContainEqual(["takeon_said", "wishes"]);
  // The event follows a second without changes.
  await expect.poll(entries).toContainEqual(["takeon_answer", null]);
  expect(await entries()).not.toContainEqual(["takeon_letter", null]);
  await page.getByRole("button", { name: /^Send this to / }).click();
  await page.evaluate(() => document.addEventListener("takeon-send", (event) => event.preventDefault()));
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect.poll(entries).toContainEqual(["takeon_letter", null]);
  const all = await entries();
  expect(new Set(all.map(String)).size).toBe(all.length);
  expect(all.filter(([event]) => event === "takeon_begun")).toHaveLength(1);
});
