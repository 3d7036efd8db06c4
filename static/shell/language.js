/** Language of a calculator, and its messages. */
import { BUILD } from "./build.js";
import { asset } from "./files.js";

/** Returns the language of the page around the element, or else the visitor's. */
export function languageAround(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const tag = node.lang && cleaned(node.lang);
    if (tag) return tag;
  }
  return cleaned(navigator.language) ?? "en";
}

/** Normalises a tag such as `de_DE`. Returns nothing for other words, such as `auto`. */
function cleaned(tag) {
  try {
    return Intl.getCanonicalLocales(
      tag
        .trim()
        .replace(/[.@].*/, "")
        .replaceAll("_", "-"),
    )[0];
  } catch {
    // An element further out may have a valid one.
  }
}

/** Returns the supported language for a tag: for `pt-PT` that, else `pt`, else another variety of `pt`. */
export function spoken(tag) {
  for (let name = tag; name; name = name.replace(/-?[^-]*$/, "")) {
    const found = Object.keys(BUILD.locales).find((known) => `${known}-`.toLowerCase().startsWith(`${name}-`.toLowerCase()));
    if (found) return found;
  }
  return "en";
}

/** Returns "Try again" in a language, available even if nothing can be fetched. */
export const retryLabel = (tag) => BUILD.locales[spoken(tag)];

/** Returns the address of the built-in example. */
export function example(tag) {
  const found = spoken(tag);
  return `./terms/${found === "en" ? "" : `${found}/`}web-studio.json`;
}

/** Fetches a file of words in a supported language: lists for reading fields, messages, or more of the messages. */
export const reading = (found, folder = "reader") => asset(`./${folder}/${found}.json?${BUILD.reads}`, "load");

/** Fetches the messages for a language tag, as far as the first answer needs them. English needs no file. */
export async function wording(tag) {
  const found = spoken(tag);
  if (found !== "en") {
    try {
      return { lang: tag, spoken: found, locale: [await asset(`./locales/${found}.json?${BUILD.words}`, "load")] };
    } catch (error) {
      console.warn(`Takeon speaks English here: ${error.message}`);
    }
  }
  return { lang: /^en(-|$)/i.test(tag) ? tag : "en", spoken: "en", locale: [] };
}
