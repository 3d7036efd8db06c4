/**
 * Frames that calculators are rendered in. Those of removed elements are reused, because Yew never removes the listeners of a root:
 * https://github.com/yewstack/yew/blob/master/packages/yew/src/dom_bundle/subtree_root.rs (`cl.forget()`).
 */
import { paint } from "./accent.js";
import { keepFocus } from "./focus.js";
import { frozen } from "./frozen.js";
import { direction, lists, named } from "./languages.js";
import { darkness, isDark } from "./theme.js";
import { watch } from "./tree.js";

/** Events that make an element the active one. */
const TOUCHES = ["pointerdown", "keydown", "input", "click"];
/** Events that are announced to the page. */
const TOLD = ["takeon-change", "takeon-share", "takeon-send"];
/** Time without a change after which an answer is a result, in milliseconds. */
const SETTLED = 1000;
/** Keyboard events that a page may listen for. */
const KEYS = ["keydown", "keypress", "keyup"];

/** Unused frames with their calculators, by run. */
const pool = new WeakMap();

/** Returns a frame for a calculator of a run, with functions to mount, update and remove it. */
export function placeFor(run, page) {
  if (!pool.has(run)) pool.set(run, []);
  const spares = pool.get(run);
  const spare = spares.pop() ?? { frame: page.createElement("div") };
  const { frame } = spare;
  frame.part = "calculator";
  watch(frame);
  /** Current options, as text. */
  let given;
  return {
    frame,
    begin(options, saved) {
      given = JSON.stringify(options);
      const text = JSON.stringify({ ...options, saved });
      speak(frame, options);
      try {
        if (spare.app) spare.app.update(text);
        else spare.app = run.mount(frame, text);
      } catch (error) {
        if (spare.app) spares.push(spare);
        throw error;
      }
    },
    update(options) {
      const text = JSON.stringify(options);
      if (text === given) return;
      // Throws before anything has changed if the new configuration is invalid.
      spare.app.update(text);
      given = text;
      speak(frame, options);
    },
    readMessages: (tag, reading) => run.readMessages(spare.app, tag && lists(tag, reading)),
    end() {
      spare.app.clear();
      spares.push(spare);
    },
  };
}

/** Sets the language and direction of a frame. */
function speak(frame, { lang }) {
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

/** Returns the element in the page's own tree that an element is in: itself, or the host around its shadow root. */
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
 * Returns further options: the languages with their names; the day, because the answer depends on it; and the name of an element
 * among the calculators of the page, which are `present`, for storage on the device and links.
 */
export function known(locales, element, present) {
  const index = [...present].sort(byPlace).indexOf(element);
  const place = element.id || String(index);
  return { languages: named(Object.keys(locales)), today: today(), place, further: index > 0 };
}

/**
 * Listens to the frame of an element until the signal aborts: to the given events, to those that are announced to the page, and to
 * input. `look` is called if the colour scheme may have changed, `show` if the date may have.
 */
export function listen(element, frame, signal, { listeners, announce, changed, touched, look, show }) {
  for (const [name, listener] of Object.entries(listeners)) frame.addEventListener(name, listener, { signal });
  let settling;
  const passOn = (event) => {
    const detail = frozen(JSON.parse(event.detail));
    if (event.type === "takeon-change") {
      changed(detail);
      clearTimeout(settling);
      settling = setTimeout(() => announce("takeon-result", detail), SETTLED);
    }
    if (!announce(event.type, detail, event.cancelable)) event.preventDefault();
  };
  for (const name of TOLD) frame.addEventListener(name, passOn, { signal });
  let day = today();
  const wake = () => {
    if (day === today()) return;
    day = today();
    show();
  };
  const touch = () => {
    touched();
    // The text must be read first, before its field is rendered again.
    setTimeout(wake);
  };
  for (const type of TOUCHES) frame.addEventListener(type, touch, { capture: true, signal });
  keepFocus(frame, signal);
  for (const type of KEYS) frame.addEventListener(type, keep, { signal });
  document.addEventListener("visibilitychange", wake, { signal });
  window.addEventListener("pageshow", wake, { signal });
  darkness().addEventListener("change", look, { signal });
  // Its `::before` has a transition of no duration, whose event reports inherited changes.
  element.addEventListener("transitionend", ({ target }) => target === element && look(), { signal });
  const meta = new MutationObserver(look);
  meta.observe(document.head, { attributeFilter: ["content"], subtree: true });
  signal.addEventListener("abort", () => {
    clearTimeout(settling);
    meta.disconnect();
  });
}

/** Stops a key that its field or button uses: pages with keyboard navigation do not look into elements. */
function keep(event) {
  const { target, key, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey || key === "Escape" || key === "Tab") return;
  if (target.matches("input, select, textarea, [role=slider]") || key === " " || key === "Enter") event.stopPropagation();
}
