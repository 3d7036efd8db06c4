/**
 * Writes the tables of README.md: those of the element (see contract.mjs), and what stands between two marks: the members
 * of the documents, from the schemas that script/build has written; the languages, from static/locales/; and what script/size,
 * script/bench, script/reader.mjs and integrations/trials/try have recorded.
 *
 *   script/build && node script/readme.mjs
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { withTables } from "./contract.mjs";
import { BOUNDS } from "./lib/bounds.mjs";

const file = (path) => new URL(`../${path}`, import.meta.url);
const json = (path) => JSON.parse(readFileSync(file(path), "utf8"));

/** The README with its tables as they should be. */
export function written(readme) {
  const blocks = {
    terms: members("terms"),
    brief: members("brief"),
    languages: languages(),
    reader: reader(),
    figures: figures(),
    trials: trials(),
  };
  return Object.entries(blocks).reduce((text, [name, block]) => {
    const marks = new RegExp(`(?<=<!-- ${name} -->\\n)[^]*?(?=<!-- /${name} -->)`);
    if (!marks.test(text)) throw new Error(`README.md has no <!-- ${name} -->`);
    return text.replace(marks, () => `${block}\n`);
  }, withTables(readme));
}

/** The members of a document, those of objects in its place, and of the objects in a list. */
function members(name) {
  const { $defs: shapes, ...document } = json(`dist/schema/${name}.schema.json`);
  const shape = ({ $ref }) => shapes[$ref.split("/").at(-1)];
  const followed = (schema) => {
    const whole = schema.$ref ? { ...shape(schema), ...schema } : schema;
    const oneOf = whole.oneOf?.flatMap((choice) => (choice.$ref ? shape(choice).oneOf : [choice]));
    return oneOf ? { ...whole, oneOf } : whole;
  };
  const shown = new Set();
  const rows = (object, path) =>
    Object.entries(object.properties)
      .filter(([member]) => member !== "$schema")
      .flatMap(([member, property]) => {
        const schema = followed(property);
        const items = schema.items && followed(schema.items);
        const at = `${path}${member}`;
        const required = object.required?.includes(member) ? "required" : "";
        const absent = "default" in schema ? `\`${JSON.stringify(schema.default)}\`` : required;
        const row = [`\`${at}\``, typeOf(schema, items), absent, schema.description];
        // Of a value with a short form, the object.
        const inner = schema.properties ? schema : schema.oneOf?.find((choice) => choice.properties);
        if (inner && !isValue(property, schema)) {
          // One that stands above already is not told again.
          const known = shown.has(property.$ref);
          if (property.$ref) shown.add(property.$ref);
          return known ? [row] : [row, ...rows(inner, `${at}.`)];
        }
        return items?.properties ? [row, ...rows(items, `${at}[].`)] : [row];
      });
  return table(["member", "type", "if absent", "what it is"], rows(document, ""));
}

/** A shape of numbers alone is one value, such as a spread. */
const isValue = ({ $ref }, { properties }) =>
  $ref && properties && Object.values(properties).every(({ type }) => type === "number");

/** The type of a member in a few words, with the range of a number. */
function typeOf({ const: only, type, oneOf, anyOf, properties, minimum, exclusiveMinimum, maximum, exclusiveMaximum }, items) {
  if (only !== undefined) return `\`${JSON.stringify(only)}\``;
  if (items) return items.properties ? "list of objects" : `list of ${typeOf(items)}`;
  const names = oneOf?.filter((choice) => "const" in choice).map((choice) => `\`"${choice.const}"\``);
  const other = oneOf?.find((choice) => !("const" in choice));
  if (names?.length > 0) return other ? `${typeOf(other)} or ${names.join(", ")}` : names.join(", ");
  if (anyOf) return anyOf.map((choice) => choice.type).join(" or ");
  if (type !== "number" && type !== "integer") return properties ? "object" : type;
  const least = exclusiveMinimum === undefined ? `from ${minimum}` : `above ${exclusiveMinimum}`;
  return `${type}, ${least} to ${maximum ?? `below ${exclusiveMaximum}`}`;
}

function languages() {
  const rows = readdirSync(file("static/locales"))
    .sort()
    .map((name) => {
      const { "language.name": own, "language.review": review } = json(`static/locales/${name}`);
      return [`\`${name.replace(".json", "")}\``, own, review];
    });
  return table(["tag", "language", "state"], rows);
}

/** The bundlers and frameworks in which the npm package was tried, as integrations/trials/try has recorded it last. */
function trials() {
  const record = json("integrations/trials/record.json");
  const rows = Object.entries(record).map(([name, { passed }]) => {
    const { dependencies, trial } = json(`integrations/trials/${name}/package.json`);
    // Of a package by another name, its own.
    const version = (tool) =>
      dependencies[tool]
        .match(/^npm:(.+)@(.+)$/)
        ?.slice(1)
        .join(" ") ?? `${tool} ${dependencies[tool]}`;
    const versions = trial.tells.map(version).join(", ");
    return [trial.title, versions, passed.join("; "), trial.needs ?? ""];
  });
  return table(["with", "versions", "what was tried", "what it needs"], rows);
}

/** What was recorded last: sizes and times beside their bounds, and what else a page could load. */
function figures() {
  const { weights } = json("script/size.json");
  const { date, machine, versions, bounds, peers, lighthouse } = json("benches/record.json");
  const most = (bound, isMet) => `${bound}${isMet ? "" : " (not met yet)"}`;
  const sizes = Object.entries(BOUNDS).map(([what, bound]) => {
    return [`${what}, brotli`, `${(weights[what] / 1000).toFixed(1)} kB`, most(`${bound / 1000} kB`, weights[what] <= bound)];
  });
  const short = (figure) => Number(figure.toPrecision(3));
  const times = bounds.map(({ what, is, most: bound, unit, holds }) => {
    return [what, `${short(is)} ${unit}`.trim(), most(`${bound} ${unit}`.trim(), holds)];
  });
  const scores = [
    `Lighthouse on a phone: ${Object.keys(lighthouse).join(", ")}`,
    Object.values(lighthouse).join(", "),
    "at least 100 each",
  ];
  const others = peers.map(({ name, bytes, time }) => [name, `${(bytes / 1000).toFixed(0)} kB`, `${time.toFixed(0)} ms`]);
  return [
    table(
      ["what", "is", "to be at most"],
      // Of Lighthouse its own figures say more.
      [...sizes, ...times].filter(([what]) => !what.startsWith("Lighthouse")).concat([scores]),
    ),
    "",
    `Times are medians of ${date.slice(0, 10)}: Chromium ${versions.chromium.split(".")[0]}, ${machine.cores} cores, load ${machine.load}.`,
    "",
    table(["a page with", "loads, brotli", "shows it after"], others),
  ].join("\n");
}

/**
 * The best that others do of the same phrases: a share that is right, and a share of what was answered that is wrong. Source: the
 * issue that the reader was built by, where Recognizers-Text and chrono were run on all of them.
 */
const OTHERS = {
  money: ["Recognizers-Text: 85 %, 7 % wrong", "55 %, 41 % wrong"],
  duration: ["chrono: 92 %, 6 % wrong", "75 %, 3 % wrong"],
  date: ["Recognizers-Text: 84 %, 7 % wrong", "63 %, 4 % wrong"],
};
const KINDS = { money: "amounts of money", duration: "lengths of time", date: "days" };

function reader() {
  const { date, kinds, fields } = json("benches/reader.json");
  const percent = (part, all) => `${Math.round((100 * part) / all)} %`;
  const both = ({ cases, right, wrong }) => `${percent(right, cases)} of ${cases}, ${percent(wrong, right + wrong || 1)} wrong`;
  const phrases = Object.entries(kinds).map(([kind, { english, others }]) => {
    const [best, all] = OTHERS[kind];
    return [KINDS[kind], both(english), best, both(others), all];
  });
  const messages = Object.entries(fields).map(([field, { expected, right, wrong }]) => {
    return [field, `${right} of ${expected}`, `${wrong}`];
  });
  return [
    table(
      ["phrases of public suites", "English", "best of others", "eleven other languages", "best of others, all twelve"],
      phrases,
    ),
    "",
    table(["what messages say", "read right", "read wrong"], messages),
    "",
    `Counted on ${date}.`,
  ].join("\n");
}

const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync("README.md", written(readFileSync("README.md", "utf8")));
}
