/**
 * Engine of Takeon without the calculator, for scripts in browsers and in Node.js.
 *
 * ```js
 * import { load, appraise } from "…/engine.js";
 * await load();
 * const { verdict, odds } = appraise(brief, terms);
 * ```
 */

/** Version of this build. */
export declare const version: string;

/**
 * Loads the engine, once. Await it before calling any other function. It can be
 * called again after a failure.
 */
export declare function load(): Promise<void>;

/**
 * Returns the answer to a brief.
 *
 * The same brief and terms give the same answer everywhere, to the last bit. A
 * member that is `undefined` counts as absent.
 *
 * @throws {TakeonError} with every error, under `/brief` and `/terms`.
 */
export declare function appraise(brief: Brief, terms: Terms): Appraisal;

/**
 * Checks terms.
 *
 * @throws {TakeonError} with every error in them.
 */
export declare function check(terms: Terms): void;

/**
 * Returns the usual jobs of a shop, with their prices and weeks, to show before the
 * first question. If no service is `usual`, these are the first five.
 *
 * @throws {TakeonError} with every error in the terms.
 */
export declare function usual(terms: Terms): UsualJob[];

/**
 * Returns the verdict and the odds after each possible answer to a question, so that
 * buttons can show where they lead. An existing answer is replaced. The list is empty
 * for questions without a list of answers, such as the budget.
 *
 * @throws {TakeonError} with every error, under `/brief`, `/terms` and `/question`.
 */
export declare function outcomes(brief: Brief, terms: Terms, question: Topic): AnswerOutcome[];

/**
 * Returns the effect of a change on an agreed job: the difference in hours, money and weeks, the odds at the agreed price and date, and
 * ways to restore them.
 *
 * @param agreed the agreed brief, with its progress so far.
 * @param now the brief with the change. Its price and date are ignored.
 * @throws {TakeonError} with every error, under `/agreed`, `/now` and `/terms`.
 */
export declare function changed(agreed: Brief, now: Brief, terms: Terms): ChangeEffect;

/**
 * Returns the points of a written agreement that apply, in reading order, as data. They are not a legal text.
 *
 * @throws {TakeonError} with every error, under `/brief` and `/terms`.
 */
export declare function agreement(brief: Brief, terms: Terms): Clause[];

/**
 * Returns up to three services that the budget and the deadline of a brief allow, the nearest to the request first, each with a brief
 * that would be a yes. Care without an owner is the client's. The list is empty without an amount of money.
 *
 * @throws {TakeonError} with every error, under `/brief` and `/terms`.
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
