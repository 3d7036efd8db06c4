/** Notes in a page, for script/visits.mjs, when answers were painted, what blocked and what moved. */

/** Durations from each input to its next paint, in steps of 8 ms, from the Event Timing API. */
const inputs = [];
/** Durations of tasks of more than 50 ms. */
const tasks = [];
/** Cumulative layout shift. */
let shift = 0;
/** The calculator's memory. */
let memory;

const listen = (type, each, more = {}) =>
  new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
listen("layout-shift", ({ value }) => (shift += value));
listen("longtask", ({ duration }) => tasks.push(duration));
listen("event", ({ name, duration }) => name === "input" && inputs.push(duration), { durationThreshold: 16 });

const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  // A build gives its exports names of its own, and its second part has no memory of its own.
  memory = Object.values((made.instance ?? made).exports).find((value) => value instanceof WebAssembly.Memory) ?? memory;
  return made;
};

const start = performance.now();
const calculators = () => [...document.querySelectorAll("takeon-calculator")];
/** Fulfilled with the milliseconds from the script's tag until every calculator has painted something. */
const painted = (selector) =>
  new Promise((done) => {
    const look = () => {
      // A frame begins when the one before has been painted.
      if (calculators().every(({ shadowRoot }) => shadowRoot?.querySelector(selector)))
        requestAnimationFrame(() => done(performance.now() - start));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
globalThis.asked = painted(".blank");
globalThis.painted = painted('[part~="verdict"]');

// As many calculators as the address says.
const more = Number(new URLSearchParams(location.search).get("calculators") ?? 1) - 1;
calculators()[0].after(...Array.from({ length: more }, () => calculators()[0].cloneNode(true)));

/** Adds a calculator and takes it away again, so often. */
async function mount(times) {
  for (let i = 0; i < times; i++) {
    const element = document.createElement("takeon-calculator");
    element.setAttribute("loading", "eager");
    document.body.append(element);
    await element.ready;
    element.remove();
    await new Promise((done) => setTimeout(done));
  }
}

globalThis.visit = {
  inputs,
  tasks,
  mount,
  forget: () => (inputs.length = tasks.length = 0),
  memory: () => memory.buffer.byteLength,
  get shift() {
    return shift;
  },
};
