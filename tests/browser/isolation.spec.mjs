/** Isolation of the calculator and the page from each other. */
import { readFileSync } from "node:fs";
import { drawn, expectMounted, firstDetail, frameOf, listen, recorded, stepByStep, toStep } from "./helpers.mjs";
import { expect, locale, t, test } from "./pseudo.mjs";

const next = (page) => page.getByRole("button", { name: t("Next"), exact: true });

/** Returns the computed style of some elements of the calculator. */
async function looks(page) {
  const questions = page.locator("#a [part~=questions]");
  const elements = [
    frameOf(page.locator("#a")).locator("> *"),
    questions,
    questions.getByRole("heading", { level: 2 }),
    questions.getByRole("navigation").getByRole("button").first(),
    questions.getByText(t("Sell online")),
    next(page),
    page.locator("#a [part~=verdict]").getByRole("heading"),
  ];
  const look = (element) => {
    const names = ["color", "background-color", "font-size", "font-style", "line-height", "letter-spacing", "text-transform"];
    names.push("display", "visibility", "white-space", "direction", "border-top-width", "pointer-events", "box-sizing");
    const style = getComputedStyle(element);
    return names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
  };
  return Promise.all(elements.map((element) => element.evaluate(look)));
}

test("hostile styles do not affect the calculator", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  const whole = await looks(page);
  await page.goto("/pages/hostile.html");
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  expect(await looks(page)).toEqual(whole);
});

test("the calculator does not change the page", async ({ page }) => {
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
        // All except what depends on the size of the calculator.
        [...getComputedStyle(node)]
          .filter((name) => !/size|height|width|origin/.test(name))
          .map((name) => getComputedStyle(node).getPropertyValue(name))
          .join(),
      ),
    }));
  await page.evaluate(() => (document.querySelector("#a").style.cssText = "display: block; min-block-size: 4000px"));
  const before = await look();
  // Not by the mouse, which would then hover over the button.
  await page.locator("#load").dispatchEvent("click");
  await expectMounted(page.locator("#a"));
  // The script that the test adds to the head.
  await page.evaluate(() => document.querySelector('script[src="/takeon.js"]').remove());
  expect(await look()).toEqual(before);
});

test("it fits into any layout, and makes nothing wider than the window", async ({ page }) => {
  test.setTimeout(120_000);
  const tag = `<takeon-calculator id="a" loading="eager"><p>Write to us instead.</p></takeon-calculator>`;
  const words = `<p>${"word ".repeat(200)}</p>`;
  for (const [css, body] of [
    ["body { display: flex }", tag],
    ["body { display: flex }", tag + words],
    ["body { display: flex; flex-direction: column; align-items: center }", tag],
    ["body { display: grid; grid-template-columns: auto 1fr }", `${tag}<p>x</p>`],
    ["body { display: grid; place-items: center }", tag],
    ["table { inline-size: auto }", `<table><tr><td>${tag}</td><td>${words}</td></tr></table>`],
    ["takeon-calculator { float: left }", tag],
    ["takeon-calculator { display: inline-block }", tag],
    ["takeon-calculator { display: flex }", tag],
    ["takeon-calculator { position: absolute }", tag],
    ["html { writing-mode: vertical-rl } body { margin: 0 }", tag],
  ]) {
    await page.route("**/room", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><html lang="en"><title>t</title><link rel="icon" href="/icon.svg"><style>${css}</style>
          <script type="module" src="/takeon.js"></script>${body}`,
      }),
    );
    for (const width of [1280, 400]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("/room");
      await expectMounted(page.locator("#a"));
      const [room, wide, beyond] = await frameOf(page.locator("#a")).evaluate((frame) => {
        const root = frame.ownerDocument.documentElement;
        return [frame.clientWidth, frame.scrollWidth - frame.clientWidth, root.scrollWidth - root.clientWidth];
      });
      const where = `${css} at ${width} px`;
      expect(room, where).toBeGreaterThan(250);
      expect(wide, where).toBeLessThanOrEqual(0);
      // A page with vertical text grows sideways.
      if (!css.includes("vertical")) expect(beyond, where).toBeLessThanOrEqual(0);
    }
    await page.unroute("**/room");
  }
});

test("loading it causes no layout shift", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "only Chromium measures layout shifts");
  await page.addInitScript(() => {
    globalThis.shifts = [];
    const note = (entries) => globalThis.shifts.push(...entries.map(({ value }) => value));
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    globalThis.noteShifts = () => note(observer.takeRecords());
  });
  // A page that follows docs/embed.md, with text after the calculator.
  const [, room] = /^(takeon-calculator:not\(:defined\) [^]*?^\})/m.exec(readFileSync("docs/embed.md", "utf8"));
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
      await drawn(page);
      const shifts = await page.evaluate(() => (globalThis.noteShifts(), globalThis.shifts));
      // With longer texts, a bar of 360 pixels grows by one line below the visible part.
      expect(shifts.filter((shift) => shift > (locale() === "dv" ? 0.001 : 0))).toEqual([]);
    }
  }
});

test("figures are excluded from translation", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  await page.getByRole("radio", { name: t("Publish what I write or make") }).check();
  const translated = await frameOf(page.locator("#a")).evaluate((frame) => {
    const found = [];
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const isKept = node.parentElement.closest('[translate="no"]');
      if (!isKept && /\d/.test(node.data) && !node.parentElement.closest("nav")) found.push(node.data);
    }
    return found;
  });
  expect(translated).toEqual([]);
});

test.describe("accent", { tag: "@once" }, () => {
  for (const accent of ["#ffe600", "oklch(0.95 0.1 110)", "navy", "rgb(255 255 255 / 50%)"]) {
    for (const theme of ["light", "dark"]) {
      test(`${accent} is readable in the ${theme} calculator`, async ({ page }) => {
        await page.goto("/pages/plain.html");
        await page.locator("#a").evaluate(
          (element, [accent, theme]) => {
            element.theme = theme;
            element.style.setProperty("--takeon-accent", accent);
          },
          [accent, theme],
        );
        await expectMounted(page.locator("#a"));
        await stepByStep(page);
        const ratio = await next(page).evaluate((button) => {
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

  test("an accent can change, and an invalid one is ignored", async ({ page }) => {
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
    await stepByStep(page);
    const colour = () => next(page).evaluate((button) => getComputedStyle(button).backgroundColor);
    const own = await colour();
    const set = (accent) =>
      page.locator("#a").evaluate((element, accent) => element.style.setProperty("--takeon-accent", accent), accent);
    await set("rgb(120 0 60)");
    await expect.poll(colour).toBe("rgb(120, 0, 60)");
    await set("no colour at all");
    await expect.poll(colour).toBe(own);
  });
});

/** Goes from the first step to an edited and copied letter, with the first answer to each question. */
async function toTheLetter(page) {
  await toStep(page, "Purpose");
  await page.getByRole("radio", { name: t("Publish what I write or make") }).check();
  for (let step = 0; step < 6; step++) {
    const questions = page.locator("[part~=questions]");
    const services = questions.getByRole("list", { name: t("Your wish list and our services") });
    const answers = questions.getByRole("radio").or(services.getByRole("checkbox"));
    if (await answers.count()) await answers.first().click({ force: true });
    await next(page).click();
  }
  await page.getByRole("button", { name: t("See the answer") }).click();
  await page.getByRole("button", { name: t("Send this to {shop}", { shop: "Studio Nord" }) }).click();
  const letter = page.getByRole("textbox", { name: t("The letter") });
  await letter.fill(`${await letter.inputValue()} Until soon.`);
  await page.getByRole("button", { name: t("Copy"), exact: true }).click();
  await expect(page.getByText(t("Copied.")).or(page.getByText(t("This page cannot copy")))).toBeVisible();
  await expect(letter).toHaveValue(/Until soon\.$/);
}

test("a whole journey never violates a strict policy", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/strict-csp.html");
  await expectMounted(page.locator("#a"));
  await toTheLetter(page);
  await page.getByRole("button", { name: t("Copy a link to this brief") }).click();
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

test("it works in a sandboxed frame without an origin", async ({ page, baseURL }) => {
  const heard = listen(page);
  const inside = readFileSync(new URL("pages/plain.html", import.meta.url), "utf8")
    .replace('lang="en"', `lang="${locale()}"`)
    .replace(/<script type="module".*<\/script>/, "")
    .replaceAll('"/', `"${baseURL}/`)
    .replace('src="record.js"', `src="${baseURL}/pages/record.js"`);
  await page.goto("/pages/no-element.html");
  await page.evaluate((srcdoc) => {
    const frame = Object.assign(document.createElement("iframe"), { srcdoc, width: 800, height: 900 });
    frame.sandbox = "allow-scripts";
    document.body.append(frame);
  }, inside);
  // Playwright does not see the first requests of such a frame, and cannot fulfil them.
  const frame = page.frameLocator("iframe");
  await expect(frame.getByText("Write to us instead.")).toBeVisible();
  await page.frames()[1].addScriptTag({ type: "module", url: `${baseURL}/takeon.js` });
  await toTheLetter(frame);
  await expect(frame.getByRole("checkbox", { name: t("Keep my answers on this device") })).toHaveCount(0);
  // Chromium itself reports the clipboard.
  const errors = heard.messages.filter((message) => message.startsWith("error"));
  expect(errors.filter((message) => !message.includes("Clipboard API has been blocked"))).toEqual([]);
  expect(heard.errors).toEqual([]);
});
