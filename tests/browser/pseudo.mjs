/**
 * Specs in two languages that nobody speaks: one that is 40 % longer, and one from right
 * to left. A spec that takes `test` from here runs in them as well: see the projects in
 * playwright.config.mjs.
 *
 * Both are English with more of it: what is added are spaces, which take their room on
 * the page and which a spec that looks for words does not see. Accents, which it would
 * see, are in language.spec.mjs.
 */
import { readFileSync } from "node:fs";
import { test as plain } from "@playwright/test";

const ENGLISH = JSON.parse(readFileSync(new URL("../../static/locales/en.json", import.meta.url)));

/** What stands within other sentences or in values stays as it is: there a space would be seen. */
const WITHIN =
  /^(odds|weeks|hours|months|money|tax|test|status|verdict|change|shell|letter|missing|triangle|step|priority)(_|\.|$)|\.inline$|^care\.\w+$/;

/** A letter is about as wide as these two. */
const ROOM = "\u00a0 ";

const longer = (message) => message + ROOM.repeat(Math.ceil(message.length * 0.4)) + "\u00a0";

/** The tags of the languages. Browsers know neither, and write numbers as they do for English. */
const LANGUAGES = {
  "en-XA": (key, message) => (WITHIN.test(key) ? message : longer(message)),
  // Written from right to left: Maldivian.
  dv: (_, message) => message,
};

/** Has a page speak one of them wherever it would speak English. */
async function speak(page, tag) {
  const words = Object.fromEntries(Object.entries(ENGLISH).map(([key, message]) => [key, LANGUAGES[tag](key, message)]));
  await page.route(/\.html(\?|$)/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<html lang="en"', `<html lang="${tag}"`) });
  });
  await page.route("**/takeon.js", async (route) => {
    const response = await route.fetch();
    const known = (await response.text()).replace("locales:{", `locales:{"${tag}":"Try again",`);
    await route.fulfill({ response, body: known });
  });
  await page.route(`**/locales/${tag}.json*`, (route) => route.fulfill({ json: words }));
  await page.route(`**/terms/${tag}/*.json`, (route) => route.continue({ url: route.request().url().replace(`/${tag}/`, "/") }));
}

export const test = plain.extend({
  /** The tag of the language, or nothing. */
  pseudo: ["", { option: true }],
  page: async ({ page, pseudo }, use) => {
    if (pseudo) await speak(page, pseudo);
    await use(page);
  },
});
