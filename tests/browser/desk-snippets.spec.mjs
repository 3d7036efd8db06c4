/** The snippets for a page, as whoever copies them into one has them. */
import { expect, test } from "@playwright/test";
import { open, saved } from "./desk.mjs";
import { expectMounted, listen, moreServices, toStep, wish } from "./helpers.mjs";

test("from a ready-made shop to a snippet that works", async ({ page }) => {
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

  // The calculator beside it changes as it is typed, and what is private stays.
  const preview = page.locator("#preview");
  await preview.scrollIntoViewIfNeeded();
  await expectMounted(preview);
  await expect.poll(() => preview.evaluate(({ config }) => config.terms.services.at(-1).name)).toBe("Gift cards");
  expect(await preview.evaluate(({ config }) => [config.terms.rate, config.terms.floorRate])).toEqual([72.5, undefined]);

  const { name: file, text } = await saved(page, page.getByRole("button", { name: "Save terms.json" }));
  expect(file).toBe("terms.json");
  const { terms } = JSON.parse(text);
  expect([terms.shop.name, terms.rate, terms.floorRate]).toEqual(["My Shop", 72.5, undefined]);

  // The snippet, in a page that has the policy it says it needs.
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

test("the frame that is taken along shows the terms and is as high as they need", async ({ page }) => {
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
