/** What is known of languages, whether we speak them or not. */
import { table } from "../reader/intl.js";

const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

/** The lists of words by which fields are read, the first one from where `reading` finds it. Without them plain numbers are. */
export async function reads(spoken, reading) {
  try {
    return [await reading(spoken), JSON.stringify(table(spoken))];
  } catch (error) {
    console.warn(`Takeon reads numbers only: ${error.message}`);
    return [];
  }
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
