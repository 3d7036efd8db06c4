/**
 * Specs in two languages that nobody speaks: one of accents that is 40 % longer, and one from
 * right to left. A spec that takes `expect` and `test` from here runs in them as well: see the
 * projects in playwright.config.mjs.
 *
 * A spec names what it looks for in English and finds it in these too. What is the page's or the
 * shop's own stays as it is, and is found as well: that no text of ours is left in English is seen
 * in language.spec.mjs.
 */
import { readFileSync } from "node:fs";
import { test as bare, expect as plain } from "@playwright/test";

const read = (path) => JSON.parse(readFileSync(new URL(`../../static/${path}`, import.meta.url)));
const ENGLISH = read("locales/en.json");
/** What the ready-made shops say, as far as it is translated. */
const SAID = new Set(Object.keys(read("terms/words/de.json")));

/** Before each of some letters comes the same one with an accent: 40 % more. */
const ACCENTS = { a: "á", e: "é", i: "í", o: "ó", t: "ť", u: "ú", y: "ý" };
for (const [letter, accent] of Object.entries(ACCENTS)) ACCENTS[letter.toUpperCase()] = accent.toUpperCase();

/** English as the longer language says it. What is filled in stays. */
export const longer = (text) => text.replace(/\{\w+\}|[aeiotuy]/gi, (found) => (ACCENTS[found] ?? "") + found);

/** A text of a page as it would be in English. */
export const english = (text) => text.replace(/[áéíóťúý]/gi, "");

/** Browsers know neither tag, and write numbers as they do for English. Maldivian runs from right to left. */
const LANGUAGES = { "en-XA": longer, dv: (text) => text };

/** The tag of the language that a spec runs in. */
export const spoken = () => bare.info().project.use.pseudo || "en";

/** What the language makes of a text of ours in English. */
export const said = (text) => (LANGUAGES[spoken()] ?? String)(text);

/** Has pages speak it wherever they would speak English. */
async function speak(context, tag) {
  const words = Object.fromEntries(Object.entries(ENGLISH).map(([key, message]) => [key, said(message)]));
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
    const shell = (await response.text()).replace("locales:{", `locales:{"${tag}":"${said("Try again")}",`);
    await route.fulfill({ response, body: shell });
  });
  await context.route(`**/locales/${tag}.json*`, (route) => route.fulfill({ json: words }));
  await context.route(`**/terms/${tag}/*.json`, (route) => {
    const shop = read(new URL(route.request().url()).pathname.replace(`/${tag}/`, "/").slice(1));
    const translated = JSON.parse(JSON.stringify(shop), (_, value) => (SAID.has(value) ? said(value) : value));
    return route.fulfill({ json: translated });
  });
}

/** An expression that fits a text in English and as the longer language says it. */
function either(wanted, { whole = false, ignoreCase = false } = {}) {
  const accented = (source) =>
    source.replace(/\\.|\[.*?\]|[aeiotuy]/gi, (found) => (ACCENTS[found] ? `${ACCENTS[found]}?${found}` : found));
  if (wanted instanceof RegExp) return new RegExp(accented(wanted.source), wanted.flags);
  const source = accented(wanted.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).replace(/\s+/g, "\\s+");
  return new RegExp(whole ? `^\\s*${source}\\s*$` : source, ignoreCase ? "i" : "");
}

/** Has pages, frames and locators find what a spec names in English. */
function findEither(page) {
  for (const finder of [page.mainFrame(), page.locator("*"), page.frameLocator("*")].map(Object.getPrototypeOf)) {
    const replace = (name, how) => {
      const before = finder[name];
      finder[name] &&= function (...given) {
        return before.apply(this, how(...given));
      };
    };
    const text = (wanted, options = {}) => [either(wanted, { whole: options.exact, ignoreCase: !options.exact })];
    const having = ({ hasText, ...rest } = {}) =>
      hasText === undefined ? rest : { ...rest, hasText: either(hasText, { ignoreCase: true }) };
    replace("getByText", text);
    replace("getByLabel", text);
    replace("getByRole", (role, { name, exact, ...rest } = {}) => [
      role,
      name === undefined ? rest : { ...rest, name: text(name, { exact })[0] },
    ]);
    replace("filter", (options) => [having(options)]);
    replace("locator", (selector, options) => [selector, having(options)]);
  }
}

/** How the text that is expected by some of the matchers is to be read. */
const OF_TEXT = {
  toContainText: (wanted) => either(wanted),
  toHaveText: (wanted) => either(wanted, { whole: true }),
  // What was typed, or is no text of ours; else an expression.
  toHaveAttribute: (wanted) => (wanted instanceof RegExp ? either(wanted) : wanted),
  toHaveValue: (wanted) => (wanted instanceof RegExp ? either(wanted) : wanted),
};

const matchers = (given) =>
  new Proxy(given, {
    get(target, name) {
      const matcher = target[name];
      if (name === "not") return matchers(matcher);
      const read = OF_TEXT[name];
      if (!read) return matcher;
      return (...args) => {
        const at = name === "toHaveAttribute" ? 1 : 0;
        if (args.length > at) args[at] = Array.isArray(args[at]) ? args[at].map(read) : read(args[at]);
        return matcher.apply(target, args);
      };
    },
  });

/** Whether pages, frames and locators of this worker do: it works for one project only. */
let isFindingEither = false;

export const expect = new Proxy(plain, {
  apply: (target, _, given) => (isFindingEither ? matchers(target(...given)) : target(...given)),
});

export const test = bare.extend({
  /** The tag of the language, or nothing. */
  pseudo: ["", { option: true }],
  context: async ({ context, pseudo }, use) => {
    if (pseudo) await speak(context, pseudo);
    await use(context);
  },
  page: async ({ page, pseudo }, use) => {
    if (pseudo === "en-XA" && !isFindingEither) {
      findEither(page);
      isFindingEither = true;
    }
    await use(page);
  },
});
