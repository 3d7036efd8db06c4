/**
 * Pseudo-locale for specs: accented, 40 % longer, and right to left. Specs that import `test` from here also run in it: see the
 * projects in playwright.config.mjs.
 *
 * Specs write the calculator's texts in English, as `t("Next")`, which returns the text in the locale of the run. Texts of pages and of
 * a shop's own terms are the same in every locale.
 */
import { readFileSync } from "node:fs";
import { test as bare } from "@playwright/test";
import { translated as inWords } from "../../script/lib/terms.mjs";

export { expect } from "@playwright/test";

const read = (path) => JSON.parse(readFileSync(new URL(`../../static/${path}`, import.meta.url)));
const ENGLISH = read("locales/en.json");
/** Translatable texts of the ready-made shops. */
const SHOPS = Object.keys(read("terms/words/de.json"));
/** All translatable texts. */
const TEXTS = [...Object.values(ENGLISH), ...SHOPS];

/** Accented letters, each inserted before its letter: 40 % more text. */
const ACCENTS = { a: "á", e: "é", i: "í", o: "ó", t: "ť", u: "ú", y: "ý" };
for (const [letter, accent] of Object.entries(ACCENTS)) ACCENTS[letter.toUpperCase()] = accent.toUpperCase();

/** Returns an English text in the pseudo-locale, with the same placeholders. */
export const longer = (text) => text.replace(/\{\w+\}|[aeiotuy]/gi, (found) => (ACCENTS[found] ?? "") + found);

/**
 * Returns the tag of the locale that a spec runs in. The pseudo-locale has that of Maldivian, `dv`, which is written from right to left;
 * browsers without data for it format numbers as in English.
 */
export const locale = () => bare.info().project.use.pseudo || "en";

const translated = (text) => (locale() === "en" ? text : longer(text));

/**
 * Returns a text of the calculator, whole or in part, in the locale of the run. It is given in English, as in static/locales/en.json or
 * in the terms of a ready-made shop, with values for its placeholders: `t("Send this to {shop}", { shop: "Studio Nord" })`.
 */
export function t(text, values = {}) {
  if (!TEXTS.some((known) => known.includes(text))) throw new Error(`no message says “${text}”`);
  return translated(text).replace(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
}

/** Returns a regular expression in which texts are literal: pattern`^${t("Deadline")}`. */
export const pattern = ({ raw }, ...texts) =>
  new RegExp(String.raw({ raw }, ...texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))));

/** Serves the pseudo-locale to pages that are in English. */
async function serve(context, tag) {
  const words = Object.fromEntries(Object.entries(ENGLISH).map(([key, message]) => [key, translated(message)]));
  // A page fulfilled by a route would have a public address for Chromium, and could not reach the local inbox of a spec:
  // https://developer.chrome.com/blog/local-network-access
  await context.addInitScript((tag) => {
    new MutationObserver((_, watcher) => {
      const root = document.documentElement;
      if (!root) return;
      watcher.disconnect();
      if (root.lang === "en") root.lang = tag;
    }).observe(document, { childList: true });
  }, tag);
  await context.route("**/takeon.js", async (route) => {
    const response = await route.fetch();
    const shell = (await response.text()).replace("locales:{", `locales:{"${tag}":"${translated(ENGLISH["shell.again"])}",`);
    await route.fulfill({ response, body: shell });
  });
  // Like the server of the specs, for frames without an origin.
  const headers = { "access-control-allow-origin": "*" };
  await context.route(`**/locales/${tag}.json*`, (route) => route.fulfill({ headers, json: words }));
  // All messages are in the first file.
  await context.route(`**/more/${tag}.json*`, (route) => route.fulfill({ headers, json: [] }));
  // Numbers and dates are read as in English.
  await context.route(`**/reader/${tag}.json*`, (route) => route.fulfill({ headers, json: read("reader/en.json") }));
  await context.route(`**/terms/${tag}/*.json`, (route) => {
    const shop = read(new URL(route.request().url()).pathname.replace(`/${tag}/`, "/").slice(1));
    const words = Object.fromEntries(SHOPS.map((text) => [text, translated(text)]));
    const json = inWords(shop, words);
    return route.fulfill({ headers, json });
  });
}

export const test = bare.extend({
  /** Tag of the pseudo-locale, or empty. */
  pseudo: ["", { option: true }],
  context: async ({ context, pseudo }, use) => {
    if (pseudo) await serve(context, pseudo);
    await use(context);
  },
});
