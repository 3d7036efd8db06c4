/** The other forms in which the calculator comes: one file, and a package for bundlers. */
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { expect, test } from "@playwright/test";
import { expectMounted, firstDetail, listen } from "./helpers.mjs";

/** Puts a calculator on an empty page, by a script. */
async function open(page, content) {
  await page.goto("/pages/no-element.html");
  await page.addScriptTag({ type: "module", content });
  await expectMounted(page.locator("takeon-calculator"));
  await page.getByRole("radio", { name: "Sell online" }).check();
}

const PLACE = 'document.body.append(Object.assign(document.createElement("takeon-calculator"), { loading: "eager" }));';

test("one file is all it needs, in other languages too", async ({ page }) => {
  const heard = listen(page);
  await open(page, `import "/takeon.single.js"; ${PLACE}`);
  await page.locator("takeon-calculator").evaluate((element) => (element.lang = "es"));
  await expect(page.locator("takeon-calculator .takeon")).toHaveAttribute("lang", "es");
  expect(heard.requests.filter((url) => /\/(takeon|terms|locales)/.test(new URL(url).pathname))).toHaveLength(1);
  expect(heard.errors).toEqual([]);
});

test("the package works as it is", async ({ page }) => {
  const heard = listen(page);
  await open(page, `import "/npm/index.js"; ${PLACE}`);
  expect(heard.errors).toEqual([]);
});

/** Bundles an app that imports the package, whose own files stay where they are. */
async function bundled(contents) {
  const stay = {
    name: "stay",
    setup: ({ onResolve }) => onResolve({ filter: /^takeon$/ }, () => ({ path: "/npm/index.js", external: true })),
  };
  const resolveDir = fileURLToPath(new URL(".", import.meta.url));
  const define = { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false" };
  const stdin = { contents, loader: "jsx", resolveDir };
  const built = await esbuild.build({
    stdin,
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    plugins: [stay],
    define,
  });
  return built.outputFiles[0].text;
}

const CONFIG = `const config = {
  terms: {
    shop: { name: "Own" }, currency: "EUR", rate: 85, team: { hoursPerWeek: 25 },
    purposes: [{ id: "sell", name: "Sell online" }], services: [{ id: "blog", hours: 12 }],
  },
};`;

test("React sets its properties and hears its events", async ({ page }) => {
  const app = `
    import "takeon";
    import { createRoot } from "react-dom/client";
    ${CONFIG}
    const heard = ({ detail }) => (globalThis.heard = detail.brief.purpose);
    const root = document.body.appendChild(document.createElement("div"));
    createRoot(root).render(<takeon-calculator config={config} loading="eager" ontakeon-change={heard} />);`;
  await open(page, await bundled(app));
  await firstDetail(page, "takeon-change");
  expect(await page.evaluate(() => globalThis.heard)).toBe("sell");
});

test("Vue sets its properties and hears its events", async ({ page }) => {
  const app = `
    import "takeon";
    import { createApp, h } from "vue";
    ${CONFIG}
    const onTakeonChange = ({ detail }) => (globalThis.heard = detail.brief.purpose);
    const root = document.body.appendChild(document.createElement("div"));
    createApp({ render: () => h("takeon-calculator", { config, loading: "eager", onTakeonChange }) }).mount(root);`;
  await open(page, await bundled(app));
  await firstDetail(page, "takeon-change");
  expect(await page.evaluate(() => globalThis.heard)).toBe("sell");
});
