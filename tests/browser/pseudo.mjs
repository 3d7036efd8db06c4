/**
 * Specs in a language that nobody speaks: with accents, 40 % longer, and from right to left. A spec
 * that takes `test` from here runs in it as well: see the projects in playwright.config.mjs.
 *
 * A spec names a text of ours in English, as `t("Next")`, which is the text in the language that the
 * spec runs in. Texts of the page and of a shop's own terms are the same in every language.
 */
import { readFileSync } from "node:fs";
import { test as bare } from "@playwright/test";
import { translated as inWords } from "../../script/lib/terms.mjs";

export { expect } from "@playwright/test";

const read = (path) => JSON.parse(readFileSync(new URL(`../../static/${path}`, import.meta.url)));
const ENGLISH = read("locales/en.json");
/** The translated texts of the ready-made shops. */
const SHOPS = Object.keys(read("terms/words/de.json"));
/** Everything that is translated. */
const TEXTS = [...Object.values(ENGLISH), ...SHOPS];

/** Letters that the same one with an accent comes before: 40 % more. */
const ACCENTS = { a: "á", e: "é", i: "í", o: "ó", t: "ť", u: "ú", y: "ý" };
for (const [letter, accent] of Object.entries(ACCENTS)) ACCENTS[letter.toUpperCase()] = accent.toUpperCase();

/** English as the language says it. What is filled in stays. */
export const longer = (text) => text.replace(/\{\w+\}|[aeiotuy]/gi, (found) => (ACCENTS[found] ?? "") + found);

/**
 * The tag of the language that a spec runs in. That of the language which nobody speaks is Maldivian: it runs from
 * right to left, and browsers that do not know it write numbers as they do for English.
 */
export const spoken = () => bare.info().project.use.pseudo || "en";

const translated = (text) => (spoken() === "en" ? text : longer(text));

/**
 * A text of ours, whole or in part, in the language that the spec runs in. It is given in English, as
 * it stands in static/locales/en.json or in the terms of a ready-made shop, with values for its
 * placeholders: `t("Send this to {shop}", { shop: "Studio Nord" })`.
 */
export function t(text, values = {}) {
  if (!TEXTS.some((known) => known.includes(text))) throw new Error(`no message says “${text}”`);
  return translated(text).replace(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
}

/** A regular expression in which texts stand for themselves: pattern`^${t("Deadline")}`. */
export const pattern = ({ raw }, ...texts) =>
  new RegExp(String.raw({ raw }, ...texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))));

/** Has pages speak it wherever they would speak English. */
async function speak(context, tag) {
  const words = Object.fromEntries(Object.entries(ENGLISH).map(([key, message]) => [key, translated(message)]));
  // Not by an answer in the page's place: Chromium takes that for a page from the internet, which may
  // ask nothing of this machine but of its own origin. The inbox of a spec is another one.
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
  // As the server of the specs answers: also to frames that have no origin.
  const headers = { "access-control-allow-origin": "*" };
  await context.route(`**/locales/${tag}.json*`, (route) => route.fulfill({ headers, json: words }));
  // All of them are in the first file.
  await context.route(`**/more/${tag}.json*`, (route) => route.fulfill({ headers, json: [] }));
  // Nobody says numbers and dates in it: they are read as in English.
  await context.route(`**/reader/${tag}.json*`, (route) => route.fulfill({ headers, json: read("reader/en.json") }));
  await context.route(`**/terms/${tag}/*.json`, (route) => {
    const shop = read(new URL(route.request().url()).pathname.replace(`/${tag}/`, "/").slice(1));
    const words = Object.fromEntries(SHOPS.map((text) => [text, translated(text)]));
    const json = inWords(shop, words);
    return route.fulfill({ headers, json });
  });
}

export const test = bare.extend({
  /** The tag of the language, or nothing. */
  pseudo: ["", { option: true }],
  context: async ({ context, pseudo }, use) => {
    if (pseudo) await speak(context, pseudo);
    await use(context);
  },
});
