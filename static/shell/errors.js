/** What scripts are told of documents that are wrong. */

/** What is wrong with a brief or with terms: everything, each with its place. */
export class TakeonError extends Error {
  constructor(errors) {
    const lines = errors.map(({ at, message }) => `\n  ${at || "/"}: ${message}`);
    super(`${errors.length} ${errors.length === 1 ? "error" : "errors"}:${lines.join("")}`);
    this.name = "TakeonError";
    /** A list of `{ at, message }`: a JSON pointer, and what would be right there. */
    this.errors = errors;
  }
}
