/** Public interface of the element, static/element.json, in the formats of other tools. */
import { readFileSync } from "node:fs";
import { table } from "./lib/markdown.mjs";

export const contract = JSON.parse(readFileSync(new URL("../static/element.json", import.meta.url), "utf8"));

const plain = (text) => text.replaceAll("`", "");

/** Returns custom-elements.json, for editors and catalogues: https://github.com/webcomponents/custom-elements-manifest */
export function manifest({
  tag,
  class: name,
  description,
  attributes,
  properties,
  methods,
  events,
  slots,
  parts,
  cssProperties,
}) {
  const text = ({ name, description }) => ({ name, description: plain(description) });
  const fields = [
    ...attributes
      .filter(({ property }) => property)
      .map((attribute) => ({ ...attribute, name: attribute.property, attribute: attribute.name })),
    ...properties,
  ];
  const declaration = {
    kind: "class",
    name,
    customElement: true,
    tagName: tag,
    description,
    superclass: { name: "HTMLElement" },
    attributes: attributes.map((attribute) => ({
      ...text(attribute),
      type: { text: attribute.type },
      ...(attribute.property && { fieldName: attribute.property }),
    })),
    members: [
      ...fields.map((field) => ({
        kind: "field",
        ...text(field),
        type: { text: field.type },
        ...(field.attribute && { attribute: field.attribute, reflects: true }),
        ...(field.readonly && { readonly: true }),
      })),
      ...methods.map((method) => ({ kind: "method", ...text(method) })),
    ],
    events: events.map((event) => ({ ...text(event), type: { text: `CustomEvent<${detail(event)}>` } })),
    slots: slots.map(text),
    cssParts: parts.map(text),
    cssProperties: cssProperties.map(text),
  };
  const module = {
    kind: "javascript-module",
    path: "element.js",
    declarations: [declaration],
    exports: [{ kind: "js", name, declaration: { name, module: "element.js" } }],
  };
  const defines = { kind: "custom-element-definition", name: tag, declaration: { name, module: "element.js" } };
  return {
    schemaVersion: "2.1.0",
    modules: [module, { kind: "javascript-module", path: "index.js", declarations: [], exports: [defines] }],
  };
}

/** Returns web-types.json, for JetBrains editors: https://github.com/JetBrains/web-types */
export function webTypes({ tag, description, attributes, properties, events, slots, parts, cssProperties }, version) {
  const named = ({ name, description }) => ({ name, description });
  const typed = (it) => ({ ...named(it), value: { type: it.type } });
  const fields = attributes.filter(({ property }) => property).map((it) => ({ ...it, name: it.property }));
  const element = {
    name: tag,
    description,
    attributes: attributes.map(typed),
    slots: slots.map(named),
    css: { properties: cssProperties.map(named), parts: parts.map(named) },
    js: {
      properties: [...fields, ...properties].map(({ readonly, ...it }) => ({
        ...typed(it),
        ...(readonly && { "read-only": true }),
      })),
      events: events.map(named),
    },
  };
  return {
    $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
    name: "takeon",
    version,
    "description-markup": "markdown",
    contributions: { html: { elements: [element] } },
  };
}

/** Returns the tag's data for the setting `html.customData` of VS Code: https://github.com/microsoft/vscode-custom-data */
export function htmlData({ tag, description, attributes }) {
  const markdown = (value) => ({ kind: "markdown", value });
  /** Returns the string literals of a union type. */
  const values = (type) => [...type.matchAll(/"(\w+)"/g)].map(([, name]) => ({ name }));
  const data = attributes.map(({ name, type, description }) => ({
    name,
    description: markdown(description),
    values: values(type),
  }));
  return { version: 1.1, tags: [{ name: tag, description: markdown(description), attributes: data }] };
}

/** Returns the data of its CSS parts and properties for the setting `css.customData` of VS Code. */
export function cssData({ parts, cssProperties }) {
  const pseudo = parts.map(({ name, description }) => ({ name: `::part(${name})`, description }));
  return { version: 1.1, properties: cssProperties, pseudoElements: pseudo };
}

/** Returns the TypeScript type of an event's detail. */
function detail({ detail }) {
  const members = Object.entries({ schema: "1", ...detail }).map(([name, type]) => `readonly ${name}: ${type}`);
  return `{ ${members.join("; ")} }`;
}

/** Returns the TypeScript types of the element. */
export function types({ tag: element, class: name, description, attributes, properties, methods, events }) {
  const doc = (text) => `  /** ${plain(text)} */\n`;
  const members = [
    ...attributes.filter(({ property }) => property).map((it) => `${doc(it.description)}  ${it.property}: ${it.type};`),
    ...properties.map((it) => `${doc(it.description)}  ${it.readonly ? "readonly " : ""}${it.name}: ${it.type};`),
    ...methods.map((it) => `${doc(it.description)}  ${it.name}${it.type.replace(" =>", ":")};`),
  ];
  const tag = attributes.filter(({ name }) => name !== "lang").map((it) => `  "${it.name}"?: ${it.type.replace(" | null", "")};`);
  return `import type { Appraisal, Brief, Problem, Terms } from "./engine.js";

/** An agency's JSON. The file schema/terms.schema.json describes its terms. */
export interface Config {
  terms: Terms;
  examples?: { name: unknown; brief: Brief }[];
  show?: string;
}

/** A letter. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** Sender of a letter, with at least one way to answer. */
export interface Sender {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

/** The events of the element, by their names. */
export interface TakeonEvents {
${events.map((event) => `${doc(event.description)}  "${event.name}": CustomEvent<${detail(event)}>;`).join("\n")}
}

/** ${description} */
export declare class ${name} extends HTMLElement {
  /** The version of this build. */
  static readonly version: string;
${members.join("\n")}
  addEventListener<K extends keyof TakeonEvents>(type: K, listener: (this: ${name}, event: TakeonEvents[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof TakeonEvents>(type: K, listener: (this: ${name}, event: TakeonEvents[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** Loads the calculator's code before a visitor scrolls to it. */
export declare function load(): Promise<unknown>;

/** Attributes of the tag in a template. */
export interface TakeonAttributes {
${tag.join("\n")}
  config?: Config | null;
}

declare global {
  interface HTMLElementTagNameMap {
    "${element}": ${name};
  }
}
`;
}

/**
 * Returns the types of the tag in templates. No page has all of these libraries, so each line that refers to one follows a directive
 * that ignores its errors.
 */
export function templates({ tag, class: element, attributes, events }) {
  const ignored = "// @ts-ignore";
  const handlers = (name, prefix) => {
    const rows = events.map((event) => `  "${prefix(event.name)}"?: (event: TakeonEvents["${event.name}"]) => void;`);
    return `interface ${name} {\n${rows.join("\n")}\n}`;
  };
  const pascal = (name) => name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
  const added = (module, path, type) => {
    const [open, close] = [path.map((line) => `${line} {`).join(" "), path.map(() => "}").join(" ")];
    return `${ignored}\ndeclare module "${module}" {\n  ${open}\n    ${ignored}\n    "${tag}": ${type};\n  ${close}\n}`;
  };
  const renamed = attributes.filter(({ name }) => name.includes("-"));
  const tags = ["namespace JSX", "interface IntrinsicElements"];
  return `import type { TakeonAttributes, ${element}, TakeonEvents } from "./element.js";

/** Event handlers of React, Preact and Svelte. */
${handlers("Handlers", (name) => `on${name}`)}

/** Event handlers of Solid. */
${handlers("SolidHandlers", (name) => `on:${name}`)}

/** Event handlers of Vue. */
${handlers("VueHandlers", (name) => `on${pascal(name)}`)}

/** Attributes of Vue, in camel case. */
type VueAttributes = Omit<TakeonAttributes, ${renamed.map(({ name }) => `"${name}"`).join(" | ")}> & {
${renamed.map(({ name, property }) => `  "${property}"?: TakeonAttributes["${name}"];`).join("\n")}
};

${added("react", tags, `import("react").DetailedHTMLProps<import("react").HTMLAttributes<${element}>, ${element}> & TakeonAttributes & Handlers`)}

${added("preact", tags, `import("preact").HTMLAttributes<${element}> & TakeonAttributes & Handlers`)}

${added("solid-js", tags, `import("solid-js").JSX.HTMLAttributes<${element}> & TakeonAttributes & SolidHandlers & { "prop:config"?: TakeonAttributes["config"] }`)}

${added("svelte/elements", ["interface SvelteHTMLElements"], `import("svelte/elements").HTMLAttributes<${element}> & TakeonAttributes & Handlers`)}

${added("vue", ["interface GlobalComponents"], `new () => { $props: import("vue").HTMLAttributes & VueAttributes & VueHandlers }`)}
`;
}

/** Returns llms.txt, for assistants that add the calculator to a page: https://llmstxt.org. Its examples are those of README.md. */
export function llms(
  { description, attributes, properties, methods, events, parts, cssProperties },
  readme,
  { homepage, repository },
) {
  const example = (language) => new RegExp(`\`\`\`${language}\n[^]*?\`\`\``).exec(readme)[0];
  const list = (...kinds) => kinds.flat().map(({ name, description }) => `- \`${name}\`: ${plain(description)}`);
  const section = (title, ...lines) => `## ${title}\n\n${lines.flat().join("\n")}\n`;
  return [
    "# Takeon\n",
    `> ${description} It runs in the visitor's browser: no server, no account, and nothing is sent unless the visitor sends it.\n`,
    `Two lines add it to any page:\n\n${example("html")}\n`,
    `\`config-src\` names the shop's terms. This is enough to start. Ask the shop for its figures, and do not invent any:\n\n${example("json")}\n`,
    section("Attributes", list(attributes)),
    section("Properties and methods", list(properties, methods)),
    section("Events", list(events)),
    section("CSS properties and parts", list(cssProperties, parts)),
    section(
      "From a terminal or an assistant",
      "- `npx takeon read message.txt --terms terms.json`: a client's message as a brief",
      "- `npx takeon appraise brief.json --terms terms.json`: the answer to a brief, as JSON",
      "- `npx takeon check terms.json`: the errors in terms, one per line",
      "- `npx takeon mcp --terms terms.json`: an MCP server with the tools `appraise`, `read`, `services` and `check`",
    ),
    section(
      "More",
      `- [Recipes](${homepage}docs/recipes.html): what to paste into WordPress, Webflow, Squarespace, Wix, Shopify, Ghost, Framer, Hugo and others`,
      `- [Your terms](${homepage}docs/terms.html): every member of the terms and of a brief, with its range and default`,
      `- [How it decides](${homepage}docs/model.html): every formula, and the source of every default`,
      `- [Sources](${repository})`,
      `- [Schema of the terms](${homepage}schema/terms.schema.json)`,
      `- [Schema of a brief](${homepage}schema/brief.schema.json)`,
      `- [Schema of an answer](${homepage}schema/appraisal.schema.json)`,
    ),
  ].join("\n");
}

/** Returns the tables of docs/embed.md, by the names of their marks. */
export function tables({ attributes, properties, methods, events, parts, cssProperties }) {
  const rows = (list) => list.map(({ name, description }) => [`\`${name}\``, description]);
  const eventRows = events.map(({ name, description, detail }) => {
    return [`\`${name}\``, description, `\`{ ${["schema", ...Object.keys(detail)].join(", ")} }\``];
  });
  return {
    attributes: table(["attribute", "meaning"], rows(attributes)),
    properties: table(["property or method", "meaning"], rows([...properties, ...methods])),
    events: table(["event", "when", "`detail`"], eventRows),
    looks: table(["CSS property or part", "meaning"], rows([...cssProperties, ...parts])),
  };
}
