/** Check of an upload: tells the owner which files of the calculator are missing on their site, and what is wrong with the terms. */

/** Size of each file in bytes, and messages of each language. `script/pack.mjs` replaces this line. */
const BUILD = { sizes: {}, words: { en: {} } };

const tag = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => Object.hasOwn(BUILD.words, tag)) ?? "en";
const words = BUILD.words[tag];
/** Returns a message with its placeholders filled in. */
const say = (key, values = {}) => words[key].replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);
const list = (names) => new Intl.ListFormat(tag, { type: "unit" }).format(names);

const checks = /** @type {HTMLElement} */ (document.getElementById("checks"));

/** Adds a line to the results. */
function report(isGood, text) {
  const line = document.createElement("li");
  line.className = isGood ? "good" : "bad";
  line.textContent = text;
  checks.append(line);
}

/** Milliseconds to wait for a file, and for a calculator. */
const PATIENCE = 30_000;

/** Fetches a file without the cache. Returns null if it is missing or does not arrive. */
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

/** Checks the files that belong to this page. */
async function files() {
  const [missing, changed] = [[], []];
  const names = Object.keys(BUILD.sizes);
  const look = async (name) => {
    const response = await fetched(name);
    if (!response) missing.push(name);
    else if ((await response.arrayBuffer()).byteLength !== BUILD.sizes[name]) changed.push(name);
  };
  await Promise.all(names.map(look));
  if (missing.length > 0) report(false, say("test.missing", { files: list(missing.sort()) }));
  if (changed.length > 0) report(false, say("test.changed", { files: list(changed.sort()) }));
  if (missing.length + changed.length === 0) report(true, say("test.files", { n: names.length }));
}

/** Checks the content types that browsers require. */
async function types() {
  const expected = { "takeon.js": /^(text|application)\/(x-)?javascript\b/, "page.css": /^text\/css\b/ };
  for (const [name, type] of Object.entries(expected)) {
    const actual = (await fetched(name))?.headers.get("content-type") ?? "";
    if (actual && !type.test(actual)) report(false, say("test.type", { file: name, type: actual }));
  }
}

/** Checks the terms with a calculator. */
async function terms() {
  const response = await fetched("terms.json");
  if (!response) return report(false, say("test.no-terms"));
  let config;
  try {
    config = await response.json();
  } catch (error) {
    return report(false, say("test.no-json", { what: error.message }));
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
  // If the script cannot be loaded, the other checks say why.
  const isLoaded = await import("./takeon.js").then(
    () => true,
    () => false,
  );
  const wrong = isLoaded ? await answer : undefined;
  if (isLoaded && !wrong) report(true, say("test.terms", { name: config?.terms?.shop?.name }));
  const names = madeUp(config?.terms);
  if (names.length > 0) report(false, say("test.made-up", { names: list(names) }));
  for (const { at, message } of wrong?.errors ?? []) report(false, say("test.wrong", { at, what: message }));
  if (wrong && !wrong.errors) report(false, wrong.message);
  const address = config?.terms?.shop?.inbox;
  return inbox(address?.url ?? address);
}

/** Returns remains of a ready-made shop: addresses that are reserved for examples, and partners with such addresses. */
function madeUp(terms) {
  const isMadeUp = (text) => String(text ?? "").includes(".example");
  const shop = ["email", "url", "page", "booking"].map((name) => terms?.shop?.[name]).filter(isMadeUp);
  const partners = (terms?.partners ?? []).filter(({ url }) => isMadeUp(url));
  return [...shop, ...partners.map(({ name }) => name?.default ?? name)];
}

/** Checks that this page may send requests to the inbox. */
async function inbox(address) {
  if (!address) return report(true, say("test.no-inbox"));
  const url = new URL(address, location.href);
  if (location.protocol === "https:" && url.protocol !== "https:") return report(false, say("test.inbox.plain", { url }));
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
  // Browsers report violations of the security policy a moment later.
  if (!isThere) await new Promise((done) => setTimeout(done, 100));
  document.removeEventListener("securitypolicyviolation", hear);
  if (isThere) report(true, say("test.inbox", { url }));
  else report(false, say(policy ? "test.inbox.policy" : "test.inbox.none", { url, origin: url.origin }));
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
