/** Frames that calculators are drawn in. Those that have left the page are used again: Yew never frees a root. */

/** Events by which an element is active. */
const TOUCHES = ["pointerdown", "keydown", "input", "click"];

/** Frames that nobody is in, with their calculators, by run. */
const pool = new WeakMap();

/** A frame for a calculator of a run, which `begin(options)` draws there and `end()` takes away. */
export function frameFor(run, page) {
  if (!pool.has(run)) pool.set(run, []);
  const spares = pool.get(run);
  const spare = spares.pop() ?? { frame: page.createElement("div") };
  const { frame } = spare;
  frame.part = "calculator";
  const begin = (options) => {
    try {
      spare.app?.update(options);
      spare.app ??= run.mount(frame, options);
      return spare.app;
    } catch (error) {
      if (spare.app) spares.push(spare);
      throw error;
    }
  };
  const end = () => {
    spare.app.clear();
    spares.push(spare);
  };
  return { frame, begin, end };
}

/** Listens to a frame until the signal says otherwise: to events by their names, and to whatever is a touch. */
export function listen(frame, signal, listeners, touched) {
  for (const [name, listener] of Object.entries(listeners)) frame.addEventListener(name, listener, { signal });
  for (const type of TOUCHES) frame.addEventListener(type, touched, { capture: true, signal });
}
