/** Interference of pages, frameworks, servers, programs and extensions with a calculator, each from a real report. */
import { expect, test as bare } from "@playwright/test";
import { drawn, expectMounted, firstDetail, frameOf, isMounted, listen, recorded, stepByStep, toStep } from "./helpers.mjs";

const test = Object.assign((name, body) => bare(name, { tag: "@once" }, body), { skip: bare.skip });

const calculator = (page) => page.locator("#a");
const WORDS = "Write to us instead.";
const TERMS = {
  terms: {
    shop: { name: "My Shop" },
    currency: "EUR",
    rate: 85,
    team: { hoursPerWeek: 25 },
    services: [{ id: "blog", name: "Blog", hours: 12 }],
  },
};
const LINK = "1.077cf0~p_publish~w_blog_m~d_3~b_1500~z";

/** Opens one of our pages with other content: replaces words and tags. */
async function open(page, content, { head = "", lang = "en", path = "/pages/around.html", headers = {} } = {}) {
  await page.route(`**${path.replace(/[?#].*/, "")}*`, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers,
      body: `<!doctype html><html lang="${lang}"><head><title>t</title><link rel="icon" href="/icon.svg" />
        <script src="/pages/record.js"></script>${head || '<script type="module" src="/takeon.js"></script>'}</head><body>${content}</body></html>`,
    }),
  );
  await page.goto(path);
}

const tag = (more = "", inside = `<p>${WORDS}</p>`) =>
  `<takeon-calculator id="a" loading="eager" ${more}>${inside}</takeon-calculator>`;

/** Expects the shop of `TERMS`, and not the example. */
async function expectShop(page) {
  await expectMounted(calculator(page));
  await expect(calculator(page).getByRole("button", { name: "what?" })).toBeVisible();
  await expect(calculator(page).getByText("Studio Nord")).toHaveCount(0);
  await calculator(page).getByRole("button", { name: "what?" }).click();
  await expect(calculator(page).getByRole("checkbox", { name: "Blog", exact: true })).toBeVisible();
  await expect(calculator(page).getByRole("checkbox", { name: "Landing page" })).toHaveCount(0);
}

bare.describe("terms that arrive otherwise", () => {
  test("an attribute `config` is read as JSON", async ({ page }) => {
    await open(page, tag(`config='${JSON.stringify(TERMS)}'`));
    await expectShop(page);
  });

  for (const [how, more, inside, words] of [
    ["an object that a framework wrote as text", 'config="[object Object]"', "", "set the property config"],
    ["an attribute that is spelled as the property", 'configSrc="/terms/brand-design.json"', "", "is config-src"],
    ["a data attribute", 'data-config-src="/terms/brand-design.json"', "", "is config-src"],
    ["JSON whose script tags an editor took away", "", JSON.stringify(TERMS), "must be in a <script"],
  ]) {
    test(`${how} is reported, and no example is shown`, async ({ page }) => {
      await open(page, tag(more, `<p>${WORDS}</p>${inside}`));
      const { kind, message } = await firstDetail(page, "takeon-error");
      expect(kind).toBe("config");
      expect(message).toContain(words);
      await expect(calculator(page).getByText(WORDS)).toBeVisible();
      expect(await isMounted(calculator(page))).toBe(false);
      // A late configuration works, too.
      await calculator(page).evaluate((element, terms) => (element.config = terms), TERMS);
      await expectShop(page);
    });
  }

  test("a script is found whose type is masked during insertion", async ({ page }) => {
    await open(page, "<main></main>");
    await page.evaluate(async (terms) => {
      await customElements.whenDefined("takeon-calculator");
      const around = document.createElement("div");
      around.innerHTML = `<takeon-calculator id="a" loading="eager"><p><script type="application/json">${terms}</script></p></takeon-calculator>`;
      const script = around.querySelector("script");
      // As jQuery does: https://github.com/jquery/jquery/issues/5881
      script.type = "true/application/json";
      document.querySelector("main").append(around.firstChild);
      script.type = "application/json";
    }, JSON.stringify(TERMS));
    await expectShop(page);
  });

  test("properties that React does not set on server-rendered elements are read", async ({ page }) => {
    await open(page, tag(), { head: '<script src="/pages/late.js" defer></script>' });
    await page.evaluate((config) => {
      document.querySelector("#a").__reactProps$1 = { config, children: null };
      const script = Object.assign(document.createElement("script"), { type: "module", src: "/takeon.js" });
      document.head.append(script);
    }, TERMS);
    await expectShop(page);
  });

  test("a self-closing tag hides nothing, and is reported", async ({ page }) => {
    const heard = listen(page);
    await open(page, '<takeon-calculator id="a" loading="eager" /><h2>Contact</h2><footer>Imprint</footer>');
    await expectMounted(calculator(page));
    await expect(page.getByText("Imprint")).toBeVisible();
    expect(heard.messages.filter((message) => message.includes("close it by </takeon-calculator>"))).toHaveLength(1);
  });
});

/** Translates a text as browsers do. */
const TRANSLATORS = {
  "puts its own elements in a text's place": (text) => {
    const font = document.createElement("font");
    font.append(Object.assign(document.createElement("font"), { textContent: `Ü${text.data}` }));
    text.replaceWith(font);
  },
  "puts its element before a text and takes that out": (text) => {
    const font = Object.assign(document.createElement("font"), { textContent: `Ü${text.data}` });
    text.before(font);
    text.remove();
  },
  "sets the text of what is around": (text) => (text.parentElement.textContent = `Ü${text.data}`),
  "moves a text into an element of its own": (text) => {
    const font = document.createElement("font");
    text.replaceWith(font);
    font.append(text);
  },
};

for (const [how, translate] of Object.entries(TRANSLATORS)) {
  test(`a translator that ${how} breaks nothing, and leaves no outdated figure`, async ({ page }) => {
    const heard = listen(page);
    await open(page, tag());
    await expectMounted(calculator(page));
    await stepByStep(calculator(page));
    await page.evaluate(`globalThis.translate = ${translate}`);
    await frameOf(calculator(page)).evaluate((frame) => {
      const done = new WeakSet();
      setInterval(() => {
        const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
          const isLeft = !text.parentElement || text.parentElement.closest("style, option, textarea, font");
          if (!text.data.trim() || done.has(text) || text.data.startsWith("Ü") || isLeft) continue;
          done.add(text);
          globalThis.translate(text);
        }
      }, 20);
    });
    const questions = calculator(page).locator("[part~=questions]");
    await questions.getByRole("radio").nth(2).check();
    for (let step = 2; step <= 4; step++) {
      await calculator(page).getByRole("button", { name: /Next$/ }).click();
      await expect(questions.getByText(new RegExp(`${step} of 7`))).toBeVisible();
    }
    await questions.getByRole("textbox").first().fill("1500");
    await questions.getByRole("navigation").getByRole("button").nth(1).click();
    for (const wish of [0, 1]) {
      await questions.getByRole("checkbox").nth(wish).check();
      await drawn(page);
    }
    const { appraisal } = await page.evaluate(
      () => globalThis.recorded.filter(({ type }) => type === "takeon-change").at(-1).detail,
    );
    expect(appraisal).toBeTruthy();
    expect(heard.errors).toEqual([]);
    expect(await recorded(page, "takeon-error")).toEqual([]);
  });
}

bare.describe("links", () => {
  const opens = (page) => expect(calculator(page).getByText("Opened from a link.")).toBeVisible();

  for (const [how, fragment] of [
    ["whose signs a program has encoded", LINK.replaceAll("~", "%7E").replaceAll("_", "%5F")],
    ["with what a newsletter has put behind it", `${LINK}?utm_source=news&utm_medium=email`],
    ["with the full stop of its sentence", `${LINK}.`],
    ["with a bracket and a space", `${LINK})%20`],
  ]) {
    test(`a link ${how} opens`, async ({ page }) => {
      await open(page, tag(), { path: `/pages/around.html#takeon=${fragment}` });
      await opens(page);
      await expect(calculator(page).getByRole("button", { name: "about €1,500" })).toBeVisible();
    });
  }

  test("on pages that route by fragment, a link is a part of the route", async ({ page }) => {
    const router = `<main></main><script>
      const show = () => {
        const path = (location.hash || "#/calc").slice(1).split("?")[0];
        document.querySelector("main").innerHTML = path === "/calc" ? '${tag()}' : "<h1>Not found</h1>";
      };
      addEventListener("hashchange", show);
      show();
    </script>`;
    await open(page, router, { path: `/pages/around.html#/calc?takeon=${LINK}` });
    await opens(page);
    const send = calculator(page).getByRole("button", { name: "Send this to Studio Nord" });
    await send.first().click();
    await calculator(page).getByRole("button", { name: "Copy a link to this brief" }).click();
    const { link } = await firstDetail(page, "takeon-share");
    expect(link).toContain("#/calc?takeon=2.");
    await page.goto("about:blank");
    await page.goto(link);
    await opens(page);
  });
});

bare.describe("focus", () => {
  test("when the focused element is removed, the focus moves to the next one", async ({ page }) => {
    await open(page, tag(), { path: `/pages/around.html#takeon=${LINK}` });
    const close = calculator(page).getByRole("button", { name: "Close", exact: true }).first();
    await close.focus();
    await page.keyboard.press("Enter");
    await expect(close).toBeHidden();
    await expect(calculator(page).getByRole("heading", { name: "Your project in one sentence" })).toBeFocused();
    // If the focus has moved elsewhere, it stays there.
    const button = calculator(page).getByRole("button").first();
    await button.focus();
    await button.blur();
    await page.evaluate(() => (document.querySelector("#a").lang = "da"));
    await expect(frameOf(calculator(page))).toHaveAttribute("lang", "da");
    await drawn(page);
    expect(await page.evaluate(() => document.activeElement.localName)).toBe("body");
  });
});

bare.describe("servers", () => {
  test("an address with credentials works, and links leave them out", async ({ page, baseURL }) => {
    await page.route("**/pages/around.html", async (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><title>t</title><script src="/pages/record.js"></script><script type="module" src="../takeon.js"></script>${tag('config-src="../terms/brand-design.json"')}`,
      }),
    );
    await page.goto(baseURL.replace("//", "//user:pw@") + "/pages/around.html");
    await expectMounted(calculator(page));
    expect(await recorded(page, "takeon-error")).toEqual([]);
  });

  test("a script that was changed in transit does not run", async ({ page }) => {
    await page.route(/takeon-widget-[^/]*\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `globalThis.altered = true; ${await response.text()}` });
    });
    await open(page, tag());
    expect((await firstDetail(page, "takeon-error")).message).toContain("is not the file of this build");
    expect(await page.evaluate(() => globalThis.altered)).toBeUndefined();
    await expect(calculator(page).getByText(WORDS)).toBeVisible();
  });

  test("a changed script does not run, even if the page forbids preloads", async ({ page }) => {
    await page.route(/takeon-widget-[^/]*\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `globalThis.altered = true; ${await response.text()}` });
    });
    await page.addInitScript(() => {
      DOMTokenList.prototype.supports = () => false;
    });
    await open(page, tag());
    expect((await firstDetail(page, "takeon-error")).message).toContain("is not the file of this build");
    expect(await page.evaluate(() => globalThis.altered)).toBeUndefined();
  });

  test("a policy of nonces alone is never violated", async ({ page }) => {
    const policy =
      "default-src 'self'; script-src 'nonce-abc' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'";
    const head = `<script nonce="abc" src="/pages/record.js"></script><script nonce="abc" type="module" src="/takeon.js"></script>`;
    await open(page, tag(), { head, headers: { "content-security-policy": policy } });
    await calculator(page).evaluate((element) =>
      customElements
        .whenDefined(element.localName)
        .then(() => element.ready)
        .then(() => true),
    );
    expect(await recorded(page, "securitypolicyviolation")).toEqual([]);
  });

  test("a stale script in a cache is refreshed, and the button reloads the page", async ({ page }) => {
    let isOld = true;
    await page.route("**/takeon.js", async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      // The second request bypasses the cache.
      const body = isOld ? text.replace(/(takeon-(?:widget|answer|rest)-)[0-9a-f]{4}/g, "$10000") : text;
      isOld = false;
      await route.fulfill({ response, body });
    });
    await open(page, tag());
    const { kind, message } = await firstDetail(page, "takeon-error");
    expect([kind, message]).toEqual(["load", expect.stringContaining("kept from an older build")]);
    await calculator(page).getByRole("button", { name: "Try again" }).click();
    await expectMounted(calculator(page));
  });
});

bare.describe("languages, days and looks", () => {
  for (const [lang, tag_, speaks] of [
    ["de_DE", "de-DE", "Ihr Projekt"],
    ["DE", "de", "Ihr Projekt"],
    ["de_AT.UTF-8", "de-AT", "Ihr Projekt"],
    ["pt_BR", "pt-BR", ""],
    ["zh-Hans", "en", "Your project"],
    ["", "en-US", "Your project"],
    ["auto", "en-US", "Your project"],
  ]) {
    test(`a page in “${lang}” gets the language ${tag_}`, async ({ page }) => {
      await open(page, tag(), { lang });
      await expectMounted(calculator(page));
      await expect(frameOf(calculator(page))).toHaveAttribute("lang", tag_);
      if (speaks) await expect(calculator(page).getByText(speaks).first()).toBeVisible();
    });
  }

  test("an invalid language on an ancestor is ignored in favour of the next one", async ({ page }) => {
    await open(page, `<div lang="auto">${tag()}</div>`, { lang: "de" });
    await expectMounted(calculator(page));
    await expect(frameOf(calculator(page))).toHaveAttribute("lang", "de");
  });

  for (const [how, style, act] of [
    ["a box that is ticked", "html:has(:checked) { color-scheme: dark }", () => document.querySelector("input").click()],
    ["a class of a wrapper", ".dark { color-scheme: dark }", () => (document.querySelector("main").className = "dark")],
    [
      "a class, though no transition is allowed on the page",
      "* , *::before, *::after { transition: none !important } .dark { color-scheme: dark }",
      () => (document.querySelector("main").className = "dark"),
    ],
    [
      "a class, and comes with a transition of the page's",
      "takeon-calculator { transition: opacity 0.3s } .dark { color-scheme: dark }",
      () => (document.querySelector("main").className = "dark"),
    ],
    ["the page's meta", "", () => document.querySelector("meta").setAttribute("content", "dark")],
  ]) {
    test(`it turns dark by ${how}`, async ({ page }) => {
      const head = `<meta name="color-scheme" content="light"><style>${style}</style><script type="module" src="/takeon.js"></script>`;
      await open(page, `<input type="checkbox"><main>${tag()}</main>`, { head });
      await expectMounted(calculator(page));
      await expect(frameOf(calculator(page))).toHaveCSS("color-scheme", "light");
      await page.evaluate(act);
      await expect(frameOf(calculator(page))).toHaveCSS("color-scheme", "dark");
    });
  }

  test("the date is that of today, even in a tab that was opened days ago", async ({ page }) => {
    await page.addInitScript(() => {
      const Real = Date;
      globalThis.now = () => Real.parse("2026-11-20T10:00:00");
      globalThis.Date = class extends Real {
        constructor(...given) {
          super(...(given.length > 0 ? given : [globalThis.now()]));
        }
      };
    });
    await open(page, tag());
    await expectMounted(calculator(page));
    await toStep(calculator(page), "Deadline");
    await page.evaluate(() => (globalThis.now = () => Date.parse("2026-11-24T10:00:00")));
    const date = calculator(page).getByLabel("A date or a number of weeks");
    await date.click();
    await drawn(page);
    await date.fill("2026-12-08");
    await expect.poll(() => calculator(page).evaluate((element) => element.brief?.deadline)).toEqual({ weeks: 2 });
  });

  test("it follows the visitor's text size, and phones do not zoom into fields", async ({ page }) => {
    await open(page, tag('style="--takeon-font-size: 20px"'));
    await expectMounted(calculator(page));
    await expect(frameOf(calculator(page))).toHaveCSS("font-size", "20px");
  });
});

bare.describe("keys", () => {
  test("keys that a field uses do not reach the page, and others do", async ({ page }) => {
    await open(
      page,
      `${tag()}<script>
        globalThis.keys = [];
        document.addEventListener("keydown", (event) => {
          globalThis.keys.push(event.key);
          if (event.key.startsWith("Arrow") || event.key === " ") event.preventDefault();
        });
      </script>`,
    );
    await expectMounted(calculator(page));
    await stepByStep(calculator(page));
    await calculator(page).getByRole("radio").first().check();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(calculator(page).getByRole("radio").nth(2)).toBeChecked();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    expect((await page.evaluate(() => globalThis.keys)).filter((key) => key !== "Control")).toEqual(["Escape", "k"]);
  });
});

test("a fixed header covers no question", async ({ page }) => {
  const bar = `<style>header { position: fixed; inset: 0 0 auto; height: 80px; background: #fff; z-index: 9 } body { padding-top: 80px }
    takeon-calculator { --takeon-top: 80px } #after { height: 2000px }</style><header>Shop</header>`;
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, `${bar}${tag()}<div id="after"></div>`, { path: `/pages/around.html#takeon=${LINK}` });
  await expect(calculator(page).locator("[part~=verdict]")).toBeVisible();
  await page.evaluate(() => scrollTo(0, 700));
  await drawn(page);
  const questions = calculator(page).locator("[part~=questions]");
  expect(await questions.evaluate((questions) => questions.getBoundingClientRect().top)).toBeGreaterThanOrEqual(79);
});
