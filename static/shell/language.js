/** Which language a calculator speaks, and its wording. */
import { BUILD } from "./build.js";
import { own } from "./files.js";

/** The language the page has around the element, or else the visitor's. */
export function languageAround(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const tag = node.lang && cleaned(node.lang);
    if (tag) return tag;
  }
  return cleaned(navigator.language) ?? "en";
}

/** A tag as pages write it, such as `de_DE`, in the standard's spelling. Nothing for one that is none, such as `auto`. */
function cleaned(tag) {
  try {
    return Intl.getCanonicalLocales(
      tag
        .trim()
        .replace(/[.@].*/, "")
        .replaceAll("_", "-"),
    )[0];
  } catch {
    // Whatever stands around it may say more.
  }
}

/** The language we have for a tag: for `pt-PT` that, else `pt`, else `pt` of another place. */
export function spoken(tag) {
  for (let name = tag; name; name = name.replace(/-?[^-]*$/, "")) {
    const found = Object.keys(BUILD.locales).find((known) => `${known}-`.toLowerCase().startsWith(`${name}-`.toLowerCase()));
    if (found) return found;
  }
  return "en";
}

/** How a language says "Try again", when nothing of it may be there to be fetched. */
export const again = (tag) => BUILD.locales[spoken(tag)];

/** Where the built-in example is among our files. */
export function example(tag) {
  const found = spoken(tag);
  return `./terms/${found === "en" ? "" : `${found}/`}web-studio.json`;
}

/** A file of words in a language that we have: those by which fields are read, or messages, or more of its wording. */
export const reading = (found, folder = "reader") => own(`./${folder}/${found}.json?${BUILD.reads}`, "load");

/** The wording for a language tag, as far as the first answer goes. English needs no file. */
export async function wording(tag) {
  const found = spoken(tag);
  if (found !== "en") {
    try {
      return { lang: tag, spoken: found, locale: [await own(`./locales/${found}.json?${BUILD.words}`, "load")] };
    } catch (error) {
      console.warn(`Takeon speaks English here: ${error.message}`);
    }
  }
  return { lang: /^en(-|$)/i.test(tag) ? tag : "en", spoken: "en", locale: [] };
}
