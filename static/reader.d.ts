/**
 * Takeon's reader without its calculator, for scripts on a page and in Node: a client's message becomes a brief.
 *
 * ```js
 * import { read } from "…/reader.js";
 * const { brief, found, unclear } = await read(message, { terms });
 * ```
 */
import type { Brief, Terms } from "./engine.js";

export { TakeonError } from "./engine.js";

/** The version of this build. */
export declare const version: string;

/**
 * Reads a message by rules, where it runs: nothing is sent. The wasm and the words of a language are loaded with its first
 * message. It would rather find nothing than something wrong.
 *
 * @throws {TakeonError} with every error in the terms, under `/terms`; and an `Error` where its files cannot be loaded. A
 * failure is forgotten: ask again.
 */
export declare function read(message: string, options: Options): Promise<Said>;

/** Options for reading a message. */
export interface Options {
  /** Terms of the shop: its currency, and what it calls its services. */
  terms: Terms;
  /** The language that the message is in, such as "de". Absent: it is recognised. */
  language?: Language;
  /** The day on which it was written, such as "2026-11-29". Absent: today. */
  today?: string;
}

/** The languages that are read. */
export type Language = "ar" | "da" | "de" | "en" | "es" | "fr" | "id" | "ja" | "nl" | "pl" | "pt-BR" | "tr";

/** Findings in a message. Positions are in UTF-16 units, like those of strings. */
export interface Said {
  /** The language that it was read in. Null: none was recognised, and nothing is found. */
  language: Language | null;
  /** All that was found, but for an amount in another currency than that of the terms. */
  brief: Brief;
  /** Each value with the words that say it, in their order. */
  found: Found[];
  /** Statements that are ambiguous or cannot be calculated with. */
  unclear: Unclear[];
}

/** A value, and the words that say it. */
export interface Found {
  /** The place in a brief, such as "budget", "wishes" or "conditions/contentReady". */
  field: string;
  /** The value as a brief has it. */
  value: unknown;
  /** Range of its words, and the words. */
  from: number;
  to: number;
  text: string;
  /** The code of the currency of a budget, where one was said. */
  currency?: string;
  /** The day of a deadline, where one was said, such as "2027-03-31". */
  date?: string;
}

/** Words that say something about a field, but not what. */
export interface Unclear {
  field: "budget" | "deadline";
  why: "two-amounts" | "two-dates" | "no-date" | "which-date";
  from: number;
  to: number;
  text: string;
}
