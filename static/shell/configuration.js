/** An agency's configuration: a property, JSON inside the tag, or a file. */
import { load } from "./load.js";
import { LoadError, withoutCredentials, checked, json } from "./fetching.js";
import { asset } from "./files.js";
import { example } from "./language.js";

/** Fetched file of each element: `{ url, text }`. */
const files = new WeakMap();

/** Returns the JSON inside the tag. */
export const inside = (element) => element.querySelector('script[type*="json" i]')?.textContent;

/** Returns the text of an element's configuration, and whether it is the built-in example, in the language of `tag`. */
export async function configuration(element, tag) {
  if (element.config) {
    const { text, errors } = (await load()).lazy.toJson(element.config);
    if (errors.length > 0) throw new LoadError("config", "the property config cannot be used:", { errors });
    return { config: text, example: false };
  }
  const child = inside(element);
  if (child !== undefined) {
    return { config: checked(child, `the script inside <${element.localName}>`, "config"), example: false };
  }
  const source = element.configSrc;
  if (source === null) {
    const [shown, { lazy }] = await Promise.all([asset(example(tag), "load"), load()]);
    const terms = lazy.misplacedTerms(element);
    return { config: terms ?? shown, example: !terms };
  }
  let url;
  try {
    url = withoutCredentials(source, element.ownerDocument.baseURI);
  } catch (cause) {
    throw new LoadError("config", `config-src is not an address: ${source}`, { cause });
  }
  if (files.get(element)?.url !== url) files.set(element, { url, text: await json(url, "config") });
  return { config: files.get(element).text, example: false };
}
