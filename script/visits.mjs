/** Measurements of a visit in Chromium: the first question and answer, a keystroke, layout shifts, and many calculators. */
import { isolate } from "./lib/chromium.mjs";

/** Page with a calculator. */
const PAGE = "benches/visit.html";
/** Link with a brief, which opens the calculator with its answer. */
const LINK = "#takeon=1.000000~p_publish~w_blog_m~c_cccc~k_ywyyyyyn~r_s~d_6~b_2500~z";
/** Address of the page with the answer. */
export const ANSWERED = `${PAGE}${LINK}`;
/** A slow phone, with the "Fast 3G" of Chromium's developer tools. */
const SLOW_CPU = 4;
const SLOW_NETWORK = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const PHONE = { width: 360, height: 740 };
const SLOW = { cpu: SLOW_CPU, network: SLOW_NETWORK, viewport: PHONE };
const DESKTOP = { width: 1280, height: 900 };
/** Number of measurements of each figure. */
const TIMES = 7;
/** Number of mounts and removals in each of two rounds, whose difference is the leak. */
const MOUNTS = 200;

/** Measures all figures, each as `[subject, value, bound, unit]`. */
export async function visits(browser, address) {
  const visit = (options, measure) => visited(browser, `${address}${PAGE}`, options, measure);
  // The first visit does not count: the server compresses files on their first request.
  await visit({}, answer);
  const first = await medianOf(() => visit({}, answer));
  const slow = await medianOf(() => visit(SLOW, answer));
  const asked = await medianOf(() => visit({ link: "" }, question));
  const slowlyAsked = await medianOf(() => visit({ ...SLOW, link: "" }, question));
  const one = await visit({ isolated: true }, crowd);
  const twenty = await visit({ isolated: true, query: "?calculators=20" }, crowd);
  const typed = await visit({ cpu: SLOW_CPU }, keystrokes);
  const moved = [await visit({ viewport: PHONE, link: "" }, shift), await visit({ link: "" }, shift)];
  const grown = await visit({ link: "" }, growth);
  return [
    ["first question after the script's tag", asked, 300, "ms"],
    ["first question, CPU 4 times slower, fast 3G", slowlyAsked, 3000, "ms"],
    ["first answer after the script's tag", first, 300, "ms"],
    ["first answer, CPU 4 times slower, fast 3G", slow, 3000, "ms"],
    ["keystroke to painted answer, CPU 4 times slower", typed.inputs, 50, "ms"],
    ["longest task of a keystroke, CPU 4 times slower", typed.task, 50, "ms"],
    ["layout shift, phone and desktop", Math.max(...moved), 0, ""],
    ["20 calculators: downloads of each part of the wasm", twenty.downloads, 1, ""],
    ["20 calculators: answers later than that of one", twenty.time - one.time, 1000, "ms"],
    ["20 calculators: more memory than one", (twenty.bytes - one.bytes) / 1e6, 20, "MB"],
    [`${MOUNTS} mounts and removals: wasm memory grows by`, grown.memory / 1024, 0, "KiB"],
    [`${MOUNTS} mounts and removals: nodes grow by`, grown.nodes, 0, ""],
    [`${MOUNTS} mounts and removals: listeners grow by`, grown.listeners, 0, ""],
  ];
}

/** Opens a page with options, and returns the result of `measure` on it. */
async function visited(browser, page, options, measure) {
  const { cpu = 1, network, viewport = DESKTOP, link = LINK, query = "", isolated = false } = options;
  const context = await browser.newContext({ viewport });
  try {
    const tab = await context.newPage();
    const devtools = await context.newCDPSession(tab);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    if (network) {
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", network);
    }
    if (isolated) await isolate(tab);
    const requests = [];
    tab.on("request", (request) => requests.push(request.url()));
    await tab.goto(`${page}${query}${link}`);
    return await measure(tab, { devtools, requests });
  } finally {
    await context.close();
  }
}

/** Returns the milliseconds until every calculator has its answer. */
const answer = (tab) => tab.evaluate(() => globalThis.painted);

/** Returns the milliseconds until every calculator asks its first question. */
const question = (tab) => tab.evaluate(() => globalThis.asked);

/** Measures many calculators: time until all have answers, downloads of each part, and memory of the page. */
async function crowd(tab, { requests }) {
  const time = await answer(tab);
  const { bytes } = await tab.evaluate(() => performance.measureUserAgentSpecificMemory());
  const parts = requests.filter((url) => url.endsWith(".wasm"));
  return { time, bytes, downloads: parts.length / new Set(parts).size };
}

/** Measures the keystrokes of a budget, with the answer next to the field. */
async function keystrokes(tab) {
  await answer(tab);
  // The last blank of the sentence is the budget.
  await tab.locator("[part~=questions] button.blank[aria-expanded]").last().click();
  const budget = tab.locator("#budget-amount");
  const inputs = [];
  const tasks = [];
  for (let round = 0; round < TIMES; round++) {
    await budget.fill("");
    await tab.waitForTimeout(1500);
    await tab.evaluate(() => globalThis.visit.forget());
    for (const figure of "12345") {
      await tab.keyboard.type(figure);
      await tab.waitForTimeout(300);
    }
    const noted = await tab.evaluate(() => globalThis.visit);
    inputs.push(...noted.inputs);
    tasks.push(Math.max(0, ...noted.tasks));
  }
  return { inputs: median(inputs), task: median(tasks) };
}

/** Returns the layout shift of the page until the calculator is ready. */
async function shift(tab) {
  await tab.locator("takeon-calculator").evaluate((element) => element.ready.then(() => {}));
  await tab.waitForTimeout(500);
  return tab.evaluate(() => globalThis.visit.shift);
}

/** Returns the growth of memory by a round of mounts and removals, after a first round as a warm-up. */
async function growth(tab, { devtools }) {
  await devtools.send("Performance.enable");
  const measured = async () => {
    await tab.evaluate((times) => globalThis.visit.mount(times), MOUNTS);
    // The first collection may only queue what the second releases.
    for (let round = 0; round < 2; round++) {
      await tab.waitForTimeout(500);
      await devtools.send("HeapProfiler.collectGarbage");
    }
    const { metrics } = await devtools.send("Performance.getMetrics");
    const { Nodes: nodes, JSEventListeners: listeners } = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    return { nodes, listeners, memory: await tab.evaluate(() => globalThis.visit.memory()) };
  };
  const before = await measured();
  const after = await measured();
  return Object.fromEntries(Object.keys(before).map((what) => [what, after[what] - before[what]]));
}

/** Returns the median of several measurements. */
async function medianOf(measure) {
  const found = [];
  for (let i = 0; i < TIMES; i++) found.push(await measure());
  return median(found);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
