/**
 * The shell of Takeon: the small script that defines <takeon-calculator>.
 *
 *   <script type="module" src="…/takeon.js"></script>
 *   <takeon-calculator config-src="terms.json">
 *     Words for a page without JavaScript, for instance an e-mail address.
 *   </takeon-calculator>
 *
 * It owns what a page can see or break: the element, its attributes and events,
 * the page's own words while there is no calculator, loading and failing. The
 * calculator itself is Rust compiled to wasm, fetched when somebody comes near.
 *
 * Rust knows the shell by one function, `mount(root, options)`, which gives
 * `{ update(options), destroy() }`. Rust tells the shell two things, by events on
 * `root` that do not bubble: `takeon-change` (detail: JSON text) and
 * `takeon-crash` (detail: a message).
 */

/** What belongs to this build. `script/finish.mjs` replaces this line. */
const BUILD = { version: "dev", glue: "./takeon-widget.js", wasm: "./takeon-widget_bg.wasm", css: "./takeon-widget.css", locales: [] };

const TAG = "takeon-calculator";
/** The version of every event's `detail`. */
const SCHEMA = 1;
/** Milliseconds to wait before the second and the third try. */
const PAUSES = [500, 2000];
/** How near to the window the element must be before anything is fetched. */
const NEAR = "400px";
const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

/**
 * The element's own style, there before any other file: it reserves the room
 * the calculator will need, so that the page below does not jump.
 */
const HOST_CSS = `
:host { display: block; min-block-size: var(--takeon-min-height, 560px); }
:host([hidden]) { display: none; }
`;

const beside = (path) => new URL(path, import.meta.url).href;

// ---- Trouble ----------------------------------------------------------------

/**
 * Something went wrong, in words for the page's developer.
 *
 * Kind "config": the agency's JSON. "load": the network, the server, the browser
 * or the page's security policy. "crash": a fault of Takeon's.
 */
class Trouble extends Error {
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

// ---- Fetching ---------------------------------------------------------------

/** Fetches a file, or says why not and what to do about it. */
async function get(url, kind) {
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
async function patiently(work) {
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
async function json(url, kind) {
  const text = await patiently(async () => (await get(url, kind)).text());
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new Trouble(kind, `${url} is not JSON: ${cause.message}`, { cause });
  }
  return text;
}

// ---- The calculator's code, once for all elements of the page ----------------

let loading;

/** Loads the calculator's code and style. A failure is forgotten: ask again. */
export function load() {
  loading ??= patiently(fetchAll).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchAll(tries) {
  if (typeof WebAssembly !== "object") {
    throw new Trouble("load", "this browser has WebAssembly switched off, as in a lockdown mode.");
  }
  const [glue, wasm, css] = await Promise.all([
    fetchGlue(beside(BUILD.glue), tries),
    get(beside(BUILD.wasm), "load"),
    get(beside(BUILD.css), "load").then((response) => response.text()),
  ]);
  try {
    await glue.default({ module_or_path: wasm });
  } catch (cause) {
    const refused = /security policy|\bcsp\b|unsafe-eval/i.test(cause.message);
    const advice = refused
      ? `the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src.`
      : `${beside(BUILD.wasm)} does not run: ${cause.message}`;
    throw new Trouble("load", advice, { cause });
  }
  return { mount: glue.mount, css };
}

async function fetchGlue(url, tries) {
  try {
    // Some browsers remember that an import failed: another address is a new try.
    return await import(tries ? `${url}?try=${tries}` : url);
  } catch (cause) {
    // An import does not say why it failed; a plain request does.
    const response = await get(url, "load");
    const message =
      `${url} cannot be imported. It is served as "${response.headers.get("content-type")}": the server must ` +
      `say "text/javascript", and the page's Content-Security-Policy must name its host in script-src.`;
    throw new Trouble("load", message, { passing: true, cause });
  }
}

// ---- Style ------------------------------------------------------------------

/** One sheet per document and text: a sheet cannot be used in another document. */
const sheets = new WeakMap();

function sheet(page, css) {
  if (!sheets.has(page)) sheets.set(page, new Map());
  const known = sheets.get(page);
  if (!known.has(css)) {
    const made = new page.defaultView.CSSStyleSheet();
    made.replaceSync(css);
    known.set(css, made);
  }
  return known.get(css);
}

// ---- Language ---------------------------------------------------------------

/** The language the page has around the element, or else the visitor's. */
function languageAround(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const tag = node.closest("[lang]")?.lang;
    if (tag) return tag;
  }
  return document.documentElement.lang || navigator.language || "en";
}

const locales = new Map();

/** The wording for a language tag: of `pt-BR`, else of `pt`, else English, which needs no file. */
async function wording(tag) {
  for (let name = tag; name; name = name.replace(/-?[^-]*$/, "")) {
    const found = BUILD.locales.find((known) => known.toLowerCase() === name.toLowerCase());
    if (!found) continue;
    if (!locales.has(found)) locales.set(found, json(beside(`./locales/${found}.json`), "load"));
    try {
      return { lang: tag, locale: await locales.get(found) };
    } catch (error) {
      locales.delete(found);
      console.warn(`Takeon speaks English here: ${error.message}`);
    }
  }
  return { lang: /^en(-|$)/i.test(tag) ? tag : "en", locale: null };
}

// ---- The element ------------------------------------------------------------

/** `<takeon-calculator>`. Importing this file where there is no page does nothing. */
export class TakeonCalculator extends (globalThis.HTMLElement ?? class {}) {
  static version = BUILD.version;
  static observedAttributes = ["audience", "config-src", "lang", "loading"];

  #shadow;
  /** Shows the page's own words, as long as there is no calculator. */
  #fallback;
  /** Where Yew draws. It empties what it is given, so it gets an element of its own. */
  #frame;
  /** What Rust's `mount` gave. */
  #app;
  #css = "";
  #observer;
  /** On the page, and not only waiting for its first `connectedCallback`. */
  #watching = false;
  /** Near enough to be loaded. */
  #started = false;
  /** Counts the showings: the answer to an older question is dropped. */
  #showing = 0;
  #ready = promise();

  constructor() {
    super();
    this.#shadow = this.attachShadow({ mode: "open" });
    this.#fallback = document.createElement("slot");
    this.#shadow.append(this.#fallback);
  }

  /**
   * Fulfilled with this element when the calculator is there to be used. After
   * trouble it goes on waiting, since the trouble may be mended: `takeon-error` tells.
   */
  get ready() {
    return this.#ready.promise;
  }

  /** The address of the agency's JSON, from the page. Without it, an example is shown. */
  get configSrc() {
    return this.getAttribute("config-src");
  }
  set configSrc(value) {
    this.#reflect("config-src", value);
  }

  /** Who is spoken to: "shop" is the owner, anything else the visitor. */
  get audience() {
    return this.getAttribute("audience") === "shop" ? "shop" : "visitor";
  }
  set audience(value) {
    this.#reflect("audience", value);
  }

  /** "eager" loads at once, anything else when the element comes near. */
  get loading() {
    return this.getAttribute("loading") === "eager" ? "eager" : "lazy";
  }
  set loading(value) {
    this.#reflect("loading", value);
  }

  #reflect(name, value) {
    if (value == null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  connectedCallback() {
    // A framework may have set properties before this class existed. They hide
    // the class's own until they are set again.
    for (const name of ["audience", "configSrc", "loading"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#watching = true;
    this.#dress();
    if (!this.#started) this.#waitUntilNear();
  }

  /** Moved by `moveBefore`: nothing to do, but its presence keeps the state. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    // A moved element is taken out and put in again at once: that is no removal.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  adoptedCallback() {
    this.#dress();
  }

  attributeChangedCallback(name, before, now) {
    // Until the element is connected, and its properties lifted, nothing is watched.
    if (before === now || !this.isConnected || !this.#watching) return;
    if (!this.#started) this.#waitUntilNear();
    else if (name !== "loading") this.#show();
  }

  #waitUntilNear() {
    this.#observer?.disconnect();
    if (this.loading === "eager" || !globalThis.IntersectionObserver) return this.#show();
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#show();
      },
      { rootMargin: NEAR },
    );
    this.#observer.observe(this);
  }

  /** Shows the calculator, or what has changed to the calculator that is there. */
  async #show() {
    this.#started = true;
    this.#observer?.disconnect();
    const showing = ++this.#showing;
    try {
      const [{ mount, css }, options] = await Promise.all([load(), this.#options()]);
      if (showing !== this.#showing) return;
      this.#css = css;
      this.#dress();
      if (this.#app) this.#update(options);
      else await this.#mount(mount, options);
    } catch (error) {
      if (showing === this.#showing) this.#tell(Trouble.from(error));
    }
  }

  async #options() {
    const source = this.configSrc;
    let url;
    try {
      url = source === null ? beside("./terms/web-studio.json") : new URL(source, this.ownerDocument.baseURI).href;
    } catch (cause) {
      throw new Trouble("config", `config-src is not an address: ${source}`, { cause });
    }
    const [config, words] = await Promise.all([json(url, "config"), wording(languageAround(this))]);
    // Its name among the calculators of the page, for what a visitor wants kept.
    const place = this.id || String([...document.querySelectorAll(TAG)].indexOf(this));
    return { config, example: source === null, audience: this.audience, place, ...words };
  }

  async #mount(mount, options) {
    const frame = this.ownerDocument.createElement("div");
    frame.className = "takeon";
    frame.addEventListener("takeon-change", (event) => this.#changed(event.detail));
    frame.addEventListener("takeon-crash", (event) => this.#crashed(event.detail));
    this.#speak(frame, options);
    this.#shadow.append(frame);
    try {
      this.#app = mount(frame, JSON.stringify(options));
    } catch (error) {
      frame.remove();
      throw error;
    }
    this.#frame = frame;
    this.#fallback.remove();
    // Yew draws in a microtask: what is announced must be there to be seen.
    const app = this.#app;
    await new Promise((done) => setTimeout(done));
    if (this.#app !== app) return;
    this.#ready.resolve(this);
    this.#announce("takeon-ready", { version: BUILD.version });
  }

  #update(options) {
    // Throws before anything has changed if the new configuration is not usable.
    this.#app.update(JSON.stringify(options));
    this.#speak(this.#frame, options);
  }

  #speak(frame, { lang }) {
    frame.lang = lang;
    frame.dir = RTL.test(lang) ? "rtl" : "ltr";
  }

  #dress() {
    const page = this.ownerDocument;
    // A document without a window is not shown, and cannot have sheets.
    if (!page.defaultView) return;
    this.#shadow.adoptedStyleSheets = [HOST_CSS, this.#css].filter(Boolean).map((css) => sheet(page, css));
  }

  /** Stops everything, when the element has left the page. */
  #stop() {
    this.#showing++;
    this.#watching = this.#started = false;
    this.#observer?.disconnect();
    try {
      this.#app?.destroy();
    } catch (error) {
      console.warn("Takeon could not clean up behind itself:", error);
    }
    this.#fallBack();
  }

  /** Puts the page's own words back in the calculator's place. */
  #fallBack() {
    if (!this.#app) return;
    this.#app = this.#frame = undefined;
    this.#ready = promise();
    this.#shadow.replaceChildren(this.#fallback);
  }

  #changed(text) {
    // From the inside out, so that nobody can change what the others receive.
    this.#announce("takeon-change", JSON.parse(text, (_, value) => Object.freeze(value)));
  }

  #crashed(message) {
    // Its tree is in no state to be taken down in order: it is let go as it is.
    this.#fallBack();
    this.#tell(new Trouble("crash", message));
  }

  #tell({ kind, message, errors, cause }) {
    const list = errors?.map(({ at, message }) => `\n  ${at || "/"}: ${message}`).join("") ?? "";
    console.error(`Takeon: ${message}${list}`, ...(cause ? [cause] : []));
    const frozen = errors && Object.freeze(errors.map((error) => Object.freeze({ ...error })));
    this.#announce("takeon-error", { kind, message, ...(frozen && { errors: frozen }) });
  }

  #announce(name, detail) {
    const init = { bubbles: true, composed: true, detail: Object.freeze({ schema: SCHEMA, ...detail }) };
    this.dispatchEvent(new CustomEvent(name, init));
  }
}

/** A promise that others fulfil. */
function promise() {
  let resolve;
  const made = new Promise((done) => (resolve = done));
  return { promise: made, resolve };
}

// A page may come to load two copies, perhaps of two versions: the first one stays.
const first = globalThis.customElements?.get(TAG);
if (first) {
  console.warn(`Takeon ${BUILD.version} is not used: version ${first.version} has already defined <${TAG}>.`);
} else {
  globalThis.customElements?.define(TAG, TakeonCalculator);
}
