/** The editor of terms: a ready-made shop is chosen, changed and corrected. */
import { expect, test } from "@playwright/test";
import { toolsShown, open } from "./desk.mjs";
import { drawn } from "./helpers.mjs";

test("an error is next to its field, and input is never lost", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page.locator("#desk [id$=head]", { hasText: "Custom blog" }).click();
  const high = page.getByLabel("high");
  await high.fill("2");
  const group = page.getByRole("group", { name: "Hours it takes you" });
  await expect(group.getByText("likely (12 h) is above high (2 h)")).toBeVisible();
  await expect(high).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("button", { name: "Services 1 to fix" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save terms.json" })).toBeDisabled();
  await high.fill("soon");
  await expect(group.getByText(/must be a number from 0/)).toBeVisible();

  // Everything is there on the next visit.
  await open(page);
  await page.getByRole("button", { name: "Services 1 to fix" }).click();
  await page.locator("#desk [id$=head]", { hasText: "Custom blog" }).click();
  await expect(high).toHaveValue("soon");
  await high.fill("24");
  await expect(page.getByRole("button", { name: "Save terms.json" })).toBeEnabled();

  // Another shop replaces the work, which can be restored.
  await page.getByRole("button", { name: "Shop", exact: true }).click();
  await page.getByLabel("Your shop’s name").fill("Mine");
  await page.getByRole("button", { name: /^Brand and design/ }).click();
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Felt & Form");
  const back = page.getByRole("button", { name: "Undo", exact: true });
  await back.click();
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Mine");

  // After any number of shops, one undo restores the work.
  await page.getByRole("button", { name: /^Brand and design/ }).dblclick();
  await page.getByRole("button", { name: /^E-commerce agency/ }).click();
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Kontor Commerce");
  await back.click();
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Mine");
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Kontor Commerce");
});

test("with an error in the terms, the last ones without it count, also on the next visit", async ({ page }) => {
  await open(page);
  await page.getByLabel("Your shop’s name").fill("Mine");
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page.locator("#desk [id$=head]", { hasText: "Custom blog" }).click();
  await page.getByLabel("high").fill("2");
  await expect(page.getByRole("button", { name: "Services 1 to fix" })).toBeVisible();
  await open(page);
  await expect(page.getByRole("button", { name: "Services 1 to fix" })).toBeVisible();
  await expect.poll(() => page.locator("#preview").evaluate(({ config }) => config?.terms.shop.name)).toBe("Mine");
});

test("of two shops chosen in a row the last one counts, even if the first loads later", async ({ page }) => {
  await open(page);
  let release;
  const released = new Promise((done) => (release = done));
  await page.route("**/terms/brand-design.json", async (route) => {
    await released;
    await route.continue();
  });
  await page.getByRole("button", { name: /^Brand and design/ }).click();
  await page.getByRole("button", { name: /^E-commerce agency/ }).click();
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Kontor Commerce");
  const late = page.waitForResponse("**/terms/brand-design.json");
  release();
  await (await late).finished();
  // This was requested later and has arrived, so the late response has, too.
  await page.evaluate(async () => (await fetch("/terms/brand-design.json")).text());
  await drawn(page);
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Kontor Commerce");
});

test("a name that is deleted and typed again keeps its translations", async ({ page }) => {
  await page.addInitScript(() => {
    const terms = { shop: { name: "Mine" }, currency: "EUR", rate: 85, team: { hoursPerWeek: 25 } };
    terms.services = [{ id: "blog", name: { default: "Blog", de: "Weblog" }, hours: 12 }];
    localStorage.setItem("takeon-desk:1:config", JSON.stringify({ terms }));
  });
  await open(page);
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page.locator("#desk").getByRole("button", { name: /^Blog/, expanded: false }).click();
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("");
  await expect(page.getByRole("button", { name: "Services 1 to fix" })).toBeVisible();
  await name.fill("Journal");
  await expect(page.getByRole("button", { name: "Services", exact: true })).toBeVisible();
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:config")));
  expect(kept.terms.services[0].name).toEqual({ default: "Journal", de: "Weblog" });
});

test("the focus follows the work", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Services", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Add a service" }).press("Enter");
  const name = page.getByLabel("Name", { exact: true });
  await expect(name).toBeFocused();
  await page.keyboard.type("Gift cards");
  await expect(name).toHaveValue("Gift cards");
  await page.getByRole("button", { name: "Remove Gift cards" }).press("Enter");
  // The previous thing, if none follows.
  await expect(page.locator("#desk li:last-child > [id$=head]").last()).toBeFocused();
  await page.getByRole("button", { name: "Undo", exact: true }).first().press("Enter");
  await expect(page.locator("#desk li:has(> [id$=head])").last()).toHaveText(/^Gift cards/);
  await page.getByRole("button", { name: "Next: Aftercare" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Aftercare", exact: true })).toBeFocused();

  // A figure is the ready-made shop's until it is changed.
  const price = page.getByLabel("Its price", { exact: true }).first();
  await page.getByRole("button", { name: "Team and pace", exact: true }).click();
  await expect(page.getByText("our assumption", { exact: true }).filter({ visible: true })).toHaveCount(3);
  await page.getByLabel("Hours a week for one job").fill("30");
  await expect(page.getByText("our assumption", { exact: true }).filter({ visible: true })).toHaveCount(2);
  const parts = page.getByRole("navigation", { name: "Parts of the terms" });
  await parts.getByRole("button", { name: "Aftercare", exact: true }).click();
  await expect(page.getByLabel("Where the price comes from").first()).toHaveValue("Our assumption.");
  await price.fill("75");
  await expect(page.getByLabel("Where the price comes from").first()).toHaveValue("");
});

test("a stop can be absent, lifted or final, and lines keep their translations", async ({ page }) => {
  await page.addInitScript(() => {
    const terms = { shop: { name: "Mine" }, currency: "EUR", rate: 85, team: { hoursPerWeek: 25 } };
    terms.services = [{ id: "blog", name: "Blog", hours: 12, also: [{ default: "weblog", de: "Netztagebuch" }, "diary"] }];
    terms.stops = ["freeSample", { id: "noDeposit", lift: true }, "notWritten"];
    localStorage.setItem("takeon-desk:1:config", JSON.stringify({ terms }));
  });
  await open(page);
  await page.getByRole("button", { name: "Deal-breakers", exact: true }).click();
  const stop = (name) => page.getByRole("combobox", { name });
  await expect(stop("A free draft first")).toHaveValue("never");
  await expect(stop("No deposit")).toHaveValue("lifted");
  await expect(stop("No one person can decide")).toHaveValue("accepted");
  await stop("A free draft first").selectOption("you take it anyway");
  await stop("It is not in writing").selectOption("you take it once that changes");
  await stop("It is not lawful").selectOption("you never take it");

  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page.locator("#desk").getByRole("button", { name: /^Blog/, expanded: false }).click();
  await page.getByText("More, where the defaults do not fit").click();
  const words = page.getByRole("textbox", { name: "Other words for it" });
  await expect(words).toHaveValue("weblog\ndiary");
  await words.fill("weblog\n");
  await words.press("Control+End");
  await words.pressSequentially("news pages\n");
  await expect(words).toHaveValue("weblog\nnews pages\n");
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:config")));
  expect(kept.terms.stops).toEqual([{ id: "noDeposit", lift: true }, { id: "notWritten", lift: true }, "unlawful"]);
  expect(kept.terms.services[0].also).toEqual([{ default: "weblog", de: "Netztagebuch" }, "news pages"]);
});

test("another currency and rate convert the ready-made amounts, and examples keep their verdicts", async ({ page }) => {
  await open(page);
  const parts = page.getByRole("navigation", { name: "Parts of the terms" });
  const examples = async () => {
    await parts.getByRole("button", { name: "Examples", exact: true }).click();
    return page.getByText(/^By your terms: /).allTextContents();
  };
  const before = await examples();
  expect(before).toHaveLength(3);
  expect(before[2]).toBe("By your terms: Take it.");
  await parts.getByRole("button", { name: "Rates and limits", exact: true }).click();
  const currency = page.getByLabel("Currency", { exact: true });
  // By keys, because Firefox fires no change event for values set by a script.
  await currency.clear();
  await currency.pressSequentially("dkk");
  await currency.press("Tab");
  await expect(currency).toHaveValue("DKK");
  await page.getByLabel("Your hourly rate").fill("950");
  expect(await examples()).toEqual(before);
  await expect(page.getByLabel("Budget, DKK").nth(2)).toHaveValue("180000");
  // Typed text stays.
  await page.getByLabel("Budget, DKK").nth(2).fill("20000");
  await expect(page.getByText(/^By your terms: /).nth(2)).not.toHaveText("By your terms: Take it.");
  // Its wishes are changed, too.
  const asked = page.getByText(/^Asks for \d+ things?$/).nth(2);
  const wishes = await asked.textContent();
  await asked.click();
  await page.getByRole("group").nth(2).getByRole("checkbox", { checked: false }).first().check();
  await expect(asked).not.toHaveText(wishes);
  await parts.getByRole("button", { name: "Shop", exact: true }).click();
  const site = page.getByLabel("Website");
  await site.clear();
  await site.pressSequentially("fjordlys.dk");
  await site.press("Tab");
  await expect(site).toHaveValue("https://fjordlys.dk");
});

test("a removed service also leaves the examples, and can be restored", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Services", exact: true }).click();
  const desk = page.locator("#desk");
  const remove = async (id) => {
    const at = await page.evaluate(
      (id) =>
        JSON.parse(localStorage.getItem("takeon-desk:1:config") ?? "null")?.terms.services.findIndex((one) => one.id === id) ??
        null,
      id,
    );
    return at;
  };
  // Nothing is stored before a change.
  await desk.getByRole("button", { name: /^Newsletter/, expanded: false }).click();
  await desk.getByRole("button", { name: /^Remove Newsletter/ }).click();
  await expect(desk.getByText(/^Removed “Newsletter/)).toBeVisible();
  await expect(desk.getByText("Everything fits together.")).toBeVisible();
  expect(await remove("newsletter")).toBe(-1);
  await desk.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(desk.getByText(/^Removed “/)).toHaveCount(0);
  await expect.poll(() => remove("newsletter")).toBeGreaterThan(0);
});

test("an id follows the name until it is published, and is never given to another thing", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Services", exact: true }).click();
  const last = () => page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:config")).terms.services.at(-1).id);
  const add = async (name) => {
    await page.getByRole("button", { name: "Add a service" }).click();
    await page.getByLabel("Name", { exact: true }).fill(name);
  };
  await add("Phone app");
  await expect.poll(last).toBe("phone-app");
  await page.getByRole("button", { name: "Remove Phone app" }).click();
  await add("Phone app");
  await expect.poll(last).toBe("phone-app-2");
  // Published ids may be in links.
  await open(page);
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page
    .locator("#desk")
    .getByRole("button", { name: /^Phone app/, expanded: false })
    .click();
  await page.getByLabel("Name", { exact: true }).fill("Application");
  await expect(page.getByRole("button", { name: "Remove Application" })).toBeVisible();
  expect(await last()).toBe("phone-app-2");
});

test("every step can be undone and redone by keyboard, in order", async ({ page }) => {
  await open(page);
  const name = page.getByLabel("Your shop’s name");
  const before = await name.inputValue();
  await name.fill("Fjordlys");
  await page.getByRole("button", { name: "Rates and limits", exact: true }).click();
  const rate = page.getByLabel("Your hourly rate");
  await rate.fill("950");
  await page.keyboard.press("Control+z");
  await expect(rate).toHaveValue("85");
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: "Shop", exact: true }).click();
  await expect(name).toHaveValue(before);
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();
  await page.keyboard.press("Control+Shift+z");
  await expect(name).toHaveValue("Fjordlys");
});

test("ready-made texts are in the languages of the visitors", async ({ page }) => {
  await open(page);
  await page.getByLabel("Your visitors read").selectOption("da");
  await page.getByLabel("Add a language").selectOption("en");
  await page.getByRole("button", { name: "Purposes", exact: true }).click();
  const desk = page.locator("#desk");
  await expect(desk.getByRole("button", { name: /^Få flere henvendelser/ })).toBeVisible();
  await desk.getByRole("button", { name: /^Få flere henvendelser/ }).click();
  await desk.getByRole("button", { name: "English", exact: true }).first().click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Get more enquiries");
  // A text without a translation is shown in the main language, with a note.
  await page.getByRole("button", { name: "Add a purpose" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Vinde priser");
  await desk.getByRole("button", { name: "English: shown in Danish" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Win prizes");
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:config")));
  await expect.poll(async () => (await kept()).terms.purposes.at(-1).name).toEqual({ default: "Vinde priser", en: "Win prizes" });
  // The preview is that of a Danish visitor, without English words.
  const preview = page.locator("#preview");
  const spoken = () => preview.locator("[part~=calculator]").evaluate((calculator) => calculator.closest("[lang]").lang);
  await expect.poll(spoken).toBe("da");
  await expect(preview.getByText("Skræddersyet blog").first()).toBeAttached();
  const english = (await kept()).terms.services.map(({ name }) => name).filter((name) => name.en !== name.default);
  expect(english.length).toBeGreaterThan(10);
  for (const { en } of english) await expect(preview.getByText(en, { exact: true })).toHaveCount(0);
  await page.getByLabel("Language of the preview").selectOption("en");
  await expect.poll(spoken).toBe("en");
  // Another shop has the same languages, and a removed language leaves no texts.
  await page.getByRole("button", { name: /^Brand and design/ }).click();
  await expect
    .poll(async () => (await kept()).terms.purposes[0].name)
    .toEqual({ default: "Blive genkendt", en: "Be recognised" });
  await page.getByRole("button", { name: "Remove English" }).click();
  await expect.poll(async () => (await kept()).terms.purposes[0].name).toBe("Blive genkendt");
});

test("an edit shows its effect on the example and on the enquiries", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Enquiries", exact: true }).click();
  await page.locator("#desk").getByRole("button", { name: "Add three made-up enquiries" }).click();
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  const preview = page.locator("#preview");
  await preview.scrollIntoViewIfNeeded();
  // The example opens without a click, and moves neither focus nor scroll position.
  await expect(preview.locator("[part=verdict]")).toBeVisible();
  await expect(preview).not.toBeFocused();
  await page.getByRole("button", { name: "Rates and limits", exact: true }).click();
  await page.getByLabel("Your hourly rate").fill("300");
  await expect(page.getByText(/8 in 10: €[\d,]+ → €[\d,]+/)).toBeVisible();
  await expect(page.getByText(/of your 3 enquiries change/)).toBeVisible();
  await expect(preview.locator("[part=verdict]")).toBeVisible();
  await page.getByRole("button", { name: "Partners", exact: true }).click();
  await page.locator("#desk [id$=head]").first().click();
  await page.getByLabel("Name", { exact: true }).fill("Somebody else");
  await expect(page.getByText("That did not change this answer.")).toBeVisible();
});

test("a rate that moves nothing says that the floor decides", async ({ page }) => {
  await open(page);
  await page.locator("#preview").scrollIntoViewIfNeeded();
  await expect(page.locator("#preview [part=verdict]")).toBeVisible();
  await page.getByRole("button", { name: "Rates and limits", exact: true }).click();
  await page.getByLabel("The least an hour must bring").fill("60");
  await expect(page.getByText(/8 in 10: €[\d,]+ → €[\d,]+/)).toBeVisible();
  await page.getByLabel("Your hourly rate").fill("120");
  await expect(page.getByText("prices go by “The least an hour must bring”, which is filled in.")).toBeVisible();
});

test("services can be pasted as lines, and copied from other shops", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Services", exact: true }).click();
  const heads = page.locator("#desk [id$=head]");
  const before = await heads.count();
  await page.getByText("Many at once").click();
  const lines = page.getByLabel("One service per line");
  await lines.fill("Service\tlow\tlikely\thigh\nMural\t20\t40\t80\nPhoto day\t6\t10\t14\nnothing");
  await expect(page.getByText(/^Not read: line 4\./)).toBeVisible();
  await expect(page.getByText("Photo day: 6 to 14 h, likely 10")).toBeVisible();
  await page.getByLabel("In place of the services above").check();
  await page.getByRole("button", { name: "Add 2 services" }).click();
  await expect(page.getByText(/ examples that asked for nothing else were removed too\./)).toBeVisible();
  // Unread lines stay for correction.
  await expect(lines).toHaveValue("nothing");
  await expect(heads).toHaveCount(2);
  await expect(heads.first()).toHaveText(/^Mural\s*20 to 80 h, likely 40/);
  await page.getByLabel("Or from another shop like yours").selectOption("seo-content");
  const names = page.getByRole("checkbox", { name: /SEO|search|Search/ });
  await names.first().check();
  await page.getByRole("button", { name: "Add 1 service" }).click();
  await expect(heads).toHaveCount(3);
  await expect(page.getByText("Everything fits together.")).toBeVisible();
  // Each is one step.
  const undo = page.getByRole("button", { name: "Undo", exact: true }).first();
  await undo.click();
  await expect(heads).toHaveCount(2);
  await undo.click();
  await expect(heads).toHaveCount(before);
});

test("exclusions have a tab for each language, and amounts are read in the owner's notation", async ({ page }) => {
  await page.addInitScript(() => {
    const hours = { low: 1, likely: 2, high: 3 };
    const excludes = ["hosting", { default: "photos", da: "fotos" }];
    const services = [{ id: "site", name: "Site", hours, excludes }];
    const terms = { shop: { name: "Mine" }, currency: "DKK", rate: 850, team: { hoursPerWeek: 25 }, services };
    localStorage.setItem("takeon-desk:1:config", JSON.stringify({ terms }));
    localStorage.setItem("takeon-desk:1:languages", JSON.stringify(["en", "da"]));
  });
  await open(page);
  const terms = () => page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:config")).terms);
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await page.locator("#desk [id$=head]").first().click();
  const lines = page.getByLabel("What is not included");
  await lines.evaluate((field) => (field.closest("details").open = true));
  await expect(lines).toHaveValue("hosting\nphotos");
  const tongues = lines
    .locator("xpath=ancestor::*[.//fieldset or .//*[@role='group']][1]")
    .getByRole("group", { name: "Language of this text" });
  await tongues.getByRole("button", { name: "Danish: shown in English" }).click();
  await expect(lines).toHaveValue("hosting\nfotos");
  await lines.fill("drift\nfotos");
  await expect.poll(async () => (await terms()).services[0].excludes[0]).toEqual({ default: "hosting", da: "drift" });
  await tongues.getByRole("button", { name: "English", exact: true }).click();
  await lines.fill("hosting\npictures");
  await expect.poll(async () => (await terms()).services[0].excludes[1]).toEqual({ default: "pictures", da: "fotos" });
  await page.getByRole("button", { name: "Rates and limits", exact: true }).click();
  await page.getByLabel("Your hourly rate").fill("1.050");
  await expect.poll(async () => (await terms()).rate).toBe(1050);
  await page.getByLabel("Your hourly rate").fill("1.050,5");
  await expect.poll(async () => (await terms()).rate).toBe(1050.5);
});

test("an accidental change to a ready-made shop can be undone", async ({ page }) => {
  await open(page);
  await page.getByLabel("Your shop’s name").fill("Mine");
  await expect(page.getByText(/^Still made up, and public as it is: hello@studio-nord\.example, /)).toBeVisible();
  // A claim about a fictitious partner is reported with the partner, and the bar counts such remains.
  await expect(page.getByText(/“We hold shares in Inkhouse\.”/)).toBeVisible();
  await expect(page.getByText(/^\d+ addresses and partners are still made up\.$/)).toBeVisible();
  await page.getByRole("button", { name: /^Brand and design/ }).click();
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Felt & Form");
  await page.reload();
  await toolsShown(page);
  await page.getByRole("button", { name: "Bring back my own set-up" }).click();
  await expect(page.getByLabel("Your shop’s name")).toHaveValue("Mine");
  await expect(page.getByRole("button", { name: "Bring back my own set-up" })).toHaveCount(0);
});

test("the language of terms is detected by their words", async ({ page }) => {
  const response = await page.request.get("/terms/da/web-studio.json");
  const { terms } = await response.json();
  await page.addInitScript((terms) => {
    if (!localStorage.getItem("takeon-desk:1:config")) {
      localStorage.setItem("takeon-desk:1:config", JSON.stringify({ terms }));
    }
  }, terms);
  await open(page);
  await expect(page.getByLabel("Your visitors read")).toHaveValue("da");
});

test("amounts are read as intended, and fields show their interpretation", async ({ page }) => {
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:config")).terms);
  await open(page);
  await page.getByRole("button", { name: "Rates and limits", exact: true }).click();
  const rate = page.locator("#field-terms-rate");
  /** Types by keys, because only then every browser fires a change event. */
  const type = async (text) => {
    await rate.press("ControlOrMeta+a");
    await rate.pressSequentially(text);
  };
  for (const typed of ["1.050", "1,050", "1.050,00", "1 050 kr."]) {
    await type("85");
    await type(typed);
    await expect.poll(async () => (await kept()).rate).toBe(1050);
    await expect(rate).toHaveValue(typed);
    await rate.press("Tab");
    await expect(rate).toHaveValue("1050");
  }
  // In another language, numbers are formatted and read accordingly.
  await page.evaluate(() => localStorage.setItem("takeon-desk:1:lang", "da"));
  await page.reload();
  await page.locator("nav:has(~ section[aria-labelledby=part-title]) button").nth(1).click();
  await type("87.5");
  await rate.press("Tab");
  await expect(rate).toHaveValue("87,5");
  expect((await kept()).rate).toBe(87.5);
  await type("250.000");
  await rate.press("Tab");
  await expect(rate).toHaveValue("250000");
});

test("the preview shows the step that is edited, and the answer beside prices", async ({ page }) => {
  await open(page);
  const preview = page.locator("#preview");
  await expect(preview.locator("[part=verdict]")).toBeVisible();
  const part = (name) => page.getByRole("navigation", { name: "Parts of the terms" }).getByRole("button", { name, exact: true });
  for (const [name, step] of [
    ["Services", "wishes"],
    ["Aftercare", "care"],
    ["Purposes", "purpose"],
    ["Deal-breakers", "conditions"],
  ]) {
    await part(name).click();
    await expect(preview.locator("[data-step][aria-current=step]")).toHaveAttribute("data-step", step);
    // The form keeps the focus.
    await expect(part(name)).toBeFocused();
  }
  await part("Rates and limits").click();
  await expect(preview.locator("[part=verdict]")).toBeVisible();
});

test("an id that another tab has given is never another service's here", async ({ page, context }) => {
  await open(page);
  const ids = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:ids") ?? "[]"));
  const other = await context.newPage();
  await open(other);
  await other.getByRole("button", { name: "Services", exact: true }).click();
  await other.getByRole("button", { name: "Add a service" }).click();
  await other.getByLabel("Name", { exact: true }).fill("Mural");
  // It leaves the page with an enquiry, and is removed then.
  await other.getByRole("button", { name: "Enquiries", exact: true }).click();
  await other.locator("#desk").getByRole("button", { name: "Add three made-up enquiries" }).click();
  await expect.poll(() => ids(other)).toContain("mural");
  await page.getByLabel("Your shop’s name").fill("Fjordlys");
  await expect.poll(() => ids(page)).toContain("mural");
});
