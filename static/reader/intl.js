/**
 * Words that the browser's `Intl` has for a language: months, weekdays, units, nearby days and weeks, and currencies.
 *
 * They need not be fetched, and have the format of the word lists in this folder: `src/reader/language.rs` reads both.
 * `script/intl.mjs` writes them to a file for programs without `Intl`.
 */

/** Currencies in messages: those of most shops, and of their neighbours. */
const CURRENCIES =
  "EUR USD GBP DKK SEK NOK ISK CHF PLN CZK HUF RON UAH RUB TRY JPY CNY HKD TWD KRW INR IDR MYR SGD THB PHP VND AUD NZD CAD " +
  "MXN BRL ARS CLP COP PEN UYU ZAR NGN KES EGP MAD TND DZD SAR AED QAR KWD BHD OMR JOD LBP ILS PKR";

/** Regional variants whose words are added to those of a language: in Lebanon months have other names. */
const VARIANTS = { ar: ["ar-LB"], "pt-BR": ["pt-PT"], de: ["de-AT"], en: ["en-GB"], es: ["es-MX"] };

/** Languages of sites that clients ask for. */
const LANGUAGES =
  "en da de es fr id ja nl pl pt tr ar sv nb fi it cs sk hu ro bg el ru uk zh ko hi th vi he fa ca eu gl hr sr sl et lv lt is ga cy lb ms";

/** @type {Record<string, string>} */
const UNITS = { day: "d", week: "w", month: "m", year: "y", hour: "h" };

/** Returns the words of a language by section and id, as in the word lists in this folder. */
export function table(lang) {
  const sections = {};
  const add = (section, id, word) => {
    const text = word.replace(/[\s\u00a0\u202f]+/g, " ").trim();
    if (!text || /^[\d.,]+$/.test(text)) return;
    const words = ((sections[section] ??= {})[id] ??= []);
    if (!words.includes(text)) words.push(text);
  };
  for (const tag of [lang, ...(VARIANTS[lang] ?? [])]) {
    const locale = `${tag}-u-ca-gregory-nu-latn`;
    names(locale, (section, id, word) => add(section, id, word));
  }
  const point = new Intl.NumberFormat(`${lang}-u-nu-latn`).formatToParts(1.5).find((part) => part.type === "decimal").value;
  return { point, ...mapped(sections, (ids) => mapped(ids, (words) => words.join(", "))) };
}

const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

function names(locale, add) {
  // Creating a format takes far longer than all its formatting.
  const dated = (options, type) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    return (day) => textOf(format.formatToParts(day), type);
  };
  const counts = numbersOf(locale);
  for (const length of /** @type {const} */ (["long", "short"])) {
    // Some languages have another form beside a day.
    const months = [dated({ month: length }, "month"), dated({ month: length, day: "numeric" }, "month")];
    for (let month = 0; month < 12; month += 1) {
      for (const name of months) add("months", month + 1, name(Date.UTC(2026, month, 9)));
    }
    const weekday = dated({ weekday: length }, "weekday");
    for (let day = 1; day <= 7; day += 1) {
      const name = weekday(Date.UTC(2026, 5, day));
      // A single character of Japanese is a month or a day more often.
      if (name.length > 1) add("weekdays", day, name);
    }
    for (const [unit, id] of Object.entries(UNITS)) {
      const format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: length });
      for (const count of [...counts, 1.5, 0]) {
        const parts = format.formatToParts(count);
        // A dual is a word without a number, which the lists have.
        if (parts.some((one) => one.type === "integer"))
          add(
            "units",
            id,
            parts
              .filter((one) => one.type === "unit")
              .map((one) => one.value)
              .join(" "),
          );
      }
    }
  }
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, id] of Object.entries(UNITS)) {
    for (const count of unit === "hour" ? [] : [-1, 0, 1, 2]) {
      const text = relative.format(count, /** @type {Intl.RelativeTimeFormatUnit} */ (unit));
      if (!/\d/.test(text) && (count < 2 || unit === "day")) add("shifts", id + count, text);
    }
  }
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  for (const tag of LANGUAGES.split(" ")) {
    const name = languages.of(tag);
    if (name !== tag) add("languages", tag, name);
  }
  for (const currency of CURRENCIES.split(" ")) {
    const format = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "name",
      maximumFractionDigits: 0,
    });
    for (const count of counts) add("money", currency, textOf(format.formatToParts(count), "currency"));
  }
}

const textOf = (parts, type) => parts.find((part) => part.type === type).value;

/** Returns a number for each plural form of a language. */
function numbersOf(locale) {
  const rules = new Intl.PluralRules(locale);
  return [...new Map([11, 5, 3, 2, 1].map((count) => [rules.select(count), count])).values()].reverse();
}
