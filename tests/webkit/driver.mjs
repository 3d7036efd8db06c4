/** WebKitGTK, controlled through its driver by W3C WebDriver. */
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** Timeout of a command in milliseconds. */
const PATIENCE = 20_000;
/** Timeout of a wait in milliseconds. */
const SOON = 10_000;

/** Started programs, which end with this process. */
const started = [];
process.on("exit", () => started.forEach((program) => program.kill("SIGKILL")));

/** Starts a program, and waits until an address answers. */
export async function start(command, args, address) {
  const program = spawn(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  started.push(program);
  // A running program must not keep the tests from ending.
  program.unref();
  let failure;
  program.once("error", (error) => (failure = error));
  program.once("exit", (code) => (failure = new Error(`${command} has ended with ${code}`)));
  for (const until = Date.now() + SOON; Date.now() < until; await pause(100)) {
    if (failure) throw failure;
    if (await fetch(address, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => {})) return;
  }
  throw new Error(`${command} does not answer at ${address}`);
}

/** Finds visible elements by name, also in shadow roots. Runs in the page. */
const FIND = `
  const shown = (node) => node.checkVisibility?.() ?? node.getClientRects().length > 0;
  const all = (root) => [...root.querySelectorAll("*")].flatMap((node) => [node, ...(node.shadowRoot ? all(node.shadowRoot) : [])]);
  // A button may have one text for wide and one for narrow layouts.
  const text = (node) => {
    const texts = document.createTreeWalker(node ?? new Text(), NodeFilter.SHOW_TEXT);
    let visible = "";
    while (texts.nextNode()) if (shown(texts.currentNode.parentElement)) visible += texts.currentNode.data;
    return visible.trim().replace(/\\s+/g, " ");
  };
  const name = (node) =>
    node.getAttribute("aria-label") ?? (node.labels?.length ? text(node.labels[0]) : text(node));
  // A choice is pressed by its label.
  const pressed = (node) => (["radio", "checkbox"].includes(node?.type) ? node.labels[0] : node);
  const found = (selector, wanted, group) =>
    pressed(all(document).find((node) =>
      node.matches(selector) &&
      shown(pressed(node)) &&
      (wanted === undefined || name(node) === wanted) &&
      (group === undefined || text(node.closest("fieldset")?.querySelector("legend")) === group)));
`;

/** Opens a browser at a driver's address. */
export async function open(driver) {
  const call = async (method, path, body) => {
    const response = await fetch(`${driver}/session${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const { sessionId } = await call("POST", "", { capabilities: {} });
  const tell = (method, path, body) => call(method, `/${sessionId}${path}`, body);
  const run = (script, ...args) => tell("POST", "/execute/sync", { script: FIND + script, args });

  /** Returns the result of a script in the page, once it is truthy. */
  async function wait(what, script, ...args) {
    for (const until = Date.now() + SOON; Date.now() < until; await pause(100)) {
      const value = await run(script, ...args);
      if (value) return value;
    }
    throw new Error(`there is no ${what}`);
  }
  /** Returns an element by selector and accessible name, optionally within a group. */
  const find = (selector, ...names) => wait([selector, ...names].join(" · "), "return found(...arguments)", selector, ...names);

  /** Performs actions of the mouse or the keyboard, one after the other. */
  const act = (type, actions) => tell("POST", "/actions", { actions: [{ type, id: type, actions }] });
  /** Clicks at the position of an element. The driver's own click does not reach into shadow roots. */
  async function click(...what) {
    await find(...what);
    const [x, y] = await run(
      `const node = found(...arguments);
      node.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = node.getBoundingClientRect();
      return [Math.round(x + width / 2), Math.round(y + height / 2)];`,
      ...what,
    );
    const [move, down, up] = ["pointerMove", "pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
    await act("pointer", [{ ...move, x, y, duration: 0, origin: "viewport" }, down, up]);
  }

  return {
    run,
    wait,
    go: (url) => tell("POST", "/url", { url }),
    resize: (width, height) => tell("POST", "/window/rect", { width, height }),
    has: find,
    click,
    /** Types into an empty field. */
    async type(text, ...what) {
      await click(...what);
      await act(
        "key",
        [...text].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value }))),
      );
    },
    close: () => tell("DELETE", ""),
  };
}
