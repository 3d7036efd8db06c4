/**
 * Takeon's engine without its calculator, for scripts on a page and in Node.
 *
 * ```js
 * import { load, appraise } from "…/engine.js";
 * await load();
 * const { verdict, odds } = appraise(brief, terms);
 * ```
 */

/** The version of this build. */
export declare const version: string;

/**
 * Loads the engine, once. To be awaited before anything is asked. A failure is
 * forgotten: ask again.
 */
export declare function load(): Promise<void>;

/**
 * Should the shop take the project?
 *
 * The same brief and terms give the same answer everywhere, to the last bit. A
 * member that is `undefined` was not said.
 *
 * @throws {TakeonError} with every error in the two, under `/brief` and `/terms`.
 */
export declare function appraise(brief: Brief, terms: Terms): Appraisal;

/**
 * Checks terms.
 *
 * @throws {TakeonError} with every error in them.
 */
export declare function check(terms: Terms): void;

/** What is wrong with a brief or with terms: everything, each with its place. */
export declare class TakeonError extends Error {
  readonly errors: readonly Problem[];
}

/** One error in a brief or in terms. */
export interface Problem {
  /** The JSON pointer of the place, empty for the whole document. */
  at: string;
  /** What is wrong there and what would be right, in English. */
  message: string;
}
