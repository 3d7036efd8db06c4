/**
 * MCP server with the answers of the calculator as tools: an assistant that is asked "should we take this?" answers with odds from the
 * shop's own terms. See https://modelcontextprotocol.io
 */
import { readFileSync } from "node:fs";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { TakeonError, appraise, check, version } from "../engine.js";
import { read } from "../reader.js";

/** Returns the JSON Schema of a document. */
const schema = (name) => JSON.parse(readFileSync(new URL(`../schema/${name}.schema.json`, import.meta.url), "utf8"));

/** Returns the tools for a shop with these terms. */
function tools(terms) {
  const brief = schema("brief");
  return {
    appraise: {
      description:
        "Should the shop take this project? Returns a verdict (take, reshape, refer, decline or ask), the odds of being on time " +
        "and of being paid enough, the price and the weeks, reasons, counter-offers that would be a yes, and the questions worth asking. " +
        "Put what the client has said into the brief, and leave out everything else. Name services by their ids, which `services` returns.",
      inputSchema: { type: "object", properties: { brief: nested(brief) }, required: ["brief"], $defs: brief.$defs },
      run: ({ brief }) => appraise(brief, terms),
    },
    read: {
      description:
        "Reads a client's message as a brief for `appraise`: by rules, in twelve languages, so that nothing is made up. Returns " +
        "the brief, the words that each value was read from, and values that are ambiguous.",
      inputSchema: {
        type: "object",
        properties: {
          message: { type: "string", description: "The whole message, unchanged." },
          language: { type: "string", description: "Its language, such as de. Absent: it is detected." },
          today: { type: "string", description: "The day on which it was written, such as 2026-11-29. Absent: today." },
        },
        required: ["message"],
      },
      run: ({ message, language, today }) => read(message, { terms, language, today }),
    },
    services: {
      description: "Returns the services, purposes and promises of the shop, with the ids that a brief uses.",
      inputSchema: { type: "object", properties: {} },
      run() {
        const named = (list = []) => list.map(({ id, name, note, also }) => ({ id, name, note, also }));
        return { services: named(terms.services), purposes: named(terms.purposes), promises: named(terms.promises) };
      },
    },
    check: {
      description:
        "Checks the terms of a shop: its rates, services and limits. Returns a list of errors, which is empty if there are none.",
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

/** Returns a schema as a member of another one, which has its definitions. */
function nested({ $schema: _, $id: __, $defs: ___, ...rest }) {
  return rest;
}

/** Serves the tools for these terms on stdin and stdout, until they are closed. */
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
