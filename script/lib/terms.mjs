/** Translation of the ready-made shops. */

/** Translatable texts of a shop. Its own name and those of its partners stay. */
const SAID = ["name", "note", "unit", "source", "disclosure"];

/** Separator of synonyms in a file of translations. */
const BETWEEN = ", ";

/** Translates the texts of a configuration by a dictionary: `{ "English text": "translation" }`. */
export function translated({ terms, examples = [] }, words) {
  const say = (text) => {
    if (!Object.hasOwn(words, text)) throw new Error(`there is no translation of "${text}"`);
    return words[text];
  };
  const spoken = (value, kept) => {
    if (Array.isArray(value)) return value.map((each) => spoken(each, kept));
    if (value === null || typeof value !== "object") return value;
    const translate = ([key, inner]) => {
      // Synonyms have no one-to-one translations: the list is a single text.
      if (key === "also") return [key, say(inner.join(BETWEEN)).split(BETWEEN)];
      if (key === "excludes") return [key, inner.map(say)];
      return [key, SAID.includes(key) && key !== kept && typeof inner === "string" ? say(inner) : spoken(inner, kept)];
    };
    return Object.fromEntries(Object.entries(value).map(translate));
  };
  const { shop, partners = [], ...rest } = terms;
  return {
    terms: { ...spoken(rest), shop, partners: spoken(partners, "name") },
    examples: examples.map(({ name, brief }) => ({ name: say(name), brief })),
  };
}

/** Returns names and synonyms of the shops' services in a language, for the reader of messages. */
export function names(shops, words) {
  const all = {};
  for (const { terms } of shops) {
    for (const { name, also = [] } of terms.services) {
      if (Object.hasOwn(words, name)) all[name] = words[name];
      // Their comma separates synonyms.
      if (also.length > 0) all[also[0]] ??= words[also.join(BETWEEN)];
    }
  }
  return all;
}
