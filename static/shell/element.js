/**
 * `<takeon-calculator>`: the public interface of a calculator.
 *
 * The interface to Rust is one function, `mount(root, options)`, which returns `{ update(options), clear() }` and is completed by
 * wasm-parts.js. Rust dispatches events on `root` that do not bubble: `takeon-complete`, `takeon-saved`, `takeon-change`,
 * `takeon-share`, `takeon-language` and the cancelable `takeon-send` (detail: JSON text). When Rust crashes, load.js notifies every
 * element, because all share one memory.
 */
import { BUILD } from "./build.js";
import { load, mounted } from "./load.js";
import { configuration, inside } from "./configuration.js";
import { LoadError } from "./fetching.js";
import { retryLabel, languageAround, languageFile, firstMessages } from "./language.js";
import { isLinked } from "./link.js";
import { adoptStyles } from "./style-sheets.js";

export const TAG = "takeon-calculator";
/** Version of every event's `detail`. */
const SCHEMA = 1;
/** Distance from the window within which an element is loaded. */
const NEAR = "400px";
/** Properties that a script may set before this class is defined. */
const PROPERTIES = ["audience", "config", "configSrc", "loading", "theme"];

/** Elements on the page, in shadow roots too. */
const present = new Set();

/** Element that was active last: it is blamed when Rust crashes. */
let lastActive;

/** The element. Without a page the class exists, and can do nothing. */
export class TakeonCalculator extends /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {}) {
  static version = BUILD.version;
  /** Lets browsers restore its state after Back and a reload, like that of a field, and submit it under its `name`, if any. */
  static formAssociated = true;
  static observedAttributes = ["audience", "config-src", "lang", "loading", "theme"];

  #shadow;
  /** Slot for the page's fallback content, as long as there is no calculator. */
  #fallback;
  /** Root element of Yew, which empties it, so it must be an element of its own. */
  #frame;
  /** Retry button, while it is offered. */
  #button;
  /** Calculator, as mounted by lazy.js. */
  #app;
  #styles = [];
  /** Exports of lazy.js, which is loaded with the calculator. */
  #lazy;
  /** Configuration set by a script. */
  #config = null;
  #observer;
  /** Observer of the context: languages, light or dark, JSON in a child. */
  #watcher;
  /** Language that the visitor has chosen. */
  #chosen;
  /** Last language and JSON in a child that were applied. */
  #seen = "";
  /** True once loading has started. */
  #started = false;
  /** Aborts the listeners of the frame. */
  #listening;
  /** Number of renderings. The result of an outdated one is dropped. */
  #showing = 0;
  /** Detail of the last `takeon-change`. */
  #lastChange;
  /** Detail of the last `takeon-saved`, as JSON text. */
  #saved;
  #ready = promise();
  /** True once `ready` is fulfilled. */
  #isReady = false;

  constructor() {
    super();
    this.#shadow = this.attachShadow({ mode: "open" });
    this.#fallback = document.createElement("slot");
    this.#shadow.append(this.#fallback);
  }

  /**
   * Promise of this element, fulfilled once the calculator is usable. It stays pending after a failure, which may be temporary and is
   * reported by `takeon-error`.
   */
  get ready() {
    return this.#ready.promise;
  }

  /** Brief of the last `takeon-change`; null before the first. */
  get brief() {
    return this.#lastChange?.brief ?? null;
  }

  /** Appraisal of that brief. */
  get appraisal() {
    return this.#lastChange?.appraisal ?? null;
  }

  /**
   * Agency's JSON as an object. It precedes a `<script type="application/json">` inside the tag, which precedes `config-src`.
   * Mutations take effect when it is set again; null removes it.
   */
  get config() {
    return this.#config;
  }
  set config(value) {
    this.#config = value ?? null;
    if (this.#started) this.#show();
  }

  /** Address of the agency's JSON, relative to the page. */
  get configSrc() {
    return this.getAttribute("config-src");
  }
  set configSrc(value) {
    this.#reflect("config-src", value);
  }

  /** Audience: "shop" is the owner, anything else the visitor. */
  get audience() {
    return this.getAttribute("audience") === "shop" ? "shop" : "visitor";
  }
  set audience(value) {
    this.#reflect("audience", value);
  }

  /** Colour scheme: "light" or "dark", anything else as the page, or else the device. */
  get theme() {
    const theme = this.getAttribute("theme");
    return theme === "light" || theme === "dark" ? theme : "auto";
  }
  /** @param {string | null} value */
  set theme(value) {
    this.#reflect("theme", value);
  }

  /** Loading: "eager" is at once, anything else when the element comes near. */
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
    // Properties that were set before this class existed shadow its accessors:
    // https://web.dev/articles/custom-elements-best-practices#make_properties_lazy
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    present.add(this);
    adoptStyles(this.#shadow, this.#styles);
    this.#watch();
    if (!this.#started) this.#waitUntilNear();
  }

  /** Called for moves by `moveBefore`. Without this method, a move would call the callbacks of removal and insertion. */
  connectedMoveCallback() {
    this.#watch();
  }

  disconnectedCallback() {
    present.delete(this);
    this.#stopIfRemoved();
  }

  adoptedCallback() {
    adoptStyles(this.#shadow, this.#styles);
  }

  /** Called when the browser restores its state. */
  formStateRestoreCallback(state) {
    this.#saved ??= state;
  }

  /** Called when the form around is reset. */
  formResetCallback() {
    if (!this.#app) return;
    this.#saved = this.#lazy.NOTHING;
    this.#lastChange = undefined;
    this.#stop(true);
    this.connectedCallback();
    this.#show();
  }

  attributeChangedCallback(name, before, now) {
    // Until the element is connected, and its properties lifted, nothing is watched.
    if (before === now || !present.has(this)) return;
    if (!this.#started) this.#waitUntilNear();
    else if (name === "theme") this.#look();
    else if (name !== "loading") this.#show();
  }

  #waitUntilNear() {
    this.#observer?.disconnect();
    if (!isPage()) return;
    if (isLinked() || this.loading === "eager") return this.#show();
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#show();
      },
      { rootMargin: NEAR },
    );
    this.#observer.observe(this);
  }

  /** Observes the context: the content, the languages and the colours around it. */
  #watch() {
    this.#watcher?.disconnect();
    this.#watcher = new MutationObserver((records) => this.#noticed(records));
    this.#watcher.observe(this, {
      attributeFilter: ["class", "style", "type"],
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (let root = /** @type {any} */ (this.getRootNode()); root; root = root.host?.getRootNode()) {
      this.#watcher.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
    }
    // Pages with a dark mode usually mark it on one of these.
    for (const node of [document.documentElement, document.body]) this.#watcher.observe(node, { attributes: true });
  }

  #noticed(records) {
    if (records.some(({ type }) => type === "attributes")) this.#look();
    if (this.#started && this.#seen !== this.#context()) this.#show();
  }

  /** Returns the language and the JSON in a child, as one text. */
  #context() {
    return `${languageAround(this)} ${inside(this) ?? ""}`;
  }

  /** Shows the calculator, or passes changes to the one that is shown. */
  async #show() {
    this.#started = true;
    this.#observer?.disconnect();
    const showing = ++this.#showing;
    let code;
    try {
      /** @type {any} */
      let options;
      [code, options] = await Promise.all([load(), this.#options()]);
      if (showing !== this.#showing) return;
      if (code.instance.failure()) return this.#show();
      this.#lazy = code.lazy;
      options = { ...options, ...this.#lazy.localOptions(this, present) };
      this.#styles = code.lazy.styles;
      adoptStyles(this.#shadow, this.#styles);
      lastActive = this;
      // Typed text is read in the answer part, so its word lists may load with it.
      const learning = this.#lazy.languageData(options, languageFile);
      const isWhole = this.#app || code.instance.hasAnswer();
      if (isWhole) options = { ...options, ...(await learning) };
      if (showing !== this.#showing) return;
      if (this.#app) this.#app.update(options);
      else {
        this.#saved = this.#lazy.takeState(this, options.place, this.#saved);
        // Typed text must be there before the first paint, with the question that it was typed in.
        if (this.#saved && this.#saved !== this.#lazy.NOTHING) await code.instance.loadRest().catch(code.instance.loadAnswer);
        if (showing !== this.#showing) return;
        this.#mount(code.instance, options);
      }
      // The visitor can begin. Failures of deferred parts are reported below.
      const languageData = learning.then((more) => {
        if (showing === this.#showing && this.#app && !code.instance.failure()) this.#app.update({ ...options, ...more });
      });
      await Promise.all([code.instance.loadAnswer(), languageData]);
      await code.instance.loadRest();
    } catch (error) {
      // A crash is reported to every element, including this one.
      if (showing === this.#showing && !code?.instance.failure()) this.#tell(LoadError.from(error));
    }
  }

  /** Retries after a failure. */
  retry() {
    if (this.isConnected) this.#show();
  }

  async #options() {
    // The content of the tag may still be parsing.
    if (document.readyState === "loading") {
      await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
    }
    this.#seen = this.#context();
    const tag = this.#chosen ?? languageAround(this);
    const [config, words] = await Promise.all([configuration(this, tag), firstMessages(tag)]);
    return { ...config, audience: this.audience, ...words };
  }

  #mount(instance, options) {
    const calculator = this.#lazy.calculatorFor(instance, this.ownerDocument);
    const { frame } = calculator;
    const { signal } = (this.#listening = new AbortController());
    const listeners = {
      "takeon-language": ({ detail }) => {
        this.#chosen = JSON.parse(detail);
        this.#show();
      },
      "takeon-complete": () => this.#complete(),
      "takeon-read": ({ detail }) => this.#app.readMessages(JSON.parse(detail), languageFile),
      "takeon-saved": ({ detail }) => this.#lazy.recordState(this, (this.#saved = detail)),
    };
    this.#lazy.listen(this, frame, signal, {
      listeners,
      announce: (...args) => this.#announce(...args),
      changed: (detail) => (this.#lastChange = detail),
      touched: () => (lastActive = this),
      look: this.#look,
      show: () => this.#show(),
    });
    this.#shadow.append(frame);
    mounted.add(this);
    try {
      calculator.begin(options, this.#saved);
      this.#app = calculator;
    } catch (error) {
      this.#fallBack();
      throw error;
    }
    this.#frame = frame;
    this.#look();
    // Fallback content, or a calculator that has crashed.
    while (frame.previousSibling) frame.previousSibling.remove();
    if (this.#lazy.isUnclosed(this)) this.#shadow.append(this.#fallback);
  }

  /** Called when the calculator is usable: with the answer to everything that the visitor has typed meanwhile. */
  #complete() {
    this.#button?.remove();
    if (this.#isReady) return;
    this.#isReady = true;
    this.#ready.resolve(this);
    this.#announce("takeon-ready", { version: BUILD.version });
    this.#stopIfRemoved();
  }

  /** Applies light or dark, and the accent. */
  #look = () => {
    if (this.#frame) this.#lazy.colour(this, this.#frame);
  };

  /** Stops everything if the element has left the page. A moved one is removed and inserted at once. */
  #stopIfRemoved() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  #stop(isReset) {
    this.#showing++;
    this.#started = false;
    this.#observer?.disconnect();
    this.#watcher?.disconnect();
    // Until the calculator is complete, it has not reported the visitor's input, so it stays.
    if (this.#app && !this.#isReady && !isReset) return;
    try {
      if (this.#app) {
        this.#app.end();
        this.#lazy.keepState(this, this.#saved);
      }
    } catch (error) {
      console.warn("Takeon could not clean up:", error);
    }
    this.#fallBack();
  }

  /** Shows the fallback content in place of the calculator. */
  #fallBack() {
    mounted.delete(this);
    this.#listening?.abort();
    if (this.#isReady) this.#ready = promise();
    this.#isReady = false;
    this.#app = this.#frame = undefined;
    this.#shadow.replaceChildren(this.#fallback);
  }

  /** Called when Rust has crashed, in this calculator or another one. */
  crashed(error) {
    this.#listening?.abort();
    // A crashed program cannot remove its elements, so they are abandoned.
    this.#app = undefined;
    if (lastActive === this) {
      lastActive = undefined;
      this.#fallBack();
      this.#tell(new LoadError("crash", error.message, { cause: error }));
    } else {
      this.#show();
    }
  }

  /** @param {LoadError} error */
  #tell({ kind, message, errors, retryable, cause, outdated }) {
    const list = errors?.map(({ at, message }) => `\n  ${at || "/"}: ${message}`).join("") ?? "";
    console.error(`Takeon: ${message}${list}`, ...(cause ? [cause] : []));
    // A visitor can act on network failures, but not on terms.
    if (!(this.#app && this.#isReady) && (kind !== "config" || retryable)) this.#offerRetry(outdated);
    const wrong = errors && Object.freeze(errors.map((error) => Object.freeze({ ...error })));
    this.#announce("takeon-error", { kind, message, ...(wrong && { errors: wrong }) });
  }

  /** Offers a retry: with the scripts of this page, or by reloading it. */
  #offerRetry(outdated) {
    this.#button?.remove();
    const button = (this.#button = this.ownerDocument.createElement("button"));
    button.type = "button";
    button.part = "retry";
    button.textContent = retryLabel(languageAround(this));
    button.addEventListener("click", () => {
      button.remove();
      if (outdated) location.reload();
      else this.retry();
    });
    // A calculator in use stays.
    if (!this.#app) this.#shadow.replaceChildren(this.#fallback);
    this.#shadow.append(button);
  }

  /** Dispatches an event to the page. Returns `true` unless it was cancelled. */
  #announce(name, detail, cancelable = false) {
    const init = { bubbles: true, composed: true, cancelable, detail: Object.freeze({ schema: SCHEMA, ...detail }) };
    return this.dispatchEvent(new CustomEvent(name, init));
  }
}

/** Returns false in unit tests: jsdom and the like have a document without layout. */
function isPage() {
  const { IntersectionObserver, Window } = globalThis;
  return IntersectionObserver && Window && globalThis instanceof Window;
}

/** Returns a promise with its `resolve`. */
function promise() {
  /** @type {(value: unknown) => void} */
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}
