/** The page around a calculator: what it cannot do to it, what is not done to it, and where a calculator lives. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectMounted, firstDetail, isMounted, listen, recorded } from "./helpers.mjs";

const inner = (page, selector) => page.locator(`#a ${selector}`);

/** The computed style of some elements of the calculator. */
const looks = (page) =>
  page.locator("#a").evaluate((element) => {
    const names = ["color", "background-color", "font-size", "font-style", "line-height", "letter-spacing", "text-transform"];
    names.push("display", "visibility", "white-space", "direction", "border-top-width", "pointer-events", "box-sizing");
    return [".view", ".questions", ".question", ".progress button", ".option span", "button.main", ".verdict h2"].map(
      (selector) => {
        const style = getComputedStyle(element.shadowRoot.querySelector(selector));
        return [selector, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)];
      },
    );
  });

test("a page that spoils everything does not spoil the calculator", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  const whole = await looks(page);
  await page.goto("/pages/hostile.html");
  await expectMounted(page.locator("#a"));
  expect(await looks(page)).toEqual(whole);
});

test("the calculator leaves the page as it was", async ({ page }) => {
  await page.goto("/pages/late-script.html");
  const look = () =>
    page.evaluate(() => ({
      globals: Object.keys(globalThis).sort(),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      head: document.head.innerHTML,
      title: document.title,
      scroll: scrollY,
      focus: document.activeElement.tagName,
      styles: [...document.querySelectorAll("html, body, button, script, title")].map((node) =>
        // All but what follows from how much room the calculator takes.
        [...getComputedStyle(node)]
          .filter((name) => !/size|height|width|origin/.test(name))
          .map((name) => getComputedStyle(node).getPropertyValue(name))
          .join(),
      ),
    }));
  await page.evaluate(() => (document.querySelector("#a").style.cssText = "display: block; min-block-size: 4000px"));
  const before = await look();
  // Without a mouse, which would be over the button from then on.
  await page.locator("#load").dispatchEvent("click");
  await expectMounted(page.locator("#a"));
  // What the test itself has done: a script in the head.
  await page.evaluate(() => document.querySelector('script[src="/takeon.js"]').remove());
  expect(await look()).toEqual(before);
});

test("nothing jumps when it comes", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "only Chromium measures layout shifts");
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  // A page that does what README asks of it, with words behind the calculator.
  const [, room] = /`(takeon-calculator:not\(:defined\) .*?)`/.exec(readFileSync("README.md", "utf8"));
  await page.route("**/pages/plain.html", async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replace("</head>", `<style>${room}</style></head>`)
      .replace("</body>", "<p>Behind it.</p></body>");
    await route.fulfill({ response, body: html });
  });
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ]) {
    await page.setViewportSize({ width, height });
    for (const path of ["/", "/pages/plain.html"]) {
      await page.goto(path);
      await expectMounted(page.locator("takeon-calculator").first());
      await page.waitForTimeout(500);
      expect(await page.evaluate(() => globalThis.shift)).toBe(0);
    }
  }
});

test("every answer that is worked out is kept from translation", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await inner(page, "").getByRole("radio", { name: "Publish what I write or make" }).check();
  const translated = await page.locator("#a").evaluate((element) => {
    const found = [];
    const walker = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const isKept = node.parentElement.closest('[translate="no"]');
      if (!isKept && /\d/.test(node.data) && !node.parentElement.closest(".progress")) found.push(node.data);
    }
    return found;
  });
  expect(translated).toEqual([]);
});

test.describe("accent", () => {
  for (const accent of ["#ffe600", "oklch(0.95 0.1 110)", "navy", "rgb(255 255 255 / 50%)"]) {
    for (const theme of ["light", "dark"]) {
      test(`${accent} can be read in the ${theme} calculator`, async ({ page }) => {
        await page.goto("/pages/plain.html");
        await page.locator("#a").evaluate(
          (element, [accent, theme]) => {
            element.theme = theme;
            element.style.setProperty("--takeon-accent", accent);
          },
          [accent, theme],
        );
        await expectMounted(page.locator("#a"));
        const ratio = await inner(page, "button.main")
          .first()
          .evaluate((button) => {
            const style = getComputedStyle(button);
            const light = (text) => {
              const [r, g, b] = text
                .match(/[\d.]+/g)
                .map((c) => c / 255)
                .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const [a, b] = [light(style.color), light(style.backgroundColor)].sort((a, b) => b - a);
            return (a + 0.05) / (b + 0.05);
          });
        expect(ratio).toBeGreaterThanOrEqual(4.5);
      });
    }
  }

  test("an accent can change, and a colour that is none is none", async ({ page }) => {
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
    const colour = () =>
      inner(page, "button.main")
        .first()
        .evaluate((button) => getComputedStyle(button).backgroundColor);
    const own = await colour();
    const set = (accent) =>
      page.locator("#a").evaluate((element, accent) => element.style.setProperty("--takeon-accent", accent), accent);
    await set("rgb(120 0 60)");
    await expect.poll(colour).toBe("rgb(120, 0, 60)");
    await set("no colour at all");
    await expect.poll(colour).toBe(own);
  });
});

test("a whole journey keeps a strict policy to the letter", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/strict-csp.html");
  await expectMounted(page.locator("#a"));
  await inner(page, "").getByRole("radio", { name: "Publish what I write or make" }).check();
  for (let step = 0; step < 6; step++) {
    const answers = inner(page, ".questions input[type=radio], .questions .chip");
    if (await answers.count()) await answers.first().click({ force: true });
    await page.getByRole("button", { name: "Next", exact: true }).click();
  }
  await page.locator("#a").evaluate((element) => {
    element.style.setProperty("--takeon-accent", "purple");
    element.theme = "dark";
    element.audience = "shop";
  });
  await page.locator("#a").evaluate((element) => (element.config = { terms: {} }));
  await firstDetail(page, "takeon-error");
  expect(await recorded(page, "securitypolicyviolation")).toEqual([]);
  expect(heard.errors).toEqual([]);
});

test("a sandboxed frame of no origin is enough", async ({ page, baseURL }) => {
  const heard = listen(page);
  const inside = readFileSync(new URL("pages/plain.html", import.meta.url), "utf8")
    .replaceAll('"/', `"${baseURL}/`)
    .replace('src="record.js"', `src="${baseURL}/pages/record.js"`);
  await page.goto("/pages/no-element.html");
  await page.evaluate((srcdoc) => {
    const frame = Object.assign(document.createElement("iframe"), { srcdoc, width: 800, height: 900 });
    frame.sandbox = "allow-scripts";
    document.body.append(frame);
  }, inside);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("radio", { name: "Publish what I write or make" }).check();
  await expect(frame.getByRole("checkbox", { name: /device/ })).toHaveCount(0);
  expect(heard.messages.filter((message) => message.startsWith("error"))).toEqual([]);
  expect(heard.errors).toEqual([]);
});

test.describe("lives", () => {
  test("twenty calculators load the code once and keep their answers apart", async ({ page }) => {
    const heard = listen(page);
    await page.goto("/pages/no-element.html");
    await page.evaluate(async () => {
      await import("/takeon.js");
      for (let n = 0; n < 20; n++) {
        document.body.append(Object.assign(document.createElement("takeon-calculator"), { id: `n${n}`, loading: "eager" }));
      }
      await Promise.all([...document.querySelectorAll("takeon-calculator")].map((element) => element.ready));
    });
    expect(heard.requests.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
    await page.locator("#n7").getByRole("radio", { name: "Sell online" }).check();
    await expect(page.locator("#n7").getByRole("radio", { name: "Sell online" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "Sell online", checked: true })).toHaveCount(1);
  });

  test("what was typed survives leaving the page and coming back to it", async ({ page }) => {
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
    await inner(page, "").getByRole("radio", { name: "Sell online" }).check();
    await firstDetail(page, "takeon-change");
    for (let turn = 0; turn < 3; turn++) {
      await page.evaluate(async () => {
        const element = document.querySelector("#a");
        element.remove();
        await new Promise((done) => setTimeout(done));
        document.body.append(element);
      });
      await expectMounted(page.locator("#a"));
    }
    await expect(inner(page, "").getByRole("radio", { name: "Sell online" })).toBeChecked();
  });

  test("a copy, one in a dialog and one in another shadow root are calculators of their own", async ({ page }) => {
    const heard = listen(page);
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
    await inner(page, "").getByRole("radio", { name: "Sell online" }).check();
    await page.evaluate(async () => {
      const first = document.querySelector("#a");
      const copy = Object.assign(first.cloneNode(true), { id: "copy" });
      const dialog = document.createElement("dialog");
      dialog.append(Object.assign(first.cloneNode(true), { id: "in-dialog" }));
      const host = document.createElement("div");
      host.attachShadow({ mode: "open" }).append(Object.assign(first.cloneNode(true), { id: "in-shadow" }));
      document.body.append(copy, dialog, host);
      dialog.showModal();
      for (const element of [copy, dialog.firstChild, host.shadowRoot.firstChild]) await element.ready;
    });
    for (const id of ["#copy", "#in-dialog", "#in-shadow"]) {
      expect(await isMounted(page.locator(id))).toBe(true);
      await expect(page.locator(id).getByRole("radio", { name: "Sell online" })).not.toBeChecked();
    }
    await page.locator("#in-dialog").getByRole("radio", { name: "Sell online" }).check();
    await page.evaluate(() => {
      const element = document.querySelector("#a");
      const host = document.createElement("div");
      document.body.append(host);
      host.attachShadow({ mode: "open" }).append(element);
    });
    await expectMounted(page.locator("#a"));
    await expect(inner(page, "").getByRole("radio", { name: "Sell online" })).toBeChecked();
    expect(heard.errors).toEqual([]);
  });

  test("a hundred mounts and removals leave nothing behind", async ({ page, browserName }) => {
    test.skip(browserName === "firefox", "only Chromium counts nodes and listeners");
    await page.goto("/pages/no-element.html");
    const client = await page.context().newCDPSession(page);
    const turns = (count) =>
      page.evaluate(async (count) => {
        await import("/takeon.js");
        for (let n = 0; n < count; n++) {
          const element = Object.assign(document.createElement("takeon-calculator"), { loading: "eager" });
          document.body.append(element);
          await element.ready;
          element.remove();
          await new Promise((done) => setTimeout(done));
        }
      }, count);
    const counted = async () => {
      for (let n = 0; n < 3; n++) await client.send("HeapProfiler.collectGarbage");
      return client.send("Memory.getDOMCounters");
    };
    await turns(20);
    const before = await counted();
    await turns(100);
    const after = await counted();
    expect(after.nodes - before.nodes).toBeLessThan(20);
    expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(20);
  });

  test("a page that comes back from the browser's cache has it as it was", async ({ page, browserName }) => {
    test.skip(browserName === "firefox", "this protocol waits for a load that such a page does not have");
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
    await inner(page, "").getByRole("radio", { name: "Sell online" }).check();
    await page.goto("/pages/no-element.html");
    await page.goBack();
    await expectMounted(page.locator("#a"));
    expect(await isMounted(page.locator("#a"))).toBe(true);
  });
});
