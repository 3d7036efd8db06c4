/** Translation of the ready-made shops. */

/** Members with translatable texts. Names of the shop and of its partners are not translated. */
const TEXTS = ["name", "note", "unit", "source", "disclosure"];

/** Separator of synonyms in a file of translations. */
const BETWEEN = ", ";

/** Returns a configuration with its texts translated by a dictionary: `{ "English text": "translation" }`. */
export function translated({ terms, examples = [] }, words) {
  const translate = (text) => {
    if (!Object.hasOwn(words, text)) throw new Error(`there is no translation of "${text}"`);
    return words[text];
  };
  const inLanguage = (value, kept) => {
    if (Array.isArray(value)) return value.map((each) => inLanguage(each, kept));
    if (value === null || typeof value !== "object") return value;
    const member = ([key, inner]) => {
      // Synonyms have no one-to-one translations, so their list is a single text.
      if (key === "also") return [key, translate(inner.join(BETWEEN)).split(BETWEEN)];
      if (key === "excludes") return [key, inner.map(translate)];
      return [key, TEXTS.includes(key) && key !== kept && typeof inner === "string" ? translate(inner) : inLanguage(inner, kept)];
    };
    return Object.fromEntries(Object.entries(value).map(member));
  };
  const { shop, partners = [], ...rest } = terms;
  return {
    terms: { ...inLanguage(rest), shop, partners: inLanguage(partners, "name") },
    examples: examples.map(({ name, brief }) => ({ name: translate(name), brief })),
  };
}

/** Returns the translations of the names and synonyms of the shops' services, for the reader of messages. */
export function names(shops, words) {
  const all = {};
  for (const { terms } of shops) {
    for (const { name, also = [] } of terms.services) {
      if (Object.hasOwn(words, name)) all[name] = words[name];
      // The first synonym stands for the list.
      if (also.length > 0) all[also[0]] ??= words[also.join(BETWEEN)];
    }
  }
  return all;
}
