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

/**
 * The usual jobs of a shop, with their prices and weeks: figures before anything was
 * asked. Where no service is `usual`, the first five.
 *
 * @throws {TakeonError} with every error in the terms.
 */
export declare function usual(terms: Terms): UsualJob[];

/**
 * The verdict and the odds that would follow from each possible answer to a question,
 * so that a button can say where it leads. What was said already is answered anew. An
 * empty list for what has no list of answers, such as the budget.
 *
 * @throws {TakeonError} with every error, under `/brief`, `/terms` and `/question`.
 */
export declare function outcomes(brief: Brief, terms: Terms, question: Topic): AnswerOutcome[];

/**
 * Effect of a change on a job that was agreed: the difference in hours, money and weeks, the odds at the agreed price and date, and
 * ways to restore them.
 *
 * @param agreed the brief that was agreed, with its progress so far.
 * @param now the brief as it is wanted now. Its price and date do not count.
 * @throws {TakeonError} with every error, under `/agreed`, `/now` and `/terms`.
 */
export declare function changed(agreed: Brief, now: Brief, terms: Terms): ChangeEffect;

/**
 * Points to put in writing before the start, in reading order: only those that apply, as data. It is not legal text.
 *
 * @throws {TakeonError} with every error in the two, under `/brief` and `/terms`.
 */
export declare function agreement(brief: Brief, terms: Terms): Clause[];

/**
 * Services that the money and the date of a brief buy: at most three, the nearest to the request first, each with a brief of its
 * own, which would be a yes. Care without an owner is the client's. Empty without an amount of money.
 *
 * @throws {TakeonError} with every error in the two, under `/brief` and `/terms`.
 */
export declare function affordable(brief: Brief, terms: Terms): AffordableService[];

/** Every error in a brief or in terms, with their places. */
export declare class TakeonError extends Error {
  readonly errors: readonly Problem[];
}

/** One error in a brief or in terms. */
export interface Problem {
  /** The JSON pointer of the place, empty for the whole document. */
  at: string;
  /** Problem and remedy, in English. */
  message: string;
}
