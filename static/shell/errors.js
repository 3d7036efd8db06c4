/** Errors in documents, as thrown to scripts. */

/** Every error in a brief or in terms, with their places. */
export class TakeonError extends Error {
  constructor(errors) {
    const lines = errors.map(({ at, message }) => `\n  ${at || "/"}: ${message}`);
    super(`${errors.length} ${errors.length === 1 ? "error" : "errors"}:${lines.join("")}`);
    this.name = "TakeonError";
    /** List of `{ at, message }`: a JSON pointer, and the problem with its remedy. */
    this.errors = errors;
  }
}
