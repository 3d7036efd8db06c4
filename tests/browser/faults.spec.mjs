/** Failures around a calculator: the visitor's view, the report to the page's developer, and the state that survives. */
import { readFileSync } from "node:fs";
import { drawn, expectMounted, firstDetail, holdPart, isMounted, listen, openMenu, recorded, toStep } from "./helpers.mjs";
import { expect, locale, t, test } from "./pseudo.mjs";

const DANISH = JSON.parse(readFileSync(new URL("../../static/locales/da.json", import.meta.url), "utf8"));

const WORDS = "Write to us instead.";
const again = (page) => page.locator("#a").getByRole("button", { name: t("Try again") });

/** Makes the browser throw when it formats the next number. */
const spoil = () => {
  const whole = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, "format");
  const get = () => {
    Object.defineProperty(Intl.NumberFormat.prototype, "format", whole);
    throw new Error("spoiled");
  };
  Object.defineProperty(Intl.NumberFormat.prototype, "format", { ...whole, get });
};

/** Chooses a landing page in the sentence. */
async function wishForAPage(calculator) {
  await calculator.getByRole("button", { name: "what?" }).click();
  await calculator.getByRole("checkbox", { name: "Landing page" }).check();
}

/** Title of the opened blank. */
const opened = (calculator) => calculator.getByRole("heading", { name: "What do you need?" });

/** Message of Firefox about a wrong file, which is not an error of a script. */
const OF_FIREFOX = /integrity attribute|disallowed MIME type/;

/** Expects the fallback content, the retry button, and one message in the console. */
async function expectFallback(page, heard) {
  await expect(page.locator("#a").getByText(WORDS)).toBeVisible();
  await expect(again(page)).toBeVisible();
  expect(await isMounted(page.locator("#a"))).toBe(false);
  expect(heard.messages.filter((message) => message.startsWith("error: Takeon: "))).toHaveLength(1);
  expect(heard.errors.filter((error) => !OF_FIREFOX.test(error))).toEqual([]);
}

test.describe("files", { tag: "@once" }, () => {
  test("while the wasm is late, the fallback content is shown", async ({ page }) => {
    let release;
    const late = new Promise((done) => (release = done));
    await page.route("**/*.wasm", async (route) => {
      await late;
      await route.continue();
    });
    const asked = page.waitForRequest("**/takeon-widget-*.wasm");
    await page.goto("/pages/plain.html");
    await asked;
    await drawn(page);
    await expect(page.locator("#a").getByText(WORDS)).toBeVisible();
    release();
    await expectMounted(page.locator("#a"));
    await expect(page.locator("#a").getByText(WORDS)).toBeHidden();
  });

  test("while the rest of the wasm is late, visitors can begin, and continue once it arrives", async ({ page }) => {
    const release = await holdPart(page);
    await page.goto("/pages/plain.html");
    const calculator = page.locator("#a");
    await calculator.getByRole("button", { name: "what?" }).click();
    // Neither does another language or another place in the page.
    await calculator.evaluate((element) => (element.lang = "da"));
    await expect(calculator.getByRole("heading", { name: DANISH["wishes.title"] })).toBeVisible();
    await calculator.evaluate(async (element) => {
      element.remove();
      await new Promise((done) => setTimeout(done));
      element.lang = "en";
      document.body.append(element);
    });
    await expect(calculator.getByRole("heading", { name: "What do you need?" })).toBeVisible();
    await expect(calculator.locator("[part~=verdict]")).toBeHidden();
    release();
    await expect(calculator.locator("[part~=verdict]")).toBeVisible();
    await calculator.getByRole("checkbox", { name: "Landing page" }).check();
    const { brief } = await firstDetail(page, "takeon-change");
    expect(brief).toMatchObject({ wishes: [{ service: "landing-page" }] });
  });

  test("a content type with parameters is accepted for the wasm", async ({ page }) => {
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-type": "application/wasm; charset=utf-8" };
      await route.fulfill({ response, headers });
    });
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
  });

  test("a calculator is complete if its rest arrives while it is out of the page", async ({ page }) => {
    const release = await holdPart(page);
    await page.goto("/pages/plain.html");
    const calculator = page.locator("#a");
    await calculator.getByRole("button", { name: "what?" }).click();
    await calculator.evaluate((element) => {
      globalThis.away = element;
      globalThis.whole = element.ready.then(() => true);
      element.remove();
    });
    release();
    expect(await page.evaluate(() => globalThis.whole)).toBe(true);
    await page.evaluate(() => document.body.append(globalThis.away));
    await expectMounted(calculator);
    await wishForAPage(calculator);
    await expect(calculator.locator("[part~=verdict]")).toBeVisible();
    const { brief } = await firstDetail(page, "takeon-change");
    expect(brief).toMatchObject({ wishes: [{ service: "landing-page" }] });
  });

  test("a link that is followed before the rest has loaded opens once it arrives", async ({ page }) => {
    const release = await holdPart(page);
    await page.goto("/pages/plain.html");
    const calculator = page.locator("#a");
    await expect(calculator.getByRole("button", { name: "what?" })).toBeVisible();
    await page.evaluate(() => (location.hash = "takeon=1.000000~p_publish~w_blog_m~b_2500~z"));
    release();
    await expect(calculator.getByText("Opened from a link.")).toBeVisible();
    await expect(calculator.getByRole("button", { name: "about €2,500" })).toBeVisible();
  });

  test("a visitor with a link sees only the linked brief", async ({ page }) => {
    const release = await holdPart(page);
    await page.addInitScript(() => {
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = async (...given) => {
        const instance = await instantiate(...given);
        globalThis.hasStarted = true;
        return instance;
      };
    });
    const terms = page.waitForResponse("**/terms/web-studio.json");
    await page.goto("/pages/plain.html#takeon=1.000000~p_publish~w_blog_m~c_cccc~k_ywyyyyyn~r_s~d_6~b_2500~z");
    // From here on, the first question could be shown.
    await (await terms).finished();
    await page.waitForFunction(() => globalThis.hasStarted);
    await drawn(page);
    await expect(page.locator("#a").getByText(WORDS)).toBeVisible();
    release();
    await expect(page.locator("#a [part~=verdict]")).toBeVisible();
    await expect(page.locator("#a").getByRole("button", { name: "about €2,500" })).toBeVisible();
  });

  const files = { wasm: "**/takeon-widget-*.wasm", script: /takeon-widget-[^/]*\.js/ };
  for (const [file, address] of Object.entries(files)) {
    for (const [how, answer, words] of [
      ["missing", { status: 404, body: "" }, "answers 404. Upload all files of one build"],
      ["a web page", { contentType: "text/html", body: "<!doctype html><title>Shop</title>" }, /web page|file of this build/],
      ["of another build", { contentType: "text/plain", body: "other" }, "is not the file of this build"],
    ]) {
      test(`a ${file} that is ${how} is reported, and a retry works once it is repaired`, async ({ page }) => {
        const heard = listen(page);
        await page.route(address, (route) => route.fulfill(answer));
        await page.goto("/pages/plain.html");
        const { kind, message } = await firstDetail(page, "takeon-error");
        expect(kind).toBe("load");
        expect(message).toMatch(words);
        expect(message).toContain("/takeon-widget-");
        await expectFallback(page, heard);
        await page.unroute(address);
        await again(page).click();
        await expectMounted(page.locator("#a"));
        await expect(again(page)).toBeHidden();
      });
    }
  }

  test("a truncated wasm is not started", async ({ page }) => {
    const heard = listen(page);
    await page.route("**/*.wasm", async (route) => {
      const body = await (await route.fetch()).body();
      await route.fulfill({ contentType: "application/wasm", body: body.subarray(0, body.length / 2) });
    });
    await page.goto("/pages/plain.html");
    expect((await firstDetail(page, "takeon-error")).message).toContain("was changed or cut short");
    await expectFallback(page, heard);
  });

  for (const [how, answer, words] of [
    ["missing", { status: 404, body: "" }, "answers 404. Upload all files of one build"],
    ["of another build", { contentType: "application/wasm", body: "other" }, "is not the file of this build"],
  ]) {
    test(`if the rest of the wasm is ${how}, input stays, and a retry works once it is repaired`, async ({ page }) => {
      await page.route("**/takeon-answer-*", (route) => route.fulfill(answer));
      await page.goto("/pages/plain.html");
      await page.locator("#a").getByRole("button", { name: "what?" }).click();
      const { kind, message } = await firstDetail(page, "takeon-error");
      expect(kind).toBe("load");
      expect(message).toContain(words);
      expect(message).toContain("/takeon-answer-");
      await expect(opened(page.locator("#a"))).toBeVisible();
      expect(await isMounted(page.locator("#a"))).toBe(true);
      await again(page).click();
      await expect(again(page)).toBeVisible();
      await page.unroute("**/takeon-answer-*");
      await again(page).click();
      await expect(page.locator("#a [part~=verdict]")).toBeVisible();
      await expect(again(page)).toBeHidden();
      await expect(opened(page.locator("#a"))).toBeVisible();
    });
  }

  test("a server without a content type for wasm works", async ({ page }) => {
    const heard = listen(page);
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
    });
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
    expect(heard.messages).toEqual([]);
    // Deferred parts may still be loading.
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });

  test("a missing network is reported, and a retry works once it is back", async ({ page }) => {
    const heard = listen(page);
    await page.route("**/takeon-widget-*", (route) => route.abort());
    await page.goto("/pages/plain.html");
    const { kind, message } = await firstDetail(page, "takeon-error");
    expect(kind).toBe("load");
    expect(message).toContain("cannot be fetched. Most likely there is no network");
    await expectFallback(page, heard);
    await page.unroute("**/takeon-widget-*");
    await again(page).click();
    await expectMounted(page.locator("#a"));
  });

  const quiet = { wasm: "**/takeon-widget-*.wasm", script: "**/takeon-widget-*.js" };
  for (const [file, address] of Object.entries(quiet)) {
    test(`if a server never answers the request for the ${file}, a retry is offered`, async ({ page }) => {
      const heard = listen(page);
      await page.addInitScript((file) => {
        // Shortens the timeout of half a minute to half a second.
        globalThis.isHurried = true;
        const { setTimeout } = globalThis;
        const { timeout } = AbortSignal;
        const hurried = (milliseconds) => (globalThis.isHurried && milliseconds === 30_000 ? 500 : milliseconds);
        AbortSignal.timeout = (milliseconds) => timeout.call(AbortSignal, hurried(milliseconds));
        // Only the request of the script has no signal.
        if (file === "script") {
          globalThis.setTimeout = (work, milliseconds, ...more) => setTimeout(work, hurried(milliseconds), ...more);
        }
      }, file);
      await page.route(address, () => {});
      await page.goto("/pages/plain.html");
      const { message } = await firstDetail(page, "takeon-error");
      expect(message).toMatch(/takeon-widget-.* has not come within 30 seconds/);
      await expectFallback(page, heard);
      await page.evaluate(() => (globalThis.isHurried = false));
      await page.unroute(address);
      await again(page).click();
      await expectMounted(page.locator("#a"));
    });
  }

  test("a browser without WebAssembly shows the fallback content", async ({ page }) => {
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto("/pages/plain.html");
    expect((await firstDetail(page, "takeon-error")).message).toContain("WebAssembly switched off");
    await expect(page.locator("#a").getByText(WORDS)).toBeVisible();
  });
});

test.describe("policies", { tag: "@once" }, () => {
  for (const [what, policy, words] of [
    ["wasm", "script-src 'self'", "forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src"],
    ["requests", "connect-src 'none'", "is refused by the page's Content-Security-Policy: name its host in connect-src"],
    ["other scripts", "script-src-elem 'self' 'nonce-x'; script-src 'nonce-x' 'strict-dynamic' 'wasm-unsafe-eval'", null],
  ]) {
    test(`the error names the directive of a policy against ${what}`, async ({ page }) => {
      await page.route("**/pages/plain.html", async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replaceAll("<script ", '<script nonce="x" ');
        await route.fulfill({ response, body, headers: { ...response.headers(), "content-security-policy": policy } });
      });
      await page.goto("/pages/plain.html");
      if (words === null) return expectMounted(page.locator("#a"));
      expect((await firstDetail(page, "takeon-error")).message).toContain(words);
      await expect(page.locator("#a").getByText(WORDS)).toBeVisible();
    });
  }
});

test.describe("terms", () => {
  const huge = JSON.stringify({ terms: { shop: { name: "x".repeat(2_000_000) } } });
  for (const [how, answer, words, tryAgain] of [
    ["missing", { status: 404, body: "" }, "answers 404", false],
    ["broken", { contentType: "application/json", body: '{"terms": {' }, "is not JSON", false],
    ["huge", { contentType: "application/json", body: huge }, "is longer than 262144 characters", false],
    ["refused for now", { status: 503, body: "" }, "answers 503", true],
  ]) {
    test(`terms that are ${how} are reported, and a retry is offered if it can help`, async ({ page }) => {
      await page.route("**/cases-config.json", (route) => route.fulfill(answer));
      await page.goto("/pages/cases.html");
      const { kind, message } = await firstDetail(page, "takeon-error");
      expect(kind).toBe("config");
      expect(message).toContain(words);
      await expect(page.locator("#a").getByText(WORDS)).toBeVisible();
      await expect(again(page)).toHaveCount(tryAgain ? 1 : 0);
    });
  }
});

test.describe("storage", { tag: "@once" }, () => {
  for (const [how, spoil] of [
    [
      "throws when it is looked at",
      () =>
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new DOMException("no", "SecurityError");
          },
        }),
    ],
    ["is not there", () => Object.defineProperty(window, "localStorage", { value: null })],
    [
      "is full",
      () =>
        (Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        }),
    ],
    [
      "holds what nobody has written",
      () => {
        // Frames and the initial empty page have no storage.
        if (!location.pathname.endsWith("plain.html")) return;
        for (const key of ["a", "0"]) localStorage.setItem(`takeon:1:${location.pathname}:${key}`, '{"takeon":1,"brief":[[[');
      },
    ],
  ]) {
    test(`a storage that ${how} breaks nothing`, async ({ page }) => {
      const heard = listen(page);
      await page.addInitScript(spoil);
      await page.goto("/pages/plain.html");
      await expectMounted(page.locator("#a"));
      await wishForAPage(page.locator("#a"));
      await openMenu(page.locator("#a"));
      const keep = page.locator("#a").getByRole("checkbox", { name: "Keep my answers on this device" });
      // The state of the box is tested elsewhere.
      if (await keep.count()) await keep.click();
      await firstDetail(page, "takeon-change");
      expect(heard.errors).toEqual([]);
    });
  }
});

test.describe("storage without room", () => {
  test("a visitor is told that answers cannot be stored, and the box is unticked", async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
    await openMenu(page);
    const keep = page.getByRole("checkbox", { name: t("Keep my answers on this device") });
    await keep.click();
    await expect(page.getByRole("alert")).toHaveText(t("Your answers could not be kept on this device."));
    await expect(keep).not.toBeChecked();
  });
});

test.describe("older browsers", { tag: "@once" }, () => {
  test("the focus is kept in browsers without checkVisibility", async ({ page }) => {
    const heard = listen(page);
    // As in Safari before 17.4.
    await page.addInitScript(() => delete Element.prototype.checkVisibility);
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
    await page.getByRole("button", { name: "A simple blog for a writer" }).click();
    await openMenu(page);
    // A press removes the button.
    await page.getByRole("button", { name: "Start again" }).click();
    await expect(page.getByRole("button", { name: "Bring my answers back" })).toBeVisible();
    await drawn(page);
    expect(await page.evaluate(() => document.activeElement.id)).toBe("a");
    expect(heard.errors).toEqual([]);
  });
});

test.describe("crashes", () => {
  const weeks = (id) => (page) => page.locator(id).getByLabel(t("A date or a number of weeks"));

  /** Goes to the date, and types weeks. */
  async function typeWeeks(page, id, value) {
    await toStep(page.locator(id), "Deadline");
    await weeks(id)(page).fill(value);
  }

  test("a crash of one calculator leaves the other with all its input", async ({ page }) => {
    const heard = listen(page);
    await page.goto("/pages/two.html");
    for (const id of ["#a", "#b"]) await expectMounted(page.locator(id));
    await typeWeeks(page, "#b", "7,");
    await typeWeeks(page, "#a", "5");
    await page.evaluate(spoil);
    await weeks("#a")(page).fill("6");
    const { kind, message } = await firstDetail(page, "takeon-error");
    expect([kind, message]).toEqual(["crash", "spoiled"]);
    await expect(page.locator("#a").getByText(WORDS)).toBeVisible();
    expect(await recorded(page, "takeon-error")).toHaveLength(1);

    await expect.poll(() => isMounted(page.locator("#b"))).toBe(true);
    await toStep(page.locator("#b"), "Deadline");
    await expect(weeks("#b")(page)).toHaveValue("7,");
    await weeks("#b")(page).fill("8");
    const changes = await recorded(page, "takeon-change");
    expect(changes.at(-1).detail.brief.deadline).toEqual({ weeks: 8 });

    await again(page).click();
    await expectMounted(page.locator("#a"));
    await toStep(page.locator("#a"), "Deadline");
    // The last input caused the crash before it was reported.
    await expect(weeks("#a")(page)).toHaveValue("5");
    expect(await recorded(page, "takeon-ready")).toHaveLength(3);
    // The browser reports its own fault.
    expect(heard.errors.every((message) => message.includes("spoiled"))).toBe(true);
  });

  test("the listeners of a crashed calculator are removed", async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.signals = [];
      const listen = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        if (type === "visibilitychange" && options?.signal) globalThis.signals.push(options.signal);
        return listen.call(this, type, listener, options);
      };
    });
    const signals = () => page.evaluate(() => globalThis.signals.map(({ aborted }) => aborted));
    await page.goto("/pages/two.html");
    for (const id of ["#a", "#b"]) await expectMounted(page.locator(id));
    await typeWeeks(page, "#a", "5");
    expect(await signals()).toEqual([false, false]);
    await page.evaluate(spoil);
    await weeks("#a")(page).fill("6");
    await firstDetail(page, "takeon-error");
    // Both were removed, and the second was rendered again.
    await expect.poll(signals).toEqual([true, true, false]);
  });

  test("a calculator that crashes at its first rendering affects no other", async ({ page }) => {
    await page.goto("/pages/two.html");
    for (const id of ["#a", "#b"]) await expectMounted(page.locator(id));
    await page.evaluate(spoil);
    await page.locator("#a").evaluate((element) => (element.audience = "shop"));
    await expect(again(page)).toBeVisible();
    await expect.poll(() => isMounted(page.locator("#b"))).toBe(true);
  });

  test("the engine for scripts is unaffected", async ({ page }) => {
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
    await page.evaluate(async () => (await import("/engine.js")).load());
    await page.evaluate(spoil);
    await page
      .locator("#a")
      .getByRole("button", { name: t("when?") })
      .click();
    await firstDetail(page, "takeon-error");
    const errors = await page.evaluate(async () => {
      const { check } = await import("/engine.js");
      try {
        return check({});
      } catch (error) {
        return error.errors;
      }
    });
    expect(errors.map(({ at }) => at)).toContain("/services");
  });

  test("the engine for scripts can be loaded again after a crash", async ({ page }) => {
    await page.goto("/pages/no-element.html");
    const messages = await page.evaluate(async () => {
      const { check, load } = await import("/engine.js");
      const attempt = async () => {
        try {
          return String(check({}));
        } catch (error) {
          return error.message;
        }
      };
      const { instantiate } = WebAssembly;
      let spoiled = false;
      const spoil = (work) => {
        if (typeof work !== "function") return work;
        return (...given) => {
          if (spoiled) throw new Error("spoiled");
          return work(...given);
        };
      };
      WebAssembly.instantiate = async (...given) => {
        WebAssembly.instantiate = instantiate;
        const { exports } = await instantiate(...given);
        return { exports: Object.fromEntries(Object.entries(exports).map(([name, work]) => [name, spoil(work)])) };
      };
      await load();
      spoiled = true;
      const said = [await attempt(), await attempt()];
      await load();
      return [...said, await attempt()];
    });
    expect(messages[0]).toBe("spoiled");
    expect(messages[1]).toContain("not loaded yet");
    expect(messages[2]).toContain("errors");
  });
});

test.describe("offline after it was loaded", () => {
  test("everything works, even after a crash", async ({ page, context, browserName }) => {
    test.skip(browserName === "firefox", "this protocol cannot take the network away");
    await page.goto("/pages/plain.html");
    await expectMounted(page.locator("#a"));
    await context.setOffline(true);
    await toStep(page.locator("#a"), "Purpose");
    await page.locator("#a").getByText(t("Publish what I write")).click();
    await firstDetail(page, "takeon-change");
    await page.locator("#a").evaluate((element) => (element.audience = "shop"));
    await page.locator("#a").evaluate((element) => element.remove() ?? document.body.append(element));
    // A regional variant, which has no file.
    await page.locator("html").evaluate((root, tag) => (root.lang = tag), locale() === "dv" ? "dv-MV" : "en-GB");
    await toStep(page.locator("#a"), "Purpose");
    await page.evaluate(spoil);
    await page.locator("#a").getByText(t("Get more enquiries")).click();
    await firstDetail(page, "takeon-error");
    await again(page).click();
    await expectMounted(page.locator("#a"));
    await toStep(page.locator("#a"), "Purpose");
    await expect(page.locator("#a").getByRole("radio", { name: t("Publish what I write") })).toBeChecked();
  });
});
