/** Tells the owner of a site what of the calculator is missing there. It lies beside the files that it is about. */

/** The size of each file in bytes, and the words of each language. `script/pack.mjs` replaces this line. */
const BUILD = { sizes: {}, words: { en: {} } };

const tag = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => Object.hasOwn(BUILD.words, tag)) ?? "en";
const words = BUILD.words[tag];
/** A message, with values in the place of what is in braces. */
const say = (key, values = {}) => words[key].replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);
const list = (names) => new Intl.ListFormat(tag, { type: "unit" }).format(names);

const checks = /** @type {HTMLElement} */ (document.getElementById("checks"));

/** Adds a line about something that is as it should be, or is not. */
function tell(isGood, text) {
  const line = document.createElement("li");
  line.className = isGood ? "good" : "bad";
  line.textContent = text;
  checks.append(line);
}

/** Milliseconds to wait for a file, and for a calculator. */
const PATIENCE = 30_000;

/** Fetches a file past the browser's cache; nothing if it is missing or does not come. */
async function fetched(name) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), PATIENCE);
  try {
    const response = await fetch(`./${name}`, { cache: "no-store", signal: controller.signal });
    return response.ok ? new Response(await response.arrayBuffer(), response) : null;
  } catch {
    return null;
  }
}

/** The files that came with this page. */
async function files() {
  const [missing, changed] = [[], []];
  const names = Object.keys(BUILD.sizes);
  const look = async (name) => {
    const response = await fetched(name);
    if (!response) missing.push(name);
    else if ((await response.arrayBuffer()).byteLength !== BUILD.sizes[name]) changed.push(name);
  };
  await Promise.all(names.map(look));
  if (missing.length > 0) tell(false, say("test.missing", { files: list(missing.sort()) }));
  if (changed.length > 0) tell(false, say("test.changed", { files: list(changed.sort()) }));
  if (missing.length + changed.length === 0) tell(true, say("test.files", { n: names.length }));
}

/** Types that browsers and servers must agree on. */
async function types() {
  const expected = { "takeon.js": /^(text|application)\/(x-)?javascript\b/, "page.css": /^text\/css\b/ };
  for (const [name, type] of Object.entries(expected)) {
    const told = (await fetched(name))?.headers.get("content-type") ?? "";
    if (told && !type.test(told)) tell(false, say("test.type", { file: name, type: told }));
  }
}

/** The terms, as a calculator reads them. */
async function terms() {
  const response = await fetched("terms.json");
  if (!response) return tell(false, say("test.no-terms"));
  let config;
  try {
    config = await response.json();
  } catch (error) {
    return tell(false, say("test.no-json", { what: error.message }));
  }
  const calculator = document.createElement("takeon-calculator");
  calculator.setAttribute("config-src", "./terms.json");
  calculator.setAttribute("loading", "eager");
  const answer = new Promise((done) => {
    calculator.addEventListener("takeon-ready", () => done(undefined), { once: true });
    calculator.addEventListener("takeon-error", (/** @type {any} */ event) => done(event.detail), { once: true });
    setTimeout(() => done({ message: say("test.silent") }), PATIENCE);
  });
  document.getElementById("shown").append(calculator);
  // A script that cannot be loaded never answers; other checks tell that it is missing or of a wrong type.
  const isLoaded = await import("./takeon.js").then(
    () => true,
    () => false,
  );
  const wrong = isLoaded ? await answer : undefined;
  if (isLoaded && !wrong) tell(true, say("test.terms", { name: config?.terms?.shop?.name }));
  const names = madeUp(config?.terms);
  if (names.length > 0) tell(false, say("test.made-up", { names: list(names) }));
  for (const { at, message } of wrong?.errors ?? []) tell(false, say("test.wrong", { at, what: message }));
  if (wrong && !wrong.errors) tell(false, wrong.message);
  const address = config?.terms?.shop?.inbox;
  return inbox(address?.url ?? address);
}

/** Remains of a ready-made shop: addresses that are kept free for examples, and the partners behind them. */
function madeUp(terms) {
  const isMadeUp = (text) => String(text ?? "").includes(".example");
  const shop = ["email", "url", "page", "booking"].map((name) => terms?.shop?.[name]).filter(isMadeUp);
  const partners = (terms?.partners ?? []).filter(({ url }) => isMadeUp(url));
  return [...shop, ...partners.map(({ name }) => name?.default ?? name)];
}

/** The address that receives messages: it need not answer, but this page must be allowed to ask. */
async function inbox(address) {
  if (!address) return tell(true, say("test.no-inbox"));
  const url = new URL(address, location.href);
  if (location.protocol === "https:" && url.protocol !== "https:") return tell(false, say("test.inbox.plain", { url }));
  let policy = "";
  const hear = ({ blockedURI, effectiveDirective }) => {
    if (blockedURI.startsWith(url.origin)) policy = effectiveDirective;
  };
  document.addEventListener("securitypolicyviolation", hear);
  const asked = {
    method: "HEAD",
    mode: /** @type {RequestMode} */ ("no-cors"),
    credentials: /** @type {RequestCredentials} */ ("omit"),
  };
  const isThere = await fetch(url, asked).then(
    () => true,
    () => false,
  );
  // The browser tells of a policy a little later.
  if (!isThere) await new Promise((done) => setTimeout(done, 100));
  document.removeEventListener("securitypolicyviolation", hear);
  if (isThere) tell(true, say("test.inbox", { url }));
  else tell(false, say(policy ? "test.inbox.policy" : "test.inbox.none", { url, origin: url.origin }));
}

document.documentElement.lang = tag;
const said = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say]"));
for (const element of said) element.textContent = say(element.dataset.say);
const looking = document.createElement("li");
looking.textContent = say("test.looking");
checks.replaceChildren(looking);
await Promise.all([files(), types(), terms()]);
looking.remove();
document.body.dataset.done = "";
