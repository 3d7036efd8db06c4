/**
 * Prints the TypeScript types of the engine: the handwritten static/engine.d.ts, followed by the documents from their JSON Schemas.
 *
 *   node script/types.mjs dist/schema > dist/engine.d.ts
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Type names of the documents. A document that is a list has none; its members have a type. */
const DOCUMENTS = {
  brief: "Brief",
  terms: "Terms",
  appraisal: "Appraisal",
  usual: null,
  outcomes: null,
  changed: "ChangeEffect",
  agreement: null,
  affordable: null,
};

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node script/types.mjs FOLDER, with the folder of the schemas");
  process.exit(2);
}

/** Text of every type, by name. */
const types = new Map();
for (const [file, name] of Object.entries(DOCUMENTS)) {
  const { $defs, ...document } = JSON.parse(await readFile(join(folder, `${file}.schema.json`), "utf8"));
  for (const [part, schema] of Object.entries({ ...(name && { [name]: document }), ...$defs })) add(part, schema);
}

const head = await readFile(new URL("../static/engine.d.ts", import.meta.url), "utf8");
process.stdout.write([head, ...types.values()].join("\n"));

/** Adds a type. Documents may share it if they define it in the same way. */
function add(name, schema) {
  const written = type(schema);
  const declared = written.startsWith("{") ? `interface ${name} ${written}` : `type ${name} =${spaced(written)};`;
  const text = `${comment(schema)}export ${declared}\n`;
  const known = types.get(name);
  if (known !== undefined && known !== text) throw new Error(`two schemas define ${name} in different ways`);
  types.set(name, text);
}

/** Returns the type of a schema, as text. */
function type(schema) {
  if (schema.$ref) return schema.$ref.replace("#/$defs/", "");
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return either(schema.enum.map((value) => JSON.stringify(value)));
  if (schema.anyOf) return either(schema.anyOf.flatMap(alternatives).map(described));
  if (schema.oneOf && !schema.properties) return either(exclusive(schema.oneOf).map(described));
  if (schema.oneOf) return either(alternatives(schema).map(described));
  if (Array.isArray(schema.type)) return schema.type.map((type) => simple({ ...schema, type })).join(" | ");
  return simple(schema);
}

function simple(schema) {
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "number":
    case "integer":
      return "number";
    case "array": {
      const member = type(schema.items);
      return /^\w+$/.test(member) ? `${member}[]` : `Array<${member}>`;
    }
    case "object":
      return object(schema);
    default:
      throw new Error(`no type for ${JSON.stringify(schema)}`);
  }
}

/** Returns the alternatives of an object, one for each of its choices. */
function alternatives(schema) {
  if (!schema.oneOf || !schema.properties) return [schema];
  return schema.oneOf.map((choice) => ({ ...chosen(schema, choice), oneOf: undefined, description: choice.description }));
}

/** Returns an object restricted to a choice, which requires members and, by `false`, forbids others. */
function chosen(schema, choice) {
  const others = Object.entries(choice.properties ?? {}).filter(([, property]) => property === false);
  return {
    ...schema,
    properties: { ...schema.properties, ...Object.fromEntries(others) },
    required: [...(schema.required ?? []), ...(choice.required ?? [])],
  };
}

/** Returns mutually exclusive objects: unless a constant member tells them apart, each forbids the members of the others. */
function exclusive(choices) {
  const objects = choices.filter((choice) => choice.properties);
  const isDiscriminated = objects.every((object) => Object.values(object.properties).some((member) => "const" in member));
  if (isDiscriminated) return choices;
  const none = Object.fromEntries(objects.flatMap(({ properties }) => Object.keys(properties)).map((name) => [name, false]));
  return choices.map((choice) => (choice.properties ? { ...choice, properties: { ...none, ...choice.properties } } : choice));
}

function object({ properties = {}, required = [], additionalProperties }) {
  const members = Object.entries(properties).map(([name, schema]) => {
    const key = /^[\w$]+$/.test(name) ? name : JSON.stringify(name);
    if (schema === false) return `${key}?: never;\n`;
    return `${comment(schema)}${key}${required.includes(name) ? "" : "?"}:${spaced(type(schema))};\n`;
  });
  if (additionalProperties) members.push(`${comment(additionalProperties)}[key: string]: ${type(additionalProperties)};\n`);
  if (members.length === 0) return "Record<string, never>";
  return `{\n${indented(members.join(""))}}`;
}

function either(types) {
  if (types.every((type) => /^[\w" .|-]+$/.test(type))) return types.join(" | ");
  return `\n${indented(types.map((type) => `${type.replace(/^(\/\*\*[^]*?\*\/\n)?/, "$1| ")}\n`).join("")).trimEnd()}`;
}

/** Returns a type with the space that separates it from a preceding `:` or `=`. */
function spaced(type) {
  return type.startsWith("\n") ? type : ` ${type}`;
}

/** Returns the type of a schema after its description. */
function described(schema) {
  return `${comment(schema)}${type(schema)}`;
}

function comment({ description }) {
  if (!description) return "";
  const lines = description.replaceAll("*/", "*\\/").split("\n");
  return lines.length === 1 ? `/** ${lines[0]} */\n` : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

function indented(text) {
  return text.replace(/^(?=.)/gm, "  ");
}
