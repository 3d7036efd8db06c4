/** Snippets for a page, and the archive, as they are used. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { open, saved } from "./desk.mjs";
import { expectMounted, isMounted, listen, moreServices, toStep, wish } from "./helpers.mjs";

test("a ready-made shop becomes a working snippet", async ({ page }) => {
  const heard = listen(page);
  await open(page);
  await page.getByRole("button", { name: /^E-commerce agency/ }).click();
  const name = page.getByLabel("Your shop’s name");
  await expect(name).toHaveValue("Kontor Commerce");
  await name.fill("My Shop");
  await page.getByRole("button", { name: "Rates and limits", exact: true }).click();
  await page.getByLabel("Your hourly rate").fill("72,5");
  await page.getByLabel("The least an hour must bring").fill("60");
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page.getByRole("button", { name: "Add a service" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Gift cards");

  // The preview follows the typing, and private data stay.
  const preview = page.locator("#preview");
  // It restarts when the rate has changed the budget of its example.
  await expect(() => preview.scrollIntoViewIfNeeded({ timeout: 1000 })).toPass();
  await expect.poll(() => isMounted(preview)).toBe(true);
  await expect.poll(() => preview.evaluate(({ config }) => config.terms.services.at(-1).name)).toBe("Gift cards");
  expect(await preview.evaluate(({ config }) => [config.terms.rate, config.terms.floorRate])).toEqual([72.5, undefined]);

  const { name: file, text } = await saved(page, page.getByRole("button", { name: "Save terms.json" }));
  expect(file).toBe("terms.json");
  const { terms } = JSON.parse(text);
  expect([terms.shop.name, terms.rate, terms.floorRate]).toEqual(["My Shop", 72.5, undefined]);

  // The snippet, in a page with its own security policy.
  const code = (name) => page.getByRole("region", { name, exact: true }).textContent();
  const [snippet, policy] = [await code("HTML"), await code("Content-Security-Policy")];
  await page.route("**/takeon/**", (route) => {
    const path = new URL(route.request().url()).pathname.replace("/takeon/", "");
    if (path === "terms.json") return route.fulfill({ body: text, contentType: "application/json" });
    if (path === "page") {
      const body = `<!doctype html><html lang="en"><title>t</title><body>${snippet}`;
      return route.fulfill({
        body,
        contentType: "text/html",
        headers: { "content-security-policy": `default-src 'none'; ${policy}` },
      });
    }
    return route.continue({ url: new URL(`/${path}`, route.request().url()).href });
  });
  await page.goto("/takeon/page");
  await expectMounted(page.locator("takeon-calculator"));
  await toStep(page, "Wish list");
  await moreServices(page).click();
  await expect(wish(page, "Gift cards")).toBeVisible();
  expect(heard.errors).toEqual([]);
  expect(heard.messages).toEqual([]);
});

test("the frame of the archive shows the terms, at the height of its content", async ({ page }) => {
  const heard = listen(page);
  await open(page);
  await page.getByRole("button", { name: /^E-commerce agency/ }).click();
  await page.getByRole("radio", { name: "Frame", exact: true }).check({ force: true });
  const code = (name) => page.getByRole("region", { name, exact: true }).textContent();
  const [snippet, policy] = [await code("Frame"), await code("Content-Security-Policy")];
  const config = await page.locator("#preview").evaluate(({ config }) => JSON.stringify(config));
  await page.route("**/takeon/terms.json", (route) => route.fulfill({ body: config, contentType: "application/json" }));
  await page.route("**/page", (route) =>
    route.fulfill({
      body: `<!doctype html><html lang="en"><title>t</title><link rel="icon" href="/icon.svg"><body>${snippet}`,
      contentType: "text/html",
      headers: { "content-security-policy": `default-src 'none'; img-src 'self'; script-src 'unsafe-inline'; ${policy}` },
    }),
  );
  await page.goto("/page");
  const frame = page.frame({ url: /frame\.html/ });
  await expectMounted(frame.locator("takeon-calculator"));
  await toStep(frame, "Wish list");
  await expect(wish(frame, JSON.parse(config).terms.services[0].name)).toBeVisible();
  const inside = () => frame.evaluate(() => document.body.getBoundingClientRect().height);
  const height = () => page.locator("iframe").evaluate((element) => element.clientHeight);
  await expect.poll(async () => Math.abs((await height()) - (await inside()))).toBeLessThanOrEqual(1);
  expect(heard.errors).toEqual([]);
  expect(heard.messages).toEqual([]);
});

test("looks are shown in the preview, and included in the snippet", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Looks", exact: true }).click();
  const colour = page.getByLabel("Colour of what can be pressed");
  await colour.fill("#ffcc00");
  await expect(page.getByText(/^Light: contrast 1\.\d to 1, so the calculator shifts it/)).toBeVisible();
  await colour.fill("#7a1f4f");
  await expect(page.getByText(/^Light: contrast [\d.]+ to 1, readable as it is\./)).toBeVisible();
  await page.getByLabel("Font").selectOption("Georgia, serif");
  await page.getByLabel("Light or dark").selectOption("dark");
  await page.getByLabel("Language", { exact: true }).selectOption("da");
  const preview = page.locator("#preview");
  const calculator = preview.locator("[part~=calculator]");
  const style = (name) => calculator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name).trim(), name);
  await expect.poll(() => style("--light-accent")).toBe("rgb(122 31 79)");
  await expect.poll(() => style("font-family")).toBe("Georgia, serif");
  await expect.poll(() => style("color-scheme")).toBe("dark");
  const code = (name) => page.getByRole("region", { name, exact: true }).textContent();
  expect(await code("HTML")).toContain('<takeon-calculator config-src="/takeon/terms.json" lang="da" theme="dark">');
  expect(await code("Style")).toContain("--takeon-accent: #7a1f4f;\n  --takeon-font: Georgia, serif;");
  await page.getByRole("radio", { name: "Frame", exact: true }).check({ force: true });
  expect(await code("Frame")).toContain("frame.html?config=terms.json&amp;lang=da&amp;theme=dark");
});

test("a test message to the inbox reports whether it arrived", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "its driver tells nothing of what is posted");
  await open(page);
  await page.getByLabel("Email", { exact: true }).fill("hej@fjordlys.example");
  const inbox = page.getByLabel("Address that receives messages");
  await inbox.fill("https://hooks.example/a");
  let body;
  await page.context().route("https://hooks.example/**", (route) => {
    if (route.request().method() === "POST") body = route.request().postDataJSON();
    return route.fulfill({
      status: body ? 200 : 204,
      headers: { "access-control-allow-origin": "*", "access-control-allow-headers": "*" },
    });
  });
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByText("It arrived.")).toBeVisible();
  expect(body.sender).toEqual({ name: "Takeon", email: "hej@fjordlys.example" });
  expect(body.brief.wishes.length).toBeGreaterThan(0);
  await inbox.fill("https://hooks.example/b");
  await expect(page.getByText("It arrived.")).toHaveCount(0);
  await page.context().unroute("https://hooks.example/**");
  await page
    .context()
    .route("https://hooks.example/**", (route) =>
      route.fulfill({ status: 500, headers: { "access-control-allow-origin": "*", "access-control-allow-headers": "*" } }),
    );
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByText(/^It did not arrive\./)).toBeVisible();
});

/** Saves the archive of the desk, and serves it at /studio/ without some of its files. */
async function settle(page) {
  test.skip(test.info().project.name === "firefox", "its driver tells nothing of downloads");
  const button = page.getByRole("button", { name: "Save it all (takeon.zip)" });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const files = unzipSync(readFileSync(await file.path()));
  const types = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", svg: "image/svg+xml" };
  const [gone, stalled] = [new Set(), new Set()];
  await page.context().route("**/studio/**", (route) => {
    const name = decodeURI(new URL(route.request().url()).pathname.replace("/studio/", ""));
    // No response.
    if (stalled.has(name)) return undefined;
    if (!(name in files) || gone.has(name)) return route.fulfill({ status: 404, body: "none" });
    const contentType = types[name.split(".").pop()] ?? "application/octet-stream";
    return route.fulfill({ body: Buffer.from(files[name]), contentType });
  });
  return { files, gone, stalled };
}

test("the archive contains the terms, the check of an upload, and the desk", async ({ page }) => {
  await open(page);
  await page.getByLabel("Your shop’s name").fill("Fjordlys");
  const { files, gone, stalled } = await settle(page);
  const house = await page.context().newPage();
  await house.goto("/studio/test.html");
  const all = house.locator("body[data-done]");
  await expect(all).toBeAttached();
  await expect(house.getByText(/^All \d+ files are here, whole\.$/)).toBeVisible();
  await expect(house.getByText("terms.json is here and valid: “Fjordlys”.")).toBeVisible();
  // The files, the terms, remains of the ready-made shop, and the missing inbox.
  await expect(house.getByText(/^Still made up, and public as it is: hello@studio-nord\.example,/)).toBeVisible();
  await expect(house.getByRole("main").getByRole("list").first().getByRole("listitem")).toHaveCount(4);
  await expectMounted(house.locator("takeon-calculator"));
  for (const name of ["terms.json", "locales/da.json"]) gone.add(name);
  await house.reload();
  await expect(all).toBeAttached();
  await expect(house.getByText(/^terms\.json is not here\./)).toBeVisible();
  await expect(house.getByText(/^Not here: locales\/da\.json\./)).toBeVisible();
  gone.clear();
  const part = Object.keys(files).find((name) => /^takeon-widget-.*\.wasm$/.test(name));
  stalled.add(part);
  await house.clock.install();
  await house.reload();
  await expect(house.getByText("Looking …")).toBeVisible();
  await house.clock.runFor(31_000);
  await expect(all).toBeAttached();
  await expect(house.getByText(`Not here: ${part}.`)).toBeVisible();
  await expect(house.getByText("The calculator has not answered for 30 seconds.")).toBeVisible();
});

test("a self-hosted desk starts with the terms beside it, and makes no other requests", async ({ page, browser }) => {
  await open(page);
  await page.getByLabel("Your shop’s name").fill("Fjordlys");
  const { files } = await settle(page);
  const context = await browser.newContext();
  const house = await context.newPage();
  const asked = [];
  house.on("request", (request) => asked.push(request.url()));
  await context.route("**/*", (route) => {
    const name = decodeURI(new URL(route.request().url()).pathname.replace("/studio/", ""));
    const types = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json" };
    const contentType = types[name.split(".").pop()] ?? "application/octet-stream";
    return name in files
      ? route.fulfill({ body: Buffer.from(files[name]), contentType })
      : route.fulfill({ status: 404, body: "" });
  });
  await house.goto(new URL("/studio/desk.html", page.url()).href);
  await expect(house.getByLabel("Your shop’s name")).toHaveValue("Fjordlys");
  await expect(house.getByRole("button", { name: "Save it all (takeon.zip)" })).toHaveCount(0);
  await expect(house.getByLabel("Address of that folder")).toHaveValue("/studio/");
  await expectMounted(house.locator("#preview"));
  await house.getByRole("button", { name: "Enquiries", exact: true }).click();
  await expect(house.getByRole("button", { name: "Add three made-up enquiries" })).toBeVisible();
  for (const url of asked) expect(url.replace(/^blob:/, "")).toContain(new URL(page.url()).origin);
  await context.close();
});

test("a full agency of eight services takes at most 60 clicks and 350 keys", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.work = { clicks: 0, keys: 0 };
    addEventListener("pointerdown", () => (globalThis.work.clicks += 1), true);
    addEventListener("keydown", ({ key }) => (globalThis.work.keys += key === "Tab" ? 0 : 1), true);
  });
  await open(page);
  const desk = page.locator("#desk");
  const go = (part) =>
    page.getByRole("navigation", { name: "Parts of the terms" }).getByRole("button", { name: part, exact: true }).click();
  /** Types into a field by keys, over its text. */
  const type = async (field, text) => {
    await field.click();
    await page.keyboard.press("Control+a");
    await field.pressSequentially(text);
  };
  // Choosing an option takes two clicks, which fire no events.
  let choices = 0;
  const choose = async (field, option) => {
    choices += 1;
    await field.selectOption(option);
  };
  await choose(page.getByLabel("Your visitors read"), "da");
  await choose(page.getByLabel("Add a language"), "en");
  await type(page.getByLabel("Your shop’s name"), "Fjordlys");
  await type(page.getByLabel("Email", { exact: true }), "hej@fjordlys.dk");
  await type(page.getByLabel("Website"), "fjordlys.dk");
  await go("Rates and limits");
  await type(page.getByLabel("Currency", { exact: true }), "dkk");
  await choose(page.getByLabel("Prices", { exact: true }), { index: 1 });
  await type(page.getByLabel("Your hourly rate"), "950");
  await type(page.getByLabel("The least an hour must bring"), "700");
  await type(page.getByLabel("The least a job must bring"), "8000");
  await go("Team and pace");
  await type(page.getByLabel("Hours a week for one job"), "60");
  await go("Services");
  await desk.getByText("Many at once").click();
  const lines = ["Website 60", "Webshop 120", "Booking 40", "SEO 24", "Logo 30", "Foto 10", "Tekster 16", "Flytning 20"];
  await type(page.getByLabel("One service per line"), lines.join("\n"));
  await page.getByText("In place of the services above").click();
  await page.getByRole("button", { name: "Add 8 services" }).click();
  await go("Aftercare");
  await page.getByLabel("We host it").click();
  await type(page.getByLabel("Its price", { exact: true }).last(), "250");
  await go("Deal-breakers");
  await choose(page.getByRole("combobox", { name: "A free draft first" }), "you never take it");
  await go("Looks");
  await type(page.getByLabel("Colour of what can be pressed"), "#0a4d68");
  await expect(page.getByText("Everything fits together.")).toBeVisible();
  await page.getByRole("button", { name: "Get the code" }).click();
  await page.getByRole("button", { name: "Save it all (takeon.zip)" }).click();
  await page.getByRole("button", { name: /^Copy ?: HTML$/ }).click();
  const { clicks, keys } = await page.evaluate(() => globalThis.work);
  console.log(`${clicks + 2 * choices} clicks, ${keys} keys`);
  expect(clicks + 2 * choices).toBeLessThanOrEqual(60);
  expect(keys).toBeLessThanOrEqual(350);
});

test("texts for the page are in the language of its visitors, not of the desk", async ({ page }) => {
  await open(page);
  await page.getByLabel("Your visitors read").selectOption("da");
  const code = (name) => page.getByRole("region", { name, exact: true });
  await expect(code("HTML")).toContainText("Beregneren kræver JavaScript");
  await expect(code("Privacy notice")).not.toContainText("The calculator");
  await page.getByRole("radio", { name: "Frame", exact: true }).check({ force: true });
  await expect(code("Frame")).toContainText('title="Skal vi tage projektet?"');
  await page.getByLabel("Your visitors read").selectOption("en");
  await expect(code("Frame")).toContainText('title="Should we take this project?"');
});
