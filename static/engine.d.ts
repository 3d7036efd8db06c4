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
export declare function usual(terms: Terms): Usual[];

/**
 * The verdict and the odds that would follow from each possible answer to a question,
 * so that a button can say where it leads. What was said already is answered anew. An
 * empty list for what has no list of answers, such as the budget.
 *
 * @throws {TakeonError} with every error, under `/brief`, `/terms` and `/question`.
 */
export declare function outcomes(brief: Brief, terms: Terms, question: Topic): AnswerOutcome[];

/**
 * What a change does to a job that was said yes to: the difference in hours, money
 * and weeks, the odds at what was agreed, and what brings them back.
 *
 * @param agreed the brief that was said yes to, with what was done of it so far.
 * @param now the brief as it is wanted now. Its price and date do not count.
 * @throws {TakeonError} with every error, under `/agreed`, `/now` and `/terms`.
 */
export declare function changed(agreed: Brief, now: Brief, terms: Terms): Changed;

/**
 * What to have in writing before the start, in the order in which it is read: only
 * what applies, as data. It is no legal text.
 *
 * @throws {TakeonError} with every error in the two, under `/brief` and `/terms`.
 */
export declare function agreement(brief: Brief, terms: Terms): Clause[];

/**
 * What the money and the date of a brief buy: at most three services of the terms, the
 * nearest to what was asked for first, each with the brief of it alone, which would be
 * a yes. Care that nobody was named for is the client's. An empty list without an amount.
 *
 * @throws {TakeonError} with every error in the two, under `/brief` and `/terms`.
 */
export declare function affordable(brief: Brief, terms: Terms): Affordable[];

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
