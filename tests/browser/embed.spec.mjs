/** Embedding: the ways of agencies to embed the calculator, and common mistakes. */
import { drawn, expectMounted, firstDetail, frameOf, isMounted, listen, recorded, toStep } from "./helpers.mjs";
import { expect, locale, t, test } from "./pseudo.mjs";

const TERMS = "/terms/web-studio.json";

test("one tag shows the calculator in place of the fallback content", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await expect(page.getByText("Write to us instead.")).toBeHidden();
  expect(heard.messages).toEqual([]);
  expect(heard.errors).toEqual([]);
});

test("the calculator sets its own language and direction", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  const frame = frameOf(page.locator("#a"));
  await expect(frame).toHaveAttribute("lang", locale());
  await expect(frame).toHaveAttribute("dir", locale() === "dv" ? "rtl" : "ltr");
  await expect(page.getByRole("button", { name: t("See where I stand") })).toBeVisible();
});

test("an event tells the page that the calculator is ready", async ({ page }) => {
  await page.goto("/pages/plain.html");
  const detail = await firstDetail(page, "takeon-ready");
  expect(detail).toMatchObject({ schema: 1, version: expect.any(String) });
});

test("no request goes to a host other than the page's own", async ({ page, baseURL }) => {
  const heard = listen(page);
  await page.goto("/pages/two.html");
  await expectMounted(page.locator("#a"));
  await expectMounted(page.locator("#b"));
  expect(heard.requests.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
});

test("two calculators load each part of the code once", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/two.html");
  await expectMounted(page.locator("#a"));
  await expectMounted(page.locator("#b"));
  const parts = () => heard.requests.map((url) => /takeon-(\w+)-\w+\.wasm$/.exec(url)?.[1]).filter(Boolean);
  await expect.poll(() => parts().sort()).toEqual(["answer", "rest", "widget"]);
});

test("removing one of two calculators does not affect the other", async ({ page }) => {
  await page.goto("/pages/two.html");
  const [a, b] = [page.locator("#a"), page.locator("#b")];
  await expectMounted(a);
  await expectMounted(b);
  const untouched = await frameOf(b).locator("> *").elementHandle();
  await a.evaluate((element) => element.remove());
  expect(await isMounted(b)).toBe(true);
  expect(await untouched.evaluate((node) => node.isConnected)).toBe(true);
});

test("broken terms of one calculator do not affect the other", async ({ page }) => {
  await page.goto("/pages/two.html");
  const [a, b] = [page.locator("#a"), page.locator("#b")];
  await expectMounted(a);
  await expectMounted(b);
  await a.evaluate((element) => element.setAttribute("config-src", "nothing-here.json"));
  await firstDetail(page, "takeon-error");
  expect(await isMounted(b)).toBe(true);
  // The calculator with the broken terms keeps its previous terms.
  expect(await isMounted(a)).toBe(true);
});

test("a removed calculator leaves nothing behind in its shadow root", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  const left = await page.locator("#a").evaluate(async (element) => {
    element.remove();
    await Promise.resolve();
    // eslint-disable-next-line no-restricted-properties -- the shadow root itself is what is tested
    return [...element.shadowRoot.childNodes].map((node) => node.nodeName);
  });
  expect(left).toEqual(["SLOT"]);
});

test("a removed calculator comes back when it is inserted again", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await page.evaluate(async () => {
    const element = document.querySelector("#a");
    element.remove();
    await Promise.resolve();
    document.body.append(element);
  });
  await expectMounted(page.locator("#a"));
});

test("a moved calculator keeps its state", async ({ page }) => {
  await page.goto("/pages/moved.html");
  const element = page.locator("#a");
  await expectMounted(element);
  const before = await frameOf(element).locator("> *").elementHandle();
  await page.evaluate(() => document.querySelector("#there").append(document.querySelector("#a")));
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  await expectMounted(element);
  const isBefore = (node, before) => node === before;
  expect(await frameOf(element).locator("> *").evaluate(isBefore, before)).toBe(true);
  expect(await recorded(page, "takeon-ready")).toHaveLength(1);
});

test("the script may load long after the tag", async ({ page }) => {
  await page.goto("/pages/late-script.html");
  await expect(page.getByText("Write to us instead.")).toBeVisible();
  await page.getByRole("button", { name: "Load the script" }).click();
  await expectMounted(page.locator("#a"));
});

test("a property set before the script has loaded is kept", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/late-script.html");
  await page.locator("#a").evaluate((element, terms) => {
    element.configSrc = `${terms}?early`;
  }, TERMS);
  await page.getByRole("button", { name: "Load the script" }).click();
  await expectMounted(page.locator("#a"));
  await expect(page.locator("#a")).toHaveAttribute("config-src", `${TERMS}?early`);
  expect(heard.requests.filter((url) => url.endsWith("?early"))).toHaveLength(1);
});

test("a second copy of the script warns once, and changes nothing", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/twice.html");
  await expectMounted(page.locator("#a"));
  const warning = expect.stringMatching(/^warning: Takeon [\d.]+ is not used: version [\d.]+ has already defined/);
  await expect.poll(() => heard.messages).toEqual([warning]);
  expect(heard.errors).toEqual([]);
});

test("a copy of another version warns once, and the first one stays", async ({ page }) => {
  const heard = listen(page);
  await page.route("**/takeon.js?copy", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/version:"[\d.]+"/, 'version:"9.8.7"') });
  });
  await page.goto("/pages/twice.html");
  await expectMounted(page.locator("#a"));
  const version = await page.evaluate(() => customElements.get("takeon-calculator").version);
  await expect
    .poll(() => heard.messages)
    .toEqual([`warning: Takeon 9.8.7 is not used: version ${version} has already defined <takeon-calculator>.`]);
  expect(version).not.toBe("9.8.7");
  await toStep(page, "Purpose");
  await page.getByRole("radio", { name: t("Sell online") }).check();
  await firstDetail(page, "takeon-change");
  expect(heard.errors).toEqual([]);
});

test("config-src is relative to the page's base URL, and our files are not", async ({ page, baseURL }) => {
  const heard = listen(page);
  await page.goto("/pages/late-script.html");
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement("base"), { href: "/terms/" }));
    document.querySelector("#a").setAttribute("config-src", "brand-design.json");
  });
  await page.getByRole("button", { name: "Load the script" }).click();
  await expectMounted(page.locator("#a"));
  expect(heard.requests).toContain(`${baseURL}/terms/brand-design.json`);
  expect(heard.errors).toEqual([]);
});

test("only the shell is fetched before the calculator nears the window", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/far.html");
  await page.evaluate(() => customElements.whenDefined("takeon-calculator"));
  // By then an observer would have reported.
  await drawn(page);
  expect(heard.requests.filter((url) => url.includes("takeon-widget"))).toEqual([]);
  await page.locator("#a").scrollIntoViewIfNeeded();
  await expectMounted(page.locator("#a"));
});

test("a strict security policy is never violated", async ({ page }) => {
  const heard = listen(page);
  await page.goto("/pages/strict-csp.html");
  await expectMounted(page.locator("#a"));
  expect(await recorded(page, "securitypolicyviolation")).toEqual([]);
  expect(heard.messages).toEqual([]);
  expect(heard.errors).toEqual([]);
});

test("the error names a policy against wasm, and the fallback content stays", async ({ page }) => {
  await page.goto("/pages/no-wasm.html");
  const detail = await firstDetail(page, "takeon-error");
  expect(detail).toMatchObject({ schema: 1, kind: "load", message: expect.stringContaining("'wasm-unsafe-eval'") });
  await expect(page.getByText("Write to us instead.")).toBeVisible();
});

test("the files may come from another origin", async ({ page, baseURL }) => {
  const elsewhere = baseURL.replace("127.0.0.1", "localhost");
  await page.goto(`${elsewhere}/pages/late-script.html`);
  await page.evaluate((source) => {
    const script = Object.assign(document.createElement("script"), { type: "module", src: source });
    document.head.append(script);
  }, `${baseURL}/takeon.js`);
  await expectMounted(page.locator("#a"));
});

for (const [what, source, words] of [
  ["that are missing", "nothing-here.json", "answers 404"],
  ["that are not JSON", "not-json.txt", "is not JSON"],
  ["that are a web page", "plain.html", "is a web page"],
  ["at no address", "http://[", "is not an address"],
]) {
  test(`the error names terms ${what}, and the fallback content stays`, async ({ page }) => {
    const heard = listen(page);
    await page.goto("/pages/broken-terms.html");
    await page.locator("#a").evaluate((element, source) => element.setAttribute("config-src", source), source);
    await page.getByRole("button", { name: "Load the script" }).click();
    const detail = await firstDetail(page, "takeon-error");
    expect(detail).toMatchObject({ schema: 1, kind: "config", message: expect.stringContaining(words) });
    await expect(page.getByText("Write to us instead.")).toBeVisible();
    expect(await isMounted(page.locator("#a"))).toBe(false);
    expect(heard.messages.filter((message) => message.startsWith("error: Takeon: "))).toHaveLength(1);
    expect(heard.errors).toEqual([]);
  });
}

test("corrected terms show the calculator", async ({ page }) => {
  await page.goto("/pages/broken-terms.html");
  const element = page.locator("#a");
  await element.evaluate((node) => node.setAttribute("config-src", "nothing-here.json"));
  await page.getByRole("button", { name: "Load the script" }).click();
  await firstDetail(page, "takeon-error");
  await element.evaluate((node, terms) => node.setAttribute("config-src", terms), TERMS);
  await expectMounted(element);
});

test("a short network failure is retried", async ({ page }) => {
  let failures = 0;
  await page.route("**/*.wasm", (route) => (failures++ ? route.continue() : route.abort()));
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  expect(failures).toBeGreaterThan(1);
});
