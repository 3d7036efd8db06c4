/** Detection of pages whose terms or closing tag went wrong: the example is never shown silently. */
import { written } from "./plain.js";

/** Foreign attributes that are meant as terms. */
const MEANT = ["configsrc", "config_src", "data-config", "data-config-src", "src", "data-src", "href", "terms"];
/** Elements that come after a calculator, and are never its fallback. */
const PAGE = "footer, main, nav, takeon-calculator, script[src]";

/** Returns the text of terms that a page gave by the attribute `config`, or that React keeps, if any. */
export function misplacedTerms(element) {
  const attribute = element.getAttribute("config");
  if (attribute !== null) {
    try {
      JSON.parse(attribute);
    } catch {
      doubt(
        `the attribute config="${attribute.slice(0, 40)}" is not JSON. A framework that has rendered before takeon.js came writes ` +
          `objects so: set the property config once it is there, use config-src, or put the JSON inside the tag.`,
      );
    }
    return attribute;
  }
  // When React hydrates a server-rendered page it sets no properties. It keeps those it would have set here.
  const key = Object.keys(element).find((name) => name.startsWith("__reactProps$"));
  const config = key && element[key]?.config;
  if (config) return written(config).text;
  const name = MEANT.find((name) => element.hasAttribute(name));
  if (name) doubt(`the attribute ${name} is none of ours: the address of the terms is config-src.`);
  if (/[“”„»«"]terms[“”„»«"]\s*:/.test(element.textContent)) {
    doubt(`what stands inside the tag looks like terms: it must be in a <script type="application/json">.`);
  }
  return undefined;
}

function doubt(message) {
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
