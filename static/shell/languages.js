/** Facts about languages, supported or not. */
import { table } from "../reader/intl.js";

const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

/**
 * Fetches the data that the first question does without: the word lists for reading fields, and all messages. `reading` fetches the
 * files of a language. Without the lists only plain numbers are read, and missing messages are English.
 */
export async function languageData({ spoken, locale }, reading) {
  const got = (folder, otherwise) =>
    reading(spoken, folder).catch((error) => console.warn(`Takeon ${otherwise}: ${error.message}`));
  const [list, more] = await Promise.all([
    got("reader", "reads numbers only"),
    locale.length && got("more", "speaks English in places"),
  ]);
  return { reads: list ? [list, JSON.stringify(table(spoken))] : [], locale: more ? [...locale, more] : locale };
}

/** Fetches the word lists for reading messages, as JSON text, all but one from where `reading` finds them. */
export async function lists(tag, reading) {
  const found = await Promise.all([reading(tag), reading(tag, "says")]);
  return JSON.stringify({ tag, lists: [...found, JSON.stringify(table(tag))] });
}

/** Returns the writing direction of a language. */
export const direction = (tag) => (RTL.test(tag) ? "rtl" : "ltr");

let pairs;

/** Returns the languages of this build with their own names: `[tag, name]`. */
export const named = (tags) => (pairs ??= tags.map((tag) => [tag, new Intl.DisplayNames([tag], { type: "language" }).of(tag)]));
