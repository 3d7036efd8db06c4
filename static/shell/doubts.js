/** Pages that mean to give their terms and do not, or to close the tag and do not: the example is never shown in silence. */
import { written } from "./plain.js";

/** Attributes that are none of ours, by which terms are meant. */
const MEANT = ["configsrc", "config_src", "data-config", "data-config-src", "src", "data-src", "href", "terms"];
/** What stands after a calculator, and never in its place. */
const PAGE = "footer, main, nav, takeon-calculator, script[src]";

/** The text of terms that a page has given by the attribute `config`, or that React keeps; else nothing. */
export function meant(element) {
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
  // React sets no properties where it takes over what a server has rendered. What it would have set is here.
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

/** Whether the rest of the page is inside the tag, as it is where that was closed by a slash. */
export function swallows(element) {
  if (!element.querySelector(PAGE)) return false;
  console.warn(
    `Takeon: the rest of the page is inside <${element.localName}>: close it by </${element.localName}>, not by "/>".`,
  );
  return true;
}
