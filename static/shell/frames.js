/** Frames that calculators are drawn in. Those that have left the page are used again: Yew never frees a root. */

/** Events by which an element is active. */
const TOUCHES = ["pointerdown", "keydown", "input", "click"];

/** Frames that nobody is in, with their calculators, by run. */
const pool = new WeakMap();

/** A frame for a calculator of a run, with what draws it there, hands it other options, and takes it away. */
export function placeFor(run, page) {
  if (!pool.has(run)) pool.set(run, []);
  const spares = pool.get(run);
  const spare = spares.pop() ?? { frame: page.createElement("div") };
  const { frame } = spare;
  frame.part = "calculator";
  return {
    frame,
    begin(options) {
      try {
        if (spare.app) spare.app.update(options);
        else spare.app = run.mount(frame, options);
      } catch (error) {
        if (spare.app) spares.push(spare);
        throw error;
      }
    },
    update: (options) => spare.app.update(options),
    end() {
      spare.app.clear();
      spares.push(spare);
    },
  };
}

/** Listens to a frame until the signal says otherwise: to events by their names, and to whatever is a touch. */
export function listen(frame, signal, listeners, touched) {
  for (const [name, listener] of Object.entries(listeners)) frame.addEventListener(name, listener, { signal });
  for (const type of TOUCHES) frame.addEventListener(type, touched, { capture: true, signal });
}
