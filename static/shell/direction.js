/** The direction in which a language is written. */

const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

export const direction = (tag) => (RTL.test(tag) ? "rtl" : "ltr");
