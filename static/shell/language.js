/** Language of a calculator, and its messages. */
import { BUILD } from "./build.js";
import { asset } from "./files.js";
import { isLinked } from "./link.js";

/** Returns the language of the page around the element, or else the visitor's. */
export function languageAround(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const tag = node.lang && normalised(node.lang);
    if (tag) return tag;
  }
  return normalised(navigator.language) ?? "en";
}

/** Normalises a tag such as `de_DE`. Returns nothing for other words, such as `auto`. */
function normalised(tag) {
  try {
    return Intl.getCanonicalLocales(
      tag
        .trim()
        .replace(/[.@].*/, "")
        .replaceAll("_", "-"),
    )[0];
  } catch {
    // Not a language tag.
  }
}

/** Returns the supported language for a tag: for `pt-PT` that, else `pt`, else another variety of `pt`. */
export function supported(tag) {
  for (let name = tag; name; name = name.replace(/-?[^-]*$/, "")) {
    const found = Object.keys(BUILD.locales).find((known) => `${known}-`.toLowerCase().startsWith(`${name}-`.toLowerCase()));
    if (found) return found;
  }
  return "en";
}

/** Returns "Try again" in a language, available even if nothing can be fetched. */
export const retryLabel = (tag) => BUILD.locales[supported(tag)];

/** Returns the address of the built-in example. */
export function example(tag) {
  const found = supported(tag);
  return `./terms/${found === "en" ? "" : `${found}/`}web-studio.json`;
}

/** Fetches a file of a supported language: its word lists for fields or for messages, or its further messages. */
export const languageFile = (found, folder = "reader") => asset(`./${folder}/${found}.json?${BUILD.reads}`, "load");

/** Fetches the messages up to the first answer. English is built in. */
export async function firstMessages(tag) {
  const found = supported(tag);
  // A link opens with its answer, which reads typed text.
  if (isLinked()) languageFile(found).catch(() => {});
  if (found !== "en") {
    try {
      return { lang: tag, spoken: found, locale: [await asset(`./locales/${found}.json?${BUILD.words}`, "load")] };
    } catch (error) {
      console.warn(`Takeon speaks English here: ${error.message}`);
    }
  }
  return { lang: /^en(-|$)/i.test(tag) ? tag : "en", spoken: "en", locale: [] };
}
