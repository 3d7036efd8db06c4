/**
 * The words of a language as they are served: a list in the order of English, without
 * the names of the messages, which the calculator has already. `src/i18n/packed.rs`
 * puts them back.
 */

const FORM = /_(zero|one|two|few|many|other)$/;

/** A fingerprint of names: FNV-1a, folded to 24 bits. `src/encoding/fingerprint.rs` computes the same, and says more. */
export function fingerprint(names) {
  let hash = 0x811c9dc5;
  for (const name of names) {
    for (const byte of [...Buffer.from(name), 0]) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return ((hash >>> 24) ^ (hash & 0xffffff)).toString(16).padStart(6, "0");
}

/**
 * The fingerprint of the messages' names, and then a text for each message; for one with plural forms an object of
 * them. What only translators need is left out.
 */
export function packed(english, words) {
  const forms = (name) => {
    const base = name.replace(FORM, "");
    const own = Object.entries(words).filter(([known]) => FORM.test(known) && known.replace(FORM, "") === base);
    return Object.fromEntries(own.map(([known, text]) => [FORM.exec(known)[1], text]));
  };
  const value = (name) => {
    if (name === "language.name" || name === "language.review") return 0;
    return name.endsWith("_one") ? forms(name) : (words[name] ?? 0);
  };
  const names = Object.keys(english).filter((name) => !name.endsWith("_other"));
  return [fingerprint(Object.keys(english)), ...names.map(value)];
}
