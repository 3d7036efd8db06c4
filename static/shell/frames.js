/** Frames that calculators are drawn in. Those that have left the page are used again: Yew never frees a root. */
import { paint } from "./accent.js";
import { keepFocus } from "./focus.js";
import { frozen } from "./frozen.js";
import { direction, lists, named } from "./languages.js";
import { darkness, isDark } from "./theme.js";
import { watch } from "./tree.js";

/** Events by which an element is active. */
const TOUCHES = ["pointerdown", "keydown", "input", "click"];
/** What is told to the page. */
const TOLD = ["takeon-change", "takeon-share", "takeon-send"];
/** Time without a change that makes an answer a result, in milliseconds. */
const SETTLED = 1000;
/** Events of keys that a page may listen for. */
const KEYS = ["keydown", "keypress", "keyup"];

/** Frames that nobody is in, with their calculators, by run. */
const pool = new WeakMap();

/** A frame for a calculator of a run, with what draws it there, hands it other options, and takes it away. */
export function placeFor(run, page) {
  if (!pool.has(run)) pool.set(run, []);
  const spares = pool.get(run);
  const spare = spares.pop() ?? { frame: page.createElement("div") };
  const { frame } = spare;
  frame.part = "calculator";
  watch(frame);
  /** The options that it has, as text. */
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
      // Throws before anything has changed if the new configuration is not usable.
      spare.app.update(text);
      given = text;
      speak(frame, options);
    },
    hear: (tag, reading) => run.hear(spare.app, tag && lists(tag, reading)),
    end() {
      spare.app.clear();
      spares.push(spare);
    },
  };
}

/** Has a frame speak the language of its options. */
function speak(frame, { lang }) {
  frame.lang = lang;
  frame.dir = direction(lang);
}

/** Gives a frame its colours. */
export function colour(element, frame) {
  frame.className = isDark(element) ? "takeon dark" : "takeon";
  paint(element, frame);
}

/** Today's date where the visitor is. */
const today = () => new Date().toDateString();

/** What the options of a calculator also have: the languages with their names, and the day, as those of another day are others. */
export const known = (locales) => ({ languages: named(Object.keys(locales)), today: today() });

/**
 * Listens to the frame of an element until the signal says otherwise: to events by their names, to those that are announced
 * to the page, and to whatever is a touch. `look` is called where it may have become light or dark, `show` where it may be
 * another day.
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
    // First what was typed is read, which a field that is drawn anew would not have any more.
    setTimeout(wake);
  };
  for (const type of TOUCHES) frame.addEventListener(type, touch, { capture: true, signal });
  keepFocus(frame, signal);
  for (const type of KEYS) frame.addEventListener(type, keep, { signal });
  document.addEventListener("visibilitychange", wake, { signal });
  window.addEventListener("pageshow", wake, { signal });
  darkness().addEventListener("change", look, { signal });
  // The style of the host has it tell, without any time going by, that what it inherits is another.
  element.addEventListener("transitionend", ({ target }) => target === element && look(), { signal });
  const meta = new MutationObserver(look);
  meta.observe(document.head, { attributeFilter: ["content"], subtree: true });
  signal.addEventListener("abort", () => {
    clearTimeout(settling);
    meta.disconnect();
  });
}

/** Keeps a key that its field or button uses: a page that turns its slides by keys does not look into elements. */
function keep(event) {
  const { target, key, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey || key === "Escape" || key === "Tab") return;
  if (target.matches("input, select, textarea, [role=slider]") || key === " " || key === "Enter") event.stopPropagation();
}
