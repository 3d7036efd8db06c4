/** Data about languages. */
import { table } from "../reader/intl.js";

const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

/**
 * Fetches data that the first question does not need: the word lists for fields, and the further messages. `languageFile` fetches the
 * files of a language. Without the lists only figures are read, and without the messages some texts are English.
 */
export async function languageData({ spoken, locale }, languageFile) {
  const optional = (folder, otherwise) =>
    languageFile(spoken, folder).catch((error) => console.warn(`Takeon ${otherwise}: ${error.message}`));
  const [list, more] = await Promise.all([
    optional("reader", "reads numbers only"),
    locale.length && optional("more", "speaks English in places"),
  ]);
  return { reads: list ? [list, JSON.stringify(table(spoken))] : [], locale: more ? [...locale, more] : locale };
}

/** Fetches the word lists for clients' messages, as JSON text. `languageFile` fetches the files of a language. */
export async function lists(tag, languageFile) {
  const found = await Promise.all([languageFile(tag), languageFile(tag, "says")]);
  return JSON.stringify({ tag, lists: [...found, JSON.stringify(table(tag))] });
}

/** Returns the writing direction of a language. */
export const direction = (tag) => (RTL.test(tag) ? "rtl" : "ltr");
