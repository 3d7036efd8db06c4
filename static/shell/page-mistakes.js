/** Mistakes of pages about terms and closing tags, which are reported instead of silently showing the example. */
import { toJson } from "./serialise.js";

/** Wrong attributes that pages use for terms. */
const ATTRIBUTES = ["configsrc", "config_src", "data-config", "data-config-src", "src", "data-src", "href", "terms"];
/** Elements that follow a calculator, and are never its fallback content. */
const PAGE = "footer, main, nav, takeon-calculator, script[src]";

/** Returns the terms in the attribute `config` or in React's properties, as JSON text, if any. */
export function misplacedTerms(element) {
  const attribute = element.getAttribute("config");
  if (attribute !== null) {
    try {
      JSON.parse(attribute);
    } catch {
      fail(
        `the attribute config="${attribute.slice(0, 40)}" is not JSON. A framework that renders before takeon.js is loaded writes ` +
          `objects like this: set the property config later, use config-src, or put the JSON inside the tag.`,
      );
    }
    return attribute;
  }
  // React does not set properties when it hydrates a page, but stores them under this key.
  const key = Object.keys(element).find((name) => name.startsWith("__reactProps$"));
  const config = key && element[key]?.config;
  if (config) return toJson(config).text;
  const name = ATTRIBUTES.find((name) => element.hasAttribute(name));
  if (name) fail(`there is no attribute ${name}: the address of the terms is config-src.`);
  if (/[“”„»«"]terms[“”„»«"]\s*:/.test(element.textContent)) {
    fail(`the content of the tag looks like terms: it must be in a <script type="application/json">.`);
  }
  return undefined;
}

function fail(message) {
  throw Object.assign(new Error(message), { kind: "config" });
}

/** Returns `true` if the rest of the page is inside the tag, as after a self-closing slash. */
export function isUnclosed(element) {
  if (!element.querySelector(PAGE)) return false;
  console.warn(
    `Takeon: the rest of the page is inside <${element.localName}>: close it by </${element.localName}>, not by "/>".`,
  );
  return true;
}
