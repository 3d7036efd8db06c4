/** A message that is sent to the shop's inbox, here a real server of the test's. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expectMounted, listen, recorded } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

const CONFIG = JSON.parse(readFileSync(new URL("../../static/terms/web-studio.json", import.meta.url)));
const BRIEF = "1.000000~p_publish~w_blog_m~c_cccc~k_ywyyyyyn~r_s~d_6~b_2500~z";
const SHOP = CONFIG.terms.shop.name;
const REACH = "anna@berg.example, +49 170 1234567";

/** A server of another origin that notes what it is sent, and answers as it is told. */
const inbox = test.extend({
  // Playwright reads the names of what a fixture needs: this one needs nothing.
  // eslint-disable-next-line no-empty-pattern
  inbox: async ({}, use) => {
    const inbox = { received: [], headers: [], answer: 204 };
    const server = createServer((request, response) => {
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader("access-control-allow-headers", "content-type");
      let body = "";
      request.on("data", (piece) => (body += piece));
      request.on("end", () => {
        if (request.method === "POST") {
          inbox.received.push(body);
          inbox.headers.push(request.headers);
        }
        response.writeHead(request.method === "POST" ? inbox.answer : 204).end();
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

async function write(page, inbox) {
  const config = structuredClone(CONFIG);
  config.terms.shop.inbox = inbox.url;
  await page.goto(`/pages/late-script.html#takeon=${BRIEF}`);
  await page.locator("#a").evaluate((element, config) => (element.config = config), config);
  await page.getByRole("button", { name: "Load the script" }).click();
  await expectMounted(page.locator("#a"));
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
  // Another letter has not been sent.
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
  // Nobody is blamed before a try.
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
  // What is typed signs the letter.
  await reach(page).fill("030 12345");
  await expect(paper).toHaveValue(/\nAnna Berg\n030 12345\n/);
  await expect(problem(page, "Enter an email address, such as anna@example.com")).toHaveCount(0);
  await send(page).click();
  await expect(
    page.getByText(t("Sent. {shop} has it now and will answer at {reach}.", { shop: SHOP, reach: "030 12345" })),
  ).toBeVisible();
  expect(JSON.parse(inbox.received[0]).sender).toEqual({ name: "Anna Berg", phone: "030 12345" });
});
