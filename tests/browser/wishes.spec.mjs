/** Wishes: rows, search by synonyms, pasted lists, and the effects of answers. */
import { expectMounted, moreServices, openMenu, recorded, toStep, wish, wishField, wishRow } from "./helpers.mjs";
import { expect, locale, t, test } from "./pseudo.mjs";

const calculator = (page) => page.locator("#a");
const brief = async (page) => (await recorded(page, "takeon-change")).at(-1)?.detail.brief;
const wishes = async (page) => (await brief(page))?.wishes ?? [];
const add = (page, name) => page.getByRole("button", { name: t("Add “{name}”", { name }), exact: true });
const rows = (page) => page.getByRole("list", { name: t("Your wish list and our services") }).getByRole("listitem");
const names = (page) =>
  rows(page)
    .getByRole("checkbox")
    .evaluateAll((ticks) => ticks.map((tick) => tick.labels[0].innerText));

const PHONE = { width: 390, height: 844 };

/** Column of a spreadsheet: eight services of the shop, four wishes of one's own. */
const TWELVE = [
  "Website",
  "Events calendar",
  "Member login",
  "2 landing pages",
  "Translation into French",
  "Newsletter signup",
  "SEO",
  "Photos",
  "Donation form",
  "Map of projects",
  "Volunteer management",
  "Annual report page",
].join("\n");

async function open(page) {
  await page.goto("/pages/plain.html");
  await expectMounted(calculator(page));
}

/** Pastes a text into a field, by the clipboard event. */
const paste = (page, text) => wishField(page).fill(text);

test.describe("on a phone", () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test("a wish is at most 70 pixels high, and its controls are large enough for a finger @english", async ({ page }) => {
    await open(page);
    await toStep(page, "Wish list");
    await moreServices(page).click();
    const ticks = await rows(page).getByRole("checkbox").count();
    // The three sizes of an app are one row.
    expect(ticks).toBe(18);
    const heights = () =>
      rows(page).evaluateAll((rows) => rows.map((row) => [row.innerText, row.getBoundingClientRect().height]));
    expect((await heights()).filter(([, height]) => height > 70 || height < 44)).toEqual([]);
    for (let index = 0; index < ticks; index++) await rows(page).getByRole("checkbox").nth(index).check();
    expect((await heights()).filter(([, height]) => height > 70)).toEqual([]);
    const parts = rows(page).first().getByRole("radio");
    for (const part of await parts.all()) {
      const { width, height } = await part.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    // Each shows what it adds, and no note is cut off.
    // Not every browser includes the chosen size in the text of the row.
    const texts = await rows(page).evaluateAll((rows) => rows.map((row) => row.textContent));
    for (const text of texts) expect(text).toMatch(/€/);
    const cut = await rows(page).evaluateAll((rows) =>
      rows
        .flatMap((row) => [...row.querySelectorAll("[id$=-note]")])
        .filter((note) => note.scrollWidth > note.clientWidth + 1)
        .map((note) => note.innerText),
    );
    expect(cut).toEqual([]);
    const wide = await calculator(page).evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(wide).toBe(false);
  });

  test("twelve pasted wishes lead to a verdict in eight taps and six keystrokes @english", async ({ page }) => {
    await open(page);
    let [taps, strokes] = [0, 0];
    // Elements out of view are scrolled to, by 0.6 of the screen at a time, as with a thumb.
    const tap = async (found) => {
      for (;;) {
        const box = await found.boundingBox();
        if (box && box.y >= 0 && box.y + box.height <= PHONE.height) break;
        await page.mouse.wheel(0, (box && box.y < 0 ? -0.6 : 0.6) * PHONE.height);
        strokes += 1;
        expect(strokes).toBeLessThan(20);
        await page.waitForFunction(() => true);
      }
      taps += 1;
      await found.click();
    };
    await tap(page.getByRole("button", { name: "what?" }));
    await tap(wishField(page));
    // Pasting from the keyboard's menu is a tap.
    taps += 1;
    await paste(page, TWELVE);
    await expect(page.getByRole("heading", { name: "12 lines read. 8 match our services." })).toBeFocused();
    await tap(page.getByRole("button", { name: "Use these", exact: true }));
    await expect.poll(async () => (await wishes(page)).length).toBe(12);
    expect((await wishes(page)).filter(({ service }) => service).map(({ service }) => service)).toEqual([
      "site",
      "booking",
      "forum",
      "landing-page",
      "language",
      "newsletter",
      "seo-setup",
      "photos",
    ]);
    const { appraisal } = (await recorded(page, "takeon-change")).at(-1).detail;
    expect(appraisal.price.p50).toBeGreaterThan(10_000);
    await tap(page.getByRole("button", { name: "Next", exact: true }));
    await tap(page.getByRole("radio", { name: "No deadline", exact: true }).locator("xpath=.."));
    await tap(page.getByRole("button", { name: "Next", exact: true }));
    expect(taps).toBeLessThanOrEqual(8);
    expect(strokes).toBeLessThanOrEqual(6);
  });
});

test("a service is found by synonyms, and the field is ready for the next @english", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  const field = wishField(page);
  for (const [typed, name] of [
    ["web shop", "shop"],
    ["newsletter signup", "newsletter"],
    ["MÖBELLAGER", "none"],
  ]) {
    await field.fill(typed);
    if (name === "none") {
      await expect(rows(page)).toHaveCount(0);
      continue;
    }
    const first = rows(page).first().getByRole("checkbox");
    await first.check();
    await expect(field).toHaveValue("");
    await expect(field).toBeFocused();
    await expect.poll(async () => (await wishes(page)).at(-1)?.service).toBe(name);
  }
});

test("a search for a shop finds the built and the rented one, by any of its words @english", async ({ page }) => {
  await open(page);
  for (const [lang, texts] of [
    ["en", ["webshop", "e-commerce", "online store", "sell online"]],
    ["da", ["webshop", "netbutik", "e-handel"]],
    ["de", ["Onlineshop", "Webshop", "verkaufen"]],
  ]) {
    await page.reload();
    await expectMounted(calculator(page));
    await calculator(page).evaluate((element, lang) => (element.lang = lang), lang);
    await expect(calculator(page).locator("[part~=calculator]")).toHaveAttribute("lang", lang);
    await calculator(page).locator("p button[aria-expanded]").first().click();
    const field = calculator(page).getByRole("textbox");
    for (const text of texts) {
      await field.fill(text);
      const ids = () =>
        calculator(page)
          .locator("[part~=questions] ul input[type=checkbox]")
          .evaluateAll((ticks) => ticks.map((tick) => tick.id.replace("service-", "")));
      await expect.poll(async () => (await ids()).sort(), { message: text }).toEqual(["hosted-shop", "shop"]);
    }
  }
});

test("the first wish is a must, unless the visitor changes it", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  await wish(page, t("Landing page")).check();
  await expect(wishRow(page, t("Landing page")).getByRole("radio", { name: t("Must"), exact: true })).toBeChecked();
  await moreServices(page).click();
  await wish(page, t("Newsletter")).check();
  await expect(wishRow(page, t("Newsletter")).getByRole("radio", { name: t("Should"), exact: true })).toBeChecked();
  await wishRow(page, t("Landing page"))
    .getByRole("radio", { name: t("Should"), exact: true })
    .check();
  await page.getByRole("button", { name: t("Change {name}", { name: t("Newsletter") }) }).click();
  await wishRow(page, t("Newsletter"))
    .getByRole("radio", { name: t("Nice to have"), exact: true })
    .check();
  await expect
    .poll(async () => (await wishes(page)).map(({ service, priority }) => [service, priority]))
    .toEqual([
      ["landing-page", "should"],
      ["newsletter", "could"],
    ]);
});

test("unknown words become a wish of the client's own, without an error", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  await wishField(page).fill("donation form");
  await add(page, "donation form").click();
  await expect(wish(page, "donation form")).toBeChecked();
  const size = wishRow(page, "donation form").getByRole("group", { name: t("How big is it?"), exact: true });
  await expect(size.getByRole("radio", { checked: true })).toBeFocused();
  await expect(page.getByText(t("Give it a name, so we know what it is."))).toHaveCount(0);
  await size.getByRole("radio", { name: t("A couple of weeks"), exact: true }).check();
  await expect.poll(() => wishes(page)).toEqual([{ name: "donation form", size: "large", count: 1, priority: "must" }]);
});

test("each line of a list can be another wish, or none @english", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  await paste(page, "We would like:\n1. Website\n2. Calendar\n3. 3 maps\n- With kind regards\n");
  const lines = page.locator("[part~=questions]").getByRole("listitem");
  await expect(page.getByRole("checkbox", { name: "With kind regards" })).toBeChecked();
  await page.getByRole("checkbox", { name: "With kind regards" }).uncheck();
  await page.getByRole("button", { name: t("Remove {name}", { name: t("Appointment booking") }) }).click();
  await lines
    .filter({ has: page.getByRole("checkbox", { name: "Calendar" }) })
    .getByRole("radio", { name: t("Weeks"), exact: true })
    .check();
  const expected = [
    { service: "site", count: 1, priority: "must" },
    { name: "Calendar", size: "large", count: 1, priority: "should" },
    { name: "3 maps", size: "medium", count: 1, priority: "should" },
  ];
  await expect.poll(() => wishes(page)).toEqual(expected);
  await page.getByRole("button", { name: t("Use these"), exact: true }).click();
  await expect(rows(page).getByRole("checkbox", { checked: true })).toHaveCount(3);
  // One button removes an accidental paste.
  await paste(page, "a\nb");
  await expect.poll(async () => (await wishes(page)).length).toBe(5);
  await page.getByRole("button", { name: t("Cancel"), exact: true }).click();
  await expect.poll(() => wishes(page)).toEqual(expected);
});

test("the heading of a table is no wish, and its musts are musts @english", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  const table = [
    "Nr\tFeature\tPriority\tNote",
    "1\tDonation form\tShould\twith PayPal",
    "2\tNewsletter\tMust\t",
    "3\tWebsite\tMust\tabout ten pages",
    "4\tRoom plan\tShould\t",
  ];
  await paste(page, table.join("\n"));
  await expect(page.getByRole("heading", { name: "4 lines read. 2 match our services." })).toBeFocused();
  const expected = [
    { name: "Donation form", size: "medium", count: 1, priority: "should" },
    { service: "newsletter", count: 1, priority: "must" },
    { service: "site", count: 1, priority: "must" },
    { name: "Room plan", size: "medium", count: 1, priority: "should" },
  ];
  await expect.poll(() => wishes(page)).toEqual(expected);
});

test("a heading that is no priority like the others is not ticked @english", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  await paste(page, "Feature\tPriority\nDonations\tMust\nRoom plan\tShould\nNewsletter\tMust\nMap\tCould");
  await expect(page.getByRole("checkbox", { name: "Feature" })).not.toBeChecked();
  const priorities = async () => (await wishes(page)).map(({ priority }) => priority);
  await expect.poll(priorities).toEqual(["must", "should", "must", "should"]);
});

test("words such as wish and priority are a heading, whatever the rows say @english", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  await paste(page, "Wish\tPriority\nWebsite\tMust\nBlog\tNice\nRoom plan\tlater");
  await expect(page.getByRole("checkbox", { name: "Wish", exact: true })).not.toBeChecked();
  const priorities = async () => (await wishes(page)).map(({ priority }) => priority);
  await expect.poll(priorities).toEqual(["must", "should", "should"]);
});

test("several wishes in one typed line are taken for several @english", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  await wishField(page).fill("website, blog and newsletter");
  await expect(page.getByRole("button", { name: "Add as 3 items" })).toBeVisible();
  await wishField(page).press("Enter");
  await expect(page.getByRole("heading", { name: "3 lines read. 3 match our services." })).toBeFocused();
  const services = async () => (await wishes(page)).map(({ service }) => service);
  await expect.poll(services).toEqual(["site", "blog", "newsletter"]);
});

test("a site with a blog is both @english", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  await wishField(page).fill("site with a blog");
  await wishField(page).press("Enter");
  const services = async () => (await wishes(page)).map(({ service }) => service);
  await expect.poll(services).toEqual(["site", "blog"]);
});

test("changes made while a pasted list is being confirmed are kept", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page);
  await toStep(page, "Wish list");
  await paste(page, "Rocket\nMoon\nStars");
  await expect.poll(async () => (await wishes(page)).length).toBe(3);
  await page.getByLabel(t("Money, in {currency}", { currency: "EUR" }), { exact: true }).fill("4000");
  await expect.poll(async () => (await brief(page)).budget).toEqual({ fixed: 4000 });
  await page.getByRole("checkbox", { name: "Moon" }).uncheck();
  await expect.poll(async () => (await wishes(page)).map(({ name }) => name)).toEqual(["Rocket", "Stars"]);
  expect((await brief(page)).budget).toEqual({ fixed: 4000 });
  await page.getByRole("button", { name: t("Cancel"), exact: true }).click();
  await expect.poll(() => wishes(page)).toEqual([]);
  expect((await brief(page)).budget).toEqual({ fixed: 4000 });
});

test("two wishes ticked at once, as by a script, are both kept", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  await rows(page)
    .getByRole("checkbox")
    .evaluateAll((ticks) => ticks.slice(0, 2).forEach((tick) => tick.click()));
  await expect.poll(async () => (await wishes(page)).length).toBe(2);
});

test("the details of a wish stay open or closed when another wish is removed", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  for (const name of ["Rocket", "Moon"]) {
    await wishField(page).fill(name);
    await add(page, name).click();
  }
  const name = page.getByRole("textbox", { name: t("What is it?") });
  await expect(name).toHaveCount(2);
  await page.getByRole("button", { name: t("Change {name}", { name: "Rocket" }) }).click();
  await wish(page, "Rocket").click();
  await expect(wish(page, "Rocket")).toHaveCount(0);
  await expect(name).toHaveValue("Moon");
  await wishField(page).fill("Stars");
  await wishField(page).press("Enter");
  await expect(wish(page, "Stars")).toBeChecked();
  await expect(name).toHaveValue("Moon");
});

test("the keyboard alone suffices for a list @english", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  await wishField(page).focus();
  await page.keyboard.type("SEO");
  await page.keyboard.press("Enter");
  await expect(wishField(page)).toHaveValue("");
  await page.keyboard.type("Donation form");
  await page.keyboard.press("Enter");
  await expect(wishField(page)).toBeFocused();
  await expect
    .poll(async () => (await wishes(page)).map(({ service, name }) => service ?? name))
    .toEqual(["seo-setup", "Donation form"]);
  // Chosen services come first.
  expect((await names(page)).slice(0, 2)).toEqual([t("SEO set-up"), "Donation form"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect.poll(async () => (await wishes(page)).map(({ name }) => name)).toEqual(["Donation form"]);
});

test("the price grows by the amount that a service says it adds @english", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  // The price that is enough is the last amount in the heading.
  const head = page.locator("[part~=verdict]").getByRole("heading");
  const price = async () =>
    Number(
      (await head.innerText())
        .match(/€[\d,]+/g)
        .at(-1)
        .replace(/\D/g, ""),
    );
  await wish(page, "Landing page").check();
  await expect(head).toContainText("About €");
  const row = wishRow(page, "Website redesign");
  const said = Number((await row.getByText(/^\+ €[\d,]+$/).innerText()).replace(/\D/g, ""));
  const before = await price();
  await wish(page, "Website redesign").check();
  await expect.poll(async () => (await wishes(page)).length).toBe(2);
  // Each of the three amounts is rounded.
  await expect.poll(async () => Math.abs((await price()) - before - said)).toBeLessThanOrEqual(0.05 * said);
  // A chosen service still shows what it adds.
  await expect(row.getByText(/^\+ €/)).toBeVisible();
});

test("Arabic words find services, and Arabic lists are read @english", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(calculator(page));
  await page.getByRole("button", { name: "what?" }).click();
  await calculator(page).evaluate((element) => (element.lang = "ar"));
  const field = calculator(page).getByRole("textbox");
  await expect(calculator(page).locator("[part~=calculator]")).toHaveAttribute("dir", "rtl");
  await field.fill("• ترجمة\n• متجر إلكتروني\n• خريطة المشاريع");
  await expect
    .poll(async () => (await wishes(page)).map(({ service, name }) => service ?? name))
    .toEqual(["language", "shop", "خريطة المشاريع"]);
});

test("three conditions are asked first, and each answer shows its effect", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: t("A site with good content and enough time") }).click();
  await toStep(page, "Working together");
  await page.getByRole("button", { name: t("I don’t know"), exact: true }).click();
  // An open question stays open until the visitor leaves the step.
  await toStep(page, "Budget");
  await toStep(page, "Working together");
  const asked = page.locator("[part~=questions] fieldset:visible");
  await expect(asked).toHaveCount(3);
  const ready = page
    .locator("[part~=questions]")
    .getByRole("group", { name: t("Will text and images be ready before we start?"), exact: true });
  const no = ready.getByRole("radio", { name: t("No"), exact: true });
  await expect(no).toHaveAccessibleDescription(/./);
  const { appraisal } = (await recorded(page, "takeon-change")).at(-1).detail;
  const spoken = (odds) => {
    const n = Math.round(odds * 10);
    return n === 8 && odds < 0.8 ? t("just under {n} in 10", { n }) : t("about {n} in 10", { n });
  };
  const description = await no.evaluate(
    (radio) => radio.getRootNode().getElementById(radio.getAttribute("aria-describedby")).textContent,
  );
  await no.check();
  await expect.poll(async () => (await brief(page)).conditions?.contentReady).toBe(false);
  const after = (await recorded(page, "takeon-change")).at(-1).detail.appraisal.odds.both;
  expect(description).toBe(after > 0.95 ? t("nearly always") : after < 0.05 ? t("hardly ever") : spoken(after));
  expect(appraisal.odds.both).not.toBe(after);
});

test("each size of a service has a description and a price, and can be picked in its row", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await open(page);
  await toStep(page, "Wish list");
  await wishField(page).fill(t("Mobile app"));
  await expect(rows(page)).toHaveCount(1);
  await wish(page, t("Mobile app")).check();
  const size = page.getByRole("combobox", { name: t("{name}: how big is it?", { name: t("Mobile app") }) });
  await expect(size.getByRole("option")).toHaveCount(3);
  await expect(size).toHaveValue("app");
  const { appraisal } = (await recorded(page, "takeon-change")).at(-1).detail;
  const large = size.getByRole("option").nth(2);
  expect(await large.innerText()).toMatch(/€\d\d,\d00/u);
  await size.selectOption("app-large");
  await expect.poll(async () => (await wishes(page)).map(({ service }) => service)).toEqual(["app-large"]);
  expect((await recorded(page, "takeon-change")).at(-1).detail.appraisal.price.p50).toBeGreaterThan(appraisal.price.p50);
  await openMenu(page);
  await page.getByRole("button", { name: t("Undo"), exact: true }).click();
  await expect(size).toHaveValue("app");
  expect((await wishRow(page, t("Mobile app")).boundingBox()).height).toBeLessThanOrEqual(locale() === "en" ? 70 : 110);
  await wish(page, t("Mobile app")).uncheck();
  await expect.poll(async () => (await wishes(page)).length).toBe(0);
});

test("each choice of an owner for care has the effect on its button", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: t("A site with good content and enough time") }).click();
  await toStep(page, "Budget");
  // With little money, an unpaid hour matters.
  await page.getByLabel(t("Roughly how much, in {currency}", { currency: "EUR" })).fill("7000");
  await toStep(page, "Aftercare");
  const asked = page
    .locator("[part~=questions]")
    .getByRole("group", { name: t("Answering questions"), exact: true })
    .first();
  const unpaid = asked.getByRole("radio", { name: t("Us, included in the price"), exact: true });
  await expect(unpaid).toHaveAccessibleDescription(/./);
  const description = await unpaid.evaluate(
    (radio) => radio.getRootNode().getElementById(radio.getAttribute("aria-describedby")).textContent,
  );
  await unpaid.check();
  await expect.poll(async () => JSON.stringify((await brief(page)).care?.help)).toContain("us-unpaid");
  const after = (await recorded(page, "takeon-change")).at(-1).detail.appraisal.odds.both;
  const spokenOdds = t("about {n} in 10", { n: Math.round(after * 10) });
  expect(description).toBe(after > 0.95 ? t("nearly always") : after < 0.05 ? t("hardly ever") : spokenOdds);
});

test("deleting a name to type another is no error yet", async ({ page }) => {
  await open(page);
  await toStep(page, "Wish list");
  await wishField(page).fill("Rocket");
  await add(page, "Rocket").click();
  const name = page.getByRole("textbox", { name: t("What is it?") });
  const problem = page.getByText(t("Give it a name, so we know what it is."));
  await name.fill("");
  await expect(problem).toBeAttached();
  await expect(problem).toBeHidden();
  await name.blur();
  await expect(problem).toBeVisible();
  await name.fill("Moon");
  await expect(problem).toHaveCount(0);
});

test("numbers are read as people type them, including halves", async ({ page }) => {
  await open(page);
  await page.locator("#a").evaluate((element) => (element.audience = "shop"));
  await toStep(page, "Wish list");
  await wish(page, t("Landing page")).check();
  await wishRow(page, t("Landing page")).getByRole("button").first().click();
  const lasts = page.getByRole("textbox", { name: t("Takes at least (weeks)") });
  for (const [typed, meant] of [
    ["2½", 2.5],
    ["1,5", 1.5],
    ["3", 3],
  ]) {
    await lasts.fill(typed);
    await expect.poll(async () => (await wishes(page))[0]?.leastWeeks).toBe(meant);
  }
});
