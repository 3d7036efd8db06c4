/** Fetching, and saying why it failed in words for the page's developer. */

/** Milliseconds to wait before the second and the third try. */
const PAUSES = [500, 2000];

/**
 * Something went wrong.
 *
 * Kind "config": the agency's JSON. "load": the network, the server, the browser
 * or the page's security policy. "crash": a fault of Takeon's.
 */
export class Trouble extends Error {
  constructor(kind, message, { passing = false, errors, cause } = {}) {
    super(message, { cause });
    this.kind = kind;
    /** Whether it may be gone in a second. */
    this.passing = passing;
    this.errors = errors;
  }

  /** What Rust threw: with a list of errors it is about the configuration. */
  static from(error) {
    if (error instanceof Trouble) return error;
    const message = error?.message ?? String(error);
    if (!Array.isArray(error?.errors)) return new Trouble("crash", message, { cause: error });
    return new Trouble("config", message, { errors: error.errors, cause: error });
  }
}

/** Fetches a file, or says why not and what to do about it. */
export async function get(url, kind) {
  let response;
  try {
    response = await fetch(url);
  } catch (cause) {
    const elsewhere = new URL(url).origin !== location.origin;
    const message =
      `${url} cannot be fetched. Either there is no network, or the page's Content-Security-Policy ` +
      `does not name its host in connect-src` +
      (elsewhere ? `, or its server does not send "access-control-allow-origin: *".` : ".");
    throw new Trouble(kind, message, { passing: true, cause });
  }
  const { ok, status } = response;
  if (!ok) {
    const advice = kind === "config" ? "Check the address in config-src." : "Upload all files of one build, in one folder.";
    throw new Trouble(kind, `${url} answers ${status}. ${advice}`, { passing: status >= 500 || status === 429 });
  }
  if (response.headers.get("content-type")?.startsWith("text/html")) {
    throw new Trouble(kind, `${url} is a web page and not the file: most likely nothing is at this address.`);
  }
  return response;
}

/** Does it again after a pause, as long as the trouble may pass. */
export async function patiently(work) {
  for (let tries = 0; ; tries++) {
    try {
      return await work(tries);
    } catch (error) {
      if (!error.passing || tries === PAUSES.length) throw error;
      await new Promise((done) => setTimeout(done, PAUSES[tries]));
    }
  }
}

/** The JSON text at an address. Whether it means anything is for Rust to say. */
export async function json(url, kind) {
  return checked(await patiently(async () => (await get(url, kind)).text()), url, kind);
}

/** The text, if it is JSON. */
export function checked(text, where, kind) {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new Trouble(kind, `${where} is not JSON: ${cause.message}`, { cause });
  }
  return text;
}
