/** The page for frames, and its parent page. */
import { expectMounted, frameOf, listen, toStep } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

/** Records messages of frames, and policy violations. */
const KEEP = () => {
  globalThis.messages = [];
  globalThis.violations = [];
  addEventListener("message", ({ data }) => globalThis.messages.push(data));
  addEventListener("securitypolicyviolation", ({ violatedDirective }) => globalThis.violations.push(violatedDirective));
};

/** Opens the example, and returns its frame once that is as high as its content. */
async function open(page) {
  await page.addInitScript(KEEP);
  await page.goto("/examples/frame.html");
  const frame = page.frame({ url: /frame\.html\?/ });
  await expectMounted(frame.locator("takeon-calculator"));
  await expect.poll(() => difference(page, frame)).toBeLessThanOrEqual(1);
  return frame;
}

/** Returns the difference in pixels between the height of the frame and that of its content. */
async function difference(page, frame) {
  const inside = await frame.evaluate(() => document.body.getBoundingClientRect().height);
  return Math.abs((await height(page)) - inside);
}

const height = (page) => page.locator("#takeon").evaluate((element) => element.clientHeight);

test("a frame is as high as its calculator, and reports nothing else", async ({ page }) => {
  const heard = listen(page);
  const frame = await open(page);
  const before = await height(page);
  await toStep(frame, "Purpose");
  await frame.getByRole("radio", { name: "Publish what I write or make" }).check();
  await page.setViewportSize({ width: 360, height: 700 });
  await expect.poll(() => height(page)).not.toBe(before);
  await expect.poll(() => difference(page, frame)).toBeLessThanOrEqual(1);
  expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(1);
  const messages = await page.evaluate(() => globalThis.messages);
  expect(messages.length).toBeGreaterThan(1);
  for (const message of messages) expect(message).toEqual({ takeon: 1, height: expect.any(Number) });
  expect(await frame.evaluate(() => globalThis.violations)).toEqual([]);
  expect(heard.messages).toEqual([]);
  expect(heard.errors).toEqual([]);
});

test("only the frame itself changes its height, and only to a valid one", async ({ page }) => {
  const frame = await open(page);
  const before = await height(page);
  await page.evaluate(() => {
    const frame = document.getElementById("takeon");
    globalThis.heights = [];
    new MutationObserver(() => globalThis.heights.push(frame.height)).observe(frame, { attributes: true });
  });
  // Valid messages from others: the page itself, and another frame of the site.
  await page.evaluate(() => postMessage({ takeon: 1, height: 111 }, "*"));
  await page.evaluate(async () => {
    const other = Object.assign(document.createElement("iframe"), { src: "/icon.svg" });
    document.body.append(other);
    await new Promise((done) => (other.onload = done));
    other.contentWindow.eval("parent.postMessage({ takeon: 1, height: 222 }, '*')");
  });
  // Invalid messages from the frame.
  await frame.evaluate(() => {
    const wrong = [0, -5, 0.5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, "333", "1px;", null, undefined, {}, [444]];
    for (const height of wrong) parent.postMessage({ takeon: 1, height }, "*");
    for (const data of [null, undefined, 5, "takeon", [], { height: 555 }, { takeon: 2, height: 666 }])
      parent.postMessage(data, "*");
  });
  // A valid message follows, by which the others have been handled.
  await frame.evaluate((height) => parent.postMessage({ takeon: 1, height }, "*"), before + 7);
  await expect.poll(() => height(page)).toBe(before + 7);
  expect(await page.evaluate(() => globalThis.heights)).toEqual([String(before + 7)]);
  const seen = await page.evaluate(() => globalThis.messages.map((data) => JSON.stringify(data)));
  expect(seen).toContain('{"takeon":1,"height":222}');
});

test("another site cannot change a frame's height", async ({ page, baseURL }) => {
  await open(page);
  const before = await height(page);
  // The frame, after navigation to another origin.
  const elsewhere = baseURL.replace("127.0.0.1", "localhost");
  const body = "<script>parent.postMessage({ takeon: 1, height: 222 }, '*')</script>";
  await page.route(`${elsewhere}/**`, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.evaluate((url) => (document.getElementById("takeon").contentWindow.location = url), `${elsewhere}/`);
  await expect.poll(() => page.evaluate(() => globalThis.messages.some(({ height }) => height === 222))).toBe(true);
  expect(await height(page)).toBe(before);
});

test(
  "what a frame shows can be chosen by its address, from its own site only",
  { tag: "@english" },
  async ({ page, baseURL }) => {
    await page.goto("/frame.html?config=terms/brand-design.json&lang=fr&theme=dark");
    await expectMounted(page.locator("takeon-calculator"));
    const calculator = frameOf(page.locator("takeon-calculator"));
    await expect(calculator).toHaveCSS("color-scheme", "dark");
    await expect(calculator).toHaveAttribute("lang", "fr");
    expect(await page.locator("takeon-calculator").evaluate((element) => element.configSrc)).toBe(
      `${baseURL}/terms/brand-design.json`,
    );

    const heard = listen(page);
    const data = "data:application/json,{}";
    for (const wrong of [
      "https://other.example/terms.json",
      "//other.example/",
      "javascript:1",
      data,
      `blob:${baseURL}/1`,
      "http://[",
    ]) {
      await page.goto(`/frame.html?config=${encodeURIComponent(wrong)}`);
      await expect.poll(() => heard.errors.pop()).toContain(`config=${wrong} must be a file of ${baseURL}`);
      await expect(page.getByText("write to us")).toBeVisible();
    }
    // There is no calculator either, because it would show our example.
    expect(heard.requests.filter((url) => /other\.example|takeon|wasm/.test(new URL(url).pathname + new URL(url).host))).toEqual(
      [],
    );
  },
);

test("the page for frames has no inline scripts or styles", async ({ request }) => {
  const text = await (await request.get("/frame.html")).text();
  expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i);
});

test("the one-line answer stays in view while the parent page scrolls", { tag: "@once" }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 420 });
  const frame = await open(page);
  await frame.getByRole("button", { name: t("A simple blog for a writer") }).click();
  /** Returns the position of the end of the line in the window. */
  const end = async () => {
    const bar = await frame.locator("[part~=bar]").evaluate((bar) => bar.getBoundingClientRect().bottom);
    return bar + (await page.locator("#takeon").evaluate((frame) => frame.getBoundingClientRect().top));
  };
  for (const top of [0, 100, 40]) {
    await page.evaluate((top) => scrollTo(0, top), top);
    await expect.poll(async () => Math.abs((await end()) - 410)).toBeLessThan(11);
  }
});

test("in a frame without downloads, the visitor is told", { tag: "@once" }, async ({ page }) => {
  await page.goto("/pages/no-element.html");
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement("iframe"), { src: "/frame.html", width: 900, height: 900 });
    frame.sandbox = "allow-scripts allow-same-origin";
    document.body.append(frame);
  });
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: t("A simple blog for a writer") }).click();
  await frame
    .getByRole("button", { name: t("Send this to {shop}", { shop: "Studio Nord" }) })
    .first()
    .click();
  for (const name of ["Save as text", "Print"]) {
    await frame.getByRole("button", { name: t(name) }).click();
    await expect(frame.getByText(t("If nothing happened, this page does not allow it."))).toBeVisible();
  }
});
