/**
 * Deferred parts of the calculator's wasm: one with the answer, while the visitor already sees the questions; the rest with folded
 * and outgoing content; and one that reads messages, if there is one. Each has its own messages.
 */
import { isLinked } from "./link.js";
import { path } from "./memory.js";
import { compiled, start as begin } from "./run.js";
import * as tree from "./tree.js";

/** Compiled modules of the deferred parts, or promises of them, by name; shared by all runs. */
const modules = {};
/** Names of the loaded parts. */
const loaded = new Set();

/**
 * Starts the primary part, as run.js does, or returns the current run. It also has `loadAnswer()`, which loads the answer into every
 * calculator of the run, and `loadRest()`, which loads the rest too. A failure is forgotten: call it again. `fetchPart(name)`
 * fetches a part, if the wasm has several.
 */
export async function start(source, fetchPart) {
  if (typeof WebAssembly !== "object") {
    const message = "this browser has WebAssembly switched off, as in a lockdown mode.";
    throw Object.assign(new Error(message), { kind: "load", retryable: false });
  }
  const run = await begin(source, tree).catch(fail);
  run.loadRest ?? addParts(run, fetchPart);
  // State must be restored before the first paint, and loaded parts cost no time. A stored brief may be in the middle
  // of the steps, and the brief of a link is shown from the start.
  if (loaded.has("rest") || isKept()) await run.loadRest().catch(run.loadAnswer);
  else if (loaded.has("answer") || isLinked()) await run.loadAnswer();
  return run;
}

/** Returns the English messages of a part, as JSON text: postbuild.mjs puts them into its module. */
function words(module) {
  const [section] = WebAssembly.Module.customSections(module, "words");
  return new TextDecoder().decode(section);
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

/** Adds the functions that load the deferred parts to a run. */
function addParts(run, fetchPart) {
  const { mount } = run;
  /** Calculators that wait for the rest. */
  const waiting = new Set();
  /** Messages of the parts that are added. A wasm in one piece has all of them built in. */
  const texts = fetchPart ? {} : { answer: "{}", rest: "{}", message: "{}" };

  /** Returns a function that lets a part join the run once, and passes its messages to all waiting calculators. */
  const loading = (name, then) => {
    let done;
    return () => {
      done ??= (async () => {
        if (name in texts) return;
        const module = await fetched(name, fetchPart);
        await run.join(module);
        texts[name] = words(module);
        for (const app of [...waiting]) then(app);
      })().catch((error) => {
        done = undefined;
        fail(error);
      });
      return done;
    };
  };
  const addAnswer = (app) => app.addAnswer(texts.answer);
  const addRest = (app) => {
    waiting.delete(app);
    app.addRest(texts.rest);
  };
  run.hasAnswer = () => "answer" in texts;
  run.loadAnswer = loading("answer", addAnswer);
  const loadOnlyRest = loading("rest", addRest);
  run.loadRest = async () => {
    await run.loadAnswer();
    await loadOnlyRest().catch((error) => {
      for (const app of waiting) app.setRestFailed(true);
      throw error;
    });
  };
  const loadMessage = loading("message", () => {});
  /**
   * Passes the message reader to a calculator, with the lists of a language as JSON text. Its messages are appended to those of the
   * rest.
   */
  run.readMessages = async (app, options) => {
    // Rust may be in the middle of rendering what asks for it.
    await Promise.resolve();
    app.setMessagesFailed(false);
    try {
      const [lists] = await Promise.all([options, run.loadRest().then(loadMessage)]);
      app.addMessages(texts.message, lists);
    } catch (error) {
      console.warn(`Takeon reads no messages: ${error.message}`);
      app.setMessagesFailed(true);
    }
  };
  run.mount = (root, options) => {
    const app = mount(root, options, words(run.module));
    waiting.add(app);
    if (texts.answer) addAnswer(app);
    if (texts.rest) addRest(app);
    else {
      // The visitor asks for a retry.
      root.addEventListener("takeon-rest", () => {
        app.setRestFailed(false);
        run.loadRest().catch((error) => console.error(`Takeon: ${error.message}`));
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
