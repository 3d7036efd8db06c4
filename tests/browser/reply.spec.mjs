/** The letter: opened, edited and sent; and briefs in links. */
import { readFileSync } from "node:fs";
import { expectMounted, frameOf, listen, openMenu, recorded, toStep } from "./helpers.mjs";
import { expect, pattern, locale, t, test } from "./pseudo.mjs";

const TERMS = JSON.parse(readFileSync(new URL("../../static/terms/web-studio.json", import.meta.url))).terms;
const FRENCH = JSON.parse(readFileSync(new URL("../../static/locales/fr.json", import.meta.url)));
const PAGE = "/pages/plain.html";
/** Briefs for a blog: 1,500 euros with all care unpaid, and 2,500 euros. */
const REFERRED = "1.000000~p_publish~w_blog_m~c_uuuu~k_ywyyyyyn~r_s~d_3~b_1500~z";
const OTHER = "1.000000~p_publish~w_blog_m~c_cccc~k_ywyyyyyn~r_s~d_6~b_2500~z";

const SHOP = TERMS.shop.name;

const letter = (page) => page.getByRole("textbox", { name: t("The letter") });
const button = (page, name) => page.getByRole("button", { name: t(name), exact: true });
const text = (page, words) => page.getByText(t(words));
const purpose = (page, name) => page.getByRole("radio", { name: t(name) });
const money = (page) => page.getByLabel(t("Money, in {currency}", { currency: "EUR" }), { exact: true });
const verdict = (page) => page.locator("[part~=verdict]").getByRole("heading");

/** Opens a page with a link, and shows its brief. */
async function open(page, link, path = PAGE) {
  await page.goto(`${path}#takeon=${link}`);
  await expectMounted(page.locator("takeon-calculator").first());
}

async function write(page) {
  await page.getByRole("button", { name: t("Send this to {shop}", { shop: SHOP }) }).click();
  await expect(page.getByRole("heading", { name: t("Your message to {shop}", { shop: SHOP }) })).toBeFocused();
}

test("a link opens its brief, with the answer in view and the rest of the address unchanged", async ({ page }) => {
  await page.goto(`${PAGE}?q=1#section&takeon=${REFERRED}&x=2`);
  await expectMounted(page.locator("#a"));
  await expect(verdict(page)).toHaveText(t("Someone else would serve you better."));
  await expect(text(page, "Opened from a link. Change whatever you like.")).toBeVisible();
  await expect(text(page, "What we offer has changed since this link was made")).toBeVisible();
  await expect(page.getByText(t("about {money}", { money: "€1,500" }))).toBeVisible();
  await toStep(page, "Purpose");
  await expect(purpose(page, "Publish what I write or make")).toBeChecked();
  await button(page, "Close").click();
  await expect(page).toHaveURL(/\?q=1#section&x=2$/);
  await expect(text(page, "Opened from a link")).toHaveCount(0);
  await expect(verdict(page)).toHaveText(t("Someone else would serve you better."));
});

test("a linked brief survives a change of language, though the link has left the address", async ({ page }) => {
  await open(page, `${OTHER.replace("~d_6~", "~d_6.5~")}`);
  await button(page, "Close").click();
  expect(await page.evaluate(() => location.hash)).toBe("");
  await page.locator("#a").evaluate((element) => (element.audience = "shop"));
  await expect(button(page, "Write the reply")).toBeVisible();
  await toStep(page, "Wish list");
  const list = page.getByRole("list", { name: t("Your wish list and our services") });
  await expect(list.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await page.locator("#a").evaluate((element) => (element.lang = "fr"));
  await expect(frameOf(page.locator("#a"))).toHaveAttribute("lang", "fr");
  await page.locator("[part~=questions]").getByRole("navigation").getByRole("button").nth(2).click();
  await expect(page.getByLabel(FRENCH["date.label"])).toHaveValue(FRENCH["weeks_other"].replace("{n}", "6,5"));
  await expect(page.locator("#a [part~=verdict]")).toBeVisible();
});

test("a link is offered, and does not replace typed text", async ({ page }) => {
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  await purpose(page, "Sell online").check();
  await page.evaluate((link) => (location.hash = `takeon=${link}`), OTHER);
  await expect(text(page, "This link opens a different brief from yours.")).toBeVisible();
  await expect(purpose(page, "Sell online")).toBeChecked();
  await button(page, "Keep mine").click();
  await expect(purpose(page, "Sell online")).toBeChecked();
  expect(new URL(page.url()).hash).toBe("");

  await page.evaluate((link) => (location.hash = `takeon=${link}`), OTHER);
  await button(page, "Open the link").click();
  await expect(purpose(page, "Publish what I write or make")).toBeChecked();
  // The change can be undone.
  await openMenu(page);
  await button(page, "Undo").click();
  await expect(purpose(page, "Sell online")).toBeChecked();
});

for (const [what, link] of [
  ["cut off", REFERRED.slice(0, -12)],
  ["garbage", "%00%ff<script>alert(1)</script>"],
  ["of a later version", "7.hello"],
  ["endless", `1.000000~o_${"a".repeat(9_000)}_m~z`],
]) {
  test(`a link that is ${what} is rejected, and typed text stays`, async ({ page }) => {
    const heard = listen(page);
    await page.goto(PAGE);
    await expectMounted(page.locator("#a"));
    await toStep(page, "Purpose");
    await purpose(page, "Sell online").check();
    await page.evaluate((link) => (location.hash = `takeon=${link}`), link);
    await expect(text(page, "This link does not work")).toBeVisible();
    await expect(purpose(page, "Sell online")).toBeChecked();
    await button(page, "Close").click();
    await expect(text(page, "This link does not work")).toHaveCount(0);
    expect(heard.errors).toEqual([]);
  });
}

test("unknown names are reported", async ({ page }) => {
  await open(page, "1.000000~w_blog_m~w_rocket~z");
  await expect(page.getByText(t("left out: {names}.", { names: "rocket" }))).toBeVisible();
});

test("of two calculators the first opens a link, and the second only its own", async ({ page }) => {
  await page.goto(`/pages/two.html#takeon=${REFERRED}`);
  const [a, b] = [page.locator("takeon-calculator").nth(0), page.locator("takeon-calculator").nth(1)];
  await expectMounted(a);
  await expectMounted(b);
  await expect(text(a, "Opened from a link.")).toBeVisible();
  await expect(text(b, "Opened from a link.")).toHaveCount(0);
  const id = await b.evaluate((element) => element.id);
  await page.evaluate(([id, link]) => (location.hash = `takeon-${id || 1}=${link}`), [id, OTHER]);
  await expect(text(b, "Opened from a link.")).toBeVisible();
});

test("the letter follows the answer until it is edited, and then only on request", async ({ page }) => {
  await open(page, REFERRED);
  await write(page);
  await expect(letter(page)).toHaveValue(pattern`^${t("Hello {shop},", { shop: SHOP })}\n\n[^]*€1,500`);
  await money(page).fill("1600");
  await expect(letter(page)).toHaveValue(/€1,600/);

  await letter(page).fill("Mine, word for word.");
  await money(page).fill("1700");
  await expect(letter(page)).toHaveValue("Mine, word for word.");
  await expect(text(page, "Your answers have changed since.")).toBeVisible();
  await button(page, "Keep mine").click();
  await expect(text(page, "Your answers have changed since.")).toHaveCount(0);
  await expect(letter(page)).toHaveValue("Mine, word for word.");
  await money(page).fill("1800");
  await button(page, "Write it again").click();
  await expect(letter(page)).toHaveValue(pattern`^${t("Hello {shop},", { shop: SHOP })}\n\n[^]*€1,800`);
});

test("acceptable changes can be ticked into the letter, and a name signs it", async ({ page }) => {
  await open(page, REFERRED);
  await write(page);
  const accepts = page.getByRole("group", { name: t("I could live with this:") });
  const way = accepts.getByRole("checkbox").first();
  const before = await letter(page).inputValue();
  expect(before).not.toContain(t("I could live with this:"));
  await way.check();
  await expect.poll(() => letter(page).inputValue()).toMatch(pattern`${t("I could live with this:")}\n– .+`);
  await letter(page).fill((await letter(page).inputValue()).replace(/\n\n/, "\n\nMy own first words.\n\n"));
  await page.getByLabel(t("Your name")).fill("Anna Berg");
  await expect(letter(page)).toHaveValue(pattern`My own first words\.[^]*${t("Kind regards")},?\nAnna Berg\n`);
  await way.uncheck();
  await expect.poll(() => letter(page).inputValue()).not.toContain(t("I could live with this:"));
  await expect(letter(page)).toHaveValue(/My own first words\./);
  // It follows from the answers, so there is nothing to choose.
  await expect(text(page, "Your answers have changed since.")).toHaveCount(0);
});

test("the letter opens in view, also from the bar", async ({ page }) => {
  for (const [width, height] of [
    [390, 844],
    [360, 640],
    [1280, 720],
  ]) {
    await page.setViewportSize({ width, height });
    await page.goto("about:blank");
    await open(page, REFERRED);
    const send = page.locator("[part~=bar]").getByRole("button", { name: t("Send"), exact: true });
    if (width < 700) await send.click();
    else
      await page
        .getByRole("button", { name: t("Send this to {shop}", { shop: SHOP }) })
        .first()
        .click();
    const title = page.getByRole("heading", { name: t("Your message to {shop}", { shop: SHOP }) });
    await expect(title).toBeFocused();
    await expect(title).toBeInViewport({ ratio: 1 });
    const { y } = await title.boundingBox();
    expect(y).toBeLessThan(height / 3);
    // Its first lines are in view, or with longer texts at least its beginning.
    expect((await letter(page).boundingBox()).y).toBeLessThan(height - (locale() === "dv" ? 0 : 120));
  }
});

test("each answer links to its question", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, REFERRED);
  await page
    .locator("[part~=bar]")
    .getByRole("button", { name: t("Send"), exact: true })
    .click();
  const told = page
    .getByRole("group")
    .filter({ has: page.getByText(t("What you told us"), { exact: true }) })
    .last();
  await told.getByText(t("What you told us")).click();
  await expect(told).toContainText("€1,500");
  await told.getByRole("button", { name: pattern`${t("Change")}.*${t("Budget")}` }).click();
  await expect(page.getByRole("heading", { name: t("What is your budget?") })).toBeVisible();
  await expect(page.getByLabel(t("Roughly how much, in {currency}", { currency: "EUR" }))).toHaveValue("1500");
  await expect(page.getByRole("heading", { name: t("Your message to {shop}", { shop: SHOP }) })).toBeHidden();
});

test("the link in the shop's letter opens a brief that would be a yes", async ({ page }) => {
  await open(page, REFERRED);
  await page.locator("#a").evaluate((element) => element.setAttribute("audience", "shop"));
  await button(page, "Write the reply").click();
  await expect(letter(page)).toHaveValue(pattern`^${t("Hello, and thank you for thinking of us.")}`);
  const answer = await letter(page).inputValue();
  expect(answer).toContain(t("We hold shares in Inkhouse."));
  const [link] = answer.match(/http:\S+#takeon=2\.\S+/);
  expect(link.length).toBeLessThan(300);
  await page.goto("about:blank");
  await page.goto(link);
  await expectMounted(page.locator("#a"));
  await expect(verdict(page)).toContainText(t("We would gladly take this on"));
  await expect(text(page, "What we offer has changed")).toHaveCount(0);
});

test("the mail program opens with the letter, and a page can send it itself", async ({ page }) => {
  await open(page, "1.000000~w_blog_m~d_3~b_1500~z");
  await write(page);
  await letter(page).fill("Hello,\n\n50 % & more?");
  const mail = page.getByRole("link", { name: t("Open in email") });
  const subject = t("A brief for {shop}", { shop: SHOP });
  await expect(mail).toHaveAttribute(
    "href",
    `mailto:${TERMS.shop.email}?subject=${encodeURIComponent(subject)}&body=Hello%2C%0D%0A%0D%0A50%20%25%20%26%20more%3F`,
  );
  await page.evaluate(() => {
    document.addEventListener("takeon-send", (event) => event.preventDefault());
    globalThis.cancelled = new Promise((done) => {
      document.addEventListener("click", ({ defaultPrevented, target }) => done([defaultPrevented, target.localName]));
    });
  });
  await mail.click();
  expect(await page.evaluate(() => globalThis.cancelled)).toEqual([true, "takeon-calculator"]);
  const [{ detail }] = await recorded(page, "takeon-send");
  expect(detail.schema).toBe(1);
  expect(detail.letter).toEqual({ subject, text: "Hello,\n\n50 % & more?" });
  expect(detail.brief.budget).toEqual({ fixed: 1500 });
  expect(detail.appraisal.verdict).toBeTruthy();
});

test("a letter is copied, and so is one that is too long for a mail link", async ({ page, context, browserName }) => {
  test.skip(browserName === "firefox", "it grants no such permission");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, REFERRED);
  await write(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await letter(page).fill("Short and mine.");
  await button(page, "Copy").click();
  await expect(text(page, "Copied.")).toBeVisible();
  expect(await clipboard()).toBe("Short and mine.");
  const long = "word ".repeat(500);
  await letter(page).fill(long);
  await expect(text(page, "Copied.")).toHaveCount(0);
  await button(page, "Open in email").click();
  await expect(text(page, "It is too long to open in email")).toBeVisible();
  expect(await clipboard()).toBe(long);

  await button(page, "Copy a link to this brief").click();
  await expect(text(page, "Copied.")).toBeVisible();
  const [{ detail }] = await recorded(page, "takeon-share");
  expect(await clipboard()).toBe(detail.link);
  expect(detail.link).toContain(`${PAGE}#takeon=2.`);
  expect(detail.brief.budget).toEqual({ fixed: 1500 });
});

test("if copying is forbidden, the text is selected, and the visitor is told", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
  await open(page, REFERRED);
  await write(page);
  await button(page, "Copy").click();
  await expect(text(page, "This page cannot copy.")).toBeVisible();
  await expect(letter(page)).toBeFocused();
  const selected = (field) =>
    field.evaluate(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd));
  expect(await selected(letter(page))).toBe(await letter(page).inputValue());
  const link = page.getByRole("textbox", { name: t("Copy a link to this brief") });
  // The link is selected each time it is shown.
  for (let press = 0; press < 2; press++) {
    await button(page, "Copy a link to this brief").click();
    await expect(link).toHaveValue(/#takeon=2\./);
    await expect(link).toBeFocused();
    expect(await selected(link)).toBe(await link.inputValue());
  }
});

test("a letter is printed alone", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.printed = [];
    const content = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow");
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
      get() {
        const inner = content.get.call(this);
        inner.print = () => {
          globalThis.printed.push(inner.document.body.textContent);
          inner.dispatchEvent(new Event("afterprint"));
        };
        return inner;
      },
    });
  });
  await open(page, REFERRED);
  await write(page);
  await letter(page).fill("On paper, <b>as it is</b>.\n\nYes.");
  await button(page, "Print").click();
  expect(await page.evaluate(() => globalThis.printed)).toEqual(["On paper, <b>as it is</b>.\n\nYes."]);
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("a letter is saved as a file", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "its driver tells nothing of downloads");
  await open(page, REFERRED);
  await write(page);
  await letter(page).fill("On paper, <b>as it is</b>.\n\nYes.");
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Save as text").click()]);
  expect(file.suggestedFilename()).toBe("letter.txt");
  expect(readFileSync(await file.path(), "utf8")).toBe("On paper, <b>as it is</b>.\n\nYes.");
});

test("names from a link are plain text", async ({ page }) => {
  const heard = listen(page);
  const name = encodeURIComponent('"><img src=x onerror=alert(1)>\r\nBcc: x@y.example')
    .replaceAll("_", "%5F")
    .replaceAll("~", "%7E");
  await open(page, `1.000000~o_${name}_m~d_3~b_1500~z`);
  await write(page);
  await expect(letter(page)).toHaveValue(pattern`– "><img src=x onerror=alert\(1\)> {1,2}Bcc: x@y\.example \(${t("Should")}\)`);
  await expect(page.locator("#a img")).toHaveCount(0);
  expect(heard.errors).toEqual([]);
});
