/**
 * Packing of messages for delivery: a list for each part of the program, in the order of English and without keys, which are in the
 * program. `src/i18n/packed.rs` unpacks them.
 */

const FORM = /_(zero|one|two|few|many|other)$/;

/** Returns the key of a message without its plural form. */
export const withoutForm = (key) => key.replace(FORM, "");

/** Messages about a language, which the calculator does not show. */
const ABOUT_LANGUAGE = ["language.name", "language.review"];

/**
 * Returns the English messages of each part of a program. `texts` has the string literals of each part.
 *
 * A message is in the first part that has its key as a string; or a pattern such as `care.{}` that makes the key with an id among the
 * strings of any part. A prefix such as `shop.`, of this part or an earlier one, may precede both. All other messages are in the first
 * part, where they work, and where their bytes are noticed.
 */
export function inParts(english, texts) {
  const left = new Map(Object.entries(english));
  const ids = new Set(texts.flat());
  const parts = texts.map((own, part) => {
    const plain = new Set(own);
    const patterns = own
      .filter((text) => /^([\w.-]+\.)?\{\}(\.[\w.-]+)?$/.test(text) && text !== "{}")
      .map((text) => text.split("{}"));
    const earlier = texts.slice(0, part + 1).flat();
    const prefixes = earlier.filter((text) => /^[\w-]+\.$/.test(text));
    const isWhole = (key) =>
      plain.has(key) ||
      patterns.some(([before, after]) => {
        const fits = key.startsWith(before) && key.endsWith(after) && key.length > before.length + after.length;
        return fits && ids.has(key.slice(before.length, key.length - after.length));
      });
    const isUsed = (key) =>
      isWhole(key) || prefixes.some((prefix) => key.startsWith(prefix) && isWhole(key.slice(prefix.length)));
    const used = [...left].filter(([name]) => isUsed(name) || isUsed(withoutForm(name)));
    for (const [name] of used) left.delete(name);
    return Object.fromEntries(used);
  });
  for (const [name, message] of left) if (!ABOUT_LANGUAGE.includes(name)) parts[0][name] = message;
  return parts;
}

/** Returns the fingerprint of names: FNV-1a, folded to 24 bits. `src/encoding/fingerprint.rs` computes the same, and documents it. */
export function fingerprint(names) {
  let hash = 0x811c9dc5;
  for (const name of names) {
    for (const byte of [...Buffer.from(name), 0]) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return ((hash >>> 24) ^ (hash & 0xffffff)).toString(16).padStart(6, "0");
}

/** Returns a list for each part: the fingerprint of its keys, followed by the text of each message, or by an object of plural forms. */
export const packed = (parts, words) => parts.map((english) => packedPart(english, words));

function packedPart(english, words) {
  const forms = (name) => {
    const base = withoutForm(name);
    const own = Object.entries(words).filter(([known]) => FORM.test(known) && withoutForm(known) === base);
    return Object.fromEntries(own.map(([known, text]) => [FORM.exec(known)[1], text]));
  };
  const value = (name) => {
    if (ABOUT_LANGUAGE.includes(name)) return 0;
    return name.endsWith("_one") ? forms(name) : (words[name] ?? 0);
  };
  const names = Object.keys(english).filter((name) => !name.endsWith("_other"));
  return [fingerprint(Object.keys(english)), ...names.map(value)];
}
