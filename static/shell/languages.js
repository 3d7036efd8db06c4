/** What is known of languages, whether we speak them or not. */

const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

/** The direction in which a language is written. */
export const direction = (tag) => (RTL.test(tag) ? "rtl" : "ltr");

/** Languages with their own names: `[tag, name]`. */
export const named = (tags) => tags.map((tag) => [tag, new Intl.DisplayNames([tag], { type: "language" }).of(tag)]);
