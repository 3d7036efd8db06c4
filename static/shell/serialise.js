/** Serialisation of documents that scripts pass as plain objects. */

/**
 * Returns the JSON text of a document, with null and an error for each value that JSON cannot represent. As usual in JSON, a member
 * that is `undefined` is absent.
 */
export function toJson(document) {
  const places = new Map();
  const errors = [];
  function replace(key, value) {
    const parent = places.get(this);
    const at = parent === undefined ? "" : `${parent}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const absent = value === undefined && parent !== undefined && !Array.isArray(this);
    const problem = absent ? undefined : problemOf(value);
    if (problem) errors.push({ at, message: problem });
    else if (value && typeof value === "object") places.set(value, at);
    return problem ? null : value;
  }
  try {
    return { text: JSON.stringify(document, replace), errors };
  } catch (error) {
    // A cycle.
    if (!(error instanceof TypeError)) throw error;
    return { text: "null", errors: [...errors, { at: "", message: `this cannot be written as JSON: ${error.message}` }] };
  }
}

/** Returns the problem of a value that JSON cannot represent, if any. */
function problemOf(value) {
  switch (typeof value) {
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : `must be a finite number, not ${value}`;
    case "string":
      return value.isWellFormed?.() === false ? "holds half of a character" : undefined;
    case "object": {
      // JSON would turn a promise, a map and the like into an empty object.
      const kind = Object.prototype.toString.call(value).slice(8, -1);
      return ["Object", "Array", "Null"].includes(kind) ? undefined : `must be a plain object or a list, not a ${kind}`;
    }
    default:
      return `must be a value that JSON can hold, not ${value === undefined ? "undefined" : `a ${typeof value}`}`;
  }
}
