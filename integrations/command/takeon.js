#!/usr/bin/env node
/**
 * The command `takeon` of the npm package: the answers of the calculator, for scripts and assistants.
 *
 *   npx takeon appraise brief.json --terms terms.json
 */
import { readFileSync, readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { TakeonError, appraise, check, load, version } from "../engine.js";
import { read } from "../reader.js";

const HELP = `takeon ${version}: should we take this project?

  takeon read MESSAGE --terms TERMS      print a client's message as a brief
  takeon appraise BRIEF --terms TERMS    print the answer to a brief, as JSON
  takeon check TERMS                     print the errors in terms, one per line
  takeon mcp --terms TERMS               start an MCP server on stdin and stdout, for assistants

MESSAGE is text, BRIEF and TERMS are JSON. Each is a file, or - for stdin. TERMS may be a whole configuration, as the
desk saves it. The language of a message is detected, and dates are counted from today, unless --language and --today
are given. --all also prints the words that each value was read from.
Exit codes: 0 for success, 1 for an invalid document, 2 for wrong usage.
`;

/** Error of usage. */
class Misuse extends Error {}

/** Returns the text of a file. `what` names it in errors. */
function text(path, what) {
  if (path === undefined) throw new Misuse(`${what} is missing`);
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (cause) {
    throw new Misuse(`${what} cannot be read: ${cause.message}`);
  }
}

/** Returns the JSON document in a file. */
function document(path, what) {
  const json = text(path, what);
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Misuse(`${path} is not JSON: ${cause.message}`);
  }
}

/** Returns the terms in a file, which may also be a whole configuration. */
function terms(path) {
  const config = document(path, "TERMS");
  return config?.terms ?? config;
}

/** Prints JSON. */
const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

const commands = {
  async read([message], { terms: path, language, today, all }) {
    const known = readdirSync(new URL("../parts/reader/", import.meta.url)).map((name) => name.replace(".js", ""));
    if (language !== undefined && !known.includes(language)) throw new Misuse(`--language is one of ${known.join(", ")}`);
    if (today !== undefined && !/^\d{4}-\d\d-\d\d$/.test(today)) throw new Misuse("--today is a day such as 2026-11-29");
    const reading = await read(text(message, "MESSAGE"), { terms: terms(path), language, today });
    print(all ? reading : reading.brief);
  },
  async appraise([brief], options) {
    await load();
    print(appraise(document(brief, "BRIEF"), terms(options.terms)));
  },
  async check([path]) {
    await load();
    check(terms(path));
  },
  async mcp(_, options) {
    await load();
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
  const withValue = Object.fromEntries(["terms", "language", "today"].map((name) => [name, { type: "string" }]));
  const flags = Object.fromEntries(["all", "help", "version"].map((name) => [name, { type: "boolean" }]));
  const options = { ...withValue, ...flags };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [name, ...rest] = positionals;
  if (values.version) {
    process.stdout.write(`${version}\n`);
  } else if (values.help || name === undefined) {
    process.stdout.write(HELP);
  } else {
    if (!Object.hasOwn(commands, name)) throw new Misuse(`there is no command ${name}`);
    await commands[name](rest, values);
  }
} catch (error) {
  const isMisuse = error instanceof Misuse || error.code?.startsWith("ERR_PARSE_ARGS");
  if (!isMisuse && !(error instanceof TakeonError)) throw error;
  process.stderr.write(`takeon: ${error.message}\n${isMisuse ? "See takeon --help.\n" : ""}`);
  process.exitCode = isMisuse ? 2 : 1;
}
