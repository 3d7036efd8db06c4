/**
 * Writes the generated parts of README.md and of the pages in docs/, each between two marks. Their sources are static/element.json,
 * the schemas that script/build has written, src/engine/model/defaults.rs, the locales, and the records of script/size, script/bench,
 * script/reader-accuracy.mjs and integrations/trials/test.
 *
 *   script/build && node script/generated-docs.mjs
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { contract, tables } from "./element-metadata.mjs";
import { BOUNDS } from "./lib/bounds.mjs";
import { BROWSERS } from "./lib/bundle.mjs";
import { table } from "./lib/markdown.mjs";
import { UNTESTED } from "./statement.mjs";

const file = (path) => new URL(`../${path}`, import.meta.url);
const text = (path) => readFileSync(file(path), "utf8");
const json = (path) => JSON.parse(text(path));

/** Documents with generated parts: README.md, and every page of the site. */
export const documents = [
  "README.md",
  ...readdirSync(file("docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Generators of the marked parts, by name. */
const PARTS = {
  ...Object.fromEntries(Object.entries(tables(contract)).map(([name, table]) => [name, () => table])),
  terms: () => members("terms"),
  brief: () => members("brief"),
  defaults,
  languages,
  reader,
  tags,
  missed,
  figures,
  browsers,
  trials,
  untested: () => UNTESTED.map((what) => `- ${what}`).join("\n"),
  datalayer: () => `\`\`\`js\n${text("examples/insight/datalayer.js")}\`\`\``,
};

/** Returns a document with its generated parts up to date. */
export function regenerated(document) {
  return document.replaceAll(/(<!-- (\w+) -->\n)[^]*?(<!-- \/\2 -->)/g, (_, begin, name, end) => {
    if (!Object.hasOwn(PARTS, name)) throw new Error(`nothing generates <!-- ${name} -->`);
    return `${begin}${PARTS[name]()}\n${end}`;
  });
}

/** Returns a table of the members of a document, with those of nested objects and of objects in lists. */
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
        // The object of a value that also has a short form.
        const either = schema.anyOf?.some(({ type }) => type === "string") ? schema.anyOf : schema.oneOf;
        const inner = schema.properties ? schema : either?.find((choice) => choice.additionalProperties === false);
        if (inner && !isValue(property, schema)) {
          // Members of a shape are listed once.
          const known = shown.has(property.$ref);
          if (property.$ref) shown.add(property.$ref);
          return known ? [row] : [row, ...rows(inner, `${at}.`)];
        }
        return items?.properties ? [row, ...rows(items, `${at}[].`)] : [row];
      });
  return table(["member", "type", "default", "meaning"], rows(document, ""));
}

/** Returns true for an object of numbers alone, such as a spread, which is shown as one value. */
const isValue = ({ $ref }, { properties }) =>
  $ref && properties && Object.values(properties).every(({ type }) => type === "number");

/** Returns the type of a member in a few words, with the range of a number. */
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

/** Returns the languages of the calculator: tag, own name, and who has reviewed it. */
function locales() {
  const names = readdirSync(file("static/locales")).sort();
  return names.map((name) => {
    const { "language.name": own, "language.review": review } = json(`static/locales/${name}`);
    return [name.replace(".json", ""), own, review];
  });
}

function languages() {
  const rows = locales().map(([tag, own, review]) => [`\`${tag}\``, own, review]);
  return table(["tag", "language", "state"], rows);
}

/** Returns the languages in one line, which starts with a tag so that it is set from left to right. */
function tags() {
  return locales()
    .map(([tag, own]) => `\`${tag}\` ${own}`)
    .join(" · ");
}

/** Returns the oldest supported browsers. */
function browsers() {
  const versions = Object.entries(BROWSERS).map(([name, version]) => `${name} ${version}`);
  return `The calculator supports ${versions.join(", ").replace("Chrome", "Chrome and Edge")}, and newer versions.`;
}

/** Returns the bundlers and frameworks in which integrations/trials/test has tested the npm package. */
function trials() {
  const record = json("integrations/trials/record.json");
  const rows = Object.entries(record).map(([name, { passed }]) => {
    const { dependencies, trial } = json(`integrations/trials/${name}/package.json`);
    // A package may be installed under another name.
    const version = (tool) =>
      dependencies[tool]
        .match(/^npm:(.+)@(.+)$/)
        ?.slice(1)
        .join(" ") ?? `${tool} ${dependencies[tool]}`;
    const versions = trial.tells.map(version).join(", ");
    return [trial.title, versions, passed.join("; "), trial.needs ?? ""];
  });
  return table(["tool", "versions", "tested", "requires"], rows);
}

/** Mark of figures that exceed their bounds. */
const NOT_MET = " (not met yet)";

const SIZE_HEADINGS = ["what", "now", "at most"];

const most = (bound, isMet) => `${bound}${isMet ? "" : NOT_MET}`;

/** Returns the recorded sizes with their bounds. */
function sizes() {
  const { weights } = json("script/size.json");
  return Object.entries(BOUNDS).map(([what, bound]) => {
    return [`${what}, brotli`, `${(weights[what] / 1000).toFixed(1)} kB`, most(`${bound / 1000} kB`, weights[what] <= bound)];
  });
}

/** Returns the sizes that exceed their bounds. */
function missed() {
  const rows = sizes()
    .filter(([, , bound]) => bound.endsWith(NOT_MET))
    .map(([what, now, bound]) => [what, now, bound.replace(NOT_MET, "")]);
  return rows.length > 0 ? table(SIZE_HEADINGS, rows) : "None.";
}

/** Returns the defaults, each with its value, and its source or the word assumption. */
function defaults() {
  const constants = /((?:^\/\/\/.*\n)+)pub const (\w+): [^=]+= ([^]*?);\n/gm;
  const rows = [...text("src/engine/model/defaults.rs").matchAll(constants)].map(([, comment, name, value]) => {
    const text = comment
      .replaceAll(/^\/\/\/ ?/gm, "")
      .replaceAll(/\s+/g, " ")
      .trim();
    const [, what, source] = /^(.*?) ?((?:Source: |Assumption).*)$/.exec(text) ?? [];
    if (!source) throw new Error(`${name} has neither a source nor the word assumption`);
    // Members of a struct, without its name.
    const shown = value
      .replaceAll(/\b[A-Z]\w+ \{|[{}[\]]/g, "")
      .replaceAll(/\.0\b/g, "")
      .replaceAll(/[\s,]+/g, " ")
      .trim();
    const members = shown
      .replaceAll(/spread: /g, "")
      .replaceAll(/ (?=[a-z]\w*:)/g, ", ")
      .replaceAll(/(?<=\d) (?=\d)/g, ", ");
    return [
      name.toLowerCase().replaceAll("_", " "),
      members,
      what,
      source.replace(/^Source: /, "").replace(/^./, (first) => first.toUpperCase()),
    ];
  });
  return table(["default", "value", "meaning", "source"], rows);
}

/**
 * Returns the last recorded sizes and times with their bounds, and other libraries for comparison. Times are recorded seldom, so the
 * bytes of the calculator in the comparison are those of `script/size`, and the text says which build the times are of.
 */
function figures() {
  const { date, machine, versions, bounds, peers, lighthouse } = json("benches/record.json");
  const short = (figure) => Number(figure.toPrecision(3));
  const times = bounds.map(({ what, is, most: bound, unit, holds }) => {
    return [what, `${short(is)} ${unit}`.trim(), most(`${bound} ${unit}`.trim(), holds)];
  });
  const scores = [
    `Lighthouse on a phone: ${Object.keys(lighthouse).join(", ")}`,
    Object.values(lighthouse).join(", "),
    "at least 100 each",
  ];
  const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
  const [{ bytes: bytesThen }] = peers;
  const bytesNow = json("script/size.json").weights["first visit, until the first answer"];
  const compared = peers.map(({ name, bytes, time }, index) => {
    return [name, kB(index === 0 ? bytesNow : bytes), `${time.toFixed(0)} ms`];
  });
  const isOld = Math.abs(bytesThen / bytesNow - 1) > 0.02;
  const build = isOld ? ` They are of an earlier build, which loaded ${kB(bytesThen)} until the first answer.` : "";
  return [
    table(
      SIZE_HEADINGS,
      // Lighthouse's scores replace its single figures.
      [...sizes(), ...times].filter(([what]) => !what.startsWith("Lighthouse")).concat([scores]),
    ),
    "",
    `Times are medians of ${date.slice(0, 10)}: Chromium ${versions.chromium.split(".")[0]}, ${machine.cores} cores, load ${machine.load}.${build}`,
    "",
    table(["page with", "download, brotli", "shown after"], compared),
  ].join("\n");
}

/**
 * Best results of other libraries on the same phrases: in English, and in all twelve languages. Source: Recognizers-Text and chrono,
 * run on all phrases in November 2026.
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
      [
        "phrases from public test suites",
        "English",
        "best other library",
        "eleven other languages",
        "best other library, all twelve",
      ],
      phrases,
    ),
    "",
    table(["values in messages", "read right", "read wrong"], messages),
    "",
    `Counted on ${date}.`,
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const path of documents) writeFileSync(file(path), regenerated(text(path)));
}
