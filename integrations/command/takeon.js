#!/usr/bin/env node
/**
 * The command `takeon`, as it lies in the npm package: the answers of the calculator, for scripts and assistants.
 *
 *   npx takeon appraise brief.json --terms terms.json
 */
import { readFileSync, readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { TakeonError, appraise, check, load, version } from "../engine.js";
import { read } from "../reader.js";

const HELP = `takeon ${version}: should we take this project?

  takeon read MESSAGE --terms TERMS      what a client's message says, as a brief
  takeon appraise BRIEF --terms TERMS    the answer to a brief, as JSON
  takeon check TERMS                     what is wrong with terms, a line for each error
  takeon mcp --terms TERMS               the same for assistants, as an MCP server on stdin and stdout

MESSAGE is a text, BRIEF and TERMS are JSON, each a file or - for stdin. TERMS may be what the demo page saves, or its
"terms" alone. A message is read in the language that it is recognised to be in, and as of today, unless --language
and --today say otherwise; --all also prints the words that each value was read from.
The code it ends with is 0 if all is well, 1 if a document is wrong, 2 if the command is.
`;

/** A command that cannot be run as it was given. */
class Misuse extends Error {}

/** The text of a file. */
function text(path, what) {
  if (path === undefined) throw new Misuse(`${what} is missing`);
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (cause) {
    throw new Misuse(`${what} cannot be read: ${cause.message}`);
  }
}

/** The JSON document of a file. */
function document(path, what) {
  const written = text(path, what);
  try {
    return JSON.parse(written);
  } catch (cause) {
    throw new Misuse(`${path} is not JSON: ${cause.message}`);
  }
}

/** The terms of a file, which may be a whole configuration. */
function terms(path) {
  const read = document(path, "TERMS");
  return read?.terms ?? read;
}

/** Prints JSON. */
const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

const commands = {
  async read([message], { terms: path, language, today, all }) {
    const known = readdirSync(new URL("../parts/reader/", import.meta.url)).map((name) => name.replace(".js", ""));
    if (language !== undefined && !known.includes(language)) throw new Misuse(`--language is one of ${known.join(", ")}`);
    if (today !== undefined && !/^\d{4}-\d\d-\d\d$/.test(today)) throw new Misuse("--today is a day such as 2026-11-29");
    const said = await read(text(message, "MESSAGE"), { terms: terms(path), language, today });
    print(all ? said : said.brief);
  },
  appraise([brief], options) {
    print(appraise(document(brief, "BRIEF"), terms(options.terms)));
  },
  check: ([path]) => check(terms(path)),
  async mcp(_, options) {
    const shop = terms(options.terms);
    check(shop);
    let server;
    try {
      server = await import("./mcp.js");
    } catch (cause) {
      if (cause.code !== "ERR_MODULE_NOT_FOUND") throw cause;
      throw new Misuse("this needs the protocol's library: npm install @modelcontextprotocol/sdk");
    }
    await server.serve(shop);
  },
};

try {
  const told = Object.fromEntries(["terms", "language", "today"].map((name) => [name, { type: "string" }]));
  const asked = Object.fromEntries(["all", "help", "version"].map((name) => [name, { type: "boolean" }]));
  const options = { ...told, ...asked };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [name, ...rest] = positionals;
  if (values.version) {
    process.stdout.write(`${version}\n`);
  } else if (values.help || name === undefined) {
    process.stdout.write(HELP);
  } else {
    if (!Object.hasOwn(commands, name)) throw new Misuse(`there is no command ${name}`);
    await load();
    await commands[name](rest, values);
  }
} catch (error) {
  const isMisuse = error instanceof Misuse || error.code?.startsWith("ERR_PARSE_ARGS");
  if (!isMisuse && !(error instanceof TakeonError)) throw error;
  process.stderr.write(`takeon: ${error.message}\n${isMisuse ? "takeon --help says more.\n" : ""}`);
  process.exitCode = isMisuse ? 2 : 1;
}
