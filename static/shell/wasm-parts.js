/**
 * Deferred parts of the calculator's wasm: `answer`, which loads while the visitor sees the first question; `rest`, with the
 * questions, the details of the answer and outgoing content; and `message`, which reads messages. Each contains its own messages.
 */
import { isLinked } from "./link.js";
import { path } from "./session-state.js";
import { compiled, start as startInstance } from "./instance.js";
import { css } from "./style.js";
import { sheet } from "./style-sheets.js";
import * as tree from "./tree.js";

/** Compiled modules of the deferred parts, or promises of them, by name. All instances share them. */
const modules = {};
/** Styles of the loaded parts: that of the rest precedes that of the first part. */
export const styles = [css];
/** Names of the loaded parts. */
const loaded = new Set();

/**
 * Starts the primary part, as instance.js does, or returns the current instance. That also has `loadAnswer()`, which loads the answer
 * into all its calculators, and `loadRest()`, which then loads the rest. Both can be called again after a failure. `fetchPart(name)`
 * fetches a part, if the wasm has several.
 */
export async function start(source, fetchPart) {
  if (typeof WebAssembly !== "object") {
    const message = "this browser has WebAssembly switched off, as in a lockdown mode.";
    throw Object.assign(new Error(message), { kind: "load", retryable: false });
  }
  const instance = await startInstance(source, tree).catch(fail);
  if (!instance.loadRest) addParts(instance, fetchPart);
  // State must be restored before the first paint: a stored brief may be in the middle of the steps, and a link opens
  // with its answer. Parts that were loaded before cost no time. Without the rest, the answer alone is shown.
  if (loaded.has("rest") || isKept() || isLinked()) await instance.loadRest().catch(instance.loadAnswer);
  else if (loaded.has("answer")) await instance.loadAnswer();
  return instance;
}

/** Returns the English messages of a part, as JSON text. postbuild.mjs adds them to the module. */
const words = (module) => section(module, "words");

/** Returns the text of a custom section of a module. */
function section(module, name) {
  const [section] = WebAssembly.Module.customSections(module, name);
  return new TextDecoder().decode(section);
}

/** Adds the style in a module to the styles. An instance after a crash has the same. */
function addStyle(module) {
  if (styles.length === 1) styles.unshift(section(module, "style"));
}

/** Adds the style of the rest to the shadow root around a calculator that is shown already. */
function adoptStyle(root) {
  const [page, shadow] = [root.ownerDocument, root.getRootNode()];
  if (!page.defaultView || !shadow.adoptedStyleSheets) return;
  const added = sheet(page, styles[0]);
  const [host, ...others] = shadow.adoptedStyleSheets;
  if (!others.includes(added)) shadow.adoptedStyleSheets = [host, added, ...others];
}

/** Throws an error with the members of a `LoadError` (see fetching.js). */
function fail(cause) {
  if (cause.kind) throw cause;
  const refused = /security policy|\bcsp\b|unsafe-eval/i.test(cause.message);
  const message = refused
    ? "the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src."
    : `the wasm does not run: ${cause.message}`;
  throw Object.assign(new Error(message, { cause }), { kind: "load", retryable: !refused });
}

/** Returns true if there may be a brief that is stored on this device (see src/host/store.rs). */
function isKept() {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(`takeon:1:${path()}:`));
  } catch {
    // Access to storage is denied.
    return false;
  }
}

/** Adds the functions that load deferred parts to an instance. */
function addParts(instance, fetchPart) {
  const { mount } = instance;
  /** Calculators that wait for the rest, with their root elements. */
  const waiting = new Map();
  /** Messages of the loaded parts. A wasm in one piece contains them all. */
  const texts = fetchPart ? {} : { answer: "{}", rest: "{}", message: "{}" };
  if (!fetchPart) addStyle(instance.module);

  /** Returns a function that adds a part to the instance once, and calls `add` for all waiting calculators. */
  const loadOnce = (name, add) => {
    let done;
    return () => {
      done ??= (async () => {
        if (name in texts) return;
        const module = await fetched(name, fetchPart);
        await instance.join(module);
        texts[name] = words(module);
        if (name === "rest") addStyle(module);
        for (const app of [...waiting.keys()]) add(app);
      })().catch((error) => {
        done = undefined;
        fail(error);
      });
      return done;
    };
  };
  const addAnswer = (app) => app.addAnswer(texts.answer);
  const addRest = (app) => {
    adoptStyle(waiting.get(app));
    waiting.delete(app);
    app.addRest(texts.rest);
  };
  instance.hasAnswer = () => "answer" in texts;
  instance.loadAnswer = loadOnce("answer", addAnswer);
  const loadOnlyRest = loadOnce("rest", addRest);
  instance.loadRest = async () => {
    await instance.loadAnswer();
    await loadOnlyRest().catch((error) => {
      for (const app of waiting.keys()) app.setRestFailed(true);
      throw error;
    });
  };
  const loadMessage = loadOnce("message", () => {});
  /**
   * Passes the message reader to a calculator, with the lists of a language as JSON text. Its messages are appended to those of the
   * rest.
   */
  instance.readMessages = async (app, options) => {
    // Rust must not be called while it is rendering, which dispatches the request.
    await Promise.resolve();
    app.setMessagesFailed(false);
    try {
      const [lists] = await Promise.all([options, instance.loadRest().then(loadMessage)]);
      app.addMessages(texts.message, lists);
    } catch (error) {
      console.warn(`Takeon reads no messages: ${error.message}`);
      app.setMessagesFailed(true);
    }
  };
  instance.mount = (root, options) => {
    const app = mount(root, options, words(instance.module));
    waiting.set(app, root);
    if (texts.answer) addAnswer(app);
    if (texts.rest) addRest(app);
    else {
      // Dispatched when the visitor retries.
      root.addEventListener("takeon-rest", () => {
        app.setRestFailed(false);
        instance.loadRest().catch((error) => console.error(`Takeon: ${error.message}`));
      });
    }
    return app;
  };
}

/** Returns a compiled part. */
async function fetched(name, fetchPart) {
  modules[name] ??= fetchPart(name).then(compiled);
  try {
    const module = await modules[name];
    loaded.add(name);
    return module;
  } catch (error) {
    delete modules[name];
    throw error;
  }
}
