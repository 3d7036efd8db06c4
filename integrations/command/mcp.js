/**
 * The answers of the calculator as tools of an MCP server, so that an assistant which is asked "should we take this?" gets
 * odds from the shop's own terms: https://modelcontextprotocol.io
 */
import { readFileSync } from "node:fs";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { TakeonError, appraise, check, version } from "../engine.js";
import { read } from "../reader.js";

/** The JSON Schema of a document. */
const schema = (name) => JSON.parse(readFileSync(new URL(`../schema/${name}.schema.json`, import.meta.url), "utf8"));

/** What an assistant may ask. */
function tools(terms) {
  const brief = schema("brief");
  return {
    appraise: {
      description:
        "Should the shop take this project? Gives a verdict (take, reshape, refer, decline or ask), the odds of being in time " +
        "and paid, the price and weeks it takes, reasons, counter-offers that would be a yes, and the questions worth asking. " +
        "Put into the brief what the client has said, and leave out what they have not. Services are known by the ids that `services` gives.",
      inputSchema: { type: "object", properties: { brief: nested(brief) }, required: ["brief"], $defs: brief.$defs },
      run: ({ brief }) => appraise(brief, terms),
    },
    read: {
      description:
        "What a client's message says, as a brief for `appraise`: read by rules, in twelve languages, so that nothing is made up. Gives " +
        "the brief, the words that each value was read from, and what was said in more than one way.",
      inputSchema: {
        type: "object",
        properties: {
          message: { type: "string", description: "The whole message, as it was written." },
          language: { type: "string", description: "Its language, such as de. Absent: it is recognised." },
          today: { type: "string", description: "The day on which it was written, such as 2026-11-29. Absent: today." },
        },
        required: ["message"],
      },
      run: ({ message, language, today }) => read(message, { terms, language, today }),
    },
    services: {
      description: "The services, purposes and promises of the shop, by the ids that a brief uses.",
      inputSchema: { type: "object", properties: {} },
      run() {
        const named = (list = []) => list.map(({ id, name, note, also }) => ({ id, name, note, also }));
        return { services: named(terms.services), purposes: named(terms.purposes), promises: named(terms.promises) };
      },
    },
    check: {
      description: "What is wrong with the terms of a shop: its rates, services, limits. Nothing is wrong if the list is empty.",
      inputSchema: { type: "object", properties: { terms: { type: "object" } }, required: ["terms"] },
      run({ terms }) {
        try {
          check(terms);
        } catch (error) {
          if (error instanceof TakeonError) return { errors: error.errors };
          throw error;
        }
        return { errors: [] };
      },
    },
  };
}

/** A schema as a member of another one, which holds its definitions. */
function nested({ $schema: _, $id: __, $defs: ___, ...rest }) {
  return rest;
}

/** Answers by these terms on stdin and stdout, until they are closed. */
export async function serve(terms) {
  const known = tools(terms);
  const server = new Server({ name: "takeon", version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: Object.entries(known).map(([name, { description, inputSchema }]) => ({ name, description, inputSchema })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: given = {} } }) => {
    const text = (text, isError = false) => ({ content: [{ type: "text", text }], isError });
    if (!Object.hasOwn(known, name)) return text(`There is no tool ${name}.`, true);
    try {
      return text(JSON.stringify(await known[name].run(given)));
    } catch (error) {
      if (error instanceof TakeonError) return text(error.message, true);
      throw error;
    }
  });
  await server.connect(new StdioServerTransport());
}
