/** Pasted and dropped messages: the values read, their words, and how to undo them. */
import { expectMounted, isMounted, leaveAndReturn, listen, recorded, wishField } from "./helpers.mjs";
import { drop, open as openDesk } from "./desk.mjs";
import { expect, t, test } from "./pseudo.mjs";

const calculator = (page) => page.locator("#a");
const brief = async (page) => (await recorded(page, "takeon-change")).at(-1)?.detail.brief;
const message = (page) => page.getByRole("region", { name: t("From your message") });
const reading = (page, what) => message(page).getByRole("listitem").filter({ hasText: what });
const mark = (page, words) => message(page).locator("mark").filter({ hasText: words });
const text = (page) => message(page).locator("[dir=auto][translate=no]");
const questions = (page) => page.getByRole("region", { name: t("Your project"), exact: true });
const button = (page, name) => page.getByRole("button", { name: t(name), exact: true });

const MAIL = `Hello,

we need a new website with an online shop, please within 10 weeks. Our budget is about €3,000.

Texts and photos are ready. We don't need a blog. A friend of mine paid $900 for his in 2019.

Best regards
Maria Keller
Tel. 030 1234567`;

/** Message with two amounts and no date. */
const UNCLEAR =
  "Hi, could you build us a website? Our budget is 2,000 euros. The budget is 5,000 euros. As soon as possible please.";

async function open(page, address = "/pages/plain.html") {
  await page.goto(address);
  await expectMounted(calculator(page));
}

/** Pastes a text into a field, by the clipboard event. */
async function paste(page, text) {
  await button(page, "Paste a list or an email").click();
  await wishField(page).fill(text);
}

/** Unfolds the words, which are folded in a single-column layout. */
async function unfold(page) {
  const fold = message(page).locator("details");
  await fold.evaluate((fold) => (fold.open = true));
}

test("a mail becomes a brief, and each value leads to its words and back", async ({ page }) => {
  await open(page);
  await paste(page, MAIL);
  await expect(message(page).getByRole("list")).toBeVisible();
  await expect.poll(async () => (await brief(page))?.wishes.map(({ service }) => service)).toEqual(["site", "shop"]);
  const { budget, deadline, conditions } = await brief(page);
  expect(budget).toEqual({ fixed: 3000 });
  expect(deadline.weeks).toBe(10);
  expect(conditions.contentReady).toBe(true);

  await unfold(page);
  const words = mark(page, "within 10 weeks");
  const value = reading(page, "10").locator("button").first();
  await words.focus();
  await page.keyboard.press("Enter");
  await expect(value).toBeFocused();
  await expect(value).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Enter");
  await expect(words).toBeFocused();
  // Screen readers announce the meaning of the words.
  await expect(words).toHaveAttribute("aria-describedby", await value.getAttribute("id"));
  expect(await message(page).locator("mark").allTextContents()).not.toContain("$900");
});

test("a reading is undone with one press, and redone with another", async ({ page }) => {
  await open(page);
  await paste(page, MAIL);
  const money = reading(page, "3,000");
  await money.getByRole("button", { name: t("Not right") }).click();
  await expect.poll(async () => (await brief(page)).budget).toBeUndefined();
  await money.getByRole("button", { name: t("Use it") }).click();
  await expect.poll(async () => (await brief(page)).budget).toEqual({ fixed: 3000 });
  const shop = message(page).getByRole("listitem").nth(1);
  await shop.getByRole("button", { name: t("Not right") }).click();
  await expect.poll(async () => (await brief(page)).wishes.map(({ service }) => service)).toEqual(["site"]);
});

test("undoing a message restores the earlier answers", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: t("how much?") }).click();
  await page.locator("#blank-questions").getByRole("textbox").first().fill("777");
  await expect.poll(async () => (await brief(page))?.budget).toEqual({ fixed: 777 });
  await paste(page, MAIL);
  await expect.poll(async () => (await brief(page)).budget).toEqual({ fixed: 3000 });
  await reading(page, "3,000")
    .getByRole("button", { name: t("Not right") })
    .click();
  await expect.poll(async () => (await brief(page)).budget).toEqual({ fixed: 777 });
});

test("ambiguous values are asked about, and none is made up", async ({ page }) => {
  await open(page);
  await paste(page, UNCLEAR);
  await expect(message(page).getByText(t("Which one is the budget?"))).toBeVisible();
  await expect.poll(async () => (await brief(page))?.budget).toBeUndefined();
  await message(page)
    .getByRole("button", { name: t("Answer this") })
    .first()
    .click();
  await expect(page.locator("#blank-questions")).toBeVisible();
});

test("the reader of messages is loaded with the first message, and not for a list @once", async ({ page }) => {
  const heard = listen(page);
  await open(page);
  await button(page, "Paste a list or an email").click();
  await wishField(page).fill("Website\nNewsletter");
  await expect(button(page, "Use these")).toBeVisible();
  const parts = () =>
    heard.requests.filter((url) => /takeon-message|\/says\//.test(url)).map((url) => /\/(says|takeon-message)/.exec(url)[1]);
  expect(parts()).toEqual([]);
  await button(page, "Use these").click();
  await wishField(page).fill(MAIL);
  await expect(message(page).getByRole("list")).toBeVisible();
  expect(parts().sort()).toEqual(["says", "takeon-message"]);
});

test("a message is read in its own language @english", async ({ page }) => {
  await open(page);
  await paste(
    page,
    "Hallo, wir brauchen bis Ende März eine neue Website mit einem Blog. Die Texte sind fertig. Unser Budget ist 3.000 €.",
  );
  await expect(message(page).getByText("Read as Deutsch.")).toBeVisible();
  await expect.poll(async () => (await brief(page))?.budget).toEqual({ fixed: 3000 });
  await expect(text(page)).toHaveAttribute("lang", "de");
  expect((await brief(page)).conditions.contentReady).toBe(true);
});

test("a dropped email is opened, in any format @english", async ({ page }) => {
  await open(page);
  const mail = [
    "From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>",
    "Subject: =?utf-8?b?TmV1ZSBXZWJzaXRl?=",
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=iso-8859-1",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "Wir m=F6chten eine neue Website. Unser Budget ist 4.000 Euro.",
    "--b",
    "Content-Type: text/html",
    "",
    "<p>Wir</p>",
    "--b--",
  ];
  await drop(questions(page), { name: "anfrage.eml", content: mail.join("\r\n") });
  await expect(text(page)).toContainText("Wir möchten eine neue Website.");
  await expect.poll(async () => (await brief(page))?.budget).toEqual({ fixed: 4000 });
});

test("a file without text is reported, and nothing is lost", async ({ page }) => {
  await open(page);
  await drop(questions(page), {
    name: "x.png",
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]),
  });
  await expect(message(page).getByText(t("We can’t find any text in this file."))).toBeVisible();
  await message(page)
    .getByRole("button", { name: t("Close message") })
    .click();
  await expect(message(page)).toHaveCount(0);
  expect(await isMounted(calculator(page))).toBe(true);
});

test("a megabyte is read up to a limit @once", async ({ page }) => {
  await open(page);
  await paste(page, `${MAIL}\n${"And so on, and on. ".repeat(55_000)}`);
  await expect(message(page).getByText(t("It is very long"))).toBeVisible();
  await expect.poll(async () => (await brief(page))?.budget).toEqual({ fixed: 3000 });
});

test("if the reader fails to load, the message stays, and can be read again @once", async ({ page }) => {
  await page.route("**/takeon-message-*", (route) => route.abort());
  await open(page);
  await paste(page, MAIL);
  await expect(message(page).getByRole("alert")).toBeVisible({ timeout: 15_000 });
  await expect(text(page)).toContainText("Maria Keller");
  // A retry is visible, even if it fails.
  let release;
  const released = new Promise((done) => (release = done));
  await page.unroute("**/takeon-message-*");
  await page.route("**/takeon-message-*", async (route) => {
    await released;
    await route.abort();
  });
  await message(page)
    .getByRole("button", { name: t("Try again") })
    .click();
  await expect(message(page).getByRole("alert")).toHaveCount(0);
  await expect(message(page).getByRole("status")).toHaveText(t("Reading the message"));
  release();
  await expect(message(page).getByRole("alert")).toBeVisible({ timeout: 15_000 });
  await page.unroute("**/takeon-message-*");
  await message(page)
    .getByRole("button", { name: t("Try again") })
    .click();
  await expect.poll(async () => (await brief(page))?.budget).toEqual({ fixed: 3000 });
});

test("a message is restored in a reinserted element, with its undone readings @once", async ({ page }) => {
  await open(page);
  await paste(page, MAIL);
  await reading(page, "3,000")
    .getByRole("button", { name: t("Not right") })
    .click();
  await expect.poll(async () => (await brief(page)).budget).toBeUndefined();
  // As pages do that remove and reinsert the element.
  await calculator(page).evaluate(async (element) => {
    const { parentElement } = element;
    element.remove();
    await new Promise((done) => setTimeout(done, 50));
    parentElement.append(element);
  });
  await expectMounted(calculator(page));
  await expect(reading(page, "3,000").getByRole("button", { name: t("Use it") })).toBeVisible();
});

test("a message is restored with the page, with its undone readings @once", async ({ page, browserName }) => {
  await open(page);
  await paste(page, MAIL);
  await reading(page, "3,000")
    .getByRole("button", { name: t("Not right") })
    .click();
  await expect.poll(async () => (await brief(page)).budget).toBeUndefined();
  await leaveAndReturn(page, browserName);
  await expectMounted(calculator(page));
  await expect(text(page)).toContainText("Maria Keller");
  await expect(reading(page, "3,000").getByRole("button", { name: t("Use it") })).toBeVisible();
});

test("the shop's letter asks the open questions of the message @english", async ({ page }) => {
  await open(page);
  await calculator(page).evaluate((element) => element.setAttribute("audience", "shop"));
  await paste(page, UNCLEAR);
  await expect(page.getByRole("region", { name: "From their message" })).toBeVisible();
  await button(page, "Write the reply").click();
  await expect(page.getByRole("textbox", { name: "The letter" })).toHaveValue(/Which one is the budget\?/);
});

test("emails dropped on the desk become enquiries with their sender and date @english", async ({ page }) => {
  await openDesk(page, "Enquiries");
  const desk = page.locator("#desk");
  await drop(
    desk.getByLabel("A client’s link or message"),
    {
      name: "1.eml",
      content: `From: Ada <ada@example.org>\r\nDate: Tue, 10 Nov 2026 09:00:00 +0100\r\nSubject: A shop for our bakery\r\n\r\n${MAIL}`,
    },
    {
      name: "2.eml",
      content: `From: Bo Lund <bo@example.org>\r\nTo: us@example.org\r\n\r\nHej, vi vil gerne have en hjemmeside.`,
    },
  );
  for (const name of ["Ada", "Bo Lund"]) {
    await expect(desk.getByRole("row").filter({ has: page.getByRole("button", { name, exact: true }) })).toBeVisible();
  }
  const cards = await page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:briefs")));
  const shop = cards.find(({ name }) => name === "Ada");
  expect([shop.day, shop.reach]).toEqual(["2026-11-10", "ada@example.org, 030 1234567"]);
  expect(shop.brief.budget).toEqual({ fixed: 3000 });
  expect(shop.message).toContain("Maria Keller");
  await expect(desk.getByText("Added to the enquiries: “Ada”.")).toBeVisible();
  await drop(desk.getByLabel("A client’s link or message"), {
    name: "again.eml",
    content: `From: Ada <ada@example.org>\r\nSubject: A shop for our bakery\r\n\r\n${MAIL}`,
  });
  await expect(desk.getByText("This message is here already: “Ada”.")).toBeVisible();
  await desk.getByLabel("A client’s link or message").fill("Hello, we need a logo.\nOur budget is 800 euros.");
  await desk.getByRole("button", { name: "Open it", exact: true }).click();
  await expect
    .poll(() => page.evaluate(() => JSON.parse(localStorage.getItem("takeon-desk:1:briefs")).at(-1).brief.budget))
    .toEqual({ fixed: 800 });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the message is folded until a value links to it, and nothing is wider than the screen", async ({ page }) => {
    await open(page);
    await paste(page, MAIL);
    const words = text(page);
    await expect(message(page).getByRole("list")).toBeVisible();
    await expect(words).toBeHidden();
    await reading(page, "3,000").locator("button").first().click();
    await expect(mark(page, "€3,000")).toBeFocused();
    const wide = await calculator(page).evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(wide).toBe(false);
    for (const target of await message(page).getByRole("listitem").getByRole("button").all()) {
      expect((await target.boundingBox()).height).toBeGreaterThanOrEqual(44);
    }
  });
});
