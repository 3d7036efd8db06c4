/**
 * Reader of Takeon without the calculator, for scripts in browsers and in Node.js: it turns a client's message into a brief.
 *
 * ```js
 * import { read } from "…/reader.js";
 * const { brief, found, unclear } = await read(message, { terms });
 * ```
 */
import type { Brief, Terms } from "./engine.js";

export { TakeonError } from "./engine.js";

/** Version of this build. */
export declare const version: string;

/**
 * Reads a message by rules, locally: nothing is sent. The wasm and the words of a language are loaded with the first message. Ambiguous
 * statements are not guessed.
 *
 * @throws {TakeonError} with every error in the terms, under `/terms`; and an `Error` if its files cannot be loaded. It can be called
 * again after a failure.
 */
export declare function read(message: string, options: Options): Promise<Said>;

/** Options for reading a message. */
export interface Options {
  /** Terms of the shop, for its currency and the names of its services. */
  terms: Terms;
  /** Language of the message, such as "de". Absent: it is detected. */
  language?: Language;
  /** Day on which it was written, such as "2026-11-29". Absent: today. */
  today?: string;
}

/** Languages of messages. */
export type Language = "ar" | "da" | "de" | "en" | "es" | "fr" | "id" | "ja" | "nl" | "pl" | "pt-BR" | "tr";

/** Findings in a message. Positions are in UTF-16 units, like those of strings. */
export interface Said {
  /** Language of the message. Null if it was not detected, and then nothing is found. */
  language: Language | null;
  /** All findings as a brief, except a budget in another currency than that of the terms. */
  brief: Brief;
  /** Each value with its words, in their order. */
  found: Found[];
  /** Statements that are ambiguous or cannot be calculated with. */
  unclear: Unclear[];
}

/** A value and its words. */
export interface Found {
  /** Place in a brief, such as "budget", "wishes" or "conditions/contentReady". */
  field: string;
  /** Value in the brief. */
  value: unknown;
  /** Range of its words, and the words. */
  from: number;
  to: number;
  text: string;
  /** Code of the currency of a budget, if it was named. */
  currency?: string;
  /** Day of a deadline, if it is a date, such as "2027-03-31". */
  date?: string;
}

/** Ambiguous words about a field. */
export interface Unclear {
  field: "budget" | "deadline";
  why: "two-amounts" | "two-dates" | "no-date" | "which-date";
  from: number;
  to: number;
  text: string;
}
