/** Requests, with explanations of failures for the page's developer. */

/** Milliseconds to wait before the second and the third attempt. */
const PAUSES = [500, 2000];
const TOGETHER = "Upload all files of one build, in one folder.";
/** Most characters of a JSON text: the same number as bytes in src/config/limits.rs. */
const MOST = 262144;
/** Timeout of a file in milliseconds. */
export const PATIENCE = 30_000;

/**
 * Failure of a calculator.
 *
 * Its kind is "config" for the agency's JSON, "load" for the network, the server, the browser
 * or the page's security policy, and "crash" for a fault of Takeon.
 */
export class LoadError extends Error {
  /**
   * @param {"config" | "load" | "crash"} kind
   * @param {string} message
   * @param {{ retryable?: boolean, outdated?: boolean, errors?: { at: string, message: string }[], cause?: unknown }} [more]
   */
  constructor(kind, message, { retryable = false, outdated, errors, cause } = {}) {
    super(message, { cause });
    this.kind = kind;
    /** True if only a reload of the page can help. */
    this.outdated = outdated;
    /** True if a retry may help. */
    this.retryable = retryable;
    this.errors = errors;
  }

  /** Wraps an error thrown by Rust. A list of errors is about the configuration. */
  static from(error) {
    if (error?.kind) return error;
    const message = error?.message ?? String(error);
    if (!Array.isArray(error?.errors)) return new LoadError("crash", message, { cause: error });
    return new LoadError("config", message, { errors: error.errors, cause: error });
  }
}

/** Requests a file. Fails if the server does not answer in time. */
const request = (url, integrity) => fetch(url, { integrity, signal: AbortSignal.timeout(PATIENCE) });

/**
 * Fetches a file and reads it, or explains the failure and its remedy. With `integrity`, the file must be the one of this build.
 */
export async function get(url, kind, read, integrity) {
  const refusals = [];
  const record = (event) => refusals.push(event);
  document.addEventListener("securitypolicyviolation", record);
  try {
    const response = await request(url, integrity);
    refuse(response, url, kind);
    return await read(response);
  } catch (cause) {
    if (cause instanceof LoadError) throw cause;
    // Browsers report violations of the security policy a moment later.
    await pause(20);
    const refused = refusals.find(({ blockedURI }) => url.startsWith(blockedURI));
    const other = integrity && !refused && cause.name !== "TimeoutError" && (await request(url).catch(() => {}));
    if (other) refuse(other, url, kind);
    throw new LoadError(kind, `${url} ${why(url, cause, refused, other)}`, { retryable: !refused, cause });
  } finally {
    document.removeEventListener("securitypolicyviolation", record);
  }
}

/** Explains why a request has failed. `other` was served in place of a file of this build. */
function why(url, { name }, refused, other) {
  if (refused) {
    return `is refused by the page's Content-Security-Policy: name its host in ${refused.effectiveDirective}.`;
  }
  if (name === "TimeoutError") return `has not come within ${PATIENCE / 1000} seconds.`;
  if (other) return `is not the file of this build: it was changed or cut short. ${TOGETHER}`;
  const elsewhere = new URL(url).origin !== location.origin;
  return elsewhere
    ? `cannot be fetched. Either there is no network, or its server does not send "access-control-allow-origin: *".`
    : "cannot be fetched. Most likely there is no network.";
}

/** Returns the problem of a response, if any. */
function refuse({ ok, status, headers }, url, kind) {
  if (!ok) {
    const advice = kind === "config" ? "Check the address in config-src." : TOGETHER;
    throw new LoadError(kind, `${url} answers ${status}. ${advice}`, { retryable: status >= 500 || status === 429 });
  }
  if (headers.get("content-type")?.startsWith("text/html")) {
    throw new LoadError(kind, `${url} is a web page and not the file: most likely nothing is at this address.`);
  }
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Retries work after a pause, as long as the failure may be temporary. */
export async function withRetries(work) {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!error.retryable || tries === PAUSES.length) throw error;
      await pause(PAUSES[tries]);
    }
  }
}

/** Returns an address without user name and password, which `fetch` rejects. */
export const withoutCredentials = (path, base) => Object.assign(new URL(path, base), { username: "", password: "" }).href;

/** Reads a response as text. */
export const text = (response) => response.text();

/** Fetches the JSON text at an address. Its content is validated by Rust. */
export async function json(url, kind) {
  return checked(await withRetries(() => get(url, kind, text)), url, kind);
}

/** Returns the text, if it is JSON. */
export function checked(text, where, kind) {
  if (text.length > MOST) throw new LoadError(kind, `${where} is longer than ${MOST} characters.`);
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new LoadError(kind, `${where} is not JSON: ${cause.message}`, { cause });
  }
  return text;
}
