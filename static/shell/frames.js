/**
 * Frames that calculators are rendered in, and their events. Frames of removed elements are reused, because Yew never removes the
 * listeners of a root:
 * https://github.com/yewstack/yew/blob/master/packages/yew/src/dom_bundle/subtree_root.rs (`cl.forget()`).
 */
import { paint } from "./accent.js";
import { keepFocus } from "./focus.js";
import { frozen } from "./frozen.js";
import { direction, lists } from "./languages.js";
import { languages } from "./names.js";
import { darkness, isDark } from "./theme.js";
import { watch } from "./tree.js";

/** Events that make an element the active one. */
const TOUCHES = ["pointerdown", "keydown", "input", "click"];
/** Events that are announced to the page. */
const ANNOUNCED = ["takeon-change", "takeon-share", "takeon-send"];
/** Milliseconds without a change until an answer is a result. */
const SETTLED = 1000;
/** Keyboard events that a page may listen for. */
const KEYS = ["keydown", "keypress", "keyup"];

/** Unused frames with their calculators, by instance. */
const pool = new WeakMap();

/** Returns a frame for a calculator of an instance, with functions to mount, update and remove it. */
export function calculatorFor(instance, page) {
  if (!pool.has(instance)) pool.set(instance, []);
  const spares = pool.get(instance);
  const spare = spares.pop() ?? { frame: page.createElement("div") };
  const { frame } = spare;
  frame.part = "calculator";
  watch(frame);
  /** Current options, as text. */
  let current;
  return {
    frame,
    begin(options, saved) {
      current = JSON.stringify(options);
      const text = JSON.stringify({ ...options, saved });
      setLanguage(frame, options);
      try {
        if (spare.app) spare.app.update(text);
        else spare.app = instance.mount(frame, text);
      } catch (error) {
        if (spare.app) spares.push(spare);
        throw error;
      }
    },
    update(options) {
      const text = JSON.stringify(options);
      if (text === current) return;
      // Throws before anything has changed if the new configuration is invalid.
      spare.app.update(text);
      current = text;
      setLanguage(frame, options);
    },
    readMessages: (tag, languageFile) => instance.readMessages(spare.app, tag && lists(tag, languageFile)),
    end() {
      spare.app.clear();
      spares.push(spare);
    },
  };
}

/** Sets the language and direction of a frame. */
function setLanguage(frame, { lang }) {
  frame.lang = lang;
  frame.dir = direction(lang);
}

/** Sets the colours of a frame. */
export function colour(element, frame) {
  frame.className = isDark(element) ? "takeon dark" : "takeon";
  paint(element, frame);
}

/** Returns the visitor's current date. */
const today = () => new Date().toDateString();

/** Returns the element itself, or else the outermost host of the shadow roots around it. */
const outermost = (element) => {
  const { host } = /** @type {ShadowRoot} */ (element.getRootNode());
  return host ? outermost(host) : element;
};

/** Compares two elements by their place in the page. Those in shadow roots of one host are equal. */
function byPlace(one, other) {
  const [before, after] = [one, other].map(outermost);
  if (before === after) return 0;
  return before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/**
 * Returns options about this page and visitor: the languages with their names; the date, which the answer depends on; and the name of
 * the element among the `present` calculators of the page, for storage and links.
 */
export function localOptions(element, present) {
  const index = [...present].sort(byPlace).indexOf(element);
  const place = element.id || String(index);
  return { languages, today: today(), place, further: index > 0 };
}

/**
 * Listens to the frame of an element until the signal aborts: to the given events, to events for the page, and to input. `look` is
 * called when the colour scheme may have changed, and `show` when the date has.
 */
export function listen(element, frame, signal, { listeners, announce, changed, touched, look, show }) {
  for (const [name, listener] of Object.entries(listeners)) frame.addEventListener(name, listener, { signal });
  let settling;
  const forward = (event) => {
    const detail = frozen(JSON.parse(event.detail));
    if (event.type === "takeon-change") {
      changed(detail);
      clearTimeout(settling);
      settling = setTimeout(() => announce("takeon-result", detail), SETTLED);
    }
    if (!announce(event.type, detail, event.cancelable)) event.preventDefault();
  };
  for (const name of ANNOUNCED) frame.addEventListener(name, forward, { signal });
  let day = today();
  const wake = () => {
    if (day === today()) return;
    day = today();
    show();
  };
  const touch = () => {
    touched();
    // A new date renders the fields, so the event must be handled first.
    setTimeout(wake);
  };
  for (const type of TOUCHES) frame.addEventListener(type, touch, { capture: true, signal });
  keepFocus(frame, signal);
  for (const type of KEYS) frame.addEventListener(type, stopUsedKey, { signal });
  document.addEventListener("visibilitychange", wake, { signal });
  window.addEventListener("pageshow", wake, { signal });
  darkness().addEventListener("change", look, { signal });
  // A transition of `::before` reports changes of inherited colours (see src/widget/base.css).
  element.addEventListener("transitionend", ({ target }) => target === element && look(), { signal });
  const meta = new MutationObserver(look);
  meta.observe(document.head, { attributeFilter: ["content"], subtree: true });
  signal.addEventListener("abort", () => {
    clearTimeout(settling);
    meta.disconnect();
  });
}

/** Stops a key event that a field or button uses. Pages with keyboard shortcuts only see the element as its target. */
function stopUsedKey(event) {
  const { target, key, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey || key === "Escape" || key === "Tab") return;
  if (target.matches("input, select, textarea, [role=slider]") || key === " " || key === "Enter") event.stopPropagation();
}
