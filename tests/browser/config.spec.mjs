/** Configuration of a calculator: its sources, their precedence, and changes while it is shown. */
import { drawn, expectMounted, firstDetail, frameOf, isMounted, listen, recorded, toStep, wish } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

/** Returns minimal terms of a shop with this name. */
const shop = (name) => ({
  terms: {
    shop: { name },
    currency: "EUR",
    rate: 85,
    team: { hoursPerWeek: 25 },
    purposes: [{ id: "read", name: `To be read by ${name}` }],
    services: [{ id: "blog", hours: 12 }],
  },
});

/** Opens a page without the script, prepares the element, and loads the script. */
async function open(page, prepare = () => {}, argument) {
  await page.goto("/pages/late-script.html");
  await page.locator("#a").evaluate(prepare, argument);
  await page.getByRole("button", { name: "Load the script" }).click();
}

/** Inserts JSON text into the tag. */
const inside = (element, text) => {
  const script = Object.assign(document.createElement("script"), { type: "application/json", textContent: text });
  element.querySelector("script")?.remove();
  element.append(script);
};

/** Answers the request of `config-src`. */
async function serve(page, config) {
  await page.route("**/own-terms.json", (route) => route.fulfill({ json: config }));
}

/** Expects the calculator of this shop. */
async function expectShop(page, name) {
  await toStep(page.locator("#a"), "Purpose");
  await expect(page.locator("#a").getByText(`To be read by ${name}`)).toBeVisible();
}

test.describe("what counts", () => {
  test("JSON inside the tag overrides config-src", async ({ page }) => {
    await serve(page, shop("Source"));
    await open(page, (element) => element.setAttribute("config-src", "/own-terms.json"));
    await expectShop(page, "Source");
    await page.locator("#a").evaluate(inside, JSON.stringify(shop("Child")));
    await expectShop(page, "Child");
  });

  test("the property overrides JSON inside the tag, and can be unset", async ({ page }) => {
    await open(page, inside, JSON.stringify(shop("Child")));
    await expectShop(page, "Child");
    await page.locator("#a").evaluate((element, config) => (element.config = config), shop("Property"));
    await expectShop(page, "Property");
    await page.locator("#a").evaluate((element) => (element.config = null));
    await expectShop(page, "Child");
  });

  test("overridden sources are not fetched", async ({ page }) => {
    const heard = listen(page);
    await open(
      page,
      (element, config) => {
        element.setAttribute("config-src", "/own-terms.json");
        element.config = config;
      },
      shop("Property"),
    );
    await expectShop(page, "Property");
    expect(heard.requests.filter((url) => url.includes("terms"))).toEqual([]);
    expect(await page.locator("#a").evaluate((element) => element.config.terms.shop.name)).toBe("Property");
  });

  test("steps without content in the terms are left out", async ({ page }) => {
    const terms = { ...shop("Small").terms, purposes: [], services: [] };
    terms.services = [
      { id: "blog", name: "Blog", hours: 12 },
      { id: "site", name: "Site", hours: 12, care: { help: 1 } },
    ];
    const steps = page
      .locator("#a")
      .getByRole("navigation", { name: t("Steps") })
      .getByRole("listitem");
    await open(page, (element, terms) => (element.config = { terms }), terms);
    await toStep(page.locator("#a"), "Wish list");
    await expect(page.locator("#a").getByRole("heading", { name: t("What do you need?") })).toBeVisible();
    await expect(steps).toHaveCount(5);
    await wish(page.locator("#a"), "Blog").check();
    await toStep(page.locator("#a"), "Aftercare");
    await expect(page.locator("#a").getByText(t("Nothing you chose needs looking after."))).toBeVisible();
    // The error is at this place.
    await page.locator("#a").evaluate((element, terms) => (element.config = { terms }), {
      ...terms,
      services: terms.services.slice(0, 1),
    });
    await expect(steps).toHaveCount(4);
    await steps.getByRole("button", { name: t("Budget") }).click();
    await page
      .locator("#a")
      .getByRole("radio", { name: t("A fixed price") })
      .check();
    const amount = page.getByLabel(t("Roughly how much, in {currency}", { currency: "EUR" }));
    await amount.fill("soon");
    await page
      .locator("#a")
      .getByRole("button", { name: t("Next"), exact: true })
      .click();
    const mend = page.locator("#a").getByRole("group", { name: t("Before you go on") });
    await mend.getByRole("button").click();
    await expect(amount).toBeFocused();
  });

  test("if only ratios are shown, care shows neither price nor hours", async ({ page }) => {
    const { terms } = shop("Open");
    terms.care = { help: { offered: true, pricePerMonth: 60 } };
    terms.services = [{ id: "blog", name: "Blog", hours: 12, care: { help: 3 } }];
    await open(page, (element, terms) => (element.config = { terms, show: "ratios" }), terms);
    await toStep(page.locator("#a"), "Wish list");
    await wish(page.locator("#a"), "Blog").check();
    await toStep(page.locator("#a"), "Aftercare");
    await expect(page.locator("#a").getByRole("group", { name: t("Answering questions") })).toBeVisible();
    const price = page.locator("#a").getByText(t("We can do it for {price} a month.", { price: "€60" }));
    const hours = page.locator("#a").getByText(t("If nobody is named, it falls to us, unpaid"));
    await expect(price).toHaveCount(0);
    await expect(hours).toHaveCount(0);
    await page.locator("#a").evaluate((element, terms) => (element.config = { terms }), terms);
    await expect(price).toHaveCount(1);
    await expect(hours).toHaveCount(1);
  });

  test("JSON inside the tag may follow the script, and is not shown as text", async ({ page }) => {
    await page.goto("/pages/child.html");
    await expectShop(page, "Child");
    await expect(page.locator("#a").getByText("example", { exact: false })).toHaveCount(0);
  });
});

test.describe("what cannot be used", { tag: "@once" }, () => {
  for (const [what, prepare, detail] of [
    [
      "a number that is none",
      (element) => (element.config = { terms: { rate: NaN, shop: { name: () => {} } } }),
      {
        message: "the property config cannot be used:",
        errors: [
          { at: "/terms/rate", message: "must be a finite number, not NaN" },
          { at: "/terms/shop/name", message: "must be a value that JSON can hold, not a function" },
        ],
      },
    ],
    [
      "an object that holds itself",
      (element) => {
        const config = {};
        config.terms = config;
        element.config = config;
      },
      { errors: [{ at: "", message: expect.stringContaining("cannot be written as JSON") }] },
    ],
    [
      "terms that the core refuses",
      (element) => (element.config = { terms: { currency: "euro" } }),
      { errors: expect.arrayContaining([{ at: "/terms/rate", message: expect.any(String) }]) },
    ],
    [
      "JSON inside the tag that is none",
      (element) => {
        const script = Object.assign(document.createElement("script"), { type: "application/json", text: "{“terms”: 1}" });
        element.append(script);
      },
      { message: expect.stringContaining("the script inside <takeon-calculator> is not JSON") },
    ],
  ]) {
    test(`${what} is reported to the page's developer, and the visitor sees the fallback content`, async ({ page }) => {
      const heard = listen(page);
      await open(page, prepare);
      expect(await firstDetail(page, "takeon-error")).toMatchObject({ schema: 1, kind: "config", ...detail });
      await expect(page.getByText("Write to us instead.")).toBeVisible();
      expect(await isMounted(page.locator("#a"))).toBe(false);
      expect(heard.messages.filter((message) => message.startsWith("error: Takeon: "))).toHaveLength(1);
      expect(heard.errors).toEqual([]);
    });
  }

  test("a new configuration with errors leaves the calculator as it was", async ({ page }) => {
    await open(page, (element, config) => (element.config = config), shop("First"));
    await expectShop(page, "First");
    await page.locator("#a").evaluate((element) => (element.config = { terms: { rate: -1 } }));
    await firstDetail(page, "takeon-error");
    await expectShop(page, "First");
  });

  test("a configuration that pollutes prototypes is rejected, and changes nothing", async ({ page }) => {
    await open(page, inside, '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "terms": {}}');
    await firstDetail(page, "takeon-error");
    expect(await page.evaluate(() => ({}).polluted)).toBeUndefined();
  });
});

test.describe("while it is shown", () => {
  test("the owner's view follows the attribute at once", async ({ page }) => {
    await open(page, (element, config) => (element.config = config), shop("Own"));
    await expectMounted(page.locator("#a"));
    await expectShop(page, "Own");
    const frame = frameOf(page.locator("#a"));
    const before = await frame.innerText();
    await page.locator("#a").evaluate((element) => (element.audience = "shop"));
    await expect.poll(() => frame.innerText()).not.toBe(before);
    await page.locator("#a").evaluate((element) => element.removeAttribute("audience"));
    await expect.poll(() => frame.innerText()).toBe(before);
  });

  test("it is dark or light by its theme, else the page, else the device", async ({ page, browserName }) => {
    test.skip(browserName === "firefox", "this protocol cannot set what the device prefers");
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page);
    const element = page.locator("#a");
    await expectMounted(element);
    const expectLooks = (scheme) => expect(frameOf(element)).toHaveCSS("color-scheme", scheme);
    await expectLooks("dark");
    await page.emulateMedia({ colorScheme: "light" });
    await expectLooks("light");
    // Pages with a dark mode mark it by a class, an attribute or a style of the root.
    await page.evaluate(() => document.documentElement.style.setProperty("color-scheme", "dark"));
    await expectLooks("dark");
    await page.evaluate(() => document.documentElement.style.setProperty("color-scheme", "light dark"));
    await expectLooks("light");
    await element.evaluate((element) => (element.theme = "dark"));
    await expectLooks("dark");
    await page.emulateMedia({ colorScheme: "dark" });
    await element.evaluate((element) => (element.theme = "light"));
    await expectLooks("light");
    await element.evaluate((element) => element.removeAttribute("theme"));
    await expectLooks("dark");
  });

  test("it follows the language of any ancestor", { tag: "@english" }, async ({ page }) => {
    await open(page, (element) => {
      const around = document.createElement("div");
      element.before(around);
      around.append(element);
    });
    await expectMounted(page.locator("#a"));
    const frame = frameOf(page.locator("#a"));
    await expect(frame).toHaveAttribute("lang", "en");
    await page.evaluate(() => (document.documentElement.lang = "en-GB"));
    await expect(frame).toHaveAttribute("lang", "en-GB");
    await page.locator("#a").evaluate((element) => (element.parentNode.lang = "en-IE"));
    await expect(frame).toHaveAttribute("lang", "en-IE");
    await page.locator("#a").evaluate((element) => (element.lang = "en-AU"));
    await expect(frame).toHaveAttribute("lang", "en-AU");
  });

  test("typed text stays when the configuration changes", async ({ page }) => {
    await open(page, (element, config) => (element.config = config), shop("First"));
    await expectShop(page, "First");
    await page.locator("#a").getByRole("radio", { name: "To be read by First" }).check();
    await page.locator("#a").evaluate((element, config) => (element.config = config), shop("Second"));
    await expect(page.locator("#a").getByRole("radio", { name: "To be read by Second" })).toBeChecked();
  });

  test("unrelated changes of the page do not render it", async ({ page }) => {
    await open(page);
    await expectMounted(page.locator("#a"));
    // The parts that are loaded later draw, too.
    await page.waitForLoadState("networkidle");
    const view = frameOf(page.locator("#a")).locator("> *");
    await view.evaluate((view) => {
      globalThis.changes = 0;
      const watcher = new MutationObserver((records) => (globalThis.changes += records.length));
      watcher.observe(view, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await page.locator("#a").evaluate((element) => {
      document.body.append(document.createElement("p"));
      element.append("more words");
      document.documentElement.dataset.some = "thing";
    });
    await drawn(page);
    expect(await page.evaluate(() => globalThis.changes)).toBe(0);
    expect(await recorded(page, "takeon-error")).toEqual([]);
  });
});
