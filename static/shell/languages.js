/** What is known of languages, whether we speak them or not. */
import { table } from "../reader/intl.js";

const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

/**
 * What the first question does without: the lists of words by which fields are read, and the whole wording. `reading` gets the
 * files of a language. Without the lists plain numbers are read, and what has no words is said in English.
 */
export async function learnt({ spoken, locale }, reading) {
  const got = (folder, otherwise) =>
    reading(spoken, folder).catch((error) => console.warn(`Takeon ${otherwise}: ${error.message}`));
  const [list, more] = await Promise.all([
    got("reader", "reads numbers only"),
    locale.length && got("more", "speaks English in places"),
  ]);
  return { reads: list ? [list, JSON.stringify(table(spoken))] : [], locale: more ? [...locale, more] : locale };
}

/** The lists of words by which messages are read, as JSON text, all but one from where `reading` finds them. */
export async function lists(tag, reading) {
  const found = await Promise.all([reading(tag), reading(tag, "says")]);
  return JSON.stringify({ tag, lists: [...found, JSON.stringify(table(tag))] });
}

/** The direction in which a language is written. */
export const direction = (tag) => (RTL.test(tag) ? "rtl" : "ltr");

/** Languages with their own names: `[tag, name]`. */
export const named = (tags) => tags.map((tag) => [tag, new Intl.DisplayNames([tag], { type: "language" }).of(tag)]);
