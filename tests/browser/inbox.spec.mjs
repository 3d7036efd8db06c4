/** Messages to the shop's inbox, which is a real server here. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expectMounted, listen, recorded } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

const CONFIG = JSON.parse(readFileSync(new URL("../../static/terms/web-studio.json", import.meta.url)));
const BRIEF = "1.000000~p_publish~w_blog_m~c_cccc~k_ywyyyyyn~r_s~d_6~b_2500~z";
const SHOP = CONFIG.terms.shop.name;
const REACH = "anna@berg.example, +49 170 1234567";

/**
 * Server of another origin that records requests: `answer` is its status, `allows` the headers that it allows in preflights, or null if it
 * does not answer those.
 */
const inbox = test.extend({
  // Playwright reads the fixtures that this one depends on from the pattern: none.
  // eslint-disable-next-line no-empty-pattern
  inbox: async ({}, use) => {
    const inbox = { received: [], headers: [], asked: 0, answer: 204, allows: "content-type" };
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (piece) => (body += piece));
      request.on("end", () => {
        if (request.method === "OPTIONS") {
          inbox.asked += 1;
          if (inbox.allows === null) return response.writeHead(405).end();
          response.setHeader("access-control-allow-headers", inbox.allows);
        }
        response.setHeader("access-control-allow-origin", "*");
        if (request.method === "OPTIONS") return response.writeHead(204).end();
        inbox.received.push(body);
        inbox.headers.push(request.headers);
        const [status, text] = [inbox.answer].flat();
        return typeof status === "function" ? status(request, body, response) : response.writeHead(status).end(text);
      });
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    inbox.url = `http://localhost:${server.address().port}/inbox`;
    await use(inbox);
    server.close();
  },
});

const send = (page) => page.getByRole("button", { name: t("Send to {shop}", { shop: SHOP }), exact: true });
const arrived = (page) => page.getByText(t("Sent. {shop} has it now and will answer at {reach}.", { shop: SHOP, reach: REACH }));

async function open(page, inbox, shape = {}, shop = {}) {
  const config = structuredClone(CONFIG);
  Object.assign(config.terms.shop, shop, { inbox: shape.as ? { url: inbox.url, ...shape } : inbox.url });
  await page.goto(`/pages/late-script.html#takeon=${BRIEF}`);
  await page.locator("#a").evaluate((element, config) => (element.config = config), config);
  await page.getByRole("button", { name: "Load the script" }).click();
  await expectMounted(page.locator("#a"));
}

async function write(page, inbox, shape, shop) {
  await open(page, inbox, shape, shop);
  await page.getByRole("button", { name: t("Send this to {shop}", { shop: SHOP }) }).click();
}

const name = (page) => page.getByLabel(t("Your name"));
const reach = (page) => page.getByLabel(t("Email or phone number"));
const problem = (page, text) => page.getByText(t(text));

async function sign(page) {
  await name(page).fill("Anna Berg");
  await reach(page).fill(REACH);
}

const agree = (page) =>
  page
    .getByRole("checkbox", { name: t("{shop} may receive my name, my message, my answers and this result.", { shop: SHOP }) })
    .check();

inbox("a message is sent with the visitor's word for it, and only then", async ({ page, inbox }) => {
  const heard = listen(page);
  await write(page, inbox);
  await sign(page);
  await send(page).click();
  await expect(page.getByText(t("Not sent yet"))).toBeVisible();
  expect(inbox.received).toEqual([]);

  const paper = page.getByRole("textbox", { name: t("The letter") });
  await paper.fill("Can you do it?\nGrüße “Ω”");
  await agree(page);
  await send(page).click();
  await expect(arrived(page)).toBeVisible();
  expect(inbox.received).toHaveLength(1);
  const { schema, brief, appraisal, letter, sender } = JSON.parse(inbox.received[0]);
  expect(schema).toBe(1);
  expect(brief.wishes[0].service).toBe("blog");
  expect(appraisal.verdict).toEqual(expect.any(String));
  expect(letter).toEqual({ subject: expect.any(String), text: "Can you do it?\nGrüße “Ω”" });
  expect(sender).toEqual({ name: "Anna Berg", email: "anna@berg.example", phone: "+49 170 1234567" });
  expect(inbox.headers[0]["content-type"]).toBe("application/json");
  expect(inbox.headers[0].cookie).toBeUndefined();
  // A changed letter has not been sent.
  await paper.fill("Can you do it soon?");
  await expect(arrived(page)).toHaveCount(0);
  const sent = await recorded(page, "takeon-send");
  expect(sent.map(({ detail }) => detail.sender)).toEqual([sender]);
  expect(heard.errors).toEqual([]);
});

inbox("what does not arrive is still there, and can be sent again", async ({ page, inbox }) => {
  await write(page, inbox);
  const paper = page.getByRole("textbox", { name: t("The letter") });
  await sign(page);
  await paper.fill("My own words");
  await agree(page);
  inbox.answer = 500;
  await send(page).click();
  await expect(page.getByText(t("It could not be sent."))).toBeVisible();
  await expect(paper).toHaveValue("My own words");
  inbox.answer = 204;
  await send(page).click();
  await expect(arrived(page)).toBeVisible();
  expect(inbox.received.map((body) => JSON.parse(body).letter.text)).toEqual(["My own words", "My own words"]);
});

inbox("what has arrived is not sent again by a second press, but with another address it is", async ({ page, inbox }) => {
  await write(page, inbox);
  await sign(page);
  // A letter without a sender.
  await page.getByRole("textbox", { name: t("The letter") }).fill("My own words");
  await agree(page);
  await send(page).click();
  await expect(arrived(page)).toBeVisible();
  await send(page).click();
  expect(await recorded(page, "takeon-send")).toHaveLength(1);
  await reach(page).fill("bo@berg.example");
  await expect(arrived(page)).toHaveCount(0);
  await send(page).click();
  await expect
    .poll(() => inbox.received.map((body) => JSON.parse(body).sender.email))
    .toEqual(["anna@berg.example", "bo@berg.example"]);
});

inbox(
  "fields that a form filler fills in at once are all filled in, and sign a letter of one's own too",
  async ({ page, inbox }) => {
    await write(page, inbox);
    const paper = page.getByRole("textbox", { name: t("The letter") });
    await paper.press("Control+End");
    await paper.pressSequentially("\nPS: soon");
    const fields = await Promise.all([name(page), reach(page)].map((field) => field.elementHandle()));
    await page.evaluate((fields) => {
      for (const [index, text] of ["Anna Berg", "anna@berg.example"].entries()) {
        fields[index].value = text;
        fields[index].dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      }
    }, fields);
    await expect(reach(page)).toHaveValue("anna@berg.example");
    await expect(name(page)).toHaveValue("Anna Berg");
    await expect(paper).toHaveValue(/\nAnna Berg\nanna@berg.example\n/);
    await expect(paper).toHaveValue(/PS: soon/);
  },
);

inbox("a page may send it itself", async ({ page, inbox }) => {
  await write(page, inbox);
  await page.evaluate(() => document.addEventListener("takeon-send", (event) => event.preventDefault()));
  await sign(page);
  await agree(page);
  await send(page).click();
  await expect.poll(async () => (await recorded(page, "takeon-send")).length).toBe(1);
  expect(inbox.received).toEqual([]);
});

inbox("nobody sends a message that cannot be answered, and nothing typed is lost", async ({ page, inbox }) => {
  await write(page, inbox);
  const paper = page.getByRole("textbox", { name: t("The letter") });
  // No error is shown before an attempt.
  await expect(problem(page, "Enter your name")).toHaveCount(0);
  await agree(page);
  await send(page).click();
  await expect(name(page)).toBeFocused();
  await expect(name(page)).toHaveAttribute("aria-invalid", "true");
  await expect(problem(page, "Enter your name")).toBeVisible();
  await expect(problem(page, "Enter an email address, such as anna@example.com")).toBeVisible();
  await name(page).fill("Anna Berg");
  await reach(page).fill("anna@berg");
  await send(page).click();
  await expect(reach(page)).toBeFocused();
  await expect(reach(page)).toHaveAccessibleDescription(
    t("Enter an email address, such as anna@example.com, or a phone number."),
  );
  expect(inbox.received).toEqual([]);
  // The typed name signs the letter.
  await reach(page).fill("030 12345");
  await expect(paper).toHaveValue(/\nAnna Berg\n030 12345\n/);
  await expect(problem(page, "Enter an email address, such as anna@example.com")).toHaveCount(0);
  await send(page).click();
  await expect(
    page.getByText(t("Sent. {shop} has it now and will answer at {reach}.", { shop: SHOP, reach: "030 12345" })),
  ).toBeVisible();
  expect(JSON.parse(inbox.received[0]).sender).toEqual({ name: "Anna Berg", phone: "030 12345" });
});

/** Letter with characters that every encoding escapes. */
const TEXT = "Grüße & so = 100 % “Ω”\n+ more";

async function sendAll(page) {
  await sign(page);
  await page.getByRole("textbox", { name: t("The letter") }).fill(TEXT);
  await agree(page);
  await send(page).click();
}

// In a test that answers requests, as in the other languages, Playwright answers the preflight for the inbox.
inbox("an inbox that does not answer when it is asked first gets the same as text", { tag: "@once" }, async ({ page, inbox }) => {
  inbox.allows = null;
  await write(page, inbox);
  await sendAll(page);
  // JSON is not sent to it, and the letter is kept.
  await expect(page.getByText(t("It could not be sent."))).toBeVisible();
  expect([inbox.asked, inbox.received.length]).toEqual([1, 0]);
  await expect(page.getByRole("textbox", { name: t("The letter") })).toHaveValue(TEXT);

  const config = structuredClone(CONFIG);
  config.terms.shop.inbox = { url: inbox.url, as: "text" };
  await page.locator("#a").evaluate((element, config) => (element.config = config), config);
  await send(page).click();
  await expect(arrived(page)).toBeVisible();
  expect(inbox.asked).toBe(1);
  expect(inbox.headers[0]["content-type"]).toBe("text/plain;charset=UTF-8");
  const { schema, letter, sender, brief, appraisal } = JSON.parse(inbox.received[0]);
  expect([schema, letter.text, brief.wishes[0].service]).toEqual([1, TEXT, "blog"]);
  expect(sender).toEqual({ name: "Anna Berg", email: "anna@berg.example", phone: "+49 170 1234567" });
  expect(appraisal.verdict).toEqual(expect.any(String));
});

/** Returns the fields of a form, each once. */
function fields(body) {
  const all = [...new URLSearchParams(body)];
  expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  return Object.fromEntries(all);
}

const FIELDS = { name: "Anna Berg", email: "anna@berg.example", phone: "+49 170 1234567", message: TEXT };

inbox("a form of Netlify gets fields, and the name that it knows the form by", async ({ page, inbox }) => {
  // It accepts a known form, URL-encoded, and answers 404 for an unknown one.
  inbox.allows = null;
  inbox.answer = [
    (request, body, response) => {
      const isForm = request.headers["content-type"] === "application/x-www-form-urlencoded";
      const isKnown = new URLSearchParams(body).get("form-name") === "takeon";
      response.writeHead(isForm && isKnown ? 200 : 404).end("<!doctype html>");
    },
  ];
  await write(page, inbox, { as: "form", form: "takeon" });
  await sendAll(page);
  await expect(arrived(page)).toBeVisible();
  expect(inbox.asked).toBe(0);
  const { brief, verdict, subject, ...rest } = fields(inbox.received[0]);
  expect(rest).toEqual({ "form-name": "takeon", ...FIELDS });
  expect(JSON.parse(brief).wishes[0].service).toBe("blog");
  expect([verdict, subject]).toEqual([expect.stringMatching(/^[a-z]+$/), expect.stringMatching(/./)]);
});

inbox("Formspree gets fields, and what it refuses is sent again whole", async ({ page, inbox }) => {
  inbox.allows = null;
  // With this header it answers with a status and JSON, otherwise with a page.
  let refuses = true;
  inbox.answer = [
    (request, body, response) => {
      const isScript = request.headers.accept === "application/json";
      const hasEmail = /@/.test(new URLSearchParams(body).get("email"));
      const status = !isScript ? 403 : refuses || !hasEmail ? 422 : 200;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(
        JSON.stringify(status === 200 ? { ok: true, next: "/thanks" } : { errors: [{ code: "REQUIRED_FIELD_MISSING" }] }),
      );
    },
  ];
  await write(page, inbox, { as: "form" });
  await sendAll(page);
  await expect(page.getByText(t("It could not be sent."))).toBeVisible();
  refuses = false;
  await send(page).click();
  await expect(arrived(page)).toBeVisible();
  expect([inbox.asked, inbox.received.length]).toEqual([0, 2]);
  expect(inbox.received[1]).toBe(inbox.received[0]);
  expect(fields(inbox.received[1])).toMatchObject(FIELDS);
  expect(fields(inbox.received[1])["form-name"]).toBeUndefined();
});

inbox("a form of HubSpot gets its own JSON, with names that its contacts have", async ({ page, inbox }) => {
  inbox.answer = [
    (request, body, response) => {
      const { fields } = JSON.parse(body);
      const isRight = request.headers["content-type"] === "application/json" && fields.every(({ name, value }) => name && value);
      response.writeHead(isRight ? 200 : 400, { "content-type": "application/json" });
      response.end(JSON.stringify(isRight ? { inlineMessage: "Thanks" } : { status: "error" }));
    },
  ];
  await write(page, inbox, { as: "hubspot" });
  await sendAll(page);
  await expect(arrived(page)).toBeVisible();
  const { name: firstname, ...others } = FIELDS;
  const wanted = Object.entries({ firstname, ...others }).map(([name, value]) => ({ name, value }));
  expect(JSON.parse(inbox.received[0])).toEqual({ fields: wanted });
});

inbox("what is broken off on its way is still there, and is sent again", async ({ page, inbox }) => {
  let breaks = true;
  inbox.answer = [(_, __, response) => (breaks ? response.destroy() : response.writeHead(200).end())];
  await write(page, inbox, { as: "form" });
  await sendAll(page);
  await expect(page.getByText(t("It could not be sent."))).toBeVisible();
  await expect(page.getByRole("textbox", { name: t("The letter") })).toHaveValue(TEXT);
  await expect(name(page)).toHaveValue("Anna Berg");
  breaks = false;
  await send(page).click();
  await expect(arrived(page)).toBeVisible();
  expect(fields(inbox.received.at(-1))).toMatchObject(FIELDS);
});

inbox("a call is booked on the shop's page, with the name and the address that are there", async ({ page, inbox }) => {
  const booking = page.getByRole("link", { name: t("Book a call") });
  await open(page, inbox, {}, { booking: "https://cal.example/nord?month=2027-01" });
  const start = page.getByRole("button", { name: t("Send this to {shop}", { shop: SHOP }) });
  await expect(start).toBeVisible();
  // Below the answer, and next to the letter.
  for (const _ of ["answer", "letter"]) {
    await expect(booking).toHaveAttribute("href", "https://cal.example/nord?month=2027-01");
    await expect(booking).toHaveAttribute("target", "_blank");
    if (await start.isVisible()) await start.click();
  }
  await sign(page);
  const filled = new URL(await booking.getAttribute("href"));
  expect(Object.fromEntries(filled.searchParams)).toEqual({ month: "2027-01", name: "Anna Berg", email: "anna@berg.example" });
  // The page is only requested when the link is followed.
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await name(page).fill("Bo & Co");
  expect(new URL(await booking.getAttribute("href")).searchParams.get("name")).toBe("Bo & Co");
  expect(asked).toEqual([]);
});
