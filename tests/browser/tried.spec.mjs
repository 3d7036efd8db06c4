/** An offer that is tried on: what the visitor asked for stays theirs, in the letter, in the link and on the way back. */
import { readFileSync } from "node:fs";
import { expectMounted, leaveAndReturn, recorded } from "./helpers.mjs";
import { expect, pattern, t, test } from "./pseudo.mjs";

const SHOP = JSON.parse(readFileSync(new URL("../../static/terms/web-studio.json", import.meta.url)));
const PAGE = "/pages/cases.html";
const BRIEF = {
  wishes: [
    { service: "rework", priority: "must" },
    { service: "booking", priority: "should" },
  ],
  deadline: { weeks: 6.5 },
  budget: { fixed: 5000 },
};

const answer = (page) => page.getByRole("region", { name: t("The answer") });
const ways = (page) => answer(page).locator("[part~=offer]");
const button = (page, name) => page.getByRole("button", { name: t(name), exact: true });
/** Opens the letter. */
const send = (page) => page.getByRole("button", { name: t("Send this to {shop}", { shop: SHOP.terms.shop.name }) }).click();
const letter = (page) => page.getByLabel(t("The letter"));
const brief = async (page) => (await recorded(page, "takeon-change")).at(-1).detail.brief;
const services = (brief) => brief.wishes.map(({ service }) => service);

/** Opens a calculator at the brief, with the answer in view. */
async function open(page) {
  const examples = [{ name: "Zeta", brief: BRIEF }];
  await page.route("**/cases-config.json", (route) => route.fulfill({ json: { ...SHOP, examples } }));
  await page.goto(PAGE);
  await expectMounted(page.locator("#a"));
  await page.getByRole("button", { name: "Zeta" }).click();
  await expect.poll(async () => (await recorded(page, "takeon-change")).length).toBeGreaterThan(0);
}

/** Tries on the way that leaves out the booking. */
async function tryOn(page) {
  if (page.viewportSize().width < 800) await page.locator("[part~=bar]").getByRole("button").first().click();
  const way = ways(page)
    .filter({ hasText: pattern`^${t("Must-haves first")}` })
    .first();
  await way.getByRole("button", { name: t("Try it") }).click();
  await expect.poll(async () => services(await brief(page))).toEqual(["rework"]);
}

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1280, height: 720 },
]) {
  test(`the letter and the link are about the visitor's own brief, ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    await tryOn(page);
    await send(page);
    await expect(letter(page)).toHaveValue(pattern`${t("I could live with this:")}\n– .*Appointment booking`);
    await expect(letter(page)).toHaveValue(/€5,000/);
    await expect(letter(page)).toHaveValue(/Website redesign.*Appointment booking/);
    await expect(letter(page)).not.toHaveValue(/…/);
    const [, link] = /#(takeon=\S+)/.exec(await letter(page).inputValue());
    // Posted, copied and mailed briefs are the same.
    await button(page, "Copy a link to this brief").click();
    await expect(page.getByLabel(t("Copy a link to this brief"))).toHaveValue(pattern`${link}$`);
    await page.goto("about:blank");
    await page.goto(`${PAGE}#${link}`);
    await expectMounted(page.locator("#a"));
    await expect(page.getByText("Website redesign and Appointment booking")).toBeAttached();
  });
}

test("the offer is ticked in the letter, and unticking it takes it off", async ({ page }) => {
  await open(page);
  await tryOn(page);
  await send(page);
  const ticked = answer(page).getByRole("checkbox", { checked: true });
  await expect(ticked).toHaveCount(1);
  await ticked.uncheck();
  await expect.poll(async () => services(await brief(page))).toEqual(["rework", "booking"]);
  await expect(ways(page).getByRole("button", { name: t("Undo") })).toHaveCount(0);
  await expect(letter(page)).not.toHaveValue(pattern`${t("I could live with this:")}`);
});

test("after a reload the visitor's own wishes and money are there", async ({ page, browserName }) => {
  await open(page);
  await tryOn(page);
  await leaveAndReturn(page, browserName);
  await expectMounted(page.locator("#a"));
  const sentence = page.locator("[part~=questions]");
  await expect(sentence).toContainText(/Website redesign.*Appointment booking/);
  await expect(sentence).toContainText("€5,000");
});

test("taking the offer off brings back what was typed", async ({ page }) => {
  await open(page);
  await tryOn(page);
  await ways(page)
    .getByRole("button", { name: t("Undo") })
    .click();
  await expect.poll(async () => await brief(page)).toMatchObject({ budget: BRIEF.budget, deadline: BRIEF.deadline });
  expect(services(await brief(page))).toEqual(["rework", "booking"]);
});
